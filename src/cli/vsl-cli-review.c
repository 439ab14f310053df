/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cli"

#include "config.h"

#include "cli/vsl-cli-article-json.h"
#include "cli/vsl-cli-commands.h"
#include "cli/vsl-cli-table.h"

#include "desk/vsl-desk-reviews.h"
#include "desk/vsl-review-sheet.h"
#include "desk/vsl-site-time.h"

#include <glib/gi18n.h>
#include <stdio.h>

/* What was given with the options. */
typedef struct
{
  char *until;
  char *channel;
  char *recipient;
  char *address;
  char *note;
  char *format;
  char *language;
  char *output;
  gint64 accept;
  gint64 decline;
} Options;

static void
options_clear (Options *self)
{
  g_free (self->until);
  g_free (self->channel);
  g_free (self->recipient);
  g_free (self->address);
  g_free (self->note);
  g_free (self->format);
  g_free (self->language);
  g_free (self->output);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* NULL is no moment, which is 0. */
static gboolean
parse_moment (const char  *text,
              gint64      *at,
              GError     **error)
{
  *at = 0;

  return text == NULL || vsl_site_time_parse_here (text, at, error);
}

static void
add_time (JsonBuilder *builder,
          const char  *name,
          gint64       at)
{
  g_autofree char *text = at > 0 ? vsl_cli_format_time (at) : NULL;

  vsl_cli_add_string (builder, name, text);
}

static void
add_boolean (JsonBuilder *builder,
             const char  *name,
             gboolean     value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, value);
}

static void
add_step (JsonBuilder   *builder,
          VslReviewStep *step)
{
  const VslReviewStepFields *fields = vsl_review_step_get_fields (step);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "step");
  json_builder_add_int_value (builder, fields->number);
  add_time (builder, "at", fields->at);
  vsl_cli_add_string (builder, "what", vsl_review_what_get_name (fields->what));
  vsl_cli_add_string (builder, "recipient", fields->recipient);
  vsl_cli_add_string (builder, "address", fields->address);
  vsl_cli_add_string (builder, "channel", fields->channel);
  add_time (builder, "deadline", fields->moment);
  vsl_cli_add_string (builder, "hash", fields->hash);
  vsl_cli_add_string (builder, "note", fields->note);
  json_builder_end_object (builder);
}

