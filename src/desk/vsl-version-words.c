/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "config.h"

#include "desk/vsl-version-words.h"

#include <glib/gi18n.h>

/**
 * vsl_version_words_get_reason:
 * @reason: why a version was kept
 *
 * Returns: (transfer none): that in translated words
 */
const char *
vsl_version_words_get_reason (VslSnapshotReason reason)
{
  switch (reason)
    {
    case VSL_SNAPSHOT_MINUTE:
      return C_("version", "while writing");
    case VSL_SNAPSHOT_NAMED:
      return C_("version", "kept by you");
    case VSL_SNAPSHOT_IMPORT:
      return C_("version", "as it was imported");
    case VSL_SNAPSHOT_BEFORE_PUBLISH:
      return C_("version", "before publishing");
    case VSL_SNAPSHOT_BEFORE_PULL:
      return C_("version", "before fetching from the site");
    case VSL_SNAPSHOT_BEFORE_MERGE:
      return C_("version", "before merging");
    case VSL_SNAPSHOT_BEFORE_FIX:
      return C_("version", "before the fixes");
    case VSL_SNAPSHOT_BEFORE_RESTORE:
      return C_("version", "before restoring");
    case VSL_SNAPSHOT_RESTORED:
      return C_("version", "restored");
    case VSL_SNAPSHOT_FROM_SITE:
      return C_("version", "as it was on the site");
    case VSL_N_SNAPSHOT_REASONS:
    default:
      return "";
    }
}

static const struct
{
  const char *field;
  const char *word;
} fields[] = {
  { "kicker", N_("Kicker") },
  { "headline", N_("Headline") },
  { "lead", N_("Lead") },
  { "byline", N_("By") },
  { "credit", N_("Image") },
  { "event", N_("Event") },
  { "participants", N_("Participants") },
  { "body", N_("Text") },
  { "pictures", N_("Pictures") },
  { "tags", N_("Tags") },
  { "slug", N_("Slug") },
  { "kind", N_("Kind") },
  { "status", N_("Status") },
  { "language", N_("Language") },
};

/**
 * vsl_version_words_get_field:
 * @field: the name of a field of a VslFieldDiff
 *
 * Returns: (transfer none): its translated name
 */
const char *
vsl_version_words_get_field (const char *field)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      if (g_str_equal (fields[i].field, field))
        return _(fields[i].word);
    }

  return field;
}
