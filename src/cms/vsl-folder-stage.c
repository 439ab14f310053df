/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define _GNU_SOURCE /* renameat2(), syncfs() */
#define G_LOG_DOMAIN "vsl-cms"

#include "config.h"

#include "cms/vsl-folder-stage.h"

#include "cms/vsl-folder-file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

/*
 * Changes many files of a folder as one. The folder is built a second time beside itself, what stays
 * as hard links and what changes as new files, and then the two change places in one step: who reads
 * meanwhile, and who starts again after a crash, finds all of the old or all of the new. Where that
 * cannot be done (another owner, a mount, a file system without links), the files are replaced one by
 * one. Any thread; the caller holds the lock of the folder.
 */

#define MAX_DEPTH 16

typedef struct
{
  char       *path;     /* (owned) of the folder, without links on the way */
  char       *parent;   /* (owned) */
  char       *name;     /* (owned) */
  char       *staged;   /* (owned) name of the second folder */
  int         parent_fd;
  int         fd;       /* of the second folder */
  dev_t       device;
  GHashTable *files;    /* (unowned) path → text */
  GPtrArray  *removed;  /* (unowned) */
} Stage;

static void
stage_clear (Stage *stage)
{
  g_free (stage->path);
  g_free (stage->parent);
  g_free (stage->name);
  g_free (stage->staged);
  if (stage->parent_fd >= 0)
    close (stage->parent_fd);
  if (stage->fd >= 0)
    close (stage->fd);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Stage, stage_clear)

