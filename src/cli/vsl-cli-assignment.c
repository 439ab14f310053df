/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cli"

#include "config.h"

#include "cli/vsl-cli-assignment.h"

#include "core/vsl-date.h"
#include "desk/vsl-desk.h"

#include <glib/gi18n.h>
#include <string.h>

/**
 * vsl_cli_assign:
 * @object: an immutable value
 * @arguments: FIELD=VALUE…, NULL-terminated
 * @assign: carries one of them out; %NULL without an error when it knows no such field
 * @fields: the fields there are, for the message about one that is none
 * @error: return location
 *
 * Returns: (transfer full): @object with all that was assigned, or %NULL with a usage error, and
 *   nothing of it done
 */
gpointer
vsl_cli_assign (gpointer           object,
                char             **arguments,
                VslCliAssignFunc   assign,
                const char        *fields,
                GError           **error)
{
  g_autoptr(GObject) changed = g_object_ref (object);
  guint i;

  for (i = 0; arguments[i] != NULL; i++)
    {
      const char *equals = strchr (arguments[i], '=');
      g_autofree char *field = g_strndup (arguments[i], equals != NULL ? (gsize) (equals - arguments[i]) : 0);
      VslCliAssignment assignment = { field, equals != NULL ? equals + 1 : "" };
      GError *cause = NULL;
      GObject *next = equals != NULL ? assign (changed, &assignment, &cause) : NULL;

      if (cause != NULL)
        g_propagate_error (error, cause);
      else if (next == NULL)
        g_set_error (error, VSL_DESK_ERROR, VSL_DESK_ERROR_USAGE,
                     _("“%s” cannot be set. Write FIELD=VALUE; the fields are: %s."), arguments[i],
                     fields);
      if (next == NULL)
        return NULL;
      g_object_unref (changed);
      changed = next;
    }

  return g_steal_pointer (&changed);
}

/**
 * vsl_cli_check_date:
 * @value: what was written
 * @whole: whether a day is needed; else a year will do
 * @error: return location
 *
 * Returns: whether it is a date that exists, or empty; else a usage error
 */
gboolean
vsl_cli_check_date (const char  *value,
                    gboolean     whole,
                    GError     **error)
{
  if (*value == '\0' || vsl_date_is_valid (value, whole))
    return TRUE;

  g_set_error (error, VSL_DESK_ERROR, VSL_DESK_ERROR_USAGE,
               whole
               ? _("“%s” is not a date. Write year, month and day, like 2026-05-12.")
               : _("“%s” is not a date. Write a year, or year, month and day, like 2026-05-12."),
               value);
  return FALSE;
}

/**
 * vsl_cli_split_lines:
 * @text: a text
 *
 * Returns: (transfer full): its lines that are not blank, without the space around them
 */
char **
vsl_cli_split_lines (const char *text)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);
  guint i;

  for (i = 0; lines[i] != NULL; i++)
    {
      if (*g_strstrip (lines[i]) != '\0')
        g_strv_builder_add (builder, lines[i]);
    }

  return g_strv_builder_end (builder);
}
