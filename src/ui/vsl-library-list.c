/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-library-list.h"

#include "core/vsl-article-summary.h"
#include "ui/vsl-library-folder.h"
#include "ui/vsl-library-link.h"
#include "ui/vsl-library-row.h"
#include "ui/vsl-library-tree.h"

/**
 * VslLibraryList:
 *
 * The folders of the library with their articles, as one list. Several articles are selected with Ctrl
 * and Shift. A lens: it asks the window through the actions win.open-article, win.delete-articles,
 * win.undelete-articles, win.export-article and win.export-articles, and the library around it through
 * library.show-search, library.rename-search and library.remove-search.
 */
struct _VslLibraryList
{
  GtkWidget        parent_instance;

  GtkWidget       *scroller;
  GtkListView     *list_view;
  GMenuModel      *article_menu;
  GMenuModel      *search_menu;
  GtkPopoverMenu  *popover;

  VslLibraryTree  *tree;      /* (owned) */
  char            *open_id;   /* (owned) (nullable) the article that is open */
  char           **menu_ids;  /* (owned) (nullable) the articles that the menu is about */
  char            *menu_name; /* (owned) (nullable) the saved search that the menu is about */
  gboolean         syncing;
};

G_DEFINE_FINAL_TYPE (VslLibraryList, vsl_library_list, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_N_SELECTED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* One article that is chosen is opened; with several, what is being written stays. */
static void
selection_changed_cb (VslLibraryList *self)
{
  g_auto(GStrv) ids = NULL;

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_SELECTED]);
  if (self->syncing || vsl_library_tree_get_n_selected (self->tree) != 1)
    return;

  ids = vsl_library_tree_list_selected (self->tree);
  if (g_strcmp0 (ids[0], self->open_id) != 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-article", "s", ids[0]);
}

static void
activate_item (VslLibraryList *self,
               GObject        *item)
{
  if (VSL_IS_ARTICLE_SUMMARY (item))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-article", "s",
                                vsl_article_summary_get_id (VSL_ARTICLE_SUMMARY (item)));
  else if (VSL_IS_LIBRARY_FOLDER (item))
    vsl_library_folder_set_expanded (VSL_LIBRARY_FOLDER (item),
                                     !vsl_library_folder_get_expanded (VSL_LIBRARY_FOLDER (item)));
  else if (VSL_IS_LIBRARY_LINK (item))
    gtk_widget_activate_action_variant (GTK_WIDGET (self),
                                        vsl_library_link_get_action (VSL_LIBRARY_LINK (item)),
                                        vsl_library_link_get_target (VSL_LIBRARY_LINK (item)));
}

static void
activate_cb (VslLibraryList *self,
             guint           position)
{
  g_autoptr(GObject) item = g_list_model_get_item (G_LIST_MODEL (self->tree), position);

  activate_item (self, item);
}

static void
update_menu_actions (VslLibraryList *self,
                     gboolean        deleted,
                     gboolean        several)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "list.open", !deleted && !several);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "list.delete", !deleted);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "list.undelete", deleted);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "list.end", deleted);
}

static void
show_menu (VslLibraryList *self,
           GMenuModel     *menu,
           GtkWidget      *widget,
           double          x,
           double          y)
{
  graphene_point_t point;

  if (!gtk_widget_compute_point (widget, GTK_WIDGET (self),
                                 &GRAPHENE_POINT_INIT ((float) x, (float) y), &point))
    return;

  gtk_popover_menu_set_menu_model (self->popover, menu);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover),
                               &(GdkRectangle) { (int) point.x, (int) point.y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

/* The menu is about all that are selected, when @summary is one of them. */
static void
show_article_menu (VslLibraryList    *self,
                   VslArticleSummary *summary,
                   GtkWidget         *widget,
                   double             x,
                   double             y)
{
  const char *id = vsl_article_summary_get_id (summary);
  const char *one[] = { id, NULL };

  g_strfreev (self->menu_ids);
  self->menu_ids = vsl_library_tree_is_selected (self->tree, id)
                   ? vsl_library_tree_list_selected (self->tree) : g_strdupv ((char **) one);
  update_menu_actions (self, vsl_article_summary_get_deleted_at (summary) != 0,
                       g_strv_length (self->menu_ids) > 1);
  show_menu (self, self->article_menu, widget, x, y);
}

static gboolean
is_saved_search (GObject *item)
{
  return VSL_IS_LIBRARY_LINK (item) &&
         g_str_equal (vsl_library_link_get_action (VSL_LIBRARY_LINK (item)), "library.show-search");
}

static void
show_item_menu (VslLibraryList *self,
                GObject        *item,
                GtkWidget      *widget,
                double          x,
                double          y)
{
  if (VSL_IS_ARTICLE_SUMMARY (item))
    {
      show_article_menu (self, VSL_ARTICLE_SUMMARY (item), widget, x, y);
    }
  else if (is_saved_search (item))
    {
      g_free (self->menu_name);
      self->menu_name = g_strdup (vsl_library_link_get_title (VSL_LIBRARY_LINK (item)));
      show_menu (self, self->search_menu, widget, x, y);
    }
}

static void
row_pressed_cb (GtkGestureClick *gesture,
                int              n_press,
                double           x,
                double           y,
                VslLibraryList  *self)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  GObject *item = vsl_library_row_get_item (VSL_LIBRARY_ROW (widget));
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));

  if (button == GDK_BUTTON_SECONDARY && item != NULL)
    show_item_menu (self, item, widget, x, y);
  else if (button == GDK_BUTTON_PRIMARY && item != NULL && !VSL_IS_ARTICLE_SUMMARY (item))
    activate_item (self, item);
  else
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *list_item,
          VslLibraryList           *self)
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
         VslLibraryList           *self)
{
  GObject *item = gtk_list_item_get_item (list_item);

  gtk_list_item_set_selectable (list_item, VSL_IS_ARTICLE_SUMMARY (item));
  vsl_library_row_set_item (VSL_LIBRARY_ROW (gtk_list_item_get_child (list_item)), item);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *list_item,
           VslLibraryList           *self)
{
  vsl_library_row_set_item (VSL_LIBRARY_ROW (gtk_list_item_get_child (list_item)), NULL);
}

