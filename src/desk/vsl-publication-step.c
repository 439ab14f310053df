/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "desk/vsl-publication-step.h"

G_DEFINE_ENUM_TYPE (VslStepState, vsl_step_state,
                    G_DEFINE_ENUM_VALUE (VSL_STEP_WAITING, "waiting"),
                    G_DEFINE_ENUM_VALUE (VSL_STEP_RUNNING, "running"),
                    G_DEFINE_ENUM_VALUE (VSL_STEP_DONE, "done"),
                    G_DEFINE_ENUM_VALUE (VSL_STEP_FAILED, "failed"))

/**
 * VslPublicationStep:
 *
 * One line of the list that shows how far a publication is. Owned by its publication, which alone
 * changes it. Main thread.
 */
struct _VslPublicationStep
{
  GObject parent_instance;

  char *title; /* (owned) */
  VslStepState state;
  char *detail; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (VslPublicationStep, vsl_publication_step, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_STATE,
  PROP_DETAIL,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
vsl_publication_step_finalize (GObject *object)
{
  VslPublicationStep *self = VSL_PUBLICATION_STEP (object);

  g_free (self->title);
  g_free (self->detail);

  G_OBJECT_CLASS (vsl_publication_step_parent_class)->finalize (object);
}

static void
vsl_publication_step_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  VslPublicationStep *self = VSL_PUBLICATION_STEP (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_STATE:
      g_value_set_enum (value, self->state);
      break;
    case PROP_DETAIL:
      g_value_set_string (value, self->detail);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vsl_publication_step_class_init (VslPublicationStepClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = vsl_publication_step_finalize;
  object_class->get_property = vsl_publication_step_get_property;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_STATE] =
    g_param_spec_enum ("state", NULL, NULL, VSL_TYPE_STEP_STATE, VSL_STEP_WAITING, flags);
  properties[PROP_DETAIL] = g_param_spec_string ("detail", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
vsl_publication_step_init (VslPublicationStep *self)
{
}

/**
 * vsl_publication_step_new:
 * @title: what the step does, translated
 *
 * Returns: (transfer full): a step that waits
 */
VslPublicationStep *
vsl_publication_step_new (const char *title)
{
  VslPublicationStep *self = g_object_new (VSL_TYPE_PUBLICATION_STEP, NULL);

  self->title = g_strdup (title);

  return self;
}

/**
 * vsl_publication_step_get_title:
 * @self: the step
 *
 * Returns: what the step does, translated
 */
const char *
vsl_publication_step_get_title (VslPublicationStep *self)
{
  g_return_val_if_fail (VSL_IS_PUBLICATION_STEP (self), NULL);

  return self->title;
}

/**
 * vsl_publication_step_get_state:
 * @self: the step
 *
 * Returns: how far it is
 */
VslStepState
vsl_publication_step_get_state (VslPublicationStep *self)
{
  g_return_val_if_fail (VSL_IS_PUBLICATION_STEP (self), VSL_STEP_WAITING);

  return self->state;
}

/**
 * vsl_publication_step_set_state:
 * @self: the step
 * @state: how far it is
 *
 * For the publication.
 */
void
vsl_publication_step_set_state (VslPublicationStep *self,
                                VslStepState        state)
{
  g_return_if_fail (VSL_IS_PUBLICATION_STEP (self));

  if (self->state == state)
    return;

  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

/**
 * vsl_publication_step_get_detail:
 * @self: the step
 *
 * Returns: (nullable): what came of it, or why it failed, translated
 */
const char *
vsl_publication_step_get_detail (VslPublicationStep *self)
{
  g_return_val_if_fail (VSL_IS_PUBLICATION_STEP (self), NULL);

  return self->detail;
}

/**
 * vsl_publication_step_set_detail:
 * @self: the step
 * @detail: (nullable): what came of it, translated
 *
 * For the publication.
 */
void
vsl_publication_step_set_detail (VslPublicationStep *self,
                                 const char         *detail)
{
  g_return_if_fail (VSL_IS_PUBLICATION_STEP (self));

  if (g_strcmp0 (self->detail, detail) == 0)
    return;

  g_free (self->detail);
  self->detail = g_strdup (detail);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DETAIL]);
}
