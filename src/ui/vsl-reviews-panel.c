/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-reviews-panel.h"

#include "desk/vsl-desk-reviews.h"
#include "ui/vsl-embargo-view.h"
#include "ui/vsl-review-row.h"

/* How long nothing must have changed before the passages are looked for again. */
#define QUIET_MS 700

/**
 * VslReviewsPanel:
 *
 * Which participant was promised to read their passages, how that stands, and what comes next. Looks
 * at the article in a thread of its own, a moment after it was changed, and only while it is seen.
 */
struct _VslReviewsPanel
{
  AdwBin        parent_instance;

  VslDesk      *desk;             /* (owned) (nullable) */
  VslDocument  *document;         /* (owned) (nullable) */
  GSignalGroup *document_signals; /* (owned) */
  GCancellable *loading;          /* (owned) (nullable) */
  guint         timer;

  GtkWidget    *error_label;      /* (template), as all that follow */
  GtkWidget    *embargo;
  GtkWidget    *empty_box;
  GtkWidget    *list;
};

G_DEFINE_FINAL_TYPE (VslReviewsPanel, vsl_reviews_panel, ADW_TYPE_BIN)

typedef enum
{
  PROP_DESK = 1,
  PROP_DOCUMENT,
  N_PROPS
} VslReviewsPanelProperty;

static GParamSpec *properties[N_PROPS];

static void
show_error (VslReviewsPanel *self,
            const char      *message)
{
  gtk_label_set_label (GTK_LABEL (self->error_label), message != NULL ? message : "");
  gtk_widget_set_visible (self->error_label, message != NULL);
}

static void
show_rows (VslReviewsPanel *self,
           VslConsent      *consent)
{
  GPtrArray *reviews = vsl_consent_get_reviews (consent);
  GtkListBox *list = GTK_LIST_BOX (self->list);
  GtkListBoxRow *row;

  for (guint i = 0; i < reviews->len; i++)
    {
      row = gtk_list_box_get_row_at_index (list, (int) i);
      if (row == NULL)
        {
          row = GTK_LIST_BOX_ROW (vsl_review_row_new ());
          gtk_list_box_append (list, GTK_WIDGET (row));
        }
      vsl_review_row_show (VSL_REVIEW_ROW (row), self->desk, self->document,
                           g_ptr_array_index (reviews, i), consent);
    }
  while ((row = gtk_list_box_get_row_at_index (list, (int) reviews->len)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
  gtk_widget_set_visible (self->list, reviews->len > 0);
  gtk_widget_set_visible (self->empty_box, reviews->len == 0);
}

static void
listed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr(VslReviewsPanel) self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(VslConsent) consent =
    vsl_desk_load_consent_finish (VSL_DESK (object), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->document == NULL ||
      self->desk == NULL)
    return;
  if (consent == NULL)
    {
      show_error (self, error->message);
      return;
    }
  show_rows (self, consent);
  vsl_embargo_view_show (VSL_EMBARGO_VIEW (self->embargo), self->desk,
                         vsl_document_get_id (self->document), consent);
}

static void
load (VslReviewsPanel *self)
{
  g_autoptr(VslArticle) article = NULL;

  g_clear_handle_id (&self->timer, g_source_remove);
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  if (self->desk == NULL || self->document == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  article = vsl_document_dup_article (self->document);
  self->loading = g_cancellable_new ();
  vsl_desk_load_consent_async (self->desk, article, self->loading, listed_cb, g_object_ref (self));
}

static gboolean
quiet_cb (gpointer data)
{
  VslReviewsPanel *self = data;

  self->timer = 0;
  load (self);

  return G_SOURCE_REMOVE;
}

static void
document_changed_cb (VslReviewsPanel *self)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add (QUIET_MS, quiet_cb, self);
}

static void
reload_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  show_error (VSL_REVIEWS_PANEL (widget), NULL);
  load (VSL_REVIEWS_PANEL (widget));
}

