/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "desk/vsl-backups.h"
#include "desk/vsl-mirror.h"
#include "store/vsl-keeper.h"

G_BEGIN_DECLS

struct _VslBackups
{
  GObject parent_instance;

  VslStore *store;   /* (owned) */
  VslKeeper *keeper; /* (owned) */
  VslMirror *mirror; /* (owned) (nullable) */
  VslClock clock;
  gpointer clock_data;

  gboolean automatic;
  gboolean closed;
  guint running;     /* backups and checks under way */
  guint timer;
  gint64 tidied_at;  /* 0 in this run not yet */
  gboolean scanned;  /* whether the mirror was told to look at every article */
  char *problem;     /* (owned) (nullable) of a backup */
};

gint64 vsl_backups_get_now     (VslBackups *self);
void   vsl_backups_set_problem (VslBackups *self,
                                const char *problem);
void   vsl_backups_add_running (VslBackups *self,
                                int         n);

G_END_DECLS
