/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-site-settings.h"

#include "desk/vsl-desk-site-settings.h"
#include "desk/vsl-site-choice.h"
#include "ui/vsl-blocking-checks.h"

#include <glib/gi18n.h>

typedef enum
{
  CHOICE_TITLE,
  CHOICE_BASE_URL,
  CHOICE_BYLINE,
  CHOICE_CREDIT,
  CHOICE_CATEGORY,
  CHOICE_COMMENTS,
  CHOICE_CANONICAL,
  CHOICE_TIMEZONE,
  CHOICE_EDGE,
  CHOICE_BLOCKS,
  N_CHOICES
} Choice;

/**
 * VslSiteSettings:
 *
 * What is the same for all articles of a site. What is chosen is kept at once; what cannot be chosen
 * is said below, and the field keeps what was typed.
 */
struct _VslSiteSettings
{
  AdwPreferencesGroup parent_instance;

  VslDesk   *desk;              /* (owned) */
  char      *name;              /* (owned) of the site */
  GPtrArray *values[N_CHOICES]; /* (owned) (nullable) of char *, what a combo row can be */
  gboolean   filling;           /* the rows follow the site, not the reverse */

  GtkWidget *rows[N_CHOICES];   /* (nullable) not for this brand */
  GtkWidget *problem_label;
};

G_DEFINE_FINAL_TYPE (VslSiteSettings, vsl_site_settings, ADW_TYPE_PREFERENCES_GROUP)

/* What a choice is made with. */
typedef enum
{
  CONTROL_ENTRY,
  CONTROL_COMBO,
  CONTROL_CHECKS
} Control;

#define WORDPRESS (1 << VSL_BRAND_WORDPRESS)
#define GHOST     (1 << VSL_BRAND_GHOST)
#define FOLDER    (1 << VSL_BRAND_FOLDER)

static const struct
{
  const char *key;
  guint       brands;
  Control     control;
  const char *title;
} choices[N_CHOICES] = {
  [CHOICE_TITLE] = { VSL_SITE_TITLE, FOLDER, CONTROL_ENTRY, N_("Name of the publication") },
  [CHOICE_BASE_URL] = { VSL_SITE_BASE_URL, FOLDER, CONTROL_ENTRY, N_("Address where the pages will stand") },
  [CHOICE_BYLINE] = { VSL_SITE_BYLINE, WORDPRESS, CONTROL_COMBO, N_("Byline") },
  [CHOICE_CREDIT] = { VSL_SITE_CREDIT, WORDPRESS, CONTROL_COMBO, N_("Credit of the picture") },
  [CHOICE_CATEGORY] = { VSL_SITE_CATEGORY, WORDPRESS, CONTROL_ENTRY,
                        N_("Category of a new article (several with commas)") },
  [CHOICE_COMMENTS] = { VSL_SITE_COMMENTS, WORDPRESS, CONTROL_COMBO, N_("Comments on a new article") },
  [CHOICE_CANONICAL] = { VSL_SITE_CANONICAL, WORDPRESS, CONTROL_COMBO,
                         N_("When an article stood on another site first") },
  [CHOICE_TIMEZONE] = { VSL_SITE_TIMEZONE, WORDPRESS | GHOST, CONTROL_ENTRY,
                        N_("Time zone, such as Europe/Amsterdam") },
  [CHOICE_EDGE] = { VSL_SITE_EDGE, WORDPRESS | GHOST | FOLDER, CONTROL_ENTRY,
                    N_("Longest side of a picture, in pixels") },
  [CHOICE_BLOCKS] = { VSL_SITE_BLOCKS, WORDPRESS | GHOST | FOLDER, CONTROL_CHECKS,
                      N_("What keeps an article from readers") },
};

