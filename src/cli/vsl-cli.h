/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-import.h"
#include "desk/vsl-desk.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* The exit codes of the command line; a stable interface. */
typedef enum
{
  VSL_EXIT_DONE = 0,
  VSL_EXIT_ACT = 1,       /* done, and there is something to act on */
  VSL_EXIT_USAGE = 2,
  VSL_EXIT_NOT_FOUND = 3,
  VSL_EXIT_CONFLICT = 4,
  VSL_EXIT_REMOTE = 5,
  VSL_EXIT_INPUT = 6,
  VSL_EXIT_STORE = 7
} VslExit;

/* One run of the command line: what was asked for before the name of the command, and the desk once
 * a command needs it. */
typedef struct
{
  char *data_dir;       /* (owned) */
  char *language;       /* (owned) (nullable) of the messages */
  gboolean json;
  gboolean helped;      /* the usage of the command was asked for, and told */
  char *password_file;  /* (owned) (nullable) */
  const char *usage;    /* of the command, behind its name */
  VslDesk *desk;        /* (owned) (nullable) */
} VslCli;

typedef VslExit (*VslCliFunc) (VslCli *cli, int argc, char **argv, GError **error);

typedef struct
{
  const char *name;
  VslCliFunc run;
  const char *usage; /* what follows the name; the stable words are not translated */
  const char *help;  /* one line, translatable */
} VslCliCommand;

GOptionEntry *vsl_cli_get_global_entries (VslCli   *cli,
                                   GOptionEntry   *entries);
gboolean     vsl_cli_parse        (VslCli         *cli,
                                   const char     *name,
                                   GOptionEntry   *entries,
                                   int            *argc,
                                   char         ***argv,
                                   GError        **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean     vsl_cli_need_args    (VslCli         *cli,
                                   int             argc,
                                   char          **argv,
                                   int             min,
                                   int             max,
                                   GError        **error) G_GNUC_WARN_UNUSED_RESULT;
void         vsl_cli_close        (VslCli         *cli);
gboolean     vsl_cli_open         (VslCli         *cli,
                                   gboolean        writes,
                                   GError        **error) G_GNUC_WARN_UNUSED_RESULT;
VslArticle  *vsl_cli_load         (VslCli         *cli,
                                   const char     *id,
                                   GError        **error) G_GNUC_WARN_UNUSED_RESULT;
VslImport   *vsl_cli_read         (VslCli         *cli,
                                   const char     *path,
                                   const char     *format,
                                   GError        **error) G_GNUC_WARN_UNUSED_RESULT;
VslArticle  *vsl_cli_load_or_read (VslCli         *cli,
                                   const char     *id_or_file,
                                   GError        **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes      *vsl_cli_read_input   (GError        **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean     vsl_cli_is_file      (const char     *argument);
VslSite     *vsl_cli_find_site    (VslCli         *cli,
                                   const char     *name,
                                   GError        **error) G_GNUC_WARN_UNUSED_RESULT;
char        *vsl_cli_read_password (VslCli        *cli,
                                   const char     *prompt,
                                   GError        **error) G_GNUC_WARN_UNUSED_RESULT;
void         vsl_cli_print_json   (JsonNode       *node);
void         vsl_cli_print_json_builder (JsonBuilder *builder);

G_END_DECLS
