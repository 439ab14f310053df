/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-library-folders.h"

#include "ui/vsl-library-folder.h"
#include "ui/vsl-library-link.h"

#include <glib/gi18n.h>

/* After a change the folders are counted again this much later: many changes are one count. */
#define COUNT_MS 300

/* A folder of a point of the way with so few articles starts folded out. */
#define FEW 200

/* In the session of the window: which folders were folded out, or in, by hand. */
#define SESSION_KEY "library-folders"

/**
 * VslLibraryFolders:
 *
 * Makes the folders of the library: one for each point of the way, what changed on a site, all, the
 * groups by tag, by debate and by site, the saved searches, and the bin. Counts in the background
 * what they hold, whenever that may have changed, and remembers which are folded out.
 *
 * Main thread. Has to be let go of before the desk is closed.
 */
struct _VslLibraryFolders
{
  GObject           parent_instance;

  VslDesk          *desk;      /* (owned) */
  VslSavedSearches *searches;  /* (owned) */
  GListStore       *top;       /* (owned) of VslLibraryFolder */
  VslLibraryFolder *statuses[VSL_N_STATUSES]; /* (owned) */
  VslLibraryFolder *changed;   /* (owned) */
  VslLibraryFolder *all;       /* (owned) */
  VslLibraryFolder *bin;       /* (owned) */
  GListStore       *tags;      /* (owned) of VslLibraryFolder */
  GListStore       *events;    /* (owned) of VslLibraryFolder */
  GListStore       *sites;     /* (owned) of VslLibraryFolder */
  GListStore       *debates;   /* (owned) of GListModel: links of others, then the events */
  GListModel       *links;     /* (owned) (nullable) of others */
  GtkFilter        *other;     /* (owned) keeps the events that no link is about */
  GHashTable       *chosen;    /* (owned) key (owned) → whether it was folded out by hand */
  GCancellable     *counting;  /* (owned) cancelled when this ends */
  guint             count_id;
  gboolean          counted;   /* once */
  gboolean          by_itself; /* a folder is folded out now, and not by hand */
};

static GType
vsl_library_folders_get_item_type (GListModel *model)
{
  return VSL_TYPE_LIBRARY_FOLDER;
}

static guint
vsl_library_folders_get_n_items (GListModel *model)
{
  return g_list_model_get_n_items (G_LIST_MODEL (VSL_LIBRARY_FOLDERS (model)->top));
}

