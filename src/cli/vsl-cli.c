/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cli"

#include "config.h"

#include "cli/vsl-cli.h"

#include <gio/gunixinputstream.h>
#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

/* The most that is read from standard input; larger than any article, smaller than memory. */
#define MAX_INPUT_BYTES (64 * 1024 * 1024)

/**
 * vsl_cli_get_global_entries:
 * @cli: the run
 * @entries: (array fixed-size=4): filled
 *
 * Returns: (transfer none): @entries, the options of the program itself, which every command
 *   understands too
 */
GOptionEntry *
vsl_cli_get_global_entries (VslCli       *cli,
                            GOptionEntry *entries)
{
  entries[0] = (GOptionEntry) { "data", 0, 0, G_OPTION_ARG_FILENAME, &cli->data_dir, NULL, NULL };
  entries[1] = (GOptionEntry) { "json", 0, 0, G_OPTION_ARG_NONE, &cli->json, NULL, NULL };
  entries[2] =
    (GOptionEntry) { "language", 0, 0, G_OPTION_ARG_STRING, &cli->language, NULL, NULL };
  entries[3] = (GOptionEntry) { NULL };

  return entries;
}

/**
 * vsl_cli_parse:
 * @cli: the run
 * @name: the name of the command
 * @entries: (nullable) (array zero-terminated=1): its options
 * @argc: (inout): number of arguments, the name of the command first
 * @argv: (inout): the arguments; what is no option stays
 * @error: return location for an error
 *
 * Parses the options of a command. The options that may precede it are understood behind it too. An
 * argument behind `--` is never an option, so that `tag ID -- -x` works.
 *
 * Returns: whether the command is to be carried out: not when the options could not be parsed, nor,
 *   without an error, when it was only asked how the command is used
 */
gboolean
vsl_cli_parse (VslCli         *cli,
               const char     *name,
               GOptionEntry   *entries,
               int            *argc,
               char         ***argv,
               GError        **error)
{
  g_autoptr(GOptionContext) context = g_option_context_new (NULL);
  GOptionEntry global[4];
  GOptionEntry help[] = { { "help", 'h', 0, G_OPTION_ARG_NONE, NULL, NULL, NULL }, { NULL } };
  gboolean wants_help = FALSE;
  int i, kept = 1;

  help[0].arg_data = &wants_help;
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_add_main_entries (context, help, NULL);
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, NULL);
  g_option_context_add_main_entries (context, vsl_cli_get_global_entries (cli, global), NULL);
  if (!g_option_context_parse (context, argc, argv, error))
    return FALSE;

  for (i = 1; i < *argc; i++)
    {
      if (!g_str_equal ((*argv)[i], "--"))
        (*argv)[kept++] = (*argv)[i];
    }
  *argc = kept;

  if (wants_help)
    {
      g_print ("%s verslag-cli %s %s\n", _("Usage:"), name, cli->usage);
      cli->helped = TRUE;
      return FALSE;
    }

  return TRUE;
}

/**
 * vsl_cli_need_args:
 * @cli: the run
 * @argc: number of arguments, the name of the command first
 * @argv: (array length=argc): the arguments
 * @min: the least number behind the name
 * @max: the greatest, or -1
 * @error: return location for an error
 *
 * Returns: whether there are as many arguments as the command takes
 */
gboolean
vsl_cli_need_args (VslCli  *cli,
                   int      argc,
                   char   **argv,
                   int      min,
                   int      max,
                   GError **error)
{
  if (argc - 1 >= min && (max < 0 || argc - 1 <= max))
    return TRUE;

  g_set_error (error, VSL_DESK_ERROR, VSL_DESK_ERROR_USAGE, "%s verslag-cli %s %s", _("Usage:"),
               argv[0], cli->usage);

  return FALSE;
}

static void
close_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  if (!vsl_desk_close_finish (VSL_DESK (source), result, &error))
    g_printerr ("verslag-cli: %s\n", error->message);
  *(gboolean *) user_data = TRUE;
}

/**
 * vsl_cli_close:
 * @cli: the run
 *
 * Closes the desk, if it is open, and waits until everything is on the disk.
 */
void
vsl_cli_close (VslCli *cli)
{
  gboolean closed = FALSE;

  if (cli->desk == NULL)
    return;

  vsl_desk_close_async (cli->desk, close_cb, &closed);
  while (!closed)
    g_main_context_iteration (NULL, TRUE);
  g_clear_object (&cli->desk);
}

