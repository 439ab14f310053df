/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cli"

#include "config.h"

#include "cli/vsl-cli-assignment.h"
#include "cli/vsl-cli-commands.h"
#include "cli/vsl-cli-debate-print.h"
#include "cli/vsl-cli-debate-report.h"
#include "cli/vsl-cli-table.h"

#include "core/vsl-participant-line.h"
#include "core/vsl-text.h"
#include "desk/vsl-desk-debates.h"

#include <glib/gi18n.h>
#include <string.h>

static VslExit
list_debates (VslCli  *cli,
              GError **error)
{
  g_autoptr(GPtrArray) debates = vsl_desk_list_debates (cli->desk, error);
  g_autoptr(VslCliTable) table = vsl_cli_table_new (3);
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  guint i;

  if (debates == NULL)
    return VSL_EXIT_STORE;

  json_builder_begin_array (builder);
  for (i = 0; i < debates->len; i++)
    {
      VslDebate *debate = g_ptr_array_index (debates, i);

      if (cli->json)
        vsl_cli_add_debate (cli, builder, debate);
      else
        vsl_cli_table_add (table, vsl_debate_get_id (debate),
                           vsl_debate_get_fields (debate)->date, vsl_debate_get_name (debate),
                           NULL);
    }
  json_builder_end_array (builder);
  if (cli->json)
    vsl_cli_print_json_builder (builder);
  else
    vsl_cli_table_print (table);

  return VSL_EXIT_DONE;
}

static GPtrArray *
parse_participants (const char *text)
{
  GPtrArray *participants = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);
  guint i;

  for (i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *line = vsl_text_collapse_spaces (lines[i]);

      if (*line != '\0')
        g_ptr_array_add (participants, vsl_participant_new_from_line (line));
    }

  return participants;
}

/* The field of @fields that @name is about, for those that are plain text. */
static const char **
find_text (VslDebateFields *fields,
           const char      *name)
{
  const struct
  {
    const char *name;
    const char **text;
  } texts[] = {
    { "series", &fields->series },     { "title", &fields->title },
    { "date", &fields->date },         { "place", &fields->place },
    { "stream", &fields->stream },     { "language", &fields->language },
    { "notes", &fields->notes },       { "delete_after", &fields->delete_after },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      if (g_str_equal (texts[i].name, name))
        return texts[i].text;
    }

  return NULL;
}

/* The debate with one field changed. */
static gpointer
assign (gpointer                 object,
        const VslCliAssignment  *assignment,
        GError                 **error)
{
  VslDebateFields fields = *vsl_debate_get_fields (object);
  const char **text = find_text (&fields, assignment->field);
  g_autoptr(GPtrArray) participants = NULL;
  g_auto(GStrv) statements = NULL;

  if (text != NULL)
    *text = assignment->value;
  else if (g_str_equal (assignment->field, "participants"))
    fields.participants = participants = parse_participants (assignment->value);
  else if (g_str_equal (assignment->field, "statements"))
    fields.statements =
      (const char * const *) (statements = vsl_cli_split_lines (assignment->value));
  else
    return NULL;
  if ((text == &fields.date || text == &fields.delete_after) &&
      !vsl_cli_check_date (assignment->value, TRUE, error))
    return NULL;

  return vsl_debate_new (&fields);
}

/* Stores @debate with the assignments of the command line; nothing when one of them is wrong. */
static VslExit
change_debate (VslCli     *cli,
               VslDebate  *debate,
               char      **arguments,
               GError    **error)
{
  g_autoptr(VslDebate) changed =
    vsl_cli_assign (debate, arguments, assign,
                    "series, title, date, place, stream, language, participants, statements, notes, "
                    "delete_after", error);
  g_autoptr(VslDebate) stored = NULL;

  if (changed == NULL)
    return VSL_EXIT_USAGE;
  stored = vsl_desk_save_debate (cli->desk, changed, error);
  if (stored == NULL)
    return VSL_EXIT_STORE;

  if (cli->json)
    vsl_cli_print_debate (cli, stored);
  else
    g_print ("%s\n", vsl_debate_get_id (stored));

  return VSL_EXIT_DONE;
}

