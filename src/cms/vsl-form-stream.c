/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cms"

#include "cms/vsl-form-stream.h"

#include <string.h>

/**
 * VslFormStream:
 *
 * A file between two short texts, read as one stream: the body of a form with a file in it, which is
 * never whole in memory. Owned by the request; read in whatever thread the sender reads.
 */
struct _VslFormStream
{
  GInputStream parent_instance;

  GInputStream *parts[3]; /* (owned) */
  guint at;
};

G_DEFINE_FINAL_TYPE (VslFormStream, vsl_form_stream, G_TYPE_INPUT_STREAM)

static gssize
vsl_form_stream_read (GInputStream  *stream,
                      void          *buffer,
                      gsize          count,
                      GCancellable  *cancellable,
                      GError       **error)
{
  VslFormStream *self = VSL_FORM_STREAM (stream);

  while (self->at < G_N_ELEMENTS (self->parts))
    {
      gssize n = g_input_stream_read (self->parts[self->at], buffer, count, cancellable, error);

      if (n != 0)
        return n;
      self->at++;
    }

  return 0;
}

static void
vsl_form_stream_dispose (GObject *object)
{
  VslFormStream *self = VSL_FORM_STREAM (object);
  guint i;

  for (i = 0; i < G_N_ELEMENTS (self->parts); i++)
    g_clear_object (&self->parts[i]);

  G_OBJECT_CLASS (vsl_form_stream_parent_class)->dispose (object);
}

static void
vsl_form_stream_class_init (VslFormStreamClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vsl_form_stream_dispose;
  G_INPUT_STREAM_CLASS (klass)->read_fn = vsl_form_stream_read;
}

static void
vsl_form_stream_init (VslFormStream *self)
{
}

/**
 * vsl_form_stream_new:
 * @before: what comes first
 * @middle: then
 * @after: what comes last
 *
 * Returns: (transfer full): the three as one
 */
GInputStream *
vsl_form_stream_new (const char   *before,
                     GInputStream *middle,
                     const char   *after)
{
  VslFormStream *self = g_object_new (VSL_TYPE_FORM_STREAM, NULL);

  self->parts[0] = g_memory_input_stream_new_from_data (g_strdup (before), strlen (before), g_free);
  self->parts[1] = g_object_ref (middle);
  self->parts[2] = g_memory_input_stream_new_from_data (g_strdup (after), strlen (after), g_free);

  return G_INPUT_STREAM (self);
}
