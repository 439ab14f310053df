/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

/*
 * Somebody who types, on a real desk, until the process is killed; and the look at what is left.
 *
 *   typist make DATA BYTES           makes an article with a text of that length, prints its id
 *   typist type DATA ID SEED LOG     types 10 to 20 keys a second, until killed; every key is logged
 *                                    with the moment at which it was pressed
 *   typist look DATA ID SEED LOG AT  prints what a kill at the moment AT cost
 *
 * LOG is the beginning of the names of some files.
 * The keys follow from SEED, so the text after each is known. Moments are monotonic µs, which all
 * processes share. `look` checks the whole database and prints "N_KEYS N_LOST AGE_US": AGE_US is how
 * long before AT the first key was pressed that is not in the database, 0 when none is missing. It
 * fails when the text in the database is none that ever stood on the screen.
 */

#include "core/vsl-article-builder.h"
#include "desk/vsl-desk-backups.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* What is on the screen: the two fields in which is typed, as ASCII. */
typedef struct
{
  GRand *rand;       /* (owned) */
  GString *body;     /* (owned) */
  GString *headline; /* (owned) */
  gsize cursor;      /* bytes, in the body */
  guint n_keys;
} Screen;

static void
check (GError *error)
{
  if (error == NULL)
    return;

  fprintf (stderr, "%s\n", error->message);
  exit (1);
}

static Screen *
screen_new (const char *headline,
            const char *body,
            guint32     seed)
{
  Screen *self = g_new0 (Screen, 1);

  self->rand = g_rand_new_with_seed (seed);
  self->body = g_string_new (body);
  self->headline = g_string_new (headline);
  self->cursor = self->body->len;

  return self;
}

static void
screen_free (Screen *self)
{
  g_rand_free (self->rand);
  g_string_free (self->body, TRUE);
  g_string_free (self->headline, TRUE);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Screen, screen_free)

/* One key: mostly a letter, now and then a correction, another place, or a letter of the headline. */
static void
screen_press (Screen *self)
{
  static const char letters[] = "enatirodslgvhkmubpw    ,.";
  int what = g_rand_int_range (self->rand, 0, 40);
  char letter = letters[g_rand_int_range (self->rand, 0, sizeof letters - 1)];

  self->n_keys++;
  if (what == 0)
    self->cursor = (gsize) g_rand_int_range (self->rand, 0, (gint32) self->body->len + 1);
  if (what == 1)
    g_string_append_c (self->headline, letter);
  else if (what < 5 && self->cursor > 0)
    g_string_erase (self->body, (gssize) --self->cursor, 1);
  else
    g_string_insert_c (self->body, (gssize) self->cursor++, letter);
}

static VslDesk *
open_desk (const char *data_dir)
{
  VslDeskConfig config = { .data_dir = data_dir };
  g_autoptr(GError) error = NULL;
  VslDesk *desk = vsl_desk_new (&config, &error);

  check (error);

  return desk;
}

static int
make (const char *data_dir,
      gsize       n_bytes)
{
  g_autoptr(VslDesk) desk = open_desk (data_dir);
  VslArticleBuilder *builder = vsl_article_builder_new (NULL);
  g_autoptr(GString) body = g_string_new (NULL);
  g_autoptr(VslArticle) article = NULL;
  g_autoptr(VslArticle) stored = NULL;
  g_autoptr(GError) error = NULL;

  while (body->len < n_bytes)
    g_string_append (body, body->len % 400 < 20 ? "\n\nEen nieuwe alinea" : " en nog wat woorden");
  vsl_article_builder_set_text (builder, VSL_FIELD_HEADLINE, "Kop");
  vsl_article_builder_set_text (builder, VSL_FIELD_BODY, body->str);
  article = vsl_article_builder_end (builder);
  stored = vsl_desk_save_article (desk, article, &error);
  check (error);
  printf ("%s\n", vsl_article_get_id (stored));

  return 0;
}

/* One that types, and what is needed for it. */
typedef struct
{
  Screen *screen;
  VslDocument *document;
  int log;
} Typist;

/* The log is written before the key has any effect: what is not in it was never pressed. */
static gboolean
press_cb (gpointer user_data)
{
  Typist *typist = user_data;
  gint64 now = g_get_monotonic_time ();

  if (write (typist->log, &now, sizeof now) != sizeof now)
    exit (1);
  screen_press (typist->screen);
  vsl_document_set_text (typist->document, VSL_FIELD_HEADLINE, typist->screen->headline->str);
  vsl_document_set_text (typist->document, VSL_FIELD_BODY, typist->screen->body->str);
  g_timeout_add ((guint) g_random_int_range (50, 101), press_cb, typist);

  return G_SOURCE_REMOVE;
}

