/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "config.h"

#include "fixture.h"

#include "cms/vsl-http.h"
#include "desk/vsl-desk-private.h"
#include "fault-server.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <string.h>

/* What goes wrong while an article is put on a site, and what the person is told: the whole sentences,
 * in both languages. Runs once in English and once in Dutch. %s is the site. */

#define DEADLINE_MS 300
#define HEAD(status, type) "HTTP/1.1 " status "\r\nContent-Type: " type "\r\nConnection: close\r\n"
#define JSON(status, body) HEAD (status, "application/json") "\r\n" body
#define MOVED "HTTP/1.1 301 X\r\nLocation: https://elders.test/\r\nConnection: close\r\n\r\n"
#define PAGE(status) HEAD (status, "text/html") "\r\n<!DOCTYPE html><html><body>Welkom</body></html>"
#define WARNED(status) HEAD (status, "application/json") \
                       "\r\n<br />\n<b>Warning</b>:  x in <b>/y.php</b>{\"id\":1}"

#define DOUBT_EN "%s did not answer as it should, so it is not certain whether the article arrived. It " \
                 "waits in the outbox: Verslag looks there before it sends anything again, and puts " \
                 "nothing there twice."
#define DOUBT_NL "%s antwoordde niet zoals het hoort, zodat niet vaststaat of het artikel is aangekomen. " \
                 "Het wacht in de uitgaande map: Verslag kijkt daar voordat het iets opnieuw verzendt, " \
                 "en zet er niets dubbel neer."
#define WAITS_EN " Nothing was stored there. The article waits in the outbox, and Verslag sends it by " \
                 "itself when the site can be reached."
#define WAITS_NL " Daar is niets opgeslagen. Het artikel wacht in de uitgaande map; Verslag verzendt het " \
                 "vanzelf zodra de site te bereiken is."
#define NOTHING_EN " Nothing was stored there."
#define NOTHING_NL " Daar is niets opgeslagen."
#define AUTH_EN "“%s” does not accept the user name and application password. Either one of them is " \
                "wrong, or application passwords are switched off there, or its web server does not pass " \
                "them on. Check the first; for the other two, ask the web manager."
#define AUTH_NL "“%s” accepteert de gebruikersnaam en het applicatiewachtwoord niet. Een van beide is " \
                "fout, of applicatiewachtwoorden staan daar uit, of de webserver geeft ze niet door. " \
                "Controleer het eerste; vraag de webbeheerder naar de andere twee."

/* At what it strikes: the article itself, or a question before it. */
typedef enum
{
  ON_ARTICLE,
  ON_QUESTION
} Moment;

