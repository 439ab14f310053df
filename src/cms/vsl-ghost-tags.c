/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cms"

#include "config.h"

#include "cms/vsl-ghost-tags.h"

#include "cms/vsl-cms-error.h"
#include "cms/vsl-ghost-api.h"
#include "cms/vsl-http-address.h"
#include "cms/vsl-http-failure.h"
#include "core/vsl-json.h"
#include "core/vsl-text.h"

#include <glib/gi18n.h>
#include <string.h>

/*
 * From the names of tags to their ids on a Ghost, which would make a second tag of a name it already
 * has. A name is found when it is the same but for case; the same case goes first.
 */

#define MAX_PAGES 100

typedef struct
{
  char         **names;       /* (owned) */
  guint          at;          /* index of the name being looked for */
  guint          page;        /* of what contains it, from 1 */
  char          *other;       /* (owned) (nullable) id of a tag of that name in other case */
  gboolean       create;
  GCancellable  *cancellable; /* (owned) (nullable) */
  GPtrArray     *ids;         /* (owned) of char * */
  GPtrArray     *missing;     /* (owned) of char * */
} Resolving;

static void look_up (GTask *task);

static void
resolving_free (Resolving *resolving)
{
  g_strfreev (resolving->names);
  g_free (resolving->other);
  g_clear_object (&resolving->cancellable);
  g_clear_pointer (&resolving->ids, g_ptr_array_unref);
  g_clear_pointer (&resolving->missing, g_ptr_array_unref);
  g_free (resolving);
}

static void
next_name (Resolving *resolving)
{
  resolving->at++;
  resolving->page = 1;
  g_clear_pointer (&resolving->other, g_free);
}

static void
found (GTask      *task,
       const char *id)
{
  Resolving *resolving = g_task_get_task_data (task);

  if (!g_ptr_array_find_with_equal_func (resolving->ids, id, g_str_equal, NULL))
    g_ptr_array_add (resolving->ids, g_strdup (id));
  next_name (resolving);
  look_up (task);
}

/* The id of the tag of that very name; else @other of one in other case. */
static const char *
search (JsonNode    *root,
        const char  *wanted,
        const char **other)
{
  JsonObject *object = vsl_json_as_object (root, NULL);
  JsonArray *tags = object != NULL ? vsl_json_get_array (object, "tags", NULL) : NULL;
  g_autofree char *folded = g_utf8_casefold (wanted, -1);
  guint i;

  *other = NULL;
  for (i = 0; tags != NULL && i < json_array_get_length (tags); i++)
    {
      JsonObject *tag = vsl_json_as_object (json_array_get_element (tags, i), NULL);
      const char *name = tag != NULL ? vsl_json_get_string (tag, "name", NULL) : NULL;
      const char *id = tag != NULL ? vsl_json_get_string (tag, "id", NULL) : NULL;
      g_autofree char *folded_name = name != NULL ? g_utf8_casefold (name, -1) : NULL;

      if (name == NULL || id == NULL)
        continue;
      if (strcmp (name, wanted) == 0)
        return id;
      if (*other == NULL && strcmp (folded_name, folded) == 0)
        *other = id;
    }

  return NULL;
}

/* Ghost 6 gives 100 at most, whatever is asked for, and names a next page also behind the last. */
static gboolean
has_more (JsonNode *root)
{
  JsonObject *object = vsl_json_as_object (root, NULL);
  JsonArray *tags = object != NULL ? vsl_json_get_array (object, "tags", NULL) : NULL;
  JsonObject *meta = object != NULL ? vsl_json_get_object (object, "meta", NULL) : NULL;
  JsonObject *pages = meta != NULL ? vsl_json_get_object (meta, "pagination", NULL) : NULL;
  gint64 next;

  return tags != NULL && json_array_get_length (tags) > 0 && pages != NULL &&
         vsl_json_get_int (pages, "next", 2, MAX_PAGES, &next, NULL);
}

static void
tag_created_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonNode) root = NULL;
  g_autoptr(VslHttpReply) reply = vsl_ghost_session_send_finish (object, result, &root, &error);
  VslGhostSession *session = g_task_get_source_object (task);
  Resolving *resolving = g_task_get_task_data (task);
  const char *name = resolving->names[resolving->at];
  g_autofree char *plain = vsl_text_collapse_spaces (name);
  const char *other = NULL;
  const char *id = reply != NULL ? search (root, plain, &other) : NULL;

  if (id == NULL)
    id = other;
  if (id != NULL)
    {
      found (task, id);
    }
  else if (error != NULL && !g_error_matches (error, VSL_CMS_ERROR, VSL_CMS_ERROR_IN_DOUBT))
    {
      g_task_return_error (task, g_steal_pointer (&error));
    }
  else
    {
      g_autofree char *site = vsl_http_address_dup_name (vsl_ghost_session_get_root (session));

      g_task_return_new_error (task, VSL_CMS_ERROR, VSL_CMS_ERROR_BUSY,
                               _("The tag “%s” could not be made on “%s”. The article itself was "
                                 "not sent. Try again later."), name, site);
    }
}

