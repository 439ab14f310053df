/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-core"

#include "core/vsl-picture.h"

#include <string.h>

/* As much of a hash as a reference has: no two pictures of one article share it. */
#define REFERENCE_DIGITS 12
#define MIN_REFERENCE_DIGITS 8

/**
 * VslPicture:
 *
 * A picture that goes with an article. Its bytes live beside the database under their hash; this
 * value is what the article says of them. A picture that is being written for one target also knows
 * its place there, which is never stored with the article.
 *
 * Immutable; any thread.
 */
struct _VslPicture
{
  GObject parent_instance;

  char *hash; /* (owned) */
  char *content_type; /* (owned) */
  char *credit; /* (owned) */
  char *caption; /* (owned) */
  char *alt; /* (owned) */
  gboolean decorative;
  gboolean featured;
  guint focus_x; /* per mille of the width */
  guint focus_y; /* per mille of the height */

  VslPicturePlace place; /* all (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (VslPicture, vsl_picture, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_HASH,
  PROP_CONTENT_TYPE,
  PROP_CREDIT,
  PROP_CAPTION,
  PROP_ALT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
vsl_picture_finalize (GObject *object)
{
  VslPicture *self = VSL_PICTURE (object);

  g_free (self->hash);
  g_free (self->content_type);
  g_free (self->credit);
  g_free (self->caption);
  g_free (self->alt);
  g_free ((char *) self->place.url);
  g_free ((char *) self->place.remote_id);
  g_free ((char *) self->place.srcset);

  G_OBJECT_CLASS (vsl_picture_parent_class)->finalize (object);
}

static void
vsl_picture_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  VslPicture *self = VSL_PICTURE (object);

  switch (prop_id)
    {
    case PROP_HASH:
      g_value_set_string (value, self->hash);
      break;
    case PROP_CONTENT_TYPE:
      g_value_set_string (value, self->content_type);
      break;
    case PROP_CREDIT:
      g_value_set_string (value, self->credit);
      break;
    case PROP_CAPTION:
      g_value_set_string (value, self->caption);
      break;
    case PROP_ALT:
      g_value_set_string (value, self->alt);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vsl_picture_class_init (VslPictureClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = vsl_picture_finalize;
  object_class->get_property = vsl_picture_get_property;

  properties[PROP_HASH] =
    g_param_spec_string ("hash", NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_CONTENT_TYPE] =
    g_param_spec_string ("content-type", NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_CREDIT] =
    g_param_spec_string ("credit", NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_CAPTION] =
    g_param_spec_string ("caption", NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ALT] =
    g_param_spec_string ("alt", NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
vsl_picture_init (VslPicture *self)
{
  self->focus_x = VSL_PICTURE_MIDDLE;
  self->focus_y = VSL_PICTURE_MIDDLE;
}

/**
 * vsl_picture_new:
 * @hash: (nullable): SHA-256 of the bytes, in lower-case hexadecimal; empty when there are no bytes yet
 * @content_type: (nullable): the MIME type
 * @credit: (nullable): who made it
 * @caption: (nullable): the caption; may be empty
 * @alt: (nullable): the text for who cannot see it; may be empty
 *
 * A value; texts may be %NULL for empty.
 *
 * Returns: (transfer full): a new picture
 */
VslPicture *
vsl_picture_new (const char *hash,
                 const char *content_type,
                 const char *credit,
                 const char *caption,
                 const char *alt)
{
  VslPicture *self = g_object_new (VSL_TYPE_PICTURE, NULL);

  self->hash = g_strdup (hash != NULL ? hash : "");
  self->content_type = g_strdup (content_type != NULL ? content_type : "");
  self->credit = g_strdup (credit != NULL ? credit : "");
  self->caption = g_strdup (caption != NULL ? caption : "");
  self->alt = g_strdup (alt != NULL ? alt : "");

  return self;
}

/**
 * vsl_picture_get_hash:
 * @self: the picture
 *
 * Returns: (transfer none): SHA-256 of the bytes, in lower-case hexadecimal; empty when there are no bytes yet
 */
const char *
vsl_picture_get_hash (VslPicture *self)
{
  g_return_val_if_fail (VSL_IS_PICTURE (self), NULL);

  return self->hash;
}

/**
 * vsl_picture_get_content_type:
 * @self: the picture
 *
 * Returns: (transfer none): the MIME type
 */
const char *
vsl_picture_get_content_type (VslPicture *self)
{
  g_return_val_if_fail (VSL_IS_PICTURE (self), NULL);

  return self->content_type;
}

/**
 * vsl_picture_get_credit:
 * @self: the picture
 *
 * Returns: (transfer none): who made it
 */
const char *
vsl_picture_get_credit (VslPicture *self)
{
  g_return_val_if_fail (VSL_IS_PICTURE (self), NULL);

  return self->credit;
}

/**
 * vsl_picture_get_caption:
 * @self: the picture
 *
 * Returns: (transfer none): the caption; may be empty
 */
const char *
vsl_picture_get_caption (VslPicture *self)
{
  g_return_val_if_fail (VSL_IS_PICTURE (self), NULL);

  return self->caption;
}

/**
 * vsl_picture_get_alt:
 * @self: the picture
 *
 * Returns: (transfer none): the text for who cannot see it; may be empty
 */
const char *
vsl_picture_get_alt (VslPicture *self)
{
  g_return_val_if_fail (VSL_IS_PICTURE (self), NULL);

  return self->alt;
}

/* A copy that may still be changed, for the functions below alone. */
static VslPicture *
copy (VslPicture *self)
{
  VslPicture *changed = vsl_picture_new (self->hash, self->content_type, self->credit,
                                         self->caption, self->alt);

  changed->decorative = self->decorative;
  changed->featured = self->featured;
  changed->focus_x = self->focus_x;
  changed->focus_y = self->focus_y;
  changed->place.url = g_strdup (self->place.url);
  changed->place.remote_id = g_strdup (self->place.remote_id);
  changed->place.srcset = g_strdup (self->place.srcset);
  changed->place.width = self->place.width;
  changed->place.height = self->place.height;

  return changed;
}

static void
take_text (char       **field,
           const char  *text)
{
  char *old = *field;

  *field = g_strdup (text != NULL ? text : "");
  g_free (old);
}

/**
 * vsl_picture_with_texts:
 * @self: the picture
 * @credit: (nullable): who made it
 * @caption: (nullable): the caption
 * @alt: (nullable): the text for who cannot see it
 *
 * Returns: (transfer full): the picture with these words
 */
VslPicture *
vsl_picture_with_texts (VslPicture *self,
                        const char *credit,
                        const char *caption,
                        const char *alt)
{
  VslPicture *changed;

  g_return_val_if_fail (VSL_IS_PICTURE (self), NULL);

  changed = copy (self);
  take_text (&changed->credit, credit);
  take_text (&changed->caption, caption);
  take_text (&changed->alt, alt);

  return changed;
}

/**
 * vsl_picture_with_decorative:
 * @self: the picture
 * @decorative: whether it tells nothing that is not in the text, so that it needs no alt text
 *
 * Returns: (transfer full): the picture so
 */
VslPicture *
vsl_picture_with_decorative (VslPicture *self,
                             gboolean    decorative)
{
  VslPicture *changed;

  g_return_val_if_fail (VSL_IS_PICTURE (self), NULL);

  changed = copy (self);
  changed->decorative = decorative;

  return changed;
}

/**
 * vsl_picture_with_featured:
 * @self: the picture
 * @featured: whether it stands at the head of the article and in lists
 *
 * Returns: (transfer full): the picture so
 */
VslPicture *
vsl_picture_with_featured (VslPicture *self,
                           gboolean    featured)
{
  VslPicture *changed;

  g_return_val_if_fail (VSL_IS_PICTURE (self), NULL);

  changed = copy (self);
  changed->featured = featured;

  return changed;
}

/**
 * vsl_picture_with_focus:
 * @self: the picture
 * @x: the point that stays visible when it is cropped, in per mille of the width
 * @y: the same of the height
 *
 * Returns: (transfer full): the picture with that point
 */
VslPicture *
vsl_picture_with_focus (VslPicture *self,
                        guint       x,
                        guint       y)
{
  VslPicture *changed;

  g_return_val_if_fail (VSL_IS_PICTURE (self), NULL);

  changed = copy (self);
  changed->focus_x = MIN (x, 1000);
  changed->focus_y = MIN (y, 1000);

  return changed;
}

/**
 * vsl_picture_with_file:
 * @self: the picture
 * @hash: SHA-256 of other bytes
 * @content_type: what they are
 *
 * Returns: (transfer full): other bytes under the same words
 */
VslPicture *
vsl_picture_with_file (VslPicture *self,
                       const char *hash,
                       const char *content_type)
{
  VslPicture *changed;

  g_return_val_if_fail (VSL_IS_PICTURE (self), NULL);

  changed = copy (self);
  take_text (&changed->hash, hash);
  take_text (&changed->content_type, content_type);

  return changed;
}

/**
 * vsl_picture_with_place:
 * @self: the picture
 * @place: where it stands on the target that is written for; copied
 *
 * Returns: (transfer full): the picture in that place
 */
VslPicture *
vsl_picture_with_place (VslPicture            *self,
                        const VslPicturePlace *place)
{
  VslPicture *changed;

  g_return_val_if_fail (VSL_IS_PICTURE (self), NULL);
  g_return_val_if_fail (place != NULL, NULL);

  changed = copy (self);
  g_free ((char *) changed->place.url);
  g_free ((char *) changed->place.remote_id);
  g_free ((char *) changed->place.srcset);
  changed->place.url = g_strdup (place->url);
  changed->place.remote_id = g_strdup (place->remote_id);
  changed->place.srcset = g_strdup (place->srcset);
  changed->place.width = place->width;
  changed->place.height = place->height;

  return changed;
}

/**
 * vsl_picture_get_decorative:
 * @self: the picture
 *
 * Returns: whether somebody said that it needs no alt text
 */
gboolean
vsl_picture_get_decorative (VslPicture *self)
{
  g_return_val_if_fail (VSL_IS_PICTURE (self), FALSE);

  return self->decorative;
}

/**
 * vsl_picture_get_featured:
 * @self: the picture
 *
 * Returns: whether it stands at the head of the article
 */
gboolean
vsl_picture_get_featured (VslPicture *self)
{
  g_return_val_if_fail (VSL_IS_PICTURE (self), FALSE);

  return self->featured;
}

/**
 * vsl_picture_get_focus:
 * @self: the picture
 * @x: (out): in per mille of the width
 * @y: (out): in per mille of the height
 *
 * Gives the point that stays visible when it is cropped.
 */
void
vsl_picture_get_focus (VslPicture *self,
                       guint      *x,
                       guint      *y)
{
  g_return_if_fail (VSL_IS_PICTURE (self));

  *x = self->focus_x;
  *y = self->focus_y;
}

/**
 * vsl_picture_get_place:
 * @self: the picture
 *
 * Returns: (transfer none) (nullable): where it stands on the target that is written for; %NULL when
 *   nobody said
 */
const VslPicturePlace *
vsl_picture_get_place (VslPicture *self)
{
  g_return_val_if_fail (VSL_IS_PICTURE (self), NULL);

  return self->place.url != NULL ? &self->place : NULL;
}

/**
 * vsl_picture_get_ending:
 * @content_type: (nullable): a MIME type
 *
 * Returns: how the name of such a file ends, with the dot; empty for what is no picture of ours
 */
const char *
vsl_picture_get_ending (const char *content_type)
{
  static const char *const endings[][2] = {
    { "image/jpeg", ".jpg" }, { "image/png", ".png" },
    { "image/webp", ".webp" }, { "image/gif", ".gif" },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      if (g_strcmp0 (content_type, endings[i][0]) == 0)
        return endings[i][1];
    }

  return "";
}

/**
 * vsl_picture_dup_reference:
 * @self: the picture
 *
 * Returns: (transfer full) (nullable): the address by which a body means this picture; %NULL when
 *   there are no bytes yet
 */
char *
vsl_picture_dup_reference (VslPicture *self)
{
  g_return_val_if_fail (VSL_IS_PICTURE (self), NULL);

  if (strlen (self->hash) < REFERENCE_DIGITS)
    return NULL;

  return g_strdup_printf (VSL_PICTURE_SCHEME "%.*s", REFERENCE_DIGITS, self->hash);
}

/**
 * vsl_picture_is_meant_by:
 * @self: the picture
 * @reference: an address in a body
 *
 * Returns: whether @reference means this picture
 */
gboolean
vsl_picture_is_meant_by (VslPicture *self,
                         const char *reference)
{
  g_return_val_if_fail (VSL_IS_PICTURE (self), FALSE);

  if (reference == NULL || !g_str_has_prefix (reference, VSL_PICTURE_SCHEME))
    return FALSE;
  reference += strlen (VSL_PICTURE_SCHEME);

  return strlen (reference) >= MIN_REFERENCE_DIGITS && g_str_has_prefix (self->hash, reference);
}

/**
 * vsl_picture_equal:
 * @a: a picture
 * @b: another
 *
 * Returns: whether they are the same picture with the same words, wherever it stands
 */
gboolean
vsl_picture_equal (VslPicture *a,
                   VslPicture *b)
{
  g_return_val_if_fail (VSL_IS_PICTURE (a), FALSE);
  g_return_val_if_fail (VSL_IS_PICTURE (b), FALSE);

  return a == b || (g_str_equal (a->hash, b->hash) &&
                    g_str_equal (a->content_type, b->content_type) &&
                    g_str_equal (a->credit, b->credit) &&
                    g_str_equal (a->caption, b->caption) && g_str_equal (a->alt, b->alt) &&
                    !a->decorative == !b->decorative && !a->featured == !b->featured &&
                    a->focus_x == b->focus_x && a->focus_y == b->focus_y);
}
