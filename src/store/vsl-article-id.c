/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-store"

#include "config.h"

#include "store/vsl-article-id.h"

#include "store/vsl-store-error.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <string.h>
#include <sys/random.h>

/* Base 32 of Douglas Crockford (crockford.com/base32.html): no letter looks like a digit, and no u,
 * so that an id can be read out over the telephone and is no word. */
static const char alphabet[] = "0123456789abcdefghjkmnpqrstvwxyz";

/**
 * vsl_article_id_new:
 * @error: return location for a #GError
 *
 * Makes an id of 50 bits from the randomness of the kernel: among a million articles two have the
 * same with a chance of one in two thousand, which the store then notices.
 *
 * Returns: (transfer full): an id
 */
char *
vsl_article_id_new (GError **error)
{
  guint8 bytes[VSL_ARTICLE_ID_LENGTH];
  char id[VSL_ARTICLE_ID_LENGTH + 1] = { 0 };
  guint i;

  /* So few bytes are given whole or not at all, see getrandom(2). */
  if (getrandom (bytes, sizeof bytes, 0) != (ssize_t) sizeof bytes)
    {
      g_set_error (error, VSL_STORE_ERROR, VSL_STORE_ERROR_FAILED,
                   _("No id could be made for the article: %s."), g_strerror (errno));
      return NULL;
    }

  for (i = 0; i < VSL_ARTICLE_ID_LENGTH; i++)
    id[i] = alphabet[bytes[i] & 31];

  return g_strdup (id);
}

/**
 * vsl_article_id_is_valid:
 * @id: a text
 *
 * Returns: whether @id has the form of a whole id
 */
gboolean
vsl_article_id_is_valid (const char *id)
{
  g_return_val_if_fail (id != NULL, FALSE);

  return strlen (id) == VSL_ARTICLE_ID_LENGTH && strspn (id, alphabet) == VSL_ARTICLE_ID_LENGTH;
}

/**
 * vsl_article_id_normalise:
 * @typed: an id or the beginning of one, as somebody typed it
 *
 * Reads capitals, `o` for `0`, `i` and `l` for `1`, and drops hyphens and spaces, as Crockford's
 * base 32 asks.
 *
 * Returns: (transfer full) (nullable): what was meant, or %NULL when it can be no id
 */
char *
vsl_article_id_normalise (const char *typed)
{
  g_autoptr(GString) id = g_string_new (NULL);
  const char *p;

  g_return_val_if_fail (typed != NULL, NULL);

  for (p = typed; *p != '\0'; p++)
    {
      char c = g_ascii_tolower (*p);

      if (c == '-' || c == ' ')
        continue;
      if (c == 'o')
        c = '0';
      if (c == 'i' || c == 'l')
        c = '1';
      if (strchr (alphabet, c) == NULL)
        return NULL;
      g_string_append_c (id, c);
    }

  return id->len <= VSL_ARTICLE_ID_LENGTH ? g_string_free (g_steal_pointer (&id), FALSE) : NULL;
}
