/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cms"

#include "config.h"

#include "cms/vsl-doctor.h"

#include "cms/vsl-cms.h"
#include "cms/vsl-doctor-judge.h"
#include "cms/vsl-ghost-api.h"
#include "cms/vsl-http-address.h"
#include "cms/vsl-http.h"
#include "cms/vsl-wordpress-api.h"

#include <string.h>

/*
 * Finds out of a site what vsl_doctor_judge() wants to know: the page that was given as the address,
 * without credentials; then what a publication does first, with the same client; then whether a long
 * article reaches the site, as a change of an article that cannot exist. Changes nothing there. Main
 * thread.
 */

#define FRONT_DEADLINE_MS 20000
#define NO_POST "000000000000000000000000"

typedef struct
{
  VslDoctorFacts *facts;       /* (owned) */
  VslHttp        *http;        /* (owned) */
  VslCms         *cms;         /* (owned) (nullable) */
  char           *password;    /* (owned) (nullable) */
  char           *folder_root; /* (owned) (nullable) */
  GCancellable   *cancellable; /* (owned) (nullable) */
} Examination;

static void
examination_free (Examination *self)
{
  vsl_doctor_facts_free (self->facts);
  g_clear_object (&self->http);
  g_clear_object (&self->cms);
  vsl_credentials_wipe (self->password);
  g_free (self->folder_root);
  g_clear_object (&self->cancellable);
  g_free (self);
}

static void
finish (GTask *task)
{
  Examination *self = g_task_get_task_data (task);

  self->facts->now = g_get_real_time () / G_USEC_PER_SEC;
  g_task_return_pointer (task, vsl_doctor_judge (self->facts), (GDestroyNotify) g_ptr_array_unref);
}

static void
probed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Examination *self = g_task_get_task_data (task);

  self->facts->probe = vsl_http_send_finish (VSL_HTTP (object), result, &self->facts->probe_error);
  finish (task);
}

/* As an article looks to a firewall: blocks, markup, quotation marks, for half a megabyte. */
static JsonNode *
build_probe (VslBrand brand)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  while (text->len < VSL_DOCTOR_PROBE_BYTES)
    g_string_append (text, "<!-- wp:paragraph -->\n<p>‘Wie <em>beslist</em>?’ vraagt zij; <a "
                           "href=\"https://www.example.org/\">lees meer</a>.</p>\n"
                           "<!-- /wp:paragraph -->\n\n");

  json_builder_begin_object (builder);
  if (brand == VSL_BRAND_GHOST)
    {
      json_builder_set_member_name (builder, "posts");
      json_builder_begin_array (builder);
      json_builder_begin_object (builder);
    }
  json_builder_set_member_name (builder, brand == VSL_BRAND_GHOST ? "html" : "content");
  json_builder_add_string_value (builder, text->str);
  if (brand == VSL_BRAND_GHOST)
    {
      json_builder_set_member_name (builder, "updated_at");
      json_builder_add_string_value (builder, "2000-01-01T00:00:00.000Z");
      json_builder_end_object (builder);
      json_builder_end_array (builder);
    }
  json_builder_end_object (builder);

  return json_builder_get_root (builder);
}

static void
probe (GTask *task)
{
  Examination *self = g_task_get_task_data (task);
  VslBrand brand = vsl_site_get_brand (self->facts->site);
  g_autoptr(GUri) root = vsl_http_address_parse (self->facts->about->api_root, NULL);
  g_autoptr(GUri) uri = NULL;
  g_autoptr(JsonNode) body = NULL;
  g_autoptr(VslHttpRequest) request = NULL;
  g_autofree char *authorization = NULL;

  if (root == NULL)
    {
      finish (task);
      return;
    }

  if (brand == VSL_BRAND_GHOST)
    {
      uri = vsl_ghost_api_uri (root, "posts/" NO_POST "/", NULL, NULL);
      authorization = vsl_ghost_key_sign (self->password, g_get_real_time () / G_USEC_PER_SEC);
    }
  else
    {
      uri = vsl_wordpress_api_uri (root, "wp/v2/posts/0", NULL, NULL);
      authorization = vsl_wordpress_api_authorization (vsl_site_get_user (self->facts->site),
                                                       self->password);
    }
  body = build_probe (brand);
  request = vsl_http_request_new (brand == VSL_BRAND_GHOST ? "PUT" : "POST", uri, VSL_HTTP_READ);
  vsl_http_request_set_json (request, body);
  vsl_http_set_credentials (self->http, root, authorization);
  explicit_bzero (authorization, strlen (authorization));
  vsl_http_send_async (self->http, request, self->cancellable, probed_cb, g_object_ref (task));
}

