/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "desk/vsl-desk-transcripts.h"

#include "desk/vsl-desk-attachment.h"
#include "desk/vsl-desk-debate.h"
#include "desk/vsl-desk-debates.h"
#include "desk/vsl-desk-fault.h"
#include "desk/vsl-desk-private.h"
#include "desk/vsl-desk-speakers.h"
#include "store/vsl-store-transcripts.h"

/* The transcript of a debate, and who its speakers are. */

/* Reads and keeps. */
static VslTranscriptPlan *
attach (VslDesk             *self,
        const char          *debate_id,
        GBytes              *original,
        const char          *name,
        const char          *format,
        const char * const  *map,
        GError             **error)
{
  g_autoptr(VslDebate) debate = vsl_desk_load_debate (self, debate_id, error);
  g_autoptr(VslArticle) article = NULL;
  g_autoptr(VslTranscript) transcript = NULL;

  if (debate == NULL)
    return NULL;

  article = vsl_debate_make_article (debate);
  transcript = vsl_desk_parse_transcript (original, name, format, article, error);

  return transcript != NULL
         ? vsl_desk_keep_now (self, debate_id, article, transcript, original, name, map, error)
         : NULL;
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
 * Keeps the transcript of a debate, its file byte for byte, in place of an earlier one, whose
 * corrections are carried over as by vsl_desk_keep_now(). Labels of speakers become names: those of
 * @map, else those they had before, else by likeness; and who was who is remembered.
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
  g_autoptr(VslTranscriptPlan) done =
    attach (self, debate_id, original, name, format, map, error);

  return done != NULL;
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
  names = vsl_desk_list_names (report);
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

/* With the debate of an article, which is made where it has none; not for a file that is no transcript. */
static VslTranscriptPlan *
attach_to_article (VslDesk             *self,
                   VslArticle          *article,
                   GBytes              *original,
                   const char          *name,
                   const char          *format,
                   const char * const  *map,
                   GError             **error)
{
  g_autoptr(VslTranscript) readable =
    vsl_desk_parse_transcript (original, name, format, article, error);
  g_autofree char *debate_id = NULL;

  if (readable == NULL)
    return NULL;

  debate_id = vsl_desk_prepare_debate (self, article, error);

  return debate_id != NULL ? attach (self, debate_id, original, name, format, map, error) : NULL;
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
  g_autoptr(VslTranscriptPlan) done = NULL;

  g_return_val_if_fail (VSL_IS_DESK (self), FALSE);
  g_return_val_if_fail (VSL_IS_ARTICLE (article) && original != NULL, FALSE);

  done = attach_to_article (self, article, original, name, format, map, error);

  return done != NULL;
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
 * Returns: (transfer full): what was done, with the transcript as it was kept; or %NULL with a
 *   #VslDeskError
 */
VslTranscriptPlan *
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

  return original != NULL
         ? attach_to_article (self, article, original, name, format, map, error) : NULL;
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
