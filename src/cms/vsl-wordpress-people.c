/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cms"

#include "config.h"

#include "cms/vsl-wordpress-people.h"

#include "core/vsl-text.h"
#include "markup/vsl-labels.h"

#include <glib/gi18n.h>

/* Whose article it is on a WordPress, and what this user may do with it. */

/* The names in the byline that the site does not know. */
static char *
describe_strangers (VslWordpressByline *people,
                    const char         *site)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new ();
  g_autofree char *list = NULL;
  guint i;

  for (i = 0; people->names[i] != NULL; i++)
    if (*people->keys[i] == '\0')
      g_ptr_array_add (names, people->names[i]);
  if (names->len == 0)
    return g_strdup_printf (_("“%s” gives an article one author, so the byline is a line in the text."),
                            site);
  g_ptr_array_add (names, NULL);
  list = g_strjoinv ("”, “", (char **) names->pdata);

  return g_strdup_printf (_("“%s” knows no author who is called “%s”, or more than one, so the byline is "
                            "a line in the text."), site, list);
}

static gint64
get_key (VslWordpressByline *people,
         guint               index)
{
  return g_ascii_strtoll (people->keys[index], NULL, 10);
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  gint64 x = *(const gint64 *) a;
  gint64 y = *(const gint64 *) b;

  return (x > y) - (x < y);
}

static GArray *
get_keys (VslWordpressByline *people)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint i;

  for (i = 0; people->keys[i] != NULL; i++)
    {
      gint64 id = get_key (people, i);

      g_array_append_val (ids, id);
    }
  g_array_sort (ids, compare_ids);

  return ids;
}

/* Whether the post that is there has the place that the byline is to go to. */
static gboolean
has_place (VslWordpressByline *people,
           VslWordpressPost   *current)
{
  switch ((int) people->place)
    {
    case VSL_BYLINE_AUTHOR:
      return current->may_assign_author || current->author == get_key (people, 0);
    case VSL_BYLINE_PUBLISHPRESS:
      return current->authors != NULL;
    case VSL_BYLINE_NEWSPACK:
      return current->byline != NULL;
    case VSL_BYLINE_CO_AUTHORS:
      return TRUE;
    default:
      return FALSE;
    }
}

/**
 * vsl_wordpress_people_place:
 * @people: the byline as the site knows it
 * @article: its article
 * @current: (nullable): the post as it is now; %NULL for a new draft, which gets its byline with the
 *   update that follows
 * @site: the name of the site, for messages
 * @body: where the byline goes
 * @warning: (out) (transfer full) (nullable): why it cannot go there, translated
 *
 * Puts the byline where it belongs on the site.
 *
 * Returns: whether that shows all of it; else it must be a line in the text
 */
gboolean
vsl_wordpress_people_place (VslWordpressByline  *people,
                            VslArticle          *article,
                            VslWordpressPost    *current,
                            const char          *site,
                            VslWordpressBody    *body,
                            char               **warning)
{
  g_return_val_if_fail (people != NULL && body != NULL && warning != NULL, FALSE);

  if (!vsl_wordpress_byline_is_whole (people))
    {
      *warning = people->problem != NULL ? g_strdup (people->problem) : describe_strangers (people, site);
      return FALSE;
    }
  if (current == NULL)
    return TRUE;
  if (!has_place (people, current))
    {
      *warning = g_strdup_printf (_("“%s” does not let this user set the author, so the byline is a line "
                                    "in the text."), site);
      return FALSE;
    }

  if (people->place == VSL_BYLINE_AUTHOR)
    body->author = get_key (people, 0);
  else if (people->place == VSL_BYLINE_PUBLISHPRESS && body->authors == NULL)
    body->authors = get_keys (people);
  else if (people->place == VSL_BYLINE_NEWSPACK && body->byline == NULL)
    body->byline = vsl_wordpress_byline_to_newspack (
      people, vsl_labels_for_language (vsl_article_get_language (article))->by,
      vsl_article_get_text (article, VSL_FIELD_BYLINE));

  return TRUE;
}

/**
 * vsl_wordpress_people_choose:
 * @people: who was found by that name
 * @author: the name or user name of who is to be the author, whatever the byline says
 * @current: (nullable): the post as it is now; %NULL for a new draft
 * @site: the name of the site, for messages
 * @body: where the author goes
 * @error: return location for an error
 *
 * Returns: whether that is somebody, and this user may do that
 */
gboolean
vsl_wordpress_people_choose (VslWordpressByline  *people,
                             const char          *author,
                             VslWordpressPost    *current,
                             const char          *site,
                             VslWordpressBody    *body,
                             GError             **error)
{
  gint64 id;

  g_return_val_if_fail (author != NULL && body != NULL, FALSE);

  if (people == NULL || people->problem != NULL || people->keys[0] == NULL ||
      *people->keys[0] == '\0' || people->keys[1] != NULL)
    {
      g_set_error (error, VSL_CMS_ERROR, VSL_CMS_ERROR_REJECTED,
                   _("“%s” knows no author who is called “%s”, or more than one. Nothing was sent. Use "
                     "the user name of the author there."), site, author);
      return FALSE;
    }
  if (current == NULL)
    return TRUE;

  id = get_key (people, 0);
  if (!current->may_assign_author && current->author != id)
    {
      g_set_error (error, VSL_CMS_ERROR, VSL_CMS_ERROR_FORBIDDEN,
                   _("This user may not put articles on “%s” under the name of somebody else. Leave the "
                     "author out, or ask an editor."), site);
      return FALSE;
    }
  body->author = id;

  return TRUE;
}

static gboolean
is_for_readers (VslRemoteStatus status)
{
  return status == VSL_REMOTE_PUBLISH || status == VSL_REMOTE_FUTURE || status == VSL_REMOTE_PRIVATE;
}

/**
 * vsl_wordpress_people_may:
 * @current: the post as it is now, which says what this user may do with it
 * @or_pending: whether it may be put for review instead
 * @site: the name of the site, for messages
 * @body: what it is to become; its status is changed when it is put for review instead
 * @warning: (out) (transfer full) (nullable): that it was, translated
 * @error: return location for an error
 *
 * Returns: whether this user may do what is asked for, as far as the site says
 */
gboolean
vsl_wordpress_people_may (VslWordpressPost  *current,
                          gboolean           or_pending,
                          const char        *site,
                          VslWordpressBody  *body,
                          char             **warning,
                          GError           **error)
{
  g_return_val_if_fail (current != NULL && body != NULL && warning != NULL, FALSE);

  if (is_for_readers (body->status) && !current->may_publish && body->status != current->status)
    {
      if (!or_pending)
        {
          g_set_error (error, VSL_CMS_ERROR, VSL_CMS_ERROR_FORBIDDEN,
                       _("This user may not publish on “%s”. Put the article there for review (pending) "
                         "instead; an editor can publish it."), site);
          return FALSE;
        }
      body->status = VSL_REMOTE_PENDING;
      *warning = g_strdup_printf (_("This user may not publish on “%s”, so the article waits for review "
                                    "there; an editor can publish it."), site);
    }
  /* WordPress 6.1 lets authors do this without saying so; later ones refuse it. */
  if (body->sticky == VSL_CHOICE_YES && !current->sticky && !current->may_stick)
    {
      g_set_error (error, VSL_CMS_ERROR, VSL_CMS_ERROR_FORBIDDEN,
                   _("This user may not keep articles on top of the front page of “%s”. Leave that out, "
                     "or ask an editor."), site);
      return FALSE;
    }

  return TRUE;
}
