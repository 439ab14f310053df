/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "desk/vsl-desk-debates.h"

#include "desk/vsl-debate-document-private.h"
#include "desk/vsl-desk-fault.h"
#include "desk/vsl-desk-private.h"
#include "store/vsl-store-debates.h"
#include "store/vsl-store-pads.h"

/* Latest first, those without a date before all others; as the store orders them. */
static int
compare_debates (gconstpointer a,
                 gconstpointer b,
                 gpointer      data)
{
  const VslDebateFields *first = vsl_debate_get_fields ((VslDebate *) a);
  const VslDebateFields *second = vsl_debate_get_fields ((VslDebate *) b);

  if ((*first->date == '\0') != (*second->date == '\0'))
    return *first->date == '\0' ? -1 : 1;
  if (!g_str_equal (first->date, second->date))
    return g_strcmp0 (second->date, first->date);

  return (first->created_at < second->created_at) - (first->created_at > second->created_at);
}

static void
forget_in_list (VslDesk    *self,
                const char *id)
{
  guint i, n = g_list_model_get_n_items (G_LIST_MODEL (self->debates));

  for (i = 0; i < n; i++)
    {
      g_autoptr(VslDebate) debate = g_list_model_get_item (G_LIST_MODEL (self->debates), i);

      if (g_str_equal (vsl_debate_get_id (debate), id))
        {
          g_list_store_remove (self->debates, i);
          return;
        }
    }
}

/* In its place: a row that stays where it was is changed, so that a selection stays too. */
static void
tell_list (VslDesk   *self,
           VslDebate *debate)
{
  guint i, n = g_list_model_get_n_items (G_LIST_MODEL (self->debates));

  for (i = 0; i < n; i++)
    {
      g_autoptr(VslDebate) old = g_list_model_get_item (G_LIST_MODEL (self->debates), i);
      gpointer additions[] = { debate };

      if (!g_str_equal (vsl_debate_get_id (old), vsl_debate_get_id (debate)))
        continue;
      if (compare_debates (old, debate, NULL) == 0)
        {
          g_list_store_splice (self->debates, i, 1, additions, 1);
          return;
        }
      g_list_store_remove (self->debates, i);
      break;
    }

  g_list_store_insert_sorted (self->debates, debate, compare_debates, NULL);
}

static gpointer
list_in_store (VslStore *store,
               gpointer  data,
               GError  **error)
{
  return vsl_store_list_debates (store, error);
}

/* The desk may be closed before the answer comes. */
static GWeakRef *
make_weak_ref (VslDesk *self)
{
  GWeakRef *weak = g_new0 (GWeakRef, 1);

  g_weak_ref_init (weak, self);

  return weak;
}

static VslDesk *
take_weak_ref (GWeakRef *weak)
{
  VslDesk *self = g_weak_ref_get (weak);

  g_weak_ref_clear (weak);
  g_free (weak);

  return self;
}

static void
listed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(VslDesk) self = take_weak_ref (user_data);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) debates = vsl_store_call_finish (VSL_STORE (object), result, &error);
  guint i;

  if (debates == NULL)
    {
      g_debug ("list of debates: %s", error->message);
      return;
    }

  /* What was saved meanwhile is in the list already. */
  for (i = 0; i < debates->len && self != NULL; i++)
    tell_list (self, g_ptr_array_index (debates, i));
}

/**
 * vsl_desk_get_debates:
 * @self: the desk
 *
 * Returns: (transfer none): the debates, a list model of VslDebate that is the same for life
 */
GListModel *
vsl_desk_get_debates (VslDesk *self)
{
  g_return_val_if_fail (VSL_IS_DESK (self), NULL);

  if (!self->debates_wanted)
    {
      self->debates_wanted = TRUE;
      vsl_store_call_async (self->store, list_in_store, NULL, NULL,
                            (GDestroyNotify) g_ptr_array_unref, listed_cb,
                            make_weak_ref (self));
    }

  return G_LIST_MODEL (self->debates);
}

static void
document_ended_cb (gpointer  user_data,
                   GObject  *document)
{
  VslDesk *self = user_data;
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->open_debates);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      if (value == document)
        g_hash_table_iter_remove (&iter);
    }
}

/**
 * vsl_desk_forget_debates:
 * @self: the desk
 *
 * Lets go of the open debates; they belong to who shows them. For the end of the desk.
 */
void
vsl_desk_forget_debates (VslDesk *self)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->open_debates);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    g_object_weak_unref (value, document_ended_cb, self);
  g_hash_table_remove_all (self->open_debates);
}

/**
 * vsl_desk_add_debate:
 * @self: the desk
 * @debate: a debate that is not open
 * @pad: (nullable): what was written down during it
 *
 * Makes the one document of @debate. For the desk.
 *
 * Returns: (transfer full): the document
 */
VslDebateDocument *
vsl_desk_add_debate (VslDesk   *self,
                     VslDebate *debate,
                     VslPad    *pad)
{
  VslDebateDocument *document = vsl_debate_document_new (self->store, self->rescue, self->clock,
                                                         self->clock_data, debate, pad);

  g_hash_table_insert (self->open_debates, g_strdup (vsl_debate_get_id (debate)), document);
  g_object_weak_ref (G_OBJECT (document), document_ended_cb, self);
  g_signal_connect_object (document, "saved", G_CALLBACK (tell_list), self, G_CONNECT_SWAPPED);

  return document;
}

