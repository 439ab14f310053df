/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-site.h"

G_BEGIN_DECLS

/* The keys of the settings of a site; see vsl_site_get_setting(). */
#define VSL_SITE_CATEGORY "category" /* of a new piece, when none is chosen; several with commas */
#define VSL_SITE_BYLINE   "byline"   /* a name of VslBylinePlace */
#define VSL_SITE_CREDIT   "credit"   /* a name of VslCreditPlace */
#define VSL_SITE_COMMENTS "comments" /* of a new piece: open, closed; without it as the site does */
#define VSL_SITE_CANONICAL "canonical" /* of a WordPress: line, none; whether an article says where it stood first */
#define VSL_SITE_TIMEZONE "timezone" /* what the site said: Europe/Amsterdam, +01:00 */
#define VSL_SITE_BLOCKS   "blocks"   /* names of the checks that keep a piece from readers, with commas;
                                       without it as they come, none: no check does */
#define VSL_SITE_OFFERS   "offers"   /* what the site said it has: names of both, with commas */
#define VSL_SITE_MAY      "may"      /* what the user may there: publish, upload, terms, with commas */
#define VSL_SITE_EDGE     "picture-edge" /* the longest side of a picture that is sent, in pixels */
#define VSL_SITE_TITLE    "title"    /* of a folder: what the publication is called on its pages */
#define VSL_SITE_BASE_URL "base-url" /* of a folder: where its pages will stand, for feed and sitemap */

#define VSL_SITE_SMALLEST_EDGE 640
#define VSL_SITE_LARGEST_EDGE  20000

/* Where the byline goes. */
typedef enum
{
  VSL_BYLINE_TEXT,        /* a line in the text */
  VSL_BYLINE_AUTHOR,      /* the author of the piece, a user of the site */
  VSL_BYLINE_CO_AUTHORS,  /* Co-Authors Plus */
  VSL_BYLINE_PUBLISHPRESS,/* PublishPress Authors */
  VSL_BYLINE_NEWSPACK,    /* the byline of Newspack */
  VSL_N_BYLINES
} VslBylinePlace;

/* Where the credit of the picture goes. */
typedef enum
{
  VSL_CREDIT_TEXT,     /* a line in the text */
  VSL_CREDIT_NEWSPACK, /* the credit that Newspack keeps with a picture */
  VSL_CREDIT_CAPTION,  /* the caption of the picture */
  VSL_N_CREDITS
} VslCreditPlace;

const char     *vsl_byline_place_get_name    (VslBylinePlace   place);
gboolean        vsl_byline_place_from_name   (const char      *name,
                                              VslBylinePlace  *place) G_GNUC_WARN_UNUSED_RESULT;
const char     *vsl_credit_place_get_name    (VslCreditPlace   place);
gboolean        vsl_credit_place_from_name   (const char      *name,
                                              VslCreditPlace  *place) G_GNUC_WARN_UNUSED_RESULT;
VslBylinePlace  vsl_site_get_byline_place    (VslSite         *site);
VslCreditPlace  vsl_site_get_credit_place    (VslSite         *site);
char          **vsl_site_dup_categories      (VslSite         *site) G_GNUC_WARN_UNUSED_RESULT;
gboolean        vsl_site_offers              (VslSite         *site,
                                              const char      *name);

G_END_DECLS
