/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-debate"

#include "debate/vsl-quotation-marks.h"

#include <string.h>

/*
 * What stands between quotation marks. The difficulty is the apostrophe: ’ and ' are both, and Dutch
 * has them inside words (zo’n, foto’s), at their start (’s, ’t) and at their end (Frans’). A mark is
 * judged by what stands on either side of it, per paragraph, with a stack for quotations within
 * quotations.
 */

typedef enum
{
  FAMILY_NONE,
  FAMILY_DOUBLE,   /* “ ” „ and old-fashioned ,, and '' */
  FAMILY_STRAIGHT, /* " */
  FAMILY_SINGLE,   /* ‘ ’ ‚ and ' */
  FAMILY_ANGLE,    /* « » in either direction */
  FAMILY_SMALL     /* ‹ › in either direction */
} Family;

typedef enum
{
  ROLE_NONE,
  ROLE_OPEN,
  ROLE_CLOSE,
  ROLE_EITHER /* opens when nothing of its family is open */
} Role;

typedef struct
{
  Family family;
  Role role;
  gunichar mark;
  gsize size; /* bytes */
} Mark;

typedef struct
{
  Family family;
  gunichar mark;
  gsize outer;
  gsize inner;
  /* The last quotation of the same family that closed inside this one, for the repair. */
  gsize nested_inner_end;
  gsize nested_outer_end;
} Open;

typedef struct
{
  const char *text;
  GArray *spans; /* of VslQuotedSpan, of the outermost quotations only */
  GArray *stack; /* of Open */
} MarkScanner;

static gunichar
char_before (const char *text,
             gsize       at)
{
  return at > 0 ? g_utf8_get_char (g_utf8_prev_char (text + at)) : 0;
}

static gboolean
is_break (gunichar c)
{
  return c == 0 || g_unichar_isspace (c) || c == '(' || c == '[' || c == 0x2013 || c == 0x2014 ||
         c == '-' || c == '/';
}

/* ’s, ’t, ’n, ’k, ’m, ’ns, ’em: a word that starts with an apostrophe. */
static gboolean
is_elision (const char *after)
{
  static const char *const words[] = { "s", "t", "n", "k", "m", "ns", "em", "tis", "twas", "til" };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize length = strlen (words[i]);

      if (g_ascii_strncasecmp (after, words[i], length) == 0 &&
          !g_unichar_isalpha (g_utf8_get_char (after + length)))
        return TRUE;
    }

  return g_ascii_isdigit (*after); /* ’90 */
}

/* Whether a mark of @family is open; only inside it can a doubtful mark be a closing one. */
static const Open *
find_open (MarkScanner *scanner,
           Family       family)
{
  guint i;

  for (i = scanner->stack->len; i > 0; i--)
    {
      const Open *open = &g_array_index (scanner->stack, Open, i - 1);

      if (open->family == family)
        return open;
    }

  return NULL;
}

/* Whether a mark that surely closes comes in this paragraph before another one opens: by a stop or a
 * comma on either side. */
static gboolean
closes_later (const char *after)
{
  const char *p;
  gunichar before = 0;

  for (p = after; *p != '\0' && !g_str_has_prefix (p, "\n\n"); p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gunichar next = g_utf8_get_char (g_utf8_next_char (p));

      if (c == 0x2018)
        return FALSE;
      if (c == 0x2019 && !g_unichar_isalnum (next) && !is_break (before) &&
          (next == ',' || next == '.' ||
           (before < 0x80 && before != 0 && strchr (",.!?", (int) before) != NULL)))
        return TRUE;
      before = c;
    }

  return FALSE;
}

/* Frans’ dijk, the farmers’ land: an apostrophe behind a hissing sound, in a quotation that goes on. */
static gboolean
is_possessive (const char *after,
               gunichar    before)
{
  return (before == 's' || before == 'x' || before == 'z') && *after == ' ' &&
         g_unichar_islower (g_utf8_get_char (after + 1)) && closes_later (after);
}

/* Apostrophe or single mark? */
static Role
judge_single (MarkScanner *scanner,
              gunichar     c,
              gsize        at,
              gsize        size)
{
  gunichar before = char_before (scanner->text, at);
  const char *after = scanner->text + at + size;
  gunichar next = g_utf8_get_char (after);
  gboolean open = find_open (scanner, FAMILY_SINGLE) != NULL;

  if (c == 0x2018) /* ‘ */
    return is_elision (after) && !g_ascii_isupper (*after) && is_break (before) ? ROLE_NONE
                                                                               : ROLE_OPEN;
  if (g_unichar_isalnum (before) && g_unichar_isalnum (next))
    return ROLE_NONE;
  if (c == '\'' && g_unichar_isdigit (before) && !open)
    return ROLE_NONE; /* feet and minutes */
  if (open && !is_break (before) && !g_unichar_isalnum (next))
    return c == 0x2019 && is_possessive (after, before) ? ROLE_NONE : ROLE_CLOSE;
  if (is_elision (after))
    return ROLE_NONE;
  /* The wrong way round, as some programs make it. */
  if (c == 0x2019 && !open && is_break (before) && g_unichar_isupper (next) && closes_later (after))
    return ROLE_OPEN;
  if (c == '\'' && (is_break (before) || before == '"' || before == 0x201C || before == 0x201E) &&
      next != 0 && !g_unichar_isspace (next))
    return ROLE_OPEN;

  return ROLE_NONE;
}

