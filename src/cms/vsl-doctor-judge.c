/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cms"

#include "config.h"

#include "cms/vsl-doctor-judge.h"

#include "cms/vsl-http-address.h"

#include <glib/gi18n.h>
#include <libsoup/soup.h>

/*
 * From what was found out of a site to what is wrong with it and who can mend that. A pure function.
 * The remedies are whole texts: most of what goes wrong only the web manager can change, who did not
 * see the screen.
 */

#define CLOCK_WARNING 60  /* seconds apart */
#define CLOCK_FAILURE 150 /* from here on Ghost refuses us */
#define FREE_WARNING (G_GUINT64_CONSTANT (100) * 1024 * 1024)

typedef struct
{
  VslDoctorFacts *facts;
  GPtrArray      *steps;   /* of VslDiagnosis */
  gboolean        failed;  /* what follows cannot be looked at */
} Judging;

/**
 * vsl_doctor_facts_free:
 * @self: (nullable): what was found out
 */
void
vsl_doctor_facts_free (VslDoctorFacts *self)
{
  if (self == NULL)
    return;

  g_clear_object (&self->site);
  g_clear_error (&self->address_error);
  g_clear_pointer (&self->front, vsl_http_reply_free);
  g_clear_error (&self->front_error);
  g_clear_pointer (&self->about, vsl_cms_about_free);
  g_clear_error (&self->connect_error);
  g_clear_pointer (&self->probe, vsl_http_reply_free);
  g_clear_error (&self->probe_error);
  g_free (self);
}

static void
tell (Judging            *judging,
      const char         *step,
      VslDiagnosisResult  result,
      const char         *seen,
      const char         *remedy)
{
  if (judging->failed)
    g_ptr_array_add (judging->steps,
                     vsl_diagnosis_new (step, VSL_DIAGNOSIS_SKIPPED,
                                        _("Not looked at, because an earlier step failed."), NULL));
  else
    g_ptr_array_add (judging->steps, vsl_diagnosis_new (step, result, seen, remedy));
}

/* After this one nothing else can be looked at. */
static void
fail (Judging    *judging,
      const char *step,
      const char *seen,
      const char *remedy)
{
  tell (judging, step, VSL_DIAGNOSIS_FAILURE, seen, remedy);
  judging->failed = TRUE;
}

static gboolean
is_tls (const GError *error)
{
  return g_error_matches (error, VSL_CMS_ERROR, VSL_CMS_ERROR_TLS);
}

/* A redirect to somewhere else: the credentials never go there by themselves. */
static char *
dup_elsewhere (VslHttpReply *reply)
{
  const char *location = reply != NULL ? vsl_http_reply_get_header (reply, "Location") : NULL;
  g_autoptr(GUri) target = NULL;

  if (location == NULL || !vsl_http_reply_is_redirect (reply))
    return NULL;
  target = g_uri_parse_relative (reply->uri, location, SOUP_HTTP_URI_FLAGS, NULL);
  if (target == NULL || vsl_http_address_is_same_site (reply->uri, target))
    return NULL;

  return g_uri_to_string (target);
}

static void
judge_address (Judging *judging)
{
  VslDoctorFacts *facts = judging->facts;
  g_autofree char *elsewhere = dup_elsewhere (facts->front);
  g_autofree char *seen = NULL;

  if (facts->address_error != NULL)
    {
      fail (judging, "address", facts->address_error->message,
            _("Change the address of the site: copy it from the address bar of the browser."));
    }
  else if (facts->front_error != NULL && !is_tls (facts->front_error))
    {
      fail (judging, "address", facts->front_error->message,
            _("Open the site in a browser on this computer. If it does not open there either, the "
              "site or the network is down, or the address is wrong. If it does open, ask who "
              "looks after the network whether other programs than browsers may go there."));
    }
  else if (elsewhere != NULL)
    {
      seen = g_strdup_printf (_("The address leads to another one: %s"), elsewhere);
      fail (judging, "address", seen,
            _("Use that other address for the site, if it is the site’s. Verslag does not go there "
              "by itself, because the password would go along."));
    }
  else
    {
      tell (judging, "address", VSL_DIAGNOSIS_OK, _("The site answers at this address."), NULL);
    }
}

