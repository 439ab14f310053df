/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cms"

#include "config.h"

#include "cms/vsl-wordpress-sorting.h"

#include "cms/vsl-cms-error.h"
#include "core/vsl-missing-term.h"

#include <glib/gi18n.h>

/* Looks up the tags of an article and then its categories. */

typedef struct
{
  GUri                  *root;        /* (owned) */
  VslWordpressMemory    *memory;      /* (owned) */
  char                 **categories;  /* (owned) (nullable) */
  VslWordpressTermsFlags flags;
  GCancellable          *cancellable; /* (owned) (nullable) */
  VslWordpressSorting   *sorting;     /* (owned) */
} Looking;

static void
looking_free (Looking *looking)
{
  g_uri_unref (looking->root);
  vsl_wordpress_memory_unref (looking->memory);
  g_strfreev (looking->categories);
  g_clear_object (&looking->cancellable);
  g_clear_pointer (&looking->sorting, vsl_wordpress_sorting_free);
  g_free (looking);
}

/**
 * vsl_wordpress_sorting_free:
 * @self: (nullable): a sorting
 */
void
vsl_wordpress_sorting_free (VslWordpressSorting *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->tags, g_array_unref);
  g_clear_pointer (&self->categories, g_array_unref);
  g_clear_pointer (&self->missing, g_ptr_array_unref);
  g_free (self);
}

static void
end (GTask *task)
{
  Looking *looking = g_task_get_task_data (task);

  g_task_return_pointer (task, g_steal_pointer (&looking->sorting),
                         (GDestroyNotify) vsl_wordpress_sorting_free);
}

static void
categories_found_cb (GObject      *object,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) missing = NULL;
  Looking *looking = g_task_get_task_data (task);

  looking->sorting->categories =
    vsl_wordpress_terms_resolve_finish (VSL_HTTP (object), result, &missing, &error);
  if (looking->sorting->categories == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  g_ptr_array_extend_and_steal (looking->sorting->missing, g_steal_pointer (&missing));
  end (task);
}

static void
tags_found_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  Looking *looking = g_task_get_task_data (task);

  looking->sorting->tags = vsl_wordpress_terms_resolve_finish (VSL_HTTP (object), result,
                                                               &looking->sorting->missing, &error);
  if (looking->sorting->tags == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  if (looking->categories == NULL)
    {
      end (task);
      return;
    }

  vsl_wordpress_terms_resolve_async (VSL_HTTP (object), looking->root, looking->memory,
                                     VSL_WORDPRESS_CATEGORIES,
                                     (const char * const *) looking->categories, looking->flags,
                                     looking->cancellable, categories_found_cb,
                                     g_object_ref (task));
}

/**
 * vsl_wordpress_sorting_look_async:
 * @http: the sender
 * @root: the root of the API
 * @memory: what the client of this site saw a moment ago
 * @tags: names of tags
 * @categories: (nullable): names of categories; %NULL leaves them alone
 * @flags: what to do with those that are not there
 * @cancellable: (nullable): stops it between two requests
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Looks up all of them.
 */
void
vsl_wordpress_sorting_look_async (VslHttp                *http,
                                  GUri                   *root,
                                  VslWordpressMemory     *memory,
                                  const char * const     *tags,
                                  const char * const     *categories,
                                  VslWordpressTermsFlags  flags,
                                  GCancellable           *cancellable,
                                  GAsyncReadyCallback     callback,
                                  gpointer                user_data)
{
  g_autoptr(GTask) task = NULL;
  Looking *looking;

  g_return_if_fail (VSL_IS_HTTP (http) && root != NULL && tags != NULL);

  task = g_task_new (http, NULL, callback, user_data);
  g_task_set_source_tag (task, vsl_wordpress_sorting_look_async);
  looking = g_new0 (Looking, 1);
  looking->root = g_uri_ref (root);
  looking->memory = vsl_wordpress_memory_ref (memory);
  looking->categories = g_strdupv ((char **) categories);
  looking->flags = flags;
  looking->sorting = g_new0 (VslWordpressSorting, 1);
  if (cancellable != NULL)
    looking->cancellable = g_object_ref (cancellable);
  g_task_set_task_data (task, looking, (GDestroyNotify) looking_free);

  vsl_wordpress_terms_resolve_async (http, root, memory, VSL_WORDPRESS_TAGS, tags, flags, cancellable,
                                     tags_found_cb, g_steal_pointer (&task));
}

/**
 * vsl_wordpress_sorting_look_finish:
 * @http: the sender
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full): what was found and what is missing, or %NULL with a #VslCmsError
 */
VslWordpressSorting *
vsl_wordpress_sorting_look_finish (VslHttp       *http,
                                   GAsyncResult  *result,
                                   GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, http), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, vsl_wordpress_sorting_look_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * vsl_wordpress_sorting_refuse:
 * @self: what an article is sorted by, with something missing
 * @site: the name of the site
 *
 * Returns: (transfer full): the error that says what is missing
 */
GError *
vsl_wordpress_sorting_refuse (VslWordpressSorting *self,
                              const char          *site)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new ();
  g_autofree char *list = NULL;
  guint i;

  g_return_val_if_fail (self != NULL && site != NULL, NULL);

  for (i = 0; i < self->missing->len; i++)
    g_ptr_array_add (names, (char *) vsl_missing_term_get_name (g_ptr_array_index (self->missing, i)));
  g_ptr_array_add (names, NULL);
  list = g_strjoinv ("”, “", (char **) names->pdata);

  return g_error_new (VSL_CMS_ERROR, VSL_CMS_ERROR_MISSING_TERMS,
                      ngettext ("“%s” does not have the tag or category “%s”. Nothing was sent; "
                                "let it be made, or choose another.",
                                "“%s” does not have the tags or categories “%s”. Nothing was "
                                "sent; let them be made, or choose others.", self->missing->len),
                      site, list);
}
