/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "desk/vsl-desk-transcripts.h"

#include "debate/vsl-speaker-likeness.h"
#include "desk/vsl-desk-debate.h"
#include "desk/vsl-desk-debates.h"
#include "desk/vsl-desk-fault.h"
#include "desk/vsl-desk-private.h"
#include "store/vsl-store-transcripts.h"

/* The transcript of a debate, and who its speakers are. */

/* Those who may be speaking. */
static char **
list_names (VslArticle *article)
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

/* What this label stood for in this debate or an earlier one, if that person takes part now. */
static const char *
find_remembered (char       **labels,
                 const char  *label,
                 char       **names)
{
  guint i;

  for (i = 0; labels != NULL && labels[i] != NULL && labels[i + 1] != NULL; i += 2)
    {
      if (g_str_equal (labels[i], label) &&
          g_strv_contains ((const char * const *) names, labels[i + 1]))
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
  g_auto(GStrv) names = list_names (article);
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
 * vsl_desk_suggest_speakers:
 * @self: the desk
 * @debate_id: a debate
 * @transcript: a transcript of it, with the labels of its file
 * @error: return location for an error
 *
 * Says whom each label would become without a word of the person: as it was in this debate or an
 * earlier one, else by likeness with the names of those who take part.
 *
 * Returns: (transfer full): labels and names, alternating, %NULL-terminated, in the order in which
 *   they speak; the name is empty where nobody fits. Else a #VslDeskError
 */
char **
vsl_desk_suggest_speakers (VslDesk        *self,
                           const char     *debate_id,
                           VslTranscript  *transcript,
                           GError        **error)
{
  g_autoptr(VslDebate) debate = vsl_desk_load_debate (self, debate_id, error);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr(VslArticle) article = NULL;
  g_auto(GStrv) labels = NULL;
  g_auto(GStrv) names = NULL;
  g_auto(GStrv) remembered = NULL;
  guint i;

  if (debate == NULL)
    return NULL;

  article = vsl_debate_make_article (debate);
  names = list_names (article);
  remembered = vsl_store_list_labels (self->store, debate_id, NULL);
  labels = vsl_transcript_dup_speakers (transcript);
  for (i = 0; labels[i] != NULL; i++)
    {
      const char *name = find_speaker (labels[i], NULL, remembered, names);

      g_strv_builder_add (builder, labels[i]);
      g_strv_builder_add (builder, name != NULL ? name : "");
    }

  return g_strv_builder_end (builder);
}

/**
 * vsl_desk_keep_debate_transcript:
 * @self: the desk
 * @debate_id: a debate
 * @original: its transcript, as a file
 * @name: the name of that file
 * @format: (nullable): the name of its format; %NULL to find out
 * @map: (nullable): labels of the file and the names they stand for, alternating
 * @error: return location for an error
 *
 * Keeps the transcript of a debate, its file byte for byte, in place of an earlier one. Labels of
 * speakers become names: those of @map, else those they had before, else by likeness; and who was who
 * is remembered.
 *
 * Returns: whether it was kept; else a #VslDeskError
 */
gboolean
vsl_desk_keep_debate_transcript (VslDesk             *self,
                                 const char          *debate_id,
                                 GBytes              *original,
                                 const char          *name,
                                 const char          *format,
                                 const char * const  *map,
                                 GError             **error)
{
  g_autoptr(VslDebate) debate = vsl_desk_load_debate (self, debate_id, error);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr(VslArticle) article = NULL;
  g_autoptr(VslTranscript) transcript = NULL;
  g_autoptr(VslTranscript) named = NULL;
  g_auto(GStrv) remembered = NULL;
  g_auto(GStrv) used = NULL;
  GError *cause = NULL;

  if (debate == NULL)
    return FALSE;
  article = vsl_debate_make_article (debate);
  transcript = vsl_desk_parse_transcript (original, name, format, article, error);
  if (transcript == NULL)
    return FALSE;

  remembered = vsl_store_list_labels (self->store, debate_id, NULL);
  named = vsl_desk_name_speakers (transcript, article, map, remembered, builder);
  used = g_strv_builder_end (builder);
  if (vsl_store_attach_transcript (self->store, debate_id, named, name, original,
                                   vsl_desk_get_now (self), &cause) &&
      vsl_store_save_labels (self->store, debate_id, (const char * const *) used, &cause))
    return TRUE;

  vsl_desk_fault_propagate (error, cause);
  return FALSE;
}

/**
 * vsl_desk_load_debate_transcript:
 * @self: the desk
 * @debate_id: a debate
 * @error: return location for an error
 *
 * Returns: (transfer full): its transcript; %VSL_DESK_ERROR_NOT_FOUND
 */
VslTranscript *
vsl_desk_load_debate_transcript (VslDesk     *self,
                                 const char  *debate_id,
                                 GError     **error)
{
  GError *cause = NULL;
  VslTranscript *transcript;

  g_return_val_if_fail (VSL_IS_DESK (self), NULL);

  transcript = vsl_store_load_transcript (self->store, debate_id, &cause);
  if (transcript == NULL)
    vsl_desk_fault_propagate (error, cause);

  return transcript;
}

/**
 * vsl_desk_attach_debate_transcript:
 * @self: the desk
 * @debate_id: a debate
 * @file: its transcript
 * @format: (nullable): the name of its format; %NULL to find out
 * @map: (nullable): labels of the file and the names they stand for, alternating
 * @error: return location for an error
 *
 * Reads a transcript from a file and keeps it, as by vsl_desk_keep_debate_transcript(). Waits for
 * the disk.
 *
 * Returns: (transfer full): the transcript as it was kept, or %NULL with a #VslDeskError
 */
VslTranscript *
vsl_desk_attach_debate_transcript (VslDesk             *self,
                                   const char          *debate_id,
                                   GFile               *file,
                                   const char          *format,
                                   const char * const  *map,
                                   GError             **error)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr(GBytes) original = NULL;

  original = vsl_desk_load_transcript_file (file, error);
  if (original == NULL ||
      !vsl_desk_keep_debate_transcript (self, debate_id, original, name, format, map, error))
    return NULL;

  return vsl_desk_load_debate_transcript (self, debate_id, error);
}

/* Who takes part according to the article, and not yet according to the debate, takes part in both. */
static gboolean
take_participants (VslDesk     *self,
                   const char  *debate_id,
                   VslArticle  *article,
                   GError     **error)
{
  g_autoptr(VslDebate) debate = vsl_desk_load_debate (self, debate_id, error);
  g_autoptr(VslDebate) changed = NULL;
  g_autoptr(VslDebate) saved = NULL;
  VslDebateFields fields;
  g_autoptr(GPtrArray) participants = NULL;
  g_autoptr(VslArticle) report = NULL;
  g_auto(GStrv) names = NULL;
  guint i;

  if (debate == NULL)
    return FALSE;

  fields = *vsl_debate_get_fields (debate);
  participants = g_ptr_array_copy (fields.participants, (GCopyFunc) g_object_ref, NULL);
  report = vsl_debate_make_article (debate);
  names = list_names (report);
  for (i = 0; i < vsl_article_get_n_participants (article); i++)
    {
      VslParticipant *participant = vsl_article_get_participant (article, i);

      if (!g_strv_contains ((const char * const *) names,
                            vsl_participant_get_name (participant)))
        g_ptr_array_add (participants, g_object_ref (participant));
    }
  if (participants->len == fields.participants->len)
    return TRUE;

  fields.participants = participants;
  changed = vsl_debate_new (&fields);
  saved = vsl_desk_save_debate (self, changed, error);

  return saved != NULL;
}

/**
 * vsl_desk_prepare_debate:
 * @self: the desk
 * @article: a stored article
 * @error: return location for an error
 *
 * Sees to it that an article belongs to a debate in which its participants take part.
 *
 * Returns: (transfer full): the id of the debate; else a #VslDeskError
 */
char *
vsl_desk_prepare_debate (VslDesk     *self,
                         VslArticle  *article,
                         GError     **error)
{
  g_autofree char *debate_id = NULL;

  g_return_val_if_fail (VSL_IS_DESK (self) && VSL_IS_ARTICLE (article), NULL);

  debate_id = vsl_desk_ensure_article_debate (self, vsl_article_get_id (article), error);
  if (debate_id == NULL || !take_participants (self, debate_id, article, error))
    return NULL;

  return g_steal_pointer (&debate_id);
}

/**
 * vsl_desk_keep_transcript:
 * @self: the desk
 * @article: a stored article
 * @original: the transcript of its debate, as a file
 * @name: the name of that file
 * @format: (nullable): the name of its format; %NULL to find out
 * @map: (nullable): labels of the file and the names they stand for, alternating
 * @error: return location for an error
 *
 * Keeps a transcript with the debate of an article, as by vsl_desk_keep_debate_transcript(). An
 * article that belonged to no debate gets one.
 *
 * Returns: whether it was kept; else a #VslDeskError
 */
gboolean
vsl_desk_keep_transcript (VslDesk             *self,
                          VslArticle          *article,
                          GBytes              *original,
                          const char          *name,
                          const char          *format,
                          const char * const  *map,
                          GError             **error)
{
  g_autoptr(VslTranscript) readable = NULL;
  g_autofree char *debate_id = NULL;

  g_return_val_if_fail (VSL_IS_DESK (self), FALSE);
  g_return_val_if_fail (VSL_IS_ARTICLE (article) && original != NULL, FALSE);

  /* Before a debate is made for it. */
  readable = vsl_desk_parse_transcript (original, name, format, article, error);
  if (readable == NULL)
    return FALSE;
  debate_id = vsl_desk_prepare_debate (self, article, error);
  if (debate_id == NULL)
    return FALSE;

  return vsl_desk_keep_debate_transcript (self, debate_id, original, name, format, map, error);
}

/**
 * vsl_desk_attach_transcript:
 * @self: the desk
 * @article_id: a stored article
 * @file: the transcript of its debate
 * @format: (nullable): the name of its format; %NULL to find out
 * @map: (nullable): labels of the file and the names they stand for, alternating
 * @error: return location for an error
 *
 * Reads a transcript from a file and keeps it, as by vsl_desk_keep_transcript(). Waits for the disk.
 *
 * Returns: (transfer full): the transcript as it was kept, or %NULL with a #VslDeskError
 */
VslTranscript *
vsl_desk_attach_transcript (VslDesk             *self,
                            const char          *article_id,
                            GFile               *file,
                            const char          *format,
                            const char * const  *map,
                            GError             **error)
{
  g_autoptr(VslArticle) article = NULL;
  g_autoptr(GBytes) original = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (VSL_IS_DESK (self), NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  article = vsl_desk_load_article (self, article_id, error);
  if (article == NULL)
    return NULL;
  name = g_file_get_basename (file);
  original = vsl_desk_load_transcript_file (file, error);
  if (original == NULL ||
      !vsl_desk_keep_transcript (self, article, original, name, format, map, error))
    return NULL;

  return vsl_desk_load_transcript (self, article_id, error);
}

/**
 * vsl_desk_load_transcript:
 * @self: the desk
 * @article_id: a stored article
 * @error: return location for an error
 *
 * Returns: (transfer full): the transcript of its debate; %VSL_DESK_ERROR_NOT_FOUND
 */
VslTranscript *
vsl_desk_load_transcript (VslDesk     *self,
                          const char  *article_id,
                          GError     **error)
{
  g_autofree char *debate_id = vsl_desk_get_article_debate (self, article_id, error);

  return debate_id != NULL ? vsl_desk_load_debate_transcript (self, debate_id, error) : NULL;
}
