/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-window-private.h"

#include "desk/vsl-desk-checks.h"
#include "desk/vsl-quotation-edit.h"
#include "ui/vsl-quote-drawer.h"

/*
 * Ways between the text, the panel of its quotations and the transcript, for whatever in the window
 * shows one of them and leads to another.
 */

/* Where a panel is to be seen, but the keyboard stays with the text. */
static void
reveal_panel_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  VslWindow *self = VSL_WINDOW (widget);

  vsl_workspace_set_inspector_shown (self->workspace, TRUE);
  g_object_set (self->inspector, "panel", g_variant_get_string (parameter, NULL), NULL);
}

static void
show_text_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  VslWindow *self = VSL_WINDOW (widget);
  const char *field;
  guint offset, length;

  g_variant_get (parameter, "(&suu)", &field, &offset, &length);
  vsl_workspace_close_overlays (self->workspace);
  vsl_article_editor_select (self->editor, vsl_field_from_name (field), offset, length);
}

static void
insert_quotation_action (GtkWidget  *widget,
                         const char *action_name,
                         GVariant   *parameter)
{
  VslWindow *self = VSL_WINDOW (widget);
  VslDocument *document = vsl_window_get_document (self);
  g_autofree char *sentence = NULL;
  const char *words, *speaker;

  if (document == NULL)
    return;

  g_variant_get (parameter, "(&s&s)", &words, &speaker);
  sentence = vsl_quotation_edit_dup_sentence (document, words, speaker);
  vsl_article_editor_insert (self->editor, sentence);
}

/* From the transcript reader into one of the reports, where its cursor was. */
static void
quote_in_article_action (GtkWidget  *widget,
                         const char *action_name,
                         GVariant   *parameter)
{
  VslWindow *self = VSL_WINDOW (widget);
  const char *article_id, *words, *speaker;
  g_autofree char *sentence = NULL;

  g_variant_get (parameter, "(&s&s&s)", &article_id, &words, &speaker);
  if (self->desk == NULL || !vsl_window_open_article (self, article_id))
    return;

  sentence = vsl_quotation_edit_dup_sentence (vsl_window_get_document (self), words, speaker);
  vsl_article_editor_insert (self->editor, sentence);
}

/* Open beside the text, and gone with its place when it is closed. */
static void
toggle_drawer_action (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  VslWindow *self = VSL_WINDOW (widget);
  GtkWidget *drawer;

  if (adw_bin_get_child (self->drawer_bin) != NULL)
    {
      adw_bin_set_child (self->drawer_bin, NULL);
      gtk_widget_grab_focus (GTK_WIDGET (self->editor));
      return;
    }
  if (vsl_window_get_document (self) == NULL)
    return;

  drawer = vsl_quote_drawer_new ();
  vsl_quote_drawer_set_runner (VSL_QUOTE_DRAWER (drawer), vsl_desk_get_check_runner (self->desk));
  adw_bin_set_child (self->drawer_bin, drawer);
  gtk_widget_grab_focus (drawer);
}

/**
 * vsl_window_install_quotation_actions:
 * @widget_class: the class of the window
 *
 * Installs the actions `win.reveal-panel` (the name of a panel), `win.show-text` (a field, an offset
 * and a length in characters), `win.insert-quotation` (words and who said them),
 * `win.quote-in-article` (the id of an article, and the same) and `win.toggle-quote-drawer`.
 */
void
vsl_window_install_quotation_actions (GtkWidgetClass *widget_class)
{
  const GdkModifierType control_shift = GDK_CONTROL_MASK | GDK_SHIFT_MASK;

  gtk_widget_class_install_action (widget_class, "win.reveal-panel", "s", reveal_panel_action);
  gtk_widget_class_install_action (widget_class, "win.show-text", "(suu)", show_text_action);
  gtk_widget_class_install_action (widget_class, "win.insert-quotation", "(ss)",
                                   insert_quotation_action);
  gtk_widget_class_install_action (widget_class, "win.quote-in-article", "(sss)",
                                   quote_in_article_action);
  gtk_widget_class_install_action (widget_class, "win.toggle-quote-drawer", NULL,
                                   toggle_drawer_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_k, control_shift,
                                       "win.toggle-quote-drawer", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, control_shift, "win.show-panel",
                                       "s", "quotations");
}
