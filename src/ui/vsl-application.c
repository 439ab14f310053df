/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-application.h"

#include "desk/vsl-desk-backups.h"
#include "desk/vsl-desk-outbox.h"
#include "ui/vsl-window.h"

#include <glib/gi18n.h>

#include <string.h>

/**
 * VslApplication:
 *
 * The program with a window: makes the desk, gives it to the one window, and ends both in the order
 * that loses nothing (save, close the store, then go). Where the store cannot be opened the window
 * says so and can try again.
 */
struct _VslApplication
{
  AdwApplication  parent_instance;

  char           *data_dir;       /* (owned) (nullable) the default place */
  char           *demo_language;  /* (owned) (nullable) of the sample that is to be loaded */
  char          **passwords;      /* (owned) (nullable) SITE=FILE */
  gboolean        demo;
  gboolean        quitting;       /* or putting a backup back: the desk is being closed */
  VslDesk        *desk;           /* (owned) (nullable) */
  VslWindow      *window;         /* (weak) (nullable) */
};

G_DEFINE_FINAL_TYPE (VslApplication, vsl_application, ADW_TYPE_APPLICATION)

static char *
get_data_dir (VslApplication *self)
{
  if (self->data_dir != NULL)
    return g_canonicalize_filename (self->data_dir, NULL);

  return g_build_filename (g_get_user_data_dir (), "verslag", NULL);
}

/* The file's first line, without its end, is the password; it is kept for this run. */
static gboolean
remember_password (VslApplication *self,
                   const char     *pair,
                   GError        **error)
{
  const char *equals = strchr (pair, '=');
  g_autofree char *site = NULL;
  g_autofree char *password = NULL;

  if (equals == NULL || equals == pair)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _("“%s” does not say which site the password is for. Write SITE=FILE."), pair);
      return FALSE;
    }
  if (!g_file_get_contents (equals + 1, &password, NULL, error))
    return FALSE;

  site = g_strndup (pair, (gsize) (equals - pair));
  password[strcspn (password, "\r\n")] = '\0';
  vsl_desk_remember_password (self->desk, site, password);
  memset (password, 0, strlen (password));
  return TRUE;
}

static gboolean
open_desk (VslApplication *self,
           GError        **error)
{
  g_autofree char *data_dir = get_data_dir (self);
  const VslDeskConfig config = { .data_dir = data_dir, .use_secret_service = TRUE };

  if (self->desk != NULL)
    return TRUE;

  self->desk = vsl_desk_new (&config, error);
  if (self->desk == NULL)
    return FALSE;

  for (char **pair = self->passwords; pair != NULL && *pair != NULL; pair++)
    if (!remember_password (self, *pair, error))
      return FALSE;

  return TRUE;
}

/* Gives the window its desk, or the reason why there is none. */
static void
start (VslApplication *self)
{
  g_autoptr(GError) error = NULL;

  if (!open_desk (self, &error))
    {
      vsl_window_show_failure (self->window, error->message);
      return;
    }
  vsl_window_set_desk (self->window, self->desk);
  if (self->demo)
    vsl_window_add_demo (self->window, self->demo_language);
  else
    vsl_window_restore (self->window);
  vsl_desk_start_outbox (self->desk);
  self->demo = FALSE;
}

static void
present (VslApplication *self)
{
  if (self->window == NULL)
    {
      g_set_weak_pointer (&self->window, vsl_window_new (GTK_APPLICATION (self)));
      start (self);
    }
  gtk_window_present (GTK_WINDOW (self->window));
}

static void
desk_closed_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      data)
{
  g_autoptr(VslApplication) self = data;
  g_autoptr(GError) error = NULL;

  g_application_release (G_APPLICATION (self));
  if (!vsl_desk_close_finish (VSL_DESK (object), result, &error))
    {
      /* The program stays, with the text on the screen: nothing is thrown away unasked. */
      self->quitting = FALSE;
      if (self->window != NULL)
        vsl_window_ask_to_leave (self->window, error->message);
      return;
    }
  if (self->window != NULL)
    gtk_window_destroy (GTK_WINDOW (self->window));
  g_clear_object (&self->desk);
  g_application_quit (G_APPLICATION (self));
}

