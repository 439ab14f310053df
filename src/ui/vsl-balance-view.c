/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-balance-view.h"

#include "ui/vsl-quotation-words.h"

#include <glib/gi18n.h>

/**
 * VslBalanceView:
 *
 * How the quoted words, and the time of speaking, are spread over the participants: two bars each,
 * with the numbers beside them as text. It judges nobody: one colour, no order but that of the
 * participants.
 */
struct _VslBalanceView
{
  GtkWidget       parent_instance;

  VslCheckReport *report; /* (owned) (nullable) */
  GtkWidget      *rows;   /* (owned, as a child) a box */
};

G_DEFINE_FINAL_TYPE (VslBalanceView, vsl_balance_view, GTK_TYPE_WIDGET)

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

/* A bar that fills its width for a share of 1; @name says to a screen reader what it measures. */
static GtkWidget *
make_bar (double      share,
          const char *name,
          const char *css_class)
{
  GtkWidget *bar = gtk_level_bar_new ();

  /* No colours for high and low: a share is neither good nor bad. */
  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (bar), GTK_LEVEL_BAR_OFFSET_LOW);
  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (bar), GTK_LEVEL_BAR_OFFSET_HIGH);
  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (bar), GTK_LEVEL_BAR_OFFSET_FULL);
  gtk_level_bar_set_value (GTK_LEVEL_BAR (bar), CLAMP (share, 0.0, 1.0));
  gtk_widget_add_css_class (bar, css_class);
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return bar;
}

static void
add_row (VslBalanceView      *self,
         const VslBalanceRow *row,
         gboolean             spoken)
{
  g_autofree char *quoted = NULL;
  g_autofree char *words = g_strdup_printf (ngettext ("%u word", "%u words", row->words), row->words);
  g_autofree char *time = vsl_quotation_words_dup_time (row->speaking_ms);
  g_autofree char *said = NULL;
  g_autofree char *name = vsl_participant_get_chair (row->participant)
                          /* Translators: %s is the name of a person */
                          ? g_strdup_printf (_("%s (chair)"),
                                             vsl_participant_get_name (row->participant))
                          : g_strdup (vsl_participant_get_name (row->participant));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  /* Translators: a number of quotations, how many words they have, and their share of all */
  quoted = row->quotations == 0 ? g_strdup (_("not quoted"))
           : g_strdup_printf (ngettext ("%u quotation, %s: %.0f%% of what is quoted",
                                        "%u quotations, %s: %.0f%% of what is quoted",
                                        row->quotations),
                              row->quotations, words, row->share * 100);
  gtk_box_append (GTK_BOX (box), make_label (name, "heading"));
  gtk_box_append (GTK_BOX (box), make_bar (row->share, quoted, "quoted"));
  gtk_box_append (GTK_BOX (box), make_label (quoted, "caption"));
  if (spoken)
    {
      /* Translators: a time such as 12:34, and its share of all speaking time */
      said = g_strdup_printf (_("spoke for %s: %.0f%% of the time"), time,
                              row->speaking_share * 100);
      gtk_box_append (GTK_BOX (box), make_bar (row->speaking_share, said, "spoken"));
      gtk_box_append (GTK_BOX (box), make_label (said, "caption"));
    }
  gtk_box_append (GTK_BOX (self->rows), box);
}

static void
show_rows (VslBalanceView *self)
{
  GArray *balance = self->report != NULL ? vsl_check_report_get_balance (self->report) : NULL;
  gboolean spoken = FALSE;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->rows)) != NULL)
    gtk_box_remove (GTK_BOX (self->rows), child);
  if (balance == NULL)
    return;

  if (balance->len == 0)
    {
      gtk_box_append (GTK_BOX (self->rows),
                      make_label (_("There are no participants yet."), "dim-label"));
      return;
    }
  for (guint i = 0; i < balance->len; i++)
    spoken = spoken || g_array_index (balance, VslBalanceRow, i).speaking_ms > 0;
  for (guint i = 0; i < balance->len; i++)
    add_row (self, &g_array_index (balance, VslBalanceRow, i), spoken);
  gtk_box_append (GTK_BOX (self->rows),
                  make_label (_("Nobody has a right to a share: this only shows how it is."),
                              "dim-label"));
}

static gboolean
is_same (VslCheckReport *a,
         VslCheckReport *b)
{
  GArray *one = a != NULL ? vsl_check_report_get_balance (a) : NULL;
  GArray *other = b != NULL ? vsl_check_report_get_balance (b) : NULL;

  if (one == NULL || other == NULL || one->len != other->len || one->len == 0)
    return one == other;
  for (guint i = 0; i < one->len; i++)
    {
      const VslBalanceRow *x = &g_array_index (one, VslBalanceRow, i);
      const VslBalanceRow *y = &g_array_index (other, VslBalanceRow, i);

      if (x->quotations != y->quotations || x->words != y->words || x->share != y->share ||
          x->speaking_ms != y->speaking_ms ||
          !vsl_participant_equal (x->participant, y->participant))
        return FALSE;
    }

  return TRUE;
}

static void
map_cb (VslBalanceView *self)
{
  show_rows (self);
}

static void
vsl_balance_view_dispose (GObject *object)
{
  VslBalanceView *self = VSL_BALANCE_VIEW (object);

  g_clear_pointer (&self->rows, gtk_widget_unparent);
  g_clear_object (&self->report);
  G_OBJECT_CLASS (vsl_balance_view_parent_class)->dispose (object);
}

static void
vsl_balance_view_class_init (VslBalanceViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vsl_balance_view_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
vsl_balance_view_init (VslBalanceView *self)
{
  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 15);
  gtk_widget_add_css_class (self->rows, "panel");
  gtk_widget_set_parent (self->rows, GTK_WIDGET (self));
  g_signal_connect (self, "map", G_CALLBACK (map_cb), NULL);
}

/**
 * vsl_balance_view_new:
 *
 * Returns: (transfer floating): a view of nothing
 */
GtkWidget *
vsl_balance_view_new (void)
{
  return g_object_new (VSL_TYPE_BALANCE_VIEW, NULL);
}

/**
 * vsl_balance_view_set_report:
 * @report: (nullable): what was found in the article
 *
 * Shows the balance of @report; what is not seen is not made.
 */
void
vsl_balance_view_set_report (VslBalanceView *self,
                             VslCheckReport *report)
{
  gboolean same;

  g_return_if_fail (VSL_IS_BALANCE_VIEW (self));

  same = is_same (self->report, report);
  g_set_object (&self->report, report);
  if (!same && gtk_widget_get_mapped (GTK_WIDGET (self)))
    show_rows (self);
}
