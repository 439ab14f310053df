/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "cms/vsl-cms.h"
#include "cms/vsl-credentials.h"
#include "cms/vsl-http-reply.h"
#include "core/vsl-diagnosis.h"

G_BEGIN_DECLS

/* What was found out of a site. Freed by its one owner; a struct of zeros knows nothing. */
typedef struct
{
  VslSite               *site;          /* (owned) */
  GError                *address_error; /* (owned) (nullable) what is wrong with it as it is written */
  VslHttpReply          *front;         /* (owned) (nullable) the page that was given as the address */
  GError                *front_error;   /* (owned) (nullable) */
  VslCredentialsOutcome  password;
  VslCmsAbout           *about;         /* (owned) (nullable) */
  GError                *connect_error; /* (owned) (nullable) */
  VslHttpReply          *probe;         /* (owned) (nullable) to a large article that changes nothing */
  GError                *probe_error;   /* (owned) (nullable) */
  guint64                free_bytes;    /* of the disk of a folder */
  gint64                 now;           /* seconds since 1970, by our clock */
} VslDoctorFacts;

#define VSL_DOCTOR_PROBE_BYTES (512 * 1024)

void       vsl_doctor_facts_free (VslDoctorFacts  *self);
GPtrArray *vsl_doctor_judge      (VslDoctorFacts  *facts) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VslDoctorFacts, vsl_doctor_facts_free)

G_END_DECLS