static void
quit_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       data)
{
  vsl_application_quit (VSL_APPLICATION (data));
}

static void
leave_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       data)
{
  g_application_quit (G_APPLICATION (data));
}

static void
open_desk_action (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       data)
{
  start (VSL_APPLICATION (data));
}

/* The desk is opened again, on what was put back or on what was there before. */
static void
restored_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr(VslApplication) self = data;
  g_autoptr(GError) error = NULL;
  gboolean restored = vsl_desk_restore_backup_finish (result, &error);

  g_application_release (G_APPLICATION (self));
  self->quitting = FALSE;
  if (self->window == NULL)
    return;

  start (self);
  if (self->desk != NULL)
    vsl_window_show_notice (self->window,
                            restored ? _("The articles are those of the backup. What was here before stands in the list of backups.")
                                     : error->message);
}

/* A backup on its way to the place of the articles. */
typedef struct
{
  VslApplication *application; /* (owned) */
  char *path;                  /* (owned) */
} Restoration;

static void
closed_for_restoring_cb (GObject      *object,
                         GAsyncResult *result,
                         gpointer      data)
{
  Restoration *restoration = data;
  VslApplication *self = restoration->application;
  g_autofree char *path = g_steal_pointer (&restoration->path);
  g_autofree char *data_dir = get_data_dir (self);
  g_autoptr(GError) error = NULL;

  g_free (restoration);
  if (!vsl_desk_close_finish (VSL_DESK (object), result, &error))
    {
      /* What could not be saved is on the screen, and stays there. */
      g_application_release (G_APPLICATION (self));
      self->quitting = FALSE;
      if (self->window != NULL)
        vsl_window_show_notice (self->window, error->message);
      g_object_unref (self);
      return;
    }

  if (self->window != NULL)
    vsl_window_set_desk (self->window, NULL);
  g_clear_object (&self->desk);
  vsl_desk_restore_backup_async (data_dir, path, g_get_real_time (), restored_cb, self);
}

static void
restore_backup_action (GSimpleAction *action,
                       GVariant      *parameter,
                       gpointer       data)
{
  VslApplication *self = VSL_APPLICATION (data);
  Restoration *restoration;

  if (self->desk == NULL || self->quitting)
    return;

  restoration = g_new (Restoration, 1);
  *restoration = (Restoration) { g_object_ref (self), g_variant_dup_string (parameter, NULL) };
  self->quitting = TRUE;
  g_application_hold (G_APPLICATION (self));
  vsl_desk_close_async (self->desk, closed_for_restoring_cb, restoration);
}

static void
about_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       data)
{
  adw_show_about_window (gtk_application_get_active_window (GTK_APPLICATION (data)),
                         "application-name", _("Verslag"),
                         "application-icon", APP_ID,
                         "version", VERSION,
                         "developer-name", _("The Verslag authors"),
                         "comments", _("From the debate to the published article."),
                         "copyright", "© 2026 The Verslag authors",
                         "license-type", GTK_LICENSE_GPL_3_0,
                         /* Translators: your name and address, one translator a line. */
                         "translator-credits", _("translator-credits"),
                         NULL);
}

static void
vsl_application_activate (GApplication *application)
{
  present (VSL_APPLICATION (application));
}

static void
vsl_application_open (GApplication *application,
                      GFile       **files,
                      int           n_files,
                      const char   *hint)
{
  VslApplication *self = VSL_APPLICATION (application);

  present (self);
  for (int i = 0; i < n_files && self->desk != NULL; i++)
    if (!vsl_window_open_file (self->window, files[i]))
      break;
}

