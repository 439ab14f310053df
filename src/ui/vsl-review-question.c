/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-review-question.h"

#include "desk/vsl-desk-reviews.h"
#include "ui/vsl-note-dialog.h"

#include <glib/gi18n.h>

/* A step that is about to be taken: by then the row may show somebody else. */
typedef struct
{
  GtkWidget     *widget;  /* (owned) */
  VslDesk       *desk;    /* (owned) */
  VslArticle    *article; /* (owned) */
  VslReviewStep *step;    /* (owned) */
} Taking;

static void
taking_free (gpointer data)
{
  Taking *taking = data;

  g_object_unref (taking->widget);
  g_object_unref (taking->desk);
  g_object_unref (taking->article);
  g_object_unref (taking->step);
  g_free (taking);
}

static void
taken_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr(GtkWidget) widget = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(VslReview) review =
    vsl_desk_add_review_step_finish (VSL_DESK (object), result, &error);

  if (gtk_widget_get_root (widget) == NULL)
    return;
  if (review != NULL)
    gtk_widget_activate_action (widget, "reviews.reload", NULL);
  else
    gtk_widget_activate_action (widget, "reviews.show-error", "s", error->message);
}

static void
note_given_cb (const char *note,
               gpointer    data)
{
  Taking *taking = data;
  VslReviewStepFields fields = *vsl_review_step_get_fields (taking->step);

  fields.note = note;
  vsl_desk_add_review_step_async (taking->desk, taking->article, &fields, NULL, taken_cb,
                                  g_object_ref (taking->widget));
}

/* What is asked before a step; FALSE for one that needs no words. */
static gboolean
get_question (VslReview                 *review,
              const VslReviewStepFields *step,
              VslNoteQuestion           *question)
{
  switch (step->what)
    {
    case VSL_REVIEW_REMARKED:
      *question = (VslNoteQuestion) { _("What Is the Remark?"), NULL,
                                      _("The remark, in their own words where you can"),
                                      _("_Note the remark"), FALSE };
      return TRUE;
    case VSL_REVIEW_ANSWERED:
      *question = (VslNoteQuestion) { _("Why Is the Remark Declined?"), NULL,
                                      _("The reason; it is kept with the remark"),
                                      _("_Decline the remark"), FALSE };
      return !step->accepted;
    case VSL_REVIEW_CLOSED:
      *question = (VslNoteQuestion) { _("Why Is the Review Closed Like This?"), NULL,
                                      vsl_review_get_changed (review)
                                      ? _("The passages were changed after they were shown")
                                      : _("A review was promised and nothing was sent"),
                                      _("_Close the review"), FALSE };
      return vsl_review_needs_reason (review, VSL_REVIEW_CLOSED);
    case VSL_REVIEW_REFUSED:
      *question = (VslNoteQuestion) { _("What Is Not Agreed With?"),
                                      _("A refusal is no veto, and it does not stop a publication. It is "
                                        "told to whoever publishes."),
                                      _("What they said about it"), _("_Note the refusal"), TRUE };
      return TRUE;
    case VSL_REVIEW_WITHDRAWN:
      *question = (VslNoteQuestion) { _("What Is Withdrawn?"),
                                      _("Take the quotations out of the text, or agree on a review "
                                        "again."),
                                      _("What they said about it"), _("_Note the withdrawal"), TRUE };
      return TRUE;
    case VSL_REVIEW_AGREED:
    case VSL_REVIEW_SENT:
    case VSL_REVIEW_PROCESSED:
    case VSL_REVIEW_EMBARGOED:
    case VSL_REVIEW_OVERRIDDEN:
    case VSL_REVIEW_RENAMED:
    case VSL_N_REVIEW_WHATS:
    default:
      return FALSE;
    }
}

/**
 * vsl_review_question_take:
 * @widget: in the reviews panel, whose actions `reviews.reload` and `reviews.show-error` tell how it went
 * @desk: where steps are taken
 * @article: the article as it is now
 * @review: whose it is
 * @step: what happened: its `what` and what belongs to that
 *
 * Asks for the words that a step needs, and takes it.
 */
void
vsl_review_question_take (GtkWidget                 *widget,
                          VslDesk                   *desk,
                          VslArticle                *article,
                          VslReview                 *review,
                          const VslReviewStepFields *step)
{
  VslReviewStepFields fields;
  VslNoteQuestion question;
  Taking *taking;

  g_return_if_fail (GTK_IS_WIDGET (widget) && VSL_IS_DESK (desk) && VSL_IS_ARTICLE (article));
  g_return_if_fail (VSL_IS_REVIEW (review) && step != NULL);

  fields = *step;
  fields.name = vsl_review_get_name (review);
  if (!get_question (review, step, &question))
    {
      vsl_desk_add_review_step_async (desk, article, &fields, NULL, taken_cb, g_object_ref (widget));
      return;
    }

  taking = g_new0 (Taking, 1);
  taking->widget = g_object_ref (widget);
  taking->desk = g_object_ref (desk);
  taking->article = g_object_ref (article);
  taking->step = vsl_review_step_new (&fields);
  vsl_note_dialog_show (widget, &question, note_given_cb, taking, taking_free);
}
