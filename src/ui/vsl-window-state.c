/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-window-private.h"

/* How the window looks, and what is open in it: kept for the next start, also when this one is
 * killed. */

/* How long a change of size may wait: dragging an edge makes hundreds. */
#define STATE_MS 500

static gboolean
save_state_cb (gpointer data)
{
  VslWindow *self = data;

  self->state_id = 0;
  vsl_window_save_state (self);

  return G_SOURCE_REMOVE;
}

static void
size_changed_cb (VslWindow *self)
{
  if (self->state_id == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->state_id = g_timeout_add (STATE_MS, save_state_cb, self);
}

/* Not every window manager (openbox) heeds what GTK asks for before the window is there. */
static void
mapped_cb (VslWindow *self)
{
  g_signal_handlers_disconnect_by_func (self, mapped_cb, NULL);
  gtk_window_maximize (GTK_WINDOW (self));
}

/**
 * vsl_window_restore_size:
 *
 * Gives the window the size that was kept, and keeps it from now on; from init.
 */
void
vsl_window_restore_size (VslWindow *self)
{
  static const char *const signals[] = {
    "notify::default-width", "notify::default-height", "notify::maximized"
  };

  gtk_window_set_default_size (GTK_WINDOW (self),
                               g_settings_get_int (self->settings, "window-width"),
                               g_settings_get_int (self->settings, "window-height"));
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    {
      gtk_window_maximize (GTK_WINDOW (self));
      g_signal_connect_after (self, "map", G_CALLBACK (mapped_cb), NULL);
    }
  vsl_workspace_set_widths (self->workspace,
                            g_settings_get_int (self->settings, "library-width"),
                            g_settings_get_int (self->settings, "inspector-width"));
  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    g_signal_connect (self, signals[i], G_CALLBACK (size_changed_cb), NULL);
}

/**
 * vsl_window_restore:
 *
 * Opens the article or the debate that was open last; nothing when it is gone.
 */
void
vsl_window_restore (VslWindow *self)
{
  g_autofree char *last = NULL;
  g_autofree char *debate = NULL;
  g_autofree char *id = NULL;

  g_return_if_fail (VSL_IS_WINDOW (self));

  last = g_settings_get_string (self->settings, "last-article");
  if (self->desk != NULL && *last != '\0')
    id = vsl_desk_find_article (self->desk, last, NULL);
  if (id != NULL && vsl_window_open_article (self, id))
    vsl_article_editor_focus_place (self->editor);

  debate = g_settings_get_string (self->settings, "last-debate");
  if (self->desk != NULL && id == NULL && *debate != '\0')
    vsl_window_reopen_debate (self, debate);
}

/**
 * vsl_window_save_state:
 *
 * Keeps how the window looks, for the next start.
 */
void
vsl_window_save_state (VslWindow *self)
{
  int width, height;

  g_return_if_fail (VSL_IS_WINDOW (self));

  vsl_article_editor_keep_place (self->editor);
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_boolean (self->settings, "window-maximized",
                          gtk_window_is_maximized (GTK_WINDOW (self)));
  if (width > 0 && height > 0)
    {
      g_settings_set_int (self->settings, "window-width", CLAMP (width, 360, 16384));
      g_settings_set_int (self->settings, "window-height", CLAMP (height, 300, 16384));
    }
  g_settings_set_int (self->settings, "library-width",
                      CLAMP (vsl_workspace_get_library_width (self->workspace), 160, 1200));
  g_settings_set_int (self->settings, "inspector-width",
                      CLAMP (vsl_workspace_get_inspector_width (self->workspace), 220, 1200));
}