static void
connected_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Examination *self = g_task_get_task_data (task);

  self->facts->about = vsl_cms_connect_finish (VSL_CMS (object), result, &self->facts->connect_error);
  if (self->facts->about != NULL && self->password != NULL)
    probe (task);
  else
    finish (task);
}

static void
connect_site (GTask *task)
{
  Examination *self = g_task_get_task_data (task);

  self->cms = vsl_cms_new (self->facts->site, self->password, self->folder_root,
                           &self->facts->connect_error);
  if (self->cms == NULL)
    finish (task);
  else
    vsl_cms_connect_async (self->cms, self->cancellable, connected_cb, g_object_ref (task));
}

static void
front_read_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Examination *self = g_task_get_task_data (task);

  self->facts->front = vsl_http_send_finish (VSL_HTTP (object), result, &self->facts->front_error);
  if (self->facts->front_error != NULL)
    finish (task);
  else
    connect_site (task);
}

static void
disk_read_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Examination *self = g_task_get_task_data (task);
  g_autoptr(GFileInfo) info = g_file_query_filesystem_info_finish (G_FILE (object), result, NULL);

  self->facts->free_bytes = info == NULL ? G_MAXUINT64 : g_file_info_get_attribute_uint64 (
                              info, G_FILE_ATTRIBUTE_FILESYSTEM_FREE);
  connect_site (task);
}

static void
read_disk (GTask *task)
{
  Examination *self = g_task_get_task_data (task);
  const char *url = vsl_site_get_url (self->facts->site);
  g_autoptr(GFile) file = NULL;

  file = url != NULL && *url != '\0' ? g_file_new_for_commandline_arg (url)
                                      : g_file_new_for_path (self->folder_root != NULL
                                                               ? self->folder_root : "/");
  g_file_query_filesystem_info_async (file, G_FILE_ATTRIBUTE_FILESYSTEM_FREE, G_PRIORITY_DEFAULT,
                                      self->cancellable, disk_read_cb, g_object_ref (task));
}

/**
 * vsl_doctor_examine_async:
 * @site: a site
 * @password: (nullable): its password, if it is known
 * @outcome: how looking for the password ended
 * @folder_root: (nullable): where the folders of sites without an address are
 * @cancellable: (nullable): stops it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Looks, step by step, whether the site can be published to.
 */
void
vsl_doctor_examine_async (VslSite               *site,
                          const char            *password,
                          VslCredentialsOutcome  outcome,
                          const char            *folder_root,
                          GCancellable          *cancellable,
                          GAsyncReadyCallback    callback,
                          gpointer               user_data)
{
  g_autoptr(GTask) task = g_task_new (site, cancellable, callback, user_data);
  g_autoptr(GUri) page = NULL;
  g_autoptr(VslHttpRequest) request = NULL;
  Examination *self = g_new0 (Examination, 1);

  g_return_if_fail (VSL_IS_SITE (site));

  g_task_set_source_tag (task, vsl_doctor_examine_async);
  g_task_set_task_data (task, self, (GDestroyNotify) examination_free);
  self->facts = g_new0 (VslDoctorFacts, 1);
  self->facts->site = g_object_ref (site);
  self->facts->password = outcome;
  self->http = vsl_http_new (FRONT_DEADLINE_MS, NULL);
  self->password = g_strdup (password);
  self->folder_root = g_strdup (folder_root);
  if (cancellable != NULL)
    self->cancellable = g_object_ref (cancellable);

  if (vsl_site_get_brand (site) == VSL_BRAND_FOLDER)
    {
      read_disk (task);
      return;
    }

  page = vsl_http_address_parse (vsl_site_get_url (site), &self->facts->address_error);
  if (page == NULL)
    {
      finish (task);
      return;
    }
  request = vsl_http_request_new ("GET", page, VSL_HTTP_ANONYMOUS);
  vsl_http_send_async (self->http, request, cancellable, front_read_cb, g_steal_pointer (&task));
}

/**
 * vsl_doctor_examine_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type VslDiagnosis): the steps; %NULL only when it was cancelled
 */
GPtrArray *
vsl_doctor_examine_finish (GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, vsl_doctor_examine_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
