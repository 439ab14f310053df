/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "config.h"

#include "desk/vsl-publish-run-private.h"

#include "desk/vsl-publication-private.h"
#include "desk/vsl-publication-words.h"
#include "desk/vsl-publish-record.h"

#include <glib/gi18n.h>

/* Somebody else wrote there between our look and our own write. What was theirs is kept here, and told:
 * of several, the newest, which saw the others if its writer looked. */

static void
commit_overtaken (VslPublishRun *self)
{
  VslRemoteCopy *rival = self->overtaken->pdata[self->overtaken->len - 1];
  VslPublishMark mark = { VSL_OUTBOX_SENDING, VSL_OUTBOX_WHAT_OVERTAKEN,
                          vsl_remote_copy_get_revision (rival), NULL, vsl_publish_run_get_now (self) };

  vsl_publish_run_commit (self, &mark, vsl_publish_run_confirm);
}

static void
theirs_kept_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  VslPublishRun *self = user_data;
  g_autoptr(GError) error = NULL;

  /* The site has it among its revisions in any case, and the event tells so. */
  if (!vsl_publish_record_keep_theirs_finish (VSL_STORE (object), result, &error))
    g_debug ("keeping what was overtaken: %s", error->message);
  commit_overtaken (self);
}

/**
 * vsl_publish_run_note_rivals:
 * @self: the run
 *
 * For the files of the run. Keeps and tells what others wrote there at the same moment, if anybody did,
 * and goes on to the confirmation.
 */
void
vsl_publish_run_note_rivals (VslPublishRun *self)
{
  g_autofree char *site = NULL;
  g_autofree char *warning = NULL;
  VslRemoteCopy *rival;

  if (self->overtaken->len == 0)
    {
      vsl_publish_run_confirm (self);
      return;
    }

  rival = self->overtaken->pdata[self->overtaken->len - 1];
  site = vsl_publication_words_site (self->site);
  warning = g_strdup_printf (_("Somebody else changed the article on %s at the same moment, so one of the two "
                               "versions may have replaced the other. Theirs is kept here: compare "
                               "them, and publish again with what should stay."), site);
  vsl_publication_add_warning (self->publication, warning);
  vsl_publish_record_keep_theirs (self->context->store, vsl_outbox_row_get_row_id (self->row),
                                  vsl_remote_copy_get_text (rival), theirs_kept_cb, self);
}
