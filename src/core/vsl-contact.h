/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-participant.h"
#include "core/vsl-role.h"

G_BEGIN_DECLS

/* What is known of a person, as a whole. To change something: copy the struct, change the copy, make
 * a new contact of it. Texts are nullable on the way in and never %NULL on the way out. */
typedef struct
{
  const char *id;            /* (nullable) of a person that is stored */
  gint64      revision;
  VslPerson  *person;        /* the name, and the rule for it */
  GPtrArray  *roles;         /* (nullable) (element-type VslRole) latest first */
  const char *email;
  const char *press_officer; /* who answers for this person */
  const char *press_email;
  const char *note;
  const char *delete_after;  /* whole date; after it the contact data go; empty: never */
} VslContactFields;

#define VSL_TYPE_CONTACT (vsl_contact_get_type ())
G_DECLARE_FINAL_TYPE (VslContact, vsl_contact, VSL, CONTACT, GObject)

VslContact             *vsl_contact_new             (const VslContactFields *fields) G_GNUC_WARN_UNUSED_RESULT;
const VslContactFields *vsl_contact_get_fields      (VslContact             *self);
const char             *vsl_contact_get_name        (VslContact             *self);
VslRole                *vsl_contact_find_role       (VslContact             *self,
                                                     const char             *date);
VslParticipant         *vsl_contact_make_participant (VslContact            *self,
                                                     const char             *date) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