static const struct
{
  const char *name;
  Moment moment;
  Fault fault;
  const char *en, *nl;
} faults[] = {
  { "cut-after-headers", ON_ARTICLE, { FAULT_CUT_AFTER_HEADERS }, DOUBT_EN, DOUBT_NL },
  { "cut-after-request", ON_ARTICLE, { FAULT_CUT_AFTER_REQUEST }, DOUBT_EN, DOUBT_NL },
  { "cut-in-reply", ON_ARTICLE, { FAULT_CUT_IN_REPLY, PAGE ("201 Created") }, DOUBT_EN, DOUBT_NL },
  { "stall", ON_ARTICLE, { FAULT_STALL }, DOUBT_EN, DOUBT_NL },
  { "502", ON_ARTICLE, { FAULT_REPLY, PAGE ("502 X") }, DOUBT_EN, DOUBT_NL },
  { "504", ON_ARTICLE, { FAULT_REPLY, PAGE ("504 X") }, DOUBT_EN, DOUBT_NL },
  { "500", ON_ARTICLE, { FAULT_REPLY, JSON ("500 X", "{\"code\":\"internal_server_error\"}") },
    DOUBT_EN, DOUBT_NL },
  { "portal", ON_ARTICLE, { FAULT_REPLY, PAGE ("200 OK") }, DOUBT_EN, DOUBT_NL },
  { "warning", ON_ARTICLE, { FAULT_REPLY, WARNED ("201 Created") }, DOUBT_EN, DOUBT_NL },
  { "half-answer", ON_ARTICLE, { FAULT_REPLY, JSON ("201 Created", "{\"id\":1,") }, DOUBT_EN, DOUBT_NL },
  { "another-article", ON_ARTICLE, { FAULT_REPLY, JSON ("200 OK", "[]") }, DOUBT_EN, DOUBT_NL },
  { "401", ON_ARTICLE, { FAULT_REPLY, JSON ("401 X", "{\"code\":\"rest_cannot_create\"}") },
    AUTH_EN NOTHING_EN, AUTH_NL NOTHING_NL },
  { "403", ON_ARTICLE, { FAULT_REPLY, JSON ("403 X", "{\"code\":\"rest_cannot_create\"}") },
    "This user may not do this on “%s”. Ask the web manager for the right." NOTHING_EN,
    "Deze gebruiker mag dit niet op “%s”. Vraag de webbeheerder om het recht." NOTHING_NL },
  { "firewall", ON_ARTICLE, { FAULT_REPLY, PAGE ("403 X") },
    "A firewall in front of “%s” refused this (403); it may be because of a word in the text. Ask the "
    "web manager to let it through." NOTHING_EN,
    "Een firewall voor “%s” heeft dit geweigerd (403); dat kan aan een woord in de tekst liggen. "
    "Vraag de webbeheerder om het door te laten." NOTHING_NL },
  { "413", ON_ARTICLE, { FAULT_REPLY, PAGE ("413 X") },
    "“%s” does not receive anything this large. Ask the web manager to raise the limit." NOTHING_EN,
    "“%s” ontvangt niets dat zo groot is. Vraag de webbeheerder de grens te verhogen." NOTHING_NL },
  { "400", ON_ARTICLE, { FAULT_REPLY, JSON ("400 X", "{\"code\":\"rest_invalid_param\"}") },
    "“%s” refused this (400). Nothing was stored. Ask the web manager why.",
    "“%s” heeft dit geweigerd (400). Er is niets opgeslagen. Vraag de webbeheerder waarom." },
  { "301", ON_ARTICLE, { FAULT_REPLY, MOVED },
    "“%s” sends requests on to “https://elders.test”. Set up the site again with that address." WAITS_EN,
    "“%s” stuurt door naar “https://elders.test”. Stel de site opnieuw in met dat adres." WAITS_NL },
  { "429", ON_ARTICLE, { FAULT_REPLY, PAGE ("429 X") },
    "“%s” has had too many requests. Try again later." WAITS_EN,
    "“%s” heeft te veel verzoeken gekregen. Probeer het later opnieuw." WAITS_NL },
  { "maintenance", ON_ARTICLE, { FAULT_REPLY, JSON ("503 X", "{\"code\":\"wp_die\"}") },
    "“%s” is being maintained. Try again later." WAITS_EN,
    "“%s” is in onderhoud. Probeer het later opnieuw." WAITS_NL },
  { "question-cut", ON_QUESTION, { FAULT_CUT_AFTER_REQUEST },
    "The connection with “%s” broke off. Try again later." WAITS_EN,
    "De verbinding met “%s” werd verbroken. Probeer het later opnieuw." WAITS_NL },
  { "question-stall", ON_QUESTION, { FAULT_STALL },
    "“%s” did not answer in time. Try again later." WAITS_EN,
    "“%s” antwoordde niet op tijd. Probeer het later opnieuw." WAITS_NL },
  { "question-502", ON_QUESTION, { FAULT_REPLY, PAGE ("502 X") },
    "“%s” is out of order or being maintained (502). Try again later." WAITS_EN,
    "“%s” is buiten dienst of in onderhoud (502). Probeer het later opnieuw." WAITS_NL },
  { "question-500", ON_QUESTION, { FAULT_REPLY, JSON ("500 X", "{}") },
    "“%s” reports an error of its own (500). Ask the web manager to look in the log of the site." NOTHING_EN,
    "“%s” meldt een eigen fout (500). Vraag de webbeheerder in het logboek van de site te kijken." NOTHING_NL },
  { "question-401", ON_QUESTION, { FAULT_REPLY, JSON ("401 X", "{}") }, AUTH_EN NOTHING_EN, AUTH_NL NOTHING_NL },
  { "question-portal", ON_QUESTION, { FAULT_REPLY, PAGE ("200 OK") },
    "“%s” answers with a page for people. Check the address; on a guest network, log in to the network "
    "first." WAITS_EN,
    "“%s” antwoordt met een gewone webpagina. Controleer het adres; meld u op een gastnetwerk "
    "eerst aan bij het netwerk." WAITS_NL },
  { "question-warning", ON_QUESTION, { FAULT_REPLY, WARNED ("200 OK") },
    "“%s” put a technical warning before its answer, so it is not certain what it did. Ask the web manager "
    "to switch off the display of warnings." WAITS_EN,
    "“%s” zette een technische waarschuwing voor het antwoord, zodat niet zeker is wat er is "
    "gedaan. Vraag de webbeheerder om het tonen van waarschuwingen uit te zetten." WAITS_NL },
  { "question-half-answer", ON_QUESTION, { FAULT_REPLY, JSON ("200 OK", "[{\"id\":") },
    "“%s” gave an answer that cannot be understood. Check the address." WAITS_EN,
    "“%s” gaf een antwoord dat niet te begrijpen is. Controleer het adres." WAITS_NL },
};

