/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-library-view.h"

#include "core/vsl-article-summary.h"
#include "ui/vsl-library-folder.h"
#include "ui/vsl-library-folders.h"
#include "ui/vsl-library-link.h"
#include "ui/vsl-library-results.h"
#include "ui/vsl-library-row.h"
#include "ui/vsl-library-selection.h"
#include "ui/vsl-library-tree.h"
#include "ui/vsl-name-dialog.h"

#include <glib/gi18n.h>

/* In the session of the window: the order of the articles. */
#define SESSION_KEY "library-order"

/**
 * VslLibraryView:
 *
 * The library: all articles in folders, or what a search found. A lens on what the desk holds: it
 * changes no article itself, but asks the window through the actions win.open-article,
 * win.delete-articles, win.undelete-articles, win.export-article, win.export-articles,
 * win.set-status-of and win.change-tag-of. Several articles are selected with Ctrl and Shift.
 */
struct _VslLibraryView
{
  GtkWidget            parent_instance;

  GtkWidget           *search_box;
  GtkSearchEntry      *search_entry;
  GtkStack            *stack;
  GtkListView         *list_view;
  VslLibraryResults   *results;
  VslLibrarySelection *selection_bar;
  GtkWidget           *progress_box;
  GtkLabel            *progress_label;
  GtkProgressBar      *progress_bar;
  GMenuModel          *article_menu;
  GMenuModel          *search_menu;
  GtkPopoverMenu      *popover;

  VslDesk             *desk;      /* (owned) (nullable) */
  VslLibraryFolders   *folders;   /* (owned) (nullable) */
  VslLibraryTree      *tree;      /* (owned) */
  char                *selected;  /* (owned) (nullable) id of the article that is open */
  char               **menu_ids;  /* (owned) (nullable) the articles that the menu is about */
  char                *menu_name; /* (owned) (nullable) the saved search that the menu is about */
  VslLibrarySort       sort;
  gboolean             reversed;
  gboolean             syncing;
};

G_DEFINE_FINAL_TYPE (VslLibraryView, vsl_library_view, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_ORDER,
  PROP_REVERSED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static const char *const orders[] = {
  [VSL_LIBRARY_SORT_UPDATED] = "updated",
  [VSL_LIBRARY_SORT_CREATED] = "created",
  [VSL_LIBRARY_SORT_HEADLINE] = "headline",
  [VSL_LIBRARY_SORT_WORDS] = "words",
};

static void
update_selection_bar (VslLibraryView *self)
{
  guint n = vsl_library_tree_get_n_selected (self->tree);

  vsl_library_selection_set_count (self->selection_bar, n);
}

/* One article that is chosen is opened; with several, what is being written stays. */
static void
selection_changed_cb (VslLibraryView *self)
{
  g_auto(GStrv) ids = NULL;

  update_selection_bar (self);
  if (self->syncing || vsl_library_tree_get_n_selected (self->tree) != 1)
    return;

  ids = vsl_library_tree_list_selected (self->tree);
  if (g_strcmp0 (ids[0], self->selected) != 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-article", "s", ids[0]);
}

static void
activate_item (VslLibraryView *self,
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
activate_cb (VslLibraryView *self,
             guint           position)
{
  g_autoptr(GObject) item = g_list_model_get_item (G_LIST_MODEL (self->tree), position);

  activate_item (self, item);
}

static void
search_changed_cb (VslLibraryView *self)
{
  g_autofree char *text =
    g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search_entry))));

  gtk_stack_set_visible_child_name (self->stack, *text != '\0' ? "results" : "list");
  vsl_library_results_search (self->results, text);
}

/* Enter opens what is found first. */
static void
search_activate_cb (VslLibraryView *self)
{
  search_changed_cb (self);
  vsl_library_results_open_first (self->results);
}

static void
stop_search_cb (VslLibraryView *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  search_changed_cb (self);
}

static void
update_menu_actions (VslLibraryView *self,
                     gboolean        deleted,
                     gboolean        several)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "library.open", !deleted && !several);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "library.delete", !deleted);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "library.undelete", deleted);
}

