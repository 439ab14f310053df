/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "config.h"

#include "desk/vsl-publication-words.h"

#include "core/vsl-text.h"
#include "desk/vsl-site-time.h"

#include <glib/gi18n.h>
#include <string.h>

/* How the article stands on the site now, as far as it changes what is said. */
typedef enum
{
  FOUND_NOTHING,
  FOUND_HIDDEN, /* a draft, a piece for review, a scheduled one */
  FOUND_PUBLIC
} Found;

static Found
look_at_row (VslOutboxRow *row)
{
  VslRemoteCopy *copy = row != NULL ? vsl_outbox_row_get_copy (row) : NULL;

  if (copy == NULL)
    return FOUND_NOTHING;

  return vsl_remote_copy_get_status (copy) == VSL_REMOTE_PUBLISH ? FOUND_PUBLIC : FOUND_HIDDEN;
}

static char *
describe_draft (const char *what,
                const char *site,
                Found       found)
{
  switch (found)
    {
    case FOUND_PUBLIC:
      return g_strdup_printf (_("%s is taken offline on %s and becomes a draft there."), what, site);
    case FOUND_HIDDEN:
      return g_strdup_printf (_("%s is brought up to date on %s as a draft; readers do not see it."), what, site);
    case FOUND_NOTHING:
    default:
      return g_strdup_printf (_("%s is put on %s as a draft; readers do not see it."), what, site);
    }
}

static char *
describe_pending (const char *what,
                  const char *site,
                  Found       found)
{
  if (found == FOUND_PUBLIC)
    return g_strdup_printf (_("%s is taken offline on %s and waits for review there."), what, site);
  if (found == FOUND_HIDDEN)
    return g_strdup_printf (_("%s is brought up to date on %s and waits for review there."), what, site);

  return g_strdup_printf (_("%s is put on %s and waits for review there."), what, site);
}

static char *
describe_publish (const char *what,
                  const char *site,
                  Found       found)
{
  if (found == FOUND_PUBLIC)
    return g_strdup_printf (_("%s is brought up to date on %s at once, where readers see it."), what, site);
  if (found == FOUND_HIDDEN)
    return g_strdup_printf (_("%s is brought up to date on %s and published at once, for everybody "
                              "to read."), what, site);

  return g_strdup_printf (_("%s is published on %s at once, for everybody to read."), what, site);
}

static char *
describe_future (VslSite    *where,
                 const char *what,
                 const char *site,
                 Found       found,
                 gint64      at)
{
  g_autofree char *time = vsl_site_time_describe (where, at);

  if (found == FOUND_PUBLIC)
    return g_strdup_printf (_("%s is taken offline on %s and published again on %s."), what, site, time);

  /* Translators: a moment, the headline between quotation marks, and a site. */
  return g_strdup_printf (_("On %s %s is published on %s."), time, what, site);
}

static char *
describe_private (const char *what,
                  const char *site,
                  Found       found)
{
  if (found == FOUND_PUBLIC)
    return g_strdup_printf (_("%s is taken from the readers of %s; only editors there see it."),
                            what, site);

  return g_strdup_printf (_("%s is put on %s for editors there only."), what, site);
}

static char *
describe_trash (const char *what,
                const char *site,
                Found       found)
{
  if (found == FOUND_PUBLIC)
    return g_strdup_printf (_("%s is taken offline on %s and put in the bin there."), what, site);

  return g_strdup_printf (_("%s is put in the bin of %s."), what, site);
}

static char *
describe_status (VslSite                     *where,
                 const char                  *what,
                 const char                  *site,
                 Found                        found,
                 const VslPublicationOptions *options)
{
  switch ((int) options->as)
    {
    case VSL_REMOTE_PUBLISH:
      return describe_publish (what, site, found);
    case VSL_REMOTE_FUTURE:
      return describe_future (where, what, site, found, options->at);
    case VSL_REMOTE_PENDING:
      return describe_pending (what, site, found);
    case VSL_REMOTE_PRIVATE:
      return describe_private (what, site, found);
    case VSL_REMOTE_TRASH:
      return describe_trash (what, site, found);
    default:
      return describe_draft (what, site, found);
    }
}

/* Which tags the site lacks is only known after asking it. */
static char *
describe_tags (VslArticle                  *article,
               VslSite                     *site,
               const VslPublicationOptions *options)
{
  guint n = g_strv_length ((char **) vsl_article_get_tags (article));

  if (n == 0)
    return NULL;
  if (vsl_site_get_brand (site) == VSL_BRAND_FOLDER)
    return g_strdup_printf (ngettext ("One tag goes with it.", "%u tags go with it.", n), n);
  if (options->create_terms)
    return g_strdup_printf (ngettext ("One tag goes with it; if the site does not have it, it is made there.",
                                      "%u tags go with it; those that the site does not have are made there.",
                                      n), n);

  return g_strdup_printf (ngettext ("One tag goes with it, if the site has it.",
                                    "%u tags go with it, if the site has all of them.", n), n);
}

