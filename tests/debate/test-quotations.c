/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "core/vsl-participant.h"
#include "debate/vsl-quotation-finder.h"

static GListModel *
make_participants (void)
{
  static const char *const names[] = { "Ria van der Zee", "Wim den Houter", "Iris Blok",
                                       "Jos de Wit", "Sam 't Hart, dijkgraaf", "An Kok",
                                       "Bo Kok" };
  GListStore *store = g_list_store_new (VSL_TYPE_PARTICIPANT);
  guint i;

  for (i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_auto(GStrv) parts = g_strsplit (names[i], ", ", 2);
      g_autoptr(VslPerson) person = vsl_person_new_from_text (parts[0]);
      g_autoptr(VslParticipant) participant = vsl_participant_new (person, parts[1], NULL, FALSE);

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
  { "apostrophe-in-name", "“Wie wil daar nog op reageren?” vroeg gespreksleider Sam ’t Hart.",
    "Wie wil daar nog op reageren?|Sam 't Hart|same-sentence\n" },
  { "apostrophe-opens-name", "“Wie wil daar nog op reageren?” vroeg ’t Hart.",
    "Wie wil daar nog op reageren?|Sam 't Hart|same-sentence\n" },
  { "role-alone", "“De dijk houdt het deze winter wel”, zegt de dijkgraaf.",
    "De dijk houdt het deze winter wel|Sam 't Hart|same-sentence*\n" },
  { "same-surname", "“De dijk houdt het deze winter wel”, zegt Kok. “Dat denk ik niet, hoor”, zegt Bo Kok.",
    "De dijk houdt het deze winter wel|-|none\nDat denk ik niet, hoor|Bo Kok|same-sentence\n" },
  { "nearest-of-two", "Blok vroeg ernaar, maar De Wit zei: “Wij wachten niet op een ander.”",
    "Wij wachten niet op een ander.|Jos de Wit|same-sentence\n" },
  { "told", "Blok told De Wit: “We have waited long enough for this.”",
    "We have waited long enough for this.|Iris Blok|same-sentence\n" },
  { "other-before-verb", "Maar Karel van Dam zegt: “Wij wachten niet op een ander.”",
    "Wij wachten niet op een ander.|Karel van Dam|same-sentence\n" },
  { "marks-apart", "« Wij wachten niet op een ander », zegt Blok.",
    "Wij wachten niet op een ander|Iris Blok|same-sentence\n" },
  { "small-angles", "‹Wij wachten niet op een ander›, zegt Blok.",
    "Wij wachten niet op een ander|Iris Blok|same-sentence\n" },
  /* Habits of other newspapers. */
  { "split-by-attribution", "“Wij bouwen de dijk zelf”, zegt Blok, “want niemand anders doet het voor ons.”",
    "Wij bouwen de dijk zelf|Iris Blok|same-sentence\n"
    "want niemand anders doet het voor ons.|Iris Blok|same-sentence\n" },
  { "aldus", "“De dijk is over tien jaar te laag”, aldus de wethouder Iris Blok.",
    "De dijk is over tien jaar te laag|Iris Blok|same-sentence\n" },
  { "volgens-after", "“De dijk is over tien jaar te laag”, volgens Van der Zee.",
    "De dijk is over tien jaar te laag|Ria van der Zee|same-sentence\n" },
  { "first-name-only", "“De dijk is over tien jaar te laag”, vertelt Ria. Iedereen luistert.",
    "De dijk is over tien jaar te laag|Ria van der Zee|same-sentence\n" },
  { "title-before-name", "“De dijk is over tien jaar te laag”, waarschuwt dijkgraaf Van der Zee.",
    "De dijk is over tien jaar te laag|Ria van der Zee|same-sentence\n" },
  { "mevrouw", "Mevrouw Van der Zee antwoordt: “Daar hebben wij nog niet over besloten.”",
    "Daar hebben wij nog niet over besloten.|Ria van der Zee|same-sentence\n" },
  { "dialogue", "“Wat is het plan?” vraagt Blok.\n\n“Dat is er nog niet”, antwoordt De Wit.",
    "Wat is het plan?|Iris Blok|same-sentence\nDat is er nog niet|Jos de Wit|same-sentence\n" },
  { "exclamation", "‘Daar moeten we nu echt mee beginnen!’ roept Van der Zee.",
    "Daar moeten we nu echt mee beginnen!|Ria van der Zee|same-sentence\n" },
  { "single-with-apostrophes", "‘Die foto’s van vóór de storm zijn zo’n twintig jaar oud’, zegt Blok.",
    "Die foto’s van vóór de storm zijn zo’n twintig jaar oud|Iris Blok|same-sentence\n" },
  { "single-ending-in-genitive", "‘Dit is niet Frans’ dijk en ook niet de mijne’, zegt Blok.",
    "Dit is niet Frans’ dijk en ook niet de mijne|Iris Blok|same-sentence\n" },
  { "single-wrong-way", "’s Avonds zegt Blok: ’Wij gaan hier niet meer weg.’",
    "Wij gaan hier niet meer weg.|Iris Blok|same-sentence\n" },
  { "stop-outside", "De Wit zegt: “Het water komt er toch wel in”.",
    "Het water komt er toch wel in|Jos de Wit|same-sentence\n" },
  { "dash-between", "“Wij weten het niet” – Blok zegt het zachtjes – “maar wij zoeken het uit.”",
    "Wij weten het niet|Iris Blok|same-sentence\nmaar wij zoeken het uit.|Iris Blok|same-sentence\n" },
  { "part-of-sentence", "Volgens De Wit is de dijk “over tien jaar veel te laag en veel te smal”.",
    "over tien jaar veel te laag en veel te smal|Jos de Wit|same-sentence\n" },
  { "nested-low", "„Hij zei ‚dat kan niet zomaar’ en daarna liep hij weg”, zegt Blok.",
    "Hij zei ‚dat kan niet zomaar’ en daarna liep hij weg|Iris Blok|same-sentence\n" },
  { "three-paragraphs",
    "Blok zegt: “Eerst bouwen wij een dijk.\n\n“Daarna bouwen wij een gemaal.\n\n“En dan rusten wij uit.”",
    "Eerst bouwen wij een dijk.\n\n“Daarna bouwen wij een gemaal.\n\n“En dan rusten wij uit.|Iris Blok|same-sentence\n" },
  { "english-comma-inside", "“We are going to build it ourselves,” says Iris Blok.",
    "We are going to build it ourselves,|Iris Blok|same-sentence\n" },
  { "english-name-first", "Iris Blok said: “We are going to build it ourselves.”",
    "We are going to build it ourselves.|Iris Blok|same-sentence\n" },
  { "english-single", "‘We don’t know what’s coming, and it isn’t the council’s fault,’ said De Wit.",
    "We don’t know what’s coming, and it isn’t the council’s fault,|Jos de Wit|same-sentence\n" },
  { "english-plural-possessive", "‘It was the farmers’ land before it was ours,’ said De Wit.",
    "It was the farmers’ land before it was ours,|Jos de Wit|same-sentence\n" },
  { "english-straight", "\"We don't know what's coming, and it isn't our fault,\" De Wit told the meeting.",
    "We don't know what's coming, and it isn't our fault,|Jos de Wit|same-sentence\n" },
  { "english-according-to", "According to Blok, “the dike will be too low in ten years”.",
    "the dike will be too low in ten years|Iris Blok|same-sentence\n" },
  { "english-pronoun", "Blok is not so sure. “The dike will be too low in ten years,” she says.",
    "The dike will be too low in ten years,|Iris Blok|same-sentence*\n" },
  { "english-adds", "“We build it ourselves,” says Blok. “Nobody else is going to do it for us,” she adds.",
    "We build it ourselves,|Iris Blok|same-sentence\n"
    "Nobody else is going to do it for us,|Iris Blok|same-sentence*\n" },
  { "english-scare", "The “smart” lock is a “game changer” for the so-called ‘water nation’.", "" },
  { "english-decades", "In the ’90s it was rock ’n’ roll, ’twas all different, says Blok.", "" },
  { "english-inches", "The gauge stood at 5'10\" and later at 6'2\", says De Wit.", "" },
  { "inches-curly", "De peilstok is 5’10” lang en het gat 6” diep, zegt De Wit.", "" },
  { "quoted-title-long", "In zijn boek “De lange weg naar het water van morgen” schrijft De Wit daarover.", "" },
  { "title-italic-said", "Het thema van de avond was ‘Samen leven met het water’.", "" },
  { "poster", "Op het bord staat “verboden toegang”. Blok loopt door.", "" },
  { "minutes-and-feet", "Om 10'30 begint Blok; 's middags om 3 is zij klaar.", "" },
  { "elision-only", "’s Ochtends, ’s middags en ’s avonds is ’t hier stil, zegt Blok.", "" },
  { "years", "In ’53 en in ’95 stond het water hoger, zegt De Wit.", "" },
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
