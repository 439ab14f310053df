/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-review-row.h"

#include "desk/vsl-desk-reviews.h"
#include "markup/vsl-word-diff.h"
#include "ui/vsl-review-menu.h"
#include "ui/vsl-review-question.h"
#include "ui/vsl-review-remarks.h"
#include "ui/vsl-sheet-dialog.h"

#include <glib/gi18n.h>

/**
 * VslReviewRow:
 *
 * The review by one participant: how it stands, a button that is the next step, and under it what was
 * changed since, the remarks and the history; the other steps are in its menu. What it does it does at
 * the desk; the panel around it is told to look again, by the actions `reviews.reload` and
 * `reviews.show-error`.
 */
struct _VslReviewRow
{
  GtkListBoxRow  parent_instance;

  VslDesk       *desk;     /* (owned) (nullable) */
  VslDocument   *document; /* (owned) (nullable) */
  VslReview     *review;   /* (owned) (nullable) */
  VslReviewWhat  next;     /* what the button does */

  GtkWidget     *name_label; /* (template), as all that follow */
  GtkWidget     *status_label;
  GtkWidget     *menu;
  GtkWidget     *next_button;
  GtkWidget     *diff_label;
  GtkWidget     *remarks;
  GtkWidget     *names_box;
  GtkWidget     *history;
  GtkWidget     *history_label;
};

G_DEFINE_FINAL_TYPE (VslReviewRow, vsl_review_row, GTK_TYPE_LIST_BOX_ROW)

/* The next step in each state, and the button that takes it. */
static const struct
{
  VslReviewWhat what;
  const char *label;
} next_steps[VSL_N_REVIEW_STATES] = {
  [VSL_REVIEW_STATE_NONE] = { VSL_REVIEW_AGREED, N_("Promise a review") },
  [VSL_REVIEW_STATE_AGREED] = { VSL_REVIEW_SENT, N_("Send the passages…") },
  [VSL_REVIEW_STATE_SENT] = { VSL_REVIEW_CLOSED, N_("Close the review") },
  [VSL_REVIEW_STATE_REMARKS] = { VSL_REVIEW_PROCESSED, N_("Mark remarks as processed") },
  [VSL_REVIEW_STATE_PROCESSED] = { VSL_REVIEW_CLOSED, N_("Close the review") },
  [VSL_REVIEW_STATE_CLOSED] = { VSL_REVIEW_SENT, N_("Send the passages again…") },
  [VSL_REVIEW_STATE_REFUSED] = { VSL_REVIEW_AGREED, N_("Agree on a review again") },
  [VSL_REVIEW_STATE_WITHDRAWN] = { VSL_REVIEW_AGREED, N_("Agree on a review again") },
};

static void
take_step (VslReviewRow              *self,
           const VslReviewStepFields *step)
{
  g_autoptr(VslArticle) article = vsl_document_dup_article (self->document);

  vsl_review_question_take (GTK_WIDGET (self), self->desk, article, self->review, step);
}

static void
sheet_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  VslReviewRow *self = VSL_REVIEW_ROW (widget);
  g_autoptr(VslArticle) article = vsl_document_dup_article (self->document);
  GtkWidget *dialog = vsl_sheet_dialog_new (self->desk, article, self->review, widget);

  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (gtk_widget_get_root (widget)));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
step_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  VslReviewStepFields step = { 0 };

  if (!vsl_review_what_from_name (g_variant_get_string (parameter, NULL), &step.what))
    return;
  if (step.what == VSL_REVIEW_SENT)
    sheet_action (widget, action_name, NULL);
  else
    take_step (VSL_REVIEW_ROW (widget), &step);
}

static void
next_clicked_cb (VslReviewRow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "review.step", "s",
                              vsl_review_what_get_name (self->next));
}

static void
accept_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  VslReviewStepFields step = { .what = VSL_REVIEW_ANSWERED, .accepted = TRUE,
                               .remark = g_variant_get_int64 (parameter) };

  take_step (VSL_REVIEW_ROW (widget), &step);
}

