/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-transcript-dialog.h"

#include "core/vsl-participant-line.h"

#include <glib/gi18n.h>

#define MAX_WARNINGS 50

/**
 * VslTranscriptDialog:
 *
 * What there is to know before a transcript is attached: what the reader noticed, by line; what becomes
 * of the corrections of the transcript that makes way; and who is who: a row for each label that stands
 * before speech, with the participant that it means already chosen where the two are alike.
 */
struct _VslTranscriptDialog
{
  AdwWindow      parent_instance;

  char         **map;       /* (owned) labels and proposed names, alternating */
  GtkStringList *choices;   /* (owned) nobody, the participants, somebody new */
  GPtrArray     *rows;      /* (owned) of AdwComboRow (unowned), one for each label, */
  GPtrArray     *names;     /* (owned) of AdwEntryRow (unowned): the name of somebody new */

  GtkWidget     *intro_label; /* (template), as all that follow */
  GtkWidget     *replace_label;
  GtkWidget     *lost_group;
  GtkWidget     *warning_group;
  GtkWidget     *group;
};

G_DEFINE_FINAL_TYPE (VslTranscriptDialog, vsl_transcript_dialog, ADW_TYPE_WINDOW)

enum
{
  ATTACH,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static guint
get_new_place (VslTranscriptDialog *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->choices)) - 1;
}

/* The names to choose from; the first means: as in the transcript. */
static GtkStringList *
make_choices (VslArticle *article)
{
  GtkStringList *choices = gtk_string_list_new (NULL);

  gtk_string_list_append (choices, _("Not a participant"));
  for (guint i = 0; i < vsl_article_get_n_participants (article); i++)
    gtk_string_list_append (
      choices, vsl_participant_get_name (vsl_article_get_participant (article, i)));
  gtk_string_list_append (choices, _("New participant"));

  return choices;
}

static gboolean
is_new_cb (GBinding     *binding,
           const GValue *from,
           GValue       *to,
           gpointer      data)
{
  g_value_set_boolean (to, g_value_get_uint (from) == get_new_place (data));

  return TRUE;
}

static void
add_row (VslTranscriptDialog *self,
         const char          *label,
         const char          *name)
{
  GtkWidget *row = adw_combo_row_new ();
  GtkWidget *entry = adw_entry_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), label);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (self->choices));
  for (guint i = 1; i < get_new_place (self); i++)
    if (g_str_equal (gtk_string_list_get_string (self->choices, i), name))
      adw_combo_row_set_selected (ADW_COMBO_ROW (row), i);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), _("Name, role, organisation"));
  gtk_editable_set_text (GTK_EDITABLE (entry), label);
  g_object_bind_property_full (row, "selected", entry, "visible", G_BINDING_SYNC_CREATE, is_new_cb,
                               NULL, self, NULL);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->group), row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->group), entry);
  g_ptr_array_add (self->rows, row);
  g_ptr_array_add (self->names, entry);
}

static void
add_text (GtkWidget  *group,
          const char *title,
          const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *escaped = g_markup_escape_text (subtitle, -1);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), escaped);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  gtk_widget_set_visible (group, TRUE);
}

static void
show_warnings (VslTranscriptDialog *self,
               VslTranscript       *transcript)
{
  guint n = vsl_transcript_get_n_warnings (transcript);

  for (guint i = 0; i < MIN (n, MAX_WARNINGS); i++)
    {
      VslFinding *warning = vsl_transcript_get_warning (transcript, i);
      g_autofree char *line = g_strdup_printf (_("Line %u"), vsl_finding_get_line (warning));

      add_text (self->warning_group, line, vsl_finding_get_message (warning));
    }
  if (n > MAX_WARNINGS)
    {
      g_autofree char *more =
        g_strdup_printf (ngettext ("and %u more", "and %u more", n - MAX_WARNINGS),
                         n - MAX_WARNINGS);

      add_text (self->warning_group, "…", more);
    }
}

static void
show_replaced (VslTranscriptDialog *self,
               VslTranscriptPlan   *plan)
{
  guint n = vsl_transcript_plan_get_carried (plan)->len;
  GPtrArray *lost = vsl_transcript_plan_get_lost (plan);
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->replace_label, vsl_transcript_plan_get_replaces (plan));
  if (n + lost->len == 0)
    text = g_strdup (_("This takes the place of the transcript that is attached now. Nothing was "
                       "corrected in that one."));
  else
    text = g_strdup_printf (ngettext ("This takes the place of the transcript that is attached now. "
                                      "%u correction is carried over, with what is off the record.",
                                      "This takes the place of the transcript that is attached now. "
                                      "%u corrections are carried over, with what is off the record.",
                                      n), n);
  gtk_label_set_label (GTK_LABEL (self->replace_label), text);
  for (guint i = 0; i < lost->len; i++)
    {
      VslUtterance *utterance = g_ptr_array_index (lost, i);
      gboolean off = vsl_utterance_get_off_the_record (utterance) ||
                     vsl_utterance_get_off_parts (utterance)->len > 0;
      g_autofree char *title =
        off ? g_strdup_printf ("%s · %s", vsl_utterance_get_speaker (utterance), _("Off the record"))
            : g_strdup (vsl_utterance_get_speaker (utterance));

      add_text (self->lost_group, title, vsl_utterance_get_text (utterance));
    }
}

