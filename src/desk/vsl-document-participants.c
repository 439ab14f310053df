/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "desk/vsl-document-private.h"
#include "desk/vsl-participant-list.h"

/**
 * vsl_document_get_participants:
 * @self: the document
 *
 * Returns: (transfer none): the participants in order, a list model that is the same object for life
 */
GListModel *
vsl_document_get_participants (VslDocument *self)
{
  g_return_val_if_fail (VSL_IS_DOCUMENT (self), NULL);

  return G_LIST_MODEL (self->participants);
}

/**
 * vsl_document_insert_participant:
 * @self: the document
 * @position: where; beyond the end is at the end
 * @participant: a participant
 *
 * Adds a participant.
 */
void
vsl_document_insert_participant (VslDocument    *self,
                                 guint           position,
                                 VslParticipant *participant)
{
  g_return_if_fail (VSL_IS_DOCUMENT (self));

  vsl_participant_list_insert (self->participants, position, participant);
}

/**
 * vsl_document_replace_participant:
 * @self: the document
 * @position: which
 * @participant: what it is to be
 *
 * Changes a participant.
 */
void
vsl_document_replace_participant (VslDocument    *self,
                                  guint           position,
                                  VslParticipant *participant)
{
  g_return_if_fail (VSL_IS_DOCUMENT (self));

  vsl_participant_list_replace (self->participants, position, participant);
}

/**
 * vsl_document_remove_participant:
 * @self: the document
 * @position: which
 *
 * Removes a participant.
 */
void
vsl_document_remove_participant (VslDocument *self,
                                 guint        position)
{
  g_return_if_fail (VSL_IS_DOCUMENT (self));

  vsl_participant_list_remove (self->participants, position);
}

/**
 * vsl_document_move_participant:
 * @self: the document
 * @from: which
 * @to: the position it is to have afterwards
 *
 * Moves a participant, as one change of the list: nobody sees it without the one that moves.
 */
void
vsl_document_move_participant (VslDocument *self,
                               guint        from,
                               guint        to)
{
  g_return_if_fail (VSL_IS_DOCUMENT (self));

  vsl_participant_list_move (self->participants, from, to);
}

/**
 * vsl_document_set_chair:
 * @self: the document
 * @position: which participant
 * @chair: whether he or she leads the debate
 *
 * Makes somebody the chair, and nobody else.
 */
void
vsl_document_set_chair (VslDocument *self,
                        guint        position,
                        gboolean     chair)
{
  g_return_if_fail (VSL_IS_DOCUMENT (self));

  vsl_participant_list_set_chair (self->participants, position, chair);
}

/**
 * vsl_document_set_participants:
 * @self: the document
 * @article: an article
 *
 * Takes over the participants of @article. For the document itself.
 */
void
vsl_document_set_participants (VslDocument *self,
                               VslArticle  *article)
{
  g_autoptr(GPtrArray) list = g_ptr_array_new ();
  guint i;

  for (i = 0; i < vsl_article_get_n_participants (article); i++)
    g_ptr_array_add (list, vsl_article_get_participant (article, i));
  vsl_participant_list_take_over (self->participants, list);
}
