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
#include "core/vsl-text.h"

#include <glib/gi18n.h>

#define PER_PAGE 100
#define MAX_PAGES 20
#define PER_PAGE_TEXT G_STRINGIFY (PER_PAGE)

/*
 * From the names of tags to their ids on a site. A name is found when it is the same but for case
 * and for how WordPress writes `&`, `<` and `>`; something that merely looks like it never is. One
 * name after the other, for the sake of the site.
 */

typedef struct
{
  GUri         *root;        /* (owned) */
  char        **names;       /* (owned) */
  guint         at;          /* index of the name being looked for */
  guint         page;
  gint64        folded_id;   /* same name in other case; 0 when not seen */
  gboolean      create;
  GCancellable *cancellable; /* (owned) (nullable) */
  GArray       *ids;         /* (owned) of gint64, ascending, each once */
  GPtrArray    *missing;     /* (owned) of char * */
} Resolving;

static void look_up (GTask *task);

static void
resolving_free (Resolving *resolving)
{
  g_uri_unref (resolving->root);
  g_strfreev (resolving->names);
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
found (GTask  *task,
       gint64  id)
{
  Resolving *resolving = g_task_get_task_data (task);
  guint i;

  for (i = 0; i < resolving->ids->len; i++)
    if (g_array_index (resolving->ids, gint64, i) >= id)
      break;
  if (i == resolving->ids->len || g_array_index (resolving->ids, gint64, i) != id)
    g_array_insert_val (resolving->ids, i, id);

  next_name (task);
}

/* The article itself has not been sent when a tag fails, so nothing of it can be in doubt. */
static void
return_term_error (GTask        *task,
                   VslHttpReply *reply,
                   GError       *error)
{
  g_autoptr(GError) cause = error;

  if (g_error_matches (cause, VSL_CMS_ERROR, VSL_CMS_ERROR_IN_DOUBT))
    {
      Resolving *resolving = g_task_get_task_data (task);
      g_autofree char *name = vsl_http_address_dup_name (resolving->root);

      g_task_return_new_error (task, VSL_CMS_ERROR, VSL_CMS_ERROR_BUSY,
                               _("The tag “%s” could not be made on “%s”. The article itself was "
                                 "not sent. Try again later."),
                               resolving->names[resolving->at], name);
      return;
    }
  if (reply != NULL && reply->status == 403)
    {
      Resolving *resolving = g_task_get_task_data (task);
      g_autofree char *name = vsl_http_address_dup_name (resolving->root);

      g_task_return_new_error (task, VSL_CMS_ERROR, VSL_CMS_ERROR_FORBIDDEN,
                               _("This user may not make the new tag “%s” on “%s”. Choose a tag "
                                 "that is there, or ask an editor to add it."),
                               resolving->names[resolving->at], name);
      return;
    }

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
  g_autoptr(GUri) uri = vsl_wordpress_api_uri (resolving->root, "wp/v2/tags", "context", "edit",
                                               NULL);
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
not_found (GTask *task)
{
  Resolving *resolving = g_task_get_task_data (task);

  if (resolving->folded_id != 0)
    {
      found (task, resolving->folded_id);
    }
  else if (resolving->create)
    {
      create_term (task);
    }
  else
    {
      g_ptr_array_add (resolving->missing, g_strdup (resolving->names[resolving->at]));
      next_name (task);
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

static void
look_up (GTask *task)
{
  Resolving *resolving = g_task_get_task_data (task);
  g_autofree char *search = NULL;
  g_autofree char *page = NULL;
  g_autoptr(GUri) uri = NULL;
  g_autoptr(VslHttpRequest) request = NULL;

  while (resolving->names[resolving->at] != NULL &&
         vsl_text_is_blank (resolving->names[resolving->at]))
    resolving->at++;
  if (resolving->names[resolving->at] == NULL)
    {
      g_task_return_pointer (task, g_array_ref (resolving->ids), (GDestroyNotify) g_array_unref);
      return;
    }

  search = vsl_wordpress_terms_search_text (resolving->names[resolving->at]);
  page = g_strdup_printf ("%u", resolving->page);
  uri = vsl_wordpress_api_uri (resolving->root, "wp/v2/tags", "search", search, "per_page",
                               PER_PAGE_TEXT, "page", page, "_fields", "id,name", NULL);
  request = vsl_http_request_new ("GET", uri, VSL_HTTP_READ);
  vsl_http_send_async (g_task_get_source_object (task), request, resolving->cancellable,
                       page_read_cb, g_object_ref (task));
}

/**
 * vsl_wordpress_terms_resolve_async:
 * @http: the sender
 * @root: the root of the API
 * @names: names of tags
 * @create: whether a tag that is not there may be made
 * @cancellable: (nullable): stops it between two requests
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Looks up every name, over as many pages as the site needs.
 */
void
vsl_wordpress_terms_resolve_async (VslHttp             *http,
                                   GUri                *root,
                                   const char * const  *names,
                                   gboolean             create,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  Resolving *resolving;

  g_return_if_fail (VSL_IS_HTTP (http) && root != NULL && names != NULL);

  task = g_task_new (http, NULL, callback, user_data);
  g_task_set_source_tag (task, vsl_wordpress_terms_resolve_async);

  resolving = g_new0 (Resolving, 1);
  resolving->root = g_uri_ref (root);
  resolving->names = g_strdupv ((char **) names);
  resolving->page = 1;
  resolving->create = create;
  resolving->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  resolving->missing = g_ptr_array_new_with_free_func (g_free);
  if (cancellable != NULL)
    resolving->cancellable = g_object_ref (cancellable);
  g_task_set_task_data (task, resolving, (GDestroyNotify) resolving_free);

  look_up (task);
}

/**
 * vsl_wordpress_terms_resolve_finish:
 * @http: the sender
 * @result: what the callback was given
 * @missing: (out) (transfer full): the names that the site does not have; empty when none
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type gint64): the ids, ascending, each once, or %NULL with a
 *   #VslCmsError
 */
GArray *
vsl_wordpress_terms_resolve_finish (VslHttp       *http,
                                    GAsyncResult  *result,
                                    char        ***missing,
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
  g_ptr_array_add (resolving->missing, NULL);
  *missing = (char **) g_ptr_array_free (g_steal_pointer (&resolving->missing), FALSE);

  return ids;
}
