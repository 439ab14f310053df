/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "cms/vsl-credentials.h"
#include "core/vsl-pad.h"
#include "desk/vsl-backups.h"
#include "desk/vsl-check-runner.h"
#include "desk/vsl-clock.h"
#include "desk/vsl-debate-document.h"
#include "desk/vsl-desk.h"
#include "desk/vsl-library.h"
#include "desk/vsl-outbox.h"
#include "desk/vsl-publisher.h"
#include "desk/vsl-rescue.h"
#include "store/vsl-cache.h"
#include "store/vsl-store.h"

G_BEGIN_DECLS

/* See vsl-desk.c. */
struct _VslDesk
{
  GObject parent_instance;

  char *data_dir; /* (owned) absolute */
  gboolean read_only;
  VslClock clock;
  gpointer clock_data;

  VslStore *store;             /* (owned) */
  VslRescue *rescue;           /* (owned) */
  VslCredentials *credentials; /* (owned) */
  VslPublisher *publisher;     /* (owned) */
  VslOutbox *outbox;           /* (owned) (nullable) made when it is asked for */
  VslBackups *backups;         /* (owned) */
  VslLibrary *library;         /* (owned) (nullable) made when it is asked for */
  VslLibrary *bin;             /* (owned) (nullable) made when it is asked for */
  VslCheckRunner *checks;      /* (owned) (nullable) made when it is needed */
  GPtrArray *folders;          /* (owned) of VslLibrary (unowned, leaves when it ends), those two too */
  VslCache *cache;             /* (owned) (nullable) opened when it is needed */
  GCancellable *searching;     /* (owned) (nullable) of the newest search */
  GListStore *sites;           /* (owned) of VslSite, by name */
  GHashTable *counted;         /* (owned) id → what was counted of the article, as a text */
  GHashTable *documents;       /* (owned) id → VslDocument (unowned, leaves when it ends) */
  GListStore *debates;         /* (owned) of VslDebate, latest first */
  gboolean debates_wanted;     /* somebody looks at that list, so it is filled */
  GListStore *people;          /* (owned) of VslContact, by family name */
  GHashTable *open_debates;    /* (owned) id → VslDebateDocument (unowned, leaves when it ends) */
};

gint64       vsl_desk_get_now        (VslDesk     *self);
VslDocument *vsl_desk_peek_document  (VslDesk     *self,
                                      const char  *id);
void         vsl_desk_add_folder     (VslDesk     *self,
                                      VslLibrary  *folder);
void         vsl_desk_forget_folders (VslDesk     *self);
void         vsl_desk_forget_counted (VslDesk     *self,
                                      const char  *id);
void         vsl_desk_forget_debates (VslDesk     *self);
void         vsl_desk_recover_debates (VslDesk    *self);
VslDebateDocument *vsl_desk_add_debate (VslDesk   *self,
                                      VslDebate   *debate,
                                      VslPad      *pad) G_GNUC_WARN_UNUSED_RESULT;
void         vsl_desk_tell_folders   (VslDesk     *self,
                                      const char  *id,
                                      VslArticleSummary *summary);
void         vsl_desk_update_library (VslDesk     *self,
                                      const char  *id);
gboolean     vsl_desk_load_sites     (VslDesk     *self,
                                      GError     **error);
gboolean     vsl_desk_add_local_site (VslDesk     *self,
                                      GError     **error);
gboolean     vsl_desk_ensure_local_site (VslDesk  *self,
                                      GError     **error);

G_END_DECLS
