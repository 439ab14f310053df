/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-site-chooser.h"

#include "ui/vsl-copy-words.h"
#include "ui/vsl-site-dialog.h"
#include "ui/vsl-sites-dialog.h"
#include "ui/vsl-words.h"

#include <glib/gi18n.h>

/**
 * VslSiteChooser:
 *
 * The sites that an article can go to, each with how it stands there. One is chosen. What is said is what
 * is known here; a press on *Look on the sites* asks them.
 *
 * Signal `chosen`: another site than before.
 */
struct _VslSiteChooser
{
  AdwBin        parent_instance;

  VslDesk      *desk;          /* (owned) (nullable) */
  VslDocument  *document;      /* (owned) (nullable) */
  VslCopies    *copies;        /* (owned) (nullable) of @document */
  GSignalGroup *signals;       /* (owned) of the sites */
  GHashTable   *answers;       /* (owned) name of a site → words of its own answer */
  GCancellable *cancellable;   /* (owned) of the questions */
  guint         asking;
  gboolean      filling;
  char         *chosen;        /* (owned) (nullable) the name of the site */

  GtkWidget    *list;          /* (template), as all that follow */
  GtkWidget    *look_button;
};

G_DEFINE_FINAL_TYPE (VslSiteChooser, vsl_site_chooser, ADW_TYPE_BIN)

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* One question to a site. */
typedef struct
{
  VslSiteChooser *chooser; /* (owned) */
  char *site;              /* (owned) */
  VslRemoteStatus status;
} Question;

static void
question_free (Question *question)
{
  g_object_unref (question->chooser);
  g_free (question->site);
  g_free (question);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, question_free)

static VslOutboxRow *
find_copy (VslSiteChooser *self,
           VslSite        *site)
{
  return self->copies != NULL ? vsl_copies_find (self->copies, vsl_site_get_name (site)) : NULL;
}

static gboolean
is_changed_here (VslSiteChooser *self,
                 VslOutboxRow   *row)
{
  g_autoptr(VslArticle) article = NULL;

  if (row == NULL)
    return FALSE;

  article = vsl_document_dup_article (self->document);

  return vsl_document_get_dirty (self->document) ||
         vsl_article_get_revision (article) > vsl_outbox_row_get_article_revision (row);
}

static VslSite *
get_row_site (VslSiteChooser *self,
              int             index)
{
  g_autoptr(VslSite) site = g_list_model_get_item (vsl_desk_get_sites (self->desk), (guint) index);

  return site; /* the model holds it */
}

/* The parts of a row, in the order in which make_row() puts them. */
static void
show_row (VslSiteChooser *self,
          GtkListBoxRow  *list_row,
          VslSite        *site)
{
  GtkWidget *box = gtk_list_box_row_get_child (list_row);
  GtkWidget *texts = gtk_widget_get_first_child (box);
  GtkWidget *icon = gtk_widget_get_last_child (box);
  VslOutboxRow *row = find_copy (self, site);
  g_autofree char *name = vsl_words_dup_site (site);
  g_autofree char *known = NULL;
  g_autofree char *spoken = NULL;
  const char *state = g_hash_table_lookup (self->answers, vsl_site_get_name (site));
  const char *icon_name = vsl_copy_words_get_icon (row);

  if (state == NULL)
    state = known = vsl_copy_words_dup_state (row, is_changed_here (self, row));
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (texts)), name);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (texts)), state);
  gtk_widget_set_visible (icon, icon_name != NULL);
  gtk_image_set_from_icon_name (GTK_IMAGE (icon), icon_name);
  spoken = g_strdup_printf ("%s: %s", name, state);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list_row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static GtkWidget *
make_label (const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);

  if (css_class != NULL)
    {
      gtk_widget_add_css_class (label, css_class);
      gtk_widget_add_css_class (label, "dim-label");
    }

  return label;
}

static GtkWidget *
make_row (gpointer item,
          gpointer user_data)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (row, "site-choice");
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), make_label (NULL));
  gtk_box_append (GTK_BOX (texts), make_label ("caption"));
  gtk_box_append (GTK_BOX (box), texts);
  gtk_box_append (GTK_BOX (box), g_object_new (GTK_TYPE_IMAGE, "accessible-role",
                                               GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);

  return row;
}

static void
choose_row (VslSiteChooser *self,
            int             index)
{
  self->filling = TRUE;
  gtk_list_box_select_row (GTK_LIST_BOX (self->list),
                           gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), index));
  self->filling = FALSE;
}

static void
sites_changed_cb (VslSiteChooser *self)
{
  vsl_site_chooser_update (self);
}

