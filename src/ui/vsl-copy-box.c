/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-copy-box.h"

#include "ui/vsl-words.h"
#include "ui/vsl-wrap-layout.h"

#include <glib/gi18n.h>

/**
 * VslCopyBox:
 *
 * How the article stands on a site, as far as is known: one sentence, since when, and the links to
 * it. Hidden when the article was never sent there.
 */
struct _VslCopyBox
{
  AdwBin        parent_instance;

  VslOutboxRow *row;            /* (owned) (nullable) */
  gboolean      told;           /* why it failed stands elsewhere */
  char         *site;           /* (owned) (nullable) how the site is called */
  GCancellable *cancellable;    /* (owned) */

  GtkWidget    *icon;           /* (template), as all that follow */
  GtkWidget    *sentence_label;
  GtkWidget    *moment_label;
  GtkWidget    *reason_label;
  GtkWidget    *links;
  GtkWidget    *open_button;
  GtkWidget    *copy_button;
  GtkWidget    *edit_button;
  GtkWidget    *problem_label;
};

G_DEFINE_FINAL_TYPE (VslCopyBox, vsl_copy_box, ADW_TYPE_BIN)

static char *
dup_confirmed_sentence (VslOutboxRow  *row,
                        VslRemoteCopy *copy,
                        const char    *site)
{
  g_autofree char *moment = NULL;

  switch (vsl_remote_copy_get_status (copy))
    {
    case VSL_REMOTE_DRAFT:
      return g_strdup_printf (_("On %s as a draft"), site);
    case VSL_REMOTE_PENDING:
      return g_strdup_printf (_("On %s, waiting for review"), site);
    case VSL_REMOTE_PUBLISH:
      return g_strdup_printf (_("Published on %s"), site);
    case VSL_REMOTE_FUTURE:
      moment = vsl_words_dup_moment (vsl_outbox_row_get_wanted_at (row));
      /* Translators: the site, then a day and a time */
      return g_strdup_printf (_("Scheduled on %s for %s"), site, moment);
    case VSL_REMOTE_PRIVATE:
      return g_strdup_printf (_("On %s, for members of the site only"), site);
    case VSL_REMOTE_TRASH:
      return g_strdup_printf (_("In the trash of %s"), site);
    case VSL_REMOTE_UNKNOWN:
    case VSL_N_REMOTE_STATUSES:
    default:
      return g_strdup_printf (_("On %s, in a state that Verslag does not know"), site);
    }
}

static char *
dup_sentence (VslOutboxRow *row,
              const char   *site)
{
  VslRemoteCopy *copy = vsl_outbox_row_get_copy (row);

  switch (vsl_outbox_row_get_state (row))
    {
    case VSL_OUTBOX_CONFIRMED:
      if (copy != NULL)
        return dup_confirmed_sentence (row, copy, site);
      return g_strdup_printf (_("On %s"), site);
    case VSL_OUTBOX_QUEUED:
      return g_strdup_printf (_("Waiting to be sent to %s"), site);
    case VSL_OUTBOX_SENDING:
      return g_strdup_printf (_("On its way to %s"), site);
    case VSL_OUTBOX_IN_DOUBT:
      return g_strdup_printf (_("It is not certain what %s has. Trying again looks first."), site);
    case VSL_OUTBOX_CONFLICT:
      return g_strdup_printf (_("Somebody changed the article on %s"), site);
    case VSL_OUTBOX_BLOCKED:
      return g_strdup_printf (_("%s did not accept the last attempt"), site);
    case VSL_N_OUTBOX_STATES:
    default:
      g_return_val_if_reached (g_strdup (""));
    }
}

