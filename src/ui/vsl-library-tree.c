/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "ui/vsl-library-tree.h"

#include "core/vsl-article-summary.h"
#include "ui/vsl-library-folder.h"
#include "ui/vsl-library-section.h"

/**
 * VslLibraryTree:
 *
 * The folders of the library, and the articles of those that are folded out, as one list: a folder,
 * its articles, the next folder. There is nothing here for each article: positions are counted
 * through the folders, so that 100,000 cost as much as ten.
 *
 * It is the selection of that list too. Articles are selected by their ids, so that the selection
 * survives whatever happens to the rows; an article in two folders is selected in both. Folders are
 * never selected.
 */
struct _VslLibraryTree
{
  GObject         parent_instance;

  VslDesk        *desk;     /* (owned) (nullable) */
  GListModel     *folders;  /* (owned) (nullable) the top */
  GPtrArray      *sections; /* (owned) of Section, in the order in which they are seen */
  GHashTable     *watched;  /* (owned) GObject (owned) → itself: folders and groups with our signals */
  GHashTable     *selected; /* (owned) ids */
  VslLibrarySort  sort;
  gboolean        reversed;
};

typedef VslLibrarySection Section;

static void update_sections (VslLibraryTree *self);

/* The section that @position is in, and where in it: 0 is the head. */
static Section *
find_section (VslLibraryTree *self,
              guint           position,
              guint          *offset)
{
  for (guint i = 0; i < self->sections->len; i++)
    {
      Section *section = g_ptr_array_index (self->sections, i);

      if (position < vsl_library_section_count_rows (section))
        {
          *offset = position;
          return section;
        }
      position -= vsl_library_section_count_rows (section);
    }

  return NULL;
}

static const char *
find_id (VslLibraryTree *self,
         guint           position)
{
  guint offset;
  Section *section = find_section (self, position, &offset);

  return section != NULL && offset > 0 ? vsl_desk_folder_get_id (section->articles, offset - 1) : NULL;
}

static GType
vsl_library_tree_get_item_type (GListModel *model)
{
  return G_TYPE_OBJECT;
}

static guint
vsl_library_tree_get_n_items (GListModel *model)
{
  VslLibraryTree *self = VSL_LIBRARY_TREE (model);
  guint n = 0;

  for (guint i = 0; i < self->sections->len; i++)
    n += vsl_library_section_count_rows (g_ptr_array_index (self->sections, i));

  return n;
}

static gpointer
vsl_library_tree_get_item (GListModel *model,
                           guint       position)
{
  guint offset;
  Section *section = find_section (VSL_LIBRARY_TREE (model), position, &offset);

  if (section == NULL)
    return NULL;

  return offset == 0 ? g_object_ref (section->head)
                     : g_list_model_get_item (section->articles, offset - 1);
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = vsl_library_tree_get_item_type;
  iface->get_n_items = vsl_library_tree_get_n_items;
  iface->get_item = vsl_library_tree_get_item;
}

/* Tells that any row may be selected or not now; only those that are seen look. */
static void
tell_selection (VslLibraryTree *self)
{
  guint n = vsl_library_tree_get_n_items (G_LIST_MODEL (self));

  if (n > 0)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), 0, n);
}

static gboolean
is_selected (GtkSelectionModel *model,
             guint              position)
{
  VslLibraryTree *self = VSL_LIBRARY_TREE (model);
  const char *id = find_id (self, position);

  return id != NULL && g_hash_table_contains (self->selected, id);
}

static GtkBitset *
get_selection_in_range (GtkSelectionModel *model,
                        guint              position,
                        guint              n_items)
{
  VslLibraryTree *self = VSL_LIBRARY_TREE (model);
  guint end = MIN (position + n_items, vsl_library_tree_get_n_items (G_LIST_MODEL (self)));
  GtkBitset *result = gtk_bitset_new_empty ();

  for (guint i = position; i < end && g_hash_table_size (self->selected) > 0; i++)
    if (is_selected (model, i))
      gtk_bitset_add (result, i);

  return result;
}

