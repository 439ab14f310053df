/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-window-private.h"

#include "desk/vsl-desk-checks.h"
#include "desk/vsl-desk-debates.h"
#include "ui/vsl-words.h"

#include <glib/gi18n.h>

/**
 * VslWindow:
 *
 * The window: library, editor and inspector around one open document. Where the store cannot be
 * opened it says so on a page of its own. The desk is given by the application.
 */
G_DEFINE_FINAL_TYPE (VslWindow, vsl_window, ADW_TYPE_APPLICATION_WINDOW)

static void
show_title (VslWindow  *self,
            const char *title,
            const char *subtitle)
{
  gtk_window_set_title (GTK_WINDOW (self), title);
  adw_window_title_set_title (self->title, title);
  adw_window_title_set_subtitle (self->title, subtitle);
}

static void
update_title (VslWindow *self)
{
  VslDocument *document = vsl_window_get_document (self);
  VslDebateDocument *debate = vsl_window_get_debate (self);
  const char *text;

  if (document != NULL)
    {
      text = vsl_document_get_text (document, VSL_FIELD_HEADLINE);
      show_title (self, text != NULL && *text != '\0' ? text : _("Without a headline"),
                  vsl_words_get_status (vsl_document_get_status (document)));
    }
  else if (debate != NULL)
    {
      text = vsl_debate_document_get_text (debate, VSL_DEBATE_TITLE);
      show_title (self, *text != '\0' ? text : _("Debate without a title"),
                  vsl_debate_document_get_text (debate, VSL_DEBATE_SERIES));
    }
  else
    {
      show_title (self, _("Verslag"), "");
    }
}

static void
document_notify_cb (VslDocument *document,
                    GParamSpec  *pspec,
                    VslWindow   *self)
{
  if (g_str_equal (pspec->name, "headline") || g_str_equal (pspec->name, "status"))
    update_title (self);
}

static void
update_actions (VslWindow *self)
{
  static const char *const of_document[] = {
    "win.save", "win.keep-version", "win.show-versions", "win.find", "win.replace", "win.find-next",
    "win.find-previous", "win.export"
  };
  static const char *const of_desk[] = {
    "win.new", "win.new-debate", "win.show-people", "win.import", "win.add-demo", "win.toggle-panels",
    "win.find-article", "win.look-at-sites", "win.show-backups", "win.end-articles"
  };
  gboolean open = vsl_window_get_document (self) != NULL;
  gboolean debate = vsl_window_get_debate (self) != NULL;

  for (guint i = 0; i < G_N_ELEMENTS (of_document); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), of_document[i], open);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.find", open || debate);
  for (guint i = 0; i < G_N_ELEMENTS (of_desk); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), of_desk[i], self->desk != NULL);
  gtk_widget_set_visible (self->library_button, self->desk != NULL);
  gtk_widget_set_visible (self->inspector_button,
                          self->desk != NULL && vsl_window_get_debate (self) == NULL);
  vsl_workspace_set_has_inspector (self->workspace, vsl_window_get_debate (self) == NULL);
}

static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr(GError) error = NULL;

  /* The editor's banner tells of a failure. */
  if (!vsl_document_save_finish (VSL_DOCUMENT (object), result, &error))
    g_debug ("save: %s", error->message);
}

static void
save_now (VslWindow *self)
{
  VslDocument *document = vsl_window_get_document (self);

  if (document != NULL)
    vsl_document_save_async (document, saved_cb, NULL);
  if (vsl_window_get_debate (self) != NULL)
    vsl_debate_document_save_async (vsl_window_get_debate (self), NULL, NULL);
}

/* Another program has the keyboard now, and may be about to end this one. */
static void
active_cb (VslWindow *self)
{
  if (gtk_window_is_active (GTK_WINDOW (self)))
    return;

  vsl_window_save_state (self);
  save_now (self);
}

static void
leave_cb (VslWindow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "app.leave", NULL);
}

static void
notice_closed_cb (VslWindow *self)
{
  vsl_banner_set_message (self->notice, NULL);
}

static void
find_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  VslWindow *self = VSL_WINDOW (widget);

  vsl_workspace_close_overlays (self->workspace);
  if (vsl_window_get_debate (self) != NULL)
    gtk_widget_activate_action (widget, "win.find-in-transcript", NULL);
  else if (g_str_equal (action_name, "win.find-next"))
    vsl_article_editor_find_next (self->editor);
  else if (g_str_equal (action_name, "win.find-previous"))
    vsl_article_editor_find_previous (self->editor);
  else
    vsl_article_editor_find (self->editor, g_str_equal (action_name, "win.replace"));
}