static const char *
get_icon_name (VslOutboxState state)
{
  switch (state)
    {
    case VSL_OUTBOX_CONFIRMED:
      return "emblem-ok-symbolic";
    case VSL_OUTBOX_QUEUED:
    case VSL_OUTBOX_SENDING:
      return "content-loading-symbolic";
    case VSL_OUTBOX_IN_DOUBT:
      return "dialog-question-symbolic";
    case VSL_OUTBOX_CONFLICT:
    case VSL_OUTBOX_BLOCKED:
    case VSL_N_OUTBOX_STATES:
    default:
      return "dialog-warning-symbolic";
    }
}

static const char *
get_url (VslCopyBox *self)
{
  VslRemoteCopy *copy = self->row != NULL ? vsl_outbox_row_get_copy (self->row) : NULL;
  const char *url = copy != NULL ? vsl_remote_copy_get_url (copy) : NULL;

  return url != NULL && *url != '\0' ? url : NULL;
}

static const char *
get_edit_url (VslCopyBox *self)
{
  VslRemoteCopy *copy = self->row != NULL ? vsl_outbox_row_get_copy (self->row) : NULL;
  const char *url = copy != NULL ? vsl_remote_copy_get_edit_url (copy) : NULL;

  return url != NULL && *url != '\0' ? url : NULL;
}

static void
show_problem (VslCopyBox *self,
              const char *message)
{
  gtk_label_set_label (GTK_LABEL (self->problem_label), message != NULL ? message : "");
  gtk_widget_set_visible (self->problem_label, message != NULL);
}

static void
launched_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(VslCopyBox) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *message = NULL;

  if (g_app_info_launch_default_for_uri_finish (result, &error) ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  message = g_strdup_printf (_("The page could not be opened: %s. Copy the link instead."),
                             error->message);
  show_problem (self, message);
}

static void
launch (VslCopyBox *self,
        const char *url)
{
  g_autoptr(GAppLaunchContext) context = NULL;

  if (url == NULL)
    return;

  show_problem (self, NULL);
  context = G_APP_LAUNCH_CONTEXT (gdk_display_get_app_launch_context (
    gtk_widget_get_display (GTK_WIDGET (self))));
  g_app_info_launch_default_for_uri_async (url, context, self->cancellable,
                                           launched_cb, g_object_ref (self));
}

static void
open_clicked_cb (VslCopyBox *self)
{
  launch (self, get_url (self));
}

static void
edit_clicked_cb (VslCopyBox *self)
{
  launch (self, get_edit_url (self));
}

static void
copy_clicked_cb (VslCopyBox *self)
{
  const char *url = get_url (self);

  if (url != NULL)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), url);
}

/* Since when, and for what waits, when it is tried again by itself. */
static char *
dup_moment (VslOutboxRow *row)
{
  g_autofree char *since = vsl_words_dup_moment (vsl_outbox_row_get_updated_at (row));
  gint64 next_at = vsl_outbox_row_get_plan (row)->next_at;
  g_autofree char *next = NULL;

  if (next_at == 0 || vsl_outbox_row_get_state (row) == VSL_OUTBOX_CONFIRMED)
    return g_steal_pointer (&since);

  next = vsl_words_dup_moment (next_at);

  /* Translators: two moments: of the last attempt, and of the next one */
  return g_strdup_printf (_("%s · tried again by itself: %s"), since, next);
}

static void
show_row (VslCopyBox *self)
{
  g_autofree char *sentence = dup_sentence (self->row, self->site);
  g_autofree char *moment = dup_moment (self->row);
  const char *reason = vsl_outbox_row_get_message (self->row);
  gboolean confirmed = vsl_outbox_row_get_state (self->row) == VSL_OUTBOX_CONFIRMED;

  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon),
                                get_icon_name (vsl_outbox_row_get_state (self->row)));
  if (confirmed)
    gtk_widget_add_css_class (self->icon, "success");
  else
    gtk_widget_remove_css_class (self->icon, "success");
  gtk_label_set_label (GTK_LABEL (self->sentence_label), sentence);
  gtk_label_set_label (GTK_LABEL (self->moment_label), moment);
  gtk_label_set_label (GTK_LABEL (self->reason_label), reason != NULL ? reason : "");
  gtk_widget_set_visible (self->reason_label, !confirmed && !self->told && reason != NULL && *reason != '\0');

  gtk_widget_set_visible (self->open_button, get_url (self) != NULL);
  gtk_widget_set_visible (self->copy_button, get_url (self) != NULL);
  gtk_widget_set_visible (self->edit_button, get_edit_url (self) != NULL);
  gtk_widget_set_visible (self->links, get_url (self) != NULL || get_edit_url (self) != NULL);
}

