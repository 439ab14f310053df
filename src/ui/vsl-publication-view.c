/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-publication-view.h"

#include "ui/vsl-step-row.h"

#include "core/vsl-missing-term.h"
#include "desk/vsl-desk-error.h"

#include <glib/gi18n.h>

/**
 * VslPublicationView:
 *
 * A publication as it goes: its steps, and what is left to say at the end: an error with a way on,
 * the question whether tags may be made, or for a password, or warnings. It decides nothing.
 *
 * Signals: `term-replaced` (a tag, and the one that the site has), `retry-requested`, `terms-accepted` (the tags that the site lacks may be made),
 * `password-entered` (the password of the site, which the view forgets at once).
 */
struct _VslPublicationView
{
  AdwBin          parent_instance;

  VslPublication *publication;     /* (owned) (nullable) */
  GSignalGroup   *signals;         /* (owned) */

  GtkWidget      *steps;           /* (template), as all that follow */
  GtkWidget      *problem;
  GtkWidget      *problem_label;
  GtkWidget      *retry_button;
  GtkWidget      *terms_button;
  GtkWidget      *similar_box;
  GtkWidget      *password_entry;
  GtkWidget      *warnings_label;
};

G_DEFINE_FINAL_TYPE (VslPublicationView, vsl_publication_view, ADW_TYPE_BIN)

enum
{
  SIGNAL_RETRY_REQUESTED,
  SIGNAL_TERMS_ACCEPTED,
  SIGNAL_PASSWORD_ENTERED,
  SIGNAL_TERM_REPLACED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GtkWidget *
create_step_row (gpointer item,
                 gpointer user_data)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), vsl_step_row_new (item));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);

  return row;
}

static void
show_warnings (VslPublicationView *self)
{
  const char * const *warnings = vsl_publication_get_warnings (self->publication);
  g_autofree char *text = warnings != NULL ? g_strjoinv ("\n", (char **) warnings) : NULL;

  gtk_label_set_label (GTK_LABEL (self->warnings_label), text != NULL ? text : "");
  gtk_widget_set_visible (self->warnings_label, text != NULL && *text != '\0');
}

/* A tag that was typed, and the one that the site has. */
typedef struct
{
  VslPublicationView *view; /* (unowned) it holds the button */
  char *typed;              /* (owned) */
  char *known;              /* (owned) */
} Pair;

static void
pair_free (gpointer  data,
           GClosure *closure)
{
  Pair *pair = data;

  g_free (pair->typed);
  g_free (pair->known);
  g_free (pair);
}

static void
similar_clicked_cb (GtkButton *button,
                    Pair      *pair)
{
  g_autofree char *typed = g_strdup (pair->typed);
  g_autofree char *known = g_strdup (pair->known);

  g_signal_emit (pair->view, signals[SIGNAL_TERM_REPLACED], 0, typed, known);
}

static void
add_similar (VslPublicationView *self,
             const char         *typed,
             const char         *known)
{
  /* Translators: a tag that the site has, and the one like it that was typed. */
  g_autofree char *text = g_strdup_printf (_("Use “%s” instead of “%s”"), known, typed);
  GtkWidget *button = gtk_button_new ();
  Pair *pair = g_new (Pair, 1);

  gtk_button_set_child (GTK_BUTTON (button), g_object_new (GTK_TYPE_LABEL, "label", text, "wrap", TRUE,
                                                           "justify", GTK_JUSTIFY_CENTER, NULL));
  *pair = (Pair) { self, g_strdup (typed), g_strdup (known) };
  g_signal_connect_data (button, "clicked", G_CALLBACK (similar_clicked_cb), pair, pair_free, 0);
  gtk_box_append (GTK_BOX (self->similar_box), button);
}

/* Tags that look like one that the site has are more often slips than new. */
static void
show_similar (VslPublicationView *self,
              gboolean            terms)
{
  GPtrArray *missing = terms ? vsl_publication_get_missing (self->publication) : NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->similar_box)) != NULL)
    gtk_box_remove (GTK_BOX (self->similar_box), child);
  for (guint i = 0; missing != NULL && i < missing->len; i++)
    {
      VslMissingTerm *term = g_ptr_array_index (missing, i);
      const char * const *similar = vsl_missing_term_get_similar (term);

      if (vsl_missing_term_get_kind (term) == VSL_TERM_TAG)
        for (guint j = 0; similar[j] != NULL; j++)
          add_similar (self, vsl_missing_term_get_name (term), similar[j]);
    }
  gtk_widget_set_visible (self->similar_box, gtk_widget_get_first_child (self->similar_box) != NULL);
}

/* What can be done about a failure, by the word of its error: after a conflict the same again would
 * only fail again. */
