/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-conflict-dialog.h"

#include "desk/vsl-article-diff.h"
#include "desk/vsl-desk-look.h"
#include "desk/vsl-desk-resolve.h"
#include "ui/vsl-banner.h"
#include "ui/vsl-conflict-words.h"
#include "ui/vsl-diff-view.h"
#include "ui/vsl-passage-choice.h"
#include "ui/vsl-words.h"
#include "ui/vsl-wrap-layout.h"

#include <glib/gi18n.h>

/* So long after the last keystroke in the article the comparison follows. */
#define REFRESH_MS 500

#define WIDTH 820 /* pixels, as the height: of the window where there is room */
#define HEIGHT 680

/**
 * VslConflictDialog:
 *
 * An article that somebody else changed on a site: mine and theirs by words, what they make together,
 * and the passages that do not go together. Mine goes there, theirs comes here, or both are merged here;
 * whatever is chosen, both stay among the versions. The article can be written in meanwhile.
 *
 * Signal `settled` (a sentence): it was chosen and done; the window closes.
 */
struct _VslConflictDialog
{
  AdwWindow      parent_instance;

  VslDesk       *desk;        /* (owned) */
  VslOutboxRow  *row;         /* (owned) as it was asked for */
  VslDocument   *document;    /* (owned) (nullable) when the article is open */
  GCancellable  *cancellable; /* (owned) of the reading */
  VslConflict   *conflict;    /* (owned) (nullable) once it is read */
  GPtrArray     *choices;     /* (owned) of VslPassageChoice (unowned), one for each passage */
  guint          refresh_id;
  gboolean       busy;        /* what was chosen is being done */
  gboolean       merging;     /* that is the two together */

  AdwWindowTitle *title;      /* (template), as all that follow */
  VslBanner     *banner;
  GtkLabel      *summary;
  GtkWidget     *modes;
  GtkWidget     *merged_button;
  GtkWidget     *theirs_button;
  GtkStack      *stack;
  GtkListBox    *passages;
  VslDiffView   *view;
  GtkWidget     *theirs_choice;
  GtkWidget     *merge_choice;
};

G_DEFINE_FINAL_TYPE (VslConflictDialog, vsl_conflict_dialog, ADW_TYPE_WINDOW)

enum
{
  SIGNAL_SETTLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
is_active (GtkWidget *button)
{
  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button));
}

static guint
count_open (VslConflictDialog *self)
{
  guint n = 0;
  guint i;

  for (i = 0; i < self->choices->len; i++)
    {
      VslKeep keep;

      if (!vsl_passage_choice_get_keep (self->choices->pdata[i], &keep))
        n++;
    }

  return n;
}

/* What the article would become, with mine in what was not chosen yet. */
static VslArticle *
merge (VslConflictDialog *self)
{
  g_autofree VslKeep *keeps = g_new0 (VslKeep, self->choices->len + 1);
  guint i;

  for (i = 0; i < self->choices->len; i++)
    if (!vsl_passage_choice_get_keep (self->choices->pdata[i], &keeps[i]))
      keeps[i] = VSL_KEEP_OURS;

  return vsl_conflict_merge (self->conflict, keeps);
}

static void
show_summary (VslConflictDialog *self,
              const char        *sentence)
{
  const char *left = vsl_conflict_get_n_left (self->conflict) > 0
                       ? _("The byline, the credit or the participants were changed there too; change those "
                           "here by hand.") : NULL;
  g_autofree char *text = left != NULL ? g_strconcat (sentence, " ", left, NULL) : g_strdup (sentence);

  gtk_label_set_label (self->summary, text);
  gtk_widget_set_visible (GTK_WIDGET (self->summary), *text != '\0');
}

static void
show_merged (VslConflictDialog *self)
{
  g_autoptr(VslArticle) merged = merge (self);
  g_autoptr(GPtrArray) diffs = vsl_article_diff (vsl_conflict_get_ours (self->conflict), merged);
  g_autofree char *sentence = vsl_conflict_words_dup_merged (count_open (self));

  show_summary (self, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->passages), self->choices->len > 0);
  vsl_diff_view_show_changes (self->view, diffs);
  gtk_stack_set_visible_child_name (self->stack, "text");
}

static void
show_differences (VslConflictDialog *self)
{
  g_autoptr(VslArticle) theirs = vsl_conflict_adopt_theirs (self->conflict);
  g_autoptr(GPtrArray) diffs = vsl_article_diff (vsl_conflict_get_ours (self->conflict), theirs);
  g_autofree char *sentence = vsl_conflict_words_dup_differences (diffs);

  show_summary (self, diffs->len > 0 ? sentence : "");
  vsl_diff_view_show_changes (self->view, diffs);
  gtk_stack_set_visible_child_name (self->stack, diffs->len > 0 ? "text" : "same");
}

