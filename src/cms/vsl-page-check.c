/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cms"

#include "config.h"

#include "cms/vsl-page-check.h"

#include "cms/vsl-cms-error.h"
#include "cms/vsl-http-address.h"
#include "cms/vsl-http.h"
#include "core/vsl-text.h"
#include "markup/vsl-page-text.h"
#include "markup/vsl-render.h"

#include <glib/gi18n.h>
#include <string.h>

/*
 * What readers get of an article: its public page, fetched as anybody would, without credentials, and
 * held against what was sent. A theme may leave out what the site has, and a site may be too busy to
 * show it; both are warnings, because the article itself is where it should be.
 */

#define DEADLINE_MS 10000
#define MAX_HOPS 3
#define MAX_LINKS 10

/* Letters and figures only: themes change quotation marks, dashes and spaces. */
static char *
squash (const char *text)
{
  g_autofree char *folded = vsl_text_fold (text);
  GString *out = g_string_new (" ");
  const char *at;

  for (at = folded; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_isalnum (c))
        g_string_append_unichar (out, c);
      else if (out->str[out->len - 1] != ' ')
        g_string_append_c (out, ' ');
    }
  if (out->str[out->len - 1] != ' ')
    g_string_append_c (out, ' ');

  return g_string_free (out, FALSE);
}

static gboolean
stands_there (const char *page,
              const char *text)
{
  g_autofree char *squashed = squash (text);

  return strlen (squashed) <= 1 || strstr (page, squashed) != NULL;
}

static void
warn (GPtrArray *warnings,
      char      *sentence)
{
  g_ptr_array_add (warnings, sentence);
}

static void
check_fields (VslArticle *article,
              const char *page,
              GPtrArray  *warnings)
{
  static const struct
  {
    VslField field;
    const char *sentence;
  } fields[] = {
    { VSL_FIELD_HEADLINE, N_("The public page does not show the headline.") },
    { VSL_FIELD_BYLINE, N_("The public page does not name who wrote the article.") },
    { VSL_FIELD_CREDIT, N_("The public page does not show the credit of the picture.") },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (fields); i++)
    if (!stands_there (page, vsl_article_get_text (article, fields[i].field)))
      warn (warnings, g_strdup (_(fields[i].sentence)));
}

static void
check_participants (VslArticle *article,
                    const char *page,
                    GPtrArray  *warnings)
{
  guint i;

  for (i = 0; i < vsl_article_get_n_participants (article); i++)
    {
      const char *name = vsl_participant_get_name (vsl_article_get_participant (article, i));

      if (!stands_there (page, name))
        warn (warnings, g_strdup_printf (_("The public page does not name %s."), name));
    }
}

static void
check_pictures (VslArticle  *article,
                VslPageText *page,
                GPtrArray   *warnings)
{
  guint n = vsl_article_get_n_pictures (article);

  if (page->n_images < n)
    warn (warnings, g_strdup_printf (ngettext ("The public page shows %u picture, and the article has "
                                               "%u.",
                                               "The public page shows %u pictures, and the article "
                                               "has %u.", page->n_images), page->n_images, n));
}

/* What was to be filled in later, and our own signs where a renderer should have taken them. */
static void
check_markers (VslPageText *page,
               GPtrArray   *warnings)
{
  static const char * const markers[] = { "[…]", "[...]", "@@", "```", "{=html}", "{=blocks}", "{=lexical}", "::: " };
  g_autoptr(GRegex) tk = g_regex_new ("(?<![\\p{L}\\p{N}])TK(?![\\p{L}\\p{N}])", 0, 0, NULL);
  guint i;

  for (i = 0; i < G_N_ELEMENTS (markers); i++)
    if (strstr (page->text, markers[i]) != NULL)
      warn (warnings, g_strdup_printf (_("“%s” stands on the public page: something was to be filled "
                                         "in, or left out."), markers[i]));
  if (g_regex_match (tk, page->text, 0, NULL))
    warn (warnings, g_strdup_printf (_("“%s” stands on the public page: something was to be filled "
                                       "in, or left out."), "TK"));
}