static void
add_range (VslLibraryTree *self,
           guint           position,
           guint           n_items)
{
  for (guint i = position; i < position + n_items; i++)
    {
      const char *id = find_id (self, i);

      if (id != NULL)
        g_hash_table_add (self->selected, g_strdup (id));
    }
}

static gboolean
select_range (GtkSelectionModel *model,
              guint              position,
              guint              n_items,
              gboolean           unselect_rest)
{
  VslLibraryTree *self = VSL_LIBRARY_TREE (model);

  /* Going through a folder with the keyboard changes nothing of what is selected. */
  if (n_items == 1 && find_id (self, position) == NULL)
    return TRUE;

  if (unselect_rest)
    g_hash_table_remove_all (self->selected);
  add_range (self, position, n_items);
  tell_selection (self);

  return TRUE;
}

static gboolean
select_item (GtkSelectionModel *model,
             guint              position,
             gboolean           unselect_rest)
{
  return select_range (model, position, 1, unselect_rest);
}

static gboolean
unselect_range (GtkSelectionModel *model,
                guint              position,
                guint              n_items)
{
  VslLibraryTree *self = VSL_LIBRARY_TREE (model);

  for (guint i = position; i < position + n_items; i++)
    {
      const char *id = find_id (self, i);

      if (id != NULL)
        g_hash_table_remove (self->selected, id);
    }
  tell_selection (self);

  return TRUE;
}

static gboolean
unselect_item (GtkSelectionModel *model,
               guint              position)
{
  return unselect_range (model, position, 1);
}

static gboolean
select_all (GtkSelectionModel *model)
{
  return select_range (model, 0, vsl_library_tree_get_n_items (G_LIST_MODEL (model)), TRUE);
}

static gboolean
unselect_all (GtkSelectionModel *model)
{
  VslLibraryTree *self = VSL_LIBRARY_TREE (model);

  g_hash_table_remove_all (self->selected);
  tell_selection (self);

  return TRUE;
}

static gboolean
set_selection (GtkSelectionModel *model,
               GtkBitset         *selected,
               GtkBitset         *mask)
{
  VslLibraryTree *self = VSL_LIBRARY_TREE (model);
  GtkBitsetIter iter;
  guint position;

  for (gboolean more = gtk_bitset_iter_init_first (&iter, mask, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    {
      const char *id = find_id (self, position);

      if (id != NULL && gtk_bitset_contains (selected, position))
        g_hash_table_add (self->selected, g_strdup (id));
      else if (id != NULL)
        g_hash_table_remove (self->selected, id);
    }
  tell_selection (self);

  return TRUE;
}

static void
selection_model_iface_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = is_selected;
  iface->get_selection_in_range = get_selection_in_range;
  iface->select_item = select_item;
  iface->unselect_item = unselect_item;
  iface->select_range = select_range;
  iface->unselect_range = unselect_range;
  iface->select_all = select_all;
  iface->unselect_all = unselect_all;
  iface->set_selection = set_selection;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (VslLibraryTree, vsl_library_tree, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init)
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL,
                                                      selection_model_iface_init))

static void
articles_changed_cb (VslLibraryTree *self,
                     guint           position,
                     guint           removed,
                     guint           added,
                     GListModel     *articles)
{
  guint start = 0;

  for (guint i = 0; i < self->sections->len; i++)
    {
      Section *section = g_ptr_array_index (self->sections, i);

      if (section->articles == articles)
        {
          section->n_shown = section->n_shown - removed + added;
          g_list_model_items_changed (G_LIST_MODEL (self), start + 1 + position, removed, added);
          return;
        }
      start += vsl_library_section_count_rows (section);
    }
}

static void
fill_section (VslLibraryTree *self,
              Section        *section)
{
  if (!vsl_library_section_wants_articles (section) || self->desk == NULL)
    {
      vsl_library_section_close (section, self);
    }
  else if (section->articles == NULL)
    {
      vsl_library_section_open (section, self->desk, self->sort, self->reversed);
      g_signal_connect_object (section->articles, "items-changed",
                               G_CALLBACK (articles_changed_cb), self, G_CONNECT_SWAPPED);
    }
}

static void
expanded_cb (VslLibraryTree *self)
{
  update_sections (self);
}

