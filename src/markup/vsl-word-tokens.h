/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  VSL_TOKEN_WORD,  /* letters and digits, with what joins them: “auto's”, “e-mail”, “1.000” */
  VSL_TOKEN_MARK,  /* one character of anything else */
  VSL_TOKEN_BLANK, /* white space within a line */
  VSL_TOKEN_BREAK  /* white space with the end of a line in it */
} VslTokenKind;

/* A piece of a text. All of them, one after the other, are the text again. */
typedef struct
{
  const char  *text;   /* (unowned) into the text */
  gsize        length; /* bytes */
  VslTokenKind kind;
  guint        id;     /* the same for the same bytes */
} VslToken;

/**
 * VslTokenIds:
 *
 * Numbers for pieces of text, the same for the same bytes; counted from 0. Keeps the texts unowned.
 */
typedef struct _VslTokenIds VslTokenIds;

VslTokenIds *vsl_token_ids_new    (void) G_GNUC_WARN_UNUSED_RESULT;
void         vsl_token_ids_free   (VslTokenIds *self);
guint        vsl_token_ids_get    (VslTokenIds *self,
                                   const char  *text,
                                   gsize        length);
guint        vsl_token_ids_count  (VslTokenIds *self);
GArray      *vsl_word_tokens_read (const char  *text,
                                   VslTokenIds *ids) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VslTokenIds, vsl_token_ids_free)

G_END_DECLS
