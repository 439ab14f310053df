/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-transcript-dialog.h"

#include "desk/vsl-desk-checks.h"
#include "desk/vsl-desk-debate.h"

#include <glib/gi18n.h>

/**
 * VslTranscriptDialog:
 *
 * Who is who in a transcript: a row for each label that stands before speech, with the participant
 * that it means, already chosen where the two are alike. What is chosen is kept with the transcript.
 */
struct _VslTranscriptDialog
{
  AdwWindow      parent_instance;

  VslDesk       *desk;     /* (owned) */
  VslDocument   *document; /* (owned) */
  GBytes        *bytes;    /* (owned) */
  char          *name;     /* (owned) of the file */
  char         **labels;   /* (owned) */
  GPtrArray     *rows;     /* (owned) of AdwComboRow (unowned), one for each label */

  GtkWidget     *intro_label; /* (template), as all that follow */
  GtkWidget     *error_label;
  GtkWidget     *group;
};

G_DEFINE_FINAL_TYPE (VslTranscriptDialog, vsl_transcript_dialog, ADW_TYPE_WINDOW)

/* The names to choose from; the first means: as in the transcript. */
static GtkStringList *
make_choices (VslArticle *article)
{
  GtkStringList *choices = gtk_string_list_new (NULL);

  gtk_string_list_append (choices, _("Nobody of the participants"));
  for (guint i = 0; i < vsl_article_get_n_participants (article); i++)
    gtk_string_list_append (
      choices, vsl_participant_get_name (vsl_article_get_participant (article, i)));

  return choices;
}

static void
add_row (VslTranscriptDialog *self,
         VslArticle          *article,
         const char          *label)
{
  g_autoptr(GtkStringList) choices = make_choices (article);
  GtkWidget *row = adw_combo_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), label);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (choices));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row),
                              (guint) (vsl_desk_find_speaker (article, label) + 1));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->group), row);
  g_ptr_array_add (self->rows, row);
}

/* Labels and names, alternating. A label that is nobody's stands for itself. */
static char **
dup_map (VslTranscriptDialog *self)
{
  g_autoptr(GStrvBuilder) map = g_strv_builder_new ();

  for (guint i = 0; self->labels[i] != NULL; i++)
    {
      AdwComboRow *row = g_ptr_array_index (self->rows, i);
      guint selected = adw_combo_row_get_selected (row);
      const char *name = selected > 0
                         ? gtk_string_list_get_string (
                             GTK_STRING_LIST (adw_combo_row_get_model (row)), selected)
                         : self->labels[i];

      g_strv_builder_add (map, self->labels[i]);
      g_strv_builder_add (map, name);
    }

  return g_strv_builder_end (map);
}

static void
attach_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  VslTranscriptDialog *self = VSL_TRANSCRIPT_DIALOG (widget);
  g_autoptr(VslArticle) article = vsl_document_dup_article (self->document);
  g_auto(GStrv) map = dup_map (self);
  g_autoptr(GError) error = NULL;

  if (!vsl_desk_keep_transcript (self->desk, article, self->bytes, self->name, NULL,
                                 (const char *const *) map, &error))
    {
      gtk_label_set_label (GTK_LABEL (self->error_label), error->message);
      gtk_widget_set_visible (self->error_label, TRUE);
      return;
    }

  vsl_check_runner_reload (vsl_desk_get_check_runner (self->desk));
  gtk_window_close (GTK_WINDOW (self));
}

static void
vsl_transcript_dialog_dispose (GObject *object)
{
  VslTranscriptDialog *self = VSL_TRANSCRIPT_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), VSL_TYPE_TRANSCRIPT_DIALOG);
  g_clear_object (&self->desk);
  g_clear_object (&self->document);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  G_OBJECT_CLASS (vsl_transcript_dialog_parent_class)->dispose (object);
}

static void
vsl_transcript_dialog_finalize (GObject *object)
{
  VslTranscriptDialog *self = VSL_TRANSCRIPT_DIALOG (object);

  g_free (self->name);
  g_strfreev (self->labels);
  g_ptr_array_unref (self->rows);
  G_OBJECT_CLASS (vsl_transcript_dialog_parent_class)->finalize (object);
}

static void
vsl_transcript_dialog_class_init (VslTranscriptDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vsl_transcript_dialog_dispose;
  object_class->finalize = vsl_transcript_dialog_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/verslag/Verslag/ui/vsl-transcript-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, VslTranscriptDialog, intro_label);
  gtk_widget_class_bind_template_child (widget_class, VslTranscriptDialog, error_label);
  gtk_widget_class_bind_template_child (widget_class, VslTranscriptDialog, group);
  gtk_widget_class_install_action (widget_class, "transcript.attach", NULL, attach_action);
}

static void
vsl_transcript_dialog_init (VslTranscriptDialog *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * vsl_transcript_dialog_new:
 * @desk: the desk
 * @document: the article whose debate it is
 * @bytes: the transcript, as a file
 * @name: the name of that file
 * @error: return location
 *
 * Reads the transcript and asks who is who in it.
 *
 * Returns: (transfer floating) (nullable): the dialog, or %NULL with @error when it is not a
 *   transcript
 */
GtkWidget *
vsl_transcript_dialog_new (VslDesk      *desk,
                           VslDocument  *document,
                           GBytes       *bytes,
                           const char   *name,
                           GError      **error)
{
  g_autoptr(VslArticle) article = vsl_document_dup_article (document);
  g_autoptr(VslTranscript) transcript = vsl_desk_parse_transcript (bytes, name, NULL, article, error);
  g_autofree char *intro = NULL;
  VslTranscriptDialog *self;
  guint n;

  if (transcript == NULL)
    return NULL;

  self = g_object_new (VSL_TYPE_TRANSCRIPT_DIALOG, NULL);
  self->desk = g_object_ref (desk);
  self->document = g_object_ref (document);
  self->bytes = g_bytes_ref (bytes);
  self->name = g_strdup (name);
  self->labels = vsl_transcript_dup_speakers (transcript);
  n = vsl_transcript_get_n_utterances (transcript);
  /* Translators: %s is the name of a file, %u how many times somebody speaks in it */
  intro = g_strdup_printf (ngettext ("%s has %u utterance. Which participant is which speaker?",
                                     "%s has %u utterances. Which participant is which speaker?", n),
                           name, n);
  gtk_label_set_label (GTK_LABEL (self->intro_label), intro);
  for (guint i = 0; self->labels[i] != NULL; i++)
    add_row (self, article, self->labels[i]);

  return GTK_WIDGET (self);
}
