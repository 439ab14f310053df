/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "fixture.h"

#include "desk/vsl-string-source.h"

static void
count_cb (guint *count)
{
  (*count)++;
}

static VslDocument *
new_document (Fixture *fixture)
{
  g_autoptr(GError) error = NULL;
  VslDocument *document =
    vsl_desk_new_document (fixture_open (fixture), VSL_KIND_REPORT, "nl", &error);

  g_assert_no_error (error);

  return document;
}

static void
add_participant (VslDocument *document,
                 const char  *name,
                 gboolean     chair)
{
  g_autoptr(VslPerson) person = vsl_person_new_from_text (name);
  g_autoptr(VslParticipant) participant = vsl_participant_new (person, "", "", chair);

  vsl_document_insert_participant (document, G_MAXUINT, participant);
}

/* The names in order, the chair with a star. */
static char *
list_participants (VslDocument *document)
{
  GListModel *model = vsl_document_get_participants (document);
  g_autoptr(GString) list = g_string_new (NULL);
  guint i;

  for (i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr(VslParticipant) participant = g_list_model_get_item (model, i);

      g_string_append_printf (list, "%s%s ", vsl_participant_get_name (participant),
                              vsl_participant_get_chair (participant) ? "*" : "");
    }

  return g_string_free (g_steal_pointer (&list), FALSE);
}

static void
test_fields (Fixture      *fixture,
             gconstpointer data)
{
  VslField field = GPOINTER_TO_UINT (data);
  g_autofree char *signal = g_strconcat ("notify::", vsl_field_get_name (field), NULL);
  g_autoptr(VslDocument) document = new_document (fixture);
  g_autoptr(VslArticle) article = NULL;
  g_autofree char *id = g_strdup (vsl_document_get_id (document));
  guint notified = 0;
  guint changed = 0;

  if (field != VSL_FIELD_BODY)
    g_signal_connect_swapped (document, signal, G_CALLBACK (count_cb), &notified);
  g_signal_connect_swapped (document, "changed", G_CALLBACK (count_cb), &changed);
  vsl_document_set_text (document, field, "‘Eén’ tekst");
  vsl_document_set_text (document, field, "‘Eén’ tekst");
  g_assert_cmpuint (changed, ==, 1);
  if (field != VSL_FIELD_BODY)
    g_assert_cmpuint (notified, ==, 1);
  g_assert_true (vsl_document_get_dirty (document));

  fixture_save (document);
  g_assert_false (vsl_document_get_dirty (document));
  g_assert_cmpint (vsl_document_get_save_state (document), ==, VSL_SAVE_SAVED);
  g_assert_finalize_object (g_steal_pointer (&document));

  article = fixture_load (fixture, id);
  g_assert_cmpstr (vsl_article_get_text (article, field), ==, "‘Eén’ tekst");
}

static void
test_properties (Fixture      *fixture,
                 gconstpointer data)
{
  const char *tags[] = { "Water", "Bestuur", NULL };
  g_autoptr(VslDocument) document = new_document (fixture);
  g_autoptr(VslArticle) article = NULL;
  guint changed = 0;

  g_signal_connect_swapped (document, "changed", G_CALLBACK (count_cb), &changed);
  g_object_set (document, "kind", VSL_KIND_OPINION, "status", VSL_STATUS_READY, "language", "en",
                "tags", tags, "headline", "A headline", NULL);
  g_object_set (document, "kind", VSL_KIND_OPINION, "status", VSL_STATUS_READY, "language", "en",
                "tags", tags, "headline", "A headline", NULL);
  g_assert_cmpuint (changed, ==, 5);

  article = vsl_document_dup_article (document);
  g_assert_cmpint (vsl_article_get_kind (article), ==, VSL_KIND_OPINION);
  g_assert_cmpint (vsl_article_get_status (article), ==, VSL_STATUS_READY);
  g_assert_cmpstr (vsl_article_get_language (article), ==, "en");
  g_assert_cmpstr (vsl_article_get_text (article, VSL_FIELD_HEADLINE), ==, "A headline");
  g_assert_true (g_strv_equal (vsl_article_get_tags (article), (const char * const *) tags));
  vsl_document_set_tags (document, NULL);
  g_assert_null (vsl_document_get_tags (document)[0]);
}

typedef struct
{
  const char *name;
  guint from;
  guint to;
  const char *expected;
} MoveCase;

static const MoveCase move_cases[] = {
  { "down", 0, 2, "B* C A D " },
  { "up", 3, 1, "A D B* C " },
  { "neighbours", 1, 2, "A C B* D " },
  { "nowhere", 1, 1, "A B* C D " },
  { "past-the-end", 0, 4, "A B* C D " },
};

static void
test_move (Fixture      *fixture,
           gconstpointer data)
{
  const MoveCase *test = data;
  g_autoptr(VslDocument) document = new_document (fixture);
  g_autofree char *list = NULL;
  guint changes = 0;

  add_participant (document, "A", FALSE);
  add_participant (document, "B", TRUE);
  add_participant (document, "C", FALSE);
  add_participant (document, "D", FALSE);
  g_signal_connect_swapped (vsl_document_get_participants (document), "items-changed",
                            G_CALLBACK (count_cb), &changes);
  vsl_document_move_participant (document, test->from, test->to);
  list = list_participants (document);
  g_assert_cmpstr (list, ==, test->expected);
  g_assert_cmpuint (changes, ==, g_str_equal (test->expected, "A B* C D ") ? 0 : 1);
}

