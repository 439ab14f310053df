/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "desk/vsl-publish-run.h"

G_BEGIN_DECLS

#define VSL_TYPE_PUBLISHER (vsl_publisher_get_type ())
G_DECLARE_FINAL_TYPE (VslPublisher, vsl_publisher, VSL, PUBLISHER, GObject)

VslPublisher   *vsl_publisher_new              (VslStore                    *store,
                                                VslCredentials              *credentials,
                                                const char                  *data_dir,
                                                VslClock                     clock,
                                                gpointer                     clock_data) G_GNUC_WARN_UNUSED_RESULT;
void            vsl_publisher_set_lookup       (VslPublisher                *self,
                                                VslDocumentLookup            lookup,
                                                gpointer                     owner);
void            vsl_publisher_set_look_ms      (VslPublisher                *self,
                                                guint                        look_ms);
void            vsl_publisher_set_chance       (VslPublisher                *self,
                                                VslChance                    chance,
                                                gpointer                     chance_data);
VslPublication *vsl_publisher_publish          (VslPublisher                *self,
                                                const char                  *article_id,
                                                VslSite                     *site,
                                                const VslPublicationOptions *options) G_GNUC_WARN_UNUSED_RESULT;
VslPublication *vsl_publisher_resume           (VslPublisher                *self,
                                                VslOutboxRow                *row,
                                                VslSite                     *site) G_GNUC_WARN_UNUSED_RESULT;
VslPublication *vsl_publisher_see              (VslPublisher                *self,
                                                VslOutboxRow                *row,
                                                VslSite                     *site) G_GNUC_WARN_UNUSED_RESULT;
gboolean        vsl_publisher_is_looking       (VslPublisher                *self,
                                                const char                  *article_id,
                                                const char                  *site);
void            vsl_publisher_reset            (VslPublisher                *self);
VslPublication *vsl_publisher_find_running     (VslPublisher                *self,
                                                const char                  *article_id,
                                                const char                  *site);
gboolean        vsl_publisher_is_busy          (VslPublisher                *self,
                                                const char                  *site);
void            vsl_publisher_close_async      (VslPublisher                *self,
                                                GAsyncReadyCallback          callback,
                                                gpointer                     user_data);
void            vsl_publisher_close_finish     (VslPublisher                *self,
                                                GAsyncResult                *result);

G_END_DECLS
