/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cli"

#include "config.h"

#include "cli/vsl-cli-publications.h"

#include "cli/vsl-cli-article-json.h"
#include "cli/vsl-cli-words.h"

#include <glib/gi18n.h>
#include <unistd.h>

/* Publications that are under way together, and what becomes of each. */

typedef struct
{
  char *id;                    /* (owned) */
  VslSite *site;               /* (owned) */
  VslPublication *publication; /* (owned) */
} Item;

static void
item_free (gpointer data)
{
  Item *item = data;

  g_free (item->id);
  g_object_unref (item->site);
  g_object_unref (item->publication);
  g_free (item);
}

/* Steps as they happen, for a person who waits at a terminal for one article. */
static void
show_steps (VslPublication *publication,
               guint          *n_shown)
{
  GListModel *steps = vsl_publication_get_steps (publication);

  while (isatty (STDERR_FILENO) && *n_shown < g_list_model_get_n_items (steps))
    {
      g_autoptr(VslPublicationStep) step = g_list_model_get_item (steps, *n_shown);
      const char *detail = vsl_publication_step_get_detail (step);

      if (vsl_publication_step_get_state (step) == VSL_STEP_WAITING ||
          vsl_publication_step_get_state (step) == VSL_STEP_RUNNING)
        break;
      g_printerr ("  %s%s%s\n", vsl_publication_step_get_title (step), detail != NULL ? ": " : "",
                  detail != NULL ? detail : "");
      (*n_shown)++;
    }
}

static void
add_json (JsonBuilder    *builder,
          const char     *article_id,
          VslSite        *site,
          VslPublication *publication)
{
  VslOutboxRow *row = vsl_publication_get_result (publication);
  VslRemoteCopy *copy = row != NULL ? vsl_outbox_row_get_copy (row) : NULL;
  VslOutboxState state = row != NULL ? vsl_outbox_row_get_state (row) : VSL_OUTBOX_BLOCKED;
  const GError *error = vsl_publication_get_error (publication);

  /* A row that was confirmed before stays so when a later run does not get as far as the site. */
  if (error != NULL && state == VSL_OUTBOX_CONFIRMED)
    state = VSL_OUTBOX_BLOCKED;

  json_builder_begin_object (builder);
  vsl_cli_add_string (builder, "id", article_id);
  vsl_cli_add_string (builder, "site", vsl_site_get_name (site));
  vsl_cli_add_string (builder, "remote_id",
                      copy != NULL ? vsl_remote_copy_get_remote_id (copy) : NULL);
  vsl_cli_add_string (builder, "url", copy != NULL ? vsl_remote_copy_get_url (copy) : NULL);
  vsl_cli_add_string (builder, "state", vsl_outbox_state_get_name (state));
  json_builder_set_member_name (builder, "created");
  json_builder_add_boolean_value (builder, vsl_publication_get_created (publication));
  vsl_cli_add_strings (builder, "warnings", vsl_publication_get_warnings (publication));
  if (copy != NULL)
    vsl_cli_add_string (builder, "status",
                        vsl_remote_status_get_name (vsl_remote_copy_get_status (copy)));
  if (error != NULL)
    {
      vsl_cli_add_string (builder, "code", vsl_desk_error_get_code (error));
      vsl_cli_add_string (builder, "message", error->message);
    }
  json_builder_end_object (builder);
}

static void
print_result (VslPublication *publication)
{
  VslOutboxRow *row = vsl_publication_get_result (publication);
  VslRemoteCopy *copy = row != NULL ? vsl_outbox_row_get_copy (row) : NULL;
  const char * const *warnings = vsl_publication_get_warnings (publication);
  guint i;

  if (vsl_publication_get_error (publication) == NULL && copy != NULL)
    g_print ("%s  %s\n", vsl_cli_word_for_remote (vsl_remote_copy_get_status (copy)),
             vsl_remote_copy_get_url (copy));
  for (i = 0; warnings[i] != NULL; i++)
    g_printerr ("%s\n", warnings[i]);
}

