/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "desk/vsl-string-source.h"

/**
 * VslStringSource:
 *
 * A #VslTextSource that is a plain string: for the command line, for tests, and for a document that
 * no window shows. Main thread.
 */
struct _VslStringSource
{
  GObject parent_instance;

  char *text; /* (owned) */
};

static char *
vsl_string_source_dup_text (VslTextSource *source)
{
  return g_strdup (VSL_STRING_SOURCE (source)->text);
}

static void
vsl_string_source_set_text (VslTextSource *source,
                            const char    *text)
{
  VslStringSource *self = VSL_STRING_SOURCE (source);
  char *copy;

  if (g_str_equal (self->text, text))
    return;

  copy = g_strdup (text);
  g_free (self->text);
  self->text = copy;
  vsl_text_source_emit_changed (source);
}

static void
text_source_iface_init (VslTextSourceInterface *iface)
{
  iface->dup_text = vsl_string_source_dup_text;
  iface->set_text = vsl_string_source_set_text;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (VslStringSource, vsl_string_source, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (VSL_TYPE_TEXT_SOURCE, text_source_iface_init))

static void
vsl_string_source_finalize (GObject *object)
{
  g_free (VSL_STRING_SOURCE (object)->text);

  G_OBJECT_CLASS (vsl_string_source_parent_class)->finalize (object);
}

static void
vsl_string_source_class_init (VslStringSourceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vsl_string_source_finalize;
}

static void
vsl_string_source_init (VslStringSource *self)
{
  self->text = g_strdup ("");
}

/**
 * vsl_string_source_new:
 * @text: (nullable): the text to start with
 *
 * Returns: (transfer full): a new source
 */
VslStringSource *
vsl_string_source_new (const char *text)
{
  VslStringSource *self = g_object_new (VSL_TYPE_STRING_SOURCE, NULL);

  if (text != NULL)
    {
      g_free (self->text);
      self->text = g_strdup (text);
    }

  return self;
}
