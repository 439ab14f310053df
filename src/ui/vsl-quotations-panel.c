/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-quotations-panel.h"

#include "core/vsl-concern.h"
#include "desk/vsl-desk-checks.h"
#include "ui/vsl-balance-view.h"
#include "ui/vsl-quotation-row.h"
#include "ui/vsl-suggestions-view.h"
#include "ui/vsl-transcript-attach.h"

#include <glib/gi18n.h>

/**
 * VslQuotationsPanel:
 *
 * All quotations of the article as a reader meets them, with what the transcript says of each; how
 * the quoted words are spread over the participants; and passages that may be worth quoting. Follows
 * the check and the cursor; the keyboard stays where it is.
 */
struct _VslQuotationsPanel
{
  AdwBin          parent_instance;

  VslDesk        *desk;          /* (owned) (nullable) */
  VslDocument    *document;      /* (owned) (nullable) */
  VslCheckRunner *runner;        /* (owned) (nullable) of the desk */
  gboolean        following;     /* the selection follows the cursor, not the reverse */

  GtkWidget      *pages;         /* (template), as all that follow */
  GtkWidget      *no_transcript;
  GtkWidget      *error_label;
  GtkWidget      *spinner;
  GtkWidget      *summary_label;
  GtkWidget      *filter_button;
  GtkWidget      *list;
  GtkWidget      *balance_view;
  GtkWidget      *suggestions_view;
};

G_DEFINE_FINAL_TYPE (VslQuotationsPanel, vsl_quotations_panel, ADW_TYPE_BIN)

typedef enum
{
  PROP_DESK = 1,
  PROP_DOCUMENT,
  PROP_PAGE,
  N_PROPS
} VslQuotationsPanelProperty;

static GParamSpec *properties[N_PROPS];

static void
show_error (VslQuotationsPanel *self,
            const char         *message)
{
  gtk_label_set_label (GTK_LABEL (self->error_label), message != NULL ? message : "");
  gtk_widget_set_visible (self->error_label, message != NULL);
}

/* NULL while nothing has been checked. */
static VslCheckReport *
get_report (VslQuotationsPanel *self)
{
  return self->runner != NULL && vsl_check_runner_get_document (self->runner) == self->document
         ? vsl_check_runner_get_report (self->runner) : NULL;
}

static char *
dup_summary (VslCheckReport *report)
{
  guint n_all, n_concerns;

  if (report == NULL)
    return g_strdup (_("Checking…"));

  n_all = vsl_check_report_get_in_order (report)->len;
  n_concerns = vsl_check_report_count_concerns (report);
  if (n_all == 0)
    return g_strdup (_("Nothing is quoted in this article yet."));
  if (n_concerns == 0 && vsl_check_report_get_transcript (report) == NULL)
    return g_strdup_printf (ngettext ("%u quotation, not held against a transcript.",
                                      "%u quotations, not held against a transcript.", n_all),
                            n_all);
  if (n_concerns == 0)
    return g_strdup_printf (ngettext ("%u quotation, and it is right.",
                                      "%u quotations, and all are right.", n_all), n_all);

  /* Translators: the first number is how many need attention, the second how many there are */
  return g_strdup_printf (ngettext ("%u of %u quotations needs attention.",
                                    "%u of %u quotations need attention.", n_concerns),
                          n_concerns, n_all);
}

static void
show_rows (VslQuotationsPanel *self,
           VslCheckReport     *report)
{
  GPtrArray *all = vsl_check_report_get_in_order (report);
  GtkListBox *list = GTK_LIST_BOX (self->list);
  GtkListBoxRow *row;

  for (guint i = 0; i < all->len; i++)
    {
      row = gtk_list_box_get_row_at_index (list, (int) i);
      if (row == NULL)
        {
          row = GTK_LIST_BOX_ROW (vsl_quotation_row_new ());
          gtk_list_box_append (list, GTK_WIDGET (row));
        }
      vsl_quotation_row_show (VSL_QUOTATION_ROW (row), self->document, report,
                              g_ptr_array_index (all, i));
    }
  while ((row = gtk_list_box_get_row_at_index (list, (int) all->len)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
  gtk_list_box_invalidate_filter (list);
}

static void
report_changed_cb (VslQuotationsPanel *self)
{
  VslCheckReport *report = get_report (self);
  g_autofree char *summary = dup_summary (report);
  GtkListBoxRow *row;

  gtk_widget_set_visible (self->spinner, report == NULL);
  gtk_spinner_set_spinning (GTK_SPINNER (self->spinner), report == NULL);
  gtk_label_set_label (GTK_LABEL (self->summary_label), summary);
  gtk_widget_set_visible (self->no_transcript, report != NULL &&
                                               vsl_check_report_get_transcript (report) == NULL);
  gtk_widget_set_visible (self->filter_button, report != NULL &&
                                               vsl_check_report_count_concerns (report) > 0);
  vsl_balance_view_set_report (VSL_BALANCE_VIEW (self->balance_view), report);
  vsl_suggestions_view_set_report (VSL_SUGGESTIONS_VIEW (self->suggestions_view), report);
  if (report != NULL)
    show_rows (self, report);
  else
    while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0)) != NULL)
      gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
  gtk_widget_set_visible (self->list, report != NULL &&
                                      vsl_check_report_get_in_order (report)->len > 0);
}