static void
show_problem (VslPublicationView *self)
{
  const GError *error = vsl_publication_get_error (self->publication);
  const char *message = vsl_publication_get_error_message (self->publication);
  const char *code = error != NULL ? vsl_desk_error_get_code (error) : "failed";
  gboolean failed = message != NULL && !vsl_publication_get_running (self->publication);
  gboolean terms = g_str_equal (code, "missing-terms");
  gboolean conflict = g_str_equal (code, "conflict");

  gtk_label_set_label (GTK_LABEL (self->problem_label), failed ? message : "");
  gtk_widget_set_visible (self->problem, failed);
  gtk_widget_set_visible (self->password_entry, failed && g_str_equal (code, "auth"));
  gtk_widget_set_visible (self->terms_button, failed && terms);
  show_similar (self, failed && terms);
  gtk_widget_set_visible (self->retry_button, failed && !terms && !conflict);
}

static void
publication_changed_cb (VslPublicationView *self)
{
  show_problem (self);
  show_warnings (self);
}

static void
retry_clicked_cb (VslPublicationView *self)
{
  GtkEditable *entry = GTK_EDITABLE (self->password_entry);

  if (gtk_widget_get_visible (self->password_entry) && *gtk_editable_get_text (entry) != '\0')
    {
      g_signal_emit (self, signals[SIGNAL_PASSWORD_ENTERED], 0, gtk_editable_get_text (entry));
      gtk_editable_set_text (entry, "");
    }

  g_signal_emit (self, signals[SIGNAL_RETRY_REQUESTED], 0);
}

static void
terms_clicked_cb (VslPublicationView *self)
{
  g_signal_emit (self, signals[SIGNAL_TERMS_ACCEPTED], 0);
}

static void
vsl_publication_view_dispose (GObject *object)
{
  VslPublicationView *self = VSL_PUBLICATION_VIEW (object);

  g_clear_object (&self->signals);
  gtk_widget_dispose_template (GTK_WIDGET (self), VSL_TYPE_PUBLICATION_VIEW);
  g_clear_object (&self->publication);

  G_OBJECT_CLASS (vsl_publication_view_parent_class)->dispose (object);
}

static void
vsl_publication_view_class_init (VslPublicationViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vsl_publication_view_dispose;

  signals[SIGNAL_RETRY_REQUESTED] =
    g_signal_new ("retry-requested", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_TERMS_ACCEPTED] =
    g_signal_new ("terms-accepted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_PASSWORD_ENTERED] =
    g_signal_new ("password-entered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING | G_SIGNAL_TYPE_STATIC_SCOPE);

  signals[SIGNAL_TERM_REPLACED] =
    g_signal_new ("term-replaced", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);

  g_type_ensure (VSL_TYPE_STEP_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/verslag/Verslag/ui/vsl-publication-view.ui");
  gtk_widget_class_bind_template_child (widget_class, VslPublicationView, steps);
  gtk_widget_class_bind_template_child (widget_class, VslPublicationView, problem);
  gtk_widget_class_bind_template_child (widget_class, VslPublicationView, problem_label);
  gtk_widget_class_bind_template_child (widget_class, VslPublicationView, retry_button);
  gtk_widget_class_bind_template_child (widget_class, VslPublicationView, terms_button);
  gtk_widget_class_bind_template_child (widget_class, VslPublicationView, similar_box);
  gtk_widget_class_bind_template_child (widget_class, VslPublicationView, password_entry);
  gtk_widget_class_bind_template_child (widget_class, VslPublicationView, warnings_label);
  gtk_widget_class_bind_template_callback (widget_class, retry_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, terms_clicked_cb);
}

static void
vsl_publication_view_init (VslPublicationView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->signals = g_signal_group_new (VSL_TYPE_PUBLICATION);
  g_signal_group_connect_swapped (self->signals, "notify",
                                  G_CALLBACK (publication_changed_cb), self);
}

/**
 * vsl_publication_view_new:
 *
 * Returns: (transfer floating): a view that shows nothing
 */
GtkWidget *
vsl_publication_view_new (void)
{
  return g_object_new (VSL_TYPE_PUBLICATION_VIEW, NULL);
}

/**
 * vsl_publication_view_get_publication:
 *
 * Returns: (transfer none) (nullable): what is shown
 */
VslPublication *
vsl_publication_view_get_publication (VslPublicationView *self)
{
  g_return_val_if_fail (VSL_IS_PUBLICATION_VIEW (self), NULL);

  return self->publication;
}

/**
 * vsl_publication_view_set_publication:
 * @publication: (nullable): what to show; %NULL hides the view
 */
void
vsl_publication_view_set_publication (VslPublicationView *self,
                                      VslPublication     *publication)
{
  g_return_if_fail (VSL_IS_PUBLICATION_VIEW (self));
  g_return_if_fail (publication == NULL || VSL_IS_PUBLICATION (publication));

  if (!g_set_object (&self->publication, publication))
    return;

  g_signal_group_set_target (self->signals, publication);
  gtk_list_box_bind_model (GTK_LIST_BOX (self->steps),
                           publication != NULL ? vsl_publication_get_steps (publication) : NULL,
                           create_step_row, NULL, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), publication != NULL);
  if (publication != NULL)
    publication_changed_cb (self);
}
