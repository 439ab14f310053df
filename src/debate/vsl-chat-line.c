/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-debate"

#include "debate/vsl-chat-line.h"

#include "core/vsl-text.h"
#include "debate/vsl-transcript-time.h"

#include <string.h>

/* Zoom's chat as the program keeps it, with tabs, and as people save it by hand, in sentences. */

static const char *
skip_space (const char *text)
{
  return text + strspn (text, " \t");
}

/* `2026-05-01 ` before the time. */
static const char *
skip_date (const char *text)
{
  gsize digits = strspn (text, "0123456789");

  if (digits != 4 || text[4] != '-' || strspn (text, "0123456789-") != 10)
    return text;

  return skip_space (text + 10);
}

static gboolean
is_reaction (const char *text)
{
  return g_str_has_prefix (text, "Reacted to \"") ||
         (g_str_has_prefix (text, "Removed a ") && strstr (text, " reaction from \"") != NULL);
}

/**
 * vsl_chat_line_is_reply_head:
 * @text: a line of a chat
 *
 * Returns: whether it only repeats the message that the words below it answer
 */
gboolean
vsl_chat_line_is_reply_head (const char *text)
{
  return g_str_has_prefix (text, "Replying to \"");
}

/* What somebody said himself: not the message he answers, nor a thumb. */
static const char *
find_words (const char *text)
{
  return is_reaction (text) || vsl_chat_line_is_reply_head (text) ? "" : text;
}

/* Where the name ends and the one for whom the message is starts, or @end. */
static const char *
find_recipient (const char *name,
                const char *end)
{
  static const char *const words[] = { " to ", " To ", " aan ", " Aan ", " tot ", " naar " };
  const char *p;
  guint i;

  for (p = name; p < end; p++)
    {
      for (i = 0; i < G_N_ELEMENTS (words); i++)
        {
          if (g_str_has_prefix (p, words[i]))
            return p;
        }
    }

  return end;
}

static gboolean
names_privacy (const char *text,
               gsize       length)
{
  static const char *const words[] = { "(Privately)", "(Direct Message)", "(Privé)",
                                       "(Direct bericht)" };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (g_strstr_len (text, (gssize) length, words[i]) != NULL)
        return TRUE;
    }

  return FALSE;
}

/* `00:00:55⇥Name:⇥words`. */
static gboolean
parse_tabbed (const char  *text,
              VslChatLine *line)
{
  const char *p = text;
  const char *name, *end;

  if (!vsl_transcript_time_scan (&p, &line->ms) || *p != '\t')
    return FALSE;
  name = p + 1;
  end = strchr (name, '\t');
  if (end == NULL)
    return FALSE;
  line->words = find_words (end + 1);
  while (end > name && end[-1] == ' ')
    end--;
  if (end - name < 2 || end[-1] != ':')
    return FALSE;

  line->speaker = g_strndup (name, end - 1 - name);
  line->is_private = names_privacy (name, end - name);
  return TRUE;
}

/* `14:03:22 From Name to Everyone:`, the words behind it or below it; `Van Name aan Iedereen:`. */
static gboolean
parse_sentence (const char  *text,
                VslChatLine *line)
{
  const char *p = skip_date (text);
  const char *name, *colon;
  g_autofree char *label = NULL;

  if (!vsl_transcript_time_scan (&p, &line->ms))
    return FALSE;
  p = skip_space (p);
  if (!g_str_has_prefix (p, "From ") && !g_str_has_prefix (p, "Van "))
    return FALSE;
  name = skip_space (strchr (p, ' '));
  colon = strchr (name, ':');
  if (colon == NULL || colon == name)
    return FALSE;

  label = g_strndup (name, find_recipient (name, colon) - name);
  line->speaker = vsl_text_collapse_spaces (label);
  line->words = find_words (skip_space (colon + 1));
  line->is_clock = TRUE;
  line->is_private = names_privacy (name, colon - name);
  return TRUE;
}

/**
 * vsl_chat_line_parse:
 * @text: a line of a chat
 * @line: (out caller-allocates): what it says, when it opens a message; @text must outlive it
 *
 * Returns: whether @text opens a message
 */
gboolean
vsl_chat_line_parse (const char  *text,
                     VslChatLine *line)
{
  g_return_val_if_fail (text != NULL && line != NULL, FALSE);

  return parse_tabbed (text, line) || parse_sentence (text, line);
}

/**
 * vsl_chat_line_clear:
 * @line: a line that vsl_chat_line_parse() filled
 *
 * Frees what it holds.
 */
void
vsl_chat_line_clear (VslChatLine *line)
{
  g_clear_pointer (&line->speaker, g_free);
}
