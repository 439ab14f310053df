/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-library-selection.h"

#include "ui/vsl-words.h"

#include <glib/gi18n.h>

#include <string.h>

/**
 * VslLibrarySelection:
 *
 * The bar under the library that says how many articles are selected, and what can be done with them
 * at once. It asks the library through its actions, and is seen only when there are several.
 */
struct _VslLibrarySelection
{
  GtkWidget      parent_instance;

  GtkRevealer   *revealer;
  GtkLabel      *count_label;
  GtkMenuButton *status_button;
  GtkMenuButton *tag_button;
  GtkPopover    *tag_popover;
  GtkEntry      *tag_entry;
  GtkWidget     *add_button;
  GtkWidget     *remove_button;

  VslDesk       *desk; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (VslLibrarySelection, vsl_library_selection, GTK_TYPE_WIDGET)

static void
tag_changed_cb (VslLibrarySelection *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->tag_entry));
  gboolean named = text[strspn (text, " \t")] != '\0';

  gtk_widget_set_sensitive (self->add_button, named);
  gtk_widget_set_sensitive (self->remove_button, named);
}

static void
change_tag (VslLibrarySelection *self,
            const char          *action_name)
{
  g_autofree char *tag = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->tag_entry))));

  if (*tag == '\0')
    return;

  gtk_popover_popdown (self->tag_popover);
  gtk_widget_activate_action (GTK_WIDGET (self), action_name, "s", tag);
  gtk_editable_set_text (GTK_EDITABLE (self->tag_entry), "");
}

static void
add_tag_cb (VslLibrarySelection *self)
{
  change_tag (self, "library.add-tag");
}

static void
remove_tag_cb (VslLibrarySelection *self)
{
  change_tag (self, "library.remove-tag");
}

/* The tags in use, for who does not remember how one is written. Read when the popover is opened. */
static void
tag_popover_shown_cb (VslLibrarySelection *self)
{
  g_auto(GStrv) tags = self->desk != NULL ? vsl_desk_list_tags (self->desk) : NULL;
  g_autoptr(GtkListStore) store = gtk_list_store_new (1, G_TYPE_STRING);
  g_autoptr(GtkEntryCompletion) completion = gtk_entry_completion_new ();

  for (guint i = 0; tags != NULL && tags[i] != NULL; i++)
    gtk_list_store_insert_with_values (store, NULL, -1, 0, tags[i], -1);
  gtk_entry_completion_set_model (completion, GTK_TREE_MODEL (store));
  gtk_entry_completion_set_text_column (completion, 0);
  gtk_entry_set_completion (self->tag_entry, completion);
  gtk_widget_grab_focus (GTK_WIDGET (self->tag_entry));
}

static GMenuModel *
make_status_menu (void)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < VSL_N_STATUSES; i++)
    {
      g_autoptr(GMenuItem) item = g_menu_item_new (vsl_words_get_status ((VslStatus) i), NULL);

      g_menu_item_set_action_and_target (item, "library.set-status", "s",
                                         vsl_status_get_name ((VslStatus) i));
      g_menu_append_item (menu, item);
    }

  return G_MENU_MODEL (menu);
}

static void
vsl_library_selection_dispose (GObject *object)
{
  VslLibrarySelection *self = VSL_LIBRARY_SELECTION (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), VSL_TYPE_LIBRARY_SELECTION);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (vsl_library_selection_parent_class)->dispose (object);
}

static void
vsl_library_selection_class_init (VslLibrarySelectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vsl_library_selection_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/verslag/Verslag/ui/vsl-library-selection.ui");
  gtk_widget_class_bind_template_child (widget_class, VslLibrarySelection, revealer);
  gtk_widget_class_bind_template_child (widget_class, VslLibrarySelection, count_label);
  gtk_widget_class_bind_template_child (widget_class, VslLibrarySelection, status_button);
  gtk_widget_class_bind_template_child (widget_class, VslLibrarySelection, tag_button);
  gtk_widget_class_bind_template_child (widget_class, VslLibrarySelection, tag_popover);
  gtk_widget_class_bind_template_child (widget_class, VslLibrarySelection, tag_entry);
  gtk_widget_class_bind_template_child (widget_class, VslLibrarySelection, add_button);
  gtk_widget_class_bind_template_child (widget_class, VslLibrarySelection, remove_button);
  gtk_widget_class_bind_template_callback (widget_class, tag_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_tag_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_tag_cb);
  gtk_widget_class_bind_template_callback (widget_class, tag_popover_shown_cb);
}

static void
vsl_library_selection_init (VslLibrarySelection *self)
{
  g_autoptr(GMenuModel) menu = make_status_menu ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_menu_model (self->status_button, menu);
  tag_changed_cb (self);
}

/**
 * vsl_library_selection_set_desk:
 * @desk: (nullable): where the articles are
 */
void
vsl_library_selection_set_desk (VslLibrarySelection *self,
                                VslDesk             *desk)
{
  g_return_if_fail (VSL_IS_LIBRARY_SELECTION (self));

  g_set_object (&self->desk, desk);
}

/**
 * vsl_library_selection_set_count:
 * @count: how many articles are selected
 *
 * Shows the bar when there are several.
 */
void
vsl_library_selection_set_count (VslLibrarySelection *self,
                                 guint                count)
{
  g_autofree char *text = NULL;

  g_return_if_fail (VSL_IS_LIBRARY_SELECTION (self));

  gtk_widget_set_visible (GTK_WIDGET (self->revealer), count > 1);
  gtk_revealer_set_reveal_child (self->revealer, count > 1);
  text = g_strdup_printf (ngettext ("%'u selected", "%'u selected", count), count);
  gtk_label_set_label (self->count_label, text);
}
