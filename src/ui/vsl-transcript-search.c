/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-transcript-search.h"

/**
 * VslTranscriptSearch:
 *
 * Where in a transcript is what somebody searches for, and the way from one place to the next, round
 * the end. Places count the utterances of the whole transcript. Finds nothing while the index of a
 * transcript is still being made.
 */
struct _VslTranscriptSearch
{
  GObject             parent_instance;

  VslTranscriptIndex *index; /* (owned) (nullable) */
  GArray             *hits;  /* (owned) of guint, in order */
};

G_DEFINE_FINAL_TYPE (VslTranscriptSearch, vsl_transcript_search, G_TYPE_OBJECT)

static void
vsl_transcript_search_finalize (GObject *object)
{
  VslTranscriptSearch *self = VSL_TRANSCRIPT_SEARCH (object);

  g_clear_object (&self->index);
  g_array_unref (self->hits);

  G_OBJECT_CLASS (vsl_transcript_search_parent_class)->finalize (object);
}

static void
vsl_transcript_search_class_init (VslTranscriptSearchClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vsl_transcript_search_finalize;
}

static void
vsl_transcript_search_init (VslTranscriptSearch *self)
{
  self->hits = g_array_new (FALSE, FALSE, sizeof (guint));
}

/**
 * vsl_transcript_search_new:
 *
 * Returns: (transfer full): a search in nothing
 */
VslTranscriptSearch *
vsl_transcript_search_new (void)
{
  return g_object_new (VSL_TYPE_TRANSCRIPT_SEARCH, NULL);
}

/**
 * vsl_transcript_search_set_index:
 * @index: (nullable): what is searched in from now on
 */
void
vsl_transcript_search_set_index (VslTranscriptSearch *self,
                                 VslTranscriptIndex  *index)
{
  g_return_if_fail (VSL_IS_TRANSCRIPT_SEARCH (self));

  g_set_object (&self->index, index);
  g_array_set_size (self->hits, 0);
}

/**
 * vsl_transcript_search_look:
 * @query: words as they stand there, in any letter case; may be empty
 * @speaker: (nullable): only what this speaker said
 *
 * Looks for @query. One pass over a day of debate takes about a ms.
 */
void
vsl_transcript_search_look (VslTranscriptSearch *self,
                            const char          *query,
                            const char          *speaker)
{
  const char *words[] = { query, NULL };

  g_return_if_fail (VSL_IS_TRANSCRIPT_SEARCH (self) && query != NULL);

  g_array_unref (self->hits);
  if (self->index != NULL && *query != '\0')
    self->hits = vsl_transcript_index_find (self->index, words, speaker);
  else
    self->hits = g_array_new (FALSE, FALSE, sizeof (guint));
}

/**
 * vsl_transcript_search_count:
 *
 * Returns: how many utterances have it
 */
guint
vsl_transcript_search_count (VslTranscriptSearch *self)
{
  g_return_val_if_fail (VSL_IS_TRANSCRIPT_SEARCH (self), 0);

  return self->hits->len;
}

/**
 * vsl_transcript_search_get_number:
 * @place: an utterance
 *
 * Returns: which hit it is, from 0; -1 when it is none
 */
int
vsl_transcript_search_get_number (VslTranscriptSearch *self,
                                  guint                place)
{
  g_return_val_if_fail (VSL_IS_TRANSCRIPT_SEARCH (self), -1);

  for (guint i = 0; i < self->hits->len; i++)
    if (g_array_index (self->hits, guint, i) == place)
      return (int) i;

  return -1;
}

/**
 * vsl_transcript_search_step:
 * @place: an utterance
 * @step: 1 for the next hit, -1 for the previous, 0 for this utterance when it is one, else the next
 *
 * Returns: the place of that hit; -1 when there are none
 */
int
vsl_transcript_search_step (VslTranscriptSearch *self,
                            guint                place,
                            int                  step)
{
  guint n, i;

  g_return_val_if_fail (VSL_IS_TRANSCRIPT_SEARCH (self), -1);

  n = self->hits->len;
  if (n == 0)
    return -1;

  if (step >= 0)
    {
      for (i = 0; i < n && g_array_index (self->hits, guint, i) < place + (step > 0); i++)
        ;
      i = i < n ? i : 0;
    }
  else
    {
      for (i = n; i > 0 && g_array_index (self->hits, guint, i - 1) >= place; i--)
        ;
      i = i > 0 ? i - 1 : n - 1;
    }

  return (int) g_array_index (self->hits, guint, i);
}

/**
 * vsl_transcript_search_find_time:
 * @ms: a time of the debate
 *
 * Returns: the place of what was being said then; -1 when there are no times
 */
int
vsl_transcript_search_find_time (VslTranscriptSearch *self,
                                 gint64               ms)
{
  g_return_val_if_fail (VSL_IS_TRANSCRIPT_SEARCH (self), -1);

  return self->index != NULL ? vsl_transcript_index_find_time (self->index, ms) : -1;
}