/**
 * vsl_page_check:
 * @article: an article as it was published
 * @html: its public page
 *
 * A pure function.
 *
 * Returns: (transfer full) (element-type utf8): what readers miss, in translated sentences; empty when
 *   all is there
 */
GPtrArray *
vsl_page_check (VslArticle *article,
                GBytes     *html)
{
  GPtrArray *warnings;
  g_autoptr(VslPageText) page = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (VSL_IS_ARTICLE (article) && html != NULL, NULL);

  warnings = g_ptr_array_new_with_free_func (g_free);
  page = vsl_page_text_parse (html);
  text = squash (page->text);
  check_fields (article, text, warnings);
  check_participants (article, text, warnings);
  check_pictures (article, page, warnings);
  check_markers (page, warnings);

  return warnings;
}

typedef struct
{
  VslArticle   *article;     /* (owned) */
  VslHttp      *http;        /* (owned) */
  GCancellable *cancellable; /* (owned) (nullable) */
  GPtrArray    *warnings;    /* (owned) (nullable) */
  GPtrArray    *links;       /* (owned) (nullable) of GUri, that are still to be tried */
  guint         n_hops;
} Fetching;

static void ask_page (GTask *task,
                      GUri  *uri);

static void
fetching_free (Fetching *self)
{
  g_clear_object (&self->article);
  g_clear_object (&self->http);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->warnings, g_ptr_array_unref);
  g_clear_pointer (&self->links, g_ptr_array_unref);
  g_free (self);
}

static void
finish (GTask *task)
{
  Fetching *self = g_task_get_task_data (task);

  g_task_return_pointer (task, g_steal_pointer (&self->warnings), (GDestroyNotify) g_ptr_array_unref);
}

static void
finish_unread (GTask      *task,
               const char *reason)
{
  Fetching *self = g_task_get_task_data (task);

  self->warnings = g_ptr_array_new_with_free_func (g_free);
  warn (self->warnings, g_strdup_printf (_("The public page could not be looked at: %s"), reason));
  finish (task);
}

static void try_next_link (GTask *task);

static void
link_tried_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Fetching *self = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;
  g_autoptr(VslHttpReply) reply = vsl_http_send_finish (VSL_HTTP (object), result, &error);
  g_autoptr(GUri) uri = g_ptr_array_steal_index (self->links, 0);
  g_autofree char *text = g_uri_to_string (uri);

  /* Only what is certain: many a site refuses programs, or a HEAD. */
  if ((reply != NULL && (reply->status == 404 || reply->status == 410)) ||
      g_error_matches (error, VSL_CMS_ERROR, VSL_CMS_ERROR_ADDRESS))
    warn (self->warnings, g_strdup_printf (_("A link in the article leads nowhere: %s"), text));
  try_next_link (task);
}

static void
try_next_link (GTask *task)
{
  Fetching *self = g_task_get_task_data (task);
  g_autoptr(VslHttpRequest) request = NULL;

  if (self->links->len == 0)
    {
      finish (task);
      return;
    }
  request = vsl_http_request_new ("HEAD", self->links->pdata[0], VSL_HTTP_ANONYMOUS);
  vsl_http_send_async (self->http, request, self->cancellable, link_tried_cb, g_object_ref (task));
}

/* The links that the article itself has; those of the theme are not ours. */
static GPtrArray *
list_links (VslArticle *article)
{
  g_autofree char *html = vsl_render_article_html (article);
  g_autoptr(GBytes) bytes = g_bytes_new_static (html, strlen (html));
  g_autoptr(VslPageText) page = vsl_page_text_parse (bytes);
  GPtrArray *links = g_ptr_array_new_with_free_func ((GDestroyNotify) g_uri_unref);
  guint i;

  for (i = 0; i < page->links->len && links->len < MAX_LINKS; i++)
    {
      const char *link = page->links->pdata[i];
      GUri *uri = g_str_has_prefix (link, "http") ? vsl_http_address_parse (link, NULL) : NULL;

      if (uri != NULL)
        g_ptr_array_add (links, uri);
    }

  return links;
}

