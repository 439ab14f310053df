/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "command-run.h"

#include <glib/gstdio.h>
#include <string.h>

/* The commands for articles, from a file to a file, through the program itself. */

#define ARTICLE                                                                                    \
  "‘Schone schepen eerst’\n\nHet debat over de haven was fel.\n\nDoor Ada Post\n\nBeeld Nova\n\n"  \
  "Deelnemers Havendebat:\n\n  • Noor Dekkers, directeur Kades bij de VBX\n"                       \
  "  • Onder leiding van Jan van Eik, griffier bij de provincie Oostveen\n\n"                      \
  "De haven groeit al jaren en dat merkt de stad. Volgens Dekkers kan het schoner.\n\n"            \
  "De haven groeit al jaren en dat merkt de stad\n"

static char *
import_article (Place *place)
{
  g_autofree char *file = place_write (place, "stuk.txt", ARTICLE, -1);
  g_autoptr(Run) run = run_command (place, NULL, "--json", "import", file, NULL);
  g_autofree char *id = NULL;

  g_assert_cmpstr (run->err, ==, "");
  g_assert_cmpint (run->exit, ==, 0);
  id = json_find (run->out, "$[0].id");
  g_assert_nonnull (id);
  g_assert_cmpuint (strlen (id), >, 4);

  return g_strndup (id + 1, strlen (id) - 2);
}

static void
assert_json (Place      *place,
             const char *id,
             const char *path,
             const char *expected)
{
  g_autoptr(Run) run = run_command (place, NULL, "--json", "show", id, NULL);
  g_autofree char *found = NULL;

  g_assert_cmpint (run->exit, ==, 0);
  found = json_find (run->out, path);
  g_assert_cmpstr (found, ==, expected);
}

static const struct
{
  const char *path;
  const char *expected;
} imported[] = {
  { "$.headline", "\"‘Schone schepen eerst’\"" },
  { "$.lead", "\"Het debat over de haven was fel.\"" },
  { "$.byline", "\"Ada Post\"" },
  { "$.credit", "\"Nova\"" },
  { "$.event", "\"Havendebat\"" },
  { "$.kind", "\"report\"" },
  { "$.status", "\"draft\"" },
  { "$.language", "\"nl\"" },
  { "$.tags", "[]" },
  { "$.pictures", "[]" },
  { "$.revision", "1" },
  { "$.streamers", "[\"De haven groeit al jaren en dat merkt de stad\"]" },
  { "$.participants[0].name", "\"Noor Dekkers\"" },
  { "$.participants[0].role", "\"directeur Kades\"" },
  { "$.participants[0].organisation", "\"VBX\"" },
  { "$.participants[0].chair", "false" },
  { "$.participants[1].given", "\"Jan\"" },
  { "$.participants[1].prefix", "\"van\"" },
  { "$.participants[1].family", "\"Eik\"" },
  { "$.participants[1].organisation", "\"provincie Oostveen\"" },
  { "$.participants[1].chair", "true" },
  { "$.slug", "\"schone-schepen-eerst\"" },
};

static void
test_import (void)
{
  g_auto(Place) place = { 0 };
  g_autofree char *id = NULL;
  guint i;

  place_init (&place);
  id = import_article (&place);
  for (i = 0; i < G_N_ELEMENTS (imported); i++)
    assert_json (&place, id, imported[i].path, imported[i].expected);
}

/* A file is shown and exported without being stored. */
static void
test_file (void)
{
  g_auto(Place) place = { 0 };
  g_autofree char *file = NULL;
  g_autoptr(Run) show = NULL;
  g_autoptr(Run) from_input = NULL;
  g_autoptr(Run) list = NULL;
  g_autoptr(Run) export = NULL;

  place_init (&place);
  file = place_write (&place, "stuk.txt", ARTICLE, -1);
  assert_json (&place, file, "$.byline", "\"Ada Post\"");
  assert_json (&place, file, "$.id", "null");

  from_input = run_command (&place, ARTICLE, "show", "-", NULL);
  g_assert_cmpint (from_input->exit, ==, 0);
  g_assert_nonnull (strstr (from_input->out, "Ada Post"));

  export = run_command (&place, NULL, "export", file, "--format", "markdown", NULL);
  g_assert_cmpint (export->exit, ==, 0);
  g_assert_nonnull (strstr (export->out, "byline: \"Ada Post\"\n"));

  list = run_command (&place, NULL, "--json", "list", NULL);
  g_assert_cmpint (list->exit, ==, 0);
  g_assert_cmpstr (g_strstrip (list->out), ==, "[]");
}

