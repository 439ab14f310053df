/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Where a password is kept after vsl_credentials_store_async(). */
typedef enum
{
  VSL_CREDENTIALS_SECRET_SERVICE,
  VSL_CREDENTIALS_MEMORY /* no Secret Service answers: kept for this run only */
} VslCredentialsPlace;

/* How looking for a password ended. */
typedef enum
{
  VSL_CREDENTIALS_FOUND,
  VSL_CREDENTIALS_NOT_FOUND,  /* there is a keyring, and it has nothing for this site */
  VSL_CREDENTIALS_NO_SERVICE, /* there is no keyring, and nothing is in memory */
  VSL_CREDENTIALS_LOCKED
} VslCredentialsOutcome;

#define VSL_TYPE_CREDENTIALS (vsl_credentials_get_type ())
G_DECLARE_FINAL_TYPE (VslCredentials, vsl_credentials, VSL, CREDENTIALS, GObject)

VslCredentials *vsl_credentials_new            (gboolean              use_secret_service) G_GNUC_WARN_UNUSED_RESULT;
void            vsl_credentials_remember       (VslCredentials       *self,
                                                const char           *site,
                                                const char           *password);
void            vsl_credentials_store_async    (VslCredentials       *self,
                                                const char           *site,
                                                const char           *label,
                                                const char           *password,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
gboolean        vsl_credentials_store_finish   (VslCredentials       *self,
                                                GAsyncResult         *result,
                                                VslCredentialsPlace  *place,
                                                GError              **error) G_GNUC_WARN_UNUSED_RESULT;
/* NULL without error: nothing is kept for @site. Free with vsl_credentials_wipe(). */
void            vsl_credentials_lookup_async   (VslCredentials       *self,
                                                const char           *site,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
char           *vsl_credentials_lookup_finish  (VslCredentials       *self,
                                                GAsyncResult         *result,
                                                GError              **error) G_GNUC_WARN_UNUSED_RESULT;
VslCredentialsOutcome vsl_credentials_lookup_get_outcome (GAsyncResult *result);
const char     *vsl_credentials_outcome_get_sentence (VslCredentialsOutcome outcome);
void            vsl_credentials_forget_async   (VslCredentials       *self,
                                                const char           *site,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
gboolean        vsl_credentials_forget_finish  (VslCredentials       *self,
                                                GAsyncResult         *result,
                                                GError              **error) G_GNUC_WARN_UNUSED_RESULT;
void            vsl_credentials_wipe           (char                 *password);

G_END_DECLS
