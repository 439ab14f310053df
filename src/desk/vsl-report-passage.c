/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "config.h"

#include "desk/vsl-report-passage.h"

#include "debate/vsl-pad-alignment.h"
#include "debate/vsl-statement-places.h"
#include "debate/vsl-suggestions.h"
#include "desk/vsl-desk-fault.h"

#include <glib/gi18n.h>
#include <string.h>

/* As many of each speaker as can be looked through. */
#define SUGGESTIONS_PER_SPEAKER 3

/**
 * VslReportPassage:
 *
 * What somebody said in one go: one utterance or several in a row, with the statement that was
 * discussed and why it is offered. Any thread.
 */
struct _VslReportPassage
{
  GObject            parent_instance;

  char              *id;       /* (owned) of the first utterance; empty for a line of the pad */
  char              *speaker;  /* (owned) */
  char              *text;     /* (owned) what may be used of it */
  char              *theme;    /* (owned) (nullable) */
  gint64             start_ms; /* VSL_TIME_UNKNOWN for none */
  VslPassageReasons  reasons;
};

G_DEFINE_FINAL_TYPE (VslReportPassage, vsl_report_passage, G_TYPE_OBJECT)

static void
vsl_report_passage_finalize (GObject *object)
{
  VslReportPassage *self = VSL_REPORT_PASSAGE (object);

  g_free (self->id);
  g_free (self->speaker);
  g_free (self->text);
  g_free (self->theme);

  G_OBJECT_CLASS (vsl_report_passage_parent_class)->finalize (object);
}

static void
vsl_report_passage_class_init (VslReportPassageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vsl_report_passage_finalize;
}

static void
vsl_report_passage_init (VslReportPassage *self)
{
}

/**
 * vsl_report_passage_get_id:
 *
 * Returns: (transfer none): the id of its first utterance; empty for a line of the live pad
 */
const char *
vsl_report_passage_get_id (VslReportPassage *self)
{
  g_return_val_if_fail (VSL_IS_REPORT_PASSAGE (self), NULL);

  return self->id;
}

/**
 * vsl_report_passage_get_speaker:
 *
 * Returns: (transfer none): who said it; may be empty
 */
const char *
vsl_report_passage_get_speaker (VslReportPassage *self)
{
  g_return_val_if_fail (VSL_IS_REPORT_PASSAGE (self), NULL);

  return self->speaker;
}

/**
 * vsl_report_passage_get_text:
 *
 * Returns: (transfer none): what may be used of it
 */
const char *
vsl_report_passage_get_text (VslReportPassage *self)
{
  g_return_val_if_fail (VSL_IS_REPORT_PASSAGE (self), NULL);

  return self->text;
}

/**
 * vsl_report_passage_get_theme:
 *
 * Returns: (transfer none) (nullable): the statement that was discussed
 */
const char *
vsl_report_passage_get_theme (VslReportPassage *self)
{
  g_return_val_if_fail (VSL_IS_REPORT_PASSAGE (self), NULL);

  return self->theme;
}

/**
 * vsl_report_passage_get_start_ms:
 *
 * Returns: when it begins, in milliseconds; %VSL_TIME_UNKNOWN
 */
gint64
vsl_report_passage_get_start_ms (VslReportPassage *self)
{
  g_return_val_if_fail (VSL_IS_REPORT_PASSAGE (self), VSL_TIME_UNKNOWN);

  return self->start_ms;
}

/**
 * vsl_report_passage_get_reasons:
 *
 * Returns: why it is offered
 */
VslPassageReasons
vsl_report_passage_get_reasons (VslReportPassage *self)
{
  g_return_val_if_fail (VSL_IS_REPORT_PASSAGE (self), VSL_PASSAGE_SAID);

  return self->reasons;
}

static VslReportPassage *
make_passage (VslUtterance      *utterance,
              const char        *text,
              const char        *theme,
              VslPassageReasons  reasons)
{
  VslReportPassage *self = g_object_new (VSL_TYPE_REPORT_PASSAGE, NULL);

  self->id = g_strdup (vsl_utterance_get_id (utterance));
  self->speaker = g_strdup (vsl_utterance_get_speaker (utterance));
  self->text = g_strdup (text);
  self->theme = g_strdup (theme);
  self->start_ms = vsl_utterance_get_start_ms (utterance);
  self->reasons = reasons;

  return self;
}