static void
decline_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  VslReviewStepFields step = { .what = VSL_REVIEW_ANSWERED,
                               .remark = g_variant_get_int64 (parameter) };

  take_step (VSL_REVIEW_ROW (widget), &step);
}

/* @parameter: what the article calls them now */
static void
rename_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  VslReviewStepFields step = { .what = VSL_REVIEW_RENAMED,
                               .note = g_variant_get_string (parameter, NULL) };

  take_step (VSL_REVIEW_ROW (widget), &step);
}

/* Somebody who is no participant any more may be one under another name: of those of whom nothing was
 * noted yet. */
static void
show_names (VslReviewRow *self,
            VslConsent   *consent)
{
  GPtrArray *reviews = vsl_consent_get_reviews (consent);
  gboolean any = FALSE;
  GtkWidget *child;

  while ((child = gtk_widget_get_last_child (self->names_box)) != NULL && GTK_IS_BUTTON (child))
    gtk_box_remove (GTK_BOX (self->names_box), child);
  for (guint i = 0; i < reviews->len && !vsl_review_get_present (self->review); i++)
    {
      VslReview *other = g_ptr_array_index (reviews, i);
      GtkWidget *button;

      if (!vsl_review_get_present (other) || vsl_review_get_steps (other)->len > 0)
        continue;
      button = gtk_button_new_with_label (vsl_review_get_name (other));
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", vsl_review_get_name (other));
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "review.rename");
      gtk_box_append (GTK_BOX (self->names_box), button);
      any = TRUE;
    }
  gtk_widget_set_visible (self->names_box, any);
}

/* The words that came and went since they were shown. */
static void
show_difference (VslReviewRow *self)
{
  GPtrArray *frozen = vsl_review_get_frozen (self->review);
  g_autofree char *before = frozen != NULL ? vsl_review_passages_join (frozen) : g_strdup ("");
  g_autofree char *after = vsl_review_passages_join (vsl_review_get_passages (self->review));
  g_autoptr(GPtrArray) parts = NULL;
  g_autoptr(GPtrArray) folded = NULL;
  g_autoptr(GString) markup = g_string_new (NULL);

  gtk_widget_set_visible (self->diff_label, vsl_review_get_changed (self->review));
  if (!vsl_review_get_changed (self->review))
    return;

  parts = vsl_word_diff (before, after);
  folded = vsl_word_diff_fold (parts, " … ");
  for (guint i = 0; i < folded->len; i++)
    {
      const VslDiffPart *part = g_ptr_array_index (folded, i);
      const VslDiffPart *next = i + 1 < folded->len ? g_ptr_array_index (folded, i + 1) : NULL;
      g_autofree char *escaped = g_markup_escape_text (part->text, -1);
      g_autofree char *text = g_strdelimit (g_steal_pointer (&escaped), "\n", ' ');

      g_string_append_printf (markup, part->op == VSL_DIFF_DELETE ? "<s>%s</s>"
                                      : part->op == VSL_DIFF_INSERT ? "<b>%s</b>" : "%s", text);
      /* What was and what is stand beside each other. */
      if (part->op != VSL_DIFF_EQUAL && next != NULL && next->op != VSL_DIFF_EQUAL)
        g_string_append_c (markup, ' ');
    }
  gtk_label_set_markup (GTK_LABEL (self->diff_label), g_strstrip (markup->str));
}

static void
show_history (VslReviewRow *self)
{
  GPtrArray *steps = vsl_review_get_steps (self->review);
  g_autofree char *text = vsl_review_words_history (steps);
  g_autofree char *title = g_strdup_printf (_("History (%u)"), steps->len);

  gtk_label_set_label (GTK_LABEL (self->history_label), text);
  gtk_expander_set_label (GTK_EXPANDER (self->history), title);
  gtk_widget_set_visible (self->history, steps->len > 0);
}

