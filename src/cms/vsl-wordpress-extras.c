/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cms"

#include "config.h"

#include "cms/vsl-wordpress-extras.h"

#include "cms/vsl-http-address.h"
#include "cms/vsl-wordpress-api.h"
#include "cms/vsl-wordpress-error.h"
#include "core/vsl-json.h"

#include <glib/gi18n.h>

/*
 * What belongs to a post but is no field of it: the authors of Co-Authors Plus, and the credit of its
 * featured picture. Both are looked at first and only sent when they are other ones; both can be sent
 * again without harm. What fails here is a warning, because the article itself is well.
 */

#define CREDIT_KEY "_media_credit"

typedef struct
{
  GUri         *root;        /* (owned) */
  char         *site;        /* (owned) */
  gint64        post;
  char         *co_authors;  /* (owned) (nullable) */
  gint64        picture;
  char         *credit;      /* (owned) (nullable) */
  gboolean      in_caption;
  GCancellable *cancellable; /* (owned) (nullable) */
  GPtrArray    *warnings;    /* (owned) of char * */
} Sending;

static void
sending_free (Sending *sending)
{
  g_uri_unref (sending->root);
  g_free (sending->site);
  g_free (sending->co_authors);
  g_free (sending->credit);
  g_clear_object (&sending->cancellable);
  g_clear_pointer (&sending->warnings, g_ptr_array_unref);
  g_free (sending);
}

static void
end (GTask *task)
{
  Sending *sending = g_task_get_task_data (task);

  g_ptr_array_add (sending->warnings, NULL);
  g_task_return_pointer (task, g_ptr_array_free (g_steal_pointer (&sending->warnings), FALSE),
                         (GDestroyNotify) g_strfreev);
}

static GUri *
picture_uri (Sending *sending)
{
  g_autofree char *route = g_strdup_printf ("wp/v2/media/%" G_GINT64_FORMAT, sending->picture);

  return vsl_wordpress_api_uri (sending->root, route, "context", "edit",
                                "_fields", "id,meta,caption", NULL);
}

static GUri *
authors_uri (Sending *sending)
{
  g_autofree char *route = g_strdup_printf ("coauthors/v1/authors/%" G_GINT64_FORMAT, sending->post);

  return vsl_wordpress_api_uri (sending->root, route, NULL, NULL);
}

static void
ask (GTask               *task,
     GUri                *uri,
     JsonObject          *body, /* (transfer full) (nullable) */
     GAsyncReadyCallback  callback)
{
  Sending *sending = g_task_get_task_data (task);
  g_autoptr(VslHttpRequest) request = NULL;

  if (body == NULL)
    {
      request = vsl_http_request_new ("GET", uri, VSL_HTTP_READ);
    }
  else
    {
      g_autoptr(JsonNode) node = json_node_new (JSON_NODE_OBJECT);

      json_node_take_object (node, body);
      request = vsl_http_request_new ("POST", uri, VSL_HTTP_EFFECT | VSL_HTTP_REUSE);
      vsl_http_request_set_json (request, node);
    }
  vsl_http_send_async (g_task_get_source_object (task), request, sending->cancellable, callback,
                       g_object_ref (task));
}

static JsonNode *
finish (GObject      *http,
        GAsyncResult *result)
{
  g_autoptr(VslHttpReply) reply = vsl_http_send_finish (VSL_HTTP (http), result, NULL);

  return reply != NULL ? vsl_wordpress_error_judge (reply, NULL) : NULL;
}

static void
warn_credit (Sending *sending)
{
  g_ptr_array_add (sending->warnings,
                   g_strdup_printf (_("“%s” does not keep the credit “%s” with the picture. Choose "
                                      "another place for it in the settings of the site."),
                                    sending->site, sending->credit));
}

/* The credit as the site has it; NULL when it has no place for one. */
static const char *
get_credit (Sending  *sending,
            JsonNode *root)
{
  JsonObject *media = root != NULL ? vsl_json_as_object (root, NULL) : NULL;
  JsonObject *holder;

  if (media == NULL)
    return NULL;
  holder = vsl_json_get_object (media, sending->in_caption ? "caption" : "meta", NULL);
  if (holder == NULL)
    return NULL;

  return vsl_json_get_string (holder, sending->in_caption ? "raw" : CREDIT_KEY, NULL);
}

static void
credit_sent_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(JsonNode) root = finish (object, result);
  Sending *sending = g_task_get_task_data (task);
  const char *credit = get_credit (sending, root);

  if (credit == NULL || *credit == '\0')
    warn_credit (sending);
  end (task);
}