/* What cannot be read back is shown as it stands there, to be copied from. */
static void
show_unread (VslConflictDialog *self)
{
  VslRemoteText *text = vsl_conflict_get_text (self->conflict);
  g_autofree char *whole = g_strconcat (vsl_remote_text_get_title (text), "\n\n",
                                        vsl_remote_text_get_content (text), NULL);

  vsl_banner_set_message (self->banner, vsl_conflict_get_problem (self->conflict));
  gtk_widget_set_visible (GTK_WIDGET (self->summary), FALSE);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view)), whole, -1);
  gtk_stack_set_visible_child_name (self->stack, "text");
}

static void
update_actions (VslConflictDialog *self)
{
  gboolean read = self->conflict != NULL && vsl_conflict_get_theirs (self->conflict) != NULL;
  gboolean fetch = read && vsl_conflict_is_only_theirs (self->conflict);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "conflict.take-ours", !self->busy);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "conflict.take-theirs", read && !self->busy);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "conflict.merge", read && !self->busy);
  gtk_widget_set_visible (self->modes, read);
  /* With nothing of ours in it the merged text is theirs. */
  gtk_widget_set_visible (self->merge_choice, read && !fetch);
  gtk_widget_set_visible (self->merged_button, !fetch);
  gtk_button_set_label (GTK_BUTTON (self->theirs_choice),
                        fetch ? _("Fetch the site’s version") : _("Take theirs"));
  if (fetch)
    gtk_widget_add_css_class (self->theirs_choice, "suggested-action");
  else
    gtk_widget_remove_css_class (self->theirs_choice, "suggested-action");
  if (self->conflict != NULL && read)
    gtk_button_set_label (GTK_BUTTON (self->merge_choice), count_open (self) > 0 ? _("Merge…") : _("Merge"));
}

static void
update (VslConflictDialog *self)
{
  update_actions (self);
  if (self->conflict == NULL)
    return;

  gtk_widget_set_visible (GTK_WIDGET (self->passages), FALSE);
  if (vsl_conflict_get_theirs (self->conflict) == NULL)
    {
      show_unread (self);
    }
  else if (is_active (self->merged_button))
    {
      show_merged (self);
    }
  else if (is_active (self->theirs_button))
    {
      show_summary (self, _("The article as it stands on the site, to be read and copied."));
      vsl_diff_view_show_article (self->view, vsl_conflict_get_theirs (self->conflict));
      gtk_stack_set_visible_child_name (self->stack, "text");
    }
  else
    {
      show_differences (self);
    }
}

/* The choices that were made stay as long as there are as many passages. */
static void
rebuild_passages (VslConflictDialog *self)
{
  GPtrArray *passages = vsl_conflict_get_passages (self->conflict);
  g_autofree VslKeep *keeps = g_new0 (VslKeep, self->choices->len + 1);
  g_autofree gboolean *chosen = g_new0 (gboolean, self->choices->len + 1);
  gboolean same = self->choices->len == passages->len;
  GtkWidget *child;
  guint i;

  for (i = 0; i < self->choices->len; i++)
    chosen[i] = vsl_passage_choice_get_keep (self->choices->pdata[i], &keeps[i]);
  g_ptr_array_set_size (self->choices, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->passages))) != NULL)
    gtk_list_box_remove (self->passages, child);
  for (i = 0; i < passages->len; i++)
    {
      GtkWidget *choice = vsl_passage_choice_new (passages->pdata[i]);

      gtk_list_box_append (self->passages, choice);
      gtk_list_box_row_set_activatable (gtk_list_box_get_row_at_index (self->passages, (int) i), FALSE);
      gtk_widget_set_focusable (gtk_widget_get_parent (choice), FALSE);
      g_ptr_array_add (self->choices, choice);
      if (same && chosen[i])
        vsl_passage_choice_set_keep (VSL_PASSAGE_CHOICE (choice), keeps[i]);
      g_signal_connect_object (choice, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
    }
}

static void
set_conflict (VslConflictDialog *self,
              VslConflict       *conflict)
{
  g_set_object (&self->conflict, conflict);
  rebuild_passages (self);
  update (self);
}

static void
mode_cb (VslConflictDialog *self)
{
  update (self);
}

