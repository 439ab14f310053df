/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-pad-page.h"
#include "ui/vsl-window-private.h"

#include "desk/vsl-desk-debates.h"
#include "ui/vsl-library-link.h"
#include "ui/vsl-people-dialog.h"
#include "ui/vsl-report-dialog.h"

#include <glib/gi18n.h>

/* What the window does with debates: new, open, a report of one. */

/**
 * vsl_window_get_debate:
 *
 * Returns: (transfer none) (nullable): the debate that is shown
 */
VslDebateDocument *
vsl_window_get_debate (VslWindow *self)
{
  g_return_val_if_fail (VSL_IS_WINDOW (self), NULL);

  return self->debate_page != NULL ? vsl_debate_page_get_document (self->debate_page) : NULL;
}

static gboolean
is_open (VslWindow  *self,
         const char *debate_id)
{
  VslDebateDocument *open = vsl_window_get_debate (self);

  return open != NULL && g_str_equal (vsl_debate_document_get_id (open), debate_id);
}

static gpointer
make_link (gpointer item,
           gpointer data)
{
  g_autoptr(VslDebate) debate = item;
  const VslDebateFields *fields = vsl_debate_get_fields (debate);
  const char *name = vsl_debate_get_name (debate);
  VslLibraryLink *link = vsl_library_link_new (*name != '\0' ? name : _("Debate without a title"),
                               *fields->date != '\0' ? fields->date : NULL,
                               "system-users-symbolic", "win.open-debate",
                               g_variant_new_string (fields->id));

  vsl_library_link_set_current (link, is_open (data, fields->id));
  return link;
}

static void
mark_open (VslWindow *self)
{
  for (guint i = 0; self->debate_links != NULL && i < g_list_model_get_n_items (self->debate_links); i++)
    {
      g_autoptr(VslLibraryLink) link = g_list_model_get_item (self->debate_links, i);

      vsl_library_link_set_current (
        link, is_open (self, g_variant_get_string (vsl_library_link_get_target (link), NULL)));
    }
}

/**
 * vsl_window_list_debates:
 *
 * Puts the debates of the desk in the library. They come in the background.
 */
void
vsl_window_list_debates (VslWindow *self)
{
  g_return_if_fail (VSL_IS_WINDOW (self));

  g_clear_object (&self->debate_links);
  if (self->desk == NULL)
    return;

  self->debate_links =
    G_LIST_MODEL (gtk_map_list_model_new (g_object_ref (vsl_desk_get_debates (self->desk)), make_link,
                                          self, NULL));
  vsl_library_view_set_debates (self->library, self->debate_links);
}

static void
add_page (VslWindow  *self,
          const char *title,
          GtkWidget  *page)
{
  vsl_debate_page_add_page (self->debate_page, title, page, -1);
  g_object_bind_property (self->debate_page, "document", page, "document", G_BINDING_SYNC_CREATE);
}

/* Made when it is first needed: a start shows no debate. */
static void
ensure_page (VslWindow *self)
{
  if (self->debate_page != NULL)
    return;

  self->debate_page = VSL_DEBATE_PAGE (vsl_debate_page_new ());
  vsl_debate_page_set_desk (self->debate_page, self->desk);
  self->transcript_page = VSL_TRANSCRIPT_PAGE (vsl_transcript_page_new ());
  vsl_transcript_page_set_desk (self->transcript_page, self->desk);
  add_page (self, _("Transcript"), GTK_WIDGET (self->transcript_page));
  add_page (self, _("Live pad"), vsl_pad_page_new ());
  gtk_stack_add_named (self->editor_stack, GTK_WIDGET (self->debate_page), "debate");
}

/**
 * vsl_window_set_debate:
 * @debate: (nullable): the debate that is shown from now on, in the place of the editor
 */
void
vsl_window_set_debate (VslWindow         *self,
                       VslDebateDocument *debate)
{
  g_return_if_fail (VSL_IS_WINDOW (self));

  if (debate == NULL && self->debate_page == NULL)
    return;

  if (debate != NULL)
    vsl_window_set_document (self, NULL);
  ensure_page (self);
  vsl_debate_page_set_document (self->debate_page, debate);
  g_signal_group_set_target (self->debate_signals, debate);
  if (debate != NULL)
    gtk_stack_set_visible_child_name (self->editor_stack, "debate");
  g_settings_set_string (self->settings, "last-debate",
                         debate != NULL ? vsl_debate_document_get_id (debate) : "");
  mark_open (self);
  vsl_window_update (self);
}

static void
show_transcript (VslWindow *self)
{
  GtkWidget *page = GTK_WIDGET (self->transcript_page);
  GtkWidget *notebook = gtk_widget_get_ancestor (page, GTK_TYPE_NOTEBOOK);

  gtk_notebook_set_current_page (GTK_NOTEBOOK (notebook),
                                 gtk_notebook_page_num (GTK_NOTEBOOK (notebook), page));
}

