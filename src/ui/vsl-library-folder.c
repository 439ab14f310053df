/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-library-folder.h"

#include "core/vsl-article-summary.h"

#include <glib/gi18n.h>

/**
 * VslLibraryFolder:
 *
 * A smart folder: the articles of the library that stand at one point of the way, or are in the
 * bin. A lens on the desk's list; it holds no articles itself.
 */
struct _VslLibraryFolder
{
  GObject      parent_instance;

  VslStatus    status; /* %VSL_N_STATUSES: the bin */
  GListModel  *items;  /* (owned) GtkFilterListModel of VslArticleSummary */
};

G_DEFINE_FINAL_TYPE (VslLibraryFolder, vsl_library_folder, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_COUNT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static gboolean
belongs (gpointer item,
         gpointer data)
{
  VslStatus status = (VslStatus) GPOINTER_TO_UINT (data);

  return status == VSL_N_STATUSES || vsl_article_summary_get_status (item) == status;
}

static void
items_changed_cb (VslLibraryFolder *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COUNT]);
}

static void
vsl_library_folder_dispose (GObject *object)
{
  VslLibraryFolder *self = VSL_LIBRARY_FOLDER (object);

  if (self->items != NULL)
    g_signal_handlers_disconnect_by_data (self->items, self);
  g_clear_object (&self->items);
  G_OBJECT_CLASS (vsl_library_folder_parent_class)->dispose (object);
}

static void
vsl_library_folder_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_COUNT:
      g_value_set_uint (value, vsl_library_folder_get_count (VSL_LIBRARY_FOLDER (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vsl_library_folder_class_init (VslLibraryFolderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = vsl_library_folder_dispose;
  object_class->get_property = vsl_library_folder_get_property;
  properties[PROP_COUNT] =
    g_param_spec_uint ("count", NULL, NULL, 0, G_MAXUINT, 0,
                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
vsl_library_folder_init (VslLibraryFolder *self)
{
}

/**
 * vsl_library_folder_new:
 * @library: the desk's list of VslArticleSummary
 * @search: what the person seeks now; shared by all folders
 * @status: the point of the way
 *
 * Returns: (transfer full): the articles of @library that stand at @status
 */
VslLibraryFolder *
vsl_library_folder_new (GListModel *library,
                        GtkFilter  *search,
                        VslStatus   status)
{
  VslLibraryFolder *self = g_object_new (VSL_TYPE_LIBRARY_FOLDER, NULL);
  GtkEveryFilter *filter = gtk_every_filter_new ();

  self->status = status;
  gtk_multi_filter_append (GTK_MULTI_FILTER (filter),
                           GTK_FILTER (gtk_custom_filter_new (belongs, GUINT_TO_POINTER (status),
                                                              NULL)));
  gtk_multi_filter_append (GTK_MULTI_FILTER (filter), g_object_ref (search));
  self->items = G_LIST_MODEL (gtk_filter_list_model_new (g_object_ref (library),
                                                         GTK_FILTER (filter)));
  g_signal_connect_swapped (self->items, "items-changed", G_CALLBACK (items_changed_cb), self);

  return self;
}

/**
 * vsl_library_folder_new_bin:
 * @bin: the desk's list of VslArticleSummary that were deleted
 * @search: what the person seeks now; shared by all folders
 *
 * Returns: (transfer full): all of @bin
 */
VslLibraryFolder *
vsl_library_folder_new_bin (GListModel *bin,
                            GtkFilter  *search)
{
  return vsl_library_folder_new (bin, search, VSL_N_STATUSES);
}

/**
 * vsl_library_folder_get_title:
 *
 * Returns: (transfer none): the translated name of the folder
 */
const char *
vsl_library_folder_get_title (VslLibraryFolder *self)
{
  g_return_val_if_fail (VSL_IS_LIBRARY_FOLDER (self), NULL);

  switch (self->status)
    {
    case VSL_STATUS_IDEA:
      return C_("folder of articles", "Ideas");
    case VSL_STATUS_DRAFT:
      return C_("folder of articles", "Drafts");
    case VSL_STATUS_PARTICIPANTS:
      return C_("folder of articles", "With Participants");
    case VSL_STATUS_COPY_DESK:
      return C_("folder of articles", "Copy Desk");
    case VSL_STATUS_READY:
      return C_("folder of articles", "Ready");
    case VSL_STATUS_SCHEDULED:
      return C_("folder of articles", "Scheduled");
    case VSL_STATUS_PUBLISHED:
      return C_("folder of articles", "Published");
    case VSL_N_STATUSES:
    default:
      return C_("folder of articles", "Bin");
    }
}

/**
 * vsl_library_folder_get_items:
 *
 * Returns: (transfer none): the VslArticleSummary of the folder
 */
GListModel *
vsl_library_folder_get_items (VslLibraryFolder *self)
{
  g_return_val_if_fail (VSL_IS_LIBRARY_FOLDER (self), NULL);

  return self->items;
}

/**
 * vsl_library_folder_get_count:
 *
 * Returns: how many articles of the folder match what is sought
 */
guint
vsl_library_folder_get_count (VslLibraryFolder *self)
{
  g_return_val_if_fail (VSL_IS_LIBRARY_FOLDER (self), 0);

  return g_list_model_get_n_items (self->items);
}

/**
 * vsl_library_folder_is_bin:
 *
 * Returns: whether this is the bin
 */
gboolean
vsl_library_folder_is_bin (VslLibraryFolder *self)
{
  g_return_val_if_fail (VSL_IS_LIBRARY_FOLDER (self), FALSE);

  return self->status == VSL_N_STATUSES;
}
