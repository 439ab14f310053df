/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cli"

#include "config.h"

#include "cli/vsl-cli.h"

#include "cli/vsl-cli-commands.h"

#include <gio/gunixinputstream.h>
#include <glib/gi18n.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

/* The most that is read from standard input; larger than any article, smaller than memory. */
#define MAX_INPUT_BYTES (64 * 1024 * 1024)

static const VslCliCommand commands[] = {
  { "balance", vsl_cli_balance, "ID|FILE [--transcript FILE]",
    N_("how much each participant is quoted") },
  { "delete", vsl_cli_delete, "ID…", N_("put articles into the bin") },
  { "demo", vsl_cli_demo, "[--language nl|en]", N_("store the fictional sample") },
  { "export", vsl_cli_export, "ID|FILE --format text|markdown|html|blocks [-o FILE]",
    N_("write an article to a file") },
  { "import", vsl_cli_import, "FILE… [--format auto|text|markdown] [--kind KIND]",
    N_("store files as articles") },
  { "list", vsl_cli_list, "[--status S] [--tag T] [--site S]", N_("list the articles") },
  { "new", vsl_cli_new, "[--kind K] [--headline T] [--language nl|en]",
    N_("make an empty article") },
  { "outbox", vsl_cli_outbox, "[ID]", N_("list what was, or is to be, published") },
  { "participant", vsl_cli_participant,
    "ID add \"NAME, ROLE, ORGANISATION\" [--chair] | remove NAME | chair NAME",
    N_("edit the participants") },
  { "publish", vsl_cli_publish,
    "ID… --site S [--as draft|pending|publish|future] [--at TIME] [--create-terms] [--dry-run]",
    N_("put articles on a site") },
  { "quotes", vsl_cli_quotes, "ID|FILE [--transcript FILE]",
    N_("hold the quotations against what was said") },
  { "set", vsl_cli_set, "ID FIELD=VALUE…", N_("change fields of an article") },
  { "show", vsl_cli_show, "ID|FILE", N_("show a whole article") },
  { "site", vsl_cli_site, "add NAME --brand wordpress|ghost|folder --url URL --user U | list | show NAME | remove NAME",
    N_("the sites that are published to") },
  { "status", vsl_cli_status, "ID", N_("how an article stands on each site") },
  { "suggest", vsl_cli_suggest, "FILE [--per-speaker N]",
    N_("passages that may be worth quoting") },
  { "tag", vsl_cli_tag, "ID +TAG -TAG…", N_("add and remove tags") },
  { "transcript", vsl_cli_transcript, "read FILE [--format F] | attach ID FILE [--map LABEL=PARTICIPANT…] | export ID --format "
    "vtt|srt|tei|markdown|text",
    N_("the transcript of a debate") },
  { "undelete", vsl_cli_undelete, "ID…", N_("take articles out of the bin") },
};

static void
print_help (void)
{
  guint i;

  g_print ("%s\n  verslag-cli [--data DIR] [--json] [--language nl|en] COMMAND …\n\n%s\n",
           _("Usage:"), _("Commands:"));
  for (i = 0; i < G_N_ELEMENTS (commands); i++)
    g_print ("  %-12s %s\n  %-12s %s\n", commands[i].name, _(commands[i].help), "",
             commands[i].usage);
}

static const VslCliCommand *
find_command (const char *name)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      if (g_str_equal (commands[i].name, name))
        return &commands[i];
    }

  return NULL;
}

/* The exit code that an error stands for. */
static VslExit
get_exit (const GError *error)
{
  if (error->domain == G_OPTION_ERROR)
    return VSL_EXIT_USAGE;
  if (error->domain == G_IO_ERROR || error->domain == G_FILE_ERROR)
    return VSL_EXIT_INPUT;
  if (error->domain != VSL_DESK_ERROR)
    return VSL_EXIT_STORE;

  switch ((VslDeskError) error->code)
    {
    case VSL_DESK_ERROR_USAGE:
      return VSL_EXIT_USAGE;
    case VSL_DESK_ERROR_NOT_FOUND:
      return VSL_EXIT_NOT_FOUND;
    case VSL_DESK_ERROR_CONFLICT:
      return VSL_EXIT_CONFLICT;
    case VSL_DESK_ERROR_REMOTE:
      return VSL_EXIT_REMOTE;
    case VSL_DESK_ERROR_INPUT:
      return VSL_EXIT_INPUT;
    case VSL_DESK_ERROR_STORE:
    default:
      return VSL_EXIT_STORE;
    }
}

static const char *
get_code (const GError *error)
{
  if (error->domain == VSL_DESK_ERROR)
    return vsl_desk_error_get_code (error);
  if (error->domain == G_OPTION_ERROR)
    return "usage";

  return "unreadable";
}

static void
print_error (VslCli       *cli,
             const GError *error)
{
  g_autofree char *line = g_strdup (error->message);

  /* One line, whatever a library put into its message. */
  g_strdelimit (line, "\n\r", ' ');
  if (cli->json)
    {
      g_autoptr(JsonBuilder) builder = json_builder_new ();
      g_autoptr(JsonNode) root = NULL;
      g_autofree char *text = NULL;

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "error");
      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "code");
      json_builder_add_string_value (builder, get_code (error));
      json_builder_set_member_name (builder, "message");
      json_builder_add_string_value (builder, line);
      json_builder_end_object (builder);
      json_builder_end_object (builder);
      root = json_builder_get_root (builder);
      text = json_to_string (root, FALSE);
      g_printerr ("%s\n", text);
    }
  else
    {
      g_printerr ("verslag-cli: %s\n", line);
    }
}

/* Messages in the language that was asked for. gettext ignores LANGUAGE in the C locale, so that one
 * gives way to C.UTF-8, which every Debian has. */
