/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "config.h"

#include "desk/vsl-publication-private.h"

#include <glib/gi18n.h>

/**
 * VslPublication:
 *
 * What can be seen of one run of putting an article on a site. The run itself is a #VslPublishRun,
 * which holds this object until it ends and alone changes it. Main thread.
 */
struct _VslPublication
{
  GObject parent_instance;

  gboolean running;
  GListStore *steps;    /* (owned) of VslPublicationStep, by VslPublicationStage */
  VslOutboxRow *result; /* (owned) (nullable) */
  GError *error;        /* (owned) (nullable) */
  gboolean created;
  GPtrArray *warnings; /* (owned) of char *, NULL-terminated */
  GPtrArray *missing;  /* (owned) (nullable) of VslMissingTerm */
};

G_DEFINE_FINAL_TYPE (VslPublication, vsl_publication, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_RUNNING,
  PROP_STEPS,
  PROP_RESULT,
  PROP_ERROR_MESSAGE,
  PROP_CREATED,
  PROP_WARNINGS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static VslPublicationStep *
get_step (VslPublication      *self,
          VslPublicationStage  stage)
{
  g_autoptr(VslPublicationStep) step = g_list_model_get_item (G_LIST_MODEL (self->steps), stage);

  return step; /* the list holds it */
}

static void
add_step (VslPublication *self,
          const char     *title)
{
  g_autoptr(VslPublicationStep) step = vsl_publication_step_new (title);

  g_list_store_append (self->steps, step);
}

static void
end (VslPublication *self,
     VslOutboxRow   *row)
{
  self->running = FALSE;
  if (g_set_object (&self->result, row))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RESULT]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RUNNING]);
}

static void
vsl_publication_finalize (GObject *object)
{
  VslPublication *self = VSL_PUBLICATION (object);

  g_clear_object (&self->steps);
  g_clear_object (&self->result);
  g_clear_error (&self->error);
  g_ptr_array_unref (self->warnings);
  g_clear_pointer (&self->missing, g_ptr_array_unref);

  G_OBJECT_CLASS (vsl_publication_parent_class)->finalize (object);
}

static void
vsl_publication_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  VslPublication *self = VSL_PUBLICATION (object);

  switch (prop_id)
    {
    case PROP_RUNNING:
      g_value_set_boolean (value, self->running);
      break;
    case PROP_STEPS:
      g_value_set_object (value, self->steps);
      break;
    case PROP_RESULT:
      g_value_set_object (value, self->result);
      break;
    case PROP_ERROR_MESSAGE:
      g_value_set_string (value, vsl_publication_get_error_message (self));
      break;
    case PROP_CREATED:
      g_value_set_boolean (value, self->created);
      break;
    case PROP_WARNINGS:
      g_value_set_boxed (value, self->warnings->pdata);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vsl_publication_class_init (VslPublicationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = vsl_publication_finalize;
  object_class->get_property = vsl_publication_get_property;

  properties[PROP_RUNNING] = g_param_spec_boolean ("running", NULL, NULL, TRUE, flags);
  properties[PROP_STEPS] = g_param_spec_object ("steps", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  properties[PROP_RESULT] = g_param_spec_object ("result", NULL, NULL, VSL_TYPE_OUTBOX_ROW, flags);
  properties[PROP_ERROR_MESSAGE] = g_param_spec_string ("error-message", NULL, NULL, NULL, flags);
  properties[PROP_CREATED] = g_param_spec_boolean ("created", NULL, NULL, FALSE, flags);
  properties[PROP_WARNINGS] = g_param_spec_boxed ("warnings", NULL, NULL, G_TYPE_STRV, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
vsl_publication_init (VslPublication *self)
{
  self->running = TRUE;
  self->steps = g_list_store_new (VSL_TYPE_PUBLICATION_STEP);
  self->warnings = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->warnings, NULL);
  add_step (self, _("Keep the text"));
  add_step (self, _("Look up the tags"));
  add_step (self, _("Send the pictures"));
  add_step (self, _("Put the article on the site"));
  add_step (self, _("Check the answer"));
}

/**
 * vsl_publication_new:
 *
 * Returns: (transfer full): a publication that runs, and whose steps wait
 */
VslPublication *
vsl_publication_new (void)
{
  return g_object_new (VSL_TYPE_PUBLICATION, NULL);
}

/**
 * vsl_publication_begin_stage:
 * @self: the publication
 * @stage: a step
 *
 * Shows that a step is being done.
 */
void
vsl_publication_begin_stage (VslPublication      *self,
                             VslPublicationStage  stage)
{
  vsl_publication_step_set_state (get_step (self, stage), VSL_STEP_RUNNING);
}

/**
 * vsl_publication_set_detail:
 * @self: the publication
 * @stage: a step
 * @detail: (nullable): what is being done, translated
 *
 * Says more of a step.
 */
void
vsl_publication_set_detail (VslPublication      *self,
                            VslPublicationStage  stage,
                            const char          *detail)
{
  vsl_publication_step_set_detail (get_step (self, stage), detail);
}

/**
 * vsl_publication_end_stage:
 * @self: the publication
 * @stage: a step
 * @detail: (nullable): what came of it, translated
 *
 * Shows that a step is done.
 */
void
vsl_publication_end_stage (VslPublication      *self,
                           VslPublicationStage  stage,
                           const char          *detail)
{
  vsl_publication_step_set_detail (get_step (self, stage), detail);
  vsl_publication_step_set_state (get_step (self, stage), VSL_STEP_DONE);
}

/**
 * vsl_publication_add_warning:
 * @self: the publication
 * @warning: a sentence, translated
 *
 * Adds something the person should know though all went well.
 */
void
vsl_publication_add_warning (VslPublication *self,
                             const char     *warning)
{
  g_ptr_array_insert (self->warnings, self->warnings->len - 1, g_strdup (warning));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WARNINGS]);
}

/**
 * vsl_publication_set_created:
 * @self: the publication
 * @created: whether the copy was made by this run
 *
 * Says that the article was not on the site before.
 */
void
vsl_publication_set_created (VslPublication *self,
                             gboolean        created)
{
  if (self->created == created)
    return;

  self->created = created;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CREATED]);
}

