/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-blocking-checks.h"

#include "desk/vsl-preflight-words.h"
#include "desk/vsl-preflight.h"

#include <glib/gi18n.h>

/**
 * VslBlockingChecks:
 *
 * Which checks keep an article from the readers of a site, each with a switch. How many do is said when it
 * is folded.
 *
 * Signal `chosen`: another set of them.
 */
struct _VslBlockingChecks
{
  AdwExpanderRow parent_instance;

  GPtrArray *switches; /* (owned) of GtkWidget (unowned), in the order of the checks */
  gboolean   filling;
};

G_DEFINE_FINAL_TYPE (VslBlockingChecks, vsl_blocking_checks, ADW_TYPE_EXPANDER_ROW)

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
is_on (VslBlockingChecks *self,
       guint              index)
{
  return gtk_switch_get_active (g_ptr_array_index (self->switches, index));
}

static void
show_count (VslBlockingChecks *self)
{
  guint n = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < self->switches->len; i++)
    n += is_on (self, i) ? 1 : 0;
  text = n == 0 ? g_strdup (_("Nothing does; all checks are only told"))
                : g_strdup_printf (ngettext ("%u check does; a reason can pass it by",
                                             "%u checks do; a reason can pass them by", n), n);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), text);
}

static void
switched_cb (VslBlockingChecks *self)
{
  if (self->filling)
    return;

  show_count (self);
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
}

static void
add_check (VslBlockingChecks *self,
           const char        *name,
           gboolean           on)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *toggle = g_object_new (GTK_TYPE_SWITCH, "active", on, "valign", GTK_ALIGN_CENTER, NULL);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), vsl_preflight_words_rule (name));
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggle);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), toggle);
  gtk_accessible_update_property (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  vsl_preflight_words_rule (name), -1);
  g_signal_connect_object (toggle, "notify::active", G_CALLBACK (switched_cb), self, G_CONNECT_SWAPPED);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
  g_ptr_array_add (self->switches, toggle);
}

static void
vsl_blocking_checks_finalize (GObject *object)
{
  g_ptr_array_unref (VSL_BLOCKING_CHECKS (object)->switches);

  G_OBJECT_CLASS (vsl_blocking_checks_parent_class)->finalize (object);
}

static void
vsl_blocking_checks_class_init (VslBlockingChecksClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vsl_blocking_checks_finalize;

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
vsl_blocking_checks_init (VslBlockingChecks *self)
{
  self->switches = g_ptr_array_new ();
}

/**
 * vsl_blocking_checks_new:
 * @value: (nullable): the setting of a site: names of checks with commas, `none`, or nothing for those
 *   that block by themselves
 *
 * Returns: (transfer floating): the checks, those of @value on
 */
GtkWidget *
vsl_blocking_checks_new (const char *value)
{
  VslBlockingChecks *self = g_object_new (VSL_TYPE_BLOCKING_CHECKS, NULL);
  gboolean chosen = value != NULL && *value != '\0';
  g_auto(GStrv) names = g_strsplit (chosen ? value : "", ",", -1);

  for (guint i = 0; names[i] != NULL; i++)
    g_strstrip (names[i]);
  self->filling = TRUE;
  for (guint i = 0; i < vsl_preflight_count_rules (); i++)
    {
      gboolean blocks;
      const char *name = vsl_preflight_get_rule (i, &blocks);

      add_check (self, name, chosen ? g_strv_contains ((const char * const *) names, name) : blocks);
    }
  self->filling = FALSE;
  show_count (self);

  return GTK_WIDGET (self);
}

/**
 * vsl_blocking_checks_dup_value:
 * @self: the checks
 *
 * Returns: (transfer full): the setting of the site; empty when it is what it is without a choice
 */
char *
vsl_blocking_checks_dup_value (VslBlockingChecks *self)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new ();
  gboolean usual = TRUE;

  g_return_val_if_fail (VSL_IS_BLOCKING_CHECKS (self), NULL);

  for (guint i = 0; i < self->switches->len; i++)
    {
      gboolean blocks;
      const char *name = vsl_preflight_get_rule (i, &blocks);

      usual &= blocks == is_on (self, i);
      if (is_on (self, i))
        g_ptr_array_add (names, (char *) name);
    }
  if (usual)
    return g_strdup ("");
  if (names->len == 0)
    return g_strdup ("none");

  g_ptr_array_add (names, NULL);

  return g_strjoinv (",", (char **) names->pdata);
}
