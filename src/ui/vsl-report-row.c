/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-report-row.h"

#include "ui/vsl-quotation-words.h"

#include <glib/gi18n.h>

/* A long passage is recognised by how it begins. */
#define MAX_LINES 4
#define WIDTH_CHARS 56

/**
 * VslReportChoice:
 *
 * A passage that may be quoted in a report, with the choice.
 */
struct _VslReportChoice
{
  GObject           parent_instance;

  VslReportPassage *passage; /* (owned) */
  gboolean          chosen;
};

G_DEFINE_FINAL_TYPE (VslReportChoice, vsl_report_choice, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_CHOSEN,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
vsl_report_choice_finalize (GObject *object)
{
  g_clear_object (&VSL_REPORT_CHOICE (object)->passage);

  G_OBJECT_CLASS (vsl_report_choice_parent_class)->finalize (object);
}

static void
vsl_report_choice_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_CHOSEN:
      g_value_set_boolean (value, VSL_REPORT_CHOICE (object)->chosen);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vsl_report_choice_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  VslReportChoice *self = VSL_REPORT_CHOICE (object);

  switch (prop_id)
    {
    case PROP_CHOSEN:
      if (self->chosen == g_value_get_boolean (value))
        return;
      self->chosen = g_value_get_boolean (value);
      g_object_notify_by_pspec (object, properties[PROP_CHOSEN]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vsl_report_choice_class_init (VslReportChoiceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = vsl_report_choice_finalize;
  object_class->get_property = vsl_report_choice_get_property;
  object_class->set_property = vsl_report_choice_set_property;

  properties[PROP_CHOSEN] =
    g_param_spec_boolean ("chosen", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
vsl_report_choice_init (VslReportChoice *self)
{
}

/**
 * vsl_report_choice_new:
 * @passage: what may be quoted
 * @chosen: whether it is
 *
 * Returns: (transfer full): the choice
 */
VslReportChoice *
vsl_report_choice_new (VslReportPassage *passage,
                       gboolean          chosen)
{
  VslReportChoice *self = g_object_new (VSL_TYPE_REPORT_CHOICE, NULL);

  self->passage = g_object_ref (passage);
  self->chosen = chosen;

  return self;
}

/**
 * vsl_report_choice_get_passage:
 *
 * Returns: (transfer none): what may be quoted
 */
VslReportPassage *
vsl_report_choice_get_passage (VslReportChoice *self)
{
  g_return_val_if_fail (VSL_IS_REPORT_CHOICE (self), NULL);

  return self->passage;
}

/**
 * vsl_report_choice_get_chosen:
 *
 * Returns: whether it is to be quoted
 */
gboolean
vsl_report_choice_get_chosen (VslReportChoice *self)
{
  g_return_val_if_fail (VSL_IS_REPORT_CHOICE (self), FALSE);

  return self->chosen;
}

/**
 * VslReportRow:
 *
 * A passage with its speaker, its time and why it is offered; all of it is one check button.
 */
struct _VslReportRow
{
  GtkWidget      parent_instance;

  GtkWidget     *check;  /* (owned by the tree), as the labels */
  GtkWidget     *head;
  GtkWidget     *reason;
  GtkWidget     *words;
  GBindingGroup *choice; /* (owned) */
};

G_DEFINE_FINAL_TYPE (VslReportRow, vsl_report_row, GTK_TYPE_WIDGET)

static GtkWidget *
make_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);

  return label;
}

static void
vsl_report_row_dispose (GObject *object)
{
  VslReportRow *self = VSL_REPORT_ROW (object);

  g_clear_object (&self->choice);
  g_clear_pointer (&self->check, gtk_widget_unparent);

  G_OBJECT_CLASS (vsl_report_row_parent_class)->dispose (object);
}

static void
vsl_report_row_class_init (VslReportRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vsl_report_row_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
vsl_report_row_init (VslReportRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);

  self->head = make_label ("heading");
  gtk_label_set_ellipsize (GTK_LABEL (self->head), PANGO_ELLIPSIZE_END);
  self->reason = make_label ("badge");
  self->words = make_label ("body");
  gtk_label_set_wrap (GTK_LABEL (self->words), TRUE);
  gtk_label_set_lines (GTK_LABEL (self->words), MAX_LINES);
  gtk_label_set_max_width_chars (GTK_LABEL (self->words), WIDTH_CHARS);
  gtk_label_set_ellipsize (GTK_LABEL (self->words), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (line), self->head);
  gtk_box_append (GTK_BOX (line), self->reason);
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), self->words);
  gtk_widget_set_margin_start (box, 6);
  self->check = gtk_check_button_new ();
  gtk_check_button_set_child (GTK_CHECK_BUTTON (self->check), box);
  gtk_widget_set_parent (self->check, GTK_WIDGET (self));
  self->choice = g_binding_group_new ();
  g_binding_group_bind (self->choice, "chosen", self->check, "active",
                        G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
}

/**
 * vsl_report_row_new:
 *
 * Returns: (transfer floating): a row of nothing
 */
GtkWidget *
vsl_report_row_new (void)
{
  return g_object_new (VSL_TYPE_REPORT_ROW, NULL);
}

static void
show_passage (VslReportRow     *self,
              VslReportPassage *passage)
{
  VslPassageReasons reasons = vsl_report_passage_get_reasons (passage);
  const char *speaker = vsl_report_passage_get_speaker (passage);
  g_autofree char *time = vsl_quotation_words_dup_time (vsl_report_passage_get_start_ms (passage));
  g_autofree char *head = g_strdup_printf ("%s  %s", *speaker != '\0' ? speaker : _("Unknown speaker"),
                                           time != NULL ? time : "");
  g_autofree char *label = g_strdup_printf ("%s: %s", speaker, vsl_report_passage_get_text (passage));

  gtk_label_set_label (GTK_LABEL (self->head), head);
  gtk_label_set_label (GTK_LABEL (self->words), vsl_report_passage_get_text (passage));
  gtk_label_set_label (GTK_LABEL (self->reason),
                       (reasons & VSL_PASSAGE_MARKED) != 0 ? _("Quote!")
                       : (reasons & VSL_PASSAGE_SUGGESTED) != 0 ? _("Suggested") : "");
  gtk_widget_set_visible (self->reason, reasons != VSL_PASSAGE_SAID);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}

/**
 * vsl_report_row_set_choice:
 * @choice: (nullable): what it shows from now on
 */
void
vsl_report_row_set_choice (VslReportRow    *self,
                           VslReportChoice *choice)
{
  g_return_if_fail (VSL_IS_REPORT_ROW (self));

  g_binding_group_set_source (self->choice, choice);
  if (choice != NULL)
    show_passage (self, vsl_report_choice_get_passage (choice));
}