static void
judge_tls (Judging *judging)
{
  VslDoctorFacts *facts = judging->facts;

  if (facts->front_error != NULL && is_tls (facts->front_error))
    fail (judging, "tls", facts->front_error->message,
          _("The certificate of the site is not in order, so nobody can be sure that this is the "
            "site. To the web manager: renew the certificate, serve the whole chain with the "
            "intermediate certificates, and let it name this host. Look also whether the clock of "
            "this computer is right. Verslag never goes on without a valid certificate."));
  else if (facts->front != NULL && vsl_http_address_is_loopback (facts->front->uri))
    tell (judging, "tls", VSL_DIAGNOSIS_OK,
          _("The site is on this computer; nobody else can listen in."), NULL);
  else
    tell (judging, "tls", VSL_DIAGNOSIS_OK, _("The connection is encrypted, and the certificate is "
                                              "valid."), NULL);
}

static gboolean
connect_failed_with (VslDoctorFacts *facts,
                     VslCmsError     code)
{
  return g_error_matches (facts->connect_error, VSL_CMS_ERROR, code);
}

static void
judge_api (Judging *judging)
{
  VslDoctorFacts *facts = judging->facts;
  gboolean ghost = vsl_site_get_brand (facts->site) == VSL_BRAND_GHOST;
  g_autofree char *seen = NULL;

  if (facts->connect_error != NULL && !connect_failed_with (facts, VSL_CMS_ERROR_AUTH) &&
      !connect_failed_with (facts, VSL_CMS_ERROR_FORBIDDEN))
    {
      fail (judging, "api", facts->connect_error->message,
            ghost ? _("To the web manager: programs reach Ghost below /ghost/api/admin/. Look whether "
                      "a proxy or a firewall in front of the site keeps that closed, and whether "
                      "“url” in Ghost’s configuration is the public address with https.")
                  : _("To the web manager: programs reach WordPress through its REST API, at "
                      "/wp-json/ or /?rest_route=/. Look whether a security plug-in or a rule of the "
                      "web server switches it off (in Wordfence, iThemes, “Disable REST API”, or a "
                      "rule for /wp-json), whether a plug-in prints warnings before its answers, "
                      "and save the permalinks once more under Settings."));
      return;
    }

  if (facts->about != NULL && facts->about->version != NULL)
    seen = g_strdup_printf (_("Found: %s, version %s."), ghost ? "Ghost" : "WordPress",
                            facts->about->version);
  else
    seen = g_strdup_printf (_("Found: %s."), ghost ? "Ghost" : "WordPress");
  tell (judging, "api", VSL_DIAGNOSIS_OK, seen, NULL);
}

static void
judge_credentials (Judging *judging)
{
  VslDoctorFacts *facts = judging->facts;
  gboolean ghost = vsl_site_get_brand (facts->site) == VSL_BRAND_GHOST;
  g_autofree char *seen = NULL;

  if (facts->password != VSL_CREDENTIALS_FOUND)
    {
      fail (judging, "credentials", vsl_credentials_outcome_get_sentence (facts->password),
            _("Connect the site again under Sites, or give the password with --password-file."));
    }
  else if (connect_failed_with (facts, VSL_CMS_ERROR_AUTH))
    {
      fail (judging, "credentials", facts->connect_error->message,
            ghost ? _("In Ghost’s settings, under Integrations, copy the Admin API key of the "
                      "integration once more, or make a new one, and connect the site again.")
                  : _("Three things can be wrong, and WordPress answers the same to all of them. One: "
                      "the application password is not right, or was revoked; make a new one under "
                      "Users › Profile and connect the site again. Two, to the web manager: a "
                      "security plug-in switched application passwords off. Three, to the web "
                      "manager: the web server does not pass on the Authorization header. With "
                      "Apache and PHP as CGI, add “CGIPassAuth On” or “SetEnvIf Authorization "
                      "\"(.*)\" HTTP_AUTHORIZATION=$1” to .htaccess; with nginx, pass "
                      "“fastcgi_param HTTP_AUTHORIZATION $http_authorization;”."));
    }
  else
    {
      if (facts->about != NULL && facts->about->user_name != NULL)
        seen = g_strdup_printf (_("The site knows us as %s."), facts->about->user_name);
      tell (judging, "credentials", VSL_DIAGNOSIS_OK,
            seen != NULL ? seen : _("The site accepts the key."), NULL);
    }
}