/* Each change of an article and what is then shown of it. */
static const struct
{
  const char *arguments[6];
  const char *path;
  const char *expected;
} changes[] = {
  { { "set", "@", "headline=Nieuwe kop", "kicker=Haven" }, "$.headline", "\"Nieuwe kop\"" },
  { { "set", "@", "lead=a=b" }, "$.lead", "\"a=b\"" },
  { { "set", "@", "lead=" }, "$.lead", "\"\"" },
  { { "set", "@", "kind=interview" }, "$.kind", "\"interview\"" },
  { { "set", "@", "status=copy-desk" }, "$.status", "\"copy-desk\"" },
  { { "set", "@", "language=en" }, "$.language", "\"en\"" },
  { { "set", "@", "slug=zo-dus" }, "$.slug", "\"zo-dus\"" },
  { { "set", "@", "tags=haven, de stad" }, "$.tags", "[\"haven\",\"de stad\"]" },
  { { "tag", "@", "+Água", "-haven" }, "$.tags", "[\"de stad\",\"Água\"]" },
  { { "tag", "@", "+DE STAD" }, "$.tags", "[\"de stad\",\"Água\"]" },
  { { "participant", "@", "add", "Bo Smit, econoom bij de WKZ" }, "$.participants[2].role",
    "\"econoom\"" },
  { { "participant", "@", "chair", "Bo Smit" }, "$.participants[2].chair", "true" },
  { { "participant", "@", "chair", "Bo Smit" }, "$.participants[1].chair", "false" },
  { { "participant", "@", "remove", "1" }, "$.participants[0].name", "\"Jan van Eik\"" },
  { { "participant", "@", "remove", "Van Eik" }, "$.participants[0].name", "\"Bo Smit\"" },
  { { "participant", "@", "add", "Cas Mol (VBX)", "--chair" }, "$.participants[1].organisation",
    "\"VBX\"" },
  { { "set", "@", "body=# Kop\n\nTekst." }, "$.body", "\"# Kop\\n\\nTekst.\"" },
};

static void
test_changes (void)
{
  g_auto(Place) place = { 0 };
  g_autofree char *id = NULL;
  g_autofree char *data = NULL;
  guint i, k;

  place_init (&place);
  id = import_article (&place);
  data = g_build_filename (place.dir, "data", NULL);
  for (i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr(GPtrArray) arguments = g_ptr_array_new ();
      g_autoptr(Run) run = NULL;

      g_ptr_array_add (arguments, (gpointer) "--data");
      g_ptr_array_add (arguments, data);
      for (k = 0; changes[i].arguments[k] != NULL; k++)
        g_ptr_array_add (arguments, g_str_equal (changes[i].arguments[k], "@")
                                      ? id
                                      : (gpointer) changes[i].arguments[k]);
      g_ptr_array_add (arguments, NULL);
      run = run_arguments (&place, NULL, (char **) arguments->pdata);
      g_test_message ("%s %s: %s", changes[i].arguments[0], changes[i].arguments[2], run->err);
      g_assert_cmpint (run->exit, ==, 0);
      assert_json (&place, id, changes[i].path, changes[i].expected);
    }
}

static guint
count_listed (Place *place)
{
  g_autoptr(Run) run = run_command (place, NULL, "--json", "list", NULL);
  g_autoptr(JsonNode) root = json_from_string (run->out, NULL);

  g_assert_cmpint (run->exit, ==, 0);
  g_assert_nonnull (root);

  return json_array_get_length (json_node_get_array (root));
}

static void
test_delete (void)
{
  g_auto(Place) place = { 0 };
  g_autofree char *id = NULL;
  g_autoptr(Run) new = NULL;
  g_autoptr(Run) delete = NULL;
  g_autoptr(Run) undelete = NULL;

  place_init (&place);
  id = import_article (&place);
  new = run_command (&place, NULL, "new", "--kind", "news", "--headline", "Los bericht", NULL);
  g_assert_cmpint (new->exit, ==, 0);
  g_assert_cmpuint (count_listed (&place), ==, 2);

  delete = run_command (&place, NULL, "delete", id, NULL);
  g_assert_cmpint (delete->exit, ==, 0);
  g_assert_cmpuint (count_listed (&place), ==, 1);

  undelete = run_command (&place, NULL, "undelete", id, NULL);
  g_assert_cmpint (undelete->exit, ==, 0);
  g_assert_cmpuint (count_listed (&place), ==, 2);
}

