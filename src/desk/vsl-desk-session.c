/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "desk/vsl-desk-private.h"

#include "store/vsl-store-session.h"

/* A thing to keep on its way to the disk. */
typedef struct
{
  char *key;   /* (owned) */
  char *value; /* (owned) (nullable) */
} Entry;

static void
entry_free (Entry *entry)
{
  g_free (entry->key);
  g_free (entry->value);
  g_free (entry);
}

/* A VslStoreFunc. */
static gpointer
save_entry (VslStore *store,
            gpointer  data,
            GError  **error)
{
  Entry *entry = data;

  return GINT_TO_POINTER (vsl_store_save_session (store, entry->key, entry->value, error));
}

/**
 * vsl_desk_save_session:
 * @self: the desk
 * @key: a word of the window's own
 * @value: (nullable): what to keep, or %NULL to forget it
 *
 * Keeps something of the window for its next start, in the background. It is on the disk when the
 * desk has closed; where the disk takes nothing, it is not, and that is no reason to say anything.
 */
void
vsl_desk_save_session (VslDesk    *self,
                       const char *key,
                       const char *value)
{
  Entry *entry;

  g_return_if_fail (VSL_IS_DESK (self));
  g_return_if_fail (key != NULL);

  entry = g_new0 (Entry, 1);
  entry->key = g_strdup (key);
  entry->value = g_strdup (value);
  vsl_store_call_async (self->store, save_entry, entry, (GDestroyNotify) entry_free, NULL, NULL, NULL);
}

/**
 * vsl_desk_load_session:
 * @self: the desk
 * @key: a word of the window's own
 *
 * Returns: (transfer full) (nullable): what was kept
 */
char *
vsl_desk_load_session (VslDesk    *self,
                       const char *key)
{
  g_return_val_if_fail (VSL_IS_DESK (self), NULL);
  g_return_val_if_fail (key != NULL, NULL);

  return vsl_store_load_session (self->store, key, NULL);
}
