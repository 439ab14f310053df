/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "checks/vsl-publish-rules.h"

#include "core/vsl-article-builder.h"

#include <locale.h>

/* A field of an article in which nothing is wrong, and the rules that then find something, in order, with
 * where and how much. */
static const struct
{
  const char *label;
  VslField field;
  const char *text;
  const char *found;
} rows[] = {
  { "nothing", VSL_FIELD_KICKER, "Water", "" },
  { "no-headline", VSL_FIELD_HEADLINE, " ", "publish.headline 0+0" },
  { "no-text", VSL_FIELD_BODY, "\n\n", "publish.body 0+0" },
  { "no-lead", VSL_FIELD_LEAD, "", "publish.lead 0+0" },
  { "no-byline", VSL_FIELD_BYLINE, "", "publish.byline 0+0" },
  { "tk", VSL_FIELD_BODY, "Één TK, en de rest.", "publish.placeholder 4+2" },
  { "tk-in-word", VSL_FIELD_BODY, "Het ATKB en de NTKR.", "" },
  { "at-signs", VSL_FIELD_LEAD, "Op @@ om negen uur.", "publish.placeholder 3+2" },
  { "address", VSL_FIELD_BODY, "Schrijf naar a@b.nl.", "" },
  { "lorem", VSL_FIELD_BODY, "Lorem ipsum dolor.", "publish.placeholder 0+11" },
  { "name", VSL_FIELD_BODY, "Volgens [naam] kan het.", "publish.placeholder 8+6" },
  { "xxx", VSL_FIELD_CREDIT, "XXXX", "publish.placeholder 0+4" },
  { "gap", VSL_FIELD_BODY, "Daarna […] was het stil.", "publish.gap 7+3" },
  { "gap-dots", VSL_FIELD_BODY, "Daarna [...] was het stil.", "publish.gap 7+5" },
  { "left-out", VSL_FIELD_BODY, "“Wij […] gaan door”, zei zij.", "" },
  { "left-out-straight", VSL_FIELD_BODY, "\"Wij […] gaan door\", zei zij.", "" },
  { "gap-after-quotation", VSL_FIELD_BODY, "“Wij gaan door”, zei zij […].", "publish.gap 25+3" },
  { "open-in-other-paragraph", VSL_FIELD_BODY, "“Wij gaan door\n\nDaarna […].", "publish.gap 23+3" },
  { "two-spaces", VSL_FIELD_BODY, "Eén  twee.", "publish.spaces 3+2" },
  { "line-break", VSL_FIELD_BODY, "Eén  \ntwee\n  drie", "" },
};

static VslArticle *
make_article (VslField    field,
              const char *text)
{
  g_autoptr(VslArticleBuilder) builder = vsl_article_builder_new (NULL);

  vsl_article_builder_set_kind (builder, VSL_KIND_NEWS);
  vsl_article_builder_set_text (builder, VSL_FIELD_HEADLINE, "De dijk");
  vsl_article_builder_set_text (builder, VSL_FIELD_LEAD, "Een avond over water.");
  vsl_article_builder_set_text (builder, VSL_FIELD_BYLINE, "Sanne Wouda");
  vsl_article_builder_set_text (builder, VSL_FIELD_BODY, "Het water stijgt.");
  vsl_article_builder_add_tag (builder, "water");
  if (field != VSL_FIELD_NONE)
    vsl_article_builder_set_text (builder, field, text);

  return vsl_article_builder_end (g_steal_pointer (&builder));
}

static char *
describe (GPtrArray *findings)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      VslFinding *finding = g_ptr_array_index (findings, i);

      g_string_append_printf (text, "%s%s %" G_GSIZE_FORMAT "+%" G_GSIZE_FORMAT, i > 0 ? ", " : "",
                              vsl_finding_get_rule (finding), vsl_finding_get_offset (finding),
                              vsl_finding_get_length (finding));
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_row (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr(VslArticle) article = make_article (rows[i].field, rows[i].text);
  g_autoptr(GPtrArray) findings = vsl_publish_rules_apply (article);
  g_autofree char *found = describe (findings);

  g_assert_cmpstr (found, ==, rows[i].found);
  if (findings->len > 0)
    g_assert_cmpint (vsl_finding_get_field (g_ptr_array_index (findings, 0)), ==, rows[i].field);
}

static void
test_lists (void)
{
  g_autoptr(VslArticle) news = make_article (VSL_FIELD_NONE, NULL);
  g_autoptr(VslArticleBuilder) builder = vsl_article_builder_new (news);
  g_autoptr(VslPicture) bare = vsl_picture_new ("aa", "image/png", NULL, NULL, NULL);
  g_autoptr(VslPicture) whole = vsl_picture_new ("bb", "image/png", "Jo", NULL, "Een dijk");
  g_autoptr(VslArticle) article = NULL;
  g_autoptr(GPtrArray) findings = NULL;
  g_autofree char *found = NULL;

  vsl_article_builder_set_kind (builder, VSL_KIND_REPORT);
  vsl_article_builder_remove_tag (builder, "water");
  vsl_article_builder_add_picture (builder, whole);
  vsl_article_builder_add_picture (builder, bare);
  article = vsl_article_builder_end (g_steal_pointer (&builder));
  findings = vsl_publish_rules_apply (article);
  found = describe (findings);
  g_assert_cmpstr (found, ==, "publish.credit 0+0, publish.alt 0+0, publish.participants 0+0, "
                              "publish.tags 0+0");
  g_assert_cmpstr (vsl_finding_get_message (g_ptr_array_index (findings, 1)), ==,
                   "Picture 2 has no description for who cannot see it.");
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/publish-rules/%s", rows[i].label);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_row);
    }
  g_test_add_func ("/publish-rules/lists", test_lists);

  return g_test_run ();
}
