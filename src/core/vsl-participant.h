/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-person.h"

G_BEGIN_DECLS

#define VSL_TYPE_PARTICIPANT (vsl_participant_get_type ())
G_DECLARE_FINAL_TYPE (VslParticipant, vsl_participant, VSL, PARTICIPANT, GObject)

VslParticipant *vsl_participant_new               (VslPerson      *person,
                                                   const char     *role,
                                                   const char     *organisation,
                                                   gboolean        chair) G_GNUC_WARN_UNUSED_RESULT;

VslPerson      *vsl_participant_get_person        (VslParticipant *self);
const char     *vsl_participant_get_name          (VslParticipant *self);
const char     *vsl_participant_get_role          (VslParticipant *self);
const char     *vsl_participant_get_organisation  (VslParticipant *self);
gboolean        vsl_participant_get_chair         (VslParticipant *self);
char           *vsl_participant_dup_description   (VslParticipant *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean        vsl_participant_equal             (VslParticipant *a,
                                                   VslParticipant *b);

G_END_DECLS
