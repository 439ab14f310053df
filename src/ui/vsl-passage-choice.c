/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-passage-choice.h"

#include "desk/vsl-version-words.h"

#include <glib/gi18n.h>

/* As much of a passage as can be told apart at a glance, in characters. */
#define MAX_SHOWN 400

/**
 * VslPassageChoice:
 *
 * A passage that both changed, each in another way: what it was, mine and theirs, of which one stays or
 * both. Nothing is chosen at first, so that nobody overlooks it.
 *
 * Signal `changed`: another was chosen.
 */
struct _VslPassageChoice
{
  AdwBin     parent_instance;

  GtkWidget *base_label;    /* (template), as all that follow */
  GtkWidget *ours_button;
  GtkWidget *ours_label;
  GtkWidget *theirs_button;
  GtkWidget *theirs_label;
  GtkWidget *both_button;
};

G_DEFINE_FINAL_TYPE (VslPassageChoice, vsl_passage_choice, ADW_TYPE_BIN)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Of two notifications of one choice, the one that has it. */
static void
toggled_cb (VslPassageChoice *self,
            GtkCheckButton   *button)
{
  if (gtk_check_button_get_active (button))
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static char *
dup_shown (const char *text)
{
  g_autofree char *start = NULL;

  if (*text == '\0')
    return g_strdup (_("(taken out)"));
  if (g_utf8_strlen (text, -1) <= MAX_SHOWN)
    return g_strdup (text);

  start = g_utf8_substring (text, 0, MAX_SHOWN);

  return g_strconcat (start, "…", NULL);
}

static void
show (GtkWidget  *label,
      GtkWidget  *button,
      const char *word,
      const char *text)
{
  g_autofree char *shown = dup_shown (text);
  /* Translators: whose words, and those words */
  g_autofree char *whole = g_strdup_printf (_("%s: %s"), word, shown);

  gtk_label_set_label (GTK_LABEL (label), whole);
  if (button != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, whole, -1);
}

static void
vsl_passage_choice_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), VSL_TYPE_PASSAGE_CHOICE);

  G_OBJECT_CLASS (vsl_passage_choice_parent_class)->dispose (object);
}

static void
vsl_passage_choice_class_init (VslPassageChoiceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vsl_passage_choice_dispose;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/verslag/Verslag/ui/vsl-passage-choice.ui");
  gtk_widget_class_bind_template_child (widget_class, VslPassageChoice, base_label);
  gtk_widget_class_bind_template_child (widget_class, VslPassageChoice, ours_button);
  gtk_widget_class_bind_template_child (widget_class, VslPassageChoice, ours_label);
  gtk_widget_class_bind_template_child (widget_class, VslPassageChoice, theirs_button);
  gtk_widget_class_bind_template_child (widget_class, VslPassageChoice, theirs_label);
  gtk_widget_class_bind_template_child (widget_class, VslPassageChoice, both_button);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
}

static void
vsl_passage_choice_init (VslPassageChoice *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * vsl_passage_choice_new:
 * @passage: a passage that both changed
 *
 * Returns: (transfer floating): the choice, not made yet
 */
GtkWidget *
vsl_passage_choice_new (const VslConflictPassage *passage)
{
  VslPassageChoice *self = g_object_new (VSL_TYPE_PASSAGE_CHOICE, NULL);
  const char *field = vsl_version_words_get_field (vsl_field_get_name (passage->field));
  g_autofree char *was = NULL;
  g_autofree char *around = NULL;

  /* Translators: the name of a field, like “Headline” */
  was = g_strdup_printf (_("%s, was"), field);
  around = g_strconcat (passage->before, *passage->base != '\0' ? passage->base : "…", passage->after, NULL);
  show (self->base_label, NULL, was, around);
  show (self->ours_label, self->ours_button, _("Mine"), passage->ours);
  show (self->theirs_label, self->theirs_button, _("Theirs"), passage->theirs);

  return GTK_WIDGET (self);
}

/**
 * vsl_passage_choice_get_keep:
 * @keep: (out): what stays
 *
 * Returns: whether that was chosen
 */
gboolean
vsl_passage_choice_get_keep (VslPassageChoice *self,
                             VslKeep          *keep)
{
  g_return_val_if_fail (VSL_IS_PASSAGE_CHOICE (self), FALSE);

  *keep = VSL_KEEP_OURS;
  if (gtk_check_button_get_active (GTK_CHECK_BUTTON (self->theirs_button)))
    *keep = VSL_KEEP_THEIRS;
  else if (gtk_check_button_get_active (GTK_CHECK_BUTTON (self->both_button)))
    *keep = VSL_KEEP_BOTH;
  else
    return gtk_check_button_get_active (GTK_CHECK_BUTTON (self->ours_button));

  return TRUE;
}

/**
 * vsl_passage_choice_set_keep:
 * @keep: what stays
 *
 * Chooses that.
 */
void
vsl_passage_choice_set_keep (VslPassageChoice *self,
                             VslKeep           keep)
{
  GtkWidget *button;

  g_return_if_fail (VSL_IS_PASSAGE_CHOICE (self));

  button = keep == VSL_KEEP_OURS ? self->ours_button
           : keep == VSL_KEEP_THEIRS ? self->theirs_button : self->both_button;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), TRUE);
}