static void
show_menu (VslLibraryView *self,
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
show_article_menu (VslLibraryView    *self,
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
show_item_menu (VslLibraryView *self,
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
                VslLibraryView  *self)
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
  GObject *item = gtk_list_item_get_item (list_item);

  gtk_list_item_set_selectable (list_item, VSL_IS_ARTICLE_SUMMARY (item));
  vsl_library_row_set_item (VSL_LIBRARY_ROW (gtk_list_item_get_child (list_item)), item);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *list_item,
           VslLibraryView           *self)
{
  vsl_library_row_set_item (VSL_LIBRARY_ROW (gtk_list_item_get_child (list_item)), NULL);
}

/* The row that has the keyboard. */
static VslLibraryRow *
find_focus_row (VslLibraryView *self)
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
                VslLibraryView        *self)
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
  VslLibraryView *self = VSL_LIBRARY_VIEW (widget);
  VslLibraryRow *row = find_focus_row (self);

  if (row == NULL || vsl_library_row_get_item (row) == NULL)
    return GDK_EVENT_PROPAGATE;

  show_item_menu (self, vsl_library_row_get_item (row), GTK_WIDGET (row), 24, 24);
  return GDK_EVENT_STOP;
}

static void
ask_for_many (VslLibraryView     *self,
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
  VslLibraryView *self = VSL_LIBRARY_VIEW (widget);
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
  VslLibraryView *self = VSL_LIBRARY_VIEW (widget);
  const char * const *ids = (const char * const *) self->menu_ids;

  if (ids == NULL || ids[0] == NULL)
    return;

  if (g_str_equal (action_name, "library.open"))
    gtk_widget_activate_action (widget, "win.open-article", "s", ids[0]);
  else if (g_str_equal (action_name, "library.delete"))
    ask_for_many (self, "win.delete-articles", ids);
  else if (g_str_equal (action_name, "library.undelete"))
    ask_for_many (self, "win.undelete-articles", ids);
  else if (ids[1] != NULL)
    gtk_widget_activate_action (widget, "win.export-articles", "(s^as)",
                                g_variant_get_string (parameter, NULL), ids);
  else
    gtk_widget_activate_action (widget, "win.export-article", "(ss)", ids[0],
                                g_variant_get_string (parameter, NULL));
}

/* What the bar under the list asks for, with all that are selected. */
static void
selection_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  VslLibraryView *self = VSL_LIBRARY_VIEW (widget);
  g_auto(GStrv) ids = vsl_library_tree_list_selected (self->tree);
  const char *word = parameter != NULL ? g_variant_get_string (parameter, NULL) : NULL;

  if (g_str_equal (action_name, "library.clear-selection"))
    vsl_library_view_select (self, self->selected);
  else if (g_str_equal (action_name, "library.delete-selected"))
    ask_for_many (self, "win.delete-articles", (const char * const *) ids);
  else if (g_str_equal (action_name, "library.set-status"))
    gtk_widget_activate_action (widget, "win.set-status-of", "(s^as)", word, ids);
  else if (g_str_equal (action_name, "library.export-selected"))
    gtk_widget_activate_action (widget, "win.export-articles", "(s^as)", word, ids);
  else
    gtk_widget_activate_action (widget, "win.change-tag-of", "(sb^as)", word,
                                g_str_equal (action_name, "library.add-tag"), ids);
}

static void
named_cb (const char *name,
          gpointer    data)
{
  VslLibraryView *self = data;

  if (self->folders == NULL)
    return;

  if (self->menu_name != NULL)
    vsl_saved_searches_rename (vsl_library_folders_get_searches (self->folders), self->menu_name,
                               name);
  else
    vsl_saved_searches_add (vsl_library_folders_get_searches (self->folders), name,
                            vsl_library_results_get_text (self->results));
  g_clear_pointer (&self->menu_name, g_free);
}

static void
search_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  VslLibraryView *self = VSL_LIBRARY_VIEW (widget);
  VslSavedSearches *searches;
  g_autoptr(VslSavedSearch) search = NULL;

  if (self->folders == NULL)
    return;

  searches = vsl_library_folders_get_searches (self->folders);
  if (g_str_equal (action_name, "library.show-search"))
    {
      search = vsl_saved_searches_find (searches, g_variant_get_string (parameter, NULL));
      if (search != NULL)
        vsl_library_view_search (self, vsl_saved_search_get_text (search));
    }
  else if (g_str_equal (action_name, "library.save-search"))
    {
      g_clear_pointer (&self->menu_name, g_free);
      vsl_name_dialog_show (widget, _("Save the Search"), _("_Save"),
                            vsl_library_results_get_text (self->results), named_cb, self);
    }
  else if (self->menu_name != NULL && g_str_equal (action_name, "library.rename-search"))
    vsl_name_dialog_show (widget, _("Rename the Search"), _("_Rename"), self->menu_name, named_cb,
                          self);
  else if (self->menu_name != NULL)
    vsl_saved_searches_remove (searches, self->menu_name);
}

