/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "article-digest.h"

#include <string.h>

/* Shorthands for the texts of the table. */
#define P1 "De haven groeit al jaren en dat merkt de stad. “Wij willen schone schepen”, zegt Post."
#define P2 "Volgens Den Uyl is dat nog niet genoeg. De kade moet eerst worden verstevigd."
#define STREAMER "De kade moet eerst worden verstevigd"
#define E1 "The harbour has been growing for years. “We want clean ships,” says Roe."
#define E2 "According to Doe that is not enough. The quay must be strengthened first."

static const struct
{
  const char *name;
  const char *text;
  const char *expected;
} texts[] = {
  { "nl/whole",
    "‘Schone schepen eerst’\n\nHet debat over de haven was fel.\n\nDoor Ada Post\n\n"
    "Beeld\u00a0Nova/Havenblad\n\nDeelnemers\u00a0Havendebat:\n\n"
    "  • Noor Dekkers, directeur Kades bij de VBX\n"
    "  • Bas den Uyl, directeur Directie Water, Ministerie van WKZ\n"
    "  • Onder leiding van Jan van Eik, griffier bij de provincie Oostveen\n\n" P1 "\n\n\n" P2
    "\n\n" STREAMER,
    "H:‘Schone schepen eerst’\nL:Het debat over de haven was fel.\nB:Ada Post\n"
    "C:Nova/Havenblad\nE:Havendebat\nP:Noor Dekkers|directeur Kades|VBX\n"
    "P:Bas den Uyl|directeur Directie Water|Ministerie van WKZ\n"
    "V:Jan van Eik|griffier|provincie Oostveen\n\n" P1 "\n\n" P2 "\n\n::: streamer\n" STREAMER
    "\n:::" },
  { "en/whole",
    "Clean ships first\n\nThe debate on the harbour was fierce.\n\nBy Jane Roe\n\n"
    "Photo: Nova\n\nParticipants in the Harbour Debate:\n\n"
    "- John Doe, director of quays at the Harbour Board\n- Mary Major (City of Eastmoor)\n"
    "- Moderated by Ann Other, editor, Eastmoor Weekly\n\n" E1 "\n\n" E2,
    "H:Clean ships first\nL:The debate on the harbour was fierce.\nB:Jane Roe\nC:Nova\n"
    "E:Harbour Debate\nP:John Doe|director of quays|Harbour Board\n"
    "P:Mary Major||City of Eastmoor\nV:Ann Other|editor|Eastmoor Weekly\n\n" E1 "\n\n" E2 },
  { "headline-only", "Schone schepen eerst\n", "H:Schone schepen eerst\n" },
  { "headline-body", "Schone schepen\n\n" P1 "\n", "H:Schone schepen\n\n" P1 },
  { "no-labels", "Schone schepen\n\nInleiding hier.\n\n" P1 "\n\n" P2 "\n",
    "H:Schone schepen\nL:Inleiding hier.\n\n" P1 "\n\n" P2 },
  { "no-lead", "Schone schepen\n\nDoor Ada Post\n\n" P1 "\n\n" P2 "\n",
    "H:Schone schepen\nB:Ada Post\n\n" P1 "\n\n" P2 },
  { "no-byline", "Kop\n\nInleiding.\n\nFoto: Nova\n\n" P1 "\n", "H:Kop\nL:Inleiding.\nC:Nova\n\n" P1 },
  { "lead-behind-byline",
    "Kop\n\nDoor Ada Post\n\nInleiding.\n\nBeeld Nova\n\n" P1 "\n\n" P2 "\n",
    "H:Kop\nL:Inleiding.\nB:Ada Post\nC:Nova\n\n" P1 "\n\n" P2 },
  { "labels-one-below-the-other", "Kop\n\nInleiding.\n\nDoor Ada Post\nBeeld Nova\n\n" P1 "\n",
    "H:Kop\nL:Inleiding.\nB:Ada Post\nC:Nova\n\n" P1 },
  { "labels-on-one-line", "Kop\n\nInleiding.\n\nTekst: Ada Post | Beeld: Nova\n\n" P1 "\n",
    "H:Kop\nL:Inleiding.\nB:Ada Post\nC:Nova\n\n" P1 },
  { "labels-comma", "Kop\n\nInleiding.\n\nTekst Ada Post, foto’s Bo Smit\n\n" P1 "\n",
    "H:Kop\nL:Inleiding.\nB:Ada Post\nC:Bo Smit\n\n" P1 },
  { "labels-at-the-end", "Kop\n\nInleiding.\n\n" P1 "\n\n" P2 "\n\nDoor Ada Post\nFoto: Nova\n",
    "H:Kop\nL:Inleiding.\nB:Ada Post\nC:Nova\n\n" P1 "\n\n" P2 },
  { "participants-at-the-end",
    "Kop\n\nDoor Ada Post\n\n" P1 "\n\n" P2 "\n\nDeelnemers:\n* Bo Smit, econoom\n* Cas Mol (VBX)\n",
    "H:Kop\nB:Ada Post\nP:Bo Smit|econoom|\nP:Cas Mol||VBX\n\n" P1 "\n\n" P2 },
  { "participants-before-byline",
    "Kop\n\nInleiding.\n\nDeelnemers aan het Havendebat:\n– Bo Smit, econoom\n\nDoor Ada Post\n\n" P1
    "\n",
    "H:Kop\nL:Inleiding.\nB:Ada Post\nE:Havendebat\nP:Bo Smit|econoom|\n\n" P1 },
  { "participants-no-bullets",
    "Kop\n\nInleiding.\n\nDeelnemers Havendebat:\nBo Smit, econoom, VBX\nCas Mol, jurist\n"
    "Gespreksleider: Ada Post\n\n" P1 "\n",
    "H:Kop\nL:Inleiding.\nE:Havendebat\nP:Bo Smit|econoom|VBX\nP:Cas Mol|jurist|\nV:Ada Post||\n\n"
    P1 },
  { "participants-apart",
    "Kop\n\nInleiding.\n\nDeelnemers:\n\nBo Smit, econoom, VBX\n\nCas Mol, jurist\n\n" P1 "\n",
    "H:Kop\nL:Inleiding.\nP:Bo Smit|econoom|VBX\nP:Cas Mol|jurist|\n\n" P1 },
  { "participants-numbered", "Kop\n\nParticipants:\n1. Bo Smit, engineer\n2) Cas Mol, lawyer\n\n" E1 "\n",
    "H:Kop\nP:Bo Smit|engineer|\nP:Cas Mol|lawyer|\n\n" E1 },
  { "participants-wrapped",
    "Kop\n\nDeelnemers:\n  • Bo Smit, directeur van een lange\n    afdeling, VBX\n  • Cas Mol\n\n" P1 "\n",
    "H:Kop\nP:Bo Smit|directeur van een lange afdeling|VBX\nP:Cas Mol||\n\n" P1 },
  { "participants-wrapped-flat",
    "Kop\n\nDeelnemers:\n• Bo Smit, directeur van een heel lange afdeling van het\nMinisterie van WKZ\n"
    "• Cas Mol\nDoor Ada Post\n\n" P1 "\n",
    "H:Kop\nB:Ada Post\nP:Bo Smit|directeur van een heel lange afdeling|Ministerie van WKZ\n"
    "P:Cas Mol||\n\n" P1 },
  { "byline-small", "Kop\n\nInleiding.\n\ndoor Ada Post\n\n" P1 "\n",
    "H:Kop\nL:Inleiding.\nB:Ada Post\n\n" P1 },
  { "participants-inline", "Kop\n\nDeelnemers: Bo Smit (VBX), Cas Mol (WKZ) en Ada Post\n\n" P1 "\n",
    "H:Kop\nP:Bo Smit||VBX\nP:Cas Mol||WKZ\nP:Ada Post||\n\n" P1 },
  { "participants-inline-semicolon",
    "Kop\n\nParticipants: Bo Smit, engineer, VBX; Cas Mol, lawyer\nChaired by Ada Post\n\n" E1 "\n",
    "H:Kop\nP:Bo Smit|engineer|VBX\nP:Cas Mol|lawyer|\nV:Ada Post||\n\n" E1 },
  { "participants-sentence-points",
    "Kop\n\nDeelnemers:\n- Bo Smit, econoom;\n- Cas Mol, jurist; en\n- Dirk Bos, bakker.\n\n" P1 "\n",
    "H:Kop\nP:Bo Smit|econoom|\nP:Cas Mol|jurist|\nP:Dirk Bos|bakker|\n\n" P1 },
  { "chair-behind-list",
    "Kop\n\nDeelnemers:\n• Bo Smit, econoom\n\nOnder leiding van Ada Post\n\n" P1 "\n",
    "H:Kop\nP:Bo Smit|econoom|\nV:Ada Post||\n\n" P1 },
  { "chair-alone", "Kop\n\nInleiding.\n\nOnder leiding van Ada Post\n\n" P1 "\n",
    "H:Kop\nL:Inleiding.\nV:Ada Post||\n\n" P1 },
  { "heading-without-list", "Kop\n\nDeelnemers aan het debat:\n\n" P1 "\n",
    "H:Kop\nL:Deelnemers aan het debat:\n\n" P1 },
  { "kicker-capitals", "HAVENDEBAT\nSchone schepen eerst\n\nInleiding.\n\nDoor Ada Post\n\n" P1 "\n",
    "K:HAVENDEBAT\nH:Schone schepen eerst\nL:Inleiding.\nB:Ada Post\n\n" P1 },
  { "kicker-word", "Interview\n\nSchone schepen eerst\n\nInleiding.\n\nDoor Ada Post\n\n" P1 "\n",
    "K:Interview\nH:Schone schepen eerst\nL:Inleiding.\nB:Ada Post\n\n" P1 },
  { "kicker-label", "Bovenkop: Uit de haven\nSchone schepen\n\n" P1 "\n",
    "K:Uit de haven\nH:Schone schepen\n\n" P1 },
  { "not-a-kicker", "SCHONE SCHEPEN EERST\n\nHet debat was fel.\n\n" P1 "\n\n" P2 "\n",
    "H:SCHONE SCHEPEN EERST\nL:Het debat was fel.\n\n" P1 "\n\n" P2 },
  { "headline-wrapped", "Een kop die zo lang is\ndat hij twee regels neemt\n\n" P1 "\n",
    "H:Een kop die zo lang is dat hij twee regels neemt\n\n" P1 },
  { "headline-and-lead-together", "Schone schepen\nHet debat was fel.\n\nDoor Ada Post\n\n" P1 "\n",
    "H:Schone schepen\nL:Het debat was fel.\nB:Ada Post\n\n" P1 },
  { "sentence-with-door", "Kop\n\nDoor middel van overleg kwam men eruit\n\n" P1 "\n\n" P2 "\n",
    "H:Kop\nL:Door middel van overleg kwam men eruit\n\n" P1 "\n\n" P2 },
  { "sentence-with-by", "Kop\n\nBy 2030 half of all ships are clean\n\n" E1 "\n\n" E2 "\n",
    "H:Kop\nL:By 2030 half of all ships are clean\n\n" E1 "\n\n" E2 },
  { "sentence-with-beeld", "Kop\n\nBeeld je in dat de haven leeg is\n\n" P1 "\n\n" P2 "\n",
    "H:Kop\nL:Beeld je in dat de haven leeg is\n\n" P1 "\n\n" P2 },
  { "second-byline-stays", "Kop\n\nInleiding.\n\nDoor Ada Post\n\nDoor Bo Smit\n\n" P1 "\n",
    "H:Kop\nL:Inleiding.\nB:Ada Post\n\nDoor Bo Smit\n\n" P1 },
  { "label-in-the-middle-stays", "Kop\n\nL.\n\nDoor A. Post\n\n" P1 "\n\nFoto: Nova\n\n" P2 "\n\n" P1 "\n",
    "H:Kop\nL:L.\nB:A. Post\n\n" P1 "\n\nFoto: Nova\n\n" P2 "\n\n" P1 },
  { "byline-desk", "Kop\n\nInleiding.\n\nVan onze redactie\n\nDoor de redactie\n\n" P1 "\n",
    "H:Kop\nL:Inleiding.\nB:de redactie\n\nVan onze redactie\n\n" P1 },
  { "byline-two", "Kop\n\nInleiding.\n\nDoor Ada Post en Bo Smit\n\n" P1 "\n",
    "H:Kop\nL:Inleiding.\nB:Ada Post en Bo Smit\n\n" P1 },
  { "byline-role", "Kop\n\nLead here.\n\nBy Jane Roe, political editor\n\n" E1 "\n",
    "H:Kop\nL:Lead here.\nB:Jane Roe, political editor\n\n" E1 },
  { "byline-capitals", "Kop\n\nInleiding.\n\nDOOR ADA POST\n\n" P1 "\n",
    "H:Kop\nL:Inleiding.\nB:ADA POST\n\n" P1 },
  { "tight", "Kop\nInleiding hier.\nDoor Ada Post\nDeelnemers:\n• Bo Smit, econoom\n" P1 "\n" P2 "\n",
    "H:Kop\nL:Inleiding hier.\nB:Ada Post\nP:Bo Smit|econoom|\n\n" P1 "\n\n" P2 },
  { "soft-breaks", "Kop\n\nDoor Ada Post\n\nEerste regel\ntweede regel.\n",
    "H:Kop\nB:Ada Post\n\nEerste regel\ntweede regel." },
  { "crlf", "Kop\r\n\r\nDoor Ada Post\r\n\r\nTekst is dit.\r\nMeer.\r\n",
    "H:Kop\nB:Ada Post\n\nTekst is dit.\nMeer." },
  { "cr", "Kop\r\rDoor Ada Post\r\rTekst is dit.\r", "H:Kop\nB:Ada Post\n\nTekst is dit." },
  { "streamer-quoted", "Kop\n\nDoor Ada Post\n\n" P1 "\n\n" P2 "\n\n“Wij willen schone schepen in de stad.”\n",
    "H:Kop\nB:Ada Post\n\n" P1 "\n\n" P2
    "\n\n::: streamer\n“Wij willen schone schepen in de stad.”\n:::" },
  { "streamer-not-with-point", "Kop\n\nDoor Ada Post\n\n" P1 "\n\n" P2 "\n\n" STREAMER ".\n",
    "H:Kop\nB:Ada Post\n\n" P1 "\n\n" P2 "\n\n" STREAMER "." },
  { "streamer-not-other-words",
    "Kop\n\nDoor Ada Post\n\n" P1 "\n\n" P2 "\n\nReageren kan via het formulier hieronder\n",
    "H:Kop\nB:Ada Post\n\n" P1 "\n\n" P2 "\n\nReageren kan via het formulier hieronder" },
  { "streamer-label", "Kop\n\nDoor Ada Post\n\n" P1 "\n\nStreamer: Heel iets anders.\n\n" P2 "\n",
    "H:Kop\nB:Ada Post\n\n" P1 "\n\n::: streamer\nHeel iets anders.\n:::\n\n" P2 },
  { "bullets-in-body", "Kop\n\nDoor Ada Post\n\nDrie punten:\n • een\n • twee\n\n" P2 "\n",
    "H:Kop\nB:Ada Post\n\nDrie punten:\n- een\n- twee\n\n" P2 },
  { "markdown-signs",
    "Kop *nu*\n\nDoor Ada Post\n\n* sterretje\n\n# geen kop\n\n1. geen lijst\n\n> geen citaat\n\n"
    "::: geen kader\n\n`code` en *ster* en _streep_ en snake_case 2 * 3\n\n[a](b) [c] <i> a < b &amp; a & b\n",
    "H:Kop *nu*\nB:Ada Post\n\n\\* sterretje\n\n\\# geen kop\n\n1\\. geen lijst\n\n\\> geen citaat\n\n"
    "\\::: geen kader\n\n\\`code\\` en \\*ster\\* en \\_streep\\_ en snake_case 2 * 3\n\n"
    "[a\\](b) [c] \\<i> a < b \\&amp; a & b" },
  { "ordinary-text-stays",
    "Kop\n\nDoor Ada Post\n\n#haven – 2020 was goed. [Red.: dit klopt] zegt hij (c/o VBX), 50% & meer… 1.5\n",
    "H:Kop\nB:Ada Post\n\n#haven – 2020 was goed. [Red.: dit klopt] zegt hij (c/o VBX), 50% & meer… 1.5" },
  { "no-break-space", "Kop\u00a0een\n\nDoor Ada Post\n\nDat is\u00a0zo voor €\u00a05 en 10\u00a0km.\n",
    "H:Kop een\nB:Ada Post\n\nDat is zo voor €\u00a05 en 10\u00a0km." },
};

