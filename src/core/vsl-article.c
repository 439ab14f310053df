/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-core"

#include "core/vsl-article-private.h"
#include "core/vsl-text.h"

/* A slug is part of an address: long enough to say what it is about, short enough to be pasted. */
#define MAX_SLUG_BYTES 80

/**
 * VslArticle:
 *
 * An article with everything an editor can write in it, at one moment. A changed copy is made with
 * a #VslArticleBuilder.
 *
 * Immutable; any thread.
 */
struct _VslArticle
{
  GObject parent_instance;

  VslArticleData data;
};

G_DEFINE_FINAL_TYPE (VslArticle, vsl_article, G_TYPE_OBJECT)

static void
vsl_article_finalize (GObject *object)
{
  VslArticle *self = VSL_ARTICLE (object);

  vsl_article_data_clear (&self->data);

  G_OBJECT_CLASS (vsl_article_parent_class)->finalize (object);
}

static void
vsl_article_class_init (VslArticleClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vsl_article_finalize;
}

static void
vsl_article_init (VslArticle *self)
{
}

/**
 * vsl_article_data_init:
 * @data: (out caller-allocates): uninitialised
 *
 * Makes @data those of an empty Dutch report in draft.
 */
void
vsl_article_data_init (VslArticleData *data)
{
  guint i;

  *data = (VslArticleData) { .kind = VSL_KIND_REPORT, .status = VSL_STATUS_DRAFT };
  data->language = g_strdup ("nl");
  for (i = 0; i < VSL_N_FIELDS; i++)
    data->text[i] = g_strdup ("");
  data->tags = g_ptr_array_new_with_free_func (g_free);
  data->participants = g_ptr_array_new_with_free_func (g_object_unref);
  data->pictures = g_ptr_array_new_with_free_func (g_object_unref);
}

static gpointer
copy_string (gconstpointer text,
             gpointer      user_data)
{
  return g_strdup (text);
}

static gpointer
copy_object (gconstpointer object,
             gpointer      user_data)
{
  return g_object_ref ((gpointer) object);
}

/**
 * vsl_article_data_copy:
 * @data: (out caller-allocates): uninitialised
 * @from: what to copy
 *
 * Makes @data an independent copy of @from.
 */
void
vsl_article_data_copy (VslArticleData       *data,
                       const VslArticleData *from)
{
  guint i;

  *data = *from;
  data->id = g_strdup (from->id);
  data->language = g_strdup (from->language);
  for (i = 0; i < VSL_N_FIELDS; i++)
    data->text[i] = g_strdup (from->text[i]);
  data->tags = g_ptr_array_copy (from->tags, copy_string, NULL);
  g_ptr_array_set_free_func (data->tags, g_free);
  data->participants = g_ptr_array_copy (from->participants, copy_object, NULL);
  g_ptr_array_set_free_func (data->participants, g_object_unref);
  data->pictures = g_ptr_array_copy (from->pictures, copy_object, NULL);
  g_ptr_array_set_free_func (data->pictures, g_object_unref);

  /* A made article keeps the NULL behind its last tag; a builder adds tags behind the last one. */
  if (data->tags->len > 0 && g_ptr_array_index (data->tags, data->tags->len - 1) == NULL)
    g_ptr_array_set_size (data->tags, data->tags->len - 1);
}

/**
 * vsl_article_data_clear:
 * @data: initialised
 *
 * Frees what @data holds.
 */
void
vsl_article_data_clear (VslArticleData *data)
{
  guint i;

  g_clear_pointer (&data->id, g_free);
  g_clear_pointer (&data->language, g_free);
  for (i = 0; i < VSL_N_FIELDS; i++)
    g_clear_pointer (&data->text[i], g_free);
  g_clear_pointer (&data->tags, g_ptr_array_unref);
  g_clear_pointer (&data->participants, g_ptr_array_unref);
  g_clear_pointer (&data->pictures, g_ptr_array_unref);
}

/**
 * vsl_article_new_take:
 * @data: (transfer full): what the article holds; left empty
 *
 * Returns: (transfer full): a new article
 */
VslArticle *
vsl_article_new_take (VslArticleData *data)
{
  VslArticle *self = g_object_new (VSL_TYPE_ARTICLE, NULL);

  self->data = *data;
  *data = (VslArticleData) { 0 };
  g_ptr_array_add (self->data.tags, NULL);

  return self;
}

/**
 * vsl_article_get_data:
 * @self: the article
 *
 * Returns: (transfer none): what it holds, for the builder
 */
