/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define _GNU_SOURCE

#include "config.h"

#include "matrix-desk.h"
#include "matrix-faults.h"
#include "matrix-oracle.h"

#include <gio/gio.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/*
 * Exactly once: the real engine publishes to a real WordPress or Ghost while something goes wrong in
 * between, or it is killed. Then it gets a clean network and runs its queue, and the site must hold
 * one copy of the article, with the right text, in the right state.
 *
 * Runs below with-wordpress.sh or with-ghost.sh. As a test it takes a sample; see
 * tests/bench/fault-matrix.sh for the whole.
 */

typedef enum
{
  OP_DRAFT,   /* make a draft */
  OP_PUBLISH, /* make and publish */
  OP_UPDATE,  /* what is published gets another text */
  OP_REMOVE,  /* into the trash, or back to a draft */
  OP_MEDIA,   /* publish with a picture */
  N_OPS
} Operation;

static const char * const op_names[] = { "draft", "publish", "update", "remove", "media" };

typedef struct
{
  MatrixOracle *oracle;  /* (owned) */
  FaultProxy   *proxy;   /* (owned) */
  MatrixDesk    desk;
  char         *run;     /* (owned) part of every word */
  guint         n_words;
  char         *expected[2]; /* (owned) what the site stores, without and with a picture */
  guint         n_done[64][N_OPS];
  guint         n_bad[64][N_OPS];
  guint         n_missed;    /* the fault found no request to strike */
  guint         n_killed;
  guint         n_by_hand;   /* where a person had to publish again */
  guint         n_twins;     /* second drafts that the engine put into the trash */
  guint         n_published;
} Matrix;

/* One article through its life. */
typedef struct
{
  char *id;   /* (owned) */
  char *word; /* (owned) */
  guint version;
  gboolean with_picture;
} Piece;

static void
piece_clear (Piece *piece)
{
  g_clear_pointer (&piece->id, g_free);
  g_clear_pointer (&piece->word, g_free);
}

static void
write_piece (Matrix  *self,
             Piece   *piece,
             gboolean with_picture)
{
  piece_clear (piece);
  piece->word = g_strdup_printf ("kx%s%05u", self->run, self->n_words++);
  piece->version = 1;
  piece->with_picture = with_picture;
  piece->id = matrix_desk_write (&self->desk, NULL, piece->word, 1, with_picture);
}

static char *
replace (const char *text,
         const char *what,
         const char *by)
{
  g_auto(GStrv) parts = g_strsplit (text, what, -1);

  return g_strjoinv (by, parts);
}

/* What the site stores, without what differs from article to article. */
static char *
dup_pattern (MatrixDesk  *desk,
             Piece       *piece,
             MatrixFound *found)
{
  g_autoptr(VslOutboxRow) row = matrix_desk_find_row (desk, piece->id);
  g_autofree char *version = g_strdup_printf ("ersie-%u", piece->version);
  g_autofree char *a = replace (found->content, piece->word, "WORD");
  g_autofree char *b = replace (a, version, "ersie-N");

  return replace (b, vsl_outbox_row_get_token (row), "TOKEN");
}

static const char *
get_status_name (Matrix          *self,
                 VslRemoteStatus  as)
{
  if (matrix_oracle_get_brand (self->oracle) == VSL_BRAND_GHOST && as == VSL_REMOTE_PUBLISH)
    return "published";

  return vsl_remote_status_get_name (as);
}

/* NULL when all is as it should be. */
static char *
find_problem (Matrix          *self,
              Piece           *piece,
              VslRemoteStatus  as)
{
  g_autoptr(MatrixFound) found = matrix_oracle_look (self->oracle, piece->word, piece->with_picture);
  g_autoptr(VslOutboxRow) row = matrix_desk_find_row (&self->desk, piece->id);
  g_autofree char *pattern = NULL;

  if (!matrix_desk_is_done (&self->desk, piece->id, as))
    return g_strdup_printf ("the outbox says %s",
                            row != NULL ? vsl_outbox_state_get_name (vsl_outbox_row_get_state (row)) : "nothing");
  if (found->n_live != (as == VSL_REMOTE_TRASH ? 0 : 1))
    return g_strdup_printf ("%u copies, %u in the trash", found->n_live, found->n_trashed);
  if (found->id == NULL || strcmp (found->status, get_status_name (self, as)) != 0)
    return g_strdup_printf ("is %s", found->id == NULL ? "nowhere" : found->status);
  if (strcmp (found->id, vsl_remote_copy_get_remote_id (vsl_outbox_row_get_copy (row))) != 0)
    return g_strdup ("another one is in the outbox");
  if (strstr (found->mark, vsl_outbox_row_get_token (row)) == NULL)
    return g_strdup ("without our mark");
  if (strstr (found->headline, piece->word) == NULL)
    return g_strdup_printf ("headline: %s", found->headline);
  pattern = dup_pattern (&self->desk, piece, found);
  if (strcmp (pattern, self->expected[piece->with_picture ? 1 : 0]) != 0)
    return g_strdup_printf ("another text: %s", pattern);
  if (piece->with_picture && (!found->picture || found->n_media != 1))
    return g_strdup_printf ("%u pictures", found->n_media);
  self->n_twins += found->n_trashed - (as == VSL_REMOTE_TRASH ? 1 : 0);

  return NULL;
}

