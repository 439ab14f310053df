/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define _GNU_SOURCE

#include "fault-wire.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static struct sockaddr_in
make_address (guint16 port)
{
  struct sockaddr_in address = { .sin_family = AF_INET, .sin_port = htons (port) };

  address.sin_addr.s_addr = htonl (INADDR_LOOPBACK);

  return address;
}

int
wire_listen (guint16 port)
{
  struct sockaddr_in address = make_address (port);
  int fd = socket (AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  int on = 1;

  g_assert_cmpint (fd, >=, 0);
  setsockopt (fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
  g_assert_cmpint (bind (fd, (struct sockaddr *) &address, sizeof address), ==, 0);
  g_assert_cmpint (listen (fd, 64), ==, 0);

  return fd;
}

guint16
wire_get_port (int fd)
{
  struct sockaddr_in address;
  socklen_t size = sizeof address;

  g_assert_cmpint (getsockname (fd, (struct sockaddr *) &address, &size), ==, 0);

  return ntohs (address.sin_port);
}

int
wire_connect (guint16 port)
{
  struct sockaddr_in address = make_address (port);
  int fd = socket (AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);

  if (fd >= 0 && connect (fd, (struct sockaddr *) &address, sizeof address) != 0)
    {
      close (fd);
      return -1;
    }

  return fd;
}

gboolean
wire_send (int           fd,
           gconstpointer data,
           gsize         size)
{
  const char *at = data;

  while (size > 0)
    {
      gssize n = send (fd, at, size, MSG_NOSIGNAL);

      if (n <= 0)
        return FALSE;
      at += n;
      size -= n;
    }

  return TRUE;
}

static void
take_headers (WireMessage *self,
              const char  *text)
{
  g_auto(GStrv) lines = g_strsplit (text, "\r\n", -1);
  guint i;

  self->start = g_strdup (lines[0]);
  for (i = 1; lines[0] != NULL && lines[i] != NULL; i++)
    g_ptr_array_add (self->headers, g_strdup (lines[i]));
}

static WireMessage *
message_new (void)
{
  WireMessage *self = g_new0 (WireMessage, 1);

  self->headers = g_ptr_array_new_with_free_func (g_free);
  self->body = g_byte_array_new ();

  return self;
}

WireMessage *
wire_read_headers (int fd)
{
  g_autoptr(GByteArray) read_so_far = g_byte_array_new ();
  WireMessage *self;
  char *end = NULL;

  while (end == NULL)
    {
      guint8 chunk[16384];
      gssize n = recv (fd, chunk, sizeof chunk, 0);

      if (n <= 0)
        return NULL;
      g_byte_array_append (read_so_far, chunk, n);
      end = memmem (read_so_far->data, read_so_far->len, "\r\n\r\n", 4);
    }

  self = message_new ();
  *end = '\0';
  take_headers (self, (char *) read_so_far->data);
  end += 4;
  g_byte_array_append (self->body, (guint8 *) end,
                       read_so_far->len - (guint) ((guint8 *) end - read_so_far->data));

  return self;
}

static gboolean
read_more (WireMessage *self,
           int          fd)
{
  guint8 chunk[65536];
  gssize n = recv (fd, chunk, sizeof chunk, 0);

  if (n > 0)
    g_byte_array_append (self->body, chunk, n);

  return n > 0;
}

/* Only a whole chunked body is understood, which is what a server that closes leaves. */
static void
join_chunks (WireMessage *self)
{
  g_autoptr(GByteArray) joined = g_byte_array_new ();
  guint at = 0;

  while (self->body->data != NULL && at < self->body->len)
    {
      guint8 *line = self->body->data + at;
      guint8 *end = memmem (line, self->body->len - at, "\r\n", 2);
      gsize size;

      if (end == NULL)
        break;
      size = strtoul ((char *) line, NULL, 16);
      at = (guint) (end + 2 - self->body->data);
      if (size == 0 || size > self->body->len - at)
        break;
      g_byte_array_append (joined, self->body->data + at, size);
      at += size + 2;
    }
  g_byte_array_unref (self->body);
  self->body = g_steal_pointer (&joined);
}

gboolean
wire_read_body (WireMessage *self,
                int          fd,
                gboolean     is_reply)
{
  const char *length = wire_message_get (self, "Content-Length");
  const char *coding = wire_message_get (self, "Transfer-Encoding");
  gsize wanted = length != NULL ? strtoul (length, NULL, 10) : 0;

  if (is_reply)
    {
      while (read_more (self, fd))
        continue;
      if (coding != NULL)
        join_chunks (self);
      return TRUE;
    }

  while (self->body->len < wanted)
    if (!read_more (self, fd))
      return FALSE;

  return TRUE;
}

WireMessage *
wire_message_new (guint       status,
                  const char *headers,
                  const char *body)
{
  WireMessage *self = message_new ();
  g_autofree char *text = g_strdup_printf ("HTTP/1.1 %u Status\r\n%s", status, headers);

  take_headers (self, g_strchomp (text));
  g_byte_array_append (self->body, (const guint8 *) body, strlen (body));

  return self;
}

WireMessage *
wire_message_copy (WireMessage *self)
{
  WireMessage *copy = message_new ();
  guint i;

  copy->start = g_strdup (self->start);
  for (i = 0; i < self->headers->len; i++)
    g_ptr_array_add (copy->headers, g_strdup (self->headers->pdata[i]));
  g_byte_array_append (copy->body, self->body->data, self->body->len);

  return copy;
}

void
wire_message_free (WireMessage *self)
{
  g_free (self->start);
  g_ptr_array_unref (self->headers);
  g_byte_array_unref (self->body);
  g_free (self);
}

static gboolean
is_header (const char *line,
           const char *name)
{
  gsize size = strlen (name);

  return g_ascii_strncasecmp (line, name, size) == 0 && line[size] == ':';
}

const char *
wire_message_get (WireMessage *self,
                  const char  *name)
{
  guint i;

  for (i = 0; i < self->headers->len; i++)
    {
      const char *line = self->headers->pdata[i];

      if (is_header (line, name))
        return line + strlen (name) + 1 + strspn (line + strlen (name) + 1, " ");
    }

  return NULL;
}

void
wire_message_drop (WireMessage *self,
                   const char  *name)
{
  guint i = 0;

  while (i < self->headers->len)
    {
      if (is_header (self->headers->pdata[i], name))
        g_ptr_array_remove_index (self->headers, i);
      else
        i++;
    }
}

void
wire_message_set_status (WireMessage *self,
                         guint        status)
{
  g_free (self->start);
  self->start = g_strdup_printf ("HTTP/1.1 %u Status", status);
}

void
wire_message_prepend (WireMessage   *self,
                      gconstpointer  data,
                      gsize          size)
{
  g_byte_array_prepend (self->body, data, size);
}

GByteArray *
wire_message_print (WireMessage *self)
{
  GByteArray *printed = g_byte_array_new ();
  g_autoptr(GString) head = g_string_new (self->start);
  guint i;

  for (i = 0; i < self->headers->len; i++)
    g_string_append_printf (head, "\r\n%s", (const char *) self->headers->pdata[i]);
  if (wire_message_get (self, "Content-Length") == NULL)
    g_string_append_printf (head, "\r\nContent-Length: %u", self->body->len);
  g_string_append (head, "\r\n\r\n");
  g_byte_array_append (printed, (const guint8 *) head->str, head->len);
  g_byte_array_append (printed, self->body->data, self->body->len);

  return printed;
}
