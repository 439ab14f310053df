/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cms"

#include "config.h"

#include "cms/vsl-http-address.h"

#include "cms/vsl-cms-error.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <libsoup/soup.h>
#include <string.h>

/*
 * What may be asked over HTTP and what may be told to whom: https only, but for this machine itself;
 * no names or passwords inside an address; and one notion of "the same origin" for credentials.
 */

static gboolean
host_is_loopback (const char *host)
{
  g_autoptr(GInetAddress) address = NULL;

  if (g_ascii_strcasecmp (host, "localhost") == 0 || g_str_has_suffix (host, ".localhost"))
    return TRUE;

  address = g_inet_address_new_from_string (host);

  return address != NULL && g_inet_address_get_is_loopback (address);
}

static int
get_usual_port (GUri *uri)
{
  return g_strcmp0 (g_uri_get_scheme (uri), "https") == 0 ? 443 : 80;
}

static int
get_port (GUri *uri)
{
  int port = g_uri_get_port (uri);

  return port != -1 ? port : get_usual_port (uri);
}

/* What people type: without a scheme, with spaces around it. */
static char *
complete (const char *text)
{
  g_autofree char *typed = g_strstrip (g_strdup (text));
  g_autofree char *host = NULL;
  const char *end;

  if (strstr (typed, "://") != NULL)
    return g_steal_pointer (&typed);

  if (typed[0] == '[')
    {
      end = strchr (typed, ']');
      host = end != NULL ? g_strndup (typed + 1, end - typed - 1) : g_strdup ("");
    }
  else
    {
      host = g_strndup (typed, strcspn (typed, ":/?#"));
    }

  return g_strconcat (host_is_loopback (host) ? "http://" : "https://", typed, NULL);
}

static GUri *
refuse (GError     **error,
        const char  *message)
{
  g_set_error_literal (error, VSL_CMS_ERROR, VSL_CMS_ERROR_ADDRESS, message);

  return NULL;
}

/**
 * vsl_http_address_parse:
 * @text: what somebody typed or a site named as an address
 * @error: return location for an error
 *
 * Completes and judges the address of a site. `https://` is put before a bare host name, `http://`
 * before one of this machine itself, the only place where it is allowed. A fragment is dropped.
 *
 * Returns: (transfer full): the address, or %NULL with %VSL_CMS_ERROR_ADDRESS
 */
GUri *
vsl_http_address_parse (const char  *text,
                        GError     **error)
{
  g_autofree char *typed = NULL;
  g_autofree char *host = NULL;
  g_autoptr(GUri) uri = NULL;
  const char *scheme;
  const char *path;

  g_return_val_if_fail (text != NULL, NULL);

  typed = complete (text);
  uri = g_uri_parse (typed, SOUP_HTTP_URI_FLAGS, NULL);
  if (uri == NULL || g_uri_get_host (uri) == NULL || *g_uri_get_host (uri) == '\0' ||
      strpbrk (g_uri_get_host (uri), " \"<>\\^`{|}") != NULL)
    return refuse (error, _("This is not the address of a site. An address looks like "
                            "“https://www.example.org”."));

  if (g_uri_get_userinfo (uri) != NULL)
    return refuse (error, _("Leave the user name and the password out of the address; they have "
                            "fields of their own."));

  scheme = g_uri_get_scheme (uri);
  if (g_strcmp0 (scheme, "https") != 0 && g_strcmp0 (scheme, "http") != 0)
    return refuse (error, _("The address of a site begins with “https://”."));

  if (g_strcmp0 (scheme, "http") == 0 && !host_is_loopback (g_uri_get_host (uri)))
    return refuse (error, _("With “http://” anybody on the way could read the password. Use the "
                            "site’s address that begins with “https://”."));

  host = g_hostname_to_ascii (g_uri_get_host (uri));
  if (host == NULL)
    return refuse (error, _("This is not the address of a site. An address looks like "
                            "“https://www.example.org”."));

  path = g_uri_get_path (uri);

  return g_uri_build (SOUP_HTTP_URI_FLAGS, scheme, NULL, host, g_uri_get_port (uri),
                      path != NULL && *path != '\0' ? path : "/", g_uri_get_query (uri), NULL);
}

/**
 * vsl_http_address_is_loopback:
 * @uri: an address
 *
 * Returns: whether it is one of this machine itself
 */
gboolean
vsl_http_address_is_loopback (GUri *uri)
{
  g_return_val_if_fail (uri != NULL, FALSE);

  return host_is_loopback (g_uri_get_host (uri));
}

/**
 * vsl_http_address_is_same_origin:
 * @a: an address
 * @b: another
 *
 * Returns: whether scheme, host and port are equal: the only ground on which credentials are sent
 */
gboolean
vsl_http_address_is_same_origin (GUri *a,
                                 GUri *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return g_ascii_strcasecmp (g_uri_get_scheme (a), g_uri_get_scheme (b)) == 0 &&
         g_ascii_strcasecmp (g_uri_get_host (a), g_uri_get_host (b)) == 0 &&
         get_port (a) == get_port (b);
}

static const char *
skip_www (const char *host)
{
  return g_ascii_strncasecmp (host, "www.", 4) == 0 ? host + 4 : host;
}

/**
 * vsl_http_address_is_same_site:
 * @from: the address that was asked
 * @to: where it sends the asker
 *
 * Returns: whether @to is the same origin, or the same one with or without `www.`, or its https;
 *   the moves that an anonymous look for the API follows
 */
gboolean
vsl_http_address_is_same_site (GUri *from,
                               GUri *to)
{
  gboolean same_host;

  g_return_val_if_fail (from != NULL && to != NULL, FALSE);

  if (vsl_http_address_is_same_origin (from, to))
    return TRUE;

  same_host = g_ascii_strcasecmp (skip_www (g_uri_get_host (from)),
                                  skip_www (g_uri_get_host (to))) == 0;

  return same_host && g_strcmp0 (g_uri_get_scheme (to), "https") == 0 && get_port (to) == 443;
}

/**
 * vsl_http_address_dup_name:
 * @uri: an address
 *
 * Returns: (transfer full): its host, with the port where that is not the usual one, for messages
 */
char *
vsl_http_address_dup_name (GUri *uri)
{
  g_autofree char *shown = NULL;
  const char *host;

  g_return_val_if_fail (uri != NULL, NULL);

  host = g_uri_get_host (uri);
  shown = g_hostname_to_unicode (host);
  if (shown != NULL)
    host = shown;
  if (get_port (uri) == get_usual_port (uri))
    return g_strdup (host);

  return strchr (host, ':') != NULL ? g_strdup_printf ("[%s]:%d", host, get_port (uri))
                                    : g_strdup_printf ("%s:%d", host, get_port (uri));
}