static void
test_participants (Fixture      *fixture,
                   gconstpointer data)
{
  g_autoptr(VslDocument) document = new_document (fixture);
  g_autoptr(VslPerson) person = vsl_person_new_from_text ("Bo de Wit");
  g_autoptr(VslParticipant) participant = vsl_participant_new (person, "wethouder", "Zeestad", FALSE);
  g_autoptr(VslArticle) article = NULL;
  g_autofree char *list = NULL;
  g_autofree char *id = g_strdup (vsl_document_get_id (document));

  add_participant (document, "A", TRUE);
  add_participant (document, "B", FALSE);
  vsl_document_set_chair (document, 1, TRUE);
  list = list_participants (document);
  g_assert_cmpstr (list, ==, "A B* ");
  vsl_document_set_chair (document, 1, FALSE);
  vsl_document_replace_participant (document, 0, participant);
  vsl_document_remove_participant (document, 1);
  vsl_document_remove_participant (document, 1);
  fixture_save (document);
  g_clear_object (&document);

  article = fixture_load (fixture, id);
  g_assert_cmpuint (vsl_article_get_n_participants (article), ==, 1);
  g_assert_true (vsl_participant_equal (vsl_article_get_participant (article, 0), participant));
}

static void
test_body_source (Fixture      *fixture,
                  gconstpointer data)
{
  g_autoptr(VslDocument) document = new_document (fixture);
  g_autoptr(VslStringSource) source = vsl_string_source_new ("something else");
  g_autofree char *in_source = NULL;
  g_autofree char *at_last = NULL;

  vsl_document_set_text (document, VSL_FIELD_BODY, "Typed.");
  fixture_save (document);
  vsl_document_set_body_source (document, VSL_TEXT_SOURCE (source));
  in_source = vsl_text_source_dup_text (VSL_TEXT_SOURCE (source));
  g_assert_cmpstr (in_source, ==, "Typed.");
  g_assert_false (vsl_document_get_dirty (document));

  vsl_text_source_set_text (VSL_TEXT_SOURCE (source), "Typed more.");
  g_assert_true (vsl_document_get_dirty (document));
  vsl_document_set_body_source (document, NULL);
  fixture_save (document);
  vsl_text_source_set_text (VSL_TEXT_SOURCE (source), "Nobody listens.");
  g_assert_false (vsl_document_get_dirty (document));
  at_last = vsl_document_dup_body (document);
  g_assert_cmpstr (at_last, ==, "Typed more.");
}

/* There is one document for an article, and what is stored from elsewhere comes on its screen. */
static void
test_one_per_article (Fixture      *fixture,
                      gconstpointer data)
{
  g_autoptr(VslDocument) document = new_document (fixture);
  const char *id = vsl_document_get_id (document);
  g_autoptr(VslDocument) again = vsl_desk_open_document (fixture->desk, id, NULL);
  g_autoptr(VslArticle) loaded = NULL;
  g_autoptr(VslArticle) changed = NULL;
  g_autoptr(VslArticle) stored = NULL;
  VslArticleBuilder *builder;
  guint changes = 0;

  g_assert_true (document == again);
  vsl_document_set_text (document, VSL_FIELD_LEAD, "Not on the disk yet.");
  loaded = fixture_load (fixture, id);
  g_assert_cmpstr (vsl_article_get_text (loaded, VSL_FIELD_LEAD), ==, "Not on the disk yet.");

  builder = vsl_article_builder_new (loaded);
  vsl_article_builder_set_text (builder, VSL_FIELD_HEADLINE, "From elsewhere");
  vsl_article_builder_add_tag (builder, "tag");
  changed = vsl_article_builder_end (builder);
  g_signal_connect_swapped (document, "changed", G_CALLBACK (count_cb), &changes);
  stored = vsl_desk_save_article (fixture->desk, changed, NULL);
  g_assert_nonnull (stored);
  g_assert_cmpuint (changes, ==, 1);
  g_assert_cmpstr (vsl_document_get_text (document, VSL_FIELD_HEADLINE), ==, "From elsewhere");
  g_assert_cmpint (vsl_article_get_revision (stored), >, vsl_article_get_revision (loaded));
  g_assert_false (vsl_document_get_dirty (document));
}

int
main (int   argc,
      char *argv[])
{
  guint i;

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (i = 0; i < VSL_N_FIELDS; i++)
    {
      g_autofree char *path = g_strconcat ("/document/field/", vsl_field_get_name (i), NULL);

      g_test_add (path, Fixture, GUINT_TO_POINTER (i), fixture_set_up, test_fields, fixture_tear_down);
    }
  for (i = 0; i < G_N_ELEMENTS (move_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/document/move/", move_cases[i].name, NULL);

      g_test_add (path, Fixture, &move_cases[i], fixture_set_up, test_move, fixture_tear_down);
    }
  g_test_add ("/document/properties", Fixture, NULL, fixture_set_up, test_properties, fixture_tear_down);
  g_test_add ("/document/participants", Fixture, NULL, fixture_set_up, test_participants, fixture_tear_down);
  g_test_add ("/document/body-source", Fixture, NULL, fixture_set_up, test_body_source, fixture_tear_down);
  g_test_add ("/document/one-per-article", Fixture, NULL, fixture_set_up, test_one_per_article,
              fixture_tear_down);

  return g_test_run ();
}
