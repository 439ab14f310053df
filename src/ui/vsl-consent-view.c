/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-consent-view.h"

#include "desk/vsl-review-words.h"

#include <glib/gi18n.h>

/**
 * VslConsentView:
 *
 * Which participants were promised to read their passages and have not agreed yet, in words. It keeps
 * nothing back: to wait or not is a decision of people.
 */
struct _VslConsentView
{
  AdwBin        parent_instance;

  GtkWidget    *icon;
  GtkWidget    *label;
};

G_DEFINE_FINAL_TYPE (VslConsentView, vsl_consent_view, ADW_TYPE_BIN)

static char *
describe (VslConsent *consent)
{
  GPtrArray *reviews = vsl_consent_get_reviews (consent);
  g_autoptr(GString) text = g_string_new (NULL);
  gint64 now = g_get_real_time ();
  guint promised = 0, agreed = 0, i;

  for (i = 0; i < reviews->len; i++)
    {
      VslReviewState state = vsl_review_get_state (reviews->pdata[i]);

      if (state == VSL_REVIEW_STATE_NONE)
        continue;
      promised++;
      if (state == VSL_REVIEW_STATE_CLOSED && !vsl_review_get_outstanding (reviews->pdata[i]))
        agreed++;
    }
  if (promised == 0)
    return g_strdup (_("No participant was promised a review."));

  /* Translators: how many agreed, of how many who were promised a review */
  g_string_append_printf (text, ngettext ("%u of %u participant agrees.", "%u of %u participants agree.",
                                          promised), agreed, promised);
  for (i = 0; i < reviews->len; i++)
    if (vsl_review_get_outstanding (reviews->pdata[i]))
      {
        g_autofree char *line = vsl_review_words_outstanding (reviews->pdata[i], now);

        g_string_append_printf (text, "\n%s", line);
      }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
vsl_consent_view_class_init (VslConsentViewClass *klass)
{
}

static void
vsl_consent_view_init (VslConsentView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *heading = g_object_new (GTK_TYPE_LABEL, "label", _("Consent"), "xalign", 0.0f, NULL);

  self->icon = g_object_new (GTK_TYPE_IMAGE, "valign", GTK_ALIGN_START, "margin-top", 2,
                             "icon-name", "dialog-information-symbolic",
                             "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  self->label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "wrap", TRUE, "hexpand", TRUE,
                              "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, NULL);
  gtk_widget_add_css_class (heading, "heading");
  gtk_box_append (GTK_BOX (line), self->icon);
  gtk_box_append (GTK_BOX (line), self->label);
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), line);
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * vsl_consent_view_new:
 *
 * Returns: (transfer floating): a view that says nothing
 */
GtkWidget *
vsl_consent_view_new (void)
{
  return g_object_new (VSL_TYPE_CONSENT_VIEW, NULL);
}

/**
 * vsl_consent_view_show:
 * @consent: (nullable): what the ledger of the article says
 * @problem: (nullable): why that could not be read
 *
 * Says how it stands.
 */
void
vsl_consent_view_show (VslConsentView *self,
                       VslConsent     *consent,
                       const char     *problem)
{
  g_autofree char *text = NULL;
  gboolean grave = consent == NULL || vsl_consent_count_outstanding (consent) > 0;

  g_return_if_fail (VSL_IS_CONSENT_VIEW (self));
  g_return_if_fail (consent != NULL || problem != NULL);

  text = consent != NULL ? describe (consent) : g_strdup (problem);
  /* A screen reader says again what is set again. */
  if (g_strcmp0 (gtk_label_get_label (GTK_LABEL (self->label)), text) != 0)
    gtk_label_set_label (GTK_LABEL (self->label), text);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon),
                                grave ? "dialog-warning-symbolic" : "dialog-information-symbolic");
  if (grave)
    gtk_widget_add_css_class (self->icon, "warning");
  else
    gtk_widget_remove_css_class (self->icon, "warning");
}
