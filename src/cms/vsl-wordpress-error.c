/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cms"

#include "config.h"

#include "cms/vsl-wordpress-error.h"

#include "cms/vsl-http-address.h"
#include "cms/vsl-http-failure.h"
#include "core/vsl-json.h"

#include <glib/gi18n.h>

/*
 * WordPress's refusals. What counts is `code`; `message` is in any language, may hold HTML, and is
 * never shown.
 */

typedef enum
{
  MEANS_AUTH,
  MEANS_NO_PASSWORDS,
  MEANS_MAY_NOT_PUBLISH,
  MEANS_MAY_NOT_TERMS,
  MEANS_NOT_YOURS,
  MEANS_NO_SUCH_AUTHOR,
  MEANS_MAY_NOT_STICK,
  MEANS_FORBIDDEN,
  MEANS_GONE,
  MEANS_NO_API,
  MEANS_EMPTY,
  MEANS_BAD_FIELD,
  MEANS_UPLOAD,
  MEANS_UPLOAD_DAMAGED
} Meaning;

static const struct
{
  const char *code; /* a prefix when it ends in * */
  Meaning     meaning;
} meanings[] = {
  { "rest_not_logged_in", MEANS_AUTH },
  { "incorrect_password", MEANS_AUTH },
  { "invalid_username", MEANS_AUTH },
  { "invalid_email", MEANS_AUTH },
  { "application_passwords_disabled*", MEANS_NO_PASSWORDS },
  { "rest_cannot_publish", MEANS_MAY_NOT_PUBLISH },
  { "rest_cannot_assign_term", MEANS_MAY_NOT_TERMS },
  { "rest_cannot_assign_sticky", MEANS_MAY_NOT_STICK },
  { "rest_cannot_edit_others", MEANS_NOT_YOURS },
  { "rest_invalid_author", MEANS_NO_SUCH_AUTHOR },
  { "rest_cannot_*", MEANS_FORBIDDEN },
  { "rest_forbidden*", MEANS_FORBIDDEN },
  { "rest_user_cannot_*", MEANS_FORBIDDEN },
  { "rest_post_invalid_id", MEANS_GONE },
  { "rest_already_trashed", MEANS_GONE },
  { "rest_no_route", MEANS_NO_API },
  { "rest_disabled", MEANS_NO_API },
  { "empty_content", MEANS_EMPTY },
  { "empty_term_name", MEANS_BAD_FIELD },
  { "rest_invalid_*", MEANS_BAD_FIELD },
  { "rest_missing_callback_param", MEANS_BAD_FIELD },
  { "rest_post_*", MEANS_BAD_FIELD },
  { "rest_upload_hash_mismatch", MEANS_UPLOAD_DAMAGED },
  { "rest_upload_*", MEANS_UPLOAD },
};

static JsonObject *
get_error_object (JsonNode *root)
{
  return root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
}

/**
 * vsl_wordpress_error_dup_code:
 * @reply: an answer
 * @term_id: (out) (optional): the id of the term that is there already, or 0
 *
 * Returns: (transfer full) (nullable): WordPress's own error code, when there is one
 */
char *
vsl_wordpress_error_dup_code (VslHttpReply *reply,
                              gint64       *term_id)
{
  g_autoptr(JsonNode) root = NULL;
  JsonObject *object;
  JsonObject *data;

  g_return_val_if_fail (reply != NULL, NULL);

  if (term_id != NULL)
    *term_id = 0;

  root = vsl_http_reply_parse_json (reply, NULL);
  object = get_error_object (root);
  if (object == NULL)
    return NULL;

  data = vsl_json_get_object (object, "data", NULL);
  if (term_id != NULL && data != NULL &&
      !vsl_json_get_int (data, "term_id", 1, G_MAXINT64, term_id, NULL))
    *term_id = 0;

  return g_strdup (vsl_json_get_string (object, "code", NULL));
}

