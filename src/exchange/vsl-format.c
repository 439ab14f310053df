/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-exchange"

#include "exchange/vsl-format.h"

static const char *const format_names[VSL_N_FORMATS] = {
  [VSL_FORMAT_AUTO] = "auto",         [VSL_FORMAT_TEXT] = "text",
  [VSL_FORMAT_MARKDOWN] = "markdown", [VSL_FORMAT_HTML] = "html",
  [VSL_FORMAT_BLOCKS] = "blocks",     [VSL_FORMAT_NINJS] = "ninjs",
  [VSL_FORMAT_JSONLD] = "jsonld",     [VSL_FORMAT_DOCX] = "docx",
  [VSL_FORMAT_ODT] = "odt",           [VSL_FORMAT_PDF] = "pdf",
};

static const char *const suffixes[VSL_N_FORMATS] = {
  [VSL_FORMAT_AUTO] = "txt",      [VSL_FORMAT_TEXT] = "txt",   [VSL_FORMAT_MARKDOWN] = "md",
  [VSL_FORMAT_HTML] = "html",     [VSL_FORMAT_BLOCKS] = "html", [VSL_FORMAT_NINJS] = "json",
  [VSL_FORMAT_JSONLD] = "jsonld", [VSL_FORMAT_DOCX] = "docx",  [VSL_FORMAT_ODT] = "odt",
  [VSL_FORMAT_PDF] = "pdf",
};

/**
 * vsl_format_get_name:
 * @format: a format
 *
 * Returns: the stable name, never translated; never %NULL
 */
const char *
vsl_format_get_name (VslFormat format)
{
  g_return_val_if_fail ((guint) format < VSL_N_FORMATS, format_names[0]);

  return format_names[format];
}

/**
 * vsl_format_get_suffix:
 * @format: a format
 *
 * Returns: how the name of such a file ends, without the dot
 */
const char *
vsl_format_get_suffix (VslFormat format)
{
  g_return_val_if_fail ((guint) format < VSL_N_FORMATS, suffixes[0]);

  return suffixes[format];
}

/**
 * vsl_format_from_name:
 * @name: (nullable): a name as typed
 * @format: (out): what it stands for; untouched when it stands for nothing
 *
 * Returns: whether @name is a format that is read or written here
 */
gboolean
vsl_format_from_name (const char *name,
                      VslFormat  *format)
{
  guint i;

  for (i = 0; i < VSL_N_FORMATS; i++)
    {
      if (g_strcmp0 (name, format_names[i]) == 0)
        {
          *format = (VslFormat) i;
          return TRUE;
        }
    }

  return FALSE;
}
