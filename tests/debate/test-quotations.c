/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "core/vsl-participant.h"
#include "debate/vsl-quotation-finder.h"

static GListModel *
make_participants (void)
{
  static const char *const names[] = { "Ria van der Zee", "Wim den Houter", "Iris Blok",
                                       "Jos de Wit" };
  GListStore *store = g_list_store_new (VSL_TYPE_PARTICIPANT);
  guint i;

  for (i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr(VslPerson) person = vsl_person_new_from_text (names[i]);
      g_autoptr(VslParticipant) participant = vsl_participant_new (person, NULL, NULL, FALSE);

      g_list_store_append (store, participant);
    }

  return G_LIST_MODEL (store);
}

/* `words|speaker|place` a line, `*` behind the place for weak, `!` for repaired. */
typedef struct
{
  const char *name;
  const char *text;
  const char *expected;
} TextCase;

static const TextCase texts[] = {
  { "before", "Volgens Den Houter duurde dat lang. “Het water kwam tot de drempel van het gemaal.”",
    "Het water kwam tot de drempel van het gemaal.|Wim den Houter|before\n" },
  { "same-behind", "“Het water kwam tot de drempel”, zegt Van der Zee.",
    "Het water kwam tot de drempel|Ria van der Zee|same-sentence\n" },
  { "same-before", "Iris Blok: “Het water kwam tot aan de drempel.”",
    "Het water kwam tot aan de drempel.|Iris Blok|same-sentence\n" },
  { "question", "“Wat doen we nu met dat water?” vraagt De Wit.",
    "Wat doen we nu met dat water?|Jos de Wit|same-sentence\n" },
  { "after", "“Wij gaan dat anders doen dan vroeger.” Blok knikt als zij dat zegt.",
    "Wij gaan dat anders doen dan vroeger.|Iris Blok|after\n" },
  { "none-several", "“De dijk heeft veel kansen geboden en die moeten we nemen.” Dat vonden ook "
                    "Iris Blok, Wim den Houter en Jos de Wit.",
    "De dijk heeft veel kansen geboden en die moeten we nemen.|-|none\n" },
  { "pronoun", "“Wij bouwen verder aan de dijk”, zegt Blok. “Dat moet dit jaar nog klaar zijn”, voegt ze toe.",
    "Wij bouwen verder aan de dijk|Iris Blok|same-sentence\n"
    "Dat moet dit jaar nog klaar zijn|Iris Blok|same-sentence*\n" },
  { "pronoun-of-somebody-named",
    "“Wij bouwen verder aan de dijk”, zegt Blok.\n\nDe Wit herkent dat. Het begon klein. “Wij hebben "
    "gewoon niet gewacht op geld”, zegt ze.",
    "Wij bouwen verder aan de dijk|Iris Blok|same-sentence\n"
    "Wij hebben gewoon niet gewacht op geld|Jos de Wit|same-sentence*\n" },
  { "goes-on", "Blok ziet het anders. “Dat is niet waar wij voor staan.” “En dat blijft voorlopig zo.”",
    "Dat is niet waar wij voor staan.|Iris Blok|before\nEn dat blijft voorlopig zo.|Iris Blok|before\n" },
  { "somebody-else", "“Daar had niemand ons van verteld”, zegt wethouder Klaas Vaak niet, maar zegt Anna van Dam wel.",
    "Daar had niemand ons van verteld|Anna van Dam|same-sentence\n" },
  { "two-named-one-speaks", "Tegen Iris Blok zegt Jos de Wit: “Daar ga ik niet over, dat weet u ook.”",
    "Daar ga ik niet over, dat weet u ook.|Jos de Wit|same-sentence\n" },
  { "apostrophes", "’s Ochtends zag De Wit zo’n dertig foto’s. ‘In ’t veld is ’t altijd anders dan hier’, zegt hij.",
    "In ’t veld is ’t altijd anders dan hier|Jos de Wit|same-sentence*\n" },
  { "straight", "Blok zegt: \"Het is 5'10\" hoog en 's nachts koud in die polder.\"",
    "Het is 5'10\" hoog en 's nachts koud in die polder.|Iris Blok|same-sentence\n" },
  { "straight-single", "'Wij willen dat zo snel mogelijk regelen', zegt Blok.",
    "Wij willen dat zo snel mogelijk regelen|Iris Blok|same-sentence\n" },
  { "low-high", "„Wij willen dat zo snel mogelijk regelen”, zegt Blok.",
    "Wij willen dat zo snel mogelijk regelen|Iris Blok|same-sentence\n" },
  { "german", "„Wij willen dat zo snel mogelijk regelen“, zegt Blok.",
    "Wij willen dat zo snel mogelijk regelen|Iris Blok|same-sentence\n" },
  { "old-dutch", ",,Wij willen dat zo snel mogelijk regelen'', zegt Blok.",
    "Wij willen dat zo snel mogelijk regelen|Iris Blok|same-sentence\n" },
  { "angles", "«Wij willen dat zo snel mogelijk regelen», zegt Blok.",
    "Wij willen dat zo snel mogelijk regelen|Iris Blok|same-sentence\n" },
  { "angles-reversed", "»Wij willen dat zo snel mogelijk regelen«, zegt Blok.",
    "Wij willen dat zo snel mogelijk regelen|Iris Blok|same-sentence\n" },
  { "nested", "“Hij zei ‘dat kan niet zomaar’ en daarna liep hij gewoon weg”, zegt Blok.",
    "Hij zei ‘dat kan niet zomaar’ en daarna liep hij gewoon weg|Iris Blok|same-sentence\n" },
  { "opened-twice", "Blok ziet kansen. “Kijk bijvoorbeeld naar het gemaal. “Door samen te werken kwam het af.”",
    "Kijk bijvoorbeeld naar het gemaal. “Door samen te werken kwam het af.|Iris Blok|before!\n" },
  { "never-closed", "Blok zegt: “Wij komen er samen met de buurt wel uit.",
    "Wij komen er samen met de buurt wel uit.|Iris Blok|same-sentence!\n" },
  { "paragraphs", "Blok zegt: “Eerst bouwen wij een dijk.\n\n“Daarna bouwen wij een gemaal.”",
    "Eerst bouwen wij een dijk.\n\n“Daarna bouwen wij een gemaal.|Iris Blok|same-sentence\n" },
  { "scare", "De ‘slimme’ sluis van Blok heet ‘De Grote Waterkering’ en is een “groot succes”.", "" },
  { "title", "Het rapport ‘Leven met water in de delta van morgen’ van Blok ligt er.", "" },
  { "short-but-said", "‘Nooit meer.’ Zo dacht men. “Nee”, zegt Blok.", "Nee|Iris Blok|same-sentence\n" },
  { "no-quotation", "Er staat hier niets tussen aanhalingstekens.", "" },
  { "empty", "", "" },
  { "only-marks", "“” ‘’ \"\" “", "" },
};

