/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-debate-page.h"

#include "core/vsl-article-summary.h"
#include "core/vsl-date.h"
#include "desk/vsl-desk-debates.h"
#include "ui/vsl-banner.h"
#include "ui/vsl-participants-panel.h"
#include "ui/vsl-source-buffer.h"

#include <glib/gi18n.h>

/**
 * VslDebatePage:
 *
 * A debate in the place of the editor: what, when and where, who takes part, the statements, the
 * notes, and the reports that were made of it. The transcript and what is written live are pages of
 * the notebook that others add. Everything is saved by itself.
 */
struct _VslDebatePage
{
  AdwBin             parent_instance;

  VslDesk           *desk;           /* (owned) (nullable) */
  VslDebateDocument *document;       /* (owned) (nullable) */
  GSignalGroup      *signals;        /* (owned) */
  VslSourceBuffer   *notes;          /* (owned) */
  gboolean           filling;        /* fields are being set, not typed in */
  guint              empty_id;       /* a date that is empty is looked at again */
  guint              asked;          /* how often the reports were asked for; the last answer counts */

  VslBanner         *banner;         /* (template), as all that follow */
  GtkNotebook       *notebook;
  GtkEditable       *series_entry;
  GtkEditable       *title_entry;
  GtkEditable       *date_entry;
  GtkEditable       *place_entry;
  GtkEditable       *stream_entry;
  GtkEditable       *delete_entry;
  GtkWidget         *date_problem;
  GtkTextView       *statements_view;
  GtkTextView       *notes_view;
  GtkWidget         *save_label;
  GtkListBox        *reports;
  VslParticipantsPanel *participants;
};

G_DEFINE_FINAL_TYPE (VslDebatePage, vsl_debate_page, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_DOCUMENT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* The entry of each text; the language has none, and the notes have a view. */
static GtkEditable *
get_entry (VslDebatePage *self,
           VslDebateText  text)
{
  switch (text)
    {
    case VSL_DEBATE_SERIES:
      return self->series_entry;
    case VSL_DEBATE_TITLE:
      return self->title_entry;
    case VSL_DEBATE_DATE:
      return self->date_entry;
    case VSL_DEBATE_PLACE:
      return self->place_entry;
    case VSL_DEBATE_STREAM:
      return self->stream_entry;
    case VSL_DEBATE_DELETE_AFTER:
      return self->delete_entry;
    case VSL_DEBATE_LANGUAGE:
    case VSL_DEBATE_NOTES:
    case VSL_N_DEBATE_TEXTS:
    default:
      return NULL;
    }
}

static gboolean
is_date (VslDebateText text)
{
  return text == VSL_DEBATE_DATE || text == VSL_DEBATE_DELETE_AFTER;
}

/* Takes over what an entry says. A date that is none is shown as such, and the last one is kept. */
static gboolean
take_entry (VslDebatePage *self,
            VslDebateText  text)
{
  GtkEditable *entry = get_entry (self, text);
  const char *value = gtk_editable_get_text (entry);
  gboolean valid = !is_date (text) || *value == '\0' || vsl_date_is_valid (value, TRUE);

  if (valid)
    {
      gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
      vsl_debate_document_set_text (self->document, text, value);
    }
  else
    {
      gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
    }
  gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
                               valid ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE,
                               -1);

  return valid;
}

/* The participants have the role of that day. */
static void
show_date (VslDebatePage *self)
{
  const char *date = vsl_debate_document_get_text (self->document, VSL_DEBATE_DATE);

  g_object_set (self->participants, "date", date, NULL);
}

static gboolean
take_empty_cb (gpointer data)
{
  VslDebatePage *self = data;
  guint text;

  self->empty_id = 0;
  for (text = 0; text < VSL_N_DEBATE_TEXTS; text++)
    {
      GtkEditable *entry = get_entry (self, text);

      if (entry != NULL && *gtk_editable_get_text (entry) == '\0')
        take_entry (self, text);
    }
  show_date (self);

  return G_SOURCE_REMOVE;
}

/* A date that is replaced is empty for a moment, which nobody meant. */
static void
entry_changed_cb (VslDebatePage *self)
{
  gboolean valid = TRUE;
  guint text;

  if (self->document == NULL || self->filling)
    return;

  for (text = 0; text < VSL_N_DEBATE_TEXTS; text++)
    {
      GtkEditable *entry = get_entry (self, text);

      if (entry == NULL)
        continue;
      if (!is_date (text) || *gtk_editable_get_text (entry) != '\0')
        valid = take_entry (self, text) && valid;
      else if (self->empty_id == 0)
        self->empty_id = g_idle_add (take_empty_cb, self);
    }
  show_date (self);
  gtk_widget_set_visible (self->date_problem, !valid);
}

/* One statement a line. */
static void
statements_changed_cb (VslDebatePage *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->statements_view);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *text = NULL;
  g_auto(GStrv) lines = NULL;
  g_auto(GStrv) statements = NULL;
  GtkTextIter start, end;
  guint i;

  if (self->document == NULL || self->filling)
    return;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  lines = g_strsplit (text, "\n", -1);
  for (i = 0; lines[i] != NULL; i++)
    {
      if (*g_strstrip (lines[i]) != '\0')
        g_strv_builder_add (builder, lines[i]);
    }
  statements = g_strv_builder_end (builder);
  vsl_debate_document_set_statements (self->document, (const char * const *) statements);
}

