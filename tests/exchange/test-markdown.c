/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define _GNU_SOURCE /* strcasestr() */

#include "article-digest.h"

#include "core/vsl-article-builder.h"

#include <string.h>

#define N_ARTICLES 1500

static const struct
{
  const char *name;
  const char *text;
  const char *expected;
} files[] = {
  { "front-matter",
    "---\ntitle: \"Kop: \\\"één\\\"\"\nlead: Inleiding zonder tekens\nbyline: 'Ada d''Eik'\n"
    "credit: \"Nova\" # zelf\nevent: Debat\n---\n\nTekst *zo*.\n",
    "H:Kop: \"één\"\nL:Inleiding zonder tekens\nB:Ada d'Eik\nC:Nova\nE:Debat\n\nTekst *zo*." },
  { "participants",
    "---\ntitle: Kop\nparticipants:\n  - given: Bas\n    prefix: den\n    family: Uyl\n"
    "    role: \"directeur\"\n    chair: true\n  - name: Ada Post\n    organisation: VBX\n"
    "  - \"Cas Mol, jurist, WKZ\"\n---\nTekst.\n",
    "H:Kop\nV:Bas den Uyl|directeur|\nP:Ada Post||VBX\nP:Cas Mol|jurist|WKZ\n\nTekst." },
  { "heading", "# De kop\n\nTekst.\n\n## Tussenkop\n", "H:De kop\n\nTekst.\n\n## Tussenkop" },
  { "heading-escaped", "\n# De \\*kop\\*\nTekst.", "H:De *kop*\n\nTekst." },
  { "heading-marked", "# De *kop*\n\nTekst.", "H:De *kop*\n\nTekst." },
  { "no-heading", "Tekst.\n\n# Later\n", "\nTekst.\n\n# Later" },
  { "unknown-key", "---\ntitle: Kop\ndate: 2030-01-01\ndraft: *ja*\n---\n\nTekst.\n",
    "H:Kop\n\ndate: 2030-01-01\ndraft: \\*ja\\*\n\nTekst." },
  { "unknown-list", "---\ntitle: Kop\nmenu:\n  - een\n  - twee\n---\nTekst.\n",
    "H:Kop\n\nmenu:\n\\- een\n\\- twee\n\nTekst." },
  { "only-front-matter", "---\ntitle: Kop\n---\n", "H:Kop\n" },
  { "empty-front-matter", "---\n---\nTekst.\n", "\nTekst." },
  { "not-a-front-matter", "---\n\nTekst onder een streep.\n", "\n---\n\nTekst onder een streep." },
  { "crlf", "---\r\ntitle: Kop\r\n---\r\n\r\nEen.\r\nTwee.\r\n", "H:Kop\n\nEen.\nTwee." },
};

static void
test_read (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr(VslImport) import = read_file (files[i].text, VSL_FORMAT_MARKDOWN);
  g_autofree char *digest = make_digest (vsl_import_get_article (import));

  g_assert_cmpstr (digest, ==, files[i].expected);
}

static void
test_lists (void)
{
  static const char *const texts[] = {
    "---\ntags: [\"haven\", 'de stad', water]\nkind: news\nstatus: ready\nlanguage: en\n"
    "slug: zo\n---\nx\n",
    "---\ntags:\n  - haven\n  - \"de stad\"\n  - water\nkind: news\nstatus: ready\n"
    "language: en\nslug: zo\n---\nx\n",
    "---\ntags: haven, de stad, water\nkind: news\nstatus: ready\nlang: en\nslug: zo\n---\nx\n",
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(VslImport) import = read_file (texts[i], VSL_FORMAT_MARKDOWN);
      VslArticle *article = vsl_import_get_article (import);
      g_autofree char *tags = g_strjoinv ("|", (char **) vsl_article_get_tags (article));

      g_assert_cmpstr (tags, ==, "haven|de stad|water");
      g_assert_cmpint (vsl_article_get_kind (article), ==, VSL_KIND_NEWS);
      g_assert_cmpint (vsl_article_get_status (article), ==, VSL_STATUS_READY);
      g_assert_cmpstr (vsl_article_get_language (article), ==, "en");
      g_assert_cmpstr (vsl_article_get_text (article, VSL_FIELD_SLUG), ==, "zo");
    }
}

