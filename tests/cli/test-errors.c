/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "command-run.h"

#include "desk/vsl-desk.h"

#include <glib/gstdio.h>
#include <string.h>

/* Every class of wrong input: its exit code, its word for scripts, and what the message names. */

#define BYTES(text) text, sizeof (text) - 1

static const struct
{
  const char *name;
  const char *arguments[6];
  int exit;
  const char *code;
  const char *word; /* of the message */
} wrong[] = {
  { "no-command", { NULL }, 2, "usage", "--help" },
  { "unknown-command", { "frobnicate" }, 2, "usage", "frobnicate" },
  { "unknown-option", { "list", "--frobnicate" }, 2, "usage", "--frobnicate" },
  { "no-argument", { "show" }, 2, "usage", "show ID|FILE" },
  { "too-many-arguments", { "show", "a", "b" }, 2, "usage", "show ID|FILE" },
  { "bad-kind", { "new", "--kind", "roman" }, 2, "usage", "roman" },
  { "bad-status-filter", { "list", "--status", "klaar" }, 2, "usage", "klaar" },
  { "bad-import-kind", { "import", "@", "--kind", "roman" }, 2, "usage", "roman" },
  { "bad-format", { "import", "@", "--format", "wordstar" }, 2, "unknown-format", "wordstar" },
  { "export-no-format", { "export", "@" }, 2, "usage", "--format" },
  { "export-bad-format", { "export", "@", "--format", "wordstar" }, 2, "unknown-format", "wordstar" },
  { "no-article", { "show", "bestaatniet" }, 3, "not-found", "bestaatniet" },
  { "no-article-set", { "set", "bestaatniet", "headline=x" }, 3, "not-found", "bestaatniet" },
  { "no-article-delete", { "delete", "bestaatniet" }, 3, "not-found", "bestaatniet" },
  { "no-article-history", { "history", "bestaatniet" }, 3, "not-found", "bestaatniet" },
  { "no-article-restore", { "restore", "bestaatniet", "1" }, 3, "not-found", "bestaatniet" },
  { "no-article-diff", { "diff", "bestaatniet", "1" }, 3, "not-found", "bestaatniet" },
  { "bad-snapshot", { "restore", "bestaatniet", "-1" }, 2, "usage", "-1" },
  { "bad-snapshot-word", { "diff", "bestaatniet", "gisteren" }, 2, "usage", "gisteren" },
  { "store-usage", { "store", "frobnicate" }, 2, "usage", "check | path" },
  { "backup-nowhere", { "backup", "/dev/null/x.db" }, 7, "store", "x.db" },
  { "no-site", { "publish", "bestaatniet", "--site", "nergens" }, 3, "not-found", "nergens" },
  { "site-show", { "site", "show", "nergens" }, 3, "not-found", "nergens" },
  { "no-file", { "import", "bestaatniet.txt" }, 6, "unreadable", "bestaatniet.txt" },
  { "merge-no-file", { "merge", "bestaatniet.md", "@", "@" }, 6, "unreadable", "bestaatniet.md" },
  { "merge-too-few", { "merge", "@", "@" }, 2, "usage", "BASE OURS THEIRS" },
  { "directory", { "import", "/" }, 6, "unreadable", "/" },
};

static void
assert_error (Run        *run,
              const char *code,
              const char *word)
{
  g_autofree char *found_code = json_find (run->err, "$.error.code");
  g_autofree char *message = json_find (run->err, "$.error.message");
  g_autofree char *expected = g_strdup_printf ("\"%s\"", code);

  g_assert_cmpstr (found_code, ==, expected);
  g_assert_nonnull (message);
  if (strstr (message, word) == NULL)
    g_test_message ("%s", message);
  g_assert_nonnull (strstr (message, word));
}

