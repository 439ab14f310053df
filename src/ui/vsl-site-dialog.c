/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-site-dialog.h"

#include "ui/vsl-folder-picker.h"
#include "ui/vsl-words.h"

#include "core/vsl-text.h"
#include "desk/vsl-desk-authorize.h"

#include <glib/gi18n.h>

/**
 * VslSiteDialog:
 *
 * Adds a site, in the words of its brand. “Connect” tries it at once: what the site answers stands
 * next to the field that it is about, and the dialog stays open until it works or is closed. The
 * password is in the field only as long as the dialog is open.
 *
 * Signal `site-added` (VslSite).
 */
struct _VslSiteDialog
{
  AdwWindow     parent_instance;

  VslDesk      *desk;                    /* (owned) */
  GFile        *folder;                  /* (owned) (nullable) chosen; else one of Verslag's own */
  GCancellable *cancellable;             /* (owned) */

  GtkWidget    *stack;                   /* (template), as all that follow */
  GtkWidget    *connect_stack;
  GtkWidget    *connect_button;
  GtkWidget    *form;
  GtkWidget    *brand_row;
  GtkWidget    *group;
  GtkWidget    *url_row;
  GtkWidget    *url_problem;
  GtkWidget    *url_problem_label;
  GtkWidget    *user_row;
  GtkWidget    *user_problem;
  GtkWidget    *user_problem_label;
  GtkWidget    *browser_row;
  GtkWidget    *password_row;
  GtkWidget    *password_problem;
  GtkWidget    *password_problem_label;
  GtkWidget    *folder_row;
  GtkWidget    *folder_problem;
  GtkWidget    *folder_problem_label;
  GtkWidget    *name_row;
  GtkWidget    *name_problem;
  GtkWidget    *name_problem_label;
  GtkWidget    *problem_label;
  GtkWidget    *done_page;
};

G_DEFINE_FINAL_TYPE (VslSiteDialog, vsl_site_dialog, ADW_TYPE_WINDOW)

enum
{
  SIGNAL_SITE_ADDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

typedef enum
{
  FIELD_URL,
  FIELD_USER,
  FIELD_PASSWORD,
  FIELD_FOLDER,
  FIELD_NAME,
  FIELD_NONE
} Field;

/* What each brand asks for, and how it calls that. */
static const struct
{
  VslBrand    brand;
  const char *description;
  const char *url_title;      /* (nullable) not asked for */
  const char *user_title;     /* (nullable) */
  const char *password_title; /* (nullable) */
  const char *no_password;    /* (nullable) what to do when it is not filled in */
} brands[] = {
  { VSL_BRAND_WORDPRESS,
    N_("Any page of the site will do as its address. Make an application password on the site "
       "itself, under Users › Profile › Application Passwords."),
    N_("Address of the site"), N_("User name"), N_("Application password"),
    N_("Fill in the application password, not the one you log in with.") },
  { VSL_BRAND_GHOST,
    N_("Any page of the site will do as its address. In Ghost’s settings, under Integrations, add "
       "a custom integration called Verslag, and copy its Admin API key."),
    N_("Address of the site"), NULL, N_("Admin API key"),
    N_("Fill in the Admin API key of the integration. It has a colon in it.") },
  { VSL_BRAND_FOLDER,
    N_("A small publication of its own: pages, an index and a feed, that open in the browser. "
       "Without a folder Verslag makes one among its own files."),
    NULL, NULL, NULL, NULL },
};

/* Which field an error is about; the words are those of vsl_desk_error_get_code(). */
static const struct
{
  const char *code;
  Field       field;
} error_fields[] = {
  { "address", FIELD_URL },
  { "tls", FIELD_URL },
  { "not-a-site", FIELD_URL },
  { "auth", FIELD_PASSWORD },
  { "forbidden", FIELD_USER },
  { "exists", FIELD_NAME },
  { "read-only", FIELD_FOLDER },
  { "full", FIELD_FOLDER },
};

static guint
get_brand_index (VslSiteDialog *self)
{
  return MIN (adw_combo_row_get_selected (ADW_COMBO_ROW (self->brand_row)),
              G_N_ELEMENTS (brands) - 1);
}

static void
show_problem (VslSiteDialog *self,
              Field          field,
              const char    *message)
{
  const struct
  {
    GtkWidget *row;
    GtkWidget *place;
    GtkWidget *label;
  } places[] = {
    [FIELD_URL] = { self->url_row, self->url_problem, self->url_problem_label },
    [FIELD_USER] = { self->user_row, self->user_problem, self->user_problem_label },
    [FIELD_PASSWORD] = { self->password_row, self->password_problem, self->password_problem_label },
    [FIELD_FOLDER] = { self->folder_row, self->folder_problem, self->folder_problem_label },
    [FIELD_NAME] = { self->name_row, self->name_problem, self->name_problem_label },
    [FIELD_NONE] = { self->problem_label, self->problem_label, self->problem_label },
  };
  guint i;

  /* A field that this brand does not have cannot be where the mistake is. */
  if (!gtk_widget_get_visible (places[field].row) && field != FIELD_NONE)
    field = FIELD_NONE;

  for (i = 0; i < G_N_ELEMENTS (places); i++)
    {
      gboolean here = i == field && message != NULL;

      gtk_widget_set_visible (places[i].place, here);
      gtk_label_set_label (GTK_LABEL (places[i].label), here ? message : "");
      if (i == FIELD_NONE)
        continue;
      if (here)
        gtk_widget_add_css_class (places[i].row, "error");
      else
        gtk_widget_remove_css_class (places[i].row, "error");
    }

  if (message != NULL && field != FIELD_NONE)
    gtk_widget_grab_focus (places[field].row);
}

static void
set_connecting (VslSiteDialog *self,
                gboolean       connecting)
{
  gtk_stack_set_visible_child_name (GTK_STACK (self->connect_stack),
                                    connecting ? "connecting" : "label");
  /* A field that has the focus while it goes away keeps blinking a caret that nobody sees. */
  if (connecting)
    gtk_window_set_focus (GTK_WINDOW (self), NULL);
  gtk_widget_set_sensitive (self->connect_button, !connecting);
  gtk_widget_set_sensitive (self->form, !connecting);
}

static void
set_row (GtkWidget  *row,
         const char *title)
{
  gtk_widget_set_visible (row, title != NULL);
  if (title != NULL)
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(title));
}

