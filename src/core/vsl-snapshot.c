/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-core"

#include "core/vsl-snapshot.h"

static const char *const reason_names[VSL_N_SNAPSHOT_REASONS] = {
  [VSL_SNAPSHOT_MINUTE] = "minute",
  [VSL_SNAPSHOT_NAMED] = "named",
  [VSL_SNAPSHOT_IMPORT] = "import",
  [VSL_SNAPSHOT_BEFORE_PUBLISH] = "before-publish",
  [VSL_SNAPSHOT_BEFORE_PULL] = "before-pull",
  [VSL_SNAPSHOT_BEFORE_MERGE] = "before-merge",
  [VSL_SNAPSHOT_BEFORE_FIX] = "before-fix",
  [VSL_SNAPSHOT_BEFORE_RESTORE] = "before-restore",
  [VSL_SNAPSHOT_RESTORED] = "restored",
  [VSL_SNAPSHOT_FROM_SITE] = "from-site",
};

/**
 * VslSnapshot:
 *
 * A version of an article that was kept, without its text: what a list of versions shows.
 *
 * Immutable; any thread.
 */
struct _VslSnapshot
{
  GObject parent_instance;

  gint64 number;
  char *article_id; /* (owned) */
  VslSnapshotReason reason;
  char *name; /* (owned) (nullable) */
  gint64 revision;
  guint words;
  char *hash; /* (owned) */
  gint64 created_at;
};