/**
 * vsl_cli_open:
 * @cli: the run
 * @writes: whether the command changes anything; one that does not works beside an open window
 * @error: return location for an error
 *
 * Opens the desk, once.
 *
 * Returns: whether it is open
 */
gboolean
vsl_cli_open (VslCli    *cli,
              gboolean   writes,
              GError   **error)
{
  VslDeskConfig config = {
    .data_dir = cli->data_dir,
    .read_only = !writes,
    .use_secret_service = TRUE,
  };
  g_autoptr(GError) cause = NULL;

  if (cli->desk == NULL)
    cli->desk = vsl_desk_new (&config, &cause);

  /* A store of an earlier version has to be brought up to date before anybody can read it. When a
   * window has it open, that happened already. */
  if (cli->desk == NULL && !writes &&
      g_str_equal (vsl_desk_error_get_code (cause), "read-only"))
    {
      g_autoptr(GError) failure = NULL;

      config.read_only = FALSE;
      cli->desk = vsl_desk_new (&config, &failure);
    }
  if (cli->desk == NULL)
    g_propagate_error (error, g_steal_pointer (&cause));

  return cli->desk != NULL;
}

/**
 * vsl_cli_is_file:
 * @argument: an `ID|FILE`
 *
 * Returns: whether it is a file: standard input, or one that exists
 */
gboolean
vsl_cli_is_file (const char *argument)
{
  return g_str_equal (argument, "-") || g_file_test (argument, G_FILE_TEST_EXISTS);
}

/**
 * vsl_cli_read_input:
 * @error: return location for an error
 *
 * Returns: (transfer full): all of standard input
 */
GBytes *
vsl_cli_read_input (GError **error)
{
  g_autoptr(GInputStream) input = g_unix_input_stream_new (STDIN_FILENO, FALSE);
  g_autoptr(GByteArray) data = g_byte_array_new ();
  guint8 buffer[64 * 1024];
  gssize n;

  while ((n = g_input_stream_read (input, buffer, sizeof buffer, NULL, error)) > 0)
    {
      g_byte_array_append (data, buffer, (guint) n);
      if (data->len > MAX_INPUT_BYTES)
        {
          g_set_error_literal (error, VSL_DESK_ERROR, VSL_DESK_ERROR_INPUT,
                               _("Standard input is too large for an article."));
          return NULL;
        }
    }
  if (n < 0)
    return NULL;

  return g_byte_array_free_to_bytes (g_steal_pointer (&data));
}

/**
 * vsl_cli_read:
 * @cli: the run, with its desk open
 * @path: a file, or `-` for standard input
 * @format: (nullable): the name of its format
 * @error: return location for an error
 *
 * Reads an article from a file, without storing it.
 *
 * Returns: (transfer full): what was read
 */
VslImport *
vsl_cli_read (VslCli      *cli,
              const char  *path,
              const char  *format,
              GError     **error)
{
  g_autoptr(GFile) file = NULL;
  g_autoptr(GBytes) bytes = NULL;

  if (!g_str_equal (path, "-"))
    {
      file = g_file_new_for_commandline_arg (path);
      return vsl_desk_read_file (cli->desk, file, format, error);
    }

  bytes = vsl_cli_read_input (error);
  if (bytes == NULL)
    return NULL;

  return vsl_desk_read_bytes (cli->desk, bytes, NULL, format, error);
}

/**
 * vsl_cli_load:
 * @cli: the run, with its desk open
 * @id: an id, or its first letters as long as they fit one article only
 * @error: return location for an error
 *
 * Returns: (transfer full): the stored article
 */
VslArticle *
vsl_cli_load (VslCli      *cli,
              const char  *id,
              GError     **error)
{
  g_autofree char *whole = vsl_desk_find_article (cli->desk, id, error);

  return whole != NULL ? vsl_desk_load_article (cli->desk, whole, error) : NULL;
}

/**
 * vsl_cli_load_or_read:
 * @cli: the run, with its desk open
 * @id_or_file: an `ID|FILE`; an existing file wins
 * @error: return location for an error
 *
 * Returns: (transfer full): the article; without an id when it is from a file
 */
VslArticle *
vsl_cli_load_or_read (VslCli      *cli,
                      const char  *id_or_file,
                      GError     **error)
{
  g_autoptr(VslImport) import = NULL;

  if (!vsl_cli_is_file (id_or_file))
    return vsl_cli_load (cli, id_or_file, error);

  import = vsl_cli_read (cli, id_or_file, NULL, error);

  return import != NULL ? g_object_ref (vsl_import_get_article (import)) : NULL;
}

