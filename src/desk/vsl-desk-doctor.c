/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "config.h"

#include "desk/vsl-desk-doctor.h"

#include "cms/vsl-doctor.h"
#include "desk/vsl-desk-private.h"

#include <glib/gi18n.h>

/* Why a site cannot be published to, in steps, with what to write to who looks after it. */

static void
examined_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  GPtrArray *steps = vsl_doctor_examine_finish (result, &error);

  if (steps == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, steps, (GDestroyNotify) g_ptr_array_unref);
}

static void
password_found_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  VslDesk *self = g_task_get_source_object (task);
  g_autofree char *root = g_build_filename (self->data_dir, "sites", NULL);
  char *password;

  /* What is wrong with the keyring is one of the steps. */
  password = vsl_credentials_lookup_finish (VSL_CREDENTIALS (object), result, NULL);
  vsl_doctor_examine_async (g_task_get_task_data (task), password,
                            vsl_credentials_lookup_get_outcome (result), root,
                            g_task_get_cancellable (task), examined_cb, g_object_ref (task));
  vsl_credentials_wipe (password);
}

/**
 * vsl_desk_examine_site_async:
 * @self: the desk
 * @site: a site
 * @cancellable: (nullable): stops it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Looks step by step whether @site can be published to, and changes nothing there.
 */
void
vsl_desk_examine_site_async (VslDesk             *self,
                             VslSite             *site,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (VSL_IS_DESK (self));
  g_return_if_fail (VSL_IS_SITE (site));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, vsl_desk_examine_site_async);
  g_task_set_task_data (task, g_object_ref (site), g_object_unref);
  vsl_credentials_lookup_async (self->credentials, vsl_site_get_name (site), cancellable,
                                password_found_cb, g_steal_pointer (&task));
}

/**
 * vsl_desk_examine_site_finish:
 * @self: the desk
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full) (element-type VslDiagnosis): the steps; %NULL only when it was cancelled
 */
GPtrArray *
vsl_desk_examine_site_finish (VslDesk       *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, vsl_desk_examine_site_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * vsl_desk_get_step_title:
 * @step: the word for a step
 *
 * Returns: (transfer none): how people call it, translated
 */
const char *
vsl_desk_get_step_title (const char *step)
{
  static const struct
  {
    const char *step, *title;
  } titles[] = {
    { "address", N_("Address") },         { "tls", N_("Encryption") },
    { "api", N_("Way in for programs") }, { "credentials", N_("Logging in") },
    { "publish", N_("Publishing") },      { "upload", N_("Pictures") },
    { "terms", N_("New tags") },          { "limits", N_("Long articles") },
    { "clock", N_("Clock") },
  };
  guint i;

  g_return_val_if_fail (step != NULL, NULL);

  for (i = 0; i < G_N_ELEMENTS (titles); i++)
    if (g_str_equal (titles[i].step, step))
      return _(titles[i].title);

  return step;
}

/**
 * vsl_desk_compose_remedies:
 * @site: a site
 * @steps: (element-type VslDiagnosis): what was found
 *
 * Returns: (transfer full) (nullable): a text to be mailed to the web manager; %NULL when nothing
 *   is wrong
 */
char *
vsl_desk_compose_remedies (VslSite   *site,
                           GPtrArray *steps)
{
  g_autoptr(GString) text = g_string_new (NULL);
  gboolean any = FALSE;
  guint i;

  g_return_val_if_fail (VSL_IS_SITE (site) && steps != NULL, NULL);

  g_string_append_printf (text, _("Publishing from Verslag on %s does not work as it should. This is "
                                  "what was seen, and what would help."), vsl_site_get_url (site));
  for (i = 0; i < steps->len; i++)
    {
      VslDiagnosis *step = steps->pdata[i];

      if (vsl_diagnosis_get_remedy (step) == NULL)
        continue;
      any = TRUE;
      g_string_append_printf (text, "\n\n%s: %s\n%s",
                              vsl_desk_get_step_title (vsl_diagnosis_get_step (step)),
                              vsl_diagnosis_get_seen (step), vsl_diagnosis_get_remedy (step));
    }
  g_string_append_c (text, '\n');

  return any ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}
