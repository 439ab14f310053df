/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "config.h"

#include "desk/vsl-publish-run-private.h"

#include "desk/vsl-desk-fault.h"
#include "desk/vsl-publication-private.h"
#include "desk/vsl-publication-words.h"
#include "desk/vsl-publish-pictures.h"
#include "desk/vsl-site-client.h"

#include <glib/gi18n.h>

/* How long requests that are under way when the desk closes may take to end by themselves. */
#define HURRY_MS 5000

/**
 * VslPublishRun:
 *
 * One run of putting one article on one site. Nothing is sent before the row of the outbox says so on
 * the disk, and what an answer tells is on the disk before the next request: so whatever moment the
 * process dies, the next run knows what to look for. In order:
 *
 *   text saved → article and row read → preflight → row `queued` committed → let in by the lane →
 *   password → tags → row `sending` committed → [ look for the token → ] create a draft → its id
 *   committed → update content and status → row `confirmed` committed → status of the article
 *
 * A request that may have been carried out makes the row `in_doubt`, and the site is looked at before
 * anything is sent again. What fails for now stays `queued`, with the moment at which it is tried
 * again. Holds itself from start to end. Main thread.
 *
 * A run may also be there only to see whether what was scheduled has appeared; then it sends nothing.
 *
 * Once what became of the article is on the disk the run is settled, and lets go of the site and of the
 * pair; the page that readers see is looked at after that, when nothing is being sent there.
 *
 * Written in several files: the loading, this up to the pictures, the rows, the sending, the ending, and
 * the page.
 *
 * Signal `ended`: it is over, well or not.
 */
G_DEFINE_FINAL_TYPE (VslPublishRun, vsl_publish_run, G_TYPE_OBJECT)

enum
{
  SIGNAL_ENDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
tell_pictures (const char *detail,
               gpointer    data)
{
  VslPublishRun *self = data;

  vsl_publication_set_detail (self->publication, VSL_PUBLICATION_PICTURES, detail);
}

static char *
describe_pictures (VslPublishRun *self,
                   guint          n_sent)
{
  guint n = vsl_article_get_n_pictures (self->article);

  if (n == 0)
    return g_strdup (_("The article has no pictures."));
  if (n_sent == 0)
    return g_strdup (_("All pictures are there already."));

  return g_strdup_printf (ngettext ("One picture sent.", "%u pictures sent.", n_sent), n_sent);
}

static void
pictures_sent_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  VslPublishRun *self = user_data;
  GError *error = NULL;
  g_autofree char *detail = NULL;
  guint n_sent, n_unused;
  g_autoptr(VslArticle) placed = NULL;

  g_clear_pointer (&self->own_pictures, g_ptr_array_unref);
  placed =
    vsl_publish_pictures_finish (VSL_CMS (object), result, &n_sent, &n_unused,
                                 &self->own_pictures, &error);

  if (placed == NULL)
    {
      vsl_publish_run_fail (self, error);
      return;
    }

  g_set_object (&self->article, placed);
  if (n_unused > 0)
    {
      g_autofree char *warning = g_strdup_printf (
        ngettext ("One picture of the article stands neither at its head nor in the text, so it "
                  "was not sent.",
                  "%u pictures of the article stand neither at its head nor in the text, so they "
                  "were not sent.", n_unused), n_unused);

      vsl_publication_add_warning (self->publication, warning);
    }
  detail = describe_pictures (self, n_sent);
  vsl_publication_end_stage (self->publication, VSL_PUBLICATION_PICTURES, detail);
  vsl_publish_run_send (self);
}

/* Before the article, so that it can be there with them at once. */
static void
send_pictures (VslPublishRun *self)
{
  vsl_publication_begin_stage (self->publication, VSL_PUBLICATION_PICTURES);
  vsl_publish_pictures_async (self->context->store, self->cms, self->site,
                              self->context->data_dir, self->article, self->context->look_ms,
                              vsl_publish_run_get_now (self), tell_pictures, self,
                              self->cancellable, pictures_sent_cb, self);
}

