/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-markup"

#include "markup/vsl-word-tokens.h"

#include <string.h>

/* A piece of text as a key. */
typedef struct
{
  const char *text; /* (unowned) */
  gsize length;
} Slice;

struct _VslTokenIds
{
  GHashTable *ids; /* (owned) Slice (owned) → number */
};

/* FNV-1a: pieces are short. */
static guint
hash_slice (gconstpointer key)
{
  const Slice *slice = key;
  guint hash = 2166136261u;
  gsize i;

  for (i = 0; i < slice->length; i++)
    hash = (hash ^ (guchar) slice->text[i]) * 16777619u;

  return hash;
}

static gboolean
equal_slices (gconstpointer a,
              gconstpointer b)
{
  const Slice *first = a;
  const Slice *second = b;

  return first->length == second->length && memcmp (first->text, second->text, first->length) == 0;
}

static gboolean
is_letter (gunichar c)
{
  if (c < 0x80)
    return g_ascii_isalnum ((char) c);

  return g_unichar_isalnum (c) || g_unichar_ismark (c);
}

/* Whether @c joins letters on both sides of it into one word. */
static gboolean
is_joint (gunichar c,
          gunichar before,
          gunichar after)
{
  switch (c)
    {
    case '\'':
    case 0x2019: /* ’ */
    case '-':
    case 0x2010: /* ‐ */
    case 0x00AD: /* soft hyphen */
      return is_letter (after);
    case '.':
    case ',':
      return g_unichar_isdigit (before) && g_unichar_isdigit (after);
    default:
      return FALSE;
    }
}

static const char *
skip_word (const char *text)
{
  gunichar before = 0;

  for (;;)
    {
      gunichar c = g_utf8_get_char (text);
      const char *next = g_utf8_next_char (text);

      if (*text == '\0' || (!is_letter (c) && !is_joint (c, before, g_utf8_get_char (next))))
        return text;
      before = c;
      text = next;
    }
}

static const char *
skip_space (const char *text,
            gboolean   *has_break)
{
  *has_break = FALSE;
  while (*text != '\0' && g_unichar_isspace (g_utf8_get_char (text)))
    {
      *has_break = *has_break || *text == '\n';
      text = g_utf8_next_char (text);
    }

  return text;
}

/* Sets the kind of the token that starts at @text; returns where it ends. */
static const char *
skip_token (const char   *text,
            VslTokenKind *kind)
{
  gunichar c = g_utf8_get_char (text);
  gboolean has_break;

  if (is_letter (c))
    {
      *kind = VSL_TOKEN_WORD;
      return skip_word (text);
    }
  if (g_unichar_isspace (c))
    {
      text = skip_space (text, &has_break);
      *kind = has_break ? VSL_TOKEN_BREAK : VSL_TOKEN_BLANK;
      return text;
    }
  *kind = VSL_TOKEN_MARK;

  return g_utf8_next_char (text);
}

/**
 * vsl_token_ids_new:
 *
 * Returns: (transfer full): no numbers yet
 */
VslTokenIds *
vsl_token_ids_new (void)
{
  VslTokenIds *self = g_new (VslTokenIds, 1);

  self->ids = g_hash_table_new_full (hash_slice, equal_slices, g_free, NULL);

  return self;
}

/**
 * vsl_token_ids_free:
 * @self: (transfer full): numbers
 *
 * Frees them.
 */
void
vsl_token_ids_free (VslTokenIds *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_unref (self->ids);
  g_free (self);
}

/**
 * vsl_token_ids_get:
 * @self: the numbers
 * @text: a piece of text, which outlives @self
 * @length: its length in bytes
 *
 * Returns: the number of the piece; a new one when these bytes were not seen before
 */
guint
vsl_token_ids_get (VslTokenIds *self,
                   const char  *text,
                   gsize        length)
{
  Slice slice = { text, length };
  gpointer found;
  guint id;

  if (g_hash_table_lookup_extended (self->ids, &slice, NULL, &found))
    return GPOINTER_TO_UINT (found);

  id = g_hash_table_size (self->ids);
  g_hash_table_insert (self->ids, g_memdup2 (&slice, sizeof slice), GUINT_TO_POINTER (id));

  return id;
}

/**
 * vsl_token_ids_count:
 * @self: the numbers
 *
 * Returns: how many were given out
 */
guint
vsl_token_ids_count (VslTokenIds *self)
{
  return g_hash_table_size (self->ids);
}

/**
 * vsl_word_tokens_read:
 * @text: a text, UTF-8, which outlives the result
 * @ids: numbers, shared by the texts that are to be compared
 *
 * Cuts a text into words, marks and white space.
 *
 * Returns: (transfer full) (element-type VslToken): the tokens
 */
GArray *
vsl_word_tokens_read (const char  *text,
                      VslTokenIds *ids)
{
  GArray *tokens = g_array_new (FALSE, FALSE, sizeof (VslToken));

  g_return_val_if_fail (text != NULL && ids != NULL, tokens);

  while (*text != '\0')
    {
      VslToken token = { .text = text };
      const char *end = skip_token (text, &token.kind);

      token.length = (gsize) (end - text);
      token.id = vsl_token_ids_get (ids, text, token.length);
      g_array_append_val (tokens, token);
      text = end;
    }

  return tokens;
}
