/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-participant-removal.h"

#include "desk/vsl-participant-list.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* A participant that was taken away, for the undo button of the toast. */
typedef struct
{
  GListStore     *participants;
  VslParticipant *participant;
  guint           position;
} Removal;

static void
removal_free (gpointer  data,
              GClosure *closure)
{
  Removal *removal = data;

  g_clear_object (&removal->participants);
  g_clear_object (&removal->participant);
  g_free (removal);
}

static void
undo_clicked_cb (AdwToast *toast,
                 Removal  *removal)
{
  if (removal->participant == NULL)
    return;

  vsl_participant_list_insert (removal->participants, removal->position, removal->participant);
  g_clear_object (&removal->participant);
}

/**
 * vsl_participant_removal_offer_undo:
 * @widget: where it happened; the toast appears in the overlay around it
 * @participants: the list that had the participant, until a moment ago
 * @participant: who was removed
 * @position: from which place
 *
 * Says that a participant was removed, with a button that brings the participant back to that place
 * of that list, whatever is open by then.
 */
void
vsl_participant_removal_offer_undo (GtkWidget      *widget,
                                    GListStore     *participants,
                                    VslParticipant *participant,
                                    guint           position)
{
  GtkWidget *overlay;
  g_autofree char *title = NULL;
  Removal *removal;
  AdwToast *toast;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (G_IS_LIST_STORE (participants));
  g_return_if_fail (VSL_IS_PARTICIPANT (participant));

  overlay = gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);
  if (overlay == NULL)
    return;

  /* Translators: %s is the name of a person, who was removed from the list of participants */
  title = g_markup_printf_escaped (_("%s was removed"), vsl_participant_get_name (participant));
  toast = adw_toast_new (title);
  adw_toast_set_button_label (toast, _("Undo"));

  removal = g_new0 (Removal, 1);
  removal->participants = g_object_ref (participants);
  removal->participant = g_object_ref (participant);
  removal->position = position;
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (undo_clicked_cb),
                         removal, removal_free, 0);

  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
}
