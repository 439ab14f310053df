/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-version-browser.h"

#include "desk/vsl-article-diff.h"
#include "desk/vsl-desk-versions.h"
#include "desk/vsl-version-reading.h"
#include "ui/vsl-banner.h"
#include "ui/vsl-diff-view.h"
#include "ui/vsl-version-row.h"

#include <glib/gi18n.h>

/* So long after the last keystroke in the article the difference follows. */
#define REFRESH_MS 500

#define WIDTH 940 /* pixels, as the height: of the window where there is room */
#define HEIGHT 680

/**
 * VslVersionBrowser:
 *
 * The versions of the open article, by day; one of them beside it, held against the article as it is
 * now, or whole. A version can be named, copied from, and put back: that adds a version, so that
 * nothing is lost by it. The article can be written in meanwhile.
 */
struct _VslVersionBrowser
{
  AdwWindow     parent_instance;

  VslDesk      *desk;        /* (owned) */
  VslDocument  *document;    /* (owned) */
  GCancellable *loading;     /* (owned) of the version that is read */
  GCancellable *listing;     /* (owned) of the list; both end before the window does */
  VslArticle   *shown;       /* (owned) (nullable) the version that is read now */
  gint64        number;      /* of the version that is chosen; 0 for none */
  guint         refresh_id;

  AdwLeaflet   *leaflet;     /* (template), as all that follow */
  GtkStack     *stack;
  GtkListBox   *list;
  AdwToastOverlay *toasts;
  VslBanner    *banner;
  AdwWindowTitle *title;
  GtkWidget    *changes_button;
  GtkLabel     *summary;
  GtkStack     *reading_stack;
  VslDiffView  *view;
  GtkWidget    *restore_button;
  GtkWidget    *name_button;
  GtkWidget    *name_popover;
  GtkEditable  *name_entry;
};

G_DEFINE_FINAL_TYPE (VslVersionBrowser, vsl_version_browser, ADW_TYPE_WINDOW)

static void
update_summary (VslVersionBrowser *self,
                GPtrArray         *diffs)
{
  guint inserted = 0, deleted = 0, i;
  g_autofree char *added_text = NULL;
  g_autofree char *removed_text = NULL;
  g_autofree char *text = NULL;

  for (i = 0; i < diffs->len; i++)
    {
      const VslFieldDiff *diff = g_ptr_array_index (diffs, i);

      inserted += diff->inserted;
      deleted += diff->deleted;
    }
  added_text = g_strdup_printf (ngettext ("%u word was added", "%u words were added", inserted), inserted);
  removed_text = g_strdup_printf (ngettext ("%u was removed", "%u were removed", deleted), deleted);
  /* Translators: the first %s is like “3 words were added”, the second like “2 were removed”. */
  text = g_strdup_printf (_("Since this version %s (underlined) and %s (struck through)."), added_text,
                          removed_text);
  gtk_label_set_label (self->summary, text);
}

static void
update_reading (VslVersionBrowser *self)
{
  gboolean changes = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->changes_button));
  g_autoptr(VslArticle) now = NULL;
  g_autoptr(GPtrArray) diffs = NULL;

  gtk_widget_set_sensitive (self->name_button, self->shown != NULL);
  gtk_widget_set_sensitive (self->restore_button, FALSE);
  if (self->shown == NULL)
    {
      gtk_stack_set_visible_child_name (self->reading_stack, "none");
      return;
    }

  now = vsl_document_dup_article (self->document);
  diffs = vsl_article_diff (self->shown, now);
  gtk_widget_set_sensitive (self->restore_button, diffs->len > 0);
  if (changes && diffs->len == 0)
    {
      gtk_stack_set_visible_child_name (self->reading_stack, "same");
      return;
    }
  update_summary (self, diffs);
  if (changes)
    vsl_diff_view_show_changes (self->view, diffs);
  else
    vsl_diff_view_show_article (self->view, self->shown);
  gtk_widget_set_visible (GTK_WIDGET (self->summary), changes);
  gtk_stack_set_visible_child_name (self->reading_stack, "text");
}

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  VslVersionBrowser *self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(VslArticle) article = vsl_desk_load_version_finish (VSL_DESK (object), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  vsl_banner_set_message (self->banner, error != NULL ? error->message : NULL);
  g_set_object (&self->shown, article);
  update_reading (self);
}

static void
renew (GCancellable **cancellable)
{
  g_cancellable_cancel (*cancellable);
  g_object_unref (*cancellable);
  *cancellable = g_cancellable_new ();
}

static void
load (VslVersionBrowser *self,
      gint64             number)
{
  renew (&self->loading);
  self->number = number;
  vsl_desk_load_version_async (self->desk, vsl_document_get_id (self->document), number, self->loading,
                               loaded_cb, self);
}

