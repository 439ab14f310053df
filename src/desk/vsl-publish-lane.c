/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "desk/vsl-publish-lane.h"

struct _VslPublishLane
{
  const VslPublishContext *context; /* (unowned) of the publisher */
  guint width;                      /* how many runs at a time */
  VslPublishCircuit circuit;
  GPtrArray *active;                /* (owned) of VslPublishRun */
  GQueue waiting;                   /* of VslPublishRun (owned) */
  GPtrArray *looking;               /* (owned) of VslPublishRun, at the pages of what they sent */
  GQueue lookers;                   /* of VslPublishRun (owned), that wait to do so */
  GHashTable *clients;              /* (owned) name of a site → VslCms, while there is work */
};

static gint64
get_now (VslPublishLane *self)
{
  return self->context->clock (self->context->clock_data);
}

static void
let_in (VslPublishLane *self,
        VslPublishRun  *run)
{
  const char *site = vsl_site_get_name (vsl_publish_run_get_site (run));

  g_ptr_array_add (self->active, g_object_ref (run));
  vsl_publish_run_enter (run, g_hash_table_lookup (self->clients, site));
}

/* Who asks now is the probe; what is tried again by itself waits for its turn. */
static gint64
find_put_off (VslPublishLane *self,
              VslPublishRun  *run)
{
  gint64 now = get_now (self);
  gboolean resumed = vsl_publish_run_get_resumed (run);

  if (vsl_publish_circuit_look (&self->circuit, now) == VSL_CIRCUIT_OPEN)
    return self->circuit.open_until;
  if (!vsl_publish_circuit_spend (&self->circuit, resumed, now))
    return now + 60 * G_USEC_PER_SEC;

  return 0;
}

static gboolean
is_full (VslPublishLane *self)
{
  VslCircuitState state = vsl_publish_circuit_look (&self->circuit, get_now (self));

  return self->active->len >= (state == VSL_CIRCUIT_CLOSED ? self->width : 1);
}

/* Pages are made by the same PHP as answers: what is to be sent goes first. */
static void
let_look (VslPublishLane *self)
{
  while (self->active->len == 0 && self->looking->len < self->width && !g_queue_is_empty (&self->lookers))
    {
      g_autoptr(VslPublishRun) run = g_queue_pop_head (&self->lookers);

      g_ptr_array_add (self->looking, g_object_ref (run));
      vsl_publish_run_look (run);
    }
}

/* Lets in whom it can. A run that is put off ends by itself, and asks for nothing here. */
static void
move_on (VslPublishLane *self)
{
  while (!g_queue_is_empty (&self->waiting) && !is_full (self))
    {
      g_autoptr(VslPublishRun) run = g_queue_pop_head (&self->waiting);
      gint64 until;

      if (self->circuit.refused)
        {
          vsl_publish_run_put_off (run, 0);
          continue;
        }
      until = find_put_off (self, run);
      if (until != 0)
        vsl_publish_run_put_off (run, until);
      else
        let_in (self, run);
    }
  let_look (self);
}

/**
 * vsl_publish_lane_new:
 * @context: what every run needs, which must outlive the lane
 * @width: how many runs at a time
 *
 * Returns: (transfer full): an empty lane
 */
VslPublishLane *
vsl_publish_lane_new (const VslPublishContext *context,
                      guint                    width)
{
  VslPublishLane *self = g_new0 (VslPublishLane, 1);

  self->context = context;
  self->width = width;
  self->active = g_ptr_array_new_with_free_func (g_object_unref);
  self->clients = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->looking = g_ptr_array_new_with_free_func (g_object_unref);
  g_queue_init (&self->waiting);
  g_queue_init (&self->lookers);

  return self;
}

/**
 * vsl_publish_lane_free:
 * @self: (transfer full): a lane
 *
 * Drops it.
 */
void
vsl_publish_lane_free (VslPublishLane *self)
{
  g_ptr_array_unref (self->active);
  g_ptr_array_unref (self->looking);
  g_queue_clear_full (&self->waiting, g_object_unref);
  g_queue_clear_full (&self->lookers, g_object_unref);
  g_hash_table_unref (self->clients);
  g_free (self);
}

/**
 * vsl_publish_lane_name:
 * @site: a site
 *
 * Returns: (transfer full): the origin that it is on: scheme, host and port; for a folder its name
 */