static void
create_tag (GTask *task)
{
  VslGhostSession *session = g_task_get_source_object (task);
  Resolving *resolving = g_task_get_task_data (task);
  g_autoptr(GUri) uri = vsl_ghost_api_uri (vsl_ghost_session_get_root (session), "tags/",
                                           "fields", "id,name", NULL);
  g_autofree char *name = vsl_text_collapse_spaces (resolving->names[resolving->at]);
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(JsonNode) body = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "tags");
  json_builder_begin_array (builder);
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "name");
  json_builder_add_string_value (builder, name);
  json_builder_end_object (builder);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  body = json_builder_get_root (builder);

  vsl_ghost_session_send (session, "POST", uri, body, VSL_HTTP_EFFECT, resolving->cancellable,
                          tag_created_cb, g_object_ref (task));
}

static void
tags_found_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonNode) root = NULL;
  g_autoptr(VslHttpReply) reply = vsl_ghost_session_send_finish (object, result, &root, &error);
  Resolving *resolving = g_task_get_task_data (task);
  g_autofree char *plain = NULL;
  const char *other;
  const char *id;

  if (reply == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  plain = vsl_text_collapse_spaces (resolving->names[resolving->at]);
  id = search (root, plain, &other);
  if (resolving->other == NULL)
    resolving->other = g_strdup (other);
  if (id != NULL)
    {
      found (task, id);
    }
  else if (has_more (root))
    {
      resolving->page++;
      look_up (task);
    }
  else if (resolving->other != NULL)
    {
      found (task, resolving->other);
    }
  else if (resolving->create)
    {
      create_tag (task);
    }
  else
    {
      g_ptr_array_add (resolving->missing, g_strdup (resolving->names[resolving->at]));
      next_name (resolving);
      look_up (task);
    }
}

static void
look_up (GTask *task)
{
  VslGhostSession *session = g_task_get_source_object (task);
  Resolving *resolving = g_task_get_task_data (task);
  g_autofree char *plain = NULL;
  g_autofree char *quoted = NULL;
  g_autofree char *filter = NULL;
  g_autofree char *page = NULL;
  g_autoptr(GUri) uri = NULL;

  while (resolving->names[resolving->at] != NULL &&
         vsl_text_is_blank (resolving->names[resolving->at]))
    resolving->at++;
  if (resolving->names[resolving->at] == NULL)
    {
      g_task_return_pointer (task, g_ptr_array_ref (resolving->ids),
                             (GDestroyNotify) g_ptr_array_unref);
      return;
    }

  /* `~` finds what contains it, in any case; the very name is chosen from that. */
  plain = vsl_text_collapse_spaces (resolving->names[resolving->at]);
  quoted = vsl_ghost_api_quote (plain);
  filter = g_strconcat ("name:~", quoted, NULL);
  page = g_strdup_printf ("%u", resolving->page);
  uri = vsl_ghost_api_uri (vsl_ghost_session_get_root (session), "tags/", "filter", filter,
                           "fields", "id,name", "limit", "100", "page", page, NULL);
  vsl_ghost_session_send (session, "GET", uri, NULL, VSL_HTTP_READ, resolving->cancellable,
                          tags_found_cb, g_object_ref (task));
}

/**
 * vsl_ghost_tags_resolve_async:
 * @session: a session that knows its root
 * @names: names of tags
 * @create: whether a tag that is not there may be made
 * @cancellable: (nullable): stops it between two requests
 * @callback: called when it is done
 * @user_data: for @callback
 */
void
vsl_ghost_tags_resolve_async (VslGhostSession     *session,
                              const char * const  *names,
                              gboolean             create,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  Resolving *resolving;

  g_return_if_fail (VSL_IS_GHOST_SESSION (session) && names != NULL);

  task = g_task_new (session, NULL, callback, user_data);
  g_task_set_source_tag (task, vsl_ghost_tags_resolve_async);

  resolving = g_new0 (Resolving, 1);
  resolving->names = g_strdupv ((char **) names);
  resolving->create = create;
  resolving->page = 1;
  resolving->ids = g_ptr_array_new_with_free_func (g_free);
  resolving->missing = g_ptr_array_new_with_free_func (g_free);
  if (cancellable != NULL)
    resolving->cancellable = g_object_ref (cancellable);
  g_task_set_task_data (task, resolving, (GDestroyNotify) resolving_free);

  look_up (task);
}

/**
 * vsl_ghost_tags_resolve_finish:
 * @session: a session
 * @result: what the callback was given
 * @missing: (out) (transfer full): the names that the site does not have; empty when none
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type utf8): the ids, each once, or %NULL with a #VslCmsError
 */
GPtrArray *
vsl_ghost_tags_resolve_finish (VslGhostSession  *session,
                               GAsyncResult     *result,
                               char           ***missing,
                               GError          **error)
{
  Resolving *resolving;
  GPtrArray *ids;

  g_return_val_if_fail (g_task_is_valid (result, session), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, vsl_ghost_tags_resolve_async), NULL);

  ids = g_task_propagate_pointer (G_TASK (result), error);
  if (ids == NULL)
    return NULL;

  resolving = g_task_get_task_data (G_TASK (result));
  g_ptr_array_add (resolving->missing, NULL);
  *missing = (char **) g_ptr_array_free (g_steal_pointer (&resolving->missing), FALSE);
  g_clear_pointer (&resolving->ids, g_ptr_array_unref);

  return ids;
}
