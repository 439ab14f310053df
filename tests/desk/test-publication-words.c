/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "config.h"

#include "desk/vsl-publication-words.h"

#include "core/vsl-article-builder.h"
#include "core/vsl-site-choices.h"

#include <glib/gi18n.h>
#include <locale.h>

/* 12 March 2027 at 09:00 in Amsterdam. */
#define MOMENT (G_GINT64_CONSTANT (1804838400) * G_USEC_PER_SEC)

/* The sentence that says what will happen, in both languages. */
static const struct
{
  const char *name;
  VslRemoteStatus as;
  int found; /* a VslRemoteStatus, or −1: not there yet */
  gboolean bare; /* no headline, no tags, no pictures */
  const char *english;
  const char *dutch;
} rows[] = {
  { "draft", VSL_REMOTE_DRAFT, -1, FALSE,
    "“De dijk” is put on krant.example as a draft; readers do not see it. 2 tags go with it, if the site "
    "has all of them. One picture goes with it.",
    "“De dijk” wordt op krant.example gezet als concept; lezers zien het niet. Er gaan 2 tags mee, als de "
    "site ze allemaal heeft. Er gaat één foto mee." },
  { "draft-bare", VSL_REMOTE_DRAFT, -1, TRUE,
    "The article is put on krant.example as a draft; readers do not see it.",
    "Het artikel wordt op krant.example gezet als concept; lezers zien het niet." },
  { "draft-update", VSL_REMOTE_DRAFT, VSL_REMOTE_DRAFT, TRUE,
    "The article is brought up to date on krant.example as a draft; readers do not see it.",
    "Het artikel wordt op krant.example bijgewerkt als concept; lezers zien het niet." },
  { "offline", VSL_REMOTE_DRAFT, VSL_REMOTE_PUBLISH, TRUE,
    "The article is taken offline on krant.example and becomes a draft there.",
    "Het artikel gaat op krant.example offline en wordt daar een concept." },
  { "review", VSL_REMOTE_PENDING, -1, TRUE,
    "The article is put on krant.example and waits for review there.",
    "Het artikel wordt op krant.example gezet en wacht daar op beoordeling." },
  { "publish", VSL_REMOTE_PUBLISH, -1, TRUE,
    "The article is published on krant.example at once, for everybody to read.",
    "Het artikel wordt meteen gepubliceerd op krant.example, voor iedereen te lezen." },
  { "publish-draft", VSL_REMOTE_PUBLISH, VSL_REMOTE_DRAFT, TRUE,
    "The article is brought up to date on krant.example and published at once, for everybody to read.",
    "Het artikel wordt op krant.example bijgewerkt en meteen gepubliceerd, voor iedereen te lezen." },
  { "publish-update", VSL_REMOTE_PUBLISH, VSL_REMOTE_PUBLISH, TRUE,
    "The article is brought up to date on krant.example at once, where readers see it.",
    "Het artikel wordt op krant.example meteen bijgewerkt, waar lezers het zien." },
  { "later", VSL_REMOTE_FUTURE, -1, TRUE,
    "On Friday 12 March 2027 at 09:00 the article is published on krant.example.",
    "Op vrijdag 12 maart 2027 om 09:00 wordt het artikel gepubliceerd op krant.example." },
  { "bin", VSL_REMOTE_TRASH, VSL_REMOTE_DRAFT, TRUE,
    "The article is put in the bin of krant.example.",
    "Het artikel gaat naar de prullenbak van krant.example." },
};

static VslArticle *
make_article (gboolean bare)
{
  g_autoptr(VslArticleBuilder) builder = vsl_article_builder_new (NULL);
  g_autoptr(VslPicture) picture = vsl_picture_new ("aa", "image/png", NULL, NULL, NULL);

  if (!bare)
    {
      vsl_article_builder_set_text (builder, VSL_FIELD_HEADLINE, "De dijk");
      vsl_article_builder_add_tag (builder, "water");
      vsl_article_builder_add_tag (builder, "dijken");
      vsl_article_builder_add_picture (builder, picture);
    }

  return vsl_article_builder_end (g_steal_pointer (&builder));
}

static VslOutboxRow *
make_row (int found)
{
  g_autoptr(VslRemoteCopy) copy = NULL;

  if (found < 0)
    return NULL;

  copy = vsl_remote_copy_new ("7", "token", (VslRemoteStatus) found, NULL, NULL, NULL, NULL, NULL);

  return vsl_outbox_row_new (1, "id", "krant", "token", VSL_OUTBOX_CONFIRMED, 1, (VslRemoteStatus) found, 0,
                             copy, NULL, 0);
}

static void
test_row (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr(VslSite) bare = vsl_site_new ("krant", VSL_BRAND_WORDPRESS, "https://krant.example/", "jo", NULL,
                                          NULL);
  g_autoptr(VslSite) site = vsl_site_new_with_setting (bare, VSL_SITE_TIMEZONE, "Europe/Amsterdam");
  g_autoptr(VslArticle) article = make_article (rows[i].bare);
  g_autoptr(VslOutboxRow) row = make_row (rows[i].found);
  VslPublicationOptions options = { .as = rows[i].as,
                                    .at = rows[i].as == VSL_REMOTE_FUTURE ? MOMENT : 0 };
  g_autofree char *sentence = vsl_publication_words_sentence (article, site, row, &options);
  gboolean dutch = g_str_has_prefix (setlocale (LC_MESSAGES, NULL), "nl");

  g_assert_cmpstr (sentence, ==, dutch ? rows[i].dutch : rows[i].english);
}

/* A headline that is a quotation is not quoted twice. */
static const struct
{
  const char *headline;
  const char *quoted;
} headlines[] = {
  { "De dijk", "“De dijk”" },
  { " De dijk ", "“De dijk”" },
  { "‘De dijk is van ons’", "‘De dijk is van ons’" },
  { "“De dijk is van ons”", "“De dijk is van ons”" },
  { "\"De dijk is van ons\"", "\"De dijk is van ons\"" },
  { "‘De dijk’ is van ons", "“‘De dijk’ is van ons”" },
  { "Zij zei: “De dijk is van ons”", "‘Zij zei: “De dijk is van ons”’" },
  { "‘t", "“‘t”" },
  { "’", "“’”" },
  { "", "" },
};

static void
test_headlines (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (headlines); i++)
    {
      g_autofree char *quoted = vsl_publication_words_headline (headlines[i].headline);

      g_assert_cmpstr (quoted, ==, headlines[i].quoted);
    }
}

int
main (int    argc,
      char **argv)
{
  g_setenv ("TZ", "Europe/Amsterdam", TRUE);
  setlocale (LC_ALL, "");
  if (g_getenv ("VERSLAG_LOCALEDIR") != NULL)
    bindtextdomain (GETTEXT_PACKAGE, g_getenv ("VERSLAG_LOCALEDIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/publication-words/%s", rows[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_row);
    }

  g_test_add_func ("/publication-words/headlines", test_headlines);

  return g_test_run ();
}
