/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-review-menu.h"

#include "desk/vsl-review-words.h"

#include <glib/gi18n.h>

/* A reason is a sentence: it is broken rather than making the menu as wide as it is long. */
#define REASON_CHARS 34

/**
 * VslReviewMenu:
 *
 * The steps of a review: those that can be taken now, and below them the others, each with the reason
 * why it cannot. Activates `review.step` with the name of a step, and `review.sheet`.
 */
struct _VslReviewMenu
{
  GtkPopover parent_instance;

  GtkWidget *box; /* (owned by the popover) */
};

G_DEFINE_FINAL_TYPE (VslReviewMenu, vsl_review_menu, GTK_TYPE_POPOVER)

static const struct
{
  VslReviewWhat what;
  const char *label;
} steps[] = {
  { VSL_REVIEW_AGREED, N_("Promise a review") },
  { VSL_REVIEW_SENT, N_("Send the passages…") },
  { VSL_REVIEW_REMARKED, N_("Note a remark…") },
  { VSL_REVIEW_PROCESSED, N_("Mark remarks as processed") },
  { VSL_REVIEW_CLOSED, N_("Close the review") },
  { VSL_REVIEW_REFUSED, N_("Does not agree…") },
  { VSL_REVIEW_WITHDRAWN, N_("Withdraws…") },
};

static GtkWidget *
make_item (VslReviewMenu *self,
           const char    *label)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *text = gtk_label_new (label);

  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_button_set_child (GTK_BUTTON (button), text);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "menu-step");
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (gtk_popover_popdown), self);

  return button;
}

static void
add_possible (VslReviewMenu *self,
              const char    *label,
              const char    *what)
{
  GtkWidget *button = make_item (self, label);

  if (what != NULL)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", what);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button),
                                  what != NULL ? "review.step" : "review.sheet");
  gtk_box_append (GTK_BOX (self->box), button);
}

static void
add_impossible (VslReviewMenu *self,
                const char    *label,
                const char    *reason)
{
  GtkWidget *button = make_item (self, label);
  GtkWidget *why = gtk_label_new (reason);

  gtk_widget_set_sensitive (button, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  reason, -1);
  gtk_label_set_xalign (GTK_LABEL (why), 0);
  gtk_label_set_wrap (GTK_LABEL (why), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (why), REASON_CHARS);
  gtk_widget_add_css_class (why, "caption");
  gtk_widget_add_css_class (why, "dim-label");
  gtk_widget_add_css_class (why, "menu-reason");
  gtk_box_append (GTK_BOX (self->box), button);
  gtk_box_append (GTK_BOX (self->box), why);
}

static void
vsl_review_menu_class_init (VslReviewMenuClass *klass)
{
}

static void
vsl_review_menu_init (VslReviewMenu *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_popover_set_child (GTK_POPOVER (self), self->box);
}

/**
 * vsl_review_menu_new:
 *
 * Returns: (transfer floating): a menu without steps
 */
GtkWidget *
vsl_review_menu_new (void)
{
  return g_object_new (VSL_TYPE_REVIEW_MENU, NULL);
}

/**
 * vsl_review_menu_show:
 * @self: the menu
 * @review: whose steps
 *
 * Fills it.
 */
void
vsl_review_menu_show (VslReviewMenu *self,
                      VslReview     *review)
{
  GtkWidget *child;

  g_return_if_fail (VSL_IS_REVIEW_MENU (self) && VSL_IS_REVIEW (review));

  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);

  if (vsl_review_get_passages (review)->len > 0)
    add_possible (self, _("See what they get to read…"), NULL);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autofree char *obstacle = vsl_review_words_obstacle (review, steps[i].what);

      if (obstacle == NULL)
        add_possible (self, _(steps[i].label), vsl_review_what_get_name (steps[i].what));
    }
  gtk_box_append (GTK_BOX (self->box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autofree char *obstacle = vsl_review_words_obstacle (review, steps[i].what);

      if (obstacle != NULL)
        add_impossible (self, _(steps[i].label), obstacle);
    }
}
