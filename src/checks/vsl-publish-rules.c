/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-checks"

#include "config.h"

#include "checks/vsl-publish-rules.h"

#include "core/vsl-text.h"

#include <glib/gi18n.h>
#include <string.h>

/*
 * The last look before an article goes to its readers: one row of the table per rule. They need neither
 * a network nor a transcript, and look at what the article is, not at how it is spelled.
 */

/* A rule, at work on an article. */
typedef struct
{
  const char *name;
  VslLevel level;
  VslArticle *article;
  GPtrArray *findings;
} Look;

static const VslField prose[] = {
  VSL_FIELD_KICKER, VSL_FIELD_HEADLINE, VSL_FIELD_LEAD, VSL_FIELD_BYLINE, VSL_FIELD_CREDIT, VSL_FIELD_BODY,
};

/* Left behind by whoever would come back to it. Words are whole words, in capitals where that tells them
 * from words of the language. */
static const char * const placeholders[] = {
  "\\bTK(?:TK)*\\b", "\\bXXX+\\b", "@@+", "\\b(?:[T]ODO|[F]IXME)\\b", "(?i)\\blorem ipsum\\b",
  "\\[(?i:naam|functie|datum|bedrag|link|bron|name|role|date|amount|source)\\]", "\\?\\?\\?+",
};

static void
add (Look       *look,
     VslField    field,
     gsize       offset,
     gsize       length,
     const char *text,
     const char *message)
{
  g_ptr_array_add (look->findings, vsl_finding_new (look->name, look->level, field, offset, length, text,
                                                    message, NULL));
}

static gboolean
is_blank (Look     *look,
          VslField  field)
{
  return vsl_text_is_blank (vsl_article_get_text (look->article, field));
}

static void
find_no_headline (Look *look)
{
  if (is_blank (look, VSL_FIELD_HEADLINE))
    add (look, VSL_FIELD_HEADLINE, 0, 0, "", _("There is no headline."));
}

static void
find_no_body (Look *look)
{
  if (is_blank (look, VSL_FIELD_BODY))
    add (look, VSL_FIELD_BODY, 0, 0, "", _("There is no text."));
}

static void
find_no_lead (Look *look)
{
  if (is_blank (look, VSL_FIELD_LEAD))
    add (look, VSL_FIELD_LEAD, 0, 0, "", _("There is no lead."));
}

static void
find_no_byline (Look *look)
{
  if (is_blank (look, VSL_FIELD_BYLINE))
    add (look, VSL_FIELD_BYLINE, 0, 0, "", _("Nobody is named as the author."));
}

static void
find_no_credit (Look *look)
{
  for (guint i = 0; i < vsl_article_get_n_pictures (look->article); i++)
    {
      VslPicture *picture = vsl_article_get_picture (look->article, i);
      g_autofree char *message = NULL;

      if (!vsl_text_is_blank (vsl_picture_get_credit (picture)) ||
          (vsl_picture_get_featured (picture) && !is_blank (look, VSL_FIELD_CREDIT)))
        continue;
      message = g_strdup_printf (_("Picture %u does not say who made it."), i + 1);
      add (look, VSL_FIELD_CREDIT, 0, 0, "", message);
    }
}

static void
find_no_alt (Look *look)
{
  for (guint i = 0; i < vsl_article_get_n_pictures (look->article); i++)
    {
      VslPicture *picture = vsl_article_get_picture (look->article, i);
      g_autofree char *message = NULL;

      if (vsl_picture_get_decorative (picture) || !vsl_text_is_blank (vsl_picture_get_alt (picture)))
        continue;
      message = g_strdup_printf (_("Picture %u has no description for who cannot see it."), i + 1);
      add (look, VSL_FIELD_NONE, 0, 0, "", message);
    }
}

/* News and opinion need none. */
static void
find_no_participants (Look *look)
{
  if (vsl_article_get_kind (look->article) == VSL_KIND_REPORT &&
      vsl_article_get_n_participants (look->article) == 0)
    add (look, VSL_FIELD_PARTICIPANTS, 0, 0, "", _("A report without participants."));
}

static void
find_no_tags (Look *look)
{
  if (vsl_article_get_tags (look->article)[0] == NULL)
    add (look, VSL_FIELD_NONE, 0, 0, "", _("There are no tags."));
}

/* Calls @found for each place of @pattern in a field. */
static void
match (Look       *look,
       VslField    field,
       GRegex     *pattern,
       gboolean  (*accept) (const char *text, int start),
       char      *(*describe) (const char *words))
{
  const char *text = vsl_article_get_text (look->article, field);
  g_autoptr(GMatchInfo) info = NULL;

  for (g_regex_match (pattern, text, 0, &info); g_match_info_matches (info); g_match_info_next (info, NULL))
    {
      g_autofree char *words = g_match_info_fetch (info, 0);
      g_autofree char *message = describe (words);
      int start, end;

      g_match_info_fetch_pos (info, 0, &start, &end);
      if (accept == NULL || accept (text, start))
        add (look, field, (gsize) g_utf8_pointer_to_offset (text, text + start),
             (gsize) g_utf8_strlen (words, -1), words, message);
    }
}

