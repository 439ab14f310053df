/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "store/vsl-store.h"

G_BEGIN_DECLS

VslArticle *vsl_mirror_pictures_place (VslStore   *store,
                                       const char *copies,
                                       VslArticle *article) G_GNUC_WARN_UNUSED_RESULT;
void        vsl_mirror_pictures_drop  (VslStore   *store,
                                       const char *copies);

G_END_DECLS
