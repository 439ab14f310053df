/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "ui/vsl-workspace.h"

#include <adwaita.h>

/* Where a window of this many pixels no longer has room for three columns, and for two. */
#define NARROW_INSPECTOR 900
#define NARROW_LIBRARY 700
/* Narrower than this the window does not get. */
#define MIN_WIDTH 360

/**
 * VslWorkspace:
 *
 * The three regions of the window side by side: library, editor, inspector. Where the window is too
 * narrow for a region at its side, that region lies over the editor when it is asked for, and goes
 * away when the work goes on. What the person wants in a wide window is kept apart from what is seen
 * now, so that a window made narrow and wide again looks as before.
 *
 * A region never moves to another parent (its actions and its focus would not survive it): library
 * and inspector always lie over the panes, and in a wide window exactly over an empty place there.
 */
struct _VslWorkspace
{
  GtkWidget    parent_instance;

  GtkOverlay  *overlay;
  GtkPaned    *outer_paned;
  GtkPaned    *inner_paned;
  GtkWidget   *library_place;
  AdwBin      *editor_bin;
  GtkWidget   *inspector_place;
  GtkWidget   *shade;
  AdwBin      *library_bin;
  AdwBin      *inspector_bin;

  int          library_width;      /* pixels, at the side */
  int          inspector_width;    /* pixels, at the side */
  guint        adapt_id;
  gboolean     library_wanted;     /* in a wide window */
  gboolean     inspector_wanted;   /* in a wide window */
  gboolean     library_narrow;     /* lies over the editor when it is shown */
  gboolean     inspector_narrow;
  gboolean     library_over;       /* in a narrow window: is shown */
  gboolean     inspector_over;     /* in a narrow window: is shown */
  gboolean     without_inspector;  /* what stands in the middle has none */
  gboolean     placed;             /* the inspector has been given its width */
};

G_DEFINE_FINAL_TYPE (VslWorkspace, vsl_workspace, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_LIBRARY,
  PROP_EDITOR,
  PROP_INSPECTOR,
  PROP_LIBRARY_SHOWN,
  PROP_INSPECTOR_SHOWN,
  PROP_LIBRARY_WANTED,
  PROP_INSPECTOR_WANTED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
set_style (AdwBin   *bin,
           gboolean  over)
{
  if (over)
    gtk_widget_add_css_class (GTK_WIDGET (bin), "overlay-panel");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (bin), "overlay-panel");
}

/* Makes what is seen follow from what is wanted and from how narrow the window is. */
static void
apply (VslWorkspace *self)
{
  gtk_widget_set_visible (self->library_place, !self->library_narrow && self->library_wanted);
  gtk_widget_set_visible (self->inspector_place, !self->inspector_narrow && self->inspector_wanted &&
                                                 !self->without_inspector);
  gtk_widget_set_visible (GTK_WIDGET (self->library_bin), vsl_workspace_get_library_shown (self));
  gtk_widget_set_visible (GTK_WIDGET (self->inspector_bin),
                          vsl_workspace_get_inspector_shown (self));
  set_style (self->library_bin, self->library_narrow);
  set_style (self->inspector_bin, self->inspector_narrow);
  gtk_widget_set_visible (self->shade,
                          (self->library_narrow && self->library_over) ||
                          (self->inspector_narrow && vsl_workspace_get_inspector_shown (self)));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LIBRARY_SHOWN]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_INSPECTOR_SHOWN]);
}

static void
adapt_cb (gpointer data)
{
  VslWorkspace *self = data;
  int width = gtk_widget_get_width (GTK_WIDGET (self));

  self->adapt_id = 0;
  self->library_narrow = width < NARROW_LIBRARY;
  self->inspector_narrow = width < NARROW_INSPECTOR;
  self->library_over = FALSE;
  self->inspector_over = FALSE;
  self->placed = FALSE;
  apply (self);
}

