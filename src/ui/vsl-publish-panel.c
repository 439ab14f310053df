/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-publish-panel.h"

#include "desk/vsl-desk-checks.h"
#include "ui/vsl-copy-actions.h"
#include "ui/vsl-copy-box.h"
#include "ui/vsl-placement-form.h"
#include "ui/vsl-publication-view.h"
#include "ui/vsl-publish-attempt.h"
#include "ui/vsl-publish-blocks.h"
#include "ui/vsl-publish-choices.h"
#include "ui/vsl-site-chooser.h"

#define UPDATE_DELAY_MS 400 /* after the last keystroke: what is said asks the store */

/**
 * VslPublishPanel:
 *
 * Where an article goes to its readers, in blocks that always come in this order: what (which site, as
 * what), the checks, who has to agree, what an update changes; then in words what will happen, and the
 * button that does it; then the steps as they happen, and how the article stands there. The sentence and
 * the label of the button are the desk's, so that they and the deed are one.
 *
 * What runs belongs to its article: another article may be opened meanwhile, and coming back shows
 * where it is.
 */
struct _VslPublishPanel
{
  AdwBin        parent_instance;

  VslDesk      *desk;                  /* (owned) (nullable) */
  VslDocument  *document;              /* (owned) (nullable) */
  GSignalGroup *document_signals;      /* (owned) */
  GSignalGroup *sites_signals;         /* (owned) */
  GSignalGroup *attempt_signals;       /* (owned) */
  GSignalGroup *runner_signals;        /* (owned) of the checks of quotations */
  GHashTable   *attempts;              /* (owned) article id → VslPublishAttempt */
  guint         update_source;

  GtkWidget    *content;               /* (template), as all that follow */
  GtkWidget    *no_sites;
  GtkWidget    *form;
  GtkWidget    *chooser;
  GtkWidget    *choices;
  GtkWidget    *placement;
  GtkWidget    *blocks;
  GtkWidget    *sentence_label;
  GtkWidget    *publish_button;
  GtkWidget    *publish_label;
  GtkWidget    *problem_label;
  GtkWidget    *view;
  GtkWidget    *copy_box;
  GtkWidget    *copy_actions;
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
  if (self->document == NULL)
    return NULL;

  return g_hash_table_lookup (self->attempts, vsl_document_get_id (self->document));
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
  return vsl_site_chooser_get_site (VSL_SITE_CHOOSER (self->chooser));
}

static void
show_problem (VslPublishPanel *self,
              const char      *message)
{
  gtk_label_set_label (GTK_LABEL (self->problem_label), message != NULL ? message : "");
  gtk_widget_set_visible (self->problem_label, message != NULL);
}

/* How the article stands on the chosen site; NULL when it was never sent there. */
static VslOutboxRow *
find_copy (VslPublishPanel *self)
{
  VslSite *site = get_site (self);
  g_autoptr(GError) error = NULL;
  VslOutboxRow *row;

  if (self->desk == NULL || self->document == NULL || site == NULL)
    return NULL;

  row = vsl_desk_find_copy (self->desk, vsl_document_get_id (self->document),
                            vsl_site_get_name (site), &error);
  if (error != NULL && !g_error_matches (error, VSL_DESK_ERROR, VSL_DESK_ERROR_NOT_FOUND))
    show_problem (self, error->message);

  return row;
}

/* What readers do not see is never kept back. */
static gboolean
is_strict (const VslPublicationOptions *options)
{
  return options->as == VSL_REMOTE_PUBLISH || options->as == VSL_REMOTE_FUTURE;
}

/* What is asked for. FALSE: it cannot be done, the moment that was typed is none. */
static gboolean
get_options (VslPublishPanel       *self,
             VslPublicationOptions *options)
{
  gboolean possible = vsl_publish_choices_get_options (VSL_PUBLISH_CHOICES (self->choices), options);

  options->placement = vsl_placement_form_dup_placement (VSL_PLACEMENT_FORM (self->placement));

  return possible;
}

