/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-window-private.h"

#include "desk/vsl-desk-outbox.h"
#include "ui/vsl-conflict-dialog.h"

#include <glib/gi18n.h>

/* What the window does when somebody else changed an article on a site. */

/* (transfer full) (nullable) How an article stands on a site on which somebody else changed it; @site:
 * (nullable) NULL for the first such site. The outbox has those, so nothing waits for the disk. */
static VslOutboxRow *
find_conflict (VslWindow  *self,
               const char *article_id,
               const char *site)
{
  GListModel *rows = vsl_desk_get_outbox (self->desk);
  guint i;

  for (i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(VslOutboxRow) row = g_list_model_get_item (rows, i);

      if (vsl_outbox_row_get_state (row) == VSL_OUTBOX_CONFLICT &&
          g_str_equal (vsl_outbox_row_get_article_id (row), article_id) &&
          (site == NULL || g_str_equal (vsl_outbox_row_get_site (row), site)))
        return g_steal_pointer (&row);
    }

  return NULL;
}

static void
settled_cb (VslWindow  *self,
            const char *sentence)
{
  if (self->toasts != NULL)
    adw_toast_overlay_add_toast (self->toasts, adw_toast_new (sentence));
}

static void
open_dialog (VslWindow    *self,
             VslOutboxRow *row)
{
  VslDocument *document = vsl_window_get_document (self);
  GtkWidget *dialog;

  if (document != NULL && !g_str_equal (vsl_document_get_id (document), vsl_outbox_row_get_article_id (row)))
    document = NULL;
  dialog = vsl_conflict_dialog_new (self->desk, row, document, GTK_WINDOW (self));
  g_signal_connect_object (dialog, "settled", G_CALLBACK (settled_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Takes the article and the site. Nothing happens when it was settled a moment ago. */
static void
compare_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  VslWindow *self = VSL_WINDOW (widget);
  const char *article_id, *site;
  g_autoptr(VslOutboxRow) row = NULL;

  if (self->desk == NULL)
    return;

  g_variant_get (parameter, "(&s&s)", &article_id, &site);
  row = find_conflict (self, article_id, *site != '\0' ? site : NULL);
  if (row != NULL)
    open_dialog (self, row);
}

/**
 * vsl_window_update_conflict:
 *
 * Another article is open, or the outbox changed: tells above the text when somebody else changed the
 * article on a site.
 */
void
vsl_window_update_conflict (VslWindow *self)
{
  VslDocument *document = vsl_window_get_document (self);
  g_autoptr(VslOutboxRow) row = NULL;
  g_autofree char *message = NULL;

  if (self->desk != NULL && document != NULL)
    row = find_conflict (self, vsl_document_get_id (document), NULL);
  if (row != NULL)
    message = g_strdup_printf (_("Somebody changed this article on “%s” since it was last sent there."),
                               vsl_outbox_row_get_site (row));
  vsl_banner_set_message (self->conflict_banner, message);
}

static void
banner_clicked_cb (VslWindow *self)
{
  VslDocument *document = vsl_window_get_document (self);

  if (document != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.compare-copy", "(ss)", vsl_document_get_id (document),
                                "");
}

/**
 * vsl_window_start_conflicts:
 *
 * Another desk: its outbox is followed from now on.
 */
void
vsl_window_start_conflicts (VslWindow *self)
{
  if (self->desk == NULL)
    return;

  vsl_banner_set_button_label (self->conflict_banner, _("Compare…"));
  g_signal_connect_object (vsl_desk_get_outbox (self->desk), "items-changed",
                           G_CALLBACK (vsl_window_update_conflict), self, G_CONNECT_SWAPPED);
  vsl_window_update_conflict (self);
}

/**
 * vsl_window_install_conflict_actions:
 * @widget_class: the class of the window
 *
 * Installs `win.compare-copy`, which takes an article and a site; from class_init.
 */
void
vsl_window_install_conflict_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, VslWindow, conflict_banner);
  gtk_widget_class_bind_template_callback (widget_class, banner_clicked_cb);
  gtk_widget_class_install_action (widget_class, "win.compare-copy", "(ss)", compare_action);
}
