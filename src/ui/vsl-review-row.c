/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-review-row.h"

#include "core/vsl-moment.h"
#include "desk/vsl-desk-reviews.h"
#include "desk/vsl-review-sheet.h"
#include "markup/vsl-word-diff.h"
#include "ui/vsl-file-picker.h"
#include "ui/vsl-name-dialog.h"

#include <glib/gi18n.h>
#include <string.h>

/* When an answer is due, unless somebody says otherwise. */
#define DEFAULT_DEADLINE (2 * G_TIME_SPAN_DAY)

/**
 * VslReviewRow:
 *
 * The review by one participant: how it stands, a button that is the next step, and under it what was
 * changed since, the remarks, the other steps and the history. What it does it does at the desk; the
 * panel around it is told to look again, by the actions `reviews.reload` and `reviews.show-error`.
 */
struct _VslReviewRow
{
  GtkListBoxRow  parent_instance;

  VslDesk       *desk;     /* (owned) (nullable) */
  VslDocument   *document; /* (owned) (nullable) */
  VslReview     *review;   /* (owned) (nullable) */
  VslReviewWhat  next;     /* what the button does */
  gint64         remark;   /* that is being answered */

  GtkWidget     *name_label; /* (template), as all that follow */
  GtkWidget     *status_label;
  GtkWidget     *next_button;
  GtkWidget     *diff_label;
  GtkWidget     *remarks_box;
  GtkWidget     *history_label;
};

G_DEFINE_FINAL_TYPE (VslReviewRow, vsl_review_row, GTK_TYPE_LIST_BOX_ROW)

/* The next step in each state, and the button that takes it. */
static const struct
{
  VslReviewWhat what;
  const char *label;
} next_steps[VSL_N_REVIEW_STATES] = {
  [VSL_REVIEW_STATE_NONE] = { VSL_REVIEW_AGREED, N_("Promise a Review") },
  [VSL_REVIEW_STATE_AGREED] = { VSL_REVIEW_SENT, N_("Send the Passages…") },
  [VSL_REVIEW_STATE_SENT] = { VSL_REVIEW_CLOSED, N_("Close the Review") },
  [VSL_REVIEW_STATE_REMARKS] = { VSL_REVIEW_PROCESSED, N_("Mark Remarks as Processed") },
  [VSL_REVIEW_STATE_PROCESSED] = { VSL_REVIEW_CLOSED, N_("Close the Review") },
  [VSL_REVIEW_STATE_CLOSED] = { VSL_REVIEW_SENT, N_("Send the Passages Again…") },
  [VSL_REVIEW_STATE_REFUSED] = { VSL_REVIEW_AGREED, N_("Agree on a Review Again") },
  [VSL_REVIEW_STATE_WITHDRAWN] = { VSL_REVIEW_AGREED, N_("Agree on a Review Again") },
};

static void
tell_error (VslReviewRow *self,
            const char   *message)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "reviews.show-error", "s", message);
}

static gboolean
take_step (VslReviewRow        *self,
           VslReviewStepFields *step)
{
  g_autoptr(VslArticle) article = vsl_document_dup_article (self->document);
  g_autoptr(GError) error = NULL;
  g_autoptr(VslReview) review = NULL;

  step->name = vsl_review_get_name (self->review);
  review = vsl_desk_add_review_step (self->desk, article, step, &error);
  if (review == NULL)
    {
      tell_error (self, error->message);
      return FALSE;
    }
  g_set_object (&self->review, review);
  gtk_widget_activate_action (GTK_WIDGET (self), "reviews.reload", NULL);

  return TRUE;
}

static VslReviewSheet *
make_sheet (VslReviewRow *self)
{
  g_autoptr(VslArticle) article = vsl_document_dup_article (self->document);
  VslReviewStep *sent = vsl_review_get_sent (self->review);
  gint64 deadline = vsl_review_get_state (self->review) == VSL_REVIEW_STATE_SENT
                    ? vsl_review_step_get_fields (sent)->moment : 0;

  return vsl_review_sheet_new (self->review, article, NULL, deadline);
}

static void
copy_text (VslReviewRow *self)
{
  g_autoptr(VslReviewSheet) sheet = make_sheet (self);
  g_autofree char *text = vsl_review_sheet_dup_text (sheet);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
}

static void
copy_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  copy_text (VSL_REVIEW_ROW (widget));
}

/* Where the passages are too long for a link they are on the clipboard, and the draft says so. */
static void
mail_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  VslReviewRow *self = VSL_REVIEW_ROW (widget);
  g_autoptr(VslReviewSheet) sheet = make_sheet (self);
  GtkRoot *root = gtk_widget_get_root (widget);
  g_autofree char *recipient = NULL;
  g_autofree char *address = NULL;
  g_autofree char *link = NULL;
  gboolean whole;

  vsl_desk_find_review_address (self->desk, vsl_review_get_name (self->review), &recipient,
                                &address);
  link = vsl_review_sheet_dup_mailto (sheet, address, &whole);
  if (!whole)
    copy_text (self);
  gtk_show_uri (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, link, GDK_CURRENT_TIME);
}

