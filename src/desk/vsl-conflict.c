/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "desk/vsl-conflict.h"

#include "core/vsl-article-builder.h"
#include "markup/vsl-merge.h"

#include <string.h>

#define CONTEXT 40 /* characters around a passage */

/* The fields that somebody can change on a site and that are read back from it. */
static const VslField fields[] = { VSL_FIELD_KICKER, VSL_FIELD_HEADLINE, VSL_FIELD_LEAD, VSL_FIELD_BYLINE,
                                   VSL_FIELD_CREDIT, VSL_FIELD_BODY };

/**
 * VslConflict:
 *
 * One article in three readings: what both started from, ours, and what somebody else made of it on a
 * site. Knows what the two make together, and the passages in which they do not go together.
 *
 * Immutable; any thread.
 */
struct _VslConflict
{
  GObject parent_instance;

  VslOutboxRow *row;   /* (owned) */
  VslRemoteText *text; /* (owned) as it stands there */
  VslArticle *base;    /* (owned) (nullable) with @theirs */
  VslArticle *ours;    /* (owned) */
  VslArticle *theirs;  /* (owned) (nullable) NULL when it cannot be read back */
  char *problem;       /* (owned) (nullable) why not, translated */
  guint n_left;
  VslMerge *merges[G_N_ELEMENTS (fields)]; /* (owned) when there is a base */
  GPtrArray *passages; /* (owned) of VslConflictPassage */
};

G_DEFINE_FINAL_TYPE (VslConflict, vsl_conflict, G_TYPE_OBJECT)

static void
passage_free (VslConflictPassage *passage)
{
  g_free (passage->before);
  g_free (passage->after);
  g_free (passage->base);
  g_free (passage->ours);
  g_free (passage->theirs);
  g_free (passage);
}

/* The words around a passage, as far as they are on its own line. */
static void
set_context (VslConflictPassage *passage,
             const char         *text,
             gsize               offset)
{
  const char *start = g_utf8_offset_to_pointer (text, (glong) offset);
  const char *end = start + strlen (passage->base);
  const char *from = start;
  const char *to = end;
  guint n;

  for (n = 0; n < CONTEXT && from > text && from[-1] != '\n'; n++)
    from = g_utf8_prev_char (from);
  /* From a word on. */
  while (n == CONTEXT && from < start && *from++ != ' ');
  for (n = 0; n < CONTEXT && *to != '\0' && *to != '\n'; n++)
    to = g_utf8_next_char (to);
  while (n == CONTEXT && to > end && *--to != ' ');

  passage->before = g_strndup (from, (gsize) (start - from));
  passage->after = g_strndup (end, (gsize) (to - end));
}

static void
add_passage (VslConflict            *self,
             VslField                field,
             const VslMergeConflict *conflict)
{
  VslConflictPassage *passage = g_new0 (VslConflictPassage, 1);

  passage->field = field;
  passage->base = g_strdup (conflict->base);
  passage->ours = g_strdup (conflict->ours);
  passage->theirs = g_strdup (conflict->theirs);
  set_context (passage, vsl_article_get_text (self->base, field), conflict->base_offset);
  g_ptr_array_add (self->passages, passage);
}

static void
merge_fields (VslConflict *self)
{
  guint i, k;

  for (i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      self->merges[i] = vsl_merge (vsl_article_get_text (self->base, fields[i]),
                                   vsl_article_get_text (self->ours, fields[i]),
                                   vsl_article_get_text (self->theirs, fields[i]));
      for (k = 0; k < self->merges[i]->conflicts->len; k++)
        add_passage (self, fields[i], self->merges[i]->conflicts->pdata[k]);
    }
}

static void
vsl_conflict_finalize (GObject *object)
{
  VslConflict *self = VSL_CONFLICT (object);
  guint i;

  for (i = 0; i < G_N_ELEMENTS (fields); i++)
    g_clear_pointer (&self->merges[i], vsl_merge_free);
  g_ptr_array_unref (self->passages);
  g_clear_object (&self->row);
  g_clear_object (&self->text);
  g_clear_object (&self->base);
  g_clear_object (&self->ours);
  g_clear_object (&self->theirs);
  g_free (self->problem);

  G_OBJECT_CLASS (vsl_conflict_parent_class)->finalize (object);
}

static void
vsl_conflict_class_init (VslConflictClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vsl_conflict_finalize;
}

static void
vsl_conflict_init (VslConflict *self)
{
  self->passages = g_ptr_array_new_with_free_func ((GDestroyNotify) passage_free);
}