/* The names of the fields that it does not accept. */
static char *
dup_bad_fields (VslHttpReply *reply)
{
  g_autoptr(JsonNode) root = vsl_http_reply_parse_json (reply, NULL);
  g_autoptr(GPtrArray) names = g_ptr_array_new ();
  g_autoptr(GList) members = NULL;
  JsonObject *object = get_error_object (root);
  JsonObject *data = object != NULL ? vsl_json_get_object (object, "data", NULL) : NULL;
  JsonObject *params = data != NULL ? vsl_json_get_object (data, "params", NULL) : NULL;
  GList *l;

  if (params == NULL)
    return NULL;

  members = json_object_get_members (params);
  for (l = members; l != NULL; l = l->next)
    g_ptr_array_add (names, l->data);
  g_ptr_array_add (names, NULL);

  return g_strjoinv (", ", (char **) names->pdata);
}

static gboolean
find_meaning (const char *code,
              Meaning    *meaning)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (meanings); i++)
    {
      if (!g_pattern_match_simple (meanings[i].code, code))
        continue;
      *meaning = meanings[i].meaning;
      return TRUE;
    }

  return FALSE;
}

static GError *
describe_auth (const char *name)
{
  return g_error_new (VSL_CMS_ERROR, VSL_CMS_ERROR_AUTH,
                      _("“%s” does not accept the user name and application password. Either one "
                        "of them is wrong, or application passwords are switched off there, or its "
                        "web server does not pass them on. Check the first; for the other two, ask "
                        "the web manager."), name);
}

static GError *
describe_field (VslHttpReply *reply,
                const char   *name)
{
  g_autofree char *fields = dup_bad_fields (reply);

  if (fields == NULL || *fields == '\0')
    return g_error_new (VSL_CMS_ERROR, VSL_CMS_ERROR_REJECTED,
                        _("“%s” refused this (%u). Nothing was stored. Ask the web manager why."),
                        name, reply->status);

  return g_error_new (VSL_CMS_ERROR, VSL_CMS_ERROR_REJECTED,
                      _("“%s” does not accept what is in: %s. Nothing was stored."), name, fields);
}

static GError *
describe (VslHttpReply *reply,
          Meaning       meaning,
          const char   *name)
{
  switch (meaning)
    {
    case MEANS_AUTH:
      return describe_auth (name);
    case MEANS_NO_PASSWORDS:
      return g_error_new (VSL_CMS_ERROR, VSL_CMS_ERROR_AUTH,
                          _("Application passwords are switched off on “%s”. Ask the web manager "
                            "to allow them for this user."), name);
    case MEANS_MAY_NOT_PUBLISH:
      return g_error_new (VSL_CMS_ERROR, VSL_CMS_ERROR_FORBIDDEN,
                          _("This user may not publish on “%s”. Put the article there for review "
                            "(pending) instead; an editor can publish it."), name);
    case MEANS_MAY_NOT_TERMS:
      return g_error_new (VSL_CMS_ERROR, VSL_CMS_ERROR_FORBIDDEN,
                          _("This user may not give articles these tags on “%s”. Leave them out, "
                            "or ask the web manager for the right."), name);
    case MEANS_NOT_YOURS:
      return g_error_new (VSL_CMS_ERROR, VSL_CMS_ERROR_FORBIDDEN,
                          _("This user may not put articles on “%s” under the name of somebody else. "
                            "Leave the author out, or ask an editor."), name);
    case MEANS_NO_SUCH_AUTHOR:
      return g_error_new (VSL_CMS_ERROR, VSL_CMS_ERROR_REJECTED,
                          _("“%s” does not know the author of this article any more. Nothing was "
                            "stored. Choose another author."), name);
    case MEANS_MAY_NOT_STICK:
      return g_error_new (VSL_CMS_ERROR, VSL_CMS_ERROR_FORBIDDEN,
                          _("This user may not keep articles on top of the front page of “%s”. Leave "
                            "that out, or ask an editor."), name);
    case MEANS_FORBIDDEN:
      return g_error_new (VSL_CMS_ERROR, VSL_CMS_ERROR_FORBIDDEN,
                          _("This user may not do this on “%s”. Ask the web manager for the "
                            "right."), name);
    case MEANS_GONE:
      return g_error_new (VSL_CMS_ERROR, VSL_CMS_ERROR_NOT_FOUND,
                          _("The article is no longer on “%s”."), name);
    case MEANS_NO_API:
      return g_error_new (VSL_CMS_ERROR, VSL_CMS_ERROR_NOT_A_SITE,
                          _("“%s” has switched off the part of WordPress that programs talk to "
                            "(the REST API). Ask the web manager to allow it."), name);
    case MEANS_EMPTY:
      return g_error_new (VSL_CMS_ERROR, VSL_CMS_ERROR_REJECTED,
                          _("“%s” does not store an article without a headline and without "
                            "text."), name);
    case MEANS_UPLOAD_DAMAGED:
      return g_error_new (VSL_CMS_ERROR, VSL_CMS_ERROR_REJECTED,
                          _("The picture was damaged on its way to “%s” and was not stored. Try "
                            "again."), name);
    case MEANS_UPLOAD:
      return g_error_new (VSL_CMS_ERROR, VSL_CMS_ERROR_REJECTED,
                          _("“%s” does not accept this file. A JPEG or PNG picture works on most "
                            "sites."), name);
    case MEANS_BAD_FIELD:
    default:
      return describe_field (reply, name);
    }
}