static void
judge_rights (Judging *judging)
{
  VslDoctorFacts *facts = judging->facts;
  VslCmsAbout *about = facts->about;

  if (connect_failed_with (facts, VSL_CMS_ERROR_FORBIDDEN))
    fail (judging, "publish", facts->connect_error->message,
          _("To the web manager: give this user the role of author or editor on the site."));
  else if (about != NULL && !about->may_publish)
    tell (judging, "publish", VSL_DIAGNOSIS_WARNING,
          _("This user may write, but not publish: articles are put there for review."),
          _("To the web manager: give this user the role of author or editor, if it is to publish "
            "by itself."));
  else
    tell (judging, "publish", VSL_DIAGNOSIS_OK, _("This user may publish."), NULL);

  if (about != NULL && !about->may_upload)
    tell (judging, "upload", VSL_DIAGNOSIS_WARNING,
          _("This user may not put pictures on the site: articles go there without them."),
          _("To the web manager: give this user the role of author or editor, which may upload "
            "files."));
  else
    tell (judging, "upload", VSL_DIAGNOSIS_OK, _("This user may put pictures on the site."), NULL);

  if (about != NULL && !about->may_create_terms)
    tell (judging, "terms", VSL_DIAGNOSIS_WARNING,
          _("This user may not make new tags: only tags that are there can be used."),
          _("To the web manager: give this user the right to make tags, or make the tags that are "
            "needed."));
  else
    tell (judging, "terms", VSL_DIAGNOSIS_OK, _("This user may make new tags."), NULL);
}

static void
judge_limits (Judging *judging)
{
  VslDoctorFacts *facts = judging->facts;
  g_autoptr(JsonNode) root = NULL;
  g_autofree char *seen = NULL;

  if (facts->probe == NULL)
    {
      tell (judging, "limits", VSL_DIAGNOSIS_WARNING,
            facts->probe_error != NULL ? facts->probe_error->message
                                       : _("It was not tried whether a long article gets through."),
            _("Try again; when it stays like this, a firewall in front of the site may end long "
              "requests."));
      return;
    }

  root = vsl_http_reply_parse_json (facts->probe, NULL);
  if (facts->probe->status == 413)
    tell (judging, "limits", VSL_DIAGNOSIS_FAILURE,
          _("The web server refuses an article of 500 kB because of its size."),
          _("To the web manager: let requests be larger, at least 16 MB for pictures: "
            "“client_max_body_size 16m;” in nginx, “LimitRequestBody” in Apache, “post_max_size” and "
            "“upload_max_filesize” in PHP."));
  else if (root == NULL)
    {
      seen = g_strdup_printf (_("Something in front of the site stops a long article with answer "
                                "%u, before the site sees it."), facts->probe->status);
      tell (judging, "limits", VSL_DIAGNOSIS_FAILURE, seen,
            _("To the web manager: a firewall (ModSecurity, Wordfence, Cloudflare) takes the HTML of "
              "an article for an attack. Make an exception for signed-in requests to the API of "
              "the site; its log names the rule, at the time of this message."));
    }
  else
    {
      tell (judging, "limits", VSL_DIAGNOSIS_OK, _("An article of 500 kB gets through."), NULL);
    }
}

