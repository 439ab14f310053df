/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "desk/vsl-participant-list.h"

static gboolean
same_participants (GListStore *list,
                   GPtrArray  *participants)
{
  guint i;

  if (g_list_model_get_n_items (G_LIST_MODEL (list)) != participants->len)
    return FALSE;

  for (i = 0; i < participants->len; i++)
    {
      g_autoptr(VslParticipant) mine = g_list_model_get_item (G_LIST_MODEL (list), i);

      if (!vsl_participant_equal (mine, g_ptr_array_index (participants, i)))
        return FALSE;
    }

  return TRUE;
}

/* Replaces one participant by one that differs in being the chair. */
static void
replace_chair (GListStore *list,
               guint       position,
               gboolean    chair)
{
  g_autoptr(VslParticipant) old = g_list_model_get_item (G_LIST_MODEL (list), position);
  g_autoptr(VslParticipant) changed = NULL;
  gpointer additions[1];

  if (old == NULL || vsl_participant_get_chair (old) == chair)
    return;

  changed = vsl_participant_new (vsl_participant_get_person (old), vsl_participant_get_role (old),
                                 vsl_participant_get_organisation (old), chair);
  additions[0] = changed;
  g_list_store_splice (list, position, 1, additions, 1);
}

/**
 * vsl_participant_list_insert:
 * @list: a list store of VslParticipant
 * @position: where; beyond the end is at the end
 * @participant: a participant
 *
 * Adds a participant.
 */
void
vsl_participant_list_insert (GListStore     *list,
                             guint           position,
                             VslParticipant *participant)
{
  guint n;

  g_return_if_fail (G_IS_LIST_STORE (list));
  g_return_if_fail (VSL_IS_PARTICIPANT (participant));

  n = g_list_model_get_n_items (G_LIST_MODEL (list));
  g_list_store_insert (list, MIN (position, n), participant);
}

/**
 * vsl_participant_list_replace:
 * @list: a list store of VslParticipant
 * @position: which
 * @participant: what it is to be
 *
 * Changes a participant.
 */
void
vsl_participant_list_replace (GListStore     *list,
                              guint           position,
                              VslParticipant *participant)
{
  g_autoptr(VslParticipant) old = NULL;
  gpointer additions[] = { participant };

  g_return_if_fail (G_IS_LIST_STORE (list));
  g_return_if_fail (VSL_IS_PARTICIPANT (participant));

  old = g_list_model_get_item (G_LIST_MODEL (list), position);
  if (old == NULL || vsl_participant_equal (old, participant))
    return;

  g_list_store_splice (list, position, 1, additions, 1);
}

/**
 * vsl_participant_list_remove:
 * @list: a list store of VslParticipant
 * @position: which; beyond the end is nobody
 *
 * Removes a participant.
 */
void
vsl_participant_list_remove (GListStore *list,
                             guint       position)
{
  g_return_if_fail (G_IS_LIST_STORE (list));

  if (position < g_list_model_get_n_items (G_LIST_MODEL (list)))
    g_list_store_remove (list, position);
}

/**
 * vsl_participant_list_move:
 * @list: a list store of VslParticipant
 * @from: which
 * @to: the position it is to have afterwards
 *
 * Moves a participant, as one change of the list: nobody sees it without the one that moves.
 */
void
vsl_participant_list_move (GListStore *list,
                           guint       from,
                           guint       to)
{
  GListModel *model;
  g_autoptr(GPtrArray) items = NULL;
  guint first = MIN (from, to), last = MAX (from, to), i;

  g_return_if_fail (G_IS_LIST_STORE (list));

  model = G_LIST_MODEL (list);
  if (from == to || last >= g_list_model_get_n_items (model))
    return;

  items = g_ptr_array_new_with_free_func (g_object_unref);
  for (i = first; i <= last; i++)
    g_ptr_array_add (items, g_list_model_get_item (model, i));
  g_ptr_array_insert (items, (int) (to - first),
                      g_ptr_array_steal_index (items, from - first));
  g_list_store_splice (list, first, items->len, items->pdata, items->len);
}

/**
 * vsl_participant_list_set_chair:
 * @list: a list store of VslParticipant
 * @position: which participant
 * @chair: whether he or she leads the debate
 *
 * Makes somebody the chair, and nobody else.
 */
void
vsl_participant_list_set_chair (GListStore *list,
                                guint       position,
                                gboolean    chair)
{
  guint i, n;

  g_return_if_fail (G_IS_LIST_STORE (list));

  n = g_list_model_get_n_items (G_LIST_MODEL (list));
  for (i = 0; chair && i < n; i++)
    {
      if (i != position)
        replace_chair (list, i, FALSE);
    }
  if (position < n)
    replace_chair (list, position, chair);
}

/**
 * vsl_participant_list_take_over:
 * @list: a list store of VslParticipant
 * @participants: (element-type VslParticipant): what is to be in it
 *
 * Puts other participants in the place of all, in one change; none where they are the same.
 */
void
vsl_participant_list_take_over (GListStore *list,
                                GPtrArray  *participants)
{
  g_return_if_fail (G_IS_LIST_STORE (list));

  if (!same_participants (list, participants))
    g_list_store_splice (list, 0, g_list_model_get_n_items (G_LIST_MODEL (list)),
                         participants->pdata, participants->len);
}