/**
 * vsl_conflict_new:
 * @row: how the article stands on the site
 * @text: what is there, as the site keeps it
 * @base: what both started from
 * @ours: the article as it is here
 * @theirs: the article as it is there
 * @n_left: how many changes there have no place in an article of ours
 *
 * Some milliseconds for a long article.
 *
 * Returns: (transfer full): the three side by side
 */
VslConflict *
vsl_conflict_new (VslOutboxRow  *row,
                  VslRemoteText *text,
                  VslArticle    *base,
                  VslArticle    *ours,
                  VslArticle    *theirs,
                  guint          n_left)
{
  VslConflict *self;

  g_return_val_if_fail (VSL_IS_OUTBOX_ROW (row) && VSL_IS_REMOTE_TEXT (text), NULL);
  g_return_val_if_fail (VSL_IS_ARTICLE (base) && VSL_IS_ARTICLE (ours) && VSL_IS_ARTICLE (theirs), NULL);

  self = g_object_new (VSL_TYPE_CONFLICT, NULL);
  self->row = g_object_ref (row);
  self->text = g_object_ref (text);
  self->base = g_object_ref (base);
  self->ours = g_object_ref (ours);
  self->theirs = g_object_ref (theirs);
  self->n_left = n_left;
  merge_fields (self);

  return self;
}

/**
 * vsl_conflict_new_unread:
 * @row: how the article stands on the site
 * @text: what is there, as the site keeps it
 * @ours: the article as it is here
 * @problem: why that cannot be read back, translated
 *
 * Returns: (transfer full): a conflict of which theirs is known only as it stands there
 */
VslConflict *
vsl_conflict_new_unread (VslOutboxRow  *row,
                         VslRemoteText *text,
                         VslArticle    *ours,
                         const char    *problem)
{
  VslConflict *self;

  g_return_val_if_fail (VSL_IS_OUTBOX_ROW (row) && VSL_IS_REMOTE_TEXT (text), NULL);
  g_return_val_if_fail (VSL_IS_ARTICLE (ours) && problem != NULL, NULL);

  self = g_object_new (VSL_TYPE_CONFLICT, NULL);
  self->row = g_object_ref (row);
  self->text = g_object_ref (text);
  self->ours = g_object_ref (ours);
  self->problem = g_strdup (problem);

  return self;
}

/**
 * vsl_conflict_new_with_ours:
 * @conflict: a conflict
 * @ours: the article as it is here now
 *
 * Returns: (transfer full): the same conflict, after ours was written in
 */
VslConflict *
vsl_conflict_new_with_ours (VslConflict *conflict,
                            VslArticle  *ours)
{
  g_return_val_if_fail (VSL_IS_CONFLICT (conflict), NULL);

  if (conflict->theirs == NULL)
    return vsl_conflict_new_unread (conflict->row, conflict->text, ours, conflict->problem);

  return vsl_conflict_new (conflict->row, conflict->text, conflict->base, ours, conflict->theirs,
                           conflict->n_left);
}

/**
 * vsl_conflict_get_row:
 * @self: a conflict
 *
 * Returns: (transfer none): how the article stands on the site
 */
VslOutboxRow *
vsl_conflict_get_row (VslConflict *self)
{
  g_return_val_if_fail (VSL_IS_CONFLICT (self), NULL);

  return self->row;
}

/**
 * vsl_conflict_get_text:
 * @self: a conflict
 *
 * Returns: (transfer none): what is there, as the site keeps it
 */
VslRemoteText *
vsl_conflict_get_text (VslConflict *self)
{
  g_return_val_if_fail (VSL_IS_CONFLICT (self), NULL);

  return self->text;
}

/**
 * vsl_conflict_get_base:
 * @self: a conflict
 *
 * Returns: (transfer none) (nullable): what both started from; %NULL when theirs cannot be read back
 */
VslArticle *
vsl_conflict_get_base (VslConflict *self)
{
  g_return_val_if_fail (VSL_IS_CONFLICT (self), NULL);

  return self->base;
}

/**
 * vsl_conflict_get_ours:
 * @self: a conflict
 *
 * Returns: (transfer none): the article as it is here
 */
VslArticle *
vsl_conflict_get_ours (VslConflict *self)
{
  g_return_val_if_fail (VSL_IS_CONFLICT (self), NULL);

  return self->ours;
}

/**
 * vsl_conflict_get_theirs:
 * @self: a conflict
 *
 * Returns: (transfer none) (nullable): the article as it is there; %NULL when it cannot be read back
 */
VslArticle *
vsl_conflict_get_theirs (VslConflict *self)
{
  g_return_val_if_fail (VSL_IS_CONFLICT (self), NULL);

  return self->theirs;
}

/**
 * vsl_conflict_get_problem:
 * @self: a conflict
 *
 * Returns: (transfer none) (nullable): why theirs cannot be read back, translated
 */
