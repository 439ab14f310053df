/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-article-panel.h"

struct _VslArticlePanel
{
  GtkWidget    parent_instance;

  VslDesk     *desk;     /* (owned) (nullable) */
  VslDocument *document; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (VslArticlePanel, vsl_article_panel, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_DESK = 1,
  PROP_DOCUMENT,
  N_PROPS
} VslArticlePanelProperty;

static GParamSpec *properties[N_PROPS];

static void
vsl_article_panel_dispose (GObject *object)
{
  VslArticlePanel *self = VSL_ARTICLE_PANEL (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), VSL_TYPE_ARTICLE_PANEL);
  g_clear_object (&self->document);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (vsl_article_panel_parent_class)->dispose (object);
}

static void
vsl_article_panel_get_property (GObject    *object,
                     guint       prop_id,
                     GValue     *value,
                     GParamSpec *pspec)
{
  VslArticlePanel *self = VSL_ARTICLE_PANEL (object);

  switch ((VslArticlePanelProperty) prop_id)
    {
    case PROP_DESK:
      g_value_set_object (value, self->desk);
      break;
    case PROP_DOCUMENT:
      g_value_set_object (value, self->document);
      break;
    case N_PROPS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vsl_article_panel_set_property (GObject      *object,
                     guint         prop_id,
                     const GValue *value,
                     GParamSpec   *pspec)
{
  VslArticlePanel *self = VSL_ARTICLE_PANEL (object);

  switch ((VslArticlePanelProperty) prop_id)
    {
    case PROP_DESK:
      if (g_set_object (&self->desk, g_value_get_object (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_DOCUMENT:
      if (g_set_object (&self->document, g_value_get_object (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    case N_PROPS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vsl_article_panel_class_init (VslArticlePanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vsl_article_panel_dispose;
  object_class->get_property = vsl_article_panel_get_property;
  object_class->set_property = vsl_article_panel_set_property;

  properties[PROP_DESK] =
    g_param_spec_object ("desk", NULL, NULL, VSL_TYPE_DESK,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_DOCUMENT] =
    g_param_spec_object ("document", NULL, NULL, VSL_TYPE_DOCUMENT,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/verslag/Verslag/ui/vsl-article-panel.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
vsl_article_panel_init (VslArticlePanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
vsl_article_panel_new (void)
{
  return g_object_new (VSL_TYPE_ARTICLE_PANEL, NULL);
}
