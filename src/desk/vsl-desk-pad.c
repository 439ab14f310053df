/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "desk/vsl-desk-pad.h"

#include "debate/vsl-pad-alignment.h"
#include "desk/vsl-debate-pad.h"

/**
 * vsl_desk_place_pad:
 * @document: a debate
 * @transcript: what was said in it
 *
 * Finds the utterances that the marked lines of the live pad are about.
 *
 * Returns: (transfer full): id of an utterance → what was written; both texts are the table's
 */
GHashTable *
vsl_desk_place_pad (VslDebateDocument *document,
                    VslTranscript     *transcript)
{
  GHashTable *notes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GListModel *entries = vsl_debate_pad_get_entries (document);
  g_autoptr(GPtrArray) marked = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GArray) places = NULL;
  guint i;

  for (i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr(VslPadEntry) entry = g_list_model_get_item (entries, i);

      if (vsl_pad_entry_get_quote (entry))
        g_ptr_array_add (marked, g_steal_pointer (&entry));
    }
  places = vsl_pad_alignment_place (marked, transcript);
  for (i = 0; i < places->len; i++)
    {
      int place = g_array_index (places, int, i);

      if (place >= 0)
        g_hash_table_insert (
          notes,
          g_strdup (vsl_utterance_get_id (vsl_transcript_get_utterance (transcript, (guint) place))),
          g_strdup (vsl_pad_entry_get_text (g_ptr_array_index (marked, i))));
    }

  return notes;
}
