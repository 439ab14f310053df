/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-core"

#include "core/vsl-outbox-row.h"

/**
 * VslOutboxRow:
 *
 * The publication of one article on one site, as it is kept. There is one row for each pair, for life,
 * so that whatever happens the next attempt knows what the last one may have done.
 *
 * Immutable; any thread.
 */
struct _VslOutboxRow
{
  GObject parent_instance;

  gint64 row_id;
  char *article_id; /* (owned) */
  char *site; /* (owned) */
  char *token; /* (owned) */
  VslOutboxState state;
  gint64 article_revision;
  VslRemoteStatus wanted;
  gint64 wanted_at;
  VslRemoteCopy *copy; /* (owned) (nullable) */
  char *message; /* (owned) (nullable) */
  gint64 updated_at;
  VslOutboxPlan plan; /* with its own text */
};

G_DEFINE_FINAL_TYPE (VslOutboxRow, vsl_outbox_row, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_ROW_ID,
  PROP_ARTICLE_ID,
  PROP_SITE,
  PROP_TOKEN,
  PROP_STATE,
  PROP_ARTICLE_REVISION,
  PROP_WANTED,
  PROP_WANTED_AT,
  PROP_COPY,
  PROP_MESSAGE,
  PROP_UPDATED_AT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
vsl_outbox_row_finalize (GObject *object)
{
  VslOutboxRow *self = VSL_OUTBOX_ROW (object);

  g_free (self->article_id);
  g_free (self->site);
  g_free (self->token);
  g_clear_object (&self->copy);
  g_free (self->message);
  g_free ((char *) self->plan.options);

  G_OBJECT_CLASS (vsl_outbox_row_parent_class)->finalize (object);
}

static void
vsl_outbox_row_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  VslOutboxRow *self = VSL_OUTBOX_ROW (object);

  switch (prop_id)
    {
    case PROP_ROW_ID:
      g_value_set_int64 (value, self->row_id);
      break;
    case PROP_ARTICLE_ID:
      g_value_set_string (value, self->article_id);
      break;
    case PROP_SITE:
      g_value_set_string (value, self->site);
      break;
    case PROP_TOKEN:
      g_value_set_string (value, self->token);
      break;
    case PROP_STATE:
      g_value_set_int (value, self->state);
      break;
    case PROP_ARTICLE_REVISION:
      g_value_set_int64 (value, self->article_revision);
      break;
    case PROP_WANTED:
      g_value_set_int (value, self->wanted);
      break;
    case PROP_WANTED_AT:
      g_value_set_int64 (value, self->wanted_at);
      break;
    case PROP_COPY:
      g_value_set_object (value, self->copy);
      break;
    case PROP_MESSAGE:
      g_value_set_string (value, self->message);
      break;
    case PROP_UPDATED_AT:
      g_value_set_int64 (value, self->updated_at);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vsl_outbox_row_class_init (VslOutboxRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = vsl_outbox_row_finalize;
  object_class->get_property = vsl_outbox_row_get_property;

  properties[PROP_ROW_ID] =
    g_param_spec_int64 ("row-id", NULL, NULL, G_MININT64, G_MAXINT64, 0,
                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ARTICLE_ID] =
    g_param_spec_string ("article-id", NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SITE] =
    g_param_spec_string ("site", NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_TOKEN] =
    g_param_spec_string ("token", NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_STATE] =
    g_param_spec_int ("state", NULL, NULL, 0, G_MAXINT, 0,
                      G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ARTICLE_REVISION] =
    g_param_spec_int64 ("article-revision", NULL, NULL, G_MININT64, G_MAXINT64, 0,
                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_WANTED] =
    g_param_spec_int ("wanted", NULL, NULL, 0, G_MAXINT, 0,
                      G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_WANTED_AT] =
    g_param_spec_int64 ("wanted-at", NULL, NULL, G_MININT64, G_MAXINT64, 0,
                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_COPY] =
    g_param_spec_object ("copy", NULL, NULL, VSL_TYPE_REMOTE_COPY,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_MESSAGE] =
    g_param_spec_string ("message", NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_UPDATED_AT] =
    g_param_spec_int64 ("updated-at", NULL, NULL, G_MININT64, G_MAXINT64, 0,
                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
vsl_outbox_row_init (VslOutboxRow *self)
{
}

/**
 * vsl_outbox_row_new:
 * @row_id: number of the row; 0 when not stored yet
 * @article_id: (nullable): the article
 * @site: (nullable): name of the site
 * @token: (nullable): our mark in the remote copy, a UUID made once
 * @state: where the publication stands
 * @article_revision: the revision of the article that was, or is to be, sent
 * @wanted: what the copy is to become
 * @wanted_at: the moment for a scheduled piece, µs since 1970 UTC; else 0
 * @copy: (nullable): the copy as last seen, or %NULL when there is none
 * @message: (nullable): what the last attempt said, or %NULL
 * @updated_at: last change of the row, µs since 1970 UTC
 *
 * A value; the store gives the stored ones their @row_id.
 *
 * Returns: (transfer full): a new outbox row
 */
VslOutboxRow *
vsl_outbox_row_new (gint64          row_id,
                    const char     *article_id,
                    const char     *site,
                    const char     *token,
                    VslOutboxState  state,
                    gint64          article_revision,
                    VslRemoteStatus wanted,
                    gint64          wanted_at,
                    VslRemoteCopy  *copy,
                    const char     *message,
                    gint64          updated_at)
{
  VslOutboxRow *self = g_object_new (VSL_TYPE_OUTBOX_ROW, NULL);

  self->row_id = row_id;
  self->article_id = g_strdup (article_id != NULL ? article_id : "");
  self->site = g_strdup (site != NULL ? site : "");
  self->token = g_strdup (token != NULL ? token : "");
  self->state = state;
  self->article_revision = article_revision;
  self->wanted = wanted;
  self->wanted_at = wanted_at;
  g_set_object (&self->copy, copy);
  self->message = g_strdup (message);
  self->updated_at = updated_at;

  return self;
}

/**
 * vsl_outbox_row_new_with_plan:
 * @row: an outbox row
 * @plan: how it is worked off; copied
 *
 * Returns: (transfer full): the same row with that plan
 */
VslOutboxRow *
vsl_outbox_row_new_with_plan (VslOutboxRow        *row,
                              const VslOutboxPlan *plan)
{
  VslOutboxRow *self;

  g_return_val_if_fail (VSL_IS_OUTBOX_ROW (row), NULL);
  g_return_val_if_fail (plan != NULL, NULL);

  self = vsl_outbox_row_new (row->row_id, row->article_id, row->site, row->token, row->state,
                             row->article_revision, row->wanted, row->wanted_at, row->copy,
                             row->message, row->updated_at);
  self->plan = *plan;
  self->plan.options = g_strdup (plan->options);

  return self;
}

/**
 * vsl_outbox_row_get_plan:
 * @self: the outbox row
 *
 * Returns: (transfer none): how it is worked off
 */
const VslOutboxPlan *
vsl_outbox_row_get_plan (VslOutboxRow *self)
{
  g_return_val_if_fail (VSL_IS_OUTBOX_ROW (self), NULL);

  return &self->plan;
}

/**
 * vsl_outbox_row_get_row_id:
 * @self: the outbox row
 *
 * Returns: number of the row; 0 when not stored yet
 */
gint64
vsl_outbox_row_get_row_id (VslOutboxRow *self)
{
  g_return_val_if_fail (VSL_IS_OUTBOX_ROW (self), 0);

  return self->row_id;
}

/**
 * vsl_outbox_row_get_article_id:
 * @self: the outbox row
 *
 * Returns: (transfer none): the article
 */
const char *
vsl_outbox_row_get_article_id (VslOutboxRow *self)
{
  g_return_val_if_fail (VSL_IS_OUTBOX_ROW (self), NULL);

  return self->article_id;
}

/**
 * vsl_outbox_row_get_site:
 * @self: the outbox row
 *
 * Returns: (transfer none): name of the site
 */
const char *
vsl_outbox_row_get_site (VslOutboxRow *self)
{
  g_return_val_if_fail (VSL_IS_OUTBOX_ROW (self), NULL);

  return self->site;
}

/**
 * vsl_outbox_row_get_token:
 * @self: the outbox row
 *
 * Returns: (transfer none): our mark in the remote copy, a UUID made once
 */
const char *
vsl_outbox_row_get_token (VslOutboxRow *self)
{
  g_return_val_if_fail (VSL_IS_OUTBOX_ROW (self), NULL);

  return self->token;
}

/**
 * vsl_outbox_row_get_state:
 * @self: the outbox row
 *
 * Returns: where the publication stands
 */
VslOutboxState
vsl_outbox_row_get_state (VslOutboxRow *self)
{
  g_return_val_if_fail (VSL_IS_OUTBOX_ROW (self), 0);

  return self->state;
}

/**
 * vsl_outbox_row_get_article_revision:
 * @self: the outbox row
 *
 * Returns: the revision of the article that was, or is to be, sent
 */
gint64
vsl_outbox_row_get_article_revision (VslOutboxRow *self)
{
  g_return_val_if_fail (VSL_IS_OUTBOX_ROW (self), 0);

  return self->article_revision;
}

/**
 * vsl_outbox_row_get_wanted:
 * @self: the outbox row
 *
 * Returns: what the copy is to become
 */
VslRemoteStatus
vsl_outbox_row_get_wanted (VslOutboxRow *self)
{
  g_return_val_if_fail (VSL_IS_OUTBOX_ROW (self), 0);

  return self->wanted;
}

/**
 * vsl_outbox_row_get_wanted_at:
 * @self: the outbox row
 *
 * Returns: the moment for a scheduled piece, µs since 1970 UTC; else 0
 */
gint64
vsl_outbox_row_get_wanted_at (VslOutboxRow *self)
{
  g_return_val_if_fail (VSL_IS_OUTBOX_ROW (self), 0);

  return self->wanted_at;
}

/**
 * vsl_outbox_row_get_copy:
 * @self: the outbox row
 *
 * Returns: (transfer none) (nullable): the copy as last seen, or %NULL when there is none
 */
VslRemoteCopy *
vsl_outbox_row_get_copy (VslOutboxRow *self)
{
  g_return_val_if_fail (VSL_IS_OUTBOX_ROW (self), NULL);

  return self->copy;
}

/**
 * vsl_outbox_row_get_message:
 * @self: the outbox row
 *
 * Returns: (transfer none) (nullable): what the last attempt said, or %NULL
 */
const char *
vsl_outbox_row_get_message (VslOutboxRow *self)
{
  g_return_val_if_fail (VSL_IS_OUTBOX_ROW (self), NULL);

  return self->message;
}

/**
 * vsl_outbox_row_get_updated_at:
 * @self: the outbox row
 *
 * Returns: last change of the row, µs since 1970 UTC
 */
gint64
vsl_outbox_row_get_updated_at (VslOutboxRow *self)
{
  g_return_val_if_fail (VSL_IS_OUTBOX_ROW (self), 0);

  return self->updated_at;
}