static void
test_wrong (gconstpointer user_data)
{
  guint i = GPOINTER_TO_UINT (user_data);
  g_auto(Place) place = { 0 };
  g_autoptr(GPtrArray) arguments = g_ptr_array_new ();
  g_autoptr(Run) json = NULL;
  g_autoptr(Run) plain = NULL;
  g_autofree char *file = NULL;
  g_autofree char *data = NULL;
  guint k;

  place_init (&place);
  file = place_write (&place, "stuk.txt", "Kop\n", -1);
  data = g_build_filename (place.dir, "data", NULL);
  g_ptr_array_add (arguments, (gpointer) "--json");
  g_ptr_array_add (arguments, (gpointer) "--data");
  g_ptr_array_add (arguments, data);
  for (k = 0; wrong[i].arguments[k] != NULL; k++)
    g_ptr_array_add (arguments, g_str_equal (wrong[i].arguments[k], "@")
                                  ? file
                                  : (gpointer) wrong[i].arguments[k]);
  g_ptr_array_add (arguments, NULL);

  json = run_arguments (&place, NULL, (char **) arguments->pdata);
  g_assert_cmpint (json->exit, ==, wrong[i].exit);
  g_assert_cmpstr (json->out, ==, "");
  assert_error (json, wrong[i].code, wrong[i].word);

  /* For people: one line. */
  plain = run_arguments (&place, NULL, (char **) arguments->pdata + 1);
  g_assert_cmpint (plain->exit, ==, wrong[i].exit);
  g_assert_cmpstr (plain->out, ==, "");
  g_assert_true (g_str_has_prefix (plain->err, "verslag-cli: "));
  g_assert_nonnull (strstr (plain->err, wrong[i].word));
  g_assert_true (strchr (plain->err, '\n') == plain->err + strlen (plain->err) - 1);
}

static const struct
{
  const char *name;
  const char *bytes;
  gsize size;
  const char *code;
  const char *word; /* of the message, beside the name of the file */
} unreadable[] = {
  { "leeg.txt", BYTES (""), "empty", "empty" },
  { "foto.png", BYTES ("\x89PNG\r\n\x1A\n"), "unreadable", "picture" },
  { "stuk.docx", BYTES ("PK\x03\x04 word/document.xml"), "unreadable", ".docx" },
  { "ruis.txt", BYTES ("Kop\0\x01"), "unreadable", "text" },
  { "stuk.html", BYTES ("<p>Kop</p>"), "unknown-format", "cannot be opened" },
  { "stuk.md", BYTES ("---\ntitle: Kop\nzomaar\n---\n"), "unreadable", "Line 3" },
  { "kind.md", BYTES ("---\ntitle: Kop\nkind: roman\n---\n"), "unreadable", "Line 3" },
};

/* One file that cannot be read, and nothing of the others is stored. */
static void
test_unreadable (gconstpointer user_data)
{
  guint i = GPOINTER_TO_UINT (user_data);
  g_auto(Place) place = { 0 };
  g_autofree char *good = NULL;
  g_autofree char *bad = NULL;
  g_autoptr(Run) import = NULL;
  g_autoptr(Run) show = NULL;
  g_autoptr(Run) list = NULL;

  place_init (&place);
  good = place_write (&place, "goed.txt", "Kop\n\nDoor Ada Post\n", -1);
  bad = place_write (&place, unreadable[i].name, unreadable[i].bytes, unreadable[i].size);

  import = run_command (&place, NULL, "--json", "import", good, bad, NULL);
  g_assert_cmpint (import->exit, ==, 6);
  assert_error (import, unreadable[i].code, unreadable[i].name);
  assert_error (import, unreadable[i].code, unreadable[i].word);

  show = run_command (&place, NULL, "--json", "show", bad, NULL);
  g_assert_cmpint (show->exit, ==, 6);

  list = run_command (&place, NULL, "--json", "list", NULL);
  g_assert_cmpstr (g_strstrip (list->out), ==, "[]");
}