static void
picked_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr(VslReviewRow) self = data;
  g_autoptr(GFile) file = vsl_file_picker_save_finish (result, NULL);
  g_autoptr(VslReviewSheet) sheet = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;
  gsize size;
  const char *contents;

  if (file == NULL || self->document == NULL || gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;

  sheet = make_sheet (self);
  bytes = vsl_review_sheet_make_pdf (sheet, &error);
  if (bytes != NULL)
    {
      contents = g_bytes_get_data (bytes, &size);
      if (g_file_replace_contents (file, contents, size, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL,
                                   &error))
        return;
    }
  tell_error (self, error->message);
}

static void
pdf_action (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  VslReviewRow *self = VSL_REVIEW_ROW (widget);
  g_autofree char *name = g_strdup_printf ("%s.pdf", vsl_review_get_name (self->review));

  vsl_file_picker_save_async (GTK_WINDOW (gtk_widget_get_root (widget)), name, picked_cb,
                              g_object_ref (self));
}

static void
deadline_given_cb (const char *text,
                   gpointer    data)
{
  VslReviewRow *self = data;
  g_autoptr(GTimeZone) here = g_time_zone_new_local ();
  VslReviewStepFields step = { .what = VSL_REVIEW_SENT };
  gint64 again = 0;
  VslMomentResult result = vsl_moment_parse (text, here, &step.moment, &again);
  g_autofree char *problem = NULL;

  if (result == VSL_MOMENT_OK || result == VSL_MOMENT_TWICE)
    {
      take_step (self, &step);
      return;
    }
  problem = g_strdup_printf (_("“%s” is not a moment. Write it as 2027-01-31T09:00 or "
                               "31-01-2027 9:00."), text);
  tell_error (self, problem);
}

static void
remark_given_cb (const char *text,
                 gpointer    data)
{
  VslReviewStepFields step = { .what = VSL_REVIEW_REMARKED, .note = text };

  take_step (data, &step);
}

static void
reason_given_cb (const char *text,
                 gpointer    data)
{
  VslReviewRow *self = data;
  VslReviewStepFields step = { .what = VSL_REVIEW_ANSWERED, .remark = self->remark, .note = text };

  take_step (self, &step);
}

static void
close_reason_given_cb (const char *text,
                       gpointer    data)
{
  VslReviewStepFields step = { .what = VSL_REVIEW_CLOSED, .note = text };

  take_step (data, &step);
}

static void
ask_deadline (VslReviewRow *self)
{
  g_autoptr(GTimeZone) here = g_time_zone_new_local ();
  g_autofree char *text =
    vsl_moment_format (g_get_real_time () + DEFAULT_DEADLINE, here, "%d-%m-%Y %H:%M");

  vsl_name_dialog_show (GTK_WIDGET (self), _("Until When Can They Answer?"), _("_Note as Sent"), text,
                        deadline_given_cb, self);
}

/* Changed since it was shown, or never shown: closing it then needs a reason. */
static void
close_review (VslReviewRow *self)
{
  VslReviewStepFields step = { .what = VSL_REVIEW_CLOSED };

  if (vsl_review_get_changed (self->review) ||
      vsl_review_get_state (self->review) == VSL_REVIEW_STATE_AGREED)
    vsl_name_dialog_show (GTK_WIDGET (self), _("Why Is the Review Closed Like This?"),
                          _("_Close the Review"), NULL, close_reason_given_cb, self);
  else
    take_step (self, &step);
}

static void
step_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  VslReviewRow *self = VSL_REVIEW_ROW (widget);
  VslReviewStepFields step = { 0 };

  if (!vsl_review_what_from_name (g_variant_get_string (parameter, NULL), &step.what))
    return;
  if (step.what == VSL_REVIEW_SENT)
    ask_deadline (self);
  else if (step.what == VSL_REVIEW_CLOSED)
    close_review (self);
  else if (step.what == VSL_REVIEW_REMARKED)
    vsl_name_dialog_show (widget, _("What Is the Remark?"), _("_Note the Remark"), NULL,
                          remark_given_cb, self);
  else
    take_step (self, &step);
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
  VslReviewRow *self = VSL_REVIEW_ROW (widget);

  self->remark = g_variant_get_int64 (parameter);
  vsl_name_dialog_show (widget, _("Why Is the Remark Declined?"), _("_Decline the Remark"), NULL,
                        reason_given_cb, self);
}

