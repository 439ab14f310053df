/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-report-dialog.h"

#include "core/vsl-text.h"
#include "desk/vsl-desk-report.h"
#include "ui/vsl-report-row.h"
#include "ui/vsl-words.h"

#include <glib/gi18n.h>
#include <string.h>

/* In the order of the row in the template. */
static const char *const languages[] = { "nl", "en" };

/**
 * VslReportDialog:
 *
 * What a report of a debate is begun with: kind, language, order, and the passages that are quoted in
 * it. It offers what was marked “quote!” on the live pad and what says most of each speaker; a search
 * finds all that was said. What is off the record is not there.
 */
struct _VslReportDialog
{
  AdwWindow           parent_instance;

  VslDesk            *desk;         /* (owned) (nullable) after it is disposed of */
  VslDebateDocument  *debate;       /* (owned) (nullable) likewise */
  char              **wanted;       /* (owned) (nullable) ids that are chosen at first */
  GListStore         *choices;      /* (owned) of VslReportChoice, in the order of the debate */
  GtkFilter          *filter;       /* (owned) */
  char               *folded;       /* (owned) what is searched for */

  AdwComboRow        *kind_row;     /* (template), as all that follow */
  AdwComboRow        *language_row;
  AdwComboRow        *group_row;
  GtkSwitch          *lead_switch;
  GtkWidget          *search_entry;
  GtkStack           *stack;
  GtkListView        *list;
  GtkLabel           *count_label;
  GtkWidget          *error_label;
};

G_DEFINE_FINAL_TYPE (VslReportDialog, vsl_report_dialog, ADW_TYPE_WINDOW)

enum
{
  SIGNAL_MADE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show_error (VslReportDialog *self,
            const char      *message)
{
  gtk_label_set_label (GTK_LABEL (self->error_label), message != NULL ? message : "");
  gtk_widget_set_visible (self->error_label, message != NULL);
}

/* The passages that are chosen, in the order of the debate. */
static GPtrArray *
list_chosen (VslReportDialog *self)
{
  g_autoptr(GPtrArray) chosen = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->choices)); i++)
    {
      g_autoptr(VslReportChoice) choice = g_list_model_get_item (G_LIST_MODEL (self->choices), i);

      if (vsl_report_choice_get_chosen (choice))
        g_ptr_array_add (chosen, g_object_ref (vsl_report_choice_get_passage (choice)));
    }

  return g_steal_pointer (&chosen);
}

static void
show_count (VslReportDialog *self)
{
  g_autoptr(GPtrArray) chosen = list_chosen (self);
  g_autofree char *text = g_strdup_printf (
    ngettext ("%u passage is quoted", "%u passages are quoted", chosen->len), chosen->len);

  gtk_label_set_label (self->count_label, text);
}

/* Without a search what is offered, and what was chosen in a search before. */
static gboolean
is_shown (gpointer item,
          gpointer data)
{
  VslReportDialog *self = data;
  VslReportPassage *passage = vsl_report_choice_get_passage (item);
  g_autofree char *text = NULL;
  g_autofree char *folded = NULL;

  if (*self->folded == '\0')
    return vsl_report_choice_get_chosen (item) ||
           vsl_report_passage_get_reasons (passage) != VSL_PASSAGE_SAID;

  text = g_strdup_printf ("%s %s", vsl_report_passage_get_speaker (passage),
                          vsl_report_passage_get_text (passage));
  folded = vsl_text_fold (text);

  return strstr (folded, self->folded) != NULL;
}

static void
show_page (VslReportDialog *self)
{
  GListModel *shown = G_LIST_MODEL (gtk_list_view_get_model (self->list));

  gtk_stack_set_visible_child_name (
    self->stack, g_list_model_get_n_items (G_LIST_MODEL (self->choices)) == 0 ? "empty"
    : g_list_model_get_n_items (shown) == 0 ? "nothing" : "list");
}

static void
search_changed_cb (VslReportDialog *self)
{
  g_free (self->folded);
  self->folded = vsl_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  show_page (self);
}

