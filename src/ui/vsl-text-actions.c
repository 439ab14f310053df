/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-text-actions.h"

#include "ui/vsl-markdown-edit.h"

static void
bold_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       view)
{
  vsl_markdown_edit_toggle_mark (gtk_text_view_get_buffer (view), "**");
}

static void
italic_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       view)
{
  vsl_markdown_edit_toggle_mark (gtk_text_view_get_buffer (view), "*");
}

static void
link_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       view)
{
  vsl_markdown_edit_insert_link (gtk_text_view_get_buffer (view));
}

static void
heading_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       view)
{
  vsl_markdown_edit_set_heading (gtk_text_view_get_buffer (view),
                                 (guint) CLAMP (g_variant_get_int32 (parameter), 1, 4));
}

static void
streamer_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       view)
{
  vsl_markdown_edit_insert_streamer (gtk_text_view_get_buffer (view));
}

/**
 * vsl_text_actions_new:
 * @view: where Markdown is written, which outlives the actions
 *
 * Returns: (transfer full): the actions `bold`, `italic`, `link`, `heading` (a level) and `streamer`
 *   on the text of @view
 */
GSimpleActionGroup *
vsl_text_actions_new (GtkTextView *view)
{
  static const GActionEntry entries[] = {
    { .name = "bold", .activate = bold_cb },
    { .name = "italic", .activate = italic_cb },
    { .name = "link", .activate = link_cb },
    { .name = "heading", .activate = heading_cb, .parameter_type = "i" },
    { .name = "streamer", .activate = streamer_cb },
  };
  GSimpleActionGroup *group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), view);

  return group;
}

/**
 * vsl_text_actions_install_bindings:
 * @widget_class: the class of a widget that has the actions as its group `text`
 *
 * Gives the actions their keys.
 */
void
vsl_text_actions_install_bindings (GtkWidgetClass *widget_class)
{
  const GdkModifierType control = GDK_CONTROL_MASK, control_alt = GDK_CONTROL_MASK | GDK_ALT_MASK;

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_b, control, "text.bold", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_i, control, "text.italic", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_k, control, "text.link", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_q, control_alt, "text.streamer", NULL);
  for (int level = 1; level <= 4; level++)
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_0 + (guint) level, control_alt,
                                         "text.heading", "i", level);
}
