/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-library-row.h"

#include "core/vsl-article-summary.h"
#include "desk/vsl-desk-bin.h"
#include "ui/vsl-library-folder.h"
#include "ui/vsl-library-link.h"

#include <glib/gi18n.h>

/* Pixels, for each group that a folder is in. */
#define INDENT 18

/**
 * VslLibraryRow:
 *
 * One line of the library: a folder with its number of articles, a link to something else, or an
 * article with its headline, when it was last changed, how long it is and where it stands.
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

  GtkWidget      *link_box;
  GtkImage       *link_image;
  GtkLabel       *link_label;
  GtkLabel       *link_subtitle_label;

  GObject        *item;     /* (owned) (nullable) */
  GSignalGroup   *signals;  /* (owned) of the folder, when it is one */
  GSignalGroup   *link_signals; /* (owned) of the link, likewise */
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

/* For an article in the bin: how long it can still be put back; else NULL. */
static char *
dup_time_left (VslArticleSummary *summary)
{
  gint64 deleted_at = vsl_article_summary_get_deleted_at (summary);
  gint64 left = vsl_desk_get_bin_end (deleted_at) - g_get_real_time ();
  guint days = (guint) MAX (0, left / (24 * G_TIME_SPAN_HOUR) + 1);

  if (deleted_at == 0)
    return NULL;

  return g_strdup_printf (ngettext ("gone in %u day", "gone in %u days", days), days);
}

static void
show_article (VslLibraryRow     *self,
              VslArticleSummary *summary)
{
  const char *headline = vsl_article_summary_get_headline (summary);
  const char * const *sites = vsl_article_summary_get_sites (summary);
  gboolean blank = vsl_article_summary_get_updated_at (summary) == 0;
  guint words = vsl_article_summary_get_words (summary);
  g_autofree char *when = dup_when (vsl_article_summary_get_updated_at (summary));
  g_autofree char *length = g_strdup_printf (ngettext ("%'u word", "%'u words", words), words);
  g_autofree char *left = dup_time_left (summary);
  g_autofree char *meta = g_strdup_printf ("%s · %s", left != NULL ? left : when, length);
  gboolean untitled = headline == NULL || *headline == '\0';

  /* A row that is not read yet: it is there in a moment. */
  if (blank)
    {
      gtk_label_set_label (self->headline_label, "…");
      gtk_label_set_label (self->meta_label, " ");
      gtk_widget_set_visible (GTK_WIDGET (self->site_label), FALSE);
      return;
    }

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

/* GTK loads an icon again that is there already, and then lays the whole list out. */
static void
set_icon (GtkImage   *image,
          const char *icon_name)
{
  if (g_strcmp0 (gtk_image_get_icon_name (image), icon_name) != 0)
    gtk_image_set_from_icon_name (image, icon_name);
}

static void
update_folder (VslLibraryRow *self)
{
  VslLibraryFolder *folder = VSL_LIBRARY_FOLDER (self->item);
  guint count = vsl_library_folder_get_count (folder);
  gboolean expanded = vsl_library_folder_get_expanded (folder);
  g_autofree char *text = g_strdup_printf ("%'u", count);

  gtk_label_set_label (self->folder_label, vsl_library_folder_get_title (folder));
  gtk_label_set_label (self->count_label, count > 0 ? text : "");
  set_icon (self->arrow_image, expanded ? "pan-down-symbolic" : "pan-end-symbolic");
  gtk_widget_set_opacity (GTK_WIDGET (self->arrow_image), count > 0 ? 1.0 : 0.0);
  gtk_widget_set_margin_start (self->folder_box, (int) vsl_library_folder_get_level (folder) * INDENT);
  if (count == 0)
    gtk_widget_add_css_class (self->folder_box, "empty");
  else
    gtk_widget_remove_css_class (self->folder_box, "empty");
  if (vsl_library_folder_get_level (folder) > 0)
    gtk_widget_remove_css_class (GTK_WIDGET (self->folder_label), "heading");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->folder_label), "heading");
}

