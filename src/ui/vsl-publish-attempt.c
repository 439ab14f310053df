/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "ui/vsl-publish-attempt.h"

#include "desk/vsl-desk-versions.h"

/**
 * VslPublishAttempt:
 *
 * One press of the button that publishes: the document is saved first, so that what goes out is
 * what is on the screen, and then the desk publishes it. It lives on when another article is opened.
 *
 * Property `running` notifies; `publication` is there from the moment that the document is saved.
 */
struct _VslPublishAttempt
{
  GObject                parent_instance;

  VslDesk               *desk;        /* (owned) */
  VslDocument           *document;    /* (owned) */
  VslSite               *site;        /* (owned) */
  VslPublicationOptions  options;
  char                  *version_name; /* (owned) (nullable) of the version to keep first */
  gboolean               saving;
  char                  *problem;     /* (owned) (nullable) why it could not be saved */
  VslPublication        *publication; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (VslPublishAttempt, vsl_publish_attempt, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_RUNNING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
running_changed_cb (VslPublishAttempt *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RUNNING]);
}

static void
publish (VslPublishAttempt *self)
{
  self->saving = FALSE;
  self->publication = vsl_desk_publish (self->desk, vsl_document_get_id (self->document), self->site,
                                        &self->options);
  g_signal_connect_object (self->publication, "notify::running", G_CALLBACK (running_changed_cb), self,
                           G_CONNECT_SWAPPED);
  running_changed_cb (self);
}

static void
give_up (VslPublishAttempt *self,
         const GError      *error)
{
  self->saving = FALSE;
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    self->problem = g_strdup (error->message);
  running_changed_cb (self);
}

static void
version_kept_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(VslPublishAttempt) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(VslSnapshot) version = vsl_desk_keep_version_finish (self->desk, result, &error);

  if (version != NULL)
    publish (self);
  else
    give_up (self, error);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(VslPublishAttempt) self = user_data;
  g_autoptr(GError) error = NULL;

  if (!vsl_document_save_finish (self->document, result, &error))
    give_up (self, error);
  else if (self->version_name != NULL)
    vsl_desk_keep_version_async (self->desk, vsl_document_get_id (self->document), self->version_name,
                                 version_kept_cb, g_object_ref (self));
  else
    publish (self);
}

static void
vsl_publish_attempt_finalize (GObject *object)
{
  VslPublishAttempt *self = VSL_PUBLISH_ATTEMPT (object);

  g_clear_object (&self->publication);
  g_clear_object (&self->site);
  vsl_publication_options_clear (&self->options);
  g_clear_object (&self->document);
  g_clear_object (&self->desk);
  g_free (self->problem);
  g_free (self->version_name);

  G_OBJECT_CLASS (vsl_publish_attempt_parent_class)->finalize (object);
}

static void
vsl_publish_attempt_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_RUNNING:
      g_value_set_boolean (value,
                           vsl_publish_attempt_get_running (VSL_PUBLISH_ATTEMPT (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vsl_publish_attempt_class_init (VslPublishAttemptClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = vsl_publish_attempt_finalize;
  object_class->get_property = vsl_publish_attempt_get_property;

  properties[PROP_RUNNING] =
    g_param_spec_boolean ("running", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
vsl_publish_attempt_init (VslPublishAttempt *self)
{
}

/**
 * vsl_publish_attempt_new:
 * @desk: who publishes
 * @document: what
 * @site: where
 * @options: as what
 * @version_name: (nullable): the name of a version to keep first, if any
 *
 * Saves the document and publishes it. Dropping the attempt does not stop it.
 *
 * Returns: (transfer full): the attempt, running
 */
VslPublishAttempt *
vsl_publish_attempt_new (VslDesk                     *desk,
                         VslDocument                 *document,
                         VslSite                     *site,
                         const VslPublicationOptions *options,
                         const char                  *version_name)
{
  VslPublishAttempt *self;

  g_return_val_if_fail (VSL_IS_DESK (desk), NULL);
  g_return_val_if_fail (VSL_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (VSL_IS_SITE (site), NULL);
  g_return_val_if_fail (options != NULL, NULL);

  self = g_object_new (VSL_TYPE_PUBLISH_ATTEMPT, NULL);
  self->desk = g_object_ref (desk);
  self->document = g_object_ref (document);
  self->site = g_object_ref (site);
  vsl_publication_options_copy (&self->options, options);
  self->version_name = g_strdup (version_name);
  self->saving = TRUE;
  vsl_document_save_async (document, saved_cb, g_object_ref (self));

  return self;
}

/**
 * vsl_publish_attempt_get_site:
 *
 * Returns: (transfer none): where it goes
 */
VslSite *
vsl_publish_attempt_get_site (VslPublishAttempt *self)
{
  g_return_val_if_fail (VSL_IS_PUBLISH_ATTEMPT (self), NULL);

  return self->site;
}

/**
 * vsl_publish_attempt_get_options:
 *
 * Returns: (transfer none): as what it goes
 */
const VslPublicationOptions *
vsl_publish_attempt_get_options (VslPublishAttempt *self)
{
  g_return_val_if_fail (VSL_IS_PUBLISH_ATTEMPT (self), NULL);

  return &self->options;
}

/**
 * vsl_publish_attempt_get_publication:
 *
 * Returns: (transfer none) (nullable): the publication; %NULL while the document is being saved, and
 *   when that failed
 */
VslPublication *
vsl_publish_attempt_get_publication (VslPublishAttempt *self)
{
  g_return_val_if_fail (VSL_IS_PUBLISH_ATTEMPT (self), NULL);

  return self->publication;
}

/**
 * vsl_publish_attempt_get_problem:
 *
 * Returns: (transfer none) (nullable): why the document could not be saved, translated
 */
const char *
vsl_publish_attempt_get_problem (VslPublishAttempt *self)
{
  g_return_val_if_fail (VSL_IS_PUBLISH_ATTEMPT (self), NULL);

  return self->problem;
}

/**
 * vsl_publish_attempt_get_running:
 *
 * Returns: whether it is not over yet
 */
gboolean
vsl_publish_attempt_get_running (VslPublishAttempt *self)
{
  g_return_val_if_fail (VSL_IS_PUBLISH_ATTEMPT (self), FALSE);

  return self->saving ||
         (self->publication != NULL && vsl_publication_get_running (self->publication));
}
