/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "command-run.h"

#include <glib/gstdio.h>
#include <string.h>

/* Four pixels by two, with a word in it that tells where it was made. */
#define PLACE_WORD "52.09 N"
static const char picture[] =
  "\x89\x50\x4e\x47\x0d\x0a\x1a\x0a\x00\x00\x00\x0d\x49\x48\x44\x52\x00\x00\x00\x04\x00"
  "\x00\x00\x02\x08\x02\x00\x00\x00\xf0\xca\xea\x34\x00\x00\x00\x0d\x74\x45\x58\x74\x50"
  "\x6c\x61\x63\x65\x00\x35\x32\x2e\x30\x39\x20\x4e\xb3\x62\xd0\x23\x00\x00\x00\x10\x49"
  "\x44\x41\x54\x78\xda\x63\xe0\xaa\x38\x01\x47\x0c\xc8\x1c\x00\x80\x3a\x0a\x51\xf4\x46"
  "\x90\x16\x00\x00\x00\x00\x49\x45\x4e\x44\xae\x42\x60\x82";

/* An article with the picture at its head and in its text; gives its id. */
static char *
make_article (Place *place)
{
  static const char text[] = "---\ntitle: Havendebat\n---\n\nVooraf.\n\n"
                             "![De kade](beeld/kade%201.png \"De kade in mei\")\n\n"
                             "En ![ver](https://example.org/x.png).\n";
  g_autofree char *folder = g_build_filename (place->dir, "beeld", NULL);
  g_autofree char *file = place_write (place, "havendebat.md", text, -1);
  g_autofree char *image = NULL;
  g_autofree char *quoted = NULL;
  g_autoptr(Run) import = NULL;
  g_autoptr(Run) feature = NULL;
  g_autoptr(Run) set = NULL;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  image = place_write (place, "beeld/kade 1.png", picture, sizeof picture - 1);
  import = run_command (place, NULL, "--json", "import", file, NULL);
  g_assert_cmpstr (import->err, ==, "");
  g_assert_cmpint (import->exit, ==, 0);
  quoted = json_find (import->out, "$[0].id");
  quoted[strlen (quoted) - 1] = '\0';
  feature = run_command (place, NULL, "picture", quoted + 1, "feature", "1", NULL);
  g_assert_cmpint (feature->exit, ==, 0);
  set = run_command (place, NULL, "picture", quoted + 1, "set", "1", "--credit", "Bo Smit", NULL);
  g_assert_cmpint (set->exit, ==, 0);

  return g_strdup (quoted + 1);
}

static char *
read_file (Place      *place,
           const char *name)
{
  g_autofree char *path = g_build_filename (place->dir, name, NULL);
  g_autoptr(GError) error = NULL;
  char *text;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);

  return text;
}

static void
assert_field (Place      *place,
              const char *id,
              const char *path,
              const char *expected)
{
  g_autoptr(Run) show = run_command (place, NULL, "--json", "show", id, NULL);
  g_autofree char *found = json_find (show->out, path);

  g_assert_cmpstr (found, ==, expected);
}

/* An image that only the text shows is brought along, with its words. */
static void
test_bring (void)
{
  g_auto(Place) place = { 0 };
  g_autofree char *id = NULL;

  place_init (&place);
  id = make_article (&place);
  assert_field (&place, id, "$.pictures[0].alt", "\"De kade\"");
  assert_field (&place, id, "$.pictures[0].caption", "\"De kade in mei\"");
  assert_field (&place, id, "$.pictures[0].featured", "true");
  assert_field (&place, id, "$.pictures[1]", NULL);
}

/* What does not lie below the folder of the file, or is not there, is left where it is. */
static void
test_not_brought (void)
{
  static const struct
  {
    const char *link;
    const char *warning; /* (nullable) */
  } links[] = {
    { "../geheim.png", NULL },
    { "/etc/geheim.png", NULL },
    { "file:///etc/geheim.png", NULL },
    { "https://example.org/x.png", NULL },
    { "weg.png", "weg.png" },
    { "havendebat.md", "havendebat.md" },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (links); i++)
    {
      g_auto(Place) place = { 0 };
      g_autofree char *text = g_strdup_printf ("# Kop\n\n![x](%s)\n", links[i].link);
      g_autofree char *file = NULL;
      g_autofree char *warning = NULL;
      g_autofree char *id = NULL;
      g_autoptr(Run) import = NULL;

      place_init (&place);
      file = place_write (&place, "havendebat.md", text, -1);
      import = run_command (&place, NULL, "--json", "import", file, NULL);
      g_test_message ("%s: %s", links[i].link, import->out);
      g_assert_cmpint (import->exit, ==, 0);
      warning = json_find (import->out, "$[0].warnings[0].message");
      if (links[i].warning == NULL)
        g_assert_null (warning);
      else
        g_assert_nonnull (strstr (warning, links[i].warning));
      id = json_find (import->out, "$[0].id");
      id[strlen (id) - 1] = '\0';
      assert_field (&place, id + 1, "$.pictures[0]", NULL);
    }
}