static void
show_error_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  show_error (VSL_REVIEWS_PANEL (widget), g_variant_get_string (parameter, NULL));
}

/* Not the action of the button: one with the target of a toggle keeps that toggle pressed. */
static void
participants_clicked_cb (VslReviewsPanel *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "inspector.panel", "s", "participants");
}

static void
embargo_changed_cb (VslReviewsPanel *self)
{
  load (self);
}

static void
set_document (VslReviewsPanel *self,
              VslDocument     *document)
{
  GtkListBoxRow *row;

  if (!g_set_object (&self->document, document))
    return;

  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
  g_signal_group_set_target (self->document_signals, document);
  gtk_widget_set_sensitive (GTK_WIDGET (self), document != NULL);
  gtk_widget_set_visible (self->empty_box, document != NULL &&
                          g_list_model_get_n_items (vsl_document_get_participants (document)) == 0);
  show_error (self, NULL);
  load (self);
}

static void
vsl_reviews_panel_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (vsl_reviews_panel_parent_class)->map (widget);
  load (VSL_REVIEWS_PANEL (widget));
}

static void
vsl_reviews_panel_dispose (GObject *object)
{
  VslReviewsPanel *self = VSL_REVIEWS_PANEL (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->document_signals);
  gtk_widget_dispose_template (GTK_WIDGET (self), VSL_TYPE_REVIEWS_PANEL);
  g_clear_object (&self->document);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (vsl_reviews_panel_parent_class)->dispose (object);
}

static void
vsl_reviews_panel_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  VslReviewsPanel *self = VSL_REVIEWS_PANEL (object);

  switch ((VslReviewsPanelProperty) prop_id)
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
vsl_reviews_panel_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  VslReviewsPanel *self = VSL_REVIEWS_PANEL (object);

  switch ((VslReviewsPanelProperty) prop_id)
    {
    case PROP_DESK:
      if (g_set_object (&self->desk, g_value_get_object (value)))
        load (self);
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
vsl_reviews_panel_class_init (VslReviewsPanelClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vsl_reviews_panel_dispose;
  object_class->get_property = vsl_reviews_panel_get_property;
  object_class->set_property = vsl_reviews_panel_set_property;
  widget_class->map = vsl_reviews_panel_map;

  properties[PROP_DESK] = g_param_spec_object ("desk", NULL, NULL, VSL_TYPE_DESK, flags);
  properties[PROP_DOCUMENT] =
    g_param_spec_object ("document", NULL, NULL, VSL_TYPE_DOCUMENT, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (VSL_TYPE_EMBARGO_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/verslag/Verslag/ui/vsl-reviews-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, VslReviewsPanel, error_label);
  gtk_widget_class_bind_template_child (widget_class, VslReviewsPanel, embargo);
  gtk_widget_class_bind_template_child (widget_class, VslReviewsPanel, empty_box);
  gtk_widget_class_bind_template_child (widget_class, VslReviewsPanel, list);
  gtk_widget_class_bind_template_callback (widget_class, participants_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, embargo_changed_cb);
  gtk_widget_class_install_action (widget_class, "reviews.reload", NULL, reload_action);
  gtk_widget_class_install_action (widget_class, "reviews.show-error", "s", show_error_action);
}

static void
vsl_reviews_panel_init (VslReviewsPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_sensitive (GTK_WIDGET (self), FALSE);
  self->document_signals = g_signal_group_new (VSL_TYPE_DOCUMENT);
  g_signal_group_connect_swapped (self->document_signals, "changed",
                                  G_CALLBACK (document_changed_cb), self);
}

/**
 * vsl_reviews_panel_new:
 *
 * Returns: (transfer floating): a panel without a desk or a document
 */
GtkWidget *
vsl_reviews_panel_new (void)
{
  return g_object_new (VSL_TYPE_REVIEWS_PANEL, NULL);
}