static char *
describe_placeholder (const char *words)
{
  return g_strdup_printf (_("“%s” was left in the text."), words);
}

static char *
describe_gap (const char *words)
{
  return g_strdup_printf (_("“%s” stands outside a quotation: is something still to be written there?"), words);
}

static char *
describe_spaces (const char *words)
{
  return g_strdup (_("Two spaces after each other."));
}

static void
find_placeholders (Look *look)
{
  for (guint i = 0; i < G_N_ELEMENTS (placeholders); i++)
    {
      g_autoptr(GRegex) pattern = g_regex_new (placeholders[i], G_REGEX_OPTIMIZE, 0, NULL);

      for (guint j = 0; j < G_N_ELEMENTS (prose); j++)
        match (look, prose[j], pattern, NULL, describe_placeholder);
    }
}

/* Words that were left out are marked like this inside a quotation; anywhere else something is still to
 * be written. Only double marks count: a single one may be an apostrophe. */
static gboolean
is_outside_quotation (const char *text,
                      int         start)
{
  const char *from = g_strrstr_len (text, start, "\n\n");
  const char *p;
  int depth = 0;

  for (p = from != NULL ? from : text; p < text + start; p = g_utf8_next_char (p))
    switch (g_utf8_get_char (p))
      {
      case 0x201C:
      case 0x201E:
      case 0x00AB:
        depth++;
        break;
      case 0x201D:
      case 0x00BB:
        depth = MAX (depth - 1, 0);
        break;
      case '"':
        depth = depth > 0 ? depth - 1 : depth + 1;
        break;
      default:
        break;
      }

  return depth == 0;
}

static void
find_gaps (Look *look)
{
  g_autoptr(GRegex) pattern = g_regex_new ("\\[ ?(?:…|\\.\\.\\.) ?\\]", G_REGEX_OPTIMIZE, 0, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (prose); i++)
    match (look, prose[i], pattern, is_outside_quotation, describe_gap);
}

/* Not at the start or the end of a line, where two spaces mean something in the body. */
static void
find_double_spaces (Look *look)
{
  g_autoptr(GRegex) pattern = g_regex_new ("(?<=[^\\s|])  +(?=[^\\s|])", G_REGEX_OPTIMIZE, 0, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (prose); i++)
    match (look, prose[i], pattern, NULL, describe_spaces);
}

static const struct
{
  const char *name;
  VslLevel level;
  void (*look) (Look *look);
} rules[] = {
  { "publish.headline", VSL_LEVEL_ERROR, find_no_headline },
  { "publish.body", VSL_LEVEL_ERROR, find_no_body },
  { "publish.placeholder", VSL_LEVEL_ERROR, find_placeholders },
  { "publish.gap", VSL_LEVEL_WARNING, find_gaps },
  { "publish.lead", VSL_LEVEL_WARNING, find_no_lead },
  { "publish.byline", VSL_LEVEL_WARNING, find_no_byline },
  { "publish.credit", VSL_LEVEL_WARNING, find_no_credit },
  { "publish.alt", VSL_LEVEL_WARNING, find_no_alt },
  { "publish.participants", VSL_LEVEL_WARNING, find_no_participants },
  { "publish.tags", VSL_LEVEL_WARNING, find_no_tags },
  { "publish.spaces", VSL_LEVEL_WARNING, find_double_spaces },
};

/**
 * vsl_publish_rules_count:
 *
 * Returns: how many rules there are
 */
guint
vsl_publish_rules_count (void)
{
  return G_N_ELEMENTS (rules);
}

/**
 * vsl_publish_rules_get_name:
 * @index: from 0
 *
 * Returns: (transfer none): the stable name of a rule, never translated
 */
const char *
vsl_publish_rules_get_name (guint index)
{
  g_return_val_if_fail (index < G_N_ELEMENTS (rules), NULL);

  return rules[index].name;
}

/**
 * vsl_publish_rules_get_level:
 * @index: from 0
 *
 * Returns: the level of its findings where the house says nothing else
 */
VslLevel
vsl_publish_rules_get_level (guint index)
{
  g_return_val_if_fail (index < G_N_ELEMENTS (rules), VSL_LEVEL_WARNING);

  return rules[index].level;
}

/**
 * vsl_publish_rules_apply:
 * @article: an article
 *
 * Returns: (transfer full) (element-type VslFinding): what there is to look at, at the level that it has
 *   where the house says nothing else; offsets and lengths in characters
 */
GPtrArray *
vsl_publish_rules_apply (VslArticle *article)
{
  g_autoptr(GPtrArray) findings = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (VSL_IS_ARTICLE (article), NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      Look look = { rules[i].name, rules[i].level, article, findings };

      rules[i].look (&look);
    }

  return g_steal_pointer (&findings);
}