static GtkWidget *
make_answer_button (const char *label,
                    const char *action,
                    gint64      remark)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), g_variant_new_int64 (remark));
  gtk_widget_add_css_class (button, "small-button");

  return button;
}

static GtkWidget *
make_remark (const VslReviewRemark *remark)
{
  const VslReviewStepFields *fields = vsl_review_step_get_fields (remark->step);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *text = gtk_label_new (fields->note);
  g_autofree char *answer = remark->answer != NULL ? vsl_review_words_step (remark->answer) : NULL;
  GtkWidget *answer_label = gtk_label_new (answer);

  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_box_append (GTK_BOX (box), text);
  gtk_label_set_wrap (GTK_LABEL (answer_label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (answer_label), 0);
  gtk_widget_add_css_class (answer_label, "dim-label");
  gtk_widget_set_visible (answer_label, answer != NULL);
  gtk_box_append (GTK_BOX (box), answer_label);
  gtk_box_append (GTK_BOX (buttons),
                  make_answer_button (_("Accept"), "review.accept", fields->number));
  gtk_box_append (GTK_BOX (buttons),
                  make_answer_button (_("Decline…"), "review.decline", fields->number));
  gtk_widget_set_visible (buttons, answer == NULL);
  gtk_box_append (GTK_BOX (box), buttons);

  return box;
}

static void
show_remarks (VslReviewRow *self)
{
  GArray *remarks = vsl_review_get_remarks (self->review);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->remarks_box)) != NULL)
    gtk_box_remove (GTK_BOX (self->remarks_box), child);
  for (guint i = 0; i < remarks->len; i++)
    gtk_box_append (GTK_BOX (self->remarks_box),
                    make_remark (&g_array_index (remarks, VslReviewRemark, i)));
  gtk_widget_set_visible (self->remarks_box, remarks->len > 0);
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
      g_autofree char *text = g_markup_escape_text (part->text, -1);

      g_string_append_printf (markup, part->op == VSL_DIFF_DELETE ? "<s>%s</s>"
                                      : part->op == VSL_DIFF_INSERT ? "<b>%s</b>" : "%s", text);
    }
  gtk_label_set_markup (GTK_LABEL (self->diff_label), markup->str);
}

static void
show_history (VslReviewRow *self)
{
  GPtrArray *steps = vsl_review_get_steps (self->review);
  g_autofree char *text = vsl_review_words_history (steps);

  gtk_label_set_label (GTK_LABEL (self->history_label), text);
  gtk_widget_set_visible (self->history_label, steps->len > 0);
}

static void
show_next (VslReviewRow *self)
{
  VslReviewState state = vsl_review_get_state (self->review);
  gboolean changed = vsl_review_get_changed (self->review);
  const char *label = _(next_steps[state].label);

  self->next = next_steps[state].what;
  if (changed && state != VSL_REVIEW_STATE_REMARKS)
    {
      self->next = VSL_REVIEW_SENT;
      label = _(next_steps[VSL_REVIEW_STATE_CLOSED].label);
    }
  gtk_button_set_label (GTK_BUTTON (self->next_button), label);
  gtk_widget_set_visible (self->next_button, state != VSL_REVIEW_STATE_CLOSED || changed);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "review.copy",
                                 vsl_review_get_passages (self->review)->len > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "review.pdf",
                                 vsl_review_get_passages (self->review)->len > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "review.mail",
                                 vsl_review_get_passages (self->review)->len > 0);
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

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/verslag/Verslag/ui/vsl-review-row.ui");
  gtk_widget_class_bind_template_child (widget_class, VslReviewRow, name_label);
  gtk_widget_class_bind_template_child (widget_class, VslReviewRow, status_label);
  gtk_widget_class_bind_template_child (widget_class, VslReviewRow, next_button);
  gtk_widget_class_bind_template_child (widget_class, VslReviewRow, diff_label);
  gtk_widget_class_bind_template_child (widget_class, VslReviewRow, remarks_box);
  gtk_widget_class_bind_template_child (widget_class, VslReviewRow, history_label);
  gtk_widget_class_bind_template_callback (widget_class, next_clicked_cb);
  gtk_widget_class_install_action (widget_class, "review.step", "s", step_action);
  gtk_widget_class_install_action (widget_class, "review.accept", "x", accept_action);
  gtk_widget_class_install_action (widget_class, "review.decline", "x", decline_action);
  gtk_widget_class_install_action (widget_class, "review.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "review.pdf", NULL, pdf_action);
  gtk_widget_class_install_action (widget_class, "review.mail", NULL, mail_action);
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
 *
 * Shows a review.
 */
void
vsl_review_row_show (VslReviewRow *self,
                     VslDesk      *desk,
                     VslDocument  *document,
                     VslReview    *review)
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
  show_next (self);
  show_difference (self);
  show_remarks (self);
  show_history (self);
}
