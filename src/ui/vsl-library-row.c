/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-library-row.h"

#include "core/vsl-article-summary.h"
#include "ui/vsl-library-folder.h"

#include <glib/gi18n.h>

/**
 * VslLibraryRow:
 *
 * One line of the library: a folder with its number of articles, or an article with its headline,
 * when it was last changed, how long it is and where it stands.
 */
struct _VslLibraryRow
{
  GtkWidget       parent_instance;

  GtkWidget      *folder_box;
  GtkImage       *arrow_image;
  GtkLabel       *folder_label;
  GtkLabel       *count_label;
  GtkWidget      *article_box;
  GtkLabel       *headline_label;
  GtkLabel       *meta_label;
  GtkLabel       *site_label;

  GtkTreeListRow *list_row; /* (owned) (nullable) */
  GSignalGroup   *signals;  /* (owned) of the folder, when it is one */
};

G_DEFINE_FINAL_TYPE (VslLibraryRow, vsl_library_row, GTK_TYPE_WIDGET)

/* The day in words that say enough: a time today, a weekday this week, else the date. */
static char *
dup_when (gint64 at)
{
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (at / G_USEC_PER_SEC);
  g_autoptr(GDateTime) when = utc != NULL ? g_date_time_to_local (utc) : NULL;
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  GTimeSpan age;

  if (when == NULL)
    return g_strdup ("");

  age = g_date_time_difference (now, when);
  if (g_date_time_get_year (now) == g_date_time_get_year (when) &&
      g_date_time_get_day_of_year (now) == g_date_time_get_day_of_year (when))
    return g_date_time_format (when, "%H:%M");
  if (age > 0 && age < 6 * G_TIME_SPAN_DAY)
    return g_date_time_format (when, "%A");
  if (g_date_time_get_year (now) == g_date_time_get_year (when))
    /* Translators: a day in this year, as g_date_time_format() takes it: “24 November” */
    return g_date_time_format (when, _("%-d %B"));

  /* Translators: a day in another year, as g_date_time_format() takes it: “24 November 2025” */
  return g_date_time_format (when, _("%-d %B %Y"));
}

static void
show_article (VslLibraryRow     *self,
              VslArticleSummary *summary)
{
  const char *headline = vsl_article_summary_get_headline (summary);
  const char * const *sites = vsl_article_summary_get_sites (summary);
  guint words = vsl_article_summary_get_words (summary);
  g_autofree char *when = dup_when (vsl_article_summary_get_updated_at (summary));
  g_autofree char *length = g_strdup_printf (ngettext ("%'u word", "%'u words", words), words);
  g_autofree char *meta = g_strdup_printf ("%s · %s", when, length);
  gboolean untitled = headline == NULL || *headline == '\0';

  gtk_label_set_label (self->headline_label, untitled ? _("Without a headline") : headline);
  if (untitled)
    gtk_widget_add_css_class (GTK_WIDGET (self->headline_label), "dim-label");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->headline_label), "dim-label");
  gtk_label_set_label (self->meta_label, meta);
  gtk_widget_set_visible (GTK_WIDGET (self->site_label), sites != NULL && sites[0] != NULL);
  if (sites != NULL && sites[0] != NULL)
    {
      g_autofree char *all = g_strjoinv (", ", (char **) sites);

      gtk_label_set_label (self->site_label, all);
    }
}

static void
update_folder (VslLibraryRow *self)
{
  g_autoptr(VslLibraryFolder) folder = gtk_tree_list_row_get_item (self->list_row);
  gboolean expanded = gtk_tree_list_row_get_expanded (self->list_row);
  g_autofree char *text = NULL;
  guint count;

  /* A row that is being taken away folds up first, and has no item any more. */
  if (folder == NULL)
    return;

  count = vsl_library_folder_get_count (folder);
  text = g_strdup_printf ("%u", count);
  gtk_label_set_label (self->folder_label, vsl_library_folder_get_title (folder));
  gtk_label_set_label (self->count_label, count > 0 ? text : "");
  gtk_image_set_from_icon_name (self->arrow_image, expanded ? "pan-down-symbolic"
                                                            : "pan-end-symbolic");
  gtk_widget_set_opacity (GTK_WIDGET (self->arrow_image), count > 0 ? 1.0 : 0.0);
  if (count == 0)
    gtk_widget_add_css_class (self->folder_box, "empty");
  else
    gtk_widget_remove_css_class (self->folder_box, "empty");
}

