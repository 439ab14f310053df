/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-library-view.h"

#include "core/vsl-article-summary.h"
#include "core/vsl-text.h"
#include "ui/vsl-library-folder.h"
#include "ui/vsl-library-row.h"

#include <adwaita.h>

#include <string.h>

/**
 * VslLibraryView:
 *
 * All articles, in smart folders by where they stand. A lens on the desk's list: it changes nothing
 * itself, but asks the window through the actions win.open-article, win.delete-article,
 * win.undelete-article (each with an id) and win.export-article (an id and a format).
 */
struct _VslLibraryView
{
  GtkWidget           parent_instance;

  GtkSearchEntry     *search_entry;
  GtkStack           *stack;
  GtkListView        *list_view;
  GMenuModel         *article_menu;
  GtkPopoverMenu     *popover;

  GtkCustomFilter    *search;     /* (owned) */
  char               *sought;     /* (owned) folded */
  GListStore         *folders;    /* (owned) of VslLibraryFolder */
  GtkTreeListModel   *tree;       /* (owned) */
  GtkSingleSelection *selection;  /* (owned) */
  char               *selected;   /* (owned) (nullable) id of the article that is open */
  char               *menu_id;    /* (owned) (nullable) id of the article that the menu is about */
  guint               sync_id;
  gboolean            syncing;
};

G_DEFINE_FINAL_TYPE (VslLibraryView, vsl_library_view, GTK_TYPE_WIDGET)

static gboolean
is_sought (gpointer item,
           gpointer data)
{
  VslLibraryView *self = data;
  g_autofree char *folded = NULL;
  const char *headline = vsl_article_summary_get_headline (item);

  if (self->sought == NULL || *self->sought == '\0')
    return TRUE;

  folded = vsl_text_fold (headline != NULL ? headline : "");
  return strstr (folded, self->sought) != NULL;
}

static VslArticleSummary *
get_summary (VslLibraryView *self,
             guint           position)
{
  g_autoptr(GtkTreeListRow) row = g_list_model_get_item (G_LIST_MODEL (self->tree), position);
  g_autoptr(GObject) item = row != NULL ? gtk_tree_list_row_get_item (row) : NULL;

  /* The list keeps it as long as the position holds. */
  return VSL_IS_ARTICLE_SUMMARY (item) ? VSL_ARTICLE_SUMMARY (item) : NULL;
}

static void
select_open_article (VslLibraryView *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->tree)), position = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < n && self->selected != NULL; i++)
    {
      VslArticleSummary *summary = get_summary (self, i);

      if (summary != NULL && g_str_equal (vsl_article_summary_get_id (summary), self->selected))
        {
          position = i;
          break;
        }
    }
  self->syncing = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->syncing = FALSE;
}

static void
update_stack (VslLibraryView *self)
{
  gboolean found = self->sought == NULL || *self->sought == '\0';

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->folders)) && !found; i++)
    {
      g_autoptr(VslLibraryFolder) folder = g_list_model_get_item (G_LIST_MODEL (self->folders), i);

      found = vsl_library_folder_get_count (folder) > 0;
    }
  gtk_stack_set_visible_child_name (self->stack, found ? "list" : "nothing-found");
}

static void
sync_cb (gpointer data)
{
  VslLibraryView *self = data;

  self->sync_id = 0;
  update_stack (self);
  select_open_article (self);
}

/* Saving puts another summary in the place of an article's: the selection follows the article. */
static void
items_changed_cb (VslLibraryView *self)
{
  if (self->sync_id == 0)
    self->sync_id = g_idle_add_once (sync_cb, self);
}

static void
selected_cb (VslLibraryView *self)
{
  guint position = gtk_single_selection_get_selected (self->selection);
  VslArticleSummary *summary = position != GTK_INVALID_LIST_POSITION
                               ? get_summary (self, position) : NULL;

  if (self->syncing || self->sync_id != 0 || summary == NULL ||
      g_strcmp0 (vsl_article_summary_get_id (summary), self->selected) == 0)
    return;

  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-article", "s",
                              vsl_article_summary_get_id (summary));
}

