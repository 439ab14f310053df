/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-article-builder.h"
#include "store/vsl-store.h"

G_BEGIN_DECLS

/* A moment, so that no test depends on the clock; and the length of a second in the same unit. */
#define NOW G_GINT64_CONSTANT (1780000000000000)
#define SECOND G_GINT64_CONSTANT (1000000)

/* A directory of one test, removed with everything in it at the end. */
typedef struct
{
  char *root;      /* (owned) */
  char *directory; /* (owned) the data directory in it; not made yet */
} Fixture;

void        fixture_set_up       (Fixture         *self,
                                  gconstpointer    data);
void        fixture_tear_down    (Fixture         *self,
                                  gconstpointer    data);
char       *fixture_build_path   (Fixture         *self,
                                  const char      *name) G_GNUC_WARN_UNUSED_RESULT;
VslStore   *fixture_open         (Fixture         *self,
                                  VslStoreMode     mode) G_GNUC_WARN_UNUSED_RESULT;

void        remove_tree          (const char      *path);
char       *hash_file            (const char      *path) G_GNUC_WARN_UNUSED_RESULT;
void        run_sql              (VslStore        *store,
                                  const char      *sql);
gint64      load_number          (VslStore        *store,
                                  const char      *sql);
void        assert_sound         (VslStore        *store);

VslArticle *make_article         (const char      *headline,
                                  const char      *body) G_GNUC_WARN_UNUSED_RESULT;
VslArticle *with_body            (VslArticle      *article,
                                  const char      *body) G_GNUC_WARN_UNUSED_RESULT;
VslArticle *save                 (VslStore        *store,
                                  VslArticle      *article,
                                  gint64           now) G_GNUC_WARN_UNUSED_RESULT;

#define add_test(path, func) \
  g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
#define add_case(path, data, func) \
  g_test_add (path, Fixture, data, fixture_set_up, func, fixture_tear_down)

G_END_DECLS
