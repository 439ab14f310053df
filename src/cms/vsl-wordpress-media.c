/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cms"

#include "config.h"

#include "cms/vsl-wordpress-media.h"

#include "cms/vsl-cms-error.h"
#include "cms/vsl-http-failure.h"
#include "cms/vsl-media-file.h"
#include "cms/vsl-media-sending.h"
#include "cms/vsl-wordpress-api.h"
#include "cms/vsl-wordpress-error.h"
#include "core/vsl-json.h"

#include <glib/gi18n.h>
#include <string.h>

#define FIELDS "id,source_url,slug,media_details"

/* How often a site is asked to finish the sizes of a picture that it has. */
#define MAX_POST_PROCESS 3

/*
 * One picture to one WordPress. The file goes as the raw body of one POST, which, other than a form,
 * is not bound by PHP's limits; its name is ASCII, because WordPress takes no other, and holds our
 * token; Content-MD5 lets the site refuse a file that was cut off. The words go in a second request.
 *
 * A site that fails while it makes the smaller sizes has the picture already and tells its number:
 * it is asked to go on with those, and when it cannot, the half picture is deleted there.
 */
typedef struct
{
  VslMediaSending   base;
  VslRemotePicture *picture;     /* (owned) (nullable) */
  char             *half_id;     /* (owned) (nullable) of a picture without its sizes */
  guint             n_post_process;
} Sending;

static void post_process (GTask *task);

static void
sending_free (Sending *sending)
{
  vsl_media_sending_clear (&sending->base);
  g_clear_pointer (&sending->picture, vsl_remote_picture_free);
  g_free (sending->half_id);
  g_free (sending);
}

static GUri *
picture_uri (Sending    *sending,
             const char *id,
             const char *action)
{
  g_autofree char *route = g_strconcat ("wp/v2/media", id != NULL ? "/" : "",
                                        id != NULL ? id : "", action, NULL);

  return vsl_wordpress_api_uri (sending->base.root, route, "context", "edit", "_fields", FIELDS, NULL);
}

static guint
get_pixels (JsonObject *details,
            const char *name)
{
  gint64 pixels = 0;

  if (details == NULL || !vsl_json_get_int (details, name, 1, G_MAXINT, &pixels, NULL))
    return 0;

  return (guint) pixels;
}

static VslRemotePicture *
parse_picture (JsonNode *node)
{
  JsonObject *object = vsl_json_as_object (node, NULL);
  JsonObject *details;
  const char *url;
  g_autofree char *id = NULL;
  gint64 number;

  if (object == NULL || !vsl_json_get_int (object, "id", 1, G_MAXINT64, &number, NULL))
    return NULL;
  url = vsl_json_get_string (object, "source_url", NULL);
  if (url == NULL || *url == '\0')
    return NULL;

  details = vsl_json_get_object (object, "media_details", NULL);
  id = g_strdup_printf ("%" G_GINT64_FORMAT, number);

  return vsl_remote_picture_new (id, url, NULL, get_pixels (details, "width"),
                                 get_pixels (details, "height"));
}

/* Reads the answer about one picture; returns the error to the caller of @task when there is one. */
static VslRemotePicture *
read_picture (GTask        *task,
              VslHttpReply *reply)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonNode) root = vsl_wordpress_error_judge (reply, &error);
  VslRemotePicture *picture = NULL;

  if (root != NULL)
    picture = parse_picture (root);
  if (root != NULL && picture == NULL)
    error = vsl_http_failure_of_format (reply, NULL);
  if (picture == NULL)
    vsl_media_sending_return_error (task, g_steal_pointer (&error));

  return picture;
}

static void
words_sent_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(VslRemotePicture) picture = NULL;
  g_autoptr(VslHttpReply) reply = vsl_http_send_finish (VSL_HTTP (object), result, &error);
  Sending *sending = g_task_get_task_data (task);

  if (reply == NULL)
    {
      vsl_media_sending_return_error (task, g_steal_pointer (&error));
      return;
    }
  picture = read_picture (task, reply);
  if (picture == NULL)
    return;
  if (sending->picture != NULL && g_strcmp0 (picture->id, sending->picture->id) != 0)
    {
      vsl_media_sending_return_error (task, vsl_http_failure_of_format (reply, NULL));
      return;
    }

  vsl_media_sending_return_picture (task, g_steal_pointer (&picture));
}

static void
send_words (GTask      *task,
            const char *id)
{
  Sending *sending = g_task_get_task_data (task);
  g_autoptr(GUri) uri = picture_uri (sending, id, "");
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(JsonNode) body = NULL;
  g_autoptr(VslHttpRequest) request = vsl_http_request_new ("POST", uri, VSL_HTTP_EFFECT);
  g_autofree char *caption = vsl_wordpress_text_escape (sending->base.copy->upload.caption);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "alt_text");
  json_builder_add_string_value (builder, sending->base.copy->upload.alt);
  json_builder_set_member_name (builder, "caption");
  json_builder_add_string_value (builder, caption);
  json_builder_end_object (builder);
  body = json_builder_get_root (builder);
  vsl_http_request_set_json (request, body);
  vsl_http_send_async (g_task_get_source_object (task), request, NULL, words_sent_cb,
                       g_object_ref (task));
}