static const struct
{
  const char *name;
  const char *change;
  const char *word;
} fields[] = {
  { "unknown", "onzin=1", "onzin" },
  { "names-the-valid", "onzin=1", "headline" },
  { "no-value", "headline", "headline" },
  { "bad-kind", "kind=roman", "roman" },
  { "bad-status", "status=klaar", "klaar" },
};

/* A wrong field among right ones changes nothing. */
static void
test_fields (void)
{
  g_auto(Place) place = { 0 };
  g_autoptr(Run) new = NULL;
  g_autofree char *id = NULL;
  guint i;

  place_init (&place);
  new = run_command (&place, NULL, "--json", "new", "--headline", "Kop", NULL);
  g_assert_cmpint (new->exit, ==, 0);
  id = json_find (new->out, "$.id");
  g_assert_nonnull (id);
  id[strlen (id) - 1] = '\0';

  for (i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autoptr(Run) set = run_command (&place, NULL, "--json", "set", id + 1, "lead=Anders",
                                        fields[i].change, NULL);
      g_autoptr(Run) show = run_command (&place, NULL, "--json", "show", id + 1, NULL);
      g_autofree char *lead = json_find (show->out, "$.lead");

      g_test_message ("%s", fields[i].name);
      g_assert_cmpint (set->exit, ==, 2);
      assert_error (set, "usage", fields[i].word);
      g_assert_cmpstr (lead, ==, "\"\"");
    }
}

static void
closed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (vsl_desk_close_finish (VSL_DESK (source), result, &error));
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

/* Beside an open window commands read, and those that write say why they cannot. */
static void
test_locked (void)
{
  g_auto(Place) place = { 0 };
  g_autofree char *data = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(VslDesk) desk = NULL;
  g_autoptr(Run) write = NULL;
  g_autoptr(Run) read = NULL;
  g_autoptr(Run) after = NULL;
  gboolean closed = FALSE;

  place_init (&place);
  data = g_build_filename (place.dir, "data", NULL);
  {
    const VslDeskConfig config = { .data_dir = data };

    desk = vsl_desk_new (&config, &error);
    g_assert_no_error (error);
  }

  write = run_command (&place, NULL, "--json", "new", "--headline", "Kop", NULL);
  g_assert_cmpint (write->exit, ==, 7);
  assert_error (write, "locked", "Close it");
  read = run_command (&place, NULL, "--json", "list", NULL);
  g_assert_cmpstr (read->err, ==, "");
  g_assert_cmpint (read->exit, ==, 0);

  vsl_desk_close_async (desk, closed_cb, &closed);
  while (!closed)
    g_main_context_iteration (NULL, TRUE);
  after = run_command (&place, NULL, "new", "--headline", "Kop", NULL);
  g_assert_cmpint (after->exit, ==, 0);
}

static const struct
{
  const char *name;
  const char *contents;
} damages[] = {
  { "not-a-database", "Dit is geen database, maar wel een bestand met die naam.\n" },
};

/* A store that cannot be used is left as it is. */
static void
test_store (void)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_auto(Place) place = { 0 };
      g_autofree char *data = NULL;
      g_autofree char *file = NULL;
      g_autofree char *after = NULL;
      g_autoptr(Run) run = NULL;

      place_init (&place);
      data = g_build_filename (place.dir, "data", NULL);
      g_assert_cmpint (g_mkdir (data, 0700), ==, 0);
      file = place_write (&place, "data/drafts.db", damages[i].contents, -1);

      run = run_command (&place, NULL, "--json", "new", NULL);
      g_assert_cmpint (run->exit, ==, 7);
      assert_error (run, "corrupt", "drafts.db");
      g_assert_true (g_file_get_contents (file, &after, NULL, NULL));
      g_assert_cmpstr (after, ==, damages[i].contents);
    }
}