/* Markdown takes its pictures along, also to somebody who never had them; twice is the same. */
static void
test_round_trip (void)
{
  g_auto(Place) here = { 0 };
  g_auto(Place) there = { 0 };
  g_autofree char *id = NULL;
  g_autofree char *out = NULL;
  g_autofree char *first = NULL;
  g_autofree char *again = NULL;
  g_autofree char *other = NULL;
  g_autofree char *out_again = NULL;
  g_autoptr(Run) export = NULL;
  g_autoptr(Run) import = NULL;
  g_autoptr(Run) export_again = NULL;

  place_init (&here);
  place_init (&there);
  id = make_article (&here);
  out = g_build_filename (there.dir, "uit.md", NULL);
  export = run_command (&here, NULL, "export", id, "--format", "markdown", "-o", out, NULL);
  g_assert_cmpint (export->exit, ==, 0);
  g_assert_cmpstr (export->err, ==, "");
  first = read_file (&there, "uit.md");
  g_assert_nonnull (strstr (first, "](uit-media/kade-1-"));
  g_assert_nonnull (strstr (first, "    credit: \"Bo Smit\"\n"));
  g_assert_nonnull (strstr (first, "https://example.org/x.png"));

  import = run_command (&there, NULL, "--json", "import", out, NULL);
  g_assert_cmpint (import->exit, ==, 0);
  other = json_find (import->out, "$[0].id");
  other[strlen (other) - 1] = '\0';
  assert_field (&there, other + 1, "$.pictures[0].credit", "\"Bo Smit\"");
  assert_field (&there, other + 1, "$.pictures[0].featured", "true");
  assert_field (&there, other + 1, "$.pictures[1]", NULL);

  out_again = g_build_filename (there.dir, "uit.md", NULL);
  export_again = run_command (&there, NULL, "export", other + 1, "--format", "markdown", "-o",
                              out_again, NULL);
  g_assert_cmpint (export_again->exit, ==, 0);
  /* The hash is now that of the file without the place. */
  again = read_file (&there, "uit.md");
  g_assert_nonnull (strstr (again, "](uit-media/kade-1-"));
  g_assert_null (strstr (again, "media:"));
}

static char *
find_picture (Place *place)
{
  g_autofree char *path = g_build_filename (place->dir, "uit-media", NULL);
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  const char *name = dir != NULL ? g_dir_read_name (dir) : NULL;

  return name != NULL ? g_build_filename (path, name, NULL) : NULL;
}

/* Every format that tells where its pictures are: they are there, and do not tell where they were
 * made. */
static void
test_beside (void)
{
  static const struct
  {
    const char *format;
    const char *words[4];
  } formats[] = {
    { "markdown", { "file: \"uit-media/", "alt: \"De kade\"", NULL } },
    { "html", { "<img src=\"uit-media/", "alt=\"De kade\"", "De kade in mei. Beeld Bo Smit", NULL } },
    { "ninjs", { "\"href\" : \"uit-media/", "\"by\" : \"Bo Smit\"", "\"role\" : \"alt\"", NULL } },
    { "jsonld", { "\"url\" : \"uit-media/", "\"creditText\" : \"Bo Smit\"", NULL } },
  };
  guint i, k;

  for (i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_auto(Place) place = { 0 };
      g_autofree char *id = NULL;
      g_autofree char *out = NULL;
      g_autofree char *text = NULL;
      g_autofree char *image = NULL;
      g_autofree char *bytes = NULL;
      g_autoptr(Run) export = NULL;
      gsize size;

      place_init (&place);
      id = make_article (&place);
      out = g_build_filename (place.dir, "uit.x", NULL);
      export = run_command (&place, NULL, "export", id, "--format", formats[i].format, "-o", out,
                            NULL);
      g_test_message ("%s %s", formats[i].format, export->err);
      g_assert_cmpint (export->exit, ==, 0);
      text = read_file (&place, "uit.x");
      for (k = 0; formats[i].words[k] != NULL; k++)
        {
          g_test_message ("%s", formats[i].words[k]);
          g_assert_nonnull (strstr (text, formats[i].words[k]));
        }
      image = find_picture (&place);
      g_assert_nonnull (image);
      g_assert_true (g_file_get_contents (image, &bytes, &size, NULL));
      g_assert_cmpmem (bytes, 4, picture, 4);
      g_assert_null (g_strstr_len (bytes, (gssize) size, PLACE_WORD));
    }
}

