/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "cms/vsl-credentials.h"
#include "cms-await.h"

#include <string.h>

/* Run with a keyring (tests/support/keyring.sh) and without a bus; EXPECT tells which it is. */

static VslCredentialsPlace
store (VslCredentials *credentials,
       const char     *site,
       const char     *password)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  VslCredentialsPlace place = VSL_CREDENTIALS_MEMORY;

  vsl_credentials_store_async (credentials, site, "Proef", password, NULL, await_cb, &result);
  g_assert_true (vsl_credentials_store_finish (credentials, await_result (&result), &place, &error));
  g_assert_no_error (error);

  return place;
}

static void
assert_kept (VslCredentials *credentials,
             const char     *site,
             const char     *expected)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  char *password;

  vsl_credentials_lookup_async (credentials, site, NULL, await_cb, &result);
  password = vsl_credentials_lookup_finish (credentials, await_result (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (password, ==, expected);
  vsl_credentials_wipe (password);
}

static void
forget (VslCredentials *credentials,
        const char     *site)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  vsl_credentials_forget_async (credentials, site, NULL, await_cb, &result);
  g_assert_true (vsl_credentials_forget_finish (credentials, await_result (&result), &error));
  g_assert_no_error (error);
}

static void
test_memory (void)
{
  g_autoptr(VslCredentials) credentials = vsl_credentials_new (FALSE);

  assert_kept (credentials, "blad", NULL);
  g_assert_cmpint (store (credentials, "blad", "één twee"), ==, VSL_CREDENTIALS_MEMORY);
  assert_kept (credentials, "blad", "één twee");
  vsl_credentials_remember (credentials, "blad", "drie");
  assert_kept (credentials, "blad", "drie");
  assert_kept (credentials, "ander", NULL);
  vsl_credentials_remember (credentials, "blad", NULL);
  assert_kept (credentials, "blad", NULL);
  g_assert_finalize_object (g_steal_pointer (&credentials));
}

static void
test_service (void)
{
  gboolean keyring = g_strcmp0 (g_getenv ("EXPECT"), "keyring") == 0;
  g_autoptr(VslCredentials) credentials = vsl_credentials_new (TRUE);
  g_autoptr(VslCredentials) later = vsl_credentials_new (TRUE);

  assert_kept (credentials, "blad", NULL);
  g_assert_cmpint (store (credentials, "blad", "abcd efgh"), ==,
                   keyring ? VSL_CREDENTIALS_SECRET_SERVICE : VSL_CREDENTIALS_MEMORY);
  assert_kept (credentials, "blad", "abcd efgh");
  assert_kept (credentials, "ander", NULL);

  /* Only the keyring remembers it for another run. */
  assert_kept (later, "blad", keyring ? "abcd efgh" : NULL);
  g_assert_cmpint (store (later, "blad", "nieuw"), ==,
                   keyring ? VSL_CREDENTIALS_SECRET_SERVICE : VSL_CREDENTIALS_MEMORY);
  assert_kept (later, "blad", "nieuw");

  /* What is typed for this run goes before what is kept. */
  vsl_credentials_remember (later, "blad", "voor nu");
  assert_kept (later, "blad", "voor nu");
  forget (later, "blad");
  assert_kept (later, "blad", NULL);
  forget (later, "blad");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/credentials/memory", test_memory);
  g_test_add_func ("/credentials/service", test_service);

  return g_test_run ();
}
