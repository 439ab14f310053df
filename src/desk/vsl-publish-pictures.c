/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "config.h"

#include "desk/vsl-publish-pictures.h"

#include "core/vsl-article-builder.h"
#include "core/vsl-site-choices.h"
#include "core/vsl-text.h"
#include "desk/vsl-picture-copies.h"
#include "markup/vsl-placed-pictures.h"
#include "store/vsl-store-media.h"

#include <glib/gi18n.h>
#include <string.h>

/* The longest side of what is sent, where nobody chose another for the site. */
#define DEFAULT_EDGE 2560

/* After a picture without an answer the site is asked what came of it, after these units of time. */
static const guint look_after[] = { 1, 3, 10 };

/*
 * The pictures of one publication, one after the other. Of each: its files are made, what is known of
 * it on the site is read, the row `sending` is committed, and only then it is sent. A row that says
 * `sending` already is of a run that ended in between: the site is asked first. So whatever moment
 * the process dies, a picture is on the site once.
 */
typedef struct
{
  VslStore *store;             /* (owned) */
  VslSite *site;               /* (owned) */
  char *data_dir;              /* (owned) */
  VslArticle *article;         /* (owned) */
  GPtrArray *places;           /* (owned) of VslRemotePicture (nullable), by position */
  GArray *used;                /* (owned) of guint: positions of what is sent */
  guint at;                    /* in @used */
  guint n_sent;
  guint n_unused;
  GPtrArray *own;              /* (owned) (nullable) of char *: where pictures of ours are on the site,
                                  or were that are deleted there */
  guint looks;
  GError *doubt;               /* (owned) (nullable) why it is not sent again after looking */
  guint look_ms;
  guint edges[3];
  guint n_edges;
  gint64 now;
  VslPublishPicturesTell tell;
  gpointer tell_data;
  GCancellable *cancellable;   /* (owned) (nullable) */

  VslPictureCopies *copies;    /* (owned) (nullable) of the picture at hand, as all below */
  VslMediaRemote *remote;      /* (owned) */
  char *words;                 /* (owned) hash of the words it is to have */
  gboolean look_first;
} Sending;

static void next_picture (GTask *task);
static void send_picture (GTask *task, gboolean look_only);

static void
clear_picture (Sending *sending)
{
  g_clear_pointer (&sending->copies, vsl_picture_copies_free);
  g_clear_pointer (&sending->remote, vsl_media_remote_free);
  g_clear_pointer (&sending->words, g_free);
  g_clear_error (&sending->doubt);
  sending->look_first = FALSE;
  sending->looks = 0;
}

static void
free_place (gpointer place)
{
  vsl_remote_picture_free (place);
}

static void
sending_free (Sending *sending)
{
  clear_picture (sending);
  g_clear_object (&sending->store);
  g_clear_object (&sending->site);
  g_clear_object (&sending->article);
  g_clear_object (&sending->cancellable);
  g_ptr_array_unref (sending->places);
  g_array_unref (sending->used);
  g_clear_pointer (&sending->own, g_ptr_array_unref);
  g_free (sending->data_dir);
  g_free (sending);
}

static guint
get_position (Sending *sending)
{
  return g_array_index (sending->used, guint, sending->at);
}

static VslPicture *
get_picture (Sending *sending)
{
  return vsl_article_get_picture (sending->article, get_position (sending));
}

static void
tell (Sending *sending,
      goffset  done,
      goffset  total)
{
  g_autofree char *detail = NULL;

  if (total > 0)
    detail = g_strdup_printf (_("Picture %u of %u: %d %%"), sending->at + 1, sending->used->len,
                              (int) (done * 100 / total));
  else
    detail = g_strdup_printf (_("Picture %u of %u"), sending->at + 1, sending->used->len);
  sending->tell (detail, sending->tell_data);
}

static void
progress_cb (goffset  done,
             goffset  total,
             gpointer data)
{
  tell (data, done, total);
}

/* Whether the picture was there, as far as we know. */
static gboolean
is_there (Sending *sending)
{
  return sending->remote->remote_id != NULL ||
         (sending->remote->url != NULL && g_strcmp0 (sending->remote->state, "confirmed") == 0);
}

/* The article with its pictures in their places on the site. */
static VslArticle *
place_pictures (Sending *sending)
{
  VslArticleBuilder *builder = vsl_article_builder_new (sending->article);
  guint i;

  vsl_article_builder_clear_pictures (builder);
  for (i = 0; i < vsl_article_get_n_pictures (sending->article); i++)
    {
      VslPicture *picture = vsl_article_get_picture (sending->article, i);
      VslRemotePicture *remote = sending->places->pdata[i];
      g_autoptr(VslPicture) placed = NULL;
      VslPicturePlace place = { 0 };

      if (remote != NULL)
        place = (VslPicturePlace) { remote->url, remote->id, remote->srcset, remote->width,
                                    remote->height };
      placed = remote != NULL ? vsl_picture_with_place (picture, &place) : g_object_ref (picture);
      vsl_article_builder_add_picture (builder, placed);
    }

  return vsl_article_builder_end (builder);
}

