/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-article-builder.h"
#include "desk/vsl-desk.h"

G_BEGIN_DECLS

/* A Tuesday in May 2025, in the afternoon. */
#define NOW G_GINT64_CONSTANT (1746540000000000)

/* A data directory of its own for each test, with a clock that stands still until it is set. */
typedef struct
{
  char *data_dir; /* (owned) */
  gint64 now;
  VslDesk *desk;  /* (owned) (nullable) */
} Fixture;

void            fixture_set_up        (Fixture        *self,
                                       gconstpointer   data);
void            fixture_tear_down     (Fixture        *self,
                                       gconstpointer   data);
VslDesk        *fixture_open          (Fixture        *self);
void            fixture_close         (Fixture        *self);
VslArticle     *fixture_load          (Fixture        *self,
                                       const char     *id) G_GNUC_WARN_UNUSED_RESULT;
VslArticle     *fixture_add           (Fixture        *self,
                                       const char     *headline,
                                       const char     *body) G_GNUC_WARN_UNUSED_RESULT;
VslPublication *fixture_publish       (Fixture        *self,
                                       const char     *id,
                                       VslSite        *site,
                                       VslRemoteStatus as) G_GNUC_WARN_UNUSED_RESULT;
VslSite        *fixture_find_site     (Fixture        *self) G_GNUC_WARN_UNUSED_RESULT;
void            fixture_save          (VslDocument    *document);

/* Runs the main context while @condition holds, for ten seconds at most. */
#define WAIT_WHILE(condition) \
  G_STMT_START { \
    gint64 wait_until = g_get_monotonic_time () + 10 * G_USEC_PER_SEC; \
    while ((condition) && g_get_monotonic_time () < wait_until) \
      if (!g_main_context_iteration (NULL, FALSE)) \
        g_usleep (500); \
    g_assert_false (condition); \
  } G_STMT_END

void            wait_for              (guint           ms);
char           *dup_body              (VslArticle     *article) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
