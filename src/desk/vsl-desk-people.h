/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-contact.h"
#include "core/vsl-organisation.h"
#include "desk/vsl-desk.h"

G_BEGIN_DECLS

/* The directory: everybody who took part in an article or a debate, and who was written into it. A
 * GListModel of VslContact, by family name; the same object for life. Each call reads it again, in
 * the background. */
GListModel      *vsl_desk_get_people        (VslDesk          *self);

/* These wait for the disk. */
GPtrArray       *vsl_desk_list_people       (VslDesk          *self,
                                             GError          **error) G_GNUC_WARN_UNUSED_RESULT;
/* By id, by the beginning of one, or by name; %VSL_DESK_ERROR_NOT_FOUND */
VslContact      *vsl_desk_find_person       (VslDesk          *self,
                                             const char       *id_or_name,
                                             GError          **error) G_GNUC_WARN_UNUSED_RESULT;
VslContact      *vsl_desk_save_person       (VslDesk          *self,
                                             VslContact       *contact,
                                             GError          **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean         vsl_desk_merge_people      (VslDesk          *self,
                                             const char       *keep_id,
                                             const char       *gone_id,
                                             GError          **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean         vsl_desk_delete_person     (VslDesk          *self,
                                             const char       *id,
                                             GError          **error) G_GNUC_WARN_UNUSED_RESULT;
/* `debate` or `article`, an id and a name for each, one after the other. */
char           **vsl_desk_list_appearances  (VslDesk          *self,
                                             const char       *id,
                                             GError          **error) G_GNUC_WARN_UNUSED_RESULT;
/* People who may be the same as @contact: for a person to decide. */
GPtrArray       *vsl_desk_find_likely_same  (GPtrArray        *people,
                                             VslContact       *contact) G_GNUC_WARN_UNUSED_RESULT;

/* What is past its delete-after date: `person` or `transcript`, an id and a name for each. */
char           **vsl_desk_list_overdue      (VslDesk          *self,
                                             GError          **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean         vsl_desk_delete_overdue    (VslDesk          *self,
                                             GError          **error) G_GNUC_WARN_UNUSED_RESULT;

GPtrArray       *vsl_desk_list_organisations (VslDesk         *self,
                                             GError          **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean         vsl_desk_save_organisation (VslDesk          *self,
                                             VslOrganisation  *organisation,
                                             GError          **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
