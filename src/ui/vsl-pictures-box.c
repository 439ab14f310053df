/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-pictures-box.h"

#include "desk/vsl-desk-pictures.h"
#include "desk/vsl-document-pictures.h"
#include "ui/vsl-picture-row.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/**
 * VslPicturesBox:
 *
 * The pictures of the open article: a row for each, and what adds one: a file that is chosen, or a
 * picture that is pasted while the keyboard is here; the window takes what is dropped. A row can be
 * moved, and its file replaced. Every change goes to the document at once.
 */
struct _VslPicturesBox
{
  GtkBox parent_instance;

  VslDesk *desk;             /* (owned) (nullable) */
  VslDocument *document;     /* (owned) (nullable) */
  GSignalGroup *list_signals; /* (owned) */
  GtkWidget *rows;
  GtkWidget *error_label;
};

G_DEFINE_FINAL_TYPE (VslPicturesBox, vsl_pictures_box, GTK_TYPE_BOX)

/* A picture that was taken out, for the undo button of the toast. */
typedef struct
{
  VslDocument *document;
  VslPicture *picture;
  guint position;
} Removal;

static void
removal_free (gpointer  data,
              GClosure *closure)
{
  Removal *removal = data;

  g_clear_object (&removal->document);
  g_clear_object (&removal->picture);
  g_free (removal);
}

static void
undo_clicked_cb (AdwToast *toast,
                 Removal  *removal)
{
  if (removal->picture != NULL)
    vsl_document_insert_picture (removal->document, removal->position, removal->picture);
  g_clear_object (&removal->picture);
}

static void
offer_undo (VslPicturesBox *self,
            VslPicture     *picture,
            guint           position)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_TOAST_OVERLAY);
  Removal *removal;
  AdwToast *toast;

  if (overlay == NULL)
    return;

  toast = adw_toast_new (_("The picture was removed"));
  adw_toast_set_button_label (toast, _("Undo"));
  removal = g_new0 (Removal, 1);
  removal->document = g_object_ref (self->document);
  removal->picture = g_object_ref (picture);
  removal->position = position;
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (undo_clicked_cb), removal,
                         removal_free, 0);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
}

static guint
find_position (VslPicturesBox *self,
               GtkWidget      *row)
{
  guint position = 0;

  for (GtkWidget *at = gtk_widget_get_first_child (self->rows); at != NULL && at != row;
       at = gtk_widget_get_next_sibling (at))
    position++;

  return position;
}

static void
row_edited_cb (VslPicturesBox *self,
               VslPictureRow  *row)
{
  vsl_document_replace_picture (self->document, find_position (self, GTK_WIDGET (row)),
                                vsl_picture_row_get_picture (row));
}

static void
feature_requested_cb (VslPicturesBox *self,
                      VslPictureRow  *row)
{
  gboolean featured = vsl_picture_get_featured (vsl_picture_row_get_picture (row));

  vsl_document_feature_picture (self->document,
                                featured ? G_MAXUINT : find_position (self, GTK_WIDGET (row)));
}

static void
insert_requested_cb (VslPicturesBox *self,
                     VslPictureRow  *row)
{
  g_autofree char *reference = vsl_picture_dup_reference (vsl_picture_row_get_picture (row));
  g_autofree char *text = g_strdup_printf ("\n\n![](%s)\n\n", reference);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.insert-text", "s", text);
}

static void
removal_requested_cb (VslPicturesBox *self,
                      VslPictureRow  *row)
{
  guint position = find_position (self, GTK_WIDGET (row));
  g_autoptr(VslPicture) picture = g_object_ref (vsl_picture_row_get_picture (row));

  vsl_document_remove_picture (self->document, position);
  offer_undo (self, picture, position);
}

static void
raise_requested_cb (VslPicturesBox *self,
                    VslPictureRow  *row)
{
  guint position = find_position (self, GTK_WIDGET (row));

  if (position > 0)
    vsl_document_move_picture (self->document, position, position - 1);
}

static void
lower_requested_cb (VslPicturesBox *self,
                    VslPictureRow  *row)
{
  guint position = find_position (self, GTK_WIDGET (row));

  vsl_document_move_picture (self->document, position, position + 1);
}

static void exchange_requested_cb (VslPicturesBox *self,
                                   VslPictureRow  *row);

