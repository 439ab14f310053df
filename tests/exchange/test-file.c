/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "article-digest.h"

#include "core/vsl-article-builder.h"

#include <string.h>

#define BYTES(text) text, sizeof (text) - 1

/* Every encoding and line end gives the same article. */
static const struct
{
  const char *name;
  const char *bytes;
  gsize size;
  const char *rule; /* what is told of it, or NULL */
} readable[] = {
  { "utf-8", BYTES ("Eén kop\n\nDoor Ada Post\n\n“Zo is het” – klaar.\n"), NULL },
  { "bom", BYTES ("\xEF\xBB\xBF" "Eén kop\n\nDoor Ada Post\n\n“Zo is het” – klaar.\n"),
    "import.encoding" },
  { "windows-1252", BYTES ("E\xE9n kop\n\nDoor Ada Post\n\n\x93Zo is het\x94 \x96 klaar.\n"),
    "import.encoding" },
  { "crlf", BYTES ("Eén kop\r\n\r\nDoor Ada Post\r\n\r\n“Zo is het” – klaar.\r\n"),
    "import.line-ends" },
  { "cr", BYTES ("Eén kop\r\rDoor Ada Post\r\r“Zo is het” – klaar.\r"), "import.line-ends" },
  { "no-newline", BYTES ("Eén kop\n\nDoor Ada Post\n\n“Zo is het” – klaar."),
    "import.final-newline" },
  { "blank-lines", BYTES ("\n\nEén kop\n\n\n\nDoor Ada Post\n\n“Zo is het” – klaar.\n"),
    "import.blank-lines" },
  { "spaces", BYTES ("  Eén kop \n \t\nDoor Ada Post\n\n    “Zo is het” – klaar.  \n"), NULL },
};

static gboolean
has_rule (VslImport  *import,
          const char *rule)
{
  GListModel *findings = vsl_import_get_findings (import);
  guint i;

  for (i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr(VslFinding) finding = g_list_model_get_item (findings, i);

      if (g_str_equal (vsl_finding_get_rule (finding), rule))
        return TRUE;
    }

  return FALSE;
}

static void
test_readable (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr(GBytes) bytes = g_bytes_new_static (readable[i].bytes, readable[i].size);
  g_autoptr(GError) error = NULL;
  g_autoptr(VslImport) import = vsl_exchange_read (bytes, NULL, VSL_FORMAT_AUTO, &error);
  g_autofree char *digest = NULL;

  g_assert_no_error (error);
  digest = make_digest (vsl_import_get_article (import));
  g_assert_cmpstr (digest, ==, "H:Eén kop\nB:Ada Post\n\n“Zo is het” – klaar.");
  if (readable[i].rule != NULL)
    g_assert_true (has_rule (import, readable[i].rule));
  else
    g_assert_cmpuint (g_list_model_get_n_items (vsl_import_get_findings (import)), ==, 0);
}

static const struct
{
  const char *name;
  const char *bytes;
  gsize size;
  VslExchangeError code;
  const char *word; /* of the message */
} refused[] = {
  { "leeg.txt", BYTES (""), VSL_EXCHANGE_ERROR_EMPTY, "empty" },
  { "wit.txt", BYTES (" \n\t\n\xC2\xA0\n"), VSL_EXCHANGE_ERROR_EMPTY, "empty" },
  { "foto.png", BYTES ("\x89PNG\r\n\x1A\n\0\0"), VSL_EXCHANGE_ERROR_UNREADABLE, "picture" },
  { "foto.txt", BYTES ("\xFF\xD8\xFF\xE0"), VSL_EXCHANGE_ERROR_UNREADABLE, "picture" },
  { "stuk.docx", BYTES ("PK\x03\x04\x14\0[Content_Types].xml word/document.xml"),
    VSL_EXCHANGE_ERROR_UNREADABLE, ".docx" },
  { "stuk.txt", BYTES ("PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.text"),
    VSL_EXCHANGE_ERROR_UNREADABLE, ".odt" },
  { "alles.zip", BYTES ("PK\x03\x04\x14\0iets"), VSL_EXCHANGE_ERROR_UNREADABLE, "ZIP" },
  { "stuk.pdf", BYTES ("%PDF-1.7\n"), VSL_EXCHANGE_ERROR_UNREADABLE, "PDF" },
  { "stuk.rtf", BYTES ("{\\rtf1\\ansi Kop}"), VSL_EXCHANGE_ERROR_UNREADABLE, "RTF" },
  { "ruis.txt", BYTES ("Kop\0\x01\x02"), VSL_EXCHANGE_ERROR_UNREADABLE, "not a text" },
  { "stuk.html", BYTES ("<p>Kop</p>"), VSL_EXCHANGE_ERROR_UNKNOWN_FORMAT, "Web pages" },
  { "stuk", BYTES ("<!DOCTYPE html><p>Kop</p>"), VSL_EXCHANGE_ERROR_UNKNOWN_FORMAT, "Web pages" },
  { "stuk.json", BYTES ("{\"headline\": \"Kop\"}"), VSL_EXCHANGE_ERROR_UNKNOWN_FORMAT, "this kind" },
};

