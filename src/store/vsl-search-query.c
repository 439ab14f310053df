/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-store"

#include "store/vsl-search-query.h"

#include <string.h>

/* More terms than anybody types; a pasted page is cut here. */
#define MAX_TERMS 24

/* What can stand in front of a colon, in both languages. */
typedef enum
{
  SCOPE_ALL,
  SCOPE_HEADLINE,
  SCOPE_PARTICIPANTS,
  SCOPE_TAGS,
  SCOPE_STATUS,
  SCOPE_SITE
} Scope;

static const struct
{
  const char *word;
  Scope scope;
} scopes[] = {
  { "kop", SCOPE_HEADLINE },           { "headline", SCOPE_HEADLINE },
  { "deelnemer", SCOPE_PARTICIPANTS }, { "participant", SCOPE_PARTICIPANTS },
  { "tag", SCOPE_TAGS },               { "status", SCOPE_STATUS },
  { "site", SCOPE_SITE },
};

/* Columns of the index, in front of a term of that scope. */
static const char *const filters[] = {
  [SCOPE_ALL] = "",
  [SCOPE_HEADLINE] = "headline : ",
  [SCOPE_PARTICIPANTS] = "participants : ",
  [SCOPE_TAGS] = "tags : ",
};

typedef struct
{
  Scope scope;
  char *text; /* (owned) */
  gboolean excluded;
  gboolean prefix; /* the word may go on */
} Term;

static void
term_clear (Term *term)
{
  g_clear_pointer (&term->text, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Term, term_clear)

static gboolean
is_quote (gunichar c)
{
  return c == '"' || c == 0x201C || c == 0x201D || c == 0x201E || c == 0x00AB || c == 0x00BB;
}

static const char *
skip_spaces (const char *p)
{
  while (*p != '\0' && g_unichar_isspace (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);

  return p;
}

/* Reads `word:` when it is a scope that we know; anything else is text. */
static const char *
read_scope (const char *p,
            Scope      *scope)
{
  const char *colon = strchr (p, ':');
  guint i;

  for (i = 0; colon != NULL && i < G_N_ELEMENTS (scopes); i++)
    {
      gsize length = strlen (scopes[i].word);

      if ((gsize) (colon - p) == length && g_ascii_strncasecmp (p, scopes[i].word, length) == 0)
        {
          *scope = scopes[i].scope;
          return colon + 1;
        }
    }

  return p;
}

/* Reads a phrase in quotes or a word. */
static const char *
read_text (const char *p,
           Term       *term)
{
  gboolean quoted = *p != '\0' && is_quote (g_utf8_get_char (p));
  const char *start;

  if (quoted)
    p = g_utf8_next_char (p);
  start = p;
  while (*p != '\0' && !is_quote (g_utf8_get_char (p)) &&
         (quoted || !g_unichar_isspace (g_utf8_get_char (p))))
    p = g_utf8_next_char (p);

  term->text = g_strndup (start, p - start);
  /* Somebody is still typing the word at the very end. One letter begins half of all words. */
  term->prefix = !quoted && *p == '\0' && g_utf8_strlen (term->text, -1) > 1;

  return quoted && *p != '\0' ? g_utf8_next_char (p) : p;
}

static const char *
read_term (const char *p,
           Term       *term)
{
  if (p[0] == '-' && p[1] != '\0' && !g_ascii_isspace (p[1]))
    {
      term->excluded = TRUE;
      p++;
    }
  p = read_scope (p, &term->scope);

  return read_text (p, term);
}

/* Whether the tokenizer finds a word in it: a letter, a digit, or a sign of private use. */
static gboolean
has_word (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (g_unichar_isalnum (c) || g_unichar_type (c) == G_UNICODE_PRIVATE_USE)
        return TRUE;
    }

  return FALSE;
}

/* Whether the tokenizer finds more than one word in it, as it does in `a-b`. */
static gboolean
has_words (const char *text)
{
  while (*text != '\0' && !g_unichar_isalnum (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  while (*text != '\0' && g_unichar_isalnum (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);

  return has_word (text);
}

/* A string of FTS5: whatever is in it is text. */
static void
append_quoted (GString    *out,
               const Term *term)
{
  const char *p;

  g_string_append (out, filters[term->scope]);
  g_string_append_c (out, '"');
  for (p = term->text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *p);
    }
  g_string_append_c (out, '"');
  if (term->prefix)
    g_string_append (out, " *");
}

static void
add_term (VslSearchQuery *self,
          GString        *wanted,
          GString        *unwanted,
          const Term     *term)
{
  if (term->scope == SCOPE_STATUS || term->scope == SCOPE_SITE)
    {
      char **value = term->scope == SCOPE_STATUS ? &self->status : &self->site;

      if (*term->text != '\0' && !term->excluded)
        {
          g_free (*value);
          *value = g_strdup (term->text);
        }
      return;
    }
  if (!has_word (term->text))
    return;

  if (term->excluded)
    {
      g_string_append (unwanted, " NOT ");
      append_quoted (unwanted, term);
      return;
    }
  if (wanted->len > 0)
    g_string_append (wanted, " AND ");
  append_quoted (wanted, term);
  self->phrase |= has_words (term->text);
}

/**
 * vsl_search_query_parse:
 * @text: what somebody typed; any text at all
 *
 * Reads words, “phrases”, `-word` for what must not be there, and `kop:`/`headline:`,
 * `deelnemer:`/`participant:`, `tag:`, `status:` and `site:`, each with a word or a phrase. The word
 * at the very end also finds what begins with it. Nothing that is typed is a command to the index.
 *
 * Returns: (transfer full): the query, perhaps an empty one
 */
VslSearchQuery *
vsl_search_query_parse (const char *text)
{
  VslSearchQuery *self = g_new0 (VslSearchQuery, 1);
  g_autofree char *valid = NULL;
  g_autoptr(GString) wanted = g_string_new (NULL);
  g_autoptr(GString) unwanted = g_string_new (NULL);
  const char *p;
  guint i;

  g_return_val_if_fail (text != NULL, self);

  valid = g_utf8_make_valid (text, -1);
  p = skip_spaces (valid);
  for (i = 0; *p != '\0' && i < MAX_TERMS; i++)
    {
      g_auto(Term) term = { 0 };

      p = skip_spaces (read_term (p, &term));
      add_term (self, wanted, unwanted, &term);
    }

  /* What must not be there says nothing by itself about what is looked for. */
  if (wanted->len > 0)
    self->match = g_strconcat (wanted->str, unwanted->str, NULL);

  return self;
}

/**
 * vsl_search_query_copy:
 * @self: the query
 *
 * Returns: (transfer full): an independent copy
 */
VslSearchQuery *
vsl_search_query_copy (const VslSearchQuery *self)
{
  VslSearchQuery *copy = g_new (VslSearchQuery, 1);

  *copy = (VslSearchQuery) { g_strdup (self->match), g_strdup (self->status), g_strdup (self->site),
                              self->phrase };

  return copy;
}

/**
 * vsl_search_query_free:
 * @self: (transfer full): the query
 *
 * Frees it.
 */
void
vsl_search_query_free (VslSearchQuery *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->match);
  g_free (self->status);
  g_free (self->site);
  g_free (self);
}

/**
 * vsl_search_query_is_empty:
 * @self: the query
 *
 * Returns: whether it asks for nothing, so that it finds nothing
 */
gboolean
vsl_search_query_is_empty (const VslSearchQuery *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->match == NULL && self->status == NULL && self->site == NULL;
}