static void
selected_cb (VslVersionBrowser *self,
             GtkListBoxRow     *row)
{
  VslSnapshot *version;
  g_autofree char *day = NULL;
  g_autofree char *time = NULL;

  if (row == NULL)
    return;

  version = vsl_version_row_get_version (VSL_VERSION_ROW (row));
  day = vsl_version_row_dup_day (VSL_VERSION_ROW (row));
  time = vsl_version_row_dup_time (VSL_VERSION_ROW (row));
  adw_window_title_set_title (self->title, time);
  adw_window_title_set_subtitle (self->title, day);
  gtk_editable_set_text (self->name_entry,
                         vsl_snapshot_get_name (version) != NULL ? vsl_snapshot_get_name (version) : "");
  load (self, vsl_snapshot_get_number (version));
}

static void
activated_cb (VslVersionBrowser *self)
{
  adw_leaflet_set_visible_child_name (self->leaflet, "reading");
}

static void
add_header (GtkListBoxRow *row,
            GtkListBoxRow *before,
            gpointer       user_data)
{
  g_autofree char *day = vsl_version_row_dup_day (VSL_VERSION_ROW (row));
  g_autofree char *day_before = before != NULL ? vsl_version_row_dup_day (VSL_VERSION_ROW (before)) : NULL;
  GtkWidget *label;

  if (g_strcmp0 (day, day_before) == 0)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  label = gtk_label_new (day);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "version-day");
  gtk_list_box_row_set_header (row, label);
}

static void
show_list (VslVersionBrowser *self,
           GPtrArray         *versions,
           gint64             chosen)
{
  GtkListBoxRow *chosen_row = NULL;
  GtkWidget *child;
  guint i;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  for (i = 0; i < versions->len; i++)
    {
      VslSnapshot *version = g_ptr_array_index (versions, i);
      GtkWidget *row = vsl_version_row_new (version, i + 1 < versions->len ? versions->pdata[i + 1] : NULL);

      gtk_list_box_append (self->list, row);
      if (chosen_row == NULL || vsl_snapshot_get_number (version) == chosen)
        chosen_row = GTK_LIST_BOX_ROW (row);
    }
  gtk_stack_set_visible_child_name (self->stack, versions->len > 0 ? "versions" : "empty");
  if (chosen_row != NULL)
    gtk_list_box_select_row (self->list, chosen_row);
}

static void
listed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  VslVersionBrowser *self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) versions = vsl_desk_list_versions_finish (VSL_DESK (object), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  vsl_banner_set_message (self->banner, error != NULL ? error->message : NULL);
  if (versions != NULL)
    show_list (self, versions, self->number);
}

static void
reload (VslVersionBrowser *self)
{
  renew (&self->listing);
  vsl_desk_list_versions_async (self->desk, vsl_document_get_id (self->document), self->listing,
                                listed_cb, self);
}

static void
refresh_cb (gpointer user_data)
{
  VslVersionBrowser *self = user_data;

  self->refresh_id = 0;
  update_reading (self);
}

static void
document_changed_cb (VslVersionBrowser *self)
{
  g_clear_handle_id (&self->refresh_id, g_source_remove);
  self->refresh_id = g_timeout_add_once (REFRESH_MS, refresh_cb, self);
}

/* A version may have come by itself while somebody wrote on. */
static void
active_cb (VslVersionBrowser *self)
{
  if (gtk_window_is_active (GTK_WINDOW (self)) && self->desk != NULL)
    reload (self);
}

static void
mode_cb (VslVersionBrowser *self)
{
  update_reading (self);
}

static void
back_cb (VslVersionBrowser *self)
{
  adw_leaflet_set_visible_child_name (self->leaflet, "list");
}

/* Puts a version back; what the article reads like now becomes one first. */
static gboolean
restore (VslVersionBrowser *self,
         gint64             number)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VslArticle) restored =
    vsl_desk_restore_version (self->desk, vsl_document_get_id (self->document), number, &error);

  vsl_banner_set_message (self->banner, error != NULL ? error->message : NULL);
  if (restored != NULL)
    reload (self);

  return restored != NULL;
}

static void
restore_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  VslVersionBrowser *self = VSL_VERSION_BROWSER (widget);
  g_autoptr(VslSnapshot) before = NULL;
  g_autoptr(GError) error = NULL;
  AdwToast *toast;

  if (self->shown == NULL)
    return;

  before = vsl_desk_keep_version_before (self->desk, vsl_document_get_id (self->document),
                                         VSL_SNAPSHOT_BEFORE_RESTORE, &error);
  if (before == NULL)
    {
      vsl_banner_set_message (self->banner, error->message);
      return;
    }
  if (!restore (self, self->number))
    return;

  toast = adw_toast_new (_("The article reads as in this version again."));
  adw_toast_set_button_label (toast, _("Undo"));
  adw_toast_set_action_name (toast, "versions.undo");
  adw_toast_set_action_target (toast, "x", vsl_snapshot_get_number (before));
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
undo_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  restore (VSL_VERSION_BROWSER (widget), g_variant_get_int64 (parameter));
}