const char *
vsl_conflict_get_problem (VslConflict *self)
{
  g_return_val_if_fail (VSL_IS_CONFLICT (self), NULL);

  return self->problem;
}

/**
 * vsl_conflict_get_n_left:
 * @self: a conflict
 *
 * Returns: how many changes there have no place in an article of ours
 */
guint
vsl_conflict_get_n_left (VslConflict *self)
{
  g_return_val_if_fail (VSL_IS_CONFLICT (self), 0);

  return self->n_left;
}

/**
 * vsl_conflict_is_only_theirs:
 * @self: a conflict
 *
 * Returns: whether nothing was changed here since both were the same, in what is sent to a site as text
 */
gboolean
vsl_conflict_is_only_theirs (VslConflict *self)
{
  guint i;

  g_return_val_if_fail (VSL_IS_CONFLICT (self), FALSE);

  if (self->base == NULL)
    return FALSE;
  for (i = 0; i < G_N_ELEMENTS (fields); i++)
    if (!g_str_equal (vsl_article_get_text (self->base, fields[i]),
                      vsl_article_get_text (self->ours, fields[i])))
      return FALSE;

  return TRUE;
}

/**
 * vsl_conflict_get_passages:
 * @self: a conflict
 *
 * Returns: (transfer none) (element-type VslConflictPassage): the passages that both changed, each in
 *   another way, in the order of the text; everything else goes together
 */
GPtrArray *
vsl_conflict_get_passages (VslConflict *self)
{
  g_return_val_if_fail (VSL_IS_CONFLICT (self), NULL);

  return self->passages;
}

static char *
join (const char *ours,
      const char *theirs)
{
  gboolean paragraphs = strchr (ours, '\n') != NULL || strchr (theirs, '\n') != NULL;

  if (*ours == '\0' || *theirs == '\0')
    return g_strconcat (ours, theirs, NULL);

  return g_strconcat (ours, paragraphs ? "\n\n" : " ", theirs, NULL);
}

/* The merged text of one field, with what was chosen in the place of ours. From the last to the first,
 * so that the offsets before it stay true. */
static char *
settle (const VslMerge *merge,
        const VslKeep  *keeps)
{
  g_autoptr(GString) text = g_string_new (merge->text);
  guint i;

  for (i = merge->conflicts->len; i > 0; i--)
    {
      const VslMergeConflict *conflict = merge->conflicts->pdata[i - 1];
      VslKeep keep = keeps != NULL ? keeps[i - 1] : VSL_KEEP_OURS;
      const char *start = g_utf8_offset_to_pointer (text->str, (glong) conflict->offset);
      const char *end = g_utf8_offset_to_pointer (start, (glong) conflict->length);
      g_autofree char *both = join (conflict->ours, conflict->theirs);
      gssize at = start - text->str;

      if (keep == VSL_KEEP_OURS)
        continue;
      g_string_erase (text, at, end - start);
      g_string_insert (text, at, keep == VSL_KEEP_BOTH ? both : conflict->theirs);
    }

  return g_strdup (text->str);
}

/**
 * vsl_conflict_merge:
 * @self: a conflict in which theirs could be read back
 * @keeps: (nullable): what stays in each passage; %NULL for ours in all
 *
 * Returns: (transfer full) (nullable): ours, with what they changed in it; %NULL when theirs is not known
 */
VslArticle *
vsl_conflict_merge (VslConflict   *self,
                    const VslKeep *keeps)
{
  VslArticleBuilder *builder;
  guint done = 0;
  guint i;

  g_return_val_if_fail (VSL_IS_CONFLICT (self), NULL);

  if (self->theirs == NULL)
    return NULL;

  builder = vsl_article_builder_new (self->ours);
  for (i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *text = settle (self->merges[i], keeps != NULL ? keeps + done : NULL);

      vsl_article_builder_set_text (builder, fields[i], text);
      done += self->merges[i]->conflicts->len;
    }

  return vsl_article_builder_end (builder);
}

/**
 * vsl_conflict_adopt_theirs:
 * @self: a conflict
 *
 * Returns: (transfer full) (nullable): ours with their words in every field that is read back; %NULL when
 *   theirs is not known
 */
VslArticle *
vsl_conflict_adopt_theirs (VslConflict *self)
{
  VslArticleBuilder *builder;
  guint i;

  g_return_val_if_fail (VSL_IS_CONFLICT (self), NULL);

  if (self->theirs == NULL)
    return NULL;

  builder = vsl_article_builder_new (self->ours);
  for (i = 0; i < G_N_ELEMENTS (fields); i++)
    vsl_article_builder_set_text (builder, fields[i], vsl_article_get_text (self->theirs, fields[i]));

  return vsl_article_builder_end (builder);
}
