/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "cms-await.h"

void
await_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      data)
{
  GAsyncResult **place = data;

  *place = g_object_ref (result);
}

GAsyncResult *
await_result (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}

VslCmsAbout *
await_connect (VslCms  *cms,
               GError **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  vsl_cms_connect_async (cms, NULL, await_cb, &result);

  return vsl_cms_connect_finish (cms, await_result (&result), error);
}

VslRemoteCopy *
await_find (VslCms      *cms,
            const char  *token,
            GError     **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  vsl_cms_find_async (cms, token, NULL, await_cb, &result);

  return vsl_cms_find_finish (cms, await_result (&result), error);
}

VslRemoteCopy *
await_fetch (VslCms      *cms,
             const char  *remote_id,
             GError     **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  vsl_cms_fetch_async (cms, remote_id, NULL, await_cb, &result);

  return vsl_cms_fetch_finish (cms, await_result (&result), error);
}

VslRemoteCopy *
await_create (VslCms               *cms,
              const VslCmsRequest  *request,
              GError              **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  vsl_cms_create_async (cms, request, NULL, await_cb, &result);

  return vsl_cms_create_finish (cms, await_result (&result), error);
}

VslRemoteCopy *
await_update (VslCms               *cms,
              const VslCmsRequest  *request,
              VslRemoteCopy        *base,
              GError              **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  vsl_cms_update_async (cms, request, base, NULL, await_cb, &result);

  return vsl_cms_update_finish (cms, await_result (&result), error);
}

GPtrArray *
await_missing_terms (VslCms        *cms,
                     VslArticle    *article,
                     VslPlacement  *placement,
                     GError       **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  vsl_cms_missing_terms_async (cms, article, placement, NULL, await_cb, &result);

  return vsl_cms_missing_terms_finish (cms, await_result (&result), error);
}

VslHttpReply *
await_send (VslHttp         *http,
            VslHttpRequest  *request,
            GCancellable    *cancellable,
            GError         **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  vsl_http_send_async (http, request, cancellable, await_cb, &result);

  return vsl_http_send_finish (http, await_result (&result), error);
}
