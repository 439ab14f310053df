/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-core"

#include "core/vsl-picture.h"

/**
 * VslPicture:
 *
 * A picture that goes with an article. Its bytes live beside the database under their hash; this
 * value is what is known of them.
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

/**
 * vsl_picture_equal:
 * @a: a picture
 * @b: another
 *
 * Returns: whether they are the same picture with the same words
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
                    g_str_equal (a->caption, b->caption) && g_str_equal (a->alt, b->alt));
}
