/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-picture-row.h"

#include "desk/vsl-desk-pictures.h"

#include <glib/gi18n.h>

#define THUMBNAIL_PIXELS 360
#define THUMBNAIL_HEIGHT 140
#define RING_PIXELS      9

/**
 * VslPictureRow:
 *
 * One picture of the article: how it looks, who made it, what it shows. It changes nothing itself;
 * the box that owns it hears what the person at the keyboard wants.
 *
 * Signals: `edited` (see vsl_picture_row_get_picture()), `feature-requested`, `insert-requested`,
 * `raise-requested`, `lower-requested`, `exchange-requested`, `removal-requested`.
 *
 * A click on the picture, or the arrow keys while it has the keyboard, move the point that stays
 * visible when it is cropped. A ring shows where that is.
 */
struct _VslPictureRow
{
  GtkBox parent_instance;

  VslPicture *picture;       /* (owned) */
  GCancellable *cancellable; /* (owned) of the thumbnail */
  gboolean filling;          /* the controls follow the picture, not the reverse */

  GtkWidget *image;
  GtkWidget *ring; /* over the image */
  GtkWidget *name_label;
  GtkWidget *star;
  GtkWidget *credit_entry;
  GtkWidget *caption_entry;
  GtkWidget *alt_entry;
  GtkWidget *decorative_check;
  GtkWidget *missing_label;
  GtkWidget *focus_label;
};

G_DEFINE_FINAL_TYPE (VslPictureRow, vsl_picture_row, GTK_TYPE_BOX)

enum
{
  SIGNAL_EDITED,
  SIGNAL_FEATURE_REQUESTED,
  SIGNAL_INSERT_REQUESTED,
  SIGNAL_RAISE_REQUESTED,
  SIGNAL_LOWER_REQUESTED,
  SIGNAL_EXCHANGE_REQUESTED,
  SIGNAL_REMOVAL_REQUESTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show_missing (VslPictureRow *self)
{
  gboolean no_alt = *vsl_picture_get_alt (self->picture) == '\0' &&
                    !vsl_picture_get_decorative (self->picture);
  gboolean no_credit = *vsl_picture_get_credit (self->picture) == '\0';
  const char *text = "";
  g_autofree char *focus = NULL;
  guint x, y;

  if (no_alt && no_credit)
    text = _("Credit and alt text are missing.");
  else if (no_alt)
    text = _("The alt text is missing: say what it shows, or tick decorative.");
  else if (no_credit)
    text = _("The credit is missing.");
  gtk_label_set_label (GTK_LABEL (self->missing_label), text);
  gtk_widget_set_visible (self->missing_label, *text != '\0');

  vsl_picture_get_focus (self->picture, &x, &y);
  focus = g_strdup_printf (_("Stays visible when cropped: %u %% from the left, %u %% from the top"),
                           x / 10, y / 10);
  gtk_label_set_label (GTK_LABEL (self->focus_label), focus);
  gtk_widget_queue_draw (self->ring);
}

static void
set_entry (GtkWidget  *entry,
           const char *text)
{
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (entry)), text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

static void
show_picture (VslPictureRow *self)
{
  self->filling = TRUE;
  set_entry (self->credit_entry, vsl_picture_get_credit (self->picture));
  set_entry (self->caption_entry, vsl_picture_get_caption (self->picture));
  set_entry (self->alt_entry, vsl_picture_get_alt (self->picture));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->decorative_check),
                               vsl_picture_get_decorative (self->picture));
  gtk_widget_set_sensitive (self->alt_entry, !vsl_picture_get_decorative (self->picture));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->star),
                                vsl_picture_get_featured (self->picture));
  self->filling = FALSE;
  show_missing (self);
}

static void
take_edited (VslPictureRow *self,
             VslPicture    *picture)
{
  g_set_object (&self->picture, picture);
  gtk_widget_set_sensitive (self->alt_entry, !vsl_picture_get_decorative (picture));
  show_missing (self);
  g_signal_emit (self, signals[SIGNAL_EDITED], 0);
}

static void
words_changed_cb (VslPictureRow *self)
{
  g_autoptr(VslPicture) worded = NULL;
  g_autoptr(VslPicture) judged = NULL;

  if (self->filling)
    return;

  worded = vsl_picture_with_texts (self->picture,
                                   gtk_editable_get_text (GTK_EDITABLE (self->credit_entry)),
                                   gtk_editable_get_text (GTK_EDITABLE (self->caption_entry)),
                                   gtk_editable_get_text (GTK_EDITABLE (self->alt_entry)));
  judged = vsl_picture_with_decorative (worded, gtk_check_button_get_active (
                                                  GTK_CHECK_BUTTON (self->decorative_check)));
  take_edited (self, judged);
}

static void
star_toggled_cb (VslPictureRow *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[SIGNAL_FEATURE_REQUESTED], 0);
}

static void
insert_clicked_cb (VslPictureRow *self)
{
  g_signal_emit (self, signals[SIGNAL_INSERT_REQUESTED], 0);
}