/* A data directory of its own is a program of its own: it does not hand over to a running one. */
static int
vsl_application_handle_local_options (GApplication *application,
                                      GVariantDict *options)
{
  VslApplication *self = VSL_APPLICATION (application);
  g_autoptr(GVariant) passwords = NULL;
  const char *language = NULL;

  if (g_variant_dict_lookup (options, "data", "^ay", &self->data_dir))
    g_application_set_flags (application,
                             g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);
  g_variant_dict_lookup (options, "demo", "b", &self->demo);
  if (g_variant_dict_lookup (options, "language", "&s", &language))
    self->demo_language = g_strdup (language);
  passwords = g_variant_dict_lookup_value (options, "password-file", G_VARIANT_TYPE ("as"));
  if (passwords != NULL)
    self->passwords = g_variant_dup_strv (passwords, NULL);

  if (!gtk_init_check ())
    {
      g_printerr (_("There is no display to open a window on. Start Verslag with ./run: it can "
                    "show the window in a browser.\n"));
      return 1;
    }

  return -1;
}

static void
vsl_application_startup (GApplication *application)
{
  static const GActionEntry actions[] = {
    { .name = "quit", .activate = quit_action },
    { .name = "leave", .activate = leave_action },
    { .name = "open-desk", .activate = open_desk_action },
    { .name = "restore-backup", .activate = restore_backup_action, .parameter_type = "s" },
    { .name = "about", .activate = about_action }
  };
  GtkApplication *self = GTK_APPLICATION (application);

  G_APPLICATION_CLASS (vsl_application_parent_class)->startup (application);
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions),
                                   application);
  gtk_application_set_accels_for_action (self, "app.quit", (const char *[]) { "<Control>q", NULL });
  gtk_application_set_accels_for_action (self, "window.close",
                                         (const char *[]) { "<Control>w", NULL });
}

static void
vsl_application_dispose (GObject *object)
{
  VslApplication *self = VSL_APPLICATION (object);

  g_clear_weak_pointer (&self->window);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->data_dir, g_free);
  g_clear_pointer (&self->demo_language, g_free);
  g_clear_pointer (&self->passwords, g_strfreev);
  G_OBJECT_CLASS (vsl_application_parent_class)->dispose (object);
}

static void
vsl_application_class_init (VslApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vsl_application_dispose;
  application_class->activate = vsl_application_activate;
  application_class->open = vsl_application_open;
  application_class->handle_local_options = vsl_application_handle_local_options;
  application_class->startup = vsl_application_startup;
}

static void
vsl_application_init (VslApplication *self)
{
  static const GOptionEntry options[] = {
    { "data", 0, 0, G_OPTION_ARG_FILENAME, NULL,
      N_("Where the articles are kept"), N_("DIR") },
    { "demo", 0, 0, G_OPTION_ARG_NONE, NULL,
      N_("Load the made-up example"), NULL },
    { "language", 0, 0, G_OPTION_ARG_STRING, NULL,
      N_("Language of the window, nl or en"), N_("LANGUAGE") },
    { "password-file", 0, 0, G_OPTION_ARG_STRING_ARRAY, NULL,
      N_("Read the password of a site from a file, for this run"), N_("SITE=FILE") },
    G_OPTION_ENTRY_NULL
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _("[FILE…]"));
}

/**
 * vsl_application_new:
 *
 * Returns: (transfer full): the program, to be run with g_application_run()
 */
VslApplication *
vsl_application_new (void)
{
  return g_object_new (VSL_TYPE_APPLICATION,
                       "application-id", APP_ID,
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", "/org/verslag/Verslag",
                       NULL);
}

/**
 * vsl_application_quit:
 *
 * Saves what is open, closes the store and ends the program. When something cannot be saved, the
 * window asks what to do instead.
 */
void
vsl_application_quit (VslApplication *self)
{
  g_return_if_fail (VSL_IS_APPLICATION (self));

  if (self->quitting)
    return;

  if (self->window != NULL)
    vsl_window_save_state (self->window);
  if (self->desk == NULL)
    {
      g_application_quit (G_APPLICATION (self));
      return;
    }
  self->quitting = TRUE;
  g_application_hold (G_APPLICATION (self));
  vsl_desk_close_async (self->desk, desk_closed_cb, g_object_ref (self));
}
