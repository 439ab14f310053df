/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-window-private.h"

#include "desk/vsl-desk-look.h"
#include "ui/vsl-conflict-dialog.h"

#include <glib/gi18n.h>

/* What the window does when somebody else changed an article on a site, and how it comes to know. */

/* The first round is after the window is at rest, the others between the work of a newsroom; and one when the
 * network comes back, but not with every flicker of it. */
#define FIRST_SECONDS 20
#define LOOK_SECONDS  (20 * 60)
#define FLICKER       (2 * 60 * G_USEC_PER_SEC)

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

/* A round, and whether somebody asked for it and waits for an answer. */
typedef struct
{
  VslWindow *window; /* (owned) */
  gboolean   asked;
} Round;

static char *
describe_round (guint n_changed,
                guint n_unknown)
{
  g_autofree char *changed = NULL;

  if (n_changed > 0)
    changed = g_strdup_printf (ngettext ("One article was changed on a site. It is under “Changed on the site”.",
                                         "%u articles were changed on a site. They are under “Changed on the "
                                         "site”.", n_changed), n_changed);
  if (n_unknown > 0)
    return g_strdup_printf ("%s %s", changed != NULL ? changed : "", _("Not every site could be looked at."));

  return changed != NULL ? g_steal_pointer (&changed) : g_strdup (_("Nobody changed an article on a site."));
}

static void
looked_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autofree Round *round = user_data;
  g_autoptr(VslWindow) self = round->window;
  g_autoptr(GError) error = NULL;
  g_autofree char *sentence = NULL;
  guint n_changed = 0, n_unknown = 0;
  gboolean done = vsl_desk_look_at_sites_finish (VSL_DESK (object), result, &n_changed, &n_unknown, &error);

  g_clear_object (&self->looking);
  if (!done)
    g_debug ("looking at the sites: %s", error->message);
  if (!done || self->toasts == NULL || self->desk == NULL || (!round->asked && n_changed == 0))
    return;

  sentence = describe_round (n_changed, round->asked ? n_unknown : 0);
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (g_strstrip (sentence)));
}

static void
look (VslWindow *self,
      gboolean   asked)
{
  Round *round;

  if (self->desk == NULL || self->looking != NULL)
    return;

  round = g_new (Round, 1);
  *round = (Round) { g_object_ref (self), asked };
  self->looking = g_cancellable_new ();
  self->sites_at = g_get_monotonic_time ();
  vsl_desk_look_at_sites_async (self->desk, self->looking, looked_cb, round);
}

static gboolean
due_cb (gpointer data)
{
  VslWindow *self = data;

  self->sites_id = g_timeout_add_seconds (LOOK_SECONDS, due_cb, self);
  look (self, FALSE);

  return G_SOURCE_REMOVE;
}

static void
network_changed_cb (VslWindow *self,
                    gboolean   available)
{
  if (available && self->sites_at != 0 && g_get_monotonic_time () - self->sites_at > FLICKER)
    look (self, FALSE);
}

static void
look_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  look (VSL_WINDOW (widget), TRUE);
}

/**
 * vsl_window_stop_conflicts:
 *
 * The sites are not looked at any more.
 */
void
vsl_window_stop_conflicts (VslWindow *self)
{
  g_clear_handle_id (&self->sites_id, g_source_remove);
  g_signal_handlers_disconnect_by_func (g_network_monitor_get_default (), network_changed_cb, self);
  g_cancellable_cancel (self->looking);
}

/**
 * vsl_window_start_conflicts:
 *
 * Another desk, or none: its outbox is followed from now on, and its sites are looked at now and then.
 */
void
vsl_window_start_conflicts (VslWindow *self)
{
  vsl_window_stop_conflicts (self);
  if (self->desk == NULL)
    return;

  self->sites_id = g_timeout_add_seconds (FIRST_SECONDS, due_cb, self);
  g_signal_connect_object (g_network_monitor_get_default (), "network-changed", G_CALLBACK (network_changed_cb),
                           self, G_CONNECT_SWAPPED);
  vsl_banner_set_button_label (self->conflict_banner, _("Compare…"));
  g_signal_connect_object (vsl_desk_get_outbox (self->desk), "items-changed",
                           G_CALLBACK (vsl_window_update_conflict), self, G_CONNECT_SWAPPED);
  vsl_window_update_conflict (self);
}

/**
 * vsl_window_install_conflict_actions:
 * @widget_class: the class of the window
 *
 * Installs `win.compare-copy`, which takes an article and a site, and `win.look-at-sites`; from class_init.
 */
void
vsl_window_install_conflict_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, VslWindow, conflict_banner);
  gtk_widget_class_bind_template_callback (widget_class, banner_clicked_cb);
  gtk_widget_class_install_action (widget_class, "win.compare-copy", "(ss)", compare_action);
  gtk_widget_class_install_action (widget_class, "win.look-at-sites", NULL, look_action);
}
