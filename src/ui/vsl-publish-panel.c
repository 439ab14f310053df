/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-publish-panel.h"

#include "desk/vsl-copies.h"
#include "desk/vsl-publication-words.h"
#include "ui/vsl-copy-view.h"
#include "ui/vsl-publication-view.h"
#include "ui/vsl-publish-attempts.h"
#include "ui/vsl-publish-bar.h"
#include "ui/vsl-publish-form.h"

/**
 * VslPublishPanel:
 *
 * Where an article goes to its readers: what is asked for; then the steps as they happen, how the article
 * stands there, and all that happened to it. In words below, always in sight: what will happen, and the
 * button that does it. The sentence and the label of the button are the desk's, so that they and the deed
 * are one.
 *
 * What runs belongs to its article: another article may be opened meanwhile, and coming back shows
 * where it is.
 */
struct _VslPublishPanel
{
  AdwBin        parent_instance;

  VslDesk      *desk;                  /* (owned) (nullable) */
  VslDocument  *document;              /* (owned) (nullable) */
  VslCopies    *copies;                /* (owned) (nullable) of @document */
  gboolean      copies_shown;          /* they were read, and what is chosen follows them */
  GSignalGroup *copies_signals;        /* (owned) */
  GSignalGroup *sites_signals;         /* (owned) */
  GSignalGroup *attempt_signals;       /* (owned) */
  VslPublishAttempts *attempts;        /* (owned) */
  guint         frames;                /* until the steps are scrolled into sight */

  GtkWidget    *scroller;              /* (template), as all that follow */
  GtkWidget    *content;
  GtkWidget    *no_sites;
  GtkWidget    *form;
  GtkWidget    *bar;
  GtkWidget    *problem_label;
  GtkWidget    *view;
  GtkWidget    *copy_view;
};

G_DEFINE_FINAL_TYPE (VslPublishPanel, vsl_publish_panel, ADW_TYPE_BIN)

typedef enum
{
  PROP_DESK = 1,
  PROP_DOCUMENT,
  N_PROPS
} VslPublishPanelProperty;

static GParamSpec *properties[N_PROPS];

/* The last thing that was asked for the open article. */
static VslPublishAttempt *
find_attempt (VslPublishPanel *self)
{
  return vsl_publish_attempts_find (self->attempts, self->document);
}

static gboolean
is_running (VslPublishPanel *self)
{
  VslPublishAttempt *attempt = find_attempt (self);

  return attempt != NULL && vsl_publish_attempt_get_running (attempt);
}

static VslSite *
get_site (VslPublishPanel *self)
{
  return vsl_publish_form_get_site (VSL_PUBLISH_FORM (self->form));
}

/* How the article stands on the chosen site; NULL when it was never sent there. */
static VslOutboxRow *
get_row (VslPublishPanel *self)
{
  return vsl_publish_form_get_row (VSL_PUBLISH_FORM (self->form));
}

static void
show_problem (VslPublishPanel *self,
              const char      *message)
{
  if (message == NULL && self->copies != NULL)
    message = vsl_copies_get_problem (self->copies);
  gtk_label_set_label (GTK_LABEL (self->problem_label), message != NULL ? message : "");
  gtk_widget_set_visible (self->problem_label, message != NULL);
}

static void
show_bar (VslPublishPanel *self)
{
  VslPublishBar *bar = VSL_PUBLISH_BAR (self->bar);
  VslPublishForm *form = VSL_PUBLISH_FORM (self->form);
  VslSite *site = get_site (self);
  g_auto(VslPublicationOptions) options = { 0 };
  g_autoptr(VslArticle) article = NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *action = NULL;
  gboolean possible;

  if (self->document == NULL || site == NULL)
    return;

  possible = vsl_publish_form_get_options (form, &options);
  article = vsl_document_dup_article (self->document);
  vsl_publish_bar_set_site (bar, site);
  vsl_publish_bar_set_ready (bar, possible && !is_running (self) && self->copies_shown &&
                                  vsl_publish_form_get_allowed (form));
  if (possible)
    {
      sentence = vsl_publication_words_sentence (article, site, get_row (self), &options);
      action = vsl_publication_words_action (site, get_row (self), &options);
    }
  vsl_publish_bar_show (bar, sentence, action);
}

/* What an attempt that is shown says already is not said twice. */
static gboolean
is_told (VslPublishPanel *self)
{
  VslPublishAttempt *attempt = find_attempt (self);
  VslPublication *publication = attempt != NULL ? vsl_publish_attempt_get_publication (attempt) : NULL;

  return publication != NULL && vsl_publish_attempt_get_site (attempt) != NULL && get_site (self) != NULL &&
         g_str_equal (vsl_site_get_name (vsl_publish_attempt_get_site (attempt)),
                      vsl_site_get_name (get_site (self)));
}

