/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "cms-sample.h"

#include "core/vsl-article-builder.h"

static void
add_participant (VslArticleBuilder *builder,
                 const char        *name,
                 const char        *role,
                 gboolean           chair)
{
  g_autoptr(VslPerson) person = vsl_person_new_from_text (name);
  g_autoptr(VslParticipant) participant = vsl_participant_new (person, role, "gemeente Noorderveen",
                                                               chair);

  vsl_article_builder_add_participant (builder, participant);
}

VslArticle *
sample_article (const char         *headline,
                const char         *body,
                const char * const *tags)
{
  g_autoptr(VslArticleBuilder) builder = vsl_article_builder_new (NULL);
  g_autofree char *whole = NULL;

  whole = g_strconcat (body, "\n\n::: streamer\nEen brug is pas af als je er oud op wordt.\n:::\n\n"
                             "## Wat nu?\n\n- eerst <tellen> & wegen\n- dan *bouwen*\n\n"
                             "::: kader De cijfers\nTwaalf bruggen in negen jaar.\n:::\n", NULL);
  vsl_article_builder_set_language (builder, "nl");
  vsl_article_builder_set_text (builder, VSL_FIELD_KICKER, "Bruggendebat");
  vsl_article_builder_set_text (builder, VSL_FIELD_HEADLINE, headline);
  vsl_article_builder_set_text (builder, VSL_FIELD_LEAD,
                                "Noorderveen wil in tien jaar alle bruggen vernieuwen. In het "
                                "bruggendebat bleek dat niet iedereen haast heeft.");
  vsl_article_builder_set_text (builder, VSL_FIELD_BYLINE, "Tjitske van der Veldhorst");
  vsl_article_builder_set_text (builder, VSL_FIELD_CREDIT, "Beeldbank Noorderveen");
  vsl_article_builder_set_text (builder, VSL_FIELD_EVENT, "Bruggendebat");
  vsl_article_builder_set_text (builder, VSL_FIELD_BODY, whole);
  add_participant (builder, "Oebele Zandstra", "wethouder", FALSE);
  add_participant (builder, "Marijke de Wilgen", "bruggenbouwer", FALSE);
  add_participant (builder, "Hessel ten Kate", "griffier", TRUE);
  if (tags != NULL)
    vsl_article_builder_set_tags (builder, tags);

  return vsl_article_builder_end (g_steal_pointer (&builder));
}