/* Messages follow --language in whatever locale the machine is. */
static void
test_language (void)
{
  static const struct
  {
    const char *locale;
    const char *language; /* LANGUAGE */
    const char *option;
    gboolean dutch;
  } cases[] = {
    { "C.UTF-8", NULL, "nl", TRUE },  { "C", NULL, "nl", TRUE },
    { "POSIX", NULL, "nl", TRUE },    { "xx_YY.UTF-8", NULL, "nl", TRUE },
    { "C.UTF-8", "nl", NULL, TRUE },  { "C.UTF-8", "nl", "en", FALSE },
    { "C.UTF-8", NULL, NULL, FALSE }, { "C", NULL, "en", FALSE },
  };
  g_auto(Place) place = { 0 };
  g_autofree char *folder = NULL;
  g_autofree char *po = NULL;
  g_autofree char *mo = NULL;
  g_autoptr(GError) error = NULL;
  guint i;

  /* A catalogue of one message: what is tested is the choice, not the translation. */
  place_init (&place);
  folder = g_build_filename (place.dir, "nl", "LC_MESSAGES", NULL);
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  po = place_write (&place, "nl.po",
                    "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\n\"\n\n"
                    "msgid \"Say what to do: verslag-cli --help lists the commands.\"\n"
                    "msgstr \"Zeg wat er moet gebeuren – één opdracht.\"\n",
                    -1);
  mo = g_build_filename (folder, "verslag.mo", NULL);
  {
    g_autoptr(GSubprocess) msgfmt =
      g_subprocess_new (G_SUBPROCESS_FLAGS_STDERR_SILENCE, &error, "msgfmt", "-o", mo, po, NULL);

    g_assert_no_error (error);
    g_assert_true (g_subprocess_wait_check (msgfmt, NULL, &error));
  }

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(Run) run = NULL;

      place.locale = cases[i].locale;
      place.language = cases[i].language;
      run = cases[i].option != NULL ? run_command (&place, NULL, "--language", cases[i].option, NULL)
                                    : run_command (&place, NULL, NULL, NULL);
      g_test_message ("%s %s: %s", cases[i].locale, cases[i].option, run->err);
      g_assert_cmpint (run->exit, ==, 2);
      g_assert_cmpstr (run->err, ==,
                       cases[i].dutch
                         ? "verslag-cli: Zeg wat er moet gebeuren – één opdracht.\n"
                         : "verslag-cli: Say what to do: verslag-cli --help lists the commands.\n");
    }
}

static void
test_help (void)
{
  static const char *const words[] = { "import", "list", "show", "set", "participant", "export",
                                       "publish", "--data DIR" };
  g_auto(Place) place = { 0 };
  g_autoptr(Run) help = NULL;
  g_autoptr(Run) command = NULL;
  guint i;

  place_init (&place);
  help = run_command (&place, NULL, "--help", NULL);
  g_assert_cmpint (help->exit, ==, 0);
  g_assert_cmpstr (help->err, ==, "");
  for (i = 0; i < G_N_ELEMENTS (words); i++)
    g_assert_nonnull (strstr (help->out, words[i]));

  command = run_command (&place, NULL, "export", "--help", NULL);
  g_assert_cmpint (command->exit, ==, 0);
  g_assert_cmpstr (command->err, ==, "");
  g_assert_nonnull (strstr (command->out, "--format"));
}

int
main (int   argc,
      char *argv[])
{
  guint i;

  g_test_init (&argc, &argv, NULL);

  for (i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autofree char *path = g_strdup_printf ("/errors/wrong/%s", wrong[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_wrong);
    }
  for (i = 0; i < G_N_ELEMENTS (unreadable); i++)
    {
      g_autofree char *path = g_strdup_printf ("/errors/unreadable/%s", unreadable[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_unreadable);
    }
  g_test_add_func ("/errors/fields", test_fields);
  g_test_add_func ("/errors/locked", test_locked);
  g_test_add_func ("/errors/store", test_store);
  g_test_add_func ("/errors/language", test_language);
  g_test_add_func ("/errors/help", test_help);

  return g_test_run ();
}