/* The first Escape ends the search, the next one the dialog. */
static void
stop_search_cb (VslReportDialog *self)
{
  if (*self->folded != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  else
    gtk_window_close (GTK_WINDOW (self));
}

static gboolean
has_reason (GPtrArray         *passages,
            VslPassageReasons  reason)
{
  for (guint i = 0; i < passages->len; i++)
    if ((vsl_report_passage_get_reasons (g_ptr_array_index (passages, i)) & reason) != 0)
      return TRUE;

  return FALSE;
}

/* What was pointed at is chosen: in the reader, else on the pad. */
static gboolean
is_wanted (VslReportDialog  *self,
           VslReportPassage *passage)
{
  if (self->wanted != NULL)
    return g_strv_contains ((const char *const *) self->wanted, vsl_report_passage_get_id (passage));

  return (vsl_report_passage_get_reasons (passage) & VSL_PASSAGE_MARKED) != 0;
}

/* Where nobody pointed at anything, the best of each speaker is a beginning. */
static gboolean
is_first_suggestion (GHashTable       *speakers,
                     VslReportPassage *passage)
{
  return (vsl_report_passage_get_reasons (passage) & VSL_PASSAGE_SUGGESTED) != 0 &&
         g_hash_table_add (speakers, (gpointer) vsl_report_passage_get_speaker (passage));
}

static void
take_passages (VslReportDialog *self,
               GPtrArray       *passages)
{
  g_autoptr(GPtrArray) choices = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GHashTable) speakers = g_hash_table_new (g_str_hash, g_str_equal);
  gboolean pointed = self->wanted != NULL || has_reason (passages, VSL_PASSAGE_MARKED);

  for (guint i = 0; i < passages->len; i++)
    {
      VslReportPassage *passage = g_ptr_array_index (passages, i);
      VslReportChoice *choice = vsl_report_choice_new (
        passage, pointed ? is_wanted (self, passage) : is_first_suggestion (speakers, passage));

      g_signal_connect_object (choice, "notify::chosen", G_CALLBACK (show_count), self,
                               G_CONNECT_SWAPPED);
      g_ptr_array_add (choices, choice);
    }
  g_list_store_splice (self->choices, 0, 0, choices->pdata, choices->len);
  show_count (self);
  show_page (self);
}

static void
listed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr(VslReportDialog) self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) passages = vsl_desk_list_passages_finish (VSL_DESK (object), result, &error);

  if (self->desk == NULL)
    return;
  if (passages != NULL)
    take_passages (self, passages);
  else
    show_error (self, error->message);
}

static void
made_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr(VslReportDialog) self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(VslArticle) article = vsl_desk_make_report_finish (VSL_DESK (object), result, &error);

  if (self->desk == NULL)
    return;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "report.make", TRUE);
  if (article == NULL)
    {
      show_error (self, error->message);
      return;
    }

  g_signal_emit (self, signals[SIGNAL_MADE], 0, vsl_article_get_id (article));
  gtk_window_close (GTK_WINDOW (self));
}

static void
make_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  VslReportDialog *self = VSL_REPORT_DIALOG (widget);
  g_autoptr(GPtrArray) chosen = list_chosen (self);
  VslReportPlan plan = {
    .passages = chosen,
    .grouping = (VslReportGrouping) adw_combo_row_get_selected (self->group_row),
    .language = languages[adw_combo_row_get_selected (self->language_row)],
    .kind = (VslKind) adw_combo_row_get_selected (self->kind_row),
    .lead = gtk_switch_get_active (self->lead_switch),
  };

  show_error (self, NULL);
  gtk_widget_action_set_enabled (widget, "report.make", FALSE);
  vsl_desk_make_report_async (self->desk, vsl_debate_document_get_id (self->debate), &plan, made_cb,
                              g_object_ref (self));
}

static void
setup_row_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *item)
{
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_selectable (item, FALSE);
  gtk_list_item_set_child (item, vsl_report_row_new ());
}

static void
bind_row_cb (GtkSignalListItemFactory *factory,
             GtkListItem              *item)
{
  vsl_report_row_set_choice (VSL_REPORT_ROW (gtk_list_item_get_child (item)),
                             gtk_list_item_get_item (item));
}