/* Hands a result of the store on, and its error as one of the desk. */
static gpointer
hand_on (gpointer  result,
         GError   *cause,
         GError  **error)
{
  if (cause != NULL)
    vsl_desk_fault_propagate (error, cause);

  return result;
}

/**
 * vsl_desk_list_debates:
 * @self: the desk
 * @error: return location
 *
 * Returns: (transfer full) (element-type VslDebate): the debates that are not deleted, latest first
 */
GPtrArray *
vsl_desk_list_debates (VslDesk  *self,
                       GError  **error)
{
  GError *cause = NULL;
  gpointer debates;

  g_return_val_if_fail (VSL_IS_DESK (self), NULL);

  debates = vsl_store_list_debates (self->store, &cause);

  return hand_on (debates, cause, error);
}

/**
 * vsl_desk_find_debate:
 * @self: the desk
 * @id_or_prefix: an id, or the beginning of one
 * @error: return location
 *
 * Returns: (transfer full): the whole id; %VSL_DESK_ERROR_NOT_FOUND
 */
char *
vsl_desk_find_debate (VslDesk     *self,
                      const char  *id_or_prefix,
                      GError     **error)
{
  GError *cause = NULL;
  gpointer id;

  g_return_val_if_fail (VSL_IS_DESK (self), NULL);

  id = vsl_store_find_debate (self->store, id_or_prefix, &cause);

  return hand_on (id, cause, error);
}

/**
 * vsl_desk_load_debate:
 * @self: the desk
 * @id: an id
 * @error: return location
 *
 * Returns: (transfer full): the debate; when it is open, as it is on the screen
 */
