/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-core"

#include "core/vsl-remote-copy.h"

/**
 * VslRemoteCopy:
 *
 * An article as it stands on a site, as the site last told it. It is the base against which the next
 * change is compared.
 *
 * Immutable; any thread.
 */
struct _VslRemoteCopy
{
  GObject parent_instance;

  char *remote_id; /* (owned) */
  char *token; /* (owned) */
  VslRemoteStatus status;
  char *url; /* (owned) */
  char *edit_url; /* (owned) (nullable) */
  char *revision; /* (owned) (nullable) */
  char *modified; /* (owned) (nullable) */
  char *content_hash; /* (owned) */
  VslRemoteText *text; /* (owned) (nullable) only when it was asked for to be read */
};

G_DEFINE_FINAL_TYPE (VslRemoteCopy, vsl_remote_copy, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_REMOTE_ID,
  PROP_TOKEN,
  PROP_STATUS,
  PROP_URL,
  PROP_EDIT_URL,
  PROP_REVISION,
  PROP_MODIFIED,
  PROP_CONTENT_HASH,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
vsl_remote_copy_finalize (GObject *object)
{
  VslRemoteCopy *self = VSL_REMOTE_COPY (object);

  g_free (self->remote_id);
  g_free (self->token);
  g_free (self->url);
  g_free (self->edit_url);
  g_free (self->revision);
  g_free (self->modified);
  g_free (self->content_hash);

  g_clear_object (&self->text);

  G_OBJECT_CLASS (vsl_remote_copy_parent_class)->finalize (object);
}

static void
vsl_remote_copy_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  VslRemoteCopy *self = VSL_REMOTE_COPY (object);

  switch (prop_id)
    {
    case PROP_REMOTE_ID:
      g_value_set_string (value, self->remote_id);
      break;
    case PROP_TOKEN:
      g_value_set_string (value, self->token);
      break;
    case PROP_STATUS:
      g_value_set_int (value, self->status);
      break;
    case PROP_URL:
      g_value_set_string (value, self->url);
      break;
    case PROP_EDIT_URL:
      g_value_set_string (value, self->edit_url);
      break;
    case PROP_REVISION:
      g_value_set_string (value, self->revision);
      break;
    case PROP_MODIFIED:
      g_value_set_string (value, self->modified);
      break;
    case PROP_CONTENT_HASH:
      g_value_set_string (value, self->content_hash);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vsl_remote_copy_class_init (VslRemoteCopyClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = vsl_remote_copy_finalize;
  object_class->get_property = vsl_remote_copy_get_property;

  properties[PROP_REMOTE_ID] =
    g_param_spec_string ("remote-id", NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_TOKEN] =
    g_param_spec_string ("token", NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_STATUS] =
    g_param_spec_int ("status", NULL, NULL, 0, G_MAXINT, 0,
                      G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_URL] =
    g_param_spec_string ("url", NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_EDIT_URL] =
    g_param_spec_string ("edit-url", NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_REVISION] =
    g_param_spec_string ("revision", NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_MODIFIED] =
    g_param_spec_string ("modified", NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_CONTENT_HASH] =
    g_param_spec_string ("content-hash", NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
vsl_remote_copy_init (VslRemoteCopy *self)
{
}

/**
 * vsl_remote_copy_new:
 * @remote_id: (nullable): the id that the site gave it
 * @token: (nullable): our mark in it, a UUID; empty when it does not carry one
 * @status: how it stands there
 * @url: (nullable): where readers find it; empty when they do not
 * @edit_url: (nullable): where it is edited on the site, or %NULL
 * @revision: (nullable): the newest revision the site knows of it, or %NULL where sites keep none
 * @modified: (nullable): time of change in the words of the site, or %NULL
 * @content_hash: (nullable): SHA-256 of what the site returned, never of what was sent
 *
 * A value; made by a CMS client from an answer, or by the store from a row.
 *
 * Returns: (transfer full): a new remote copy
 */
VslRemoteCopy *
vsl_remote_copy_new (const char     *remote_id,
                     const char     *token,
                     VslRemoteStatus status,
                     const char     *url,
                     const char     *edit_url,
                     const char     *revision,
                     const char     *modified,
                     const char     *content_hash)
{
  VslRemoteCopy *self = g_object_new (VSL_TYPE_REMOTE_COPY, NULL);

  self->remote_id = g_strdup (remote_id != NULL ? remote_id : "");
  self->token = g_strdup (token != NULL ? token : "");
  self->status = status;
  self->url = g_strdup (url != NULL ? url : "");
  self->edit_url = g_strdup (edit_url);
  self->revision = g_strdup (revision);
  self->modified = g_strdup (modified);
  self->content_hash = g_strdup (content_hash != NULL ? content_hash : "");

  return self;
}

/**
 * vsl_remote_copy_new_with_text:
 * @copy: a copy
 * @text: what it reads like
 *
 * Returns: (transfer full): the same copy with its text, which is not stored with it
 */
VslRemoteCopy *
vsl_remote_copy_new_with_text (VslRemoteCopy *copy,
                               VslRemoteText *text)
{
  VslRemoteCopy *self;

  g_return_val_if_fail (VSL_IS_REMOTE_COPY (copy), NULL);

  self = vsl_remote_copy_new (copy->remote_id, copy->token, copy->status, copy->url, copy->edit_url,
                              copy->revision, copy->modified, copy->content_hash);
  g_set_object (&self->text, text);

  return self;
}

/**
 * vsl_remote_copy_get_text:
 * @self: the copy
 *
 * Returns: (transfer none) (nullable): what it reads like; %NULL when it was not read
 */
VslRemoteText *
vsl_remote_copy_get_text (VslRemoteCopy *self)
{
  g_return_val_if_fail (VSL_IS_REMOTE_COPY (self), NULL);

  return self->text;
}

/**
 * vsl_remote_copy_get_remote_id:
 * @self: the remote copy
 *
 * Returns: (transfer none): the id that the site gave it
 */
const char *
vsl_remote_copy_get_remote_id (VslRemoteCopy *self)
{
  g_return_val_if_fail (VSL_IS_REMOTE_COPY (self), NULL);

  return self->remote_id;
}

/**
 * vsl_remote_copy_get_token:
 * @self: the remote copy
 *
 * Returns: (transfer none): our mark in it, a UUID; empty when it does not carry one
 */
const char *
vsl_remote_copy_get_token (VslRemoteCopy *self)
{
  g_return_val_if_fail (VSL_IS_REMOTE_COPY (self), NULL);

  return self->token;
}

/**
 * vsl_remote_copy_get_status:
 * @self: the remote copy
 *
 * Returns: how it stands there
 */
VslRemoteStatus
vsl_remote_copy_get_status (VslRemoteCopy *self)
{
  g_return_val_if_fail (VSL_IS_REMOTE_COPY (self), 0);

  return self->status;
}

/**
 * vsl_remote_copy_get_url:
 * @self: the remote copy
 *
 * Returns: (transfer none): where readers find it; empty when they do not
 */
const char *
vsl_remote_copy_get_url (VslRemoteCopy *self)
{
  g_return_val_if_fail (VSL_IS_REMOTE_COPY (self), NULL);

  return self->url;
}

/**
 * vsl_remote_copy_dup_slug:
 * @self: a copy
 *
 * Returns: (transfer full) (nullable): the last part of its address, before a query; %NULL when that
 *   has no such part
 */
char *
vsl_remote_copy_dup_slug (VslRemoteCopy *self)
{
  g_autoptr(GUri) uri = NULL;
  g_autofree char *path = NULL;
  gsize length;

  g_return_val_if_fail (VSL_IS_REMOTE_COPY (self), NULL);

  uri = self->url != NULL ? g_uri_parse (self->url, G_URI_FLAGS_NONE, NULL) : NULL;
  path = g_strdup (uri != NULL ? g_uri_get_path (uri) : "");
  for (length = strlen (path); length > 0 && path[length - 1] == '/'; length--)
    path[length - 1] = '\0';

  return length > 0 ? g_path_get_basename (path) : NULL;
}

/**
 * vsl_remote_copy_get_edit_url:
 * @self: the remote copy
 *
 * Returns: (transfer none) (nullable): where it is edited on the site, or %NULL
 */
const char *
vsl_remote_copy_get_edit_url (VslRemoteCopy *self)
{
  g_return_val_if_fail (VSL_IS_REMOTE_COPY (self), NULL);

  return self->edit_url;
}

/**
 * vsl_remote_copy_get_revision:
 * @self: the remote copy
 *
 * Returns: (transfer none) (nullable): the newest revision the site knows of it, or %NULL where sites keep none
 */
const char *
vsl_remote_copy_get_revision (VslRemoteCopy *self)
{
  g_return_val_if_fail (VSL_IS_REMOTE_COPY (self), NULL);

  return self->revision;
}

/**
 * vsl_remote_copy_get_modified:
 * @self: the remote copy
 *
 * Returns: (transfer none) (nullable): time of change in the words of the site, or %NULL
 */
const char *
vsl_remote_copy_get_modified (VslRemoteCopy *self)
{
  g_return_val_if_fail (VSL_IS_REMOTE_COPY (self), NULL);

  return self->modified;
}

/**
 * vsl_remote_copy_get_content_hash:
 * @self: the remote copy
 *
 * Returns: (transfer none): SHA-256 of what the site returned, never of what was sent
 */
const char *
vsl_remote_copy_get_content_hash (VslRemoteCopy *self)
{
  g_return_val_if_fail (VSL_IS_REMOTE_COPY (self), NULL);

  return self->content_hash;
}
