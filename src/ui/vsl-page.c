/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "ui/vsl-page.h"

/**
 * VslPage:
 *
 * The page in a scrolled window: a head (any widget) and under it a body (a text view), in one
 * column in the middle, that scroll as one. The body is never as high as its text: it is allocated
 * what is seen of it and scrolls by itself inside, so that a text view's laziness stays (a
 * keystroke in a long text lays out one paragraph, not all of them).
 *
 * The page's value runs over the head first and over the text after that:
 *
 *     value = seen part of the head that has scrolled away + the body's own value
 *
 * The column keeps its width when the window gets wider, so that no text is laid out again then.
 */
struct _VslPage
{
  GtkWidget      parent_instance;

  GtkWidget     *head;         /* (owned, as a child) (nullable) */
  GtkTextView   *body;         /* (owned, as a child) (nullable) */
  GtkWidget     *margin;       /* (owned, as a child) (nullable) left of the body, as high as it */
  GtkAdjustment *hadjustment;  /* (owned) (nullable) */
  GtkAdjustment *vadjustment;  /* (owned) (nullable) */
  GtkAdjustment *inner;        /* (owned) the body's own */
  int            column_width; /* pixels */
  int            head_height;  /* pixels, as last allocated */
  guint          configure_id;
  gboolean       syncing;      /* the two adjustments are being made equal */
};