static gpointer
vsl_library_folders_get_item (GListModel *model,
                              guint       position)
{
  return g_list_model_get_item (G_LIST_MODEL (VSL_LIBRARY_FOLDERS (model)->top), position);
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = vsl_library_folders_get_item_type;
  iface->get_n_items = vsl_library_folders_get_n_items;
  iface->get_item = vsl_library_folders_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (VslLibraryFolders, vsl_library_folders, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static const char *
get_status_title (VslStatus status)
{
  switch (status)
    {
    case VSL_STATUS_IDEA:
      return C_("folder of articles", "Ideas");
    case VSL_STATUS_PARTICIPANTS:
      return C_("folder of articles", "With participants");
    case VSL_STATUS_COPY_DESK:
      return C_("folder of articles", "Copy desk");
    case VSL_STATUS_READY:
      return C_("folder of articles", "Ready");
    case VSL_STATUS_SCHEDULED:
      return C_("folder of articles", "Scheduled");
    case VSL_STATUS_PUBLISHED:
      return C_("folder of articles", "Published");
    case VSL_STATUS_DRAFT:
    case VSL_N_STATUSES:
    default:
      return C_("folder of articles", "Drafts");
    }
}

static void
keep_chosen (VslLibraryFolders *self)
{
  g_autoptr(GString) value = g_string_new (NULL);
  GHashTableIter iter;
  gpointer key, expanded;

  g_hash_table_iter_init (&iter, self->chosen);
  while (g_hash_table_iter_next (&iter, &key, &expanded))
    g_string_append_printf (value, "%c%s\n", expanded != NULL ? '+' : '-', (char *) key);
  vsl_desk_save_session (self->desk, SESSION_KEY, value->str);
}

static void
load_chosen (VslLibraryFolders *self)
{
  g_autofree char *value = vsl_desk_load_session (self->desk, SESSION_KEY);
  g_auto(GStrv) lines = g_strsplit (value != NULL ? value : "", "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (lines[i][0] == '+' || lines[i][0] == '-')
      g_hash_table_replace (self->chosen, g_strdup (lines[i] + 1),
                            GINT_TO_POINTER (lines[i][0] == '+'));
}

static void
expanded_cb (VslLibraryFolders *self,
             GParamSpec        *pspec,
             VslLibraryFolder  *folder)
{
  if (self->by_itself)
    return;

  g_hash_table_replace (self->chosen, g_strdup (vsl_library_folder_get_key (folder)),
                        GINT_TO_POINTER (vsl_library_folder_get_expanded (folder)));
  keep_chosen (self);
}

/* Folds it as it was left by hand. */
static void
adopt (VslLibraryFolders *self,
       VslLibraryFolder  *folder)
{
  gpointer expanded;

  g_signal_connect_object (folder, "notify::expanded", G_CALLBACK (expanded_cb), self,
                           G_CONNECT_SWAPPED);
  if (!g_hash_table_lookup_extended (self->chosen, vsl_library_folder_get_key (folder), NULL,
                                     &expanded))
    return;

  self->by_itself = TRUE;
  vsl_library_folder_set_expanded (folder, expanded != NULL);
  self->by_itself = FALSE;
}

static VslLibraryFolder *
make_folder (VslLibraryFolders     *self,
             const char            *key,
             const char            *title,
             const VslLibraryQuery *query)
{
  VslLibraryFolder *folder = vsl_library_folder_new (key, title, query);

  adopt (self, folder);

  return folder;
}

static VslLibraryFolder *
add_folder (VslLibraryFolders     *self,
            const char            *key,
            const char            *title,
            const VslLibraryQuery *query)
{
  VslLibraryFolder *folder = make_folder (self, key, title, query);

  g_list_store_append (self->top, folder);

  return folder;
}

static void
count_children_cb (GListModel       *children,
                   guint             position,
                   guint             removed,
                   guint             added,
                   VslLibraryFolder *folder)
{
  vsl_library_folder_set_count (folder, g_list_model_get_n_items (children));
}

static void
add_group (VslLibraryFolders *self,
           const char        *key,
           const char        *title,
           GListModel        *children)
{
  g_autoptr(VslLibraryFolder) folder = vsl_library_folder_new_group (key, title, children);

  g_signal_connect_object (children, "items-changed", G_CALLBACK (count_children_cb), folder, 0);
  count_children_cb (children, 0, 0, 0, folder);
  adopt (self, folder);
  g_list_store_append (self->top, folder);
}

/* A folder of a group for a name; its key is that of the group and the name. */
static VslLibraryFolder *
make_named (VslLibraryFolders *self,
            GListStore        *group,
            const char        *name)
{
  VslLibraryQuery query = { 0 };
  g_autofree char *key = NULL;

  if (group == self->tags)
    query.tag = name;
  else if (group == self->events)
    query.event = name;
  else
    query.site = name;
  key = g_strconcat (group == self->tags ? "tag:" : group == self->events ? "event:" : "site:",
                     name, NULL);

  return make_folder (self, key, name, &query);
}

static VslLibraryFolder *
find_named (GListStore *group,
            const char *name)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (group)); i++)
    {
      g_autoptr(VslLibraryFolder) folder = g_list_model_get_item (G_LIST_MODEL (group), i);

      if (g_str_equal (vsl_library_folder_get_title (folder), name))
        return g_steal_pointer (&folder);
    }

  return NULL;
}

static int
compare_titles (gconstpointer a,
                gconstpointer b)
{
  return g_utf8_collate (vsl_library_folder_get_title (*(VslLibraryFolder * const *) a),
                         vsl_library_folder_get_title (*(VslLibraryFolder * const *) b));
}

/* Makes @group hold the folders of @counts, in the order of the alphabet. Those that stay are the same
 * objects. */
static void
update_group (VslLibraryFolders *self,
              GListStore        *group,
              GPtrArray         *counts)
{
  g_autoptr(GPtrArray) wanted = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean same;

  for (guint i = 0; i < counts->len; i++)
    {
      VslFolderCount *count = g_ptr_array_index (counts, i);
      VslLibraryFolder *folder = find_named (group, count->name);

      if (folder == NULL)
        folder = make_named (self, group, count->name);
      vsl_library_folder_set_count (folder, count->count);
      g_ptr_array_add (wanted, folder);
    }
  g_ptr_array_sort (wanted, compare_titles);

  same = g_list_model_get_n_items (G_LIST_MODEL (group)) == wanted->len;
  for (guint i = 0; same && i < wanted->len; i++)
    {
      g_autoptr(GObject) item = g_list_model_get_item (G_LIST_MODEL (group), i);

      same = item == wanted->pdata[i];
    }
  if (!same)
    g_list_store_splice (group, 0, g_list_model_get_n_items (G_LIST_MODEL (group)), wanted->pdata,
                         wanted->len);
}

