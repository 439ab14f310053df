/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "config.h"

#include "desk/vsl-rescue.h"

#include "core/vsl-article-builder.h"
#include "exchange/vsl-exchange.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#define SUFFIX ".md"
#define DEBATE_SUFFIX ".debate.json"

/**
 * VslRescue:
 *
 * The second place: where a text goes when the database does not take it. One Markdown file per
 * article, and one JSON file per debate, in the first folder that can be written: `recovery` in the data directory, then the
 * run-time directory of the session (another file system, often memory), then the home directory.
 * A file is there only as long as its last save failed, so one that is found at start-up holds text
 * that the database does not have.
 *
 * Immutable; its functions block on the disk, and may be called from any thread.
 */
struct _VslRescue
{
  GObject parent_instance;

  char **places; /* (owned) folders, best first */
};

G_DEFINE_FINAL_TYPE (VslRescue, vsl_rescue, G_TYPE_OBJECT)

static char *
make_path (const char *place,
           const char *id,
           const char *suffix)
{
  g_autofree char *name = g_strconcat (id, suffix, NULL);

  return g_build_filename (place, name, NULL);
}

static gboolean
write_file (const char  *place,
            const char  *path,
            GBytes      *bytes,
            GError     **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (g_mkdir_with_parents (place, 0700) != 0)
    {
      int saved_errno = errno;

      g_set_error_literal (error, G_FILE_ERROR, g_file_error_from_errno (saved_errno),
                           g_strerror (saved_errno));
      return FALSE;
    }

  return g_file_set_contents_full (path, data, size,
                                   G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                   0600, error);
}

/* What a file does not hold, or holds less well than the database, comes from @base. */
static VslArticle *
merge_articles (VslArticle *base,
                VslArticle *found)
{
  VslArticleBuilder *builder = vsl_article_builder_new (base);
  guint i;

  for (i = 0; i < VSL_N_FIELDS; i++)
    vsl_article_builder_set_text (builder, i, vsl_article_get_text (found, i));
  vsl_article_builder_set_kind (builder, vsl_article_get_kind (found));
  vsl_article_builder_set_language (builder, vsl_article_get_language (found));
  vsl_article_builder_set_tags (builder, vsl_article_get_tags (found));
  vsl_article_builder_clear_participants (builder);
  for (i = 0; i < vsl_article_get_n_participants (found); i++)
    vsl_article_builder_add_participant (builder, vsl_article_get_participant (found, i));

  return vsl_article_builder_end (builder);
}

static void
vsl_rescue_finalize (GObject *object)
{
  g_strfreev (VSL_RESCUE (object)->places);

  G_OBJECT_CLASS (vsl_rescue_parent_class)->finalize (object);
}

static void
vsl_rescue_class_init (VslRescueClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vsl_rescue_finalize;
}

static void
vsl_rescue_init (VslRescue *self)
{
}

/**
 * vsl_rescue_new:
 * @data_dir: the data directory
 *
 * The places outside @data_dir carry a mark of it in their name, so that two data directories do not
 * meet there.
 *
 * Returns: (transfer full): the second place that belongs to @data_dir
 */
VslRescue *
vsl_rescue_new (const char *data_dir)
{
  VslRescue *self;
  g_autofree char *path = NULL;
  g_autofree char *sum = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (data_dir != NULL, NULL);

  path = g_canonicalize_filename (data_dir, NULL);
  sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, path, -1);
  name = g_strdup_printf ("verslag-recovery-%.8s", sum);

  self = g_object_new (VSL_TYPE_RESCUE, NULL);
  self->places = g_new0 (char *, 4);
  self->places[0] = g_build_filename (path, "recovery", NULL);
  self->places[1] = g_build_filename (g_get_user_runtime_dir (), name, NULL);
  self->places[2] = g_build_filename (g_get_home_dir (), name, NULL);

  return self;
}

/* In the first place that takes it. */
static char *
write_somewhere (VslRescue   *self,
                 const char  *id,
                 const char  *suffix,
                 GBytes      *bytes,
                 GError     **error)
{
  guint i;

  for (i = 0; self->places[i] != NULL; i++)
    {
      g_autoptr(GError) local_error = NULL;
      g_autofree char *path = make_path (self->places[i], id, suffix);

      if (write_file (self->places[i], path, bytes, &local_error))
        return g_steal_pointer (&path);
      if (self->places[i + 1] == NULL)
        g_propagate_error (error, g_steal_pointer (&local_error));
    }

  return NULL;
}

static void
remove_everywhere (VslRescue  *self,
                   const char *id,
                   const char *suffix)
{
  guint i;

  for (i = 0; self->places[i] != NULL; i++)
    {
      g_autofree char *path = make_path (self->places[i], id, suffix);

      /* A folder that others still need stays, because it is not empty. */
      if (g_unlink (path) == 0)
        g_rmdir (self->places[i]);
    }
}

static char **
list_files (VslRescue  *self,
            const char *suffix)
{
  g_autoptr(GStrvBuilder) ids = g_strv_builder_new ();
  guint i;

  for (i = 0; self->places[i] != NULL; i++)
    {
      g_autoptr(GDir) dir = g_dir_open (self->places[i], 0, NULL);
      const char *name;

      while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
        {
          g_autofree char *id = g_strdup (name);

          if (!g_str_has_suffix (id, suffix))
            continue;
          id[strlen (id) - strlen (suffix)] = '\0';
          g_strv_builder_add (ids, id);
        }
    }

  return g_strv_builder_end (ids);
}

