/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-library-view.h"

#include "ui/vsl-library-folders.h"
#include "ui/vsl-library-list.h"
#include "ui/vsl-library-results.h"
#include "ui/vsl-library-selection.h"
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
  VslLibraryList      *list;
  VslLibraryResults   *results;
  VslLibrarySelection *selection_bar;
  GtkWidget           *progress_box;
  GtkLabel            *progress_label;
  GtkProgressBar      *progress_bar;

  VslDesk             *desk;      /* (owned) (nullable) */
  VslLibraryFolders   *folders;   /* (owned) (nullable) */
  char                *selected;  /* (owned) (nullable) id of the article that is open */
  char                *old_name;  /* (owned) (nullable) the saved search that gets another name */
  VslLibrarySort       sort;
  gboolean             reversed;
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
n_selected_cb (VslLibraryView *self)
{
  vsl_library_selection_set_count (self->selection_bar,
                                   vsl_library_list_get_n_selected (self->list));
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

/* What the bar under the list asks for, with all that are selected. */
static void
selection_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  VslLibraryView *self = VSL_LIBRARY_VIEW (widget);
  g_auto(GStrv) ids = vsl_library_list_list_selected (self->list);
  const char *word = parameter != NULL ? g_variant_get_string (parameter, NULL) : NULL;

  if (g_str_equal (action_name, "library.clear-selection"))
    vsl_library_view_select (self, self->selected);
  else if (g_str_equal (action_name, "library.delete-selected"))
    gtk_widget_activate_action (widget, "win.delete-articles", "^as", ids);
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

  if (self->old_name != NULL)
    vsl_saved_searches_rename (vsl_library_folders_get_searches (self->folders), self->old_name,
                               name);
  else
    vsl_saved_searches_add (vsl_library_folders_get_searches (self->folders), name,
                            vsl_library_results_get_text (self->results));
  g_clear_pointer (&self->old_name, g_free);
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
      g_clear_pointer (&self->old_name, g_free);
      vsl_name_dialog_show (widget, _("Save the search"), _("_Save"),
                            vsl_library_results_get_text (self->results), named_cb, self);
    }
  else if (g_str_equal (action_name, "library.rename-search"))
    {
      g_free (self->old_name);
      self->old_name = g_variant_dup_string (parameter, NULL);
      vsl_name_dialog_show (widget, _("Rename the search"), _("_Rename"), self->old_name, named_cb,
                            self);
    }
  else
    {
      vsl_saved_searches_remove (searches, g_variant_get_string (parameter, NULL));
    }
}

static gboolean
vsl_library_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (VSL_LIBRARY_VIEW (widget)->list));
}

static void
set_order (VslLibraryView *self,
           VslLibrarySort  sort,
           gboolean        reversed)
{
  self->sort = sort;
  self->reversed = reversed;
  vsl_library_list_set_order (self->list, sort, reversed);
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

  if (self->list != NULL)
    vsl_library_list_set_folders (self->list, NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), VSL_TYPE_LIBRARY_VIEW);
  g_clear_object (&self->folders);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->selected, g_free);
  g_clear_pointer (&self->old_name, g_free);
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
  gtk_widget_class_bind_template_child (widget_class, VslLibraryView, list);
  gtk_widget_class_bind_template_child (widget_class, VslLibraryView, results);
  gtk_widget_class_bind_template_child (widget_class, VslLibraryView, selection_bar);
  gtk_widget_class_bind_template_child (widget_class, VslLibraryView, progress_box);
  gtk_widget_class_bind_template_child (widget_class, VslLibraryView, progress_label);
  gtk_widget_class_bind_template_child (widget_class, VslLibraryView, progress_bar);
  gtk_widget_class_bind_template_callback (widget_class, n_selected_cb);
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
    { "library.clear-selection", NULL, selection_action },
    { "library.delete-selected", NULL, selection_action },
    { "library.set-status", "s", selection_action },
    { "library.add-tag", "s", selection_action },
    { "library.remove-tag", "s", selection_action },
    { "library.export-selected", "s", selection_action },
    { "library.show-search", "s", search_action },
    { "library.save-search", NULL, search_action },
    { "library.rename-search", "s", search_action },
    { "library.remove-search", "s", search_action },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].type,
                                     actions[i].activate);
  gtk_widget_class_install_property_action (widget_class, "library.order", "order");
  gtk_widget_class_install_property_action (widget_class, "library.reversed", "reversed");
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

  g_type_ensure (VSL_TYPE_LIBRARY_LIST);
  g_type_ensure (VSL_TYPE_LIBRARY_RESULTS);
  g_type_ensure (VSL_TYPE_LIBRARY_SELECTION);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  bind_template (widget_class);
  install_actions (widget_class);
}

static void
vsl_library_view_init (VslLibraryView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_orientable_set_orientation (
    GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
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
  vsl_library_list_set_folders (self->list, NULL, NULL);
  vsl_library_results_set_desk (self->results, desk);
  vsl_library_selection_set_desk (self->selection_bar, desk);
  g_clear_object (&self->folders);
  g_set_object (&self->desk, desk);
  if (desk == NULL)
    return;

  load_order (self);
  self->folders = vsl_library_folders_new (desk);
  vsl_library_list_set_folders (self->list, desk, G_LIST_MODEL (self->folders));
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
  vsl_library_list_select (self->list, self->selected);
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
 * vsl_library_view_search_again:
 *
 * More can be found now: looks once more for what is looked for, if anything is.
 */
void
vsl_library_view_search_again (VslLibraryView *self)
{
  g_autofree char *text = NULL;

  g_return_if_fail (VSL_IS_LIBRARY_VIEW (self));

  vsl_library_results_set_complete (self->results);
  text = g_strdup (vsl_library_results_get_text (self->results));
  vsl_library_results_search (self->results, text);
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