static void
unbind_row_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *item)
{
  vsl_report_row_set_choice (VSL_REPORT_ROW (gtk_list_item_get_child (item)), NULL);
}

static void
vsl_report_dialog_dispose (GObject *object)
{
  VslReportDialog *self = VSL_REPORT_DIALOG (object);

  g_clear_object (&self->desk);
  g_clear_object (&self->debate);
  g_clear_object (&self->filter);
  gtk_widget_dispose_template (GTK_WIDGET (self), VSL_TYPE_REPORT_DIALOG);
  g_clear_object (&self->choices);

  G_OBJECT_CLASS (vsl_report_dialog_parent_class)->dispose (object);
}

static void
vsl_report_dialog_finalize (GObject *object)
{
  VslReportDialog *self = VSL_REPORT_DIALOG (object);

  g_strfreev (self->wanted);
  g_free (self->folded);

  G_OBJECT_CLASS (vsl_report_dialog_parent_class)->finalize (object);
}

static void
vsl_report_dialog_class_init (VslReportDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vsl_report_dialog_dispose;
  object_class->finalize = vsl_report_dialog_finalize;
  signals[SIGNAL_MADE] = g_signal_new ("made", VSL_TYPE_REPORT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                       NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/verslag/Verslag/ui/vsl-report-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, VslReportDialog, kind_row);
  gtk_widget_class_bind_template_child (widget_class, VslReportDialog, language_row);
  gtk_widget_class_bind_template_child (widget_class, VslReportDialog, group_row);
  gtk_widget_class_bind_template_child (widget_class, VslReportDialog, lead_switch);
  gtk_widget_class_bind_template_child (widget_class, VslReportDialog, search_entry);
  gtk_widget_class_bind_template_child (widget_class, VslReportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, VslReportDialog, list);
  gtk_widget_class_bind_template_child (widget_class, VslReportDialog, count_label);
  gtk_widget_class_bind_template_child (widget_class, VslReportDialog, error_label);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_row_cb);
  gtk_widget_class_install_action (widget_class, "report.make", NULL, make_action);
}

static void
fill_kinds (VslReportDialog *self)
{
  g_autoptr(GtkStringList) kinds = gtk_string_list_new (NULL);

  for (VslKind kind = 0; kind < VSL_N_KINDS; kind++)
    gtk_string_list_append (kinds, vsl_words_get_kind (kind));
  adw_combo_row_set_model (self->kind_row, G_LIST_MODEL (kinds));
}

static void
vsl_report_dialog_init (VslReportDialog *self)
{
  GtkFilterListModel *shown;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->folded = g_strdup ("");
  self->choices = g_list_store_new (VSL_TYPE_REPORT_CHOICE);
  self->filter = GTK_FILTER (gtk_custom_filter_new (is_shown, self, NULL));
  shown = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->choices)),
                                     g_object_ref (self->filter));
  gtk_list_view_set_model (self->list,
                           GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (shown))));
  fill_kinds (self);
}

/**
 * vsl_report_dialog_new:
 * @desk: the desk
 * @debate: the debate that is reported on
 * @chosen: (nullable): ids of the utterances that are chosen at first; %NULL for those that were
 *   marked, or else one of each speaker
 *
 * Returns: (transfer floating): the dialog
 */
GtkWidget *
vsl_report_dialog_new (VslDesk            *desk,
                       VslDebateDocument  *debate,
                       const char * const *chosen)
{
  VslReportDialog *self = g_object_new (VSL_TYPE_REPORT_DIALOG, NULL);
  const char *language = vsl_debate_document_get_text (debate, VSL_DEBATE_LANGUAGE);

  self->desk = g_object_ref (desk);
  self->debate = g_object_ref (debate);
  self->wanted = g_strdupv ((char **) chosen);
  adw_combo_row_set_selected (self->language_row, g_str_has_prefix (language, "en") ? 1 : 0);
  if (*vsl_debate_document_get_statements (debate) != NULL)
    adw_combo_row_set_selected (self->group_row, VSL_GROUP_BY_THEME);
  vsl_desk_list_passages_async (desk, vsl_debate_document_get_id (debate), listed_cb,
                                g_object_ref (self));

  return GTK_WIDGET (self);
}
