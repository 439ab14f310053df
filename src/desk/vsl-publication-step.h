/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  VSL_STEP_WAITING,
  VSL_STEP_RUNNING,
  VSL_STEP_DONE,
  VSL_STEP_FAILED
} VslStepState;

#define VSL_TYPE_STEP_STATE (vsl_step_state_get_type ())
GType vsl_step_state_get_type (void);

/* One step of a publication as it is shown: properties "title", "state", "detail" (nullable). */
#define VSL_TYPE_PUBLICATION_STEP (vsl_publication_step_get_type ())
G_DECLARE_FINAL_TYPE (VslPublicationStep, vsl_publication_step, VSL, PUBLICATION_STEP, GObject)

VslPublicationStep *vsl_publication_step_new        (const char         *title) G_GNUC_WARN_UNUSED_RESULT;
const char         *vsl_publication_step_get_title  (VslPublicationStep *self);
VslStepState        vsl_publication_step_get_state  (VslPublicationStep *self);
void                vsl_publication_step_set_state  (VslPublicationStep *self,
                                                     VslStepState        state);
const char         *vsl_publication_step_get_detail (VslPublicationStep *self);
void                vsl_publication_step_set_detail (VslPublicationStep *self,
                                                     const char         *detail);

G_END_DECLS