static void
test_read (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr(VslImport) import = read_file (texts[i].text, VSL_FORMAT_TEXT);
  g_autofree char *digest = make_digest (vsl_import_get_article (import));

  g_assert_cmpstr (digest, ==, texts[i].expected);
}

/* What was read is written as something that is read as the same. */
static void
test_write (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr(VslImport) import = read_file (texts[i].text, VSL_FORMAT_TEXT);
  g_autofree char *written = write_file (vsl_import_get_article (import), VSL_FORMAT_TEXT);
  g_autoptr(VslImport) again = read_file (written, VSL_FORMAT_TEXT);
  g_autofree char *digest = make_digest (vsl_import_get_article (again));

  g_assert_cmpstr (digest, ==, texts[i].expected);
}

static void
test_language (void)
{
  g_autoptr(VslImport) dutch = read_file (texts[0].text, VSL_FORMAT_TEXT);
  g_autoptr(VslImport) english = read_file (texts[1].text, VSL_FORMAT_TEXT);
  g_autoptr(VslImport) labels = read_file ("Kop\n\nBy Jane Roe\n", VSL_FORMAT_TEXT);

  g_assert_cmpstr (vsl_article_get_language (vsl_import_get_article (dutch)), ==, "nl");
  g_assert_cmpstr (vsl_article_get_language (vsl_import_get_article (english)), ==, "en");
  g_assert_cmpstr (vsl_article_get_language (vsl_import_get_article (labels)), ==, "en");
}

