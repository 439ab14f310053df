/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cms"

#include "config.h"

#include "cms/vsl-wordpress-terms.h"

#include "cms/vsl-cms-error.h"
#include "cms/vsl-http-address.h"
#include "cms/vsl-http-failure.h"
#include "cms/vsl-wordpress-api.h"
#include "cms/vsl-wordpress-error.h"
#include "core/vsl-json.h"
#include "core/vsl-near-miss.h"
#include "core/vsl-text.h"

#include <glib/gi18n.h>

#define PER_PAGE 100
#define MAX_PAGES 20
#define PER_PAGE_TEXT G_STRINGIFY (PER_PAGE)
/* For names that are alike: what is not there by then is not worth the site's time. */
#define MAX_SIMILAR_PAGES 3
#define MAX_SIMILAR 3

/*
 * From the names of tags, categories or other terms to their ids on a site. A name is found when it
 * is the same but for case and for how WordPress writes `&`, `<` and `>`; something that merely looks
 * like it never is, but is named. One name after the other, for the sake of the site.
 */

typedef struct
{
  GUri         *root;        /* (owned) */
  VslWordpressMemory *memory; /* (owned) */
  char         *base;        /* (owned) of the route: tags, categories… */
  char        **names;       /* (owned) */
  guint         at;          /* index of the name being looked for */
  guint         page;
  gint64        folded_id;   /* same name in other case; 0 when not seen */
  VslWordpressTermsFlags flags;
  char        **halves;      /* (owned) (nullable) of a missing name, while looking around */
  guint         half;        /* index of the one being looked for */
  GPtrArray    *similar;     /* (owned) (nullable) of char *, names like the missing one */
  GCancellable *cancellable; /* (owned) (nullable) */
  GArray       *ids;         /* (owned) of gint64, ascending, each once */
  GPtrArray    *missing;     /* (owned) of VslMissingTerm */
} Resolving;

/* Pages, names and the ways to treat them form a ring, cut here. */
static void look_up     (GTask *task);
static void look_around (GTask *task);

static void
resolving_free (Resolving *resolving)
{
  g_uri_unref (resolving->root);
  vsl_wordpress_memory_unref (resolving->memory);
  g_free (resolving->base);
  g_strfreev (resolving->names);
  g_strfreev (resolving->halves);
  g_clear_pointer (&resolving->similar, g_ptr_array_unref);
  g_clear_object (&resolving->cancellable);
  g_clear_pointer (&resolving->ids, g_array_unref);
  g_clear_pointer (&resolving->missing, g_ptr_array_unref);
  g_free (resolving);
}

static char *
normalise (const char *name)
{
  g_autofree char *spaced = vsl_text_collapse_spaces (name);

  return g_utf8_normalize (spaced, -1, G_NORMALIZE_NFC);
}

/**
 * vsl_wordpress_terms_same_name:
 * @wanted: a name as the article has it
 * @stored: a name as the API gives it
 * @exact: (out): whether they are the same in case too
 *
 * Returns: whether they name the same term on a WordPress, which does not tell case apart
 */
gboolean
vsl_wordpress_terms_same_name (const char *wanted,
                               const char *stored,
                               gboolean   *exact)
{
  g_autofree char *plain = NULL;
  g_autofree char *a = NULL;
  g_autofree char *b = NULL;
  g_autofree char *folded_a = NULL;
  g_autofree char *folded_b = NULL;

  g_return_val_if_fail (wanted != NULL && stored != NULL && exact != NULL, FALSE);

  plain = vsl_wordpress_text_unescape (stored);
  a = normalise (wanted);
  b = normalise (plain);
  *exact = FALSE;
  if (a == NULL || b == NULL)
    return FALSE;
  *exact = g_strcmp0 (a, b) == 0;
  folded_a = g_utf8_casefold (a, -1);
  folded_b = g_utf8_casefold (b, -1);

  return g_strcmp0 (folded_a, folded_b) == 0;
}

/**
 * vsl_wordpress_terms_search_text:
 * @name: a name as the article has it
 *
 * Returns: (transfer full): how WordPress stores it, which is what its search compares with
 */
char *
vsl_wordpress_terms_search_text (const char *name)
{
  g_autoptr(GString) stored = NULL;
  g_autofree char *spaced = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  spaced = vsl_text_collapse_spaces (name);
  stored = g_string_new (spaced);
  g_string_replace (stored, "&", "&amp;", 0);
  g_string_replace (stored, "<", "&lt;", 0);
  g_string_replace (stored, ">", "&gt;", 0);

  return g_string_free (g_steal_pointer (&stored), FALSE);
}

