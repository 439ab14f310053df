/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-core"

#include "core/vsl-article-summary.h"

/**
 * VslArticleSummary:
 *
 * What a list needs to know of an article, without its text.
 *
 * Immutable; any thread.
 */
struct _VslArticleSummary
{
  GObject parent_instance;

  char *id; /* (owned) */
  VslKind kind;
  VslStatus status;
  char *language; /* (owned) */
  char *headline; /* (owned) */
  guint words;
  char **tags; /* (owned) */
  char **sites; /* (owned) */
  gint64 updated_at;
  gint64 deleted_at;
};

G_DEFINE_FINAL_TYPE (VslArticleSummary, vsl_article_summary, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_ID,
  PROP_KIND,
  PROP_STATUS,
  PROP_LANGUAGE,
  PROP_HEADLINE,
  PROP_WORDS,
  PROP_TAGS,
  PROP_SITES,
  PROP_UPDATED_AT,
  PROP_DELETED_AT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
vsl_article_summary_finalize (GObject *object)
{
  VslArticleSummary *self = VSL_ARTICLE_SUMMARY (object);

  g_free (self->id);
  g_free (self->language);
  g_free (self->headline);
  g_strfreev (self->tags);
  g_strfreev (self->sites);

  G_OBJECT_CLASS (vsl_article_summary_parent_class)->finalize (object);
}

static void
vsl_article_summary_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  VslArticleSummary *self = VSL_ARTICLE_SUMMARY (object);

  switch (prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_KIND:
      g_value_set_int (value, self->kind);
      break;
    case PROP_STATUS:
      g_value_set_int (value, self->status);
      break;
    case PROP_LANGUAGE:
      g_value_set_string (value, self->language);
      break;
    case PROP_HEADLINE:
      g_value_set_string (value, self->headline);
      break;
    case PROP_WORDS:
      g_value_set_uint (value, self->words);
      break;
    case PROP_TAGS:
      g_value_set_boxed (value, self->tags);
      break;
    case PROP_SITES:
      g_value_set_boxed (value, self->sites);
      break;
    case PROP_UPDATED_AT:
      g_value_set_int64 (value, self->updated_at);
      break;
    case PROP_DELETED_AT:
      g_value_set_int64 (value, self->deleted_at);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vsl_article_summary_class_init (VslArticleSummaryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = vsl_article_summary_finalize;
  object_class->get_property = vsl_article_summary_get_property;

  properties[PROP_ID] =
    g_param_spec_string ("id", NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_KIND] =
    g_param_spec_int ("kind", NULL, NULL, 0, G_MAXINT, 0,
                      G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_STATUS] =
    g_param_spec_int ("status", NULL, NULL, 0, G_MAXINT, 0,
                      G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_LANGUAGE] =
    g_param_spec_string ("language", NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_HEADLINE] =
    g_param_spec_string ("headline", NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_WORDS] =
    g_param_spec_uint ("words", NULL, NULL, 0, G_MAXUINT, 0,
                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_TAGS] =
    g_param_spec_boxed ("tags", NULL, NULL, G_TYPE_STRV,
                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SITES] =
    g_param_spec_boxed ("sites", NULL, NULL, G_TYPE_STRV,
                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_UPDATED_AT] =
    g_param_spec_int64 ("updated-at", NULL, NULL, G_MININT64, G_MAXINT64, 0,
                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_DELETED_AT] =
    g_param_spec_int64 ("deleted-at", NULL, NULL, G_MININT64, G_MAXINT64, 0,
                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
vsl_article_summary_init (VslArticleSummary *self)
{
}

/**
 * vsl_article_summary_new:
 * @id: (nullable): the id of the article
 * @kind: the sort of piece
 * @status: where it stands in the workflow
 * @language: (nullable): BCP 47 language of the article
 * @headline: (nullable): the headline; empty when there is none yet
 * @words: words in lead and body
 * @tags: (nullable): the tags, in their order; never %NULL
 * @sites: (nullable): names of the sites on which it has a copy; never %NULL
 * @updated_at: last change, µs since 1970 UTC
 * @deleted_at: when it went into the bin, µs since 1970 UTC; 0 when it did not
 *
 * Made by the store.
 *
 * Returns: (transfer full): a new article summary
 */
VslArticleSummary *
vsl_article_summary_new (const char         *id,
                         VslKind             kind,
                         VslStatus           status,
                         const char         *language,
                         const char         *headline,
                         guint               words,
                         const char * const *tags,
                         const char * const *sites,
                         gint64              updated_at,
                         gint64              deleted_at)
{
  VslArticleSummary *self = g_object_new (VSL_TYPE_ARTICLE_SUMMARY, NULL);

  self->id = g_strdup (id != NULL ? id : "");
  self->kind = kind;
  self->status = status;
  self->language = g_strdup (language != NULL ? language : "");
  self->headline = g_strdup (headline != NULL ? headline : "");
  self->words = words;
  self->tags = tags != NULL ? g_strdupv ((char **) tags) : g_new0 (char *, 1);
  self->sites = sites != NULL ? g_strdupv ((char **) sites) : g_new0 (char *, 1);
  self->updated_at = updated_at;
  self->deleted_at = deleted_at;

  return self;
}

/**
 * vsl_article_summary_get_id:
 * @self: the article summary
 *
 * Returns: (transfer none): the id of the article
 */
const char *
vsl_article_summary_get_id (VslArticleSummary *self)
{
  g_return_val_if_fail (VSL_IS_ARTICLE_SUMMARY (self), NULL);

  return self->id;
}

/**
 * vsl_article_summary_get_kind:
 * @self: the article summary
 *
 * Returns: the sort of piece
 */
VslKind
vsl_article_summary_get_kind (VslArticleSummary *self)
{
  g_return_val_if_fail (VSL_IS_ARTICLE_SUMMARY (self), 0);

  return self->kind;
}

/**
 * vsl_article_summary_get_status:
 * @self: the article summary
 *
 * Returns: where it stands in the workflow
 */
VslStatus
vsl_article_summary_get_status (VslArticleSummary *self)
{
  g_return_val_if_fail (VSL_IS_ARTICLE_SUMMARY (self), 0);

  return self->status;
}

/**
 * vsl_article_summary_get_language:
 * @self: the article summary
 *
 * Returns: (transfer none): BCP 47 language of the article
 */
const char *
vsl_article_summary_get_language (VslArticleSummary *self)
{
  g_return_val_if_fail (VSL_IS_ARTICLE_SUMMARY (self), NULL);

  return self->language;
}

/**
 * vsl_article_summary_get_headline:
 * @self: the article summary
 *
 * Returns: (transfer none): the headline; empty when there is none yet
 */
const char *
vsl_article_summary_get_headline (VslArticleSummary *self)
{
  g_return_val_if_fail (VSL_IS_ARTICLE_SUMMARY (self), NULL);

  return self->headline;
}

/**
 * vsl_article_summary_get_words:
 * @self: the article summary
 *
 * Returns: words in lead and body
 */
guint
vsl_article_summary_get_words (VslArticleSummary *self)
{
  g_return_val_if_fail (VSL_IS_ARTICLE_SUMMARY (self), 0);

  return self->words;
}

/**
 * vsl_article_summary_get_tags:
 * @self: the article summary
 *
 * Returns: (transfer none): the tags, in their order; never %NULL
 */
const char * const *
vsl_article_summary_get_tags (VslArticleSummary *self)
{
  g_return_val_if_fail (VSL_IS_ARTICLE_SUMMARY (self), NULL);

  return (const char * const *) self->tags;
}

/**
 * vsl_article_summary_get_sites:
 * @self: the article summary
 *
 * Returns: (transfer none): names of the sites on which it has a copy; never %NULL
 */
const char * const *
vsl_article_summary_get_sites (VslArticleSummary *self)
{
  g_return_val_if_fail (VSL_IS_ARTICLE_SUMMARY (self), NULL);

  return (const char * const *) self->sites;
}

/**
 * vsl_article_summary_get_updated_at:
 * @self: the article summary
 *
 * Returns: last change, µs since 1970 UTC
 */
gint64
vsl_article_summary_get_updated_at (VslArticleSummary *self)
{
  g_return_val_if_fail (VSL_IS_ARTICLE_SUMMARY (self), 0);

  return self->updated_at;
}

/**
 * vsl_article_summary_get_deleted_at:
 * @self: the article summary
 *
 * Returns: when it went into the bin, µs since 1970 UTC; 0 when it did not
 */
gint64
vsl_article_summary_get_deleted_at (VslArticleSummary *self)
{
  g_return_val_if_fail (VSL_IS_ARTICLE_SUMMARY (self), 0);

  return self->deleted_at;
}
