/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "cms/vsl-cms.h"

G_BEGIN_DECLS

/* What goes wrong with one request. */
typedef enum
{
  FAULT_NONE,
  FAULT_LOST_REPLY,   /* carried out; the answer never comes */
  FAULT_LOST_REQUEST, /* not carried out; no answer either */
  FAULT_LATE,         /* carried out only after the next look; no answer */
  FAULT_BUSY,
  FAULT_AUTH,
  FAULT_REJECTED,
  FAULT_CONFLICT,
  FAULT_GONE
} Fault;

#define MAX_FAULTS 8

/* A site in memory, whose requests fail as they are told to. Outlives its clients. */
typedef struct
{
  GPtrArray *copies;        /* (owned) of VslRemoteCopy, the content's hash being the headline */
  Fault create[MAX_FAULTS]; /* of the n-th create, and so on */
  Fault update[MAX_FAULTS];
  Fault find[MAX_FAULTS];
  guint n_creates;
  guint n_updates;
  guint n_finds;
  char *late_token;         /* (owned) (nullable) a draft that is made after the next look */
  VslRemoteStatus may;      /* the most that this user may do, 0 for all */
  const char *missing;      /* (nullable) a tag that it lacks */
  VslRemoteText *theirs;    /* (owned) (nullable) what somebody else made of the articles on it */
} FakeSite;

void    fake_site_init   (FakeSite *self);
void    fake_site_clear  (FakeSite *self);
VslCms *fake_site_client (FakeSite *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