static void
watch (VslLibraryTree *self,
       GObject        *object)
{
  if (!g_hash_table_add (self->watched, g_object_ref (object)))
    return;

  if (VSL_IS_LIBRARY_FOLDER (object))
    g_signal_connect_object (object, "notify::expanded", G_CALLBACK (expanded_cb), self,
                             G_CONNECT_SWAPPED);
  else
    g_signal_connect_object (object, "items-changed", G_CALLBACK (expanded_cb), self,
                             G_CONNECT_SWAPPED);
}

static gboolean
unwatch (gpointer key,
         gpointer value,
         gpointer data)
{
  g_signal_handlers_disconnect_by_data (key, data);

  return TRUE;
}

/* What was seen of @head, taken out of @old; or something new. */
static Section *
take_section (GPtrArray *old,
              GObject   *head)
{
  Section *section;

  for (guint i = 0; i < old->len; i++)
    {
      section = g_ptr_array_index (old, i);
      if (section != NULL && section->head == head)
        {
          old->pdata[i] = NULL;
          return section;
        }
    }

  return vsl_library_section_new (head);
}

static void
collect (VslLibraryTree *self,
         GListModel     *list,
         guint           level,
         GPtrArray      *heads)
{
  watch (self, G_OBJECT (list));
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr(GObject) item = g_list_model_get_item (list, i);
      GListModel *children;

      g_ptr_array_add (heads, g_object_ref (item));
      if (!VSL_IS_LIBRARY_FOLDER (item))
        continue;
      watch (self, item);
      vsl_library_folder_set_level (VSL_LIBRARY_FOLDER (item), level);
      children = vsl_library_folder_get_children (VSL_LIBRARY_FOLDER (item));
      if (children != NULL && vsl_library_folder_get_expanded (VSL_LIBRARY_FOLDER (item)))
        collect (self, children, level + 1, heads);
    }
}

/* Makes what is seen follow from the folders, as one change. */
static void
update_sections (VslLibraryTree *self)
{
  g_autoptr(GPtrArray) heads = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) before = g_ptr_array_new ();
  g_autoptr(GPtrArray) old = g_steal_pointer (&self->sections);
  g_autoptr(GArray) rows_before = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n_before = 0, n_after = 0, head, tail;

  self->sections = g_ptr_array_new_with_free_func (vsl_library_section_free);
  for (guint i = 0; i < old->len; i++)
    {
      guint rows = vsl_library_section_count_rows (old->pdata[i]);

      g_ptr_array_add (before, old->pdata[i]);
      g_array_append_val (rows_before, rows);
      n_before += rows;
    }

  g_hash_table_foreach_remove (self->watched, unwatch, self);
  if (self->folders != NULL)
    collect (self, self->folders, 0, heads);
  for (guint i = 0; i < heads->len; i++)
    {
      Section *section = take_section (old, heads->pdata[i]);

      g_ptr_array_add (self->sections, section);
      fill_section (self, section);
      n_after += vsl_library_section_count_rows (section);
    }

  head = vsl_library_section_count_same (before, rows_before, self->sections, FALSE);
  tail = MIN (vsl_library_section_count_same (before, rows_before, self->sections, TRUE),
              MIN (n_before, n_after) - head);
  for (guint i = 0; i < old->len; i++)
    if (old->pdata[i] != NULL)
      vsl_library_section_close (old->pdata[i], self);
  g_ptr_array_set_free_func (old, NULL);
  if (n_before + n_after > 2 * (head + tail))
    g_list_model_items_changed (G_LIST_MODEL (self), head, n_before - head - tail,
                                n_after - head - tail);
  for (guint i = 0; i < old->len; i++)
    g_clear_pointer (&old->pdata[i], vsl_library_section_free);
}

static void
vsl_library_tree_dispose (GObject *object)
{
  VslLibraryTree *self = VSL_LIBRARY_TREE (object);

  g_hash_table_foreach_remove (self->watched, unwatch, self);
  for (guint i = 0; i < self->sections->len; i++)
    vsl_library_section_close (g_ptr_array_index (self->sections, i), self);
  g_ptr_array_set_size (self->sections, 0);
  g_clear_object (&self->folders);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (vsl_library_tree_parent_class)->dispose (object);
}