static void
brand_selected_cb (VslSiteDialog *self)
{
  guint i = get_brand_index (self);

  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->group),
                                         _(brands[i].description));
  set_row (self->url_row, brands[i].url_title);
  set_row (self->user_row, brands[i].user_title);
  set_row (self->password_row, brands[i].password_title);
  gtk_widget_set_visible (self->browser_row, brands[i].brand == VSL_BRAND_WORDPRESS);
  gtk_widget_set_visible (self->folder_row, brands[i].brand == VSL_BRAND_FOLDER);
  show_problem (self, FIELD_NONE, NULL);
}

static void
show_done (VslSiteDialog *self,
           VslSite       *site,
           const char    *note)
{
  g_autofree char *title = g_strdup_printf (_("Connected with %s"), vsl_site_get_name (site));

  adw_status_page_set_title (ADW_STATUS_PAGE (self->done_page), title);
  adw_status_page_set_description (ADW_STATUS_PAGE (self->done_page),
                                   note != NULL ? note : _("You can publish here now."));
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "done");
}

static Field
find_field (const GError *error)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (error_fields); i++)
    if (g_str_equal (error_fields[i].code, vsl_desk_error_get_code (error)))
      return error_fields[i].field;

  return FIELD_NONE;
}

static void
site_added_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(VslSiteDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *note = NULL;
  g_autoptr(VslSite) site = vsl_desk_add_site_finish (VSL_DESK (source), result, &note, &error);

  if (site != NULL)
    g_signal_emit (self, signals[SIGNAL_SITE_ADDED], 0, site);
  if (self->desk == NULL) /* closed meanwhile */
    return;

  set_connecting (self, FALSE);
  if (site != NULL)
    {
      gtk_editable_set_text (GTK_EDITABLE (self->password_row), "");
      show_done (self, site, note);
      return;
    }
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  show_problem (self, find_field (error), error->message);
}

/* The first thing that is asked for and not there. */
static gboolean
check_fields (VslSiteDialog *self)
{
  guint i = get_brand_index (self);

  show_problem (self, FIELD_NONE, NULL);
  if (brands[i].url_title != NULL &&
      vsl_text_is_blank (gtk_editable_get_text (GTK_EDITABLE (self->url_row))))
    show_problem (self, FIELD_URL, _("Fill in the address of the site, like example.org."));
  else if (brands[i].user_title != NULL &&
           vsl_text_is_blank (gtk_editable_get_text (GTK_EDITABLE (self->user_row))))
    show_problem (self, FIELD_USER, _("Fill in the name you log in with on the site."));
  else if (brands[i].password_title != NULL &&
           vsl_text_is_blank (gtk_editable_get_text (GTK_EDITABLE (self->password_row))))
    show_problem (self, FIELD_PASSWORD, _(brands[i].no_password));
  else if (brands[i].brand == VSL_BRAND_FOLDER && self->folder == NULL &&
           vsl_text_is_blank (gtk_editable_get_text (GTK_EDITABLE (self->name_row))))
    show_problem (self, FIELD_NAME, _("Fill in a name, or choose a folder that has one."));
  else
    return TRUE;

  return FALSE;
}

