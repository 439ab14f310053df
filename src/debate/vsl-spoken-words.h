/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-transcript.h"
#include "debate/vsl-alignment.h"
#include "debate/vsl-word-folder.h"

G_BEGIN_DECLS

/**
 * VslSpokenWords:
 *
 * The words of a transcript in a row, each with a number instead of its letters. After it is made it is
 * only read: any thread, also several at once.
 */
typedef struct _VslSpokenWords VslSpokenWords;

typedef struct
{
  char *shown; /* (owned) as it was said */
  VslWordKind kind;
  gboolean ends_sentence;
  guint utterance; /* the index of the one it was said in */
} VslSpokenWord;

VslSpokenWords      *vsl_spoken_words_new        (VslTranscript        *transcript) G_GNUC_WARN_UNUSED_RESULT;
void                 vsl_spoken_words_free       (VslSpokenWords       *self);
gsize                vsl_spoken_words_get_length (const VslSpokenWords *self);
const VslSpokenWord *vsl_spoken_words_get        (const VslSpokenWords *self,
                                                  gsize                 index);
const VslToken      *vsl_spoken_words_get_tokens (const VslSpokenWords *self);
gint32               vsl_spoken_words_find       (const VslSpokenWords *self,
                                                  const char           *folded);
guint                vsl_spoken_words_count      (const VslSpokenWords *self,
                                                  gint32                id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VslSpokenWords, vsl_spoken_words_free)

G_END_DECLS
