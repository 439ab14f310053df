/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-core"

#include "core/vsl-search-hit.h"


/**
 * VslSearchHit:
 *
 * An article that a search found.
 *
 * Immutable; any thread.
 */
struct _VslSearchHit
{
  GObject parent_instance;

  char *id; /* (owned) */
  char *headline; /* (owned) */
  char *snippet; /* (owned) */
  double rank;
};

G_DEFINE_FINAL_TYPE (VslSearchHit, vsl_search_hit, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_ID,
  PROP_HEADLINE,
  PROP_SNIPPET,
  PROP_RANK,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
vsl_search_hit_finalize (GObject *object)
{
  VslSearchHit *self = VSL_SEARCH_HIT (object);

  g_free (self->id);
  g_free (self->headline);
  g_free (self->snippet);

  G_OBJECT_CLASS (vsl_search_hit_parent_class)->finalize (object);
}

static void
vsl_search_hit_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  VslSearchHit *self = VSL_SEARCH_HIT (object);

  switch (prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_HEADLINE:
      g_value_set_string (value, self->headline);
      break;
    case PROP_SNIPPET:
      g_value_set_string (value, self->snippet);
      break;
    case PROP_RANK:
      g_value_set_double (value, self->rank);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vsl_search_hit_class_init (VslSearchHitClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = vsl_search_hit_finalize;
  object_class->get_property = vsl_search_hit_get_property;

  properties[PROP_ID] =
    g_param_spec_string ("id", NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_HEADLINE] =
    g_param_spec_string ("headline", NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SNIPPET] =
    g_param_spec_string ("snippet", NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_RANK] =
    g_param_spec_double ("rank", NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
vsl_search_hit_init (VslSearchHit *self)
{
}

/**
 * vsl_search_hit_new:
 * @id: (nullable): the article
 * @headline: (nullable): its headline, with %VSL_HIT_BEGIN and %VSL_HIT_END around what was found
 * @snippet: (nullable): a piece of its text, marked likewise
 * @rank: how well it fits: the lower the better; 0 when hits are not ranked
 *
 * Made by the store.
 *
 * Returns: (transfer full): a new search hit
 */
VslSearchHit *
vsl_search_hit_new (const char *id,
                    const char *headline,
                    const char *snippet,
                    double      rank)
{
  VslSearchHit *self = g_object_new (VSL_TYPE_SEARCH_HIT, NULL);

  self->id = g_strdup (id != NULL ? id : "");
  self->headline = g_strdup (headline != NULL ? headline : "");
  self->snippet = g_strdup (snippet != NULL ? snippet : "");
  self->rank = rank;

  return self;
}

/**
 * vsl_search_hit_get_id:
 * @self: the search hit
 *
 * Returns: (transfer none): the article
 */
const char *
vsl_search_hit_get_id (VslSearchHit *self)
{
  g_return_val_if_fail (VSL_IS_SEARCH_HIT (self), NULL);

  return self->id;
}

/**
 * vsl_search_hit_get_headline:
 * @self: the search hit
 *
 * Returns: (transfer none): its headline, with %VSL_HIT_BEGIN and %VSL_HIT_END around what was found
 */
const char *
vsl_search_hit_get_headline (VslSearchHit *self)
{
  g_return_val_if_fail (VSL_IS_SEARCH_HIT (self), NULL);

  return self->headline;
}

/**
 * vsl_search_hit_get_snippet:
 * @self: the search hit
 *
 * Returns: (transfer none): a piece of its text, marked likewise
 */
const char *
vsl_search_hit_get_snippet (VslSearchHit *self)
{
  g_return_val_if_fail (VSL_IS_SEARCH_HIT (self), NULL);

  return self->snippet;
}

/**
 * vsl_search_hit_get_rank:
 * @self: the search hit
 *
 * Returns: how well it fits: the lower the better; 0 when hits are not ranked
 */
double
vsl_search_hit_get_rank (VslSearchHit *self)
{
  g_return_val_if_fail (VSL_IS_SEARCH_HIT (self), 0);

  return self->rank;
}

/**
 * vsl_search_hit_strip_marks:
 * @text: a headline or snippet of a hit
 *
 * Returns: (transfer full): @text without the marks around what was found
 */
char *
vsl_search_hit_strip_marks (const char *text)
{
  g_autoptr(GString) out = NULL;
  const char *p;

  g_return_val_if_fail (text != NULL, NULL);

  out = g_string_new (NULL);
  for (p = text; *p != '\0'; p++)
    {
      if (*p != VSL_HIT_BEGIN[0] && *p != VSL_HIT_END[0])
        g_string_append_c (out, *p);
    }

  return g_string_free (g_steal_pointer (&out), FALSE);
}
