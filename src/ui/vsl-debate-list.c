/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-debate-list.h"

#include "core/vsl-debate.h"

#include <glib/gi18n.h>

/**
 * VslDebateList:
 *
 * The debates, under the articles in the library column. A lens on the desk's list: it asks the
 * window to open one through win.open-debate, and to make one through win.new-debate.
 */
struct _VslDebateList
{
  AdwBin       parent_instance;

  GListModel  *debates;    /* (owned) (nullable) */
  char        *selected;   /* (owned) (nullable) id of the debate that is open */

  GtkWidget   *scroller;   /* (template), as the next */
  GtkListBox  *list;
};

G_DEFINE_FINAL_TYPE (VslDebateList, vsl_debate_list, ADW_TYPE_BIN)

static void
show_selected (VslDebateList *self)
{
  guint i, n = self->debates != NULL ? g_list_model_get_n_items (self->debates) : 0;

  gtk_list_box_unselect_all (self->list);
  for (i = 0; i < n && self->selected != NULL; i++)
    {
      g_autoptr(VslDebate) debate = g_list_model_get_item (self->debates, i);

      if (g_str_equal (vsl_debate_get_id (debate), self->selected))
        gtk_list_box_select_row (self->list,
                                 gtk_list_box_get_row_at_index (self->list, (int) i));
    }
}

static void
items_changed_cb (VslDebateList *self)
{
  guint n = self->debates != NULL ? g_list_model_get_n_items (self->debates) : 0;

  gtk_widget_set_visible (self->scroller, n > 0);
  show_selected (self);
}

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class != NULL)
    {
      gtk_widget_add_css_class (label, css_class);
      gtk_widget_add_css_class (label, "dim-label");
    }

  return label;
}

static GtkWidget *
create_row (gpointer item,
            gpointer data)
{
  const VslDebateFields *fields = vsl_debate_get_fields (item);
  const char *name = vsl_debate_get_name (item);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box),
                  make_label (*name != '\0' ? name : _("Debate without a title"), NULL));
  if (*fields->date != '\0')
    gtk_box_append (GTK_BOX (box), make_label (fields->date, "caption"));

  return box;
}

static void
row_activated_cb (VslDebateList *self,
                  GtkListBoxRow *row)
{
  g_autoptr(VslDebate) debate =
    g_list_model_get_item (self->debates, (guint) gtk_list_box_row_get_index (row));

  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-debate", "s",
                              vsl_debate_get_id (debate));
}

static void
vsl_debate_list_dispose (GObject *object)
{
  VslDebateList *self = VSL_DEBATE_LIST (object);

  if (self->debates != NULL)
    g_signal_handlers_disconnect_by_data (self->debates, self);
  gtk_widget_dispose_template (GTK_WIDGET (self), VSL_TYPE_DEBATE_LIST);
  g_clear_object (&self->debates);
  g_clear_pointer (&self->selected, g_free);

  G_OBJECT_CLASS (vsl_debate_list_parent_class)->dispose (object);
}

static void
vsl_debate_list_class_init (VslDebateListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vsl_debate_list_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/verslag/Verslag/ui/vsl-debate-list.ui");
  gtk_widget_class_bind_template_child (widget_class, VslDebateList, scroller);
  gtk_widget_class_bind_template_child (widget_class, VslDebateList, list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
vsl_debate_list_init (VslDebateList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * vsl_debate_list_new:
 *
 * Returns: (transfer full): an empty list
 */
GtkWidget *
vsl_debate_list_new (void)
{
  return g_object_new (VSL_TYPE_DEBATE_LIST, NULL);
}

/**
 * vsl_debate_list_set_model:
 * @debates: (nullable): the desk's list of VslDebate
 */
void
vsl_debate_list_set_model (VslDebateList *self,
                           GListModel    *debates)
{
  g_return_if_fail (VSL_IS_DEBATE_LIST (self));

  if (self->debates == debates)
    return;

  if (self->debates != NULL)
    g_signal_handlers_disconnect_by_data (self->debates, self);
  g_set_object (&self->debates, debates);
  gtk_list_box_bind_model (self->list, debates, create_row, self, NULL);
  if (debates != NULL)
    g_signal_connect_swapped (debates, "items-changed", G_CALLBACK (items_changed_cb), self);
  items_changed_cb (self);
}

/**
 * vsl_debate_list_select:
 * @id: (nullable): the debate that is open
 *
 * Marks it.
 */
void
vsl_debate_list_select (VslDebateList *self,
                        const char    *id)
{
  g_return_if_fail (VSL_IS_DEBATE_LIST (self));

  g_free (self->selected);
  self->selected = g_strdup (id);
  show_selected (self);
}