static void
show_next (VslReviewRow *self)
{
  VslReviewState state = vsl_review_get_state (self->review);
  gboolean changed = vsl_review_get_changed (self->review);
  const char *label = _(next_steps[state].label);
  g_autofree char *obstacle = NULL;

  self->next = next_steps[state].what;
  if (changed && state != VSL_REVIEW_STATE_REMARKS)
    {
      self->next = VSL_REVIEW_SENT;
      label = _(next_steps[VSL_REVIEW_STATE_CLOSED].label);
    }
  obstacle = vsl_review_words_obstacle (self->review, self->next);
  gtk_button_set_label (GTK_BUTTON (self->next_button), label);
  gtk_widget_set_sensitive (self->next_button, obstacle == NULL);
  gtk_widget_set_tooltip_text (self->next_button, obstacle);
  gtk_widget_set_visible (self->next_button, vsl_review_get_present (self->review) &&
                          (state != VSL_REVIEW_STATE_CLOSED || changed));
}

static void
vsl_review_row_dispose (GObject *object)
{
  VslReviewRow *self = VSL_REVIEW_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), VSL_TYPE_REVIEW_ROW);
  g_clear_object (&self->review);
  g_clear_object (&self->document);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (vsl_review_row_parent_class)->dispose (object);
}

static void
vsl_review_row_class_init (VslReviewRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vsl_review_row_dispose;

  g_type_ensure (VSL_TYPE_REVIEW_MENU);
  g_type_ensure (VSL_TYPE_REVIEW_REMARKS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/verslag/Verslag/ui/vsl-review-row.ui");
  gtk_widget_class_bind_template_child (widget_class, VslReviewRow, name_label);
  gtk_widget_class_bind_template_child (widget_class, VslReviewRow, status_label);
  gtk_widget_class_bind_template_child (widget_class, VslReviewRow, menu);
  gtk_widget_class_bind_template_child (widget_class, VslReviewRow, next_button);
  gtk_widget_class_bind_template_child (widget_class, VslReviewRow, diff_label);
  gtk_widget_class_bind_template_child (widget_class, VslReviewRow, remarks);
  gtk_widget_class_bind_template_child (widget_class, VslReviewRow, names_box);
  gtk_widget_class_bind_template_child (widget_class, VslReviewRow, history);
  gtk_widget_class_bind_template_child (widget_class, VslReviewRow, history_label);
  gtk_widget_class_bind_template_callback (widget_class, next_clicked_cb);
  gtk_widget_class_install_action (widget_class, "review.step", "s", step_action);
  gtk_widget_class_install_action (widget_class, "review.accept", "x", accept_action);
  gtk_widget_class_install_action (widget_class, "review.decline", "x", decline_action);
  gtk_widget_class_install_action (widget_class, "review.rename", "s", rename_action);
  gtk_widget_class_install_action (widget_class, "review.sheet", NULL, sheet_action);
}

static void
vsl_review_row_init (VslReviewRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * vsl_review_row_new:
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
vsl_review_row_new (void)
{
  return g_object_new (VSL_TYPE_REVIEW_ROW, NULL);
}

/**
 * vsl_review_row_show:
 * @self: the row
 * @desk: where steps are taken
 * @document: the article
 * @review: what to show
 * @consent: of which it is a part
 *
 * Shows a review.
 */
void
vsl_review_row_show (VslReviewRow *self,
                     VslDesk      *desk,
                     VslDocument  *document,
                     VslReview    *review,
                     VslConsent   *consent)
{
  gint64 now = g_get_real_time ();
  g_autofree char *status = vsl_review_words_status (review, now);

  g_return_if_fail (VSL_IS_REVIEW_ROW (self) && VSL_IS_REVIEW (review));

  g_set_object (&self->desk, desk);
  g_set_object (&self->document, document);
  g_set_object (&self->review, review);
  gtk_label_set_label (GTK_LABEL (self->name_label), vsl_review_get_name (review));
  gtk_label_set_label (GTK_LABEL (self->status_label), status);
  if (vsl_review_get_changed (review) || vsl_review_is_late (review, now))
    gtk_widget_add_css_class (self->status_label, "warning");
  else
    gtk_widget_remove_css_class (self->status_label, "warning");
  vsl_review_menu_show (VSL_REVIEW_MENU (self->menu), review);
  vsl_review_remarks_show (VSL_REVIEW_REMARKS (self->remarks),
                           vsl_review_get_remarks (review));
  show_names (self, consent);
  show_next (self);
  show_difference (self);
  show_history (self);
}
