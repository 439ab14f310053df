/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-embargo-view.h"

#include "desk/vsl-desk-reviews.h"
#include "ui/vsl-note-dialog.h"
#include "ui/vsl-time-entry.h"
#include "ui/vsl-wrap-layout.h"

#include <glib/gi18n.h>

/* The hour of the day that is proposed. */
#define PROPOSED_HOUR 9

/**
 * VslEmbargoView:
 *
 * The embargo of an article: until when, agreed with whom; to be set, moved, lifted, or overridden with
 * a reason.
 *
 * Signal `changed`: something was noted in the ledger, which is to be read again.
 */
struct _VslEmbargoView
{
  AdwBin      parent_instance;

  VslDesk    *desk;       /* (owned) (nullable) */
  char       *article_id; /* (owned) (nullable) */
  VslConsent *consent;    /* (owned) (nullable) as last shown */

  GtkWidget  *sentence;   /* (template), as all that follow */
  GtkWidget  *problem;
  GtkWidget  *set_button;
  GtkWidget  *lift_button;
  GtkWidget  *override_button;
  GtkWidget  *form;
  GtkWidget  *time_entry;
  GtkWidget  *note_entry;
  GtkWidget  *keep_button;
  GtkWidget  *history;
};

G_DEFINE_FINAL_TYPE (VslEmbargoView, vsl_embargo_view, ADW_TYPE_BIN)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show_problem (VslEmbargoView *self,
              const char     *message)
{
  gtk_label_set_label (GTK_LABEL (self->problem), message != NULL ? message : "");
  gtk_widget_set_visible (self->problem, message != NULL);
}

static void
changed_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr(VslEmbargoView) self = data;
  g_autoptr(GError) error = NULL;
  gboolean kept = vsl_desk_change_embargo_finish (VSL_DESK (object), result, &error);

  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;

  show_problem (self, kept ? NULL : error->message);
  if (!kept)
    return;
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->form), FALSE);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
change (VslEmbargoView *self,
        VslReviewWhat   what,
        gint64          until,
        const char     *note)
{
  vsl_desk_change_embargo_async (self->desk, self->article_id, what, until, note, NULL, changed_cb,
                                 g_object_ref (self));
}

/* Tomorrow at nine, when nothing was agreed yet. */
static gint64
propose (void)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autoptr(GDateTime) tomorrow = g_date_time_add_days (now, 1);
  g_autoptr(GDateTime) morning =
    g_date_time_new_local (g_date_time_get_year (tomorrow), g_date_time_get_month (tomorrow),
                           g_date_time_get_day_of_month (tomorrow), PROPOSED_HOUR, 0, 0);

  return g_date_time_to_unix (morning) * G_USEC_PER_SEC;
}

static void
set_clicked_cb (VslEmbargoView *self)
{
  const VslEmbargo *embargo = vsl_consent_get_embargo (self->consent);
  gboolean in_force = embargo->until > g_get_real_time ();

  vsl_time_entry_set_at (VSL_TIME_ENTRY (self->time_entry), in_force ? embargo->until : propose ());
  gtk_editable_set_text (GTK_EDITABLE (self->note_entry), in_force ? embargo->note : "");
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->form), TRUE);
  gtk_widget_child_focus (self->time_entry, GTK_DIR_TAB_FORWARD);
}

static void
cancel_clicked_cb (VslEmbargoView *self)
{
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->form), FALSE);
  gtk_widget_grab_focus (self->set_button);
}

static void
keep_clicked_cb (VslEmbargoView *self)
{
  g_autofree char *note = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->note_entry))));

  if (gtk_widget_get_sensitive (self->keep_button))
    change (self, VSL_REVIEW_EMBARGOED, vsl_time_entry_get_at (VSL_TIME_ENTRY (self->time_entry)),
            note);
}

static void
time_changed_cb (VslEmbargoView *self)
{
  gtk_widget_set_sensitive (self->keep_button,
                            vsl_time_entry_get_at (VSL_TIME_ENTRY (self->time_entry)) != 0);
}

static void
lift_clicked_cb (VslEmbargoView *self)
{
  change (self, VSL_REVIEW_EMBARGOED, 0, NULL);
}

static void
reason_given_cb (const char *reason,
                 gpointer    data)
{
  change (data, VSL_REVIEW_OVERRIDDEN, 0, reason);
}

static void
override_clicked_cb (VslEmbargoView *self)
{
  const VslNoteQuestion question = {
    .heading = _("Publish in Spite of the Embargo?"),
    .body = _("The article can go out at once from then on. Whoever agreed on the embargo may not expect "
              "that: tell them first."),
    .label = _("Why it is to be published all the same; the reason is kept"),
    .button = _("_Override the embargo"),
  };

  vsl_note_dialog_show (GTK_WIDGET (self), &question, reason_given_cb, self, NULL);
}

