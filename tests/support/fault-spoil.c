/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define _GNU_SOURCE

#include "fault-spoil.h"

#include <gio/gio.h>
#include <string.h>

#define WARNING "<br />\n<b>Warning</b>:  Undefined variable $kop in <b>/srv/www/plugin.php</b> on line " \
                "<b>12</b><br />\n"
#define HUGE_BYTES (40 * 1024 * 1024)
#define BOMB_BYTES (64 * 1024 * 1024)

/* So small on the wire, so large when it is unpacked. */
static void
make_bomb (WireMessage *reply)
{
  g_autoptr(GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 9);
  g_autoptr(GInputStream) plain = NULL;
  g_autoptr(GInputStream) packed = NULL;
  char *spaces = g_malloc (BOMB_BYTES);
  guint8 chunk[65536];
  gssize n;

  memset (spaces, ' ', BOMB_BYTES);
  plain = g_memory_input_stream_new_from_data (spaces, BOMB_BYTES, g_free);
  packed = g_converter_input_stream_new (plain, G_CONVERTER (compressor));
  g_byte_array_set_size (reply->body, 0);
  while ((n = g_input_stream_read (packed, chunk, sizeof chunk, NULL, NULL)) > 0)
    g_byte_array_append (reply->body, chunk, n);
  g_ptr_array_add (reply->headers, g_strdup ("Content-Encoding: gzip"));
}

void
fault_spoil (WireMessage     *reply,
             const ProxyPlan *plan)
{
  g_autoptr(GBytes) once = g_bytes_new (reply->body->data, reply->body->len);
  gsize size;
  gconstpointer data = g_bytes_get_data (once, &size);
  guint8 *colon;

  switch ((int) plan->fault)
    {
    case PROXY_STATUS:
      wire_message_set_status (reply, plan->status);
      break;
    case PROXY_WARNING:
      wire_message_prepend (reply, WARNING, strlen (WARNING));
      break;
    case PROXY_BOMB:
      make_bomb (reply);
      break;
    case PROXY_NUL:
      colon = memmem (reply->body->data, reply->body->len, ":\"", 2);
      if (colon != NULL)
        colon[2] = '\0';
      break;
    case PROXY_TWICE:
      g_byte_array_append (reply->body, data, size);
      break;
    case PROXY_HUGE:
      g_byte_array_set_size (reply->body, HUGE_BYTES + size);
      memset (reply->body->data, ' ', HUGE_BYTES);
      memcpy (reply->body->data + HUGE_BYTES, data, size);
      break;
    default:
      g_assert_not_reached ();
    }
}

/* For a question that was not asked before the write. */
WireMessage *
fault_spoil_forget (const char *target)
{
  if (strstr (target, "filter=") != NULL)
    return wire_message_new (200, "Content-Type: application/json",
                             "{\"posts\":[],\"tags\":[],\"meta\":{\"pagination\":{\"page\":1,"
                             "\"limit\":15,\"pages\":1,\"total\":0,\"next\":null,\"prev\":null}}}");
  if (strstr (target, "search=") != NULL || strstr (target, "slug=") != NULL)
    return wire_message_new (200, "Content-Type: application/json\r\nX-WP-Total: 0\r\n"
                             "X-WP-TotalPages: 0", "[]");
  if (strstr (target, "/ghost/") != NULL)
    return wire_message_new (404, "Content-Type: application/json",
                             "{\"errors\":[{\"message\":\"Resource not found.\","
                             "\"type\":\"NotFoundError\",\"code\":null}]}");
  return wire_message_new (404, "Content-Type: application/json",
                           "{\"code\":\"rest_post_invalid_id\",\"message\":\"Ongeldig "
                           "bericht-ID.\",\"data\":{\"status\":404}}");
}
