/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-time-entry.h"

#include "core/vsl-moment.h"
#include "desk/vsl-site-time.h"
#include "ui/vsl-local-time.h"

#include <glib/gi18n.h>

/**
 * VslTimeEntry:
 *
 * A moment to come, as a day and a time by the clock of a site, with a calendar. The property `at` is 0
 * as long as what stands there is not a moment to come; why not is said below the fields. A time that
 * comes twice, where the clocks go back, asks which of the two is meant; where the clock of the site is
 * another than that of this computer, the moment is told by both.
 */
struct _VslTimeEntry
{
  AdwBin     parent_instance;

  gint64     at;            /* µs UTC; 0 when there is a problem */
  gboolean   filling;
  GTimeZone *zone;          /* (owned) */

  GtkWidget *date_entry;    /* (template), as all that follow */
  GtkWidget *time_entry;
  GtkWidget *calendar_button;
  GtkWidget *calendar;
  GtkWidget *second_check;
  GtkWidget *zone_label;
  GtkWidget *problem_label;
};

G_DEFINE_FINAL_TYPE (VslTimeEntry, vsl_time_entry, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_AT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static const char *
get_problem_text (VslLocalTimeResult result,
                  gint64             at)
{
  switch (result)
    {
    case VSL_LOCAL_TIME_NO_DATE:
      return _("Write the day as 24-11-2026.");
    case VSL_LOCAL_TIME_NO_SUCH_DAY:
      return _("That day does not exist.");
    case VSL_LOCAL_TIME_NO_TIME:
      return _("Write the time as 9:30.");
    case VSL_LOCAL_TIME_SKIPPED:
      return _("That time does not exist on that day: the clocks go forward.");
    case VSL_LOCAL_TIME_OK:
    default:
      return at <= g_get_real_time () ? _("That moment has passed. Choose a later one.") : NULL;
    }
}

/* Of a time that comes twice, the one that is meant; the check is there only then. */
static gint64
choose_of_two (VslTimeEntry *self,
               gint64        at)
{
  g_autofree char *text = NULL;
  gint64 first = 0, second = 0;
  gboolean twice;

  if (at == 0)
    {
      gtk_widget_set_visible (self->second_check, FALSE);
      return 0;
    }
  text = vsl_moment_format (at, self->zone, "%Y-%m-%dT%H:%M");
  twice = vsl_moment_parse (text, self->zone, &first, &second) == VSL_MOMENT_TWICE;
  gtk_widget_set_visible (self->second_check, twice);
  if (!twice)
    return at;

  return gtk_check_button_get_active (GTK_CHECK_BUTTON (self->second_check)) ? second : first;
}

/* Only where people could mistake it. */
static void
show_zone (VslTimeEntry *self)
{
  g_autoptr(GTimeZone) here = g_time_zone_new_local ();
  g_autofree char *there = NULL;
  g_autofree char *ours = NULL;
  g_autofree char *text = NULL;
  gboolean same = TRUE;

  if (self->at != 0)
    {
      there = vsl_moment_format (self->at, self->zone, "%Y-%m-%dT%H:%M");
      ours = vsl_moment_format (self->at, here, "%Y-%m-%dT%H:%M");
      same = g_strcmp0 (there, ours) == 0;
    }
  gtk_widget_set_visible (self->zone_label, !same);
  if (same)
    return;

  g_free (ours);
  /* Translators: a day and a time, see g_date_time_format() */
  ours = vsl_moment_format (self->at, here, _("%-d %B at %H:%M"));
  /* Translators: a time zone such as Europe/Amsterdam, and a moment */
  text = g_strdup_printf (_("By the clock of the site (%s). Where you are it is %s then."),
                          g_time_zone_get_identifier (self->zone), ours);
  gtk_label_set_label (GTK_LABEL (self->zone_label), text);
}

static void
update (VslTimeEntry *self)
{
  VslLocalTimeResult result;
  const char *problem;
  gint64 at = 0;

  result = vsl_local_time_parse (gtk_editable_get_text (GTK_EDITABLE (self->date_entry)),
                                 gtk_editable_get_text (GTK_EDITABLE (self->time_entry)),
                                 self->zone, &at);
  at = choose_of_two (self, result == VSL_LOCAL_TIME_OK ? at : 0);
  problem = get_problem_text (result, at);
  gtk_label_set_label (GTK_LABEL (self->problem_label), problem != NULL ? problem : "");
  gtk_widget_set_visible (self->problem_label, problem != NULL);

  if (problem != NULL)
    at = 0;
  if (self->at != at)
    {
      self->at = at;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_AT]);
    }
  show_zone (self);
}

static void
field_changed_cb (VslTimeEntry *self)
{
  if (!self->filling)
    update (self);
}

static void
day_selected_cb (VslTimeEntry *self)
{
  g_autoptr(GDateTime) day = NULL;
  g_autofree char *text = NULL;

  if (self->filling)
    return;

  day = gtk_calendar_get_date (GTK_CALENDAR (self->calendar));
  text = g_date_time_format (day, "%d-%m-%Y");
  gtk_editable_set_text (GTK_EDITABLE (self->date_entry), text);
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->calendar_button));
  gtk_widget_grab_focus (self->time_entry);
}

