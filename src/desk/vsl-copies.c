/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "desk/vsl-copies.h"

#include "desk/vsl-desk-fault.h"
#include "desk/vsl-desk-private.h"

struct _VslCopies
{
  GObject parent_instance;

  VslStore *store;  /* (owned) */
  char *article_id; /* (owned) */
  GPtrArray *rows;  /* (owned) (nullable) of VslOutboxRow, by site */
  GError *error;    /* (owned) (nullable) of the last reading */
  gboolean loading;
  gboolean stale;   /* something was sent while it was being read */
};

G_DEFINE_FINAL_TYPE (VslCopies, vsl_copies, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Reading and what comes of it form a ring, cut here. */
static void read_rows (VslCopies *self);

static gpointer
list_rows (VslStore *store,
           gpointer  data,
           GError  **error)
{
  return vsl_store_list_outbox (store, data, error);
}

static void
listed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(VslCopies) self = user_data;
  GError *error = NULL;
  g_autoptr(GPtrArray) rows = vsl_store_call_finish (VSL_STORE (object), result, &error);

  self->loading = FALSE;
  if (self->stale)
    {
      g_clear_error (&error);
      read_rows (self);
      return;
    }

  g_clear_error (&self->error);
  if (rows == NULL)
    {
      self->error = vsl_desk_fault_adopt (error);
    }
  else
    {
      g_clear_pointer (&self->rows, g_ptr_array_unref);
      self->rows = g_steal_pointer (&rows);
    }
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
read_rows (VslCopies *self)
{
  self->stale = self->loading;
  if (self->loading)
    return;

  self->loading = TRUE;
  vsl_store_call_async (self->store, list_rows, g_strdup (self->article_id), g_free,
                        (GDestroyNotify) g_ptr_array_unref, listed_cb, g_object_ref (self));
}

static void
publisher_changed_cb (VslCopies  *self,
                      const char *article_id)
{
  if (g_strcmp0 (article_id, self->article_id) == 0)
    read_rows (self);
}

static void
vsl_copies_finalize (GObject *object)
{
  VslCopies *self = VSL_COPIES (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_error (&self->error);
  g_clear_object (&self->store);
  g_free (self->article_id);

  G_OBJECT_CLASS (vsl_copies_parent_class)->finalize (object);
}

static void
vsl_copies_class_init (VslCopiesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vsl_copies_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", VSL_TYPE_COPIES, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
vsl_copies_init (VslCopies *self)
{
}

/**
 * vsl_copies_new:
 * @desk: the desk
 * @article_id: the id of an article
 *
 * Returns: (transfer full): how it stands on the sites; nothing is known yet
 */
VslCopies *
vsl_copies_new (VslDesk    *desk,
                const char *article_id)
{
  VslCopies *self;

  g_return_val_if_fail (VSL_IS_DESK (desk) && article_id != NULL, NULL);

  self = g_object_new (VSL_TYPE_COPIES, NULL);
  self->store = g_object_ref (desk->store);
  self->article_id = g_strdup (article_id);
  g_signal_connect_object (desk->publisher, "changed", G_CALLBACK (publisher_changed_cb), self,
                           G_CONNECT_SWAPPED);
  read_rows (self);

  return self;
}

/**
 * vsl_copies_get_article:
 * @self: the copies
 *
 * Returns: (transfer none): the id of the article
 */
const char *
vsl_copies_get_article (VslCopies *self)
{
  g_return_val_if_fail (VSL_IS_COPIES (self), NULL);

  return self->article_id;
}

/**
 * vsl_copies_get_loaded:
 * @self: the copies
 *
 * Returns: whether they were read; before that, that none is found says nothing
 */
gboolean
vsl_copies_get_loaded (VslCopies *self)
{
  g_return_val_if_fail (VSL_IS_COPIES (self), FALSE);

  return self->rows != NULL;
}

/**
 * vsl_copies_get_problem:
 * @self: the copies
 *
 * Returns: (transfer none) (nullable): why they could not be read the last time, translated
 */
const char *
vsl_copies_get_problem (VslCopies *self)
{
  g_return_val_if_fail (VSL_IS_COPIES (self), NULL);

  return self->error != NULL ? self->error->message : NULL;
}

/**
 * vsl_copies_find:
 * @self: the copies
 * @site: the name of a site
 *
 * Returns: (transfer none) (nullable): what is known of the article there; %NULL when it was never sent
 */
VslOutboxRow *
vsl_copies_find (VslCopies  *self,
                 const char *site)
{
  guint i;

  g_return_val_if_fail (VSL_IS_COPIES (self) && site != NULL, NULL);

  for (i = 0; self->rows != NULL && i < self->rows->len; i++)
    if (g_str_equal (vsl_outbox_row_get_site (self->rows->pdata[i]), site))
      return self->rows->pdata[i];

  return NULL;
}

/**
 * vsl_copies_is_empty:
 * @self: the copies
 *
 * Returns: whether the article was never sent anywhere, as far as is known by now
 */
gboolean
vsl_copies_is_empty (VslCopies *self)
{
  g_return_val_if_fail (VSL_IS_COPIES (self), TRUE);

  return self->rows == NULL || self->rows->len == 0;
}

/**
 * vsl_copies_put:
 * @self: the copies
 * @row: what a publication of the article ended with
 *
 * What is known already, before it is read. Emits nothing.
 */
void
vsl_copies_put (VslCopies    *self,
                VslOutboxRow *row)
{
  guint i;

  g_return_if_fail (VSL_IS_COPIES (self) && VSL_IS_OUTBOX_ROW (row));

  if (self->rows == NULL)
    return;

  for (i = 0; i < self->rows->len; i++)
    if (g_str_equal (vsl_outbox_row_get_site (self->rows->pdata[i]), vsl_outbox_row_get_site (row)))
      g_ptr_array_remove_index (self->rows, i--);
  g_ptr_array_add (self->rows, g_object_ref (row));
}