/* NULL when none goes with it. */
static char *
describe_pictures (VslArticle                  *article,
                   const VslPublicationOptions *options)
{
  guint n = vsl_article_get_n_pictures (article);

  if (n == 0 || options->as == VSL_REMOTE_TRASH)
    return NULL;

  return g_strdup_printf (ngettext ("One picture goes with it.", "%u pictures go with it.", n), n);
}

/* How the article is called in a sentence that is about it. */
static char *
name_article (VslArticle *article,
              gboolean    inside)
{
  const char *headline = vsl_article_get_text (article, VSL_FIELD_HEADLINE);

  if (vsl_text_is_blank (headline))
    return g_strdup (inside ? C_("inside a sentence", "the article") : _("The article"));

  return vsl_publication_words_headline (headline);
}

/**
 * vsl_publication_words_headline:
 * @headline: a headline
 *
 * Returns: (transfer full): @headline between quotation marks, to stand in a sentence; one that is a
 *   quotation has its own, and one that holds double marks gets single ones
 */
char *
vsl_publication_words_headline (const char *headline)
{
  g_autofree char *text = NULL;
  gunichar first, last;

  g_return_val_if_fail (headline != NULL, NULL);

  text = g_strstrip (g_strdup (headline));
  if (*text == '\0')
    return g_steal_pointer (&text);
  first = g_utf8_get_char (text);
  last = g_utf8_get_char (g_utf8_find_prev_char (text, text + strlen (text)));
  if (g_utf8_strchr ("‘“„«\"'", -1, first) != NULL && g_utf8_strchr ("’”“»\"'", -1, last) != NULL)
    return g_steal_pointer (&text);
  if (strpbrk (text, "\"") != NULL || strstr (text, "“") != NULL || strstr (text, "”") != NULL ||
      strstr (text, "„") != NULL)
    return g_strdup_printf (_("‘%s’"), text);

  return g_strdup_printf (_("“%s”"), text);
}

/**
 * vsl_publication_words_site:
 * @site: a site
 *
 * Returns: (transfer full): how a site is called in a sentence: its host, a folder by its title
 */
char *
vsl_publication_words_site (VslSite *site)
{
  g_autofree char *host = NULL;

  if (vsl_site_get_brand (site) != VSL_BRAND_FOLDER)
    {
      host = vsl_site_dup_host (site);
      if (!vsl_text_is_blank (host))
        return g_steal_pointer (&host);
    }
  else if (!vsl_text_is_blank (vsl_site_get_title (site)))
    return g_strdup_printf (_("“%s”"), vsl_site_get_title (site));

  return g_strdup_printf (_("“%s”"), vsl_site_get_name (site));
}

/**
 * vsl_publication_words_sentence:
 * @article: the article
 * @site: the site
 * @row: (nullable): what is known of the article there
 * @options: what is asked for
 *
 * Returns: (transfer full): what publishing would do, translated, in whole sentences
 */
char *
vsl_publication_words_sentence (VslArticle                  *article,
                                VslSite                     *site,
                                VslOutboxRow                *row,
                                const VslPublicationOptions *options)
{
  g_autofree char *name = vsl_publication_words_site (site);
  g_autofree char *what = name_article (article, options->as == VSL_REMOTE_FUTURE &&
                                                 look_at_row (row) != FOUND_PUBLIC);
  g_autofree char *status = describe_status (site, what, name, look_at_row (row), options);
  g_autofree char *tags = describe_tags (article, site, options);
  g_autofree char *pictures = describe_pictures (article, options);
  g_autoptr(GPtrArray) parts = g_ptr_array_new ();
  gboolean in_doubt = row != NULL && (vsl_outbox_row_get_state (row) == VSL_OUTBOX_IN_DOUBT ||
                                      vsl_outbox_row_get_state (row) == VSL_OUTBOX_SENDING);

  if (in_doubt)
    g_ptr_array_add (parts, _("It is not certain what came of the last attempt, so Verslag looks on "
                              "the site first."));
  g_ptr_array_add (parts, status);
  if (tags != NULL)
    g_ptr_array_add (parts, tags);
  if (pictures != NULL)
    g_ptr_array_add (parts, pictures);
  g_ptr_array_add (parts, NULL);

  return g_strjoinv (" ", (char **) parts->pdata);
}

