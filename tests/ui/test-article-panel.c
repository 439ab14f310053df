/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "panel-fixture.h"

#include "ui/vsl-tag-entry.h"

static void
assert_tags (const char * const *tags,
             const char         *expected)
{
  g_autofree char *joined = g_strjoinv (",", (char **) tags);

  g_assert_cmpstr (joined, ==, expected);
}

static void
test_choices (PanelFixture  *fixture,
              gconstpointer  data)
{
  GtkWidget *panel = panel_fixture_show (fixture, "article");
  GtkDropDown *kind = GTK_DROP_DOWN (panel_part (panel, "kind_drop_down"));
  GtkDropDown *status = GTK_DROP_DOWN (panel_part (panel, "status_drop_down"));
  GtkDropDown *language = GTK_DROP_DOWN (panel_part (panel, "language_drop_down"));

  g_assert_cmpuint (gtk_drop_down_get_selected (kind), ==, VSL_KIND_REPORT);
  g_assert_cmpuint (gtk_drop_down_get_selected (language), ==, 0);

  gtk_drop_down_set_selected (kind, VSL_KIND_INTERVIEW);
  gtk_drop_down_set_selected (status, VSL_STATUS_COPY_DESK);
  gtk_drop_down_set_selected (language, 1);
  g_assert_cmpint (vsl_document_get_kind (fixture->document), ==, VSL_KIND_INTERVIEW);
  g_assert_cmpint (vsl_document_get_status (fixture->document), ==, VSL_STATUS_COPY_DESK);
  g_assert_cmpstr (vsl_document_get_language (fixture->document), ==, "en");

  vsl_document_set_status (fixture->document, VSL_STATUS_READY);
  g_assert_cmpuint (gtk_drop_down_get_selected (status), ==, VSL_STATUS_READY);
}

static void
test_tags (PanelFixture  *fixture,
           gconstpointer  data)
{
  GtkWidget *panel = panel_fixture_show (fixture, "article");
  GtkWidget *tags = panel_part (panel, "tag_entry");
  GtkWidget *entry = panel_part (tags, "entry");
  static const char *const other[] = { "dijk", NULL };

  gtk_editable_set_text (GTK_EDITABLE (entry), "haven");
  g_signal_emit_by_name (entry, "activate");
  gtk_editable_set_text (GTK_EDITABLE (entry), "zee, kust,");
  assert_tags (vsl_document_get_tags (fixture->document), "haven,zee,kust");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");

  /* The same tag again, in other letters, is said and not added. */
  gtk_editable_set_text (GTK_EDITABLE (entry), "HAVEN,");
  assert_tags (vsl_document_get_tags (fixture->document), "haven,zee,kust");
  g_assert_true (gtk_widget_get_visible (panel_part (tags, "hint")));

  gtk_widget_activate_action (tags, "tag.remove", "s", "zee");
  assert_tags (vsl_document_get_tags (fixture->document), "haven,kust");
  g_assert_false (gtk_widget_get_visible (panel_part (tags, "hint")));

  vsl_document_set_tags (fixture->document, other);
  assert_tags (vsl_tag_entry_get_tags (VSL_TAG_ENTRY (tags)), "dijk");
}

