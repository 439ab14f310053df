/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "cms/vsl-cms.h"
#include "cms/vsl-credentials.h"
#include "cms/vsl-wordpress-authorize.h"
#include "cms-await.h"

#include <string.h>

/* Against the real WordPress that the environment names (tests/support/with-wordpress.sh), with a
 * person in a browser (tests/support/say-yes.py). */

static void
open_as (const char *url,
         const char *says)
{
  g_autofree char *script = g_test_build_filename (G_TEST_DIST, "support", "say-yes.py", NULL);
  g_autofree char *password = g_strconcat (g_getenv ("WP_EDITOR_USER"), "-pass", NULL);
  g_autoptr(GSubprocess) browser = NULL;
  g_autoptr(GError) error = NULL;

  g_test_message ("%s", url);
  browser = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE, &error, "/usr/bin/python3", script, url,
                              g_getenv ("WP_EDITOR_USER"), password, says, NULL);
  g_assert_no_error (error);
}

static void
say_yes (const char *url,
         gpointer    data)
{
  open_as (url, "yes");
}

static void
say_no (const char *url,
        gpointer    data)
{
  open_as (url, "no");
}

static void
say_nothing (const char *url,
             gpointer    data)
{
}

static char *
authorize (const char        *name,
           guint              seconds,
           VslOpenInBrowser   open,
           char             **user,
           GError           **error)
{
  g_autofree char *page = g_strconcat (g_getenv ("WP_URL"), "/?p=1", NULL);
  g_autoptr(GAsyncResult) result = NULL;

  vsl_wordpress_authorize_async (page, name, seconds, open, NULL, NULL, await_cb, &result);
  await_result (&result);

  return vsl_wordpress_authorize_finish (result, user, error);
}

/* What the browser brings opens the site; and a second time under another name too. */
static void
test_yes (void)
{
  static const char * const names[] = { "Verslag op proef & <co>, 1", "Verslag op proef & <co>, 2" };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *user = NULL;
      char *password = authorize (names[i], 30, say_yes, &user, &error);
      g_autoptr(VslSite) site = NULL;
      g_autoptr(VslCms) cms = NULL;
      g_autoptr(VslCmsAbout) about = NULL;

      g_assert_no_error (error);
      g_assert_cmpstr (user, ==, g_getenv ("WP_EDITOR_USER"));
      site = vsl_site_new ("proef", VSL_BRAND_WORDPRESS, g_getenv ("WP_URL"), user, NULL, NULL);
      cms = vsl_cms_new (site, password, NULL, &error);
      about = await_connect (cms, &error);
      g_assert_no_error (error);
      g_assert_true (about->may_publish);
      vsl_credentials_wipe (password);
    }
}

static void
test_no (void)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *user = NULL;
  char *password = authorize ("Verslag, nee", 30, say_no, &user, &error);

  g_assert_null (password);
  g_assert_error (error, VSL_CMS_ERROR, VSL_CMS_ERROR_AUTH);
}

static void
test_silence (void)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *user = NULL;
  char *password = authorize ("Verslag, stil", 1, say_nothing, &user, &error);

  g_assert_null (password);
  g_assert_error (error, VSL_CMS_ERROR, VSL_CMS_ERROR_AUTH);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/authorize/yes", test_yes);
  g_test_add_func ("/authorize/no", test_no);
  g_test_add_func ("/authorize/silence", test_silence);

  return g_test_run ();
}