/* What cannot be read, and the line that the message must name. */
static const struct
{
  const char *name;
  const char *text;
  const char *line;
} errors[] = {
  { "no-end", "---\ntitle: Kop\n\nTekst.\n", "line 1 " },
  { "no-key", "---\ntitle: Kop\nzomaar tekst\n---\n", "Line 3 " },
  { "no-quote", "---\ntitle: \"Kop\n---\n", "line 2 " },
  { "behind-quote", "---\ntitle: \"Kop\" en meer\n---\n", "Line 2 " },
  { "bad-escape", "---\ntitle: \"a\\qb\"\n---\n", "line 2 " },
  { "nul-escape", "---\ntitle: \"a\\x00b\"\n---\n", "line 2 " },
  { "block-scalar", "---\ntitle: Kop\nlead: |\n  a\n---\n", "line 3 " },
  { "bad-kind", "---\nkind: roman\n---\n", "Line 2 " },
  { "bad-status", "---\nstatus: klaar\n---\n", "Line 2 " },
  { "bad-language", "---\nlanguage: Nederlands\n---\n", "Line 2 " },
  { "double", "---\ntitle: Kop\nheadline: Kop\n---\n", "Line 3 " },
  { "bad-item", "---\nparticipants:\n  - given: A\n    leeftijd: 3\n---\n", "Line 4 " },
  { "bad-list", "---\ntags: [a, b\n---\n", "line 2 " },
  { "below-value", "---\ntitle: Kop\n  meer: zo\n---\n", "Line 3 " },
};

static void
test_error (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr(GBytes) bytes = g_bytes_new_static (errors[i].text, strlen (errors[i].text));
  g_autoptr(GError) error = NULL;
  g_autoptr(VslImport) import = vsl_exchange_read (bytes, "stuk.md", VSL_FORMAT_AUTO, &error);

  g_assert_error (error, VSL_EXCHANGE_ERROR, VSL_EXCHANGE_ERROR_UNREADABLE);
  g_assert_null (import);
  g_assert_nonnull (strstr (error->message, "stuk.md"));
  if (strcasestr (error->message, errors[i].line) == NULL)
    g_test_message ("%s", error->message);
  g_assert_nonnull (strcasestr (error->message, errors[i].line));
}

static void
test_unknown_key (void)
{
  g_autoptr(VslImport) import =
    read_file ("---\ntitle: Kop\ndate: 2030\n---\nTekst.\n", VSL_FORMAT_MARKDOWN);
  GListModel *findings = vsl_import_get_findings (import);
  g_autoptr(VslFinding) finding = g_list_model_get_item (findings, 0);
  guint line, column;

  g_assert_cmpuint (g_list_model_get_n_items (findings), ==, 1);
  g_assert_cmpstr (vsl_finding_get_rule (finding), ==, "import.unknown-key");
  g_assert_cmpint (vsl_finding_get_level (finding), ==, VSL_LEVEL_WARNING);
  g_assert_cmpuint (vsl_finding_get_line (finding), ==, 3);
  g_assert_true (vsl_source_map_find (vsl_import_get_source_map (import), VSL_FIELD_BODY, 6, &line,
                                      &column));
  g_assert_cmpuint (line, ==, 3);
  g_assert_cmpuint (column, ==, 7);
}

static void
test_map (void)
{
  g_autoptr(VslImport) import =
    read_file ("---\ntitle: \"A\\\"bé\"\n---\n\nEen.\n\nTwee.\n", VSL_FORMAT_MARKDOWN);
  VslSourceMap *map = vsl_import_get_source_map (import);
  static const struct
  {
    VslField field;
    gsize offset;
    guint line;
    guint column;
  } places[] = {
    { VSL_FIELD_HEADLINE, 0, 2, 9 },  { VSL_FIELD_HEADLINE, 1, 2, 10 },
    { VSL_FIELD_HEADLINE, 2, 2, 12 }, { VSL_FIELD_HEADLINE, 3, 2, 13 },
    { VSL_FIELD_BODY, 0, 5, 1 },      { VSL_FIELD_BODY, 8, 7, 3 },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (places); i++)
    {
      guint line, column;

      g_assert_true (
        vsl_source_map_find (map, places[i].field, places[i].offset, &line, &column));
      g_assert_cmpuint (line, ==, places[i].line);
      g_assert_cmpuint (column, ==, places[i].column);
    }
}

