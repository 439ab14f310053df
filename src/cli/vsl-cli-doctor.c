/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cli"

#include "config.h"

#include "cli/vsl-cli-doctor.h"

#include "cli/vsl-cli-article-json.h"
#include "desk/vsl-desk-doctor.h"

#include <glib/gi18n.h>

typedef struct
{
  gboolean   done;
  GPtrArray *steps;
  GError    *error;
} Call;

static void
examined_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  Call *call = user_data;

  call->steps = vsl_desk_examine_site_finish (VSL_DESK (source), result, &call->error);
  call->done = TRUE;
}

static void
print_json (VslSite   *site,
            GPtrArray *steps)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  guint i;

  json_builder_begin_object (builder);
  vsl_cli_add_string (builder, "site", vsl_site_get_name (site));
  json_builder_set_member_name (builder, "steps");
  json_builder_begin_array (builder);
  for (i = 0; i < steps->len; i++)
    {
      VslDiagnosis *step = steps->pdata[i];

      json_builder_begin_object (builder);
      vsl_cli_add_string (builder, "step", vsl_diagnosis_get_step (step));
      vsl_cli_add_string (builder, "result",
                          vsl_diagnosis_result_get_name (vsl_diagnosis_get_result (step)));
      vsl_cli_add_string (builder, "seen", vsl_diagnosis_get_seen (step));
      vsl_cli_add_string (builder, "remedy", vsl_diagnosis_get_remedy (step));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  vsl_cli_print_json_builder (builder);
}

static void
print_text (VslSite   *site,
            GPtrArray *steps)
{
  static const char * const signs[] = { "✓", "!", "✗", "–" };
  g_autofree char *remedies = vsl_desk_compose_remedies (site, steps);
  guint i;

  for (i = 0; i < steps->len; i++)
    {
      VslDiagnosis *step = steps->pdata[i];

      g_print ("%s %s: %s\n", signs[vsl_diagnosis_get_result (step)],
               vsl_desk_get_step_title (vsl_diagnosis_get_step (step)),
               vsl_diagnosis_get_seen (step));
    }
  if (remedies != NULL)
    g_print ("\n%s", remedies);
}

/**
 * vsl_cli_doctor_run:
 * @cli: the run
 * @site: a site
 * @error: return location for an error
 *
 * `site doctor`: looks step by step whether the site can be published to.
 *
 * Returns: %VSL_EXIT_ACT when a step failed
 */
VslExit
vsl_cli_doctor_run (VslCli  *cli,
                    VslSite *site,
                    GError **error)
{
  Call call = { FALSE, NULL, NULL };
  VslExit result = VSL_EXIT_DONE;
  guint i;

  vsl_desk_examine_site_async (cli->desk, site, NULL, examined_cb, &call);
  while (!call.done)
    g_main_context_iteration (NULL, TRUE);
  if (call.steps == NULL)
    {
      g_propagate_error (error, call.error);
      return VSL_EXIT_REMOTE;
    }

  if (cli->json)
    print_json (site, call.steps);
  else
    print_text (site, call.steps);
  for (i = 0; i < call.steps->len; i++)
    if (vsl_diagnosis_get_result (call.steps->pdata[i]) == VSL_DIAGNOSIS_FAILURE)
      result = VSL_EXIT_ACT;
  g_ptr_array_unref (call.steps);

  return result;
}