/* In another process, which dies at the point of the plan, if it comes there. */
static void
publish_and_die (Matrix          *self,
                 Piece           *piece,
                 VslRemoteStatus  as)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *look = g_strdup_printf ("%u", self->desk.look_ms);
  g_autofree char *ahead = g_strdup_printf ("%" G_GINT64_FORMAT, self->desk.ahead);
  g_autoptr(GSubprocess) child = NULL;
  g_autoptr(GError) error = NULL;
  GOutputStream *go;

  matrix_desk_close (&self->desk);
  child = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE, &error, program, "--child",
                            self->desk.data_dir, piece->id, vsl_remote_status_get_name (as), look,
                            ahead, NULL);
  g_assert_no_error (error);
  fault_proxy_set_client (self->proxy, atoi (g_subprocess_get_identifier (child)));
  go = g_subprocess_get_stdin_pipe (child);
  g_output_stream_write_all (go, "\n", 1, NULL, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_close (go, NULL, NULL);
  g_assert_true (g_subprocess_wait (child, NULL, &error));
  if (g_subprocess_get_if_signaled (child))
    self->n_killed++;
  else
    g_assert_cmpint (g_subprocess_get_exit_status (child), ==, 0);
  matrix_desk_open (&self->desk);
}

/* The network is good again; time passes, the queue runs, and what needs a person gets one. */
static void
settle (Matrix          *self,
        Piece           *piece,
        VslRemoteStatus  as)
{
  guint i;

  for (i = 0; i < 6 && !matrix_desk_is_done (&self->desk, piece->id, as); i++)
    {
      g_autoptr(VslOutboxRow) row = matrix_desk_find_row (&self->desk, piece->id);
      VslOutboxState state = row != NULL ? vsl_outbox_row_get_state (row) : VSL_OUTBOX_BLOCKED;

      self->desk.ahead += G_TIME_SPAN_HOUR;
      if (state == VSL_OUTBOX_CONFLICT)
        return;
      if (state == VSL_OUTBOX_QUEUED || state == VSL_OUTBOX_IN_DOUBT)
        {
          matrix_desk_run_queue (&self->desk, piece->id);
          continue;
        }
      self->n_by_hand++;
      matrix_desk_publish (&self->desk, piece->id, as);
    }
}

static void
note (Matrix     *self,
      guint       fault,
      Operation   op,
      guint       seed,
      const char *problem)
{
  self->n_done[fault][op]++;
  if (problem == NULL)
    return;
  self->n_bad[fault][op]++;
  g_print ("# %s, %s, seed %u: %s\n", matrix_faults[fault].name, op_names[op], seed, problem);
}

/* One faulty publication. */
static gboolean
run_cell (Matrix    *self,
          guint      fault,
          Operation  op,
          guint      seed,
          Piece     *piece)
{
  gboolean ghost = matrix_oracle_get_brand (self->oracle) == VSL_BRAND_GHOST;
  const guint n_writes[] = { 1, 2, 1, 1, ghost ? 3 : 4 };
  const MatrixFault *bad = &matrix_faults[fault];
  ProxyPlan plan = matrix_fault_aim (bad, n_writes[op], seed, self->desk.look_ms);
  VslRemoteStatus as = VSL_REMOTE_PUBLISH;
  g_autofree char *problem = NULL;

  /* Nothing is asked before a draft without tags. */
  if (op == OP_DRAFT)
    plan.aim = PROXY_WRITES;
  if (op == OP_DRAFT || (op == OP_REMOVE && (ghost || seed % 2 == 1)))
    as = VSL_REMOTE_DRAFT;
  else if (op == OP_REMOVE)
    as = VSL_REMOTE_TRASH;
  if (op == OP_UPDATE)
    {
      g_autofree char *id = g_steal_pointer (&piece->id);

      piece->version++;
      piece->id = matrix_desk_write (&self->desk, id, piece->word, piece->version, FALSE);
    }

  self->desk.ahead += bad->clock_us;
  matrix_deadline_ms = bad->deadline_ms;
  fault_proxy_set_plan (self->proxy, &plan);
  if (bad->kills)
    publish_and_die (self, piece, as);
  else
    matrix_desk_publish (&self->desk, piece->id, as);
  if (fault_proxy_get_n_struck (self->proxy) == 0)
    {
      self->n_missed++;
      g_print ("# %s, %s, seed %u: nothing to strike\n", bad->name, op_names[op], seed);
    }
  self->n_published++;

  matrix_deadline_ms = 0;
  fault_proxy_set_plan (self->proxy, NULL);
  fault_proxy_settle (self->proxy);
  self->desk.ahead -= bad->clock_us;
  settle (self, piece, as);
  problem = find_problem (self, piece, as);
  note (self, fault, op, seed, problem);

  return problem == NULL;
}