/* The list moves to the quotation that the cursor is in, without taking the keyboard. */
static void
current_changed_cb (VslQuotationsPanel *self)
{
  VslQuotation *current = vsl_check_runner_get_current (self->runner);
  GtkListBoxRow *row;
  int i = 0;

  if (current == NULL || get_report (self) == NULL)
    return;

  self->following = TRUE;
  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), i++)) != NULL)
    if (vsl_quotation_row_get_quotation (VSL_QUOTATION_ROW (row)) == current)
      gtk_list_box_select_row (GTK_LIST_BOX (self->list), row);
  self->following = FALSE;
}

static void
show_in_sight (VslQuotationsPanel *self,
               GtkListBoxRow      *row)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (self->list, GTK_TYPE_VIEWPORT);
  GtkAdjustment *adjustment;
  graphene_rect_t bounds;

  if (viewport == NULL ||
      !gtk_widget_compute_bounds (GTK_WIDGET (row), gtk_widget_get_first_child (viewport), &bounds))
    return;

  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport));
  gtk_adjustment_clamp_page (adjustment, bounds.origin.y,
                             bounds.origin.y + MIN (bounds.size.height,
                                                    gtk_adjustment_get_page_size (adjustment)));
}

static void
row_selected_cb (GtkListBox         *list,
                 GtkListBoxRow      *selected,
                 VslQuotationsPanel *self)
{
  GtkListBoxRow *row;
  int i = 0;

  while ((row = gtk_list_box_get_row_at_index (list, i++)) != NULL)
    vsl_quotation_row_set_open (VSL_QUOTATION_ROW (row), row == selected);
  if (selected != NULL && self->following)
    show_in_sight (self, selected);
}

/* Return on a row goes to its text. A click only opens it, so that its buttons can be reached. */
static void
row_activated_cb (GtkListBox         *list,
                  GtkListBoxRow      *row,
                  VslQuotationsPanel *self)
{
  if (gtk_widget_has_focus (GTK_WIDGET (row)) && gtk_list_box_get_selected_row (list) == row &&
      gtk_widget_get_state_flags (GTK_WIDGET (row)) & GTK_STATE_FLAG_FOCUS_VISIBLE)
    gtk_widget_activate_action (GTK_WIDGET (row), "quotation.show-text", NULL);
}

static gboolean
filter_row (GtkListBoxRow *row,
            gpointer       data)
{
  VslQuotationsPanel *self = data;
  VslQuotation *quotation = vsl_quotation_row_get_quotation (VSL_QUOTATION_ROW (row));

  return !gtk_widget_get_visible (self->filter_button) ||
         !gtk_check_button_get_active (GTK_CHECK_BUTTON (self->filter_button)) ||
         vsl_concern_of_quotation (quotation) != VSL_CONCERN_NONE;
}

static void
filter_toggled_cb (VslQuotationsPanel *self)
{
  gtk_list_box_invalidate_filter (GTK_LIST_BOX (self->list));
}

/* Suggestions cost time; they are looked for when somebody looks. */
static void
page_changed_cb (VslQuotationsPanel *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAGE]);
  vsl_suggestions_view_set_wanted (
    VSL_SUGGESTIONS_VIEW (self->suggestions_view),
    g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (self->pages)), "suggestions") == 0);
}

static void
attached_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr(VslQuotationsPanel) self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(VslTranscript) transcript = vsl_transcript_attach_finish (result, &error);

  show_error (self, error != NULL ? error->message : NULL);
  if (transcript != NULL)
    vsl_check_runner_reload (vsl_desk_get_check_runner (VSL_DESK (object)));
}

static void
attach_file (VslQuotationsPanel *self,
             GFile              *file)
{
  if (self->document != NULL && self->desk != NULL)
    vsl_transcript_attach_async (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->desk,
                                 NULL, self->document, file, attached_cb, g_object_ref (self));
}

static void
attach_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  attach_file (VSL_QUOTATIONS_PANEL (widget), NULL);
}

/* Where a file is dropped on the panel; the window, which takes all that is dropped, hands it on. */
static void
attach_file_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  g_autoptr(GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  attach_file (VSL_QUOTATIONS_PANEL (widget), file);
}

static void
set_document (VslQuotationsPanel *self,
              VslDocument        *document)
{
  if (!g_set_object (&self->document, document))
    return;

  gtk_widget_set_sensitive (GTK_WIDGET (self), document != NULL);
  show_error (self, NULL);
  vsl_balance_view_set_report (VSL_BALANCE_VIEW (self->balance_view), NULL);
  vsl_suggestions_view_set_document (VSL_SUGGESTIONS_VIEW (self->suggestions_view), document);
  report_changed_cb (self);
}

