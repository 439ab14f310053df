/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cli"

#include "config.h"

#include "cli/vsl-cli-article-json.h"
#include "cli/vsl-cli-commands.h"
#include "cli/vsl-cli-diff.h"
#include "cli/vsl-cli-publications.h"
#include "desk/vsl-article-diff.h"
#include "desk/vsl-desk-resolve.h"
#include "desk/vsl-version-words.h"

#include <glib/gi18n.h>

/* What was asked for. */
typedef struct
{
  char *site;    /* (owned) (nullable) */
  char *take;    /* (owned) (nullable) ours, theirs or merge */
  char *keep;    /* (owned) (nullable) in passages that both changed: ours, theirs or both */
  gboolean list; /* only tell how the two differ */
} Options;

static void
options_clear (Options *options)
{
  g_free (options->site);
  g_free (options->take);
  g_free (options->keep);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* An answer that is waited for. */
typedef struct
{
  gboolean done;
  VslConflict *conflict; /* (owned) (nullable) */
  GError *error;         /* (owned) (nullable) */
} Answer;

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  Answer *answer = user_data;

  answer->conflict = vsl_desk_read_conflict_finish (VSL_DESK (object), result, &answer->error);
  answer->done = TRUE;
}

static VslConflict *
read_conflict (VslCli        *cli,
               VslOutboxRow  *row,
               GError       **error)
{
  Answer answer = { 0 };

  vsl_desk_read_conflict_async (cli->desk, row, NULL, read_cb, &answer);
  while (!answer.done)
    g_main_context_iteration (NULL, TRUE);
  if (answer.error != NULL)
    g_propagate_error (error, answer.error);

  return answer.conflict;
}

static void
taken_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  Answer *answer = user_data;

  vsl_desk_take_theirs_finish (VSL_DESK (object), result, &answer->error);
  answer->done = TRUE;
}

static gboolean
take_theirs (VslCli       *cli,
             VslConflict  *conflict,
             VslArticle   *merged,
             GError      **error)
{
  Answer answer = { 0 };

  vsl_desk_take_theirs_async (cli->desk, conflict, merged, taken_cb, &answer);
  while (!answer.done)
    g_main_context_iteration (NULL, TRUE);
  if (answer.error == NULL)
    return TRUE;

  g_propagate_error (error, answer.error);

  return FALSE;
}

