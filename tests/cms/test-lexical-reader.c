/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "cms/vsl-ghost-lexical.h"
#include "cms/vsl-remote-reader.h"
#include "core/vsl-article-builder.h"

#include <json-glib/json-glib.h>
#include <string.h>

/* What somebody made of an article in the editor of Ghost, read back. */

static const char body[] =
  "Eerste *alinea* met [een link](https://x.test/a) & meer.\n\n## Tussenkop\n\n* sterretje\n* nog een\n\n"
  "> Een citaat.\n\n::: streamer\n“Dit is mooi.”\n:::\n\n::: kader Titel\nIn het kader.\n:::\n\n---\n\n"
  "```{=html}\n<div id=\"x\"></div>\n```\n\nLaatste alinea.";

static VslArticle *
make_article (const char *text)
{
  VslArticleBuilder *builder = vsl_article_builder_new (NULL);
  g_autoptr(VslPerson) person = vsl_person_new_from_text ("Ruben Blok");
  g_autoptr(VslParticipant) participant = vsl_participant_new (person, "wethouder", "gemeente Duinrand", FALSE);

  vsl_article_builder_set_language (builder, "nl");
  vsl_article_builder_set_text (builder, VSL_FIELD_HEADLINE, "Kop");
  vsl_article_builder_set_text (builder, VSL_FIELD_KICKER, "Boven");
  vsl_article_builder_set_text (builder, VSL_FIELD_LEAD, "Een lead & meer.");
  vsl_article_builder_set_text (builder, VSL_FIELD_BYLINE, "Anna Blok");
  vsl_article_builder_set_text (builder, VSL_FIELD_CREDIT, "Cor Vink");
  vsl_article_builder_set_text (builder, VSL_FIELD_BODY, text);
  vsl_article_builder_add_participant (builder, participant);

  return vsl_article_builder_end (builder);
}

static VslArticle *
read_back (VslArticle *base,
           const char *lexical,
           const char *excerpt,
           guint      *n_left)
{
  g_autoptr(VslRemoteText) text = vsl_remote_text_new ("Kop", excerpt, lexical, "lexical", "h", 1);
  g_autoptr(GError) error = NULL;
  VslArticle *theirs = vsl_remote_reader_read (base, text, n_left, &error);

  g_assert_no_error (error);

  return theirs;
}

#define TEXT(text) "\"text\":\"" text "\""
#define CARD "{\"type\":\"embed\",\"version\":1,\"url\":\"https://x.test/\",\"html\":\"```\"}"

static const struct
{
  const char *name;
  const char *from, *to;           /* in what is there; NULL: nothing */
  const char *body_from, *body_to; /* what that is in the body; NULL: nothing */
  VslField field;                  /* another field that it changes; 0 is the kicker */
  const char *value;               /* (nullable) */
  guint n_left;
} cases[] = {
  { "untouched", .field = VSL_FIELD_BODY },
  { "editor-noise", "\"direction\":null", "\"direction\":\"ltr\"", .field = VSL_FIELD_BODY },
  { "library-names", "\"extended-text\"", "\"text\"", .field = VSL_FIELD_BODY },
  { "paragraph", TEXT ("Laatste alinea."), TEXT ("2 * 3 [x] _y_ <b> & z"), "Laatste alinea.",
    "2 \\* 3 \\[x\\] \\_y\\_ \\<b> \\& z", VSL_FIELD_BODY },
  { "line-start", TEXT ("Laatste alinea."), TEXT ("# 1"), "Laatste alinea.", "\\# 1", VSL_FIELD_BODY },
  { "number-start", TEXT ("Laatste alinea."), TEXT ("12. juni"), "Laatste alinea.", "12\\. juni", VSL_FIELD_BODY },
  { "bold", "\"format\":0,\"mode\":\"normal\",\"style\":\"\"," TEXT ("Laatste alinea."),
    "\"format\":1,\"mode\":\"normal\",\"style\":\"\"," TEXT ("Laatste alinea."), "Laatste alinea.",
    "**Laatste alinea.**", VSL_FIELD_BODY },
  { "underlined", "\"format\":0,\"mode\":\"normal\",\"style\":\"\"," TEXT ("Laatste alinea."),
    "\"format\":8,\"mode\":\"normal\",\"style\":\"\"," TEXT ("Laatste alinea."), "Laatste alinea.", "{=lexical}",
    VSL_FIELD_BODY },
  { "heading", TEXT ("Tussenkop"), TEXT ("Andere kop"), "## Tussenkop", "## Andere kop", VSL_FIELD_BODY },
  { "list", TEXT ("nog een"), TEXT ("iets anders"), "* sterretje\n* nog een", "- sterretje\n- iets anders",
    VSL_FIELD_BODY },
  { "quote", TEXT ("Een citaat."), TEXT ("Een ander citaat."), "> Een citaat.", "> Een ander citaat.",
    VSL_FIELD_BODY },
  { "streamer", "Dit is mooi", "Dit is lelijk", "Dit is mooi", "Dit is lelijk", VSL_FIELD_BODY },
  { "link", "https://x.test/a", "https://x.test/b", "https://x.test/a) & meer", "https://x.test/b) \\& meer",
    VSL_FIELD_BODY },
  { "html-card", "<div id=\\\"x\\\"></div>", "<p>anders</p>", "<div id=\"x\"></div>", "<p>anders</p>",
    VSL_FIELD_BODY },
  { "kicker", TEXT ("Boven"), TEXT ("Onder"), NULL, NULL, VSL_FIELD_KICKER, "Onder" },
  { "byline", "Door Anna Blok", "Door Bert Blok", NULL, NULL, VSL_FIELD_BYLINE, "Bert Blok" },
  { "credit", "Beeld Cor Vink", "Beeld Dirk Vink", NULL, NULL, VSL_FIELD_CREDIT, "Dirk Vink" },
  { "participants", "wethouder", "burgemeester", NULL, NULL, VSL_FIELD_BODY, NULL, 1 },
};