static void
test_search (void)
{
  static const struct
  {
    const char *query;
    gboolean found;
  } searches[] = {
    { "haven", TRUE },        { "HAV", TRUE },          { "\"groeit al jaren\"", TRUE },
    { "\"jaren groeit\"", FALSE }, { "participant:dekkers", TRUE }, { "deelnemer:haven", FALSE },
    { "status:concept", TRUE }, { "status:klaar", FALSE }, { "haven -stad", FALSE },
    { "NEAR(\" OR *", FALSE },
  };
  g_auto(Place) place = { 0 };
  g_autofree char *id = NULL;
  g_autoptr(Run) none = NULL;
  g_autoptr(Run) wrong = NULL;
  guint i;

  place_init (&place);
  id = import_article (&place);
  for (i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      g_autoptr(Run) run = run_command (&place, NULL, "--json", "search", "--", searches[i].query, NULL);
      g_autofree char *found = NULL;
      g_autofree char *quoted = g_strdup_printf ("\"%s\"", id);

      g_assert_cmpint (run->exit, ==, 0);
      g_assert_cmpstr (run->err, ==, "");
      found = json_find (run->out, "$[0].id");
      g_assert_cmpstr (found, ==, searches[i].found ? quoted : NULL);
      if (!searches[i].found)
        continue;
      g_clear_pointer (&found, g_free);
      found = json_find (run->out, "$[0].headline");
      g_assert_cmpstr (found, ==, "\"‘Schone schepen eerst’\"");
    }

  none = run_command (&place, NULL, "search", NULL);
  g_assert_cmpint (none->exit, ==, 2);
  wrong = run_command (&place, NULL, "search", "haven", "--limit", "0", NULL);
  g_assert_cmpint (wrong->exit, ==, 2);
}

static void
test_list (void)
{
  static const struct
  {
    const char *option;
    const char *value;
    gboolean found;
  } filters[] = {
    { "--status", "draft", TRUE }, { "--status", "ready", FALSE }, { "--tag", "haven", TRUE },
    { "--tag", "HAVEN", TRUE },    { "--tag", "zee", FALSE },
  };
  g_auto(Place) place = { 0 };
  g_autofree char *id = NULL;
  g_autoptr(Run) tag = NULL;
  guint i;

  place_init (&place);
  id = import_article (&place);
  tag = run_command (&place, NULL, "tag", id, "+Haven", NULL);
  g_assert_cmpint (tag->exit, ==, 0);

  for (i = 0; i < G_N_ELEMENTS (filters); i++)
    {
      g_autoptr(Run) run = run_command (&place, NULL, "--json", "list", filters[i].option,
                                        filters[i].value, NULL);
      g_autofree char *found = NULL;

      g_test_message ("%s %s", filters[i].option, filters[i].value);
      g_assert_cmpint (run->exit, ==, 0);
      found = json_find (run->out, "$[0].headline");
      g_assert_cmpstr (found, ==, filters[i].found ? "\"‘Schone schepen eerst’\"" : NULL);
    }
}

/* What was exported is imported as the same article. */
static void
test_export (void)
{
  static const char *const formats[] = { "text", "markdown" };
  g_auto(Place) place = { 0 };
  g_autofree char *id = NULL;
  guint i, k;

  place_init (&place);
  id = import_article (&place);
  for (i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *file = g_strdup_printf ("%s/uit.%s", place.dir, i == 0 ? "txt" : "md");
      g_autoptr(Run) run =
        run_command (&place, NULL, "export", id, "--format", formats[i], "-o", file, NULL);

      g_assert_cmpint (run->exit, ==, 0);
      g_assert_cmpstr (run->out, ==, "");
      for (k = 0; k < G_N_ELEMENTS (imported); k++)
        {
          if (!g_str_equal (imported[k].path, "$.revision"))
            assert_json (&place, file, imported[k].path, imported[k].expected);
        }
    }
}

/* An existing file wins over an id. */
static void
test_file_wins (void)
{
  g_auto(Place) place = { 0 };
  g_autofree char *id = NULL;
  g_autofree char *file = NULL;
  g_autofree char *cwd = g_get_current_dir ();

  place_init (&place);
  id = import_article (&place);
  g_assert_cmpint (g_chdir (place.dir), ==, 0);
  assert_json (&place, id, "$.byline", "\"Ada Post\"");
  file = place_write (&place, id, "Kop\n\nDoor Bo Smit\n", -1);
  assert_json (&place, id, "$.byline", "\"Bo Smit\"");
  g_assert_cmpint (g_chdir (cwd), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/articles/import", test_import);
  g_test_add_func ("/articles/file", test_file);
  g_test_add_func ("/articles/changes", test_changes);
  g_test_add_func ("/articles/delete", test_delete);
  g_test_add_func ("/articles/list", test_list);
  g_test_add_func ("/articles/search", test_search);
  g_test_add_func ("/articles/export", test_export);
  g_test_add_func ("/articles/file-wins", test_file_wins);

  return g_test_run ();
}