static void
raise_clicked_cb (VslPictureRow *self)
{
  g_signal_emit (self, signals[SIGNAL_RAISE_REQUESTED], 0);
}

static void
lower_clicked_cb (VslPictureRow *self)
{
  g_signal_emit (self, signals[SIGNAL_LOWER_REQUESTED], 0);
}

static void
exchange_clicked_cb (VslPictureRow *self)
{
  g_signal_emit (self, signals[SIGNAL_EXCHANGE_REQUESTED], 0);
}

static void
remove_clicked_cb (VslPictureRow *self)
{
  g_signal_emit (self, signals[SIGNAL_REMOVAL_REQUESTED], 0);
}

static void
set_focus (VslPictureRow *self,
           int            x,
           int            y)
{
  g_autoptr(VslPicture) moved =
    vsl_picture_with_focus (self->picture, CLAMP (x, 0, 1000), CLAMP (y, 0, 1000));

  take_edited (self, moved);
}

static void
image_pressed_cb (VslPictureRow *self,
                  int            n_press,
                  double         x,
                  double         y)
{
  int width = gtk_widget_get_width (self->image);
  int height = gtk_widget_get_height (self->image);

  gtk_widget_grab_focus (self->image);
  if (width > 0 && height > 0)
    set_focus (self, (int) (x * 1000 / width), (int) (y * 1000 / height));
}

static gboolean
image_key_pressed_cb (VslPictureRow   *self,
                      guint            keyval,
                      guint            keycode,
                      GdkModifierType  state)
{
  int dx = keyval == GDK_KEY_Left ? -50 : keyval == GDK_KEY_Right ? 50 : 0;
  int dy = keyval == GDK_KEY_Up ? -50 : keyval == GDK_KEY_Down ? 50 : 0;
  guint x, y;

  if (dx == 0 && dy == 0)
    return FALSE;

  vsl_picture_get_focus (self->picture, &x, &y);
  set_focus (self, (int) x + dx, (int) y + dy);

  return TRUE;
}

static void
thumbnail_loaded_cb (GObject      *object,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VslThumbnail) thumbnail =
    vsl_desk_load_thumbnail_finish (VSL_DESK (object), result, &error);
  g_autoptr(GdkTexture) texture = NULL;
  g_autofree char *text = NULL;
  VslPictureRow *self = user_data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (thumbnail == NULL)
    {
      gtk_label_set_label (GTK_LABEL (self->name_label), error->message);
      return;
    }

  texture = gdk_texture_new_from_bytes (thumbnail->png, NULL);
  gtk_picture_set_paintable (GTK_PICTURE (self->image), GDK_PAINTABLE (texture));
  gtk_widget_queue_draw (self->ring);
  text = g_strdup_printf ("%s, %u × %u", thumbnail->name, thumbnail->width, thumbnail->height);
  gtk_label_set_label (GTK_LABEL (self->name_label), text);
}

static GtkWidget *
add_label (VslPictureRow *self,
           const char    *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (self), label);

  return label;
}

static GtkWidget *
add_entry (VslPictureRow *self,
           const char    *label)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *name = add_label (self, "dim-label");

  /* Above it, so that it is read when the entry is full too. */
  gtk_label_set_label (GTK_LABEL (name), label);
  gtk_label_set_mnemonic_widget (GTK_LABEL (name), entry);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (words_changed_cb), self);
  gtk_box_append (GTK_BOX (self), entry);

  return entry;
}

/* Light in dark, so that it is seen on any picture. */
static void
draw_ring_cb (GtkDrawingArea *area,
              cairo_t        *cr,
              int             width,
              int             height,
              gpointer        data)
{
  VslPictureRow *self = data;
  guint x, y;

  if (self->picture == NULL || gtk_picture_get_paintable (GTK_PICTURE (self->image)) == NULL)
    return;

  vsl_picture_get_focus (self->picture, &x, &y);
  cairo_arc (cr, x * width / 1000.0, y * height / 1000.0, RING_PIXELS, 0, 2 * G_PI);
  cairo_set_source_rgba (cr, 0, 0, 0, 0.7);
  cairo_set_line_width (cr, 5);
  cairo_stroke_preserve (cr);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_set_line_width (cr, 2.5);
  cairo_stroke (cr);
}

static void
add_image (VslPictureRow *self)
{
  GtkWidget *overlay = gtk_overlay_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->image = gtk_picture_new ();
  gtk_picture_set_can_shrink (GTK_PICTURE (self->image), TRUE);
  gtk_widget_set_size_request (self->image, -1, THUMBNAIL_HEIGHT);
  gtk_widget_set_halign (overlay, GTK_ALIGN_CENTER);
  gtk_widget_set_focusable (self->image, TRUE);
  gtk_widget_set_tooltip_text (self->image,
                               _("Click on what must stay visible when the picture is cropped; the "
                                 "arrow keys move that point."));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->image), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Picture"), -1);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (image_pressed_cb), self);
  gtk_widget_add_controller (self->image, GTK_EVENT_CONTROLLER (click));
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (image_key_pressed_cb), self);
  gtk_widget_add_controller (self->image, keys);
  self->ring = gtk_drawing_area_new ();
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->ring), draw_ring_cb, self, NULL);
  gtk_widget_set_can_target (self->ring, FALSE);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), self->image);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->ring);
  gtk_box_append (GTK_BOX (self), overlay);
}

