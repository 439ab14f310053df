/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-publish-blocks.h"

#include "desk/vsl-desk-checks.h"
#include "desk/vsl-preflight.h"
#include "ui/vsl-consent-view.h"
#include "ui/vsl-difference-view.h"
#include "ui/vsl-preflight-view.h"

/**
 * VslPublishBlocks:
 *
 * What to know before the button is pressed, always in the same order: the checks, who has to agree, and
 * what an update changes.
 *
 * Signal `changed`: it may go out now, or it may not any more.
 */
struct _VslPublishBlocks
{
  AdwBin        parent_instance;

  VslPreflight *preflight;  /* (owned) (nullable) as last shown */

  GtkWidget    *checks;     /* (template), as all that follow */
  GtkWidget    *consent;
  GtkWidget    *difference;
};

G_DEFINE_FINAL_TYPE (VslPublishBlocks, vsl_publish_blocks, ADW_TYPE_BIN)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
reason_changed_cb (VslPublishBlocks *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
vsl_publish_blocks_dispose (GObject *object)
{
  VslPublishBlocks *self = VSL_PUBLISH_BLOCKS (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), VSL_TYPE_PUBLISH_BLOCKS);
  g_clear_object (&self->preflight);

  G_OBJECT_CLASS (vsl_publish_blocks_parent_class)->dispose (object);
}

static void
vsl_publish_blocks_class_init (VslPublishBlocksClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vsl_publish_blocks_dispose;

  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (VSL_TYPE_CONSENT_VIEW);
  g_type_ensure (VSL_TYPE_DIFFERENCE_VIEW);
  g_type_ensure (VSL_TYPE_PREFLIGHT_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/verslag/Verslag/ui/vsl-publish-blocks.ui");
  gtk_widget_class_bind_template_child (widget_class, VslPublishBlocks, checks);
  gtk_widget_class_bind_template_child (widget_class, VslPublishBlocks, consent);
  gtk_widget_class_bind_template_child (widget_class, VslPublishBlocks, difference);
  gtk_widget_class_bind_template_callback (widget_class, reason_changed_cb);
}

static void
vsl_publish_blocks_init (VslPublishBlocks *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * vsl_publish_blocks_new:
 *
 * Returns: (transfer floating): blocks about nothing
 */
GtkWidget *
vsl_publish_blocks_new (void)
{
  return g_object_new (VSL_TYPE_PUBLISH_BLOCKS, NULL);
}

/**
 * vsl_publish_blocks_set_row:
 * @desk: who has the versions
 * @document: the article
 * @row: (nullable): how it stands on the chosen site
 *
 * Another site, or something was sent.
 */
void
vsl_publish_blocks_set_row (VslPublishBlocks *self,
                            VslDesk          *desk,
                            VslDocument      *document,
                            VslOutboxRow     *row)
{
  g_return_if_fail (VSL_IS_PUBLISH_BLOCKS (self));

  vsl_difference_view_set_row (VSL_DIFFERENCE_VIEW (self->difference), desk, document, row);
}

/**
 * vsl_publish_blocks_update:
 * @desk: who checks
 * @document: the article
 * @site: where it is to go
 * @strict: whether readers will see it, so that what blocks does so
 *
 * Looks the article over as it is now.
 */
void
vsl_publish_blocks_update (VslPublishBlocks *self,
                           VslDesk          *desk,
                           VslDocument      *document,
                           VslSite          *site,
                           gboolean          strict)
{
  VslCheckRunner *runner;
  VslCheckReport *report = NULL;
  g_autoptr(VslArticle) article = NULL;

  g_return_if_fail (VSL_IS_PUBLISH_BLOCKS (self));
  g_return_if_fail (VSL_IS_DESK (desk) && VSL_IS_DOCUMENT (document) && VSL_IS_SITE (site));

  runner = vsl_desk_get_check_runner (desk);
  if (vsl_check_runner_get_document (runner) == document)
    report = vsl_check_runner_get_report (runner);
  article = vsl_document_dup_article (document);
  g_clear_object (&self->preflight);
  self->preflight = vsl_preflight_new (article, site, report);
  vsl_preflight_view_show (VSL_PREFLIGHT_VIEW (self->checks), self->preflight, strict);
  vsl_consent_view_update (VSL_CONSENT_VIEW (self->consent), desk, article);
  vsl_difference_view_update (VSL_DIFFERENCE_VIEW (self->difference));
}

/**
 * vsl_publish_blocks_get_allowed:
 *
 * Returns: whether nothing blocks, or there is a reason to pass it by
 */
gboolean
vsl_publish_blocks_get_allowed (VslPublishBlocks *self)
{
  g_return_val_if_fail (VSL_IS_PUBLISH_BLOCKS (self), FALSE);

  return vsl_preflight_view_get_allowed (VSL_PREFLIGHT_VIEW (self->checks));
}

/**
 * vsl_publish_blocks_dup_version_name:
 * @site: where it goes
 *
 * Returns: (transfer full) (nullable): the name of the version that keeps why checks are passed by; %NULL
 *   when none is
 */
char *
vsl_publish_blocks_dup_version_name (VslPublishBlocks *self,
                                     VslSite          *site)
{
  g_autofree char *reason = NULL;

  g_return_val_if_fail (VSL_IS_PUBLISH_BLOCKS (self), NULL);

  reason = vsl_preflight_view_dup_reason (VSL_PREFLIGHT_VIEW (self->checks));

  return reason != NULL ? vsl_preflight_describe_override (self->preflight, site, reason) : NULL;
}

/**
 * vsl_publish_blocks_forget:
 *
 * Forgets the reason that was typed: it was for another article, or has been used.
 */
void
vsl_publish_blocks_forget (VslPublishBlocks *self)
{
  g_return_if_fail (VSL_IS_PUBLISH_BLOCKS (self));

  vsl_preflight_view_clear (VSL_PREFLIGHT_VIEW (self->checks));
}
