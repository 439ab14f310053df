/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "desk/vsl-desk-speakers.h"

#include "debate/vsl-speaker-likeness.h"

/* Who the labels of a transcript are. */

/**
 * vsl_desk_list_names:
 * @article: an article
 *
 * Returns: (transfer full): those who may be speaking
 */
char **
vsl_desk_list_names (VslArticle *article)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  guint i;

  for (i = 0; i < vsl_article_get_n_participants (article); i++)
    g_strv_builder_add (builder,
                        vsl_participant_get_name (vsl_article_get_participant (article, i)));

  return g_strv_builder_end (builder);
}

static const char *
find_in_map (const char * const *map,
             const char         *label)
{
  guint i;

  for (i = 0; map != NULL && map[i] != NULL && map[i + 1] != NULL; i += 2)
    {
      if (g_str_equal (map[i], label))
        return map[i + 1];
    }

  return NULL;
}

/* What this label stood for in this debate or an earlier one, if that person takes part now; or itself,
 * when somebody said that it is no participant. */
static const char *
find_remembered (char       **labels,
                 const char  *label,
                 char       **names)
{
  guint i;

  for (i = 0; labels != NULL && labels[i] != NULL && labels[i + 1] != NULL; i += 2)
    {
      if (g_str_equal (labels[i], label) &&
          (g_strv_contains ((const char * const *) names, labels[i + 1]) ||
           g_str_equal (labels[i + 1], label)))
        return labels[i + 1];
    }

  return NULL;
}

/* Who a label of the file is: as the person says, else as it was before, else by likeness. */
static const char *
find_speaker (const char          *label,
              const char * const  *map,
              char               **remembered,
              char               **names)
{
  const char *name = find_in_map (map, label);

  if (name == NULL)
    name = find_remembered (remembered, label, names);
  if (name == NULL)
    name = vsl_speaker_likeness_find (label, (const char * const *) names);

  return name;
}

/**
 * vsl_desk_name_speakers:
 * @transcript: a transcript with the labels of its file
 * @article: who takes part
 * @map: (nullable): labels and names, alternating, as a person chose them
 * @remembered: (nullable): labels and names of earlier transcripts
 * @used: gets the labels that were given a name, and the names
 *
 * For the desk. Any thread.
 *
 * Returns: (transfer full): the transcript with the names of those who take part
 */
VslTranscript *
vsl_desk_name_speakers (VslTranscript       *transcript,
                        VslArticle          *article,
                        const char * const  *map,
                        char               **remembered,
                        GStrvBuilder        *used)
{
  g_auto(GStrv) labels = vsl_transcript_dup_speakers (transcript);
  g_auto(GStrv) names = vsl_desk_list_names (article);
  VslTranscript *named = g_object_ref (transcript);
  guint i;

  for (i = 0; labels[i] != NULL; i++)
    {
      const char *name = find_speaker (labels[i], map, remembered, names);
      VslTranscript *next;

      if (name == NULL)
        continue;
      g_strv_builder_add (used, labels[i]);
      g_strv_builder_add (used, name);
      if (g_str_equal (name, labels[i]))
        continue;
      next = vsl_transcript_rename_speaker (named, labels[i], name);
      g_object_unref (named);
      named = next;
    }

  return named;
}

/**
 * vsl_desk_propose_speakers:
 * @transcript: a transcript with the labels of its file
 * @article: who takes part
 * @remembered: (nullable): labels and names of earlier transcripts
 *
 * Says whom each label would become without a word of the person. Any thread.
 *
 * Returns: (transfer full): labels and names, alternating, in the order in which they speak; the name
 *   is empty where nobody fits
 */
char **
vsl_desk_propose_speakers (VslTranscript  *transcript,
                           VslArticle     *article,
                           char          **remembered)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) labels = vsl_transcript_dup_speakers (transcript);
  g_auto(GStrv) names = vsl_desk_list_names (article);
  guint i;

  for (i = 0; labels[i] != NULL; i++)
    {
      const char *name = find_speaker (labels[i], NULL, remembered, names);

      g_strv_builder_add (builder, labels[i]);
      g_strv_builder_add (builder, name != NULL &&
                                   g_strv_contains ((const char * const *) names, name) ? name : "");
    }

  return g_strv_builder_end (builder);
}