static void
test_refused (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr(GBytes) bytes = g_bytes_new_static (refused[i].bytes, refused[i].size);
  g_autoptr(GError) error = NULL;
  g_autoptr(VslImport) import =
    vsl_exchange_read (bytes, refused[i].name, VSL_FORMAT_AUTO, &error);

  g_assert_null (import);
  g_assert_error (error, VSL_EXCHANGE_ERROR, (int) refused[i].code);
  g_assert_nonnull (strstr (error->message, refused[i].name));
  g_assert_nonnull (strstr (error->message, refused[i].word));
}

static const struct
{
  const char *name;
  const char *text;
  const char *headline;
} guesses[] = {
  { "stuk.txt", "# Kop\n\nTekst.\n", "# Kop" },
  { "stuk.md", "# Kop\n\nTekst.\n", "Kop" },
  { "stuk", "# Kop\n\nTekst.\n", "Kop" },
  { "STUK.MD", "---\ntitle: Kop\n---\nTekst.\n", "Kop" },
  { NULL, "---\ntitle: Kop\n---\nTekst.\n", "Kop" },
  { NULL, "Kop\n\nTekst.\n", "Kop" },
};

static void
test_guess (void)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (guesses); i++)
    {
      g_autoptr(GBytes) bytes = g_bytes_new_static (guesses[i].text, strlen (guesses[i].text));
      g_autoptr(GError) error = NULL;
      g_autoptr(VslImport) import =
        vsl_exchange_read (bytes, guesses[i].name, VSL_FORMAT_AUTO, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (vsl_article_get_text (vsl_import_get_article (import), VSL_FIELD_HEADLINE),
                       ==, guesses[i].headline);
    }
}

static void
test_too_large (void)
{
  gsize size = 33 * 1024 * 1024;
  char *text = g_malloc (size);
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(VslImport) import = NULL;

  memset (text, 'a', size);
  bytes = g_bytes_new_take (text, size);
  import = vsl_exchange_read (bytes, "groot.txt", VSL_FORMAT_AUTO, &error);

  g_assert_null (import);
  g_assert_error (error, VSL_EXCHANGE_ERROR, VSL_EXCHANGE_ERROR_TOO_LARGE);
  g_assert_nonnull (strstr (error->message, "groot.txt"));
}

/* Shapes that are hard for a reader that looks twice. */
static const struct
{
  const char *name;
  gsize kilobytes;
  const char *head;
  const char *piece;
} large[] = {
  { "one-line", 10240, "", "woord " },
  { "short-lines", 10240, "Kop\n\n", "a\n" },
  { "paragraphs", 10240, "Kop\n\n", "Een alinea met wat woorden erin en een punt.\n\n" },
  { "signs", 10240, "Kop\n\n", "*_`<[](" },
  { "no-break", 10240, "Kop\n\n", "a\u00a0" },
  { "blank", 10240, "Kop\n\nTekst.", "\n" },
  { "headings", 512, "Kop\n\n", "Deelnemers:\n\n" },
  { "bullets", 128, "Kop\n\nDeelnemers:\n", "• Ada Post, econoom\n" },
  { "labels", 128, "Kop\n\n", "Door Ada Post\n\n" },
  { "open-brackets", 10240, "Kop\n\n", "<a@" },
};

static void
test_large (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr(GString) text = g_string_new (large[i].head);
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(VslImport) import = NULL;
  gint64 start;

  while (text->len < large[i].kilobytes * 1024)
    g_string_append (text, large[i].piece);
  bytes = g_string_free_to_bytes (g_steal_pointer (&text));

  start = g_get_monotonic_time ();
  import = vsl_exchange_read (bytes, NULL, VSL_FORMAT_TEXT, &error);
  g_assert_no_error (error);
  g_test_message ("%s: %" G_GINT64_FORMAT " ms", large[i].name,
                  (g_get_monotonic_time () - start) / 1000);
  /* Generous, for a slow machine and for sanitizers: what is not linear takes hours. */
  g_assert_cmpint (g_get_monotonic_time () - start, <, 20 * G_USEC_PER_SEC);
}