static void
show_link (VslLibraryRow  *self,
           VslLibraryLink *link)
{
  const char *subtitle = vsl_library_link_get_subtitle (link);
  const char *icon_name = vsl_library_link_get_icon_name (link);

  gtk_label_set_label (self->link_label, vsl_library_link_get_title (link));
  gtk_label_set_label (self->link_subtitle_label, subtitle != NULL ? subtitle : "");
  gtk_widget_set_visible (GTK_WIDGET (self->link_subtitle_label), subtitle != NULL);
  gtk_image_set_from_icon_name (self->link_image, icon_name);
  gtk_widget_set_visible (GTK_WIDGET (self->link_image), icon_name != NULL);
}

static void
update_link (VslLibraryRow *self)
{
  gboolean current = vsl_library_link_get_current (VSL_LIBRARY_LINK (self->item));

  if (current)
    gtk_widget_add_css_class (self->link_box, "current");
  else
    gtk_widget_remove_css_class (self->link_box, "current");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->link_label),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, current ? _("Open now") : "", -1);
}

static void
vsl_library_row_dispose (GObject *object)
{
  VslLibraryRow *self = VSL_LIBRARY_ROW (object);

  vsl_library_row_set_item (self, NULL);
  g_clear_object (&self->signals);
  g_clear_object (&self->link_signals);
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
  gtk_widget_class_bind_template_child (widget_class, VslLibraryRow, link_box);
  gtk_widget_class_bind_template_child (widget_class, VslLibraryRow, link_image);
  gtk_widget_class_bind_template_child (widget_class, VslLibraryRow, link_label);
  gtk_widget_class_bind_template_child (widget_class, VslLibraryRow, link_subtitle_label);
}

static void
vsl_library_row_init (VslLibraryRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_hexpand (self->folder_box, TRUE);
  self->link_signals = g_signal_group_new (VSL_TYPE_LIBRARY_LINK);
  g_signal_group_connect_swapped (self->link_signals, "notify::current", G_CALLBACK (update_link),
                                  self);
  self->signals = g_signal_group_new (VSL_TYPE_LIBRARY_FOLDER);
  g_signal_group_connect_swapped (self->signals, "notify", G_CALLBACK (update_folder), self);
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
 * vsl_library_row_get_item:
 *
 * Returns: (nullable) (transfer none): what the row shows
 */
GObject *
vsl_library_row_get_item (VslLibraryRow *self)
{
  g_return_val_if_fail (VSL_IS_LIBRARY_ROW (self), NULL);

  return self->item;
}

/**
 * vsl_library_row_set_item:
 * @item: (nullable): a VslLibraryFolder, a VslLibraryLink or a VslArticleSummary
 *
 * Shows @item.
 */
void
vsl_library_row_set_item (VslLibraryRow *self,
                          GObject       *item)
{
  g_return_if_fail (VSL_IS_LIBRARY_ROW (self));

  g_signal_group_set_target (self->signals, NULL);
  g_signal_group_set_target (self->link_signals, NULL);
  g_set_object (&self->item, item);
  if (item == NULL)
    return;

  gtk_widget_set_visible (self->folder_box, VSL_IS_LIBRARY_FOLDER (item));
  gtk_widget_set_visible (self->article_box, VSL_IS_ARTICLE_SUMMARY (item));
  gtk_widget_set_visible (self->link_box, VSL_IS_LIBRARY_LINK (item));
  if (VSL_IS_ARTICLE_SUMMARY (item))
    show_article (self, VSL_ARTICLE_SUMMARY (item));
  else if (VSL_IS_LIBRARY_LINK (item))
    {
      g_signal_group_set_target (self->link_signals, item);
      show_link (self, VSL_LIBRARY_LINK (item));
      update_link (self);
    }
  else if (VSL_IS_LIBRARY_FOLDER (item))
    {
      g_signal_group_set_target (self->signals, item);
      update_folder (self);
    }
}