static Role
judge_straight (MarkScanner *scanner,
                gsize        at)
{
  gunichar before = char_before (scanner->text, at);
  gunichar next = g_utf8_get_char (scanner->text + at + 1);

  if (find_open (scanner, FAMILY_STRAIGHT) != NULL)
    {
      /* Inches inside a quotation: 5'10" goes on with the sentence. */
      if (g_unichar_isdigit (before) && at >= 3 &&
          memchr (scanner->text + at - 3, '\'', 3) != NULL)
        return ROLE_NONE;
      return ROLE_CLOSE;
    }
  if (g_unichar_isdigit (before) || next == 0 || g_unichar_isspace (next))
    return ROLE_NONE;

  return ROLE_OPEN;
}

/* “ opens, except that it closes what „ opened; ” closes, except at the start of a word in the
 * Swedish manner, which opens when nothing is open. */
static Role
judge_double (MarkScanner *scanner,
              gunichar     c,
              gsize        at,
              gsize        size)
{
  const Open *open = find_open (scanner, FAMILY_DOUBLE);
  gunichar before = char_before (scanner->text, at);
  gunichar next = g_utf8_get_char (scanner->text + at + size);

  if (c == 0x201E) /* „ */
    return ROLE_OPEN;
  if (c == 0x201C) /* “ */
    return open != NULL && open->mark == 0x201E && !is_break (before) &&
               !g_unichar_isalnum (next)
             ? ROLE_CLOSE
             : ROLE_OPEN;
  if (open == NULL && is_break (before) && g_unichar_isalnum (next))
    return ROLE_OPEN;

  return ROLE_CLOSE;
}

static Mark
read_mark (MarkScanner *scanner,
           gsize        at)
{
  const char *p = scanner->text + at;
  gunichar c = g_utf8_get_char (p);
  gsize size = g_utf8_next_char (p) - p;
  Mark mark = { FAMILY_NONE, ROLE_NONE, c, size };

  switch (c)
    {
    case 0x201C:
    case 0x201D:
    case 0x201E:
      mark.family = FAMILY_DOUBLE;
      mark.role = judge_double (scanner, c, at, size);
      break;
    case '"':
      mark.family = FAMILY_STRAIGHT;
      mark.role = judge_straight (scanner, at);
      break;
    case ',':
      if (p[1] == ',' && p[2] != ',' && !g_ascii_isspace (p[2]) && p[2] != '\0')
        mark = (Mark) { FAMILY_DOUBLE, ROLE_OPEN, 0x201E, 2 };
      break;
    case '\'':
      if (p[1] == '\'' && find_open (scanner, FAMILY_DOUBLE) != NULL)
        {
          mark = (Mark) { FAMILY_DOUBLE, ROLE_CLOSE, 0x201D, 2 };
          break;
        }
      /* fall through */
    case 0x2018:
    case 0x2019:
      mark.family = FAMILY_SINGLE;
      mark.role = judge_single (scanner, c, at, size);
      break;
    case 0x00AB:
    case 0x00BB:
      mark.family = FAMILY_ANGLE;
      mark.role = find_open (scanner, FAMILY_ANGLE) != NULL ? ROLE_CLOSE : ROLE_OPEN;
      break;
    case 0x2039:
    case 0x203A:
      mark.family = FAMILY_SMALL;
      mark.role = find_open (scanner, FAMILY_SMALL) != NULL ? ROLE_CLOSE : ROLE_OPEN;
      break;
    default:
      break;
    }

  return mark;
}

/* Notes a quotation when it is an outermost one; an inner one belongs to the words around it. */
static void
close_span (MarkScanner *scanner,
            const Open  *open,
            gsize        inner_end,
            gsize        outer_end,
            gboolean     repaired,
            gboolean     outermost)
{
  VslQuotedSpan span = { { open->outer, outer_end }, { open->inner, inner_end }, repaired };

  /* French marks stand apart from the words. */
  while (span.inner.start < span.inner.end &&
         g_unichar_isspace (g_utf8_get_char (scanner->text + span.inner.start)))
    span.inner.start = g_utf8_next_char (scanner->text + span.inner.start) - scanner->text;
  while (span.inner.end > span.inner.start &&
         g_unichar_isspace (char_before (scanner->text, span.inner.end)))
    span.inner.end = g_utf8_prev_char (scanner->text + span.inner.end) - scanner->text;

  if (outermost && span.inner.end > span.inner.start)
    g_array_append_val (scanner->spans, span);
}