static void
show_copy (VslPublishPanel *self)
{
  VslCopyView *view = VSL_COPY_VIEW (self->copy_view);

  vsl_copy_view_set_row (view, self->desk, get_row (self), get_site (self),
                         self->document != NULL
                           ? vsl_document_get_text (self->document, VSL_FIELD_HEADLINE) : NULL);
  vsl_copy_view_set_quiet (view, is_running (self), is_told (self));
}

static void
show_attempt (VslPublishPanel *self)
{
  VslPublishAttempt *attempt = find_attempt (self);

  g_signal_group_set_target (self->attempt_signals, attempt);
  vsl_publication_view_set_publication (
    VSL_PUBLICATION_VIEW (self->view),
    attempt != NULL ? vsl_publish_attempt_get_publication (attempt) : NULL);
  show_problem (self, attempt != NULL ? vsl_publish_attempt_get_problem (attempt) : NULL);
  gtk_widget_set_sensitive (self->form, !is_running (self));
}

/* The steps have a place only after the next layout. */
static gboolean
reveal_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  VslPublishPanel *self = user_data;
  graphene_rect_t bounds;

  if (--self->frames > 0)
    return G_SOURCE_CONTINUE;
  if (gtk_widget_get_visible (self->view) &&
      gtk_widget_compute_bounds (self->view, self->content, &bounds))
    gtk_adjustment_clamp_page (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)),
                               bounds.origin.y, bounds.origin.y + bounds.size.height);

  return G_SOURCE_REMOVE;
}

static void
reveal_steps (VslPublishPanel *self)
{
  gboolean waiting = self->frames > 0;

  self->frames = 3;
  if (!waiting)
    gtk_widget_add_tick_callback (self->view, reveal_cb, self, NULL);
}

static void
copies_changed_cb (VslPublishPanel *self)
{
  show_problem (self, NULL);
  if (!self->copies_shown && vsl_copies_get_loaded (self->copies))
    {
      self->copies_shown = TRUE;
      vsl_publish_form_set_document (VSL_PUBLISH_FORM (self->form), self->document, self->copies);
    }
  else
    {
      vsl_publish_form_update (VSL_PUBLISH_FORM (self->form));
    }
  show_copy (self);
}

static void
form_changed_cb (VslPublishPanel *self)
{
  show_bar (self);
}

static void
site_chosen_cb (VslPublishPanel *self)
{
  show_problem (self, NULL);
  show_copy (self);
}

static void
sites_changed_cb (VslPublishPanel *self)
{
  gboolean any = self->desk != NULL &&
                 g_list_model_get_n_items (vsl_desk_get_sites (self->desk)) > 0;

  gtk_widget_set_visible (self->no_sites, !any);
  gtk_widget_set_visible (self->form, any);
  gtk_widget_set_visible (self->bar, any && self->document != NULL);
  if (any)
    vsl_publish_form_update (VSL_PUBLISH_FORM (self->form));
}

/* What stands on the site after a success is what is most likely wanted the next time; after a
 * failure the choice stays as it was. */
static void
running_changed_cb (VslPublishPanel *self)
{
  VslPublishAttempt *attempt = find_attempt (self);
  VslPublication *publication = vsl_publish_attempt_get_publication (attempt);
  VslOutboxRow *row = publication != NULL ? vsl_publication_get_result (publication) : NULL;

  show_attempt (self);
  reveal_steps (self);
  if (!is_running (self))
    {
      if (row != NULL)
        vsl_copies_put (self->copies, row);
      if (row != NULL && vsl_outbox_row_get_state (row) == VSL_OUTBOX_CONFIRMED)
        vsl_publish_form_choose_as_before (VSL_PUBLISH_FORM (self->form));
      vsl_publish_form_forget_answers (VSL_PUBLISH_FORM (self->form));
      show_copy (self);
    }
  vsl_publish_form_update (VSL_PUBLISH_FORM (self->form));
}

static void
show_start (VslPublishPanel *self)
{
  vsl_publish_form_forget_reason (VSL_PUBLISH_FORM (self->form));
  show_attempt (self);
  show_copy (self);
  vsl_publish_form_update (VSL_PUBLISH_FORM (self->form));
  reveal_steps (self);
}

