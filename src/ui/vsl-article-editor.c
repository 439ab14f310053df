/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-article-editor-private.h"

#include "ui/vsl-plain-paste.h"
#include "ui/vsl-quotation-margin.h"
#include "ui/vsl-source-buffer.h"
#include "ui/vsl-text-actions.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* The measure of a line of text: Bringhurst calls 45 to 75 characters comfortable. */
#define COLUMN_CHARS 70

/**
 * VslArticleEditor:
 *
 * Where an article is written: kicker, headline, lead, byline and credit above the text, on one
 * page, and one status line under it. It holds nothing but the document that it shows; a document
 * that changes elsewhere changes here without moving the focus or, outside what changed, the cursor.
 */
G_DEFINE_FINAL_TYPE (VslArticleEditor, vsl_article_editor, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_DOCUMENT,
  PROP_SMART_QUOTES,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static GtkTextBuffer *
get_body (VslArticleEditor *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->body_view));
}

/* The fields in the order in which a reader meets them; the body comes after the last. */
static GtkWidget *
get_field (VslArticleEditor *self,
           guint             index)
{
  GtkWidget *const fields[] = {
    GTK_WIDGET (self->kicker_view), GTK_WIDGET (self->headline_view), GTK_WIDGET (self->lead_view),
    GTK_WIDGET (self->byline_view), GTK_WIDGET (self->credit_view), GTK_WIDGET (self->body_view)
  };

  return index < G_N_ELEMENTS (fields) ? fields[index] : NULL;
}

/* A body of its own for every article that is shown: its own history of undo. */
static void
set_body_buffer (VslArticleEditor *self)
{
  g_autoptr(VslSourceBuffer) buffer = vsl_source_buffer_new ();

  g_object_bind_property (adw_style_manager_get_default (), "dark", buffer, "dark",
                          G_BINDING_SYNC_CREATE);
  g_object_bind_property (self, "smart-quotes", buffer, "smart-quotes", G_BINDING_SYNC_CREATE);
  if (self->document != NULL)
    vsl_document_set_body_source (self->document, VSL_TEXT_SOURCE (buffer));
  gtk_text_view_set_buffer (GTK_TEXT_VIEW (self->body_view), GTK_TEXT_BUFFER (buffer));
}

static void
update_banner (VslArticleEditor *self)
{
  g_autofree char *message = NULL;

  if (self->document != NULL &&
      vsl_document_get_save_state (self->document) == VSL_SAVE_FAILED)
    {
      const char *reason = vsl_document_get_save_error (self->document);

      message = g_strdup_printf (
        _("This article is not saved; saving is tried again by itself. Leave this window open. %s"),
        reason != NULL ? reason : "");
    }
  vsl_banner_set_message (self->banner, message);
}

static void
document_notify_cb (VslDocument      *document,
                    GParamSpec       *pspec,
                    VslArticleEditor *self)
{
  if (g_str_equal (pspec->name, "save-state") || g_str_equal (pspec->name, "save-error"))
    update_banner (self);
}

static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr(GError) error = NULL;

  /* A failure shows through the document's save-state. */
  if (!vsl_document_save_finish (VSL_DOCUMENT (object), result, &error))
    g_debug ("save: %s", error->message);
}

static void
banner_button_clicked_cb (VslArticleEditor *self)
{
  if (self->document != NULL)
    vsl_document_save_async (self->document, saved_cb, NULL);
}

static void
move_focus (VslArticleEditor *self,
            GtkWidget        *from,
            int               step)
{
  for (guint i = 0; get_field (self, i) != NULL; i++)
    {
      GtkWidget *to = get_field (self, i) == from ? get_field (self, i + (guint) step) : NULL;

      if (to != NULL)
        gtk_widget_grab_focus (to);
    }
}

static void
field_activate_cb (GtkWidget        *field,
                   VslArticleEditor *self)
{
  move_focus (self, field, 1);
}

static void
field_left_above_cb (GtkWidget        *field,
                     VslArticleEditor *self)
{
  move_focus (self, field, -1);
}