static char *
dup_text (GtkWidget *row)
{
  char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  if (*text == '\0')
    g_clear_pointer (&text, g_free);

  return text;
}

/* As a file manager shows it. */
static char *
dup_folder_name (GFile *folder)
{
  g_autofree char *base = g_file_get_basename (folder);

  return g_filename_display_name (base);
}

static void
connect_clicked_cb (VslSiteDialog *self)
{
  guint i = get_brand_index (self);
  g_autofree char *name = NULL;
  g_autofree char *url = NULL;
  g_autofree char *user = NULL;
  const char *password = NULL;

  if (!gtk_widget_get_sensitive (self->form) || !check_fields (self))
    return;

  name = dup_text (self->name_row);
  if (brands[i].brand != VSL_BRAND_FOLDER)
    url = dup_text (self->url_row);
  else if (self->folder != NULL)
    url = g_file_get_uri (self->folder);
  if (name == NULL && url != NULL && brands[i].brand == VSL_BRAND_FOLDER)
    name = dup_folder_name (self->folder);
  if (brands[i].user_title != NULL)
    user = dup_text (self->user_row);
  if (brands[i].password_title != NULL)
    password = gtk_editable_get_text (GTK_EDITABLE (self->password_row));

  set_connecting (self, TRUE);
  vsl_desk_add_site_async (self->desk, name, brands[i].brand, url, user, password,
                           self->cancellable, site_added_cb, g_object_ref (self));
}

static void
page_opened_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(VslSiteDialog) self = user_data;
  g_autoptr(GError) error = NULL;

  if (!g_app_info_launch_default_for_uri_finish (result, &error) && self->desk != NULL)
    show_problem (self, FIELD_NONE, error->message);
}

static void
open_page (const char *url,
           gpointer    data)
{
  VslSiteDialog *self = data;
  g_autoptr(GAppLaunchContext) context =
    G_APP_LAUNCH_CONTEXT (gdk_display_get_app_launch_context (gtk_widget_get_display (data)));

  g_app_info_launch_default_for_uri_async (url, context, self->cancellable, page_opened_cb,
                                           g_object_ref (self));
}

static void
authorized_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(VslSiteDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *user = NULL;
  char *password = vsl_desk_authorize_finish (VSL_DESK (source), result, &user, &error);

  if (self->desk == NULL) /* closed meanwhile */
    {
      vsl_desk_wipe_password (password);
      return;
    }

  set_connecting (self, FALSE);
  if (password == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        show_problem (self, find_field (error), error->message);
      return;
    }

  gtk_editable_set_text (GTK_EDITABLE (self->user_row), user);
  gtk_editable_set_text (GTK_EDITABLE (self->password_row), password);
  vsl_desk_wipe_password (password);
  connect_clicked_cb (self);
}

/* Instead of pasting a password: the site asks in the browser, and sends it here. */
static void
browser_clicked_cb (VslSiteDialog *self)
{
  g_autofree char *url = dup_text (self->url_row);

  if (!gtk_widget_get_sensitive (self->form))
    return;
  show_problem (self, FIELD_NONE, NULL);
  if (url == NULL)
    {
      show_problem (self, FIELD_URL, _("Fill in the address of the site, like example.org."));
      return;
    }

  set_connecting (self, TRUE);
  vsl_desk_authorize_async (self->desk, url, open_page, self, self->cancellable, authorized_cb,
                            g_object_ref (self));
}

static void
folder_chosen_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr(VslSiteDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GFile) folder = vsl_folder_picker_choose_finish (result, &error);
  g_autofree char *name = NULL;

  if (folder == NULL || self->desk == NULL)
    return;

  g_set_object (&self->folder, folder);
  name = g_file_get_parse_name (folder);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->folder_row), name);
  show_problem (self, FIELD_NONE, NULL);
}

static void
folder_clicked_cb (VslSiteDialog *self)
{
  vsl_folder_picker_choose_async (GTK_WINDOW (self), _("Folder for the pages"), self->cancellable,
                                  folder_chosen_cb, g_object_ref (self));
}

