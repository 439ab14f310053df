/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "panel-fixture.h"

#include "core/vsl-missing-term.h"
#include "desk/vsl-desk-error.h"
#include "desk/vsl-publication-private.h"
#include "ui/vsl-publication-view.h"

/* Which ways on a failure leaves, by the word of its error. */
static const struct
{
  const char *name;
  gboolean    retry;
  gboolean    terms;
  gboolean    password;
} failures[] = {
  { "missing-terms", FALSE, TRUE, FALSE },
  { "auth", TRUE, FALSE, TRUE },
  { "busy", TRUE, FALSE, FALSE },
  { "in-doubt", TRUE, FALSE, FALSE },
  { "gone", TRUE, FALSE, FALSE },
  { "conflict", FALSE, FALSE, FALSE },
};

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
password_entered_cb (GtkWidget   *view,
                     const char  *password,
                     char       **told)
{
  *told = g_strdup (password);
}

static GtkWidget *
show_failure (VslPublication *publication,
              const char     *word)
{
  GtkWidget *view = vsl_publication_view_new ();

  vsl_publication_view_set_publication (VSL_PUBLICATION_VIEW (view), publication);
  g_assert_false (gtk_widget_get_visible (panel_part (view, "problem")));
  vsl_publication_fail (publication, NULL,
                        vsl_desk_error_new (VSL_DESK_ERROR_REMOTE, word, "Not this time."));

  return view;
}

static void
test_failure (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr(VslPublication) publication = vsl_publication_new ();
  g_autoptr(GtkWidget) view = g_object_ref_sink (show_failure (publication, failures[i].name));

  g_assert_true (gtk_widget_get_visible (panel_part (view, "problem")));
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (panel_part (view, "problem_label"))),
                   ==, "Not this time.");
  g_assert_cmpint (gtk_widget_get_visible (panel_part (view, "retry_button")),
                   ==, failures[i].retry);
  g_assert_cmpint (gtk_widget_get_visible (panel_part (view, "terms_button")),
                   ==, failures[i].terms);
  g_assert_cmpint (gtk_widget_get_visible (panel_part (view, "password_entry")),
                   ==, failures[i].password);
}

static void
test_terms (void)
{
  g_autoptr(VslPublication) publication = vsl_publication_new ();
  g_autoptr(GtkWidget) view = g_object_ref_sink (show_failure (publication, "missing-terms"));
  guint accepted = 0;

  g_signal_connect_swapped (view, "terms-accepted", G_CALLBACK (count_cb), &accepted);
  g_signal_emit_by_name (panel_part (view, "terms_button"), "clicked");
  g_assert_cmpuint (accepted, ==, 1);
}

static void
term_replaced_cb (GtkWidget   *view,
                  const char  *typed,
                  const char  *known,
                  char       **told)
{
  *told = g_strdup_printf ("%s: %s", typed, known);
}

/* A slip of the pen: one press takes the tag that the site has. */
static void
test_similar (void)
{
  g_autoptr(VslPublication) publication = vsl_publication_new ();
  g_autoptr(GPtrArray) missing = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GtkWidget) view = NULL;
  g_autofree char *told = NULL;

  g_ptr_array_add (missing, vsl_missing_term_new (VSL_TERM_TAG, "dijkn",
                                                  (const char * const[]) { "dijken", NULL }));
  g_ptr_array_add (missing, vsl_missing_term_new (VSL_TERM_TAG, "water", (const char * const[]) { NULL }));
  vsl_publication_set_missing (publication, missing);
  view = g_object_ref_sink (show_failure (publication, "missing-terms"));
  g_signal_connect (view, "term-replaced", G_CALLBACK (term_replaced_cb), &told);
  g_assert_true (gtk_widget_get_visible (panel_part (view, "similar_box")));
  g_assert_null (panel_find (panel_part (view, "similar_box"), GTK_TYPE_BUTTON, 1));
  g_signal_emit_by_name (panel_find (panel_part (view, "similar_box"), GTK_TYPE_BUTTON, 0), "clicked");
  g_assert_cmpstr (told, ==, "dijkn: dijken");
}

static void
test_password (void)
{
  g_autoptr(VslPublication) publication = vsl_publication_new ();
  g_autoptr(GtkWidget) view = g_object_ref_sink (show_failure (publication, "auth"));
  GtkEditable *entry = GTK_EDITABLE (panel_part (view, "password_entry"));
  g_autofree char *told = NULL;
  guint retries = 0;

  g_signal_connect (view, "password-entered", G_CALLBACK (password_entered_cb), &told);
  g_signal_connect_swapped (view, "retry-requested", G_CALLBACK (count_cb), &retries);
  g_signal_emit_by_name (panel_part (view, "retry_button"), "clicked");
  g_assert_null (told);
  g_assert_cmpuint (retries, ==, 1);

  gtk_editable_set_text (entry, "abcd efgh");
  g_signal_emit_by_name (panel_part (view, "retry_button"), "clicked");
  g_assert_cmpstr (told, ==, "abcd efgh");
  g_assert_cmpuint (retries, ==, 2);
  /* It is not in the field any longer than needed. */
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "");
}

static GtkWidget *
get_step (GtkWidget           *view,
          VslPublicationStage  stage)
{
  GtkListBox *steps = GTK_LIST_BOX (panel_part (view, "steps"));

  return gtk_list_box_row_get_child (gtk_list_box_get_row_at_index (steps, (int) stage));
}

static void
test_steps (void)
{
  g_autoptr(VslPublication) publication = vsl_publication_new ();
  g_autoptr(GtkWidget) view = g_object_ref_sink (vsl_publication_view_new ());
  GtkWidget *step, *stack;

  vsl_publication_view_set_publication (VSL_PUBLICATION_VIEW (view), publication);
  step = get_step (view, VSL_PUBLICATION_TERMS);
  stack = panel_part (step, "state_stack");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (stack)), ==, "waiting");

  vsl_publication_begin_stage (publication, VSL_PUBLICATION_TERMS);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (stack)), ==, "running");
  vsl_publication_end_stage (publication, VSL_PUBLICATION_TERMS, "6 of 6");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (stack)), ==, "done");
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (panel_part (step, "detail_label"))), ==, "6 of 6");

  vsl_publication_begin_stage (publication, VSL_PUBLICATION_ARTICLE);
  vsl_publication_add_warning (publication, "The site kept an older picture.");
  vsl_publication_fail (publication, NULL,
                        vsl_desk_error_new (VSL_DESK_ERROR_REMOTE, "busy", "Later."));
  stack = panel_part (get_step (view, VSL_PUBLICATION_ARTICLE), "state_stack");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (stack)), ==, "failed");
  g_assert_true (gtk_widget_get_visible (panel_part (view, "warnings_label")));

  vsl_publication_view_set_publication (VSL_PUBLICATION_VIEW (view), NULL);
  g_assert_false (gtk_widget_get_visible (view));
}

int
main (int    argc,
      char **argv)
{
  panel_fixture_init (&argc, &argv);

  for (guint i = 0; i < G_N_ELEMENTS (failures); i++)
    {
      g_autofree char *path = g_strconcat ("/publication-view/failure/", failures[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_failure);
    }
  g_test_add_func ("/publication-view/terms", test_terms);
  g_test_add_func ("/publication-view/similar", test_similar);
  g_test_add_func ("/publication-view/password", test_password);
  g_test_add_func ("/publication-view/steps", test_steps);

  return g_test_run ();
}
