/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-article-panel.h"

#include "ui/vsl-pictures-box.h"
#include "ui/vsl-tag-entry.h"
#include "ui/vsl-words.h"

#include "core/vsl-text.h"

#include <glib/gi18n.h>

/**
 * VslArticlePanel:
 *
 * What an article is, apart from its text: kind, status, language, tags, the end of its address;
 * and when it was made and how long it is. Every change goes to the document at once.
 */
struct _VslArticlePanel
{
  AdwBin        parent_instance;

  VslDesk      *desk;             /* (owned) (nullable) */
  VslDocument  *document;         /* (owned) (nullable) */
  GSignalGroup *document_signals; /* (owned) */
  gboolean      filling;          /* the controls follow the document, not the reverse */

  GtkWidget    *content;          /* (template), as all that follow */
  GtkWidget    *kind_drop_down;
  GtkWidget    *status_drop_down;
  GtkWidget    *language_drop_down;
  GtkWidget    *tag_entry;
  GtkWidget    *slug_entry;
  GtkWidget    *address_label;
  GtkWidget    *pictures_box;
  GtkWidget    *words_label;
  GtkWidget    *created_label;
  GtkWidget    *updated_label;
};

G_DEFINE_FINAL_TYPE (VslArticlePanel, vsl_article_panel, ADW_TYPE_BIN)

typedef enum
{
  PROP_DESK = 1,
  PROP_DOCUMENT,
  N_PROPS
} VslArticlePanelProperty;

static GParamSpec *properties[N_PROPS];

static const struct
{
  const char *code;
  const char *name; /* in its own language: whoever needs it reads it */
} languages[] = {
  { "nl", "Nederlands" },
  { "en", "English" },
};

static guint
find_language (const char *code)
{
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      if (g_strcmp0 (languages[i].code, code) == 0)
        return i;
    }

  return GTK_INVALID_LIST_POSITION;
}

static void
show_choices (VslArticlePanel *self)
{
  self->filling = TRUE;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->kind_drop_down),
                              vsl_document_get_kind (self->document));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->status_drop_down),
                              vsl_document_get_status (self->document));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->language_drop_down),
                              find_language (vsl_document_get_language (self->document)));
  self->filling = FALSE;
}

static void
show_tags (VslArticlePanel *self)
{
  self->filling = TRUE;
  vsl_tag_entry_set_tags (VSL_TAG_ENTRY (self->tag_entry), vsl_document_get_tags (self->document));
  self->filling = FALSE;
}

static void
show_known_tags (VslArticlePanel *self)
{
  g_auto(GStrv) known = self->desk != NULL ? vsl_desk_list_tags (self->desk) : NULL;

  vsl_tag_entry_set_known (VSL_TAG_ENTRY (self->tag_entry), (const char * const *) known);
}

static void
show_slug (VslArticlePanel *self)
{
  const char *typed = vsl_document_get_text (self->document, VSL_FIELD_SLUG);
  g_autoptr(VslArticle) article = vsl_document_dup_article (self->document);
  g_autofree char *slug = vsl_article_dup_slug (article);
  g_autofree char *address = NULL;

  if (typed != NULL &&
      g_strcmp0 (typed, gtk_editable_get_text (GTK_EDITABLE (self->slug_entry))) != 0)
    {
      self->filling = TRUE;
      gtk_editable_set_text (GTK_EDITABLE (self->slug_entry), typed);
      self->filling = FALSE;
    }
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->slug_entry), slug);

  /* Translators: %s is the last part of the address of a page, like “harbour-debate-2026” */
  address = *slug != '\0' ? g_strdup_printf (_("The address will end in /%s"), slug)
                          : g_strdup (_("The address follows from the headline."));
  gtk_label_set_label (GTK_LABEL (self->address_label), address);
}

static void
show_words (VslArticlePanel *self)
{
  g_autofree char *text = NULL;
  guint words;

  g_object_get (self->document, "words", &words, NULL);
  text = vsl_words_dup_length (words);
  gtk_label_set_label (GTK_LABEL (self->words_label), text);
}

static void
show_moment (GtkWidget *label,
             gint64     at)
{
  g_autofree char *moment = at > 0 ? vsl_words_dup_moment (at) : g_strdup ("–");

  gtk_label_set_label (GTK_LABEL (label), moment);
}

static void
show_moments (VslArticlePanel *self)
{
  g_autoptr(VslArticle) article = vsl_document_dup_article (self->document);

  show_moment (self->created_label, vsl_article_get_created_at (article));
  show_moment (self->updated_label, vsl_article_get_updated_at (article));
}

static void
save_state_changed_cb (VslArticlePanel *self)
{
  if (vsl_document_get_save_state (self->document) == VSL_SAVE_SAVED)
    show_moments (self);
}

static void
kind_selected_cb (VslArticlePanel *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->kind_drop_down));

  if (self->document != NULL && !self->filling && selected < VSL_N_KINDS)
    vsl_document_set_kind (self->document, (VslKind) selected);
}

static void
status_selected_cb (VslArticlePanel *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->status_drop_down));

  if (self->document != NULL && !self->filling && selected < VSL_N_STATUSES)
    vsl_document_set_status (self->document, (VslStatus) selected);
}

static void
language_selected_cb (VslArticlePanel *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->language_drop_down));

  if (self->document != NULL && !self->filling && selected < G_N_ELEMENTS (languages))
    vsl_document_set_language (self->document, languages[selected].code);
}

static void
tags_edited_cb (VslArticlePanel *self)
{
  if (self->document != NULL && !self->filling)
    vsl_document_set_tags (self->document,
                           vsl_tag_entry_get_tags (VSL_TAG_ENTRY (self->tag_entry)));
}

