/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-window-private.h"

#include "desk/vsl-desk-pictures.h"
#include "desk/vsl-document-pictures.h"
#include "ui/vsl-plain-paste.h"

#include <glib/gi18n.h>
#include <gtksourceview/gtksource.h>

/* Pictures that are dropped on the window, or pasted into the text. */

/* A picture on its way into the article that was open when it came. */
typedef struct
{
  VslWindow   *window;   /* (owned) */
  VslDocument *document; /* (owned) */
  gboolean     inserted; /* in the text, where the cursor is */
} Taking;

static void
taking_free (Taking *taking)
{
  g_clear_object (&taking->window);
  g_clear_object (&taking->document);
  g_free (taking);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Taking, taking_free)

static gboolean
has_picture (VslDocument *document,
             VslPicture  *picture)
{
  GListModel *list = vsl_document_get_pictures (document);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr(VslPicture) other = g_list_model_get_item (list, i);

      if (g_str_equal (vsl_picture_get_hash (other), vsl_picture_get_hash (picture)))
        return TRUE;
    }

  return FALSE;
}

/* One that goes into the text does not also stand at the head of the article. */
static void
add_picture (VslDocument *document,
             VslPicture  *picture,
             gboolean     inserted)
{
  gboolean first = g_list_model_get_n_items (vsl_document_get_pictures (document)) == 0;

  if (has_picture (document, picture))
    return;

  vsl_document_insert_picture (document, G_MAXUINT, picture);
  if (first && inserted)
    vsl_document_feature_picture (document, G_MAXUINT);
}

static void
taken_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(Taking) taking = user_data;
  VslWindow *self = taking->window;
  g_autoptr(GError) error = NULL;
  g_autoptr(VslPicture) picture = vsl_desk_take_picture_finish (VSL_DESK (object), result, &error);

  if (self->desk == NULL) /* closed meanwhile */
    return;
  if (picture == NULL)
    {
      adw_toast_overlay_add_toast (self->toasts, adw_toast_new (error->message));
      return;
    }

  add_picture (taking->document, picture, taking->inserted);
  if (taking->inserted && vsl_window_get_document (self) == taking->document)
    {
      g_autofree char *reference = vsl_picture_dup_reference (picture);
      g_autofree char *text = g_strdup_printf ("\n\n![](%s)\n\n", reference);

      vsl_article_editor_insert (self->editor, text);
    }
}

static void
take (VslWindow *self,
      GFile     *file,
      GBytes    *bytes,
      gboolean   inserted)
{
  Taking *taking = g_new0 (Taking, 1);

  taking->window = g_object_ref (self);
  taking->document = g_object_ref (vsl_window_get_document (self));
  taking->inserted = inserted;
  vsl_desk_take_picture_async (self->desk, file, bytes, NULL, NULL, taken_cb, taking);
}

/* By their names: what is in them is looked at when they are read. */
static gboolean
are_pictures (GSList *files)
{
  for (GSList *l = files; l != NULL; l = l->next)
    {
      g_autofree char *name = g_file_get_basename (l->data);
      g_autofree char *type = name != NULL ? g_content_type_guess (name, NULL, 0, NULL) : NULL;

      if (type == NULL || !g_content_type_is_a (type, "image/*"))
        return FALSE;
    }

  return files != NULL;
}

/* Where the pointer is on the text, the cursor goes. */
static void
place_cursor (VslWindow   *self,
              GtkTextView *view,
              double       x,
              double       y)
{
  GtkTextIter iter;
  double view_x, view_y;
  int buffer_x, buffer_y;

  if (!gtk_widget_translate_coordinates (GTK_WIDGET (self), GTK_WIDGET (view), x, y, &view_x, &view_y))
    return;

  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, (int) view_x, (int) view_y,
                                         &buffer_x, &buffer_y);
  gtk_text_view_get_iter_at_location (view, &iter, buffer_x, buffer_y);
  gtk_text_buffer_place_cursor (gtk_text_view_get_buffer (view), &iter);
}

/**
 * vsl_window_drop_pictures:
 * @self: the window
 * @files: (element-type GFile): files that are dropped
 * @x: where, in the window
 * @y: where, in the window
 *
 * Takes files into the open article when all of them are pictures: on the text they stand where they
 * are dropped, elsewhere they are pictures of the article.
 *
 * Returns: whether they are
 */
gboolean
vsl_window_drop_pictures (VslWindow *self,
                          GSList    *files,
                          double     x,
                          double     y)
{
  GtkWidget *under = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  GtkWidget *view;

  if (vsl_window_get_document (self) == NULL || !are_pictures (files))
    return FALSE;

  view = under != NULL ? gtk_widget_get_ancestor (under, GTK_SOURCE_TYPE_VIEW) : NULL;
  if (view != NULL)
    place_cursor (self, GTK_TEXT_VIEW (view), x, y);
  for (GSList *l = files; l != NULL; l = l->next)
    take (self, l->data, NULL, view != NULL);

  return TRUE;
}

static void
files_read_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(VslWindow) self = user_data;
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (object), result, NULL);
  GSList *files = value != NULL ? g_value_get_boxed (value) : NULL;
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (vsl_window_get_document (self) == NULL)
    return;
  if (!are_pictures (files))
    {
      if (GTK_IS_TEXT_VIEW (focus))
        vsl_plain_paste_text_into (GTK_TEXT_VIEW (focus));
      return;
    }

  for (GSList *l = files; l != NULL; l = l->next)
    take (self, l->data, NULL, TRUE);
}

static void
texture_read_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(VslWindow) self = user_data;
  g_autoptr(GdkTexture) texture =
    gdk_clipboard_read_texture_finish (GDK_CLIPBOARD (object), result, NULL);
  g_autoptr(GBytes) bytes = NULL;

  if (vsl_window_get_document (self) == NULL)
    return;
  if (texture == NULL)
    {
      adw_toast_overlay_add_toast (self->toasts,
                                   adw_toast_new (_("The picture in the clipboard could not be read.")));
      return;
    }

  bytes = gdk_texture_save_to_png_bytes (texture);
  take (self, NULL, bytes, TRUE);
}

static void
paste_picture_action (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (widget);

  if (vsl_window_get_document (VSL_WINDOW (widget)) == NULL)
    return;

  if (vsl_plain_paste_has (clipboard, GDK_TYPE_FILE_LIST))
    gdk_clipboard_read_value_async (clipboard, GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT, NULL,
                                    files_read_cb, g_object_ref (widget));
  else
    gdk_clipboard_read_texture_async (clipboard, NULL, texture_read_cb, g_object_ref (widget));
}

/**
 * vsl_window_install_picture_actions:
 * @widget_class: the class of the window
 *
 * Installs the action `win.paste-picture`: the picture, or the files of pictures, that the clipboard
 * holds go into the text where the cursor is.
 */
void
vsl_window_install_picture_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.paste-picture", NULL, paste_picture_action);
}
