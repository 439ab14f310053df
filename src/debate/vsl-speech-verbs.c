/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-debate"

#include "debate/vsl-speech-verbs.h"

/* Verbs and prepositions with which Dutch and English reports say who speaks. */
static const char *const verbs[] = {
  "aldus", "volgens", "zegt", "zei", "zeggen", "zeiden", "stelt", "stelde", "stellen", "vindt",
  "vond", "vinden", "vertelt", "vertelde", "benadrukt", "benadrukte", "denkt", "dacht", "ziet",
  "zag", "meent", "meende", "verklaart", "verklaarde", "reageert", "reageerde", "antwoordt",
  "antwoordde", "vraagt", "vroeg", "legt", "legde", "licht", "lichtte", "concludeert",
  "concludeerde", "constateert", "constateerde", "waarschuwt", "waarschuwde", "pleit", "pleitte",
  "voegt", "voegde", "beaamt", "beaamde", "erkent", "erkende", "geeft", "gaf", "ervaart",
  "ervoer", "merkt", "merkte", "noemt", "noemde", "hoopt", "hoopte", "verwacht", "verwachtte",
  "weet", "wist", "schetst", "schetste", "besluit", "besloot", "vat", "vatte", "vult", "vulde",
  "oppert", "opperde", "betoogt", "betoogde", "roept", "riep", "grapt", "grapte", "lacht",
  "lachte", "schrijft", "schreef", "herkent", "herkende", "onderstreept", "onderstreepte",
  "bevestigt", "bevestigde", "nuanceert", "nuanceerde", "vervolgt", "vervolgde", "wijst", "wees",
  "knikt", "knikte", "begint", "begon", "verzucht", "verzuchtte", "stipt", "kijkt", "keek",
  "say", "says", "said", "according", "tells", "told", "asks", "asked", "adds", "added",
  "explains", "explained", "argues", "argued", "notes", "noted", "thinks", "thought", "believes",
  "believed", "warns", "warned", "stresses", "stressed", "replies", "replied", "answers",
  "answered", "continues", "continued", "concludes", "concluded", "claims", "claimed", "recalls",
  "recalled", "insists", "insisted", "writes", "wrote", "points", "pointed", "agrees", "agreed",
  "admits", "admitted", "observes", "observed", "suggests", "suggested", "remarks", "remarked",
  "sees", "saw", "states", "stated", "emphasises", "emphasised", "emphasizes", "emphasized", NULL,
};

static const char *const pronouns[] = { "hij", "zij", "ze", "he", "she", "they", NULL };

/**
 * vsl_speech_verbs_contain:
 * @word: a word in lower case
 *
 * Returns: whether it says that somebody speaks, thinks or is referred to
 */
gboolean
vsl_speech_verbs_contain (const char *word)
{
  return g_strv_contains (verbs, word);
}

/**
 * vsl_speech_verbs_is_pronoun:
 * @word: a word in lower case
 *
 * Returns: whether it can stand for the person who speaks
 */
gboolean
vsl_speech_verbs_is_pronoun (const char *word)
{
  return g_strv_contains (pronouns, word);
}
