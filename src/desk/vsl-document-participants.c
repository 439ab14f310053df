/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "desk/vsl-document-private.h"

static gboolean
same_participants (VslDocument *self,
                   VslArticle  *article)
{
  guint n = vsl_article_get_n_participants (article);
  guint i;

  if (g_list_model_get_n_items (G_LIST_MODEL (self->participants)) != n)
    return FALSE;

  for (i = 0; i < n; i++)
    {
      g_autoptr(VslParticipant) mine =
        g_list_model_get_item (G_LIST_MODEL (self->participants), i);

      if (!vsl_participant_equal (mine, vsl_article_get_participant (article, i)))
        return FALSE;
    }

  return TRUE;
}

/* Replaces one participant by one that differs in being the chair. */
static void
replace_chair (VslDocument *self,
               guint        position,
               gboolean     chair)
{
  g_autoptr(VslParticipant) old =
    g_list_model_get_item (G_LIST_MODEL (self->participants), position);
  g_autoptr(VslParticipant) changed = NULL;
  gpointer additions[1];

  if (old == NULL || vsl_participant_get_chair (old) == chair)
    return;

  changed = vsl_participant_new (vsl_participant_get_person (old), vsl_participant_get_role (old),
                                 vsl_participant_get_organisation (old), chair);
  additions[0] = changed;
  g_list_store_splice (self->participants, position, 1, additions, 1);
}

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
  guint n;

  g_return_if_fail (VSL_IS_DOCUMENT (self));
  g_return_if_fail (VSL_IS_PARTICIPANT (participant));

  n = g_list_model_get_n_items (G_LIST_MODEL (self->participants));
  g_list_store_insert (self->participants, MIN (position, n), participant);
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
  g_autoptr(VslParticipant) old = NULL;
  gpointer additions[] = { participant };

  g_return_if_fail (VSL_IS_DOCUMENT (self));
  g_return_if_fail (VSL_IS_PARTICIPANT (participant));

  old = g_list_model_get_item (G_LIST_MODEL (self->participants), position);
  if (old == NULL || vsl_participant_equal (old, participant))
    return;

  g_list_store_splice (self->participants, position, 1, additions, 1);
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

  if (position < g_list_model_get_n_items (G_LIST_MODEL (self->participants)))
    g_list_store_remove (self->participants, position);
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
  GListModel *model;
  g_autoptr(GPtrArray) items = NULL;
  guint first;
  guint last;
  guint i;

  g_return_if_fail (VSL_IS_DOCUMENT (self));

  model = G_LIST_MODEL (self->participants);
  first = MIN (from, to);
  last = MAX (from, to);
  if (from == to || last >= g_list_model_get_n_items (model))
    return;

  items = g_ptr_array_new_with_free_func (g_object_unref);
  for (i = first; i <= last; i++)
    g_ptr_array_add (items, g_list_model_get_item (model, i));
  g_ptr_array_insert (items, to - first, g_ptr_array_steal_index (items, from - first));
  g_list_store_splice (self->participants, first, items->len, items->pdata, items->len);
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
  guint n;
  guint i;

  g_return_if_fail (VSL_IS_DOCUMENT (self));

  n = g_list_model_get_n_items (G_LIST_MODEL (self->participants));
  for (i = 0; chair && i < n; i++)
    {
      if (i != position)
        replace_chair (self, i, FALSE);
    }
  if (position < n)
    replace_chair (self, position, chair);
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

  if (same_participants (self, article))
    return;

  for (i = 0; i < vsl_article_get_n_participants (article); i++)
    g_ptr_array_add (list, vsl_article_get_participant (article, i));
  g_list_store_splice (self->participants, 0,
                       g_list_model_get_n_items (G_LIST_MODEL (self->participants)),
                       list->pdata, list->len);
}