static void
next_name (GTask *task)
{
  Resolving *resolving = g_task_get_task_data (task);

  resolving->at++;
  resolving->page = 1;
  resolving->folded_id = 0;
  look_up (task);
}

static void
add_id (Resolving *resolving,
        gint64     id)
{
  guint i;

  for (i = 0; i < resolving->ids->len; i++)
    if (g_array_index (resolving->ids, gint64, i) >= id)
      break;
  if (i == resolving->ids->len || g_array_index (resolving->ids, gint64, i) != id)
    g_array_insert_val (resolving->ids, i, id);
}

static void
found (GTask  *task,
       gint64  id)
{
  Resolving *resolving = g_task_get_task_data (task);

  add_id (resolving, id);
  vsl_wordpress_memory_keep_term (resolving->memory, resolving->base, resolving->names[resolving->at], id);
  next_name (task);
}

static gboolean
is_category (Resolving *resolving)
{
  return g_str_equal (resolving->base, VSL_WORDPRESS_CATEGORIES);
}

/* The article itself has not been sent when a term fails, so nothing of it can be in doubt. */
static void
return_term_error (GTask        *task,
                   VslHttpReply *reply,
                   GError       *error)
{
  Resolving *resolving = g_task_get_task_data (task);
  g_autoptr(GError) cause = error;
  g_autofree char *site = vsl_http_address_dup_name (resolving->root);
  const char *name = resolving->names[resolving->at];

  if (g_error_matches (cause, VSL_CMS_ERROR, VSL_CMS_ERROR_IN_DOUBT))
    g_task_return_new_error (task, VSL_CMS_ERROR, VSL_CMS_ERROR_BUSY,
                             is_category (resolving)
                               ? _("The category “%s” could not be made on “%s”. The article itself "
                                   "was not sent. Try again later.")
                               : _("The tag “%s” could not be made on “%s”. The article itself was "
                                   "not sent. Try again later."),
                             name, site);
  else if (reply != NULL && reply->status == 403)
    g_task_return_new_error (task, VSL_CMS_ERROR, VSL_CMS_ERROR_FORBIDDEN,
                             is_category (resolving)
                               ? _("This user may not make the new category “%s” on “%s”. Choose a "
                                   "category that is there, or ask an editor to add it.")
                               : _("This user may not make the new tag “%s” on “%s”. Choose a tag "
                                   "that is there, or ask an editor to add it."),
                             name, site);
  else
    g_task_return_error (task, g_steal_pointer (&cause));
}

static void
term_created_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(VslHttpReply) reply = NULL;
  g_autoptr(JsonNode) root = NULL;
  g_autofree char *code = NULL;
  JsonObject *term = NULL;
  gint64 id = 0;

  reply = vsl_http_send_finish (VSL_HTTP (object), result, &error);
  if (reply == NULL)
    {
      return_term_error (task, NULL, g_steal_pointer (&error));
      return;
    }

  code = vsl_wordpress_error_dup_code (reply, &id);
  if (g_strcmp0 (code, "term_exists") == 0 && id > 0)
    {
      found (task, id);
      return;
    }

  root = vsl_wordpress_error_judge (reply, &error);
  if (root != NULL)
    term = vsl_json_as_object (root, NULL);
  if (term != NULL && vsl_json_get_int (term, "id", 1, G_MAXINT64, &id, NULL))
    found (task, id);
  else
    return_term_error (task, reply, error != NULL ? g_steal_pointer (&error)
                                                  : vsl_http_failure_of_format (reply, NULL));
}

static void
create_term (GTask *task)
{
  Resolving *resolving = g_task_get_task_data (task);
  g_autofree char *route = g_strconcat ("wp/v2/", resolving->base, NULL);
  g_autoptr(GUri) uri = vsl_wordpress_api_uri (resolving->root, route, "context", "edit", NULL);
  g_autoptr(VslHttpRequest) request = vsl_http_request_new ("POST", uri, VSL_HTTP_EFFECT);
  g_autoptr(JsonNode) body = json_node_new (JSON_NODE_OBJECT);
  g_autoptr(JsonObject) object = json_object_new ();
  g_autofree char *name = vsl_text_collapse_spaces (resolving->names[resolving->at]);

  json_object_set_string_member (object, "name", name);
  json_node_set_object (body, object);
  vsl_http_request_set_json (request, body);
  vsl_http_send_async (g_task_get_source_object (task), request, resolving->cancellable,
                       term_created_cb, g_object_ref (task));
}