static char *
make_text (GRand *rand)
{
  static const char *const pieces[] = {
    "a", "Ada Post", " ", "\"", "'", "\\", ":", ": ", "#", " #", "- ", "---", "\n", "\n\n", "\t",
    "[", "]", "{", "}", "|", ">", "&", "*", "!", "%", "@", "`", "é", "“", "\u00a0", "\u2028", "\x01",
    "...", "null", "~", "true", "  ", "::: streamer", "```", ",", "😀"
  };
  GString *text = g_string_new (NULL);
  gint32 i, n = g_rand_int_range (rand, 0, 12);

  for (i = 0; i < n; i++)
    g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);

  return g_string_free (text, FALSE);
}

static VslArticle *
make_article (GRand *rand)
{
  VslArticleBuilder *builder = vsl_article_builder_new (NULL);
  guint field;
  gint32 i, n;

  vsl_article_builder_set_kind (builder, g_rand_int_range (rand, 0, VSL_N_KINDS));
  vsl_article_builder_set_status (builder, g_rand_int_range (rand, 0, VSL_N_STATUSES));
  vsl_article_builder_set_language (builder, g_rand_boolean (rand) ? "nl" : "en-GB");
  for (field = 0; field < VSL_N_FIELDS; field++)
    {
      g_autofree char *text = make_text (rand);

      /* A body is what an editor holds; a text editor holds no control characters. */
      if (field == VSL_FIELD_BODY)
        g_strdelimit (text, "\x01", 'x');
      vsl_article_builder_set_text (builder, field, text);
    }
  for (i = 0, n = g_rand_int_range (rand, 0, 4); i < n; i++)
    {
      g_autofree char *tag = make_text (rand);

      vsl_article_builder_add_tag (builder, tag);
    }
  for (i = 0, n = g_rand_int_range (rand, 0, 4); i < n; i++)
    {
      g_autofree char *given = make_text (rand);
      g_autofree char *family = make_text (rand);
      g_autofree char *role = make_text (rand);
      g_autoptr(VslPerson) person =
        vsl_person_new (given, "van", family, g_rand_boolean (rand));
      g_autoptr(VslParticipant) participant =
        vsl_participant_new (person, role, family, g_rand_boolean (rand));

      vsl_article_builder_add_participant (builder, participant);
    }
  for (i = 0, n = g_rand_int_range (rand, 0, 3); i < n; i++)
    {
      g_autofree char *caption = make_text (rand);
      g_autoptr(VslPicture) picture = vsl_picture_new ("ab12", "image/png", caption, caption, "");
      g_autoptr(VslPicture) decorated = vsl_picture_with_decorative (picture, g_rand_boolean (rand));
      g_autoptr(VslPicture) featured = vsl_picture_with_featured (decorated, g_rand_boolean (rand));
      g_autoptr(VslPicture) focused =
        vsl_picture_with_focus (featured, g_rand_int_range (rand, 0, 1001), g_rand_int_range (rand, 0, 1001));

      vsl_article_builder_add_picture (builder, focused);
    }

  return vsl_article_builder_end (builder);
}

/* Markdown holds a whole article, whatever stands in it. */
static void
test_round_trip (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (20260105);
  guint i;

  for (i = 0; i < N_ARTICLES; i++)
    {
      g_autoptr(VslArticle) article = make_article (rand);
      g_autofree char *file = write_file (article, VSL_FORMAT_MARKDOWN);
      g_autoptr(VslImport) import = read_file (file, VSL_FORMAT_MARKDOWN);
      g_autofree char *again = write_file (vsl_import_get_article (import), VSL_FORMAT_MARKDOWN);

      if (!vsl_article_same_content (article, vsl_import_get_article (import)))
        g_assert_cmpstr (again, ==, file);
      g_assert_true (vsl_article_same_content (article, vsl_import_get_article (import)));
    }
}

int
main (int   argc,
      char *argv[])
{
  guint i;

  g_test_init (&argc, &argv, NULL);

  for (i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_strdup_printf ("/markdown/read/%s", files[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_read);
    }
  for (i = 0; i < G_N_ELEMENTS (errors); i++)
    {
      g_autofree char *path = g_strdup_printf ("/markdown/error/%s", errors[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_error);
    }
  g_test_add_func ("/markdown/lists", test_lists);
  g_test_add_func ("/markdown/unknown-key", test_unknown_key);
  g_test_add_func ("/markdown/map", test_map);
  g_test_add_func ("/markdown/round-trip", test_round_trip);

  return g_test_run ();
}
