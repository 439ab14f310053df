/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "command-run.h"

#include "desk/vsl-desk-versions.h"

#include <glib/gstdio.h>
#include <string.h>

/* Versions, backups and the store itself, through the program. */

#define ARTICLE "Oude kop\n\nDe haven groeit al jaren en dat merkt de stad elke dag opnieuw.\n"

static char *
import_article (Place *place)
{
  g_autofree char *file = place_write (place, "stuk.txt", ARTICLE, -1);
  g_autoptr(Run) run = run_command (place, NULL, "--json", "import", file, NULL);
  g_autofree char *id = NULL;

  g_assert_cmpint (run->exit, ==, 0);
  id = json_find (run->out, "$[0].id");
  g_assert_nonnull (id);

  return g_strndup (id + 1, strlen (id) - 2);
}

static void
assert_found (Run        *run,
              const char *path,
              const char *expected)
{
  g_autofree char *found = json_find (run->out, path);

  g_assert_cmpstr (found, ==, expected);
}

/* A version that reads “Oude kop”, kept as the window does; the article reads “Nieuwe kop” now. */
static gint64
make_versions (Place      *place,
               const char *id)
{
  g_autofree char *data = g_build_filename (place->dir, "data", NULL);
  VslDeskConfig config = { .data_dir = data };
  g_autoptr(GError) error = NULL;
  g_autoptr(VslDesk) desk = vsl_desk_new (&config, &error);
  g_autoptr(VslSnapshot) version = NULL;
  g_autoptr(Run) set = NULL;

  g_assert_no_error (error);
  version = vsl_desk_keep_version (desk, id, "Eerste worp", &error);
  g_assert_no_error (error);
  g_clear_object (&desk);
  set = run_command (place, NULL, "set", id, "headline=Nieuwe kop", NULL);
  g_assert_cmpint (set->exit, ==, 0);

  return vsl_snapshot_get_number (version);
}

static void
test_history (void)
{
  g_auto(Place) place = { 0 };
  g_autofree char *id = NULL;
  g_autofree char *number = NULL;
  g_autoptr(Run) none = NULL;
  g_autoptr(Run) list = NULL;
  g_autoptr(Run) table = NULL;

  place_init (&place);
  id = import_article (&place);
  none = run_command (&place, NULL, "--json", "history", id, NULL);
  g_assert_cmpint (none->exit, ==, 0);
  assert_found (none, "$", "[]");

  number = g_strdup_printf ("%" G_GINT64_FORMAT, make_versions (&place, id));
  list = run_command (&place, NULL, "--json", "history", id, NULL);
  g_assert_cmpint (list->exit, ==, 0);
  assert_found (list, "$[0].snapshot", number);
  assert_found (list, "$[0].reason", "\"named\"");
  assert_found (list, "$[0].name", "\"Eerste worp\"");
  assert_found (list, "$[0].words", "13");
  table = run_command (&place, NULL, "history", id, NULL);
  g_assert_nonnull (strstr (table->out, "Eerste worp"));
}

static void
test_diff (void)
{
  g_auto(Place) place = { 0 };
  g_autofree char *id = NULL;
  g_autofree char *number = NULL;
  g_autoptr(Run) json = NULL;
  g_autoptr(Run) text = NULL;
  g_autoptr(Run) same = NULL;

  place_init (&place);
  id = import_article (&place);
  number = g_strdup_printf ("%" G_GINT64_FORMAT, make_versions (&place, id));
  json = run_command (&place, NULL, "--json", "diff", id, number, NULL);
  g_assert_cmpint (json->exit, ==, 0);
  assert_found (json, "$.from", number);
  assert_found (json, "$.to", "null");
  assert_found (json, "$.fields[0].field", "\"headline\"");
  assert_found (json, "$.fields[0].inserted", "1");
  assert_found (json, "$.fields[0].diff[0].op", "\"delete\"");
  assert_found (json, "$.fields[0].diff[0].text", "\"Oude\"");
  assert_found (json, "$.fields[0].diff[1].text", "\"Nieuwe\"");
  assert_found (json, "$.fields[0].diff[2].text", "\" kop\"");
  text = run_command (&place, NULL, "diff", id, number, NULL);
  g_assert_nonnull (strstr (text->out, "[-Oude-]{+Nieuwe+} kop"));
  same = run_command (&place, NULL, "--json", "diff", id, number, number, NULL);
  assert_found (same, "$.fields", "[]");
}

