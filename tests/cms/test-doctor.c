/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "cms/vsl-doctor-judge.h"
#include "cms/vsl-doctor.h"
#include "cms-await.h"
#include "fault-server.h"

#include <string.h>

#define NOW G_GINT64_CONSTANT (1795435200) /* Mon, 23 Nov 2026 12:00:00 GMT */
#define ON_TIME "Mon, 23 Nov 2026 12:00:10 GMT"
#define LATE "Mon, 23 Nov 2026 12:10:00 GMT"
#define MINUTE "Mon, 23 Nov 2026 12:01:20 GMT"
#define PAGE "<!doctype html>"
#define NO_POST "{\"code\":\"rest_post_invalid_id\",\"message\":\"Invalid post ID.\",\"data\":{\"status\":404}}"
#define FULL (MAY_PUBLISH | MAY_UPLOAD | MAY_TERMS)

enum
{
  MAY_PUBLISH = 1,
  MAY_UPLOAD = 2,
  MAY_TERMS = 4
};

/* What was found, and the result of address, tls, api, credentials, publish, upload, terms, limits and
 * clock, a letter each: ok, warning, failure, skipped. */
static const struct
{
  const char *name;
  VslBrand brand;
  guint status;       /* of the front page; 0 for an error */
  const char *date;
  const char *location;
  int front_code;     /* of the error */
  VslCredentialsOutcome password;
  int connect_code;   /* 0: connected */
  guint rights;
  guint probe_status; /* 0 for none */
  const char *probe;
  const char *expected;
  const char *remedy; /* (nullable) in one of the remedies */
} cases[] = {
  { "all-right", VSL_BRAND_WORDPRESS, 200, ON_TIME, NULL, 0, VSL_CREDENTIALS_FOUND, 0, FULL, 404,
    NO_POST, "ooooooooo", NULL },
  { "no-host", VSL_BRAND_WORDPRESS, 0, NULL, NULL, VSL_CMS_ERROR_ADDRESS, VSL_CREDENTIALS_FOUND, 0, 0,
    0, NULL, "fssssssss", "browser" },
  { "offline", VSL_BRAND_GHOST, 0, NULL, NULL, VSL_CMS_ERROR_BUSY, VSL_CREDENTIALS_FOUND, 0, 0, 0, NULL,
    "fssssssss", "browser" },
  { "certificate", VSL_BRAND_GHOST, 0, NULL, NULL, VSL_CMS_ERROR_TLS, VSL_CREDENTIALS_FOUND, 0, 0, 0,
    NULL, "ofsssssss", "renew the certificate" },
  { "moved", VSL_BRAND_WORDPRESS, 301, ON_TIME, "https://elders.example/", 0, VSL_CREDENTIALS_FOUND, 0,
    FULL, 404, NO_POST, "fsssssssO", "other address" },
  { "moved-within", VSL_BRAND_WORDPRESS, 301, ON_TIME, "/nieuws/", 0, VSL_CREDENTIALS_FOUND, 0, FULL,
    404, NO_POST, "ooooooooo", NULL },
  { "no-api", VSL_BRAND_WORDPRESS, 200, ON_TIME, NULL, 0, VSL_CREDENTIALS_FOUND,
    VSL_CMS_ERROR_NOT_A_SITE, 0, 0, NULL, "oofssssso", "permalinks" },
  { "no-ghost", VSL_BRAND_GHOST, 200, ON_TIME, NULL, 0, VSL_CREDENTIALS_FOUND,
    VSL_CMS_ERROR_NOT_A_SITE, 0, 0, NULL, "oofssssso", "/ghost/api/admin/" },
  { "not-accepted", VSL_BRAND_WORDPRESS, 200, ON_TIME, NULL, 0, VSL_CREDENTIALS_FOUND,
    VSL_CMS_ERROR_AUTH, 0, 0, NULL, "ooofsssso", "CGIPassAuth" },
  { "key-by-clock", VSL_BRAND_GHOST, 200, LATE, NULL, 0, VSL_CREDENTIALS_FOUND, VSL_CMS_ERROR_AUTH, 0,
    0, NULL, "ooofssssf", "Admin API key" },
  { "no-password", VSL_BRAND_WORDPRESS, 200, ON_TIME, NULL, 0, VSL_CREDENTIALS_NOT_FOUND,
    VSL_CMS_ERROR_AUTH, 0, 0, NULL, "ooofsssso", "Connect the site again" },
  { "locked", VSL_BRAND_WORDPRESS, 200, ON_TIME, NULL, 0, VSL_CREDENTIALS_LOCKED, VSL_CMS_ERROR_AUTH,
    0, 0, NULL, "ooofsssso", NULL },
  { "reader", VSL_BRAND_WORDPRESS, 200, ON_TIME, NULL, 0, VSL_CREDENTIALS_FOUND,
    VSL_CMS_ERROR_FORBIDDEN, 0, 0, NULL, "oooofssso", "role of author" },
  { "contributor", VSL_BRAND_WORDPRESS, 200, ON_TIME, NULL, 0, VSL_CREDENTIALS_FOUND, 0, MAY_TERMS, 404,
    NO_POST, "oooowwooo", "role of author" },
  { "no-terms", VSL_BRAND_WORDPRESS, 200, ON_TIME, NULL, 0, VSL_CREDENTIALS_FOUND, 0,
    MAY_PUBLISH | MAY_UPLOAD, 404, NO_POST, "oooooowoo", "make tags" },
  { "too-large", VSL_BRAND_WORDPRESS, 200, ON_TIME, NULL, 0, VSL_CREDENTIALS_FOUND, 0, FULL, 413, PAGE,
    "ooooooofo", "client_max_body_size" },
  { "firewall", VSL_BRAND_WORDPRESS, 200, ON_TIME, NULL, 0, VSL_CREDENTIALS_FOUND, 0, FULL, 403, PAGE,
    "ooooooofo", "ModSecurity" },
  { "no-probe", VSL_BRAND_WORDPRESS, 200, ON_TIME, NULL, 0, VSL_CREDENTIALS_FOUND, 0, FULL, 0, NULL,
    "ooooooowo", "firewall" },
  { "minute", VSL_BRAND_GHOST, 200, MINUTE, NULL, 0, VSL_CREDENTIALS_FOUND, 0, FULL, 404, "{}",
    "oooooooow", "NTP" },
  { "late", VSL_BRAND_WORDPRESS, 200, LATE, NULL, 0, VSL_CREDENTIALS_FOUND, 0, FULL, 404, NO_POST,
    "oooooooow", "NTP" },
  { "no-date", VSL_BRAND_WORDPRESS, 200, NULL, NULL, 0, VSL_CREDENTIALS_FOUND, 0, FULL, 404, NO_POST,
    "ooooooooo", NULL },
};

