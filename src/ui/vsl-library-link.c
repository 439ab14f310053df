/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "ui/vsl-library-link.h"

struct _VslLibraryLink
{
  GObject   parent_instance;

  char     *title;       /* (owned) */
  char     *subtitle;    /* (owned) (nullable) */
  char     *icon_name;   /* (owned) (nullable) */
  char     *action_name; /* (owned) */
  GVariant *target;      /* (owned) (nullable) */
  gboolean  current;     /* what it opens is open */
};

G_DEFINE_FINAL_TYPE (VslLibraryLink, vsl_library_link, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_CURRENT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
vsl_library_link_finalize (GObject *object)
{
  VslLibraryLink *self = VSL_LIBRARY_LINK (object);

  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->icon_name);
  g_free (self->action_name);
  g_clear_pointer (&self->target, g_variant_unref);
  G_OBJECT_CLASS (vsl_library_link_parent_class)->finalize (object);
}

static void
vsl_library_link_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_CURRENT:
      g_value_set_boolean (value, VSL_LIBRARY_LINK (object)->current);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vsl_library_link_class_init (VslLibraryLinkClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = vsl_library_link_finalize;
  object_class->get_property = vsl_library_link_get_property;

  properties[PROP_CURRENT] =
    g_param_spec_boolean ("current", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
vsl_library_link_init (VslLibraryLink *self)
{
}

/**
 * vsl_library_link_new:
 * @title: what the row says
 * @subtitle: (nullable): a second, smaller line
 * @icon_name: (nullable): a symbolic icon in front
 * @action_name: what it does when it is chosen, such as "win.open-article"
 * @target: (nullable): the parameter of the action; a floating one is taken
 *
 * Returns: (transfer full): a row for a folder of the library
 */
VslLibraryLink *
vsl_library_link_new (const char *title,
                      const char *subtitle,
                      const char *icon_name,
                      const char *action_name,
                      GVariant   *target)
{
  VslLibraryLink *self = g_object_new (VSL_TYPE_LIBRARY_LINK, NULL);

  self->title = g_strdup (title);
  self->subtitle = g_strdup (subtitle);
  self->icon_name = g_strdup (icon_name);
  self->action_name = g_strdup (action_name);
  self->target = target != NULL ? g_variant_ref_sink (target) : NULL;

  return self;
}

/**
 * vsl_library_link_get_title:
 *
 * Returns: (transfer none): what the row says
 */
const char *
vsl_library_link_get_title (VslLibraryLink *self)
{
  return self->title;
}

/**
 * vsl_library_link_get_subtitle:
 *
 * Returns: (transfer none) (nullable): the second line
 */
const char *
vsl_library_link_get_subtitle (VslLibraryLink *self)
{
  return self->subtitle;
}

/**
 * vsl_library_link_get_icon_name:
 *
 * Returns: (transfer none) (nullable): the icon in front
 */
const char *
vsl_library_link_get_icon_name (VslLibraryLink *self)
{
  return self->icon_name;
}

/**
 * vsl_library_link_get_action:
 *
 * Returns: (transfer none): what it does
 */
const char *
vsl_library_link_get_action (VslLibraryLink *self)
{
  return self->action_name;
}

/**
 * vsl_library_link_get_target:
 *
 * Returns: (transfer none) (nullable): the parameter of the action
 */
GVariant *
vsl_library_link_get_target (VslLibraryLink *self)
{
  return self->target;
}

/**
 * vsl_library_link_get_current:
 *
 * Returns: whether what it opens is open
 */
gboolean
vsl_library_link_get_current (VslLibraryLink *self)
{
  g_return_val_if_fail (VSL_IS_LIBRARY_LINK (self), FALSE);

  return self->current;
}

/**
 * vsl_library_link_set_current:
 * @current: whether what it opens is open
 *
 * Marks the row.
 */
void
vsl_library_link_set_current (VslLibraryLink *self,
                              gboolean        current)
{
  g_return_if_fail (VSL_IS_LIBRARY_LINK (self));

  if (self->current == !!current)
    return;

  self->current = !!current;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CURRENT]);
}