static void
go_on_with (GTask            *task,
            VslRemotePicture *picture)
{
  Sending *sending = g_task_get_task_data (task);

  g_clear_pointer (&sending->picture, vsl_remote_picture_free);
  sending->picture = picture;
  send_words (task, picture->id);
}

static void
half_deleted_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(VslHttpReply) reply = vsl_http_send_finish (VSL_HTTP (object), result, &error);
  Sending *sending = g_task_get_task_data (task);

  if (reply == NULL || !vsl_http_reply_is_success (reply))
    g_task_return_new_error (task, VSL_CMS_ERROR, VSL_CMS_ERROR_IN_DOUBT,
                             _("“%s” received a picture but cannot make its smaller sizes. Try "
                               "again later."), sending->base.site);
  else
    g_task_return_new_error (task, VSL_CMS_ERROR, VSL_CMS_ERROR_FAILED,
                             _("“%s” received a picture but cannot make its smaller sizes, so it "
                               "was taken away again. Choose a smaller size of pictures for this "
                               "site, or ask the web manager to give it more memory."),
                             sending->base.site);
}

static void
delete_half (GTask *task)
{
  Sending *sending = g_task_get_task_data (task);
  g_autofree char *route = g_strconcat ("wp/v2/media/", sending->half_id, NULL);
  g_autoptr(GUri) uri = vsl_wordpress_api_uri (sending->base.root, route, "force", "true", NULL);
  g_autoptr(VslHttpRequest) request = vsl_http_request_new ("POST", uri, VSL_HTTP_EFFECT);

  /* POST with another method inside: firewalls often refuse a DELETE. */
  vsl_http_request_add_header (request, "X-HTTP-Method-Override", "DELETE");
  vsl_http_send_async (g_task_get_source_object (task), request, NULL, half_deleted_cb,
                       g_object_ref (task));
}

static void
processed_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(VslHttpReply) reply = vsl_http_send_finish (VSL_HTTP (object), result, NULL);
  g_autoptr(JsonNode) root = NULL;
  Sending *sending = g_task_get_task_data (task);
  VslRemotePicture *picture = NULL;

  if (reply != NULL && vsl_http_reply_is_success (reply))
    root = vsl_http_reply_parse_json (reply, NULL);
  if (root != NULL)
    picture = parse_picture (root);

  if (picture != NULL)
    go_on_with (task, picture);
  else if (sending->n_post_process < MAX_POST_PROCESS)
    post_process (task);
  else
    delete_half (task);
}

static void
post_process (GTask *task)
{
  Sending *sending = g_task_get_task_data (task);
  g_autoptr(GUri) uri = picture_uri (sending, sending->half_id, "/post-process");
  g_autoptr(VslHttpRequest) request = vsl_http_request_new ("POST", uri, VSL_HTTP_EFFECT);
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(JsonNode) body = NULL;

  sending->n_post_process++;
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "action");
  json_builder_add_string_value (builder, "create-image-subsizes");
  json_builder_end_object (builder);
  body = json_builder_get_root (builder);
  vsl_http_request_set_json (request, body);
  vsl_http_send_async (g_task_get_source_object (task), request, NULL, processed_cb,
                       g_object_ref (task));
}

/* The number of a picture that the site has, though it failed with it. */
static char *
dup_half_id (VslHttpReply *reply)
{
  const char *id = vsl_http_reply_get_header (reply, "X-WP-Upload-Attachment-ID");

  if (reply->status < 500 || id == NULL || *id == '\0' || strspn (id, "0123456789") != strlen (id))
    return NULL;

  return g_strdup (id);
}

static void
file_sent_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(VslHttpReply) reply = vsl_http_send_finish (VSL_HTTP (object), result, &error);
  Sending *sending = g_task_get_task_data (task);
  VslRemotePicture *picture;

  if (reply == NULL)
    {
      vsl_media_sending_return_error (task, g_steal_pointer (&error));
      return;
    }

  sending->half_id = dup_half_id (reply);
  if (sending->half_id != NULL)
    {
      post_process (task);
      return;
    }

  picture = read_picture (task, reply);
  if (picture != NULL)
    go_on_with (task, picture);
}

