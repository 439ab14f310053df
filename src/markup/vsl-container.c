/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-markup"

#include "markup/vsl-container.h"

#include <string.h>

/*
 * The lines of a body that open and close its containers:
 *
 *     ::: streamer              (also pullquote)
 *     ::: kader Titel           (also box)
 *     ::: deelnemers            (also participants)
 *     :::
 *
 * Three or more colons in the first column. A line with another word, a closing line with nothing
 * to close, and everything inside a code fence is ordinary text, so that nothing typed is lost.
 * `::: deelnemers` needs no closing line; where no other container is open, it may have one.
 */

/* Deeper than any page, and shallow enough that no reader of the tree needs a limit of its own. */
#define MAX_DEPTH 16

typedef struct
{
  char mark; /* of the code fence that is open, or NUL */
  gsize length;
} CodeFence;

static const struct
{
  const char *word;
  VslContainerKind kind;
} words[] = {
  { "streamer", VSL_CONTAINER_STREAMER },       { "pullquote", VSL_CONTAINER_STREAMER },
  { "kader", VSL_CONTAINER_BOX },               { "box", VSL_CONTAINER_BOX },
  { "deelnemers", VSL_CONTAINER_PARTICIPANTS }, { "participants", VSL_CONTAINER_PARTICIPANTS },
};

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\t';
}

static gsize
count_run (const char *text,
           gsize       length,
           char        c)
{
  gsize n = 0;

  while (n < length && text[n] == c)
    n++;

  return n;
}

static gsize
trim_end (const char *text,
          gsize       length)
{
  while (length > 0 && is_blank (text[length - 1]))
    length--;

  return length;
}

/* @returns: whether the text holds carriage returns; without, the search is as fast as memory. */
static gsize
measure_line (const char *line,
              gsize       length,
              gboolean    returns)
{
  const char *end = returns ? line + strcspn (line, "\r\n") : memchr (line, '\n', length);

  return end != NULL ? (gsize) (end - line) : length;
}

/* CommonMark 4.5: three or more of ` or ~, at most three spaces before, no ` after an opening `. */
static void
follow_code_fence (CodeFence  *fence,
                   const char *line,
                   gsize       length)
{
  gsize indent = count_run (line, length, ' ');
  gsize run;
  char mark;

  if (indent > 3 || indent == length)
    return;

  mark = line[indent];
  if (mark != '`' && mark != '~')
    return;

  run = count_run (line + indent, length - indent, mark);
  if (run < 3)
    return;

  if (fence->mark == '\0')
    {
      if (mark == '`' && memchr (line + indent + run, '`', length - indent - run) != NULL)
        return;
      fence->mark = mark;
      fence->length = run;
    }
  else if (fence->mark == mark && run >= fence->length
           && trim_end (line, length) == indent + run)
    {
      fence->mark = '\0';
    }
}

/* Returns: whether the line is a fence; @container is NULL when it closes one. */
static gboolean
read_fence (const char    *line,
            gsize          length,
            VslContainer **container)
{
  gsize at = count_run (line, length, ':');
  gsize end = trim_end (line, length);

  *container = NULL;
  if (at < 3)
    return FALSE;
  if (at >= end)
    return TRUE;

  while (is_blank (line[at]))
    at++;
  /* Some people close the line as they opened it. */
  while (end > at && line[end - 1] == ':')
    end--;
  end = trim_end (line, end);

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize word_length = strlen (words[i].word);

      if (end - at < word_length
          || g_ascii_strncasecmp (line + at, words[i].word, word_length) != 0)
        continue;
      if (end - at > word_length && !is_blank (line[at + word_length]))
        continue;

      at += word_length;
      while (at < end && is_blank (line[at]))
        at++;
      /* Only a box has a title; words after the others would be lost. */
      if (at < end && words[i].kind != VSL_CONTAINER_BOX)
        return FALSE;

      *container = vsl_container_new (words[i].kind, line + at, end - at);
      (*container)->title_byte_offset = at;
      return TRUE;
    }

  return FALSE;
}

static void
clear_fence (gpointer data)
{
  VslContainerFence *fence = data;

  g_clear_pointer (&fence->container, vsl_container_free);
}

static GArray *
find_candidates (const char *text,
                 gsize       length)
{
  GArray *fences = g_array_new (FALSE, FALSE, sizeof (VslContainerFence));
  CodeFence code = { '\0', 0 };
  gboolean returns = memchr (text, '\r', length) != NULL;
  gsize line_number = 1;
  gsize at = 0;

  g_array_set_clear_func (fences, clear_fence);

  while (at < length)
    {
      const char *line = text + at;
      gsize line_length = measure_line (line, length - at, returns);
      VslContainerFence fence = { line_number, at, line_length, NULL, FALSE };

      if (code.mark == '\0' && *line == ':' && read_fence (line, line_length, &fence.container))
        {
          if (fence.container != NULL)
            {
              fence.container->byte_offset = at;
              fence.container->title_byte_offset += at;
            }
          g_array_append_val (fences, fence);
        }
      else
        {
          follow_code_fence (&code, line, line_length);
        }

      at += line_length;
      if (at < length)
        at += text[at] == '\r' && text[at + 1] == '\n' ? 2 : 1;
      line_number++;
    }

  return fences;
}

static gboolean
closes_next (GArray *fences,
             guint   index)
{
  return index + 1 < fences->len
         && g_array_index (fences, VslContainerFence, index + 1).container == NULL;
}

/**
 * vsl_container_new:
 * @kind: what it is
 * @title: the first character of the title
 * @title_length: its length in bytes
 *
 * Returns: (transfer full): a container
 */
VslContainer *
vsl_container_new (VslContainerKind  kind,
                   const char       *title,
                   gsize             title_length)
{
  VslContainer *self = g_new0 (VslContainer, 1);

  self->kind = kind;
  self->title = g_strndup (title, title_length);

  return self;
}

/**
 * vsl_container_free:
 * @self: (transfer full): a container
 */
void
vsl_container_free (VslContainer *self)
{
  g_free (self->title);
  g_free (self);
}

/**
 * vsl_container_scan:
 * @text: a body
 * @length: its length in bytes
 *
 * Finds the lines that open and close containers, paired: every closing line in the result closes
 * something. What stays open ends with the text. Linear in @length; any thread.
 *
 * Returns: (transfer full) (element-type VslContainerFence): the lines, in order
 */
GArray *
vsl_container_scan (const char *text,
                    gsize       length)
{
  g_autoptr(GArray) found = NULL;
  GArray *fences;
  guint depth = 0;

  g_return_val_if_fail (text != NULL, NULL);

  found = find_candidates (text, length);
  fences = g_array_new (FALSE, FALSE, sizeof (VslContainerFence));
  g_array_set_clear_func (fences, clear_fence);

  for (guint i = 0; i < found->len; i++)
    {
      VslContainerFence fence = g_array_index (found, VslContainerFence, i);
      gboolean opens = fence.container != NULL;

      if (opens ? depth >= MAX_DEPTH : depth == 0)
        continue;

      if (!opens)
        depth--;
      else if (fence.container->kind == VSL_CONTAINER_PARTICIPANTS)
        fence.empty = depth > 0 || !closes_next (found, i);

      if (opens && !fence.empty)
        depth++;

      g_array_index (found, VslContainerFence, i).container = NULL;
      g_array_append_val (fences, fence);
    }

  return fences;
}
