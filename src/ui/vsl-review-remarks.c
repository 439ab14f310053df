/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-review-remarks.h"

#include "desk/vsl-review-words.h"

#include <glib/gi18n.h>

/**
 * VslReviewRemarks:
 *
 * The remarks of a participant, each with what became of it, or with the buttons that decide on it.
 * Activates `review.accept` and `review.decline` with the number of a remark. Hidden without remarks.
 */
struct _VslReviewRemarks
{
  AdwBin     parent_instance;

  GtkWidget *box; /* (owned by the bin) */
};

G_DEFINE_FINAL_TYPE (VslReviewRemarks, vsl_review_remarks, ADW_TYPE_BIN)

static GtkWidget *
make_button (const char *label,
             const char *action,
             gint64      remark)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), g_variant_new_int64 (remark));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);

  return button;
}

static GtkWidget *
make_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);

  return label;
}

static GtkWidget *
make_remark (const VslReviewRemark *remark)
{
  const VslReviewStepFields *fields = vsl_review_step_get_fields (remark->step);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_add_css_class (box, "remark");
  gtk_box_append (GTK_BOX (box), make_label (fields->note));
  if (remark->answer != NULL)
    {
      g_autofree char *words = vsl_review_words_step (remark->answer);
      GtkWidget *answer = make_label (words);

      gtk_widget_add_css_class (answer, "dim-label");
      gtk_widget_add_css_class (answer, "caption");
      gtk_box_append (GTK_BOX (box), answer);
    }
  else
    {
      gtk_box_append (GTK_BOX (buttons),
                      make_button (_("Accept"), "review.accept", fields->number));
      gtk_box_append (GTK_BOX (buttons),
                      make_button (_("Decline…"), "review.decline", fields->number));
      gtk_box_append (GTK_BOX (box), buttons);
    }

  return box;
}

static void
vsl_review_remarks_class_init (VslReviewRemarksClass *klass)
{
}

static void
vsl_review_remarks_init (VslReviewRemarks *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  adw_bin_set_child (ADW_BIN (self), self->box);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * vsl_review_remarks_new:
 *
 * Returns: (transfer floating): no remarks, which is hidden
 */
GtkWidget *
vsl_review_remarks_new (void)
{
  return g_object_new (VSL_TYPE_REVIEW_REMARKS, NULL);
}

/**
 * vsl_review_remarks_show:
 * @self: the remarks
 * @remarks: (element-type VslReviewRemark): what to show, oldest first
 *
 * Shows remarks.
 */
void
vsl_review_remarks_show (VslReviewRemarks *self,
                         GArray           *remarks)
{
  GtkWidget *child;

  g_return_if_fail (VSL_IS_REVIEW_REMARKS (self) && remarks != NULL);

  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
  for (guint i = 0; i < remarks->len; i++)
    gtk_box_append (GTK_BOX (self->box),
                    make_remark (&g_array_index (remarks, VslReviewRemark, i)));
  gtk_widget_set_visible (GTK_WIDGET (self), remarks->len > 0);
}