static void
handle_open (MarkScanner *scanner,
             const Mark  *mark,
             gsize        at)
{
  Open open = { mark->family, mark->mark, at, at + mark->size, 0, 0 };

  g_array_append_val (scanner->stack, open);
}

static void
handle_close (MarkScanner *scanner,
              const Mark  *mark,
              gsize        at)
{
  guint i;

  for (i = scanner->stack->len; i > 0; i--)
    {
      Open open = g_array_index (scanner->stack, Open, i - 1);

      if (open.family != mark->family)
        continue;

      /* Marks of another family that are still open inside were apostrophes after all. */
      g_array_set_size (scanner->stack, i - 1);
      close_span (scanner, &open, at, at + mark->size, FALSE, i == 1);
      if (i > 1)
        {
          Open *around = &g_array_index (scanner->stack, Open, i - 2);

          if (around->family == mark->family)
            {
              around->nested_inner_end = at;
              around->nested_outer_end = at + mark->size;
            }
        }
      return;
    }
}

static gboolean
reopens (const char *text,
         gsize       at,
         gunichar    mark)
{
  while (g_unichar_isspace (g_utf8_get_char (text + at)))
    at = g_utf8_next_char (text + at) - text;

  return g_utf8_get_char (text + at) == mark;
}

/* At the end of a paragraph with something open. A quotation that goes on in the next paragraph is
 * opened again there and stays open here. Else a mark is missing: where another of its kind opened
 * and closed inside, that one was too many and its end is the end of both; where nothing closed, the
 * quotation is taken to end with the paragraph. A lone single mark was an apostrophe.
 *
 * Returns: whether the quotation goes on */
static gboolean
end_paragraph (MarkScanner *scanner,
               gsize        end)
{
  Open open;

  if (scanner->stack->len == 0)
    return FALSE;

  open = g_array_index (scanner->stack, Open, 0);
  if (open.family != FAMILY_SINGLE && open.nested_inner_end == 0 &&
      reopens (scanner->text, end, open.mark))
    {
      g_array_set_size (scanner->stack, 1);
      return TRUE;
    }

  g_array_set_size (scanner->stack, 0);
  if (open.nested_inner_end > 0)
    close_span (scanner, &open, open.nested_inner_end, open.nested_outer_end, TRUE, TRUE);
  else if (open.family != FAMILY_SINGLE)
    close_span (scanner, &open, end, end, TRUE, TRUE);

  return FALSE;
}

/* The end of the paragraph that starts at @at: an empty line, or the end of the text. */
static gsize
find_paragraph_end (const char *text,
                    gsize       at)
{
  const char *p = strstr (text + at, "\n\n");

  return p != NULL ? (gsize) (p - text) : at + strlen (text + at);
}

static void
scan_paragraph (MarkScanner *scanner,
                gsize        at,
                gsize        end)
{
  while (at < end)
    {
      Mark mark = read_mark (scanner, at);

      if (mark.role == ROLE_OPEN)
        handle_open (scanner, &mark, at);
      else if (mark.role == ROLE_CLOSE)
        handle_close (scanner, &mark, at);
      at += mark.size;
    }
}

/**
 * vsl_quotation_marks_scan:
 * @text: a text of paragraphs with an empty line between them
 *
 * Finds the passages between quotation marks: “ ” ‘ ’ „ ” „ “ « » » « ‹ › and straight ones, the Dutch
 * ,, and '' of old, over several paragraphs when each opens with a mark again. Quotations within a
 * quotation are part of it. Where a mark is missing or one too many, the passage is repaired and
 * says so. Any thread.
 *
 * Returns: (transfer full): an array of #VslQuotedSpan in the order of the text
 */
GArray *
vsl_quotation_marks_scan (const char *text)
{
  g_autoptr(GArray) stack = g_array_new (FALSE, FALSE, sizeof (Open));
  MarkScanner scanner = { text, g_array_new (FALSE, FALSE, sizeof (VslQuotedSpan)), stack };
  gsize at = 0;

  g_return_val_if_fail (text != NULL, NULL);

  while (text[at] != '\0')
    {
      gsize end = find_paragraph_end (text, at);

      scan_paragraph (&scanner, at, end);
      at = end;
      if (end_paragraph (&scanner, end))
        {
          /* Step over the mark that only says that the quotation goes on. */
          while (g_unichar_isspace (g_utf8_get_char (text + at)))
            at = g_utf8_next_char (text + at) - text;
          at = g_utf8_next_char (text + at) - text;
        }
      while (text[at] == '\n')
        at++;
    }

  return scanner.spans;
}
