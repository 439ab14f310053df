/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a word tells of the line it stands in. */
typedef enum
{
  VSL_PARTICIPANT_WORD_CHAIR,        /* a role that says that this person led the debate */
  VSL_PARTICIPANT_WORD_PARTICLE,     /* a small word in a name */
  VSL_PARTICIPANT_WORD_TITLE,        /* a title before a name */
  VSL_PARTICIPANT_WORD_ORGANISATION, /* a kind of organisation, in its name */
  VSL_PARTICIPANT_WORD_ROLE,         /* with which a role starts or ends */
  VSL_PARTICIPANT_WORD_FIELD_ROLE    /* a role whose `of …` names a field, not an employer */
} VslParticipantWord;

gboolean vsl_participant_word_is (VslParticipantWord  kind,
                                  const char         *word);

G_END_DECLS
