/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* Something that a site has for every piece, and that may be left as it is. */
typedef enum
{
  VSL_CHOICE_KEEP, /* what the site does by itself; for an update, as it is there */
  VSL_CHOICE_YES,
  VSL_CHOICE_NO
} VslChoice;

/* What can be chosen; a struct of zeros chooses nothing. */
typedef struct
{
  const char * const *categories; /* names; NULL: the site's default for a new piece, else as there */
  VslChoice           sticky;     /* kept on top of the front page */
  VslChoice           comments;   /* whether readers may comment */
  const char         *password;   /* that readers need; NULL: as it is, empty: none */
  const char         *author;     /* a name or user name there; NULL: by the byline, if the site's
                                     settings say so, else as it is */
  gboolean            or_pending; /* put for review when this user may not publish */
} VslPlacementValues;

#define VSL_TYPE_PLACEMENT (vsl_placement_get_type ())
G_DECLARE_FINAL_TYPE (VslPlacement, vsl_placement, VSL, PLACEMENT, GObject)

VslPlacement       *vsl_placement_new            (const VslPlacementValues *values) G_GNUC_WARN_UNUSED_RESULT;
VslPlacement       *vsl_placement_new_from_json  (const char               *text) G_GNUC_WARN_UNUSED_RESULT;
char               *vsl_placement_to_json        (VslPlacement             *self) G_GNUC_WARN_UNUSED_RESULT;
const char * const *vsl_placement_get_categories (VslPlacement             *self);
VslChoice           vsl_placement_get_sticky     (VslPlacement             *self);
VslChoice           vsl_placement_get_comments   (VslPlacement             *self);
const char         *vsl_placement_get_password   (VslPlacement             *self);
const char         *vsl_placement_get_author     (VslPlacement             *self);
gboolean            vsl_placement_get_or_pending (VslPlacement             *self);

G_END_DECLS
