/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cms"

#include "config.h"

#include "cms/vsl-wordpress-byline.h"

#include "cms/vsl-http-address.h"
#include "cms/vsl-http-failure.h"
#include "cms/vsl-wordpress-api.h"
#include "cms/vsl-wordpress-error.h"
#include "cms/vsl-wordpress-terms.h"
#include "core/vsl-json.h"
#include "core/vsl-text.h"

#include <glib/gi18n.h>
#include <string.h>

/*
 * From the names in a byline to users of the site or to authors of a plug-in. A name is only taken for
 * somebody who is called exactly that, but for case, or whose user name it is; where two are, for
 * nobody: an article under another one's name is worse than a line in the text.
 */

/* How each place is asked. The plug-ins' forms are those of Co-Authors Plus 3 and PublishPress
 * Authors 4; Newspack links names to users. */
static const struct
{
  const char *route;
  const char *search; /* the parameter */
  const char *who;    /* (nullable) the value of who= */
  const char *name;   /* the members of an answer */
  const char *slug;
  const char *key;
} places[VSL_N_BYLINES] = {
  [VSL_BYLINE_AUTHOR] = { "wp/v2/users", "search", "authors", "name", "slug", "id" },
  [VSL_BYLINE_CO_AUTHORS] = { "coauthors/v1/search", "q", NULL, "displayName", "login", "userNicename" },
  [VSL_BYLINE_PUBLISHPRESS] = { "wp/v2/ppma_author", "search", NULL, "name", "slug", "id" },
  [VSL_BYLINE_NEWSPACK] = { "wp/v2/users", "search", "authors", "name", "slug", "id" },
};

typedef struct
{
  GUri               *root;        /* (owned) */
  VslWordpressByline *byline;      /* (owned) */
  guint               at;          /* index of the name being looked for */
  GCancellable       *cancellable; /* (owned) (nullable) */
} Looking;

/* Names and answers form a ring, cut here. */
static void look_up (GTask *task);

static void
looking_free (Looking *looking)
{
  g_uri_unref (looking->root);
  g_clear_pointer (&looking->byline, vsl_wordpress_byline_free);
  g_clear_object (&looking->cancellable);
  g_free (looking);
}

/**
 * vsl_wordpress_byline_free:
 * @self: (nullable): a byline
 */
void
vsl_wordpress_byline_free (VslWordpressByline *self)
{
  if (self == NULL)
    return;

  g_strfreev (self->names);
  g_strfreev (self->keys);
  g_free (self->problem);
  g_free (self);
}

/**
 * vsl_wordpress_byline_split:
 * @byline: a byline: names with commas, “en”, “and” or “&” between them
 *
 * Returns: (transfer full): the names
 */
char **
vsl_wordpress_byline_split (const char *byline)
{
  static const char * const between[] = { " en ", " and ", " & ", ", ", ";" };
  g_autofree char *spaced = vsl_text_collapse_spaces (byline);
  g_autoptr(GString) lines = g_string_new (spaced);
  g_autoptr(GPtrArray) names = g_ptr_array_new ();
  g_auto(GStrv) parts = NULL;
  guint i;

  for (i = 0; i < G_N_ELEMENTS (between); i++)
    g_string_replace (lines, between[i], "\n", 0);
  parts = g_strsplit (lines->str, "\n", -1);
  for (i = 0; parts[i] != NULL; i++)
    {
      g_strstrip (parts[i]);
      if (*parts[i] != '\0')
        g_ptr_array_add (names, g_strdup (parts[i]));
    }
  g_ptr_array_add (names, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&names), FALSE);
}

/**
 * vsl_wordpress_byline_is_whole:
 * @self: a byline
 *
 * Returns: whether the place can hold all of it, so that no line in the text is needed
 */