/* Of the tags that were used before; a set of its own, as nothing is stored yet. */
static void
test_known_tags (void)
{
  static const char *const known[] = { "Digitalisering", "e-overheid", "overheid", NULL };
  g_autoptr(GtkWidget) tags = g_object_ref_sink (vsl_tag_entry_new ());
  GtkWidget *entry = panel_part (tags, "entry");
  GtkWidget *suggestions = panel_part (tags, "suggestions");
  GtkListBoxRow *first;

  vsl_tag_entry_set_known (VSL_TAG_ENTRY (tags), known);
  g_assert_false (gtk_widget_get_visible (suggestions));
  gtk_editable_set_text (GTK_EDITABLE (entry), "over");
  g_assert_true (gtk_widget_get_visible (suggestions));
  first = gtk_list_box_get_row_at_index (GTK_LIST_BOX (suggestions), 0);
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (gtk_list_box_row_get_child (first))),
                   ==, "overheid");
  g_signal_emit_by_name (suggestions, "row-activated", first);
  assert_tags (vsl_tag_entry_get_tags (VSL_TAG_ENTRY (tags)), "overheid");
  g_assert_false (gtk_widget_get_visible (suggestions));

  gtk_editable_set_text (GTK_EDITABLE (entry), "digitalizering,");
  assert_tags (vsl_tag_entry_get_tags (VSL_TAG_ENTRY (tags)), "overheid,digitalizering");
  g_assert_true (gtk_widget_get_visible (panel_part (tags, "hint_button")));
  g_signal_emit_by_name (panel_part (tags, "hint_button"), "clicked");
  assert_tags (vsl_tag_entry_get_tags (VSL_TAG_ENTRY (tags)), "overheid,Digitalisering");
}

static void
test_slug (PanelFixture  *fixture,
           gconstpointer  data)
{
  GtkWidget *panel = panel_fixture_show (fixture, "article");
  GtkWidget *entry = panel_part (panel, "slug_entry");
  GtkLabel *address = GTK_LABEL (panel_part (panel, "address_label"));

  vsl_document_set_text (fixture->document, VSL_FIELD_HEADLINE, "‘De dijk is van ons’");
  g_assert_cmpstr (gtk_entry_get_placeholder_text (GTK_ENTRY (entry)), ==, "de-dijk-is-van-ons");
  g_assert_cmpstr (gtk_label_get_label (address), ==, "The address will end in /de-dijk-is-van-ons");

  gtk_editable_set_text (GTK_EDITABLE (entry), "De Dijk! 2026");
  g_assert_cmpstr (gtk_label_get_label (address), ==, "The address will end in /de-dijk-2026");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "de-dijk-2026");
  g_assert_cmpstr (vsl_document_get_text (fixture->document, VSL_FIELD_SLUG), ==, "de-dijk-2026");

  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  g_assert_cmpstr (gtk_label_get_label (address), ==, "The address will end in /de-dijk-is-van-ons");
}

static gboolean
counts_five (gpointer data)
{
  return g_str_has_prefix (gtk_label_get_label (data), "5 words");
}

static void
test_length (PanelFixture  *fixture,
             gconstpointer  data)
{
  GtkWidget *panel = panel_fixture_show (fixture, "article");

  vsl_document_set_text (fixture->document, VSL_FIELD_LEAD, "Vijf woorden over de dijk");
  panel_wait (counts_five, panel_part (panel, "words_label"));
}

static void
test_accessible_names (PanelFixture  *fixture,
                       gconstpointer  data)
{
  GtkWidget *panel = panel_fixture_show (fixture, "article");
  static const char *const tags[] = { "haven", NULL };
  static const struct
  {
    const char *part;
    const char *label;
  } names[] = {
    { "kind_drop_down", "Kind" },
    { "status_drop_down", "Status" },
    { "language_drop_down", "Language" },
    { "slug_entry", "Last part of the address" },
  };
  GtkWidget *chips;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_test_accessible_assert_property (GTK_ACCESSIBLE (panel_part (panel, names[i].part)),
                                         GTK_ACCESSIBLE_PROPERTY_LABEL, names[i].label);

  vsl_document_set_tags (fixture->document, tags);
  chips = panel_part (panel_part (panel, "tag_entry"), "chips");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (panel_find (chips, GTK_TYPE_BUTTON, 0)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Remove the tag haven");
}

#define ADD(path, test) \
  g_test_add (path, PanelFixture, NULL, panel_fixture_set_up, test, panel_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  panel_fixture_init (&argc, &argv);

  ADD ("/article-panel/choices", test_choices);
  ADD ("/article-panel/tags", test_tags);
  g_test_add_func ("/article-panel/known-tags", test_known_tags);
  ADD ("/article-panel/slug", test_slug);
  ADD ("/article-panel/length", test_length);
  ADD ("/article-panel/accessible-names", test_accessible_names);

  return g_test_run ();
}
