/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VslField:
 *
 * The written fields of an article, in the order in which a reader meets them. A field is addressed
 * by this value everywhere: in the store, in a finding, in the source map of an imported file and
 * in the command line's `set ID FIELD=VALUE`.
 */
typedef enum
{
  VSL_FIELD_KICKER,
  VSL_FIELD_HEADLINE,
  VSL_FIELD_LEAD,
  VSL_FIELD_BYLINE,
  VSL_FIELD_CREDIT,
  VSL_FIELD_EVENT,
  VSL_FIELD_BODY,
  VSL_FIELD_SLUG,
  VSL_FIELD_PARTICIPANTS, /* no text of its own: names a place in the list of participants */
  VSL_FIELD_NONE
} VslField;

#define VSL_N_FIELDS ((guint) VSL_FIELD_PARTICIPANTS) /* the fields that hold text */

const char *vsl_field_get_name  (VslField    field);
VslField    vsl_field_from_name (const char *name);

G_END_DECLS
