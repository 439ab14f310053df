/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "desk/vsl-clock.h"
#include "core/vsl-pad.h"
#include "desk/vsl-debate-document.h"
#include "desk/vsl-rescue.h"
#include "store/vsl-store.h"

G_BEGIN_DECLS

/* See vsl-debate-document.c. */
struct _VslDebateDocument
{
  GObject parent_instance;

  VslStore *store; /* (owned) */
  VslRescue *rescue; /* (owned) */
  VslClock clock;
  gpointer clock_data;

  VslDebate *base; /* (owned) as it was last loaded or saved */
  char *texts[VSL_N_DEBATE_TEXTS]; /* (owned) the notes only while there is no source */
  char **statements;               /* (owned) */
  GListStore *participants;        /* (owned) */
  VslTextSource *notes;            /* (owned) (nullable) */
  gulong notes_changed_id;

  VslPadClock clock_state;
  GListStore *pad_entries;         /* (owned) of VslPadEntry */
  GPtrArray *pad_votes;            /* (owned) of VslPadVote */
  guint64 pad_count;               /* changes of the pad, … */
  guint64 pad_saved_count;         /* … and how many of them are on the disk */

  guint64 change_count;
  guint64 saved_count;
  guint timer;
  gboolean saving;
  guint64 saving_count;
  guint64 saving_pad_count;
  gboolean held;
  char *message;   /* (owned) (nullable) of the last failure */
  GQueue waiters;  /* of GTask (owned), each with the change count it waits for */
};

/* For the desk, which hands out the same one for the same debate as long as anybody holds it. */
VslDebateDocument *vsl_debate_document_new  (VslStore           *store,
                                             VslRescue          *rescue,
                                             VslClock            clock,
                                             gpointer            clock_data,
                                             VslDebate          *debate,
                                             VslPad             *pad) G_GNUC_WARN_UNUSED_RESULT;
gboolean           vsl_debate_document_save (VslDebateDocument  *self,
                                             GError            **error);
void               vsl_debate_document_touch (VslDebateDocument *self);
void               vsl_debate_document_init_pad (VslDebateDocument *self,
                                             VslPad             *pad);
VslPad            *vsl_debate_document_dup_pad (VslDebateDocument *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