/* From the first line of the text, the arrow up goes on to the fields above it. */
static gboolean
body_key_pressed_cb (GtkEventControllerKey *controller,
                     guint                  keyval,
                     guint                  keycode,
                     GdkModifierType        state,
                     VslArticleEditor      *self)
{
  GtkTextIter cursor, line;

  if (keyval != GDK_KEY_Up || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;

  gtk_text_buffer_get_iter_at_mark (get_body (self), &cursor,
                                    gtk_text_buffer_get_insert (get_body (self)));
  line = cursor;
  if (gtk_text_view_backward_display_line (GTK_TEXT_VIEW (self->body_view), &line))
    return GDK_EVENT_PROPAGATE;

  gtk_widget_grab_focus (GTK_WIDGET (self->byline_view));
  return GDK_EVENT_STOP;
}

static void
paste_clipboard_cb (GtkTextView      *view,
                    VslArticleEditor *self)
{
  g_signal_stop_emission_by_name (view, "paste-clipboard");
  vsl_plain_paste_into (view);
}

/* The column is as wide as the text font makes it. */
static void
vsl_article_editor_realize (GtkWidget *widget)
{
  VslArticleEditor *self = VSL_ARTICLE_EDITOR (widget);
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self->body_view));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int width = pango_font_metrics_get_approximate_char_width (metrics) * COLUMN_CHARS / PANGO_SCALE;

  pango_font_metrics_unref (metrics);
  vsl_page_set_column_width (self->page, CLAMP (width, 360, 1200));
  GTK_WIDGET_CLASS (vsl_article_editor_parent_class)->realize (widget);
}

static gboolean
vsl_article_editor_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (VSL_ARTICLE_EDITOR (widget)->body_view));
}

static void
vsl_article_editor_dispose (GObject *object)
{
  VslArticleEditor *self = VSL_ARTICLE_EDITOR (object);

  vsl_article_editor_set_document (self, NULL);
  g_clear_object (&self->fields);
  g_clear_object (&self->signals);
  g_clear_object (&self->places);
  g_clear_object (&self->place);
  for (guint i = 0; i < self->names->len; i++)
    vsl_name_completion_end (g_ptr_array_index (self->names, i));
  g_ptr_array_set_size (self->names, 0);
  vsl_page_set_margin (self->page, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), VSL_TYPE_ARTICLE_EDITOR);
  G_OBJECT_CLASS (vsl_article_editor_parent_class)->dispose (object);
}

static void
vsl_article_editor_finalize (GObject *object)
{
  g_ptr_array_unref (VSL_ARTICLE_EDITOR (object)->names);
  G_OBJECT_CLASS (vsl_article_editor_parent_class)->finalize (object);
}