gboolean
vsl_wordpress_byline_is_whole (VslWordpressByline *self)
{
  guint n, i;

  g_return_val_if_fail (self != NULL, FALSE);

  n = g_strv_length (self->names);
  if (self->problem != NULL || n == 0)
    return FALSE;
  if (self->place == VSL_BYLINE_NEWSPACK)
    return TRUE;
  if (self->place == VSL_BYLINE_AUTHOR && n > 1)
    return FALSE;
  for (i = 0; i < n; i++)
    if (*self->keys[i] == '\0')
      return FALSE;

  return TRUE;
}

/**
 * vsl_wordpress_byline_to_newspack:
 * @self: a byline
 * @label: what stands before it, such as “Door”
 * @byline: the byline as it is written
 *
 * Returns: (transfer full): it as Newspack keeps it, with its users in `[Author id=…]`
 */
char *
vsl_wordpress_byline_to_newspack (VslWordpressByline *self,
                                  const char         *label,
                                  const char         *byline)
{
  g_autofree char *spaced = vsl_text_collapse_spaces (byline);
  g_autofree char *safe = vsl_wordpress_text_escape (spaced);
  g_autoptr(GString) text = g_string_new (safe);
  guint i;

  for (i = 0; self->names[i] != NULL; i++)
    {
      g_autofree char *link = NULL;

      if (*self->keys[i] == '\0')
        continue;
      link = g_strdup_printf ("[Author id=%s]%s[/Author]", self->keys[i], self->names[i]);
      g_string_replace (text, self->names[i], link, 1);
    }
  g_string_prepend_c (text, ' ');
  g_string_prepend (text, label);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
dup_key (JsonObject *person,
         const char *member)
{
  gint64 id;

  if (vsl_json_get_int (person, member, 1, G_MAXINT64, &id, NULL))
    return g_strdup_printf ("%" G_GINT64_FORMAT, id);

  return g_strdup (vsl_json_get_string (person, member, NULL));
}

static gboolean
is_called (JsonObject *person,
           const char *member,
           const char *name)
{
  const char *stored = vsl_json_has (person, member) ? vsl_json_get_string (person, member, NULL) : NULL;
  gboolean exact;

  return stored != NULL && vsl_wordpress_terms_same_name (name, stored, &exact);
}

/* The key of the one person in @people with that name; empty when there is none, or more than one. */
static char *
choose_key (JsonArray      *people,
            VslBylinePlace  place,
            const char     *name)
{
  g_autofree char *key = NULL;
  guint i;

  for (i = 0; i < json_array_get_length (people); i++)
    {
      JsonObject *person = vsl_json_as_object (json_array_get_element (people, i), NULL);
      g_autofree char *own = NULL;

      if (person == NULL || (!is_called (person, places[place].name, name) &&
                             !is_called (person, places[place].slug, name)))
        continue;
      own = dup_key (person, places[place].key);
      if (own == NULL)
        continue;
      if (key != NULL && !g_str_equal (key, own))
        return g_strdup ("");
      g_free (key);
      key = g_steal_pointer (&own);
    }

  return key != NULL ? g_steal_pointer (&key) : g_strdup ("");
}

static void
end (GTask *task)
{
  Looking *looking = g_task_get_task_data (task);

  g_task_return_pointer (task, g_steal_pointer (&looking->byline),
                         (GDestroyNotify) vsl_wordpress_byline_free);
}

/* What the site does not have, or this user may not ask, makes a line in the text; what may pass is a
 * failure, because it would be put there otherwise the next time. */
static void
refuse (GTask        *task,
        VslHttpReply *reply)
{
  Looking *looking = g_task_get_task_data (task);
  g_autofree char *site = vsl_http_address_dup_name (looking->root);
  g_autoptr(GError) error = vsl_wordpress_error_new (reply);

  if (reply->status == 404)
    looking->byline->problem =
      g_strdup_printf (_("“%s” does not have what the byline was to go to, so it is a line in the text. "
                         "Choose another place for it in the settings of the site."), site);
  else if (reply->status == 403 || reply->status == 400)
    looking->byline->problem =
      g_strdup_printf (_("This user may not look up authors on “%s”, so the byline is a line in the "
                         "text."), site);
  else
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  end (task);
}

static void
people_found_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(VslHttpReply) reply = vsl_http_send_finish (VSL_HTTP (object), result, &error);
  g_autoptr(JsonNode) root = NULL;
  Looking *looking = g_task_get_task_data (task);
  VslWordpressByline *byline = looking->byline;
  JsonArray *people;

  if (reply != NULL && !vsl_http_reply_is_success (reply))
    {
      refuse (task, reply);
      return;
    }
  if (reply != NULL)
    root = vsl_wordpress_error_judge (reply, &error);
  people = root != NULL ? vsl_json_as_array (root, NULL) : NULL;
  if (people == NULL)
    {
      g_task_return_error (task, error != NULL ? g_steal_pointer (&error)
                                               : vsl_http_failure_of_format (reply, NULL));
      return;
    }

  g_free (byline->keys[looking->at]);
  byline->keys[looking->at] = choose_key (people, byline->place, byline->names[looking->at]);
  looking->at++;
  look_up (task);
}