static void
set_desk (VslQuotationsPanel *self,
          VslDesk            *desk)
{
  VslCheckRunner *runner = desk != NULL ? vsl_desk_get_check_runner (desk) : NULL;

  if (!g_set_object (&self->desk, desk))
    return;

  if (self->runner != NULL)
    g_signal_handlers_disconnect_by_data (self->runner, self);
  g_set_object (&self->runner, runner);
  vsl_suggestions_view_set_runner (VSL_SUGGESTIONS_VIEW (self->suggestions_view), self->runner);
  if (self->runner != NULL)
    {
      g_signal_connect_object (self->runner, "notify::report", G_CALLBACK (report_changed_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (self->runner, "notify::current", G_CALLBACK (current_changed_cb),
                               self, G_CONNECT_SWAPPED);
    }
  report_changed_cb (self);
}

static void
vsl_quotations_panel_dispose (GObject *object)
{
  VslQuotationsPanel *self = VSL_QUOTATIONS_PANEL (object);

  if (self->runner != NULL)
    g_signal_handlers_disconnect_by_data (self->runner, self);
  gtk_widget_dispose_template (GTK_WIDGET (self), VSL_TYPE_QUOTATIONS_PANEL);
  g_clear_object (&self->runner);
  g_clear_object (&self->document);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (vsl_quotations_panel_parent_class)->dispose (object);
}

static void
vsl_quotations_panel_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  VslQuotationsPanel *self = VSL_QUOTATIONS_PANEL (object);

  switch ((VslQuotationsPanelProperty) prop_id)
    {
    case PROP_DESK:
      g_value_set_object (value, self->desk);
      break;
    case PROP_DOCUMENT:
      g_value_set_object (value, self->document);
      break;
    case PROP_PAGE:
      g_value_set_string (value, gtk_stack_get_visible_child_name (GTK_STACK (self->pages)));
      break;
    case N_PROPS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vsl_quotations_panel_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  VslQuotationsPanel *self = VSL_QUOTATIONS_PANEL (object);

  switch ((VslQuotationsPanelProperty) prop_id)
    {
    case PROP_DESK:
      set_desk (self, g_value_get_object (value));
      break;
    case PROP_DOCUMENT:
      set_document (self, g_value_get_object (value));
      break;
    case PROP_PAGE:
      gtk_stack_set_visible_child_name (GTK_STACK (self->pages), g_value_get_string (value));
      break;
    case N_PROPS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/verslag/Verslag/ui/vsl-quotations-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, VslQuotationsPanel, pages);
  gtk_widget_class_bind_template_child (widget_class, VslQuotationsPanel, no_transcript);
  gtk_widget_class_bind_template_child (widget_class, VslQuotationsPanel, error_label);
  gtk_widget_class_bind_template_child (widget_class, VslQuotationsPanel, spinner);
  gtk_widget_class_bind_template_child (widget_class, VslQuotationsPanel, summary_label);
  gtk_widget_class_bind_template_child (widget_class, VslQuotationsPanel, filter_button);
  gtk_widget_class_bind_template_child (widget_class, VslQuotationsPanel, list);
  gtk_widget_class_bind_template_child (widget_class, VslQuotationsPanel, balance_view);
  gtk_widget_class_bind_template_child (widget_class, VslQuotationsPanel, suggestions_view);
  gtk_widget_class_bind_template_callback (widget_class, filter_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
vsl_quotations_panel_class_init (VslQuotationsPanelClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vsl_quotations_panel_dispose;
  object_class->get_property = vsl_quotations_panel_get_property;
  object_class->set_property = vsl_quotations_panel_set_property;

  properties[PROP_DESK] = g_param_spec_object ("desk", NULL, NULL, VSL_TYPE_DESK, flags);
  properties[PROP_DOCUMENT] =
    g_param_spec_object ("document", NULL, NULL, VSL_TYPE_DOCUMENT, flags);
  properties[PROP_PAGE] =
    g_param_spec_string ("page", NULL, NULL, "quotations", flags | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (VSL_TYPE_BALANCE_VIEW);
  g_type_ensure (VSL_TYPE_SUGGESTIONS_VIEW);
  bind_template (widget_class);
  gtk_widget_class_install_property_action (widget_class, "quotations.page", "page");
  gtk_widget_class_install_action (widget_class, "quotations.attach", NULL, attach_action);
  gtk_widget_class_install_action (widget_class, "quotations.attach-file", "s", attach_file_action);
}

static void
vsl_quotations_panel_init (VslQuotationsPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_sensitive (GTK_WIDGET (self), FALSE);
  gtk_list_box_set_filter_func (GTK_LIST_BOX (self->list), filter_row, self, NULL);
}

/**
 * vsl_quotations_panel_new:
 *
 * Returns: (transfer floating): a panel without a desk or a document
 */
GtkWidget *
vsl_quotations_panel_new (void)
{
  return g_object_new (VSL_TYPE_QUOTATIONS_PANEL, NULL);
}