static void
test_english_labels (void)
{
  g_autoptr(VslImport) import = read_file (texts[1].text, VSL_FORMAT_TEXT);
  g_autofree char *written = write_file (vsl_import_get_article (import), VSL_FORMAT_TEXT);

  g_assert_nonnull (strstr (written, "\nBy Jane Roe\n"));
  g_assert_nonnull (strstr (written, "\nImage Nova\n"));
  g_assert_nonnull (strstr (written, "\nParticipants Harbour Debate:\n"));
  g_assert_nonnull (strstr (written, "Moderated by Ann Other"));
}

/* What an import says that it put right, in the order of the file. */
static void
test_findings (void)
{
  static const struct
  {
    const char *rule;
    guint line;
    guint column;
    const char *text;
  } expected[] = {
    { "import.no-break-space", 1, 5, "de\u00a0haven" },
    { "import.blank-lines", 3, 1, "" },
    { "import.typed-bullet", 7, 1, "  • " },
    { "import.final-newline", 9, 14, "" },
  };
  g_autoptr(VslImport) import =
    read_file ("Kop de\u00a0haven\n\n\nDoor Ada Post\n\nDeelnemers:\n  • Bo Smit, econoom\n\n"
               "Tekst is dit.",
               VSL_FORMAT_TEXT);
  GListModel *findings = vsl_import_get_findings (import);
  guint i;

  g_assert_cmpuint (g_list_model_get_n_items (findings), ==, G_N_ELEMENTS (expected));
  for (i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr(VslFinding) finding = g_list_model_get_item (findings, i);

      g_assert_cmpstr (vsl_finding_get_rule (finding), ==, expected[i].rule);
      g_assert_cmpuint (vsl_finding_get_line (finding), ==, expected[i].line);
      g_assert_cmpuint (vsl_finding_get_column (finding), ==, expected[i].column);
      g_assert_cmpstr (vsl_finding_get_text (finding), ==, expected[i].text);
      g_assert_cmpint (vsl_finding_get_level (finding), ==, VSL_LEVEL_INFO);
      g_assert_cmpstr (vsl_finding_get_message (finding), !=, "");
    }
}

int
main (int   argc,
      char *argv[])
{
  guint i;

  g_test_init (&argc, &argv, NULL);

  for (i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *read = g_strdup_printf ("/text/read/%s", texts[i].name);
      g_autofree char *write = g_strdup_printf ("/text/write/%s", texts[i].name);

      g_test_add_data_func (read, GUINT_TO_POINTER (i), test_read);
      g_test_add_data_func (write, GUINT_TO_POINTER (i), test_write);
    }
  g_test_add_func ("/text/language", test_language);
  g_test_add_func ("/text/english-labels", test_english_labels);
  g_test_add_func ("/text/findings", test_findings);

  return g_test_run ();
}
