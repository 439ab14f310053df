/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-article.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define VSL_TYPE_RESCUE (vsl_rescue_get_type ())
G_DECLARE_FINAL_TYPE (VslRescue, vsl_rescue, VSL, RESCUE, GObject)

VslRescue  *vsl_rescue_new       (const char  *data_dir) G_GNUC_WARN_UNUSED_RESULT;
char       *vsl_rescue_write     (VslRescue   *self,
                                  VslArticle  *article,
                                  GError     **error) G_GNUC_WARN_UNUSED_RESULT;
void        vsl_rescue_remove    (VslRescue   *self,
                                  const char  *id);
char      **vsl_rescue_list      (VslRescue   *self) G_GNUC_WARN_UNUSED_RESULT;
VslArticle *vsl_rescue_read      (VslRescue   *self,
                                  const char  *id,
                                  VslArticle  *base,
                                  GError     **error) G_GNUC_WARN_UNUSED_RESULT;

/* Debates, as files of vsl-debate-copy.h. */
char       *vsl_rescue_write_debate  (VslRescue   *self,
                                      const char  *id,
                                      GBytes      *bytes,
                                      GError     **error) G_GNUC_WARN_UNUSED_RESULT;
void        vsl_rescue_remove_debate (VslRescue   *self,
                                      const char  *id);
char      **vsl_rescue_list_debates  (VslRescue   *self) G_GNUC_WARN_UNUSED_RESULT;
GBytes     *vsl_rescue_read_debate   (VslRescue   *self,
                                      const char  *id) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
