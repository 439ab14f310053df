/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cms"

#include "config.h"

#include "cms/vsl-wordpress-rival.h"

#include "cms/vsl-http-failure.h"
#include "cms/vsl-wordpress-api.h"
#include "cms/vsl-wordpress-error.h"
#include "cms/vsl-wordpress-loss.h"
#include "core/vsl-json.h"

#include <string.h>

/*
 * Somebody else who wrote between our look at a post and our own write. WordPress refuses neither, but it
 * keeps a revision of every text that was ever there. So what was overwritten can be told and shown.
 */

#define MAX_REVISIONS "20"

typedef struct
{
  char   *id;       /* (owned) of the post */
  gint64  revision; /* the newest that we know of */
  char   *before;   /* (owned) hashes of its text then, and after our write */
  char   *after;    /* (owned) */
} Look;

static void
look_free (Look *look)
{
  g_free (look->id);
  g_free (look->before);
  g_free (look->after);
  g_free (look);
}

static char *
join (const char *title,
      const char *content,
      const char *excerpt)
{
  return g_strjoin ("\x1F", title, content, excerpt, NULL);
}

static const char *
get_raw (JsonObject *revision,
         const char *member)
{
  JsonObject *field = vsl_json_get_object (revision, member, NULL);
  const char *raw = field != NULL ? vsl_json_get_string (field, "raw", NULL) : NULL;

  return raw != NULL ? raw : "";
}

/* A text that is neither what we saw nor what came of our write is somebody else's. What the editor of
 * the site saves by itself is no text of the post yet. */
static gboolean
is_rival (const Look *look,
          JsonObject *revision,
          gint64     *id)
{
  const char *slug = vsl_json_get_string (revision, "slug", NULL);
  g_autofree char *text = NULL;

  if (!vsl_json_get_int (revision, "id", 1, G_MAXINT64, id, NULL) || *id <= look->revision ||
      (slug != NULL && strstr (slug, "-autosave-") != NULL))
    return FALSE;

  text = join (get_raw (revision, "title"), get_raw (revision, "content"), get_raw (revision, "excerpt"));

  return strcmp (text, look->before) != 0 && strcmp (text, look->after) != 0;
}

static VslRemoteCopy *
to_copy (const Look *look,
         JsonObject *revision,
         gint64      id)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  g_autoptr(VslRemoteText) text =
    vsl_remote_text_new (get_raw (revision, "title"), get_raw (revision, "excerpt"),
                         get_raw (revision, "content"), "blocks", NULL, g_get_real_time ());
  g_autoptr(VslRemoteCopy) copy =
    vsl_remote_copy_new (look->id, NULL, VSL_REMOTE_UNKNOWN, NULL, NULL, number,
                         vsl_json_get_string (revision, "modified_gmt", NULL), NULL);

  return vsl_remote_copy_new_with_text (copy, text);
}

/* The site gives the newest first. */
static GPtrArray *
list_rivals (const Look *look,
             JsonArray  *revisions)
{
  GPtrArray *rivals = g_ptr_array_new_with_free_func (g_object_unref);
  guint i;

  for (i = json_array_get_length (revisions); i > 0; i--)
    {
      JsonObject *revision = vsl_json_as_object (json_array_get_element (revisions, i - 1), NULL);
      gint64 id = 0;

      if (revision != NULL && is_rival (look, revision, &id))
        g_ptr_array_add (rivals, to_copy (look, revision, id));
    }

  return rivals;
}

static void
revisions_read_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(VslHttpReply) reply = vsl_http_send_finish (VSL_HTTP (object), result, &error);
  g_autoptr(JsonNode) root = reply != NULL ? vsl_wordpress_error_judge (reply, &error) : NULL;

  if (root == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else if (!JSON_NODE_HOLDS_ARRAY (root))
    g_task_return_error (task, vsl_http_failure_of_format (reply, NULL));
  else
    g_task_return_pointer (task, list_rivals (g_task_get_task_data (task), json_node_get_array (root)),
                           (GDestroyNotify) g_ptr_array_unref);
}

static gboolean
has_text (JsonObject *sent)
{
  return json_object_has_member (sent, "title") || json_object_has_member (sent, "content") ||
         json_object_has_member (sent, "excerpt");
}

/* Our write makes one revision, or none when it has no text in it; the count that the answer tells shows
 * anything else. A site that keeps no revisions gives no count. */