static void
add_button (VslPictureRow *self,
            GtkWidget     *box,
            const char    *icon,
            const char    *label,
            GCallback      clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_swapped (button, "clicked", clicked, self);
  gtk_box_append (GTK_BOX (box), button);
}

static void
add_buttons (VslPictureRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *insert = gtk_button_new_with_label (_("Insert in the text"));

  self->star = gtk_toggle_button_new ();
  gtk_button_set_icon_name (GTK_BUTTON (self->star), "starred-symbolic");
  gtk_widget_set_tooltip_text (self->star, _("Put at the head of the article"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->star), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Put at the head of the article"), -1);
  g_signal_connect_swapped (self->star, "toggled", G_CALLBACK (star_toggled_cb), self);
  g_signal_connect_swapped (insert, "clicked", G_CALLBACK (insert_clicked_cb), self);
  gtk_box_append (GTK_BOX (box), self->star);
  add_button (self, box, "go-up-symbolic", _("Move the picture up"), G_CALLBACK (raise_clicked_cb));
  add_button (self, box, "go-down-symbolic", _("Move the picture down"), G_CALLBACK (lower_clicked_cb));
  add_button (self, box, "document-open-symbolic", _("Choose another file for the picture…"),
              G_CALLBACK (exchange_clicked_cb));
  add_button (self, box, "user-trash-symbolic", _("Remove the picture"), G_CALLBACK (remove_clicked_cb));
  gtk_box_append (GTK_BOX (self), insert);
  gtk_box_append (GTK_BOX (self), box);
}

static void
vsl_picture_row_dispose (GObject *object)
{
  VslPictureRow *self = VSL_PICTURE_ROW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->picture);

  G_OBJECT_CLASS (vsl_picture_row_parent_class)->dispose (object);
}

static void
vsl_picture_row_class_init (VslPictureRowClass *klass)
{
  static const char *const names[N_SIGNALS] = { "edited", "feature-requested", "insert-requested",
                                                "raise-requested", "lower-requested",
                                                "exchange-requested", "removal-requested" };

  G_OBJECT_CLASS (klass)->dispose = vsl_picture_row_dispose;
  for (guint i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i], VSL_TYPE_PICTURE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               NULL, G_TYPE_NONE, 0);
}

static void
vsl_picture_row_init (VslPictureRow *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  self->cancellable = g_cancellable_new ();
  add_image (self);
  self->name_label = add_label (self, "dim-label");
  self->credit_entry = add_entry (self, _("Credit: who made it"));
  self->caption_entry = add_entry (self, _("Caption"));
  self->alt_entry = add_entry (self, _("Alt text: what it shows"));
  self->decorative_check = gtk_check_button_new_with_label (_("Decorative: needs no alt text"));
  g_signal_connect_swapped (self->decorative_check, "toggled", G_CALLBACK (words_changed_cb), self);
  gtk_box_append (GTK_BOX (self), self->decorative_check);
  self->missing_label = add_label (self, "warning");
  self->focus_label = add_label (self, "dim-label");
  add_buttons (self);
}

/**
 * vsl_picture_row_new:
 * @desk: the desk
 * @picture: a picture
 *
 * Returns: (transfer floating): a row that shows it
 */
GtkWidget *
vsl_picture_row_new (VslDesk    *desk,
                     VslPicture *picture)
{
  VslPictureRow *self = g_object_new (VSL_TYPE_PICTURE_ROW, NULL);

  vsl_picture_row_set_picture (self, picture);
  vsl_desk_load_thumbnail_async (desk, picture, THUMBNAIL_PIXELS, self->cancellable,
                                 thumbnail_loaded_cb, self);

  return GTK_WIDGET (self);
}

/**
 * vsl_picture_row_get_picture:
 * @self: the row
 *
 * Returns: (transfer none): the picture as it is in the row
 */
VslPicture *
vsl_picture_row_get_picture (VslPictureRow *self)
{
  g_return_val_if_fail (VSL_IS_PICTURE_ROW (self), NULL);

  return self->picture;
}

/**
 * vsl_picture_row_set_picture:
 * @self: the row
 * @picture: the same picture with other words
 *
 * Shows the words of @picture.
 */
void
vsl_picture_row_set_picture (VslPictureRow *self,
                             VslPicture    *picture)
{
  g_return_if_fail (VSL_IS_PICTURE_ROW (self));

  g_set_object (&self->picture, picture);
  show_picture (self);
}
