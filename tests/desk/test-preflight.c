/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "desk/vsl-preflight.h"

#include "core/vsl-article-builder.h"
#include "core/vsl-site-choices.h"
#include "desk/vsl-preflight-words.h"
#include "desk/vsl-site-choice.h"

/* What the house chose, and what blocks then in an article without a lead that has a TK. */
static const struct
{
  const char *blocks;
  guint blocking;
  const char *sentence;
} houses[] = {
  { NULL, 1, "1 thing has to be put right first. 1 thing to look at." },
  { "", 1, "1 thing has to be put right first. 1 thing to look at." },
  { "none", 0, "2 things to look at." },
  { "publish.lead", 1, "1 thing has to be put right first. 1 thing to look at." },
  { "publish.lead, publish.placeholder", 2, "2 things have to be put right first." },
};

static VslSite *
make_site (const char *blocks)
{
  g_autoptr(VslSite) site = vsl_site_new ("krant", VSL_BRAND_FOLDER, "file:///tmp/krant", NULL, NULL, NULL);

  if (blocks == NULL)
    return g_steal_pointer (&site);

  return vsl_site_new_with_setting (site, VSL_SITE_BLOCKS, blocks);
}

static VslArticle *
make_article (const char *lead,
              const char *body)
{
  g_autoptr(VslArticleBuilder) builder = vsl_article_builder_new (NULL);

  vsl_article_builder_set_kind (builder, VSL_KIND_NEWS);
  vsl_article_builder_set_text (builder, VSL_FIELD_HEADLINE, "De dijk");
  vsl_article_builder_set_text (builder, VSL_FIELD_LEAD, lead);
  vsl_article_builder_set_text (builder, VSL_FIELD_BYLINE, "Sanne Wouda");
  vsl_article_builder_set_text (builder, VSL_FIELD_BODY, body);
  vsl_article_builder_add_tag (builder, "water");

  return vsl_article_builder_end (g_steal_pointer (&builder));
}

static void
test_house (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr(VslSite) site = make_site (houses[i].blocks);
  g_autoptr(VslArticle) article = make_article ("", "Eén TK.");
  g_autoptr(VslPreflight) preflight = vsl_preflight_new (article, site, NULL);
  g_autofree char *sentence = vsl_preflight_describe (preflight);

  g_assert_cmpuint (vsl_preflight_count_blocking (preflight), ==, houses[i].blocking);
  g_assert_cmpstr (sentence, ==, houses[i].sentence);
  g_assert_cmpuint (vsl_preflight_get_findings (preflight)->len, ==, 2);
}

static void
test_fine (void)
{
  g_autoptr(VslSite) site = make_site (NULL);
  g_autoptr(VslArticle) article = make_article ("Een avond.", "Het water stijgt.");
  g_autoptr(VslPreflight) preflight = vsl_preflight_new (article, site, NULL);
  g_autofree char *sentence = vsl_preflight_describe (preflight);

  g_assert_cmpstr (sentence, ==, "Nothing stands in the way.");
}

static void
test_override (void)
{
  g_autoptr(VslSite) site = make_site (NULL);
  g_autoptr(VslArticle) article = make_article ("Een avond.", "Eén TK.");
  g_autoptr(VslPreflight) preflight = vsl_preflight_new (article, site, NULL);
  g_autofree char *name = vsl_preflight_describe_override (preflight, site, "Het nieuws wacht niet.");

  g_assert_cmpstr (name, ==, "To “krant” in spite of 1 check: Het nieuws wacht niet.");
}

static void
test_setting (void)
{
  g_autoptr(VslSite) site = make_site (NULL);
  g_autoptr(GError) error = NULL;

  g_assert_true (vsl_site_choice_check (site, VSL_SITE_BLOCKS, "", &error));
  g_assert_true (vsl_site_choice_check (site, VSL_SITE_BLOCKS, "none", &error));
  g_assert_true (vsl_site_choice_check (site, VSL_SITE_BLOCKS, "publish.lead, quotation.not-found", &error));
  g_assert_no_error (error);
  g_assert_false (vsl_site_choice_check (site, VSL_SITE_BLOCKS, "publish.leed", &error));
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, "publish.leed"));
}

/* Each check has its words, and no two have the same. */
static void
test_words (void)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < vsl_preflight_count_rules (); i++)
    {
      const char *name = vsl_preflight_get_rule (i, NULL);
      const char *words = vsl_preflight_words_rule (name);

      g_assert_cmpstr (words, !=, name);
      g_assert_true (vsl_preflight_has_rule (name));
      g_assert_true (g_hash_table_add (seen, (gpointer) words));
    }
}

/* What is off the record keeps an article from its readers. */
static void
test_off_the_record (void)
{
  for (guint i = 0; i < vsl_preflight_count_rules (); i++)
    {
      gboolean blocks;

      if (g_str_equal (vsl_preflight_get_rule (i, &blocks), "quotation.off-the-record"))
        {
          g_assert_true (blocks);
          return;
        }
    }

  g_assert_not_reached ();
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (houses); i++)
    {
      g_autofree char *path = g_strdup_printf ("/preflight/house/%u", i);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_house);
    }
  g_test_add_func ("/preflight/fine", test_fine);
  g_test_add_func ("/preflight/override", test_override);
  g_test_add_func ("/preflight/setting", test_setting);
  g_test_add_func ("/preflight/words", test_words);
  g_test_add_func ("/preflight/off-the-record", test_off_the_record);

  return g_test_run ();
}