static void
activate_cb (VslLibraryView *self,
             guint           position)
{
  g_autoptr(GtkTreeListRow) row = g_list_model_get_item (G_LIST_MODEL (self->tree), position);
  VslArticleSummary *summary = get_summary (self, position);

  if (summary != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-article", "s",
                                vsl_article_summary_get_id (summary));
  else if (row != NULL)
    gtk_tree_list_row_set_expanded (row, !gtk_tree_list_row_get_expanded (row));
}

static void
search_changed_cb (VslLibraryView *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
  g_autofree char *folded = vsl_text_fold (text);

  g_free (self->sought);
  self->sought = g_strdup (g_strstrip (folded));
  gtk_filter_changed (GTK_FILTER (self->search), GTK_FILTER_CHANGE_DIFFERENT);

  /* What is found is seen, whatever was folded away. */
  for (guint i = 0; *self->sought != '\0' && i < g_list_model_get_n_items (G_LIST_MODEL (self->tree)); i++)
    {
      g_autoptr(GtkTreeListRow) row = g_list_model_get_item (G_LIST_MODEL (self->tree), i);

      if (gtk_tree_list_row_is_expandable (row))
        gtk_tree_list_row_set_expanded (row, TRUE);
    }
  update_stack (self);
}

static void
stop_search_cb (VslLibraryView *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
}

static GListModel *
create_children (gpointer item,
                 gpointer data)
{
  if (!VSL_IS_LIBRARY_FOLDER (item))
    return NULL;

  return g_object_ref (vsl_library_folder_get_items (item));
}

static void
update_menu_actions (VslLibraryView *self,
                     gboolean        deleted)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "library.open", !deleted);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "library.delete", !deleted);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "library.undelete", deleted);
}

static void
show_menu (VslLibraryView    *self,
           VslArticleSummary *summary,
           GtkWidget         *widget,
           double             x,
           double             y)
{
  graphene_point_t point;

  if (!gtk_widget_compute_point (widget, GTK_WIDGET (self),
                                 &GRAPHENE_POINT_INIT ((float) x, (float) y), &point))
    return;

  g_free (self->menu_id);
  self->menu_id = g_strdup (vsl_article_summary_get_id (summary));
  update_menu_actions (self, vsl_article_summary_get_deleted_at (summary) != 0);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover),
                               &(GdkRectangle) { (int) point.x, (int) point.y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
row_pressed_cb (GtkGestureClick *gesture,
                int              n_press,
                double           x,
                double           y,
                VslLibraryView  *self)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  GtkTreeListRow *row = vsl_library_row_get_list_row (VSL_LIBRARY_ROW (widget));
  g_autoptr(GObject) item = row != NULL ? gtk_tree_list_row_get_item (row) : NULL;
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));

  if (VSL_IS_LIBRARY_FOLDER (item) && button == GDK_BUTTON_PRIMARY)
    gtk_tree_list_row_set_expanded (row, !gtk_tree_list_row_get_expanded (row));
  else if (VSL_IS_ARTICLE_SUMMARY (item) && button == GDK_BUTTON_SECONDARY)
    show_menu (self, VSL_ARTICLE_SUMMARY (item), widget, x, y);
  else
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *list_item,
          VslLibraryView           *self)
{
  GtkWidget *row = vsl_library_row_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect_object (click, "pressed", G_CALLBACK (row_pressed_cb), self, 0);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (click));
  gtk_list_item_set_child (list_item, row);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *list_item,
         VslLibraryView           *self)
{
  GtkTreeListRow *row = gtk_list_item_get_item (list_item);
  g_autoptr(GObject) item = gtk_tree_list_row_get_item (row);

  gtk_list_item_set_selectable (list_item, VSL_IS_ARTICLE_SUMMARY (item));
  vsl_library_row_set_list_row (VSL_LIBRARY_ROW (gtk_list_item_get_child (list_item)), row);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *list_item,
           VslLibraryView           *self)
{
  vsl_library_row_set_list_row (VSL_LIBRARY_ROW (gtk_list_item_get_child (list_item)), NULL);
}