static void
set_order (VslLibraryView *self,
           VslLibrarySort  sort,
           gboolean        reversed)
{
  self->sort = sort;
  self->reversed = reversed;
  vsl_library_tree_set_order (self->tree, sort, reversed);
  if (self->desk != NULL)
    {
      g_autofree char *value = g_strconcat (orders[sort], reversed ? " reversed" : "", NULL);

      vsl_desk_save_session (self->desk, SESSION_KEY, value);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ORDER]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REVERSED]);
}

static void
load_order (VslLibraryView *self)
{
  g_autofree char *value = vsl_desk_load_session (self->desk, SESSION_KEY);
  gboolean reversed = value != NULL && g_str_has_suffix (value, " reversed");

  for (guint i = 0; value != NULL && i < G_N_ELEMENTS (orders); i++)
    if (g_str_has_prefix (value, orders[i]))
      set_order (self, (VslLibrarySort) i, reversed);
}

static gboolean
vsl_library_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (VSL_LIBRARY_VIEW (widget)->list_view));
}

static void
vsl_library_view_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  VslLibraryView *self = VSL_LIBRARY_VIEW (object);

  switch (prop_id)
    {
    case PROP_ORDER:
      g_value_set_string (value, orders[self->sort]);
      break;
    case PROP_REVERSED:
      g_value_set_boolean (value, self->reversed);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vsl_library_view_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  VslLibraryView *self = VSL_LIBRARY_VIEW (object);

  switch (prop_id)
    {
    case PROP_ORDER:
      for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
        if (g_strcmp0 (g_value_get_string (value), orders[i]) == 0)
          set_order (self, (VslLibrarySort) i, self->reversed);
      break;
    case PROP_REVERSED:
      set_order (self, self->sort, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vsl_library_view_dispose (GObject *object)
{
  VslLibraryView *self = VSL_LIBRARY_VIEW (object);
  GtkWidget *popover = GTK_WIDGET (self->popover);

  self->popover = NULL;
  g_clear_pointer (&popover, gtk_widget_unparent);
  if (self->list_view != NULL)
    gtk_list_view_set_model (self->list_view, NULL);
  if (self->tree != NULL)
    vsl_library_tree_set_folders (self->tree, NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), VSL_TYPE_LIBRARY_VIEW);
  g_clear_object (&self->tree);
  g_clear_object (&self->folders);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->selected, g_free);
  g_clear_pointer (&self->menu_ids, g_strfreev);
  g_clear_pointer (&self->menu_name, g_free);
  G_OBJECT_CLASS (vsl_library_view_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/verslag/Verslag/ui/vsl-library-view.ui");
  gtk_widget_class_bind_template_child (widget_class, VslLibraryView, search_box);
  gtk_widget_class_bind_template_child (widget_class, VslLibraryView, search_entry);
  gtk_widget_class_bind_template_child (widget_class, VslLibraryView, stack);
  gtk_widget_class_bind_template_child (widget_class, VslLibraryView, list_view);
  gtk_widget_class_bind_template_child (widget_class, VslLibraryView, results);
  gtk_widget_class_bind_template_child (widget_class, VslLibraryView, selection_bar);
  gtk_widget_class_bind_template_child (widget_class, VslLibraryView, progress_box);
  gtk_widget_class_bind_template_child (widget_class, VslLibraryView, progress_label);
  gtk_widget_class_bind_template_child (widget_class, VslLibraryView, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, VslLibraryView, article_menu);
  gtk_widget_class_bind_template_child (widget_class, VslLibraryView, search_menu);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char                     *name;
    const char                     *type;
    GtkWidgetActionActivateFunc     activate;
  } actions[] = {
    { "library.open", NULL, menu_action },
    { "library.delete", NULL, menu_action },
    { "library.undelete", NULL, menu_action },
    { "library.export", "s", menu_action },
    { "library.clear-selection", NULL, selection_action },
    { "library.delete-selected", NULL, selection_action },
    { "library.set-status", "s", selection_action },
    { "library.add-tag", "s", selection_action },
    { "library.remove-tag", "s", selection_action },
    { "library.export-selected", "s", selection_action },
    { "library.show-search", "s", search_action },
    { "library.save-search", NULL, search_action },
    { "library.rename-search", NULL, search_action },
    { "library.remove-search", NULL, search_action },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].type,
                                     actions[i].activate);
  gtk_widget_class_install_property_action (widget_class, "library.order", "order");
  gtk_widget_class_install_property_action (widget_class, "library.reversed", "reversed");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, keyboard_menu_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, keyboard_menu_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, delete_key_cb, NULL);
}

