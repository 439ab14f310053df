/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "desk/vsl-debate-pad.h"

#include "desk/vsl-debate-document-private.h"

static gint64
get_now (VslDebateDocument *self)
{
  return self->clock (self->clock_data);
}

static void
touch (VslDebateDocument *self)
{
  self->pad_count++;
  vsl_debate_document_touch (self);
}

/**
 * vsl_debate_document_init_pad:
 * @self: the document
 * @pad: (nullable): what was written during the debate so far
 *
 * For the document itself, once.
 */
void
vsl_debate_document_init_pad (VslDebateDocument *self,
                              VslPad            *pad)
{
  GPtrArray *entries = pad != NULL ? vsl_pad_get_entries (pad) : NULL;
  GPtrArray *votes = pad != NULL ? vsl_pad_get_votes (pad) : NULL;
  guint i;

  self->pad_entries = g_list_store_new (VSL_TYPE_PAD_ENTRY);
  self->pad_votes = g_ptr_array_new_with_free_func ((GDestroyNotify) vsl_pad_vote_free);
  if (pad == NULL)
    return;

  self->clock_state = *vsl_pad_get_clock (pad);
  g_list_store_splice (self->pad_entries, 0, 0, entries->pdata, entries->len);
  for (i = 0; i < votes->len; i++)
    g_ptr_array_add (self->pad_votes, vsl_pad_vote_copy (g_ptr_array_index (votes, i)));
}

/**
 * vsl_debate_document_dup_pad:
 * @self: the document
 *
 * Returns: (transfer full): what was written during the debate, as it is on the screen
 */
VslPad *
vsl_debate_document_dup_pad (VslDebateDocument *self)
{
  g_autoptr(GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) votes =
    g_ptr_array_new_with_free_func ((GDestroyNotify) vsl_pad_vote_free);
  guint i;

  for (i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->pad_entries)); i++)
    g_ptr_array_add (entries, g_list_model_get_item (G_LIST_MODEL (self->pad_entries), i));
  for (i = 0; i < self->pad_votes->len; i++)
    g_ptr_array_add (votes, vsl_pad_vote_copy (g_ptr_array_index (self->pad_votes, i)));

  return vsl_pad_new (&self->clock_state, entries, votes);
}

/**
 * vsl_debate_pad_get_entries:
 * @document: a debate
 *
 * Returns: (transfer none): the lines, in order; a list store of VslPadEntry
 */
GListModel *
vsl_debate_pad_get_entries (VslDebateDocument *document)
{
  g_return_val_if_fail (VSL_IS_DEBATE_DOCUMENT (document), NULL);

  return G_LIST_MODEL (document->pad_entries);
}

/**
 * vsl_debate_pad_add:
 * @document: a debate
 * @position: where; beyond the end for the end
 * @speaker: (nullable): who speaks now
 *
 * Opens a line with the time of now.
 *
 * Returns: where it is
 */
guint
vsl_debate_pad_add (VslDebateDocument *document,
                    guint              position,
                    const char        *speaker)
{
  g_autoptr(VslPadEntry) entry = NULL;

  g_return_val_if_fail (VSL_IS_DEBATE_DOCUMENT (document), 0);

  position = MIN (position, g_list_model_get_n_items (G_LIST_MODEL (document->pad_entries)));
  entry = vsl_pad_entry_new (vsl_debate_pad_get_time_ms (document), get_now (document), speaker, "",
                             FALSE);
  g_list_store_insert (document->pad_entries, position, entry);
  touch (document);

  return position;
}

/* The line in another form. */
static void
replace (VslDebateDocument *self,
         guint              position,
         gint64             time_ms,
         gint64             made_at,
         const char        *speaker,
         const char        *text,
         gboolean           quote)
{
  g_autoptr(VslPadEntry) entry = vsl_pad_entry_new (time_ms, made_at, speaker, text, quote);
  gpointer additions[] = { entry };

  g_list_store_splice (self->pad_entries, position, 1, additions, 1);
  touch (self);
}

/**
 * vsl_debate_pad_set_text:
 * @document: a debate
 * @position: a line
 * @text: what it is to say
 *
 * Changes a line; the time of it stays.
 */
void
vsl_debate_pad_set_text (VslDebateDocument *document,
                         guint              position,
                         const char        *text)
{
  g_autoptr(VslPadEntry) old = NULL;

  g_return_if_fail (VSL_IS_DEBATE_DOCUMENT (document) && text != NULL);

  old = g_list_model_get_item (G_LIST_MODEL (document->pad_entries), position);
  if (old != NULL && !g_str_equal (vsl_pad_entry_get_text (old), text))
    replace (document, position, vsl_pad_entry_get_time_ms (old), vsl_pad_entry_get_made_at (old),
             vsl_pad_entry_get_speaker (old), text, vsl_pad_entry_get_quote (old));
}

/**
 * vsl_debate_pad_set_speaker:
 * @document: a debate
 * @position: a line
 * @speaker: (nullable): who was speaking
 *
 * Says who spoke.
 */
void
vsl_debate_pad_set_speaker (VslDebateDocument *document,
                            guint              position,
                            const char        *speaker)
{
  g_autoptr(VslPadEntry) old = NULL;

  g_return_if_fail (VSL_IS_DEBATE_DOCUMENT (document));

  old = g_list_model_get_item (G_LIST_MODEL (document->pad_entries), position);
  if (old != NULL)
    replace (document, position, vsl_pad_entry_get_time_ms (old), vsl_pad_entry_get_made_at (old),
             speaker, vsl_pad_entry_get_text (old), vsl_pad_entry_get_quote (old));
}

