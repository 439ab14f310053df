/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-core"

#include "core/vsl-remote-text.h"

/**
 * VslRemoteText:
 *
 * What an article reads like on a site, in the words of that site: for when somebody else changed it
 * there and both versions are kept.
 *
 * Immutable; any thread.
 */
struct _VslRemoteText
{
  GObject parent_instance;

  char *title;   /* (owned) */
  char *excerpt; /* (owned) */
  char *content; /* (owned) */
  char *format;  /* (owned) */
  char *hash;    /* (owned) */
  gint64 seen_at;
};

G_DEFINE_FINAL_TYPE (VslRemoteText, vsl_remote_text, G_TYPE_OBJECT)

static void
vsl_remote_text_finalize (GObject *object)
{
  VslRemoteText *self = VSL_REMOTE_TEXT (object);

  g_free (self->title);
  g_free (self->excerpt);
  g_free (self->content);
  g_free (self->format);
  g_free (self->hash);

  G_OBJECT_CLASS (vsl_remote_text_parent_class)->finalize (object);
}

static void
vsl_remote_text_class_init (VslRemoteTextClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vsl_remote_text_finalize;
}

static void
vsl_remote_text_init (VslRemoteText *self)
{
}

/**
 * vsl_remote_text_new:
 * @title: (nullable): the headline there
 * @excerpt: (nullable): the lead there
 * @content: (nullable): the body there, in the site's own syntax
 * @format: (nullable): what that syntax is: `blocks`, `html`, `lexical` or `markdown`
 * @hash: (nullable): the hash by which the copy is compared
 * @seen_at: when it was read, µs since 1970 UTC
 *
 * A value; texts may be %NULL for empty.
 *
 * Returns: (transfer full): a new text
 */
VslRemoteText *
vsl_remote_text_new (const char *title,
                     const char *excerpt,
                     const char *content,
                     const char *format,
                     const char *hash,
                     gint64      seen_at)
{
  VslRemoteText *self = g_object_new (VSL_TYPE_REMOTE_TEXT, NULL);

  self->title = g_strdup (title != NULL ? title : "");
  self->excerpt = g_strdup (excerpt != NULL ? excerpt : "");
  self->content = g_strdup (content != NULL ? content : "");
  self->format = g_strdup (format != NULL ? format : "");
  self->hash = g_strdup (hash != NULL ? hash : "");
  self->seen_at = seen_at;

  return self;
}

/**
 * vsl_remote_text_get_title:
 * @self: the text
 *
 * Returns: (transfer none): the headline there
 */
const char *
vsl_remote_text_get_title (VslRemoteText *self)
{
  g_return_val_if_fail (VSL_IS_REMOTE_TEXT (self), NULL);

  return self->title;
}

/**
 * vsl_remote_text_get_excerpt:
 * @self: the text
 *
 * Returns: (transfer none): the lead there
 */
const char *
vsl_remote_text_get_excerpt (VslRemoteText *self)
{
  g_return_val_if_fail (VSL_IS_REMOTE_TEXT (self), NULL);

  return self->excerpt;
}

/**
 * vsl_remote_text_get_content:
 * @self: the text
 *
 * Returns: (transfer none): the body there, in the site's own syntax
 */
const char *
vsl_remote_text_get_content (VslRemoteText *self)
{
  g_return_val_if_fail (VSL_IS_REMOTE_TEXT (self), NULL);

  return self->content;
}

/**
 * vsl_remote_text_get_format:
 * @self: the text
 *
 * Returns: (transfer none): what that syntax is
 */
const char *
vsl_remote_text_get_format (VslRemoteText *self)
{
  g_return_val_if_fail (VSL_IS_REMOTE_TEXT (self), NULL);

  return self->format;
}

/**
 * vsl_remote_text_get_hash:
 * @self: the text
 *
 * Returns: (transfer none): the hash by which the copy is compared
 */
const char *
vsl_remote_text_get_hash (VslRemoteText *self)
{
  g_return_val_if_fail (VSL_IS_REMOTE_TEXT (self), NULL);

  return self->hash;
}

/**
 * vsl_remote_text_get_seen_at:
 * @self: the text
 *
 * Returns: when it was read, µs since 1970 UTC
 */
gint64
vsl_remote_text_get_seen_at (VslRemoteText *self)
{
  g_return_val_if_fail (VSL_IS_REMOTE_TEXT (self), 0);

  return self->seen_at;
}
