/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-publish-form.h"

#include "desk/vsl-desk-checks.h"
#include "ui/vsl-placement-form.h"
#include "ui/vsl-publish-blocks.h"
#include "ui/vsl-publish-choices.h"
#include "ui/vsl-site-chooser.h"

#define UPDATE_DELAY_MS 400 /* after the last keystroke: what is said looks through the article */

/**
 * VslPublishForm:
 *
 * What is asked for: which site, as what, and what to know before it goes there. It asks nothing itself.
 *
 * Signals: `changed` (something else is asked for, or it may go now, or may not any more) and
 * `site-chosen` (before that, another site).
 */
struct _VslPublishForm
{
  AdwBin        parent_instance;

  VslDesk      *desk;             /* (owned) (nullable) */
  VslDocument  *document;         /* (owned) (nullable) */
  VslCopies    *copies;           /* (owned) (nullable) of @document */
  GSignalGroup *document_signals; /* (owned) */
  GSignalGroup *runner_signals;   /* (owned) of the checks of quotations */
  guint         update_source;

  GtkWidget    *chooser;          /* (template), as all that follow */
  GtkWidget    *choices;
  GtkWidget    *placement;
  GtkWidget    *blocks;
};

G_DEFINE_FINAL_TYPE (VslPublishForm, vsl_publish_form, ADW_TYPE_BIN)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_SITE_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What readers do not see is never kept back: 0 for that. */
static gint64
find_seen_at (const VslPublicationOptions *options)
{
  if (options->as == VSL_REMOTE_FUTURE && options->at > 0)
    return options->at;

  return options->as == VSL_REMOTE_PUBLISH || options->as == VSL_REMOTE_FUTURE ? g_get_real_time () : 0;
}

static gboolean
update_cb (gpointer user_data)
{
  VslPublishForm *self = user_data;

  self->update_source = 0;
  vsl_publish_form_update (self);

  return G_SOURCE_REMOVE;
}

static void
queue_update (VslPublishForm *self)
{
  g_clear_handle_id (&self->update_source, g_source_remove);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->update_source = g_timeout_add (UPDATE_DELAY_MS, update_cb, self);
}

static void
choices_changed_cb (VslPublishForm *self)
{
  vsl_publish_form_update (self);
}

static void
reason_changed_cb (VslPublishForm *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
site_chosen_cb (VslPublishForm *self)
{
  if (self->document == NULL || self->desk == NULL)
    return;

  vsl_publish_form_choose_as_before (self);
  g_signal_emit (self, signals[SIGNAL_SITE_CHOSEN], 0);
  vsl_publish_form_update (self);
}

/* The keys come to the sites first, where a slip of the finger sends nothing. */
static gboolean
vsl_publish_form_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (VSL_PUBLISH_FORM (widget)->chooser);
}

static void
vsl_publish_form_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (vsl_publish_form_parent_class)->map (widget);

  vsl_publish_form_update (VSL_PUBLISH_FORM (widget));
}

static void
vsl_publish_form_dispose (GObject *object)
{
  VslPublishForm *self = VSL_PUBLISH_FORM (object);

  g_clear_handle_id (&self->update_source, g_source_remove);
  g_clear_object (&self->runner_signals);
  g_clear_object (&self->document_signals);
  gtk_widget_dispose_template (GTK_WIDGET (self), VSL_TYPE_PUBLISH_FORM);
  g_clear_object (&self->copies);
  g_clear_object (&self->document);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (vsl_publish_form_parent_class)->dispose (object);
}

