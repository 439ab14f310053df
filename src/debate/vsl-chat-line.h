/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The head of one message in a chat that was saved. */
typedef struct
{
  gint64 ms;         /* since the start of the meeting, or of the day when @is_clock */
  char *speaker;     /* (owned) */
  const char *words; /* what stands on the same line, without an answer's quotation; not owned */
  gboolean is_clock;
  gboolean is_private; /* sent to one person */
} VslChatLine;

gboolean vsl_chat_line_parse         (const char  *text,
                                      VslChatLine *line);
void     vsl_chat_line_clear         (VslChatLine *line);
gboolean vsl_chat_line_is_reply_head (const char  *text);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VslChatLine, vsl_chat_line_clear)

G_END_DECLS
