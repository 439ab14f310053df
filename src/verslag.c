/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "verslag"

#include "config.h"

#include "desk/vsl-process.h"
#include "ui/vsl-application.h"

#include <gio/gio.h>
#include <glib-unix.h>
#include <glib/gi18n.h>
#include <gtksourceview/gtksource.h>

#include <locale.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>

/* Before anything is translated, hence before the options are read in earnest. */
static void
init_language (int    argc,
               char **argv)
{
  const char *localedir = g_getenv ("VERSLAG_LOCALEDIR");
  const char *language = NULL;

  for (int i = 1; i < argc; i++)
    if (g_str_has_prefix (argv[i], "--language="))
      language = argv[i] + strlen ("--language=");
    else if (g_str_equal (argv[i], "--language") && i + 1 < argc)
      language = argv[i + 1];

  if (language != NULL)
    g_setenv ("LANGUAGE", language, TRUE);
  gtk_disable_setlocale ();
  /* gettext gives no translations at all in the locale "C". */
  if (setlocale (LC_ALL, "") == NULL || g_str_equal (setlocale (LC_MESSAGES, NULL), "C"))
    setlocale (LC_ALL, "C.UTF-8");
  bindtextdomain (GETTEXT_PACKAGE, localedir != NULL ? localedir : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

/* g_settings_new() ends the process when its schema is missing. */
static gboolean
has_schema (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr(GSettingsSchema) schema =
    source != NULL ? g_settings_schema_source_lookup (source, APP_ID, TRUE) : NULL;

  return schema != NULL;
}

static gboolean
signal_cb (gpointer data)
{
  vsl_application_quit (VSL_APPLICATION (data));
  return G_SOURCE_CONTINUE;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(VslApplication) application = NULL;
  guint term_id, int_id;
  int status;

  umask (077); /* what people write is theirs alone */
  vsl_process_make_private ();
  init_language (argc, argv);
  if (!has_schema ())
    {
      g_printerr (_("The settings of Verslag are not installed. Start it with ./run, or install "
                    "it with “meson install”.\n"));
      return 1;
    }
  gtk_source_init ();
  application = vsl_application_new ();
  term_id = g_unix_signal_add (SIGTERM, signal_cb, application);
  int_id = g_unix_signal_add (SIGINT, signal_cb, application);
  status = g_application_run (G_APPLICATION (application), argc, argv);
  g_source_remove (term_id);
  g_source_remove (int_id);

  return status;
}