static void
write_file (const char *log,
            const char *suffix,
            const char *text)
{
  g_autofree char *path = g_strconcat (log, suffix, NULL);
  g_autoptr(GError) error = NULL;

  g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_NONE, 0600, &error);
  check (error);
}

static char *
read_file (const char *log,
           const char *suffix,
           gsize      *length)
{
  g_autofree char *path = g_strconcat (log, suffix, NULL);
  g_autoptr(GError) error = NULL;
  char *contents = NULL;

  g_file_get_contents (path, &contents, length, &error);
  check (error);

  return contents;
}

/* Until the end that others make. */
static void G_GNUC_NORETURN
type (const char *data_dir,
      const char *id,
      guint32     seed,
      const char *log)
{
  g_autoptr(VslDesk) desk = open_desk (data_dir);
  g_autofree char *path = g_strconcat (log, ".keys", NULL);
  g_autofree char *body = NULL;
  g_autoptr(GError) error = NULL;
  Typist typist = { NULL };

  typist.document = vsl_desk_open_document (desk, id, &error);
  check (error);
  body = vsl_document_dup_body (typist.document);
  write_file (log, ".body", body);
  write_file (log, ".headline", vsl_document_get_text (typist.document, VSL_FIELD_HEADLINE));
  typist.screen = screen_new (vsl_document_get_text (typist.document, VSL_FIELD_HEADLINE), body, seed);
  typist.log = open (path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  press_cb (&typist);
  while (TRUE)
    g_main_context_iteration (NULL, TRUE);
}

/* As the next start opens it. */
static VslArticle *
load (const char *data_dir,
      const char *id)
{
  g_autoptr(VslDesk) desk = open_desk (data_dir);
  g_autoptr(GPtrArray) problems = NULL;
  VslArticle *article;
  g_autoptr(GError) error = NULL;

  problems = vsl_desk_check_store (desk, &error);
  check (error);
  if (problems->len > 0)
    {
      fprintf (stderr, "The database is damaged: %s\n", (const char *) problems->pdata[0]);
      exit (1);
    }
  article = vsl_desk_load_article (desk, id, &error);
  check (error);

  return article;
}

static gboolean
screen_shows (Screen     *self,
              VslArticle *article)
{
  return g_str_equal (self->body->str, vsl_article_get_text (article, VSL_FIELD_BODY)) &&
         g_str_equal (self->headline->str, vsl_article_get_text (article, VSL_FIELD_HEADLINE));
}

static int
look (const char *data_dir,
      const char *id,
      guint32     seed,
      const char *log,
      gint64      at)
{
  g_autoptr(VslArticle) found = load (data_dir, id);
  g_autofree char *body = read_file (log, ".body", NULL);
  g_autofree char *headline = read_file (log, ".headline", NULL);
  gsize length;
  g_autofree char *keys = read_file (log, ".keys", &length);
  g_autoptr(Screen) screen = screen_new (headline, body, seed);
  guint n_keys = (guint) (length / sizeof (gint64));
  int n_kept = screen_shows (screen, found) ? 0 : -1;
  gint64 first_lost = at;

  /* A text that stood there twice is taken for the latest. */
  while (screen->n_keys < n_keys)
    {
      screen_press (screen);
      if (screen_shows (screen, found))
        n_kept = (int) screen->n_keys;
    }
  if (n_kept < 0)
    {
      fprintf (stderr, "The text in the database never stood on the screen.\n");
      return 1;
    }
  if ((guint) n_kept < n_keys)
    memcpy (&first_lost, keys + (gsize) n_kept * sizeof first_lost, sizeof first_lost);
  printf ("%u %u %" G_GINT64_FORMAT "\n", n_keys, n_keys - (guint) n_kept, at - first_lost);

  return 0;
}

int
main (int   argc,
      char *argv[])
{
  guint32 seed = argc > 4 ? (guint32) g_ascii_strtoull (argv[4], NULL, 10) : 0;

  if (argc == 4 && g_str_equal (argv[1], "make"))
    return make (argv[2], (gsize) g_ascii_strtoull (argv[3], NULL, 10));
  if (argc == 6 && g_str_equal (argv[1], "type"))
    type (argv[2], argv[3], seed, argv[5]);
  if (argc == 7 && g_str_equal (argv[1], "look"))
    return look (argv[2], argv[3], seed, argv[5], g_ascii_strtoll (argv[6], NULL, 10));

  fprintf (stderr, "See the top of typist.c.\n");
  return 2;
}
