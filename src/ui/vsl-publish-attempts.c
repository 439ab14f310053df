/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "ui/vsl-publish-attempts.h"

/**
 * VslPublishAttempts:
 *
 * The last attempt to publish of each article that was open. One that runs is not started again: what is
 * asked for meanwhile waits for the person to ask again.
 */
struct _VslPublishAttempts
{
  GObject     parent_instance;

  GHashTable *attempts; /* (owned) article id → VslPublishAttempt */
};

G_DEFINE_FINAL_TYPE (VslPublishAttempts, vsl_publish_attempts, G_TYPE_OBJECT)

static void
vsl_publish_attempts_finalize (GObject *object)
{
  g_hash_table_unref (VSL_PUBLISH_ATTEMPTS (object)->attempts);

  G_OBJECT_CLASS (vsl_publish_attempts_parent_class)->finalize (object);
}

static void
vsl_publish_attempts_class_init (VslPublishAttemptsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vsl_publish_attempts_finalize;
}

static void
vsl_publish_attempts_init (VslPublishAttempts *self)
{
  self->attempts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
}

/**
 * vsl_publish_attempts_new:
 *
 * Returns: (transfer full): attempts, none yet
 */
VslPublishAttempts *
vsl_publish_attempts_new (void)
{
  return g_object_new (VSL_TYPE_PUBLISH_ATTEMPTS, NULL);
}

/**
 * vsl_publish_attempts_find:
 * @document: (nullable): an article
 *
 * Returns: (transfer none) (nullable): the last thing that was asked for it
 */
VslPublishAttempt *
vsl_publish_attempts_find (VslPublishAttempts *self,
                           VslDocument        *document)
{
  g_return_val_if_fail (VSL_IS_PUBLISH_ATTEMPTS (self), NULL);

  return document != NULL ? g_hash_table_lookup (self->attempts, vsl_document_get_id (document)) : NULL;
}

/**
 * vsl_publish_attempts_start:
 * @desk: who publishes
 * @document: what
 * @site: where
 * @options: as what
 * @version_name: (nullable): the name of a version to keep first, if any
 *
 * Publishes it, in the place of the attempt before.
 */
void
vsl_publish_attempts_start (VslPublishAttempts          *self,
                            VslDesk                     *desk,
                            VslDocument                 *document,
                            VslSite                     *site,
                            const VslPublicationOptions *options,
                            const char                  *version_name)
{
  g_return_if_fail (VSL_IS_PUBLISH_ATTEMPTS (self));

  g_hash_table_replace (self->attempts, g_strdup (vsl_document_get_id (document)),
                        vsl_publish_attempt_new (desk, document, site, options, version_name));
}

/**
 * vsl_publish_attempts_start_again:
 * @desk: who publishes
 * @document: what
 * @create_terms: whether tags that the site lacks may be made, besides what was asked for before
 *
 * Asks for the same once more; nothing happens while that is under way.
 */
void
vsl_publish_attempts_start_again (VslPublishAttempts *self,
                                  VslDesk            *desk,
                                  VslDocument        *document,
                                  gboolean            create_terms)
{
  VslPublishAttempt *before = vsl_publish_attempts_find (self, document);
  g_autoptr(VslSite) site = NULL;
  g_auto(VslPublicationOptions) options = { 0 };

  if (before == NULL || vsl_publish_attempt_get_running (before))
    return;

  site = g_object_ref (vsl_publish_attempt_get_site (before));
  vsl_publication_options_copy (&options, vsl_publish_attempt_get_options (before));
  options.create_terms |= create_terms;
  vsl_publish_attempts_start (self, desk, document, site, &options, NULL);
}

/**
 * vsl_publish_attempts_replace_tag:
 * @desk: who publishes
 * @document: what
 * @typed: a tag of it
 * @known: the one that the site has
 *
 * Puts the tag of the site in the place of the one that was typed; once, when it was there already. Then
 * asks for the same once more.
 */
void
vsl_publish_attempts_replace_tag (VslPublishAttempts *self,
                                  VslDesk            *desk,
                                  VslDocument        *document,
                                  const char         *typed,
                                  const char         *known)
{
  const char * const *tags = vsl_document_get_tags (document);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) changed = NULL;
  gboolean there = g_strv_contains (tags, known);

  for (guint i = 0; tags[i] != NULL; i++)
    if (!g_str_equal (tags[i], typed))
      g_strv_builder_add (builder, tags[i]);
    else if (!there)
      g_strv_builder_add (builder, known);
  changed = g_strv_builder_end (builder);
  vsl_document_set_tags (document, (const char * const *) changed);
  vsl_publish_attempts_start_again (self, desk, document, FALSE);
}
