/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  VSL_LABEL_NONE,
  VSL_LABEL_KICKER,
  VSL_LABEL_BYLINE,
  VSL_LABEL_CREDIT,
  VSL_LABEL_EVENT,
  VSL_LABEL_STREAMER,
  VSL_LABEL_CHAIR,
  VSL_LABEL_PARTICIPANTS
} VslLabelKind;

/**
 * VslLabel:
 * @kind: what the label announces
 * @offset: where its text starts in the line, in bytes
 * @length: how long its text is, in bytes
 * @certain: the label stands with a colon, so it means itself anywhere in a text
 * @english: the label is an English word
 *
 * A piece of a line that a label announces: `Door`, `Beeld:`, `Participants in …:`.
 */
typedef struct
{
  VslLabelKind kind;
  gsize offset;
  gsize length;
  gboolean certain;
  gboolean english;
} VslLabel;

#define VSL_MAX_LABELS 2 /* "Tekst: … | Beeld: …" */

guint       vsl_label_parse_line   (const char   *line,
                                    VslLabel      labels[VSL_MAX_LABELS]);
gboolean    vsl_label_parse_participants (const char *line,
                                    VslLabel     *event,
                                    gsize        *inline_offset);
gsize       vsl_label_measure_bullet (const char *line);
gsize       vsl_label_measure_item (const char   *line);
const char *vsl_label_get_word     (VslLabelKind  kind,
                                    const char   *language);

G_END_DECLS
