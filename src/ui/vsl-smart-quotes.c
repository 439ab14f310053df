/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "ui/vsl-smart-quotes.h"

#include <string.h>

/* How many of the last characters decide. */
#define N_LAST 5

/* Dutch words that are written as an apostrophe and one letter: ’s morgens, ’t, ’n, ’k, ’m, ’r. */
static const char elided[] = "stnkmrSTNKMR";

/* A quotation mark after one of these opens; after anything else it closes. */
static gboolean
opens_after (gunichar c)
{
  if (c == 0 || g_unichar_isspace (c))
    return TRUE;
  if (g_unichar_type (c) == G_UNICODE_OPEN_PUNCTUATION || g_unichar_type (c) == G_UNICODE_DASH_PUNCTUATION)
    return TRUE;

  return c == 0x201C || c == 0x2018 || c == '*' || c == '_' || c == '/' || c == '=';
}

/* A single quotation mark was taken for an opening one, and what follows now shows that it was an
 * apostrophe: “’s ” or “’90”. */
static gboolean
find_apostrophe (const gunichar *last,
                 VslSmartQuote  *quote)
{
  if (g_unichar_isdigit (last[0]) && last[1] == 0x2018)
    {
      *quote = (VslSmartQuote) { 2, 1, "’" };
      return TRUE;
    }
  if ((last[0] == ' ' || last[0] == '-') && last[1] < 128 && last[1] != 0 &&
      strchr (elided, (int) last[1]) != NULL && last[2] == 0x2018 && opens_after (last[3]))
    {
      *quote = (VslSmartQuote) { 3, 1, "’" };
      return TRUE;
    }

  return FALSE;
}

/**
 * vsl_smart_quotes_find:
 * @before: the text of the line up to the cursor, right after one character was typed
 * @quote: (out caller-allocates): what to replace
 *
 * Finds which straight quotation mark or apostrophe was just typed and gives the typographic one:
 * “ ” and ‘ ’, as both Dutch and English of the house write them. Looks back a few characters only,
 * so that a keystroke costs the same in every text.
 *
 * Returns: %TRUE when there is something to replace
 */
gboolean
vsl_smart_quotes_find (const char    *before,
                       VslSmartQuote *quote)
{
  gunichar last[N_LAST] = { 0 };
  const char *p = before + strlen (before);

  g_return_val_if_fail (before != NULL && quote != NULL, FALSE);

  for (guint i = 0; i < N_LAST && p > before; i++)
    {
      p = g_utf8_prev_char (p);
      last[i] = g_utf8_get_char (p);
    }

  if (last[0] == '"')
    *quote = (VslSmartQuote) { 1, 1, opens_after (last[1]) ? "“" : "”" };
  else if (last[0] == '\'')
    *quote = (VslSmartQuote) { 1, 1, opens_after (last[1]) ? "‘" : "’" };
  else
    return find_apostrophe (last, quote);

  return TRUE;
}
