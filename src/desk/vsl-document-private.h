/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "desk/vsl-clock.h"
#include "desk/vsl-document.h"
#include "desk/vsl-journal.h"
#include "desk/vsl-rescue.h"
#include "store/vsl-store.h"

G_BEGIN_DECLS

/* See vsl-document.c. */
struct _VslDocument
{
  GObject parent_instance;

  char *id;            /* (owned) the same for life */
  VslArticle *base;    /* (owned) as it was last loaded or saved; what is not edited here is from it */
  VslJournal *journal; /* (owned) */
  gboolean held;       /* holds itself, because there is something to save */
  gboolean applying;   /* many changes that are one */

  char *texts[VSL_N_FIELDS]; /* (owned) all but the body */
  VslTextSource *body;       /* (owned) */
  gulong body_changed_id;
  VslKind kind;
  VslStatus status;
  char *language;           /* (owned) */
  char **tags;              /* (owned) */
  GListStore *participants; /* (owned) */
  GListStore *pictures; /* (owned) of VslPicture */
  guint words;
  gboolean has_view;
  VslDocumentView view;
};

VslDocument *vsl_document_new      (VslStore     *store,
                                    VslRescue    *rescue,
                                    VslClock      clock,
                                    gpointer      clock_data,
                                    VslArticle   *article) G_GNUC_WARN_UNUSED_RESULT;
void         vsl_document_adopt_article (VslDocument *self,
                                    VslArticle   *article);
void         vsl_document_touch    (VslDocument  *self);
gboolean     vsl_document_save     (VslDocument  *self,
                                    GError      **error);
guint64      vsl_document_get_change_count (VslDocument *self);

void         vsl_document_set_participants (VslDocument *self,
                                            VslArticle  *article);

void         vsl_document_set_pictures (VslDocument *self,
                                        VslArticle  *article);

G_END_DECLS
