/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-participant.h"
#include "exchange/vsl-label.h"
#include "exchange/vsl-source-lines.h"

G_BEGIN_DECLS

/**
 * VslListItem:
 * @participant: (owned): who it is
 * @line: where in the lines it stands, from 0
 * @column: the column of the first character behind the bullet, from 1
 * @bullet: how many bytes the bullet takes, with the space behind it
 */
typedef struct
{
  VslParticipant *participant;
  guint line;
  guint column;
  gsize bullet;
} VslListItem;

GArray *vsl_participant_list_parse (const VslSourceLines *lines,
                                    guint                 first,
                                    VslLabel             *event,
                                    guint                *n_lines) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
