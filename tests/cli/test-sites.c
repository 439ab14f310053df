/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "command-run.h"

#include <string.h>

/* Sites and publishing, on the folder that every machine has. */

static char *
make_article (Place *place)
{
  g_autoptr(Run) run = run_command (place, "Kop van het stuk\n\nInleiding.\n\nDoor Ada Post\n\n"
                                           "De tekst van het stuk.\n",
                                    "--json", "import", "-", NULL);
  g_autofree char *id = NULL;

  g_assert_cmpstr (run->err, ==, "");
  g_assert_cmpint (run->exit, ==, 0);
  id = json_find (run->out, "$[0].id");

  return g_strndup (id + 1, strlen (id) - 2);
}

static void
assert_found (Run        *run,
              const char *path,
              const char *expected)
{
  g_autofree char *found = NULL;

  g_assert_cmpstr (run->err, ==, "");
  g_assert_cmpint (run->exit, ==, 0);
  found = json_find (run->out, path);
  g_assert_cmpstr (found, ==, expected);
}

/* What is chosen for a folder is kept; what cannot be chosen changes nothing and is exit 2. */
static void
test_set (void)
{
  static const struct
  {
    const char *setting;
    int         exit;
    const char *path;
    const char *value; /* (nullable) */
  } cases[] = {
    { "title=De Kustgazet", 0, "$.title", "\"De Kustgazet\"" },
    { "base-url=https://kustgazet.example/", 0, "$.base-url", "\"https://kustgazet.example/\"" },
    { "base-url=kustgazet", 2, "$.base-url", "\"https://kustgazet.example/\"" },
    { "base-url=ftp://kustgazet.example/", 2, "$.base-url", "\"https://kustgazet.example/\"" },
    { "picture-edge=1600", 0, "$.picture-edge", "\"1600\"" },
    { "picture-edge=639", 2, "$.picture-edge", "\"1600\"" },
    { "picture-edge=20001", 2, "$.picture-edge", "\"1600\"" },
    { "canonical=line", 2, "$.canonical", "null" },
    { "blocks=none", 0, "$.blocks", "\"none\"" },
    { "kleur=rood", 2, "$.title", "\"De Kustgazet\"" },
  };
  g_auto(Place) place = { 0 };
  guint i;

  place_init (&place);
  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(Run) set = run_command (&place, NULL, "--json", "site", "set", "local",
                                        cases[i].setting, NULL);
      g_autoptr(Run) show = NULL;

      g_assert_cmpint (set->exit, ==, cases[i].exit);
      show = run_command (&place, NULL, "--json", "site", "set", "local", NULL);
      assert_found (show, cases[i].path, cases[i].value);
    }
}

static void
test_sites (void)
{
  g_auto(Place) place = { 0 };
  g_autoptr(Run) add = NULL;
  g_autoptr(Run) again = NULL;
  g_autoptr(Run) list = NULL;
  g_autoptr(Run) show = NULL;
  g_autoptr(Run) doctor = NULL;
  g_autoptr(Run) remove = NULL;
  g_autoptr(Run) gone = NULL;

  place_init (&place);
  add = run_command (&place, NULL, "--json", "site", "add", "map", "--brand", "folder", NULL);
  assert_found (add, "$.brand", "\"folder\"");
  again = run_command (&place, NULL, "--json", "site", "add", "map", "--brand", "folder", NULL);
  g_assert_cmpint (again->exit, ==, 2);
  list = run_command (&place, NULL, "--json", "site", "list", NULL);
  /* The local site is there from the start. */
  assert_found (list, "$[0].name", "\"local\"");
  assert_found (list, "$[1].name", "\"map\"");
  show = run_command (&place, NULL, "--json", "site", "show", "map", NULL);
  assert_found (show, "$.name", "\"map\"");
  doctor = run_command (&place, NULL, "--json", "site", "doctor", "map", NULL);
  assert_found (doctor, "$.steps[0].step", "\"address\"");
  assert_found (doctor, "$.steps[8].result", "\"ok\"");
  remove = run_command (&place, NULL, "site", "remove", "map", NULL);
  g_assert_cmpint (remove->exit, ==, 0);
  gone = run_command (&place, NULL, "site", "show", "map", NULL);
  g_assert_cmpint (gone->exit, ==, 3);
}

