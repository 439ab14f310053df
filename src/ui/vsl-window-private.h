/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "ui/vsl-window.h"

#include "ui/vsl-article-editor.h"
#include "ui/vsl-banner.h"
#include "ui/vsl-debate-page.h"
#include "ui/vsl-inspector.h"
#include "ui/vsl-library-view.h"
#include "ui/vsl-transcript-page.h"
#include "ui/vsl-workspace.h"

G_BEGIN_DECLS

struct _VslWindow
{
  AdwApplicationWindow  parent_instance;

  AdwToastOverlay      *toasts;
  GtkStack             *stack;
  AdwStatusPage        *failure_page;
  AdwWindowTitle       *title;
  GtkWidget            *library_button;
  GtkWidget            *inspector_button;
  VslBanner            *notice;
  VslWorkspace         *workspace;
  VslLibraryView       *library;
  GtkStack             *editor_stack;
  VslArticleEditor     *editor;
  VslBanner            *conflict_banner; /* above the text */
  AdwBin               *drawer_bin; /* for the quote drawer, while it is open */
  VslInspector         *inspector;

  GSettings            *settings; /* (owned) */
  VslDesk              *desk;     /* (owned) (nullable) */
  GSignalGroup         *signals;  /* (owned) of the document */
  GtkWindow            *versions; /* (weak) (nullable) of the open article */
  GtkWindow            *people;   /* (weak) (nullable) the directory, while it is open */
  GListModel           *debate_links; /* (owned) (nullable) in the library */
  guint                 turn;     /* of what was opened, or asked for */
  VslDebatePage        *debate_page;    /* (nullable) in the stack of the editor */
  VslTranscriptPage    *transcript_page; /* (nullable) in that page */
  GSignalGroup         *debate_signals; /* (owned) of the debate */
  guint                 sites_id;       /* looks at the sites now and then */
  gint64                sites_at;       /* when it did that last, by the monotonic clock, in µs; 0 for never */
  GCancellable         *looking;        /* (owned) (nullable) of the round along the sites that is under way */
  guint                 dates_id;       /* looks at delete-after dates now and then */
  guint                 state_id; /* how the window looks is to be kept */
  guint                 index_id; /* the index is to be brought up to date */
};

/* vsl-window.c */
void vsl_window_set_document    (VslWindow      *self,
                                 VslDocument    *document);

/* The title and the actions, for what is open now. */
void vsl_window_update          (VslWindow      *self);

/* vsl-window-state.c: how the window looks */
void vsl_window_restore_size    (VslWindow      *self);

/* vsl-window-debates.c */
void vsl_window_install_debate_actions (GtkWidgetClass *widget_class);
void vsl_window_start_dates     (VslWindow      *self);
void vsl_window_list_debates    (VslWindow      *self);
void vsl_window_reopen_debate   (VslWindow      *self,
                                 const char     *debate_id);
VslDebateDocument *vsl_window_get_debate (VslWindow *self);
void vsl_window_set_debate      (VslWindow      *self,
                                 VslDebateDocument *debate);

/* vsl-window-library.c: many articles, and their index */
void vsl_window_install_library_actions (GtkWidgetClass *widget_class);
void vsl_window_index_later     (VslWindow      *self);

/* vsl-window-articles.c: the actions on articles */
void vsl_window_install_article_actions (GtkWidgetClass *widget_class);
void vsl_window_accept_files    (VslWindow      *self);

/* vsl-window-keeping.c: backups, and the end of the bin */
void vsl_window_install_keeping_actions (GtkWidgetClass *widget_class);
void vsl_window_start_keeping   (VslWindow      *self);

/* vsl-window-outbox.c: what is on its way to the sites */
void vsl_window_install_outbox_actions (GtkWidgetClass *widget_class);
void vsl_window_start_outbox    (VslWindow      *self);

/* vsl-window-conflicts.c: what somebody else changed on a site */
void vsl_window_install_conflict_actions (GtkWidgetClass *widget_class);
void vsl_window_start_conflicts (VslWindow      *self);
void vsl_window_stop_conflicts  (VslWindow      *self);
void vsl_window_update_conflict (VslWindow      *self);

/* vsl-window-versions.c: the versions of the open article */
void vsl_window_install_version_actions (GtkWidgetClass *widget_class);
void vsl_window_close_versions  (VslWindow      *self);

/* vsl-window-quotations.c: the ways between text, quotations and transcript */
void vsl_window_install_quotation_actions (GtkWidgetClass *widget_class);

/* vsl-window-pictures.c: pictures that are dropped or pasted */
void vsl_window_install_picture_actions (GtkWidgetClass *widget_class);
gboolean vsl_window_drop_pictures (VslWindow    *self,
                                 GSList         *files,
                                 double          x,
                                 double          y);

G_END_DECLS