static VslExit
run_with_debate (VslCli                    *cli,
                 char                     **argv,
                 const VslCliReportOptions *options,
                 GError                   **error)
{
  g_autofree char *id = vsl_desk_find_debate (cli->desk, argv[2], error);
  g_autoptr(VslDebate) debate = id != NULL ? vsl_desk_load_debate (cli->desk, id, error) : NULL;

  if (debate == NULL)
    return VSL_EXIT_NOT_FOUND;
  if (g_str_equal (argv[1], "set"))
    return change_debate (cli, debate, argv + 3, error);
  if (g_str_equal (argv[1], "passages"))
    return vsl_cli_list_passages (cli, debate, options, error);
  if (g_str_equal (argv[1], "report"))
    return vsl_cli_make_report (cli, debate, options, error);
  if (g_str_equal (argv[1], "delete"))
    return vsl_desk_delete_debate (cli->desk, id, error) ? VSL_EXIT_DONE : VSL_EXIT_STORE;
  if (g_str_equal (argv[1], "undelete"))
    return vsl_desk_undelete_debate (cli->desk, id, error) ? VSL_EXIT_DONE : VSL_EXIT_STORE;

  vsl_cli_print_debate (cli, debate);
  return VSL_EXIT_DONE;
}

/**
 * vsl_cli_debate:
 * @cli: the run
 * @argc: number of arguments
 * @argv: (array length=argc): the arguments, the name of the command first
 * @error: return location for an error
 *
 * `debate`: lists, shows, makes, changes and deletes debates, lists what was said in one, and begins a
 * report of it.
 *
 * Returns: the exit code
 */
VslExit
vsl_cli_debate (VslCli  *cli,
                int      argc,
                char   **argv,
                GError **error)
{
  static const struct
  {
    const char *verb;
    int min;
    int max;
    gboolean writes;
  } verbs[] = {
    { "list", 1, 1, FALSE },        { "show", 2, 2, FALSE },   { "new", 1, G_MAXINT, TRUE },
    { "set", 3, G_MAXINT, TRUE },   { "report", 2, 2, TRUE },  { "passages", 2, 2, FALSE },
    { "delete", 2, 2, TRUE },       { "undelete", 2, 2, TRUE },
  };
  g_auto(VslCliReportOptions) options = { 0 };
  GOptionEntry entries[VSL_CLI_N_REPORT_ENTRIES];
  VslDebateFields fields = { 0 };
  g_autoptr(VslDebate) empty = NULL;
  guint i;

  vsl_cli_report_options_fill (&options, entries);
  if (!vsl_cli_parse (cli, argv[0], entries, &argc, &argv, error))
    return VSL_EXIT_USAGE;
  for (i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      if (argc > 1 && g_str_equal (argv[1], verbs[i].verb))
        break;
    }
  if (i == G_N_ELEMENTS (verbs))
    {
      g_set_error (error, VSL_DESK_ERROR, VSL_DESK_ERROR_USAGE,
                   _("“%s” is not list, show, new, set, passages, report, delete or undelete."),
                   argc < 2 ? "" : argv[1]);
      return VSL_EXIT_USAGE;
    }
  if (!vsl_cli_need_args (cli, argc, argv, verbs[i].min, verbs[i].max, error) ||
      !vsl_cli_report_options_check (&options, argv[1], error))
    return VSL_EXIT_USAGE;
  if (!vsl_cli_open (cli, verbs[i].writes, error))
    return VSL_EXIT_STORE;

  if (g_str_equal (argv[1], "list"))
    return list_debates (cli, error);
  if (!g_str_equal (argv[1], "new"))
    return run_with_debate (cli, argv, &options, error);

  fields.language = cli->language;
  empty = vsl_debate_new (&fields);

  return change_debate (cli, empty, argv + 2, error);
}