/* The menu of the keyboard is about the article that is open. */
static gboolean
keyboard_menu_cb (GtkWidget *widget,
                  GVariant  *args,
                  gpointer   data)
{
  VslLibraryView *self = VSL_LIBRARY_VIEW (widget);
  guint position = gtk_single_selection_get_selected (self->selection);
  VslArticleSummary *summary = position != GTK_INVALID_LIST_POSITION
                               ? get_summary (self, position) : NULL;

  if (summary == NULL)
    return GDK_EVENT_PROPAGATE;

  show_menu (self, summary, GTK_WIDGET (self->list_view), 24, 24);
  return GDK_EVENT_STOP;
}

static gboolean
delete_key_cb (GtkWidget *widget,
               GVariant  *args,
               gpointer   data)
{
  VslLibraryView *self = VSL_LIBRARY_VIEW (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  if (self->selected == NULL || focus == NULL ||
      !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list_view)))
    return GDK_EVENT_PROPAGATE;

  gtk_widget_activate_action (widget, "win.delete-article", "s", self->selected);
  return GDK_EVENT_STOP;
}

static void
menu_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  VslLibraryView *self = VSL_LIBRARY_VIEW (widget);

  if (self->menu_id == NULL)
    return;

  if (g_str_equal (action_name, "library.open"))
    gtk_widget_activate_action (widget, "win.open-article", "s", self->menu_id);
  else if (g_str_equal (action_name, "library.delete"))
    gtk_widget_activate_action (widget, "win.delete-article", "s", self->menu_id);
  else if (g_str_equal (action_name, "library.undelete"))
    gtk_widget_activate_action (widget, "win.undelete-article", "s", self->menu_id);
  else
    gtk_widget_activate_action (widget, "win.export-article", "(ss)", self->menu_id,
                                g_variant_get_string (parameter, NULL));
}

static gboolean
vsl_library_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (VSL_LIBRARY_VIEW (widget)->list_view));
}

static void
vsl_library_view_dispose (GObject *object)
{
  VslLibraryView *self = VSL_LIBRARY_VIEW (object);
  GtkWidget *popover = GTK_WIDGET (self->popover);

  g_clear_handle_id (&self->sync_id, g_source_remove);
  self->popover = NULL;
  g_clear_pointer (&popover, gtk_widget_unparent);
  if (self->list_view != NULL)
    gtk_list_view_set_model (self->list_view, NULL);
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  gtk_widget_dispose_template (GTK_WIDGET (self), VSL_TYPE_LIBRARY_VIEW);
  g_clear_object (&self->selection);
  g_clear_object (&self->tree);
  g_clear_object (&self->folders);
  g_clear_object (&self->search);
  g_clear_pointer (&self->sought, g_free);
  g_clear_pointer (&self->selected, g_free);
  g_clear_pointer (&self->menu_id, g_free);
  G_OBJECT_CLASS (vsl_library_view_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/verslag/Verslag/ui/vsl-library-view.ui");
  gtk_widget_class_bind_template_child (widget_class, VslLibraryView, search_entry);
  gtk_widget_class_bind_template_child (widget_class, VslLibraryView, stack);
  gtk_widget_class_bind_template_child (widget_class, VslLibraryView, list_view);
  gtk_widget_class_bind_template_child (widget_class, VslLibraryView, article_menu);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
}

static void
vsl_library_view_class_init (VslLibraryViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vsl_library_view_dispose;
  widget_class->grab_focus = vsl_library_view_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  bind_template (widget_class);

  gtk_widget_class_install_action (widget_class, "library.open", NULL, menu_action);
  gtk_widget_class_install_action (widget_class, "library.delete", NULL, menu_action);
  gtk_widget_class_install_action (widget_class, "library.undelete", NULL, menu_action);
  gtk_widget_class_install_action (widget_class, "library.export", "s", menu_action);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, keyboard_menu_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, keyboard_menu_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, delete_key_cb, NULL);
}