/* Restoring adds versions, and can be undone likewise. */
static void
test_restore (void)
{
  g_auto(Place) place = { 0 };
  g_autofree char *id = NULL;
  g_autofree char *number = NULL;
  g_autofree char *before = NULL;
  g_autoptr(Run) restore = NULL;
  g_autoptr(Run) show = NULL;
  g_autoptr(Run) list = NULL;
  g_autoptr(Run) undo = NULL;
  g_autoptr(Run) again = NULL;

  place_init (&place);
  id = import_article (&place);
  number = g_strdup_printf ("%" G_GINT64_FORMAT, make_versions (&place, id));
  restore = run_command (&place, NULL, "--json", "restore", id, number, NULL);
  g_assert_cmpint (restore->exit, ==, 0);
  assert_found (restore, "$.snapshot", number);
  show = run_command (&place, NULL, "--json", "show", id, NULL);
  assert_found (show, "$.headline", "\"Oude kop\"");

  list = run_command (&place, NULL, "--json", "history", id, NULL);
  assert_found (list, "$[0].reason", "\"restored\"");
  assert_found (list, "$[1].reason", "\"before-restore\"");
  before = json_find (list->out, "$[1].snapshot");
  undo = run_command (&place, NULL, "restore", id, before, NULL);
  g_assert_cmpint (undo->exit, ==, 0);
  again = run_command (&place, NULL, "--json", "show", id, NULL);
  assert_found (again, "$.headline", "\"Nieuwe kop\"");
}

static void
test_backup (void)
{
  g_auto(Place) place = { 0 };
  g_autofree char *id = NULL;
  g_autofree char *file = NULL;
  g_autoptr(Run) backup = NULL;
  g_autoptr(Run) again = NULL;
  g_autoptr(Run) nowhere = NULL;

  place_init (&place);
  id = import_article (&place);
  file = g_build_filename (place.dir, "kopie.db", NULL);
  backup = run_command (&place, NULL, "--json", "backup", file, NULL);
  g_assert_cmpstr (backup->err, ==, "");
  g_assert_cmpint (backup->exit, ==, 0);
  g_assert_true (g_file_test (file, G_FILE_TEST_EXISTS));
  again = run_command (&place, NULL, "backup", file, NULL);
  g_assert_cmpint (again->exit, ==, 0);
  g_assert_nonnull (strstr (again->out, "kopie.db"));
  nowhere = run_command (&place, NULL, "--json", "backup", "/dev/null/kopie.db", NULL);
  g_assert_cmpint (nowhere->exit, ==, 7);
}

static void
test_store (void)
{
  g_auto(Place) place = { 0 };
  g_autofree char *id = NULL;
  g_autofree char *database = NULL;
  g_autofree char *data = NULL;
  g_autofree char *quoted = NULL;
  g_autoptr(Run) check = NULL;
  g_autoptr(Run) path = NULL;
  g_autoptr(Run) usage = NULL;
  g_autoptr(Run) damaged = NULL;
  g_autoptr(Run) still = NULL;
  gsize size;

  place_init (&place);
  id = import_article (&place);
  check = run_command (&place, NULL, "--json", "store", "check", NULL);
  g_assert_cmpint (check->exit, ==, 0);
  assert_found (check, "$.problems", "[]");
  path = run_command (&place, NULL, "--json", "store", "path", NULL);
  g_assert_cmpint (path->exit, ==, 0);
  database = g_build_filename (place.dir, "data", "drafts.db", NULL);
  quoted = g_strdup_printf ("\"%s\"", database);
  assert_found (path, "$.database", quoted);
  usage = run_command (&place, NULL, "store", "frobnicate", NULL);
  g_assert_cmpint (usage->exit, ==, 2);

  /* The end of the file is gone: told, and where it is still is too. */
  g_assert_true (g_file_get_contents (database, &data, &size, NULL));
  g_assert_true (g_file_set_contents (database, data, (gssize) size / 2, NULL));
  damaged = run_command (&place, NULL, "--json", "store", "check", NULL);
  g_assert_true (damaged->exit == 7 || damaged->exit == 1);
  still = run_command (&place, NULL, "store", "path", NULL);
  g_assert_cmpint (still->exit, ==, 0);
}

/* While a window has the store, whatever writes is refused and says so; whatever reads works. */
static const struct
{
  const char *arguments[5];
  int exit;
} beside[] = {
  { { "new" }, 7 },
  { { "set", "@", "headline=x" }, 7 },
  { { "tag", "@", "+x" }, 7 },
  { { "participant", "@", "add", "Bo Smit" }, 7 },
  { { "delete", "@" }, 7 },
  { { "undelete", "@" }, 7 },
  { { "restore", "@", "1" }, 7 },
  { { "demo" }, 7 },
  { { "import", "FILE" }, 7 },
  { { "publish", "@", "--site", "local" }, 7 },
  { { "list" }, 0 },
  { { "show", "@" }, 0 },
  { { "history", "@" }, 0 },
  { { "status", "@" }, 0 },
  { { "outbox" }, 0 },
  { { "export", "@", "--format", "text" }, 0 },
  { { "backup", "BACKUP" }, 0 },
  { { "store", "check" }, 0 },
  { { "store", "path" }, 0 },
};