static void
start (VslPublishPanel             *self,
       VslSite                     *site,
       const VslPublicationOptions *options)
{
  g_autofree char *name = vsl_publish_form_dup_version_name (VSL_PUBLISH_FORM (self->form));

  vsl_publish_attempts_start (self->attempts, self->desk, self->document, site, options, name);
  show_start (self);
}

/* What was typed in the last moment is checked too. */
static void
pressed_cb (VslPublishPanel *self)
{
  VslSite *site = get_site (self);
  g_auto(VslPublicationOptions) options = { 0 };

  if (self->document == NULL || site == NULL || is_running (self) ||
      !vsl_publish_form_get_options (VSL_PUBLISH_FORM (self->form), &options))
    return;

  vsl_publish_form_update (VSL_PUBLISH_FORM (self->form));
  if (vsl_publish_bar_get_ready (VSL_PUBLISH_BAR (self->bar)))
    start (self, site, &options);
}

/* Back to a draft, or into the bin; the rest is as it stands there. */
static void
status_requested_cb (VslPublishPanel *self,
                     int              status)
{
  VslPublicationOptions options = { .as = (VslRemoteStatus) status, .create_terms = FALSE };

  if (!is_running (self) && get_site (self) != NULL)
    start (self, get_site (self), &options);
}

/* After a conflict: what was asked for then, now in the place of theirs, which is kept here. */
static void
ours_requested_cb (VslPublishPanel *self)
{
  VslOutboxRow *row = get_row (self);
  g_auto(VslPublicationOptions) options = { 0 };

  if (row == NULL || is_running (self))
    return;

  vsl_publication_options_read (&options, vsl_outbox_row_get_plan (row)->options);
  options.as = vsl_outbox_row_get_wanted (row);
  options.at = vsl_outbox_row_get_wanted_at (row);
  options.overwrite = TRUE;
  start (self, get_site (self), &options);
}

static void
choose_draft_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  VslPublishPanel *self = VSL_PUBLISH_PANEL (widget);

  vsl_publish_form_choose_draft (VSL_PUBLISH_FORM (self->form));
  vsl_publish_bar_focus_button (VSL_PUBLISH_BAR (self->bar));
}

static void
retry_requested_cb (VslPublishPanel *self)
{
  vsl_publish_attempts_start_again (self->attempts, self->desk, self->document, FALSE);
  show_start (self);
}

static void
term_replaced_cb (VslPublishPanel *self,
                  const char      *typed,
                  const char      *known)
{
  vsl_publish_attempts_replace_tag (self->attempts, self->desk, self->document, typed, known);
  show_start (self);
}

static void
terms_accepted_cb (VslPublishPanel *self)
{
  vsl_publish_attempts_start_again (self->attempts, self->desk, self->document, TRUE);
  show_start (self);
}

static void
password_entered_cb (VslPublishPanel *self,
                     const char      *password)
{
  VslPublishAttempt *attempt = find_attempt (self);

  if (attempt != NULL && self->desk != NULL)
    vsl_desk_remember_password (self->desk,
                                vsl_site_get_name (vsl_publish_attempt_get_site (attempt)),
                                password);
}

static void
add_site_clicked_cb (VslPublishPanel *self)
{
  vsl_publish_form_add_site (VSL_PUBLISH_FORM (self->form));
}

static void
show_document (VslPublishPanel *self)
{
  g_signal_group_set_target (self->copies_signals, NULL);
  g_clear_object (&self->copies);
  self->copies_shown = FALSE;
  if (self->desk != NULL && self->document != NULL)
    {
      self->copies = vsl_copies_new (self->desk, vsl_document_get_id (self->document));
      g_signal_group_set_target (self->copies_signals, self->copies);
    }
  vsl_publish_form_set_document (VSL_PUBLISH_FORM (self->form), self->copies != NULL ? self->document : NULL,
                                 self->copies);
  show_attempt (self);
  show_copy (self);
  show_bar (self);
}

static void
set_desk (VslPublishPanel *self,
          VslDesk         *desk)
{
  GListModel *sites = NULL;

  if (!g_set_object (&self->desk, desk))
    return;

  if (desk != NULL)
    sites = vsl_desk_get_sites (desk);
  g_signal_group_set_target (self->sites_signals, sites);
  vsl_publish_form_set_desk (VSL_PUBLISH_FORM (self->form), desk);
  sites_changed_cb (self);
  show_document (self);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DESK]);
}

static void
set_document (VslPublishPanel *self,
              VslDocument     *document)
{
  if (!g_set_object (&self->document, document))
    return;

  gtk_widget_set_visible (self->content, document != NULL);
  sites_changed_cb (self);
  show_document (self);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DOCUMENT]);
}

