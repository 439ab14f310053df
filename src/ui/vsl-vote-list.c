/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-vote-list.h"

#include "desk/vsl-debate-pad.h"

#include <glib/gi18n.h>

#define N_COUNTS 3

/**
 * VslVoteList:
 *
 * The statements of a debate with how many were for and against each. It shows nothing where there are
 * no statements.
 */
struct _VslVoteList
{
  AdwBin             parent_instance;

  VslDebateDocument *document; /* (owned) (nullable) */
  GPtrArray         *spins;    /* (owned) of GtkSpinButton (unowned): three for each statement */
  GtkWidget         *grid;     /* (child) */
};

G_DEFINE_FINAL_TYPE (VslVoteList, vsl_vote_list, ADW_TYPE_BIN)

static guint
get_count (VslVoteList *self,
           guint        index)
{
  return (guint) gtk_spin_button_get_value_as_int (g_ptr_array_index (self->spins, index));
}

static void
counted_cb (VslVoteList *self)
{
  const char * const *statements = vsl_debate_document_get_statements (self->document);

  for (guint i = 0; statements[i] != NULL && (i + 1) * N_COUNTS <= self->spins->len; i++)
    {
      VslPadVote vote = { (char *) statements[i], get_count (self, i * N_COUNTS),
                          get_count (self, i * N_COUNTS + 1), get_count (self, i * N_COUNTS + 2) };

      if (vote.in_favour + vote.against + vote.abstentions > 0 ||
          vsl_debate_pad_get_vote (self->document, statements[i]) != NULL)
        vsl_debate_pad_set_vote (self->document, &vote);
    }
}

static void
add_spin (VslVoteList *self,
          const char  *statement,
          const char  *what,
          guint        value,
          int          column,
          int          row)
{
  GtkWidget *spin = gtk_spin_button_new_with_range (0, 99999, 1);
  g_autofree char *label = g_strdup_printf ("%s: %s", statement, what);

  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), value);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_swapped (spin, "value-changed", G_CALLBACK (counted_cb), self);
  gtk_grid_attach (GTK_GRID (self->grid), spin, column, row, 1, 1);
  g_ptr_array_add (self->spins, spin);
}

static void
add_label (VslVoteList *self,
           const char  *text,
           int          column,
           int          row)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, column == 0 && row % 2 == 1);
  if (row == 0)
    gtk_widget_add_css_class (label, "caption");
  gtk_grid_attach (GTK_GRID (self->grid), label, column, row, row % 2 == 1 ? N_COUNTS : 1, 1);
}

/* The statement on a line of its own, so that it fits beside nothing in a narrow window. */
static void
fill (VslVoteList *self)
{
  const char *what[N_COUNTS] = { C_("vote", "For"), C_("vote", "Against"), C_("vote", "Abstained") };
  const char * const *statements =
    self->document != NULL ? vsl_debate_document_get_statements (self->document) : NULL;
  guint n = statements != NULL ? g_strv_length ((char **) statements) : 0;

  g_ptr_array_set_size (self->spins, 0);
  self->grid = gtk_grid_new ();
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 9);
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 6);
  for (guint i = 0; n > 0 && i < N_COUNTS; i++)
    add_label (self, what[i], (int) i, 0);
  for (guint i = 0; i < n; i++)
    {
      const VslPadVote *vote = vsl_debate_pad_get_vote (self->document, statements[i]);
      guint counts[N_COUNTS] = { vote != NULL ? vote->in_favour : 0, vote != NULL ? vote->against : 0,
                                 vote != NULL ? vote->abstentions : 0 };

      add_label (self, statements[i], 0, (int) (2 * i + 1));
      for (guint j = 0; j < N_COUNTS; j++)
        add_spin (self, statements[i], what[j], counts[j], (int) j, (int) (2 * i + 2));
    }
  gtk_expander_set_child (GTK_EXPANDER (adw_bin_get_child (ADW_BIN (self))), self->grid);
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
}

static void
vsl_vote_list_dispose (GObject *object)
{
  VslVoteList *self = VSL_VOTE_LIST (object);

  g_clear_object (&self->document);

  G_OBJECT_CLASS (vsl_vote_list_parent_class)->dispose (object);
}

static void
vsl_vote_list_finalize (GObject *object)
{
  g_ptr_array_unref (VSL_VOTE_LIST (object)->spins);

  G_OBJECT_CLASS (vsl_vote_list_parent_class)->finalize (object);
}

static void
vsl_vote_list_class_init (VslVoteListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vsl_vote_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = vsl_vote_list_finalize;
}

static void
vsl_vote_list_init (VslVoteList *self)
{
  self->spins = g_ptr_array_new ();
  adw_bin_set_child (ADW_BIN (self), gtk_expander_new (_("Votes on the statements")));
}

/**
 * vsl_vote_list_new:
 *
 * Returns: (transfer floating): a list without statements
 */
GtkWidget *
vsl_vote_list_new (void)
{
  return g_object_new (VSL_TYPE_VOTE_LIST, NULL);
}

/**
 * vsl_vote_list_set_document:
 * @document: (nullable): the debate whose statements are shown from now on
 *
 * Reads the statements again, also when it is the same debate.
 */
void
vsl_vote_list_set_document (VslVoteList       *self,
                            VslDebateDocument *document)
{
  g_return_if_fail (VSL_IS_VOTE_LIST (self));

  g_set_object (&self->document, document);
  fill (self);
}