/**
 * vsl_wordpress_error_new:
 * @reply: an answer whose status is no 2xx
 *
 * Returns: (transfer full): the error for people
 */
GError *
vsl_wordpress_error_new (VslHttpReply *reply)
{
  g_autofree char *name = NULL;
  g_autofree char *code = NULL;
  Meaning meaning;
  GError *error;

  g_return_val_if_fail (reply != NULL, NULL);

  name = vsl_http_address_dup_name (reply->uri);
  code = vsl_wordpress_error_dup_code (reply, NULL);
  g_debug ("%s: %u, code %s", name, reply->status, code != NULL ? code : "none");

  if (reply->status == 401)
    {
      gboolean off = code != NULL && find_meaning (code, &meaning) && meaning == MEANS_NO_PASSWORDS;

      error = describe (reply, off ? MEANS_NO_PASSWORDS : MEANS_AUTH, name);
    }
  /* Maintenance begins before anything else runs, so nothing can have been stored. */
  else if (reply->status == 503 && g_strcmp0 (code, "wp_die") == 0)
    {
      error = g_error_new (VSL_CMS_ERROR, VSL_CMS_ERROR_BUSY,
                           _("“%s” is being maintained. Try again later."), name);
    }
  else if (code != NULL && find_meaning (code, &meaning))
    {
      error = describe (reply, meaning, name);
    }
  else
    {
      return vsl_http_failure_of_status (reply);
    }

  vsl_cms_error_set_retry_after (error, vsl_http_reply_get_retry_after (reply));

  return error;
}

/**
 * vsl_wordpress_error_judge:
 * @reply: any answer of the API
 * @error: return location for an error
 *
 * Returns: (transfer full): what it holds, or %NULL when it is no 2xx or not JSON
 */
JsonNode *
vsl_wordpress_error_judge (VslHttpReply  *reply,
                           GError       **error)
{
  g_autoptr(GError) cause = NULL;
  JsonNode *root;

  g_return_val_if_fail (reply != NULL, NULL);

  if (!vsl_http_reply_is_success (reply))
    {
      g_propagate_error (error, vsl_wordpress_error_new (reply));
      return NULL;
    }

  root = vsl_http_reply_parse_json (reply, &cause);
  if (root == NULL)
    g_propagate_error (error, vsl_http_failure_of_format (reply, cause));

  return root;
}