static void
set_language (const char *language)
{
  const char *locale;

  if (language != NULL)
    g_setenv ("LANGUAGE", language, TRUE);
  locale = setlocale (LC_ALL, "");
  if (locale == NULL || (language != NULL && g_str_equal (setlocale (LC_MESSAGES, NULL), "C")))
    setlocale (LC_ALL, "C.UTF-8");
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

static void
close_desk (VslCli *cli)
{
  gboolean closed = FALSE;

  if (cli->desk == NULL)
    return;

  vsl_desk_close_async (cli->desk, close_cb, &closed);
  while (!closed)
    g_main_context_iteration (NULL, TRUE);
  g_clear_object (&cli->desk);
}

static GOptionEntry *
get_global_entries (VslCli       *cli,
                    GOptionEntry *entries)
{
  entries[0] = (GOptionEntry) { "data", 0, 0, G_OPTION_ARG_FILENAME, &cli->data_dir, NULL, NULL };
  entries[1] = (GOptionEntry) { "json", 0, 0, G_OPTION_ARG_NONE, &cli->json, NULL, NULL };
  entries[2] =
    (GOptionEntry) { "language", 0, 0, G_OPTION_ARG_STRING, &cli->language, NULL, NULL };
  entries[3] = (GOptionEntry) { NULL };

  return entries;
}

static VslExit
run_command (VslCli  *cli,
             int      argc,
             char   **argv,
             GError **error)
{
  g_autoptr(GOptionContext) context = g_option_context_new (NULL);
  GOptionEntry entries[4];
  gboolean version = FALSE, help = FALSE;
  const GOptionEntry own[] = {
    { "version", 0, 0, G_OPTION_ARG_NONE, &version, NULL, NULL },
    { "help", 'h', 0, G_OPTION_ARG_NONE, &help, NULL, NULL },
    { NULL },
  };
  const VslCliCommand *command;

  g_option_context_add_main_entries (context, get_global_entries (cli, entries), NULL);
  g_option_context_add_main_entries (context, own, NULL);
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_strict_posix (context, TRUE);
  if (!g_option_context_parse (context, &argc, &argv, error))
    return VSL_EXIT_USAGE;

  set_language (cli->language);
  if (version)
    {
      g_print ("verslag-cli %s\n", VERSION);
      return VSL_EXIT_DONE;
    }
  if (help || (argc > 1 && g_str_equal (argv[1], "help")))
    {
      print_help ();
      return VSL_EXIT_DONE;
    }
  if (argc < 2)
    {
      g_set_error_literal (error, VSL_DESK_ERROR, VSL_DESK_ERROR_USAGE,
                           _("Say what to do: verslag-cli --help lists the commands."));
      return VSL_EXIT_USAGE;
    }

  command = find_command (argv[1]);
  if (command == NULL)
    {
      g_set_error (error, VSL_DESK_ERROR, VSL_DESK_ERROR_USAGE,
                   _("There is no command “%s”: verslag-cli --help lists them."), argv[1]);
      return VSL_EXIT_USAGE;
    }
  if (cli->data_dir == NULL)
    cli->data_dir = g_build_filename (g_get_user_data_dir (), "verslag", NULL);

  return command->run (cli, argc - 1, argv + 1, error);
}

/**
 * vsl_cli_run:
 * @argc: number of arguments
 * @argv: (array length=argc): the arguments, the name of the program first
 *
 * Carries out one command. Output goes to standard output, one line about what went wrong to
 * standard error. Main thread, once per process.
 *
 * Returns: the exit code of the process, a #VslExit
 */
int
vsl_cli_run (int    argc,
             char **argv)
{
  VslCli cli = { 0 };
  g_autoptr(GError) error = NULL;
  g_autofree char **arguments = g_new0 (char *, argc + 1);
  VslExit result;

  /* GOption moves the pointers about; the strings stay the caller's. */
  memcpy (arguments, argv, argc * sizeof (char *));
  set_language (NULL);
  result = run_command (&cli, argc, arguments, &error);
  if (error != NULL)
    {
      result = get_exit (error);
      print_error (&cli, error);
    }
  close_desk (&cli);
  g_free (cli.data_dir);
  g_free (cli.language);
  g_free (cli.password_file);

  return result;
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
 * Returns: whether they could be parsed
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
  g_option_context_add_main_entries (context, get_global_entries (cli, global), NULL);
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
      const VslCliCommand *command = find_command (name);

      g_set_error (error, VSL_DESK_ERROR, VSL_DESK_ERROR_USAGE, "%s verslag-cli %s %s",
                   _("Usage:"), name, command->usage);
      return FALSE;
    }

  return TRUE;
}

/**
 * vsl_cli_need_args:
 * @argc: number of arguments, the name of the command first
 * @argv: (array length=argc): the arguments
 * @min: the least number behind the name
 * @max: the greatest, or -1
 * @error: return location for an error
 *
 * Returns: whether there are as many arguments as the command takes
 */
gboolean
vsl_cli_need_args (int      argc,
                   char   **argv,
                   int      min,
                   int      max,
                   GError **error)
{
  const VslCliCommand *command;

  if (argc - 1 >= min && (max < 0 || argc - 1 <= max))
    return TRUE;

  command = find_command (argv[0]);
  g_set_error (error, VSL_DESK_ERROR, VSL_DESK_ERROR_USAGE, "%s verslag-cli %s %s", _("Usage:"),
               argv[0], command != NULL ? command->usage : "");

  return FALSE;
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
  vsl_desk_remember_password (cli->desk, name, password);
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
  else if (!g_file_get_contents (cli->password_file, &contents, &size, error))
    {
      return NULL;
    }

  contents[strcspn (contents, "\r\n")] = '\0';

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