static void
init_list (VslLibraryView *self)
{
  g_autoptr(GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, 0);
  gtk_list_view_set_factory (self->list_view, factory);

  self->search = gtk_custom_filter_new (is_sought, self, NULL);
  self->folders = g_list_store_new (VSL_TYPE_LIBRARY_FOLDER);
  self->tree = gtk_tree_list_model_new (g_object_ref (G_LIST_MODEL (self->folders)), FALSE, FALSE,
                                        create_children, NULL, NULL);
  g_signal_connect_object (self->tree, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->tree)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_swapped (self->selection, "notify::selected", G_CALLBACK (selected_cb), self);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
}

static void
vsl_library_view_init (VslLibraryView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_orientable_set_orientation (
    GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  init_list (self);

  self->popover = GTK_POPOVER_MENU (gtk_popover_menu_new_from_model (self->article_menu));
  gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
  gtk_widget_set_halign (GTK_WIDGET (self->popover), GTK_ALIGN_START);
  gtk_widget_set_parent (GTK_WIDGET (self->popover), GTK_WIDGET (self));
  update_menu_actions (self, FALSE);
}

/**
 * vsl_library_view_new:
 *
 * Returns: (transfer floating): a library without articles
 */
GtkWidget *
vsl_library_view_new (void)
{
  return g_object_new (VSL_TYPE_LIBRARY_VIEW, NULL);
}

/**
 * vsl_library_view_set_model:
 * @model: (nullable): the desk's list of VslArticleSummary
 * @bin: (nullable): the desk's list of those that were deleted
 *
 * Shows @model in folders, and @bin in the last one, which starts folded.
 */
void
vsl_library_view_set_model (VslLibraryView *self,
                            GListModel     *model,
                            GListModel     *bin)
{
  g_return_if_fail (VSL_IS_LIBRARY_VIEW (self));

  g_list_store_remove_all (self->folders);
  for (guint status = 0; model != NULL && status < VSL_N_STATUSES; status++)
    {
      g_autoptr(VslLibraryFolder) folder =
        vsl_library_folder_new (model, GTK_FILTER (self->search), (VslStatus) status);

      g_list_store_append (self->folders, folder);
    }
  if (bin != NULL)
    {
      g_autoptr(VslLibraryFolder) folder =
        vsl_library_folder_new_bin (bin, GTK_FILTER (self->search));

      g_list_store_append (self->folders, folder);
    }
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->tree)); i++)
    {
      g_autoptr(GtkTreeListRow) row = g_list_model_get_item (G_LIST_MODEL (self->tree), i);
      g_autoptr(GObject) item = gtk_tree_list_row_get_item (row);

      if (VSL_IS_LIBRARY_FOLDER (item) && !vsl_library_folder_is_bin (VSL_LIBRARY_FOLDER (item)))
        gtk_tree_list_row_set_expanded (row, TRUE);
    }
  update_stack (self);
}

/**
 * vsl_library_view_get_selected:
 *
 * Returns: (nullable) (transfer none): the id of the article that is marked as open
 */
const char *
vsl_library_view_get_selected (VslLibraryView *self)
{
  g_return_val_if_fail (VSL_IS_LIBRARY_VIEW (self), NULL);

  return self->selected;
}

/**
 * vsl_library_view_select:
 * @article_id: (nullable): the article that is open now
 *
 * Marks @article_id as the one that is open; nothing is opened by it.
 */
void
vsl_library_view_select (VslLibraryView *self,
                         const char     *article_id)
{
  g_autofree char *id = g_strdup (article_id);

  g_return_if_fail (VSL_IS_LIBRARY_VIEW (self));

  g_free (self->selected);
  self->selected = g_steal_pointer (&id);
  select_open_article (self);
}

/**
 * vsl_library_view_focus_search:
 *
 * Brings the keyboard to the field that seeks an article.
 */
void
vsl_library_view_focus_search (VslLibraryView *self)
{
  g_return_if_fail (VSL_IS_LIBRARY_VIEW (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}