static void
unfold_few (VslLibraryFolders *self,
            VslLibraryFolder  *folder)
{
  if (g_hash_table_contains (self->chosen, vsl_library_folder_get_key (folder)) ||
      vsl_library_folder_get_count (folder) > FEW)
    return;

  self->by_itself = TRUE;
  vsl_library_folder_set_expanded (folder, TRUE);
  self->by_itself = FALSE;
}

static void
counted_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(VslLibraryFolders) self = user_data;
  g_autoptr(VslFolderCounts) counts =
    vsl_desk_count_folders_finish (VSL_DESK (object), result, NULL);

  /* Without an answer the numbers stay as they were; the next change asks again. */
  if (counts == NULL || g_cancellable_is_cancelled (self->counting))
    return;

  for (guint i = 0; i < VSL_N_STATUSES; i++)
    {
      vsl_library_folder_set_count (self->statuses[i], counts->statuses[i]);
      if (!self->counted)
        unfold_few (self, self->statuses[i]);
    }
  self->counted = TRUE;
  vsl_library_folder_set_count (self->changed, counts->outbox[VSL_OUTBOX_CONFLICT]);
  vsl_library_folder_set_count (self->all, counts->all);
  vsl_library_folder_set_count (self->bin, counts->bin);
  update_group (self, self->tags, counts->tags);
  update_group (self, self->events, counts->events);
  update_group (self, self->sites, counts->sites);
}

static void
count (gpointer data)
{
  VslLibraryFolders *self = data;

  self->count_id = 0;
  vsl_desk_count_folders_async (self->desk, counted_cb, g_object_ref (self));
}

static void
library_changed_cb (VslLibraryFolders *self)
{
  if (self->count_id == 0)
    self->count_id = g_timeout_add_once (COUNT_MS, count, self);
}