static void
vsl_library_row_dispose (GObject *object)
{
  VslLibraryRow *self = VSL_LIBRARY_ROW (object);

  vsl_library_row_set_list_row (self, NULL);
  g_clear_object (&self->signals);
  gtk_widget_dispose_template (GTK_WIDGET (self), VSL_TYPE_LIBRARY_ROW);
  G_OBJECT_CLASS (vsl_library_row_parent_class)->dispose (object);
}

static void
vsl_library_row_class_init (VslLibraryRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vsl_library_row_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/verslag/Verslag/ui/vsl-library-row.ui");
  gtk_widget_class_bind_template_child (widget_class, VslLibraryRow, folder_box);
  gtk_widget_class_bind_template_child (widget_class, VslLibraryRow, arrow_image);
  gtk_widget_class_bind_template_child (widget_class, VslLibraryRow, folder_label);
  gtk_widget_class_bind_template_child (widget_class, VslLibraryRow, count_label);
  gtk_widget_class_bind_template_child (widget_class, VslLibraryRow, article_box);
  gtk_widget_class_bind_template_child (widget_class, VslLibraryRow, headline_label);
  gtk_widget_class_bind_template_child (widget_class, VslLibraryRow, meta_label);
  gtk_widget_class_bind_template_child (widget_class, VslLibraryRow, site_label);
}

static void
vsl_library_row_init (VslLibraryRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_hexpand (self->folder_box, TRUE);
  self->signals = g_signal_group_new (VSL_TYPE_LIBRARY_FOLDER);
  g_signal_group_connect_swapped (self->signals, "notify::count", G_CALLBACK (update_folder),
                                  self);
}

/**
 * vsl_library_row_new:
 *
 * Returns: (transfer floating): an empty row
 */
GtkWidget *
vsl_library_row_new (void)
{
  return g_object_new (VSL_TYPE_LIBRARY_ROW, NULL);
}

/**
 * vsl_library_row_get_list_row:
 *
 * Returns: (nullable) (transfer none): what the row shows
 */
GtkTreeListRow *
vsl_library_row_get_list_row (VslLibraryRow *self)
{
  g_return_val_if_fail (VSL_IS_LIBRARY_ROW (self), NULL);

  return self->list_row;
}

/**
 * vsl_library_row_set_list_row:
 * @list_row: (nullable): a row whose item is a VslLibraryFolder or a VslArticleSummary
 *
 * Shows @list_row.
 */
void
vsl_library_row_set_list_row (VslLibraryRow  *self,
                              GtkTreeListRow *list_row)
{
  g_autoptr(GObject) item = NULL;

  g_return_if_fail (VSL_IS_LIBRARY_ROW (self));

  if (self->list_row != NULL)
    g_signal_handlers_disconnect_by_data (self->list_row, self);
  g_set_object (&self->list_row, list_row);
  item = list_row != NULL ? gtk_tree_list_row_get_item (list_row) : NULL;
  g_signal_group_set_target (self->signals, VSL_IS_LIBRARY_FOLDER (item) ? item : NULL);
  if (item == NULL)
    return;

  gtk_widget_set_visible (self->folder_box, VSL_IS_LIBRARY_FOLDER (item));
  gtk_widget_set_visible (self->article_box, !VSL_IS_LIBRARY_FOLDER (item));
  if (!VSL_IS_LIBRARY_FOLDER (item))
    {
      show_article (self, VSL_ARTICLE_SUMMARY (item));
      return;
    }
  g_signal_connect_swapped (list_row, "notify::expanded", G_CALLBACK (update_folder), self);
  update_folder (self);
}
