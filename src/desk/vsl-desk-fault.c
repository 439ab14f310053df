/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "desk/vsl-desk-fault.h"

#include "cms/vsl-cms.h"
#include "core/vsl-json.h"
#include "core/vsl-text.h"
#include "exchange/vsl-exchange.h"
#include "store/vsl-store.h"

#include <gio/gio.h>

/* What a code of a lower layer is to who asked the desk. */
typedef struct
{
  int from;
  VslDeskError code;
  const char *word;
} Mapping;

static const Mapping store_mappings[] = {
  { VSL_STORE_ERROR_FAILED, VSL_DESK_ERROR_STORE, "store" },
  { VSL_STORE_ERROR_NOT_FOUND, VSL_DESK_ERROR_NOT_FOUND, "not-found" },
  { VSL_STORE_ERROR_AMBIGUOUS, VSL_DESK_ERROR_NOT_FOUND, "ambiguous" },
  { VSL_STORE_ERROR_CONFLICT, VSL_DESK_ERROR_CONFLICT, "conflict" },
  { VSL_STORE_ERROR_EXISTS, VSL_DESK_ERROR_USAGE, "exists" },
  { VSL_STORE_ERROR_LOCKED, VSL_DESK_ERROR_STORE, "locked" },
  { VSL_STORE_ERROR_TOO_NEW, VSL_DESK_ERROR_STORE, "too-new" },
  { VSL_STORE_ERROR_FOREIGN, VSL_DESK_ERROR_STORE, "foreign" },
  { VSL_STORE_ERROR_CORRUPT, VSL_DESK_ERROR_STORE, "corrupt" },
  { VSL_STORE_ERROR_SHAPE, VSL_DESK_ERROR_STORE, "shape" },
  { VSL_STORE_ERROR_FULL, VSL_DESK_ERROR_STORE, "full" },
  { VSL_STORE_ERROR_READ_ONLY, VSL_DESK_ERROR_STORE, "read-only" },
};

static const Mapping cms_mappings[] = {
  { VSL_CMS_ERROR_FAILED, VSL_DESK_ERROR_REMOTE, "remote" },
  { VSL_CMS_ERROR_ADDRESS, VSL_DESK_ERROR_REMOTE, "address" },
  { VSL_CMS_ERROR_TLS, VSL_DESK_ERROR_REMOTE, "tls" },
  { VSL_CMS_ERROR_NOT_A_SITE, VSL_DESK_ERROR_REMOTE, "not-a-site" },
  { VSL_CMS_ERROR_AUTH, VSL_DESK_ERROR_REMOTE, "auth" },
  { VSL_CMS_ERROR_FORBIDDEN, VSL_DESK_ERROR_REMOTE, "forbidden" },
  { VSL_CMS_ERROR_REJECTED, VSL_DESK_ERROR_REMOTE, "rejected" },
  { VSL_CMS_ERROR_NOT_FOUND, VSL_DESK_ERROR_CONFLICT, "gone" },
  { VSL_CMS_ERROR_CONFLICT, VSL_DESK_ERROR_CONFLICT, "conflict" },
  { VSL_CMS_ERROR_MISSING_TERMS, VSL_DESK_ERROR_REMOTE, "missing-terms" },
  { VSL_CMS_ERROR_BUSY, VSL_DESK_ERROR_REMOTE, "busy" },
  { VSL_CMS_ERROR_IN_DOUBT, VSL_DESK_ERROR_REMOTE, "in-doubt" },
  { VSL_CMS_ERROR_TOO_LARGE, VSL_DESK_ERROR_REMOTE, "too-large" },
};

static const Mapping exchange_mappings[] = {
  { VSL_EXCHANGE_ERROR_UNREADABLE, VSL_DESK_ERROR_INPUT, "unreadable" },
  { VSL_EXCHANGE_ERROR_EMPTY, VSL_DESK_ERROR_INPUT, "empty" },
  { VSL_EXCHANGE_ERROR_TOO_LARGE, VSL_DESK_ERROR_INPUT, "too-large" },
  { VSL_EXCHANGE_ERROR_UNKNOWN_FORMAT, VSL_DESK_ERROR_INPUT, "unknown-format" },
};

