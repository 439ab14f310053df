/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "cms/vsl-cms.h"

#include <json-glib/json-glib.h>

/* The real WordPress that the environment names (tests/support/with-wordpress.sh), past our own
 * client: as its administrator. */

const char *setting           (const char    *name);
JsonNode   *look              (const char    *route_and_query);
JsonNode   *tell              (const char    *route_and_query,
                               const char    *json);
void        edit_as_colleague (VslRemoteCopy *copy,
                               const char    *json);
/* The id of a new picture of one pixel. */
gint64      add_picture       (const char    *name);