static void
end_missing (GTask *task)
{
  Resolving *resolving = g_task_get_task_data (task);
  const char * const *similar = NULL;

  if (resolving->similar != NULL)
    {
      g_ptr_array_add (resolving->similar, NULL);
      similar = (const char * const *) resolving->similar->pdata;
    }
  g_ptr_array_add (resolving->missing,
                   vsl_missing_term_new (is_category (resolving) ? VSL_TERM_CATEGORY : VSL_TERM_TAG,
                                         resolving->names[resolving->at], similar));
  g_clear_pointer (&resolving->similar, g_ptr_array_unref);
  g_clear_pointer (&resolving->halves, g_strfreev);
  next_name (task);
}

/* Keeps what on this page looks like the missing name. */
static void
keep_similar (Resolving *resolving,
              JsonArray *terms)
{
  guint i;

  for (i = 0; i < json_array_get_length (terms) && resolving->similar->len < MAX_SIMILAR; i++)
    {
      JsonObject *term = vsl_json_as_object (json_array_get_element (terms, i), NULL);
      const char *stored = term != NULL ? vsl_json_get_string (term, "name", NULL) : NULL;
      g_autofree char *name = stored != NULL ? vsl_wordpress_text_unescape (stored) : NULL;

      if (name != NULL && vsl_near_miss (resolving->names[resolving->at], name) &&
          !g_ptr_array_find_with_equal_func (resolving->similar, name, g_str_equal, NULL))
        g_ptr_array_add (resolving->similar, g_steal_pointer (&name));
    }
}

static void
similar_read_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(VslHttpReply) reply = vsl_http_send_finish (VSL_HTTP (object), result, NULL);
  g_autoptr(JsonNode) root = reply != NULL ? vsl_wordpress_error_judge (reply, NULL) : NULL;
  Resolving *resolving = g_task_get_task_data (task);
  JsonArray *terms = root != NULL ? vsl_json_as_array (root, NULL) : NULL;

  if (terms != NULL)
    keep_similar (resolving, terms);
  if (terms != NULL && json_array_get_length (terms) == PER_PAGE &&
      resolving->page < MAX_SIMILAR_PAGES)
    {
      resolving->page++;
    }
  else
    {
      resolving->page = 1;
      resolving->half++;
    }
  look_around (task);
}

static void
not_found (GTask *task)
{
  Resolving *resolving = g_task_get_task_data (task);

  if (resolving->folded_id != 0)
    {
      found (task, resolving->folded_id);
    }
  else if (resolving->flags & VSL_WORDPRESS_TERMS_CREATE)
    {
      create_term (task);
    }
  else if (resolving->flags & VSL_WORDPRESS_TERMS_SIMILAR)
    {
      resolving->halves = vsl_near_miss_halves (resolving->names[resolving->at]);
      resolving->similar = g_ptr_array_new_with_free_func (g_free);
      resolving->half = 0;
      resolving->page = 1;
      look_around (task);
    }
  else
    {
      end_missing (task);
    }
}

/* The id of the term on this page that has the very name; remembers one in other case. */
static gint64
search_page (Resolving *resolving,
             JsonArray *terms)
{
  guint i;

  for (i = 0; i < json_array_get_length (terms); i++)
    {
      JsonObject *term = vsl_json_as_object (json_array_get_element (terms, i), NULL);
      const char *name = term != NULL ? vsl_json_get_string (term, "name", NULL) : NULL;
      gboolean exact;
      gint64 id;

      if (name == NULL || !vsl_json_get_int (term, "id", 1, G_MAXINT64, &id, NULL) ||
          !vsl_wordpress_terms_same_name (resolving->names[resolving->at], name, &exact))
        continue;
      if (exact)
        return id;
      if (resolving->folded_id == 0)
        resolving->folded_id = id;
    }

  return 0;
}

static void
page_read_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(VslHttpReply) reply = NULL;
  g_autoptr(JsonNode) root = NULL;
  Resolving *resolving = g_task_get_task_data (task);
  JsonArray *terms = NULL;
  gint64 id;

  reply = vsl_http_send_finish (VSL_HTTP (object), result, &error);
  if (reply != NULL)
    root = vsl_wordpress_error_judge (reply, &error);
  if (root != NULL)
    {
      terms = vsl_json_as_array (root, NULL);
      if (terms == NULL)
        error = vsl_http_failure_of_format (reply, NULL);
    }
  if (terms == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  id = search_page (resolving, terms);
  if (id != 0)
    {
      found (task, id);
    }
  else if (json_array_get_length (terms) == PER_PAGE && resolving->page < MAX_PAGES)
    {
      resolving->page++;
      look_up (task);
    }
  else
    {
      not_found (task);
    }
}