/* A site that was changed is another object in the same place: its row comes back chosen. */
static void
selected_cb (VslSiteChooser *self)
{
  VslSite *site = self->desk != NULL ? vsl_site_chooser_get_site (self) : NULL;

  if (site != NULL)
    {
      g_free (self->chosen);
      self->chosen = g_strdup (vsl_site_get_name (site));
    }
  if (!self->filling)
    g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
}

static void
site_added_cb (VslSiteChooser *self,
               VslSite        *site)
{
  GListModel *sites = vsl_desk_get_sites (self->desk);

  for (guint i = 0; i < g_list_model_get_n_items (sites); i++)
    if (g_str_equal (vsl_site_get_name (get_row_site (self, (int) i)), vsl_site_get_name (site)))
      gtk_list_box_select_row (GTK_LIST_BOX (self->list),
                               gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), (int) i));
}

static GtkWindow *
get_window (VslSiteChooser *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static void
add_site_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  VslSiteChooser *self = VSL_SITE_CHOOSER (widget);
  GtkWidget *dialog;

  if (self->desk == NULL)
    return;

  dialog = vsl_site_dialog_new (self->desk, get_window (self));
  g_signal_connect_object (dialog, "site-added", G_CALLBACK (site_added_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
manage_sites_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  VslSiteChooser *self = VSL_SITE_CHOOSER (widget);

  if (self->desk != NULL)
    gtk_window_present (GTK_WINDOW (vsl_sites_dialog_new (self->desk, get_window (self))));
}

static void
compared_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(Question) question = user_data;
  VslSiteChooser *self = question->chooser;
  g_autoptr(GError) error = NULL;
  VslComparison comparison;
  gboolean known = vsl_desk_compare_finish (VSL_DESK (object), result, &comparison, &error);

  self->asking--;
  if (self->desk == NULL)
    return;
  if (known)
    g_hash_table_replace (self->answers, g_strdup (question->site),
                          g_strdup_printf ("%s · %s", vsl_copy_words_get_status (question->status),
                                           vsl_copy_words_get_comparison (comparison)));
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_hash_table_replace (self->answers, g_strdup (question->site), g_strdup (error->message));
  gtk_widget_set_sensitive (self->look_button, self->asking == 0);
  vsl_site_chooser_update (self);
}

static void
look_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  VslSiteChooser *self = VSL_SITE_CHOOSER (widget);
  GListModel *sites = self->desk != NULL ? vsl_desk_get_sites (self->desk) : NULL;

  if (sites == NULL || self->asking > 0)
    return;

  for (guint i = 0; i < g_list_model_get_n_items (sites); i++)
    {
      VslSite *site = get_row_site (self, (int) i);
      VslOutboxRow *row = find_copy (self, site);
      VslRemoteCopy *copy = row != NULL ? vsl_outbox_row_get_copy (row) : NULL;
      Question *question;

      if (copy == NULL || vsl_outbox_row_get_state (row) == VSL_OUTBOX_SENDING)
        continue;
      question = g_new (Question, 1);
      *question = (Question) { g_object_ref (self), g_strdup (vsl_site_get_name (site)),
                               vsl_remote_copy_get_status (copy) };
      self->asking++;
      vsl_desk_compare_async (self->desk, row, self->cancellable, compared_cb, question);
    }
  gtk_widget_set_sensitive (self->look_button, self->asking == 0);
}

static void
forget_answers (VslSiteChooser *self)
{
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_hash_table_remove_all (self->answers);
}

static gboolean
vsl_site_chooser_grab_focus (GtkWidget *widget)
{
  VslSiteChooser *self = VSL_SITE_CHOOSER (widget);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));

  return row != NULL && gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
vsl_site_chooser_dispose (GObject *object)
{
  VslSiteChooser *self = VSL_SITE_CHOOSER (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->signals);
  gtk_widget_dispose_template (GTK_WIDGET (self), VSL_TYPE_SITE_CHOOSER);
  g_clear_object (&self->copies);
  g_clear_object (&self->document);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (vsl_site_chooser_parent_class)->dispose (object);
}

static void
vsl_site_chooser_finalize (GObject *object)
{
  VslSiteChooser *self = VSL_SITE_CHOOSER (object);

  g_clear_object (&self->cancellable);
  g_hash_table_unref (self->answers);
  g_free (self->chosen);

  G_OBJECT_CLASS (vsl_site_chooser_parent_class)->finalize (object);
}

static void
vsl_site_chooser_class_init (VslSiteChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->grab_focus = vsl_site_chooser_grab_focus;
  G_OBJECT_CLASS (klass)->dispose = vsl_site_chooser_dispose;
  G_OBJECT_CLASS (klass)->finalize = vsl_site_chooser_finalize;

  signals[SIGNAL_CHOSEN] =
    g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/verslag/Verslag/ui/vsl-site-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, VslSiteChooser, list);
  gtk_widget_class_bind_template_child (widget_class, VslSiteChooser, look_button);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_install_action (widget_class, "sites.add", NULL, add_site_action);
  gtk_widget_class_install_action (widget_class, "sites.manage", NULL, manage_sites_action);
  gtk_widget_class_install_action (widget_class, "sites.look", NULL, look_action);
}

