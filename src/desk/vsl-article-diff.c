/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "desk/vsl-article-diff.h"

#include "markup/vsl-word-diff.h"

typedef char *(*DupText) (VslArticle *article);

static char *
dup_participants (VslArticle *article)
{
  g_autoptr(GString) lines = g_string_new (NULL);
  guint i;

  for (i = 0; i < vsl_article_get_n_participants (article); i++)
    {
      VslParticipant *participant = vsl_article_get_participant (article, i);
      g_autofree char *line = vsl_participant_dup_description (participant);

      /* The chair is told by a mark: it is no word of the article. */
      g_string_append_printf (lines, "%s%s%s", i > 0 ? "\n" : "",
                              vsl_participant_get_chair (participant) ? "★ " : "", line);
    }

  return g_string_free (g_steal_pointer (&lines), FALSE);
}

static char *
dup_pictures (VslArticle *article)
{
  g_autoptr(GString) lines = g_string_new (NULL);
  guint i;

  for (i = 0; i < vsl_article_get_n_pictures (article); i++)
    {
      VslPicture *picture = vsl_article_get_picture (article, i);
      const char *caption = vsl_picture_get_caption (picture);
      const char *credit = vsl_picture_get_credit (picture);
      const char *alt = vsl_picture_get_alt (picture);

      g_string_append_printf (lines, "%s%.8s %s · %s · %s", i > 0 ? "\n" : "",
                              vsl_picture_get_hash (picture), caption != NULL ? caption : "",
                              alt != NULL ? alt : "", credit != NULL ? credit : "");
    }

  return g_string_free (g_steal_pointer (&lines), FALSE);
}

static char *
dup_tags (VslArticle *article)
{
  return g_strjoinv ("\n", (char **) vsl_article_get_tags (article));
}

static char *
dup_kind (VslArticle *article)
{
  return g_strdup (vsl_kind_get_name (vsl_article_get_kind (article)));
}

static char *
dup_status (VslArticle *article)
{
  return g_strdup (vsl_status_get_name (vsl_article_get_status (article)));
}

static char *
dup_language (VslArticle *article)
{
  return g_strdup (vsl_article_get_language (article));
}

/* A text field when there is no function. */
static const struct
{
  VslField field;
  const char *name;
  DupText dup;
} fields[] = {
  { VSL_FIELD_KICKER, NULL, NULL },
  { VSL_FIELD_HEADLINE, NULL, NULL },
  { VSL_FIELD_LEAD, NULL, NULL },
  { VSL_FIELD_BYLINE, NULL, NULL },
  { VSL_FIELD_CREDIT, NULL, NULL },
  { VSL_FIELD_EVENT, NULL, NULL },
  { VSL_FIELD_NONE, "participants", dup_participants },
  { VSL_FIELD_BODY, NULL, NULL },
  { VSL_FIELD_NONE, "pictures", dup_pictures },
  { VSL_FIELD_NONE, "tags", dup_tags },
  { VSL_FIELD_SLUG, NULL, NULL },
  { VSL_FIELD_NONE, "kind", dup_kind },
  { VSL_FIELD_NONE, "status", dup_status },
  { VSL_FIELD_NONE, "language", dup_language },
};

static char *
dup_text (VslArticle *article,
          guint       i)
{
  return fields[i].dup != NULL ? fields[i].dup (article)
                               : g_strdup (vsl_article_get_text (article, fields[i].field));
}

/**
 * vsl_field_diff_free:
 * @self: (transfer full): a difference
 *
 * Frees it.
 */
void
vsl_field_diff_free (VslFieldDiff *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->parts);
  g_free (self);
}

/**
 * vsl_article_diff:
 * @before: an article
 * @after: another, or the same at another moment
 *
 * Compares two articles field by field, by words.
 *
 * Returns: (transfer full) (element-type VslFieldDiff): the fields that differ
 */
GPtrArray *
vsl_article_diff (VslArticle *before,
                  VslArticle *after)
{
  GPtrArray *diffs = g_ptr_array_new_with_free_func ((GDestroyNotify) vsl_field_diff_free);
  guint i;

  g_return_val_if_fail (VSL_IS_ARTICLE (before), diffs);
  g_return_val_if_fail (VSL_IS_ARTICLE (after), diffs);

  for (i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *first = dup_text (before, i);
      g_autofree char *second = dup_text (after, i);
      VslFieldDiff *diff;

      if (g_str_equal (first, second))
        continue;
      diff = g_new0 (VslFieldDiff, 1);
      diff->field = fields[i].name != NULL ? fields[i].name : vsl_field_get_name (fields[i].field);
      diff->parts = vsl_word_diff (first, second);
      vsl_word_diff_count (diff->parts, &diff->inserted, &diff->deleted);
      g_ptr_array_add (diffs, diff);
    }

  return diffs;
}
