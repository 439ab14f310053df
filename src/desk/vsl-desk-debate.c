/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "config.h"

#include "desk/vsl-desk-debate.h"

#include "debate/vsl-balance.h"
#include "debate/vsl-quotation-checker.h"
#include "debate/vsl-suggestions.h"
#include "debate/vsl-transcript-reader.h"
#include "debate/vsl-transcript-writer.h"
#include "desk/vsl-desk-fault.h"
#include "desk/vsl-desk-private.h"

#include <glib/gi18n.h>

/* Names that may stand before a colon in a transcript of this article's debate. */
static char **
list_names (VslArticle *article)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  guint i;

  for (i = 0; article != NULL && i < vsl_article_get_n_participants (article); i++)
    g_strv_builder_add (builder,
                        vsl_participant_get_name (vsl_article_get_participant (article, i)));

  return g_strv_builder_end (builder);
}

static const char *
get_chair (VslArticle *article)
{
  VslParticipant *chair = article != NULL ? vsl_article_get_chair (article) : NULL;

  return chair != NULL ? vsl_participant_get_name (chair) : NULL;
}

/* The error of a lower layer as one of the desk, with the name of the file before it. */
static void
take_error (GError     **error,
            GError      *cause,
            const char  *name)
{
  VslDeskError code = VSL_DESK_ERROR_INPUT;
  const char *word = "unreadable";

  if (g_error_matches (cause, VSL_TRANSCRIPT_ERROR, VSL_TRANSCRIPT_ERROR_UNKNOWN_FORMAT))
    {
      code = VSL_DESK_ERROR_USAGE;
      word = "unknown-format";
    }
  else if (g_error_matches (cause, VSL_TRANSCRIPT_ERROR, VSL_TRANSCRIPT_ERROR_EMPTY))
    word = "empty";
  else if (g_error_matches (cause, VSL_TRANSCRIPT_ERROR, VSL_TRANSCRIPT_ERROR_TOO_LARGE))
    word = "too-large";
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    {
      code = VSL_DESK_ERROR_NOT_FOUND;
      word = "not-found";
    }

  if (name != NULL)
    vsl_desk_fault_set (error, code, word, "%s: %s", name, cause->message);
  else
    vsl_desk_fault_set (error, code, word, "%s", cause->message);
  g_error_free (cause);
}

/**
 * vsl_desk_parse_transcript:
 * @bytes: a file
 * @name: (nullable): its name, for the format and for messages
 * @format: (nullable): the name of its format; %NULL to find out
 * @article: (nullable): the article whose participants may be speaking
 * @error: return location for an error
 *
 * Reads a transcript of any of the formats that meeting programs write. Any thread.
 *
 * Returns: (transfer full): the transcript, or %NULL with a #VslDeskError
 */
VslTranscript *
vsl_desk_parse_transcript (GBytes      *bytes,
                           const char  *name,
                           const char  *format,
                           VslArticle  *article,
                           GError     **error)
{
  g_auto(GStrv) names = list_names (article);
  GError *cause = NULL;
  VslTranscript *transcript;

  g_return_val_if_fail (bytes != NULL, NULL);

  transcript = vsl_transcript_read (bytes, name, format, (const char * const *) names, &cause);
  if (transcript == NULL)
    take_error (error, cause, name);

  return transcript;
}

/**
 * vsl_desk_load_transcript_file:
 * @file: a file
 * @error: return location for an error
 *
 * Waits for the disk.
 *
 * Returns: (transfer full): what is in it, or %NULL with a #VslDeskError that names the file
 */
GBytes *
vsl_desk_load_transcript_file (GFile   *file,
                               GError **error)
{
  g_autofree char *name = g_file_get_basename (file);
  GError *cause = NULL;
  GBytes *bytes = g_file_load_bytes (file, NULL, NULL, &cause);

  if (bytes == NULL)
    take_error (error, cause, name);

  return bytes;
}

/**
 * vsl_desk_read_transcript:
 * @file: a file
 * @format: (nullable): the name of its format; %NULL to find out
 * @article: (nullable): the article whose participants may be speaking
 * @error: return location for an error
 *
 * Reads a transcript from a file. Waits for the disk.
 *
 * Returns: (transfer full): the transcript, or %NULL with a #VslDeskError
 */
VslTranscript *
vsl_desk_read_transcript (GFile       *file,
                          const char  *format,
                          VslArticle  *article,
                          GError     **error)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr(GBytes) bytes = vsl_desk_load_transcript_file (file, error);

  return bytes != NULL ? vsl_desk_parse_transcript (bytes, name, format, article, error) : NULL;
}

/**
 * vsl_desk_write_transcript:
 * @transcript: a transcript
 * @format: vtt, srt, tei, markdown or text
 * @article: (nullable): the article whose title, language and chair it gets
 * @error: return location for an error
 *
 * Writes what may be used: nothing that is off the record.
 *
 * Returns: (transfer full): the file, in UTF-8, or %NULL with a #VslDeskError
 */
char *
vsl_desk_write_transcript (VslTranscript  *transcript,
                           const char     *format,
                           VslArticle     *article,
                           GError        **error)
{
  VslTranscriptFormat known;
  g_autoptr(VslTranscript) public = NULL;

  g_return_val_if_fail (VSL_IS_TRANSCRIPT (transcript), NULL);

  if (!vsl_transcript_format_from_name (format, &known))
    {
      vsl_desk_fault_set (error, VSL_DESK_ERROR_USAGE, "unknown-format",
                          _("“%s” is not a format in which a transcript can be written. Known "
                            "are: vtt, srt, tei, markdown, text."),
                          format != NULL ? format : "");
      return NULL;
    }

  public = vsl_transcript_dup_on_record (transcript);

  return vsl_transcript_write (
    public, known, article != NULL ? vsl_article_get_text (article, VSL_FIELD_EVENT) : NULL,
    article != NULL ? vsl_article_get_language (article) : "nl", get_chair (article));
}

/**
 * vsl_desk_check_quotations:
 * @article: an article
 * @transcript: (nullable): what was said
 *
 * Any thread; to be called on a worker from the window.
 *
 * Returns: (transfer full): its quotations, held against @transcript
 */
VslQuotationReport *
vsl_desk_check_quotations (VslArticle    *article,
                           VslTranscript *transcript)
{
  return vsl_quotation_checker_check (article, transcript);
}

/**
 * vsl_desk_measure_balance:
 * @article: an article
 * @transcript: (nullable): what was said
 *
 * Returns: (transfer full): an array of #VslBalanceRow, in the order of the participants, which
 *   belong to @article
 */
GArray *
vsl_desk_measure_balance (VslArticle    *article,
                          VslTranscript *transcript)
{
  g_autoptr(VslQuotationReport) report = vsl_quotation_checker_check (article, NULL);

  return vsl_balance_measure (article, report, transcript);
}

/**
 * vsl_desk_suggest_passages:
 * @transcript: what was said
 * @language: the language that is spoken
 * @article: (nullable): the article whose chair is left out
 * @per_speaker: how many passages a speaker gets at most
 *
 * Returns: (transfer full): an array of #VslSuggestion
 */
GArray *
vsl_desk_suggest_passages (VslTranscript *transcript,
                           const char    *language,
                           VslArticle    *article,
                           guint          per_speaker)
{
  return vsl_suggestions_make (transcript, language, get_chair (article), per_speaker);
}
