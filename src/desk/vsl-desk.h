/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-article-summary.h"
#include "core/vsl-import.h"
#include "core/vsl-site.h"
#include "desk/vsl-clock.h"
#include "desk/vsl-desk-error.h"
#include "desk/vsl-document.h"
#include "desk/vsl-publication.h"

G_BEGIN_DECLS

typedef struct
{
  const char *data_dir;           /* holds drafts.db, media/, sites/, backups/; made when missing */
  gboolean    read_only;          /* for commands that write nothing: works beside an open window */
  gboolean    use_secret_service; /* FALSE: passwords live in memory only */
  VslClock    clock;              /* (nullable) the real one */
  gpointer    clock_data;
} VslDeskConfig;

/*
 * The desk: where the layers meet. Owns the store, the open documents, the list models that every
 * view is a lens on, and the clients of the sites. Main thread; made once by main() and handed down.
 *
 * Signal "library-changed": the counts of vsl_desk_count_folders_async() may be others now.
 */
#define VSL_TYPE_DESK (vsl_desk_get_type ())
G_DECLARE_FINAL_TYPE (VslDesk, vsl_desk, VSL, DESK, GObject)

VslDesk      *vsl_desk_new                (const VslDeskConfig *config,
                                           GError             **error) G_GNUC_WARN_UNUSED_RESULT;
/* Saves what is open, closes the store and frees the lock. To be awaited before the last unref. */
void          vsl_desk_close_async        (VslDesk             *self,
                                           GAsyncReadyCallback  callback,
                                           gpointer             user_data);
gboolean      vsl_desk_close_finish       (VslDesk             *self,
                                           GAsyncResult        *result,
                                           GError             **error) G_GNUC_WARN_UNUSED_RESULT;

/* Articles at rest. These wait for the disk: for the command line and for opening one piece. */
char         *vsl_desk_find_article       (VslDesk             *self,
                                           const char          *id_or_prefix,
                                           GError             **error) G_GNUC_WARN_UNUSED_RESULT;
VslArticle   *vsl_desk_load_article       (VslDesk             *self,
                                           const char          *id,
                                           GError             **error) G_GNUC_WARN_UNUSED_RESULT;
VslArticle   *vsl_desk_save_article       (VslDesk             *self,
                                           VslArticle          *article,
                                           GError             **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean      vsl_desk_delete_article     (VslDesk             *self,
                                           const char          *id,
                                           GError             **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean      vsl_desk_undelete_article   (VslDesk             *self,
                                           const char          *id,
                                           GError             **error) G_GNUC_WARN_UNUSED_RESULT;
GListModel   *vsl_desk_get_library        (VslDesk             *self);
/* The articles in the bin, last deleted first. */
GListModel   *vsl_desk_get_bin            (VslDesk             *self);
/* What the window wants to find again at its next start, by a word of its own. Kept in the background. */
void          vsl_desk_save_session       (VslDesk             *self,
                                           const char          *key,
                                           const char          *value);
char         *vsl_desk_load_session       (VslDesk             *self,
                                           const char          *key) G_GNUC_WARN_UNUSED_RESULT;
char        **vsl_desk_list_tags          (VslDesk             *self) G_GNUC_WARN_UNUSED_RESULT;

/* Open documents: one per article, however often it is asked for. */
VslDocument  *vsl_desk_open_document      (VslDesk             *self,
                                           const char          *id,
                                           GError             **error) G_GNUC_WARN_UNUSED_RESULT;
VslDocument  *vsl_desk_new_document       (VslDesk             *self,
                                           VslKind              kind,
                                           const char          *language,
                                           GError             **error) G_GNUC_WARN_UNUSED_RESULT;

/* Files. @format: a name of CLI.md or NULL for auto. Nothing is stored by reading. */
VslImport    *vsl_desk_read_file          (VslDesk             *self,
                                           GFile               *file,
                                           const char          *format,
                                           GError             **error) G_GNUC_WARN_UNUSED_RESULT;
VslImport    *vsl_desk_read_bytes         (VslDesk             *self,
                                           GBytes              *bytes,
                                           const char          *name,
                                           const char          *format,
                                           GError             **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes       *vsl_desk_export_article     (VslDesk             *self,
                                           VslArticle          *article,
                                           const char          *format,
                                           GError             **error) G_GNUC_WARN_UNUSED_RESULT;
/* The fictional sample, stored; with a local site to publish to. */
VslArticle   *vsl_desk_add_demo           (VslDesk             *self,
                                           const char          *language,
                                           GError             **error) G_GNUC_WARN_UNUSED_RESULT;

/* Sites. GListModel of VslSite, by name. */
GListModel   *vsl_desk_get_sites          (VslDesk             *self);
VslSite      *vsl_desk_find_site          (VslDesk             *self,
                                           const char          *name,
                                           GError             **error) G_GNUC_WARN_UNUSED_RESULT;
/* Verifies first; stored only when the site answers as this brand and knows this user.
 * @name: (nullable) the host of @url. A folder needs no url (then sites/NAME in the data
 * directory), user or password. The finished call tells in @note (nullable, translated) what the
 * person should know: that the password is kept for this run only, that this user may not publish. */
void          vsl_desk_add_site_async     (VslDesk             *self,
                                           const char          *name,
                                           VslBrand             brand,
                                           const char          *url,
                                           const char          *user,
                                           const char          *password,
                                           GCancellable        *cancellable,
                                           GAsyncReadyCallback  callback,
                                           gpointer             user_data);
VslSite      *vsl_desk_add_site_finish    (VslDesk             *self,
                                           GAsyncResult        *result,
                                           char               **note,
                                           GError             **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean      vsl_desk_remove_site        (VslDesk             *self,
                                           const char          *name,
                                           GError             **error) G_GNUC_WARN_UNUSED_RESULT;
/* What was chosen for a site, see vsl_site_get_setting(). @value: (nullable) NULL for no choice. */
gboolean      vsl_desk_set_site_setting   (VslDesk             *self,
                                           const char          *name,
                                           const char          *key,
                                           const char          *value,
                                           GError             **error);
/* A password for this run, where there is no Secret Service. */
void          vsl_desk_remember_password  (VslDesk             *self,
                                           const char          *site,
                                           const char          *password);

/* Publishing. */
VslOutboxRow *vsl_desk_find_copy          (VslDesk             *self,
                                           const char          *article_id,
                                           const char          *site,
                                           GError             **error) G_GNUC_WARN_UNUSED_RESULT;
/* One translated sentence that says what publishing would do now, for the pane and --dry-run. */
char         *vsl_desk_describe_publication (VslDesk           *self,
                                           VslArticle          *article,
                                           VslSite             *site,
                                           const VslPublicationOptions *options) G_GNUC_WARN_UNUSED_RESULT;
/* The label of the button that does it: "Put draft on example.org", "Update the article on …". */
char         *vsl_desk_describe_action    (VslDesk             *self,
                                           VslArticle          *article,
                                           VslSite             *site,
                                           const VslPublicationOptions *options) G_GNUC_WARN_UNUSED_RESULT;
VslPublication *vsl_desk_publish          (VslDesk             *self,
                                           const char          *article_id,
                                           VslSite             *site,
                                           const VslPublicationOptions *options) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
