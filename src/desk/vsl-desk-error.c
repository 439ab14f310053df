/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "desk/vsl-desk-error.h"

#include <gio/gio.h>

/* The word rides inside the error, so that it survives copying, prefixing and propagating. */
typedef struct
{
  const char *word; /* (nullable) static */
} VslDeskErrorPrivate;

static void
vsl_desk_error_private_init (VslDeskErrorPrivate *priv)
{
  priv->word = NULL;
}

static void
vsl_desk_error_private_copy (const VslDeskErrorPrivate *from,
                             VslDeskErrorPrivate       *to)
{
  to->word = from->word;
}

static void
vsl_desk_error_private_clear (VslDeskErrorPrivate *priv)
{
  priv->word = NULL;
}

G_DEFINE_EXTENDED_ERROR (VslDeskError, vsl_desk_error)

/* The word of an error that was made without one. */
static const char *
get_word_of_code (VslDeskError code)
{
  switch (code)
    {
    case VSL_DESK_ERROR_USAGE:
      return "usage";
    case VSL_DESK_ERROR_NOT_FOUND:
      return "not-found";
    case VSL_DESK_ERROR_CONFLICT:
      return "conflict";
    case VSL_DESK_ERROR_REMOTE:
      return "remote";
    case VSL_DESK_ERROR_INPUT:
      return "unreadable";
    case VSL_DESK_ERROR_STORE:
    default:
      return "store";
    }
}

/**
 * vsl_desk_error_get_code:
 * @error: an error that left the desk
 *
 * Tells what went wrong in a word for scripts. The words are stable and never translated:
 * `usage`, `exists`, `not-found`, `ambiguous`, `conflict`, `gone`, `remote`, `address`, `tls`,
 * `not-a-site`, `auth`, `forbidden`, `rejected`, `missing-terms`, `busy`, `in-doubt`, `unreadable`,
 * `empty`, `too-large`, `unknown-format`, `store`, `locked`, `too-new`, `foreign`, `corrupt`, `full`,
 * `read-only`, `cancelled`, and `failed` for an error of another domain.
 *
 * Returns: the word, static
 */
const char *
vsl_desk_error_get_code (const GError *error)
{
  const char *word;

  g_return_val_if_fail (error != NULL, "failed");

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return "cancelled";
  if (error->domain != VSL_DESK_ERROR)
    return "failed";

  word = vsl_desk_error_get_private (error)->word;

  return word != NULL ? word : get_word_of_code (error->code);
}

/**
 * vsl_desk_error_new:
 * @code: what it means for who asked
 * @word: the word for scripts, static
 * @message: a translated sentence for people
 *
 * Returns: (transfer full): an error of the desk
 */
GError *
vsl_desk_error_new (VslDeskError  code,
                    const char   *word,
                    const char   *message)
{
  GError *error = g_error_new_literal (VSL_DESK_ERROR, code, message);

  vsl_desk_error_get_private (error)->word = word;

  return error;
}