static void
test_case (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr(VslArticle) base = make_article (body);
  g_autofree char *sent = vsl_ghost_lexical_from_article (base, FALSE);
  g_autoptr(GString) content = g_string_new (sent);
  g_autoptr(GString) expected = g_string_new (body);
  g_autoptr(VslArticle) theirs = NULL;
  guint n_left = 9, field;

  if (cases[i].from != NULL)
    g_assert_cmpuint (g_string_replace (content, cases[i].from, cases[i].to, 0), >=, 1);
  theirs = read_back (base, content->str, "Een lead & meer.", &n_left);
  if (g_strcmp0 (cases[i].body_to, "{=lexical}") == 0)
    {
      g_assert_nonnull (strstr (vsl_article_get_text (theirs, VSL_FIELD_BODY), "```{=lexical}\n{\"type\":\"paragraph\""));
    }
  else
    {
      if (cases[i].body_from != NULL)
        g_assert_cmpuint (g_string_replace (expected, cases[i].body_from, cases[i].body_to, 0), ==, 1);
      g_assert_cmpstr (vsl_article_get_text (theirs, VSL_FIELD_BODY), ==, expected->str);
    }
  for (field = 0; field < VSL_N_FIELDS; field++)
    if (field != VSL_FIELD_BODY)
      g_assert_cmpstr (vsl_article_get_text (theirs, field), ==,
                       cases[i].value != NULL && cases[i].field == field ? cases[i].value
                                                                         : vsl_article_get_text (base, field));
  g_assert_cmpuint (n_left, ==, cases[i].n_left);
}

/* The excerpt is the lead; and what is read back and sent again is what was there. */
static void
test_there_and_back (void)
{
  static const char *const additions[] = {
    CARD, "{\"type\":\"paragraph\",\"version\":1,\"children\":[{\"type\":\"text\",\"text\":\"Nieuw.\",\"format\":3}]}",
    "{\"type\":\"bookmark\",\"version\":1,\"metadata\":{\"title\":\"T\"}}",
    "{\"type\":\"html\",\"version\":1,\"html\":\"<p>Een</p>\\n\\n<p>twee</p>\"}",
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (additions); i++)
    {
      g_autoptr(VslArticle) base = make_article (body);
      g_autofree char *sent = vsl_ghost_lexical_from_article (base, FALSE);
      g_autoptr(GString) content = g_string_new (sent);
      g_autofree char *more = g_strconcat (additions[i], ",{\"type\":\"horizontalrule\"", NULL);
      g_autoptr(VslArticle) theirs = NULL;
      g_autoptr(VslArticle) again = NULL;
      g_autofree char *second = NULL;
      guint n_left, k;

      g_assert_cmpuint (g_string_replace (content, "{\"type\":\"horizontalrule\"", more, 0), ==, 1);
      theirs = read_back (base, content->str, "Een andere lead.", &n_left);
      g_assert_cmpuint (n_left, ==, 0);
      g_assert_cmpstr (vsl_article_get_text (theirs, VSL_FIELD_LEAD), ==, "Een andere lead.");
      second = vsl_ghost_lexical_from_article (theirs, FALSE);
      again = read_back (theirs, content->str, "Een andere lead.", &k);
      g_assert_cmpstr (vsl_article_get_text (again, VSL_FIELD_BODY), ==, vsl_article_get_text (theirs, VSL_FIELD_BODY));
      if (additions[i] == additions[0])
        g_assert_nonnull (strstr (second, "\"url\":\"https://x.test/\""));
    }
}

static void
test_no_lexical (void)
{
  static const char *const wrong[] = { "", "{}", "[]", "<p>x</p>", "{\"root\":{}}", "{\"version\":\"0.3.1\"}" };
  g_autoptr(VslArticle) base = make_article (body);
  guint i;

  for (i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr(VslRemoteText) text = vsl_remote_text_new ("Kop", "", wrong[i], "lexical", "h", 1);
      g_autoptr(GError) error = NULL;
      g_autoptr(VslArticle) theirs = NULL;
      guint n_left;

      theirs = vsl_remote_reader_read (base, text, &n_left, &error);
      g_assert_null (theirs);
      g_assert_nonnull (error);
    }
}

int
main (int   argc,
      char *argv[])
{
  guint i;

  g_test_init (&argc, &argv, NULL);

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/lexical-reader/case/", cases[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_case);
    }
  g_test_add_func ("/lexical-reader/there-and-back", test_there_and_back);
  g_test_add_func ("/lexical-reader/no-lexical", test_no_lexical);

  return g_test_run ();
}
