/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "cli/vsl-cli.h"

G_BEGIN_DECLS

/* The options of `publish` as they were typed. */
typedef struct
{
  char     *site;                 /* (owned) (nullable), as all texts */
  char     *as;
  char     *at;
  char    **categories;
  char     *sticky;
  char     *comments;
  char     *author;
  char     *reader_password_file;
  gboolean  no_reader_password;
  gboolean  or_pending;
  gboolean  create_terms;
  gboolean  allow_shrink;
  gboolean  no_canonical;
  gboolean  dry_run;
} VslCliPublishOptions;

#define VSL_CLI_N_PUBLISH_OPTIONS 16

void     vsl_cli_publish_options_entries (VslCliPublishOptions   *self,
                                          VslCli                 *cli,
                                          GOptionEntry           *entries);
void     vsl_cli_publish_options_clear   (VslCliPublishOptions   *self);
gboolean vsl_cli_publish_options_read    (VslCliPublishOptions   *self,
                                          VslSite                *site,
                                          VslPublicationOptions  *request,
                                          GError                **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VslCliPublishOptions, vsl_cli_publish_options_clear)

G_END_DECLS