/* The row that has the keyboard. */
static VslLibraryRow *
find_focus_row (VslLibraryList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *child = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list_view))
                     ? gtk_widget_get_first_child (focus) : NULL;

  return VSL_IS_LIBRARY_ROW (child) ? VSL_LIBRARY_ROW (child) : NULL;
}

/* Left and Right fold a folder. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                VslLibraryList        *self)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  VslLibraryRow *row = find_focus_row (self);
  GObject *item = row != NULL ? vsl_library_row_get_item (row) : NULL;

  if (!VSL_IS_LIBRARY_FOLDER (item) || (keyval != GDK_KEY_Left && keyval != GDK_KEY_Right))
    return GDK_EVENT_PROPAGATE;

  vsl_library_folder_set_expanded (VSL_LIBRARY_FOLDER (item), (keyval == GDK_KEY_Right) != rtl);
  return GDK_EVENT_STOP;
}

static gboolean
keyboard_menu_cb (GtkWidget *widget,
                  GVariant  *args,
                  gpointer   data)
{
  VslLibraryList *self = VSL_LIBRARY_LIST (widget);
  VslLibraryRow *row = find_focus_row (self);

  if (row == NULL || vsl_library_row_get_item (row) == NULL)
    return GDK_EVENT_PROPAGATE;

  show_item_menu (self, vsl_library_row_get_item (row), GTK_WIDGET (row), 24, 24);
  return GDK_EVENT_STOP;
}

static void
ask_for_many (VslLibraryList     *self,
              const char         *action_name,
              const char * const *ids)
{
  gtk_widget_activate_action (GTK_WIDGET (self), action_name, "^as", ids);
}

static gboolean
delete_key_cb (GtkWidget *widget,
               GVariant  *args,
               gpointer   data)
{
  VslLibraryList *self = VSL_LIBRARY_LIST (widget);
  VslLibraryRow *row = find_focus_row (self);
  g_auto(GStrv) ids = NULL;

  if (row == NULL || !VSL_IS_ARTICLE_SUMMARY (vsl_library_row_get_item (row)) ||
      vsl_library_tree_get_n_selected (self->tree) == 0)
    return GDK_EVENT_PROPAGATE;

  ids = vsl_library_tree_list_selected (self->tree);
  ask_for_many (self, "win.delete-articles", (const char * const *) ids);
  return GDK_EVENT_STOP;
}

static void
menu_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  VslLibraryList *self = VSL_LIBRARY_LIST (widget);
  const char * const *ids = (const char * const *) self->menu_ids;

  if (ids == NULL || ids[0] == NULL)
    return;

  if (g_str_equal (action_name, "list.open"))
    gtk_widget_activate_action (widget, "win.open-article", "s", ids[0]);
  else if (g_str_equal (action_name, "list.delete"))
    ask_for_many (self, "win.delete-articles", ids);
  else if (g_str_equal (action_name, "list.undelete"))
    ask_for_many (self, "win.undelete-articles", ids);
  else if (g_str_equal (action_name, "list.end"))
    ask_for_many (self, "win.end-articles", ids);
  else if (ids[1] != NULL)
    gtk_widget_activate_action (widget, "win.export-articles", "(s^as)",
                                g_variant_get_string (parameter, NULL), ids);
  else
    gtk_widget_activate_action (widget, "win.export-article", "(ss)", ids[0],
                                g_variant_get_string (parameter, NULL));
}

static void
search_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  VslLibraryList *self = VSL_LIBRARY_LIST (widget);

  if (self->menu_name != NULL)
    gtk_widget_activate_action (widget,
                                g_str_equal (action_name, "list.rename-search")
                                ? "library.rename-search" : "library.remove-search",
                                "s", self->menu_name);
}

static gboolean
vsl_library_list_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (VSL_LIBRARY_LIST (widget)->list_view));
}

static void
vsl_library_list_dispose (GObject *object)
{
  VslLibraryList *self = VSL_LIBRARY_LIST (object);
  GtkWidget *popover = GTK_WIDGET (self->popover);

  self->popover = NULL;
  g_clear_pointer (&popover, gtk_widget_unparent);
  if (self->list_view != NULL)
    gtk_list_view_set_model (self->list_view, NULL);
  if (self->tree != NULL)
    vsl_library_tree_set_folders (self->tree, NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), VSL_TYPE_LIBRARY_LIST);
  g_clear_object (&self->tree);
  g_clear_pointer (&self->open_id, g_free);
  g_clear_pointer (&self->menu_ids, g_strfreev);
  g_clear_pointer (&self->menu_name, g_free);
  G_OBJECT_CLASS (vsl_library_list_parent_class)->dispose (object);
}

static void
vsl_library_list_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_N_SELECTED:
      g_value_set_uint (value, vsl_library_list_get_n_selected (VSL_LIBRARY_LIST (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "list.open", NULL, menu_action);
  gtk_widget_class_install_action (widget_class, "list.delete", NULL, menu_action);
  gtk_widget_class_install_action (widget_class, "list.undelete", NULL, menu_action);
  gtk_widget_class_install_action (widget_class, "list.end", NULL, menu_action);
  gtk_widget_class_install_action (widget_class, "list.export", "s", menu_action);
  gtk_widget_class_install_action (widget_class, "list.rename-search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "list.remove-search", NULL, search_action);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, keyboard_menu_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, keyboard_menu_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, delete_key_cb, NULL);
}

static void
vsl_library_list_class_init (VslLibraryListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vsl_library_list_dispose;
  object_class->get_property = vsl_library_list_get_property;
  widget_class->grab_focus = vsl_library_list_grab_focus;
  properties[PROP_N_SELECTED] =
    g_param_spec_uint ("n-selected", NULL, NULL, 0, G_MAXUINT, 0,
                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/verslag/Verslag/ui/vsl-library-list.ui");
  gtk_widget_class_bind_template_child (widget_class, VslLibraryList, scroller);
  gtk_widget_class_bind_template_child (widget_class, VslLibraryList, list_view);
  gtk_widget_class_bind_template_child (widget_class, VslLibraryList, article_menu);
  gtk_widget_class_bind_template_child (widget_class, VslLibraryList, search_menu);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  install_actions (widget_class);
}

static void
init_list (VslLibraryList *self)
{
  g_autoptr(GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, 0);
  gtk_list_view_set_factory (self->list_view, factory);

  self->tree = vsl_library_tree_new ();
  g_signal_connect_object (self->tree, "selection-changed", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->tree));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list_view), keys);
}

static void
vsl_library_list_init (VslLibraryList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  init_list (self);

  self->popover = GTK_POPOVER_MENU (gtk_popover_menu_new_from_model (self->article_menu));
  gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
  gtk_widget_set_halign (GTK_WIDGET (self->popover), GTK_ALIGN_START);
  gtk_widget_set_parent (GTK_WIDGET (self->popover), GTK_WIDGET (self));
  update_menu_actions (self, FALSE, FALSE);
}

/**
 * vsl_library_list_set_folders:
 * @desk: (nullable): where the articles are
 * @folders: (nullable): a list model of VslLibraryFolder and VslLibraryLink
 */