/**
 * vsl_cli_find_site:
 * @cli: the run, with its desk open
 * @name: (nullable): the name of a site
 * @error: return location for an error
 *
 * Finds a site and, when a file with its password was named, remembers the password for this run.
 *
 * Returns: (transfer full): the site
 */
VslSite *
vsl_cli_find_site (VslCli      *cli,
                   const char  *name,
                   GError     **error)
{
  g_autoptr(VslSite) site = NULL;
  g_autofree char *password = NULL;

  if (name == NULL)
    {
      g_set_error_literal (error, VSL_DESK_ERROR, VSL_DESK_ERROR_USAGE,
                           _("Name a site with --site; “site list” tells which there are."));
      return NULL;
    }

  site = vsl_desk_find_site (cli->desk, name, error);
  if (site == NULL || cli->password_file == NULL)
    return g_steal_pointer (&site);

  password = vsl_cli_read_password (cli, NULL, error);
  if (password == NULL)
    return NULL;
  vsl_desk_remember_password (cli->desk, vsl_site_get_name (site), password);
  explicit_bzero (password, strlen (password));

  return g_steal_pointer (&site);
}

/* Asks on the terminal, without showing what is typed. */
static char *
ask_password (const char  *prompt,
              GError     **error)
{
  struct termios shown, hidden;
  char line[1024];
  gboolean done;

  g_printerr ("%s ", prompt);
  tcgetattr (STDIN_FILENO, &shown);
  hidden = shown;
  hidden.c_lflag &= ~(tcflag_t) ECHO;
  tcsetattr (STDIN_FILENO, TCSAFLUSH, &hidden);
  done = fgets (line, sizeof line, stdin) != NULL;
  tcsetattr (STDIN_FILENO, TCSAFLUSH, &shown);
  g_printerr ("\n");
  if (!done)
    {
      g_set_error_literal (error, VSL_DESK_ERROR, VSL_DESK_ERROR_USAGE,
                           _("No password was given."));
      return NULL;
    }

  line[strcspn (line, "\r\n")] = '\0';
  {
    char *password = g_strdup (line);

    explicit_bzero (line, sizeof line);
    return password;
  }
}

/**
 * vsl_cli_read_password:
 * @cli: the run
 * @prompt: (nullable): what to ask on a terminal when no file is named
 * @error: return location for an error
 *
 * Reads the password from the first line of the file that `--password-file` names, `-` for standard
 * input, or asks for it.
 *
 * Returns: (transfer full) (nullable): the password; %NULL with @error set when it cannot be read,
 *   and without when there is no file and nobody to ask
 */
char *
vsl_cli_read_password (VslCli      *cli,
                       const char  *prompt,
                       GError     **error)
{
  g_autoptr(GBytes) bytes = NULL;
  g_autofree char *contents = NULL;
  g_autoptr(GError) cause = NULL;
  gsize size;

  if (cli->password_file == NULL)
    return prompt != NULL && isatty (STDIN_FILENO) ? ask_password (prompt, error) : NULL;

  if (g_str_equal (cli->password_file, "-"))
    {
      bytes = vsl_cli_read_input (error);
      if (bytes == NULL)
        return NULL;
      contents = g_strndup (g_bytes_get_data (bytes, &size), g_bytes_get_size (bytes));
    }
  else if (!g_file_get_contents (cli->password_file, &contents, &size, &cause))
    {
      g_set_error (error, VSL_DESK_ERROR, VSL_DESK_ERROR_INPUT, _("The password could not be read: %s."),
                   cause->message);
      return NULL;
    }

  contents[strcspn (contents, "\r\n")] = '\0';
  if (*contents == '\0')
    {
      g_set_error (error, VSL_DESK_ERROR, VSL_DESK_ERROR_INPUT,
                   _("There is no password on the first line of “%s”."), cli->password_file);
      return NULL;
    }

  return g_steal_pointer (&contents);
}

/**
 * vsl_cli_print_json:
 * @node: a document
 *
 * Prints the one JSON document of this run.
 */
void
vsl_cli_print_json (JsonNode *node)
{
  g_autofree char *text = json_to_string (node, TRUE);

  fputs (text, stdout);
  fputc ('\n', stdout);
}

/**
 * vsl_cli_print_json_builder:
 * @builder: holds a whole document
 *
 * Prints the one JSON document of this run.
 */
void
vsl_cli_print_json_builder (JsonBuilder *builder)
{
  g_autoptr(JsonNode) root = json_builder_get_root (builder);

  vsl_cli_print_json (root);
}