static void
add_passages (JsonBuilder *builder,
              VslConflict *conflict)
{
  GPtrArray *passages = vsl_conflict_get_passages (conflict);
  guint i;

  json_builder_set_member_name (builder, "conflicts");
  json_builder_begin_array (builder);
  for (i = 0; i < passages->len; i++)
    {
      const VslConflictPassage *passage = passages->pdata[i];

      json_builder_begin_object (builder);
      vsl_cli_add_string (builder, "field", vsl_field_get_name (passage->field));
      vsl_cli_add_string (builder, "base", passage->base);
      vsl_cli_add_string (builder, "ours", passage->ours);
      vsl_cli_add_string (builder, "theirs", passage->theirs);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
print_passages (VslConflict *conflict)
{
  GPtrArray *passages = vsl_conflict_get_passages (conflict);
  guint i;

  for (i = 0; i < passages->len; i++)
    {
      const VslConflictPassage *passage = passages->pdata[i];

      g_print ("%s\n%s\n  %s\n%s\n  %s\n%s\n  %s\n\n",
               vsl_version_words_get_field (vsl_field_get_name (passage->field)), _("It was:"), passage->base,
               _("Ours:"), passage->ours, _("Theirs:"), passage->theirs);
    }
}

static void
begin_object (JsonBuilder  *builder,
              VslOutboxRow *row)
{
  json_builder_begin_object (builder);
  vsl_cli_add_string (builder, "id", vsl_outbox_row_get_article_id (row));
  vsl_cli_add_string (builder, "site", vsl_outbox_row_get_site (row));
}

static void
add_left (JsonBuilder *builder,
          VslConflict *conflict)
{
  json_builder_set_member_name (builder, "left");
  json_builder_add_int_value (builder, vsl_conflict_get_n_left (conflict));
}

static void
print_left (VslConflict *conflict)
{
  if (vsl_conflict_get_n_left (conflict) > 0)
    g_print ("%s\n", _("The byline, the credit or the participants were changed there too; change those here "
                       "by hand."));
}

/* `--list`: how they differ, and where they do not go together. */
static VslExit
list_differences (VslCli      *cli,
                  VslConflict *conflict,
                  GError     **error)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(VslArticle) theirs = vsl_conflict_adopt_theirs (conflict);
  g_autoptr(GPtrArray) diffs = NULL;

  if (theirs == NULL)
    {
      g_set_error_literal (error, VSL_DESK_ERROR, VSL_DESK_ERROR_CONFLICT, vsl_conflict_get_problem (conflict));
      return VSL_EXIT_CONFLICT;
    }

  diffs = vsl_article_diff (vsl_conflict_get_ours (conflict), theirs);
  if (!cli->json)
    {
      vsl_cli_print_field_diffs (diffs);
      print_left (conflict);
      return VSL_EXIT_ACT;
    }

  begin_object (builder, vsl_conflict_get_row (conflict));
  vsl_cli_add_field_diffs (builder, diffs);
  add_passages (builder, conflict);
  add_left (builder, conflict);
  json_builder_end_object (builder);
  vsl_cli_print_json_builder (builder);

  return VSL_EXIT_ACT;
}

/* What is asked for every passage that both changed. */
static VslArticle *
merge (VslConflict *conflict,
       const char  *keep)
{
  guint n = vsl_conflict_get_passages (conflict)->len;
  g_autofree VslKeep *keeps = g_new0 (VslKeep, n + 1);
  guint i;

  for (i = 0; i < n; i++)
    keeps[i] = g_strcmp0 (keep, "theirs") == 0 ? VSL_KEEP_THEIRS
               : g_strcmp0 (keep, "both") == 0 ? VSL_KEEP_BOTH : VSL_KEEP_OURS;

  return vsl_conflict_merge (conflict, keeps);
}

static VslExit
refuse_merge (VslCli       *cli,
              VslConflict  *conflict,
              GError      **error)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  guint n = vsl_conflict_get_passages (conflict)->len;

  if (cli->json)
    {
      begin_object (builder, vsl_conflict_get_row (conflict));
      add_passages (builder, conflict);
      json_builder_end_object (builder);
      vsl_cli_print_json_builder (builder);
    }
  else
    {
      print_passages (conflict);
    }
  g_set_error (error, VSL_DESK_ERROR, VSL_DESK_ERROR_CONFLICT,
               ngettext ("One place was changed by both in another way, so nothing was merged. Say with "
                         "--keep whether ours, theirs or both stays there.",
                         "%u places were changed by both in another way, so nothing was merged. Say with "
                         "--keep whether ours, theirs or both stays there.", n), n);

  return VSL_EXIT_CONFLICT;
}

static VslExit
bring_theirs (VslCli        *cli,
              VslConflict   *conflict,
              const Options *options,
              GError       **error)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(VslArticle) merged = NULL;
  gboolean merging = g_str_equal (options->take, "merge");

  if (merging && options->keep == NULL && vsl_conflict_get_passages (conflict)->len > 0)
    return refuse_merge (cli, conflict, error);
  if (merging)
    merged = merge (conflict, options->keep);
  if (!take_theirs (cli, conflict, merged, error))
    return VSL_EXIT_CONFLICT;

  begin_object (builder, vsl_conflict_get_row (conflict));
  vsl_cli_add_string (builder, "taken", options->take);
  add_left (builder, conflict);
  json_builder_end_object (builder);
  if (cli->json)
    vsl_cli_print_json_builder (builder);
  else
    g_print ("%s\n", merging ? _("Both versions are merged here. Read the article, and publish it again.")
                             : _("Their version is here now; ours is among the versions."));
  if (!cli->json)
    print_left (conflict);

  return vsl_conflict_get_n_left (conflict) > 0 ? VSL_EXIT_ACT : VSL_EXIT_DONE;
}

static VslExit
send_ours (VslCli        *cli,
           VslOutboxRow  *row,
           VslSite       *site,
           GError       **error)
{
  g_autoptr(GPtrArray) publications = vsl_cli_publications_new ();
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(VslPublication) publication = vsl_desk_take_ours (cli->desk, row, error);
  VslExit result;

  if (publication == NULL)
    return VSL_EXIT_USAGE;

  vsl_cli_publications_add (publications, vsl_outbox_row_get_article_id (row), site, publication);
  result = vsl_cli_publications_wait (publications, cli, builder);
  if (cli->json)
    vsl_cli_print_json_builder (builder);

  return result;
}