static void
attach_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  g_signal_emit (widget, signals[ATTACH], 0);
  gtk_window_destroy (GTK_WINDOW (widget));
}

static void
vsl_transcript_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), VSL_TYPE_TRANSCRIPT_DIALOG);
  G_OBJECT_CLASS (vsl_transcript_dialog_parent_class)->dispose (object);
}

static void
vsl_transcript_dialog_finalize (GObject *object)
{
  VslTranscriptDialog *self = VSL_TRANSCRIPT_DIALOG (object);

  g_strfreev (self->map);
  g_clear_object (&self->choices);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->names);
  G_OBJECT_CLASS (vsl_transcript_dialog_parent_class)->finalize (object);
}

static void
vsl_transcript_dialog_class_init (VslTranscriptDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vsl_transcript_dialog_dispose;
  object_class->finalize = vsl_transcript_dialog_finalize;
  signals[ATTACH] = g_signal_new ("attach", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/verslag/Verslag/ui/vsl-transcript-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, VslTranscriptDialog, intro_label);
  gtk_widget_class_bind_template_child (widget_class, VslTranscriptDialog, replace_label);
  gtk_widget_class_bind_template_child (widget_class, VslTranscriptDialog, lost_group);
  gtk_widget_class_bind_template_child (widget_class, VslTranscriptDialog, warning_group);
  gtk_widget_class_bind_template_child (widget_class, VslTranscriptDialog, group);
  gtk_widget_class_install_action (widget_class, "transcript.attach", NULL, attach_action);
}

static void
vsl_transcript_dialog_init (VslTranscriptDialog *self)
{
  self->rows = g_ptr_array_new ();
  self->names = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * vsl_transcript_dialog_new:
 * @article: who takes part
 * @plan: what attaching it will do
 * @name: the name of the file
 *
 * Returns: (transfer floating): the dialog
 */
GtkWidget *
vsl_transcript_dialog_new (VslArticle        *article,
                           VslTranscriptPlan *plan,
                           const char        *name)
{
  VslTranscript *transcript = vsl_transcript_plan_get_transcript (plan);
  guint n = vsl_transcript_get_n_utterances (transcript);
  g_autofree char *intro = NULL;
  VslTranscriptDialog *self = g_object_new (VSL_TYPE_TRANSCRIPT_DIALOG, NULL);

  self->map = g_strdupv ((char **) vsl_transcript_plan_get_map (plan));
  self->choices = make_choices (article);
  /* Translators: %s is the name of a file, %u how many times somebody speaks in it */
  intro = g_strdup_printf (ngettext ("%s has %u utterance. Which participant is which speaker?",
                                     "%s has %u utterances. Which participant is which speaker?", n),
                           name, n);
  gtk_label_set_label (GTK_LABEL (self->intro_label), intro);
  show_warnings (self, transcript);
  show_replaced (self, plan);
  for (guint i = 0; self->map[i] != NULL; i += 2)
    add_row (self, self->map[i], self->map[i + 1]);

  return GTK_WIDGET (self);
}

static VslParticipant *
make_participant (VslTranscriptDialog *self,
                  guint                row)
{
  const char *line = gtk_editable_get_text (GTK_EDITABLE (g_ptr_array_index (self->names, row)));

  return adw_combo_row_get_selected (g_ptr_array_index (self->rows, row)) == get_new_place (self) &&
         vsl_participant_line_has_name (line) ? vsl_participant_new_from_line (line) : NULL;
}

/**
 * vsl_transcript_dialog_dup_map:
 *
 * Returns: (transfer full): labels and the names they mean, alternating; a label that is nobody's
 *   stands for itself
 */
char **
vsl_transcript_dialog_dup_map (VslTranscriptDialog *self)
{
  g_autoptr(GStrvBuilder) map = g_strv_builder_new ();

  g_return_val_if_fail (VSL_IS_TRANSCRIPT_DIALOG (self), NULL);

  for (guint i = 0; i < self->rows->len; i++)
    {
      guint selected = adw_combo_row_get_selected (g_ptr_array_index (self->rows, i));
      g_autoptr(VslParticipant) made = make_participant (self, i);
      const char *label = self->map[2 * i];

      g_strv_builder_add (map, label);
      if (made != NULL)
        g_strv_builder_add (map, vsl_participant_get_name (made));
      else
        g_strv_builder_add (map, selected > 0 && selected < get_new_place (self)
                                 ? gtk_string_list_get_string (self->choices, selected) : label);
    }

  return g_strv_builder_end (map);
}

/**
 * vsl_transcript_dialog_dup_new:
 *
 * Returns: (transfer full) (element-type VslParticipant): who takes part too
 */
GPtrArray *
vsl_transcript_dialog_dup_new (VslTranscriptDialog *self)
{
  GPtrArray *participants = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (VSL_IS_TRANSCRIPT_DIALOG (self), participants);

  for (guint i = 0; i < self->rows->len; i++)
    {
      VslParticipant *made = make_participant (self, i);

      if (made != NULL)
        g_ptr_array_add (participants, made);
    }

  return participants;
}