static void
show_problem (VslSiteSettings *self,
              Choice           choice,
              const char      *message)
{
  for (guint i = 0; i < N_CHOICES; i++)
    {
      if (self->rows[i] == NULL)
        continue;
      if (i == choice && message != NULL)
        gtk_widget_add_css_class (self->rows[i], "error");
      else
        gtk_widget_remove_css_class (self->rows[i], "error");
    }
  gtk_label_set_label (GTK_LABEL (self->problem_label), message != NULL ? message : "");
  gtk_widget_set_visible (self->problem_label, message != NULL);
}

/* What was chosen, on its way to the disk. */
typedef struct
{
  VslSiteSettings *settings; /* (owned) */
  Choice           choice;
} Choosing;

static void
chosen_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autofree Choosing *choosing = user_data;
  g_autoptr(VslSiteSettings) self = choosing->settings;
  g_autoptr(GError) error = NULL;

  vsl_desk_choose_for_site_finish (VSL_DESK (object), result, &error);
  show_problem (self, choosing->choice, error != NULL ? error->message : NULL);
}

static void
choose (VslSiteSettings *self,
        Choice           choice,
        const char      *value)
{
  Choosing *choosing = g_new (Choosing, 1);

  *choosing = (Choosing) { g_object_ref (self), choice };
  vsl_desk_choose_for_site_async (self->desk, self->name, choices[choice].key, value, chosen_cb, choosing);
}

static Choice
find_choice (VslSiteSettings *self,
             gpointer         row)
{
  guint i = 0;

  while (i < N_CHOICES - 1 && self->rows[i] != row)
    i++;

  return i;
}

static void
applied_cb (VslSiteSettings *self,
            AdwEntryRow     *row)
{
  g_autofree char *value = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  choose (self, find_choice (self, row), value);
}

static void
selected_cb (VslSiteSettings *self,
             GParamSpec      *pspec,
             AdwComboRow     *row)
{
  Choice choice = find_choice (self, row);
  guint selected = adw_combo_row_get_selected (row);

  if (!self->filling && selected < self->values[choice]->len)
    choose (self, choice, self->values[choice]->pdata[selected]);
}

static void
add_value (VslSiteSettings *self,
           Choice           choice,
           GtkStringList   *words,
           const char      *value,
           const char      *word)
{
  g_ptr_array_add (self->values[choice], g_strdup (value));
  gtk_string_list_append (words, word);
}

/* Only what the site has: a place that needs a plug-in is not there without it. */
static void
list_values (VslSiteSettings *self,
             Choice           choice,
             VslSite         *site,
             GtkStringList   *words)
{
  const char *name;

  if (choice == CHOICE_COMMENTS)
    {
      add_value (self, choice, words, "", _("As the site does"));
      add_value (self, choice, words, "open", C_("comments", "Open"));
      add_value (self, choice, words, "closed", C_("comments", "Closed"));
    }
  if (choice == CHOICE_CANONICAL)
    {
      add_value (self, choice, words, "", _("Say nothing"));
      add_value (self, choice, words, "line", _("Lead there in a line, or in Yoast SEO"));
    }
  for (guint i = 0; choice == CHOICE_BYLINE && i < VSL_N_BYLINES; i++)
    {
      name = vsl_byline_place_get_name (i);
      if (i <= VSL_BYLINE_AUTHOR || vsl_site_offers (site, name))
        add_value (self, choice, words, name, vsl_site_choice_byline_words (i));
    }
  for (guint i = 0; choice == CHOICE_CREDIT && i < VSL_N_CREDITS; i++)
    {
      name = vsl_credit_place_get_name (i);
      if (i != VSL_CREDIT_NEWSPACK || vsl_site_offers (site, name))
        add_value (self, choice, words, name, vsl_site_choice_credit_words (i));
    }
}