VslDebate *
vsl_desk_load_debate (VslDesk     *self,
                      const char  *id,
                      GError     **error)
{
  VslDebateDocument *document;
  GError *cause = NULL;
  gpointer debate;

  g_return_val_if_fail (VSL_IS_DESK (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  document = g_hash_table_lookup (self->open_debates, id);
  if (document != NULL)
    return vsl_debate_document_dup_debate (document);

  debate = vsl_store_load_debate (self->store, id, &cause);

  return hand_on (debate, cause, error);
}

/**
 * vsl_desk_save_debate:
 * @self: the desk
 * @debate: a debate; without an id it is a new one
 * @error: return location
 *
 * Stores a debate and waits for the disk. When it is open, the document takes it over.
 *
 * Returns: (transfer full): the debate as it is stored
 */
VslDebate *
vsl_desk_save_debate (VslDesk    *self,
                      VslDebate  *debate,
                      GError    **error)
{
  VslDebateDocument *document = NULL;
  GError *cause = NULL;
  VslDebate *stored;

  g_return_val_if_fail (VSL_IS_DESK (self), NULL);
  g_return_val_if_fail (VSL_IS_DEBATE (debate), NULL);

  if (vsl_debate_get_id (debate) != NULL)
    document = g_hash_table_lookup (self->open_debates, vsl_debate_get_id (debate));
  if (document != NULL)
    {
      vsl_debate_document_apply (document, debate);
      return vsl_debate_document_save (document, error)
             ? vsl_debate_document_dup_debate (document) : NULL;
    }

  stored = vsl_store_save_debate (self->store, debate, vsl_desk_get_now (self), &cause);
  if (stored != NULL)
    tell_list (self, stored);

  return hand_on (stored, cause, error);
}

/**
 * vsl_desk_delete_debate:
 * @self: the desk
 * @id: an id
 * @error: return location
 *
 * Takes a debate out of the list. It keeps its transcript and its articles;
 * vsl_desk_undelete_debate() takes it back.
 *
 * Returns: whether it is out
 */
gboolean
vsl_desk_delete_debate (VslDesk     *self,
                        const char  *id,
                        GError     **error)
{
  VslDebateDocument *document;
  GError *cause = NULL;

  g_return_val_if_fail (VSL_IS_DESK (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  document = g_hash_table_lookup (self->open_debates, id);
  if (document != NULL && !vsl_debate_document_save (document, error))
    return FALSE;
  if (!vsl_store_delete_debate (self->store, id, vsl_desk_get_now (self), &cause))
    {
      vsl_desk_fault_propagate (error, cause);
      return FALSE;
    }
  forget_in_list (self, id);

  return TRUE;
}

/**
 * vsl_desk_undelete_debate:
 * @self: the desk
 * @id: an id
 * @error: return location
 *
 * Puts a debate back into the list.
 *
 * Returns: whether it is back
 */
gboolean
vsl_desk_undelete_debate (VslDesk     *self,
                          const char  *id,
                          GError     **error)
{
  g_autoptr(VslDebate) debate = NULL;
  GError *cause = NULL;

  g_return_val_if_fail (VSL_IS_DESK (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  if (!vsl_store_undelete_debate (self->store, id, &cause))
    {
      vsl_desk_fault_propagate (error, cause);
      return FALSE;
    }
  debate = vsl_desk_load_debate (self, id, NULL);
  if (debate != NULL)
    tell_list (self, debate);

  return TRUE;
}

/**
 * vsl_desk_open_debate:
 * @self: the desk
 * @id: the id of a debate
 * @error: return location
 *
 * Returns: (transfer full): its document: the same one as long as anybody holds it
 */
VslDebateDocument *
vsl_desk_open_debate (VslDesk     *self,
                      const char  *id,
                      GError     **error)
{
  VslDebateDocument *document;
  g_autoptr(VslDebate) debate = NULL;
  g_autoptr(VslPad) pad = NULL;
  GError *cause = NULL;

  g_return_val_if_fail (VSL_IS_DESK (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  document = g_hash_table_lookup (self->open_debates, id);
  if (document != NULL)
    return g_object_ref (document);

  debate = vsl_desk_load_debate (self, id, error);
  if (debate == NULL)
    return NULL;
  pad = vsl_store_load_pad (self->store, id, &cause);
  if (pad == NULL)
    return hand_on (NULL, cause, error);

  return vsl_desk_add_debate (self, debate, pad);
}

/**
 * vsl_desk_new_debate:
 * @self: the desk
 * @language: the language that will be spoken
 * @error: return location
 *
 * Stores an empty debate and opens it.
 *
 * Returns: (transfer full): its document
 */
VslDebateDocument *
vsl_desk_new_debate (VslDesk     *self,
                     const char  *language,
                     GError     **error)
{
  VslDebateFields fields = { .language = language };
  g_autoptr(VslDebate) debate = NULL;
  g_autoptr(VslDebate) stored = NULL;

  g_return_val_if_fail (VSL_IS_DESK (self), NULL);

  debate = vsl_debate_new (&fields);
  stored = vsl_desk_save_debate (self, debate, error);

  return stored != NULL ? vsl_desk_add_debate (self, stored, NULL) : NULL;
}

/**
 * vsl_desk_set_article_debate:
 * @self: the desk
 * @article_id: an article
 * @debate_id: (nullable): what it reports on; %NULL for no debate
 * @error: return location
 *
 * Returns: whether it is so now
 */
gboolean
vsl_desk_set_article_debate (VslDesk     *self,
                             const char  *article_id,
                             const char  *debate_id,
                             GError     **error)
{
  GError *cause = NULL;

  g_return_val_if_fail (VSL_IS_DESK (self), FALSE);

  if (vsl_store_set_article_debate (self->store, article_id, debate_id, &cause))
    return TRUE;

  vsl_desk_fault_propagate (error, cause);
  return FALSE;
}

/**
 * vsl_desk_get_article_debate:
 * @self: the desk
 * @article_id: an article
 * @error: return location
 *
 * Returns: (transfer full): the id of the debate that it reports on; %VSL_DESK_ERROR_NOT_FOUND
 */
char *
vsl_desk_get_article_debate (VslDesk     *self,
                             const char  *article_id,
                             GError     **error)
{
  GError *cause = NULL;
  gpointer id;

  g_return_val_if_fail (VSL_IS_DESK (self), NULL);

  id = vsl_store_get_article_debate (self->store, article_id, &cause);

  return hand_on (id, cause, error);
}

static VslDebate *
make_debate (VslArticle *article)
{
  g_autoptr(GPtrArray) participants = g_ptr_array_new ();
  VslDebateFields fields = { .language = vsl_article_get_language (article),
                             .participants = participants };
  const char *event = vsl_article_get_text (article, VSL_FIELD_EVENT);
  guint i;

  for (i = 0; i < vsl_article_get_n_participants (article); i++)
    g_ptr_array_add (participants, vsl_article_get_participant (article, i));
  fields.title = *event != '\0' ? event : vsl_article_get_text (article, VSL_FIELD_HEADLINE);

  return vsl_debate_new (&fields);
}

/**
 * vsl_desk_ensure_article_debate:
 * @self: the desk
 * @article_id: a stored article
 * @error: return location
 *
 * Finds the debate of an article, or makes one of its event and participants.
 *
 * Returns: (transfer full): the id of the debate
 */
char *
vsl_desk_ensure_article_debate (VslDesk     *self,
                                const char  *article_id,
                                GError     **error)
{
  g_autoptr(VslArticle) article = NULL;
  g_autoptr(VslDebate) debate = NULL;
  g_autoptr(VslDebate) stored = NULL;
  char *id;

  g_return_val_if_fail (VSL_IS_DESK (self), NULL);

  id = vsl_store_get_article_debate (self->store, article_id, NULL);
  if (id != NULL)
    return id;

  article = vsl_desk_load_article (self, article_id, error);
  if (article == NULL)
    return NULL;
  debate = make_debate (article);
  stored = vsl_desk_save_debate (self, debate, error);
  if (stored == NULL ||
      !vsl_desk_set_article_debate (self, article_id, vsl_debate_get_id (stored), error))
    return NULL;

  return g_strdup (vsl_debate_get_id (stored));
}