static void
fill (VslDebatePage *self)
{
  g_autofree char *statements =
    g_strjoinv ("\n", (char **) vsl_debate_document_get_statements (self->document));
  guint text;

  self->filling = TRUE;
  for (text = 0; text < VSL_N_DEBATE_TEXTS; text++)
    {
      GtkEditable *entry = get_entry (self, text);

      if (entry == NULL)
        continue;
      gtk_editable_set_text (entry, vsl_debate_document_get_text (self->document, text));
      gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
    }
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->statements_view), statements, -1);
  gtk_widget_set_visible (self->date_problem, FALSE);
  self->filling = FALSE;
}

/* Seen on every page of the notebook: who writes along is on another one. */
static void
show_problem (VslDebatePage *self,
              const char    *problem)
{
  g_autofree char *message = NULL;

  if (problem != NULL)
    message = g_strdup_printf (
      _("This debate is not saved; saving is tried again by itself. Leave this window open. %s"),
      problem);
  vsl_banner_set_message (self->banner, message);
}

static void
state_cb (VslDebatePage *self)
{
  const char *problem = vsl_debate_document_get_save_error (self->document);
  gboolean saved = vsl_debate_document_get_save_state (self->document) == VSL_SAVE_SAVED;

  gtk_label_set_label (GTK_LABEL (self->save_label),
                       problem != NULL ? _("Not saved") : saved ? _("Saved") : _("Saving…"));
  show_problem (self, problem);
}

static void
banner_button_clicked_cb (VslDebatePage *self)
{
  if (self->document != NULL)
    vsl_debate_document_save_async (self->document, NULL, NULL);
}

static GtkWidget *
make_report_row (VslArticleSummary *summary)
{
  const char *headline = vsl_article_summary_get_headline (summary);
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title =
    g_markup_escape_text (*headline != '\0' ? headline : _("Without a headline"), -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-article");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s",
                                    vsl_article_summary_get_id (summary));

  return row;
}

static void
show_reports (VslDebatePage *self,
              GPtrArray     *reports)
{
  GtkListBoxRow *row;
  guint i;

  while ((row = gtk_list_box_get_row_at_index (self->reports, 0)) != NULL)
    gtk_list_box_remove (self->reports, GTK_WIDGET (row));
  for (i = 0; reports != NULL && i < reports->len; i++)
    gtk_list_box_append (self->reports, make_report_row (g_ptr_array_index (reports, i)));
  gtk_widget_set_visible (GTK_WIDGET (self->reports), reports != NULL && reports->len > 0);
}

/* The answer is for the debate that was asked about; another one may be shown by now. */
static void
reports_listed_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      data)
{
  g_autoptr(VslDebatePage) self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) reports = vsl_desk_list_reports_finish (VSL_DESK (object), result, &error);

  if (self->asked == 0 || --self->asked > 0 || self->document == NULL)
    return;
  if (reports == NULL)
    g_debug ("reports: %s", error->message);
  show_reports (self, reports);
}

static void
load_reports (VslDebatePage *self)
{
  if (self->desk == NULL || self->document == NULL)
    return;

  self->asked++;
  vsl_desk_list_reports_async (self->desk, vsl_debate_document_get_id (self->document),
                               reports_listed_cb, g_object_ref (self));
}

