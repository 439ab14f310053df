/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-copy-view.h"

#include "ui/vsl-copy-actions.h"
#include "ui/vsl-copy-box.h"
#include "ui/vsl-outbox-history.h"

/**
 * VslCopyView:
 *
 * The copy of an article on a site: how it stands, what can be done with it, and all that happened to it.
 * Hidden where the article was never sent.
 *
 * Signals: `status-requested` (a #VslRemoteStatus as an int) and `ours-requested`.
 */
struct _VslCopyView
{
  AdwBin        parent_instance;

  VslOutboxRow *row;      /* (owned) (nullable) */
  VslSite      *site;     /* (owned) (nullable) */
  char         *headline; /* (owned) (nullable) */
  gboolean      running;  /* it is being changed: nothing else can be done with it */
  gboolean      told;     /* why it failed stands elsewhere */

  GtkWidget    *box;      /* (template), as all that follow */
  GtkWidget    *actions;
  GtkWidget    *history;
};

G_DEFINE_FINAL_TYPE (VslCopyView, vsl_copy_view, ADW_TYPE_BIN)

enum
{
  SIGNAL_STATUS_REQUESTED,
  SIGNAL_OURS_REQUESTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show_row (VslCopyView *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), self->row != NULL);
  vsl_copy_box_set_row (VSL_COPY_BOX (self->box), self->row, self->site, self->told);
  vsl_copy_actions_set_row (VSL_COPY_ACTIONS (self->actions), self->running ? NULL : self->row, self->site,
                            self->headline);
}

static void
status_requested_cb (VslCopyView *self,
                     int          status)
{
  g_signal_emit (self, signals[SIGNAL_STATUS_REQUESTED], 0, status);
}

static void
ours_requested_cb (VslCopyView *self)
{
  g_signal_emit (self, signals[SIGNAL_OURS_REQUESTED], 0);
}

static void
vsl_copy_view_dispose (GObject *object)
{
  VslCopyView *self = VSL_COPY_VIEW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), VSL_TYPE_COPY_VIEW);
  g_clear_object (&self->row);
  g_clear_object (&self->site);

  G_OBJECT_CLASS (vsl_copy_view_parent_class)->dispose (object);
}

static void
vsl_copy_view_finalize (GObject *object)
{
  g_free (VSL_COPY_VIEW (object)->headline);

  G_OBJECT_CLASS (vsl_copy_view_parent_class)->finalize (object);
}

static void
vsl_copy_view_class_init (VslCopyViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vsl_copy_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = vsl_copy_view_finalize;

  signals[SIGNAL_STATUS_REQUESTED] =
    g_signal_new ("status-requested", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[SIGNAL_OURS_REQUESTED] =
    g_signal_new ("ours-requested", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (VSL_TYPE_COPY_ACTIONS);
  g_type_ensure (VSL_TYPE_COPY_BOX);
  g_type_ensure (VSL_TYPE_OUTBOX_HISTORY);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/verslag/Verslag/ui/vsl-copy-view.ui");
  gtk_widget_class_bind_template_child (widget_class, VslCopyView, box);
  gtk_widget_class_bind_template_child (widget_class, VslCopyView, actions);
  gtk_widget_class_bind_template_child (widget_class, VslCopyView, history);
  gtk_widget_class_bind_template_callback (widget_class, status_requested_cb);
  gtk_widget_class_bind_template_callback (widget_class, ours_requested_cb);
}

static void
vsl_copy_view_init (VslCopyView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * vsl_copy_view_new:
 *
 * Returns: (transfer floating): a view of nothing
 */
GtkWidget *
vsl_copy_view_new (void)
{
  return g_object_new (VSL_TYPE_COPY_VIEW, NULL);
}

/**
 * vsl_copy_view_set_row:
 * @desk: (nullable): who has the history
 * @row: (nullable): how the article stands on a site
 * @site: (nullable): that site
 * @headline: (nullable): what the article is called
 */
void
vsl_copy_view_set_row (VslCopyView  *self,
                       VslDesk      *desk,
                       VslOutboxRow *row,
                       VslSite      *site,
                       const char   *headline)
{
  g_return_if_fail (VSL_IS_COPY_VIEW (self));
  g_return_if_fail (row == NULL || (VSL_IS_DESK (desk) && VSL_IS_SITE (site)));

  g_set_object (&self->row, row);
  g_set_object (&self->site, site);
  g_free (self->headline);
  self->headline = g_strdup (headline);
  vsl_outbox_history_set_row (VSL_OUTBOX_HISTORY (self->history), desk, row);
  show_row (self);
}

/**
 * vsl_copy_view_set_quiet:
 * @running: whether the copy is being changed: nothing else can be done with it
 * @told: whether why it failed stands elsewhere
 */
void
vsl_copy_view_set_quiet (VslCopyView *self,
                         gboolean     running,
                         gboolean     told)
{
  g_return_if_fail (VSL_IS_COPY_VIEW (self));

  self->running = running;
  self->told = told;
  show_row (self);
}
