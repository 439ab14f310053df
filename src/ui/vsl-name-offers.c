/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-name-offers.h"

#include <glib/gi18n.h>

/* So wide that a role and an organisation can be read, and no wider than a narrow window. */
#define WIDTH_CHARS 40

/**
 * VslNameOffers:
 *
 * The names that are offered where one is being typed, each with the role and the organisation of who
 * is called so. It never takes the keyboard: who types goes on typing, and the keys that choose are
 * handed to it.
 */
struct _VslNameOffers
{
  GtkPopover  parent_instance;

  GtkListBox *list;    /* (owned by the tree) */
  guint       n_rows;
};

G_DEFINE_FINAL_TYPE (VslNameOffers, vsl_name_offers, GTK_TYPE_POPOVER)

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* A name in the form of the place, and what it replaces. */
#define VSL_TYPE_NAME_ROW (vsl_name_row_get_type ())
G_DECLARE_FINAL_TYPE (VslNameRow, vsl_name_row, VSL, NAME_ROW, GtkListBoxRow)

struct _VslNameRow
{
  GtkListBoxRow  parent_instance;

  char          *text;    /* (owned) */
  guint          n_typed;
};

G_DEFINE_FINAL_TYPE (VslNameRow, vsl_name_row, GTK_TYPE_LIST_BOX_ROW)

static void
vsl_name_row_finalize (GObject *object)
{
  g_free (VSL_NAME_ROW (object)->text);

  G_OBJECT_CLASS (vsl_name_row_parent_class)->finalize (object);
}

static void
vsl_name_row_class_init (VslNameRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vsl_name_row_finalize;
}

static void
vsl_name_row_init (VslNameRow *self)
{
}

static GtkWidget *
make_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), WIDTH_CHARS);

  return label;
}

static char *
dup_details (VslParticipant *participant)
{
  const char *role = vsl_participant_get_role (participant);
  const char *organisation = vsl_participant_get_organisation (participant);

  if (*role != '\0' && *organisation != '\0')
    return g_strdup_printf ("%s, %s", role, organisation);

  return g_strdup (*role != '\0' ? role : organisation);
}

static void
row_activated_cb (VslNameOffers *self,
                  GtkListBoxRow *row)
{
  g_autofree char *text = g_strdup (VSL_NAME_ROW (row)->text);

  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, text, VSL_NAME_ROW (row)->n_typed);
}

static void
vsl_name_offers_class_init (VslNameOffersClass *klass)
{
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", VSL_TYPE_NAME_OFFERS, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_UINT);
}

static void
vsl_name_offers_init (VslNameOffers *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_SINGLE);
  gtk_widget_set_can_focus (GTK_WIDGET (self->list), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Names that fit"), -1);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  gtk_popover_set_child (GTK_POPOVER (self), GTK_WIDGET (self->list));
  gtk_popover_set_autohide (GTK_POPOVER (self), FALSE);
  gtk_popover_set_has_arrow (GTK_POPOVER (self), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self), GTK_POS_BOTTOM);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
  gtk_widget_add_css_class (GTK_WIDGET (self), "name-offers");
}

/**
 * vsl_name_offers_new:
 *
 * Returns: (transfer floating): without names
 */
GtkWidget *
vsl_name_offers_new (void)
{
  return g_object_new (VSL_TYPE_NAME_OFFERS, NULL);
}

/**
 * vsl_name_offers_clear:
 *
 * Takes all names away.
 */
void
vsl_name_offers_clear (VslNameOffers *self)
{
  GtkListBoxRow *row;

  g_return_if_fail (VSL_IS_NAME_OFFERS (self));

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  self->n_rows = 0;
}

/**
 * vsl_name_offers_add:
 * @text: a name in the form of the place
 * @participant: whose it is
 * @n_typed: characters before the caret that it replaces
 */
void
vsl_name_offers_add (VslNameOffers  *self,
                     const char     *text,
                     VslParticipant *participant,
                     guint           n_typed)
{
  g_autofree char *details = dup_details (participant);
  VslNameRow *row = g_object_new (VSL_TYPE_NAME_ROW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  g_return_if_fail (VSL_IS_NAME_OFFERS (self));

  row->text = g_strdup (text);
  row->n_typed = n_typed;
  gtk_box_append (GTK_BOX (box), make_label (text));
  if (*details != '\0')
    {
      GtkWidget *label = make_label (details);

      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, "dim-label");
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_widget_set_focusable (GTK_WIDGET (row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_append (self->list, GTK_WIDGET (row));
  self->n_rows++;
}

/**
 * vsl_name_offers_get_n:
 *
 * Returns: how many names there are
 */
guint
vsl_name_offers_get_n (VslNameOffers *self)
{
  g_return_val_if_fail (VSL_IS_NAME_OFFERS (self), 0);

  return self->n_rows;
}

/**
 * vsl_name_offers_move:
 * @step: 1 for the next name, -1 for the one before; past the last comes the first
 *
 * Marks another name.
 */
void
vsl_name_offers_move (VslNameOffers *self,
                      int            step)
{
  GtkListBoxRow *row;
  int index, n;

  g_return_if_fail (VSL_IS_NAME_OFFERS (self));

  row = gtk_list_box_get_selected_row (self->list);
  n = (int) self->n_rows;
  if (n == 0)
    return;

  index = row != NULL ? gtk_list_box_row_get_index (row) + step : step > 0 ? 0 : n - 1;
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, (index + n) % n));
}

/**
 * vsl_name_offers_choose:
 * @first: whether the first name is meant when none is marked
 *
 * Returns: whether a name was chosen
 */
gboolean
vsl_name_offers_choose (VslNameOffers *self,
                        gboolean       first)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (VSL_IS_NAME_OFFERS (self), FALSE);

  row = gtk_list_box_get_selected_row (self->list);
  if (row == NULL && first)
    row = gtk_list_box_get_row_at_index (self->list, 0);
  if (row == NULL)
    return FALSE;

  row_activated_cb (self, row);
  return TRUE;
}
