/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cli"

#include "config.h"

#include "cli/vsl-cli-debate.h"

#include "cli/vsl-cli-article-json.h"

#include <glib/gi18n.h>

/**
 * vsl_cli_read_transcript:
 * @path: a file, or `-` for standard input
 * @format: (nullable): the name of its format
 * @article: (nullable): the article whose participants may be speaking
 * @error: return location for an error
 *
 * Returns: (transfer full): what was said
 */
VslTranscript *
vsl_cli_read_transcript (const char  *path,
                         const char  *format,
                         VslArticle  *article,
                         GError     **error)
{
  g_autoptr(GFile) file = NULL;
  g_autoptr(GBytes) bytes = NULL;

  if (!g_str_equal (path, "-"))
    {
      file = g_file_new_for_commandline_arg (path);
      return vsl_desk_read_transcript (file, format, article, error);
    }

  bytes = vsl_cli_read_input (error);

  return bytes != NULL ? vsl_desk_parse_transcript (bytes, NULL, format, article, error) : NULL;
}

/**
 * vsl_cli_load_for_debate:
 * @cli: the run
 * @id_or_file: an `ID|FILE`
 * @path: (nullable): a transcript; without it, that which is attached to a stored article
 * @article: (out): the article
 * @transcript: (out) (nullable): what was said, if anybody knows
 * @error: return location for an error
 *
 * Opens the desk and finds what a command about quotations works on.
 *
 * Returns: whether it could be loaded
 */
gboolean
vsl_cli_load_for_debate (VslCli         *cli,
                         const char     *id_or_file,
                         const char     *path,
                         VslArticle    **article,
                         VslTranscript **transcript,
                         GError        **error)
{
  g_autoptr(VslArticle) loaded = NULL;
  g_autoptr(VslTranscript) said = NULL;
  g_autoptr(GError) cause = NULL;

  if (!vsl_cli_open (cli, FALSE, error))
    return FALSE;
  loaded = vsl_cli_load_or_read (cli, id_or_file, error);
  if (loaded == NULL)
    return FALSE;

  if (path != NULL)
    said = vsl_cli_read_transcript (path, NULL, loaded, &cause);
  else if (vsl_article_get_id (loaded) != NULL)
    said = vsl_desk_load_transcript (cli->desk, vsl_article_get_id (loaded), &cause);
  /* That nothing is attached is an answer, not an error. */
  if (cause != NULL &&
      (path != NULL || !g_error_matches (cause, VSL_DESK_ERROR, VSL_DESK_ERROR_NOT_FOUND)))
    {
      g_propagate_error (error, g_steal_pointer (&cause));
      return FALSE;
    }

  *article = g_steal_pointer (&loaded);
  *transcript = g_steal_pointer (&said);
  return TRUE;
}

/**
 * vsl_cli_load_attached:
 * @cli: the run, with an open desk
 * @article: a stored article
 * @error: return location for an error
 *
 * Returns: (transfer full): what was said in the debate of @article; without it an error that says how
 *   to attach a transcript
 */
VslTranscript *
vsl_cli_load_attached (VslCli      *cli,
                       VslArticle  *article,
                       GError     **error)
{
  g_autoptr(GError) cause = NULL;
  VslTranscript *transcript =
    vsl_desk_load_transcript (cli->desk, vsl_article_get_id (article), &cause);

  if (g_error_matches (cause, VSL_DESK_ERROR, VSL_DESK_ERROR_NOT_FOUND))
    g_set_error (error, VSL_DESK_ERROR, VSL_DESK_ERROR_NOT_FOUND,
                 _("No transcript belongs to article “%s”. Attach one with “transcript attach”."),
                 vsl_article_get_id (article));
  else if (cause != NULL)
    g_propagate_error (error, g_steal_pointer (&cause));

  return transcript;
}

static void
add_time (JsonBuilder *builder,
          const char  *name,
          gint64       ms)
{
  json_builder_set_member_name (builder, name);
  if (ms == VSL_TIME_UNKNOWN)
    json_builder_add_null_value (builder);
  else
    json_builder_add_int_value (builder, ms);
}

/**
 * vsl_cli_add_utterance:
 * @builder: inside an object
 * @utterance: an utterance
 *
 * Adds the members of an utterance.
 */
void
vsl_cli_add_utterance (JsonBuilder  *builder,
                       VslUtterance *utterance)
{
  const char *speaker = vsl_utterance_get_speaker (utterance);

  vsl_cli_add_string (builder, "id", vsl_utterance_get_id (utterance));
  add_time (builder, "start_ms", vsl_utterance_get_start_ms (utterance));
  add_time (builder, "end_ms", vsl_utterance_get_end_ms (utterance));
  vsl_cli_add_string (builder, "speaker", *speaker != '\0' ? speaker : NULL);
  vsl_cli_add_string (builder, "text", vsl_utterance_get_text (utterance));
}
