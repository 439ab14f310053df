/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cms"

#include "config.h"

#include "cms/vsl-http-failure.h"

#include "cms/vsl-http-address.h"

#include <glib/gi18n.h>

/* Seconds to leave a site alone that answers something strange. */
#define STRANGE_ANSWER_WAIT 60

/*
 * From what went wrong on the line, or from the status of an answer, to a sentence that says what a
 * journalist can do about it. Pure functions: nothing is sent and nothing is remembered here.
 *
 * The one rule that matters: a request that could change something, and of which a byte may have
 * left this machine, is in doubt unless the site itself says that it refused it.
 */

static GError *
new_in_doubt (const char *name)
{
  return g_error_new (VSL_CMS_ERROR, VSL_CMS_ERROR_IN_DOUBT,
                      _("The connection with “%s” failed while the article was on its way. It may "
                        "have been stored there; look before sending it again."), name);
}

static GError *
describe_certificate (GTlsCertificateFlags  flags,
                      const char           *name)
{
  if (flags & G_TLS_CERTIFICATE_BAD_IDENTITY)
    return g_error_new (VSL_CMS_ERROR, VSL_CMS_ERROR_TLS,
                        _("The certificate that “%s” shows belongs to another site, so nothing "
                          "was sent. Check the address, or ask the web manager."), name);
  if (flags & (G_TLS_CERTIFICATE_EXPIRED | G_TLS_CERTIFICATE_NOT_ACTIVATED))
    return g_error_new (VSL_CMS_ERROR, VSL_CMS_ERROR_TLS,
                        _("The certificate of “%s” has expired or is not valid yet, so nothing "
                          "was sent. Check the clock of this computer, or ask the web manager "
                          "for a new certificate."), name);
  if (flags & G_TLS_CERTIFICATE_REVOKED)
    return g_error_new (VSL_CMS_ERROR, VSL_CMS_ERROR_TLS,
                        _("The certificate of “%s” has been revoked, so nothing was sent. Ask "
                          "the web manager for a new certificate."), name);

  return g_error_new (VSL_CMS_ERROR, VSL_CMS_ERROR_TLS,
                      _("It cannot be verified that this is really “%s”, so nothing was sent. Ask "
                        "the web manager for a certificate that computers know."), name);
}

static GError *
describe_stop (const VslHttpFailure *self,
               const char           *name)
{
  switch (self->stop)
    {
    case VSL_HTTP_STOP_CALLER:
      return g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, _("It was cancelled."));
    case VSL_HTTP_STOP_TOO_LARGE:
      return g_error_new (VSL_CMS_ERROR, VSL_CMS_ERROR_TOO_LARGE,
                          _("The answer of “%s” is too large to be true, so it was not read. Ask "
                            "the web manager what the site sends."), name);
    case VSL_HTTP_STOP_DEADLINE:
      return g_error_new (VSL_CMS_ERROR, VSL_CMS_ERROR_BUSY,
                          _("“%s” did not answer in time. Try again later."), name);
    case VSL_HTTP_STOP_RESTARTED:
    case VSL_HTTP_STOP_NONE:
    default:
      return g_error_new (VSL_CMS_ERROR, VSL_CMS_ERROR_BUSY,
                          _("The connection with “%s” broke off. Try again later."), name);
    }
}

static gboolean
is_offline (const GError *cause)
{
  return g_error_matches (cause, G_RESOLVER_ERROR, G_RESOLVER_ERROR_TEMPORARY_FAILURE) ||
         g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NETWORK_UNREACHABLE) ||
         g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_HOST_UNREACHABLE);
}

static gboolean
is_proxy (const GError *cause)
{
  return g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_PROXY_FAILED) ||
         g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_PROXY_AUTH_FAILED) ||
         g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_PROXY_NEED_AUTH) ||
         g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_PROXY_NOT_ALLOWED);
}

/**
 * vsl_http_failure_to_error:
 * @self: what is known of a request that ended without an answer
 * @cause: (nullable): the error of the library
 *
 * Returns: (transfer full): the error for people
 */
