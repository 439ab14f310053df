/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "desk/vsl-library-query.h"

#include "core/vsl-text.h"

static gboolean
contains (const char * const *list,
          const char         *text)
{
  g_autofree char *wanted = vsl_text_fold (text);
  guint i;

  for (i = 0; list[i] != NULL; i++)
    {
      g_autofree char *folded = vsl_text_fold (list[i]);

      if (g_str_equal (folded, wanted))
        return TRUE;
    }

  return FALSE;
}

/**
 * vsl_library_query_copy:
 * @self: a query
 *
 * Returns: (transfer full): the same query, with texts of its own
 */
VslLibraryQuery *
vsl_library_query_copy (const VslLibraryQuery *self)
{
  VslLibraryQuery *copy = g_memdup2 (self, sizeof *self);

  copy->status = g_strdup (self->status);
  copy->tag = g_strdup (self->tag);
  copy->event = g_strdup (self->event);
  copy->site = g_strdup (self->site);
  copy->outbox = g_strdup (self->outbox);

  return copy;
}

/**
 * vsl_library_query_free:
 * @self: (transfer full): what vsl_library_query_copy() gave
 *
 * Frees it.
 */
void
vsl_library_query_free (VslLibraryQuery *self)
{
  g_free ((char *) self->status);
  g_free ((char *) self->tag);
  g_free ((char *) self->event);
  g_free ((char *) self->site);
  g_free ((char *) self->outbox);
  g_free (self);
}

/**
 * vsl_library_query_match:
 * @self: a query
 * @summary: an article as it is now
 *
 * Returns: whether the article is in the folder, as far as its summary tells
 */
VslLibraryMatch
vsl_library_query_match (const VslLibraryQuery *self,
                         VslArticleSummary     *summary)
{
  const char *status = vsl_status_get_name (vsl_article_summary_get_status (summary));

  if ((vsl_article_summary_get_deleted_at (summary) > 0) != self->bin ||
      (self->status != NULL && !g_str_equal (self->status, status)) ||
      (self->tag != NULL && !contains (vsl_article_summary_get_tags (summary), self->tag)) ||
      (self->site != NULL && !contains (vsl_article_summary_get_sites (summary), self->site)))
    return VSL_LIBRARY_OUT;

  return self->event == NULL && self->outbox == NULL ? VSL_LIBRARY_IN : VSL_LIBRARY_UNKNOWN;
}
