/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cms"

#include "config.h"

#include "cms/vsl-wordpress-account.h"

#include "cms/vsl-http-address.h"
#include "cms/vsl-http-failure.h"
#include "core/vsl-json.h"

#include <glib/gi18n.h>

static gboolean
has_capability (JsonObject *user,
                const char *name)
{
  JsonObject *capabilities = vsl_json_get_object (user, "capabilities", NULL);
  gboolean value = FALSE;

  return capabilities != NULL && vsl_json_get_boolean (capabilities, name, &value, NULL) && value;
}

/**
 * vsl_wordpress_account_parse:
 * @node: the user that is logged in, asked for with `context=edit`
 * @reply: the answer it came in
 * @root: the root of the API
 * @title: the name of the site
 * @error: return location for an error
 *
 * Returns: (transfer full): what the user may do there, or %NULL with a #VslCmsError when this is no
 *   user or one who may not write
 */
VslCmsAbout *
vsl_wordpress_account_parse (JsonNode      *node,
                             VslHttpReply  *reply,
                             GUri          *root,
                             const char    *title,
                             GError       **error)
{
  JsonObject *user = vsl_json_as_object (node, NULL);
  VslCmsAbout *about;
  gint64 id;

  g_return_val_if_fail (reply != NULL && root != NULL, NULL);

  if (user == NULL || !vsl_json_get_int (user, "id", 1, G_MAXINT64, &id, NULL))
    {
      g_propagate_error (error, vsl_http_failure_of_format (reply, NULL));
      return NULL;
    }
  if (!has_capability (user, "edit_posts"))
    {
      g_autofree char *name = vsl_http_address_dup_name (root);

      g_set_error (error, VSL_CMS_ERROR, VSL_CMS_ERROR_FORBIDDEN,
                   _("This user may not write articles on “%s”. Ask the web manager for the role "
                     "of author or editor."), name);
      return NULL;
    }

  about = vsl_cms_about_new ();
  about->title = g_strdup (title);
  about->api_root = g_uri_to_string (root);
  about->user_name = g_strdup (vsl_json_get_string (user, "name", NULL));
  about->may_publish = has_capability (user, "publish_posts");
  about->may_upload = has_capability (user, "upload_files");
  /* WordPress lets whoever may write give articles new tags. */
  about->may_create_terms = TRUE;

  return about;
}