static void
top_changed_cb (VslLibraryFolders *self,
                guint              position,
                guint              removed,
                guint              added)
{
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

static gpointer
make_search_link (gpointer item,
                  gpointer data)
{
  g_autoptr(VslSavedSearch) search = item;

  return vsl_library_link_new (vsl_saved_search_get_name (search), NULL, "system-search-symbolic",
                               "library.show-search",
                               g_variant_new_string (vsl_saved_search_get_name (search)));
}

/* Whether an event has no link of its own: what it is about stands in the library once. */
static gboolean
is_other_event (gpointer item,
                gpointer data)
{
  VslLibraryFolders *self = data;
  const char *title = vsl_library_folder_get_title (item);
  guint i, n = self->links != NULL ? g_list_model_get_n_items (self->links) : 0;

  for (i = 0; i < n; i++)
    {
      g_autoptr(GObject) link = g_list_model_get_item (self->links, i);

      if (VSL_IS_LIBRARY_LINK (link) &&
          g_str_equal (vsl_library_link_get_title (VSL_LIBRARY_LINK (link)), title))
        return FALSE;
    }

  return TRUE;
}

static void
links_changed_cb (VslLibraryFolders *self)
{
  gtk_filter_changed (self->other, GTK_FILTER_CHANGE_DIFFERENT);
}

static void
add_folders (VslLibraryFolders *self)
{
  g_autoptr(GListModel) links =
    G_LIST_MODEL (gtk_map_list_model_new (g_object_ref (G_LIST_MODEL (self->searches)),
                                          make_search_link, NULL, NULL));
  g_autoptr(GListModel) debates =
    G_LIST_MODEL (gtk_flatten_list_model_new (g_object_ref (G_LIST_MODEL (self->debates))));

  for (guint i = 0; i < VSL_N_STATUSES; i++)
    {
      const char *name = vsl_status_get_name ((VslStatus) i);

      self->statuses[i] = add_folder (self, name, get_status_title ((VslStatus) i),
                                      &(VslLibraryQuery) { .status = name });
    }
  self->changed = add_folder (self, "changed", C_("folder of articles", "Changed on the site"),
                              &(VslLibraryQuery) {
                                .outbox = vsl_outbox_state_get_name (VSL_OUTBOX_CONFLICT) });
  self->all = add_folder (self, "all", C_("folder of articles", "All articles"),
                          &(VslLibraryQuery) { 0 });
  add_group (self, "debates", C_("folder of articles", "Debates"), debates);
  add_group (self, "tags", C_("folder of articles", "Tags"), G_LIST_MODEL (self->tags));
  add_group (self, "sites", C_("folder of articles", "Sites"), G_LIST_MODEL (self->sites));
  add_group (self, "searches", C_("folder of articles", "Searches"), links);
  self->bin = add_folder (self, "bin", C_("folder of articles", "Bin"),
                          &(VslLibraryQuery) { .bin = TRUE });
}

static void
vsl_library_folders_dispose (GObject *object)
{
  VslLibraryFolders *self = VSL_LIBRARY_FOLDERS (object);

  g_clear_handle_id (&self->count_id, g_source_remove);
  g_cancellable_cancel (self->counting);
  G_OBJECT_CLASS (vsl_library_folders_parent_class)->dispose (object);
}

static void
vsl_library_folders_finalize (GObject *object)
{
  VslLibraryFolders *self = VSL_LIBRARY_FOLDERS (object);

  for (guint i = 0; i < VSL_N_STATUSES; i++)
    g_clear_object (&self->statuses[i]);
  g_clear_object (&self->changed);
  g_clear_object (&self->all);
  g_clear_object (&self->bin);
  g_clear_object (&self->top);
  g_clear_object (&self->tags);
  g_clear_object (&self->events);
  g_clear_object (&self->sites);
  g_clear_object (&self->debates);
  g_clear_object (&self->links);
  gtk_custom_filter_set_filter_func (GTK_CUSTOM_FILTER (self->other), NULL, NULL, NULL);
  g_clear_object (&self->other);
  g_clear_object (&self->searches);
  g_clear_object (&self->counting);
  g_hash_table_unref (self->chosen);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (vsl_library_folders_parent_class)->finalize (object);
}

static void
vsl_library_folders_class_init (VslLibraryFoldersClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = vsl_library_folders_dispose;
  object_class->finalize = vsl_library_folders_finalize;
}

static void
vsl_library_folders_init (VslLibraryFolders *self)
{
  self->top = g_list_store_new (VSL_TYPE_LIBRARY_FOLDER);
  self->tags = g_list_store_new (VSL_TYPE_LIBRARY_FOLDER);
  self->events = g_list_store_new (VSL_TYPE_LIBRARY_FOLDER);
  self->sites = g_list_store_new (VSL_TYPE_LIBRARY_FOLDER);
  self->debates = g_list_store_new (G_TYPE_LIST_MODEL);
  self->other = GTK_FILTER (gtk_custom_filter_new (is_other_event, self, NULL));
  self->chosen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->counting = g_cancellable_new ();
}

/**
 * vsl_library_folders_new:
 * @desk: where the articles are
 *
 * Returns: (transfer full): the folders; their numbers come in a moment
 */
VslLibraryFolders *
vsl_library_folders_new (VslDesk *desk)
{
  VslLibraryFolders *self = g_object_new (VSL_TYPE_LIBRARY_FOLDERS, NULL);
  g_autoptr(GListModel) events =
    G_LIST_MODEL (gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->events)),
                                             g_object_ref (self->other)));

  self->desk = g_object_ref (desk);
  self->searches = vsl_saved_searches_new (desk);
  g_list_store_append (self->debates, events);
  load_chosen (self);
  add_folders (self);
  g_signal_connect_object (self->top, "items-changed", G_CALLBACK (top_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "library-changed", G_CALLBACK (library_changed_cb), self,
                           G_CONNECT_SWAPPED);
  count (self);

  return self;
}

/**
 * vsl_library_folders_get_searches:
 *
 * Returns: (transfer none): the searches that are kept
 */
VslSavedSearches *
vsl_library_folders_get_searches (VslLibraryFolders *self)
{
  g_return_val_if_fail (VSL_IS_LIBRARY_FOLDERS (self), NULL);

  return self->searches;
}

/**
 * vsl_library_folders_set_debates:
 * @links: a list model of VslLibraryLink or VslLibraryFolder
 *
 * Puts rows of somebody else's in the group of debates, before the articles of each event that none
 * of them is called after.
 */
void
vsl_library_folders_set_debates (VslLibraryFolders *self,
                                 GListModel        *links)
{
  g_return_if_fail (VSL_IS_LIBRARY_FOLDERS (self));

  if (self->links != NULL)
    g_signal_handlers_disconnect_by_data (self->links, self);
  g_set_object (&self->links, links);
  g_signal_connect_object (links, "items-changed", G_CALLBACK (links_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_list_store_splice (self->debates, 0, g_list_model_get_n_items (G_LIST_MODEL (self->debates)) - 1,
                       (gpointer *) &links, 1);
  links_changed_cb (self);
}

/**
 * vsl_library_folders_get_total:
 *
 * Returns: how many articles there are outside the bin, as far as was counted
 */
guint
vsl_library_folders_get_total (VslLibraryFolders *self)
{
  g_return_val_if_fail (VSL_IS_LIBRARY_FOLDERS (self), 0);

  return vsl_library_folder_get_count (self->all);
}