static gboolean
vsl_publish_panel_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (VSL_PUBLISH_PANEL (widget)->form);
}

static void
vsl_publish_panel_dispose (GObject *object)
{
  VslPublishPanel *self = VSL_PUBLISH_PANEL (object);

  g_clear_object (&self->copies_signals);
  g_clear_object (&self->attempt_signals);
  g_clear_object (&self->sites_signals);
  gtk_widget_dispose_template (GTK_WIDGET (self), VSL_TYPE_PUBLISH_PANEL);
  g_clear_object (&self->attempts);
  g_clear_object (&self->copies);
  g_clear_object (&self->document);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (vsl_publish_panel_parent_class)->dispose (object);
}

static void
vsl_publish_panel_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  VslPublishPanel *self = VSL_PUBLISH_PANEL (object);

  switch ((VslPublishPanelProperty) prop_id)
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
vsl_publish_panel_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  VslPublishPanel *self = VSL_PUBLISH_PANEL (object);

  switch ((VslPublishPanelProperty) prop_id)
    {
    case PROP_DESK:
      set_desk (self, g_value_get_object (value));
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
                                               "/org/verslag/Verslag/ui/vsl-publish-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, VslPublishPanel, scroller);
  gtk_widget_class_bind_template_child (widget_class, VslPublishPanel, content);
  gtk_widget_class_bind_template_child (widget_class, VslPublishPanel, no_sites);
  gtk_widget_class_bind_template_child (widget_class, VslPublishPanel, form);
  gtk_widget_class_bind_template_child (widget_class, VslPublishPanel, bar);
  gtk_widget_class_bind_template_child (widget_class, VslPublishPanel, problem_label);
  gtk_widget_class_bind_template_child (widget_class, VslPublishPanel, view);
  gtk_widget_class_bind_template_child (widget_class, VslPublishPanel, copy_view);
  gtk_widget_class_bind_template_callback (widget_class, add_site_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, form_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, site_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, status_requested_cb);
  gtk_widget_class_bind_template_callback (widget_class, ours_requested_cb);
  gtk_widget_class_bind_template_callback (widget_class, retry_requested_cb);
  gtk_widget_class_bind_template_callback (widget_class, term_replaced_cb);
  gtk_widget_class_bind_template_callback (widget_class, terms_accepted_cb);
  gtk_widget_class_bind_template_callback (widget_class, password_entered_cb);
}

static void
vsl_publish_panel_class_init (VslPublishPanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vsl_publish_panel_dispose;
  object_class->get_property = vsl_publish_panel_get_property;
  object_class->set_property = vsl_publish_panel_set_property;
  widget_class->grab_focus = vsl_publish_panel_grab_focus;

  properties[PROP_DESK] =
    g_param_spec_object ("desk", NULL, NULL, VSL_TYPE_DESK,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_DOCUMENT] =
    g_param_spec_object ("document", NULL, NULL, VSL_TYPE_DOCUMENT,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (VSL_TYPE_COPY_VIEW);
  g_type_ensure (VSL_TYPE_PUBLICATION_VIEW);
  g_type_ensure (VSL_TYPE_PUBLISH_BAR);
  g_type_ensure (VSL_TYPE_PUBLISH_FORM);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "publish.choose-draft", NULL, choose_draft_action);
}

static void
vsl_publish_panel_init (VslPublishPanel *self)
{
  self->attempts = vsl_publish_attempts_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  self->copies_signals = g_signal_group_new (VSL_TYPE_COPIES);
  g_signal_group_connect_swapped (self->copies_signals, "changed", G_CALLBACK (copies_changed_cb), self);
  self->sites_signals = g_signal_group_new (G_TYPE_LIST_MODEL);
  g_signal_group_connect_data (self->sites_signals, "items-changed", G_CALLBACK (sites_changed_cb), self,
                               NULL, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  self->attempt_signals = g_signal_group_new (VSL_TYPE_PUBLISH_ATTEMPT);
  g_signal_group_connect_swapped (self->attempt_signals, "notify::running",
                                  G_CALLBACK (running_changed_cb), self);

  gtk_widget_set_visible (self->content, FALSE);
  sites_changed_cb (self);
}

/**
 * vsl_publish_panel_new:
 *
 * Returns: (transfer floating): a panel without a desk or a document
 */
GtkWidget *
vsl_publish_panel_new (void)
{
  return g_object_new (VSL_TYPE_PUBLISH_PANEL, NULL);
}
