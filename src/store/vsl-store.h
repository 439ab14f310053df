/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-article-summary.h"
#include "core/vsl-outbox-event.h"
#include "core/vsl-outbox-row.h"
#include "core/vsl-site.h"
#include "store/vsl-store-error.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  VSL_STORE_READ_WRITE, /* takes the lock file; fails with LOCKED */
  VSL_STORE_READ_ONLY   /* beside a running writer: a query_only connection, no lock */
} VslStoreMode;

#define VSL_TYPE_STORE (vsl_store_get_type ())
G_DECLARE_FINAL_TYPE (VslStore, vsl_store, VSL, STORE, GObject)

typedef struct
{
  const char *status;   /* (nullable) name of a VslStatus */
  const char *tag;      /* (nullable) */
  const char *site;     /* (nullable) name of a site on which the article has a copy */
  gboolean    deleted;  /* TRUE: the bin, instead of the articles that are not in it */
  guint       offset;
  guint       limit;    /* 0: no limit */
  const char *event;    /* (nullable) the debate, in whatever letter case */
  const char *outbox;   /* (nullable) name of a VslOutboxState in which it is for some site */
} VslStoreFilter;

typedef enum
{
  VSL_STORE_SORT_UPDATED, /* last changed first */
  VSL_STORE_SORT_CREATED, /* newest first */
  VSL_STORE_SORT_HEADLINE, /* by the alphabet */
  VSL_STORE_SORT_WORDS    /* longest first */
} VslStoreSort;

/* Called in the store thread. Returns what the caller's _finish gives, or NULL with @error set. */
typedef gpointer (*VslStoreFunc) (VslStore *store, gpointer data, GError **error);

VslStore          *vsl_store_open            (const char             *directory,
                                              VslStoreMode            mode,
                                              GError                **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean           vsl_store_close           (VslStore               *self,
                                              GError                **error);
const char        *vsl_store_get_directory   (VslStore               *self);
VslStoreMode       vsl_store_get_mode        (VslStore               *self);
/* (nullable) A translated sentence about the place of the data that the person should know. */
const char        *vsl_store_get_notice      (VslStore               *self);

/* Any function below may be called from any thread: it runs in the store thread, and the caller
 * waits. Inside a VslStoreFunc it runs at once. */
void               vsl_store_call_async      (VslStore               *self,
                                              VslStoreFunc            func,
                                              gpointer                data,
                                              GDestroyNotify          destroy_data,
                                              GDestroyNotify          destroy_result,
                                              GAsyncReadyCallback     callback,
                                              gpointer                user_data);
gpointer           vsl_store_call_finish     (VslStore               *self,
                                              GAsyncResult           *result,
                                              GError                **error) G_GNUC_WARN_UNUSED_RESULT;

/* Runs @func in the store thread in one transaction: what it stores through the functions below is
 * durable as a whole when this returns without an error, or undone as a whole. */
gpointer           vsl_store_transact        (VslStore               *self,
                                              VslStoreFunc            func,
                                              gpointer                data,
                                              GDestroyNotify          destroy_result,
                                              GError                **error) G_GNUC_WARN_UNUSED_RESULT;

char              *vsl_store_find_article    (VslStore               *self,
                                              const char             *id_or_prefix,
                                              GError                **error) G_GNUC_WARN_UNUSED_RESULT;
VslArticle        *vsl_store_load_article    (VslStore               *self,
                                              const char             *id,
                                              GError                **error) G_GNUC_WARN_UNUSED_RESULT;
VslArticle        *vsl_store_save_article    (VslStore               *self,
                                              VslArticle             *article,
                                              gint64                  now,
                                              GError                **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean           vsl_store_delete_article  (VslStore               *self,
                                              const char             *id,
                                              gint64                  now,
                                              GError                **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean           vsl_store_undelete_article (VslStore              *self,
                                              const char             *id,
                                              GError                **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray         *vsl_store_list_articles   (VslStore               *self,
                                              const VslStoreFilter   *filter,
                                              GError                **error) G_GNUC_WARN_UNUSED_RESULT;
/* For a list that asks for a page at a time: the ids of all in their order, and the rows of some. */
GBytes            *vsl_store_list_ids        (VslStore               *self,
                                              const VslStoreFilter   *filter,
                                              VslStoreSort            sort,
                                              gboolean                reversed,
                                              GError                **error) G_GNUC_WARN_UNUSED_RESULT;
guint              vsl_store_ids_get_length  (GBytes                 *ids);
const char        *vsl_store_ids_get         (GBytes                 *ids,
                                              guint                   position);
GPtrArray         *vsl_store_load_summaries  (VslStore               *self,
                                              GBytes                 *ids,
                                              guint                   first,
                                              guint                   length,
                                              GError                **error) G_GNUC_WARN_UNUSED_RESULT;
VslArticleSummary *vsl_store_load_summary    (VslStore               *self,
                                              const char             *id,
                                              GError                **error) G_GNUC_WARN_UNUSED_RESULT;
char             **vsl_store_list_tags       (VslStore               *self,
                                              GError                **error) G_GNUC_WARN_UNUSED_RESULT;

GPtrArray         *vsl_store_list_sites      (VslStore               *self,
                                              GError                **error) G_GNUC_WARN_UNUSED_RESULT;
VslSite           *vsl_store_load_site       (VslStore               *self,
                                              const char             *name,
                                              GError                **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean           vsl_store_add_site        (VslStore               *self,
                                              VslSite                *site,
                                              GError                **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean           vsl_store_save_site_settings (VslStore            *self,
                                              VslSite                *site,
                                              GError                **error);
gboolean           vsl_store_change_site     (VslStore               *self,
                                              const char             *name,
                                              VslSite                *site,
                                              GError                **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean           vsl_store_remove_site     (VslStore               *self,
                                              const char             *name,
                                              GError                **error) G_GNUC_WARN_UNUSED_RESULT;

/* One row per (article, site), for life: the token is made once and never changes. */
VslOutboxRow      *vsl_store_load_outbox_row (VslStore               *self,
                                              const char             *article_id,
                                              const char             *site,
                                              GError                **error) G_GNUC_WARN_UNUSED_RESULT;
VslOutboxRow      *vsl_store_save_outbox_row (VslStore               *self,
                                              VslOutboxRow           *row,
                                              gint64                  now,
                                              GError                **error) G_GNUC_WARN_UNUSED_RESULT;
VslOutboxRow      *vsl_store_record_outbox_row (VslStore             *self,
                                              VslOutboxRow           *row,
                                              VslOutboxWhat           what,
                                              const char             *detail,
                                              gint64                  now,
                                              GError                **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray         *vsl_store_list_unseen     (VslStore               *self,
                                              gint64                  since,
                                              GError                **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray         *vsl_store_list_outbox     (VslStore               *self,
                                              const char             *article_id,
                                              GError                **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray         *vsl_store_list_published  (VslStore               *self,
                                              guint                   limit,
                                              GError                **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
