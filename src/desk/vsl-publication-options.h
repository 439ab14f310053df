/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-placement.h"
#include "core/vsl-vocabulary.h"

G_BEGIN_DECLS

/* What is asked for, once, for one article on one site. What is chosen once for all articles of a site
 * (the default category, where the byline and the credit go) are settings of the VslSite. It is kept
 * with the row of the outbox, so that it can be tried again by another process: whoever adds a member
 * adds it to the four functions below. */
typedef struct
{
  VslRemoteStatus as;           /* DRAFT, PENDING, PUBLISH, FUTURE, PRIVATE or TRASH; a DRAFT of what
                                   is published or scheduled takes it offline or off the schedule */
  gint64          at;           /* µs UTC, for FUTURE; else 0. Another moment reschedules */
  gboolean        create_terms; /* tags and categories that the site lacks may be made */
  VslPlacement   *placement;    /* (owned) (nullable) its categories, whether it is sticky, has comments,
                                   a password for readers, another author, and may be put for review
                                   when this user may not publish; NULL chooses nothing */
  gboolean        allow_shrink; /* the text may be empty, or a fifth of what it was: somebody said so */
  gboolean        overwrite;    /* what somebody else made of it there may be replaced: somebody said so */
  gboolean        no_canonical; /* does not point to the site on which it was published first */
} VslPublicationOptions;

void     vsl_publication_options_copy    (VslPublicationOptions       *self,
                                          const VslPublicationOptions *other);
void     vsl_publication_options_clear   (VslPublicationOptions       *self);
char    *vsl_publication_options_to_json (const VslPublicationOptions *self) G_GNUC_WARN_UNUSED_RESULT;
void     vsl_publication_options_read    (VslPublicationOptions       *self,
                                          const char                  *json);
gboolean vsl_publication_options_equal   (const VslPublicationOptions *a,
                                          const VslPublicationOptions *b) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VslPublicationOptions, vsl_publication_options_clear)

G_END_DECLS
