/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-placement-form.h"

#include "core/vsl-text.h"

/**
 * VslPlacementForm:
 *
 * What is seldom chosen for one article on one site, folded away: its category, another author, whether it
 * is kept on top, has comments, or needs a password. What is left alone stays as it is there. Hidden for a
 * folder, which has none of it.
 *
 * Signal `changed`.
 */
struct _VslPlacementForm
{
  AdwBin     parent_instance;

  char      *site;              /* (owned) (nullable) the name of the site that it is for */
  gboolean   filling;

  GtkWidget *categories_entry;  /* (template), as all that follow */
  GtkWidget *author_entry;
  GtkWidget *sticky_choice;
  GtkWidget *comments_choice;
  GtkWidget *password_entry;
};

G_DEFINE_FINAL_TYPE (VslPlacementForm, vsl_placement_form, ADW_TYPE_BIN)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
changed_cb (VslPlacementForm *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
clear (VslPlacementForm *self)
{
  self->filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->categories_entry), "");
  gtk_editable_set_text (GTK_EDITABLE (self->author_entry), "");
  gtk_editable_set_text (GTK_EDITABLE (self->password_entry), "");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->sticky_choice), VSL_CHOICE_KEEP);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->comments_choice), VSL_CHOICE_KEEP);
  self->filling = FALSE;
}

/* NULL for an entry that says nothing. */
static const char *
get_text (GtkWidget *entry)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (entry));

  return vsl_text_is_blank (text) ? NULL : text;
}

static char **
split_categories (const char *text)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) names = g_strsplit (text, ",", -1);

  for (guint i = 0; names[i] != NULL; i++)
    if (*g_strstrip (names[i]) != '\0')
      g_strv_builder_add (builder, names[i]);

  return g_strv_builder_end (builder);
}

static void
vsl_placement_form_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), VSL_TYPE_PLACEMENT_FORM);

  G_OBJECT_CLASS (vsl_placement_form_parent_class)->dispose (object);
}

static void
vsl_placement_form_finalize (GObject *object)
{
  g_free (VSL_PLACEMENT_FORM (object)->site);

  G_OBJECT_CLASS (vsl_placement_form_parent_class)->finalize (object);
}

static void
vsl_placement_form_class_init (VslPlacementFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vsl_placement_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = vsl_placement_form_finalize;

  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/verslag/Verslag/ui/vsl-placement-form.ui");
  gtk_widget_class_bind_template_child (widget_class, VslPlacementForm, categories_entry);
  gtk_widget_class_bind_template_child (widget_class, VslPlacementForm, author_entry);
  gtk_widget_class_bind_template_child (widget_class, VslPlacementForm, sticky_choice);
  gtk_widget_class_bind_template_child (widget_class, VslPlacementForm, comments_choice);
  gtk_widget_class_bind_template_child (widget_class, VslPlacementForm, password_entry);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
vsl_placement_form_init (VslPlacementForm *self)
{
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->filling = FALSE;
}

/**
 * vsl_placement_form_new:
 *
 * Returns: (transfer floating): a form in which nothing is chosen
 */
GtkWidget *
vsl_placement_form_new (void)
{
  return g_object_new (VSL_TYPE_PLACEMENT_FORM, NULL);
}

/**
 * vsl_placement_form_set_site:
 * @site: (nullable): where the article goes
 *
 * Forgets what was chosen: it was for another article or another site, or has been sent.
 */
void
vsl_placement_form_set_site (VslPlacementForm *self,
                             VslSite          *site)
{
  g_return_if_fail (VSL_IS_PLACEMENT_FORM (self));
  g_return_if_fail (site == NULL || VSL_IS_SITE (site));

  clear (self);
  gtk_widget_set_visible (GTK_WIDGET (self),
                          site != NULL && vsl_site_get_brand (site) == VSL_BRAND_WORDPRESS);
}

/**
 * vsl_placement_form_dup_placement:
 *
 * Returns: (transfer full) (nullable): what is chosen; %NULL for nothing
 */
VslPlacement *
vsl_placement_form_dup_placement (VslPlacementForm *self)
{
  VslPlacementValues values = { 0 };
  g_auto(GStrv) categories = NULL;
  const char *text;

  g_return_val_if_fail (VSL_IS_PLACEMENT_FORM (self), NULL);

  text = get_text (self->categories_entry);
  if (text != NULL)
    values.categories = (const char * const *) (categories = split_categories (text));
  values.author = get_text (self->author_entry);
  values.password = get_text (self->password_entry);
  values.sticky = (VslChoice) gtk_drop_down_get_selected (GTK_DROP_DOWN (self->sticky_choice));
  values.comments = (VslChoice) gtk_drop_down_get_selected (GTK_DROP_DOWN (self->comments_choice));
  if (values.categories == NULL && values.author == NULL && values.password == NULL &&
      values.sticky == VSL_CHOICE_KEEP && values.comments == VSL_CHOICE_KEEP)
    return NULL;

  return vsl_placement_new (&values);
}
