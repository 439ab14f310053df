/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-core"

#include "core/vsl-participant-word.h"

#include "core/vsl-text.h"

/* A role, or a remark in parentheses, that says by itself that this person led the debate. The chair of
 * an organisation did not, by that. */
static const char *const chair_roles[] = { "gespreksleider", "gespreksleidster", "debatleider",
                                           "discussieleider", "dagvoorzitter", "moderator",
                                           "chair", NULL };

static const char *const name_particles[] = {
  "van", "von", "de", "den", "der", "het", "'t", "’t", "‘t", "te", "ten", "ter", "in", "op", "zu",
  "du", "des", "la", "le", "les", "da", "das", "dos", "di", "del", "della", "el", "al", "bin", "ibn",
  "y", "e", "tot", "aan", "uit", "voor", NULL
};

static const char *const titles[] = { "prof.", "dr.", "mr.", "ir.", "drs.", "ing.", "ds.", "mw.",
                                      "dhr.", "mevr.", "mrs.", "ms.", NULL };

/* Words by which a name shows that it is that of an organisation. */
static const char *const organisation_words[] = {
  "ministerie", "provincie", "gemeente", "universiteit", "hogeschool", "stichting", "vereniging",
  "waterschap", "rijkswaterstaat", "bank", "instituut", "agentschap", "inspectie", "unie",
  "vakbond", "federatie", "partij", "fractie", "rekenkamer", "veiligheidsregio",
  "ministry", "province", "municipality", "city", "university", "council", "foundation",
  "association", "institute", "board", "agency", "authority", "union", "party", "trust", "company",
  "commission", "committee", "society", "college", "school", "network", "centre", "center", NULL
};

/* Words with which a role starts or ends where it is written with a capital. */
static const char *const role_words[] = {
  "directeur", "directrice", "concerndirecteur", "bestuurder", "voorzitter", "wethouder", "minister",
  "staatssecretaris", "burgemeester", "hoogleraar", "onderzoeker", "adviseur", "manager", "lid",
  "hoofd", "projectleider", "programmamanager", "kamerlid", "raadslid", "redacteur", "jurist",
  "econoom", "ceo", "cio", "cto", "cfo", "coo", "ciso", "director", "professor", "lecturer", "head",
  "chief", "officer", "mayor", "alderman", "councillor", "member", "secretary", "president",
  "chairman", "adviser", "advisor", "researcher", "editor", "engineer", "economist", "lawyer",
  "founder", "partner", "spokesperson", "senator", "gespreksleider", "moderator", "dagvoorzitter",
  "debatleider", "chair", NULL
};

/* Roles whose `of …` or `van …` names a field or a rank, not an employer. */
static const char *const field_roles[] = { "minister", "staatssecretaris", "secretary", "professor",
                                           "hoogleraar", "lecturer", "head", "hoofd", "chief",
                                           "burgemeester", "mayor", NULL };

static const char *const *
get_list (VslParticipantWord kind)
{
  switch (kind)
    {
    case VSL_PARTICIPANT_WORD_CHAIR:
      return chair_roles;
    case VSL_PARTICIPANT_WORD_PARTICLE:
      return name_particles;
    case VSL_PARTICIPANT_WORD_TITLE:
      return titles;
    case VSL_PARTICIPANT_WORD_ORGANISATION:
      return organisation_words;
    case VSL_PARTICIPANT_WORD_ROLE:
      return role_words;
    case VSL_PARTICIPANT_WORD_FIELD_ROLE:
    default:
      return field_roles;
    }
}

/**
 * vsl_participant_word_is:
 * @kind: what it may tell
 * @word: one word, in any case
 *
 * Any thread.
 *
 * Returns: whether @word, in Dutch or in English, tells that
 */
gboolean
vsl_participant_word_is (VslParticipantWord  kind,
                         const char         *word)
{
  const char *const *list = get_list (kind);
  g_autofree char *folded = NULL;
  guint i;

  if (g_str_is_ascii (word))
    {
      for (i = 0; list[i] != NULL; i++)
        {
          if (g_ascii_strcasecmp (list[i], word) == 0)
            return TRUE;
        }
      return FALSE;
    }

  folded = vsl_text_fold (word);

  return g_strv_contains (list, folded);
}
