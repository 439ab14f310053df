/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-outbox-item.h"

#include "desk/vsl-publication-words.h"
#include "ui/vsl-copy-words.h"
#include "ui/vsl-words.h"

#include <glib/gi18n.h>

/**
 * VslOutboxItem:
 *
 * One article that is not settled on one site: what is the matter, its history in words when it is
 * opened, and the ways on: try now, or take it out, which names what is given up.
 */
struct _VslOutboxItem
{
  AdwExpanderRow  parent_instance;

  VslDesk        *desk;     /* (owned) */
  VslOutboxRow   *row;      /* (owned) */
  char           *headline; /* (owned) */
  GPtrArray      *history;  /* (owned) of GtkWidget, rows that are shown */
};

G_DEFINE_FINAL_TYPE (VslOutboxItem, vsl_outbox_item, ADW_TYPE_EXPANDER_ROW)

static char *
dup_headline (VslDesk      *desk,
              VslOutboxRow *row)
{
  g_autoptr(VslArticle) article = vsl_desk_load_article (desk, vsl_outbox_row_get_article_id (row), NULL);
  const char *headline = article != NULL ? vsl_article_get_text (article, VSL_FIELD_HEADLINE) : NULL;

  return g_strdup (headline != NULL && *headline != '\0' ? headline : _("Without a headline"));
}

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

static void
add_line (VslOutboxItem *self,
          const char    *title,
          const char    *subtitle)
{
  GtkWidget *line = adw_action_row_new ();
  g_autofree char *title_markup = g_markup_escape_text (title, -1);
  g_autofree char *subtitle_markup = g_markup_escape_text (subtitle, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (line), title_markup);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (line), subtitle_markup);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), line);
  g_ptr_array_add (self->history, line);
}

/* Read when somebody looks. */
static void
expanded_cb (VslOutboxItem *self)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) events = NULL;

  if (!adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)) || self->history->len > 0)
    return;

  if (vsl_outbox_row_get_message (self->row) != NULL)
    add_line (self, vsl_outbox_row_get_message (self->row), "");
  events = vsl_desk_list_outbox_events (self->desk, self->row, &error);
  if (events == NULL)
    add_line (self, error->message, "");
  for (guint i = 0; events != NULL && i < events->len; i++)
    {
      g_autofree char *words = vsl_outbox_words_event (events->pdata[i]);
      g_autofree char *moment = vsl_words_dup_moment (vsl_outbox_event_get_at (events->pdata[i]));

      add_line (self, words, moment);
    }
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
  g_autofree char *quoted = vsl_publication_words_headline (self->headline);
  g_autofree char *heading = g_strdup_printf (_("Take %s Out of the Outbox?"), quoted);
  g_autofree char *body =
    g_strdup_printf (_("It is not sent to %s any more. What is there stays there, and the article stays "
                       "here: you can publish it again."), vsl_outbox_row_get_site (self->row));
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                              heading, body);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "keep", _("_Keep in the Outbox"),
                                    "discard", _("_Take Out"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "discard",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "keep");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "keep");
  g_signal_connect_object (dialog, "response::discard", G_CALLBACK (discard_confirmed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
add_button (VslOutboxItem *self,
            const char    *icon_name,
            const char    *text,
            GCallback      clicked_cb)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);
  g_autofree char *label = g_strdup_printf ("%s: %s", text, self->headline);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (button, "clicked", clicked_cb, self, G_CONNECT_SWAPPED);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (self), button);
}

static void
vsl_outbox_item_finalize (GObject *object)
{
  VslOutboxItem *self = VSL_OUTBOX_ITEM (object);

  g_clear_object (&self->row);
  g_clear_object (&self->desk);
  g_free (self->headline);
  g_ptr_array_unref (self->history);

  G_OBJECT_CLASS (vsl_outbox_item_parent_class)->finalize (object);
}

static void
vsl_outbox_item_class_init (VslOutboxItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vsl_outbox_item_finalize;
}

static void
vsl_outbox_item_init (VslOutboxItem *self)
{
  self->history = g_ptr_array_new ();
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
  g_autofree char *title = NULL;
  g_autofree char *sentence = NULL;

  g_return_val_if_fail (VSL_IS_DESK (desk), NULL);
  g_return_val_if_fail (VSL_IS_OUTBOX_ROW (row), NULL);

  self = g_object_new (VSL_TYPE_OUTBOX_ITEM, NULL);
  self->desk = g_object_ref (desk);
  self->row = g_object_ref (row);
  self->headline = dup_headline (desk, row);
  title = g_markup_escape_text (self->headline, -1);
  sentence = dup_sentence (row);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  set_subtitle (self, sentence);
  if (vsl_outbox_row_get_state (row) == VSL_OUTBOX_CONFLICT)
    add_button (self, "view-dual-symbolic", _("Compare both versions"), G_CALLBACK (compare_clicked_cb));
  add_button (self, "view-refresh-symbolic", _("Try now"), G_CALLBACK (retry_clicked_cb));
  add_button (self, "user-trash-symbolic", _("Take out of the outbox"), G_CALLBACK (discard_clicked_cb));
  g_signal_connect (self, "notify::expanded", G_CALLBACK (expanded_cb), NULL);

  return GTK_WIDGET (self);
}