/* (nullable) The path of the newest file. */
static char *
find_newest (VslRescue  *self,
             const char *id,
             const char *suffix)
{
  g_autofree char *newest = NULL;
  gint64 newest_time = G_MININT64;
  guint i;

  for (i = 0; self->places[i] != NULL; i++)
    {
      g_autofree char *path = make_path (self->places[i], id, suffix);
      GStatBuf info;

      if (g_stat (path, &info) != 0 || info.st_mtime <= newest_time)
        continue;
      newest_time = info.st_mtime;
      g_free (newest);
      newest = g_steal_pointer (&path);
    }

  return g_steal_pointer (&newest);
}

/**
 * vsl_rescue_write:
 * @self: the second place
 * @article: a stored article whose new text could not be saved
 * @error: return location
 *
 * Returns: (transfer full): the path of the file that now holds it
 */
char *
vsl_rescue_write (VslRescue   *self,
                  VslArticle  *article,
                  GError     **error)
{
  g_autoptr(GBytes) bytes = NULL;

  g_return_val_if_fail (VSL_IS_RESCUE (self), NULL);
  g_return_val_if_fail (vsl_article_get_id (article) != NULL, NULL);

  bytes = vsl_exchange_write (article, VSL_FORMAT_MARKDOWN, error);
  if (bytes == NULL)
    return NULL;

  return write_somewhere (self, vsl_article_get_id (article), SUFFIX, bytes, error);
}

/**
 * vsl_rescue_remove:
 * @self: the second place
 * @id: the id of an article
 *
 * Removes what there is of the article, for after a good save.
 */
void
vsl_rescue_remove (VslRescue  *self,
                   const char *id)
{
  g_return_if_fail (VSL_IS_RESCUE (self));
  g_return_if_fail (id != NULL);

  remove_everywhere (self, id, SUFFIX);
}

/**
 * vsl_rescue_list:
 * @self: the second place
 *
 * Returns: (transfer full): the ids of the articles of which there is a file
 */
char **
vsl_rescue_list (VslRescue *self)
{
  g_return_val_if_fail (VSL_IS_RESCUE (self), NULL);

  return list_files (self, SUFFIX);
}

/**
 * vsl_rescue_read:
 * @self: the second place
 * @id: the id of an article
 * @base: the article as the database has it
 * @error: return location
 *
 * Returns: (transfer full): @base with the text of the newest file
 */
VslArticle *
vsl_rescue_read (VslRescue   *self,
                 const char  *id,
                 VslArticle  *base,
                 GError     **error)
{
  g_autofree char *newest = NULL;
  g_autofree char *contents = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(VslImport) import = NULL;
  gsize length;

  g_return_val_if_fail (VSL_IS_RESCUE (self), NULL);
  g_return_val_if_fail (VSL_IS_ARTICLE (base), NULL);

  newest = find_newest (self, id, SUFFIX);
  if (newest == NULL)
    {
      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT,
                   _("There is no recovered text of article “%s”."), id);
      return NULL;
    }
  if (!g_file_get_contents (newest, &contents, &length, error))
    return NULL;

  bytes = g_bytes_new_take (g_steal_pointer (&contents), length);
  import = vsl_exchange_read (bytes, newest, VSL_FORMAT_MARKDOWN, error);
  if (import == NULL)
    return NULL;

  return merge_articles (base, vsl_import_get_article (import));
}

/**
 * vsl_rescue_write_debate:
 * @self: the second place
 * @id: the id of a debate that could not be saved
 * @bytes: what is in it
 * @error: return location
 *
 * Returns: (transfer full): the path of the file that now holds it
 */
char *
vsl_rescue_write_debate (VslRescue   *self,
                         const char  *id,
                         GBytes      *bytes,
                         GError     **error)
{
  g_return_val_if_fail (VSL_IS_RESCUE (self) && id != NULL, NULL);

  return write_somewhere (self, id, DEBATE_SUFFIX, bytes, error);
}

/**
 * vsl_rescue_remove_debate:
 * @self: the second place
 * @id: the id of a debate
 *
 * Removes what there is of the debate, for after a good save.
 */
void
vsl_rescue_remove_debate (VslRescue  *self,
                          const char *id)
{
  g_return_if_fail (VSL_IS_RESCUE (self) && id != NULL);

  remove_everywhere (self, id, DEBATE_SUFFIX);
}

/**
 * vsl_rescue_list_debates:
 * @self: the second place
 *
 * Returns: (transfer full): the ids of the debates of which there is a file
 */
char **
vsl_rescue_list_debates (VslRescue *self)
{
  g_return_val_if_fail (VSL_IS_RESCUE (self), NULL);

  return list_files (self, DEBATE_SUFFIX);
}

/**
 * vsl_rescue_read_debate:
 * @self: the second place
 * @id: the id of a debate
 *
 * Returns: (transfer full) (nullable): what the newest file holds
 */
GBytes *
vsl_rescue_read_debate (VslRescue  *self,
                        const char *id)
{
  g_autofree char *newest = NULL;
  char *contents;
  gsize length;

  g_return_val_if_fail (VSL_IS_RESCUE (self) && id != NULL, NULL);

  newest = find_newest (self, id, DEBATE_SUFFIX);
  if (newest == NULL || !g_file_get_contents (newest, &contents, &length, NULL))
    return NULL;

  return g_bytes_new_take (contents, length);
}
