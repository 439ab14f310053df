/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cms"

#include "cms/vsl-wordpress-memory.h"

#include "core/vsl-text.h"

/* A term hardly ever goes; but when it does, nobody tells us. */
#define TERM_LIFE (60 * G_USEC_PER_SEC)

/* Between a draft and its publication there is one commit of ours; what takes longer was delayed by
 * something, and then a colleague had the time to find the draft. */
#define POST_LIFE (10 * G_USEC_PER_SEC)

/* More than one client sends at once. */
#define MAX_POSTS 8

/**
 * VslWordpressMemory:
 *
 * What the client of one WordPress saw a moment ago, so that it need not ask again: the ids of terms,
 * and the drafts that it just made, in full. Times are of the clock that never jumps. Main thread.
 */
struct _VslWordpressMemory
{
  grefcount   ref_count;
  GHashTable *terms; /* (owned) last part of the route, and name → Term (owned) */
  GQueue      posts; /* of Draft (owned), oldest first */
};

typedef struct
{
  gint64 id;
  gint64 seen_at;
} Term;

typedef struct
{
  VslWordpressPost *post; /* (owned) */
  gint64            seen_at;
  gint64            now;  /* µs UTC, by the clock of the site */
} Draft;

static void
draft_free (gpointer data)
{
  Draft *draft = data;

  vsl_wordpress_post_free (draft->post);
  g_free (draft);
}

static char *
make_key (const char *base,
          const char *name)
{
  g_autofree char *spaced = vsl_text_collapse_spaces (name);
  g_autofree char *composed = g_utf8_normalize (spaced, -1, G_NORMALIZE_NFC);

  return g_strjoin ("/", base, composed != NULL ? composed : spaced, NULL);
}

/**
 * vsl_wordpress_memory_new:
 *
 * Returns: (transfer full): an empty memory
 */
VslWordpressMemory *
vsl_wordpress_memory_new (void)
{
  VslWordpressMemory *self = g_new0 (VslWordpressMemory, 1);

  g_ref_count_init (&self->ref_count);
  self->terms = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_queue_init (&self->posts);

  return self;
}

/**
 * vsl_wordpress_memory_ref:
 * @self: a memory
 *
 * Returns: (transfer full): the same
 */
VslWordpressMemory *
vsl_wordpress_memory_ref (VslWordpressMemory *self)
{
  g_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * vsl_wordpress_memory_unref:
 * @self: (transfer full): a memory
 *
 * Drops it when nobody else holds it.
 */
void
vsl_wordpress_memory_unref (VslWordpressMemory *self)
{
  if (!g_ref_count_dec (&self->ref_count))
    return;

  g_hash_table_unref (self->terms);
  g_queue_clear_full (&self->posts, draft_free);
  g_free (self);
}

/**
 * vsl_wordpress_memory_find_term:
 * @self: a memory
 * @base: which terms: the last part of their route
 * @name: a name as an article has it
 *
 * Returns: its id on the site; 0 when it was not seen lately
 */
gint64
vsl_wordpress_memory_find_term (VslWordpressMemory *self,
                                const char         *base,
                                const char         *name)
{
  g_autofree char *key = make_key (base, name);
  const Term *term = g_hash_table_lookup (self->terms, key);

  return term != NULL && g_get_monotonic_time () - term->seen_at < TERM_LIFE ? term->id : 0;
}

/**
 * vsl_wordpress_memory_keep_term:
 * @self: a memory
 * @base: which terms: the last part of their route
 * @name: a name as an article has it
 * @id: its id on the site
 *
 * Remembers what the site just told.
 */
void
vsl_wordpress_memory_keep_term (VslWordpressMemory *self,
                                const char         *base,
                                const char         *name,
                                gint64              id)
{
  Term *term = g_new0 (Term, 1);

  term->id = id;
  term->seen_at = g_get_monotonic_time ();
  g_hash_table_replace (self->terms, make_key (base, name), term);
}

/**
 * vsl_wordpress_memory_forget_terms:
 * @self: a memory
 *
 * Something was not as it was remembered: the site is asked again.
 */
void
vsl_wordpress_memory_forget_terms (VslWordpressMemory *self)
{
  g_hash_table_remove_all (self->terms);
}

/**
 * vsl_wordpress_memory_keep_post:
 * @self: a memory
 * @post: (transfer full): a draft as the site answered when it was made
 * @now: the time of that answer by the clock of the site, µs since 1970 UTC
 *
 * Remembers a draft that is about to be updated.
 */
void
vsl_wordpress_memory_keep_post (VslWordpressMemory *self,
                                VslWordpressPost   *post,
                                gint64              now)
{
  Draft *draft = g_new0 (Draft, 1);

  draft->post = post;
  draft->seen_at = g_get_monotonic_time ();
  draft->now = now;
  g_queue_push_tail (&self->posts, draft);
  if (g_queue_get_length (&self->posts) > MAX_POSTS)
    draft_free (g_queue_pop_head (&self->posts));
}

static gboolean
is_of (VslWordpressPost *post,
       VslRemoteCopy    *base)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, post->id);

  return g_strcmp0 (id, vsl_remote_copy_get_remote_id (base)) == 0;
}

/**
 * vsl_wordpress_memory_take_post:
 * @self: a memory
 * @base: a copy
 * @now: (out): the time by the clock of the site, µs since 1970 UTC
 *
 * Forgets it, too: what was known of a draft holds for the first update only.
 *
 * Returns: (transfer full) (nullable): the draft, when it was made a moment ago and is as @base says
 */
VslWordpressPost *
vsl_wordpress_memory_take_post (VslWordpressMemory *self,
                                VslRemoteCopy      *base,
                                gint64             *now)
{
  VslWordpressPost *post;
  GList *l = self->posts.head;
  gint64 age;

  while (l != NULL && !is_of (((Draft *) l->data)->post, base))
    l = l->next;
  if (l == NULL)
    return NULL;

  post = g_steal_pointer (&((Draft *) l->data)->post);
  age = g_get_monotonic_time () - ((Draft *) l->data)->seen_at;
  *now = ((Draft *) l->data)->now + age;
  draft_free (l->data);
  g_queue_delete_link (&self->posts, l);
  if (age > POST_LIFE || vsl_wordpress_post_was_edited (post, base))
    g_clear_pointer (&post, vsl_wordpress_post_free);

  return post;
}
