/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-window-private.h"

#include "desk/vsl-desk-dates.h"

#include <glib/gi18n.h>

/* What the window does about delete-after dates: has them carried out, and tells of it. */

#define LOOK_SECONDS (6 * 60 * 60)

/* @sentence: (transfer full): about @names; said when there are any */
static void
append (GString  *text,
        char    **names,
        char     *sentence)
{
  if (names[0] != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", sentence);
  g_free (sentence);
}

static char *
describe (VslDatesReport *report)
{
  GString *text = g_string_new (NULL);
  g_autofree char *deleted_people = g_strjoinv (", ", report->deleted_people);
  g_autofree char *deleted_transcripts = g_strjoinv (", ", report->deleted_transcripts);
  g_autofree char *due_people = g_strjoinv (", ", report->due_people);
  g_autofree char *due_transcripts = g_strjoinv (", ", report->due_transcripts);

  append (text, report->deleted_people,
          g_strdup_printf (_("Deleted, as the date had passed: the contact data of %s."),
                           deleted_people));
  append (text, report->deleted_transcripts,
          g_strdup_printf (_("Deleted, as the date had passed: the transcript of %s."),
                           deleted_transcripts));
  append (text, report->due_people,
          g_strdup_printf (_("Within a week the contact data of %s will be deleted. Another date "
                             "can be chosen in People."), due_people));
  append (text, report->due_transcripts,
          g_strdup_printf (_("Within a week the transcript of %s will be deleted. Another date can "
                             "be chosen on the page of the debate."), due_transcripts));

  return g_string_free (text, FALSE);
}

static void
kept_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(VslWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(VslDatesReport) report = vsl_desk_keep_dates_finish (VSL_DESK (object), result, &error);
  g_autofree char *text = NULL;

  if (self->desk == NULL)
    return;
  if (report == NULL)
    {
      vsl_window_show_notice (self, error->message);
      return;
    }

  text = describe (report);
  if (*text != '\0')
    vsl_window_show_notice (self, text);
}

static gboolean
look_cb (gpointer data)
{
  VslWindow *self = data;

  if (self->desk != NULL)
    vsl_desk_keep_dates_async (self->desk, kept_cb, g_object_ref (self));

  return G_SOURCE_CONTINUE;
}

/**
 * vsl_window_start_dates:
 *
 * The desk is there, or gone: deletes what is past its date, now and every six hours, and says so.
 */
void
vsl_window_start_dates (VslWindow *self)
{
  g_return_if_fail (VSL_IS_WINDOW (self));

  g_clear_handle_id (&self->dates_id, g_source_remove);
  if (self->desk == NULL)
    return;

  self->dates_id = g_timeout_add_seconds (LOOK_SECONDS, look_cb, self);
  look_cb (self);
}