static void
stored_thread (GTask        *task,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  Sending *sending = g_task_get_task_data (data);
  GError *error = NULL;

  if (vsl_store_save_media_remote (sending->store, sending->remote, sending->now, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* Commits the row of the picture, then goes on. */
static void
commit (GTask               *task,
        const char          *state,
        GAsyncReadyCallback  callback)
{
  Sending *sending = g_task_get_task_data (task);
  g_autoptr(GTask) work = NULL;

  g_free (sending->remote->state);
  sending->remote->state = g_strdup (state);
  work = g_task_new (NULL, NULL, callback, g_object_ref (task));
  g_task_set_task_data (work, g_object_ref (task), g_object_unref);
  g_task_run_in_thread (work, stored_thread);
}

static void
confirmed_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;
  Sending *sending = g_task_get_task_data (task);

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_task_return_error (task, error);
      return;
    }

  sending->at++;
  next_picture (task);
}

static void
keep_place (GTask            *task,
            VslRemotePicture *picture)
{
  Sending *sending = g_task_get_task_data (task);
  VslMediaRemote *remote = sending->remote;

  g_free (remote->remote_id);
  g_free (remote->url);
  g_free (remote->srcset);
  g_free (remote->texts);
  remote->remote_id = g_strdup (picture->id);
  remote->url = g_strdup (picture->url);
  remote->srcset = g_strdup (picture->srcset);
  remote->texts = g_strdup (sending->words);
  remote->width = picture->width;
  remote->height = picture->height;
  free_place (sending->places->pdata[get_position (sending)]);
  sending->places->pdata[get_position (sending)] = picture;
  commit (task, "confirmed", confirmed_cb);
}

static gboolean
waited_cb (gpointer user_data)
{
  send_picture (user_data, TRUE);

  return G_SOURCE_REMOVE;
}

static void
wait_and_look (GTask *task)
{
  Sending *sending = g_task_get_task_data (task);

  g_timeout_add_full (G_PRIORITY_DEFAULT, look_after[sending->looks] * sending->look_ms, waited_cb,
                      g_object_ref (task), g_object_unref);
  sending->looks++;
}

/* A picture that somebody deleted on the site is sent again, as a new one. */
static void
start_over (GTask *task)
{
  Sending *sending = g_task_get_task_data (task);
  VslMediaRemote *remote = sending->remote;

  if (sending->own == NULL)
    sending->own = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (sending->own, g_strdup (remote->remote_id != NULL ? remote->remote_id
                                                                     : remote->url));
  g_clear_pointer (&remote->remote_id, g_free);
  g_clear_pointer (&remote->url, g_free);
  g_free (remote->token);
  remote->token = g_uuid_string_random ();
  remote->token[8] = '\0';
  send_picture (task, FALSE);
}

static void
sent_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;
  Sending *sending = g_task_get_task_data (task);
  VslRemotePicture *picture = vsl_cms_upload_finish (VSL_CMS (object), result, &error);

  if (picture != NULL)
    {
      keep_place (task, picture);
      return;
    }

  /* Looked for, and it is not there. One that was sent a moment ago gets its chance. */
  if (error == NULL)
    {
      if (sending->looks > 0 && sending->looks < G_N_ELEMENTS (look_after))
        wait_and_look (task);
      else if (sending->doubt != NULL)
        g_task_return_error (task, g_steal_pointer (&sending->doubt));
      else
        send_picture (task, FALSE);
      return;
    }
  if (g_error_matches (error, VSL_CMS_ERROR, VSL_CMS_ERROR_NOT_FOUND) &&
      is_there (sending))
    {
      g_error_free (error);
      start_over (task);
      return;
    }
  if (g_error_matches (error, VSL_CMS_ERROR, VSL_CMS_ERROR_IN_DOUBT) && sending->looks == 0)
    {
      /* A strange answer may come from somebody who does not know what the site has. */
      if (vsl_cms_error_get_retry_after (error) > 0)
        sending->doubt = g_steal_pointer (&error);
      g_clear_error (&error);
      wait_and_look (task);
      return;
    }

  g_task_return_error (task, error);
}

