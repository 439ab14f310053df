/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-publish-blocks.h"

#include "desk/vsl-desk-checks.h"
#include "desk/vsl-desk-reviews.h"
#include "desk/vsl-preflight.h"
#include "ui/vsl-consent-view.h"
#include "ui/vsl-difference-view.h"
#include "ui/vsl-embargo-view.h"
#include "ui/vsl-preflight-view.h"

/**
 * VslPublishBlocks:
 *
 * What to know before the button is pressed, always in the same order: the checks, who has to agree, the
 * embargo, and what an update changes.
 *
 * Signal `changed`: it may go out now, or it may not any more.
 */
struct _VslPublishBlocks
{
  AdwBin        parent_instance;

  VslDesk      *desk;         /* (owned) (nullable) */
  VslArticle   *article;      /* (owned) (nullable) as last looked at */
  VslPreflight *preflight;    /* (owned) (nullable) as last shown */
  VslConsent   *consent;      /* (owned) (nullable) as last read */
  GCancellable *cancellable;  /* (owned) of the reading */
  gint64        seen_at;      /* when readers will see it, 0 for never */

  GtkWidget    *checks;       /* (template), as all that follow */
  GtkWidget    *consent_view;
  GtkWidget    *embargo_view;
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
consent_loaded_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr(VslPublishBlocks) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(VslConsent) consent = vsl_desk_load_consent_finish (VSL_DESK (object), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->desk == NULL)
    return;

  vsl_consent_view_show (VSL_CONSENT_VIEW (self->consent_view), consent,
                         error != NULL ? error->message : NULL);
  if (consent == NULL)
    return;

  g_set_object (&self->consent, consent);
  vsl_embargo_view_show (VSL_EMBARGO_VIEW (self->embargo_view), self->desk,
                         vsl_article_get_id (self->article), consent);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
load_consent (VslPublishBlocks *self)
{
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  vsl_desk_load_consent_async (self->desk, self->article, self->cancellable, consent_loaded_cb,
                               g_object_ref (self));
}

static void
embargo_changed_cb (VslPublishBlocks *self)
{
  load_consent (self);
}

static void
vsl_publish_blocks_dispose (GObject *object)
{
  VslPublishBlocks *self = VSL_PUBLISH_BLOCKS (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), VSL_TYPE_PUBLISH_BLOCKS);
  g_clear_object (&self->consent);
  g_clear_object (&self->preflight);
  g_clear_object (&self->article);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (vsl_publish_blocks_parent_class)->dispose (object);
}

static void
vsl_publish_blocks_finalize (GObject *object)
{
  g_clear_object (&VSL_PUBLISH_BLOCKS (object)->cancellable);

  G_OBJECT_CLASS (vsl_publish_blocks_parent_class)->finalize (object);
}

static void
vsl_publish_blocks_class_init (VslPublishBlocksClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vsl_publish_blocks_dispose;
  G_OBJECT_CLASS (klass)->finalize = vsl_publish_blocks_finalize;

  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (VSL_TYPE_CONSENT_VIEW);
  g_type_ensure (VSL_TYPE_DIFFERENCE_VIEW);
  g_type_ensure (VSL_TYPE_EMBARGO_VIEW);
  g_type_ensure (VSL_TYPE_PREFLIGHT_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/verslag/Verslag/ui/vsl-publish-blocks.ui");
  gtk_widget_class_bind_template_child (widget_class, VslPublishBlocks, checks);
  gtk_widget_class_bind_template_child (widget_class, VslPublishBlocks, consent_view);
  gtk_widget_class_bind_template_child (widget_class, VslPublishBlocks, embargo_view);
  gtk_widget_class_bind_template_child (widget_class, VslPublishBlocks, difference);
  gtk_widget_class_bind_template_callback (widget_class, reason_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, embargo_changed_cb);
}

static void
vsl_publish_blocks_init (VslPublishBlocks *self)
{
  self->cancellable = g_cancellable_new ();
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
 * @seen_at: when readers will see it, µs UTC, so that what blocks does so; 0 for never
 *
 * Looks the article over as it is now.
 */
void
vsl_publish_blocks_update (VslPublishBlocks *self,
                           VslDesk          *desk,
                           VslDocument      *document,
                           VslSite          *site,
                           gint64            seen_at)
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
  /* What was read of another article is not about this one. */
  if (self->article == NULL ||
      g_strcmp0 (vsl_article_get_id (self->article), vsl_article_get_id (article)) != 0)
    g_clear_object (&self->consent);
  g_set_object (&self->desk, desk);
  g_set_object (&self->article, article);
  self->seen_at = seen_at;
  g_clear_object (&self->preflight);
  self->preflight = vsl_preflight_new (article, site, report);
  vsl_preflight_view_show (VSL_PREFLIGHT_VIEW (self->checks), self->preflight, seen_at > 0);
  load_consent (self);
  vsl_difference_view_update (VSL_DIFFERENCE_VIEW (self->difference));
}

/**
 * vsl_publish_blocks_get_allowed:
 *
 * Returns: whether nothing blocks, or there is a reason to pass it by: a check, or the embargo
 */
gboolean
vsl_publish_blocks_get_allowed (VslPublishBlocks *self)
{
  g_return_val_if_fail (VSL_IS_PUBLISH_BLOCKS (self), FALSE);

  if (self->seen_at > 0 && self->consent != NULL &&
      vsl_embargo_blocks (vsl_consent_get_embargo (self->consent), self->seen_at))
    return FALSE;

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