/**
 * vsl_publication_words_terms:
 * @missing: (element-type VslMissingTerm): tags and categories
 *
 * Returns: (transfer full): their names as a list in a sentence
 */
char *
vsl_publication_words_terms (GPtrArray *missing)
{
  g_autoptr(GString) names = g_string_new (NULL);
  guint i;

  for (i = 0; i < missing->len; i++)
    {
      VslMissingTerm *term = g_ptr_array_index (missing, i);

      if (i > 0)
        g_string_append (names, ", ");
      if (vsl_missing_term_get_kind (term) == VSL_TERM_CATEGORY)
        /* Translators: a category in a list of tags and categories. */
        g_string_append_printf (names, _("the category %s"), vsl_missing_term_get_name (term));
      else
        g_string_append (names, vsl_missing_term_get_name (term));
    }

  return g_string_free (g_steal_pointer (&names), FALSE);
}

/**
 * vsl_publication_words_similar:
 * @missing: (element-type VslMissingTerm): tags and categories
 *
 * Returns: (transfer full) (nullable): which of them look like something that the site has, in
 *   sentences; %NULL when none does
 */
char *
vsl_publication_words_similar (GPtrArray *missing)
{
  g_autoptr(GString) text = g_string_new (NULL);
  guint i;

  for (i = 0; i < missing->len; i++)
    {
      VslMissingTerm *term = g_ptr_array_index (missing, i);
      g_autofree char *names = g_strjoinv ("”, “", (char **) vsl_missing_term_get_similar (term));

      if (*names == '\0')
        continue;
      if (text->len > 0)
        g_string_append_c (text, ' ');
      /* Translators: a word that was typed, and words like it that the site has. */
      g_string_append_printf (text, _("“%s” looks like “%s”, which is there."),
                              vsl_missing_term_get_name (term), names);
    }

  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

static guint
count_categories (GPtrArray *missing)
{
  guint n = 0;
  guint i;

  for (i = 0; i < missing->len; i++)
    if (vsl_missing_term_get_kind (g_ptr_array_index (missing, i)) == VSL_TERM_CATEGORY)
      n++;

  return n;
}

/**
 * vsl_publication_words_missing:
 * @site: a site
 * @missing: (element-type VslMissingTerm): what it does not have; not empty
 *
 * Returns: (transfer full): that nothing was sent, because these are missing, and what to do
 */
char *
vsl_publication_words_missing (VslSite   *site,
                               GPtrArray *missing)
{
  g_autofree char *name = vsl_publication_words_site (site);
  g_autofree char *names = vsl_publication_words_terms (missing);
  g_autofree char *similar = vsl_publication_words_similar (missing);
  g_autofree char *sentence = NULL;

  if (count_categories (missing) == 0)
    sentence = g_strdup_printf (_("%s does not have these tags: %s. Nothing was sent. Allow new tags, or "
                                  "choose tags that are there."), name, names);
  else
    sentence = g_strdup_printf (_("%s does not have: %s. Nothing was sent. Allow new tags and "
                                  "categories, or choose what is there."), name, names);

  return similar != NULL ? g_strjoin (" ", sentence, similar, NULL) : g_steal_pointer (&sentence);
}

/**
 * vsl_publication_words_action:
 * @site: the site
 * @row: (nullable): what is known of the article there
 * @options: what is asked for
 *
 * Returns: (transfer full): the label of the button that publishes, translated
 */
char *
vsl_publication_words_action (VslSite                     *site,
                              VslOutboxRow                *row,
                              const VslPublicationOptions *options)
{
  g_autofree char *name = vsl_publication_words_site (site);
  Found found = look_at_row (row);

  switch ((int) options->as)
    {
    case VSL_REMOTE_PUBLISH:
      if (found == FOUND_PUBLIC)
        return g_strdup_printf (_("Update the article on %s"), name);
      return g_strdup_printf (_("Publish on %s"), name);
    case VSL_REMOTE_FUTURE:
      return g_strdup_printf (_("Schedule on %s"), name);
    case VSL_REMOTE_PENDING:
      return g_strdup_printf (_("Put on %s for review"), name);
    case VSL_REMOTE_PRIVATE:
      return g_strdup_printf (_("Put on %s for editors only"), name);
    case VSL_REMOTE_TRASH:
      return g_strdup_printf (_("Put in the bin of %s"), name);
    default:
      if (found == FOUND_PUBLIC)
        return g_strdup_printf (_("Take offline on %s"), name);
      if (found == FOUND_HIDDEN)
        return g_strdup_printf (_("Update the draft on %s"), name);
      return g_strdup_printf (_("Put draft on %s"), name);
    }
}