GError *
vsl_http_failure_to_error (const VslHttpFailure *self,
                           const GError         *cause)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  name = vsl_http_address_dup_name (self->uri);

  if (self->begun && self->effect)
    return new_in_doubt (name);
  if (self->stop != VSL_HTTP_STOP_NONE)
    return describe_stop (self, name);
  if (cause != NULL && cause->domain == G_TLS_ERROR)
    return describe_certificate (self->certificate, name);
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_TIMED_OUT))
    return g_error_new (VSL_CMS_ERROR, VSL_CMS_ERROR_BUSY,
                        _("“%s” did not answer in time. Try again later."), name);
  if (cause != NULL && is_offline (cause))
    return g_error_new (VSL_CMS_ERROR, VSL_CMS_ERROR_BUSY,
                        _("“%s” cannot be reached: there seems to be no network. Try again when "
                          "this computer is online."), name);
  if (cause != NULL && cause->domain == G_RESOLVER_ERROR)
    return g_error_new (VSL_CMS_ERROR, VSL_CMS_ERROR_ADDRESS,
                        _("There is no site named “%s”. Check the address for typing errors, and "
                          "whether this computer is online."), name);
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CONNECTION_REFUSED))
    return g_error_new (VSL_CMS_ERROR, VSL_CMS_ERROR_ADDRESS,
                        _("“%s” refuses the connection. Check the address; when it is right, the "
                          "site is down."), name);
  if (cause != NULL && is_proxy (cause))
    return g_error_new (VSL_CMS_ERROR, VSL_CMS_ERROR_FAILED,
                        _("The proxy of this network does not let “%s” through. Ask the system "
                          "administrator; a proxy that wants a password is not supported."), name);

  return describe_stop (self, name);
}

static GError *
describe_redirect (VslHttpReply *reply,
                   const char   *name)
{
  const char *location = vsl_http_reply_get_header (reply, "Location");
  g_autoptr(GUri) target = NULL;
  g_autofree char *shown = NULL;

  if (location != NULL)
    target = g_uri_parse_relative (reply->uri, location, SOUP_HTTP_URI_FLAGS, NULL);
  if (target == NULL || g_uri_get_host (target) == NULL)
    return g_error_new (VSL_CMS_ERROR, VSL_CMS_ERROR_ADDRESS,
                        _("“%s” sends requests on to another address. Look up the address in a "
                          "browser and set up the site again with it."), name);

  shown = vsl_http_address_dup_name (target);

  return g_error_new (VSL_CMS_ERROR, VSL_CMS_ERROR_ADDRESS,
                      _("“%s” sends requests on to “%s://%s”. Set up the site again with that "
                        "address."), name, g_uri_get_scheme (target), shown);
}

static GError *
describe_server_error (VslHttpReply *reply,
                       const char   *name)
{
  if (reply->effect)
    return g_error_new (VSL_CMS_ERROR, VSL_CMS_ERROR_IN_DOUBT,
                        _("“%s” reports an error of its own (%u). The article may have been "
                          "stored all the same; look before sending it again."),
                        name, reply->status);
  if (reply->status == 500)
    return g_error_new (VSL_CMS_ERROR, VSL_CMS_ERROR_FAILED,
                        _("“%s” reports an error of its own (500). Ask the web manager to look in "
                          "the log of the site."), name);

  return g_error_new (VSL_CMS_ERROR, VSL_CMS_ERROR_BUSY,
                      _("“%s” is out of order or being maintained (%u). Try again later."),
                      name, reply->status);
}

static GError *
describe_refusal (VslHttpReply *reply,
                  const char   *name)
{
  if (vsl_http_reply_looks_like_html (reply))
    return g_error_new (VSL_CMS_ERROR, VSL_CMS_ERROR_FORBIDDEN,
                        _("A firewall in front of “%s” refused this (%u); it may be because of a "
                          "word in the text. Ask the web manager to let it through."),
                        name, reply->status);

  return g_error_new (VSL_CMS_ERROR, VSL_CMS_ERROR_FORBIDDEN,
                      _("This user may not do this on “%s”. Ask the web manager for the right."),
                      name);
}