static void
picture_read_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(JsonNode) root = finish (object, result);
  g_autofree char *escaped = NULL;
  g_autofree char *plain = NULL;
  g_autoptr(GUri) uri = NULL;
  Sending *sending = g_task_get_task_data (task);
  const char *credit = get_credit (sending, root);
  JsonObject *body;

  if (credit == NULL)
    {
      warn_credit (sending);
      end (task);
      return;
    }

  plain = vsl_wordpress_text_unescape (credit);
  if (sending->in_caption ? g_strstr_len (plain, -1, sending->credit) != NULL
                          : g_str_equal (plain, sending->credit))
    {
      end (task);
      return;
    }

  body = json_object_new ();
  escaped = vsl_wordpress_text_escape (sending->credit);
  if (sending->in_caption)
    {
      g_autofree char *caption = *credit != '\0' ? g_strjoin (" ", credit, escaped, NULL)
                                                 : g_strdup (escaped);

      json_object_set_string_member (body, "caption", caption);
    }
  else
    {
      JsonObject *meta = json_object_new ();

      json_object_set_string_member (meta, CREDIT_KEY, sending->credit);
      json_object_set_object_member (body, "meta", meta);
    }
  uri = picture_uri (sending);
  ask (task, uri, body, credit_sent_cb);
}

static void
send_credit (GTask *task)
{
  Sending *sending = g_task_get_task_data (task);
  g_autoptr(GUri) uri = NULL;

  if (sending->credit == NULL || sending->picture == 0)
    {
      end (task);
      return;
    }

  uri = picture_uri (sending);
  ask (task, uri, NULL, picture_read_cb);
}

/* Whether these are the authors that are wanted, in that order. */
static gboolean
are_authors (Sending  *sending,
             JsonNode *root)
{
  JsonArray *people = root != NULL ? vsl_json_as_array (root, NULL) : NULL;
  g_autoptr(GString) names = g_string_new (NULL);
  guint i;

  for (i = 0; people != NULL && i < json_array_get_length (people); i++)
    {
      JsonObject *person = vsl_json_as_object (json_array_get_element (people, i), NULL);
      const char *name = person != NULL ? vsl_json_get_string (person, "userNicename", NULL) : NULL;

      g_string_append_printf (names, "%s%s", i > 0 ? "," : "", name != NULL ? name : "?");
    }

  return people != NULL && g_str_equal (names->str, sending->co_authors);
}

static void
authors_sent_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(JsonNode) root = finish (object, result);
  Sending *sending = g_task_get_task_data (task);

  if (!are_authors (sending, root))
    g_ptr_array_add (sending->warnings,
                     g_strdup_printf (_("“%s” did not take over the authors of the article. Look at its "
                                        "authors there, or choose another place for the byline in the "
                                        "settings of the site."), sending->site));
  send_credit (task);
}

static void
authors_read_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(JsonNode) root = finish (object, result);
  g_autoptr(GUri) uri = NULL;
  Sending *sending = g_task_get_task_data (task);
  JsonObject *body;

  if (are_authors (sending, root))
    {
      send_credit (task);
      return;
    }

  uri = authors_uri (sending);
  body = json_object_new ();
  json_object_set_string_member (body, "new_authors", sending->co_authors);
  ask (task, uri, body, authors_sent_cb);
}

/**
 * vsl_wordpress_extras_send_async:
 * @http: the sender
 * @root: the root of the API
 * @extras: what belongs to the post; copied
 * @cancellable: (nullable): stops it between two requests
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Puts it where it belongs.
 */
void
vsl_wordpress_extras_send_async (VslHttp                  *http,
                                 GUri                     *root,
                                 const VslWordpressExtras *extras,
                                 GCancellable             *cancellable,
                                 GAsyncReadyCallback       callback,
                                 gpointer                  user_data)
{
  g_autoptr(GTask) task = NULL;
  g_autoptr(GUri) uri = NULL;
  Sending *sending;

  g_return_if_fail (VSL_IS_HTTP (http) && root != NULL && extras != NULL);

  task = g_task_new (http, NULL, callback, user_data);
  g_task_set_source_tag (task, vsl_wordpress_extras_send_async);
  sending = g_new0 (Sending, 1);
  sending->root = g_uri_ref (root);
  sending->site = vsl_http_address_dup_name (root);
  sending->post = extras->post;
  sending->co_authors = g_strdup (extras->co_authors);
  sending->picture = extras->picture;
  sending->credit = g_strdup (extras->credit);
  sending->in_caption = extras->in_caption;
  sending->warnings = g_ptr_array_new_with_free_func (g_free);
  if (cancellable != NULL)
    sending->cancellable = g_object_ref (cancellable);
  g_task_set_task_data (task, sending, (GDestroyNotify) sending_free);

  if (sending->co_authors == NULL)
    {
      send_credit (task);
      return;
    }

  uri = authors_uri (sending);
  ask (task, uri, NULL, authors_read_cb);
}

/**
 * vsl_wordpress_extras_send_finish:
 * @http: the sender
 * @result: what the callback was given
 *
 * Returns: (transfer full): what did not go where it belongs, in translated sentences; empty for nothing
 */
char **
vsl_wordpress_extras_send_finish (VslHttp      *http,
                                  GAsyncResult *result)
{
  g_return_val_if_fail (g_task_is_valid (result, http), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, vsl_wordpress_extras_send_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), NULL);
}