static void
add_row (VslPicturesBox *self,
         VslPicture     *picture)
{
  GtkWidget *row = vsl_picture_row_new (self->desk, picture);

  g_signal_connect_object (row, "edited", G_CALLBACK (row_edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "feature-requested", G_CALLBACK (feature_requested_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "insert-requested", G_CALLBACK (insert_requested_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "raise-requested", G_CALLBACK (raise_requested_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "lower-requested", G_CALLBACK (lower_requested_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "exchange-requested", G_CALLBACK (exchange_requested_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "removal-requested", G_CALLBACK (removal_requested_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->rows), row);
}

/* Whether the rows show the same files as the list: then only words changed, and whoever types in a
 * row goes on typing there. */
static gboolean
shows_same_files (VslPicturesBox *self,
                  GListModel     *list)
{
  GtkWidget *row = gtk_widget_get_first_child (self->rows);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr(VslPicture) picture = g_list_model_get_item (list, i);

      if (row == NULL ||
          g_strcmp0 (vsl_picture_get_hash (picture),
                     vsl_picture_get_hash (vsl_picture_row_get_picture (VSL_PICTURE_ROW (row)))) != 0)
        return FALSE;
      row = gtk_widget_get_next_sibling (row);
    }

  return row == NULL;
}

static void
show_pictures (VslPicturesBox *self)
{
  GListModel *list = self->document != NULL ? vsl_document_get_pictures (self->document) : NULL;
  guint n = list != NULL ? g_list_model_get_n_items (list) : 0;
  gboolean same = list != NULL && shows_same_files (self, list);
  GtkWidget *row;

  if (!same)
    while ((row = gtk_widget_get_first_child (self->rows)) != NULL)
      gtk_box_remove (GTK_BOX (self->rows), row);

  row = gtk_widget_get_first_child (self->rows);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(VslPicture) picture = g_list_model_get_item (list, i);

      if (!same)
        {
          add_row (self, picture);
          continue;
        }
      vsl_picture_row_set_picture (VSL_PICTURE_ROW (row), picture);
      row = gtk_widget_get_next_sibling (row);
    }
}

static void
show_error (VslPicturesBox *self,
            const char     *message)
{
  gtk_label_set_label (GTK_LABEL (self->error_label), message != NULL ? message : "");
  gtk_widget_set_visible (self->error_label, message != NULL);
}

/* A picture on its way into the document that was open when it was chosen. */
typedef struct
{
  VslPicturesBox *box;   /* (owned) */
  VslDocument *document; /* (owned) */
  char *replaced;        /* (owned) (nullable) hash of the picture whose place it takes */
} Taking;

static void
taking_free (Taking *taking)
{
  g_clear_object (&taking->box);
  g_clear_object (&taking->document);
  g_free (taking->replaced);
  g_free (taking);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Taking, taking_free)

/* Where the picture is now: the list may have changed while the file was read. */
static guint
find_hash (VslDocument *document,
           const char  *hash)
{
  GListModel *list = vsl_document_get_pictures (document);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr(VslPicture) picture = g_list_model_get_item (list, i);

      if (g_strcmp0 (vsl_picture_get_hash (picture), hash) == 0)
        return i;
    }

  return G_MAXUINT;
}

static void
taken_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(Taking) taking = user_data;
  VslPicturesBox *self = taking->box;
  VslDocument *document = taking->document;
  g_autoptr(GError) error = NULL;
  g_autoptr(VslPicture) picture = vsl_desk_take_picture_finish (VSL_DESK (object), result, &error);

  if (picture != NULL && taking->replaced != NULL)
    vsl_document_exchange_picture (document, find_hash (document, taking->replaced), picture);
  else if (picture != NULL)
    vsl_document_insert_picture (document, G_MAXUINT, picture);
  show_error (self, error != NULL ? error->message : NULL);
}

static void
take (VslPicturesBox *self,
      GFile          *file,
      GBytes         *bytes,
      const char     *replaced)
{
  Taking *taking;

  if (self->desk == NULL || self->document == NULL)
    return;

  taking = g_new0 (Taking, 1);
  taking->box = g_object_ref (self);
  taking->document = g_object_ref (self->document);
  taking->replaced = g_strdup (replaced);
  vsl_desk_take_picture_async (self->desk, file, bytes, NULL, NULL, taken_cb, taking);
}

static void
texture_read_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(VslPicturesBox) self = user_data;
  g_autoptr(GdkTexture) texture =
    gdk_clipboard_read_texture_finish (GDK_CLIPBOARD (object), result, NULL);
  g_autoptr(GBytes) bytes = NULL;

  if (texture == NULL)
    {
      show_error (self, _("There is no picture in the clipboard. Copy one, and paste again."));
      return;
    }

  bytes = gdk_texture_save_to_png_bytes (texture);
  take (self, NULL, bytes, NULL);
}

static gboolean
paste_cb (GtkWidget *widget,
          GVariant  *arguments,
          gpointer   user_data)
{
  gdk_clipboard_read_texture_async (gtk_widget_get_clipboard (widget), NULL, texture_read_cb,
                                    g_object_ref (widget));

  return TRUE;
}

/* A question which file; it may be about one picture, whose place it takes. */
typedef struct
{
  VslPicturesBox *box; /* (owned) */
  char *replaced;      /* (owned) (nullable) */
} Question;

static void
question_free (gpointer  data,
               GClosure *closure)
{
  Question *question = data;

  g_clear_object (&question->box);
  g_free (question->replaced);
  g_free (question);
}

static void
chosen_cb (GtkNativeDialog *dialog,
           int              response,
           Question        *question)
{
  g_autoptr(GListModel) files = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));
  for (guint i = 0; files != NULL && i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr(GFile) file = g_list_model_get_item (files, i);

      take (question->box, file, NULL, question->replaced);
    }
  g_object_unref (dialog);
}