G_DEFINE_FINAL_TYPE_WITH_CODE (VslPage, vsl_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

enum
{
  PROP_0,
  PROP_HEAD,
  PROP_BODY,
  PROP_COLUMN_WIDTH,
  N_PROPS,
  PROP_HADJUSTMENT = N_PROPS,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY
};

static GParamSpec *properties[N_PROPS];

#define MARGIN 24        /* pixels, at least, on both sides of the column */
#define MIN_MARGIN 12    /* pixels, where the window is narrow */
#define MIN_BODY 60      /* pixels; less is seen only where the head covers the rest */

static double
get_value (VslPage *self)
{
  return self->vadjustment != NULL ? gtk_adjustment_get_value (self->vadjustment) : 0.0;
}

/* How far the body itself must have scrolled. */
static double
get_inner_value (VslPage *self)
{
  return MAX (0.0, get_value (self) - self->head_height);
}

static void
configure_vadjustment (VslPage *self)
{
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  double upper = self->head_height + gtk_adjustment_get_upper (self->inner);

  if (self->vadjustment == NULL)
    return;

  gtk_adjustment_configure (self->vadjustment, get_value (self), 0, MAX (upper, height),
                            height * 0.1, height * 0.9, height);
}

static void
value_changed_cb (VslPage *self)
{
  gboolean syncing = self->syncing;

  self->syncing = TRUE;
  gtk_adjustment_set_value (self->inner, get_inner_value (self));
  self->syncing = syncing;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* The body scrolled by itself: to its cursor, or because lines above were laid out. */
static void
inner_value_changed_cb (VslPage *self)
{
  double delta = gtk_adjustment_get_value (self->inner) - get_inner_value (self);

  if (self->syncing || self->vadjustment == NULL || ABS (delta) < 0.5)
    return;

  self->syncing = TRUE;
  /* To a place that was laid out only now, which the page has not heard of yet. */
  if (get_value (self) + delta + gtk_adjustment_get_page_size (self->vadjustment) >
      gtk_adjustment_get_upper (self->vadjustment))
    configure_vadjustment (self);
  gtk_adjustment_set_value (self->vadjustment, get_value (self) + delta);
  gtk_adjustment_set_value (self->inner, get_inner_value (self));
  self->syncing = FALSE;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
configure_cb (gpointer data)
{
  VslPage *self = data;

  self->configure_id = 0;
  configure_vadjustment (self);
  if (self->margin != NULL)
    gtk_widget_queue_draw (self->margin);
}

/* The text became longer or shorter. A text view also finds out while it is being drawn, when no
 * scrollbar may move any more: hence a moment later. */
static void
inner_changed_cb (VslPage *self)
{
  if (!self->syncing && self->configure_id == 0)
    self->configure_id = g_idle_add_once (configure_cb, self);
}

/* Brings the part of the head that has the keyboard focus into sight. */
static void
show_focus (VslPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  double value = get_value (self), height = gtk_widget_get_height (GTK_WIDGET (self));
  graphene_rect_t bounds;

  if (focus == NULL || self->vadjustment == NULL || self->head == NULL ||
      !gtk_widget_is_ancestor (focus, self->head) ||
      !gtk_widget_compute_bounds (focus, self->head, &bounds))
    return;

  if (bounds.origin.y - MARGIN < value)
    gtk_adjustment_set_value (self->vadjustment, MAX (0.0, bounds.origin.y - MARGIN));
  else if (bounds.origin.y + bounds.size.height > value + height)
    gtk_adjustment_set_value (self->vadjustment, bounds.origin.y + bounds.size.height - height);
}

static void
focus_changed_cb (VslPage *self)
{
  show_focus (self);
}

static void
set_adjustment (VslPage        *self,
                GtkAdjustment **place,
                GtkAdjustment  *adjustment,
                GCallback       callback)
{
  if (adjustment != NULL && *place == adjustment)
    return;

  if (*place != NULL && callback != NULL)
    g_signal_handlers_disconnect_by_func (*place, callback, self);
  g_clear_object (place);
  if (adjustment == NULL)
    adjustment = gtk_adjustment_new (0, 0, 0, 0, 0, 0);
  *place = g_object_ref_sink (adjustment);
  if (callback != NULL)
    g_signal_connect_swapped (adjustment, "value-changed", callback, self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
vsl_page_measure (GtkWidget      *widget,
                  GtkOrientation  orientation,
                  int             for_size,
                  int            *minimum,
                  int            *natural,
                  int            *minimum_baseline,
                  int            *natural_baseline)
{
  VslPage *self = VSL_PAGE (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 120;
      *natural = self->column_width + 2 * MARGIN;
    }
  else
    *minimum = *natural = 2 * MIN_BODY;
  *minimum_baseline = *natural_baseline = -1;
}

static void
allocate_head (VslPage *self,
               int      x,
               int      width)
{
  int minimum = 0;

  if (self->head == NULL)
    return;

  gtk_widget_measure (self->head, GTK_ORIENTATION_VERTICAL, width, &minimum, NULL, NULL, NULL);
  self->head_height = minimum;
  gtk_widget_size_allocate (self->head,
                            &(GtkAllocation) { x, -(int) MIN (get_value (self), minimum),
                                               width, minimum }, -1);
}

static void
allocate_margin (VslPage *self,
                 int      x,
                 int      y,
                 int      height)
{
  int width = MIN (x, MARGIN);

  if (self->margin == NULL)
    return;

  gtk_widget_measure (self->margin, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (self->margin, &(GtkAllocation) { x - width, y, width, height }, -1);
  gtk_widget_queue_draw (self->margin);
}

static void
allocate_body (VslPage *self,
               int      x,
               int      width,
               int      height)
{
  int y = (int) MAX (0.0, self->head_height - get_value (self));

  if (self->body == NULL)
    return;

  /* GTK asks that a widget is measured before it is allocated. */
  gtk_widget_measure (GTK_WIDGET (self->body), GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL,
                      NULL);
  gtk_widget_size_allocate (GTK_WIDGET (self->body),
                            &(GtkAllocation) { x, y, width, MAX (MIN_BODY, height - y) }, -1);
  allocate_margin (self, x, y, MAX (MIN_BODY, height - y));
}

static void
vsl_page_size_allocate (GtkWidget *widget,
                        int        width,
                        int        height,
                        int        baseline)
{
  VslPage *self = VSL_PAGE (widget);
  int margin = width < 600 ? MIN_MARGIN : MARGIN;
  int column = MIN (self->column_width, MAX (1, width - 2 * margin));
  int x = (width - column) / 2;

  self->syncing = TRUE;
  allocate_head (self, x, column);
  allocate_body (self, x, column, height);
  configure_vadjustment (self);
  gtk_adjustment_set_value (self->inner, get_inner_value (self));
  self->syncing = FALSE;

  if (self->hadjustment != NULL)
    gtk_adjustment_configure (self->hadjustment, 0, 0, width, width * 0.1, width * 0.9, width);
}

static void
vsl_page_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (vsl_page_parent_class)->root (widget);
  g_signal_connect_swapped (gtk_widget_get_root (widget), "notify::focus-widget",
                            G_CALLBACK (focus_changed_cb), widget);
}

static void
vsl_page_unroot (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_root (widget), focus_changed_cb, widget);
  GTK_WIDGET_CLASS (vsl_page_parent_class)->unroot (widget);
}

static void
vsl_page_dispose (GObject *object)
{
  VslPage *self = VSL_PAGE (object);
  GtkWidget *body = GTK_WIDGET (self->body);

  g_clear_handle_id (&self->configure_id, g_source_remove);
  self->body = NULL;
  g_clear_pointer (&self->head, gtk_widget_unparent);
  g_clear_pointer (&self->margin, gtk_widget_unparent);
  g_clear_pointer (&body, gtk_widget_unparent);
  if (self->vadjustment != NULL)
    g_signal_handlers_disconnect_by_func (self->vadjustment, value_changed_cb, self);
  if (self->inner != NULL)
    g_signal_handlers_disconnect_by_data (self->inner, self);
  g_clear_object (&self->hadjustment);
  g_clear_object (&self->vadjustment);
  g_clear_object (&self->inner);
  G_OBJECT_CLASS (vsl_page_parent_class)->dispose (object);
}

static void
vsl_page_get_property (GObject    *object,
                       guint       prop_id,
                       GValue     *value,
                       GParamSpec *pspec)
{
  VslPage *self = VSL_PAGE (object);

  switch (prop_id)
    {
    case PROP_HEAD:
      g_value_set_object (value, self->head);
      break;
    case PROP_BODY:
      g_value_set_object (value, self->body);
      break;
    case PROP_COLUMN_WIDTH:
      g_value_set_int (value, self->column_width);
      break;
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->hadjustment);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->vadjustment);
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, GTK_SCROLL_MINIMUM);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vsl_page_set_property (GObject      *object,
                       guint         prop_id,
                       const GValue *value,
                       GParamSpec   *pspec)
{
  VslPage *self = VSL_PAGE (object);

  switch (prop_id)
    {
    case PROP_HEAD:
      vsl_page_set_head (self, g_value_get_object (value));
      break;
    case PROP_BODY:
      vsl_page_set_body (self, g_value_get_object (value));
      break;
    case PROP_COLUMN_WIDTH:
      vsl_page_set_column_width (self, g_value_get_int (value));
      break;
    case PROP_HADJUSTMENT:
      set_adjustment (self, &self->hadjustment, g_value_get_object (value), NULL);
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, &self->vadjustment, g_value_get_object (value),
                      G_CALLBACK (value_changed_cb));
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      break; /* the page has one policy: its column fits */
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vsl_page_class_init (VslPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = vsl_page_dispose;
  object_class->get_property = vsl_page_get_property;
  object_class->set_property = vsl_page_set_property;
  widget_class->measure = vsl_page_measure;
  widget_class->size_allocate = vsl_page_size_allocate;
  widget_class->root = vsl_page_root;
  widget_class->unroot = vsl_page_unroot;

  properties[PROP_HEAD] = g_param_spec_object ("head", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_BODY] = g_param_spec_object ("body", NULL, NULL, GTK_TYPE_TEXT_VIEW, flags);
  properties[PROP_COLUMN_WIDTH] =
    g_param_spec_int ("column-width", NULL, NULL, 1, G_MAXINT, 680, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
vsl_page_init (VslPage *self)
{
  self->column_width = 680;
  self->inner = g_object_ref_sink (gtk_adjustment_new (0, 0, 0, 0, 0, 0));
  g_signal_connect_swapped (self->inner, "value-changed", G_CALLBACK (inner_value_changed_cb),
                            self);
  g_signal_connect_swapped (self->inner, "changed", G_CALLBACK (inner_changed_cb), self);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * vsl_page_new:
 *
 * Returns: (transfer floating): an empty page, to be put in a scrolled window
 */
GtkWidget *
vsl_page_new (void)
{
  return g_object_new (VSL_TYPE_PAGE, NULL);
}

/**
 * vsl_page_get_head:
 *
 * Returns: (nullable) (transfer none): what stands above the text
 */
GtkWidget *
vsl_page_get_head (VslPage *self)
{
  g_return_val_if_fail (VSL_IS_PAGE (self), NULL);

  return self->head;
}

/**
 * vsl_page_set_head:
 * @head: (nullable): what stands above the text and scrolls with it
 */
void
vsl_page_set_head (VslPage   *self,
                   GtkWidget *head)
{
  g_return_if_fail (VSL_IS_PAGE (self));

  if (self->head == head)
    return;

  g_clear_pointer (&self->head, gtk_widget_unparent);
  self->head = head;
  /* Before the body, in the order of the keyboard too. */
  if (head != NULL)
    gtk_widget_insert_after (head, GTK_WIDGET (self), NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HEAD]);
}

/**
 * vsl_page_get_body:
 *
 * Returns: (nullable) (transfer none): the text
 */
GtkTextView *
vsl_page_get_body (VslPage *self)
{
  g_return_val_if_fail (VSL_IS_PAGE (self), NULL);

  return self->body;
}

/**
 * vsl_page_set_body:
 * @body: (nullable): the text; the page scrolls it from now on
 */
void
vsl_page_set_body (VslPage     *self,
                   GtkTextView *body)
{
  GtkWidget *old = GTK_WIDGET (self->body);

  g_return_if_fail (VSL_IS_PAGE (self));

  if (self->body == body)
    return;

  g_clear_pointer (&old, gtk_widget_unparent);
  self->body = body;
  if (body != NULL)
    {
      gtk_widget_insert_before (GTK_WIDGET (body), GTK_WIDGET (self), NULL);
      gtk_scrollable_set_vadjustment (GTK_SCROLLABLE (body), self->inner);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BODY]);
}

/**
 * vsl_page_get_margin:
 *
 * Returns: (nullable) (transfer none): what stands left of the body
 */
GtkWidget *
vsl_page_get_margin (VslPage *self)
{
  g_return_val_if_fail (VSL_IS_PAGE (self), NULL);

  return self->margin;
}

/**
 * vsl_page_set_margin:
 * @margin: (nullable): what is to stand left of the body, in the space that is empty there: drawn
 *   anew whenever the body may have scrolled
 */
void
vsl_page_set_margin (VslPage   *self,
                     GtkWidget *margin)
{
  g_return_if_fail (VSL_IS_PAGE (self));

  if (self->margin == margin)
    return;

  g_clear_pointer (&self->margin, gtk_widget_unparent);
  self->margin = margin;
  if (margin != NULL)
    gtk_widget_insert_after (margin, GTK_WIDGET (self), NULL);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * vsl_page_get_column_width:
 *
 * Returns: the greatest width of the column, in pixels
 */
int
vsl_page_get_column_width (VslPage *self)
{
  g_return_val_if_fail (VSL_IS_PAGE (self), 0);

  return self->column_width;
}

/**
 * vsl_page_set_column_width:
 * @column_width: the greatest width of the column, in pixels
 */
void
vsl_page_set_column_width (VslPage *self,
                           int      column_width)
{
  g_return_if_fail (VSL_IS_PAGE (self));
  g_return_if_fail (column_width > 0);

  if (self->column_width == column_width)
    return;

  self->column_width = column_width;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COLUMN_WIDTH]);
}