static char *
describe_terms (VslPublishRun *self,
                GPtrArray     *missing)
{
  guint n = g_strv_length ((char **) vsl_article_get_tags (self->article));

  if (missing != NULL && missing->len > 0)
    {
      g_autofree char *names = vsl_publication_words_terms (missing);

      return g_strdup_printf (_("New on the site: %s."), names);
    }
  if (n == 0)
    return g_strdup (_("The article has no tags."));

  return g_strdup_printf (ngettext ("One tag, known there.", "%u tags, all known there.", n), n);
}

static void
terms_looked_up_cb (GObject      *object,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  VslPublishRun *self = user_data;
  GError *error = NULL;
  g_autoptr(GPtrArray) missing = vsl_cms_missing_terms_finish (VSL_CMS (object), result, &error);
  g_autofree char *similar = NULL;
  g_autofree char *detail = NULL;

  if (missing == NULL)
    {
      vsl_publish_run_fail (self, error);
      return;
    }
  if (missing->len > 0 && !self->options.create_terms)
    {
      g_autofree char *sentence = vsl_publication_words_missing (self->site, missing);

      vsl_publication_set_missing (self->publication, missing);
      vsl_desk_fault_set (&error, VSL_DESK_ERROR_REMOTE, "missing-terms", "%s", sentence);
      vsl_publish_run_fail (self, error);
      return;
    }

  similar = vsl_publication_words_similar (missing);
  if (similar != NULL)
    vsl_publication_add_warning (self->publication, similar);
  detail = describe_terms (self, missing);
  vsl_publication_end_stage (self->publication, VSL_PUBLICATION_TERMS, detail);
  self->contact = VSL_PUBLISH_ANSWERED;
  send_pictures (self);
}

static gboolean
has_terms (VslPublishRun *self)
{
  const char * const *categories = NULL;

  if (self->options.placement != NULL)
    categories = vsl_placement_get_categories (self->options.placement);

  return *vsl_article_get_tags (self->article) != NULL || (categories != NULL && *categories != NULL);
}

static void
look_up_terms (VslPublishRun *self)
{
  g_autofree char *detail = NULL;

  vsl_publication_begin_stage (self->publication, VSL_PUBLICATION_TERMS);
  if (has_terms (self))
    {
      vsl_cms_missing_terms_async (self->cms, self->article, self->options.placement, self->cancellable,
                                   terms_looked_up_cb, self);
      return;
    }
  detail = describe_terms (self, NULL);
  vsl_publication_end_stage (self->publication, VSL_PUBLICATION_TERMS, detail);
  send_pictures (self);
}

static void
talk (VslPublishRun *self)
{
  if (self->aim == VSL_PUBLISH_SEE)
    vsl_publish_run_see (self);
  else
    look_up_terms (self);
}

static void
make_client (VslPublishRun *self,
             const char    *password)
{
  GError *error = NULL;

  self->cms = vsl_site_client_new (self->site, password, self->context->data_dir, &error);
  if (self->cms == NULL)
    vsl_publish_run_fail (self, error);
  else
    talk (self);
}

static void
password_found_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  VslPublishRun *self = user_data;
  GError *error = NULL;
  char *password = vsl_credentials_lookup_finish (VSL_CREDENTIALS (object), result, &error);

  if (password == NULL)
    {
      if (error != NULL)
        g_debug ("looking up a password: %s", error->message);
      g_clear_error (&error);
      vsl_desk_fault_set (&error, VSL_DESK_ERROR_REMOTE, "auth",
                          _("No password is kept for “%s”. Enter the password of that site, and publish "
                            "again."), vsl_site_get_name (self->site));
      vsl_publish_run_fail (self, error);
      return;
    }

  make_client (self, password);
  vsl_credentials_wipe (password);
}

static gboolean
hurried_cb (gpointer user_data)
{
  VslPublishRun *self = user_data;

  self->hurry_timer = 0;
  g_cancellable_cancel (self->cancellable);

  return G_SOURCE_REMOVE;
}

