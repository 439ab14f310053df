/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "command-run.h"

#include <glib/gstdio.h>
#include <string.h>

void
place_init (Place *place)
{
  g_autoptr(GError) error = NULL;

  *place = (Place) { .locale = "C.UTF-8" };
  place->dir = g_dir_make_tmp ("verslag-cli-XXXXXX", &error);
  g_assert_no_error (error);
}

static void
remove_tree (const char *path)
{
  g_autoptr(GDir) dir =
    g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_remove (path);
}

void
place_clear (Place *place)
{
  remove_tree (place->dir);
  g_clear_pointer (&place->dir, g_free);
}

/* Writes a file beside the data; returns its path. */
char *
place_write (Place      *place,
             const char *name,
             const char *contents,
             gssize      size)
{
  char *path = g_build_filename (place->dir, name, NULL);
  g_autoptr(GError) error = NULL;

  g_file_set_contents (path, contents, size, &error);
  g_assert_no_error (error);

  return path;
}

static GSubprocessLauncher *
make_launcher (Place *place)
{
  GSubprocessLauncher *launcher =
    g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE |
                               G_SUBPROCESS_FLAGS_STDERR_PIPE);

  g_subprocess_launcher_setenv (launcher, "LC_ALL", place->locale, TRUE);
  g_subprocess_launcher_setenv (launcher, "DBUS_SESSION_BUS_ADDRESS", "disabled:", TRUE);
  g_subprocess_launcher_setenv (launcher, "XDG_DATA_HOME", place->dir, TRUE);
  g_subprocess_launcher_unsetenv (launcher, "LANGUAGE");
  if (place->language != NULL)
    g_subprocess_launcher_setenv (launcher, "LANGUAGE", place->language, TRUE);
  g_subprocess_launcher_setenv (launcher, "VERSLAG_LOCALEDIR",
                                place->catalogues != NULL ? place->catalogues : place->dir, TRUE);

  return launcher;
}

static char *
dup_text (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return size > 0 ? g_strndup (data, size) : g_strdup ("");
}

/* Runs the program with its data in @place. @arguments: NULL-terminated, without the program. */
Run *
run_arguments (Place       *place,
               const char  *input,
               char       **arguments)
{
  g_autoptr(GSubprocessLauncher) launcher = make_launcher (place);
  g_autoptr(GSubprocess) process = NULL;
  g_autoptr(GPtrArray) argv = g_ptr_array_new ();
  g_autoptr(GBytes) in = g_bytes_new_static (input != NULL ? input : "",
                                             input != NULL ? strlen (input) : 0);
  g_autoptr(GBytes) out = NULL;
  g_autoptr(GBytes) err = NULL;
  g_autoptr(GError) error = NULL;
  Run *run = g_new0 (Run, 1);
  guint i;

  g_ptr_array_add (argv, (gpointer) g_getenv ("VERSLAG_CLI"));
  for (i = 0; arguments[i] != NULL; i++)
    g_ptr_array_add (argv, arguments[i]);
  g_ptr_array_add (argv, NULL);

  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) argv->pdata, &error);
  g_assert_no_error (error);
  g_subprocess_communicate (process, in, NULL, &out, &err, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));

  run->exit = g_subprocess_get_exit_status (process);
  run->out = dup_text (out);
  run->err = dup_text (err);

  return run;
}

/* Runs the program with `--data` first. */
Run *
run_command (Place      *place,
             const char *input,
             const char *first,
             ...)
{
  g_autoptr(GPtrArray) arguments = g_ptr_array_new ();
  g_autofree char *data = g_build_filename (place->dir, "data", NULL);
  const char *argument;
  va_list list;

  g_ptr_array_add (arguments, (gpointer) "--data");
  g_ptr_array_add (arguments, data);
  va_start (list, first);
  for (argument = first; argument != NULL; argument = va_arg (list, const char *))
    g_ptr_array_add (arguments, (gpointer) argument);
  va_end (list);
  g_ptr_array_add (arguments, NULL);

  return run_arguments (place, input, (char **) arguments->pdata);
}

void
run_free (Run *run)
{
  g_free (run->out);
  g_free (run->err);
  g_free (run);
}

/* The value under a name or a number of @node; NULL when there is none. */
static JsonNode *
get_child (JsonNode   *node,
           const char *step)
{
  char *end;
  guint64 index = g_ascii_strtoull (step, &end, 10);

  if (JSON_NODE_HOLDS_OBJECT (node))
    return json_object_get_member (json_node_get_object (node), step);
  if (JSON_NODE_HOLDS_ARRAY (node) && *end == '\0' &&
      index < json_array_get_length (json_node_get_array (node)))
    return json_array_get_element (json_node_get_array (node), (guint) index);

  return NULL;
}

/* The value at `$.a[0].b` of a document, as JSON; NULL when there is none. The text must be exactly one
 * document. */
char *
json_find (const char *text,
           const char *path)
{
  g_autoptr(JsonNode) root = NULL;
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) steps = g_strsplit_set (path, "$.[]", -1);
  JsonNode *node;
  guint i;

  root = json_from_string (text, &error);
  g_assert_no_error (error);
  g_assert_nonnull (root);

  node = root;
  for (i = 0; node != NULL && steps[i] != NULL; i++)
    {
      if (*steps[i] != '\0')
        node = get_child (node, steps[i]);
    }

  return node != NULL ? json_to_string (node, FALSE) : NULL;
}