static void
add_reason (GHashTable        *reasons,
            VslUtterance      *utterance,
            VslPassageReasons  reason)
{
  const char *id = vsl_utterance_get_id (utterance);
  guint so_far = GPOINTER_TO_UINT (g_hash_table_lookup (reasons, id));

  g_hash_table_insert (reasons, (gpointer) id, GUINT_TO_POINTER (so_far | reason));
}

static void
add_marks (GHashTable    *reasons,
           VslTranscript *transcript,
           GPtrArray     *marked)
{
  g_autoptr(GArray) places = vsl_pad_alignment_place (marked, transcript);
  guint i;

  for (i = 0; i < places->len; i++)
    {
      int place = g_array_index (places, int, i);

      if (place >= 0)
        add_reason (reasons, vsl_transcript_get_utterance (transcript, (guint) place),
                    VSL_PASSAGE_MARKED);
    }
}

static GPtrArray *
list_marked (VslPad *pad)
{
  g_autoptr(GPtrArray) marked = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *entries = pad != NULL ? vsl_pad_get_entries (pad) : NULL;
  guint i;

  for (i = 0; entries != NULL && i < entries->len; i++)
    {
      if (vsl_pad_entry_get_quote (g_ptr_array_index (entries, i)))
        g_ptr_array_add (marked, g_object_ref (g_ptr_array_index (entries, i)));
    }

  return g_steal_pointer (&marked);
}

static const char *
find_chair (VslDebate *debate)
{
  GPtrArray *participants = vsl_debate_get_fields (debate)->participants;
  guint i;

  for (i = 0; i < participants->len; i++)
    {
      if (vsl_participant_get_chair (g_ptr_array_index (participants, i)))
        return vsl_participant_get_name (g_ptr_array_index (participants, i));
    }

  return NULL;
}

/* The statement at each utterance of @transcript, as a text of @debate. */
static const char *
get_theme (VslDebate *debate,
           GArray    *places,
           guint      index)
{
  int place = g_array_index (places, int, index);

  return place >= 0 ? vsl_debate_get_fields (debate)->statements[place] : NULL;
}

/* Without a transcript there is what was written down while it was said. */
static GPtrArray *
list_pad (VslPad *pad)
{
  g_autoptr(GPtrArray) passages = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) marked = list_marked (pad);
  guint i;

  for (i = 0; i < marked->len; i++)
    {
      VslPadEntry *entry = g_ptr_array_index (marked, i);
      g_autoptr(VslUtterance) line = NULL;

      if (*vsl_pad_entry_get_text (entry) == '\0')
        continue;
      line = vsl_utterance_new ("", vsl_pad_entry_get_time_ms (entry), VSL_TIME_UNKNOWN,
                                vsl_pad_entry_get_speaker (entry), vsl_pad_entry_get_text (entry),
                                FALSE);
      g_ptr_array_add (passages, make_passage (line, vsl_pad_entry_get_text (entry), NULL,
                                               VSL_PASSAGE_MARKED));
    }

  return g_steal_pointer (&passages);
}

/**
 * vsl_report_passages_list:
 * @debate: the debate
 * @transcript: (nullable): what was said, with what is off the record
 * @pad: (nullable): what was written down meanwhile
 *
 * Lists what was said and may be used, each with the statement that was discussed and with what speaks
 * for it: a “quote!” of the pad, or that it is a suggestion. Without a transcript these are the marked
 * lines of the pad. Any thread; takes as long as reading the transcript.
 *
 * Returns: (transfer full) (element-type VslReportPassage): the passages in the order of the debate
 */
GPtrArray *
vsl_report_passages_list (VslDebate     *debate,
                          VslTranscript *transcript,
                          VslPad        *pad)
{
  const VslDebateFields *fields = vsl_debate_get_fields (debate);
  g_autoptr(GPtrArray) passages = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) marked = list_marked (pad);
  g_autoptr(GHashTable) reasons = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(VslTranscript) public = NULL;
  g_autoptr(GArray) suggestions = NULL;
  g_autoptr(GArray) places = NULL;
  guint i;

  if (transcript == NULL)
    return list_pad (pad);

  public = vsl_transcript_dup_on_record (transcript);
  suggestions = vsl_suggestions_make (public, fields->language, find_chair (debate),
                                      SUGGESTIONS_PER_SPEAKER);
  for (i = 0; i < suggestions->len; i++)
    add_reason (reasons, g_array_index (suggestions, VslSuggestion, i).utterance,
                VSL_PASSAGE_SUGGESTED);
  add_marks (reasons, public, marked);
  places = vsl_statement_places_find (public, fields->statements);
  for (i = 0; i < vsl_transcript_get_n_utterances (public); i++)
    {
      VslUtterance *utterance = vsl_transcript_get_utterance (public, i);

      g_ptr_array_add (passages, make_passage (
        utterance, vsl_utterance_get_text (utterance), get_theme (debate, places, i),
        GPOINTER_TO_UINT (g_hash_table_lookup (reasons, vsl_utterance_get_id (utterance)))));
    }

  return g_steal_pointer (&passages);
}