static gboolean
vsl_site_dialog_close_request (GtkWindow *window)
{
  VslSiteDialog *self = VSL_SITE_DIALOG (window);

  g_cancellable_cancel (self->cancellable);
  gtk_editable_set_text (GTK_EDITABLE (self->password_row), "");

  return GTK_WINDOW_CLASS (vsl_site_dialog_parent_class)->close_request (window);
}

static void
vsl_site_dialog_dispose (GObject *object)
{
  VslSiteDialog *self = VSL_SITE_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->folder);
  g_clear_object (&self->desk);
  gtk_widget_dispose_template (GTK_WIDGET (self), VSL_TYPE_SITE_DIALOG);

  G_OBJECT_CLASS (vsl_site_dialog_parent_class)->dispose (object);
}

static void
vsl_site_dialog_finalize (GObject *object)
{
  g_clear_object (&VSL_SITE_DIALOG (object)->cancellable);

  G_OBJECT_CLASS (vsl_site_dialog_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/verslag/Verslag/ui/vsl-site-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, VslSiteDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, VslSiteDialog, connect_stack);
  gtk_widget_class_bind_template_child (widget_class, VslSiteDialog, connect_button);
  gtk_widget_class_bind_template_child (widget_class, VslSiteDialog, form);
  gtk_widget_class_bind_template_child (widget_class, VslSiteDialog, brand_row);
  gtk_widget_class_bind_template_child (widget_class, VslSiteDialog, group);
  gtk_widget_class_bind_template_child (widget_class, VslSiteDialog, url_row);
  gtk_widget_class_bind_template_child (widget_class, VslSiteDialog, url_problem);
  gtk_widget_class_bind_template_child (widget_class, VslSiteDialog, url_problem_label);
  gtk_widget_class_bind_template_child (widget_class, VslSiteDialog, user_row);
  gtk_widget_class_bind_template_child (widget_class, VslSiteDialog, user_problem);
  gtk_widget_class_bind_template_child (widget_class, VslSiteDialog, user_problem_label);
  gtk_widget_class_bind_template_child (widget_class, VslSiteDialog, browser_row);
  gtk_widget_class_bind_template_child (widget_class, VslSiteDialog, password_row);
  gtk_widget_class_bind_template_child (widget_class, VslSiteDialog, password_problem);
  gtk_widget_class_bind_template_child (widget_class, VslSiteDialog, password_problem_label);
  gtk_widget_class_bind_template_child (widget_class, VslSiteDialog, folder_row);
  gtk_widget_class_bind_template_child (widget_class, VslSiteDialog, folder_problem);
  gtk_widget_class_bind_template_child (widget_class, VslSiteDialog, folder_problem_label);
  gtk_widget_class_bind_template_child (widget_class, VslSiteDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, VslSiteDialog, name_problem);
  gtk_widget_class_bind_template_child (widget_class, VslSiteDialog, name_problem_label);
  gtk_widget_class_bind_template_child (widget_class, VslSiteDialog, problem_label);
  gtk_widget_class_bind_template_child (widget_class, VslSiteDialog, done_page);
  gtk_widget_class_bind_template_callback (widget_class, brand_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, browser_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, connect_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, folder_clicked_cb);
}

static void
vsl_site_dialog_class_init (VslSiteDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vsl_site_dialog_dispose;
  object_class->finalize = vsl_site_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = vsl_site_dialog_close_request;

  signals[SIGNAL_SITE_ADDED] =
    g_signal_new ("site-added", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, VSL_TYPE_SITE);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  bind_template (widget_class);
}

static void
vsl_site_dialog_init (VslSiteDialog *self)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  guint i;

  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  for (i = 0; i < G_N_ELEMENTS (brands); i++)
    gtk_string_list_append (names, vsl_words_get_brand (brands[i].brand));
  adw_combo_row_set_model (ADW_COMBO_ROW (self->brand_row), G_LIST_MODEL (names));
  brand_selected_cb (self);
}

/**
 * vsl_site_dialog_new:
 * @desk: the desk that gets the site
 * @parent: (nullable): the window above which it opens
 *
 * Returns: (transfer none): a dialog, to be presented
 */
GtkWidget *
vsl_site_dialog_new (VslDesk   *desk,
                     GtkWindow *parent)
{
  VslSiteDialog *self;

  g_return_val_if_fail (VSL_IS_DESK (desk), NULL);

  self = g_object_new (VSL_TYPE_SITE_DIALOG, "transient-for", parent, NULL);
  self->desk = g_object_ref (desk);

  return GTK_WIDGET (self);
}
