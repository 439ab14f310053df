/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-status-line.h"

#include "ui/vsl-words.h"

#include <glib/gi18n.h>

/**
 * VslStatusLine:
 *
 * One quiet line under the text: how long the article is, in which language it is, and whether what
 * is on the screen is on the disk.
 */
struct _VslStatusLine
{
  GtkWidget     parent_instance;

  GtkLabel     *length_label;
  GtkLabel     *language_label;
  GtkLabel     *save_label;
  VslDocument  *document; /* (owned) (nullable) */
  GSignalGroup *signals;  /* (owned) */
};

G_DEFINE_FINAL_TYPE (VslStatusLine, vsl_status_line, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_DOCUMENT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
update_length (VslStatusLine *self,
               VslDocument   *document)
{
  g_autofree char *text = NULL;
  guint words = 0;

  g_object_get (document, "words", &words, NULL);
  text = vsl_words_dup_length (words);
  gtk_label_set_label (self->length_label, text);
}

static void
update_language (VslStatusLine *self,
                 VslDocument   *document)
{
  const char *language = vsl_document_get_language (document);
  const char *name = language;

  if (g_strcmp0 (language, "nl") == 0)
    name = C_("language of an article", "Dutch");
  else if (g_strcmp0 (language, "en") == 0)
    name = C_("language of an article", "English");
  gtk_label_set_label (self->language_label, name);
}

/* “Pending” says nothing new every half second: only the slow, the good and the bad are told. */
static void
update_save_state (VslStatusLine *self,
                   VslDocument   *document)
{
  VslSaveState state = vsl_document_get_save_state (document);
  const char *text = NULL;

  switch (state)
    {
    case VSL_SAVE_SAVED:
      text = C_("state of an article", "Saved");
      break;
    case VSL_SAVE_PENDING:
    case VSL_SAVE_SAVING:
      text = C_("state of an article", "Saving…");
      break;
    case VSL_SAVE_FAILED:
      text = C_("state of an article", "Not saved");
      break;
    default:
      g_assert_not_reached ();
    }
  gtk_label_set_label (self->save_label, text);
  if (state == VSL_SAVE_FAILED)
    gtk_widget_add_css_class (GTK_WIDGET (self->save_label), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->save_label), "error");
}

static void
document_notify_cb (VslDocument   *document,
                    GParamSpec    *pspec,
                    VslStatusLine *self)
{
  if (g_str_equal (pspec->name, "words"))
    update_length (self, document);
  else if (g_str_equal (pspec->name, "language"))
    update_language (self, document);
  else if (g_str_equal (pspec->name, "save-state"))
    update_save_state (self, document);
}

static void
bind_cb (VslStatusLine *self,
         VslDocument   *document)
{
  update_length (self, document);
  update_language (self, document);
  update_save_state (self, document);
}

static void
vsl_status_line_dispose (GObject *object)
{
  VslStatusLine *self = VSL_STATUS_LINE (object);

  if (self->signals != NULL)
    g_signal_group_set_target (self->signals, NULL);
  g_clear_object (&self->signals);
  g_clear_object (&self->document);
  gtk_widget_dispose_template (GTK_WIDGET (self), VSL_TYPE_STATUS_LINE);
  G_OBJECT_CLASS (vsl_status_line_parent_class)->dispose (object);
}

static void
vsl_status_line_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  VslStatusLine *self = VSL_STATUS_LINE (object);

  switch (prop_id)
    {
    case PROP_DOCUMENT:
      g_value_set_object (value, vsl_status_line_get_document (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vsl_status_line_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  VslStatusLine *self = VSL_STATUS_LINE (object);

  switch (prop_id)
    {
    case PROP_DOCUMENT:
      vsl_status_line_set_document (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vsl_status_line_class_init (VslStatusLineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vsl_status_line_dispose;
  object_class->get_property = vsl_status_line_get_property;
  object_class->set_property = vsl_status_line_set_property;

  properties[PROP_DOCUMENT] =
    g_param_spec_object ("document", NULL, NULL, VSL_TYPE_DOCUMENT,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/verslag/Verslag/ui/vsl-status-line.ui");
  gtk_widget_class_bind_template_child (widget_class, VslStatusLine, length_label);
  gtk_widget_class_bind_template_child (widget_class, VslStatusLine, language_label);
  gtk_widget_class_bind_template_child (widget_class, VslStatusLine, save_label);
}

static void
vsl_status_line_init (VslStatusLine *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                              12);

  self->signals = g_signal_group_new (VSL_TYPE_DOCUMENT);
  g_signal_group_connect (self->signals, "notify", G_CALLBACK (document_notify_cb), self);
  g_signal_connect_object (self->signals, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
}

/**
 * vsl_status_line_new:
 *
 * Returns: (transfer floating): a line without a document
 */
GtkWidget *
vsl_status_line_new (void)
{
  return g_object_new (VSL_TYPE_STATUS_LINE, NULL);
}

/**
 * vsl_status_line_get_document:
 *
 * Returns: (nullable) (transfer none): what the line tells about
 */
VslDocument *
vsl_status_line_get_document (VslStatusLine *self)
{
  g_return_val_if_fail (VSL_IS_STATUS_LINE (self), NULL);

  return self->document;
}

/**
 * vsl_status_line_set_document:
 * @document: (nullable): what to tell about
 */
void
vsl_status_line_set_document (VslStatusLine *self,
                              VslDocument   *document)
{
  g_return_if_fail (VSL_IS_STATUS_LINE (self));

  if (!g_set_object (&self->document, document))
    return;

  g_signal_group_set_target (self->signals, document);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DOCUMENT]);
}