static void
add_passages (JsonBuilder *builder,
              const char  *name,
              GPtrArray   *passages)
{
  guint i;

  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (i = 0; passages != NULL && i < passages->len; i++)
    {
      const VslReviewPassage *passage = g_ptr_array_index (passages, i);

      json_builder_begin_object (builder);
      vsl_cli_add_string (builder, "place", vsl_review_place_get_name (passage->place));
      vsl_cli_add_string (builder, "text", passage->text);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_remarks (JsonBuilder *builder,
             GArray      *remarks)
{
  guint i;

  json_builder_set_member_name (builder, "remarks");
  json_builder_begin_array (builder);
  for (i = 0; i < remarks->len; i++)
    {
      const VslReviewRemark *remark = &g_array_index (remarks, VslReviewRemark, i);
      const VslReviewStepFields *fields = vsl_review_step_get_fields (remark->step);
      const VslReviewStepFields *answer =
        remark->answer != NULL ? vsl_review_step_get_fields (remark->answer) : NULL;

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "remark");
      json_builder_add_int_value (builder, fields->number);
      vsl_cli_add_string (builder, "text", fields->note);
      vsl_cli_add_string (builder, "answer",
                          answer == NULL ? NULL : answer->accepted ? "accepted" : "declined");
      vsl_cli_add_string (builder, "reason", answer != NULL ? answer->note : NULL);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_review (JsonBuilder *builder,
            VslReview   *review)
{
  gint64 now = g_get_real_time ();
  VslReviewStep *sent = vsl_review_get_sent (review);
  g_autofree char *message = vsl_review_get_outstanding (review)
                             ? vsl_review_words_outstanding (review, now) : NULL;
  guint i;

  json_builder_begin_object (builder);
  vsl_cli_add_string (builder, "name", vsl_review_get_name (review));
  add_boolean (builder, "participant", vsl_review_get_present (review));
  vsl_cli_add_string (builder, "state", vsl_review_state_get_name (vsl_review_get_state (review)));
  add_boolean (builder, "changed", vsl_review_get_changed (review));
  add_boolean (builder, "outstanding", vsl_review_get_outstanding (review));
  add_boolean (builder, "late", vsl_review_is_late (review, now));
  add_time (builder, "deadline", sent != NULL ? vsl_review_step_get_fields (sent)->moment : 0);
  vsl_cli_add_string (builder, "message", message);
  add_passages (builder, "passages", vsl_review_get_passages (review));
  add_passages (builder, "shown", vsl_review_get_frozen (review));
  add_remarks (builder, vsl_review_get_remarks (review));
  json_builder_set_member_name (builder, "history");
  json_builder_begin_array (builder);
  for (i = 0; i < vsl_review_get_steps (review)->len; i++)
    add_step (builder, g_ptr_array_index (vsl_review_get_steps (review), i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
add_embargo (JsonBuilder      *builder,
             const VslEmbargo *embargo)
{
  json_builder_set_member_name (builder, "embargo");
  json_builder_begin_object (builder);
  add_time (builder, "until", embargo->until);
  add_boolean (builder, "in_force", vsl_embargo_blocks (embargo, g_get_real_time ()));
  add_boolean (builder, "overridden", embargo->overridden);
  vsl_cli_add_string (builder, "note", embargo->note);
  vsl_cli_add_string (builder, "reason", embargo->reason);
  json_builder_end_object (builder);
}

static void
print_reviews (GPtrArray        *reviews,
               const VslEmbargo *embargo)
{
  g_autoptr(VslCliTable) table = vsl_cli_table_new (2);
  gint64 now = g_get_real_time ();
  g_autofree char *sentence = vsl_review_words_embargo (embargo, now);
  guint i;

  for (i = 0; i < reviews->len; i++)
    {
      VslReview *review = g_ptr_array_index (reviews, i);
      g_autofree char *status = vsl_review_words_status (review, now);

      vsl_cli_table_add (table, vsl_review_get_name (review), status, NULL);
    }
  vsl_cli_table_print (table);
  if (sentence != NULL)
    g_print ("%s\n", sentence);
}

static VslExit
list_reviews (VslCli      *cli,
              VslArticle  *article,
              GError     **error)
{
  g_autoptr(GPtrArray) reviews = vsl_desk_list_reviews (cli->desk, article, error);
  g_auto(VslEmbargo) embargo = { 0 };
  g_autoptr(JsonBuilder) builder = NULL;
  VslExit result = VSL_EXIT_DONE;
  guint i;

  if (reviews == NULL ||
      !vsl_desk_load_embargo (cli->desk, vsl_article_get_id (article), &embargo, error))
    return VSL_EXIT_STORE;

  builder = json_builder_new ();
  json_builder_begin_object (builder);
  vsl_cli_add_string (builder, "id", vsl_article_get_id (article));
  add_embargo (builder, &embargo);
  json_builder_set_member_name (builder, "reviews");
  json_builder_begin_array (builder);
  for (i = 0; i < reviews->len; i++)
    {
      add_review (builder, g_ptr_array_index (reviews, i));
      if (vsl_review_get_outstanding (g_ptr_array_index (reviews, i)))
        result = VSL_EXIT_ACT;
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  if (cli->json)
    vsl_cli_print_json_builder (builder);
  else
    print_reviews (reviews, &embargo);

  return result;
}

static gboolean
write_file (const char  *name,
            GBytes      *bytes,
            GError     **error)
{
  g_autoptr(GError) failure = NULL;

  if (g_file_set_contents (name, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                           &failure))
    return TRUE;

  g_set_error (error, VSL_DESK_ERROR, VSL_DESK_ERROR_INPUT, _("The file “%s” cannot be written: %s"),
               name, failure->message);
  return FALSE;
}

/* NULL for that of the article. */
static gboolean
is_language (const char  *language,
             GError     **error)
{
  if (language == NULL || g_str_equal (language, "nl") || g_str_equal (language, "en"))
    return TRUE;

  g_set_error (error, VSL_DESK_ERROR, VSL_DESK_ERROR_USAGE,
               _("A sheet is in “nl” or “en”, not in “%s”."), language);
  return FALSE;
}

static VslExit
write_sheet (VslCli         *cli,
             VslArticle     *article,
             const char     *name,
             const Options  *options,
             GError        **error)
{
  g_autoptr(VslReview) review = vsl_desk_find_review (cli->desk, article, name, error);
  g_autoptr(VslReviewSheet) sheet = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autofree char *recipient = NULL;
  g_autofree char *address = NULL;
  gint64 deadline;
  gsize size;
  gconstpointer data;

  if (review == NULL || !parse_moment (options->until, &deadline, error) ||
      !is_language (options->language, error))
    return VSL_EXIT_USAGE;

  sheet = vsl_review_sheet_new (review, article, options->language, deadline,
                                g_get_real_time ());
  vsl_desk_find_review_address (cli->desk, vsl_review_get_name (review), &recipient, &address);
  bytes = vsl_review_sheet_write (sheet, options->format != NULL ? options->format : "text",
                                  options->address != NULL ? options->address : address, error);
  if (bytes == NULL)
    return VSL_EXIT_USAGE;

  if (options->output != NULL && !g_str_equal (options->output, "-"))
    return write_file (options->output, bytes, error) ? VSL_EXIT_DONE : VSL_EXIT_INPUT;

  data = g_bytes_get_data (bytes, &size);
  fwrite (data, 1, size, stdout);

  return VSL_EXIT_DONE;
}

static VslExit
print_review (VslCli    *cli,
              VslReview *review)
{
  g_autoptr(JsonBuilder) builder = NULL;
  g_autofree char *status = NULL;

  if (!cli->json)
    {
      status = vsl_review_words_status (review, g_get_real_time ());
      g_print ("%s: %s\n", vsl_review_get_name (review), status);
      return VSL_EXIT_DONE;
    }

  builder = json_builder_new ();
  add_review (builder, review);
  vsl_cli_print_json_builder (builder);

  return VSL_EXIT_DONE;
}

static VslExit
take_step (VslCli         *cli,
           VslArticle     *article,
           VslReviewWhat   what,
           const char     *name,
           const Options  *options,
           GError        **error)
{
  VslReviewStepFields step = {
    .what = what, .name = name, .note = options->note, .recipient = options->recipient,
    .address = options->address, .channel = options->channel,
  };
  g_autoptr(VslReview) review = NULL;

  if (!parse_moment (options->until, &step.moment, error))
    return VSL_EXIT_USAGE;
  if (what == VSL_REVIEW_REMARKED && (options->accept > 0 || options->decline > 0))
    {
      step.what = VSL_REVIEW_ANSWERED;
      step.accepted = options->accept > 0;
      step.remark = step.accepted ? options->accept : options->decline;
    }

  review = vsl_desk_add_review_step (cli->desk, article, &step, error);

  return review != NULL ? print_review (cli, review) : VSL_EXIT_USAGE;
}

/* `rename OLD NEW` */
static VslExit
rename_review (VslCli      *cli,
               VslArticle  *article,
               const char  *before,
               const char  *after,
               GError     **error)
{
  g_autoptr(VslReview) review = vsl_desk_rename_review (cli->desk, article, before, after, error);

  return review != NULL ? print_review (cli, review) : VSL_EXIT_USAGE;
}

/* `embargo [TIME|lift|override]` */
static VslExit
change_embargo (VslCli         *cli,
                VslArticle     *article,
                const char     *argument,
                const Options  *options,
                GError        **error)
{
  const char *id = vsl_article_get_id (article);
  g_auto(VslEmbargo) embargo = { 0 };
  g_autoptr(JsonBuilder) builder = NULL;
  g_autofree char *sentence = NULL;
  gint64 until;

  if (g_strcmp0 (argument, "override") == 0)
    {
      if (!vsl_desk_override_embargo (cli->desk, id, options->note, error))
        return VSL_EXIT_USAGE;
    }
  else if (argument != NULL)
    {
      if (!parse_moment (g_str_equal (argument, "lift") ? NULL : argument, &until, error) ||
          !vsl_desk_set_embargo (cli->desk, id, until, options->note, error))
        return VSL_EXIT_USAGE;
    }
  if (!vsl_desk_load_embargo (cli->desk, id, &embargo, error))
    return VSL_EXIT_STORE;
  if (!cli->json)
    {
      sentence = vsl_review_words_embargo (&embargo, g_get_real_time ());
      g_print ("%s\n", sentence != NULL ? sentence : _("This article is not under embargo."));
      return VSL_EXIT_DONE;
    }

  builder = json_builder_new ();
  json_builder_begin_object (builder);
  add_embargo (builder, &embargo);
  json_builder_end_object (builder);
  vsl_cli_print_json_builder (builder);

  return VSL_EXIT_DONE;
}

static const struct
{
  const char *verb;
  int min;
  int max;
  gboolean writes;
  int what; /* a VslReviewWhat; -1 for none */
} verbs[] = {
  { "list", 2, 2, FALSE, -1 },
  { "sheet", 3, 3, FALSE, -1 },
  { "embargo", 2, 3, TRUE, -1 },
  { "agree", 3, 3, TRUE, VSL_REVIEW_AGREED },
  { "sent", 3, 3, TRUE, VSL_REVIEW_SENT },
  { "remark", 3, 3, TRUE, VSL_REVIEW_REMARKED },
  { "process", 3, 3, TRUE, VSL_REVIEW_PROCESSED },
  { "close", 3, 3, TRUE, VSL_REVIEW_CLOSED },
  { "refuse", 3, 3, TRUE, VSL_REVIEW_REFUSED },
  { "withdraw", 3, 3, TRUE, VSL_REVIEW_WITHDRAWN },
  { "rename", 4, 4, TRUE, -1 },
};

/* @argv: the command, the id, the verb, and what it is about */
static VslExit
run_verb (VslCli         *cli,
          guint           verb,
          int             argc,
          char          **argv,
          const Options  *options,
          GError        **error)
{
  g_autoptr(VslArticle) article = NULL;

  if (!vsl_cli_need_args (cli, argc, argv, verbs[verb].min, verbs[verb].max, error))
    return VSL_EXIT_USAGE;
  if (!vsl_cli_open (cli, verbs[verb].writes, error))
    return VSL_EXIT_STORE;
  article = vsl_cli_load (cli, argv[1], error);
  if (article == NULL)
    return VSL_EXIT_NOT_FOUND;

  if (verbs[verb].what >= 0)
    return take_step (cli, article, (VslReviewWhat) verbs[verb].what, argv[3], options, error);
  if (g_str_equal (verbs[verb].verb, "sheet"))
    return write_sheet (cli, article, argv[3], options, error);
  if (g_str_equal (verbs[verb].verb, "rename"))
    return rename_review (cli, article, argv[3], argv[4], error);
  if (g_str_equal (verbs[verb].verb, "embargo"))
    return change_embargo (cli, article, argc > 3 ? argv[3] : NULL, options, error);

  return list_reviews (cli, article, error);
}

/**
 * vsl_cli_review:
 * @cli: the run
 * @argc: number of arguments
 * @argv: (array length=argc): the arguments, the name of the command first
 * @error: return location for an error
 *
 * `review`: who was promised to read their passages, what they were sent and what came back.
 *
 * Returns: the exit code
 */
VslExit
vsl_cli_review (VslCli  *cli,
                int      argc,
                char   **argv,
                GError **error)
{
  g_auto(Options) options = { 0 };
  GOptionEntry entries[] = {
    { "until", 0, 0, G_OPTION_ARG_STRING, &options.until, NULL, NULL },
    { "by", 0, 0, G_OPTION_ARG_STRING, &options.channel, NULL, NULL },
    { "to", 0, 0, G_OPTION_ARG_STRING, &options.recipient, NULL, NULL },
    { "address", 0, 0, G_OPTION_ARG_STRING, &options.address, NULL, NULL },
    { "note", 0, 0, G_OPTION_ARG_STRING, &options.note, NULL, NULL },
    { "accept", 0, 0, G_OPTION_ARG_INT64, &options.accept, NULL, NULL },
    { "decline", 0, 0, G_OPTION_ARG_INT64, &options.decline, NULL, NULL },
    { "format", 0, 0, G_OPTION_ARG_STRING, &options.format, NULL, NULL },
    { "sheet-language", 0, 0, G_OPTION_ARG_STRING, &options.language, NULL, NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output, NULL, NULL },
    { NULL },
  };
  guint i;

  if (!vsl_cli_parse (cli, argv[0], entries, &argc, &argv, error))
    return VSL_EXIT_USAGE;
  for (i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      if (argc > 2 && g_str_equal (argv[2], verbs[i].verb))
        return run_verb (cli, i, argc, argv, &options, error);
    }

  g_set_error (error, VSL_DESK_ERROR, VSL_DESK_ERROR_USAGE,
               _("“%s” is not list, sheet, agree, sent, remark, process, close, refuse, withdraw, "
                 "rename or embargo."), argc > 2 ? argv[2] : "");
  return VSL_EXIT_USAGE;
}
