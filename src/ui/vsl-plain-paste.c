/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-plain-paste.h"

static void
clipboard_text_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      data)
{
  g_autoptr(GtkTextView) view = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (object), result, NULL);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  g_auto(GStrv) lines = NULL;
  g_autofree char *clean = NULL;

  /* NULL: nothing in the clipboard that is text. */
  if (text == NULL || gtk_widget_get_root (GTK_WIDGET (view)) == NULL)
    return;

  lines = g_strsplit (text, "\r\n", -1);
  clean = g_strdelimit (g_strjoinv ("\n", lines), "\r", '\n');
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete_selection (buffer, TRUE, TRUE);
  gtk_text_buffer_insert_interactive_at_cursor (buffer, clean, -1, TRUE);
  gtk_text_buffer_end_user_action (buffer);
  gtk_text_view_scroll_mark_onscreen (view, gtk_text_buffer_get_insert (buffer));
}

/**
 * vsl_plain_paste_has:
 * @clipboard: a clipboard
 * @type: a type of content
 *
 * Returns: whether @clipboard can give content of @type, also from another program
 */
gboolean
vsl_plain_paste_has (GdkClipboard *clipboard,
                     GType         type)
{
  g_autoptr(GdkContentFormats) formats = NULL;

  g_return_val_if_fail (GDK_IS_CLIPBOARD (clipboard), FALSE);

  formats = gdk_content_formats_union_deserialize_gtypes (
    gdk_content_formats_ref (gdk_clipboard_get_formats (clipboard)));

  return gdk_content_formats_contain_gtype (formats, type);
}

/**
 * vsl_plain_paste_text_into:
 * @view: where text is written
 *
 * Pastes the text of the clipboard at the cursor, and nothing but text, whatever the clipboard holds:
 * formatting from elsewhere is not ours.
 */
void
vsl_plain_paste_text_into (GtkTextView *view)
{
  g_return_if_fail (GTK_IS_TEXT_VIEW (view));

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (view)), NULL,
                                 clipboard_text_cb, g_object_ref (view));
}

/**
 * vsl_plain_paste_into:
 * @view: where the body is written
 *
 * Pastes what the clipboard holds: files and pictures by way of `win.paste-picture`, anything else
 * as plain text. A word processor gives a picture of its text too; then the text is meant.
 */
void
vsl_plain_paste_into (GtkTextView *view)
{
  GdkClipboard *clipboard;
  gboolean picture;

  g_return_if_fail (GTK_IS_TEXT_VIEW (view));

  clipboard = gtk_widget_get_clipboard (GTK_WIDGET (view));
  picture = vsl_plain_paste_has (clipboard, GDK_TYPE_FILE_LIST) ||
            (vsl_plain_paste_has (clipboard, GDK_TYPE_TEXTURE) &&
             !vsl_plain_paste_has (clipboard, G_TYPE_STRING));
  if (!picture || !gtk_widget_activate_action (GTK_WIDGET (view), "win.paste-picture", NULL))
    vsl_plain_paste_text_into (view);
}