static void
file_opened_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(VslMediaFile) file = vsl_media_file_open_finish (result, &error);
  g_autoptr(VslHttpRequest) request = NULL;
  g_autoptr(GUri) uri = NULL;
  g_autofree char *disposition = NULL;
  Sending *sending = g_task_get_task_data (task);
  const VslCmsUpload *upload = &sending->base.copy->upload;

  if (file == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  uri = picture_uri (sending, NULL, "");
  disposition = g_strdup_printf ("attachment; filename=\"%s\"", upload->name);
  request = vsl_http_request_new ("POST", uri, VSL_HTTP_EFFECT);
  vsl_http_request_set_stream (request, file->stream, file->length, upload->content_type,
                               upload->progress, upload->progress_data);
  vsl_http_request_add_header (request, "Content-Disposition", disposition);
  vsl_http_request_add_header (request, "Content-MD5", file->md5);
  vsl_http_send_async (g_task_get_source_object (task), request, sending->base.cancellable,
                       file_sent_cb, g_object_ref (task));
}

/* Among what a search gave: a picture whose file has our token in its name. */
static VslRemotePicture *
choose_picture (JsonArray  *array,
                const char *token)
{
  guint i;

  for (i = 0; i < json_array_get_length (array); i++)
    {
      g_autoptr(VslRemotePicture) picture = parse_picture (json_array_get_element (array, i));
      const char *name = picture != NULL ? strrchr (picture->url, '/') : NULL;

      if (name != NULL && strstr (name, token) != NULL)
        return g_steal_pointer (&picture);
    }

  return NULL;
}

static void
looked_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(VslHttpReply) reply = vsl_http_send_finish (VSL_HTTP (object), result, &error);
  g_autoptr(JsonNode) root = NULL;
  Sending *sending = g_task_get_task_data (task);
  VslRemotePicture *picture;
  JsonArray *array;

  if (reply != NULL)
    root = vsl_wordpress_error_judge (reply, &error);
  array = root != NULL ? vsl_json_as_array (root, NULL) : NULL;
  if (root != NULL && array == NULL)
    error = vsl_http_failure_of_format (reply, NULL);
  if (array == NULL)
    {
      vsl_media_sending_return_error (task, g_steal_pointer (&error));
      return;
    }

  picture = choose_picture (array, sending->base.copy->upload.token);
  if (picture != NULL)
    go_on_with (task, picture);
  else
    vsl_media_sending_return_picture (task, NULL);
}

static void
look (GTask *task)
{
  Sending *sending = g_task_get_task_data (task);
  g_autoptr(GUri) uri = vsl_wordpress_api_uri (sending->base.root, "wp/v2/media", "context", "edit",
                                               "search", sending->base.copy->upload.token,
                                               "per_page", "20", "_fields", FIELDS, NULL);
  g_autoptr(VslHttpRequest) request = vsl_http_request_new ("GET", uri, VSL_HTTP_READ);

  vsl_http_send_async (g_task_get_source_object (task), request, sending->base.cancellable, looked_cb,
                       g_object_ref (task));
}

static void
check (GTask      *task,
       const char *id)
{
  Sending *sending = g_task_get_task_data (task);
  g_autoptr(GUri) uri = picture_uri (sending, id, "");
  g_autoptr(VslHttpRequest) request = vsl_http_request_new ("GET", uri, VSL_HTTP_READ);

  vsl_http_send_async (g_task_get_source_object (task), request, sending->base.cancellable,
                       words_sent_cb, g_object_ref (task));
}

/**
 * vsl_wordpress_media_send_async:
 * @http: the sender
 * @root: the root of the API
 * @upload: what a picture is to become
 * @cancellable: (nullable): stops it before the picture is sent, not after
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Puts a picture on the site, or looks for it there.
 */
void
vsl_wordpress_media_send_async (VslHttp             *http,
                                GUri                *root,
                                const VslCmsUpload  *upload,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  Sending *sending;

  g_return_if_fail (VSL_IS_HTTP (http) && root != NULL && upload != NULL);

  task = g_task_new (http, NULL, callback, user_data);
  g_task_set_source_tag (task, vsl_wordpress_media_send_async);
  sending = g_new0 (Sending, 1);
  vsl_media_sending_init (&sending->base, root, upload, cancellable);
  g_task_set_task_data (task, sending, (GDestroyNotify) sending_free);

  switch (vsl_media_sending_get_step (&sending->base))
    {
    case VSL_MEDIA_CHECK:
      check (task, upload->remote_id);
      break;
    case VSL_MEDIA_SEND_WORDS:
      send_words (task, upload->remote_id);
      break;
    case VSL_MEDIA_LOOK:
      look (task);
      break;
    case VSL_MEDIA_SEND_FILE:
    default:
      vsl_media_file_open_async (upload->files[0].path, sending->base.cancellable, file_opened_cb,
                                 g_object_ref (task));
    }
}

/**
 * vsl_wordpress_media_send_finish:
 * @http: the sender
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the picture as the site has it; %NULL without an error when
 *   it was only looked for and is not there
 */
VslRemotePicture *
vsl_wordpress_media_send_finish (VslHttp       *http,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, http), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, vsl_wordpress_media_send_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