static void
request (GTask    *task,
         gboolean  look_only)
{
  Sending *sending = g_task_get_task_data (task);
  VslPicture *picture = get_picture (sending);
  g_autofree char *token = g_strdup_printf ("%.12s-%s", sending->remote->hash,
                                            sending->remote->token);
  g_autofree char *name = g_strconcat (sending->copies->stem, "-", token,
                                       vsl_picture_get_ending (sending->copies->content_type),
                                       NULL);
  g_autofree char *caption =
    vsl_placed_pictures_dup_caption (picture, vsl_article_get_language (sending->article));
  VslCmsUpload upload = {
    .files = (const VslCmsFile *) (gpointer) sending->copies->files->data,
    .n_files = sending->copies->files->len,
    .content_type = sending->copies->content_type,
    .name = name,
    .token = token,
    .alt = vsl_picture_get_decorative (picture) ? "" : vsl_picture_get_alt (picture),
    .caption = caption,
    .remote_id = sending->remote->remote_id,
    .url = is_there (sending) ? sending->remote->url : NULL,
    .words_are_there = g_strcmp0 (sending->remote->texts, sending->words) == 0,
    .look_only = look_only,
    .progress = progress_cb,
    .progress_data = sending,
  };

  if (!look_only && !is_there (sending))
    sending->n_sent++;
  vsl_cms_upload_async (g_task_get_source_object (task), &upload, sending->cancellable, sent_cb,
                        g_object_ref (task));
}

static void
intent_committed_cb (GObject      *object,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    g_task_return_error (task, error);
  else
    request (task, FALSE);
}

static void
send_picture (GTask    *task,
              gboolean  look_only)
{
  Sending *sending = g_task_get_task_data (task);

  /* Only what makes a picture there is an intent; looking and words are safe to repeat. */
  if (look_only || is_there (sending))
    request (task, look_only);
  else
    commit (task, "sending", intent_committed_cb);
}

static char *
dup_words_hash (VslPicture *picture,
                const char *language)
{
  g_autofree char *caption = vsl_placed_pictures_dup_caption (picture, language);
  g_autofree char *all = g_strjoin ("\x1F", vsl_picture_get_decorative (picture)
                                              ? "" : vsl_picture_get_alt (picture), caption, NULL);

  return vsl_text_hash (all);
}

/* Makes the files of a picture and reads what is known of it on the site; in a thread of the pool. */
static void
prepare_thread (GTask        *work,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  GTask *task = data;
  Sending *sending = g_task_get_task_data (task);
  const char *hash = vsl_picture_get_hash (get_picture (sending));
  const char *site = vsl_site_get_name (sending->site);
  GError *error = NULL;

  sending->copies = vsl_picture_copies_make (sending->store, sending->data_dir, hash,
                                             sending->edges, sending->n_edges, &error);
  if (sending->copies != NULL)
    sending->remote = vsl_store_load_media_remote (sending->store, hash, site, &error);
  if (error != NULL)
    {
      g_task_return_error (work, error);
      return;
    }

  if (sending->remote != NULL)
    {
      sending->look_first = g_str_equal (sending->remote->state, "sending");
    }
  else
    {
      sending->remote = g_new0 (VslMediaRemote, 1);
      sending->remote->hash = g_strdup (hash);
      sending->remote->site = g_strdup (site);
      sending->remote->token = g_uuid_string_random ();
      sending->remote->token[8] = '\0';
    }
  sending->words = dup_words_hash (get_picture (sending),
                                   vsl_article_get_language (sending->article));
  g_task_return_boolean (work, TRUE);
}

static void
prepared_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;
  Sending *sending = g_task_get_task_data (task);

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    g_task_return_error (task, error);
  else
    send_picture (task, sending->look_first);
}

static void
own_listed_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;
  Sending *sending = g_task_get_task_data (task);

  g_clear_pointer (&sending->own, g_ptr_array_unref);
  sending->own = g_task_propagate_pointer (G_TASK (result), &error);
  if (sending->own == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, place_pictures (sending), g_object_unref);
}

static void
own_thread (GTask        *work,
            gpointer      source,
            gpointer      data,
            GCancellable *cancellable)
{
  Sending *sending = g_task_get_task_data (data);
  GError *error = NULL;
  GPtrArray *own = vsl_store_list_media_places (sending->store,
                                                vsl_site_get_name (sending->site), &error);

  if (own != NULL)
    g_task_return_pointer (work, own, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (work, error);
}

/* An article without a picture at its head may have had one: which of those that are there are ours
 * must be known. */
static void
end (GTask *task)
{
  Sending *sending = g_task_get_task_data (task);
  g_autoptr(GTask) work = NULL;

  if (vsl_article_get_featured_picture (sending->article) != NULL)
    {
      g_task_return_pointer (task, place_pictures (sending), g_object_unref);
      return;
    }

  work = g_task_new (NULL, NULL, own_listed_cb, g_object_ref (task));
  g_task_set_task_data (work, g_object_ref (task), g_object_unref);
  g_task_run_in_thread (work, own_thread);
}

static void
next_picture (GTask *task)
{
  Sending *sending = g_task_get_task_data (task);
  g_autoptr(GTask) work = NULL;

  clear_picture (sending);
  if (sending->at == sending->used->len)
    {
      end (task);
      return;
    }
  if (g_cancellable_is_cancelled (sending->cancellable))
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "%s", _("It was cancelled."));
      return;
    }

  tell (sending, 0, 0);
  work = g_task_new (NULL, NULL, prepared_cb, g_object_ref (task));
  g_task_set_task_data (work, g_object_ref (task), g_object_unref);
  g_task_run_in_thread (work, prepare_thread);
}

