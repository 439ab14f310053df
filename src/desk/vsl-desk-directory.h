/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-contact.h"
#include "core/vsl-organisation.h"
#include "desk/vsl-desk.h"

G_BEGIN_DECLS

/* Changing and reading the directory without waiting for the disk. Main thread; what has begun is
 * done, whoever lets go of the answer. vsl_desk_get_people() follows by itself. */
void        vsl_desk_save_person_async         (VslDesk             *self,
                                                VslContact          *contact,
                                                GAsyncReadyCallback  callback,
                                                gpointer             user_data);
VslContact *vsl_desk_save_person_finish        (VslDesk             *self,
                                                GAsyncResult        *result,
                                                GError             **error) G_GNUC_WARN_UNUSED_RESULT;
void        vsl_desk_merge_people_async        (VslDesk             *self,
                                                const char          *keep_id,
                                                const char          *gone_id,
                                                GAsyncReadyCallback  callback,
                                                gpointer             user_data);
gboolean    vsl_desk_merge_people_finish       (VslDesk             *self,
                                                GAsyncResult        *result,
                                                GError             **error) G_GNUC_WARN_UNUSED_RESULT;
void        vsl_desk_delete_person_async       (VslDesk             *self,
                                                const char          *id,
                                                GAsyncReadyCallback  callback,
                                                gpointer             user_data);
gboolean    vsl_desk_delete_person_finish      (VslDesk             *self,
                                                GAsyncResult        *result,
                                                GError             **error) G_GNUC_WARN_UNUSED_RESULT;
void        vsl_desk_load_appearances_async    (VslDesk             *self,
                                                const char          *id,
                                                GAsyncReadyCallback  callback,
                                                gpointer             user_data);
char      **vsl_desk_load_appearances_finish   (VslDesk             *self,
                                                GAsyncResult        *result,
                                                GError             **error) G_GNUC_WARN_UNUSED_RESULT;
void        vsl_desk_load_organisations_async  (VslDesk             *self,
                                                GAsyncReadyCallback  callback,
                                                gpointer             user_data);
GPtrArray  *vsl_desk_load_organisations_finish (VslDesk             *self,
                                                GAsyncResult        *result,
                                                GError             **error) G_GNUC_WARN_UNUSED_RESULT;
void        vsl_desk_replace_organisation_async (VslDesk             *self,
                                                 VslOrganisation     *before,
                                                 VslOrganisation     *after,
                                                 GAsyncReadyCallback  callback,
                                                 gpointer             user_data);
gboolean    vsl_desk_replace_organisation_finish (VslDesk            *self,
                                                 GAsyncResult        *result,
                                                 GError             **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