static void
vsl_article_editor_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  VslArticleEditor *self = VSL_ARTICLE_EDITOR (object);

  switch (prop_id)
    {
    case PROP_DOCUMENT:
      g_value_set_object (value, self->document);
      break;
    case PROP_SMART_QUOTES:
      g_value_set_boolean (value, self->smart_quotes);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vsl_article_editor_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  VslArticleEditor *self = VSL_ARTICLE_EDITOR (object);

  switch (prop_id)
    {
    case PROP_DOCUMENT:
      vsl_article_editor_set_document (self, g_value_get_object (value));
      break;
    case PROP_SMART_QUOTES:
      vsl_article_editor_set_smart_quotes (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/verslag/Verslag/ui/vsl-article-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, VslArticleEditor, banner);
  gtk_widget_class_bind_template_child (widget_class, VslArticleEditor, find_bar);
  gtk_widget_class_bind_template_child (widget_class, VslArticleEditor, scroller);
  gtk_widget_class_bind_template_child (widget_class, VslArticleEditor, page);
  gtk_widget_class_bind_template_child (widget_class, VslArticleEditor, kicker_view);
  gtk_widget_class_bind_template_child (widget_class, VslArticleEditor, headline_view);
  gtk_widget_class_bind_template_child (widget_class, VslArticleEditor, lead_view);
  gtk_widget_class_bind_template_child (widget_class, VslArticleEditor, byline_view);
  gtk_widget_class_bind_template_child (widget_class, VslArticleEditor, credit_view);
  gtk_widget_class_bind_template_child (widget_class, VslArticleEditor, body_view);
  gtk_widget_class_bind_template_child (widget_class, VslArticleEditor, status_line);
  gtk_widget_class_bind_template_callback (widget_class, banner_button_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, field_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, field_left_above_cb);
  gtk_widget_class_bind_template_callback (widget_class, paste_clipboard_cb);
}

static void
vsl_article_editor_class_init (VslArticleEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = vsl_article_editor_dispose;
  object_class->finalize = vsl_article_editor_finalize;
  object_class->get_property = vsl_article_editor_get_property;
  object_class->set_property = vsl_article_editor_set_property;
  widget_class->realize = vsl_article_editor_realize;
  widget_class->grab_focus = vsl_article_editor_grab_focus;

  properties[PROP_DOCUMENT] =
    g_param_spec_object ("document", NULL, NULL, VSL_TYPE_DOCUMENT, flags);
  properties[PROP_SMART_QUOTES] =
    g_param_spec_boolean ("smart-quotes", NULL, NULL, TRUE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (GTK_SOURCE_TYPE_VIEW);
  g_type_ensure (VSL_TYPE_BANNER);
  g_type_ensure (VSL_TYPE_FIELD_VIEW);
  g_type_ensure (VSL_TYPE_FIND_BAR);
  g_type_ensure (VSL_TYPE_PAGE);
  g_type_ensure (VSL_TYPE_STATUS_LINE);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  bind_template (widget_class);
  vsl_text_actions_install_bindings (widget_class);
}

static void
bind_field (VslArticleEditor *self,
            VslField          field,
            VslFieldView     *view)
{
  g_binding_group_bind (self->fields, vsl_field_get_name (field), view, "text",
                        G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
}

static void
complete_names (VslArticleEditor *self,
                VslField          field,
                gpointer          view)
{
  g_ptr_array_add (self->names, vsl_name_completion_new (view, field));
}

static void
vsl_article_editor_init (VslArticleEditor *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  g_autoptr(GSimpleActionGroup) actions = NULL;

  self->smart_quotes = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  actions = vsl_text_actions_new (GTK_TEXT_VIEW (self->body_view));
  gtk_orientable_set_orientation (
    GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  vsl_banner_set_button_label (self->banner, _("Try again"));
  vsl_find_bar_set_view (self->find_bar, self->body_view);

  self->fields = g_binding_group_new ();
  bind_field (self, VSL_FIELD_KICKER, self->kicker_view);
  bind_field (self, VSL_FIELD_HEADLINE, self->headline_view);
  bind_field (self, VSL_FIELD_LEAD, self->lead_view);
  bind_field (self, VSL_FIELD_BYLINE, self->byline_view);
  bind_field (self, VSL_FIELD_CREDIT, self->credit_view);

  gtk_widget_insert_action_group (GTK_WIDGET (self), "text", G_ACTION_GROUP (actions));
  self->places = vsl_text_places_new ();
  vsl_text_places_add (self->places, VSL_FIELD_HEADLINE, GTK_TEXT_VIEW (self->headline_view));
  vsl_text_places_add (self->places, VSL_FIELD_LEAD, GTK_TEXT_VIEW (self->lead_view));
  vsl_text_places_add (self->places, VSL_FIELD_BODY, GTK_TEXT_VIEW (self->body_view));
  self->place =
    vsl_editor_place_new (self->page,
                          gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)));
  for (VslField field = VSL_FIELD_KICKER; field <= VSL_FIELD_CREDIT; field++)
    vsl_editor_place_add (self->place, field, GTK_TEXT_VIEW (get_field (self, field)));
  vsl_editor_place_add (self->place, VSL_FIELD_BODY, GTK_TEXT_VIEW (self->body_view));
  vsl_page_set_margin (self->page, vsl_quotation_margin_new (GTK_TEXT_VIEW (self->body_view)));

  self->signals = g_signal_group_new (VSL_TYPE_DOCUMENT);
  g_signal_group_connect (self->signals, "notify", G_CALLBACK (document_notify_cb), self);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (body_key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->body_view), keys);

  /* After the keys above: a name that is offered comes before moving between fields. */
  self->names = g_ptr_array_new_with_free_func (g_object_unref);
  complete_names (self, VSL_FIELD_HEADLINE, self->headline_view);
  complete_names (self, VSL_FIELD_LEAD, self->lead_view);
  complete_names (self, VSL_FIELD_BODY, self->body_view);
}

/**
 * vsl_article_editor_new:
 *
 * Returns: (transfer floating): an editor without a document
 */
GtkWidget *
vsl_article_editor_new (void)
{
  return g_object_new (VSL_TYPE_ARTICLE_EDITOR, NULL);
}

/**
 * vsl_article_editor_get_document:
 *
 * Returns: (nullable) (transfer none): what is being edited
 */
VslDocument *
vsl_article_editor_get_document (VslArticleEditor *self)
{
  g_return_val_if_fail (VSL_IS_ARTICLE_EDITOR (self), NULL);

  return self->document;
}

/**
 * vsl_article_editor_set_document:
 * @document: (nullable): what is edited from now on
 *
 * Shows @document. What was edited until now is saved first by itself, and keeps its text.
 */
void
vsl_article_editor_set_document (VslArticleEditor *self,
                                 VslDocument      *document)
{
  g_return_if_fail (VSL_IS_ARTICLE_EDITOR (self));

  if (self->document == document)
    return;

  vsl_find_bar_close (self->find_bar);
  vsl_editor_place_set_document (self->place, NULL);
  if (self->document != NULL)
    {
      vsl_document_save_async (self->document, saved_cb, NULL);
      vsl_document_set_body_source (self->document, NULL);
    }
  g_set_object (&self->document, document);
  g_binding_group_set_source (self->fields, document);
  g_signal_group_set_target (self->signals, document);
  vsl_status_line_set_document (self->status_line, document);
  for (guint i = 0; i < self->names->len; i++)
    vsl_name_completion_set_document (g_ptr_array_index (self->names, i), document);
  for (guint i = 0; VSL_IS_FIELD_VIEW (get_field (self, i)); i++)
    vsl_field_view_forget_history (VSL_FIELD_VIEW (get_field (self, i)));
  set_body_buffer (self);
  vsl_editor_place_set_document (self->place, document);
  update_banner (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DOCUMENT]);
}