static void
show_button (VslPublishPanel *self)
{
  g_auto(VslPublicationOptions) options = { 0 };
  gboolean possible = get_options (self, &options);

  gtk_widget_set_sensitive (self->publish_button,
                            possible && !is_running (self) &&
                            vsl_publish_blocks_get_allowed (VSL_PUBLISH_BLOCKS (self->blocks)));
}

static void
show_sentence (VslPublishPanel *self)
{
  VslSite *site = get_site (self);
  g_auto(VslPublicationOptions) options = { 0 };
  g_autoptr(VslArticle) article = NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *action = NULL;
  gboolean possible;

  if (self->desk == NULL || self->document == NULL || site == NULL)
    return;

  possible = get_options (self, &options);
  article = vsl_document_dup_article (self->document);
  vsl_publish_blocks_update (VSL_PUBLISH_BLOCKS (self->blocks), self->desk, self->document, site,
                             is_strict (&options));
  vsl_site_chooser_update (VSL_SITE_CHOOSER (self->chooser));
  show_button (self);
  gtk_widget_set_visible (self->sentence_label, possible);
  if (!possible)
    return;

  sentence = vsl_desk_describe_publication (self->desk, article, site, &options);
  action = vsl_desk_describe_action (self->desk, article, site, &options);
  gtk_label_set_label (GTK_LABEL (self->sentence_label), sentence);
  gtk_label_set_label (GTK_LABEL (self->publish_label), action);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->publish_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, action, -1);
}