static void
vsl_publish_form_class_init (VslPublishFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vsl_publish_form_dispose;
  widget_class->grab_focus = vsl_publish_form_grab_focus;
  widget_class->map = vsl_publish_form_map;

  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_SITE_CHOSEN] =
    g_signal_new ("site-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (VSL_TYPE_PLACEMENT_FORM);
  g_type_ensure (VSL_TYPE_PUBLISH_BLOCKS);
  g_type_ensure (VSL_TYPE_PUBLISH_CHOICES);
  g_type_ensure (VSL_TYPE_SITE_CHOOSER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/verslag/Verslag/ui/vsl-publish-form.ui");
  gtk_widget_class_bind_template_child (widget_class, VslPublishForm, chooser);
  gtk_widget_class_bind_template_child (widget_class, VslPublishForm, choices);
  gtk_widget_class_bind_template_child (widget_class, VslPublishForm, placement);
  gtk_widget_class_bind_template_child (widget_class, VslPublishForm, blocks);
  gtk_widget_class_bind_template_callback (widget_class, choices_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, site_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, reason_changed_cb);
}

static void
vsl_publish_form_init (VslPublishForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->document_signals = g_signal_group_new (VSL_TYPE_DOCUMENT);
  g_signal_group_connect_swapped (self->document_signals, "changed", G_CALLBACK (queue_update), self);
  self->runner_signals = g_signal_group_new (VSL_TYPE_CHECK_RUNNER);
  g_signal_group_connect_swapped (self->runner_signals, "notify::report", G_CALLBACK (queue_update), self);
}

/**
 * vsl_publish_form_new:
 *
 * Returns: (transfer floating): a form about nothing
 */
GtkWidget *
vsl_publish_form_new (void)
{
  return g_object_new (VSL_TYPE_PUBLISH_FORM, NULL);
}

/**
 * vsl_publish_form_set_desk:
 * @desk: (nullable): who has the sites and the checks
 */
void
vsl_publish_form_set_desk (VslPublishForm *self,
                           VslDesk        *desk)
{
  g_return_if_fail (VSL_IS_PUBLISH_FORM (self));
  g_return_if_fail (desk == NULL || VSL_IS_DESK (desk));

  g_set_object (&self->desk, desk);
  g_signal_group_set_target (self->runner_signals, desk != NULL ? vsl_desk_get_check_runner (desk) : NULL);
  vsl_site_chooser_set_desk (VSL_SITE_CHOOSER (self->chooser), desk);
}

/**
 * vsl_publish_form_set_document:
 * @document: (nullable): the article
 * @copies: (nullable): how it stands on the sites, read or not
 *
 * Another article, or the copies of this one were read: what keeps it as it stands is chosen.
 */
void
vsl_publish_form_set_document (VslPublishForm *self,
                               VslDocument    *document,
                               VslCopies      *copies)
{
  g_return_if_fail (VSL_IS_PUBLISH_FORM (self));
  g_return_if_fail ((document == NULL) == (copies == NULL));

  if (g_set_object (&self->document, document))
    vsl_publish_form_forget_reason (self);
  g_set_object (&self->copies, copies);
  g_signal_group_set_target (self->document_signals, document);
  vsl_site_chooser_set_document (VSL_SITE_CHOOSER (self->chooser), document, copies);
  if (document == NULL || self->desk == NULL)
    return;

  vsl_publish_form_choose_as_before (self);
  vsl_publish_form_update (self);
}

/**
 * vsl_publish_form_get_site:
 *
 * Returns: (transfer none) (nullable): where it is to go; %NULL when there is no site
 */
VslSite *
vsl_publish_form_get_site (VslPublishForm *self)
{
  g_return_val_if_fail (VSL_IS_PUBLISH_FORM (self), NULL);

  return vsl_site_chooser_get_site (VSL_SITE_CHOOSER (self->chooser));
}

/**
 * vsl_publish_form_get_row:
 *
 * Returns: (transfer none) (nullable): how it stands there; %NULL when it was never sent there
 */
VslOutboxRow *
vsl_publish_form_get_row (VslPublishForm *self)
{
  VslSite *site;

  g_return_val_if_fail (VSL_IS_PUBLISH_FORM (self), NULL);

  site = vsl_publish_form_get_site (self);

  return site != NULL && self->copies != NULL ? vsl_copies_find (self->copies, vsl_site_get_name (site))
                                              : NULL;
}

/**
 * vsl_publish_form_get_options:
 * @options: (out caller-allocates): what is asked for; to be cleared
 *
 * Returns: whether it can be done: not when the moment that was typed is none to come
 */
gboolean
vsl_publish_form_get_options (VslPublishForm        *self,
                              VslPublicationOptions *options)
{
  gboolean possible;

  g_return_val_if_fail (VSL_IS_PUBLISH_FORM (self) && options != NULL, FALSE);

  possible = vsl_publish_choices_get_options (VSL_PUBLISH_CHOICES (self->choices), options);
  options->placement = vsl_placement_form_dup_placement (VSL_PLACEMENT_FORM (self->placement));

  return possible;
}

/**
 * vsl_publish_form_get_allowed:
 *
 * Returns: whether nothing blocks, or there is a reason to pass it by
 */
gboolean
vsl_publish_form_get_allowed (VslPublishForm *self)
{
  g_return_val_if_fail (VSL_IS_PUBLISH_FORM (self), FALSE);

  return vsl_publish_blocks_get_allowed (VSL_PUBLISH_BLOCKS (self->blocks));
}

/**
 * vsl_publish_form_dup_version_name:
 *
 * Returns: (transfer full) (nullable): the name of the version that keeps why checks are passed by; %NULL
 *   when none is
 */
char *
vsl_publish_form_dup_version_name (VslPublishForm *self)
{
  g_return_val_if_fail (VSL_IS_PUBLISH_FORM (self), NULL);

  return vsl_publish_blocks_dup_version_name (VSL_PUBLISH_BLOCKS (self->blocks),
                                              vsl_publish_form_get_site (self));
}

/**
 * vsl_publish_form_update:
 *
 * Looks the article over as it is now, what was typed in the last moment too.
 */
void
vsl_publish_form_update (VslPublishForm *self)
{
  VslSite *site;
  g_auto(VslPublicationOptions) options = { 0 };

  g_return_if_fail (VSL_IS_PUBLISH_FORM (self));

  site = vsl_publish_form_get_site (self);
  if (self->desk == NULL || self->document == NULL || site == NULL)
    return;

  g_clear_handle_id (&self->update_source, g_source_remove);
  vsl_publish_form_get_options (self, &options);
  vsl_publish_blocks_update (VSL_PUBLISH_BLOCKS (self->blocks), self->desk, self->document, site,
                             find_seen_at (&options));
  vsl_publish_blocks_set_row (VSL_PUBLISH_BLOCKS (self->blocks), self->desk, self->document,
                              vsl_publish_form_get_row (self));
  vsl_site_chooser_update (VSL_SITE_CHOOSER (self->chooser));
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * vsl_publish_form_choose_as_before:
 *
 * Chooses what keeps the article on the site as it stands there, and forgets what was typed for it.
 */
void
vsl_publish_form_choose_as_before (VslPublishForm *self)
{
  VslSite *site;
  VslOutboxRow *row;
  VslRemoteCopy *copy;

  g_return_if_fail (VSL_IS_PUBLISH_FORM (self));

  site = vsl_publish_form_get_site (self);
  row = vsl_publish_form_get_row (self);
  copy = row != NULL ? vsl_outbox_row_get_copy (row) : NULL;
  vsl_publish_choices_set_site (VSL_PUBLISH_CHOICES (self->choices), site);
  vsl_placement_form_set_site (VSL_PLACEMENT_FORM (self->placement), site);
  vsl_publish_choices_set_status (VSL_PUBLISH_CHOICES (self->choices),
                                  copy != NULL ? vsl_remote_copy_get_status (copy) : VSL_REMOTE_DRAFT,
                                  row != NULL ? vsl_outbox_row_get_wanted_at (row) : 0);
}

/**
 * vsl_publish_form_choose_draft:
 *
 * Chooses a draft.
 */
void
vsl_publish_form_choose_draft (VslPublishForm *self)
{
  g_return_if_fail (VSL_IS_PUBLISH_FORM (self));

  vsl_publish_choices_set_status (VSL_PUBLISH_CHOICES (self->choices), VSL_REMOTE_DRAFT, 0);
  vsl_publish_form_update (self);
}

/**
 * vsl_publish_form_add_site:
 *
 * Opens the dialog that adds a site, which is chosen then.
 */
void
vsl_publish_form_add_site (VslPublishForm *self)
{
  g_return_if_fail (VSL_IS_PUBLISH_FORM (self));

  gtk_widget_activate_action (self->chooser, "sites.add", NULL);
}

/**
 * vsl_publish_form_forget_reason:
 *
 * Forgets why checks are passed by: it was for another article, or has been used.
 */
void
vsl_publish_form_forget_reason (VslPublishForm *self)
{
  g_return_if_fail (VSL_IS_PUBLISH_FORM (self));

  vsl_publish_blocks_forget (VSL_PUBLISH_BLOCKS (self->blocks));
}

/**
 * vsl_publish_form_forget_answers:
 *
 * What the sites answered does not hold any more: something was sent since.
 */
void
vsl_publish_form_forget_answers (VslPublishForm *self)
{
  g_return_if_fail (VSL_IS_PUBLISH_FORM (self));

  vsl_site_chooser_forget (VSL_SITE_CHOOSER (self->chooser));
}
