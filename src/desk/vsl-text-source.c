/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "desk/vsl-text-source.h"

G_DEFINE_INTERFACE (VslTextSource, vsl_text_source, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
vsl_text_source_default_init (VslTextSourceInterface *iface)
{
  /**
   * VslTextSource::changed:
   * @self: the source
   *
   * The text is another one than before. Emitted for every change, by whomever it was made.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", VSL_TYPE_TEXT_SOURCE, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

/**
 * vsl_text_source_dup_text:
 * @self: the source
 *
 * Returns: (transfer full): the text as it is now
 */
char *
vsl_text_source_dup_text (VslTextSource *self)
{
  g_return_val_if_fail (VSL_IS_TEXT_SOURCE (self), NULL);

  return VSL_TEXT_SOURCE_GET_IFACE (self)->dup_text (self);
}

/**
 * vsl_text_source_set_text:
 * @self: the source
 * @text: the new text
 *
 * Replaces the whole text.
 */
void
vsl_text_source_set_text (VslTextSource *self,
                          const char    *text)
{
  g_return_if_fail (VSL_IS_TEXT_SOURCE (self));
  g_return_if_fail (text != NULL);

  VSL_TEXT_SOURCE_GET_IFACE (self)->set_text (self, text);
}

/**
 * vsl_text_source_emit_changed:
 * @self: the source
 *
 * For implementations: emits `changed`.
 */
void
vsl_text_source_emit_changed (VslTextSource *self)
{
  g_return_if_fail (VSL_IS_TEXT_SOURCE (self));

  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}