/* Every operation, each with this fault: a draft, a piece through its life, one with a picture. */
static void
run_fault (Matrix *self,
           guint   fault,
           guint   seed,
           guint   ops)
{
  Piece piece = { 0 };

  if (ops & 1 << OP_DRAFT)
    {
      write_piece (self, &piece, FALSE);
      run_cell (self, fault, OP_DRAFT, seed, &piece);
    }
  if (ops & (1 << OP_PUBLISH | 1 << OP_UPDATE | 1 << OP_REMOVE))
    {
      write_piece (self, &piece, FALSE);
      if (run_cell (self, fault, OP_PUBLISH, seed, &piece) &&
          (!(ops & 1 << OP_UPDATE) || run_cell (self, fault, OP_UPDATE, seed, &piece)) &&
          ops & 1 << OP_REMOVE)
        run_cell (self, fault, OP_REMOVE, seed, &piece);
    }
  if (ops & 1 << OP_MEDIA)
    {
      write_piece (self, &piece, TRUE);
      run_cell (self, fault, OP_MEDIA, seed, &piece);
    }
  piece_clear (&piece);
}

/* What it should be: as it is when nothing goes wrong. */
static void
learn (Matrix *self)
{
  guint i;

  for (i = 0; i < 2; i++)
    {
      Piece piece = { 0 };
      g_autoptr(MatrixFound) found = NULL;

      write_piece (self, &piece, i == 1);
      matrix_desk_publish (&self->desk, piece.id, VSL_REMOTE_PUBLISH);
      g_assert_true (matrix_desk_is_done (&self->desk, piece.id, VSL_REMOTE_PUBLISH));
      found = matrix_oracle_look (self->oracle, piece.word, i == 1);
      g_assert_cmpuint (found->n_live, ==, 1);
      g_assert_nonnull (strstr (found->content, "ersie-1"));
      self->expected[i] = dup_pattern (&self->desk, &piece, found);
      piece_clear (&piece);
    }
}

static void
print_cells (Matrix *self)
{
  guint i, op;

  g_print ("# %-34s", "faulty publications, each once:");
  for (op = 0; op < N_OPS; op++)
    g_print (" %9s", op_names[op]);
  g_print ("\n");
  for (i = 0; i < n_matrix_faults; i++)
    {
      g_print ("# %-34s", matrix_faults[i].name);
      for (op = 0; op < N_OPS; op++)
        {
          g_autofree char *cell = g_strdup_printf ("%u/%u", self->n_done[i][op] - self->n_bad[i][op],
                                                   self->n_done[i][op]);

          g_print (" %9s", self->n_done[i][op] > 0 ? cell : "");
        }
      g_print ("\n");
    }
  g_print ("# %u faulty publications, %u of them killed; %u where the fault found nothing to strike, "
           "%u times a person published again, %u second drafts in the trash, %u requests at the "
           "other origin\n", self->n_published, self->n_killed, self->n_missed, self->n_by_hand,
           self->n_twins, fault_proxy_get_n_elsewhere (self->proxy));
}

/* What was used to log in, as it may travel. */
static gboolean
holds_secret (const char *data,
              gsize       size)
{
  const char *password = g_getenv ("GHOST_ADMIN_KEY");
  g_autofree char *pair = NULL;
  g_autofree char *encoded = NULL;

  if (password == NULL)
    {
      password = g_getenv ("WP_EDITOR_APP_PASSWORD");
      pair = g_strdup_printf ("%s:%s", g_getenv ("WP_EDITOR_USER"), password);
      encoded = g_base64_encode ((const guchar *) pair, strlen (pair));
    }
  else
    {
      /* The half behind the colon is the secret one. */
      password = strchr (password, ':') + 1;
    }

  return memmem (data, size, password, strlen (password)) != NULL ||
         (encoded != NULL && memmem (data, size, encoded, strlen (encoded)) != NULL);
}