/* Every format that holds its pictures begins as such a file does, and stands alone. */
static void
test_inside (void)
{
  static const struct
  {
    const char *format;
    const char *start;
    gboolean pandoc;
  } formats[] = { { "pdf", "%PDF-", FALSE }, { "docx", "PK", TRUE }, { "odt", "PK", TRUE } };
  g_auto(Place) place = { 0 };
  g_autofree char *program = g_find_program_in_path ("pandoc");
  g_autofree char *id = NULL;
  guint i;

  place_init (&place);
  id = make_article (&place);
  for (i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *out = g_build_filename (place.dir, "uit", NULL);
      g_autofree char *text = NULL;
      g_autofree char *image = NULL;
      g_autoptr(Run) export = NULL;

      export = run_command (&place, NULL, "export", id, "--format", formats[i].format, "-o", out,
                            NULL);
      g_test_message ("%s %s", formats[i].format, export->err);
      if (formats[i].pandoc && program == NULL)
        {
          g_assert_cmpint (export->exit, ==, 6);
          g_assert_nonnull (strstr (export->err, "pandoc"));
          continue;
        }
      g_assert_cmpint (export->exit, ==, 0);
      text = read_file (&place, "uit");
      g_assert_true (g_str_has_prefix (text, formats[i].start));
      image = find_picture (&place);
      g_assert_null (image);
      g_remove (out);
    }
}

/* Without pandoc the sentence names it; nothing is left behind. */
static void
test_no_pandoc (void)
{
  g_auto(Place) place = { 0 };
  g_autofree char *path = g_strdup (g_getenv ("PATH"));
  g_autofree char *id = NULL;
  g_autofree char *out = NULL;
  g_autoptr(Run) export = NULL;

  place_init (&place);
  id = make_article (&place);
  out = g_build_filename (place.dir, "uit.docx", NULL);
  g_setenv ("PATH", place.dir, TRUE);
  export = run_command (&place, NULL, "export", id, "--format", "docx", "-o", out, NULL);
  g_setenv ("PATH", path, TRUE);
  g_assert_cmpint (export->exit, ==, 6);
  g_assert_nonnull (strstr (export->err, "pandoc"));
  g_assert_false (g_file_test (out, G_FILE_TEST_EXISTS));
}

/* The file of a picture is gone: the article is written all the same, and it is told. */
static void
test_gone (void)
{
  g_auto(Place) place = { 0 };
  g_autofree char *id = NULL;
  g_autofree char *out = NULL;
  g_autofree char *hash = NULL;
  g_autofree char *file = NULL;
  g_autofree char *text = NULL;
  g_autoptr(Run) show = NULL;
  g_autoptr(Run) export = NULL;

  place_init (&place);
  id = make_article (&place);
  show = run_command (&place, NULL, "--json", "show", id, NULL);
  hash = json_find (show->out, "$.pictures[0].hash");
  hash[strlen (hash) - 1] = '\0';
  file = g_strdup_printf ("%s/data/media/%.2s/%s.png", place.dir, hash + 1, hash + 1);
  g_assert_cmpint (g_remove (file), ==, 0);
  out = g_build_filename (place.dir, "uit.html", NULL);
  export = run_command (&place, NULL, "export", id, "--format", "html", "-o", out, NULL);
  g_assert_cmpint (export->exit, ==, 1);
  g_assert_nonnull (strstr (export->err, "gone or damaged"));
  text = read_file (&place, "uit.html");
  g_assert_nonnull (strstr (text, "Vooraf."));
}

/* Where nothing can be written it says so. */
static void
test_unwritable (void)
{
  static const char *const formats[] = { "markdown", "pdf", "text" };
  g_auto(Place) place = { 0 };
  g_autofree char *id = NULL;
  guint i;

  place_init (&place);
  id = make_article (&place);
  for (i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr(Run) export = run_command (&place, NULL, "export", id, "--format", formats[i], "-o",
                                           "/proc/nowhere/uit", NULL);

      g_assert_cmpint (export->exit, ==, 6);
      g_assert_nonnull (strstr (export->err, "/proc/nowhere/uit"));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pictures/bring", test_bring);
  g_test_add_func ("/pictures/not-brought", test_not_brought);
  g_test_add_func ("/pictures/round-trip", test_round_trip);
  g_test_add_func ("/pictures/beside", test_beside);
  g_test_add_func ("/pictures/inside", test_inside);
  g_test_add_func ("/pictures/no-pandoc", test_no_pandoc);
  g_test_add_func ("/pictures/gone", test_gone);
  g_test_add_func ("/pictures/unwritable", test_unwritable);

  return g_test_run ();
}
