/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "desk/vsl-desk-private.h"

#include "desk/vsl-debate-copy.h"
#include "store/vsl-store-debates.h"
#include "store/vsl-store-pads.h"

static void
recover_debate (VslDesk    *self,
                const char *id)
{
  g_autoptr(VslDebate) stored = vsl_store_load_debate (self->store, id, NULL);
  g_autoptr(GBytes) bytes = vsl_rescue_read_debate (self->rescue, id);
  g_autoptr(VslDebate) found = NULL;
  g_autoptr(VslPad) pad = NULL;
  g_autoptr(VslDebate) saved = NULL;
  g_autoptr(GError) error = NULL;

  if (stored == NULL || bytes == NULL)
    return;

  if (vsl_debate_copy_read (bytes, stored, &found, &pad, &error))
    saved = vsl_store_save_debate (self->store, found, vsl_desk_get_now (self), &error);
  if (saved != NULL && (pad == NULL || vsl_store_save_pad (self->store, id, pad, &error)))
    vsl_rescue_remove_debate (self->rescue, id);
  else
    g_debug ("recovering %s: %s", id, error->message);
}

/**
 * vsl_desk_recover_debates:
 * @self: the desk
 *
 * Text of debates that the database did not take the last time goes in now. Where that fails, the file
 * stays: it is the only copy. For the start of the desk.
 */
void
vsl_desk_recover_debates (VslDesk *self)
{
  g_auto(GStrv) ids = vsl_rescue_list_debates (self->rescue);
  guint i;

  for (i = 0; ids[i] != NULL; i++)
    recover_debate (self, ids[i]);
}