static VslHttpReply *
make_reply (guint       status,
            const char *date,
            const char *location,
            const char *body)
{
  g_autoptr(GUri) uri = g_uri_parse ("https://blad.example/", SOUP_HTTP_URI_FLAGS, NULL);
  g_autoptr(GBytes) bytes = g_bytes_new (body, strlen (body));
  SoupMessageHeaders *headers = soup_message_headers_new (SOUP_MESSAGE_HEADERS_RESPONSE);
  VslHttpReply *reply;

  if (date != NULL)
    soup_message_headers_append (headers, "Date", date);
  if (location != NULL)
    soup_message_headers_append (headers, "Location", location);
  reply = vsl_http_reply_new (status, uri, headers, bytes, FALSE);
  soup_message_headers_unref (headers);

  return reply;
}

static VslDoctorFacts *
make_facts (guint i)
{
  VslDoctorFacts *facts = g_new0 (VslDoctorFacts, 1);

  facts->site = vsl_site_new ("blad", cases[i].brand, "https://blad.example/", "sanne", NULL, NULL);
  facts->now = NOW;
  facts->password = cases[i].password;
  if (cases[i].status == 0)
    facts->front_error = g_error_new (VSL_CMS_ERROR, cases[i].front_code, "Zo is het.");
  else
    facts->front = make_reply (cases[i].status, cases[i].date, cases[i].location, PAGE);
  if (cases[i].connect_code != 0)
    {
      facts->connect_error = g_error_new (VSL_CMS_ERROR, cases[i].connect_code, "Zo is het.");
    }
  else if (facts->front != NULL)
    {
      facts->about = vsl_cms_about_new ();
      facts->about->may_publish = (cases[i].rights & MAY_PUBLISH) != 0;
      facts->about->may_upload = (cases[i].rights & MAY_UPLOAD) != 0;
      facts->about->may_create_terms = (cases[i].rights & MAY_TERMS) != 0;
    }
  if (cases[i].probe_status != 0)
    facts->probe = make_reply (cases[i].probe_status, NULL, NULL, cases[i].probe);

  return facts;
}