/* The linker puts this in the place of the real one, so that a stall is over soon. */
VslHttp *__real_vsl_http_new (guint         deadline_ms,
                              GTlsDatabase *authorities);
VslHttp *__wrap_vsl_http_new (guint         deadline_ms,
                              GTlsDatabase *authorities);

VslHttp *
__wrap_vsl_http_new (guint         deadline_ms,
                     GTlsDatabase *authorities)
{
  return __real_vsl_http_new (DEADLINE_MS, authorities);
}

static void
add_site (Fixture    *fixture,
          const char *url)
{
  g_autofree char *root = g_strconcat (url, "/wp-json/", NULL);
  g_autoptr(VslStore) store = vsl_store_open (fixture->data_dir, VSL_STORE_READ_WRITE, NULL);
  g_autoptr(VslSite) site =
    vsl_site_new ("weekblad", VSL_BRAND_WORDPRESS, root, "redactie", root, "Weekblad");

  g_assert_true (vsl_store_add_site (store, site, NULL));
  g_assert_true (vsl_store_close (store, NULL));
}

static char *
add_article (Fixture *fixture,
             Moment   moment)
{
  g_autoptr(VslArticle) article = fixture_add (fixture, "Kop", "Eén zin.");
  VslArticleBuilder *builder = vsl_article_builder_new (article);
  g_autoptr(VslArticle) tagged = NULL;
  g_autoptr(VslArticle) stored = NULL;

  if (moment == ON_QUESTION)
    vsl_article_builder_add_tag (builder, "bruggen");
  tagged = vsl_article_builder_end (builder);
  stored = vsl_desk_save_article (fixture->desk, tagged, NULL);
  g_assert_nonnull (stored);

  return g_strdup (vsl_article_get_id (stored));
}

/* The words of programmers. A status in brackets is for the web manager, who is told it. */
static void
check_words (const char *sentence)
{
  static const char * const words[] = { "HTTP", "JSON", "HTML", "PHP", "POST", "API", "TLS", "NULL",
                                        "errno", "token", "timeout", "socket", "rest_", "exception", "{", "<" };
  g_autofree char *bare = NULL;
  g_auto(GStrv) parts = g_strsplit (sentence, "“https://elders.test”", -1);
  guint i;

  bare = g_strjoinv ("", parts);
  for (i = 0; i < G_N_ELEMENTS (words); i++)
    g_assert_null (strstr (bare, words[i]));
}