static void
show_subtitle (VslConflictDialog *self)
{
  g_autofree char *moment =
    vsl_words_dup_moment (vsl_remote_text_get_seen_at (vsl_conflict_get_text (self->conflict)));
  /* Translators: the name of a site, and a day and a time */
  g_autofree char *subtitle = g_strdup_printf (_("%s · theirs as it was %s"),
                                               vsl_outbox_row_get_site (self->row), moment);

  adw_window_title_set_subtitle (self->title, subtitle);
}

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  VslConflictDialog *self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(VslConflict) conflict = vsl_desk_read_conflict_finish (VSL_DESK (object), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (conflict == NULL)
    {
      vsl_banner_set_message (self->banner, error->message);
      gtk_stack_set_visible_child_name (self->stack, "none");
      update_actions (self);
      return;
    }

  vsl_banner_set_message (self->banner, NULL);
  set_conflict (self, conflict);
  show_subtitle (self);
}

/* A window above another must not outlive it, so what is under way does not hold it. */
static GWeakRef *
make_weak (VslConflictDialog *self)
{
  GWeakRef *weak = g_new0 (GWeakRef, 1);

  g_weak_ref_init (weak, self);

  return weak;
}

/* (transfer full) (nullable) The dialog, when it is still open. */
static VslConflictDialog *
take_weak (GWeakRef *weak)
{
  VslConflictDialog *self = g_weak_ref_get (weak);

  g_weak_ref_clear (weak);
  g_free (weak);
  if (self != NULL && g_cancellable_is_cancelled (self->cancellable))
    g_clear_object (&self);

  return self;
}

/* They may have written on since that was noticed. Without an answer what is kept is what there is. */
static void
looked_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(VslConflictDialog) self = take_weak (user_data);
  g_autoptr(GError) error = NULL;
  VslComparison comparison;
  gboolean told = vsl_desk_look_finish (VSL_DESK (object), result, &comparison, &error);

  if (self == NULL || self->busy)
    return;
  if (!told)
    {
      g_debug ("looking at the site: %s", error->message);
      return;
    }

  vsl_desk_read_conflict_async (self->desk, self->row, self->cancellable, read_cb, self);
}

static void
refresh_cb (gpointer user_data)
{
  VslConflictDialog *self = user_data;
  g_autoptr(VslArticle) now = NULL;
  g_autoptr(VslConflict) conflict = NULL;

  self->refresh_id = 0;
  if (self->conflict == NULL || self->busy)
    return;

  now = vsl_document_dup_article (self->document);
  if (vsl_article_same_content (now, vsl_conflict_get_ours (self->conflict)))
    return;
  conflict = vsl_conflict_new_with_ours (self->conflict, now);
  set_conflict (self, conflict);
}

static void
document_changed_cb (VslConflictDialog *self)
{
  g_clear_handle_id (&self->refresh_id, g_source_remove);
  self->refresh_id = g_timeout_add_once (REFRESH_MS, refresh_cb, self);
}

static void
settle (VslConflictDialog *self,
        const char        *sentence)
{
  g_signal_emit (self, signals[SIGNAL_SETTLED], 0, sentence);
  gtk_window_close (GTK_WINDOW (self));
}

/* Closed meanwhile: it is done all the same. */
static void
taken_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(VslConflictDialog) self = take_weak (user_data);
  g_autoptr(GError) error = NULL;
  gboolean done = vsl_desk_take_theirs_finish (VSL_DESK (object), result, &error);

  if (self == NULL)
    return;

  self->busy = FALSE;
  if (done)
    {
      settle (self, self->merging ? _("Both are merged here. Read the article, and bring the site up to date.")
                                  : _("Their version is here now. Yours is among the versions."));
      return;
    }
  vsl_banner_set_message (self->banner, error->message);
  update (self);
  if (self->document != NULL)
    document_changed_cb (self);
}

static void
take (VslConflictDialog *self,
      VslArticle        *merged)
{
  self->busy = TRUE;
  self->merging = merged != NULL;
  update_actions (self);
  vsl_desk_take_theirs_async (self->desk, self->conflict, merged, taken_cb, make_weak (self));
}

static void
take_ours_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  VslConflictDialog *self = VSL_CONFLICT_DIALOG (widget);
  g_autoptr(VslPublication) publication = NULL;
  g_autoptr(GError) error = NULL;

  publication = vsl_desk_take_ours (self->desk, self->row, &error);
  if (publication == NULL)
    vsl_banner_set_message (self->banner, error->message);
  else
    settle (self, _("Your version goes to the site. Theirs is among the versions."));
}

static void
take_theirs_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  take (VSL_CONFLICT_DIALOG (widget), NULL);
}