/* The same article is made once and then updated, and the page has what was changed. */
static void
test_publish (void)
{
  g_auto(Place) place = { 0 };
  g_autofree char *id = NULL;
  g_autofree char *first_id = NULL;
  g_autofree char *second_id = NULL;
  g_autoptr(Run) add = NULL;
  g_autoptr(Run) dry = NULL;
  g_autoptr(Run) before = NULL;
  g_autoptr(Run) first = NULL;
  g_autoptr(Run) in_step = NULL;
  g_autoptr(Run) set = NULL;
  g_autoptr(Run) changed = NULL;
  g_autoptr(Run) second = NULL;
  g_autoptr(Run) outbox = NULL;
  g_autoptr(Run) list = NULL;

  place_init (&place);
  id = make_article (&place);
  add = run_command (&place, NULL, "site", "add", "map", "--brand", "folder", NULL);
  g_assert_cmpint (add->exit, ==, 0);

  dry = run_command (&place, NULL, "publish", id, "--site", "map", "--dry-run", NULL);
  g_assert_cmpint (dry->exit, ==, 0);
  g_assert_cmpstr (dry->out, !=, "");
  before = run_command (&place, NULL, "--json", "outbox", NULL);
  g_assert_cmpstr (g_strstrip (before->out), ==, "[]");

  first = run_command (&place, NULL, "--json", "publish", id, "--site", "map", "--as", "publish",
                       NULL);
  assert_found (first, "$.state", "\"confirmed\"");
  assert_found (first, "$.created", "true");
  first_id = json_find (first->out, "$.remote_id");
  in_step = run_command (&place, NULL, "--json", "status", id, NULL);
  assert_found (in_step, "$.sites[0].comparison", "\"in-step\"");

  set = run_command (&place, NULL, "set", id, "headline=Nieuwe kop", NULL);
  g_assert_cmpint (set->exit, ==, 0);
  changed = run_command (&place, NULL, "--json", "status", id, NULL);
  assert_found (changed, "$.sites[0].comparison", "\"changed-here\"");

  second = run_command (&place, NULL, "--json", "publish", id, "--site", "map", NULL);
  assert_found (second, "$.state", "\"confirmed\"");
  assert_found (second, "$.created", "false");
  second_id = json_find (second->out, "$.remote_id");
  g_assert_cmpstr (first_id, ==, second_id);

  outbox = run_command (&place, NULL, "--json", "outbox", NULL);
  assert_found (outbox, "$[0].state", "\"confirmed\"");
  list = run_command (&place, NULL, "--json", "list", "--site", "map", NULL);
  assert_found (list, "$[0].sites", "[\"map\"]");
}

/* The one page of an article below @dir. */
static char *
find_page (const char *dir,
           guint       depth)
{
  g_autoptr(GDir) entries = g_dir_open (dir, 0, NULL);
  const char *name;

  while (entries != NULL && (name = g_dir_read_name (entries)) != NULL)
    {
      g_autofree char *path = g_build_filename (dir, name, NULL);

      if (depth == 2 && g_str_equal (name, "index.html"))
        return g_steal_pointer (&path);
      if (depth < 2 && g_file_test (path, G_FILE_TEST_IS_DIR) && !g_str_equal (name, "tags"))
        {
          char *found = find_page (path, depth + 1);

          if (found != NULL)
            return found;
        }
    }

  return NULL;
}

static const struct
{
  const char *take;
  const char *keep;   /* (nullable) */
  const char *ours;   /* (nullable) the text as it is changed here */
  const char *from, *to; /* in the page */
  int exit;
  const char *body;   /* as it is here then */
} choices[] = {
  { "ours", NULL, "De tekst van ons stuk.", "De tekst van het stuk", "De tekst van hun stuk", 0, "De tekst van ons stuk." },
  { "theirs", NULL, "De tekst van ons stuk.", "De tekst van het stuk", "De tekst van hun stuk", 0, "De tekst van hun stuk." },
  { "theirs", NULL, "De tekst van ons stuk.", "<p>De tekst van het stuk.</p>", "<p class=\"x\">Anders</p>", 0,
    "```{=html}\n<p class=\"x\">Anders</p>\n```" },
  { "merge", NULL, "De nieuwe tekst van het stuk.", "De tekst van het stuk", "De tekst van het lange stuk", 0,
    "De nieuwe tekst van het lange stuk." },
  { "merge", NULL, "De tekst van ons stuk.", "De tekst van het stuk", "De tekst van hun stuk", 4, "De tekst van ons stuk." },
  { "merge", "theirs", "De tekst van ons stuk.", "De tekst van het stuk", "De tekst van hun stuk", 0, "De tekst van hun stuk." },
};