static void
find_article_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  VslWindow *self = VSL_WINDOW (widget);

  vsl_workspace_set_library_shown (self->workspace, TRUE);
  vsl_library_view_focus_search (self->library);
}

/* Both away for writing, both back for the rest. */
static void
toggle_panels_action (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  VslWindow *self = VSL_WINDOW (widget);
  gboolean shown = vsl_workspace_get_library_shown (self->workspace) ||
                   vsl_workspace_get_inspector_shown (self->workspace);

  vsl_workspace_set_inspector_shown (self->workspace, !shown);
  vsl_workspace_set_library_shown (self->workspace, !shown);
}

static void
show_panel_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  VslWindow *self = VSL_WINDOW (widget);

  vsl_workspace_set_inspector_shown (self->workspace, TRUE);
  g_object_set (self->inspector, "panel", g_variant_get_string (parameter, NULL), NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->inspector));
}

static void
region_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  vsl_workspace_move_region (VSL_WINDOW (widget)->workspace,
                             g_str_equal (action_name, "win.next-region") ? 1 : -1);
}

/* Closing the window ends the program, in the order that loses nothing. */
static gboolean
vsl_window_close_request (GtkWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "app.quit", NULL);
  return GDK_EVENT_STOP;
}

static void
vsl_window_dispose (GObject *object)
{
  VslWindow *self = VSL_WINDOW (object);

  if (self->editor != NULL)
    vsl_window_set_desk (self, NULL);
  g_clear_handle_id (&self->state_id, g_source_remove);
  g_clear_weak_pointer (&self->versions);
  g_clear_weak_pointer (&self->people);
  g_clear_object (&self->debate_links);
  g_clear_object (&self->signals);
  g_clear_object (&self->debate_signals);
  g_clear_handle_id (&self->dates_id, g_source_remove);
  vsl_window_stop_conflicts (self);
  g_clear_object (&self->settings);
  gtk_widget_dispose_template (GTK_WIDGET (self), VSL_TYPE_WINDOW);
  G_OBJECT_CLASS (vsl_window_parent_class)->dispose (object);
}

static void
insert_text_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  VslWindow *self = VSL_WINDOW (widget);

  if (vsl_window_get_document (self) != NULL)
    vsl_article_editor_insert (self->editor, g_variant_get_string (parameter, NULL));
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  const GdkModifierType control = GDK_CONTROL_MASK;
  const GdkModifierType control_shift = GDK_CONTROL_MASK | GDK_SHIFT_MASK;

  vsl_window_install_article_actions (widget_class);
  vsl_window_install_keeping_actions (widget_class);
  vsl_window_install_outbox_actions (widget_class);
  vsl_window_install_conflict_actions (widget_class);
  vsl_window_install_version_actions (widget_class);
  vsl_window_install_debate_actions (widget_class);
  vsl_window_install_quotation_actions (widget_class);
  vsl_window_install_library_actions (widget_class);
  vsl_window_install_picture_actions (widget_class);
  gtk_widget_class_install_action (widget_class, "win.find", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "win.replace", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "win.find-next", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "win.find-previous", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "win.insert-text", "s", insert_text_action);
  gtk_widget_class_install_action (widget_class, "win.find-article", NULL, find_article_action);
  gtk_widget_class_install_action (widget_class, "win.toggle-panels", NULL, toggle_panels_action);
  gtk_widget_class_install_action (widget_class, "win.show-panel", "s", show_panel_action);
  gtk_widget_class_install_action (widget_class, "win.next-region", NULL, region_action);
  gtk_widget_class_install_action (widget_class, "win.previous-region", NULL, region_action);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, control, "win.find", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_h, control, "win.replace", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_g, control, "win.find-next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_g, control_shift,
                                       "win.find-previous", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, control_shift,
                                       "win.find-article", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F9, 0, "win.toggle-panels", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_l, control_shift,
                                       "win.toggle-library", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, control_shift, "win.show-panel",
                                       "s", "publish");
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/verslag/Verslag/ui/vsl-window.ui");
  gtk_widget_class_bind_template_child (widget_class, VslWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, VslWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, VslWindow, failure_page);
  gtk_widget_class_bind_template_child (widget_class, VslWindow, title);
  gtk_widget_class_bind_template_child (widget_class, VslWindow, library_button);
  gtk_widget_class_bind_template_child (widget_class, VslWindow, inspector_button);
  gtk_widget_class_bind_template_child (widget_class, VslWindow, notice);
  gtk_widget_class_bind_template_child (widget_class, VslWindow, workspace);
  gtk_widget_class_bind_template_child (widget_class, VslWindow, library);
  gtk_widget_class_bind_template_child (widget_class, VslWindow, editor_stack);
  gtk_widget_class_bind_template_child (widget_class, VslWindow, editor);
  gtk_widget_class_bind_template_child (widget_class, VslWindow, drawer_bin);
  gtk_widget_class_bind_template_child (widget_class, VslWindow, inspector);
  gtk_widget_class_bind_template_callback (widget_class, active_cb);
  gtk_widget_class_bind_template_callback (widget_class, notice_closed_cb);
}

