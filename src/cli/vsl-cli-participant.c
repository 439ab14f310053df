/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cli"

#include "config.h"

#include "cli/vsl-cli-article-json.h"
#include "cli/vsl-cli-commands.h"

#include "core/vsl-article-builder.h"
#include "core/vsl-date.h"
#include "core/vsl-participant-line.h"
#include "core/vsl-text.h"
#include "desk/vsl-desk-debates.h"
#include "desk/vsl-desk-people.h"

#include <glib/gi18n.h>

/* The participant that a line of the box describes. */
static VslParticipant *
parse_participant (const char  *text,
                   gboolean     chair,
                   GError     **error)
{
  g_autofree char *clean = vsl_text_collapse_spaces (text);
  g_autoptr(VslParticipant) participant = NULL;

  if (*clean != '\0')
    participant = vsl_participant_new_from_line (clean);
  if (participant == NULL || vsl_text_is_blank (vsl_participant_get_name (participant)))
    {
      g_set_error_literal (error, VSL_DESK_ERROR, VSL_DESK_ERROR_USAGE,
                           _("A participant needs a name: “Name, role, organisation”."));
      return NULL;
    }

  return vsl_participant_new (vsl_participant_get_person (participant),
                              vsl_participant_get_role (participant),
                              vsl_participant_get_organisation (participant),
                              chair || vsl_participant_get_chair (participant));
}

static gboolean
is_called (VslParticipant *participant,
           const char     *name)
{
  g_autofree char *wanted = vsl_text_fold (name);
  g_autofree char *full = vsl_text_fold (vsl_participant_get_name (participant));
  g_autofree char *last =
    vsl_person_dup_last_name (vsl_participant_get_person (participant));
  g_autofree char *folded_last = vsl_text_fold (last);

  return g_str_equal (wanted, full) || g_str_equal (wanted, folded_last);
}

/* The number of the participant that is meant: by name, or by number from 1. */
static gboolean
find_participant (VslArticle  *article,
                  const char  *name,
                  guint       *index,
                  GError     **error)
{
  guint i, n = vsl_article_get_n_participants (article), n_found = 0;
  guint64 number;

  for (i = 0; i < n; i++)
    {
      if (is_called (vsl_article_get_participant (article, i), name))
        {
          *index = i;
          n_found++;
        }
    }
  if (n_found == 0 && g_ascii_string_to_unsigned (name, 10, 1, MAX (n, 1), &number, NULL) && n > 0)
    {
      *index = (guint) number - 1;
      n_found = 1;
    }
  if (n_found == 1)
    return TRUE;

  g_set_error (error, VSL_DESK_ERROR, VSL_DESK_ERROR_NOT_FOUND,
               n_found == 0 ? _("The article has no participant “%s”.")
                            : _("Several participants are called “%s”. Give the full name, or "
                                "the number in the list."),
               name);
  return FALSE;
}

/* A name alone may be that of somebody in the directory, who then comes with the role of that day. */
static VslParticipant *
find_in_directory (VslCli      *cli,
                   VslArticle  *article,
                   const char  *text,
                   gboolean     chair)
{
  g_autofree char *debate_id = NULL;
  g_autofree char *date = NULL;
  g_autoptr(VslDebate) debate = NULL;
  g_autoptr(VslContact) contact = NULL;
  g_autoptr(VslParticipant) participant = NULL;

  if (strchr (text, ',') == NULL)
    contact = vsl_desk_find_person (cli->desk, text, NULL);
  if (contact == NULL)
    return NULL;

  debate_id = vsl_desk_get_article_debate (cli->desk, vsl_article_get_id (article), NULL);
  if (debate_id != NULL)
    debate = vsl_desk_load_debate (cli->desk, debate_id, NULL);
  date = debate != NULL && *vsl_debate_get_fields (debate)->date != '\0'
         ? g_strdup (vsl_debate_get_fields (debate)->date)
         : vsl_date_from_time (vsl_article_get_created_at (article));
  participant = vsl_contact_make_participant (contact, date);

  return vsl_participant_new (vsl_participant_get_person (participant),
                              vsl_participant_get_role (participant),
                              vsl_participant_get_organisation (participant), chair);
}