static void
judge_clock (Judging *judging)
{
  VslDoctorFacts *facts = judging->facts;
  gint64 there = facts->front != NULL ? vsl_http_reply_get_date (facts->front) : 0;
  gint64 apart = ABS (there - facts->now);
  g_autofree char *seen = NULL;

  if (there == 0)
    {
      tell (judging, "clock", VSL_DIAGNOSIS_OK, _("The site does not tell its time."), NULL);
      return;
    }
  if (apart < CLOCK_WARNING)
    {
      tell (judging, "clock", VSL_DIAGNOSIS_OK, _("Both clocks agree."), NULL);
      return;
    }

  seen = g_strdup_printf (ngettext ("The clocks of the site and of this computer are %u minute apart.",
                                    "The clocks of the site and of this computer are %u minutes apart.",
                                    (gulong) MAX (apart / 60, 1)), (guint) MAX (apart / 60, 1));
  tell (judging, "clock",
        apart >= CLOCK_FAILURE && vsl_site_get_brand (facts->site) == VSL_BRAND_GHOST
          ? VSL_DIAGNOSIS_FAILURE : VSL_DIAGNOSIS_WARNING,
        seen,
        _("Let this computer set its clock by the network. If it is right already, to the web "
          "manager: let the server do so (NTP). Planned articles appear by the clock of the site, "
          "and Ghost refuses keys by it."));
}

/* A folder needs no network, no password and nobody's permission but the disk's. */
static void
judge_folder (Judging *judging)
{
  VslDoctorFacts *facts = judging->facts;
  g_autofree char *size = g_format_size (facts->free_bytes);
  g_autofree char *seen = g_strdup_printf (_("There is room for %s on the disk."), size);
  const char *unneeded = _("A folder on this computer does not need this.");

  if (connect_failed_with (facts, VSL_CMS_ERROR_ADDRESS))
    fail (judging, "address", facts->connect_error->message,
          _("Choose another folder: remove the site, and add it again with the right one."));
  else
    tell (judging, "address", VSL_DIAGNOSIS_OK, _("The folder is there."), NULL);
  tell (judging, "tls", VSL_DIAGNOSIS_OK, unneeded, NULL);
  if (facts->connect_error != NULL && !connect_failed_with (facts, VSL_CMS_ERROR_FORBIDDEN))
    fail (judging, "api", facts->connect_error->message,
          _("Look at the folder. If its list of articles is damaged, put it back from a backup, or "
            "let the site begin anew in an empty folder."));
  else
    tell (judging, "api", VSL_DIAGNOSIS_OK, _("It holds a publication of Verslag."), NULL);
  tell (judging, "credentials", VSL_DIAGNOSIS_OK, unneeded, NULL);
  if (facts->connect_error != NULL)
    fail (judging, "publish", facts->connect_error->message,
          _("Give yourself the right to write in the folder, or choose another."));
  else
    tell (judging, "publish", VSL_DIAGNOSIS_OK, _("The folder can be written."), NULL);
  tell (judging, "upload", VSL_DIAGNOSIS_OK, _("Pictures go into the folder too."), NULL);
  tell (judging, "terms", VSL_DIAGNOSIS_OK, _("Every tag has a page of its own."), NULL);
  tell (judging, "limits", facts->free_bytes < FREE_WARNING ? VSL_DIAGNOSIS_WARNING : VSL_DIAGNOSIS_OK,
        seen, facts->free_bytes < FREE_WARNING ? _("Make room on the disk.") : NULL);
  tell (judging, "clock", VSL_DIAGNOSIS_OK, unneeded, NULL);
}

/**
 * vsl_doctor_judge:
 * @facts: what was found out of a site
 *
 * Returns: (transfer full) (element-type VslDiagnosis): address, tls, api, credentials, publish,
 *   upload, terms, limits and clock, in that order; behind a failure that hides the others, skipped
 */
GPtrArray *
vsl_doctor_judge (VslDoctorFacts *facts)
{
  Judging judging = { facts, NULL, FALSE };

  g_return_val_if_fail (facts != NULL && facts->site != NULL, NULL);

  judging.steps = g_ptr_array_new_with_free_func (g_object_unref);
  if (vsl_site_get_brand (facts->site) == VSL_BRAND_FOLDER)
    {
      judge_folder (&judging);
      return judging.steps;
    }

  judge_address (&judging);
  judge_tls (&judging);
  judge_api (&judging);
  judge_credentials (&judging);
  judge_rights (&judging);
  judge_limits (&judging);
  /* Also when another step failed: a wrong clock is often why. */
  judging.failed = facts->front == NULL;
  judge_clock (&judging);

  return judging.steps;
}
