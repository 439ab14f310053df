/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "cms/vsl-cms.h"
#include "cms/vsl-http.h"

/* The asynchronous calls of the layer, waited for on the default main context. */

VslCmsAbout   *await_connect       (VslCms               *cms,
                                    GError              **error);
VslRemoteCopy *await_find          (VslCms               *cms,
                                    const char           *token,
                                    GError              **error);
VslRemoteCopy *await_fetch         (VslCms               *cms,
                                    const char           *remote_id,
                                    GError              **error);
VslRemoteCopy *await_create        (VslCms               *cms,
                                    const VslCmsRequest  *request,
                                    GError              **error);
VslRemoteCopy *await_update        (VslCms               *cms,
                                    const VslCmsRequest  *request,
                                    VslRemoteCopy        *base,
                                    GError              **error);
GPtrArray     *await_missing_terms (VslCms               *cms,
                                    VslArticle           *article,
                                    VslPlacement         *placement,
                                    GError              **error);
VslHttpReply  *await_send          (VslHttp              *http,
                                    VslHttpRequest       *request,
                                    GCancellable         *cancellable,
                                    GError              **error);
/* Waits for the result of a call that was started with await_cb() and a GAsyncResult **. */
void           await_cb            (GObject              *object,
                                    GAsyncResult         *result,
                                    gpointer              data);
GAsyncResult  *await_result        (GAsyncResult        **result);