static void
vsl_debate_page_dispose (GObject *object)
{
  VslDebatePage *self = VSL_DEBATE_PAGE (object);

  if (self->notes != NULL)
    vsl_debate_page_set_document (self, NULL);
  g_clear_object (&self->signals);
  /* The child is one of the template too: the bin must not let go of it twice. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), VSL_TYPE_DEBATE_PAGE);
  g_clear_object (&self->notes);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (vsl_debate_page_parent_class)->dispose (object);
}

static void
vsl_debate_page_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_DOCUMENT:
      g_value_set_object (value, VSL_DEBATE_PAGE (object)->document);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/verslag/Verslag/ui/vsl-debate-page.ui");
  gtk_widget_class_bind_template_child (widget_class, VslDebatePage, banner);
  gtk_widget_class_bind_template_child (widget_class, VslDebatePage, notebook);
  gtk_widget_class_bind_template_child (widget_class, VslDebatePage, series_entry);
  gtk_widget_class_bind_template_child (widget_class, VslDebatePage, title_entry);
  gtk_widget_class_bind_template_child (widget_class, VslDebatePage, date_entry);
  gtk_widget_class_bind_template_child (widget_class, VslDebatePage, place_entry);
  gtk_widget_class_bind_template_child (widget_class, VslDebatePage, stream_entry);
  gtk_widget_class_bind_template_child (widget_class, VslDebatePage, delete_entry);
  gtk_widget_class_bind_template_child (widget_class, VslDebatePage, date_problem);
  gtk_widget_class_bind_template_child (widget_class, VslDebatePage, statements_view);
  gtk_widget_class_bind_template_child (widget_class, VslDebatePage, notes_view);
  gtk_widget_class_bind_template_child (widget_class, VslDebatePage, save_label);
  gtk_widget_class_bind_template_child (widget_class, VslDebatePage, reports);
  gtk_widget_class_bind_template_child (widget_class, VslDebatePage, participants);
  gtk_widget_class_bind_template_callback (widget_class, entry_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, banner_button_clicked_cb);
}

static void
vsl_debate_page_class_init (VslDebatePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = vsl_debate_page_dispose;
  object_class->get_property = vsl_debate_page_get_property;

  properties[PROP_DOCUMENT] =
    g_param_spec_object ("document", NULL, NULL, VSL_TYPE_DEBATE_DOCUMENT,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (VSL_TYPE_BANNER);
  g_type_ensure (VSL_TYPE_PARTICIPANTS_PANEL);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
vsl_debate_page_init (VslDebatePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  vsl_banner_set_button_label (self->banner, _("Try again"));
  self->notes = vsl_source_buffer_new ();
  gtk_text_view_set_buffer (self->notes_view, GTK_TEXT_BUFFER (self->notes));
  g_signal_connect_swapped (gtk_text_view_get_buffer (self->statements_view), "changed",
                            G_CALLBACK (statements_changed_cb), self);
  self->signals = g_signal_group_new (VSL_TYPE_DEBATE_DOCUMENT);
  g_signal_group_connect_swapped (self->signals, "notify", G_CALLBACK (state_cb), self);
  g_signal_connect_swapped (self, "map", G_CALLBACK (load_reports), self);
}

/**
 * vsl_debate_page_new:
 *
 * Returns: (transfer full): a page without a debate
 */
GtkWidget *
vsl_debate_page_new (void)
{
  return g_object_new (VSL_TYPE_DEBATE_PAGE, NULL);
}

/**
 * vsl_debate_page_set_desk:
 * @desk: (nullable): where the debates are
 */
void
vsl_debate_page_set_desk (VslDebatePage *self,
                          VslDesk       *desk)
{
  g_return_if_fail (VSL_IS_DEBATE_PAGE (self));

  g_set_object (&self->desk, desk);
  g_object_set (self->participants, "desk", desk, NULL);
}

/**
 * vsl_debate_page_get_desk:
 *
 * Returns: (transfer none) (nullable): where the debates are
 */
VslDesk *
vsl_debate_page_get_desk (VslDebatePage *self)
{
  g_return_val_if_fail (VSL_IS_DEBATE_PAGE (self), NULL);

  return self->desk;
}

/**
 * vsl_debate_page_set_document:
 * @document: (nullable): the debate that is shown from now on
 */
void
vsl_debate_page_set_document (VslDebatePage     *self,
                              VslDebateDocument *document)
{
  g_return_if_fail (VSL_IS_DEBATE_PAGE (self));

  if (self->document == document)
    return;

  if (self->empty_id != 0)
    {
      g_clear_handle_id (&self->empty_id, g_source_remove);
      take_empty_cb (self);
    }
  /* The old one takes its notes back, before the view gets others. */
  if (self->document != NULL)
    vsl_debate_document_set_notes_source (self->document, NULL);
  g_set_object (&self->document, document);
  g_signal_group_set_target (self->signals, document);
  vsl_banner_set_message (self->banner, NULL);
  g_object_set (self->participants, "participants",
                document != NULL ? vsl_debate_document_get_participants (document) : NULL, NULL);
  if (document != NULL)
    {
      fill (self);
      show_date (self);
      vsl_debate_document_set_notes_source (document, VSL_TEXT_SOURCE (self->notes));
      state_cb (self);
    }
  show_reports (self, NULL);
  load_reports (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DOCUMENT]);
}

/**
 * vsl_debate_page_get_document:
 *
 * Returns: (transfer none) (nullable): the debate that is shown
 */
VslDebateDocument *
vsl_debate_page_get_document (VslDebatePage *self)
{
  g_return_val_if_fail (VSL_IS_DEBATE_PAGE (self), NULL);

  return self->document;
}

/**
 * vsl_debate_page_add_page:
 * @title: what its tab says, translated
 * @page: (transfer floating): a widget that follows the property “document” of the page
 * @position: the place among the tabs; -1 for the last
 *
 * Adds a page to the notebook.
 */
void
vsl_debate_page_add_page (VslDebatePage *self,
                          const char    *title,
                          GtkWidget     *page,
                          int            position)
{
  g_return_if_fail (VSL_IS_DEBATE_PAGE (self));

  gtk_notebook_insert_page (self->notebook, page, gtk_label_new (title), position);
}

/**
 * vsl_debate_page_focus_title:
 *
 * Puts the caret in the title, to write one.
 */
void
vsl_debate_page_focus_title (VslDebatePage *self)
{
  g_return_if_fail (VSL_IS_DEBATE_PAGE (self));

  gtk_notebook_set_current_page (self->notebook, 0);
  gtk_widget_grab_focus (GTK_WIDGET (self->title_entry));
}