static void
vsl_library_view_class_init (VslLibraryViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = vsl_library_view_dispose;
  object_class->get_property = vsl_library_view_get_property;
  object_class->set_property = vsl_library_view_set_property;
  widget_class->grab_focus = vsl_library_view_grab_focus;
  properties[PROP_ORDER] = g_param_spec_string ("order", NULL, NULL, "updated", flags);
  properties[PROP_REVERSED] = g_param_spec_boolean ("reversed", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (VSL_TYPE_LIBRARY_RESULTS);
  g_type_ensure (VSL_TYPE_LIBRARY_SELECTION);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  bind_template (widget_class);
  install_actions (widget_class);
}

static void
init_list (VslLibraryView *self)
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
  update_menu_actions (self, FALSE, FALSE);
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
 * vsl_library_view_set_desk:
 * @desk: (nullable): where the articles are; %NULL before it is closed
 *
 * Shows its articles. Waits for none of them.
 */
void
vsl_library_view_set_desk (VslLibraryView *self,
                           VslDesk        *desk)
{
  g_return_if_fail (VSL_IS_LIBRARY_VIEW (self));

  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  search_changed_cb (self);
  vsl_library_tree_set_folders (self->tree, NULL, NULL);
  vsl_library_results_set_desk (self->results, desk);
  vsl_library_selection_set_desk (self->selection_bar, desk);
  g_clear_object (&self->folders);
  g_set_object (&self->desk, desk);
  if (desk == NULL)
    return;

  load_order (self);
  self->folders = vsl_library_folders_new (desk);
  vsl_library_tree_set_folders (self->tree, desk, G_LIST_MODEL (self->folders));
}

/**
 * vsl_library_view_set_debates:
 * @links: a list model of VslLibraryLink or VslLibraryFolder
 *
 * Puts rows of somebody else's in the group of debates; once there is a desk.
 */
void
vsl_library_view_set_debates (VslLibraryView *self,
                              GListModel     *links)
{
  g_return_if_fail (VSL_IS_LIBRARY_VIEW (self));

  if (self->folders != NULL)
    vsl_library_folders_set_debates (self->folders, links);
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
 * Marks @article_id as the one that is open, and only that one; nothing is opened by it.
 */
void
vsl_library_view_select (VslLibraryView *self,
                         const char     *article_id)
{
  g_autofree char *id = g_strdup (article_id);

  g_return_if_fail (VSL_IS_LIBRARY_VIEW (self));

  g_free (self->selected);
  self->selected = g_steal_pointer (&id);
  self->syncing = TRUE;
  vsl_library_tree_select (self->tree, self->selected);
  self->syncing = FALSE;
  update_selection_bar (self);
  vsl_library_results_select (self->results, self->selected);
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

/**
 * vsl_library_view_search:
 * @text: what to look for
 *
 * Shows what is found.
 */
void
vsl_library_view_search (VslLibraryView *self,
                         const char     *text)
{
  g_return_if_fail (VSL_IS_LIBRARY_VIEW (self));

  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), text);
  search_changed_cb (self);
}

/**
 * vsl_library_view_set_progress:
 * @text: (nullable): what is going on in the background, or %NULL when nothing is
 * @fraction: how much of it is done, or less than 0 when that says nothing
 *
 * Shows it in a line at the bottom.
 */
void
vsl_library_view_set_progress (VslLibraryView *self,
                               const char     *text,
                               double          fraction)
{
  g_return_if_fail (VSL_IS_LIBRARY_VIEW (self));

  gtk_widget_set_visible (self->progress_box, text != NULL);
  gtk_label_set_label (self->progress_label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->progress_bar), fraction >= 0);
  gtk_progress_bar_set_fraction (self->progress_bar, CLAMP (fraction, 0, 1));
}