static void
vsl_publish_run_finalize (GObject *object)
{
  VslPublishRun *self = VSL_PUBLISH_RUN (object);

  g_free (self->article_id);
  g_clear_object (&self->site);
  g_clear_object (&self->publication);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->article);
  g_clear_object (&self->row);
  g_clear_object (&self->cms);
  g_clear_object (&self->copy);
  g_ptr_array_unref (self->warnings);
  g_ptr_array_unref (self->overtaken);
  g_clear_object (&self->base);
  g_free (self->canonical_url);
  g_clear_pointer (&self->own_pictures, g_ptr_array_unref);
  vsl_publication_options_clear (&self->options);
  g_clear_object (&self->keeper);

  G_OBJECT_CLASS (vsl_publish_run_parent_class)->finalize (object);
}

static void
vsl_publish_run_class_init (VslPublishRunClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vsl_publish_run_finalize;

  signals[SIGNAL_ENDED] = g_signal_new ("ended", VSL_TYPE_PUBLISH_RUN, G_SIGNAL_RUN_LAST,
                                        0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
vsl_publish_run_init (VslPublishRun *self)
{
  self->publication = vsl_publication_new ();
  self->cancellable = g_cancellable_new ();
  self->warnings = g_ptr_array_new_with_free_func (g_free);
  self->overtaken = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * vsl_publish_run_get_now:
 * @self: the run
 *
 * For the files of the run.
 *
 * Returns: the time, µs since 1970 UTC
 */
gint64
vsl_publish_run_get_now (VslPublishRun *self)
{
  return self->context->clock (self->context->clock_data);
}

/**
 * vsl_publish_run_find_document:
 * @self: the run
 *
 * For the files of the run.
 *
 * Returns: (transfer none) (nullable): the document of the article, if it is open
 */
VslDocument *
vsl_publish_run_find_document (VslPublishRun *self)
{
  if (self->context->lookup == NULL)
    return NULL;

  return self->context->lookup (self->context->owner, self->article_id);
}

/**
 * vsl_publish_run_new:
 * @context: what every run needs
 * @article_id: an article
 * @site: where to put it
 * @options: how
 * @aim: whether it is asked for now
 *
 * Returns: (transfer full): a run that has not started
 */
VslPublishRun *
vsl_publish_run_new (const VslPublishContext     *context,
                     const char                  *article_id,
                     VslSite                     *site,
                     const VslPublicationOptions *options,
                     VslPublishAim                aim)
{
  VslPublishRun *self = g_object_new (VSL_TYPE_PUBLISH_RUN, NULL);

  self->keeper = g_object_ref (context->keeper);
  self->context = context;
  self->article_id = g_strdup (article_id);
  self->site = g_object_ref (site);
  self->aim = aim;
  vsl_publication_options_copy (&self->options, options);

  return self;
}

/**
 * vsl_publish_run_get_publication:
 * @self: the run
 *
 * Returns: (transfer none): what can be seen of it
 */
VslPublication *
vsl_publish_run_get_publication (VslPublishRun *self)
{
  return self->publication;
}

/**
 * vsl_publish_run_get_article_id:
 * @self: the run
 *
 * Returns: the id of the article
 */
const char *
vsl_publish_run_get_article_id (VslPublishRun *self)
{
  return self->article_id;
}

/**
 * vsl_publish_run_get_site:
 * @self: the run
 *
 * Returns: (transfer none): where it goes
 */
VslSite *
vsl_publish_run_get_site (VslPublishRun *self)
{
  return self->site;
}

/**
 * vsl_publish_run_get_resumed:
 * @self: the run
 *
 * Returns: whether nobody asked for it now
 */
gboolean
vsl_publish_run_get_resumed (VslPublishRun *self)
{
  return self->aim != VSL_PUBLISH_ASKED;
}

/**
 * vsl_publish_run_get_client:
 * @self: the run
 *
 * Returns: (transfer none) (nullable): the client it works with, for the next run to the same site
 */
VslCms *
vsl_publish_run_get_client (VslPublishRun *self)
{
  return self->cms;
}

/**
 * vsl_publish_run_get_options:
 * @self: the run
 *
 * Returns: (transfer none): what was asked for
 */
const VslPublicationOptions *
vsl_publish_run_get_options (VslPublishRun *self)
{
  return &self->options;
}

/**
 * vsl_publish_run_get_revision:
 * @self: the run
 *
 * Returns: the revision of the article that it sends; 0 when it did not come to reading it
 */
gint64
vsl_publish_run_get_revision (VslPublishRun *self)
{
  return self->revision;
}

/**
 * vsl_publish_run_get_contact:
 * @self: the run
 *
 * Returns: what it learnt about the origin of its site
 */
VslPublishContact
vsl_publish_run_get_contact (VslPublishRun *self)
{
  return self->contact;
}

/**
 * vsl_publish_run_enter:
 * @self: a run that asked to be let in
 * @cms: (nullable): a client of its site that another run used, if there is one
 *
 * From here on it talks with the site.
 */
void
vsl_publish_run_enter (VslPublishRun *self,
                       VslCms        *cms)
{
  if (self->hurry)
    vsl_publish_run_put_off (self, vsl_publish_run_get_now (self));
  else if (self->aim == VSL_PUBLISH_SEE && vsl_remote_copy_get_status (self->copy) == VSL_REMOTE_PUBLISH)
    vsl_publish_run_see (self); /* a page needs no password */
  else if (cms != NULL)
    {
      g_set_object (&self->cms, cms);
      talk (self);
    }
  else if (vsl_site_get_brand (self->site) == VSL_BRAND_FOLDER)
    make_client (self, NULL);
  else
    vsl_credentials_lookup_async (self->context->credentials, vsl_site_get_name (self->site),
                                  self->cancellable, password_found_cb, self);
}

/**
 * vsl_publish_run_put_off:
 * @self: a run that asked to be let in
 * @until: when it may be tried again, µs since 1970 UTC; 0 for not before a person did something
 *
 * The origin of its site is left alone for now: the run ends, and its row stays in the outbox.
 */
void
vsl_publish_run_put_off (VslPublishRun *self,
                         gint64         until)
{
  g_autofree char *site = vsl_publication_words_site (self->site);

  self->put_off_until = until;
  if (until != 0)
    vsl_publish_run_fail (self,
                          g_error_new (VSL_CMS_ERROR, VSL_CMS_ERROR_BUSY,
                                       _("%s does not answer, so it is left alone for a moment."), site));
  else
    vsl_publish_run_fail (self,
                          g_error_new (VSL_CMS_ERROR, VSL_CMS_ERROR_AUTH,
                                       _("%s did not accept the user name and password a moment ago, so "
                                         "nothing was sent. Enter the password of that site, and publish "
                                         "again."), site));
}

/**
 * vsl_publish_run_start:
 * @self: the run
 *
 * Starts it. It holds itself until it has ended.
 */
void
vsl_publish_run_start (VslPublishRun *self)
{
  g_object_ref (self);
  vsl_publication_begin_stage (self->publication, VSL_PUBLICATION_TEXT);
  vsl_publish_run_load (self);
}

/**
 * vsl_publish_run_hurry:
 * @self: the run
 *
 * The desk closes: waits for nothing any more, and soon for no answer either. What is then uncertain
 * is in doubt, and is looked at in the next run.
 */
void
vsl_publish_run_hurry (VslPublishRun *self)
{
  if (self->hurry || self->ended)
    return;

  self->hurry = TRUE;
  if (self->settled)
    {
      /* A page can be looked at another time. */
      g_cancellable_cancel (self->cancellable);
      return;
    }
  self->hurry_timer = g_timeout_add (HURRY_MS, hurried_cb, self);
  if (self->timer == 0)
    return;
  g_clear_handle_id (&self->timer, g_source_remove);
  vsl_publish_run_fail (self, g_error_new_literal (VSL_CMS_ERROR, VSL_CMS_ERROR_IN_DOUBT, ""));
}