static VslArticle *
add_participant (VslCli      *cli,
                 VslArticle  *article,
                 const char  *text,
                 gboolean     chair,
                 GError     **error)
{
  g_autoptr(VslParticipant) participant = find_in_directory (cli, article, text, chair);
  VslArticleBuilder *builder;

  if (participant == NULL)
    participant = parse_participant (text, chair, error);

  if (participant == NULL)
    return NULL;

  builder = vsl_article_builder_new (article);
  vsl_article_builder_add_participant (builder, participant);

  return vsl_article_builder_end (builder);
}

/* The article without the participant, or with that one as the only chair. */
static VslArticle *
change_participant (VslArticle  *article,
                    const char  *verb,
                    const char  *name,
                    GError     **error)
{
  VslArticleBuilder *builder;
  guint index, i;

  if (!find_participant (article, name, &index, error))
    return NULL;

  builder = vsl_article_builder_new (article);
  vsl_article_builder_clear_participants (builder);
  for (i = 0; i < vsl_article_get_n_participants (article); i++)
    {
      VslParticipant *old = vsl_article_get_participant (article, i);
      g_autoptr(VslParticipant) participant = NULL;

      if (g_str_equal (verb, "remove") && i == index)
        continue;
      participant = vsl_participant_new (
        vsl_participant_get_person (old), vsl_participant_get_role (old),
        vsl_participant_get_organisation (old),
        g_str_equal (verb, "chair") ? i == index : vsl_participant_get_chair (old));
      vsl_article_builder_add_participant (builder, participant);
    }

  return vsl_article_builder_end (builder);
}

static VslExit
run_participant (VslCli   *cli,
                 gboolean  chair,
                 char    **argv,
                 GError  **error)
{
  g_autoptr(VslArticle) article = vsl_cli_load (cli, argv[1], error);
  g_autoptr(VslArticle) changed = NULL;
  g_autoptr(VslArticle) stored = NULL;
  g_autoptr(JsonBuilder) builder = NULL;

  if (article == NULL)
    return VSL_EXIT_NOT_FOUND;
  if (g_str_equal (argv[2], "add"))
    changed = add_participant (cli, article, argv[3], chair, error);
  else
    changed = change_participant (article, argv[2], argv[3], error);
  if (changed == NULL)
    return VSL_EXIT_USAGE;
  stored = vsl_desk_save_article (cli->desk, changed, error);
  if (stored == NULL)
    return VSL_EXIT_STORE;

  if (cli->json)
    {
      builder = json_builder_new ();
      vsl_cli_add_article (builder, stored);
      vsl_cli_print_json_builder (builder);
    }
  else
    {
      g_print ("%s\n", vsl_article_get_id (stored));
    }

  return VSL_EXIT_DONE;
}

/**
 * vsl_cli_participant:
 * @cli: the run
 * @argc: number of arguments
 * @argv: (array length=argc): the arguments, the name of the command first
 * @error: return location for an error
 *
 * `participant`: adds or removes a participant, or makes one the chair.
 *
 * Returns: the exit code
 */
VslExit
vsl_cli_participant (VslCli  *cli,
                     int      argc,
                     char   **argv,
                     GError **error)
{
  static const char *const verbs[] = { "add", "remove", "chair", NULL };
  gboolean chair = FALSE;
  GOptionEntry entries[] = {
    { "chair", 0, 0, G_OPTION_ARG_NONE, &chair, NULL, NULL },
    { NULL },
  };

  if (!vsl_cli_parse (cli, argv[0], entries, &argc, &argv, error) ||
      !vsl_cli_need_args (cli, argc, argv, 3, 3, error))
    return VSL_EXIT_USAGE;
  if (!g_strv_contains (verbs, argv[2]))
    {
      g_set_error (error, VSL_DESK_ERROR, VSL_DESK_ERROR_USAGE,
                   _("“%s” is not add, remove or chair."), argv[2]);
      return VSL_EXIT_USAGE;
    }
  if (!vsl_cli_open (cli, TRUE, error))
    return VSL_EXIT_STORE;

  return run_participant (cli, chair, argv, error);
}