static VslExit
get_result_exit (VslPublication *publication)
{
  const GError *error = vsl_publication_get_error (publication);

  if (error == NULL)
    return VSL_EXIT_DONE;

  switch ((VslDeskError) error->code)
    {
    case VSL_DESK_ERROR_USAGE:
      return VSL_EXIT_USAGE;
    case VSL_DESK_ERROR_NOT_FOUND:
      return VSL_EXIT_NOT_FOUND;
    case VSL_DESK_ERROR_CONFLICT:
      return VSL_EXIT_CONFLICT;
    case VSL_DESK_ERROR_INPUT:
      return VSL_EXIT_INPUT;
    case VSL_DESK_ERROR_STORE:
      return VSL_EXIT_STORE;
    case VSL_DESK_ERROR_REMOTE:
    default:
      return VSL_EXIT_REMOTE;
    }
}

static guint
count_settled (GPtrArray *items)
{
  guint n = 0;
  guint i;

  for (i = 0; i < items->len; i++)
    {
      Item *item = items->pdata[i];

      if (vsl_publication_get_settled (item->publication))
        n++;
    }

  return n;
}

/* How many are through, on a line that is written over. */
static void
show_count (GPtrArray *items,
            guint      n_done,
            guint     *n_shown)
{
  if (!isatty (STDERR_FILENO) || n_done == *n_shown)
    return;

  g_printerr ("\r");
  /* Translators: how many of how many articles were sent. */
  g_printerr (_("%u of %u"), n_done, items->len);
  if (n_done == items->len)
    g_printerr ("\n");
  *n_shown = n_done;
}

static guint
count_done (GPtrArray *items)
{
  guint n = 0;
  guint i;

  for (i = 0; i < items->len; i++)
    {
      Item *item = items->pdata[i];

      if (!vsl_publication_get_running (item->publication))
        n++;
    }

  return n;
}

static void
wait_for_all (GPtrArray *items)
{
  guint n_shown = 0;
  guint n_done = count_done (items);

  while (n_done < items->len)
    {
      g_main_context_iteration (NULL, TRUE);
      n_done = count_done (items);
      if (items->len == 1)
        show_steps (((Item *) items->pdata[0])->publication, &n_shown);
      else
        show_count (items, count_settled (items), &n_shown);
    }
}

/**
 * vsl_cli_publications_new:
 *
 * Returns: (transfer full): a list of none
 */
GPtrArray *
vsl_cli_publications_new (void)
{
  return g_ptr_array_new_with_free_func (item_free);
}

/**
 * vsl_cli_publications_add:
 * @items: the list
 * @id: the article
 * @site: where it goes
 * @publication: what can be seen of that
 *
 * Adds one that is under way.
 */
void
vsl_cli_publications_add (GPtrArray      *items,
                          const char     *id,
                          VslSite        *site,
                          VslPublication *publication)
{
  Item *item = g_new0 (Item, 1);

  item->id = g_strdup (id);
  item->site = g_object_ref (site);
  item->publication = g_object_ref (publication);
  g_ptr_array_add (items, item);
}

/**
 * vsl_cli_publications_wait:
 * @items: the list
 * @cli: the run
 * @builder: where the JSON of each goes, when that is what is asked for
 *
 * Waits until all are over, and tells what became of each.
 *
 * Returns: the gravest exit code of them
 */
VslExit
vsl_cli_publications_wait (GPtrArray   *items,
                           VslCli      *cli,
                           JsonBuilder *builder)
{
  VslExit result = VSL_EXIT_DONE;
  guint i;

  wait_for_all (items);
  for (i = 0; i < items->len; i++)
    {
      Item *item = items->pdata[i];
      const GError *error = vsl_publication_get_error (item->publication);

      if (cli->json)
        add_json (builder, item->id, item->site, item->publication);
      else
        print_result (item->publication);
      if (!cli->json && error != NULL)
        g_printerr ("verslag-cli: %s: %s\n", item->id, error->message);
      result = MAX (result, get_result_exit (item->publication));
    }

  return result;
}
