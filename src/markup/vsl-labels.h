/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VslLabels:
 * @by: before the byline
 * @image: before the credit
 * @participants: above the participants, before the event
 * @chaired_by: before the chair
 * @first_on: before the site on which it stood first
 *
 * The words an article itself shows around its fields. They belong to the language of the article
 * and are part of what is published, so they are not translated with the interface.
 */
typedef struct
{
  const char *by;
  const char *image;
  const char *participants;
  const char *chaired_by;
  const char *first_on;
} VslLabels;

const VslLabels *vsl_labels_for_language (const char *language);

G_END_DECLS