const VslArticleData *
vsl_article_get_data (VslArticle *self)
{
  g_return_val_if_fail (VSL_IS_ARTICLE (self), NULL);

  return &self->data;
}

/**
 * vsl_article_get_id:
 * @self: the article
 *
 * Returns: (transfer none) (nullable): its id, or %NULL when it was never stored
 */
const char *
vsl_article_get_id (VslArticle *self)
{
  g_return_val_if_fail (VSL_IS_ARTICLE (self), NULL);

  return self->data.id;
}

/**
 * vsl_article_get_revision:
 * @self: the article
 *
 * Returns: how many times it was stored; 0 when never
 */
gint64
vsl_article_get_revision (VslArticle *self)
{
  g_return_val_if_fail (VSL_IS_ARTICLE (self), 0);

  return self->data.revision;
}

/**
 * vsl_article_get_created_at:
 * @self: the article
 *
 * Returns: when it was first stored, µs since 1970 UTC; 0 when never
 */
gint64
vsl_article_get_created_at (VslArticle *self)
{
  g_return_val_if_fail (VSL_IS_ARTICLE (self), 0);

  return self->data.created_at;
}

/**
 * vsl_article_get_updated_at:
 * @self: the article
 *
 * Returns: when it was last stored, µs since 1970 UTC; 0 when never
 */
gint64
vsl_article_get_updated_at (VslArticle *self)
{
  g_return_val_if_fail (VSL_IS_ARTICLE (self), 0);

  return self->data.updated_at;
}

/**
 * vsl_article_get_kind:
 * @self: the article
 *
 * Returns: what sort of piece it is
 */
VslKind
vsl_article_get_kind (VslArticle *self)
{
  g_return_val_if_fail (VSL_IS_ARTICLE (self), VSL_KIND_REPORT);

  return self->data.kind;
}

/**
 * vsl_article_get_status:
 * @self: the article
 *
 * Returns: where it stands in the workflow
 */
VslStatus
vsl_article_get_status (VslArticle *self)
{
  g_return_val_if_fail (VSL_IS_ARTICLE (self), VSL_STATUS_DRAFT);

  return self->data.status;
}

/**
 * vsl_article_get_language:
 * @self: the article
 *
 * Returns: (transfer none): the BCP 47 tag of the language it is written in
 */
const char *
vsl_article_get_language (VslArticle *self)
{
  g_return_val_if_fail (VSL_IS_ARTICLE (self), NULL);

  return self->data.language;
}

/**
 * vsl_article_get_text:
 * @self: the article
 * @field: a field that holds text
 *
 * Returns: (transfer none): the text of @field; empty, never %NULL. The body is Markdown, the other
 *   fields are plain text
 */
const char *
vsl_article_get_text (VslArticle *self,
                      VslField    field)
{
  g_return_val_if_fail (VSL_IS_ARTICLE (self), NULL);
  g_return_val_if_fail ((guint) field < VSL_N_FIELDS, NULL);

  return self->data.text[field];
}

/**
 * vsl_article_get_tags:
 * @self: the article
 *
 * Returns: (transfer none): its tags in their order; never %NULL
 */
const char * const *
vsl_article_get_tags (VslArticle *self)
{
  g_return_val_if_fail (VSL_IS_ARTICLE (self), NULL);

  return (const char * const *) self->data.tags->pdata;
}

/**
 * vsl_article_get_n_participants:
 * @self: the article
 *
 * Returns: how many participants it lists, the chair included
 */
guint
vsl_article_get_n_participants (VslArticle *self)
{
  g_return_val_if_fail (VSL_IS_ARTICLE (self), 0);

  return self->data.participants->len;
}

/**
 * vsl_article_get_participant:
 * @self: the article
 * @index: less than vsl_article_get_n_participants()
 *
 * Returns: (transfer none): a participant
 */
VslParticipant *
vsl_article_get_participant (VslArticle *self,
                             guint       index)
{
  g_return_val_if_fail (VSL_IS_ARTICLE (self), NULL);
  g_return_val_if_fail (index < self->data.participants->len, NULL);

  return g_ptr_array_index (self->data.participants, index);
}

/**
 * vsl_article_get_chair:
 * @self: the article
 *
 * Returns: (transfer none) (nullable): the first participant who led the debate, if any
 */
VslParticipant *
vsl_article_get_chair (VslArticle *self)
{
  guint i;

  g_return_val_if_fail (VSL_IS_ARTICLE (self), NULL);

  for (i = 0; i < self->data.participants->len; i++)
    {
      VslParticipant *participant = g_ptr_array_index (self->data.participants, i);

      if (vsl_participant_get_chair (participant))
        return participant;
    }

  return NULL;
}