static void
vsl_window_class_init (VslWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vsl_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = vsl_window_close_request;

  g_type_ensure (VSL_TYPE_ARTICLE_EDITOR);
  g_type_ensure (VSL_TYPE_BANNER);
  g_type_ensure (VSL_TYPE_INSPECTOR);
  g_type_ensure (VSL_TYPE_LIBRARY_VIEW);
  g_type_ensure (VSL_TYPE_WORKSPACE);
  bind_template (widget_class);
  install_actions (widget_class);
}

static void
init_settings (VslWindow *self)
{
  self->settings = g_settings_new (APP_ID);
  vsl_window_restore_size (self);
  g_settings_bind (self->settings, "library-visible", self->workspace, "library-wanted",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "inspector-visible", self->workspace, "inspector-wanted",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "inspector-panel", self->inspector, "panel",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "smart-quotes", self->editor, "smart-quotes",
                   G_SETTINGS_BIND_DEFAULT);
}

static void
add_action (VslWindow *self,
            GAction   *action)
{
  g_action_map_add_action (G_ACTION_MAP (self), action);
  g_object_unref (action);
}

/* Keys that GTK would take before the window is asked: for its own inspector (a tool of programmers,
 * in every window), and for going from pane to pane (which knows nothing of our regions). */
static void
init_capturing_keys (VslWindow *self)
{
  static const struct
  {
    guint            keyval;
    GdkModifierType  modifiers;
    const char      *action;
  } keys[] = {
    { GDK_KEY_i, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.toggle-inspector" },
    { GDK_KEY_d, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.prepare-draft" },
    { GDK_KEY_F6, 0, "win.next-region" },
    { GDK_KEY_F6, GDK_SHIFT_MASK, "win.previous-region" },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_keyval_trigger_new (keys[i].keyval, keys[i].modifiers),
                        gtk_named_action_new (keys[i].action)));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
vsl_window_init (VslWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  vsl_banner_set_button_label (self->notice, _("Close"));

  self->signals = g_signal_group_new (VSL_TYPE_DOCUMENT);
  g_signal_group_connect (self->signals, "notify", G_CALLBACK (document_notify_cb), self);
  self->debate_signals = g_signal_group_new (VSL_TYPE_DEBATE_DOCUMENT);
  g_signal_group_connect_swapped (self->debate_signals, "changed", G_CALLBACK (update_title),
                                  self);
  init_settings (self);
  add_action (self, G_ACTION (g_property_action_new ("toggle-library", self->workspace,
                                                     "library-shown")));
  add_action (self, G_ACTION (g_property_action_new ("toggle-inspector", self->workspace,
                                                     "inspector-shown")));
  add_action (self, g_settings_create_action (self->settings, "smart-quotes"));

  init_capturing_keys (self);
  vsl_window_accept_files (self);
  update_title (self);
  update_actions (self);
}

/**
 * vsl_window_update:
 *
 * Brings the title and the actions in line with what is open.
 */
void
vsl_window_update (VslWindow *self)
{
  update_title (self);
  update_actions (self);
}

/**
 * vsl_window_set_document:
 * @document: (nullable): what is edited from now on
 *
 * Shows @document in all regions.
 */
void
vsl_window_set_document (VslWindow   *self,
                         VslDocument *document)
{
  self->turn++;
  vsl_window_close_versions (self);
  vsl_window_set_debate (self, NULL);
  vsl_article_editor_set_document (self->editor, document);
  vsl_inspector_set_document (self->inspector, document);
  if (self->desk != NULL)
    vsl_check_runner_set_document (vsl_desk_get_check_runner (self->desk), document);
  vsl_library_view_select (self->library, document != NULL ? vsl_document_get_id (document) : NULL);
  g_signal_group_set_target (self->signals, document);
  gtk_stack_set_visible_child_name (self->editor_stack, document != NULL ? "editor" : "empty");
  vsl_window_update_conflict (self);
  g_settings_set_string (self->settings, "last-article",
                         document != NULL ? vsl_document_get_id (document) : "");
  update_title (self);
  update_actions (self);
}

/**
 * vsl_window_show_notice:
 * @message: what went wrong and what to do, in whole sentences
 *
 * Tells something that stays until the person has read it.
 */
void
vsl_window_show_notice (VslWindow  *self,
                        const char *message)
{
  vsl_banner_set_message (self->notice, message);
}

/**
 * vsl_window_new:
 * @application: the program
 *
 * Returns: (transfer none): a window without a desk, owned by GTK as every window is
 */
VslWindow *
vsl_window_new (GtkApplication *application)
{
  return g_object_new (VSL_TYPE_WINDOW, "application", application, NULL);
}

/**
 * vsl_window_set_desk:
 * @desk: (nullable): where the articles are; %NULL before it is closed
 */
void
vsl_window_set_desk (VslWindow *self,
                     VslDesk   *desk)
{
  g_autofree char *last = NULL;
  g_autofree char *last_debate = NULL;

  g_return_if_fail (VSL_IS_WINDOW (self));

  if (self->desk == desk)
    return;

  last = g_settings_get_string (self->settings, "last-article");
  last_debate = g_settings_get_string (self->settings, "last-debate");
  vsl_window_set_document (self, NULL);
  g_settings_set_string (self->settings, "last-article", last);
  g_settings_set_string (self->settings, "last-debate", last_debate);
  g_set_object (&self->desk, desk);
  vsl_inspector_set_desk (self->inspector, desk);
  vsl_article_editor_set_desk (self->editor, desk);
  if (self->debate_page != NULL)
    {
      vsl_debate_page_set_desk (self->debate_page, desk);
      vsl_transcript_page_set_desk (self->transcript_page, desk);
    }
  vsl_article_editor_set_check_runner (self->editor,
                                       desk != NULL ? vsl_desk_get_check_runner (desk) : NULL);
  vsl_library_view_set_desk (self->library, desk);
  vsl_window_list_debates (self);
  vsl_window_index_later (self);
  gtk_stack_set_visible_child_name (self->stack, "workspace");
  if (desk != NULL)
    vsl_window_start_keeping (self);
  vsl_window_start_outbox (self);
  vsl_window_start_conflicts (self);
  vsl_window_start_dates (self);
  update_actions (self);
}

/**
 * vsl_window_get_desk:
 *
 * Returns: (nullable) (transfer none): where the articles are
 */
VslDesk *
vsl_window_get_desk (VslWindow *self)
{
  g_return_val_if_fail (VSL_IS_WINDOW (self), NULL);

  return self->desk;
}

/**
 * vsl_window_show_failure:
 * @message: why the articles cannot be opened, and what to do
 *
 * Shows a page that says so, instead of the articles.
 */
void
vsl_window_show_failure (VslWindow  *self,
                         const char *message)
{
  g_autofree char *markup = NULL;

  g_return_if_fail (VSL_IS_WINDOW (self));

  markup = g_markup_escape_text (message, -1);
  adw_status_page_set_description (self->failure_page, markup);
  gtk_stack_set_visible_child_name (self->stack, "failure");
}

/**
 * vsl_window_ask_to_leave:
 * @message: why something could not be saved
 *
 * Asks whether to end the program all the same. Staying is what Enter and Escape do.
 */
void
vsl_window_ask_to_leave (VslWindow  *self,
                         const char *message)
{
  GtkWidget *dialog;

  g_return_if_fail (VSL_IS_WINDOW (self));

  dialog = adw_message_dialog_new (GTK_WINDOW (self), _("Not everything is saved"), message);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog),
                                    "stay", _("_Keep Verslag open"),
                                    "leave", _("_Quit without saving"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "leave",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "stay");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "stay");
  g_signal_connect_object (dialog, "response::leave", G_CALLBACK (leave_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * vsl_window_get_document:
 *
 * Returns: (nullable) (transfer none): what is being edited
 */
VslDocument *
vsl_window_get_document (VslWindow *self)
{
  g_return_val_if_fail (VSL_IS_WINDOW (self), NULL);

  return self->editor != NULL ? vsl_article_editor_get_document (self->editor) : NULL;
}