/* What is not chosen yet is shown first. */
static void
merge_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  VslConflictDialog *self = VSL_CONFLICT_DIALOG (widget);
  g_autoptr(VslArticle) merged = NULL;
  guint i;

  for (i = 0; i < self->choices->len; i++)
    {
      VslKeep keep;

      if (vsl_passage_choice_get_keep (self->choices->pdata[i], &keep))
        continue;
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->merged_button), TRUE);
      gtk_widget_child_focus (self->choices->pdata[i], GTK_DIR_TAB_FORWARD);
      return;
    }

  merged = merge (self);
  take (self, merged);
}

static void
vsl_conflict_dialog_dispose (GObject *object)
{
  VslConflictDialog *self = VSL_CONFLICT_DIALOG (object);

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), VSL_TYPE_CONFLICT_DIALOG);
  g_clear_object (&self->conflict);
  g_clear_object (&self->document);
  g_clear_object (&self->row);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (vsl_conflict_dialog_parent_class)->dispose (object);
}

static void
vsl_conflict_dialog_finalize (GObject *object)
{
  VslConflictDialog *self = VSL_CONFLICT_DIALOG (object);

  g_clear_object (&self->cancellable);
  g_ptr_array_unref (self->choices);

  G_OBJECT_CLASS (vsl_conflict_dialog_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/verslag/Verslag/ui/vsl-conflict-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, VslConflictDialog, title);
  gtk_widget_class_bind_template_child (widget_class, VslConflictDialog, banner);
  gtk_widget_class_bind_template_child (widget_class, VslConflictDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, VslConflictDialog, modes);
  gtk_widget_class_bind_template_child (widget_class, VslConflictDialog, merged_button);
  gtk_widget_class_bind_template_child (widget_class, VslConflictDialog, theirs_button);
  gtk_widget_class_bind_template_child (widget_class, VslConflictDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, VslConflictDialog, passages);
  gtk_widget_class_bind_template_child (widget_class, VslConflictDialog, view);
  gtk_widget_class_bind_template_child (widget_class, VslConflictDialog, theirs_choice);
  gtk_widget_class_bind_template_child (widget_class, VslConflictDialog, merge_choice);
  gtk_widget_class_bind_template_callback (widget_class, mode_cb);
}

static void
vsl_conflict_dialog_class_init (VslConflictDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vsl_conflict_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = vsl_conflict_dialog_finalize;

  signals[SIGNAL_SETTLED] = g_signal_new ("settled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  g_type_ensure (VSL_TYPE_BANNER);
  g_type_ensure (VSL_TYPE_DIFF_VIEW);
  g_type_ensure (VSL_TYPE_WRAP_LAYOUT);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "conflict.take-ours", NULL, take_ours_action);
  gtk_widget_class_install_action (widget_class, "conflict.take-theirs", NULL, take_theirs_action);
  gtk_widget_class_install_action (widget_class, "conflict.merge", NULL, merge_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
vsl_conflict_dialog_init (VslConflictDialog *self)
{
  self->cancellable = g_cancellable_new ();
  self->choices = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * vsl_conflict_dialog_new:
 * @desk: who reads and keeps the versions
 * @row: how the article stands on a site: in conflict
 * @document: (nullable): the article, when it is open
 * @parent: (nullable): the window above which it opens
 *
 * Returns: (transfer none): a window, to be presented
 */
GtkWidget *
vsl_conflict_dialog_new (VslDesk      *desk,
                         VslOutboxRow *row,
                         VslDocument  *document,
                         GtkWindow    *parent)
{
  VslConflictDialog *self;

  g_return_val_if_fail (VSL_IS_DESK (desk) && VSL_IS_OUTBOX_ROW (row), NULL);
  g_return_val_if_fail (document == NULL || VSL_IS_DOCUMENT (document), NULL);

  self = g_object_new (VSL_TYPE_CONFLICT_DIALOG, "transient-for", parent, NULL);
  /* Not wider than what it opens above, which may be a small screen. */
  if (parent != NULL && gtk_widget_get_width (GTK_WIDGET (parent)) > 0)
    gtk_window_set_default_size (GTK_WINDOW (self), MIN (WIDTH, gtk_widget_get_width (GTK_WIDGET (parent))),
                                 HEIGHT);
  self->desk = g_object_ref (desk);
  self->row = g_object_ref (row);
  adw_window_title_set_subtitle (self->title, vsl_outbox_row_get_site (row));
  if (document != NULL)
    {
      self->document = g_object_ref (document);
      g_signal_connect_object (document, "changed", G_CALLBACK (document_changed_cb), self,
                               G_CONNECT_SWAPPED);
    }
  update_actions (self);
  vsl_desk_read_conflict_async (desk, row, self->cancellable, read_cb, self);
  vsl_desk_look_async (desk, row, self->cancellable, looked_cb, make_weak (self));

  return GTK_WIDGET (self);
}