static VslArticle *
make_article (void)
{
  g_autoptr(VslPerson) person = vsl_person_new_from_text ("Bas den Uyl");
  g_autoptr(VslParticipant) participant = vsl_participant_new (person, "griffier", "VBX", TRUE);
  VslArticleBuilder *builder = vsl_article_builder_new (NULL);

  vsl_article_builder_set_language (builder, "nl");
  vsl_article_builder_set_text (builder, VSL_FIELD_HEADLINE, "Kop & <meer>");
  vsl_article_builder_set_text (builder, VSL_FIELD_LEAD, "De \"inleiding\".");
  vsl_article_builder_set_text (builder, VSL_FIELD_BYLINE, "Ada Post");
  vsl_article_builder_set_text (builder, VSL_FIELD_BODY, "Tekst.\n\n::: streamer\nGroot\n:::");
  vsl_article_builder_add_tag (builder, "haven");
  vsl_article_builder_add_participant (builder, participant);

  return vsl_article_builder_end (builder);
}

static void
test_html (void)
{
  static const char *const wanted[] = {
    "<!DOCTYPE html>\n<html lang=\"nl\">", "<meta charset=\"utf-8\">",
    "<title>Kop &amp; &lt;meer&gt;</title>", "content=\"De &quot;inleiding&quot;.\"",
    "<meta name=\"author\" content=\"Ada Post\">", "<meta name=\"keywords\" content=\"haven\">",
    "<h1>Kop &amp; &lt;meer&gt;</h1>", "Bas den Uyl", "Groot", "</html>\n"
  };
  g_autoptr(VslArticle) article = make_article ();
  g_autofree char *page = write_file (article, VSL_FORMAT_HTML);
  guint i;

  for (i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      g_test_message ("%s", wanted[i]);
      g_assert_nonnull (strstr (page, wanted[i]));
    }
}

/* A page must have a title. */
static void
test_html_without_headline (void)
{
  VslArticleBuilder *builder = vsl_article_builder_new (NULL);
  g_autoptr(VslArticle) article = NULL;
  g_autofree char *page = NULL;

  vsl_article_builder_set_text (builder, VSL_FIELD_EVENT, "Havendebat");
  article = vsl_article_builder_end (builder);
  page = write_file (article, VSL_FORMAT_HTML);

  g_assert_nonnull (strstr (page, "<title>Havendebat</title>"));
  g_assert_null (strstr (page, "<h1>"));
}

static void
test_blocks (void)
{
  g_autoptr(VslArticle) article = make_article ();
  g_autofree char *blocks = write_file (article, VSL_FORMAT_BLOCKS);

  g_assert_nonnull (strstr (blocks, "<!-- wp:pullquote"));
}

static void
test_formats (void)
{
  g_autoptr(VslArticle) article = make_article ();
  g_autoptr(GError) error = NULL;
  VslFormat format = VSL_FORMAT_AUTO;
  guint i;

  for (i = 0; i < VSL_N_FORMATS; i++)
    {
      g_assert_true (vsl_format_from_name (vsl_format_get_name (i), &format));
      g_assert_cmpint (format, ==, i);
    }
  g_assert_false (vsl_format_from_name ("rtf", &format));
  g_assert_false (vsl_format_from_name (NULL, &format));

  g_assert_null (vsl_exchange_write (article, VSL_FORMAT_AUTO, &error));
  g_assert_error (error, VSL_EXCHANGE_ERROR, VSL_EXCHANGE_ERROR_UNKNOWN_FORMAT);
}

int
main (int   argc,
      char *argv[])
{
  guint i;

  g_test_init (&argc, &argv, NULL);

  for (i = 0; i < G_N_ELEMENTS (readable); i++)
    {
      g_autofree char *path = g_strdup_printf ("/file/readable/%s", readable[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_readable);
    }
  for (i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autofree char *path = g_strdup_printf ("/file/refused/%s", refused[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_refused);
    }
  for (i = 0; i < G_N_ELEMENTS (large); i++)
    {
      g_autofree char *path = g_strdup_printf ("/file/large/%s", large[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_large);
    }
  g_test_add_func ("/file/guess", test_guess);
  g_test_add_func ("/file/too-large", test_too_large);
  g_test_add_func ("/file/html", test_html);
  g_test_add_func ("/file/html-without-headline", test_html_without_headline);
  g_test_add_func ("/file/blocks", test_blocks);
  g_test_add_func ("/file/formats", test_formats);

  return g_test_run ();
}
