/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-markup"

#include "markup/vsl-labels.h"

static const VslLabels dutch = { "Door", "Beeld", "Deelnemers", "Onder leiding van", "Eerder verschenen op" };
static const VslLabels english = { "By", "Image", "Participants", "Chaired by", "First published on" };

/**
 * vsl_labels_for_language:
 * @language: (nullable): the BCP 47 tag of an article's language
 *
 * Returns: (transfer none): the labels of that language; English ones for a language without
 */
const VslLabels *
vsl_labels_for_language (const char *language)
{
  if (language == NULL)
    return &dutch;

  if (g_ascii_strncasecmp (language, "nl", 2) == 0
      && (language[2] == '\0' || language[2] == '-' || language[2] == '_'))
    return &dutch;

  return &english;
}
