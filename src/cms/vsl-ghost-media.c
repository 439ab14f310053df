/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cms"

#include "config.h"

#include "cms/vsl-ghost-media.h"

#include "cms/vsl-cms-error.h"
#include "cms/vsl-form-stream.h"
#include "cms/vsl-ghost-api.h"
#include "cms/vsl-http-failure.h"
#include "cms/vsl-media-file.h"
#include "cms/vsl-media-sending.h"
#include "core/vsl-json.h"

#include <glib/gi18n.h>
#include <string.h>

/*
 * One picture to one Ghost, as a form with a file in it. Ghost has no list of pictures and keeps no
 * words with them; those go with the article. Where a picture will be follows from its name and the
 * month, so whether it arrived is seen by asking for it there, in this month and the one before.
 */
typedef struct
{
  VslMediaSending base;
  GUri *looked_at; /* (owned) (nullable) */
  guint n_looks;
} Sending;

static void look (GTask *task);

static void
sending_free (Sending *sending)
{
  vsl_media_sending_clear (&sending->base);
  g_clear_pointer (&sending->looked_at, g_uri_unref);
  g_free (sending);
}

static void
return_picture (GTask      *task,
                const char *url)
{
  Sending *sending = g_task_get_task_data (task);
  const VslCmsFile *file = &sending->base.copy->upload.files[0];

  vsl_media_sending_return_picture (task, vsl_remote_picture_new (NULL, url, NULL, file->width,
                                                                  file->height));
}

/* Ghost's own sentence about a file that it refuses is in English, and for programs. */
static void
return_error (GTask  *task,
              GError *error)
{
  Sending *sending = g_task_get_task_data (task);

  if (g_error_matches (error, VSL_CMS_ERROR, VSL_CMS_ERROR_REJECTED))
    {
      g_clear_error (&error);
      error = g_error_new (VSL_CMS_ERROR, VSL_CMS_ERROR_REJECTED,
                           _("“%s” does not accept this file. A JPEG or PNG picture works on "
                             "most sites."), sending->base.site);
    }
  vsl_media_sending_return_error (task, error);
}

static const char *
find_url (JsonNode *root)
{
  JsonObject *object = vsl_json_as_object (root, NULL);
  JsonArray *images = object != NULL ? vsl_json_get_array (object, "images", NULL) : NULL;
  JsonObject *first = NULL;

  if (images != NULL && json_array_get_length (images) > 0)
    first = vsl_json_as_object (json_array_get_element (images, 0), NULL);

  return first != NULL ? vsl_json_get_string (first, "url", NULL) : NULL;
}

static void
file_sent_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonNode) root = NULL;
  g_autoptr(VslHttpReply) reply = vsl_ghost_session_send_finish (object, result, &root, &error);
  const char *url = reply != NULL ? find_url (root) : NULL;

  if (reply != NULL && (url == NULL || *url == '\0'))
    error = vsl_http_failure_of_format (reply, NULL);
  if (error != NULL)
    return_error (task, g_steal_pointer (&error));
  else
    return_picture (task, url);
}

static void
file_opened_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(VslMediaFile) file = vsl_media_file_open_finish (result, &error);
  g_autoptr(GInputStream) form = NULL;
  g_autoptr(VslHttpRequest) request = NULL;
  g_autoptr(GUri) uri = NULL;
  g_autofree char *boundary = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *type = NULL;
  Sending *sending = g_task_get_task_data (task);
  const VslCmsUpload *upload = &sending->base.copy->upload;

  if (file == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  /* No picture of ours holds its own sum between hyphens. */
  boundary = g_strdup_printf ("verslag-%s", file->md5);
  before = g_strdup_printf ("--%s\r\nContent-Disposition: form-data; name=\"ref\"\r\n\r\n%s\r\n"
                            "--%s\r\nContent-Disposition: form-data; name=\"file\"; "
                            "filename=\"%s\"\r\nContent-Type: %s\r\n\r\n",
                            boundary, upload->token, boundary, upload->name, upload->content_type);
  after = g_strdup_printf ("\r\n--%s--\r\n", boundary);
  type = g_strdup_printf ("multipart/form-data; boundary=%s", boundary);
  form = vsl_form_stream_new (before, file->stream, after);

  uri = vsl_ghost_api_uri (sending->base.root, "images/upload", NULL, NULL);
  request = vsl_http_request_new ("POST", uri, VSL_HTTP_EFFECT);
  vsl_http_request_set_stream (request, form, strlen (before) + file->length + strlen (after), type,
                               upload->progress, upload->progress_data);
  vsl_ghost_session_send_request (g_task_get_source_object (task), request, sending->base.cancellable,
                                  file_sent_cb, g_object_ref (task));
}