static void
show_copy (VslPublishPanel *self)
{
  g_autoptr(VslOutboxRow) row = find_copy (self);

  vsl_copy_box_set_row (VSL_COPY_BOX (self->copy_box), row, get_site (self));
  if (self->desk != NULL && self->document != NULL)
    {
      vsl_publish_blocks_set_row (VSL_PUBLISH_BLOCKS (self->blocks), self->desk, self->document, row);
      vsl_copy_actions_set_row (VSL_COPY_ACTIONS (self->copy_actions), is_running (self) ? NULL : row,
                                get_site (self),
                                vsl_document_get_text (self->document, VSL_FIELD_HEADLINE));
    }
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

static gboolean
update_cb (gpointer user_data)
{
  VslPublishPanel *self = user_data;

  self->update_source = 0;
  show_sentence (self);

  return G_SOURCE_REMOVE;
}

static void
queue_update (VslPublishPanel *self)
{
  g_clear_handle_id (&self->update_source, g_source_remove);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->update_source = g_timeout_add (UPDATE_DELAY_MS, update_cb, self);
}

static void
show_all (VslPublishPanel *self)
{
  show_attempt (self);
  show_copy (self);
  show_sentence (self);
}

static void
choose_as_before (VslPublishPanel *self)
{
  VslSite *site = get_site (self);
  g_autoptr(VslOutboxRow) row = find_copy (self);
  VslRemoteCopy *copy = row != NULL ? vsl_outbox_row_get_copy (row) : NULL;

  vsl_publish_choices_set_site (VSL_PUBLISH_CHOICES (self->choices), site);
  vsl_placement_form_set_site (VSL_PLACEMENT_FORM (self->placement), site);
  vsl_publish_choices_set_status (VSL_PUBLISH_CHOICES (self->choices),
                                  copy != NULL ? vsl_remote_copy_get_status (copy) : VSL_REMOTE_DRAFT,
                                  row != NULL ? vsl_outbox_row_get_wanted_at (row) : 0);
}

static void
choices_changed_cb (VslPublishPanel *self)
{
  show_sentence (self);
}

static void
reason_changed_cb (VslPublishPanel *self)
{
  show_button (self);
}

static void
site_chosen_cb (VslPublishPanel *self)
{
  if (self->document == NULL || self->desk == NULL)
    return;

  show_problem (self, NULL);
  choose_as_before (self);
  show_copy (self);
  show_sentence (self);
}

static void
sites_changed_cb (VslPublishPanel *self)
{
  gboolean any = self->desk != NULL &&
                 g_list_model_get_n_items (vsl_desk_get_sites (self->desk)) > 0;

  gtk_widget_set_visible (self->no_sites, !any);
  gtk_widget_set_visible (self->form, any);
  queue_update (self);
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
  if (!is_running (self))
    {
      if (row != NULL && vsl_outbox_row_get_state (row) == VSL_OUTBOX_CONFIRMED)
        choose_as_before (self);
      vsl_site_chooser_forget (VSL_SITE_CHOOSER (self->chooser));
      show_copy (self);
    }
  show_sentence (self);
}

static void
start (VslPublishPanel             *self,
       VslSite                     *site,
       const VslPublicationOptions *options)
{
  g_autofree char *name = vsl_publish_blocks_dup_version_name (VSL_PUBLISH_BLOCKS (self->blocks), site);

  g_hash_table_replace (self->attempts, g_strdup (vsl_document_get_id (self->document)),
                        vsl_publish_attempt_new (self->desk, self->document, site, options, name));
  vsl_publish_blocks_forget (VSL_PUBLISH_BLOCKS (self->blocks));
  show_attempt (self);
  show_sentence (self);
}

static void
publish_clicked_cb (VslPublishPanel *self)
{
  VslSite *site = get_site (self);
  g_auto(VslPublicationOptions) options = { 0 };

  if (self->desk == NULL || self->document == NULL || site == NULL || is_running (self) ||
      !get_options (self, &options))
    return;

  /* What was typed in the last moment is checked too. */
  show_sentence (self);
  if (!gtk_widget_get_sensitive (self->publish_button))
    return;

  start (self, site, &options);
}

static void
start_again (VslPublishPanel *self,
             gboolean         create_terms)
{
  VslPublishAttempt *before = find_attempt (self);
  g_autoptr(VslSite) site = NULL;
  g_auto(VslPublicationOptions) options = { 0 };

  if (before == NULL || is_running (self))
    return;

  site = g_object_ref (vsl_publish_attempt_get_site (before));
  vsl_publication_options_copy (&options, vsl_publish_attempt_get_options (before));
  options.create_terms |= create_terms;
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
  g_autoptr(VslOutboxRow) row = find_copy (self);
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

  vsl_publish_choices_set_status (VSL_PUBLISH_CHOICES (self->choices), VSL_REMOTE_DRAFT, 0);
  show_sentence (self);
  gtk_widget_grab_focus (self->publish_button);
}

static void
retry_requested_cb (VslPublishPanel *self)
{
  start_again (self, FALSE);
}

/* The tag of the site in the place of the one that was typed; once, when it was there already. */
static void
term_replaced_cb (VslPublishPanel *self,
                  const char      *typed,
                  const char      *known)
{
  const char * const *tags = vsl_document_get_tags (self->document);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) changed = NULL;
  gboolean there = g_strv_contains (tags, known);

  for (guint i = 0; tags[i] != NULL; i++)
    if (!g_str_equal (tags[i], typed))
      g_strv_builder_add (builder, tags[i]);
    else if (!there)
      g_strv_builder_add (builder, known);
  changed = g_strv_builder_end (builder);
  vsl_document_set_tags (self->document, (const char * const *) changed);
  start_again (self, FALSE);
}

static void
terms_accepted_cb (VslPublishPanel *self)
{
  start_again (self, TRUE);
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
  gtk_widget_activate_action (self->chooser, "sites.add", NULL);
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
  g_signal_group_set_target (self->runner_signals, desk != NULL ? vsl_desk_get_check_runner (desk) : NULL);
  vsl_site_chooser_set_desk (VSL_SITE_CHOOSER (self->chooser), desk);
  sites_changed_cb (self);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DESK]);
}

static void
show_document (VslPublishPanel *self)
{
  if (self->desk == NULL || self->document == NULL)
    return;

  vsl_site_chooser_set_document (VSL_SITE_CHOOSER (self->chooser), self->document);
  choose_as_before (self);
  show_all (self);
}