static VslExit
resolve (VslCli        *cli,
         const char    *id_or_prefix,
         VslSite       *site,
         const Options *options,
         GError       **error)
{
  g_autofree char *id = vsl_desk_find_article (cli->desk, id_or_prefix, error);
  g_autoptr(VslOutboxRow) row = NULL;
  g_autoptr(VslConflict) conflict = NULL;

  if (id == NULL)
    return VSL_EXIT_NOT_FOUND;
  row = vsl_desk_find_copy (cli->desk, id, vsl_site_get_name (site), error);
  if (row == NULL)
    {
      if (error != NULL && *error == NULL)
        g_set_error (error, VSL_DESK_ERROR, VSL_DESK_ERROR_NOT_FOUND,
                     _("The article %s was never put on “%s”."), id, vsl_site_get_name (site));
      return VSL_EXIT_NOT_FOUND;
    }
  if (vsl_outbox_row_get_state (row) != VSL_OUTBOX_CONFLICT)
    {
      g_set_error_literal (error, VSL_DESK_ERROR, VSL_DESK_ERROR_USAGE,
                           _("There is no conflict on that site, so there is nothing to choose."));
      return VSL_EXIT_USAGE;
    }
  if (g_strcmp0 (options->take, "ours") == 0 && !options->list)
    return send_ours (cli, row, site, error);

  conflict = read_conflict (cli, row, error);
  if (conflict == NULL)
    return VSL_EXIT_STORE;

  return options->list ? list_differences (cli, conflict, error)
                       : bring_theirs (cli, conflict, options, error);
}

static gboolean
is_one_of (const char *text,
           const char *a,
           const char *b,
           const char *c)
{
  return g_strcmp0 (text, a) == 0 || g_strcmp0 (text, b) == 0 || g_strcmp0 (text, c) == 0;
}

static gboolean
check_options (const Options  *options,
               GError        **error)
{
  if (!options->list && !is_one_of (options->take, "ours", "theirs", "merge"))
    g_set_error_literal (error, VSL_DESK_ERROR, VSL_DESK_ERROR_USAGE,
                         _("Say what to take: “--take ours” puts our version on the site, “--take "
                           "theirs” and “--take merge” bring theirs here; the other is kept."));
  else if (options->keep != NULL && (options->list || g_strcmp0 (options->take, "merge") != 0 ||
                                     !is_one_of (options->keep, "ours", "theirs", "both")))
    g_set_error_literal (error, VSL_DESK_ERROR, VSL_DESK_ERROR_USAGE,
                         _("--keep goes with “--take merge” and is ours, theirs or both: what stays where "
                           "both changed the same words."));
  else
    return TRUE;

  return FALSE;
}

/**
 * vsl_cli_resolve:
 * @cli: the run
 * @argc: number of arguments
 * @argv: (array length=argc): the arguments, the name of the command first
 * @error: return location for an error
 *
 * `resolve`: ends a conflict. With `--take ours` our version goes to the site, and theirs is kept.
 * With `theirs` and `merge` nothing is sent: theirs is taken over here, or merged with ours. `--list`
 * only tells how they differ.
 *
 * Returns: the exit code
 */
VslExit
vsl_cli_resolve (VslCli  *cli,
                 int      argc,
                 char   **argv,
                 GError **error)
{
  g_auto(Options) options = { 0 };
  g_autoptr(VslSite) site = NULL;
  GOptionEntry entries[] = {
    { "site", 0, 0, G_OPTION_ARG_STRING, &options.site, NULL, NULL },
    { "take", 0, 0, G_OPTION_ARG_STRING, &options.take, NULL, NULL },
    { "keep", 0, 0, G_OPTION_ARG_STRING, &options.keep, NULL, NULL },
    { "list", 0, 0, G_OPTION_ARG_NONE, &options.list, NULL, NULL },
    { "password-file", 0, 0, G_OPTION_ARG_FILENAME, &cli->password_file, NULL, NULL },
    { NULL },
  };

  if (!vsl_cli_parse (cli, argv[0], entries, &argc, &argv, error) ||
      !vsl_cli_need_args (cli, argc, argv, 1, 1, error) || !check_options (&options, error))
    return VSL_EXIT_USAGE;
  if (!vsl_cli_open (cli, !options.list, error))
    return VSL_EXIT_STORE;
  site = vsl_cli_find_site (cli, options.site, error);
  if (site == NULL)
    return VSL_EXIT_NOT_FOUND;

  return resolve (cli, argv[1], site, &options, error);
}