static void
looked_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(VslHttpReply) reply = vsl_http_send_finish (VSL_HTTP (object), result, &error);
  g_autofree char *url = NULL;
  Sending *sending = g_task_get_task_data (task);

  if (reply == NULL)
    {
      return_error (task, g_steal_pointer (&error));
    }
  else if (vsl_http_reply_is_success (reply) && !vsl_http_reply_looks_like_html (reply))
    {
      url = g_uri_to_string (sending->looked_at);
      return_picture (task, url);
    }
  else if (sending->n_looks < 2)
    {
      look (task);
    }
  else
    {
      vsl_media_sending_return_picture (task, NULL);
    }
}

/* The address that Ghost gives a picture of this name in this month, or so many months before. */
static void
look (GTask *task)
{
  Sending *sending = g_task_get_task_data (task);
  g_autoptr(GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr(GDateTime) month = g_date_time_add_months (now, -(int) sending->n_looks);
  g_autoptr(VslHttpRequest) request = NULL;
  g_autofree char *path = NULL;

  /* From …/ghost/api/admin/ to the home of the site. */
  path = g_strdup_printf ("../../../content/images/%04d/%02d/%s", g_date_time_get_year (month),
                          g_date_time_get_month (month), sending->base.copy->upload.name);
  sending->n_looks++;
  g_clear_pointer (&sending->looked_at, g_uri_unref);
  sending->looked_at = g_uri_parse_relative (sending->base.root, path, SOUP_HTTP_URI_FLAGS, NULL);
  if (sending->looked_at == NULL)
    {
      vsl_media_sending_return_picture (task, NULL);
      return;
    }

  request = vsl_http_request_new ("HEAD", sending->looked_at, VSL_HTTP_READ | VSL_HTTP_ANONYMOUS);
  vsl_ghost_session_send_request (g_task_get_source_object (task), request, sending->base.cancellable,
                                  looked_cb, g_object_ref (task));
}

static void
checked_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(VslHttpReply) reply = vsl_http_send_finish (VSL_HTTP (object), result, NULL);
  Sending *sending = g_task_get_task_data (task);

  if (reply != NULL && (reply->status == 404 || reply->status == 410))
    g_task_return_new_error (task, VSL_CMS_ERROR, VSL_CMS_ERROR_NOT_FOUND,
                             _("A picture is not on “%s” any more."), sending->base.site);
  else
    return_picture (task, sending->base.copy->upload.url);
}

/* Whether a picture is where it was. Only what says that it is not counts; and a place elsewhere, as
 * where pictures are kept for many sites, is not asked. */
static void
check (GTask *task)
{
  Sending *sending = g_task_get_task_data (task);
  const char *url = sending->base.copy->upload.url;
  g_autoptr(GUri) uri = g_uri_parse (url, SOUP_HTTP_URI_FLAGS, NULL);
  g_autoptr(VslHttpRequest) request = NULL;

  if (uri == NULL || g_strcmp0 (g_uri_get_host (uri), g_uri_get_host (sending->base.root)) != 0 ||
      g_uri_get_port (uri) != g_uri_get_port (sending->base.root))
    {
      return_picture (task, url);
      return;
    }

  request = vsl_http_request_new ("HEAD", uri, VSL_HTTP_READ | VSL_HTTP_ANONYMOUS);
  vsl_ghost_session_send_request (g_task_get_source_object (task), request,
                                  sending->base.cancellable, checked_cb, g_object_ref (task));
}

/**
 * vsl_ghost_media_send_async:
 * @session: with the site, whose root is known
 * @upload: what a picture is to become
 * @cancellable: (nullable): stops it before the picture is sent, not after
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Puts a picture on the site, or looks for it there.
 */
void
vsl_ghost_media_send_async (VslGhostSession     *session,
                            const VslCmsUpload  *upload,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  Sending *sending;

  g_return_if_fail (VSL_IS_GHOST_SESSION (session) && upload != NULL);

  task = g_task_new (session, NULL, callback, user_data);
  g_task_set_source_tag (task, vsl_ghost_media_send_async);
  sending = g_new0 (Sending, 1);
  vsl_media_sending_init (&sending->base, vsl_ghost_session_get_root (session), upload, cancellable);
  g_task_set_task_data (task, sending, (GDestroyNotify) sending_free);

  switch (vsl_media_sending_get_step (&sending->base))
    {
    case VSL_MEDIA_CHECK:
    case VSL_MEDIA_SEND_WORDS: /* which go with the article */
      check (task);
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
 * vsl_ghost_media_send_finish:
 * @session: with the site
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the picture as the site has it; %NULL without an error when
 *   it was only looked for and is not there
 */
VslRemotePicture *
vsl_ghost_media_send_finish (VslGhostSession  *session,
                             GAsyncResult     *result,
                             GError          **error)
{
  g_return_val_if_fail (g_task_is_valid (result, session), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, vsl_ghost_media_send_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