/**
 * vsl_debate_pad_set_quote:
 * @document: a debate
 * @position: a line
 * @quote: whether it should become a quotation
 *
 * Marks a line, or takes the mark away.
 */
void
vsl_debate_pad_set_quote (VslDebateDocument *document,
                          guint              position,
                          gboolean           quote)
{
  g_autoptr(VslPadEntry) old = NULL;

  g_return_if_fail (VSL_IS_DEBATE_DOCUMENT (document));

  old = g_list_model_get_item (G_LIST_MODEL (document->pad_entries), position);
  if (old != NULL && vsl_pad_entry_get_quote (old) != !!quote)
    replace (document, position, vsl_pad_entry_get_time_ms (old), vsl_pad_entry_get_made_at (old),
             vsl_pad_entry_get_speaker (old), vsl_pad_entry_get_text (old), quote);
}

/**
 * vsl_debate_pad_stamp:
 * @document: a debate
 * @position: a line
 *
 * Gives a line the time of now.
 */
void
vsl_debate_pad_stamp (VslDebateDocument *document,
                      guint              position)
{
  g_autoptr(VslPadEntry) old = NULL;

  g_return_if_fail (VSL_IS_DEBATE_DOCUMENT (document));

  old = g_list_model_get_item (G_LIST_MODEL (document->pad_entries), position);
  if (old != NULL)
    replace (document, position, vsl_debate_pad_get_time_ms (document), get_now (document),
             vsl_pad_entry_get_speaker (old), vsl_pad_entry_get_text (old),
             vsl_pad_entry_get_quote (old));
}

/**
 * vsl_debate_pad_remove:
 * @document: a debate
 * @position: a line
 *
 * Takes a line away.
 */
void
vsl_debate_pad_remove (VslDebateDocument *document,
                       guint              position)
{
  g_return_if_fail (VSL_IS_DEBATE_DOCUMENT (document));

  if (position >= g_list_model_get_n_items (G_LIST_MODEL (document->pad_entries)))
    return;

  g_list_store_remove (document->pad_entries, position);
  touch (document);
}

/**
 * vsl_debate_pad_get_time_ms:
 * @document: a debate
 *
 * Returns: what its clock shows, in ms; -1 when it never ran
 */
gint64
vsl_debate_pad_get_time_ms (VslDebateDocument *document)
{
  g_return_val_if_fail (VSL_IS_DEBATE_DOCUMENT (document), -1);

  return vsl_pad_clock_read (&document->clock_state, get_now (document));
}

/**
 * vsl_debate_pad_get_running:
 * @document: a debate
 *
 * Returns: whether its clock runs
 */
gboolean
vsl_debate_pad_get_running (VslDebateDocument *document)
{
  g_return_val_if_fail (VSL_IS_DEBATE_DOCUMENT (document), FALSE);

  return document->clock_state.running_since > 0;
}

/**
 * vsl_debate_pad_set_running:
 * @document: a debate
 * @running: whether its clock is to run
 *
 * Starts the clock, or has it stand still. It runs on while the program does not.
 */
void
vsl_debate_pad_set_running (VslDebateDocument *document,
                            gboolean           running)
{
  VslPadClock *clock;
  gint64 now;

  g_return_if_fail (VSL_IS_DEBATE_DOCUMENT (document));

  clock = &document->clock_state;
  if (running == (clock->running_since > 0))
    return;

  now = get_now (document);
  if (running)
    {
      clock->begun_at = clock->begun_at > 0 ? clock->begun_at : now;
      clock->running_since = now;
    }
  else
    {
      clock->shown_ms = vsl_pad_clock_read (clock, now);
      clock->running_since = 0;
    }
  touch (document);
}

static VslPadVote *
find_vote (VslDebateDocument *self,
           const char        *statement)
{
  guint i;

  for (i = 0; i < self->pad_votes->len; i++)
    {
      VslPadVote *vote = g_ptr_array_index (self->pad_votes, i);

      if (g_str_equal (vote->statement, statement))
        return vote;
    }

  return NULL;
}

/**
 * vsl_debate_pad_get_vote:
 * @document: a debate
 * @statement: one of its statements
 *
 * Returns: (nullable) (transfer none): how the vote on it went; %NULL when there was none
 */
const VslPadVote *
vsl_debate_pad_get_vote (VslDebateDocument *document,
                         const char        *statement)
{
  g_return_val_if_fail (VSL_IS_DEBATE_DOCUMENT (document) && statement != NULL, NULL);

  return find_vote (document, statement);
}

/**
 * vsl_debate_pad_set_vote:
 * @document: a debate
 * @vote: how the vote on a statement went
 *
 * Keeps the counts, in place of earlier ones.
 */
void
vsl_debate_pad_set_vote (VslDebateDocument *document,
                         const VslPadVote  *vote)
{
  VslPadVote *old;

  g_return_if_fail (VSL_IS_DEBATE_DOCUMENT (document) && vote != NULL);

  old = find_vote (document, vote->statement);
  if (old == NULL)
    {
      g_ptr_array_add (document->pad_votes, vsl_pad_vote_copy (vote));
      touch (document);
    }
  else if (old->in_favour != vote->in_favour || old->against != vote->against ||
           old->abstentions != vote->abstentions)
    {
      old->in_favour = vote->in_favour;
      old->against = vote->against;
      old->abstentions = vote->abstentions;
      touch (document);
    }
}