static const Mapping text_mappings[] = {
  { VSL_TEXT_ERROR_BINARY, VSL_DESK_ERROR_INPUT, "unreadable" },
  { VSL_TEXT_ERROR_ENCODING, VSL_DESK_ERROR_INPUT, "unreadable" },
  { VSL_TEXT_ERROR_TOO_LARGE, VSL_DESK_ERROR_INPUT, "too-large" },
};

static const Mapping json_mappings[] = {
  { VSL_JSON_ERROR_TOO_LARGE, VSL_DESK_ERROR_INPUT, "too-large" },
};

static const Mapping *
find_mapping (const Mapping *mappings,
              gsize          n_mappings,
              int            code)
{
  gsize i;

  for (i = 0; i < n_mappings; i++)
    {
      if (mappings[i].from == code)
        return &mappings[i];
    }

  return NULL;
}

/* An error of a domain that the tables know by name, with what an unlisted code of it means. */
static Mapping
map_error (const GError *error)
{
  const Mapping *found = NULL;
  Mapping other = { 0, VSL_DESK_ERROR_STORE, "failed" };

  if (error->domain == VSL_STORE_ERROR)
    found = find_mapping (store_mappings, G_N_ELEMENTS (store_mappings), error->code);
  else if (error->domain == VSL_CMS_ERROR)
    {
      other = (Mapping) { 0, VSL_DESK_ERROR_REMOTE, "remote" };
      found = find_mapping (cms_mappings, G_N_ELEMENTS (cms_mappings), error->code);
    }
  else if (error->domain == VSL_EXCHANGE_ERROR)
    found = find_mapping (exchange_mappings, G_N_ELEMENTS (exchange_mappings), error->code);
  else if (error->domain == VSL_TEXT_ERROR)
    found = find_mapping (text_mappings, G_N_ELEMENTS (text_mappings), error->code);
  else if (error->domain == VSL_JSON_ERROR)
    {
      other = (Mapping) { 0, VSL_DESK_ERROR_INPUT, "unreadable" };
      found = find_mapping (json_mappings, G_N_ELEMENTS (json_mappings), error->code);
    }
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    other.word = "full";
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_READ_ONLY) ||
           g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    other.word = "read-only";

  return found != NULL ? *found : other;
}

/**
 * vsl_desk_fault_set:
 * @error: (nullable): where to put the error
 * @code: what it means for who asked
 * @word: the word for scripts, static
 * @format: a translated sentence for people
 *
 * Sets an error of the desk.
 */
void
vsl_desk_fault_set (GError       **error,
                    VslDeskError   code,
                    const char    *word,
                    const char    *format,
                    ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);

  g_propagate_error (error, vsl_desk_error_new (code, word, message));
}

/**
 * vsl_desk_fault_adopt:
 * @error: (transfer full): an error of any layer
 *
 * Makes it an error of the desk with the same message. Errors of the desk and
 * %G_IO_ERROR_CANCELLED pass as they are.
 *
 * Returns: (transfer full): the error
 */
GError *
vsl_desk_fault_adopt (GError *error)
{
  Mapping mapping;
  GError *adopted;

  g_return_val_if_fail (error != NULL, NULL);

  if (error->domain == VSL_DESK_ERROR ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return error;

  mapping = map_error (error);
  adopted = vsl_desk_error_new (mapping.code, mapping.word, error->message);
  g_error_free (error);

  return adopted;
}

/**
 * vsl_desk_fault_propagate:
 * @error: (nullable): where to put it
 * @from: (transfer full): an error of any layer
 *
 * As g_propagate_error() of vsl_desk_fault_adopt().
 */
void
vsl_desk_fault_propagate (GError **error,
                          GError  *from)
{
  g_propagate_error (error, vsl_desk_fault_adopt (from));
}