/* The index of the utterance @id; -1 for none */
static int
find_utterance (VslTranscript *transcript,
                const char    *id)
{
  guint i;

  for (i = 0; i < vsl_transcript_get_n_utterances (transcript); i++)
    {
      if (g_str_equal (vsl_utterance_get_id (vsl_transcript_get_utterance (transcript, i)), id))
        return (int) i;
    }

  return -1;
}

/* `u12` or `u30-u32`. An id may have a hyphen of its own, so the whole is tried first. */
static gboolean
find_range (VslTranscript  *transcript,
            const char     *range,
            int            *first,
            int            *last,
            GError        **error)
{
  const char *hyphen;

  *first = *last = find_utterance (transcript, range);
  for (hyphen = strchr (range, '-'); *first < 0 && hyphen != NULL; hyphen = strchr (hyphen + 1, '-'))
    {
      g_autofree char *from = g_strndup (range, (gsize) (hyphen - range));

      *first = find_utterance (transcript, from);
      *last = find_utterance (transcript, hyphen + 1);
      if (*last < *first)
        *first = -1;
    }
  if (*first >= 0)
    return TRUE;

  vsl_desk_fault_set (error, VSL_DESK_ERROR_NOT_FOUND, "no-passage",
                      _("There is no passage “%s” in the transcript. Write the ids of utterances, "
                        "like u12,u30-u32; “verslag-cli debate passages” shows them."), range);
  return FALSE;
}

/* One passage for each speaker of the range in turn. */
static gboolean
add_range (GPtrArray      *passages,
           VslDebate      *debate,
           VslTranscript  *transcript,
           GArray         *places,
           int             first,
           int             last,
           GError        **error)
{
  int i, end;

  for (i = first; i <= last; i = end)
    {
      VslUtterance *begin = vsl_transcript_get_utterance (transcript, (guint) i);
      g_autoptr(GString) text = g_string_new (NULL);

      for (end = i; end <= last; end++)
        {
          VslUtterance *next = vsl_transcript_get_utterance (transcript, (guint) end);
          g_autofree char *public = vsl_utterance_dup_public_text (next);

          if (!g_str_equal (vsl_utterance_get_speaker (next), vsl_utterance_get_speaker (begin)))
            break;
          if (*public == '\0')
            {
              vsl_desk_fault_set (error, VSL_DESK_ERROR_USAGE, "off-the-record",
                                  _("“%s” is off the record, and is not quoted."),
                                  vsl_utterance_get_id (next));
              return FALSE;
            }
          g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", public);
        }
      g_ptr_array_add (passages, make_passage (begin, text->str,
                                               get_theme (debate, places, (guint) i),
                                               VSL_PASSAGE_SAID));
    }

  return TRUE;
}

/**
 * vsl_report_passages_pick:
 * @debate: the debate
 * @transcript: what was said, with what is off the record
 * @ranges: ids of utterances and ranges of them with commas between, like `u12,u30-u32`
 * @error: return location
 *
 * Finds passages by the ids of their utterances. What one speaker said in a row is one passage.
 *
 * Returns: (transfer full) (element-type VslReportPassage): the passages in the order of @ranges;
 *   %VSL_DESK_ERROR_NOT_FOUND for an id that is not there, %VSL_DESK_ERROR_USAGE for what is off the
 *   record
 */
GPtrArray *
vsl_report_passages_pick (VslDebate      *debate,
                          VslTranscript  *transcript,
                          const char     *ranges,
                          GError        **error)
{
  g_autoptr(GPtrArray) passages = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GArray) places =
    vsl_statement_places_find (transcript, vsl_debate_get_fields (debate)->statements);
  g_auto(GStrv) parts = g_strsplit (ranges, ",", -1);
  guint i;

  for (i = 0; parts[i] != NULL; i++)
    {
      int first, last;

      g_strstrip (parts[i]);
      if (*parts[i] == '\0')
        continue;
      if (!find_range (transcript, parts[i], &first, &last, error) ||
          !add_range (passages, debate, transcript, places, first, last, error))
        return NULL;
    }

  return g_steal_pointer (&passages);
}