/**
 * vsl_article_get_n_pictures:
 * @self: the article
 *
 * Returns: how many pictures it has
 */
guint
vsl_article_get_n_pictures (VslArticle *self)
{
  g_return_val_if_fail (VSL_IS_ARTICLE (self), 0);

  return self->data.pictures->len;
}

/**
 * vsl_article_get_picture:
 * @self: the article
 * @index: less than vsl_article_get_n_pictures()
 *
 * Returns: (transfer none): a picture
 */
VslPicture *
vsl_article_get_picture (VslArticle *self,
                         guint       index)
{
  g_return_val_if_fail (VSL_IS_ARTICLE (self), NULL);
  g_return_val_if_fail (index < self->data.pictures->len, NULL);

  return g_ptr_array_index (self->data.pictures, index);
}

/**
 * vsl_article_find_picture:
 * @self: the article
 * @reference: (nullable): an address in its body
 *
 * Returns: (transfer none) (nullable): the picture that @reference means
 */
VslPicture *
vsl_article_find_picture (VslArticle *self,
                          const char *reference)
{
  guint i;

  g_return_val_if_fail (VSL_IS_ARTICLE (self), NULL);

  for (i = 0; i < self->data.pictures->len; i++)
    {
      if (vsl_picture_is_meant_by (g_ptr_array_index (self->data.pictures, i), reference))
        return g_ptr_array_index (self->data.pictures, i);
    }

  return NULL;
}

/**
 * vsl_article_get_featured_picture:
 * @self: the article
 *
 * Returns: (transfer none) (nullable): the picture at its head
 */
VslPicture *
vsl_article_get_featured_picture (VslArticle *self)
{
  guint i;

  g_return_val_if_fail (VSL_IS_ARTICLE (self), NULL);

  for (i = 0; i < self->data.pictures->len; i++)
    {
      if (vsl_picture_get_featured (g_ptr_array_index (self->data.pictures, i)))
        return g_ptr_array_index (self->data.pictures, i);
    }

  return NULL;
}

/**
 * vsl_article_dup_slug:
 * @self: the article
 *
 * Returns: (transfer full): the last part of its address: the slug that was typed, else one made of
 *   the headline; empty when there is neither
 */
char *
vsl_article_dup_slug (VslArticle *self)
{
  const char *slug;

  g_return_val_if_fail (VSL_IS_ARTICLE (self), NULL);

  slug = self->data.text[VSL_FIELD_SLUG];
  if (vsl_text_is_blank (slug))
    slug = self->data.text[VSL_FIELD_HEADLINE];

  return vsl_text_make_slug (slug, MAX_SLUG_BYTES);
}

/**
 * vsl_article_count_words:
 * @self: the article
 *
 * Returns: the number of words in lead and body; Markdown signs are not words
 */
guint
vsl_article_count_words (VslArticle *self)
{
  g_return_val_if_fail (VSL_IS_ARTICLE (self), 0);

  return vsl_text_count_words (self->data.text[VSL_FIELD_LEAD]) +
         vsl_text_count_words (self->data.text[VSL_FIELD_BODY]);
}

/**
 * vsl_article_same_content:
 * @a: an article
 * @b: another
 *
 * Returns: whether an editor would call them the same: everything but id, revision and times
 */
gboolean
vsl_article_same_content (VslArticle *a,
                          VslArticle *b)
{
  guint i;

  g_return_val_if_fail (VSL_IS_ARTICLE (a), FALSE);
  g_return_val_if_fail (VSL_IS_ARTICLE (b), FALSE);

  if (a->data.kind != b->data.kind || a->data.status != b->data.status ||
      !g_str_equal (a->data.language, b->data.language) ||
      !g_strv_equal (vsl_article_get_tags (a), vsl_article_get_tags (b)) ||
      a->data.participants->len != b->data.participants->len ||
      a->data.pictures->len != b->data.pictures->len)
    return FALSE;

  for (i = 0; i < VSL_N_FIELDS; i++)
    {
      if (!g_str_equal (a->data.text[i], b->data.text[i]))
        return FALSE;
    }
  for (i = 0; i < a->data.participants->len; i++)
    {
      if (!vsl_participant_equal (g_ptr_array_index (a->data.participants, i),
                                  g_ptr_array_index (b->data.participants, i)))
        return FALSE;
    }
  for (i = 0; i < a->data.pictures->len; i++)
    {
      if (!vsl_picture_equal (g_ptr_array_index (a->data.pictures, i),
                              g_ptr_array_index (b->data.pictures, i)))
        return FALSE;
    }

  return TRUE;
}