static void
set_document (VslPublishPanel *self,
              VslDocument     *document)
{
  if (!g_set_object (&self->document, document))
    return;

  g_signal_group_set_target (self->document_signals, document);
  gtk_widget_set_visible (self->content, document != NULL);
  vsl_publish_blocks_forget (VSL_PUBLISH_BLOCKS (self->blocks));
  show_problem (self, NULL);
  show_document (self);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DOCUMENT]);
}

static void
vsl_publish_panel_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (vsl_publish_panel_parent_class)->map (widget);

  show_sentence (VSL_PUBLISH_PANEL (widget));
}

static void
vsl_publish_panel_dispose (GObject *object)
{
  VslPublishPanel *self = VSL_PUBLISH_PANEL (object);

  g_clear_handle_id (&self->update_source, g_source_remove);
  g_clear_object (&self->runner_signals);
  g_clear_object (&self->attempt_signals);
  g_clear_object (&self->sites_signals);
  g_clear_object (&self->document_signals);
  gtk_widget_dispose_template (GTK_WIDGET (self), VSL_TYPE_PUBLISH_PANEL);
  g_clear_pointer (&self->attempts, g_hash_table_unref);
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
      show_document (self);
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
  gtk_widget_class_bind_template_child (widget_class, VslPublishPanel, content);
  gtk_widget_class_bind_template_child (widget_class, VslPublishPanel, no_sites);
  gtk_widget_class_bind_template_child (widget_class, VslPublishPanel, choices);
  gtk_widget_class_bind_template_child (widget_class, VslPublishPanel, form);
  gtk_widget_class_bind_template_child (widget_class, VslPublishPanel, chooser);
  gtk_widget_class_bind_template_child (widget_class, VslPublishPanel, placement);
  gtk_widget_class_bind_template_child (widget_class, VslPublishPanel, blocks);
  gtk_widget_class_bind_template_child (widget_class, VslPublishPanel, sentence_label);
  gtk_widget_class_bind_template_child (widget_class, VslPublishPanel, publish_button);
  gtk_widget_class_bind_template_child (widget_class, VslPublishPanel, publish_label);
  gtk_widget_class_bind_template_child (widget_class, VslPublishPanel, problem_label);
  gtk_widget_class_bind_template_child (widget_class, VslPublishPanel, view);
  gtk_widget_class_bind_template_child (widget_class, VslPublishPanel, copy_box);
  gtk_widget_class_bind_template_child (widget_class, VslPublishPanel, copy_actions);
  gtk_widget_class_bind_template_callback (widget_class, choices_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, site_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, reason_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_site_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, publish_clicked_cb);
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
  widget_class->map = vsl_publish_panel_map;

  properties[PROP_DESK] =
    g_param_spec_object ("desk", NULL, NULL, VSL_TYPE_DESK,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_DOCUMENT] =
    g_param_spec_object ("document", NULL, NULL, VSL_TYPE_DOCUMENT,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (VSL_TYPE_COPY_BOX);
  g_type_ensure (VSL_TYPE_COPY_ACTIONS);
  g_type_ensure (VSL_TYPE_PLACEMENT_FORM);
  g_type_ensure (VSL_TYPE_PUBLISH_BLOCKS);
  g_type_ensure (VSL_TYPE_PUBLICATION_VIEW);
  g_type_ensure (VSL_TYPE_PUBLISH_CHOICES);
  g_type_ensure (VSL_TYPE_SITE_CHOOSER);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "publish.choose-draft", NULL, choose_draft_action);
}

static void
vsl_publish_panel_init (VslPublishPanel *self)
{
  self->attempts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));

  self->document_signals = g_signal_group_new (VSL_TYPE_DOCUMENT);
  g_signal_group_connect_swapped (self->document_signals, "changed",
                                  G_CALLBACK (queue_update), self);
  self->sites_signals = g_signal_group_new (G_TYPE_LIST_MODEL);
  g_signal_group_connect_swapped (self->sites_signals, "items-changed",
                                  G_CALLBACK (sites_changed_cb), self);
  self->runner_signals = g_signal_group_new (VSL_TYPE_CHECK_RUNNER);
  g_signal_group_connect_swapped (self->runner_signals, "notify::report",
                                  G_CALLBACK (queue_update), self);
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
