/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "ui/vsl-banner.h"

/**
 * VslBanner:
 *
 * A bar across its parent that stays until what it says is no longer so: a save that failed, a site
 * that cannot be reached. It is seen as long as it has a message. With a button label it has one
 * button. (AdwBanner came after the platform that Verslag starts from.)
 *
 * Signal `button-clicked`: the person pressed the button.
 */
struct _VslBanner
{
  GtkWidget    parent_instance;

  GtkRevealer *revealer;
  GtkLabel    *label;
  GtkButton   *button;
  char        *message; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (VslBanner, vsl_banner, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_MESSAGE,
  PROP_BUTTON_LABEL,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  SIGNAL_BUTTON_CLICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
button_clicked_cb (VslBanner *self)
{
  g_signal_emit (self, signals[SIGNAL_BUTTON_CLICKED], 0);
}

static void
vsl_banner_dispose (GObject *object)
{
  VslBanner *self = VSL_BANNER (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), VSL_TYPE_BANNER);
  g_clear_pointer (&self->message, g_free);
  G_OBJECT_CLASS (vsl_banner_parent_class)->dispose (object);
}

static void
vsl_banner_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  VslBanner *self = VSL_BANNER (object);

  switch (prop_id)
    {
    case PROP_MESSAGE:
      g_value_set_string (value, vsl_banner_get_message (self));
      break;
    case PROP_BUTTON_LABEL:
      g_value_set_string (value, vsl_banner_get_button_label (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vsl_banner_set_property (GObject      *object,
                         guint         prop_id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  VslBanner *self = VSL_BANNER (object);

  switch (prop_id)
    {
    case PROP_MESSAGE:
      vsl_banner_set_message (self, g_value_get_string (value));
      break;
    case PROP_BUTTON_LABEL:
      vsl_banner_set_button_label (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vsl_banner_class_init (VslBannerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vsl_banner_dispose;
  object_class->get_property = vsl_banner_get_property;
  object_class->set_property = vsl_banner_set_property;

  properties[PROP_MESSAGE] =
    g_param_spec_string ("message", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_BUTTON_LABEL] =
    g_param_spec_string ("button-label", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_BUTTON_CLICKED] =
    g_signal_new ("button-clicked", VSL_TYPE_BANNER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/verslag/Verslag/ui/vsl-banner.ui");
  gtk_widget_class_bind_template_child (widget_class, VslBanner, revealer);
  gtk_widget_class_bind_template_child (widget_class, VslBanner, label);
  gtk_widget_class_bind_template_child (widget_class, VslBanner, button);
  gtk_widget_class_bind_template_callback (widget_class, button_clicked_cb);
}

static void
vsl_banner_init (VslBanner *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * vsl_banner_new:
 *
 * Returns: (transfer floating): a banner without a message, not seen
 */
GtkWidget *
vsl_banner_new (void)
{
  return g_object_new (VSL_TYPE_BANNER, NULL);
}

/**
 * vsl_banner_get_message:
 *
 * Returns: (nullable) (transfer none): what is said; %NULL when nothing is and the banner is away
 */
const char *
vsl_banner_get_message (VslBanner *self)
{
  g_return_val_if_fail (VSL_IS_BANNER (self), NULL);

  return self->message;
}

/**
 * vsl_banner_set_message:
 * @message: (nullable): a whole translated sentence; %NULL or empty takes the banner away
 */
void
vsl_banner_set_message (VslBanner  *self,
                        const char *message)
{
  g_return_if_fail (VSL_IS_BANNER (self));

  if (message != NULL && *message == '\0')
    message = NULL;
  if (g_strcmp0 (self->message, message) == 0)
    return;

  g_free (self->message);
  self->message = g_strdup (message);
  /* The old sentence stays on the label while the banner slides away. */
  if (message != NULL)
    gtk_label_set_label (self->label, message);
  gtk_revealer_set_reveal_child (self->revealer, message != NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MESSAGE]);
}

/**
 * vsl_banner_get_button_label:
 *
 * Returns: (nullable) (transfer none): the label of the button; %NULL when there is none
 */
const char *
vsl_banner_get_button_label (VslBanner *self)
{
  g_return_val_if_fail (VSL_IS_BANNER (self), NULL);

  return gtk_widget_get_visible (GTK_WIDGET (self->button))
         ? gtk_button_get_label (self->button) : NULL;
}

/**
 * vsl_banner_set_button_label:
 * @button_label: (nullable): what the button does; %NULL for no button
 */
void
vsl_banner_set_button_label (VslBanner  *self,
                             const char *button_label)
{
  g_return_if_fail (VSL_IS_BANNER (self));

  if (g_strcmp0 (vsl_banner_get_button_label (self), button_label) == 0)
    return;

  if (button_label != NULL)
    gtk_button_set_label (self->button, button_label);
  gtk_widget_set_visible (GTK_WIDGET (self->button), button_label != NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUTTON_LABEL]);
}