/* The calendar opens on the day that is written. */
static void
calendar_shown_cb (VslTimeEntry *self)
{
  g_autoptr(GDateTime) utc = NULL;
  g_autoptr(GDateTime) day = NULL;
  gint64 at;

  if (vsl_local_time_parse (gtk_editable_get_text (GTK_EDITABLE (self->date_entry)), "12:00",
                            self->zone, &at) != VSL_LOCAL_TIME_OK)
    return;

  utc = g_date_time_new_from_unix_utc (at / G_USEC_PER_SEC);
  day = g_date_time_to_timezone (utc, self->zone);
  self->filling = TRUE;
  gtk_calendar_select_day (GTK_CALENDAR (self->calendar), day);
  self->filling = FALSE;
}

static void
vsl_time_entry_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), VSL_TYPE_TIME_ENTRY);

  G_OBJECT_CLASS (vsl_time_entry_parent_class)->dispose (object);
}

static void
vsl_time_entry_finalize (GObject *object)
{
  g_clear_pointer (&VSL_TIME_ENTRY (object)->zone, g_time_zone_unref);

  G_OBJECT_CLASS (vsl_time_entry_parent_class)->finalize (object);
}

static void
vsl_time_entry_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_AT:
      g_value_set_int64 (value, VSL_TIME_ENTRY (object)->at);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vsl_time_entry_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_AT:
      vsl_time_entry_set_at (VSL_TIME_ENTRY (object), g_value_get_int64 (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vsl_time_entry_class_init (VslTimeEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vsl_time_entry_dispose;
  object_class->finalize = vsl_time_entry_finalize;
  object_class->get_property = vsl_time_entry_get_property;
  object_class->set_property = vsl_time_entry_set_property;

  properties[PROP_AT] =
    g_param_spec_int64 ("at", NULL, NULL, 0, G_MAXINT64, 0,
                        G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/verslag/Verslag/ui/vsl-time-entry.ui");
  gtk_widget_class_bind_template_child (widget_class, VslTimeEntry, date_entry);
  gtk_widget_class_bind_template_child (widget_class, VslTimeEntry, time_entry);
  gtk_widget_class_bind_template_child (widget_class, VslTimeEntry, calendar_button);
  gtk_widget_class_bind_template_child (widget_class, VslTimeEntry, calendar);
  gtk_widget_class_bind_template_child (widget_class, VslTimeEntry, second_check);
  gtk_widget_class_bind_template_child (widget_class, VslTimeEntry, zone_label);
  gtk_widget_class_bind_template_child (widget_class, VslTimeEntry, problem_label);
  gtk_widget_class_bind_template_callback (widget_class, field_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, calendar_shown_cb);
}

static void
vsl_time_entry_init (VslTimeEntry *self)
{
  self->zone = g_time_zone_new_local ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * vsl_time_entry_new:
 *
 * Returns: (transfer floating): an entry without a moment
 */
GtkWidget *
vsl_time_entry_new (void)
{
  return g_object_new (VSL_TYPE_TIME_ENTRY, NULL);
}

/**
 * vsl_time_entry_get_at:
 *
 * Returns: the moment in µs since 1970, UTC; 0 when what is typed is not a moment to come
 */
gint64
vsl_time_entry_get_at (VslTimeEntry *self)
{
  g_return_val_if_fail (VSL_IS_TIME_ENTRY (self), 0);

  return self->at;
}

/**
 * vsl_time_entry_set_at:
 * @at: µs since 1970, UTC; seconds are left out
 */
void
vsl_time_entry_set_at (VslTimeEntry *self,
                       gint64        at)
{
  g_autofree char *date = NULL;
  g_autofree char *time = NULL;

  g_return_if_fail (VSL_IS_TIME_ENTRY (self));

  date = vsl_local_time_format_date (at, self->zone);
  time = vsl_local_time_format_time (at, self->zone);

  self->filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->date_entry), date);
  gtk_editable_set_text (GTK_EDITABLE (self->time_entry), time);
  self->filling = FALSE;
  update (self);
}

/**
 * vsl_time_entry_get_problem:
 *
 * Returns: (transfer none) (nullable): why `at` is 0, in words; %NULL when it is not
 */
const char *
vsl_time_entry_get_problem (VslTimeEntry *self)
{
  g_return_val_if_fail (VSL_IS_TIME_ENTRY (self), NULL);

  if (!gtk_widget_get_visible (self->problem_label))
    return NULL;

  return gtk_label_get_label (GTK_LABEL (self->problem_label));
}

/**
 * vsl_time_entry_set_site:
 * @site: (nullable): by whose clock moments are; %NULL for that of this computer
 *
 * What is written stays, and is now a moment by that clock.
 */
void
vsl_time_entry_set_site (VslTimeEntry *self,
                         VslSite      *site)
{
  g_return_if_fail (VSL_IS_TIME_ENTRY (self));
  g_return_if_fail (site == NULL || VSL_IS_SITE (site));

  g_time_zone_unref (self->zone);
  self->zone = site != NULL ? vsl_site_time_zone (site) : g_time_zone_new_local ();
  update (self);
}