static void
judge_page (GTask  *task,
            GBytes *html)
{
  Fetching *self = g_task_get_task_data (task);

  self->warnings = vsl_page_check (self->article, html);
  self->links = list_links (self->article);
  try_next_link (task);
}

static GUri *
follow (Fetching     *self,
        VslHttpReply *reply)
{
  const char *location = vsl_http_reply_get_header (reply, "Location");
  g_autoptr(GUri) target = NULL;

  if (location == NULL || !vsl_http_reply_is_redirect (reply) || self->n_hops >= MAX_HOPS)
    return NULL;
  target = g_uri_parse_relative (reply->uri, location, SOUP_HTTP_URI_FLAGS, NULL);
  if (target == NULL || !vsl_http_address_is_same_site (reply->uri, target))
    return NULL;
  self->n_hops++;

  return g_steal_pointer (&target);
}

static void
page_read_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Fetching *self = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;
  g_autoptr(VslHttpReply) reply = vsl_http_send_finish (VSL_HTTP (object), result, &error);
  g_autoptr(GUri) target = reply != NULL ? follow (self, reply) : NULL;
  g_autofree char *reason = NULL;

  if (target != NULL)
    {
      ask_page (task, target);
    }
  else if (reply != NULL && vsl_http_reply_is_success (reply))
    {
      judge_page (task, reply->body);
    }
  else
    {
      reason = reply != NULL ? g_strdup_printf (_("the site answers %u."), reply->status)
                             : g_strdup (error->message);
      finish_unread (task, reason);
    }
}

static void
ask_page (GTask *task,
          GUri  *uri)
{
  Fetching *self = g_task_get_task_data (task);
  g_autoptr(VslHttpRequest) request = vsl_http_request_new ("GET", uri, VSL_HTTP_ANONYMOUS);

  vsl_http_send_async (self->http, request, self->cancellable, page_read_cb, g_object_ref (task));
}

static void
file_read_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) html = g_file_load_bytes_finish (G_FILE (object), result, NULL, &error);

  if (html == NULL)
    finish_unread (task, error->message);
  else
    judge_page (task, html);
}

/**
 * vsl_page_check_fetch_async:
 * @article: an article as it was published
 * @url: the address of its public page; `file:` for a folder
 * @cancellable: (nullable): stops it
 * @callback: called on the main context when it is done
 * @user_data: for @callback
 *
 * Fetches the page as a reader would, follows redirects within the site only, and checks it and the
 * links of the article. Main thread.
 */
void
vsl_page_check_fetch_async (VslArticle          *article,
                            const char          *url,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  g_autoptr(GFile) file = NULL;
  g_autoptr(GUri) uri = NULL;
  g_autoptr(GError) error = NULL;
  Fetching *self;

  g_return_if_fail (VSL_IS_ARTICLE (article) && url != NULL);

  task = g_task_new (article, cancellable, callback, user_data);
  g_task_set_source_tag (task, vsl_page_check_fetch_async);
  self = g_new0 (Fetching, 1);
  self->article = g_object_ref (article);
  self->http = vsl_http_new (DEADLINE_MS, NULL);
  if (cancellable != NULL)
    self->cancellable = g_object_ref (cancellable);
  g_task_set_task_data (task, self, (GDestroyNotify) fetching_free);

  if (g_str_has_prefix (url, "file:"))
    {
      file = g_file_new_for_uri (url);
      g_file_load_bytes_async (file, cancellable, file_read_cb, g_steal_pointer (&task));
      return;
    }

  uri = vsl_http_address_parse (url, &error);
  if (uri == NULL)
    finish_unread (task, error->message);
  else
    ask_page (task, uri);
}

/**
 * vsl_page_check_fetch_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type utf8): what readers miss; %NULL only when it was cancelled
 */
GPtrArray *
vsl_page_check_fetch_finish (GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, vsl_page_check_fetch_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