/* How wide a region is that lies over the editor: as at the side, but some of the editor is seen. */
static int
get_over_width (VslWorkspace *self,
                GtkWidget    *bin,
                int           wanted)
{
  int minimum = 0;

  gtk_widget_measure (bin, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return MAX (minimum, MIN (wanted, gtk_widget_get_width (GTK_WIDGET (self)) - 48));
}

static gboolean
get_child_position_cb (GtkOverlay   *overlay,
                       GtkWidget    *child,
                       GdkRectangle *position,
                       VslWorkspace *self)
{
  gboolean is_library = child == GTK_WIDGET (self->library_bin);
  GtkWidget *place = is_library ? self->library_place : self->inspector_place;
  graphene_rect_t bounds;

  if (child == self->shade)
    return FALSE;

  if (is_library ? self->library_narrow : self->inspector_narrow)
    {
      int width = get_over_width (self, child,
                                  is_library ? self->library_width : self->inspector_width);

      *position = (GdkRectangle) {
        is_library ? 0 : gtk_widget_get_width (GTK_WIDGET (overlay)) - width, 0,
        width, gtk_widget_get_height (GTK_WIDGET (overlay))
      };
      return TRUE;
    }

  if (!gtk_widget_compute_bounds (place, GTK_WIDGET (overlay), &bounds))
    return FALSE;

  *position = (GdkRectangle) { (int) bounds.origin.x, (int) bounds.origin.y,
                               (int) bounds.size.width, (int) bounds.size.height };
  return TRUE;
}

static void
position_cb (VslWorkspace *self)
{
  gtk_widget_queue_allocate (GTK_WIDGET (self->overlay));
}

/* A pane keeps the place of its handle, not the width of what is right of it: that is given once,
 * when the width of the whole is known, and again when the inspector comes back to the side. */
static void
place_inspector (VslWorkspace *self,
                 int           width)
{
  int used = gtk_widget_get_visible (self->library_place)
             ? gtk_paned_get_position (self->outer_paned) + 1 : 0;

  if (!gtk_widget_get_visible (self->inspector_place))
    return;

  self->placed = TRUE;
  gtk_paned_set_position (self->inner_paned, MAX (0, width - used - 1 - self->inspector_width));
}

/* Where the region itself wants the keyboard, else at its first place. */
static gboolean
focus_region (GtkWidget *region)
{
  GtkWidget *shown = GTK_IS_STACK (region) ? gtk_stack_get_visible_child (GTK_STACK (region))
                                           : region;

  return gtk_widget_grab_focus (shown) || gtk_widget_child_focus (shown, GTK_DIR_TAB_FORWARD);
}

static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *args,
           gpointer   data)
{
  VslWorkspace *self = VSL_WORKSPACE (widget);

  if (!gtk_widget_get_visible (self->shade))
    return GDK_EVENT_PROPAGATE;

  vsl_workspace_close_overlays (self);
  return GDK_EVENT_STOP;
}

static void
vsl_workspace_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  VslWorkspace *self = VSL_WORKSPACE (widget);

  gtk_widget_measure (GTK_WIDGET (self->overlay), orientation,
                      orientation == GTK_ORIENTATION_HORIZONTAL ? for_size : -1,
                      minimum, natural, NULL, NULL);
  /* The regions' own widths do not hold the window: it adapts. */
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = MIN_WIDTH;
  *natural = MAX (*natural, *minimum);
  *minimum_baseline = *natural_baseline = -1;
}

static void
vsl_workspace_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  VslWorkspace *self = VSL_WORKSPACE (widget);
  int minimum = 0;

  if ((width < NARROW_LIBRARY) != self->library_narrow ||
      (width < NARROW_INSPECTOR) != self->inspector_narrow)
    {
      if (self->adapt_id == 0)
        {
          /* As they were before they were squeezed. */
          self->library_width = vsl_workspace_get_library_width (self);
          self->inspector_width = vsl_workspace_get_inspector_width (self);
          self->adapt_id = g_idle_add_once (adapt_cb, self);
        }
    }
  if (!self->placed)
    place_inspector (self, width);

  /* For the one frame before the regions adapt, they may stand beyond the edge. */
  gtk_widget_measure (GTK_WIDGET (self->overlay), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL,
                      NULL, NULL);
  gtk_widget_size_allocate (GTK_WIDGET (self->overlay),
                            &(GtkAllocation) { 0, 0, MAX (width, minimum), height }, baseline);
}

static void
vsl_workspace_dispose (GObject *object)
{
  VslWorkspace *self = VSL_WORKSPACE (object);

  g_clear_handle_id (&self->adapt_id, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), VSL_TYPE_WORKSPACE);
  G_OBJECT_CLASS (vsl_workspace_parent_class)->dispose (object);
}