/* The secret in what the engine left on the disk after all that went wrong. */
static guint
count_secrets (const char *path)
{
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  g_autofree char *data = NULL;
  const char *name;
  gsize size;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      n += count_secrets (child);
    }
  if (dir == NULL && g_file_get_contents (path, &data, &size, NULL) && holds_secret (data, size))
    n++;

  return n;
}

/* PROGRAM --child DIRECTORY ID AS LOOK-MS AHEAD: publishes, once it is told to. */
static int
run_child (char *argv[])
{
  MatrixDesk desk = { .data_dir = argv[2] };
  VslRemoteStatus as;
  char go;

  g_assert_true (vsl_remote_status_from_name (argv[4], &as));
  desk.look_ms = (guint) atoi (argv[5]);
  desk.ahead = g_ascii_strtoll (argv[6], NULL, 10);
  matrix_desk_open (&desk);
  if (fread (&go, 1, 1, stdin) != 1)
    return 1;
  matrix_desk_publish (&desk, argv[3], as);
  matrix_desk_close (&desk);

  return 0;
}

/* All rows of the matrix, as points of TAP. */
static gboolean
run_matrix (Matrix     *self,
            guint       rounds,
            guint       seed,
            const char *only)
{
  gboolean good = TRUE;
  guint i, round, op, n_elsewhere, n_secrets, n_points = 0;

  for (i = 0; i < n_matrix_faults; i++)
    {
      guint n_bad = 0;

      if (only != NULL && !g_pattern_match_simple (only, matrix_faults[i].name))
        continue;
      /* The sample takes one or two operations of each row, in turn. */
      if (rounds == 0)
        run_fault (self, i, seed + i, i % 3 == 0 ? 1 << OP_DRAFT : i % 3 == 1
                                                    ? 1 << OP_PUBLISH | 1 << OP_UPDATE : 1 << OP_MEDIA);
      for (round = 0; round < rounds; round++)
        run_fault (self, i, seed + round, ~0u);
      for (op = 0; op < N_OPS; op++)
        n_bad += self->n_bad[i][op];
      g_print ("%s %u %s\n", n_bad > 0 ? "not ok" : "ok", ++n_points, matrix_faults[i].name);
      good = good && n_bad == 0;
    }
  n_elsewhere = fault_proxy_get_n_elsewhere (self->proxy);
  n_secrets = count_secrets (self->desk.data_dir);
  g_print ("%s %u nothing goes elsewhere\n", n_elsewhere == 0 ? "ok" : "not ok", ++n_points);
  g_print ("%s %u the password is nowhere\n1..%u\n", n_secrets == 0 ? "ok" : "not ok", n_points + 1,
           n_points + 1);

  return good && n_elsewhere == 0 && n_secrets == 0;
}

int
main (int   argc,
      char *argv[])
{
  Matrix matrix = { .desk.look_ms = 30 };
  int rounds = 0, seed = 0;
  g_autofree char *only = NULL;
  gboolean good;
  const GOptionEntry entries[] = {
    { "rounds", 0, 0, G_OPTION_ARG_INT, &rounds, "All operations, so often; 0 for a sample", "N" },
    { "seed", 0, 0, G_OPTION_ARG_INT, &seed, "The first seed", "N" },
    { "only", 0, 0, G_OPTION_ARG_STRING, &only, "Only these rows", "PATTERN" },
    { NULL }
  };
  g_autoptr(GOptionContext) options = g_option_context_new (NULL);
  g_autoptr(GError) error = NULL;

  setlocale (LC_ALL, "");
  if (argc == 7 && strcmp (argv[1], "--child") == 0)
    return run_child (argv);

  g_option_context_add_main_entries (options, entries, NULL);
  if (!g_option_context_parse (options, &argc, &argv, &error))
    g_error ("%s", error->message);
  setvbuf (stdout, NULL, _IOLBF, 0);
  matrix.run = g_strdup_printf ("%04x", g_random_int () & 0xffff);
  matrix.oracle = matrix_oracle_new ();
  matrix.proxy = fault_proxy_new (matrix_oracle_get_port (matrix.oracle));
  matrix_desk_make (&matrix.desk, matrix_oracle_get_brand (matrix.oracle),
                    fault_proxy_get_url (matrix.proxy));
  matrix_desk_open (&matrix.desk);
  learn (&matrix);
  good = run_matrix (&matrix, MAX (rounds, 0), seed, only);
  print_cells (&matrix);

  matrix_desk_close (&matrix.desk);
  matrix_desk_remove (&matrix.desk);
  fault_proxy_free (matrix.proxy);
  matrix_oracle_free (matrix.oracle);
  g_free (matrix.run);
  g_free (matrix.expected[0]);
  g_free (matrix.expected[1]);

  return good ? 0 : 1;
}
