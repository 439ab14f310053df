/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "ui/vsl-library-section.h"

#include "ui/vsl-library-folder.h"

/**
 * vsl_library_section_new:
 * @head: a VslLibraryFolder or a VslLibraryLink
 *
 * Returns: (transfer full): a section without articles
 */
VslLibrarySection *
vsl_library_section_new (GObject *head)
{
  VslLibrarySection *self = g_new0 (VslLibrarySection, 1);

  self->head = g_object_ref (head);

  return self;
}

/**
 * vsl_library_section_free:
 * @section: (transfer full): a section that nobody listens to any more
 */
void
vsl_library_section_free (gpointer section)
{
  VslLibrarySection *self = section;

  g_clear_object (&self->articles);
  g_object_unref (self->head);
  g_free (self);
}

/**
 * vsl_library_section_count_rows:
 *
 * Returns: how many rows it has: its head and its articles
 */
guint
vsl_library_section_count_rows (const VslLibrarySection *self)
{
  return 1 + self->n_shown;
}

/**
 * vsl_library_section_wants_articles:
 *
 * Returns: whether it is a folder of articles that is folded out
 */
gboolean
vsl_library_section_wants_articles (const VslLibrarySection *self)
{
  VslLibraryFolder *folder = VSL_IS_LIBRARY_FOLDER (self->head) ? VSL_LIBRARY_FOLDER (self->head)
                                                                : NULL;

  return folder != NULL && vsl_library_folder_get_query (folder) != NULL &&
         vsl_library_folder_get_expanded (folder);
}

/**
 * vsl_library_section_open:
 * @desk: where the articles are
 * @sort: their order
 * @reversed: whether to turn it round
 *
 * Asks the desk for the articles of the folder; they come in later.
 */
void
vsl_library_section_open (VslLibrarySection *self,
                          VslDesk           *desk,
                          VslLibrarySort     sort,
                          gboolean           reversed)
{
  VslLibraryQuery query = *vsl_library_folder_get_query (VSL_LIBRARY_FOLDER (self->head));

  query.sort = sort;
  query.reversed = reversed;
  self->articles = vsl_desk_show_folder (desk, &query);
  self->n_shown = g_list_model_get_n_items (self->articles);
}

/**
 * vsl_library_section_close:
 * @listener: who listens to the articles
 *
 * Lets go of the articles, if there are any.
 */
void
vsl_library_section_close (VslLibrarySection *self,
                           gpointer           listener)
{
  if (self->articles != NULL)
    g_signal_handlers_disconnect_by_data (self->articles, listener);
  g_clear_object (&self->articles);
  self->n_shown = 0;
}

/**
 * vsl_library_section_count_same:
 * @before: (element-type VslLibrarySection): the sections as they were
 * @rows_before: (element-type guint): how many rows each of them had
 * @after: (element-type VslLibrarySection): the sections as they are
 * @from_end: whether to look from the end
 *
 * Returns: how many rows at the beginning, or at the end, are as they were
 */
guint
vsl_library_section_count_same (GPtrArray *before,
                                GArray    *rows_before,
                                GPtrArray *after,
                                gboolean   from_end)
{
  guint common = MIN (before->len, after->len);
  guint n_rows = 0;

  for (guint i = 0; i < common; i++)
    {
      guint a = from_end ? before->len - 1 - i : i;
      guint b = from_end ? after->len - 1 - i : i;
      guint rows = vsl_library_section_count_rows (g_ptr_array_index (after, b));

      if (before->pdata[a] != after->pdata[b] || g_array_index (rows_before, guint, a) != rows)
        break;
      n_rows += rows;
    }

  return n_rows;
}
