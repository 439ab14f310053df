/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "command-run.h"

#include "core/vsl-article-builder.h"
#include "store/vsl-store-outbox-history.h"
#include "store/vsl-store-snapshots.h"

#include <string.h>

/* Every command that talks with a site, where no secret service is: it takes the password from a file, says
 * so when it has none, and each failure has its exit code. Nobody listens at the address of the site. */

#define ADDRESS "http://127.0.0.1:9/"

/* An article that is on the site and stands there as @state; on a second one too when @twice. */
static char *
make_copy (Place          *place,
           VslOutboxState  state,
           gboolean        twice)
{
  static const char *const names[] = { "blad", "krant" };
  g_autofree char *data = g_build_filename (place->dir, "data", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(VslStore) store = vsl_store_open (data, VSL_STORE_READ_WRITE, &error);
  VslArticleBuilder *builder = vsl_article_builder_new (NULL);
  g_autoptr(VslArticle) article = NULL;
  g_autoptr(VslArticle) stored = NULL;
  g_autoptr(VslSnapshot) base = NULL;
  VslOutboxPlan plan = { 0 };
  guint i;

  g_assert_no_error (error);
  vsl_article_builder_set_text (builder, VSL_FIELD_HEADLINE, "Kop");
  vsl_article_builder_set_text (builder, VSL_FIELD_BODY, "Tekst.");
  article = vsl_article_builder_end (builder);
  stored = vsl_store_save_article (store, article, 1, &error);
  g_assert_no_error (error);
  base = vsl_store_add_snapshot (store, vsl_article_get_id (stored), VSL_SNAPSHOT_BEFORE_PUBLISH, NULL, 1,
                                 &error);
  g_assert_no_error (error);
  plan.snapshot = plan.base_snapshot = vsl_snapshot_get_number (base);
  plan.options = "{}";
  for (i = 0; i < (twice ? 2 : 1); i++)
    {
      g_autoptr(VslSite) site = vsl_site_new (names[i], VSL_BRAND_WORDPRESS, ADDRESS, "ada", ADDRESS "wp-json/",
                                              "Het Blad");
      g_autoptr(VslRemoteCopy) copy = vsl_remote_copy_new ("7", "t", VSL_REMOTE_DRAFT, NULL, NULL, NULL, NULL,
                                                           "hash");
      g_autoptr(VslOutboxRow) bare = NULL;
      g_autoptr(VslOutboxRow) row = NULL;
      g_autoptr(VslOutboxRow) kept = NULL;
      g_autoptr(VslRemoteText) theirs = vsl_remote_text_new ("Kop", "", "x", "blocks", "y", 1);

      g_assert_true (vsl_store_add_site (store, site, &error));
      bare = vsl_outbox_row_new (0, vsl_article_get_id (stored), names[i], "", state,
                                 vsl_article_get_revision (stored), VSL_REMOTE_DRAFT, 0, copy, NULL, 0);
      row = vsl_outbox_row_new_with_plan (bare, &plan);
      kept = vsl_store_record_outbox_row (store, row, VSL_OUTBOX_WHAT_QUEUED, NULL, 1, &error);
      g_assert_no_error (error);
      g_assert_true (vsl_store_save_theirs (store, vsl_outbox_row_get_row_id (kept), theirs, &error));
    }
  g_assert_true (vsl_store_close (store, &error));

  return g_strdup (vsl_article_get_id (stored));
}

/* @ stands for the article. Those that answer what they know all the same say on the way what failed. */
static const struct
{
  const char *name;
  const char *arguments[8];
  VslOutboxState state;
  gboolean looks;  /* only: it tells what it knows without the site */
} commands[] = {
  { "publish", { "publish", "@", "--site", "blad" }, VSL_OUTBOX_CONFIRMED, FALSE },
  { "outbox-run", { "outbox", "run" }, VSL_OUTBOX_QUEUED, FALSE },
  { "outbox-run-site", { "outbox", "run", "--site", "blad" }, VSL_OUTBOX_QUEUED, FALSE },
  { "resolve", { "resolve", "@", "--site", "blad", "--take", "ours" }, VSL_OUTBOX_CONFLICT, FALSE },
  { "status", { "status", "@" }, VSL_OUTBOX_CONFIRMED, TRUE },
  { "status-site", { "status", "@", "--site", "blad" }, VSL_OUTBOX_CONFIRMED, TRUE },
  { "doctor", { "site", "doctor", "blad" }, VSL_OUTBOX_CONFIRMED, TRUE },
  { "add",
    { "site", "add", "nieuw", "--brand", "wordpress", "--url", "http://127.0.0.1:9/" }, VSL_OUTBOX_CONFIRMED,
    FALSE },
};

static Run *
run_with (Place              *place,
          const char * const *arguments,
          const char         *id,
          const char         *password_file,
          const char         *input)
{
  g_autoptr(GPtrArray) all = g_ptr_array_new ();
  g_autofree char *data = g_build_filename (place->dir, "data", NULL);
  guint i;

  g_ptr_array_add (all, (gpointer) "--json");
  g_ptr_array_add (all, (gpointer) "--data");
  g_ptr_array_add (all, data);
  for (i = 0; arguments[i] != NULL; i++)
    g_ptr_array_add (all, g_str_equal (arguments[i], "@") ? (gpointer) id : (gpointer) arguments[i]);
  if (g_str_equal (arguments[0], "site") && g_str_equal (arguments[1], "add"))
    {
      g_ptr_array_add (all, (gpointer) "--user");
      g_ptr_array_add (all, (gpointer) "ada");
    }
  if (password_file != NULL)
    {
      g_ptr_array_add (all, (gpointer) "--password-file");
      g_ptr_array_add (all, (gpointer) password_file);
    }
  g_ptr_array_add (all, NULL);

  return run_arguments (place, input, (char **) all->pdata);
}

static void
test_command (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  gboolean doctor = g_str_equal (commands[i].name, "doctor");
  g_auto(Place) place = { 0 };
  g_autofree char *id = NULL;
  g_autofree char *file = NULL;
  g_autofree char *empty = NULL;
  g_autoptr(Run) nowhere = NULL;
  g_autoptr(Run) blank = NULL;
  g_autoptr(Run) read = NULL;
  g_autoptr(Run) piped = NULL;
  g_autofree char *code = NULL;

  place_init (&place);
  id = make_copy (&place, commands[i].state, FALSE);
  file = place_write (&place, "wachtwoord", "geheim\n", -1);
  empty = place_write (&place, "leeg", "\n", -1);

  nowhere = run_with (&place, commands[i].arguments, id, "/nergens/wachtwoord", NULL);
  g_assert_cmpint (nowhere->exit, ==, 6);
  g_assert_nonnull (strstr (nowhere->err, "/nergens/wachtwoord"));
  g_assert_cmpstr (nowhere->out, ==, "");
  blank = run_with (&place, commands[i].arguments, id, empty, NULL);
  g_assert_cmpint (blank->exit, ==, 6);
  g_assert_nonnull (strstr (blank->err, "leeg"));

  /* With it, the site is asked; which is not there. */
  read = run_with (&place, commands[i].arguments, id, file, NULL);
  g_test_message ("%s %s", read->out, read->err);
  g_assert_cmpint (read->exit, ==, doctor ? 1 : 5);
  g_assert_null (strstr (read->err, "No password"));
  g_assert_null (strstr (read->out, "No password"));
  g_assert_null (strstr (read->err, "geheim"));
  g_assert_null (strstr (read->out, "geheim"));
  if (commands[i].looks)
    {
      code = json_find (read->out, doctor ? "$.steps[0].step" : "$.sites[0].asked");
      g_assert_cmpstr (code, ==, doctor ? "\"address\"" : "false");
    }

  if (g_str_equal (commands[i].name, "status"))
    {
      piped = run_with (&place, commands[i].arguments, id, "-", "geheim\n");
      g_assert_cmpint (piped->exit, ==, 5);
      g_assert_null (strstr (piped->err, "No password"));
    }
}

/* One password is never given to two sites. */
static void
test_two_sites (void)
{
  static const char *const commands_of_two[][4] = { { "status", "@" }, { "outbox", "run" } };
  g_auto(Place) place = { 0 };
  g_autofree char *id = NULL;
  g_autofree char *file = NULL;
  guint i;

  place_init (&place);
  id = make_copy (&place, VSL_OUTBOX_QUEUED, TRUE);
  file = place_write (&place, "wachtwoord", "geheim\n", -1);
  for (i = 0; i < G_N_ELEMENTS (commands_of_two); i++)
    {
      g_autoptr(Run) run = run_with (&place, commands_of_two[i], id, file, NULL);

      g_assert_cmpint (run->exit, ==, 2);
      g_assert_nonnull (strstr (run->err, "blad"));
      g_assert_nonnull (strstr (run->err, "krant"));
      g_assert_cmpstr (run->out, ==, "");
    }
}

/* No such article, no such site: said before anything is asked. */
static void
test_not_found (void)
{
  static const char *const missing[][8] = {
    { "publish", "bestaatniet", "--site", "blad" },
    { "publish", "@", "--site", "nergens" },
    { "resolve", "bestaatniet", "--site", "blad", "--take", "ours" },
    { "resolve", "@", "--site", "nergens", "--take", "ours" },
    { "resolve", "@", "--site", "local", "--take", "ours" },
    { "status", "bestaatniet" },
    { "status", "@", "--site", "nergens" },
    { "outbox", "bestaatniet" },
    { "outbox", "run", "--site", "nergens" },
    { "outbox", "discard", "99" },
    { "site", "doctor", "nergens" },
  };
  g_auto(Place) place = { 0 };
  g_autofree char *id = NULL;
  guint i;

  place_init (&place);
  id = make_copy (&place, VSL_OUTBOX_QUEUED, FALSE);
  for (i = 0; i < G_N_ELEMENTS (missing); i++)
    {
      g_autoptr(Run) run = run_with (&place, missing[i], id, NULL, NULL);

      g_test_message ("%s %s: %s", missing[i][0], missing[i][1], run->err);
      g_assert_cmpint (run->exit, ==, 3);
      g_assert_cmpstr (run->out, ==, "");
    }
}

int
main (int   argc,
      char *argv[])
{
  guint i;

  g_test_init (&argc, &argv, NULL);

  for (i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autofree char *path = g_strconcat ("/passwords/", commands[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_command);
    }
  g_test_add_func ("/passwords/two-sites", test_two_sites);
  g_test_add_func ("/passwords/not-found", test_not_found);

  return g_test_run ();
}