static void
ask_for_files (VslPicturesBox *self,
               const char     *title,
               const char     *button,
               const char     *replaced)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autoptr(GtkFileFilter) filter = gtk_file_filter_new ();
  GtkFileChooserNative *dialog =
    gtk_file_chooser_native_new (title, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                 GTK_FILE_CHOOSER_ACTION_OPEN, button, _("_Cancel"));
  Question *question = g_new0 (Question, 1);

  question->box = g_object_ref (self);
  question->replaced = g_strdup (replaced);
  gtk_file_filter_set_name (filter, _("Pictures"));
  gtk_file_filter_add_mime_type (filter, "image/*");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (dialog), replaced == NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_data (dialog, "response", G_CALLBACK (chosen_cb), question, question_free, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
add_clicked_cb (VslPicturesBox *self)
{
  ask_for_files (self, _("Add pictures"), _("_Add"), NULL);
}

static void
exchange_requested_cb (VslPicturesBox *self,
                       VslPictureRow  *row)
{
  ask_for_files (self, _("Choose another file"), _("_Choose"),
                 vsl_picture_get_hash (vsl_picture_row_get_picture (row)));
}

static void
vsl_pictures_box_dispose (GObject *object)
{
  VslPicturesBox *self = VSL_PICTURES_BOX (object);

  g_clear_object (&self->list_signals);
  g_clear_object (&self->document);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (vsl_pictures_box_parent_class)->dispose (object);
}

static void
vsl_pictures_box_class_init (VslPicturesBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vsl_pictures_box_dispose;
  gtk_widget_class_add_binding (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, paste_cb, NULL);
}

static void
vsl_pictures_box_init (VslPicturesBox *self)
{
  GtkWidget *heading = gtk_label_new (_("Pictures"));
  GtkWidget *add = gtk_button_new_with_label (_("Add pictures…"));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "caption");
  gtk_widget_add_css_class (heading, "dim-label");
  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  self->error_label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->error_label), 0);
  gtk_label_set_wrap (GTK_LABEL (self->error_label), TRUE);
  gtk_widget_add_css_class (self->error_label, "error");
  gtk_widget_set_visible (self->error_label, FALSE);
  gtk_widget_set_tooltip_text (add, _("Or drop files here, or paste a picture with Ctrl+V"));
  g_signal_connect_swapped (add, "clicked", G_CALLBACK (add_clicked_cb), self);
  gtk_box_append (GTK_BOX (self), heading);
  gtk_box_append (GTK_BOX (self), self->rows);
  gtk_box_append (GTK_BOX (self), self->error_label);
  gtk_box_append (GTK_BOX (self), add);

  self->list_signals = g_signal_group_new (G_TYPE_LIST_MODEL);
  g_signal_group_connect_swapped (self->list_signals, "items-changed",
                                  G_CALLBACK (show_pictures), self);
}

/**
 * vsl_pictures_box_new:
 *
 * Returns: (transfer floating): a box without a document
 */
GtkWidget *
vsl_pictures_box_new (void)
{
  return g_object_new (VSL_TYPE_PICTURES_BOX, NULL);
}

/**
 * vsl_pictures_box_set_document:
 * @self: the box
 * @desk: (nullable): the desk
 * @document: (nullable): the open article
 *
 * Shows the pictures of @document.
 */
void
vsl_pictures_box_set_document (VslPicturesBox *self,
                               VslDesk        *desk,
                               VslDocument    *document)
{
  g_return_if_fail (VSL_IS_PICTURES_BOX (self));

  g_set_object (&self->desk, desk);
  if (desk == NULL)
    document = NULL;
  g_set_object (&self->document, document);
  g_signal_group_set_target (self->list_signals,
                             self->document != NULL ? vsl_document_get_pictures (self->document)
                                                    : NULL);
  show_error (self, NULL);
  show_pictures (self);
}

/**
 * vsl_pictures_box_add_file:
 * @self: the box
 * @file: a picture
 *
 * Adds a picture to the open article.
 */
void
vsl_pictures_box_add_file (VslPicturesBox *self,
                           GFile          *file)
{
  g_return_if_fail (VSL_IS_PICTURES_BOX (self) && G_IS_FILE (file));

  take (self, file, NULL, NULL);
}
