/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "core/vsl-article-builder.h"
#include "core/vsl-site.h"
#include "core/vsl-source-map.h"

static VslParticipant *
new_participant (const char *name,
                 gboolean    chair)
{
  g_autoptr(VslPerson) person = vsl_person_new_from_text (name);

  return vsl_participant_new (person, "wethouder", "gemeente Duinstad", chair);
}

static VslArticle *
new_article (void)
{
  g_autoptr(VslArticleBuilder) builder = vsl_article_builder_new (NULL);
  g_autoptr(VslParticipant) speaker = new_participant ("Ria van der Zee", FALSE);
  g_autoptr(VslParticipant) chair = new_participant ("Wim Houter", TRUE);

  vsl_article_builder_set_id (builder, "abc");
  vsl_article_builder_set_text (builder, VSL_FIELD_HEADLINE, "‘Het water wacht niet’");
  vsl_article_builder_set_text (builder, VSL_FIELD_BODY, "Eerste zin.\n\n## Kop");
  vsl_article_builder_add_tag (builder, " Water ");
  vsl_article_builder_add_tag (builder, "dijken");
  vsl_article_builder_add_participant (builder, speaker);
  vsl_article_builder_add_participant (builder, chair);

  return vsl_article_builder_end (g_steal_pointer (&builder));
}

static void
test_build (void)
{
  g_autoptr(VslArticle) article = new_article ();
  g_autofree char *slug = vsl_article_dup_slug (article);
  g_autofree char *line = NULL;

  g_assert_cmpstr (vsl_article_get_id (article), ==, "abc");
  g_assert_cmpstr (vsl_article_get_text (article, VSL_FIELD_LEAD), ==, "");
  g_assert_cmpstr (slug, ==, "het-water-wacht-niet");
  g_assert_cmpuint (vsl_article_count_words (article), ==, 3);
  g_assert_cmpuint (g_strv_length ((char **) vsl_article_get_tags (article)), ==, 2);
  g_assert_cmpstr (vsl_article_get_tags (article)[0], ==, "Water");
  g_assert_cmpuint (vsl_article_get_n_participants (article), ==, 2);
  g_assert_true (vsl_article_get_chair (article) == vsl_article_get_participant (article, 1));
  line = vsl_participant_dup_description (vsl_article_get_participant (article, 0));
  g_assert_cmpstr (line, ==, "Ria van der Zee, wethouder, gemeente Duinstad");
}

static void
test_copy_is_independent (void)
{
  g_autoptr(VslArticle) article = new_article ();
  VslArticleBuilder *builder = vsl_article_builder_new (article);
  g_autoptr(VslArticle) copy = NULL;

  vsl_article_builder_add_tag (builder, "klimaat");
  vsl_article_builder_set_text (builder, VSL_FIELD_SLUG, "Eigen Slug");
  copy = vsl_article_builder_end (builder);

  g_assert_false (vsl_article_same_content (article, copy));
  g_assert_cmpuint (g_strv_length ((char **) vsl_article_get_tags (article)), ==, 2);
  g_assert_cmpstr (vsl_article_get_tags (copy)[2], ==, "klimaat");
  g_assert_null (vsl_article_get_tags (copy)[3]);
}

static void
test_same_content (void)
{
  g_autoptr(VslArticle) a = new_article ();
  VslArticleBuilder *builder = vsl_article_builder_new (a);
  g_autoptr(VslArticle) b = NULL;

  vsl_article_builder_set_id (builder, "xyz");
  vsl_article_builder_set_revision (builder, 9);
  vsl_article_builder_set_updated_at (builder, 99);
  b = vsl_article_builder_end (builder);

  g_assert_true (vsl_article_same_content (a, b));
}

static void
test_tags (void)
{
  const char *const tags[] = { "Café", "cafe", " ", "b", NULL };
  g_autoptr(VslArticleBuilder) builder = vsl_article_builder_new (NULL);
  g_autoptr(VslArticle) article = NULL;

  vsl_article_builder_set_tags (builder, tags);
  g_assert_true (vsl_article_builder_remove_tag (builder, "B"));
  g_assert_false (vsl_article_builder_remove_tag (builder, "c"));
  article = vsl_article_builder_end (g_steal_pointer (&builder));

  g_assert_cmpstr (vsl_article_get_tags (article)[0], ==, "Café");
  g_assert_null (vsl_article_get_tags (article)[1]);
}

static void
test_lifetime (void)
{
  VslArticle *article = new_article ();
  VslParticipant *participant = g_object_ref (vsl_article_get_participant (article, 0));

  g_assert_finalize_object (article);
  g_assert_finalize_object (participant);
}