void
vsl_library_list_set_folders (VslLibraryList *self,
                              VslDesk        *desk,
                              GListModel     *folders)
{
  g_return_if_fail (VSL_IS_LIBRARY_LIST (self));

  vsl_library_tree_set_folders (self->tree, desk, folders);
}

/**
 * vsl_library_list_set_order:
 * @sort: the order of the articles in each folder
 * @reversed: whether to turn it round
 */
void
vsl_library_list_set_order (VslLibraryList *self,
                            VslLibrarySort  sort,
                            gboolean        reversed)
{
  g_return_if_fail (VSL_IS_LIBRARY_LIST (self));

  vsl_library_tree_set_order (self->tree, sort, reversed);
}

/**
 * vsl_library_list_get_n_selected:
 *
 * Returns: how many articles are selected
 */
guint
vsl_library_list_get_n_selected (VslLibraryList *self)
{
  g_return_val_if_fail (VSL_IS_LIBRARY_LIST (self), 0);

  return self->tree != NULL ? vsl_library_tree_get_n_selected (self->tree) : 0;
}

/**
 * vsl_library_list_list_selected:
 *
 * Returns: (transfer full): their ids
 */
char **
vsl_library_list_list_selected (VslLibraryList *self)
{
  g_return_val_if_fail (VSL_IS_LIBRARY_LIST (self), NULL);

  return vsl_library_tree_list_selected (self->tree);
}

/**
 * vsl_library_list_select:
 * @article_id: (nullable): the article that is open now
 *
 * Selects only that one; nothing is opened by it.
 */
void
vsl_library_list_select (VslLibraryList *self,
                         const char     *article_id)
{
  g_autofree char *id = g_strdup (article_id);

  g_return_if_fail (VSL_IS_LIBRARY_LIST (self));

  g_free (self->open_id);
  self->open_id = g_steal_pointer (&id);
  self->syncing = TRUE;
  vsl_library_tree_select (self->tree, self->open_id);
  self->syncing = FALSE;
}
