/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cli"

#include "config.h"

#include "cli/vsl-cli-publish-options.h"

#include "desk/vsl-site-time.h"

#include <glib/gi18n.h>
#include <string.h>

/* What is asked for on the command line, as the desk wants it. */

/**
 * vsl_cli_publish_options_entries:
 * @self: where what is typed goes
 * @cli: the run
 * @entries: (out caller-allocates) (array fixed-size=14): the options, the last one empty
 *
 * Fills the table for the parser.
 */
void
vsl_cli_publish_options_entries (VslCliPublishOptions *self,
                                 VslCli               *cli,
                                 GOptionEntry         *entries)
{
  const GOptionEntry all[VSL_CLI_N_PUBLISH_OPTIONS] = {
    { "site", 0, 0, G_OPTION_ARG_STRING, &self->site, NULL, NULL },
    { "as", 0, 0, G_OPTION_ARG_STRING, &self->as, NULL, NULL },
    { "at", 0, 0, G_OPTION_ARG_STRING, &self->at, NULL, NULL },
    { "category", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->categories, NULL, NULL },
    { "sticky", 0, 0, G_OPTION_ARG_STRING, &self->sticky, NULL, NULL },
    { "comments", 0, 0, G_OPTION_ARG_STRING, &self->comments, NULL, NULL },
    { "author", 0, 0, G_OPTION_ARG_STRING, &self->author, NULL, NULL },
    { "reader-password-file", 0, 0, G_OPTION_ARG_FILENAME, &self->reader_password_file, NULL, NULL },
    { "no-reader-password", 0, 0, G_OPTION_ARG_NONE, &self->no_reader_password, NULL, NULL },
    { "or-pending", 0, 0, G_OPTION_ARG_NONE, &self->or_pending, NULL, NULL },
    { "create-terms", 0, 0, G_OPTION_ARG_NONE, &self->create_terms, NULL, NULL },
    { "allow-shrink", 0, 0, G_OPTION_ARG_NONE, &self->allow_shrink, NULL, NULL },
    { "no-canonical", 0, 0, G_OPTION_ARG_NONE, &self->no_canonical, NULL, NULL },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &self->dry_run, NULL, NULL },
    { "password-file", 0, 0, G_OPTION_ARG_FILENAME, &cli->password_file, NULL, NULL },
    { NULL },
  };

  memcpy (entries, all, sizeof all);
}

/**
 * vsl_cli_publish_options_clear:
 * @self: the options
 *
 * Frees what is in them.
 */
void
vsl_cli_publish_options_clear (VslCliPublishOptions *self)
{
  g_free (self->site);
  g_free (self->as);
  g_free (self->at);
  g_strfreev (self->categories);
  g_free (self->sticky);
  g_free (self->comments);
  g_free (self->author);
  g_free (self->reader_password_file);
  memset (self, 0, sizeof *self);
}

static gboolean
read_choice (const char  *option,
             const char  *text,
             VslChoice   *choice,
             GError     **error)
{
  *choice = VSL_CHOICE_KEEP;
  if (text == NULL)
    return TRUE;
  if (g_str_equal (text, "yes") || g_str_equal (text, "open"))
    *choice = VSL_CHOICE_YES;
  else if (g_str_equal (text, "no") || g_str_equal (text, "closed"))
    *choice = VSL_CHOICE_NO;
  if (*choice != VSL_CHOICE_KEEP)
    return TRUE;

  g_set_error (error, VSL_DESK_ERROR, VSL_DESK_ERROR_USAGE, _("%s takes yes or no, not “%s”."), option,
               text);

  return FALSE;
}

/* The password that readers need: from a file, because what is typed on a command line can be seen by
 * others on the computer. */
static gboolean
read_reader_password (VslCliPublishOptions  *self,
                      char                 **password,
                      GError               **error)
{
  g_autoptr(GError) cause = NULL;

  *password = NULL;
  if (self->no_reader_password && self->reader_password_file != NULL)
    {
      g_set_error_literal (error, VSL_DESK_ERROR, VSL_DESK_ERROR_USAGE,
                           _("Choose either --reader-password-file or --no-reader-password."));
      return FALSE;
    }
  if (self->no_reader_password)
    *password = g_strdup ("");
  if (self->reader_password_file == NULL)
    return TRUE;
  if (!g_file_get_contents (self->reader_password_file, password, NULL, &cause))
    {
      g_set_error (error, VSL_DESK_ERROR, VSL_DESK_ERROR_INPUT, _("The password could not be read: %s."),
                   cause->message);
      return FALSE;
    }

  (*password)[strcspn (*password, "\r\n")] = '\0';
  if (**password != '\0')
    return TRUE;
  g_set_error (error, VSL_DESK_ERROR, VSL_DESK_ERROR_USAGE,
               _("There is no password on the first line of “%s”."), self->reader_password_file);

  return FALSE;
}

static gboolean
read_placement (VslCliPublishOptions   *self,
                VslPublicationOptions  *request,
                GError                **error)
{
  VslPlacementValues values = {
    .categories = (const char * const *) self->categories,
    .author = self->author,
    .or_pending = self->or_pending,
  };
  g_autofree char *password = NULL;

  if (!read_choice ("--sticky", self->sticky, &values.sticky, error) ||
      !read_choice ("--comments", self->comments, &values.comments, error) ||
      !read_reader_password (self, &password, error))
    return FALSE;
  if (values.sticky == VSL_CHOICE_YES && password != NULL && *password != '\0')
    {
      g_set_error_literal (error, VSL_DESK_ERROR, VSL_DESK_ERROR_USAGE,
                           _("An article cannot be on top of the front page and need a password as well. "
                             "Choose one of the two. Nothing was sent."));
      return FALSE;
    }

  values.password = password;
  request->placement = vsl_placement_new (&values);

  return TRUE;
}

/**
 * vsl_cli_publish_options_read:
 * @self: the options as they were typed
 * @site: where it goes
 * @request: (inout): what is asked for
 * @error: return location; %VSL_DESK_ERROR_USAGE with what to write
 *
 * Returns: whether they make sense together
 */
gboolean
vsl_cli_publish_options_read (VslCliPublishOptions   *self,
                              VslSite                *site,
                              VslPublicationOptions  *request,
                              GError                **error)
{
  g_return_val_if_fail (self != NULL && VSL_IS_SITE (site) && request != NULL, FALSE);

  request->create_terms = self->create_terms;
  request->allow_shrink = self->allow_shrink;
  request->no_canonical = self->no_canonical;
  if (self->as != NULL && (!vsl_remote_status_from_name (self->as, &request->as) ||
                           request->as > VSL_REMOTE_TRASH))
    {
      g_set_error (error, VSL_DESK_ERROR, VSL_DESK_ERROR_USAGE,
                   _("“%s” is not draft, pending, publish, future, private or trash."), self->as);
      return FALSE;
    }
  if (self->at != NULL &&
      !vsl_site_time_parse (site, self->at, g_get_real_time (), &request->at, error))
    return FALSE;
  if (self->at != NULL && self->as == NULL)
    request->as = VSL_REMOTE_FUTURE;
  if ((request->as == VSL_REMOTE_FUTURE) != (request->at != 0))
    {
      g_set_error_literal (error, VSL_DESK_ERROR, VSL_DESK_ERROR_USAGE,
                           _("A scheduled article needs “--as future” and a moment with --at."));
      return FALSE;
    }

  return read_placement (self, request, error);
}