static void
look_up (GTask *task)
{
  Looking *looking = g_task_get_task_data (task);
  VslBylinePlace place = looking->byline->place;
  const char *name = looking->byline->names[looking->at];
  g_autoptr(GUri) uri = NULL;
  g_autoptr(VslHttpRequest) request = NULL;

  if (name == NULL)
    {
      end (task);
      return;
    }

  uri = places[place].who != NULL
          ? vsl_wordpress_api_uri (looking->root, places[place].route, places[place].search, name,
                                   "per_page", "100", "who", places[place].who, NULL)
          : vsl_wordpress_api_uri (looking->root, places[place].route, places[place].search, name,
                                   "per_page", "100", NULL);
  request = vsl_http_request_new ("GET", uri, VSL_HTTP_READ);
  vsl_http_send_async (g_task_get_source_object (task), request, looking->cancellable,
                       people_found_cb, g_object_ref (task));
}

/**
 * vsl_wordpress_byline_look_async:
 * @http: the sender
 * @root: the root of the API
 * @place: where the byline is to go; not a line in the text
 * @byline: the byline
 * @cancellable: (nullable): stops it between two requests
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Looks up every name in the byline.
 */
void
vsl_wordpress_byline_look_async (VslHttp             *http,
                                 GUri                *root,
                                 VslBylinePlace       place,
                                 const char          *byline,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  Looking *looking;
  guint i;

  g_return_if_fail (VSL_IS_HTTP (http) && root != NULL && byline != NULL);
  g_return_if_fail (place > VSL_BYLINE_TEXT && place < VSL_N_BYLINES);

  task = g_task_new (http, NULL, callback, user_data);
  g_task_set_source_tag (task, vsl_wordpress_byline_look_async);
  looking = g_new0 (Looking, 1);
  looking->root = g_uri_ref (root);
  looking->byline = g_new0 (VslWordpressByline, 1);
  looking->byline->place = place;
  looking->byline->names = vsl_wordpress_byline_split (byline);
  looking->byline->keys = g_strdupv (looking->byline->names);
  for (i = 0; looking->byline->keys[i] != NULL; i++)
    *looking->byline->keys[i] = '\0';
  if (cancellable != NULL)
    looking->cancellable = g_object_ref (cancellable);
  g_task_set_task_data (task, looking, (GDestroyNotify) looking_free);

  look_up (task);
}

/**
 * vsl_wordpress_byline_look_finish:
 * @http: the sender
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full): who was found, or %NULL with a #VslCmsError when the site could not tell
 */
VslWordpressByline *
vsl_wordpress_byline_look_finish (VslHttp       *http,
                                  GAsyncResult  *result,
                                  GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, http), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, vsl_wordpress_byline_look_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