G_DEFINE_FINAL_TYPE (VslSnapshot, vsl_snapshot, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_NUMBER,
  PROP_ARTICLE_ID,
  PROP_REASON,
  PROP_NAME,
  PROP_REVISION,
  PROP_WORDS,
  PROP_HASH,
  PROP_CREATED_AT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
vsl_snapshot_finalize (GObject *object)
{
  VslSnapshot *self = VSL_SNAPSHOT (object);

  g_free (self->article_id);
  g_free (self->name);
  g_free (self->hash);

  G_OBJECT_CLASS (vsl_snapshot_parent_class)->finalize (object);
}

static void
vsl_snapshot_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  VslSnapshot *self = VSL_SNAPSHOT (object);

  switch (prop_id)
    {
    case PROP_NUMBER:
      g_value_set_int64 (value, self->number);
      break;
    case PROP_ARTICLE_ID:
      g_value_set_string (value, self->article_id);
      break;
    case PROP_REASON:
      g_value_set_int (value, self->reason);
      break;
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_REVISION:
      g_value_set_int64 (value, self->revision);
      break;
    case PROP_WORDS:
      g_value_set_uint (value, self->words);
      break;
    case PROP_HASH:
      g_value_set_string (value, self->hash);
      break;
    case PROP_CREATED_AT:
      g_value_set_int64 (value, self->created_at);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vsl_snapshot_class_init (VslSnapshotClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = vsl_snapshot_finalize;
  object_class->get_property = vsl_snapshot_get_property;

  properties[PROP_NUMBER] =
    g_param_spec_int64 ("number", NULL, NULL, G_MININT64, G_MAXINT64, 0,
                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ARTICLE_ID] =
    g_param_spec_string ("article-id", NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_REASON] =
    g_param_spec_int ("reason", NULL, NULL, 0, G_MAXINT, 0,
                      G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_NAME] =
    g_param_spec_string ("name", NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_REVISION] =
    g_param_spec_int64 ("revision", NULL, NULL, G_MININT64, G_MAXINT64, 0,
                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_WORDS] =
    g_param_spec_uint ("words", NULL, NULL, 0, G_MAXUINT, 0,
                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_HASH] =
    g_param_spec_string ("hash", NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_CREATED_AT] =
    g_param_spec_int64 ("created-at", NULL, NULL, G_MININT64, G_MAXINT64, 0,
                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
vsl_snapshot_init (VslSnapshot *self)
{
}

/**
 * vsl_snapshot_reason_get_name:
 * @reason: why a version was kept
 *
 * Returns: the stable name, never translated; never %NULL
 */
const char *
vsl_snapshot_reason_get_name (VslSnapshotReason reason)
{
  g_return_val_if_fail ((guint) reason < VSL_N_SNAPSHOT_REASONS, reason_names[0]);

  return reason_names[reason];
}

/**
 * vsl_snapshot_reason_from_name:
 * @name: (nullable): a name
 * @reason: (out): the reason of that name; untouched when there is none
 *
 * Returns: whether @name is one
 */
gboolean
vsl_snapshot_reason_from_name (const char        *name,
                               VslSnapshotReason *reason)
{
  guint i;

  for (i = 0; i < VSL_N_SNAPSHOT_REASONS; i++)
    {
      if (g_strcmp0 (name, reason_names[i]) == 0)
        {
          *reason = i;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * vsl_snapshot_new:
 * @number: the number of the version, unique in the store, never used twice
 * @article_id: (nullable): the article
 * @reason: why it was kept
 * @name: (nullable): the name that somebody gave it, or %NULL
 * @revision: the revision of the article that it is
 * @words: words in lead and body
 * @hash: (nullable): SHA-256 of the content: two versions with the same hash read the same
 * @created_at: when it was kept, µs since 1970 UTC
 *
 * Made by the store.
 *
 * Returns: (transfer full): a new snapshot
 */
VslSnapshot *
vsl_snapshot_new (gint64           number,
                  const char       *article_id,
                  VslSnapshotReason reason,
                  const char       *name,
                  gint64           revision,
                  guint            words,
                  const char       *hash,
                  gint64           created_at)
{
  VslSnapshot *self = g_object_new (VSL_TYPE_SNAPSHOT, NULL);

  self->number = number;
  self->article_id = g_strdup (article_id != NULL ? article_id : "");
  self->reason = reason;
  self->name = g_strdup (name);
  self->revision = revision;
  self->words = words;
  self->hash = g_strdup (hash != NULL ? hash : "");
  self->created_at = created_at;

  return self;
}

/**
 * vsl_snapshot_get_number:
 * @self: the snapshot
 *
 * Returns: the number of the version, unique in the store, never used twice
 */
gint64
vsl_snapshot_get_number (VslSnapshot *self)
{
  g_return_val_if_fail (VSL_IS_SNAPSHOT (self), 0);

  return self->number;
}

/**
 * vsl_snapshot_get_article_id:
 * @self: the snapshot
 *
 * Returns: (transfer none): the article
 */
const char *
vsl_snapshot_get_article_id (VslSnapshot *self)
{
  g_return_val_if_fail (VSL_IS_SNAPSHOT (self), NULL);

  return self->article_id;
}

/**
 * vsl_snapshot_get_reason:
 * @self: the snapshot
 *
 * Returns: why it was kept
 */
VslSnapshotReason
vsl_snapshot_get_reason (VslSnapshot *self)
{
  g_return_val_if_fail (VSL_IS_SNAPSHOT (self), 0);

  return self->reason;
}

/**
 * vsl_snapshot_get_name:
 * @self: the snapshot
 *
 * Returns: (transfer none) (nullable): the name that somebody gave it, or %NULL
 */
const char *
vsl_snapshot_get_name (VslSnapshot *self)
{
  g_return_val_if_fail (VSL_IS_SNAPSHOT (self), NULL);

  return self->name;
}

/**
 * vsl_snapshot_get_revision:
 * @self: the snapshot
 *
 * Returns: the revision of the article that it is
 */
gint64
vsl_snapshot_get_revision (VslSnapshot *self)
{
  g_return_val_if_fail (VSL_IS_SNAPSHOT (self), 0);

  return self->revision;
}

/**
 * vsl_snapshot_get_words:
 * @self: the snapshot
 *
 * Returns: words in lead and body
 */
guint
vsl_snapshot_get_words (VslSnapshot *self)
{
  g_return_val_if_fail (VSL_IS_SNAPSHOT (self), 0);

  return self->words;
}

/**
 * vsl_snapshot_get_hash:
 * @self: the snapshot
 *
 * Returns: (transfer none): SHA-256 of the content: two versions with the same hash read the same
 */
const char *
vsl_snapshot_get_hash (VslSnapshot *self)
{
  g_return_val_if_fail (VSL_IS_SNAPSHOT (self), NULL);

  return self->hash;
}

/**
 * vsl_snapshot_get_created_at:
 * @self: the snapshot
 *
 * Returns: when it was kept, µs since 1970 UTC
 */
gint64
vsl_snapshot_get_created_at (VslSnapshot *self)
{
  g_return_val_if_fail (VSL_IS_SNAPSHOT (self), 0);

  return self->created_at;
}