static void
vsl_embargo_view_dispose (GObject *object)
{
  VslEmbargoView *self = VSL_EMBARGO_VIEW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), VSL_TYPE_EMBARGO_VIEW);
  g_clear_object (&self->consent);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (vsl_embargo_view_parent_class)->dispose (object);
}

static void
vsl_embargo_view_finalize (GObject *object)
{
  g_free (VSL_EMBARGO_VIEW (object)->article_id);

  G_OBJECT_CLASS (vsl_embargo_view_parent_class)->finalize (object);
}

static void
vsl_embargo_view_class_init (VslEmbargoViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vsl_embargo_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = vsl_embargo_view_finalize;

  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (VSL_TYPE_TIME_ENTRY);
  g_type_ensure (VSL_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/verslag/Verslag/ui/vsl-embargo-view.ui");
  gtk_widget_class_bind_template_child (widget_class, VslEmbargoView, sentence);
  gtk_widget_class_bind_template_child (widget_class, VslEmbargoView, problem);
  gtk_widget_class_bind_template_child (widget_class, VslEmbargoView, set_button);
  gtk_widget_class_bind_template_child (widget_class, VslEmbargoView, lift_button);
  gtk_widget_class_bind_template_child (widget_class, VslEmbargoView, override_button);
  gtk_widget_class_bind_template_child (widget_class, VslEmbargoView, form);
  gtk_widget_class_bind_template_child (widget_class, VslEmbargoView, time_entry);
  gtk_widget_class_bind_template_child (widget_class, VslEmbargoView, note_entry);
  gtk_widget_class_bind_template_child (widget_class, VslEmbargoView, keep_button);
  gtk_widget_class_bind_template_child (widget_class, VslEmbargoView, history);
  gtk_widget_class_bind_template_callback (widget_class, set_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, keep_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, time_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, lift_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, override_clicked_cb);
}

static void
vsl_embargo_view_init (VslEmbargoView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * vsl_embargo_view_new:
 *
 * Returns: (transfer floating): a view about nothing, which is hidden
 */
GtkWidget *
vsl_embargo_view_new (void)
{
  return g_object_new (VSL_TYPE_EMBARGO_VIEW, NULL);
}

/**
 * vsl_embargo_view_show:
 * @self: the view
 * @desk: where it is changed
 * @article_id: of which article
 * @consent: what the ledger of the article says now
 *
 * Shows the embargo of an article. What is being typed for the same article stays.
 */
void
vsl_embargo_view_show (VslEmbargoView *self,
                       VslDesk        *desk,
                       const char     *article_id,
                       VslConsent     *consent)
{
  const VslEmbargo *embargo;
  gint64 now = g_get_real_time ();
  g_autofree char *sentence = NULL;
  g_autofree char *history = NULL;
  gboolean in_force;

  g_return_if_fail (VSL_IS_EMBARGO_VIEW (self));
  g_return_if_fail (VSL_IS_DESK (desk) && article_id != NULL && VSL_IS_CONSENT (consent));

  if (g_strcmp0 (self->article_id, article_id) != 0)
    {
      gtk_revealer_set_reveal_child (GTK_REVEALER (self->form), FALSE);
      show_problem (self, NULL);
      g_free (self->article_id);
      self->article_id = g_strdup (article_id);
    }
  g_set_object (&self->desk, desk);
  g_set_object (&self->consent, consent);

  embargo = vsl_consent_get_embargo (consent);
  in_force = embargo->until > now;
  sentence = vsl_review_words_embargo (embargo, now);
  history = vsl_review_words_history (vsl_consent_get_embargo_steps (consent));
  gtk_label_set_label (GTK_LABEL (self->sentence),
                       sentence != NULL ? sentence : _("This article is not under embargo."));
  if (vsl_embargo_blocks (embargo, now))
    gtk_widget_add_css_class (self->sentence, "warning");
  else
    gtk_widget_remove_css_class (self->sentence, "warning");
  gtk_button_set_label (GTK_BUTTON (self->set_button),
                        in_force ? _("Move the embargo…") : _("Set an embargo…"));
  gtk_widget_set_visible (self->lift_button, in_force);
  gtk_widget_set_visible (self->override_button, vsl_embargo_blocks (embargo, now));
  gtk_label_set_label (GTK_LABEL (self->history), history);
  gtk_widget_set_visible (self->history, *history != '\0');
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}