static void
test_source_map (void)
{
  g_autoptr(VslSourceMap) map = vsl_source_map_new ();
  guint line = 0, column = 0;

  vsl_source_map_add (map, VSL_FIELD_BODY, 2, 5, 3, 7);
  vsl_source_map_add (map, VSL_FIELD_BODY, 8, 4, 4, 1);

  g_assert_false (vsl_source_map_find (map, VSL_FIELD_BODY, 1, &line, &column));
  g_assert_false (vsl_source_map_find (map, VSL_FIELD_LEAD, 2, &line, &column));
  g_assert_false (vsl_source_map_find (map, VSL_FIELD_NONE, 0, &line, &column));
  g_assert_true (vsl_source_map_find (map, VSL_FIELD_BODY, 4, &line, &column));
  g_assert_cmpuint (line, ==, 3);
  g_assert_cmpuint (column, ==, 9);
  g_assert_true (vsl_source_map_find (map, VSL_FIELD_BODY, 7, &line, &column));
  g_assert_cmpuint (line, ==, 3);
  g_assert_cmpuint (column, ==, 12);
  g_assert_true (vsl_source_map_find (map, VSL_FIELD_BODY, 8, &line, &column));
  g_assert_cmpuint (line, ==, 4);
  g_assert_cmpuint (column, ==, 1);
}

static void
test_site_host (void)
{
  g_autoptr(VslSite) wordpress = vsl_site_new ("blad", VSL_BRAND_WORDPRESS,
                                               "https://www.example.org/nieuws", "u", "", "");
  g_autoptr(VslSite) folder = vsl_site_new ("lokaal", VSL_BRAND_FOLDER, "/x", "", "", "");
  g_autoptr(VslSite) typed = vsl_site_new (NULL, VSL_BRAND_GHOST, " example.org/blad ", "", "", "");
  g_autofree char *host = vsl_site_dup_host (wordpress);
  g_autofree char *bare = vsl_site_dup_host (typed);
  g_autofree char *name = vsl_site_dup_host (folder);

  g_assert_cmpstr (host, ==, "www.example.org");
  g_assert_cmpstr (bare, ==, "example.org");
  g_assert_cmpstr (name, ==, "lokaal");
}

/* What is no JSON object is no setting; a change is another value. */
static void
test_site_settings (void)
{
  g_autoptr(VslSite) bare = vsl_site_new ("blad", VSL_BRAND_FOLDER, "/x", "", "", "");
  g_autoptr(VslSite) broken = vsl_site_new_with_settings (bare, "[1,");
  g_autoptr(VslSite) chosen = vsl_site_new_with_settings (bare, "{\"credit\":\"line\",\"n\":3}");
  g_autoptr(VslSite) changed = vsl_site_new_with_setting (chosen, "credit", "field");
  g_autoptr(VslSite) removed = vsl_site_new_with_setting (changed, "credit", NULL);
  g_autofree char *text = vsl_site_dup_settings (removed);

  g_assert_null (vsl_site_get_setting (bare, "credit"));
  g_assert_null (vsl_site_get_setting (broken, "credit"));
  g_assert_cmpstr (vsl_site_get_setting (chosen, "credit"), ==, "line");
  g_assert_null (vsl_site_get_setting (chosen, "n"));
  g_assert_cmpstr (vsl_site_get_setting (changed, "credit"), ==, "field");
  g_assert_cmpstr (text, ==, "{\"n\":3}");
  g_assert_cmpstr (vsl_site_get_name (removed), ==, "blad");
}

static void
test_vocabulary (void)
{
  guint i;

  for (i = 0; i < VSL_N_STATUSES; i++)
    {
      VslStatus status;

      g_assert_true (vsl_status_from_name (vsl_status_get_name (i), &status));
      g_assert_cmpuint (status, ==, i);
    }
  for (i = 0; i <= VSL_FIELD_NONE; i++)
    g_assert_cmpuint (vsl_field_from_name (vsl_field_get_name (i)), ==, i);
  g_assert_cmpuint (vsl_field_from_name ("title"), ==, VSL_FIELD_NONE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/article/build", test_build);
  g_test_add_func ("/article/copy-is-independent", test_copy_is_independent);
  g_test_add_func ("/article/same-content", test_same_content);
  g_test_add_func ("/article/tags", test_tags);
  g_test_add_func ("/article/lifetime", test_lifetime);
  g_test_add_func ("/source-map/find", test_source_map);
  g_test_add_func ("/site/host", test_site_host);
  g_test_add_func ("/site/settings", test_site_settings);
  g_test_add_func ("/vocabulary/names", test_vocabulary);

  return g_test_run ();
}