/* Somebody changed the page by hand: publishing is refused with exit 4, and then each choice does what it says. */
static void
test_conflict (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_auto(Place) place = { 0 };
  g_autofree char *id = NULL;
  g_autofree char *root = NULL;
  g_autofree char *page = NULL;
  g_autofree char *contents = NULL;
  g_autofree char *body = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *change = g_strconcat ("body=", choices[i].ours, NULL);
  g_autoptr(GString) edited = NULL;
  g_autoptr(Run) first = NULL;
  g_autoptr(Run) set = NULL;
  g_autoptr(Run) refused = NULL;
  g_autoptr(Run) differences = NULL;
  g_autoptr(Run) resolved = NULL;
  g_autoptr(Run) show = NULL;
  g_autoptr(Run) again = NULL;
  g_autoptr(Run) after = NULL;

  place_init (&place);
  id = make_article (&place);
  first = run_command (&place, NULL, "publish", id, "--site", "local", "--as", "publish", NULL);
  g_assert_cmpint (first->exit, ==, 0);
  root = g_build_filename (place.dir, "data", "sites", "local", NULL);
  page = find_page (root, 0);
  g_assert_true (g_file_get_contents (page, &contents, NULL, NULL));
  edited = g_string_new (contents);
  g_assert_cmpuint (g_string_replace (edited, choices[i].from, choices[i].to, 0), ==, 1);
  g_assert_true (g_file_set_contents (page, edited->str, -1, NULL));

  set = run_command (&place, NULL, "set", id, change, NULL);
  g_assert_cmpint (set->exit, ==, 0);
  refused = run_command (&place, NULL, "--json", "publish", id, "--site", "local", NULL);
  g_assert_cmpint (refused->exit, ==, 4);
  differences = run_command (&place, NULL, "--json", "resolve", id, "--site", "local", "--list", NULL);
  g_assert_cmpint (differences->exit, ==, 1);
  body = json_find (differences->out, "$.fields[0].field");
  g_assert_cmpstr (body, ==, "\"body\"");
  g_clear_pointer (&body, g_free);

  resolved = run_command (&place, NULL, "--json", "resolve", id, "--site", "local", "--take", choices[i].take,
                          choices[i].keep != NULL ? "--keep" : NULL, choices[i].keep, NULL);
  g_assert_cmpint (resolved->exit, ==, choices[i].exit);
  show = run_command (&place, NULL, "--json", "show", id, NULL);
  body = json_find (show->out, "$.body");
  expected = g_strescape (choices[i].body, NULL);
  g_assert_true (g_str_has_prefix (body + 1, expected));
  if (choices[i].exit != 0)
    return;

  /* From there on it can be published again, and a second choice has nothing to choose. */
  again = run_command (&place, NULL, "publish", id, "--site", "local", NULL);
  g_assert_cmpint (again->exit, ==, 0);
  after = run_command (&place, NULL, "resolve", id, "--site", "local", "--take", "theirs", NULL);
  g_assert_cmpint (after->exit, ==, 2);
}

static const struct
{
  const char *name;
  const char *arguments[8];
  int exit;
} wrong[] = {
  { "no-site", { "publish", "@" }, 2 },
  { "bad-status", { "publish", "@", "--site", "map", "--as", "morgen" }, 2 },
  { "future-without-time", { "publish", "@", "--site", "map", "--as", "future" }, 2 },
  { "bad-time", { "publish", "@", "--site", "map", "--at", "straks" }, 2 },
  { "no-brand", { "site", "add", "los" }, 2 },
  { "bad-brand", { "site", "add", "los", "--brand", "gopher" }, 2 },
  { "no-url", { "site", "add", "los", "--brand", "wordpress" }, 2 },
  { "bad-verb", { "site", "schud" }, 2 },
  { "nobody-answers",
    { "site", "add", "los", "--brand", "wordpress", "--url", "http://127.0.0.1:9" }, 5 },
};

static void
test_wrong (void)
{
  g_auto(Place) place = { 0 };
  g_autofree char *id = NULL;
  g_autofree char *data = NULL;
  g_autofree char *password = NULL;
  g_autoptr(Run) add = NULL;
  g_autoptr(Run) list = NULL;
  guint i, k;

  place_init (&place);
  id = make_article (&place);
  data = g_build_filename (place.dir, "data", NULL);
  password = place_write (&place, "wachtwoord", "geheim\n", -1);
  add = run_command (&place, NULL, "site", "add", "map", "--brand", "folder", NULL);
  g_assert_cmpint (add->exit, ==, 0);

  for (i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr(GPtrArray) arguments = g_ptr_array_new ();
      g_autoptr(Run) run = NULL;

      g_ptr_array_add (arguments, (gpointer) "--data");
      g_ptr_array_add (arguments, data);
      for (k = 0; wrong[i].arguments[k] != NULL; k++)
        g_ptr_array_add (arguments, g_str_equal (wrong[i].arguments[k], "@")
                                      ? id
                                      : (gpointer) wrong[i].arguments[k]);
      if (wrong[i].exit == 5)
        {
          g_ptr_array_add (arguments, (gpointer) "--user");
          g_ptr_array_add (arguments, (gpointer) "ada");
          g_ptr_array_add (arguments, (gpointer) "--password-file");
          g_ptr_array_add (arguments, password);
        }
      g_ptr_array_add (arguments, NULL);
      run = run_arguments (&place, NULL, (char **) arguments->pdata);
      g_test_message ("%s: %s", wrong[i].name, run->err);
      g_assert_cmpint (run->exit, ==, wrong[i].exit);
      g_assert_true (g_str_has_prefix (run->err, "verslag-cli: "));
      g_assert_null (strstr (run->err, "geheim"));
    }

  /* Nothing of it was stored. */
  list = run_command (&place, NULL, "--json", "site", "list", NULL);
  assert_found (list, "$[1].name", "\"map\"");
  assert_found (list, "$[2]", NULL);
}

int
main (int   argc,
      char *argv[])
{
  guint i;

  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sites/sites", test_sites);
  g_test_add_func ("/sites/set", test_set);
  g_test_add_func ("/sites/publish", test_publish);
  g_test_add_func ("/sites/wrong", test_wrong);

  for (i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      g_autofree char *path = g_strdup_printf ("/sites/conflict/%u-%s", i, choices[i].take);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_conflict);
    }

  return g_test_run ();
}
