/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-outbox-item.h"

#include "desk/vsl-outbox-story.h"
#include "desk/vsl-publication-words.h"
#include "ui/vsl-copy-words.h"
#include "ui/vsl-outbox-history.h"
#include "ui/vsl-words.h"

#include <glib/gi18n.h>

/**
 * VslOutboxItem:
 *
 * One article that is not settled on one site: what is the matter, why and all that happened when it is
 * opened, and the ways on: try now, compare after a conflict, look on the site, or take it out, which names
 * what is given up. It stays the same widget while the row changes, so that neither the keyboard nor what
 * is opened is lost.
 */
struct _VslOutboxItem
{
  AdwExpanderRow  parent_instance;

  VslDesk        *desk;           /* (owned) */
  VslOutboxRow   *row;            /* (owned) */
  char           *headline;       /* (owned) as it is read, empty until then */
  GCancellable   *cancellable;    /* (owned) of the reading, and of opening the page */

  GtkWidget      *reason_row;     /* why it is not settled */
  GtkWidget      *history;
  GtkWidget      *retry_button;
  GtkWidget      *compare_button;
  GtkWidget      *open_button;
  GtkWidget      *discard_button;
};

G_DEFINE_FINAL_TYPE (VslOutboxItem, vsl_outbox_item, ADW_TYPE_EXPANDER_ROW)

static void
set_subtitle (VslOutboxItem *self,
              const char    *text)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);

  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), markup);
}

static char *
dup_sentence (VslOutboxRow *row)
{
  g_autofree char *state = vsl_copy_words_dup_state (row, FALSE);
  const VslOutboxPlan *plan = vsl_outbox_row_get_plan (row);
  g_autofree char *moment = plan->next_at > 0 ? vsl_words_dup_moment (plan->next_at) : NULL;

  if (moment == NULL)
    return g_strdup_printf ("%s · %s", vsl_outbox_row_get_site (row), state);

  /* Translators: a site, how it stands there, and a moment */
  return g_strdup_printf (_("%s · %s · again %s"), vsl_outbox_row_get_site (row), state, moment);
}

static const char *
get_url (VslOutboxItem *self)
{
  VslRemoteCopy *copy = vsl_outbox_row_get_copy (self->row);
  const char *url = copy != NULL ? vsl_remote_copy_get_edit_url (copy) : NULL;

  if (copy != NULL && (url == NULL || *url == '\0'))
    url = vsl_remote_copy_get_url (copy);

  return url != NULL && *url != '\0' ? url : NULL;
}

static void
name_button (VslOutboxItem *self,
             GtkWidget     *button)
{
  g_autofree char *label = g_strdup_printf ("%s: %s", gtk_widget_get_tooltip_text (button),
                                            *self->headline != '\0' ? self->headline : _("Without a headline"));

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
show_headline (VslOutboxItem *self)
{
  g_autofree char *title =
    g_markup_escape_text (*self->headline != '\0' ? self->headline : _("Without a headline"), -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  name_button (self, self->retry_button);
  name_button (self, self->compare_button);
  name_button (self, self->open_button);
  name_button (self, self->discard_button);
}

static void
story_read_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(VslOutboxItem) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(VslOutboxStory) story = vsl_desk_read_outbox_story_finish (VSL_DESK (object), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_free (self->headline);
  self->headline = g_strdup (story != NULL ? story->headline : "");
  show_headline (self);
}

static void
show_row (VslOutboxItem *self)
{
  VslOutboxState state = vsl_outbox_row_get_state (self->row);
  const char *message = vsl_outbox_row_get_message (self->row);
  gboolean sending = state == VSL_OUTBOX_SENDING;
  g_autofree char *sentence = dup_sentence (self->row);
  g_autofree char *reason = g_markup_escape_text (message != NULL ? message : "", -1);

  set_subtitle (self, sentence);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->reason_row), reason);
  gtk_widget_set_visible (self->reason_row, *reason != '\0');
  vsl_outbox_history_set_row (VSL_OUTBOX_HISTORY (self->history), self->desk, self->row);
  /* After a conflict the same again would only fail again. */
  gtk_widget_set_visible (self->retry_button, state != VSL_OUTBOX_CONFLICT);
  gtk_widget_set_sensitive (self->retry_button, !sending);
  gtk_widget_set_visible (self->compare_button, state == VSL_OUTBOX_CONFLICT);
  gtk_widget_set_visible (self->open_button, get_url (self) != NULL);
  gtk_widget_set_sensitive (self->discard_button, !sending);
}

static void
launched_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(VslOutboxItem) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *message = NULL;

  if (g_app_info_launch_default_for_uri_finish (result, &error) ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  message = g_strdup_printf (_("The page could not be opened: %s. Copy the link instead."), error->message);
  set_subtitle (self, message);
}

static void
open_clicked_cb (VslOutboxItem *self)
{
  g_autoptr(GAppLaunchContext) context = G_APP_LAUNCH_CONTEXT (
    gdk_display_get_app_launch_context (gtk_widget_get_display (GTK_WIDGET (self))));

  g_app_info_launch_default_for_uri_async (get_url (self), context, self->cancellable, launched_cb,
                                           g_object_ref (self));
}