static void
vsl_site_chooser_init (VslSiteChooser *self)
{
  self->answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  self->signals = g_signal_group_new (G_TYPE_LIST_MODEL);
  g_signal_group_connect_data (self->signals, "items-changed", G_CALLBACK (sites_changed_cb), self, NULL,
                               G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

/**
 * vsl_site_chooser_new:
 *
 * Returns: (transfer floating): a chooser without sites
 */
GtkWidget *
vsl_site_chooser_new (void)
{
  return g_object_new (VSL_TYPE_SITE_CHOOSER, NULL);
}

/**
 * vsl_site_chooser_set_desk:
 * @desk: (nullable): who has the sites
 */
void
vsl_site_chooser_set_desk (VslSiteChooser *self,
                           VslDesk        *desk)
{
  GListModel *sites = NULL;

  g_return_if_fail (VSL_IS_SITE_CHOOSER (self));
  g_return_if_fail (desk == NULL || VSL_IS_DESK (desk));

  if (!g_set_object (&self->desk, desk))
    return;

  if (desk != NULL)
    sites = vsl_desk_get_sites (desk);
  self->filling = TRUE;
  gtk_list_box_bind_model (GTK_LIST_BOX (self->list), sites, make_row, NULL, NULL);
  self->filling = FALSE;
  g_signal_group_set_target (self->signals, sites);
  vsl_site_chooser_update (self);
}

/**
 * vsl_site_chooser_set_document:
 * @document: (nullable): the article
 * @copies: (nullable): how it stands on the sites, read or not
 *
 * Chooses the site where it is already, else keeps the one that was chosen.
 */
void
vsl_site_chooser_set_document (VslSiteChooser *self,
                               VslDocument    *document,
                               VslCopies      *copies)
{
  GListModel *sites;

  g_return_if_fail (VSL_IS_SITE_CHOOSER (self));
  g_return_if_fail (document == NULL || VSL_IS_DOCUMENT (document));
  g_return_if_fail (copies == NULL || VSL_IS_COPIES (copies));

  g_set_object (&self->document, document);
  g_set_object (&self->copies, copies);
  forget_answers (self);
  if (self->desk == NULL || document == NULL)
    return;

  sites = vsl_desk_get_sites (self->desk);
  for (guint i = 0; i < g_list_model_get_n_items (sites); i++)
    {
      if (find_copy (self, get_row_site (self, (int) i)) == NULL)
        continue;
      choose_row (self, (int) i);
      break;
    }
  vsl_site_chooser_update (self);
}

/**
 * vsl_site_chooser_forget:
 *
 * What the sites answered does not hold any more: something was sent since.
 */
void
vsl_site_chooser_forget (VslSiteChooser *self)
{
  g_return_if_fail (VSL_IS_SITE_CHOOSER (self));

  forget_answers (self);
}

/**
 * vsl_site_chooser_update:
 *
 * Says again how the article stands on each site, and chooses the first when none is.
 */
void
vsl_site_chooser_update (VslSiteChooser *self)
{
  GListModel *sites;
  gboolean any = FALSE;
  int chosen = 0;

  g_return_if_fail (VSL_IS_SITE_CHOOSER (self));

  if (self->desk == NULL)
    return;

  sites = vsl_desk_get_sites (self->desk);
  for (guint i = 0; i < g_list_model_get_n_items (sites); i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), (int) i);
      VslSite *site = get_row_site (self, (int) i);
      VslOutboxRow *copy = find_copy (self, site);

      if (row != NULL)
        show_row (self, row, site);
      if (g_strcmp0 (vsl_site_get_name (site), self->chosen) == 0)
        chosen = (int) i;
      any |= copy != NULL;
    }
  gtk_widget_set_visible (self->look_button, any);
  if (gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list)) == NULL)
    choose_row (self, chosen);
}

/**
 * vsl_site_chooser_get_site:
 *
 * Returns: (transfer none) (nullable): what is chosen; %NULL when there is no site
 */
VslSite *
vsl_site_chooser_get_site (VslSiteChooser *self)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (VSL_IS_SITE_CHOOSER (self), NULL);

  row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));
  if (row == NULL || self->desk == NULL ||
      (guint) gtk_list_box_row_get_index (row) >= g_list_model_get_n_items (vsl_desk_get_sites (self->desk)))
    return NULL;

  return get_row_site (self, gtk_list_box_row_get_index (row));
}
