/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define VSL_TYPE_PERSON (vsl_person_get_type ())
G_DECLARE_FINAL_TYPE (VslPerson, vsl_person, VSL, PERSON, GObject)

VslPerson  *vsl_person_new             (const char *given,
                                        const char *prefix,
                                        const char *family,
                                        gboolean    as_registered) G_GNUC_WARN_UNUSED_RESULT;
VslPerson  *vsl_person_new_from_text   (const char *text) G_GNUC_WARN_UNUSED_RESULT;

const char *vsl_person_get_given       (VslPerson  *self);
const char *vsl_person_get_prefix      (VslPerson  *self);
const char *vsl_person_get_family      (VslPerson  *self);
gboolean    vsl_person_get_as_registered (VslPerson *self);

char       *vsl_person_dup_full_name   (VslPerson  *self) G_GNUC_WARN_UNUSED_RESULT;
char       *vsl_person_dup_last_name   (VslPerson  *self) G_GNUC_WARN_UNUSED_RESULT;
char       *vsl_person_dup_sort_name   (VslPerson  *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean    vsl_person_equal           (VslPerson  *a,
                                        VslPerson  *b);

G_END_DECLS