static void
retry_clicked_cb (VslOutboxItem *self)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VslPublication) publication = vsl_desk_retry (self->desk, self->row, &error);

  if (publication == NULL)
    set_subtitle (self, error->message);
}

/* The comparison opens above the window that the outbox belongs to. */
static void
compare_clicked_cb (VslOutboxItem *self)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));

  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.compare-copy", "(ss)",
                                vsl_outbox_row_get_article_id (self->row), vsl_outbox_row_get_site (self->row));
}

static void
discard_confirmed_cb (VslOutboxItem *self)
{
  g_autoptr(GError) error = NULL;

  if (!vsl_desk_discard (self->desk, self->row, &error))
    set_subtitle (self, error->message);
}

static void
discard_clicked_cb (VslOutboxItem *self)
{
  g_autofree char *quoted = *self->headline != '\0' ? vsl_publication_words_headline (self->headline)
                                                    : g_strdup (C_("in a heading", "the Article"));
  g_autofree char *heading = g_strdup_printf (_("Take %s Out of the Outbox?"), quoted);
  g_autofree char *body =
    g_strdup_printf (_("It is not sent to %s any more. What is there stays there, and the article stays "
                       "here: you can publish it again."), vsl_outbox_row_get_site (self->row));
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                              heading, body);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "keep", _("_Keep in the outbox"),
                                    "discard", _("_Take out"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "discard",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "keep");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "keep");
  g_signal_connect_object (dialog, "response::discard", G_CALLBACK (discard_confirmed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static GtkWidget *
add_button (VslOutboxItem *self,
            const char    *icon_name,
            const char    *text,
            GCallback      clicked_cb)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, text);
  g_signal_connect_object (button, "clicked", clicked_cb, self, G_CONNECT_SWAPPED);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (self), button);

  return button;
}

static void
vsl_outbox_item_dispose (GObject *object)
{
  g_cancellable_cancel (VSL_OUTBOX_ITEM (object)->cancellable);

  G_OBJECT_CLASS (vsl_outbox_item_parent_class)->dispose (object);
}

static void
vsl_outbox_item_finalize (GObject *object)
{
  VslOutboxItem *self = VSL_OUTBOX_ITEM (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->row);
  g_clear_object (&self->desk);
  g_free (self->headline);

  G_OBJECT_CLASS (vsl_outbox_item_parent_class)->finalize (object);
}

static void
vsl_outbox_item_class_init (VslOutboxItemClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vsl_outbox_item_dispose;
  G_OBJECT_CLASS (klass)->finalize = vsl_outbox_item_finalize;
}

static void
add_history (VslOutboxItem *self)
{
  GtkWidget *row = gtk_list_box_row_new ();

  self->reason_row = adw_action_row_new ();
  adw_action_row_set_title_lines (ADW_ACTION_ROW (self->reason_row), 0);
  self->history = vsl_outbox_history_new ();
  gtk_widget_add_css_class (self->history, "outbox-history");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), self->history);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), self->reason_row);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

static void
vsl_outbox_item_init (VslOutboxItem *self)
{
  self->headline = g_strdup ("");
  self->cancellable = g_cancellable_new ();
  add_history (self);
  self->retry_button = add_button (self, "view-refresh-symbolic", _("Try now"),
                                   G_CALLBACK (retry_clicked_cb));
  self->compare_button = add_button (self, "view-dual-symbolic", _("Compare both versions"),
                                     G_CALLBACK (compare_clicked_cb));
  self->open_button = add_button (self, "web-browser-symbolic", _("Look on the site"),
                                  G_CALLBACK (open_clicked_cb));
  self->discard_button = add_button (self, "user-trash-symbolic", _("Take out of the outbox"),
                                     G_CALLBACK (discard_clicked_cb));
}

/**
 * vsl_outbox_item_new:
 * @desk: who sends
 * @row: what is not settled
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
vsl_outbox_item_new (VslDesk      *desk,
                     VslOutboxRow *row)
{
  VslOutboxItem *self;

  g_return_val_if_fail (VSL_IS_DESK (desk), NULL);
  g_return_val_if_fail (VSL_IS_OUTBOX_ROW (row), NULL);

  self = g_object_new (VSL_TYPE_OUTBOX_ITEM, NULL);
  self->desk = g_object_ref (desk);
  self->row = g_object_ref (row);
  show_row (self);
  vsl_desk_read_outbox_story_async (desk, row, self->cancellable, story_read_cb, g_object_ref (self));

  return GTK_WIDGET (self);
}

/**
 * vsl_outbox_item_get_row:
 * @self: the item
 *
 * Returns: (transfer none): what is shown
 */
VslOutboxRow *
vsl_outbox_item_get_row (VslOutboxItem *self)
{
  g_return_val_if_fail (VSL_IS_OUTBOX_ITEM (self), NULL);

  return self->row;
}

/**
 * vsl_outbox_item_set_row:
 * @self: the item
 * @row: the same row as it is now
 */
void
vsl_outbox_item_set_row (VslOutboxItem *self,
                         VslOutboxRow  *row)
{
  g_return_if_fail (VSL_IS_OUTBOX_ITEM (self) && VSL_IS_OUTBOX_ROW (row));

  if (g_set_object (&self->row, row))
    show_row (self);
}