/* What may have been stored, and what to do. */
static void
check_meaning (const char *sentence)
{
  static const char * const stored[] = { "not certain whether", "Nothing was stored", "niet vaststaat of",
                                         "niets opgeslagen" };
  static const char * const to_do[] = { "outbox", "Ask ", "ask ", "uitgaande map", "raag " };
  guint i, n_stored = 0, n_to_do = 0;

  for (i = 0; i < G_N_ELEMENTS (stored); i++)
    n_stored += strstr (sentence, stored[i]) != NULL ? 1 : 0;
  for (i = 0; i < G_N_ELEMENTS (to_do); i++)
    n_to_do += strstr (sentence, to_do[i]) != NULL ? 1 : 0;
  g_assert_cmpuint (n_stored, >, 0);
  g_assert_cmpuint (n_to_do, >, 0);
}

static void
test_sentence (Fixture      *fixture,
               gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  gboolean dutch = g_str_has_prefix (setlocale (LC_MESSAGES, NULL), "nl");
  const char *wanted = dutch ? faults[i].nl : faults[i].en;
  g_autoptr(FaultServer) server = fault_server_new (&faults[i].fault, 1);
  const char *address = fault_server_get_url (server) + strlen ("http://");
  g_auto(GStrv) parts = g_strsplit (wanted, "%s", -1);
  g_autofree char *expected = g_strjoinv ("127.0.0.1", parts);
  g_auto(GStrv) told = NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *id = NULL;
  g_autoptr(VslSite) site = NULL;
  g_autoptr(VslPublication) publication = NULL;

  add_site (fixture, fault_server_get_url (server));
  fixture_open (fixture);
  vsl_publisher_set_look_ms (fixture->desk->publisher, 1);
  vsl_desk_remember_password (fixture->desk, "weekblad", "geheim");
  id = add_article (fixture, faults[i].moment);
  site = vsl_desk_find_site (fixture->desk, "weekblad", NULL);
  publication = fixture_publish (fixture, id, site, VSL_REMOTE_DRAFT);

  g_assert_nonnull (vsl_publication_get_error (publication));
  told = g_strsplit (vsl_publication_get_error (publication)->message, address, -1);
  sentence = g_strjoinv ("127.0.0.1", told);
  g_assert_cmpstr (sentence, ==, expected);
  check_words (expected);
  check_meaning (expected);
}

/* Nobody listens there. */
static void
test_refused (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr(VslSite) site = NULL;
  g_autoptr(VslPublication) publication = NULL;
  g_autofree char *id = NULL;
  const char *message;

  add_site (fixture, "http://127.0.0.1:1");
  fixture_open (fixture);
  vsl_desk_remember_password (fixture->desk, "weekblad", "geheim");
  id = add_article (fixture, ON_ARTICLE);
  site = vsl_desk_find_site (fixture->desk, "weekblad", NULL);
  publication = fixture_publish (fixture, id, site, VSL_REMOTE_DRAFT);
  g_assert_nonnull (vsl_publication_get_error (publication));
  message = vsl_publication_get_error (publication)->message;
  g_assert_nonnull (strstr (message, "127.0.0.1:1"));
  check_words (message);
  check_meaning (message);
}

int
main (int   argc,
      char *argv[])
{
  guint i;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("VERSLAG_LOCALEDIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_test_init (&argc, &argv, NULL);

  for (i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autofree char *path = g_strconcat ("/publish-sentences/", faults[i].name, NULL);

      g_test_add (path, Fixture, GUINT_TO_POINTER (i), fixture_set_up, test_sentence, fixture_tear_down);
    }
  g_test_add ("/publish-sentences/refused", Fixture, NULL, fixture_set_up, test_refused, fixture_tear_down);

  return g_test_run ();
}
