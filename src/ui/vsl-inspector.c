/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-inspector.h"

#include "ui/vsl-article-panel.h"
#include "ui/vsl-participants-panel.h"
#include "ui/vsl-publish-panel.h"
#include "ui/vsl-quotations-panel.h"
#include "ui/vsl-reviews-panel.h"

#include <glib/gi18n.h>

/**
 * VslInspector:
 *
 * The right side of the window: everything about the open article that is not written in the
 * editor, one panel at a time, and the switcher above it. It holds no state of the article; it
 * hands the desk and the document on to its panels. Which panel is shown is the property `panel`,
 * and the action `inspector.panel('publish')` sets it. A panel is made when it is first seen.
 *
 * Another panel is one row of the table below: a widget with the properties `desk` and `document`.
 */
struct _VslInspector
{
  AdwBin       parent_instance;

  VslDesk     *desk;     /* (owned) (nullable) */
  VslDocument *document; /* (owned) (nullable) */
  guint        panel;    /* index in the table: the one to show, made or not */

  GtkWidget   *toggles;  /* (template) */
  GtkWidget   *stack;    /* (template) */
};

/* In the order of the toggles. */
static const struct
{
  const char *name;
  const char *icon_name;
  const char *title;
  GType     (*get_type) (void);
} panels[] = {
  { "participants", "system-users-symbolic", N_("Participants"), vsl_participants_panel_get_type },
  { "article", "document-properties-symbolic", N_("Article"), vsl_article_panel_get_type },
  { "quotations", "view-list-bullet-symbolic", N_("Quotations"), vsl_quotations_panel_get_type },
  { "reviews", "emblem-shared-symbolic", N_("Reviews"), vsl_reviews_panel_get_type },
  { "publish", "document-send-symbolic", N_("Publish"), vsl_publish_panel_get_type },
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

/* The icon above the word, so that all fit in one row where the inspector is at its narrowest, in Dutch
 * as well. */
static GtkWidget *
make_toggle (guint index)
{
  GtkWidget *toggle = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *image = g_object_new (GTK_TYPE_IMAGE,
                                   "icon-name", panels[index].icon_name,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkWidget *label = gtk_label_new (_(panels[index].title));

  gtk_widget_set_hexpand (toggle, TRUE);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (toggle), box);
  gtk_widget_add_css_class (toggle, "flat");
  gtk_widget_add_css_class (toggle, "panel-toggle");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (toggle), "inspector.panel");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (toggle), "s", panels[index].name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _(panels[index].title), -1);

  return toggle;
}

/* Shows the chosen panel, which is made now if it was never seen. */
static void
show_panel (VslInspector *self)
{
  const char *name = panels[self->panel].name;

  if (gtk_stack_get_child_by_name (GTK_STACK (self->stack), name) == NULL)
    {
      GtkWidget *panel = g_object_new (panels[self->panel].get_type (), NULL);

      g_object_bind_property (self, "desk", panel, "desk", G_BINDING_SYNC_CREATE);
      g_object_bind_property (self, "document", panel, "document", G_BINDING_SYNC_CREATE);
      gtk_stack_add_named (GTK_STACK (self->stack), panel, name);
    }
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), name);
}

static void
step_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  VslInspector *self = VSL_INSPECTOR (widget);

  vsl_inspector_step_panel (self, g_str_equal (action_name, "inspector.next-panel") ? 1 : -1);
}

/* In a window whose inspector was put away, none is made at all. */
static void
vsl_inspector_map (GtkWidget *widget)
{
  show_panel (VSL_INSPECTOR (widget));
  GTK_WIDGET_CLASS (vsl_inspector_parent_class)->map (widget);
}

static gboolean
vsl_inspector_grab_focus (GtkWidget *widget)
{
  VslInspector *self = VSL_INSPECTOR (widget);
  GtkWidget *panel = gtk_stack_get_visible_child (GTK_STACK (self->stack));
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  /* A panel with one thing to go to would be left for what comes after it. */
  if (panel != NULL && focus != NULL && gtk_widget_is_ancestor (focus, panel))
    return TRUE;

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
  widget_class->map = vsl_inspector_map;

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
  gtk_widget_class_install_action (widget_class, "inspector.next-panel", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "inspector.previous-panel", NULL, step_action);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/verslag/Verslag/ui/vsl-inspector.ui");
  gtk_widget_class_bind_template_child (widget_class, VslInspector, toggles);
  gtk_widget_class_bind_template_child (widget_class, VslInspector, stack);
  gtk_widget_class_set_css_name (widget_class, "inspector");
}

/* Before the lists in the panels, which have uses of their own for these keys. */
static void
add_keys (VslInspector *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (keys),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Page_Down, GDK_CONTROL_MASK),
                      gtk_named_action_new ("inspector.next-panel")));
  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (keys),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Page_Up, GDK_CONTROL_MASK),
                      gtk_named_action_new ("inspector.previous-panel")));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
vsl_inspector_init (VslInspector *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_keys (self);
  for (guint i = 0; i < G_N_ELEMENTS (panels); i++)
    gtk_box_append (GTK_BOX (self->toggles), make_toggle (i));
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
 * Returns: (transfer none): the name of the panel that is shown, such as `participants`
 */
const char *
vsl_inspector_get_panel (VslInspector *self)
{
  g_return_val_if_fail (VSL_IS_INSPECTOR (self), NULL);

  return panels[self->panel].name;
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

  for (guint i = 0; i < G_N_ELEMENTS (panels); i++)
    {
      if (g_strcmp0 (panels[i].name, panel) != 0 || i == self->panel)
        continue;
      self->panel = i;
      if (gtk_widget_get_mapped (GTK_WIDGET (self)))
        show_panel (self);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PANEL]);
      return;
    }
}

/**
 * vsl_inspector_step_panel:
 * @step: 1 for the next panel, -1 for the one before
 *
 * Shows the neighbour of the panel that is shown; after the last comes the first.
 */
void
vsl_inspector_step_panel (VslInspector *self,
                          int           step)
{
  const int n_panels = G_N_ELEMENTS (panels);

  g_return_if_fail (VSL_IS_INSPECTOR (self));

  vsl_inspector_set_panel (self,
                           panels[((int) self->panel + step + n_panels) % n_panels].name);
}

/**
 * vsl_inspector_activate:
 * @action: the name of an action of a panel
 *
 * Activates an action of the panel that is shown; nothing happens when it has no such action.
 */
void
vsl_inspector_activate (VslInspector *self,
                        const char   *action)
{
  GtkWidget *panel;

  g_return_if_fail (VSL_IS_INSPECTOR (self));

  panel = gtk_stack_get_visible_child (GTK_STACK (self->stack));
  if (panel != NULL)
    gtk_widget_activate_action (panel, action, NULL);
}