/**
 * vsl_article_editor_get_smart_quotes:
 *
 * Returns: whether straight quotation marks become typographic ones as they are typed
 */
gboolean
vsl_article_editor_get_smart_quotes (VslArticleEditor *self)
{
  g_return_val_if_fail (VSL_IS_ARTICLE_EDITOR (self), FALSE);

  return self->smart_quotes;
}

/**
 * vsl_article_editor_set_smart_quotes:
 * @smart_quotes: whether straight quotation marks become typographic ones as they are typed
 */
void
vsl_article_editor_set_smart_quotes (VslArticleEditor *self,
                                     gboolean          smart_quotes)
{
  g_return_if_fail (VSL_IS_ARTICLE_EDITOR (self));

  if (self->smart_quotes == !!smart_quotes)
    return;

  self->smart_quotes = !!smart_quotes;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SMART_QUOTES]);
}

/**
 * vsl_article_editor_focus_field:
 * @field: one of the fields that are edited here; any other means the text
 *
 * Brings the keyboard to @field.
 */
void
vsl_article_editor_focus_field (VslArticleEditor *self,
                                VslField          field)
{
  GtkWidget *widget;

  g_return_if_fail (VSL_IS_ARTICLE_EDITOR (self));

  widget = get_field (self, (guint) field);
  if (field > VSL_FIELD_CREDIT || widget == NULL)
    widget = GTK_WIDGET (self->body_view);
  gtk_widget_grab_focus (widget);
}

/**
 * vsl_article_editor_set_check_runner:
 * @runner: (nullable): what checks the article that is shown
 *
 * Marks what it finds in the text, and tells it where the cursor is.
 */
void
vsl_article_editor_set_check_runner (VslArticleEditor *self,
                                     VslCheckRunner   *runner)
{
  g_return_if_fail (VSL_IS_ARTICLE_EDITOR (self));

  vsl_quotation_margin_set_runner (VSL_QUOTATION_MARGIN (vsl_page_get_margin (self->page)), runner);
  vsl_text_places_set_runner (self->places, runner);
}

/**
 * vsl_article_editor_set_desk:
 * @desk: (nullable): where the directory is from which names are offered
 */
void
vsl_article_editor_set_desk (VslArticleEditor *self,
                             VslDesk          *desk)
{
  g_return_if_fail (VSL_IS_ARTICLE_EDITOR (self));

  for (guint i = 0; i < self->names->len; i++)
    vsl_name_completion_set_desk (g_ptr_array_index (self->names, i), desk);
}
