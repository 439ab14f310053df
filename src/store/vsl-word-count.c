/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-store"

#include "store/vsl-word-count.h"

#include "core/vsl-text.h"

#include <string.h>

/* How many bytes the two texts have in common at their beginning, eight at a time. */
static gsize
measure_prefix (const char *a,
                const char *b,
                gsize       length)
{
  gsize i = 0;

  while (i + sizeof (guint64) <= length)
    {
      guint64 x, y;

      memcpy (&x, a + i, sizeof x);
      memcpy (&y, b + i, sizeof y);
      if (x != y)
        break;
      i += sizeof x;
    }
  while (i < length && a[i] == b[i])
    i++;

  return i;
}

/* The same at their end, where @a and @b point behind the last byte. */
static gsize
measure_suffix (const char *a,
                const char *b,
                gsize       length)
{
  gsize i = 0;

  while (i + sizeof (guint64) <= length)
    {
      guint64 x, y;

      memcpy (&x, a - i - sizeof x, sizeof x);
      memcpy (&y, b - i - sizeof y, sizeof y);
      if (x != y)
        break;
      i += sizeof x;
    }
  while (i < length && a[-1 - (gssize) i] == b[-1 - (gssize) i])
    i++;

  return i;
}

static guint
count_part (const char *text,
            gsize       length)
{
  g_autofree char *part = g_strndup (text, length);

  return vsl_text_count_words (part);
}

/**
 * vsl_word_count_update:
 * @old_text: a text
 * @old_words: how many words it has, as vsl_text_count_words() counts
 * @new_text: the text after somebody typed
 *
 * Counts the words of a text that changed in one place by counting that place.
 *
 * Returns: what vsl_text_count_words() would return for @new_text
 */
guint
vsl_word_count_update (const char *old_text,
                       guint       old_words,
                       const char *new_text)
{
  gsize old_length = strlen (old_text);
  gsize new_length = strlen (new_text);
  gsize shorter = MIN (old_length, new_length);
  gsize prefix = measure_prefix (old_text, new_text, shorter);
  gsize suffix = measure_suffix (old_text + old_length, new_text + new_length, shorter - prefix);

  /* From white space to white space, so that no word is cut. */
  while (prefix > 0 && !g_ascii_isspace (new_text[prefix - 1]))
    prefix--;
  while (suffix > 0 && !g_ascii_isspace (new_text[new_length - suffix]))
    suffix--;

  return old_words - count_part (old_text + prefix, old_length - prefix - suffix) +
         count_part (new_text + prefix, new_length - prefix - suffix);
}