static DIR *
open_dir (int         parent,
          const char *name)
{
  int fd = openat (parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
  DIR *dir = fd >= 0 ? fdopendir (fd) : NULL;

  if (dir == NULL && fd >= 0)
    close (fd);

  return dir;
}

/* The next entry but for the folder itself and the one above. */
static const char *
read_name (DIR *dir)
{
  struct dirent *entry;

  while ((entry = readdir (dir)) != NULL)
    if (strcmp (entry->d_name, ".") != 0 && strcmp (entry->d_name, "..") != 0)
      return entry->d_name;

  return NULL;
}

static gboolean
is_empty (int folder)
{
  DIR *dir = open_dir (folder, ".");
  gboolean empty = dir != NULL && read_name (dir) == NULL;

  if (dir != NULL)
    closedir (dir);

  return empty;
}

static void
remove_tree (int         parent,
             const char *name,
             guint       depth)
{
  DIR *dir;
  const char *child;

  if (unlinkat (parent, name, 0) == 0 || depth > MAX_DEPTH)
    return;

  dir = open_dir (parent, name);
  if (dir == NULL)
    return;
  while ((child = read_name (dir)) != NULL)
    remove_tree (dirfd (dir), child, depth + 1);
  closedir (dir);
  unlinkat (parent, name, AT_REMOVEDIR);
}

static gboolean
is_removed (Stage      *stage,
            const char *path)
{
  return g_hash_table_contains (stage->files, path) ||
         g_ptr_array_find_with_equal_func (stage->removed, path, g_str_equal, NULL);
}

static gboolean replicate (Stage      *stage,
                           int         from,
                           int         to,
                           const char *path,
                           guint       depth);

static gboolean
replicate_folder (Stage      *stage,
                  int         from,
                  int         to,
                  const char *name,
                  const char *path,
                  mode_t      mode,
                  guint       depth)
{
  int source = openat (from, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
  int target = -1;
  gboolean had_files = source >= 0 && !is_empty (source);
  gboolean done = FALSE;

  if (source >= 0 && mkdirat (to, name, 0700) == 0)
    target = openat (to, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
  if (target >= 0)
    done = fchmod (target, mode & 07777) == 0 &&
           replicate (stage, source, target, path, depth + 1);
  if (source >= 0)
    close (source);
  if (target >= 0)
    close (target);
  /* A folder in which nothing is left goes; one that was empty before is somebody's. */
  if (done && had_files)
    unlinkat (to, name, AT_REMOVEDIR);

  return done;
}

/* Links all that stays. FALSE where this folder cannot be built a second time. */
static gboolean
replicate (Stage      *stage,
           int         from,
           int         to,
           const char *path,
           guint       depth)
{
  DIR *dir = depth <= MAX_DEPTH ? open_dir (from, ".") : NULL;
  gboolean done = dir != NULL;
  const char *name;

  while (done && (name = read_name (dir)) != NULL)
    {
      g_autofree char *child = *path != '\0' ? g_strconcat (path, "/", name, NULL) : g_strdup (name);
      struct stat info;

      if (fstatat (from, name, &info, AT_SYMLINK_NOFOLLOW) != 0 || info.st_dev != stage->device ||
          info.st_uid != geteuid ())
        done = FALSE;
      else if (S_ISDIR (info.st_mode))
        done = replicate_folder (stage, from, to, name, child, info.st_mode, depth);
      else if (!is_removed (stage, child))
        done = linkat (from, name, to, name, 0) == 0;
    }
  if (dir != NULL)
    closedir (dir);

  return done;
}

/* Second folders of runs that were killed. A living one has its folder locked. */
static void
remove_leftovers (Stage *stage)
{
  g_autofree char *prefix = g_strconcat (".", stage->name, ".verslag-", NULL);
  g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  DIR *dir = open_dir (stage->parent_fd, ".");
  const char *name;
  guint i;

  while (dir != NULL && (name = read_name (dir)) != NULL)
    if (g_str_has_prefix (name, prefix))
      g_ptr_array_add (found, g_strdup (name));
  if (dir != NULL)
    closedir (dir);

  for (i = 0; i < found->len; i++)
    {
      int fd = openat (stage->parent_fd, found->pdata[i], O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);

      if (fd >= 0 && flock (fd, LOCK_EX | LOCK_NB) == 0)
        remove_tree (stage->parent_fd, found->pdata[i], 0);
      if (fd >= 0)
        close (fd);
    }
}

/* The second folder, locked before anybody can find it under the name of the first. */
static gboolean
stage_open (Stage      *stage,
            const char *folder,
            int         fd)
{
  struct stat info;

  stage->path = realpath (folder, NULL);
  if (stage->path == NULL || fstat (fd, &info) != 0 || info.st_uid != geteuid ())
    return FALSE;

  stage->device = info.st_dev;
  stage->parent = g_path_get_dirname (stage->path);
  stage->name = g_path_get_basename (stage->path);
  stage->parent_fd = open (stage->parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (stage->parent_fd < 0)
    return FALSE;

  remove_leftovers (stage);
  stage->staged = g_strdup_printf (".%s.verslag-%08x", stage->name, g_random_int ());
  if (mkdirat (stage->parent_fd, stage->staged, 0700) != 0)
    return FALSE;
  stage->fd = openat (stage->parent_fd, stage->staged, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);

  return stage->fd >= 0 && flock (stage->fd, LOCK_EX | LOCK_NB) == 0 &&
         fchmod (stage->fd, info.st_mode & 07777) == 0;
}

static int
compare_paths (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* In the order of their names, in which the list of articles goes first. */
static gboolean
write_files (int          fd,
             GHashTable  *files,
             GError     **error)
{
  guint n_paths;
  g_autofree gpointer *paths = g_hash_table_get_keys_as_array (files, &n_paths);
  guint i;

  qsort (paths, n_paths, sizeof *paths, compare_paths);
  for (i = 0; i < n_paths; i++)
    {
      const char *text = g_hash_table_lookup (files, paths[i]);

      if (!vsl_folder_file_write (fd, paths[i], text, strlen (text), error))
        return FALSE;
    }

  return TRUE;
}

/* FALSE without @error: it cannot be done this way here. */
static gboolean
exchange (Stage       *stage,
          int         *fd,
          GError     **error)
{
  if (!replicate (stage, *fd, stage->fd, "", 0) || !write_files (stage->fd, stage->files, error))
    return FALSE;
  if (syncfs (stage->fd) != 0 ||
      renameat2 (stage->parent_fd, stage->staged, stage->parent_fd, stage->name, RENAME_EXCHANGE) != 0)
    return FALSE;

  fsync (stage->parent_fd);
  remove_tree (stage->parent_fd, stage->staged, 0);
  close (*fd);
  *fd = g_steal_fd (&stage->fd);

  return TRUE;
}

/* What is there already, to the byte, is left alone; what is not there need not go. */
static void
drop_unchanged (int         fd,
                GHashTable *files,
                GPtrArray  *removed)
{
  GHashTableIter iter;
  gpointer path, text;
  guint i;

  for (i = removed->len; i > 0; i--)
    if (!vsl_folder_file_exists (fd, removed->pdata[i - 1]))
      g_ptr_array_remove_index (removed, i - 1);

  g_hash_table_iter_init (&iter, files);
  while (g_hash_table_iter_next (&iter, &path, &text))
    {
      g_autofree char *old = vsl_folder_file_read (fd, path, NULL);

      if (g_strcmp0 (old, text) == 0)
        g_hash_table_iter_remove (&iter);
    }
}

static gboolean
replace_in_place (int          fd,
                  GHashTable  *files,
                  GPtrArray   *removed,
                  GError     **error)
{
  guint i;

  if (!write_files (fd, files, error))
    return FALSE;
  for (i = 0; i < removed->len; i++)
    if (!vsl_folder_file_remove (fd, removed->pdata[i], error))
      return FALSE;

  return TRUE;
}

/**
 * vsl_folder_stage_commit:
 * @folder: the path of a folder
 * @fd: (inout): its descriptor, with the lock; afterwards that of the folder as it is then
 * @files: (element-type utf8 utf8): path → text of what changes; those that do not change are taken
 *   out of it
 * @removed: (element-type utf8): paths of files that go; those that are not there are taken out
 * @whole: (out): whether it was done in one step
 * @error: return location for an error
 *
 * Returns: whether it is done
 */
gboolean
vsl_folder_stage_commit (const char  *folder,
                         int         *fd,
                         GHashTable  *files,
                         GPtrArray   *removed,
                         gboolean    *whole,
                         GError     **error)
{
  g_auto(Stage) stage = { NULL, NULL, NULL, NULL, -1, -1, 0, files, removed };
  g_autoptr(GError) cause = NULL;

  g_return_val_if_fail (folder != NULL && fd != NULL && files != NULL && removed != NULL, FALSE);

  drop_unchanged (*fd, files, removed);
  *whole = TRUE;
  if (g_hash_table_size (files) + removed->len == 0)
    return TRUE;
  /* One file is changed in one step anyway. */
  if (g_hash_table_size (files) + removed->len == 1)
    return replace_in_place (*fd, files, removed, error);

  if (stage_open (&stage, folder, *fd) && exchange (&stage, fd, &cause))
    return TRUE;

  if (stage.staged != NULL)
    remove_tree (stage.parent_fd, stage.staged, 0);
  if (cause != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&cause));
      return FALSE;
    }
  g_debug ("%s: replacing its files one by one", folder);
  *whole = FALSE;

  return replace_in_place (*fd, files, removed, error);
}