static gboolean
is_suspected (gint64            known,
              VslWordpressPost *before,
              VslWordpressPost *after,
              JsonNode         *sent)
{
  if (after->revision == 0)
    return FALSE;
  /* The site reads the text and the revisions one after the other: a look can have the old text beside
   * the revision of a write that came between. */
  if (before->revision != known)
    return TRUE;
  /* The first write of all makes one, whatever is in it. */
  if (before->revision == 0)
    return after->n_revisions > 1;
  if (sent == NULL || !has_text (json_node_get_object (sent)))
    return after->revision != before->revision;

  return after->n_revisions != before->n_revisions + 1;
}

static gboolean
differs (const char *a,
         const char *b)
{
  g_autofree char *difference = vsl_wordpress_loss_describe (a, b, "");

  return difference != NULL;
}

/* What we did not send stays as it was, unless somebody else sends it. */
static gboolean
was_changed (JsonObject *sent,
             const char *member,
             const char *before,
             const char *after)
{
  return (sent == NULL || !json_object_has_member (sent, member)) && differs (before, after);
}

/* Two writes can be so near that the answer to ours has their text in it, and then ours may be in no
 * revision at all. What the site only cleans up, it does not put words into. */
static gboolean
is_in_answer (VslWordpressPost *before,
              VslWordpressPost *after,
              JsonNode         *sent)
{
  JsonObject *object = sent != NULL ? json_node_get_object (sent) : NULL;
  const char *content = object != NULL ? vsl_json_get_string (object, "content", NULL) : NULL;

  if (was_changed (object, "title", before->title, after->title) ||
      was_changed (object, "content", before->content, after->content) ||
      was_changed (object, "excerpt", before->excerpt, after->excerpt))
    return TRUE;

  return content != NULL && differs (content, after->content) && differs (after->content, content);
}

/**
 * vsl_wordpress_rival_look_async:
 * @http: the sender
 * @root: the root of the API
 * @base: the copy as we knew it before we looked
 * @before: the post when we looked
 * @after: the post in the answer to our write
 * @sent: (nullable): our write
 * @cancellable: (nullable): stops it
 * @callback: called when it is known
 * @user_data: for @callback
 *
 * Looks for texts of somebody else: in the answer, and, when its count of revisions shows that there may be
 * one, among the newest revisions.
 */
void
vsl_wordpress_rival_look_async (VslHttp             *http,
                                GUri                *root,
                                VslRemoteCopy       *base,
                                VslWordpressPost    *before,
                                VslWordpressPost    *after,
                                JsonNode            *sent,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  g_autoptr(GUri) uri = NULL;
  g_autoptr(VslHttpRequest) request = NULL;
  g_autofree char *route = NULL;
  const char *revision;
  gint64 known;
  Look *look;

  g_return_if_fail (VSL_IS_HTTP (http) && root != NULL && base != NULL && before != NULL && after != NULL);

  task = g_task_new (http, NULL, callback, user_data);
  g_task_set_source_tag (task, vsl_wordpress_rival_look_async);
  if (is_in_answer (before, after, sent))
    {
      GPtrArray *rivals = g_ptr_array_new_with_free_func (g_object_unref);

      g_ptr_array_add (rivals, vsl_wordpress_post_to_copy_with_text (after, root));
      g_task_return_pointer (task, rivals, (GDestroyNotify) g_ptr_array_unref);
      return;
    }
  revision = vsl_remote_copy_get_revision (base);
  known = revision != NULL ? g_ascii_strtoll (revision, NULL, 10) : 0;
  if (known == 0)
    known = before->revision;
  if (!is_suspected (known, before, after, sent))
    {
      g_task_return_pointer (task, g_ptr_array_new_with_free_func (g_object_unref),
                             (GDestroyNotify) g_ptr_array_unref);
      return;
    }

  look = g_new0 (Look, 1);
  look->id = g_strdup_printf ("%" G_GINT64_FORMAT, after->id);
  look->revision = MIN (known, before->revision);
  look->before = join (before->title, before->content, before->excerpt);
  look->after = join (after->title, after->content, after->excerpt);
  g_task_set_task_data (task, look, (GDestroyNotify) look_free);

  route = g_strconcat ("wp/v2/posts/", look->id, "/revisions", NULL);
  uri = vsl_wordpress_api_uri (root, route, "context", "edit", "per_page", MAX_REVISIONS,
                               "_fields", "id,slug,modified_gmt,title,content,excerpt", NULL);
  request = vsl_http_request_new ("GET", uri, VSL_HTTP_READ);
  vsl_http_send_async (http, request, cancellable, revisions_read_cb, g_steal_pointer (&task));
}

/**
 * vsl_wordpress_rival_look_finish:
 * @http: the sender
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type VslRemoteCopy): what others wrote, with its text, and the number
 *   of its revision as the revision, the newest last; empty when nobody did
 */
GPtrArray *
vsl_wordpress_rival_look_finish (VslHttp       *http,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, http), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, vsl_wordpress_rival_look_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
