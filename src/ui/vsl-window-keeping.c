/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-window-private.h"

#include "desk/vsl-desk-backups.h"
#include "desk/vsl-desk-bin.h"
#include "desk/vsl-desk-versions.h"
#include "ui/vsl-backups-dialog.h"

#include <glib/gi18n.h>

/* What the window does to keep things, and to let them go: backups, and the end of the bin. */

static void
problem_cb (VslBackups *backups,
            GParamSpec *pspec,
            VslWindow  *self)
{
  if (vsl_backups_get_problem (backups) != NULL)
    vsl_window_show_notice (self, vsl_backups_get_problem (backups));
}

/* Articles on the network: said once, as it stays so. */
static void
tell_of_place (VslWindow *self)
{
  const char *notice = vsl_desk_get_notice (self->desk);
  g_autofree char *told = NULL;

  if (notice == NULL)
    return;

  told = vsl_desk_load_session (self->desk, "told-of-network");
  if (told != NULL)
    return;
  vsl_window_show_notice (self, notice);
  vsl_desk_save_session (self->desk, "told-of-network", "1");
}

static void
show_backups_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  VslWindow *self = VSL_WINDOW (widget);

  if (self->desk != NULL)
    gtk_window_present (GTK_WINDOW (vsl_backups_dialog_new (self->desk, self->settings, GTK_WINDOW (self))));
}

/* What goes, by its name, with what goes along. */
static char *
describe_end (VslWindow          *self,
              const char * const *ids)
{
  guint n = g_strv_length ((char **) ids);
  guint n_versions = 0;

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr(GPtrArray) versions = vsl_desk_list_versions (self->desk, ids[i], NULL);

      n_versions += versions != NULL ? versions->len : 0;
    }
  if (n > 1)
    return g_strdup_printf (_("%u articles and their %u versions will be gone. What is on a site stays there, and what is in a backup can be had back from it."),
                            n, n_versions);

  return g_strdup_printf (ngettext ("The article and its %u version will be gone. What is on a site stays there, and what is in a backup can be had back from it.",
                                    "The article and its %u versions will be gone. What is on a site stays there, and what is in a backup can be had back from it.",
                                    n_versions),
                          n_versions);
}

static char *
make_question (VslWindow          *self,
               const char * const *ids)
{
  g_autoptr(VslArticle) article = NULL;
  const char *headline = NULL;

  if (ids[1] != NULL)
    return g_strdup_printf (_("Delete %u Articles for Good?"), g_strv_length ((char **) ids));

  article = vsl_desk_load_article (self->desk, ids[0], NULL);
  if (article != NULL)
    headline = vsl_article_get_text (article, VSL_FIELD_HEADLINE);
  if (headline == NULL || *headline == '\0')
    headline = _("Without a headline");

  return g_strdup_printf (_("Delete “%s” for Good?"), headline);
}

/* The articles that a question is about. */
typedef struct
{
  VslWindow *window; /* (owned) */
  char **ids;        /* (owned) */
} Question;

static void
question_free (gpointer  data,
               GClosure *closure)
{
  Question *question = data;

  g_object_unref (question->window);
  g_strfreev (question->ids);
  g_free (question);
}

static void
confirmed_cb (AdwMessageDialog *dialog,
              const char       *response,
              Question         *question)
{
  VslWindow *self = question->window;

  for (guint i = 0; question->ids[i] != NULL && self->desk != NULL; i++)
    {
      g_autoptr(GError) error = NULL;

      if (!vsl_desk_end_article (self->desk, question->ids[i], &error))
        {
          vsl_window_show_notice (self, error->message);
          return;
        }
    }
}

static void
end_articles_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  VslWindow *self = VSL_WINDOW (widget);
  Question *question;
  g_autofree char *heading = NULL;
  g_autofree char *body = NULL;
  GtkWidget *dialog;
  g_auto(GStrv) ids = g_variant_dup_strv (parameter, NULL);

  if (self->desk == NULL || ids[0] == NULL)
    return;

  heading = make_question (self, (const char * const *) ids);
  body = describe_end (self, (const char * const *) ids);
  dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, body);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "keep", _("_Keep in the bin"), "end",
                                    _("_Delete for good"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "end", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "keep");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "keep");
  question = g_new (Question, 1);
  *question = (Question) { g_object_ref (self), g_steal_pointer (&ids) };
  g_signal_connect_data (dialog, "response::end", G_CALLBACK (confirmed_cb), question, question_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * vsl_window_start_keeping:
 *
 * The desk is there: lets the settings say whether backups are made, and tells of those that fail.
 */
void
vsl_window_start_keeping (VslWindow *self)
{
  VslBackups *backups = vsl_desk_get_backups (self->desk);

  g_settings_bind (self->settings, "backups", backups, "automatic", G_SETTINGS_BIND_GET);
  g_settings_bind (self->settings, "markdown-copies", backups, "mirror", G_SETTINGS_BIND_GET);
  g_signal_connect_object (backups, "notify::problem", G_CALLBACK (problem_cb), self, 0);
  vsl_backups_start (backups);
  tell_of_place (self);
}

/**
 * vsl_window_install_keeping_actions:
 *
 * Declares the actions on backups and on the bin; from class_init.
 */
void
vsl_window_install_keeping_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.show-backups", NULL, show_backups_action);
  gtk_widget_class_install_action (widget_class, "win.end-articles", "as", end_articles_action);
}
