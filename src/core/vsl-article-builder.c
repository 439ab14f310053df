/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-core"

#include "core/vsl-article-builder.h"

#include "core/vsl-article-private.h"
#include "core/vsl-text.h"

struct _VslArticleBuilder
{
  VslArticleData data;
};

/**
 * vsl_article_builder_new:
 * @base: (nullable): the article to start from, or %NULL for an empty Dutch report in draft
 *
 * Returns: (transfer full): a new builder
 */
VslArticleBuilder *
vsl_article_builder_new (VslArticle *base)
{
  VslArticleBuilder *self = g_new0 (VslArticleBuilder, 1);

  if (base != NULL)
    vsl_article_data_copy (&self->data, vsl_article_get_data (base));
  else
    vsl_article_data_init (&self->data);

  return self;
}

/**
 * vsl_article_builder_free:
 * @self: (transfer full): the builder
 *
 * Drops a builder without making an article of it.
 */
void
vsl_article_builder_free (VslArticleBuilder *self)
{
  g_return_if_fail (self != NULL);

  vsl_article_data_clear (&self->data);
  g_free (self);
}

/**
 * vsl_article_builder_end:
 * @self: (transfer full): the builder
 *
 * Returns: (transfer full): the article
 */
VslArticle *
vsl_article_builder_end (VslArticleBuilder *self)
{
  VslArticle *article;

  g_return_val_if_fail (self != NULL, NULL);

  article = vsl_article_new_take (&self->data);
  g_free (self);

  return article;
}

/* Replaces an owned text. */
static void
replace (char       **text,
         const char  *with)
{
  char *copy = g_strdup (with);

  g_free (*text);
  *text = copy;
}

/**
 * vsl_article_builder_set_id:
 * @self: the builder
 * @id: (nullable): the id, or %NULL for an article that is not stored
 *
 * For the store.
 */
void
vsl_article_builder_set_id (VslArticleBuilder *self,
                            const char        *id)
{
  g_return_if_fail (self != NULL);

  replace (&self->data.id, id);
}

/**
 * vsl_article_builder_set_revision:
 * @self: the builder
 * @revision: how many times it was stored
 *
 * For the store.
 */
void
vsl_article_builder_set_revision (VslArticleBuilder *self,
                                  gint64             revision)
{
  g_return_if_fail (self != NULL);

  self->data.revision = revision;
}

/**
 * vsl_article_builder_set_created_at:
 * @self: the builder
 * @created_at: µs since 1970 UTC
 *
 * For the store.
 */
void
vsl_article_builder_set_created_at (VslArticleBuilder *self,
                                    gint64             created_at)
{
  g_return_if_fail (self != NULL);

  self->data.created_at = created_at;
}

/**
 * vsl_article_builder_set_updated_at:
 * @self: the builder
 * @updated_at: µs since 1970 UTC
 *
 * For the store.
 */
void
vsl_article_builder_set_updated_at (VslArticleBuilder *self,
                                    gint64             updated_at)
{
  g_return_if_fail (self != NULL);

  self->data.updated_at = updated_at;
}

/**
 * vsl_article_builder_set_kind:
 * @self: the builder
 * @kind: what sort of piece it is
 */
void
vsl_article_builder_set_kind (VslArticleBuilder *self,
                              VslKind            kind)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail ((guint) kind < VSL_N_KINDS);

  self->data.kind = kind;
}

/**
 * vsl_article_builder_set_status:
 * @self: the builder
 * @status: where it stands in the workflow
 */
void
vsl_article_builder_set_status (VslArticleBuilder *self,
                                VslStatus          status)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail ((guint) status < VSL_N_STATUSES);

  self->data.status = status;
}

/**
 * vsl_article_builder_set_language:
 * @self: the builder
 * @language: a BCP 47 tag, for example `nl`
 */
void
vsl_article_builder_set_language (VslArticleBuilder *self,
                                  const char        *language)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (language != NULL);

  replace (&self->data.language, language);
}