static void
test_beside (void)
{
  g_auto(Place) place = { 0 };
  g_autofree char *id = NULL;
  g_autofree char *data = NULL;
  g_autofree char *file = NULL;
  g_autofree char *backup = NULL;
  g_autoptr(VslDesk) desk = NULL;
  VslDeskConfig config = { 0 };
  guint i, k;

  place_init (&place);
  id = import_article (&place);
  data = g_build_filename (place.dir, "data", NULL);
  file = g_build_filename (place.dir, "stuk.txt", NULL);
  backup = g_build_filename (place.dir, "kopie.db", NULL);
  config.data_dir = data;
  desk = vsl_desk_new (&config, NULL);
  g_assert_nonnull (desk);
  for (i = 0; i < G_N_ELEMENTS (beside); i++)
    {
      g_autoptr(GPtrArray) arguments = g_ptr_array_new ();
      g_autoptr(Run) run = NULL;

      g_ptr_array_add (arguments, (gpointer) "--json");
      g_ptr_array_add (arguments, (gpointer) "--data");
      g_ptr_array_add (arguments, data);
      for (k = 0; k < 5 && beside[i].arguments[k] != NULL; k++)
        {
          const char *argument = beside[i].arguments[k];

          g_ptr_array_add (arguments, g_str_equal (argument, "@")        ? id
                                      : g_str_equal (argument, "FILE")   ? file
                                      : g_str_equal (argument, "BACKUP") ? backup
                                                                         : (gpointer) argument);
        }
      g_ptr_array_add (arguments, NULL);
      run = run_arguments (&place, NULL, (char **) arguments->pdata);
      g_test_message ("%s: %s", beside[i].arguments[0], run->err);
      g_assert_cmpint (run->exit, ==, beside[i].exit);
      if (beside[i].exit == 7)
        {
          g_autofree char *code = json_find (run->err, "$.error.code");

          g_assert_cmpstr (code, ==, "\"locked\"");
        }
    }
}

/* Two versions of a text: merged, or every place that both changed, and nothing half done. */
static void
test_merge (void)
{
  g_auto(Place) place = { 0 };
  g_autofree char *base = NULL;
  g_autofree char *ours = NULL;
  g_autofree char *theirs = NULL;
  g_autofree char *other = NULL;
  g_autoptr(Run) merged = NULL;
  g_autoptr(Run) json = NULL;
  g_autoptr(Run) conflict = NULL;
  g_autoptr(Run) told = NULL;

  place_init (&place);
  base = place_write (&place, "base", "De raad stemt morgen over het plan.\n", -1);
  ours = place_write (&place, "ours", "De raad stemt dinsdag over het plan.\n", -1);
  theirs = place_write (&place, "theirs", "De raad stemt morgen over het voorstel.\n", -1);
  other = place_write (&place, "other", "De raad stemt later over het plan.\n", -1);

  merged = run_command (&place, NULL, "merge", base, ours, theirs, NULL);
  g_assert_cmpint (merged->exit, ==, 0);
  g_assert_cmpstr (merged->out, ==, "De raad stemt dinsdag over het voorstel.\n");
  json = run_command (&place, NULL, "--json", "merge", base, ours, theirs, NULL);
  g_assert_cmpint (json->exit, ==, 0);
  assert_found (json, "$.conflicts", "[]");

  conflict = run_command (&place, NULL, "--json", "merge", base, ours, other, NULL);
  g_assert_cmpint (conflict->exit, ==, 4);
  assert_found (conflict, "$.conflicts[0].base", "\"morgen\"");
  assert_found (conflict, "$.conflicts[0].ours", "\"dinsdag\"");
  assert_found (conflict, "$.conflicts[0].theirs", "\"later\"");
  assert_found (conflict, "$.conflicts[0].offset", "14");
  assert_found (conflict, "$.conflicts[0].length", "6");
  assert_found (conflict, "$.text", NULL);

  told = run_command (&place, NULL, "merge", base, ours, other, NULL);
  g_assert_cmpint (told->exit, ==, 4);
  g_assert_nonnull (strstr (told->out, "dinsdag"));
  g_assert_null (strstr (told->out, "stemt"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/versions/history", test_history);
  g_test_add_func ("/versions/diff", test_diff);
  g_test_add_func ("/versions/restore", test_restore);
  g_test_add_func ("/versions/backup", test_backup);
  g_test_add_func ("/versions/store", test_store);
  g_test_add_func ("/versions/beside-a-window", test_beside);
  g_test_add_func ("/cli/versions/merge", test_merge);

  return g_test_run ();
}
