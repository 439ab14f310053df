/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-copy-actions.h"

#include "desk/vsl-publication-words.h"
#include "ui/vsl-words.h"
#include "ui/vsl-wrap-layout.h"

#include <glib/gi18n.h>

/**
 * VslCopyActions:
 *
 * What can be done with the copy of an article on a site, besides bringing it up to date: back to a draft,
 * into the bin, and after a conflict the choice for the version that is here. What takes an article from
 * its readers asks first, and names it.
 *
 * Signals: `status-requested` (a #VslRemoteStatus as an int) and `ours-requested`.
 */
struct _VslCopyActions
{
  AdwBin     parent_instance;

  char      *site;           /* (owned) (nullable) how the site is called */
  char      *headline;       /* (owned) (nullable) how the article is called in a question */
  gboolean   public;         /* readers see it */

  GtkWidget *compare_button; /* (template), as all that follow */
  GtkWidget *ours_button;
  GtkWidget *draft_button;
  GtkWidget *bin_button;
};

G_DEFINE_FINAL_TYPE (VslCopyActions, vsl_copy_actions, ADW_TYPE_BIN)

enum
{
  SIGNAL_STATUS_REQUESTED,
  SIGNAL_OURS_REQUESTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Asks with the words of @heading and @body; @label does it. */
static void
ask (VslCopyActions *self,
     const char     *heading,
     const char     *body,
     const char     *label,
     GCallback       confirmed_cb)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *dialog = adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                              heading, body);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "keep", _("_Leave it"), "go", label, NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "go", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "keep");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "keep");
  g_signal_connect_object (dialog, "response::go", confirmed_cb, self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
draft_confirmed_cb (VslCopyActions *self)
{
  g_signal_emit (self, signals[SIGNAL_STATUS_REQUESTED], 0, (int) VSL_REMOTE_DRAFT);
}

static void
bin_confirmed_cb (VslCopyActions *self)
{
  g_signal_emit (self, signals[SIGNAL_STATUS_REQUESTED], 0, (int) VSL_REMOTE_TRASH);
}

static void
draft_clicked_cb (VslCopyActions *self)
{
  g_autofree char *heading = NULL;
  g_autofree char *body = NULL;

  if (!self->public)
    {
      draft_confirmed_cb (self);
      return;
    }
  heading = g_strdup_printf (_("Take %s Offline?"), self->headline);
  body = g_strdup_printf (_("Readers of %s do not find it any more. It becomes a draft there, and can be "
                            "published again at the same address."), self->site);
  ask (self, heading, body, _("_Take offline"), G_CALLBACK (draft_confirmed_cb));
}

static void
bin_clicked_cb (VslCopyActions *self)
{
  g_autofree char *heading = g_strdup_printf (_("Put %s in the Bin of %s?"), self->headline, self->site);
  g_autofree char *body =
    g_strdup (self->public ? _("Readers do not find it there any more. The article stays here.")
                           : _("It goes from the drafts of the site. The article stays here."));

  ask (self, heading, body, _("_Put in the bin"), G_CALLBACK (bin_confirmed_cb));
}

static void
ours_clicked_cb (VslCopyActions *self)
{
  g_signal_emit (self, signals[SIGNAL_OURS_REQUESTED], 0);
}

static void
vsl_copy_actions_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), VSL_TYPE_COPY_ACTIONS);

  G_OBJECT_CLASS (vsl_copy_actions_parent_class)->dispose (object);
}

static void
vsl_copy_actions_finalize (GObject *object)
{
  VslCopyActions *self = VSL_COPY_ACTIONS (object);

  g_free (self->site);
  g_free (self->headline);

  G_OBJECT_CLASS (vsl_copy_actions_parent_class)->finalize (object);
}

static void
vsl_copy_actions_class_init (VslCopyActionsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vsl_copy_actions_dispose;
  G_OBJECT_CLASS (klass)->finalize = vsl_copy_actions_finalize;

  signals[SIGNAL_STATUS_REQUESTED] =
    g_signal_new ("status-requested", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[SIGNAL_OURS_REQUESTED] =
    g_signal_new ("ours-requested", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (VSL_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/verslag/Verslag/ui/vsl-copy-actions.ui");
  gtk_widget_class_bind_template_child (widget_class, VslCopyActions, compare_button);
  gtk_widget_class_bind_template_child (widget_class, VslCopyActions, ours_button);
  gtk_widget_class_bind_template_child (widget_class, VslCopyActions, draft_button);
  gtk_widget_class_bind_template_child (widget_class, VslCopyActions, bin_button);
  gtk_widget_class_bind_template_callback (widget_class, ours_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, draft_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, bin_clicked_cb);
}

static void
vsl_copy_actions_init (VslCopyActions *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * vsl_copy_actions_new:
 *
 * Returns: (transfer floating): nothing that can be done
 */
GtkWidget *
vsl_copy_actions_new (void)
{
  return g_object_new (VSL_TYPE_COPY_ACTIONS, NULL);
}

/**
 * vsl_copy_actions_set_row:
 * @row: (nullable): how the article stands on a site
 * @site: (nullable): that site
 * @headline: (nullable): what the article is called
 *
 * Offers what can be done with it; nothing when there is no copy.
 */
void
vsl_copy_actions_set_row (VslCopyActions *self,
                          VslOutboxRow   *row,
                          VslSite        *site,
                          const char     *headline)
{
  VslRemoteCopy *copy = row != NULL ? vsl_outbox_row_get_copy (row) : NULL;
  VslRemoteStatus status = copy != NULL ? vsl_remote_copy_get_status (copy) : VSL_REMOTE_UNKNOWN;
  VslOutboxState state = row != NULL ? vsl_outbox_row_get_state (row) : VSL_OUTBOX_QUEUED;
  gboolean settled = copy != NULL && (state == VSL_OUTBOX_CONFIRMED || state == VSL_OUTBOX_BLOCKED);
  gboolean conflict = copy != NULL && state == VSL_OUTBOX_CONFLICT;

  g_return_if_fail (VSL_IS_COPY_ACTIONS (self));

  g_free (self->site);
  self->site = site != NULL ? vsl_words_dup_site (site) : NULL;
  g_free (self->headline);
  self->headline = headline != NULL && *headline != '\0' ? vsl_publication_words_headline (headline)
                                                          : g_strdup (C_("in a heading", "the Article"));
  self->public = status == VSL_REMOTE_PUBLISH;
  if (conflict)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (self->compare_button), "(ss)",
                                      vsl_outbox_row_get_article_id (row), vsl_outbox_row_get_site (row));
  gtk_widget_set_visible (self->compare_button, conflict);
  gtk_widget_set_visible (self->ours_button, conflict);
  gtk_widget_set_visible (self->draft_button, settled && status != VSL_REMOTE_DRAFT &&
                                              status != VSL_REMOTE_UNKNOWN);
  gtk_button_set_label (GTK_BUTTON (self->draft_button),
                        status == VSL_REMOTE_PUBLISH ? _("Take offline…")
                        : status == VSL_REMOTE_TRASH ? _("Put back as a draft") : _("Back to draft"));
  gtk_widget_set_visible (self->bin_button, settled && status != VSL_REMOTE_TRASH);
  gtk_widget_set_visible (GTK_WIDGET (self), settled || conflict);
}
