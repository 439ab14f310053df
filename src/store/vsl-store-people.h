/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-contact.h"
#include "core/vsl-organisation.h"
#include "store/vsl-store.h"

G_BEGIN_DECLS

/* The directory. As in vsl-store.h: any thread; the work is done in the store thread. */
gboolean    vsl_store_feed_people       (VslStore         *self,
                                         GError          **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray  *vsl_store_list_people       (VslStore         *self,
                                         GError          **error) G_GNUC_WARN_UNUSED_RESULT;
VslContact *vsl_store_save_person       (VslStore         *self,
                                         VslContact       *contact,
                                         GError          **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean    vsl_store_merge_people      (VslStore         *self,
                                         const char       *keep_id,
                                         const char       *gone_id,
                                         GError          **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean    vsl_store_delete_person     (VslStore         *self,
                                         const char       *id,
                                         GError          **error) G_GNUC_WARN_UNUSED_RESULT;
char      **vsl_store_list_appearances  (VslStore         *self,
                                         const char       *id,
                                         GError          **error) G_GNUC_WARN_UNUSED_RESULT;

/* What is past its date, and doing away with it. @today: whole date */
char      **vsl_store_list_overdue      (VslStore         *self,
                                         const char       *today,
                                         GError          **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean    vsl_store_delete_overdue    (VslStore         *self,
                                         const char       *today,
                                         GError          **error) G_GNUC_WARN_UNUSED_RESULT;

GPtrArray  *vsl_store_list_organisations (VslStore        *self,
                                         GError          **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean    vsl_store_save_organisation (VslStore         *self,
                                         VslOrganisation  *organisation,
                                         GError          **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean    vsl_store_replace_organisation (VslStore      *self,
                                         VslOrganisation  *before,
                                         VslOrganisation  *after,
                                         GError          **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