/**
 * vsl_publication_settle:
 * @self: the publication
 * @row: the row of the outbox, confirmed
 *
 * The site has it, and that is on the disk; its page is still to be looked at.
 */
void
vsl_publication_settle (VslPublication *self,
                        VslOutboxRow   *row)
{
  if (g_set_object (&self->result, row))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RESULT]);
}

/**
 * vsl_publication_succeed:
 * @self: the publication
 * @row: the row of the outbox, confirmed
 *
 * Ends it well.
 */
void
vsl_publication_succeed (VslPublication *self,
                         VslOutboxRow   *row)
{
  end (self, row);
}

/**
 * vsl_publication_fail:
 * @self: the publication
 * @row: (nullable): the row of the outbox as it is now
 * @error: (transfer full): why
 *
 * Ends it, with the step that was being done as the one that failed.
 */
void
vsl_publication_fail (VslPublication *self,
                      VslOutboxRow   *row,
                      GError         *error)
{
  guint i;

  for (i = 0; i < VSL_PUBLICATION_N_STEPS; i++)
    {
      VslPublicationStep *step = get_step (self, i);

      if (vsl_publication_step_get_state (step) != VSL_STEP_RUNNING)
        continue;
      vsl_publication_step_set_detail (step, error->message);
      vsl_publication_step_set_state (step, VSL_STEP_FAILED);
    }

  g_clear_error (&self->error);
  self->error = error;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR_MESSAGE]);
  end (self, row);
}

/**
 * vsl_publication_get_running:
 * @self: the publication
 *
 * Returns: whether it is under way
 */
gboolean
vsl_publication_get_running (VslPublication *self)
{
  g_return_val_if_fail (VSL_IS_PUBLICATION (self), FALSE);

  return self->running;
}

/**
 * vsl_publication_get_settled:
 * @self: the publication
 *
 * Returns: whether it is known what became of it; it may still be under way, for what readers get of it
 */
gboolean
vsl_publication_get_settled (VslPublication *self)
{
  g_return_val_if_fail (VSL_IS_PUBLICATION (self), FALSE);

  return self->result != NULL || !self->running;
}

/**
 * vsl_publication_get_steps:
 * @self: the publication
 *
 * Returns: (transfer none): its steps, a list model of VslPublicationStep
 */
GListModel *
vsl_publication_get_steps (VslPublication *self)
{
  g_return_val_if_fail (VSL_IS_PUBLICATION (self), NULL);

  return G_LIST_MODEL (self->steps);
}

/**
 * vsl_publication_get_result:
 * @self: the publication
 *
 * Returns: (transfer none) (nullable): the row of the outbox; %NULL until it is settled, and
 *   when it failed before anything was to be sent to a site that never had the article
 */
VslOutboxRow *
vsl_publication_get_result (VslPublication *self)
{
  g_return_val_if_fail (VSL_IS_PUBLICATION (self), NULL);

  return self->result;
}

/**
 * vsl_publication_get_error_message:
 * @self: the publication
 *
 * Returns: (nullable): why it failed and what to do, translated
 */
const char *
vsl_publication_get_error_message (VslPublication *self)
{
  g_return_val_if_fail (VSL_IS_PUBLICATION (self), NULL);

  return self->error != NULL ? self->error->message : NULL;
}

/**
 * vsl_publication_get_error:
 * @self: the publication
 *
 * Returns: (transfer none) (nullable): why it failed
 */
const GError *
vsl_publication_get_error (VslPublication *self)
{
  g_return_val_if_fail (VSL_IS_PUBLICATION (self), NULL);

  return self->error;
}

/**
 * vsl_publication_get_created:
 * @self: the publication
 *
 * Returns: whether the article was not on the site before
 */
gboolean
vsl_publication_get_created (VslPublication *self)
{
  g_return_val_if_fail (VSL_IS_PUBLICATION (self), FALSE);

  return self->created;
}

/**
 * vsl_publication_get_warnings:
 * @self: the publication
 *
 * Returns: (transfer none): what the person should know though it went well, translated
 */
const char * const *
vsl_publication_get_warnings (VslPublication *self)
{
  g_return_val_if_fail (VSL_IS_PUBLICATION (self), NULL);

  return (const char * const *) self->warnings->pdata;
}

/**
 * vsl_publication_set_missing:
 * @self: the publication
 * @missing: (element-type VslMissingTerm): the tags and categories that the site lacks
 *
 * For the run, before it fails because of them.
 */
void
vsl_publication_set_missing (VslPublication *self,
                             GPtrArray      *missing)
{
  g_return_if_fail (VSL_IS_PUBLICATION (self));
  g_return_if_fail (missing != NULL);

  g_clear_pointer (&self->missing, g_ptr_array_unref);
  self->missing = g_ptr_array_ref (missing);
}

/**
 * vsl_publication_get_missing:
 * @self: the publication
 *
 * Returns: (transfer none) (nullable) (element-type VslMissingTerm): the tags and categories for which
 *   nothing was sent, because the site lacks them
 */
GPtrArray *
vsl_publication_get_missing (VslPublication *self)
{
  g_return_val_if_fail (VSL_IS_PUBLICATION (self), NULL);

  return self->missing;
}