static void
vsl_workspace_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  VslWorkspace *self = VSL_WORKSPACE (object);

  switch (prop_id)
    {
    case PROP_LIBRARY_SHOWN:
      g_value_set_boolean (value, vsl_workspace_get_library_shown (self));
      break;
    case PROP_INSPECTOR_SHOWN:
      g_value_set_boolean (value, vsl_workspace_get_inspector_shown (self));
      break;
    case PROP_LIBRARY_WANTED:
      g_value_set_boolean (value, self->library_wanted);
      break;
    case PROP_INSPECTOR_WANTED:
      g_value_set_boolean (value, self->inspector_wanted);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
set_wanted (VslWorkspace *self,
            gboolean     *wanted,
            gboolean      value,
            guint         prop_id)
{
  if (*wanted == !!value)
    return;

  *wanted = !!value;
  apply (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[prop_id]);
}

static void
vsl_workspace_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  VslWorkspace *self = VSL_WORKSPACE (object);

  switch (prop_id)
    {
    case PROP_LIBRARY:
      adw_bin_set_child (self->library_bin, g_value_get_object (value));
      break;
    case PROP_EDITOR:
      adw_bin_set_child (self->editor_bin, g_value_get_object (value));
      break;
    case PROP_INSPECTOR:
      adw_bin_set_child (self->inspector_bin, g_value_get_object (value));
      break;
    case PROP_LIBRARY_SHOWN:
      vsl_workspace_set_library_shown (self, g_value_get_boolean (value));
      break;
    case PROP_INSPECTOR_SHOWN:
      vsl_workspace_set_inspector_shown (self, g_value_get_boolean (value));
      break;
    case PROP_LIBRARY_WANTED:
      set_wanted (self, &self->library_wanted, g_value_get_boolean (value), prop_id);
      break;
    case PROP_INSPECTOR_WANTED:
      set_wanted (self, &self->inspector_wanted, g_value_get_boolean (value), prop_id);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags given = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  /* The parts are given by the template of the window, and nobody asks for them. */
  properties[PROP_LIBRARY] = g_param_spec_object ("library", NULL, NULL, GTK_TYPE_WIDGET, given);
  properties[PROP_EDITOR] = g_param_spec_object ("editor", NULL, NULL, GTK_TYPE_WIDGET, given);
  properties[PROP_INSPECTOR] = g_param_spec_object ("inspector", NULL, NULL, GTK_TYPE_WIDGET, given);
  properties[PROP_LIBRARY_SHOWN] = g_param_spec_boolean ("library-shown", NULL, NULL, FALSE, flags);
  properties[PROP_INSPECTOR_SHOWN] = g_param_spec_boolean ("inspector-shown", NULL, NULL, FALSE, flags);
  properties[PROP_LIBRARY_WANTED] = g_param_spec_boolean ("library-wanted", NULL, NULL, TRUE, flags);
  properties[PROP_INSPECTOR_WANTED] = g_param_spec_boolean ("inspector-wanted", NULL, NULL, TRUE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
vsl_workspace_class_init (VslWorkspaceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vsl_workspace_dispose;
  object_class->get_property = vsl_workspace_get_property;
  object_class->set_property = vsl_workspace_set_property;
  widget_class->measure = vsl_workspace_measure;
  widget_class->size_allocate = vsl_workspace_size_allocate;
  install_properties (object_class);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/verslag/Verslag/ui/vsl-workspace.ui");
  gtk_widget_class_bind_template_child (widget_class, VslWorkspace, overlay);
  gtk_widget_class_bind_template_child (widget_class, VslWorkspace, outer_paned);
  gtk_widget_class_bind_template_child (widget_class, VslWorkspace, inner_paned);
  gtk_widget_class_bind_template_child (widget_class, VslWorkspace, library_place);
  gtk_widget_class_bind_template_child (widget_class, VslWorkspace, editor_bin);
  gtk_widget_class_bind_template_child (widget_class, VslWorkspace, inspector_place);
  gtk_widget_class_bind_template_child (widget_class, VslWorkspace, shade);
  gtk_widget_class_bind_template_child (widget_class, VslWorkspace, library_bin);
  gtk_widget_class_bind_template_child (widget_class, VslWorkspace, inspector_bin);
  gtk_widget_class_bind_template_callback (widget_class, get_child_position_cb);
  gtk_widget_class_bind_template_callback (widget_class, position_cb);
  gtk_widget_class_bind_template_callback (widget_class, vsl_workspace_close_overlays);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
}

static void
vsl_workspace_init (VslWorkspace *self)
{
  self->library_wanted = TRUE;
  self->inspector_wanted = TRUE;
  self->library_width = 260;
  self->inspector_width = 340;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * vsl_workspace_new:
 *
 * Returns: (transfer floating): a workspace with no regions yet; they are its properties
 */
GtkWidget *
vsl_workspace_new (void)
{
  return g_object_new (VSL_TYPE_WORKSPACE, NULL);
}

/**
 * vsl_workspace_set_widths:
 * @library_width: pixels
 * @inspector_width: pixels
 *
 * Sets how wide the regions at the sides start.
 */
void
vsl_workspace_set_widths (VslWorkspace *self,
                          int           library_width,
                          int           inspector_width)
{
  g_return_if_fail (VSL_IS_WORKSPACE (self));

  self->library_width = library_width;
  self->inspector_width = inspector_width;
  self->placed = FALSE;
  gtk_paned_set_position (self->outer_paned, library_width);
}

/**
 * vsl_workspace_get_library_width:
 *
 * Returns: pixels, as the person last had it at the side
 */
int
vsl_workspace_get_library_width (VslWorkspace *self)
{
  g_return_val_if_fail (VSL_IS_WORKSPACE (self), 0);

  return gtk_widget_get_mapped (self->library_place)
         ? gtk_paned_get_position (self->outer_paned) : self->library_width;
}

/**
 * vsl_workspace_get_inspector_width:
 *
 * Returns: pixels, as the person last had it at the side
 */
int
vsl_workspace_get_inspector_width (VslWorkspace *self)
{
  g_return_val_if_fail (VSL_IS_WORKSPACE (self), 0);

  return gtk_widget_get_mapped (self->inspector_place) && self->placed
         ? gtk_widget_get_width (self->inspector_place) : self->inspector_width;
}

/**
 * vsl_workspace_get_library_shown:
 *
 * Returns: whether the library is seen now, at the side or over the editor
 */
gboolean
vsl_workspace_get_library_shown (VslWorkspace *self)
{
  g_return_val_if_fail (VSL_IS_WORKSPACE (self), FALSE);

  return self->library_narrow ? self->library_over : self->library_wanted;
}

/**
 * vsl_workspace_set_library_shown:
 * @shown: whether the library is to be seen
 */
void
vsl_workspace_set_library_shown (VslWorkspace *self,
                                 gboolean      shown)
{
  g_return_if_fail (VSL_IS_WORKSPACE (self));

  if (vsl_workspace_get_library_shown (self) == !!shown)
    return;

  if (!self->library_narrow)
    {
      set_wanted (self, &self->library_wanted, shown, PROP_LIBRARY_WANTED);
      return;
    }
  /* One at a time. */
  self->library_over = !!shown;
  self->inspector_over = FALSE;
  apply (self);
}

/**
 * vsl_workspace_get_inspector_shown:
 *
 * Returns: whether the inspector is seen now, at the side or over the editor
 */
gboolean
vsl_workspace_get_inspector_shown (VslWorkspace *self)
{
  g_return_val_if_fail (VSL_IS_WORKSPACE (self), FALSE);

  return !self->without_inspector &&
         (self->inspector_narrow ? self->inspector_over : self->inspector_wanted);
}

/**
 * vsl_workspace_set_has_inspector:
 * @has_inspector: whether what stands in the middle has one; without, it is not seen, and what the
 *   person wants is kept
 */
void
vsl_workspace_set_has_inspector (VslWorkspace *self,
                                 gboolean      has_inspector)
{
  g_return_if_fail (VSL_IS_WORKSPACE (self));

  if (self->without_inspector == !has_inspector)
    return;

  self->without_inspector = !has_inspector;
  self->placed = FALSE;
  apply (self);
}

/**
 * vsl_workspace_set_inspector_shown:
 * @shown: whether the inspector is to be seen
 */
void
vsl_workspace_set_inspector_shown (VslWorkspace *self,
                                   gboolean      shown)
{
  g_return_if_fail (VSL_IS_WORKSPACE (self));

  if (vsl_workspace_get_inspector_shown (self) == !!shown)
    return;

  if (!self->inspector_narrow)
    {
      set_wanted (self, &self->inspector_wanted, shown, PROP_INSPECTOR_WANTED);
      return;
    }
  self->inspector_over = !!shown;
  self->library_over = FALSE;
  apply (self);
}

/**
 * vsl_workspace_close_overlays:
 *
 * Takes away what lies over the editor; what is at its sides stays.
 */
void
vsl_workspace_close_overlays (VslWorkspace *self)
{
  g_return_if_fail (VSL_IS_WORKSPACE (self));

  if (self->library_narrow)
    vsl_workspace_set_library_shown (self, FALSE);
  if (self->inspector_narrow)
    vsl_workspace_set_inspector_shown (self, FALSE);
}

/**
 * vsl_workspace_move_region:
 * @step: 1 for the next region, -1 for the one before
 *
 * Moves the keyboard to the next region that is seen.
 */
void
vsl_workspace_move_region (VslWorkspace *self,
                           int           step)
{
  GtkWidget *const regions[] = { adw_bin_get_child (self->library_bin),
                                 adw_bin_get_child (self->editor_bin),
                                 adw_bin_get_child (self->inspector_bin) };
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  int current = step > 0 ? 2 : 0;

  g_return_if_fail (VSL_IS_WORKSPACE (self));

  for (int i = 0; i < 3; i++)
    if (focus != NULL && regions[i] != NULL && gtk_widget_is_ancestor (focus, regions[i]))
      current = i;

  for (int i = 1; i <= 3; i++)
    {
      GtkWidget *region = regions[(current + i * step + 3 * 3) % 3];

      if (region != NULL && gtk_widget_get_mapped (region) && focus_region (region))
        return;
    }
}