/* A debate that is being opened. */
typedef struct
{
  VslWindow *window; /* (owned) */
  guint turn;        /* of what was asked for in the window */
  char *utterance;   /* (owned) (nullable) that is to be shown then */
  gboolean quiet;    /* nobody asked for it: it may be gone */
} Opening;

static void
opening_free (Opening *opening)
{
  g_object_unref (opening->window);
  g_free (opening->utterance);
  g_free (opening);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Opening, opening_free)

static void
opened_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr(Opening) opening = data;
  VslWindow *self = opening->window;
  g_autoptr(GError) error = NULL;
  g_autoptr(VslDebateDocument) debate =
    vsl_desk_open_debate_finish (VSL_DESK (object), result, &error);

  /* What was asked for last is what is shown. */
  if (self->desk == NULL || opening->turn != self->turn)
    return;
  if (debate == NULL)
    {
      if (!opening->quiet)
        vsl_window_show_notice (self, error->message);
      return;
    }

  vsl_window_set_debate (self, debate);
  vsl_workspace_close_overlays (self->workspace);
  if (opening->utterance == NULL)
    return;
  show_transcript (self);
  vsl_transcript_page_show_utterance (self->transcript_page, opening->utterance);
}

static void
begin_opening (VslWindow  *self,
               const char *debate_id,
               const char *article_id,
               const char *utterance,
               gboolean    quiet)
{
  Opening *opening = g_new0 (Opening, 1);

  opening->window = g_object_ref (self);
  opening->turn = ++self->turn;
  opening->utterance = g_strdup (utterance);
  opening->quiet = quiet;
  vsl_desk_open_debate_async (self->desk, debate_id, article_id, opened_cb, opening);
}

/**
 * vsl_window_open_debate:
 * @debate_id: a whole id
 *
 * Opens a debate in the place of the editor, as soon as it is read. What was open is saved by itself.
 * Where it cannot be opened, the window says why.
 */
void
vsl_window_open_debate (VslWindow  *self,
                        const char *debate_id)
{
  g_return_if_fail (VSL_IS_WINDOW (self));
  g_return_if_fail (self->desk != NULL);

  begin_opening (self, debate_id, NULL, NULL, FALSE);
}

/**
 * vsl_window_reopen_debate:
 * @debate_id: the debate that was open at the end
 *
 * Opens it again; nothing when it is gone.
 */
void
vsl_window_reopen_debate (VslWindow  *self,
                          const char *debate_id)
{
  g_return_if_fail (VSL_IS_WINDOW (self));
  g_return_if_fail (self->desk != NULL);

  begin_opening (self, debate_id, NULL, NULL, TRUE);
}

static void
open_debate_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  VslWindow *self = VSL_WINDOW (widget);

  if (self->desk == NULL)
    return;

  vsl_window_open_debate (self, g_variant_get_string (parameter, NULL));
}

/* From an article to what it reports on. */
static void
open_its_debate_action (GtkWidget  *widget,
                        const char *action_name,
                        GVariant   *parameter)
{
  VslWindow *self = VSL_WINDOW (widget);
  VslDocument *document = vsl_window_get_document (self);

  if (document != NULL)
    begin_opening (self, NULL, vsl_document_get_id (document), NULL, FALSE);
}

/* It keeps its transcript and its reports, and can be put back. */
static void
delete_debate_action (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  VslWindow *self = VSL_WINDOW (widget);
  VslDebateDocument *debate = vsl_window_get_debate (self);
  g_autofree char *id = NULL;
  g_autoptr(GError) error = NULL;
  AdwToast *toast;

  if (debate == NULL)
    return;

  id = g_strdup (vsl_debate_document_get_id (debate));
  if (!vsl_desk_delete_debate (self->desk, id, &error))
    {
      vsl_window_show_notice (self, error->message);
      return;
    }

  vsl_window_set_document (self, NULL);
  toast = adw_toast_new (_("The debate was deleted."));
  adw_toast_set_button_label (toast, _("Put back"));
  adw_toast_set_action_name (toast, "win.undelete-debate");
  adw_toast_set_action_target (toast, "s", id);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
undelete_debate_action (GtkWidget  *widget,
                        const char *action_name,
                        GVariant   *parameter)
{
  VslWindow *self = VSL_WINDOW (widget);
  g_autoptr(GError) error = NULL;

  if (self->desk == NULL)
    return;

  if (vsl_desk_undelete_debate (self->desk, g_variant_get_string (parameter, NULL), &error))
    vsl_window_open_debate (self, g_variant_get_string (parameter, NULL));
  else
    vsl_window_show_notice (self, error->message);
}

static void
new_debate_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  VslWindow *self = VSL_WINDOW (widget);
  g_autoptr(VslDebateDocument) debate = NULL;
  g_autoptr(GError) error = NULL;

  if (self->desk == NULL)
    return;

  debate = vsl_desk_new_debate (self->desk, _("en"), &error);
  if (debate == NULL)
    {
      vsl_window_show_notice (self, error->message);
      return;
    }
  vsl_window_set_debate (self, debate);
  vsl_workspace_close_overlays (self->workspace);
  vsl_debate_page_focus_title (self->debate_page);
}