static void
copy_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  VslVersionBrowser *self = VSL_VERSION_BROWSER (widget);

  if (self->shown == NULL)
    return;

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget),
                          vsl_article_get_text (self->shown, VSL_FIELD_BODY));
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (_("The text of this version is on the clipboard.")));
}

static void
name_cb (VslVersionBrowser *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->name_entry)));
  g_autoptr(GError) error = NULL;

  gtk_popover_popdown (GTK_POPOVER (self->name_popover));
  vsl_desk_name_version (self->desk, vsl_document_get_id (self->document), self->number,
                         *name != '\0' ? name : NULL, &error);
  vsl_banner_set_message (self->banner, error != NULL ? error->message : NULL);
  reload (self);
}

static void
vsl_version_browser_dispose (GObject *object)
{
  VslVersionBrowser *self = VSL_VERSION_BROWSER (object);

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  g_cancellable_cancel (self->loading);
  g_cancellable_cancel (self->listing);
  gtk_widget_dispose_template (GTK_WIDGET (self), VSL_TYPE_VERSION_BROWSER);
  g_clear_object (&self->shown);
  g_clear_object (&self->document);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (vsl_version_browser_parent_class)->dispose (object);
}

static void
vsl_version_browser_finalize (GObject *object)
{
  g_clear_object (&VSL_VERSION_BROWSER (object)->loading);
  g_clear_object (&VSL_VERSION_BROWSER (object)->listing);

  G_OBJECT_CLASS (vsl_version_browser_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/verslag/Verslag/ui/vsl-version-browser.ui");
  gtk_widget_class_bind_template_child (widget_class, VslVersionBrowser, leaflet);
  gtk_widget_class_bind_template_child (widget_class, VslVersionBrowser, stack);
  gtk_widget_class_bind_template_child (widget_class, VslVersionBrowser, list);
  gtk_widget_class_bind_template_child (widget_class, VslVersionBrowser, toasts);
  gtk_widget_class_bind_template_child (widget_class, VslVersionBrowser, banner);
  gtk_widget_class_bind_template_child (widget_class, VslVersionBrowser, title);
  gtk_widget_class_bind_template_child (widget_class, VslVersionBrowser, changes_button);
  gtk_widget_class_bind_template_child (widget_class, VslVersionBrowser, summary);
  gtk_widget_class_bind_template_child (widget_class, VslVersionBrowser, reading_stack);
  gtk_widget_class_bind_template_child (widget_class, VslVersionBrowser, view);
  gtk_widget_class_bind_template_child (widget_class, VslVersionBrowser, restore_button);
  gtk_widget_class_bind_template_child (widget_class, VslVersionBrowser, name_button);
  gtk_widget_class_bind_template_child (widget_class, VslVersionBrowser, name_popover);
  gtk_widget_class_bind_template_child (widget_class, VslVersionBrowser, name_entry);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, active_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, mode_cb);
  gtk_widget_class_bind_template_callback (widget_class, name_cb);
}

static void
vsl_version_browser_class_init (VslVersionBrowserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vsl_version_browser_dispose;
  G_OBJECT_CLASS (klass)->finalize = vsl_version_browser_finalize;

  g_type_ensure (VSL_TYPE_BANNER);
  g_type_ensure (VSL_TYPE_DIFF_VIEW);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "versions.restore", NULL, restore_action);
  gtk_widget_class_install_action (widget_class, "versions.undo", "x", undo_action);
  gtk_widget_class_install_action (widget_class, "versions.copy", NULL, copy_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "versions.copy", NULL);
}

static void
vsl_version_browser_init (VslVersionBrowser *self)
{
  self->loading = g_cancellable_new ();
  self->listing = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->list, add_header, NULL, NULL);
}

/**
 * vsl_version_browser_new:
 * @desk: the desk that keeps the versions
 * @document: the open article
 * @parent: (nullable): the window above which it opens
 *
 * Returns: (transfer none): a window, to be presented
 */
GtkWidget *
vsl_version_browser_new (VslDesk     *desk,
                         VslDocument *document,
                         GtkWindow   *parent)
{
  VslVersionBrowser *self;

  g_return_val_if_fail (VSL_IS_DESK (desk), NULL);
  g_return_val_if_fail (VSL_IS_DOCUMENT (document), NULL);

  self = g_object_new (VSL_TYPE_VERSION_BROWSER, "transient-for", parent, NULL);
  /* Not wider than what it opens above, which may be a small screen. */
  if (parent != NULL && gtk_widget_get_width (GTK_WIDGET (parent)) > 0)
    gtk_window_set_default_size (GTK_WINDOW (self), MIN (WIDTH, gtk_widget_get_width (GTK_WIDGET (parent))), HEIGHT);
  self->desk = g_object_ref (desk);
  self->document = g_object_ref (document);
  g_signal_connect_object (document, "changed", G_CALLBACK (document_changed_cb), self, G_CONNECT_SWAPPED);
  update_reading (self);
  reload (self);

  return GTK_WIDGET (self);
}