char *
vsl_publish_lane_name (VslSite *site)
{
  const char *api_root = vsl_site_get_api_root (site);
  const char *url = *api_root != '\0' ? api_root : vsl_site_get_url (site);
  g_autoptr(GUri) uri = NULL;

  if (vsl_site_get_brand (site) != VSL_BRAND_FOLDER)
    uri = g_uri_parse (url, G_URI_FLAGS_PARSE_RELAXED, NULL);
  if (uri == NULL || g_uri_get_host (uri) == NULL)
    return g_strconcat ("name:", vsl_site_get_name (site), NULL);

  return g_strdup_printf ("%s://%s:%d", g_uri_get_scheme (uri), g_uri_get_host (uri),
                          g_uri_get_port (uri));
}

/**
 * vsl_publish_lane_enter:
 * @self: a lane
 * @run: a run that wants to talk with its site
 *
 * Lets it in at once, later, or not.
 */
void
vsl_publish_lane_enter (VslPublishLane *self,
                        VslPublishRun  *run)
{
  /* A person who publishes after the site refused, or while it is left alone, has done something about
   * it: when nothing else is under way, that is tried. */
  if (!vsl_publish_run_get_resumed (run) && self->active->len == 0 && g_queue_is_empty (&self->waiting) &&
      vsl_publish_circuit_look (&self->circuit, get_now (self)) != VSL_CIRCUIT_CLOSED)
    vsl_publish_lane_reset (self);

  g_queue_push_tail (&self->waiting, g_object_ref (run));
  move_on (self);
}

/**
 * vsl_publish_lane_look:
 * @self: a lane
 * @run: a run that left it, and wants to look at the page of what it sent
 *
 * Lets it, when nothing is being sent.
 */
void
vsl_publish_lane_look (VslPublishLane *self,
                       VslPublishRun  *run)
{
  g_queue_push_tail (&self->lookers, g_object_ref (run));
  move_on (self);
}

static void
leave_pages (VslPublishLane *self,
             VslPublishRun  *run)
{
  if (g_ptr_array_remove (self->looking, run))
    move_on (self);
}

/**
 * vsl_publish_lane_leave:
 * @self: a lane
 * @run: a run that is settled or has ended, whether it was let in or not
 *
 * Learns from it, and lets in the next.
 */
void
vsl_publish_lane_leave (VslPublishLane *self,
                        VslPublishRun  *run)
{
  const VslPublishContext *context = self->context;
  VslCms *client = vsl_publish_run_get_client (run);

  if (g_queue_remove (&self->waiting, run))
    g_object_unref (run);
  if (!g_ptr_array_remove (self->active, run))
    {
      leave_pages (self, run);
      return;
    }

  switch (vsl_publish_run_get_contact (run))
    {
    case VSL_PUBLISH_ANSWERED:
      vsl_publish_circuit_note_answer (&self->circuit);
      break;
    case VSL_PUBLISH_FAILED:
      vsl_publish_circuit_note_failure (&self->circuit, get_now (self),
                                        context->chance (context->chance_data));
      break;
    case VSL_PUBLISH_REFUSED:
      vsl_publish_circuit_note_refusal (&self->circuit);
      break;
    case VSL_PUBLISH_NO_CONTACT:
    default:
      break;
    }

  /* A client holds a password: not longer than there is work, nor when it was refused. */
  if (self->circuit.refused || g_queue_is_empty (&self->waiting))
    g_hash_table_remove_all (self->clients);
  else if (client != NULL)
    g_hash_table_replace (self->clients,
                          g_strdup (vsl_site_get_name (vsl_publish_run_get_site (run))),
                          g_object_ref (client));
  move_on (self);
}

/**
 * vsl_publish_lane_reset:
 * @self: a lane
 *
 * The network is back, or a person did something: the origin may be tried at once.
 */
void
vsl_publish_lane_reset (VslPublishLane *self)
{
  vsl_publish_circuit_reset (&self->circuit);
}

/**
 * vsl_publish_lane_empty:
 * @self: a lane
 *
 * The desk closes: who waits is not let in any more, and pages are left for another time.
 */
void
vsl_publish_lane_empty (VslPublishLane *self)
{
  VslPublishRun *run;

  while ((run = g_queue_pop_head (&self->waiting)) != NULL)
    {
      vsl_publish_run_put_off (run, get_now (self));
      g_object_unref (run);
    }
  while ((run = g_queue_pop_head (&self->lookers)) != NULL)
    {
      vsl_publish_run_hurry (run);
      vsl_publish_run_look (run);
      g_object_unref (run);
    }
}
