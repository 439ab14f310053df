/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "desk/vsl-document-private.h"

/* What the article is: its kind, status, language and tags. */

/**
 * vsl_document_get_kind:
 * @self: the document
 *
 * Returns: the kind of the article
 */
VslKind
vsl_document_get_kind (VslDocument *self)
{
  g_return_val_if_fail (VSL_IS_DOCUMENT (self), VSL_KIND_REPORT);

  return self->kind;
}

/**
 * vsl_document_set_kind:
 * @self: the document
 * @kind: the kind
 *
 * Changes the kind.
 */
void
vsl_document_set_kind (VslDocument *self,
                       VslKind      kind)
{
  g_return_if_fail (VSL_IS_DOCUMENT (self));
  g_return_if_fail (kind < VSL_N_KINDS);

  if (self->kind == kind)
    return;

  self->kind = kind;
  g_object_notify (G_OBJECT (self), "kind");
  vsl_document_touch (self);
}

/**
 * vsl_document_get_status:
 * @self: the document
 *
 * Returns: where the article is in its way to publication
 */
VslStatus
vsl_document_get_status (VslDocument *self)
{
  g_return_val_if_fail (VSL_IS_DOCUMENT (self), VSL_STATUS_DRAFT);

  return self->status;
}

/**
 * vsl_document_set_status:
 * @self: the document
 * @status: the status
 *
 * Changes the status.
 */
void
vsl_document_set_status (VslDocument *self,
                         VslStatus    status)
{
  g_return_if_fail (VSL_IS_DOCUMENT (self));
  g_return_if_fail (status < VSL_N_STATUSES);

  if (self->status == status)
    return;

  self->status = status;
  g_object_notify (G_OBJECT (self), "status");
  vsl_document_touch (self);
}

/**
 * vsl_document_get_language:
 * @self: the document
 *
 * Returns: the language in which the article is written, as `nl` or `en`
 */
const char *
vsl_document_get_language (VslDocument *self)
{
  g_return_val_if_fail (VSL_IS_DOCUMENT (self), NULL);

  return self->language;
}

/**
 * vsl_document_set_language:
 * @self: the document
 * @language: a language code
 *
 * Changes the language.
 */
void
vsl_document_set_language (VslDocument *self,
                           const char  *language)
{
  g_return_if_fail (VSL_IS_DOCUMENT (self));
  g_return_if_fail (language != NULL);

  if (g_str_equal (self->language, language))
    return;

  g_free (self->language);
  self->language = g_strdup (language);
  g_object_notify (G_OBJECT (self), "language");
  vsl_document_touch (self);
}

/**
 * vsl_document_get_tags:
 * @self: the document
 *
 * Returns: the tags, in order
 */
const char * const *
vsl_document_get_tags (VslDocument *self)
{
  g_return_val_if_fail (VSL_IS_DOCUMENT (self), NULL);

  return (const char * const *) self->tags;
}

/**
 * vsl_document_set_tags:
 * @self: the document
 * @tags: (nullable): the tags
 *
 * Replaces the tags.
 */
void
vsl_document_set_tags (VslDocument        *self,
                       const char * const *tags)
{
  const char *none[] = { NULL };

  g_return_if_fail (VSL_IS_DOCUMENT (self));

  if (tags == NULL)
    tags = none;
  if (g_strv_equal (tags, (const char * const *) self->tags))
    return;

  g_strfreev (self->tags);
  self->tags = g_strdupv ((char **) tags);
  g_object_notify (G_OBJECT (self), "tags");
  vsl_document_touch (self);
}