static void
check_steps (GPtrArray  *steps,
             const char *expected,
             const char *remedy)
{
  static const char * const order[] = { "address", "tls", "api", "credentials", "publish", "upload",
                                        "terms", "limits", "clock" };
  static const char letters[] = "owfs";
  g_autoptr(GString) found = g_string_new (NULL);
  g_autofree char *wanted = g_ascii_strdown (expected, -1);
  gboolean has_remedy = remedy == NULL;
  guint i;

  g_assert_cmpuint (steps->len, ==, G_N_ELEMENTS (order));
  for (i = 0; i < steps->len; i++)
    {
      VslDiagnosis *step = steps->pdata[i];
      VslDiagnosisResult result = vsl_diagnosis_get_result (step);
      const char *text = vsl_diagnosis_get_remedy (step);

      g_assert_cmpstr (vsl_diagnosis_get_step (step), ==, order[i]);
      g_assert_cmpstr (vsl_diagnosis_get_seen (step), !=, "");
      g_string_append_c (found, letters[result]);
      /* What is wrong can be mended, and what is right needs nothing. */
      g_assert_cmpint (text != NULL, ==,
                       result == VSL_DIAGNOSIS_WARNING || result == VSL_DIAGNOSIS_FAILURE);
      has_remedy = has_remedy || (text != NULL && strstr (text, remedy) != NULL);
    }
  g_assert_cmpstr (found->str, ==, wanted);
  g_assert_true (has_remedy);
}

static void
test_judge (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr(VslDoctorFacts) facts = make_facts (i);
  g_autoptr(GPtrArray) steps = vsl_doctor_judge (facts);

  check_steps (steps, cases[i].expected, cases[i].remedy);
}

static GPtrArray *
examine (VslSite *site)
{
  g_autofree char *root = g_dir_make_tmp ("verslag-doctor-XXXXXX", NULL);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GPtrArray *steps;

  vsl_doctor_examine_async (site, NULL, VSL_CREDENTIALS_NOT_FOUND, root, NULL, await_cb, &result);
  await_result (&result);
  steps = vsl_doctor_examine_finish (result, &error);
  g_assert_no_error (error);

  return steps;
}

static void
test_folder (void)
{
  g_autoptr(VslSite) site = vsl_site_new ("blad", VSL_BRAND_FOLDER, NULL, NULL, NULL, NULL);
  g_autoptr(VslSite) wrong = vsl_site_new ("blad", VSL_BRAND_FOLDER, "niet/absoluut", NULL, NULL, NULL);
  g_autoptr(GPtrArray) steps = examine (site);
  g_autoptr(GPtrArray) failed = examine (wrong);

  check_steps (steps, "ooooooooo", NULL);
  check_steps (failed, "fssssssss", "another folder");
}

/* Nothing listens there. */
static void
test_refused (void)
{
  g_autoptr(VslSite) site = vsl_site_new ("blad", VSL_BRAND_WORDPRESS, "http://127.0.0.1:1/", "s", NULL, NULL);
  g_autoptr(VslSite) plain = vsl_site_new ("blad", VSL_BRAND_WORDPRESS, "http://blad.example/", "s", NULL, NULL);
  g_autoptr(GPtrArray) steps = examine (site);
  g_autoptr(GPtrArray) insecure = examine (plain);

  check_steps (steps, "fssssssss", "browser");
  check_steps (insecure, "fssssssss", "address bar");
}

/* The password of a site is not sent to where its address leads. */
static void
test_elsewhere (void)
{
  const Fault away[] = {
    { FAULT_REPLY, "HTTP/1.1 301 Moved\r\nLocation: https://elders.example/\r\nContent-Length: 0\r\n\r\n", 0 },
    { FAULT_REPLY, "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n", 0 },
    { FAULT_REPLY, "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n", 0 },
    { FAULT_REPLY, "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n", 0 },
    { FAULT_REPLY, "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n", 0 },
  };
  g_autoptr(FaultServer) server = fault_server_new (away, G_N_ELEMENTS (away));
  g_autoptr(VslSite) site = vsl_site_new ("blad", VSL_BRAND_WORDPRESS, fault_server_get_url (server), "s",
                                          NULL, NULL);
  g_autoptr(GPtrArray) steps = examine (site);

  g_assert_cmpint (vsl_diagnosis_get_result (steps->pdata[0]), ==, VSL_DIAGNOSIS_FAILURE);
  g_assert_nonnull (strstr (vsl_diagnosis_get_seen (steps->pdata[0]), "https://elders.example/"));
}

int
main (int   argc,
      char *argv[])
{
  guint i;

  g_test_init (&argc, &argv, NULL);

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/doctor/judge/", cases[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_judge);
    }
  g_test_add_func ("/doctor/folder", test_folder);
  g_test_add_func ("/doctor/refused", test_refused);
  g_test_add_func ("/doctor/elsewhere", test_elsewhere);

  return g_test_run ();
}