static void
slug_changed_cb (VslArticlePanel *self)
{
  if (self->document != NULL && !self->filling)
    vsl_document_set_text (self->document, VSL_FIELD_SLUG,
                           gtk_editable_get_text (GTK_EDITABLE (self->slug_entry)));
}

/* What was typed becomes what the address will have: small letters, digits and hyphens. */
static void
slug_finished_cb (VslArticlePanel *self)
{
  g_autoptr(VslArticle) article = NULL;
  g_autofree char *slug = NULL;

  if (self->document == NULL ||
      vsl_text_is_blank (gtk_editable_get_text (GTK_EDITABLE (self->slug_entry))))
    return;

  article = vsl_document_dup_article (self->document);
  slug = vsl_article_dup_slug (article);
  gtk_editable_set_text (GTK_EDITABLE (self->slug_entry), slug);
}

static void
show_document (VslArticlePanel *self)
{
  show_choices (self);
  show_known_tags (self);
  show_tags (self);
  self->filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->slug_entry), "");
  self->filling = FALSE;
  show_slug (self);
  show_words (self);
  show_moments (self);
}

static void
set_document (VslArticlePanel *self,
              VslDocument     *document)
{
  if (!g_set_object (&self->document, document))
    return;

  g_signal_group_set_target (self->document_signals, document);
  gtk_widget_set_visible (self->content, document != NULL);
  if (document != NULL)
    show_document (self);
  vsl_pictures_box_set_document (VSL_PICTURES_BOX (self->pictures_box), self->desk, document);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DOCUMENT]);
}

static void
fill_drop_downs (VslArticlePanel *self)
{
  g_autoptr(GtkStringList) kinds = gtk_string_list_new (NULL);
  g_autoptr(GtkStringList) statuses = gtk_string_list_new (NULL);
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < VSL_N_KINDS; i++)
    gtk_string_list_append (kinds, vsl_words_get_kind ((VslKind) i));
  for (guint i = 0; i < VSL_N_STATUSES; i++)
    gtk_string_list_append (statuses, vsl_words_get_status ((VslStatus) i));
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    gtk_string_list_append (names, languages[i].name);

  self->filling = TRUE;
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->kind_drop_down), G_LIST_MODEL (kinds));
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->status_drop_down), G_LIST_MODEL (statuses));
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->language_drop_down), G_LIST_MODEL (names));
  self->filling = FALSE;
}

static void
vsl_article_panel_dispose (GObject *object)
{
  VslArticlePanel *self = VSL_ARTICLE_PANEL (object);

  g_clear_object (&self->document_signals);
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
        {
          show_known_tags (self);
          vsl_pictures_box_set_document (VSL_PICTURES_BOX (self->pictures_box), self->desk,
                                         self->document);
          g_object_notify_by_pspec (object, pspec);
        }
      break;
    case PROP_DOCUMENT:
      set_document (self, g_value_get_object (value));
      break;
    case N_PROPS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/verslag/Verslag/ui/vsl-article-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, VslArticlePanel, content);
  gtk_widget_class_bind_template_child (widget_class, VslArticlePanel, kind_drop_down);
  gtk_widget_class_bind_template_child (widget_class, VslArticlePanel, status_drop_down);
  gtk_widget_class_bind_template_child (widget_class, VslArticlePanel, language_drop_down);
  gtk_widget_class_bind_template_child (widget_class, VslArticlePanel, tag_entry);
  gtk_widget_class_bind_template_child (widget_class, VslArticlePanel, slug_entry);
  gtk_widget_class_bind_template_child (widget_class, VslArticlePanel, address_label);
  gtk_widget_class_bind_template_child (widget_class, VslArticlePanel, pictures_box);
  gtk_widget_class_bind_template_child (widget_class, VslArticlePanel, words_label);
  gtk_widget_class_bind_template_child (widget_class, VslArticlePanel, created_label);
  gtk_widget_class_bind_template_child (widget_class, VslArticlePanel, updated_label);
  gtk_widget_class_bind_template_callback (widget_class, kind_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, status_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, language_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, tags_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, slug_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, slug_finished_cb);
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

  g_type_ensure (VSL_TYPE_PICTURES_BOX);
  g_type_ensure (VSL_TYPE_TAG_ENTRY);
  bind_template (widget_class);
}

static void
vsl_article_panel_init (VslArticlePanel *self)
{
  static const struct
  {
    const char *signal;
    void (*show) (VslArticlePanel *self);
  } followed[] = {
    { "notify::kind", show_choices },
    { "notify::status", show_choices },
    { "notify::language", show_choices },
    { "notify::tags", show_tags },
    { "notify::slug", show_slug },
    { "notify::headline", show_slug },
    { "notify::words", show_words },
    { "notify::save-state", save_state_changed_cb },
  };

  gtk_widget_init_template (GTK_WIDGET (self));
  fill_drop_downs (self);

  self->document_signals = g_signal_group_new (VSL_TYPE_DOCUMENT);
  for (guint i = 0; i < G_N_ELEMENTS (followed); i++)
    g_signal_group_connect_swapped (self->document_signals, followed[i].signal,
                                    G_CALLBACK (followed[i].show), self);
  gtk_widget_set_visible (self->content, FALSE);
}

/**
 * vsl_article_panel_new:
 *
 * Returns: (transfer floating): a panel without a desk or a document
 */
GtkWidget *
vsl_article_panel_new (void)
{
  return g_object_new (VSL_TYPE_ARTICLE_PANEL, NULL);
}