static GError *
describe_status (VslHttpReply *reply,
                 const char   *name)
{
  switch (reply->status)
    {
    case 401:
      return g_error_new (VSL_CMS_ERROR, VSL_CMS_ERROR_AUTH,
                          _("“%s” does not accept the user name and password."), name);
    case 403:
    case 406:
      return describe_refusal (reply, name);
    case 404:
      return g_error_new (VSL_CMS_ERROR, VSL_CMS_ERROR_NOT_FOUND,
                          _("“%s” has nothing at this address."), name);
    case 407:
      return g_error_new (VSL_CMS_ERROR, VSL_CMS_ERROR_FAILED,
                          _("The proxy of this network does not let “%s” through. Ask the system "
                            "administrator; a proxy that wants a password is not supported."),
                          name);
    case 410:
      return g_error_new (VSL_CMS_ERROR, VSL_CMS_ERROR_NOT_FOUND,
                          _("The article is no longer on “%s”."), name);
    case 413:
      return g_error_new (VSL_CMS_ERROR, VSL_CMS_ERROR_TOO_LARGE,
                          _("“%s” does not receive anything this large. Ask the web manager to "
                            "raise the limit."), name);
    case 429:
      return g_error_new (VSL_CMS_ERROR, VSL_CMS_ERROR_BUSY,
                          _("“%s” has had too many requests. Try again later."), name);
    default:
      return g_error_new (VSL_CMS_ERROR, VSL_CMS_ERROR_REJECTED,
                          _("“%s” refused this (%u). Nothing was stored. Ask the web manager why."),
                          name, reply->status);
    }
}

/**
 * vsl_http_failure_of_status:
 * @reply: an answer whose status is no 2xx
 *
 * What every CMS means by a status. A brand looks at the code in the body first and comes here with
 * what it does not know.
 *
 * Returns: (transfer full): the error for people, with what the server said about trying again
 */
GError *
vsl_http_failure_of_status (VslHttpReply *reply)
{
  g_autofree char *name = NULL;
  GError *error;

  g_return_val_if_fail (reply != NULL, NULL);

  name = vsl_http_address_dup_name (reply->uri);
  if (vsl_http_reply_is_redirect (reply))
    error = describe_redirect (reply, name);
  else if (reply->status >= 500)
    error = describe_server_error (reply, name);
  else
    error = describe_status (reply, name);

  vsl_cms_error_set_retry_after (error, vsl_http_reply_get_retry_after (reply));

  return error;
}

static GError *
describe_format (VslHttpReply *reply,
                 const char   *name)
{
  if (vsl_http_reply_has_php_warning (reply))
    return g_error_new (VSL_CMS_ERROR,
                        reply->effect ? VSL_CMS_ERROR_IN_DOUBT : VSL_CMS_ERROR_NOT_A_SITE,
                        _("“%s” put a technical warning before its answer, so it is not certain what "
                          "it did. Ask the web manager to switch off the display of warnings."),
                        name);
  if (reply->effect)
    return g_error_new (VSL_CMS_ERROR, VSL_CMS_ERROR_IN_DOUBT,
                        _("“%s” gave an answer that cannot be understood. The article may have "
                          "been stored; look before sending it again."), name);
  if (vsl_http_reply_looks_like_html (reply))
    return g_error_new (VSL_CMS_ERROR, VSL_CMS_ERROR_NOT_A_SITE,
                        _("“%s” answers with a page for people. Check the address; on a guest "
                          "network, log in to the network first."), name);

  return g_error_new (VSL_CMS_ERROR, VSL_CMS_ERROR_NOT_A_SITE,
                      _("“%s” gave an answer that cannot be understood. Check the address."), name);
}

/**
 * vsl_http_failure_of_format:
 * @reply: an answer with a good status whose body is not what it should be
 * @cause: (nullable): what is wrong with it
 *
 * Where it may have had an effect, the error says to wait: what the site answers now is no evidence of
 * what it has.
 *
 * Returns: (transfer full): the error for people
 */
GError *
vsl_http_failure_of_format (VslHttpReply *reply,
                            const GError *cause)
{
  g_autofree char *name = NULL;
  GError *error;

  g_return_val_if_fail (reply != NULL, NULL);

  name = vsl_http_address_dup_name (reply->uri);
  error = describe_format (reply, name);
  if (reply->effect)
    vsl_cms_error_set_retry_after (error, STRANGE_ANSWER_WAIT);
  g_debug ("%s: unexpected body: %s", name, cause != NULL ? cause->message : "no reason");

  return error;
}
