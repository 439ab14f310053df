/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cli"

#include "config.h"

#include "cli/vsl-cli-program.h"

#include "cli/vsl-cli-commands.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <string.h>

static const VslCliCommand commands[] = {
  { "backup", vsl_cli_backup, "FILE", N_("write a copy of all articles to a file") },
  { "balance", vsl_cli_balance, "ID|FILE [--transcript FILE]",
    N_("how much each participant is quoted") },
  { "debate", vsl_cli_debate,
    "list | show ID | new [FIELD=VALUE…] | set ID FIELD=VALUE… | passages ID [--all] | "
    "report ID [--passages u12,u30-u32] [--group speaker|statement|time] [--kind KIND] "
    "[--report-language nl|en] [--lead] | delete ID | undelete ID",
    N_("the debates: make, change, and begin a report of one") },
  { "delete", vsl_cli_delete, "ID…", N_("put articles into the bin") },
  { "demo", vsl_cli_demo, "[--language nl|en]", N_("store the fictional sample") },
  { "diff", vsl_cli_diff, "ID SNAPSHOT [SNAPSHOT]", N_("what changed since a version") },
  { "export", vsl_cli_export, "ID|FILE --format text|markdown|html|blocks|ninjs|jsonld|docx|odt|pdf [-o FILE]",
    N_("write an article to a file") },
  { "history", vsl_cli_history, "ID", N_("list the versions of an article") },
  { "import", vsl_cli_import, "FILE… [--format auto|text|markdown] [--kind KIND]",
    N_("store files as articles") },
  { "list", vsl_cli_list, "[--status S] [--tag T] [--site S]", N_("list the articles") },
  { "merge", vsl_cli_merge, "BASE OURS THEIRS", N_("put two versions of a text together") },
  { "new", vsl_cli_new, "[--kind K] [--headline T] [--language nl|en]",
    N_("make an empty article") },
  { "outbox", vsl_cli_outbox, "[ID] | run [--site S] [--password-file F] | discard ROW",
    N_("list what was, or is to be, published; send what waits") },
  { "participant", vsl_cli_participant,
    "ID add \"NAME, ROLE, ORGANISATION\" [--chair] | remove NAME | chair NAME",
    N_("edit the participants") },
  { "person", vsl_cli_person,
    "list | show WHO | set WHO FIELD=VALUE… | merge WHO OTHER | delete WHO",
    N_("the directory of people who took part") },
  { "picture", vsl_cli_picture,
    "ID add FILE [--credit TEXT] [--caption TEXT] [--alt TEXT | --decorative] [--focus X,Y] | "
    "set WHICH … | feature WHICH|none | remove WHICH | list",
    N_("edit the pictures") },
  { "publish", vsl_cli_publish,
    "ID… --site S [--as draft|pending|publish|future|private|trash] [--at TIME] [--or-pending] "
    "[--category C]… [--create-terms] [--author NAME] [--sticky yes|no] [--comments yes|no] "
    "[--reader-password-file F|--no-reader-password] [--allow-shrink] [--no-canonical] [--dry-run]",
    N_("put articles on a site") },
  { "quotes", vsl_cli_quotes, "ID|FILE [--transcript FILE]",
    N_("hold the quotations against what was said") },
  { "restore", vsl_cli_restore, "ID SNAPSHOT", N_("put a version of an article back") },
  { "search", vsl_cli_search, "QUERY [--limit N]",
    N_("find articles by their words") },
  { "resolve", vsl_cli_resolve, 
    "ID --site S --list | --take ours|theirs|merge [--keep ours|theirs|both] [--password-file F]",
    N_("see how two versions differ after a conflict, and choose") },
  { "review", vsl_cli_review,
    "ID list | sheet NAME [--format text|markdown|html|pdf|mail] [--sheet-language nl|en] [-o FILE] | "
    "agree NAME | sent NAME [--until TIME] [--by CHANNEL] [--to WHO] [--address MAIL] | "
    "remark NAME --note TEXT|--accept N|--decline N --note REASON | process NAME | close NAME | "
    "refuse NAME | withdraw NAME | rename OLD NEW | embargo [TIME|lift|override] [--note TEXT]",
    N_("who was promised to read their own passages, and how that stands") },
  { "set", vsl_cli_set, "ID FIELD=VALUE…", N_("change fields of an article") },
  { "show", vsl_cli_show, "ID|FILE", N_("show a whole article") },
  { "site", vsl_cli_site, "add NAME --brand wordpress|ghost|folder --url URL --user U | list | show NAME | "
    "doctor NAME | set NAME [KEY=VALUE]… (canonical=line: a WordPress leads to the site where an article stood "
    "first) | remove NAME",
    N_("the sites that are published to") },
  { "status", vsl_cli_status, "ID [--site S] [--offline] [--password-file F]", N_("how an article stands on each site") },
  { "store", vsl_cli_store, "check | path", N_("check what is stored, or tell where it is") },
  { "suggest", vsl_cli_suggest, "FILE|ID [--per-speaker N]",
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

  g_option_context_add_main_entries (context, vsl_cli_get_global_entries (cli, entries), NULL);
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

  cli->usage = command->usage;

  return command->run (cli, argc - 1, argv + 1, error);
}

/**
 * vsl_cli_program_run:
 * @argc: number of arguments
 * @argv: (array length=argc): the arguments, the name of the program first
 *
 * Carries out one command. Output goes to standard output, one line about what went wrong to
 * standard error. Main thread, once per process.
 *
 * Returns: the exit code of the process, a #VslExit
 */
int
vsl_cli_program_run (int    argc,
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
  if (cli.helped)
    result = VSL_EXIT_DONE;
  if (error != NULL)
    {
      result = get_exit (error);
      print_error (&cli, error);
    }
  vsl_cli_close (&cli);
  g_free (cli.data_dir);
  g_free (cli.language);
  g_free (cli.password_file);

  return result;
}