static void
vsl_copy_box_dispose (GObject *object)
{
  VslCopyBox *self = VSL_COPY_BOX (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), VSL_TYPE_COPY_BOX);
  g_clear_object (&self->row);

  G_OBJECT_CLASS (vsl_copy_box_parent_class)->dispose (object);
}

static void
vsl_copy_box_finalize (GObject *object)
{
  VslCopyBox *self = VSL_COPY_BOX (object);

  g_clear_object (&self->cancellable);
  g_free (self->site);

  G_OBJECT_CLASS (vsl_copy_box_parent_class)->finalize (object);
}

static void
vsl_copy_box_class_init (VslCopyBoxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vsl_copy_box_dispose;
  object_class->finalize = vsl_copy_box_finalize;

  g_type_ensure (VSL_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/verslag/Verslag/ui/vsl-copy-box.ui");
  gtk_widget_class_bind_template_child (widget_class, VslCopyBox, icon);
  gtk_widget_class_bind_template_child (widget_class, VslCopyBox, sentence_label);
  gtk_widget_class_bind_template_child (widget_class, VslCopyBox, moment_label);
  gtk_widget_class_bind_template_child (widget_class, VslCopyBox, reason_label);
  gtk_widget_class_bind_template_child (widget_class, VslCopyBox, links);
  gtk_widget_class_bind_template_child (widget_class, VslCopyBox, open_button);
  gtk_widget_class_bind_template_child (widget_class, VslCopyBox, copy_button);
  gtk_widget_class_bind_template_child (widget_class, VslCopyBox, edit_button);
  gtk_widget_class_bind_template_child (widget_class, VslCopyBox, problem_label);
  gtk_widget_class_bind_template_callback (widget_class, open_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, edit_clicked_cb);
}

static void
vsl_copy_box_init (VslCopyBox *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * vsl_copy_box_new:
 *
 * Returns: (transfer floating): a box that shows nothing
 */
GtkWidget *
vsl_copy_box_new (void)
{
  return g_object_new (VSL_TYPE_COPY_BOX, NULL);
}

/**
 * vsl_copy_box_set_row:
 * @row: (nullable): how it stands on a site; %NULL hides the box
 * @site: (nullable): that site
 * @told: whether why it failed stands elsewhere
 */
void
vsl_copy_box_set_row (VslCopyBox   *self,
                      VslOutboxRow *row,
                      VslSite      *site,
                      gboolean      told)
{
  g_return_if_fail (VSL_IS_COPY_BOX (self));
  g_return_if_fail (row == NULL || (VSL_IS_OUTBOX_ROW (row) && VSL_IS_SITE (site)));

  g_set_object (&self->row, row);
  self->told = told;
  g_free (self->site);
  self->site = site != NULL ? vsl_words_dup_site (site) : NULL;
  show_problem (self, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), row != NULL);
  if (row != NULL)
    show_row (self);
}

/**
 * vsl_copy_box_get_sentence:
 *
 * Returns: (transfer none) (nullable): what the box says; %NULL when it is hidden
 */
const char *
vsl_copy_box_get_sentence (VslCopyBox *self)
{
  g_return_val_if_fail (VSL_IS_COPY_BOX (self), NULL);

  return self->row != NULL ? gtk_label_get_label (GTK_LABEL (self->sentence_label)) : NULL;
}