/* The headline is the first thing to write. */
static void
report_made_cb (VslWindow  *self,
                const char *article_id)
{
  if (self->desk != NULL && vsl_window_open_article (self, article_id))
    vsl_article_editor_focus_field (self->editor, VSL_FIELD_HEADLINE);
}

/* @chosen: (nullable): ids of utterances that are quoted */
static void
show_report_dialog (VslWindow          *self,
                    const char * const *chosen)
{
  VslDebateDocument *debate = vsl_window_get_debate (self);
  GtkWidget *dialog;

  if (debate == NULL)
    return;

  dialog = vsl_report_dialog_new (self->desk, debate, chosen);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  g_signal_connect_object (dialog, "made", G_CALLBACK (report_made_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
new_report_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  show_report_dialog (VSL_WINDOW (widget), NULL);
}

/* With passages that were selected elsewhere: in the transcript. */
static void
report_of_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  g_autofree const char **chosen = g_variant_get_strv (parameter, NULL);

  show_report_dialog (VSL_WINDOW (widget), chosen);
}

static void
people_open_cb (VslWindow  *self,
                const char *kind,
                const char *id)
{
  if (self->desk == NULL)
    return;
  if (g_str_equal (kind, "debate"))
    vsl_window_open_debate (self, id);
  else
    vsl_window_open_article (self, id);
}

static void
show_people_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  VslWindow *self = VSL_WINDOW (widget);

  if (self->desk == NULL)
    return;

  if (self->people == NULL)
    {
      GtkWidget *dialog = vsl_people_dialog_new (self->desk, GTK_WINDOW (self));

      g_set_weak_pointer (&self->people, GTK_WINDOW (dialog));
      g_signal_connect_object (dialog, "open", G_CALLBACK (people_open_cb), self, G_CONNECT_SWAPPED);
    }
  gtk_window_present (self->people);
}

/* From a quotation of the open article to where it was said. */
static void
show_utterance_action (GtkWidget  *widget,
                       const char *action_name,
                       GVariant   *parameter)
{
  VslWindow *self = VSL_WINDOW (widget);
  VslDocument *document = vsl_window_get_document (self);
  const char *utterance = g_variant_get_string (parameter, NULL);

  if (document != NULL)
    begin_opening (self, NULL, vsl_document_get_id (document), utterance, FALSE);
  else if (vsl_window_get_debate (self) != NULL)
    {
      vsl_workspace_close_overlays (self->workspace);
      show_transcript (self);
      vsl_transcript_page_show_utterance (self->transcript_page, utterance);
    }
}

static void
find_in_transcript_action (GtkWidget  *widget,
                           const char *action_name,
                           GVariant   *parameter)
{
  VslWindow *self = VSL_WINDOW (widget);

  if (vsl_window_get_debate (self) == NULL)
    return;

  show_transcript (self);
  vsl_transcript_page_find (self->transcript_page);
}

/**
 * vsl_window_install_debate_actions:
 *
 * Declares the actions on debates; from class_init.
 */
void
vsl_window_install_debate_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.open-debate", "s", open_debate_action);
  gtk_widget_class_install_action (widget_class, "win.open-its-debate", NULL, open_its_debate_action);
  gtk_widget_class_install_action (widget_class, "win.delete-debate", NULL, delete_debate_action);
  gtk_widget_class_install_action (widget_class, "win.undelete-debate", "s", undelete_debate_action);
  gtk_widget_class_install_action (widget_class, "win.new-debate", NULL, new_debate_action);
  gtk_widget_class_install_action (widget_class, "win.new-report", NULL, new_report_action);
  gtk_widget_class_install_action (widget_class, "win.report-of", "as", report_of_action);
  gtk_widget_class_install_action (widget_class, "win.show-utterance", "s", show_utterance_action);
  gtk_widget_class_install_action (widget_class, "win.find-in-transcript", NULL,
                                   find_in_transcript_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "win.new-debate", NULL);
  gtk_widget_class_install_action (widget_class, "win.show-people", NULL, show_people_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_m, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "win.show-people", NULL);
}