/**
 * vsl_article_builder_set_text:
 * @self: the builder
 * @field: a field that holds text
 * @text: (nullable): the text, in UTF-8; %NULL for empty
 */
void
vsl_article_builder_set_text (VslArticleBuilder *self,
                              VslField           field,
                              const char        *text)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail ((guint) field < VSL_N_FIELDS);

  replace (&self->data.text[field], text != NULL ? text : "");
}

/**
 * vsl_article_builder_set_tags:
 * @self: the builder
 * @tags: (nullable): all tags, in their order
 *
 * Replaces the tags. Blank ones and repetitions are left out, as by vsl_article_builder_add_tag().
 */
void
vsl_article_builder_set_tags (VslArticleBuilder  *self,
                              const char * const *tags)
{
  guint i;

  g_return_if_fail (self != NULL);

  g_ptr_array_set_size (self->data.tags, 0);
  for (i = 0; tags != NULL && tags[i] != NULL; i++)
    vsl_article_builder_add_tag (self, tags[i]);
}

static gboolean
find_tag (VslArticleBuilder *self,
          const char        *tag,
          guint             *index)
{
  g_autofree char *folded = vsl_text_fold (tag);
  guint i;

  for (i = 0; i < self->data.tags->len; i++)
    {
      g_autofree char *other = vsl_text_fold (g_ptr_array_index (self->data.tags, i));

      if (g_str_equal (folded, other))
        {
          *index = i;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * vsl_article_builder_add_tag:
 * @self: the builder
 * @tag: a tag; spaces around it are dropped
 *
 * Adds a tag behind the others, unless it is blank or there already in whatever letter case.
 */
void
vsl_article_builder_add_tag (VslArticleBuilder *self,
                             const char        *tag)
{
  g_autofree char *clean = NULL;
  guint index;

  g_return_if_fail (self != NULL);
  g_return_if_fail (tag != NULL);

  clean = vsl_text_collapse_spaces (tag);
  if (*clean != '\0' && !find_tag (self, clean, &index))
    g_ptr_array_add (self->data.tags, g_steal_pointer (&clean));
}

/**
 * vsl_article_builder_remove_tag:
 * @self: the builder
 * @tag: a tag, in whatever letter case
 *
 * Returns: whether it was there
 */
gboolean
vsl_article_builder_remove_tag (VslArticleBuilder *self,
                                const char        *tag)
{
  g_autofree char *clean = NULL;
  guint index;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (tag != NULL, FALSE);

  clean = vsl_text_collapse_spaces (tag);
  if (!find_tag (self, clean, &index))
    return FALSE;

  g_ptr_array_remove_index (self->data.tags, index);
  return TRUE;
}

/**
 * vsl_article_builder_clear_participants:
 * @self: the builder
 *
 * Empties the list of participants.
 */
void
vsl_article_builder_clear_participants (VslArticleBuilder *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_set_size (self->data.participants, 0);
}

/**
 * vsl_article_builder_add_participant:
 * @self: the builder
 * @participant: who is added behind the others
 */
void
vsl_article_builder_add_participant (VslArticleBuilder *self,
                                     VslParticipant    *participant)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (VSL_IS_PARTICIPANT (participant));

  g_ptr_array_add (self->data.participants, g_object_ref (participant));
}

/**
 * vsl_article_builder_clear_pictures:
 * @self: the builder
 *
 * Empties the list of pictures.
 */
void
vsl_article_builder_clear_pictures (VslArticleBuilder *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_set_size (self->data.pictures, 0);
}

/**
 * vsl_article_builder_add_picture:
 * @self: the builder
 * @picture: what is added behind the others
 */
void
vsl_article_builder_add_picture (VslArticleBuilder *self,
                                 VslPicture        *picture)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (VSL_IS_PICTURE (picture));

  g_ptr_array_add (self->data.pictures, g_object_ref (picture));
}