static char *
describe (GPtrArray *quotations)
{
  g_autoptr(GString) text = g_string_new (NULL);
  guint i;

  for (i = 0; i < quotations->len; i++)
    {
      VslQuotation *quotation = g_ptr_array_index (quotations, i);
      const char *speaker = vsl_quotation_get_speaker (quotation);

      g_string_append_printf (
        text, "%s|%s|%s%s%s\n", vsl_quotation_get_text (quotation),
        speaker != NULL ? speaker : "-",
        vsl_attribution_get_name (vsl_quotation_get_attribution (quotation)),
        vsl_quotation_get_weak (quotation) ? "*" : "",
        vsl_quotation_get_repaired (quotation) ? "!" : "");
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_find (gconstpointer data)
{
  const TextCase *item = data;
  g_autoptr(GListModel) participants = make_participants ();
  g_autoptr(GPtrArray) quotations =
    vsl_quotation_finder_find_in_text (item->text, VSL_FIELD_BODY, participants);
  g_autofree char *description = describe (quotations);

  g_assert_cmpstr (description, ==, item->expected);
}

/* Wherever a quotation is said to stand, it stands. */
static void
test_places (void)
{
  g_autoptr(GListModel) participants = make_participants ();
  guint i, j;

  for (i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(GPtrArray) quotations =
        vsl_quotation_finder_find_in_text (texts[i].text, VSL_FIELD_LEAD, participants);

      for (j = 0; j < quotations->len; j++)
        {
          VslQuotation *quotation = g_ptr_array_index (quotations, j);
          gsize offset = vsl_quotation_get_offset (quotation);
          g_autofree char *there =
            g_utf8_substring (texts[i].text, offset, offset + vsl_quotation_get_length (quotation));

          g_assert_cmpstr (there, ==, vsl_quotation_get_text (quotation));
          g_assert_cmpint (vsl_quotation_get_field (quotation), ==, VSL_FIELD_LEAD);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  guint i;

  g_test_init (&argc, &argv, NULL);

  for (i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *path = g_strconcat ("/quotations/find/", texts[i].name, NULL);

      g_test_add_data_func (path, &texts[i], test_find);
    }
  g_test_add_func ("/quotations/places", test_places);

  return g_test_run ();
}