static GtkWidget *
make_combo (VslSiteSettings *self,
            Choice           choice,
            VslSite         *site)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr(GtkStringList) words = gtk_string_list_new (NULL);
  const char *chosen = vsl_site_get_setting (site, choices[choice].key);

  self->values[choice] = g_ptr_array_new_with_free_func (g_free);
  list_values (self, choice, site, words);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (words));
  for (guint i = 0; chosen != NULL && i < self->values[choice]->len; i++)
    if (g_str_equal (self->values[choice]->pdata[i], chosen))
      adw_combo_row_set_selected (ADW_COMBO_ROW (row), i);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);

  return row;
}

static GtkWidget *
make_entry (VslSiteSettings *self,
            Choice           choice,
            VslSite         *site)
{
  GtkWidget *row = adw_entry_row_new ();
  const char *chosen = vsl_site_get_setting (site, choices[choice].key);

  gtk_editable_set_text (GTK_EDITABLE (row), chosen != NULL ? chosen : "");
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  g_signal_connect_object (row, "apply", G_CALLBACK (applied_cb), self, G_CONNECT_SWAPPED);

  return row;
}

static void
checks_chosen_cb (VslSiteSettings *self,
                  VslBlockingChecks   *row)
{
  g_autofree char *value = vsl_blocking_checks_dup_value (row);

  choose (self, CHOICE_BLOCKS, value);
}

static GtkWidget *
make_row (VslSiteSettings *self,
          Choice           choice,
          VslSite         *site)
{
  GtkWidget *row;

  if (choices[choice].control == CONTROL_COMBO)
    return make_combo (self, choice, site);
  if (choices[choice].control == CONTROL_ENTRY)
    return make_entry (self, choice, site);

  row = vsl_blocking_checks_new (vsl_site_get_setting (site, choices[choice].key));
  g_signal_connect_object (row, "chosen", G_CALLBACK (checks_chosen_cb), self, G_CONNECT_SWAPPED);

  return row;
}

static void
make_rows (VslSiteSettings *self,
           VslSite         *site)
{
  self->filling = TRUE;
  for (guint i = 0; i < N_CHOICES; i++)
    {
      if ((choices[i].brands & (1 << vsl_site_get_brand (site))) == 0)
        continue;
      self->rows[i] = make_row (self, i, site);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->rows[i]), _(choices[i].title));
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->rows[i]);
    }
  self->filling = FALSE;
  /* A child that is no row stands below the rows. */
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->problem_label);
}

static void
vsl_site_settings_finalize (GObject *object)
{
  VslSiteSettings *self = VSL_SITE_SETTINGS (object);

  for (guint i = 0; i < N_CHOICES; i++)
    g_clear_pointer (&self->values[i], g_ptr_array_unref);
  g_clear_object (&self->desk);
  g_free (self->name);

  G_OBJECT_CLASS (vsl_site_settings_parent_class)->finalize (object);
}

static void
vsl_site_settings_class_init (VslSiteSettingsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vsl_site_settings_finalize;
}

static void
vsl_site_settings_init (VslSiteSettings *self)
{
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("For every article on this site"));
  self->problem_label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->problem_label), 0);
  gtk_label_set_wrap (GTK_LABEL (self->problem_label), TRUE);
  gtk_widget_set_margin_top (self->problem_label, 6);
  gtk_widget_add_css_class (self->problem_label, "error");
  gtk_widget_set_visible (self->problem_label, FALSE);
}

/**
 * vsl_site_settings_new:
 * @desk: the desk that has the site
 * @site: the site
 *
 * Returns: (transfer floating): what can be chosen for @site
 */
GtkWidget *
vsl_site_settings_new (VslDesk *desk,
                       VslSite *site)
{
  VslSiteSettings *self;

  g_return_val_if_fail (VSL_IS_DESK (desk) && VSL_IS_SITE (site), NULL);

  self = g_object_new (VSL_TYPE_SITE_SETTINGS, NULL);
  self->desk = g_object_ref (desk);
  self->name = g_strdup (vsl_site_get_name (site));
  make_rows (self, site);

  return GTK_WIDGET (self);
}
