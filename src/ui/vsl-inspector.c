/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-inspector.h"

#include "ui/vsl-article-panel.h"
#include "ui/vsl-participants-panel.h"
#include "ui/vsl-publish-panel.h"

/**
 * VslInspector:
 *
 * The right side of the window: everything about the open article that is not written in the
 * editor, one panel at a time, and the switcher above it. It holds no state of the article; it
 * hands the desk and the document on to its panels. Which panel is shown is the property `panel`,
 * and the action `inspector.panel('publish')` sets it.
 *
 * Another panel is one toggle and one stack page in the template; the toggles stand three to a row.
 */
struct _VslInspector
{
  AdwBin       parent_instance;

  VslDesk     *desk;     /* (owned) (nullable) */
  VslDocument *document; /* (owned) (nullable) */

  GtkWidget   *stack;    /* (template) */
};

G_DEFINE_FINAL_TYPE (VslInspector, vsl_inspector, ADW_TYPE_BIN)

typedef enum
{
  PROP_DESK = 1,
  PROP_DOCUMENT,
  PROP_PANEL,
  N_PROPS
} VslInspectorProperty;

static GParamSpec *properties[N_PROPS];

static void
visible_panel_changed_cb (VslInspector *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PANEL]);
}

static gboolean
vsl_inspector_grab_focus (GtkWidget *widget)
{
  VslInspector *self = VSL_INSPECTOR (widget);
  GtkWidget *panel = gtk_stack_get_visible_child (GTK_STACK (self->stack));

  return panel != NULL && gtk_widget_child_focus (panel, GTK_DIR_TAB_FORWARD);
}

static void
vsl_inspector_dispose (GObject *object)
{
  VslInspector *self = VSL_INSPECTOR (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), VSL_TYPE_INSPECTOR);
  g_clear_object (&self->document);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (vsl_inspector_parent_class)->dispose (object);
}

static void
vsl_inspector_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  VslInspector *self = VSL_INSPECTOR (object);

  switch ((VslInspectorProperty) prop_id)
    {
    case PROP_DESK:
      g_value_set_object (value, self->desk);
      break;
    case PROP_DOCUMENT:
      g_value_set_object (value, self->document);
      break;
    case PROP_PANEL:
      g_value_set_string (value, vsl_inspector_get_panel (self));
      break;
    case N_PROPS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vsl_inspector_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  VslInspector *self = VSL_INSPECTOR (object);

  switch ((VslInspectorProperty) prop_id)
    {
    case PROP_DESK:
      vsl_inspector_set_desk (self, g_value_get_object (value));
      break;
    case PROP_DOCUMENT:
      vsl_inspector_set_document (self, g_value_get_object (value));
      break;
    case PROP_PANEL:
      vsl_inspector_set_panel (self, g_value_get_string (value));
      break;
    case N_PROPS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vsl_inspector_class_init (VslInspectorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vsl_inspector_dispose;
  object_class->get_property = vsl_inspector_get_property;
  object_class->set_property = vsl_inspector_set_property;
  widget_class->grab_focus = vsl_inspector_grab_focus;

  properties[PROP_DESK] =
    g_param_spec_object ("desk", NULL, NULL, VSL_TYPE_DESK,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_DOCUMENT] =
    g_param_spec_object ("document", NULL, NULL, VSL_TYPE_DOCUMENT,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_PANEL] =
    g_param_spec_string ("panel", NULL, NULL, "participants",
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_property_action (widget_class, "inspector.panel", "panel");

  g_type_ensure (VSL_TYPE_ARTICLE_PANEL);
  g_type_ensure (VSL_TYPE_PARTICIPANTS_PANEL);
  g_type_ensure (VSL_TYPE_PUBLISH_PANEL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/verslag/Verslag/ui/vsl-inspector.ui");
  gtk_widget_class_bind_template_child (widget_class, VslInspector, stack);
  gtk_widget_class_bind_template_callback (widget_class, visible_panel_changed_cb);
  gtk_widget_class_set_css_name (widget_class, "inspector");
}

static void
vsl_inspector_init (VslInspector *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * vsl_inspector_new:
 *
 * Returns: (transfer floating): an inspector without a desk or a document
 */
GtkWidget *
vsl_inspector_new (void)
{
  return g_object_new (VSL_TYPE_INSPECTOR, NULL);
}

/**
 * vsl_inspector_get_desk:
 *
 * Returns: (transfer none) (nullable): the desk that the panels work with
 */
VslDesk *
vsl_inspector_get_desk (VslInspector *self)
{
  g_return_val_if_fail (VSL_IS_INSPECTOR (self), NULL);

  return self->desk;
}

/**
 * vsl_inspector_set_desk:
 * @desk: (nullable): the desk
 */
void
vsl_inspector_set_desk (VslInspector *self,
                        VslDesk      *desk)
{
  g_return_if_fail (VSL_IS_INSPECTOR (self));
  g_return_if_fail (desk == NULL || VSL_IS_DESK (desk));

  if (g_set_object (&self->desk, desk))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DESK]);
}

/**
 * vsl_inspector_get_document:
 *
 * Returns: (transfer none) (nullable): the document that is shown
 */
VslDocument *
vsl_inspector_get_document (VslInspector *self)
{
  g_return_val_if_fail (VSL_IS_INSPECTOR (self), NULL);

  return self->document;
}

/**
 * vsl_inspector_set_document:
 * @document: (nullable): what to show; %NULL when no article is open
 */
void
vsl_inspector_set_document (VslInspector *self,
                            VslDocument  *document)
{
  g_return_if_fail (VSL_IS_INSPECTOR (self));
  g_return_if_fail (document == NULL || VSL_IS_DOCUMENT (document));

  if (g_set_object (&self->document, document))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DOCUMENT]);
}

/**
 * vsl_inspector_get_panel:
 *
 * Returns: (transfer none): the name of the panel that is shown: `participants`, `article` or `publish`
 */
const char *
vsl_inspector_get_panel (VslInspector *self)
{
  g_return_val_if_fail (VSL_IS_INSPECTOR (self), NULL);

  return gtk_stack_get_visible_child_name (GTK_STACK (self->stack));
}

/**
 * vsl_inspector_set_panel:
 * @panel: (nullable): the name of a panel
 *
 * Shows a panel. A name that is not one of a panel (as a remembered one of a later version may be)
 * changes nothing.
 */
void
vsl_inspector_set_panel (VslInspector *self,
                         const char   *panel)
{
  g_return_if_fail (VSL_IS_INSPECTOR (self));

  if (panel == NULL || gtk_stack_get_child_by_name (GTK_STACK (self->stack), panel) == NULL)
    return;

  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), panel);
}