static void
choose_sizes (Sending *sending,
              VslSite *site)
{
  const char *chosen = vsl_site_get_setting (site, VSL_SITE_EDGE);
  guint64 edge = DEFAULT_EDGE;

  if (chosen != NULL && !g_ascii_string_to_unsigned (chosen, 10, 64, VSL_SITE_LARGEST_EDGE,
                                                       &edge, NULL))
    edge = DEFAULT_EDGE;
  sending->edges[sending->n_edges++] = (guint) edge;
  if (vsl_site_get_brand (site) != VSL_BRAND_FOLDER)
    return;

  /* A folder has nobody who makes the smaller sizes. */
  sending->edges[sending->n_edges++] = 1280;
  sending->edges[sending->n_edges++] = 640;
}

/**
 * vsl_publish_pictures_async:
 * @store: the store
 * @cms: the client of a site
 * @site: that site
 * @data_dir: the data directory
 * @article: an article
 * @look_ms: the unit of time between looks after an answer that was lost
 * @now: µs since 1970 UTC
 * @tell: told where it is
 * @tell_data: for @tell
 * @cancellable: (nullable): stops it between pictures
 * @callback: called in the main context
 * @user_data: for @callback
 *
 * Puts the pictures that @article shows, at its head or in its text, on the site, each once.
 */
void
vsl_publish_pictures_async (VslStore               *store,
                            VslCms                 *cms,
                            VslSite                *site,
                            const char             *data_dir,
                            VslArticle             *article,
                            guint                   look_ms,
                            gint64                  now,
                            VslPublishPicturesTell  tell_func,
                            gpointer                tell_data,
                            GCancellable           *cancellable,
                            GAsyncReadyCallback     callback,
                            gpointer                user_data)
{
  g_autoptr(GTask) task = g_task_new (cms, NULL, callback, user_data);
  Sending *sending = g_new0 (Sending, 1);
  guint i;

  g_task_set_source_tag (task, vsl_publish_pictures_async);
  g_task_set_task_data (task, sending, (GDestroyNotify) sending_free);
  sending->store = g_object_ref (store);
  sending->site = g_object_ref (site);
  sending->data_dir = g_strdup (data_dir);
  sending->article = g_object_ref (article);
  sending->places = g_ptr_array_new_with_free_func (free_place);
  sending->used = g_array_new (FALSE, FALSE, sizeof (guint));
  sending->look_ms = look_ms;
  sending->now = now;
  sending->tell = tell_func;
  sending->tell_data = tell_data;
  if (cancellable != NULL)
    sending->cancellable = g_object_ref (cancellable);
  choose_sizes (sending, site);

  for (i = 0; i < vsl_article_get_n_pictures (article); i++)
    {
      VslPicture *picture = vsl_article_get_picture (article, i);

      g_ptr_array_add (sending->places, NULL);
      if (*vsl_picture_get_hash (picture) == '\0')
        continue;
      if (vsl_picture_get_featured (picture) || vsl_placed_pictures_is_used (article, picture))
        g_array_append_val (sending->used, i);
      else
        sending->n_unused++;
    }
  next_picture (task);
}

/**
 * vsl_publish_pictures_finish:
 * @cms: the client of a site
 * @result: what the callback was given
 * @n_sent: (out): how many pictures left this computer
 * @n_unused: (out): how many the article has but does not show
 * @own: (out) (nullable) (element-type utf8): where pictures of ours are on the site, for an article
 *   without one at its head; for another, where those were that somebody deleted there
 * @error: return location
 *
 * Returns: (transfer full): the article with its pictures in their places on the site
 */
VslArticle *
vsl_publish_pictures_finish (VslCms        *cms,
                             GAsyncResult  *result,
                             guint         *n_sent,
                             guint         *n_unused,
                             GPtrArray    **own,
                             GError       **error)
{
  Sending *sending;

  g_return_val_if_fail (g_task_is_valid (result, cms), NULL);

  sending = g_task_get_task_data (G_TASK (result));
  *n_sent = sending->n_sent;
  *n_unused = sending->n_unused;
  *own = g_steal_pointer (&sending->own);

  return g_task_propagate_pointer (G_TASK (result), error);
}