/* One page of what a part of a name finds. */
static void
ask_page (GTask               *task,
          const char          *part,
          GAsyncReadyCallback  callback)
{
  Resolving *resolving = g_task_get_task_data (task);
  g_autofree char *route = g_strconcat ("wp/v2/", resolving->base, NULL);
  g_autofree char *search = vsl_wordpress_terms_search_text (part);
  g_autofree char *page = g_strdup_printf ("%u", resolving->page);
  g_autoptr(GUri) uri = NULL;
  g_autoptr(VslHttpRequest) request = NULL;

  uri = vsl_wordpress_api_uri (resolving->root, route, "search", search, "per_page", PER_PAGE_TEXT,
                               "page", page, "_fields", "id,name", NULL);
  request = vsl_http_request_new ("GET", uri, VSL_HTTP_READ);
  vsl_http_send_async (g_task_get_source_object (task), request, resolving->cancellable, callback,
                       g_object_ref (task));
}

/* What looks like a missing name; a help that fails is no help, and no failure. */
static void
look_around (GTask *task)
{
  Resolving *resolving = g_task_get_task_data (task);

  if (resolving->halves[resolving->half] == NULL || resolving->similar->len >= MAX_SIMILAR)
    end_missing (task);
  else
    ask_page (task, resolving->halves[resolving->half], similar_read_cb);
}

/* Names that are none, and those that need not be asked for again. */
static void
skip_known (Resolving *resolving)
{
  const char *name;

  for (; (name = resolving->names[resolving->at]) != NULL; resolving->at++)
    {
      gint64 id = vsl_wordpress_memory_find_term (resolving->memory, resolving->base, name);

      if (id != 0)
        add_id (resolving, id);
      else if (!vsl_text_is_blank (name))
        return;
    }
}

static void
look_up (GTask *task)
{
  Resolving *resolving = g_task_get_task_data (task);

  skip_known (resolving);
  if (resolving->names[resolving->at] == NULL)
    {
      g_task_return_pointer (task, g_array_ref (resolving->ids), (GDestroyNotify) g_array_unref);
      return;
    }

  ask_page (task, resolving->names[resolving->at], page_read_cb);
}

/**
 * vsl_wordpress_terms_resolve_async:
 * @http: the sender
 * @root: the root of the API
 * @memory: what the client of this site saw a moment ago
 * @base: which terms: the last part of their route, such as %VSL_WORDPRESS_TAGS
 * @names: their names
 * @flags: what to do with those that are not there
 * @cancellable: (nullable): stops it between two requests
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Looks up every name, over as many pages as the site needs.
 */
void
vsl_wordpress_terms_resolve_async (VslHttp                *http,
                                   GUri                   *root,
                                   VslWordpressMemory     *memory,
                                   const char             *base,
                                   const char * const     *names,
                                   VslWordpressTermsFlags  flags,
                                   GCancellable           *cancellable,
                                   GAsyncReadyCallback     callback,
                                   gpointer                user_data)
{
  g_autoptr(GTask) task = NULL;
  Resolving *resolving;

  g_return_if_fail (VSL_IS_HTTP (http) && root != NULL && base != NULL && names != NULL);

  task = g_task_new (http, NULL, callback, user_data);
  g_task_set_source_tag (task, vsl_wordpress_terms_resolve_async);

  resolving = g_new0 (Resolving, 1);
  resolving->root = g_uri_ref (root);
  resolving->memory = vsl_wordpress_memory_ref (memory);
  resolving->base = g_strdup (base);
  resolving->names = g_strdupv ((char **) names);
  resolving->page = 1;
  resolving->flags = flags;
  resolving->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  resolving->missing = g_ptr_array_new_with_free_func (g_object_unref);
  if (cancellable != NULL)
    resolving->cancellable = g_object_ref (cancellable);
  g_task_set_task_data (task, resolving, (GDestroyNotify) resolving_free);

  look_up (task);
}

/**
 * vsl_wordpress_terms_resolve_finish:
 * @http: the sender
 * @result: what the callback was given
 * @missing: (out) (transfer full) (element-type VslMissingTerm): those that the site does not have;
 *   empty when none
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type gint64): the ids, ascending, each once, or %NULL with a
 *   #VslCmsError
 */
GArray *
vsl_wordpress_terms_resolve_finish (VslHttp       *http,
                                    GAsyncResult  *result,
                                    GPtrArray    **missing,
                                    GError       **error)
{
  Resolving *resolving;
  GArray *ids;

  g_return_val_if_fail (g_task_is_valid (result, http), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, vsl_wordpress_terms_resolve_async), NULL);

  ids = g_task_propagate_pointer (G_TASK (result), error);
  if (ids == NULL)
    return NULL;

  resolving = g_task_get_task_data (G_TASK (result));
  *missing = g_steal_pointer (&resolving->missing);

  return ids;
}