static void
vsl_library_tree_finalize (GObject *object)
{
  VslLibraryTree *self = VSL_LIBRARY_TREE (object);

  g_ptr_array_unref (self->sections);
  g_hash_table_unref (self->watched);
  g_hash_table_unref (self->selected);
  G_OBJECT_CLASS (vsl_library_tree_parent_class)->finalize (object);
}

static void
vsl_library_tree_class_init (VslLibraryTreeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = vsl_library_tree_dispose;
  object_class->finalize = vsl_library_tree_finalize;
}

static void
vsl_library_tree_init (VslLibraryTree *self)
{
  self->sections = g_ptr_array_new_with_free_func (vsl_library_section_free);
  self->watched = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  self->selected = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * vsl_library_tree_new:
 *
 * Returns: (transfer full): a tree without folders
 */
VslLibraryTree *
vsl_library_tree_new (void)
{
  return g_object_new (VSL_TYPE_LIBRARY_TREE, NULL);
}

/**
 * vsl_library_tree_set_folders:
 * @desk: (nullable): where the articles are
 * @folders: (nullable): a list model of VslLibraryFolder and VslLibraryLink
 */
void
vsl_library_tree_set_folders (VslLibraryTree *self,
                              VslDesk        *desk,
                              GListModel     *folders)
{
  g_return_if_fail (VSL_IS_LIBRARY_TREE (self));

  g_set_object (&self->folders, NULL);
  update_sections (self);
  g_hash_table_remove_all (self->selected);
  g_set_object (&self->desk, desk);
  g_set_object (&self->folders, folders);
  update_sections (self);
}

/**
 * vsl_library_tree_set_order:
 * @sort: the order of the articles in each folder
 * @reversed: whether to turn it round
 */
void
vsl_library_tree_set_order (VslLibraryTree *self,
                            VslLibrarySort  sort,
                            gboolean        reversed)
{
  g_return_if_fail (VSL_IS_LIBRARY_TREE (self));

  self->sort = sort;
  self->reversed = !!reversed;
  for (guint i = 0; i < self->sections->len; i++)
    {
      Section *section = g_ptr_array_index (self->sections, i);

      if (section->articles != NULL)
        vsl_desk_folder_set_order (section->articles, sort, reversed);
    }
}

/**
 * vsl_library_tree_get_n_selected:
 *
 * Returns: how many articles are selected
 */
guint
vsl_library_tree_get_n_selected (VslLibraryTree *self)
{
  g_return_val_if_fail (VSL_IS_LIBRARY_TREE (self), 0);

  return g_hash_table_size (self->selected);
}

/**
 * vsl_library_tree_list_selected:
 *
 * Returns: (transfer full): the ids of the articles that are selected
 */
char **
vsl_library_tree_list_selected (VslLibraryTree *self)
{
  g_autoptr(GStrvBuilder) ids = g_strv_builder_new ();
  GHashTableIter iter;
  gpointer id;

  g_return_val_if_fail (VSL_IS_LIBRARY_TREE (self), NULL);

  g_hash_table_iter_init (&iter, self->selected);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_strv_builder_add (ids, id);

  return g_strv_builder_end (ids);
}

/**
 * vsl_library_tree_is_selected:
 * @article_id: the id of an article
 *
 * Returns: whether it is selected
 */
gboolean
vsl_library_tree_is_selected (VslLibraryTree *self,
                              const char     *article_id)
{
  g_return_val_if_fail (VSL_IS_LIBRARY_TREE (self), FALSE);

  return g_hash_table_contains (self->selected, article_id);
}

/**
 * vsl_library_tree_select:
 * @article_id: (nullable): the id of an article
 *
 * Selects it and nothing else, or nothing at all.
 */
void
vsl_library_tree_select (VslLibraryTree *self,
                         const char     *article_id)
{
  g_autofree char *id = g_strdup (article_id);

  g_return_if_fail (VSL_IS_LIBRARY_TREE (self));

  g_hash_table_remove_all (self->selected);
  if (id != NULL)
    g_hash_table_add (self->selected, g_steal_pointer (&id));
  tell_selection (self);
}
