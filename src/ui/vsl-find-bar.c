/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-find-bar.h"

#include <glib/gi18n.h>

/**
 * VslFindBar:
 *
 * Finds and replaces in the text of one view. All matches are marked while the bar is open. What is
 * typed is found as it stands, unless the person asks for a pattern. Replacing all is one step back.
 */
struct _VslFindBar
{
  GtkWidget               parent_instance;

  GtkRevealer            *revealer;
  GtkSearchEntry         *search_entry;
  GtkEntry               *replace_entry;
  GtkLabel               *count_label;
  GtkToggleButton        *case_button;
  GtkToggleButton        *word_button;
  GtkToggleButton        *pattern_button;
  GtkToggleButton        *replace_button;
  GtkWidget              *replace_one_button;
  GtkWidget              *replace_all_button;

  GtkSourceView          *view;     /* (weak) (nullable) */
  GtkSourceSearchSettings *settings; /* (owned) */
  GtkSourceSearchContext *context;  /* (owned) (nullable) of the buffer that the view shows */
  gboolean                told;     /* the label says what was replaced, until something is sought */
};

G_DEFINE_FINAL_TYPE (VslFindBar, vsl_find_bar, GTK_TYPE_WIDGET)

static GtkTextBuffer *
get_buffer (VslFindBar *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
}

static void
show_error (VslFindBar *self,
            const char *label)
{
  gtk_label_set_label (self->count_label, label);
  gtk_widget_add_css_class (GTK_WIDGET (self->search_entry), "error");
}

/* A pattern that is not one, as it often is while it is typed. The reason is in the tooltip. */
static gboolean
show_mistake (VslFindBar *self)
{
  g_autoptr(GError) error = self->context != NULL
                            ? gtk_source_search_context_get_regex_error (self->context) : NULL;

  gtk_widget_set_tooltip_text (GTK_WIDGET (self->search_entry), error != NULL ? error->message : NULL);
  if (error == NULL)
    return FALSE;

  show_error (self, _("No pattern"));
  return TRUE;
}

static void
update_count (VslFindBar *self)
{
  const char *sought = gtk_source_search_settings_get_search_text (self->settings);
  int count = self->context != NULL
              ? gtk_source_search_context_get_occurrences_count (self->context) : -1;
  g_autofree char *text = NULL;
  GtkTextIter start, end;
  int position;

  gtk_widget_set_sensitive (self->replace_one_button, count > 0);
  gtk_widget_set_sensitive (self->replace_all_button, count > 0);
  if (self->told)
    return;
  gtk_widget_remove_css_class (GTK_WIDGET (self->search_entry), "error");
  if (show_mistake (self))
    return;
  if (sought == NULL || count < 0)
    {
      gtk_label_set_label (self->count_label, "");
      return;
    }
  if (count == 0)
    {
      show_error (self, C_("matches", "None"));
      return;
    }

  gtk_text_buffer_get_selection_bounds (get_buffer (self), &start, &end);
  position = gtk_source_search_context_get_occurrence_position (self->context, &start, &end);
  /* Translators: which match is selected, of how many. */
  text = position > 0 ? g_strdup_printf (C_("matches", "%d of %d"), position, count)
                      : g_strdup_printf ("%d", count);
  gtk_label_set_label (self->count_label, text);
}

static void
select_match (VslFindBar  *self,
              GtkTextIter *start,
              GtkTextIter *end)
{
  gtk_text_buffer_select_range (get_buffer (self), start, end);
  gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (self->view),
                                gtk_text_buffer_get_insert (get_buffer (self)), 0.1, FALSE, 0, 0);
  update_count (self);
}

/* Selects the match at or after the start of the selection: what is typed on keeps its place. */
static void
search_changed_cb (VslFindBar *self)
{
  const char *sought = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
  GtkTextIter start, match_start, match_end;

  self->told = FALSE;
  gtk_source_search_settings_set_search_text (self->settings, *sought != '\0' ? sought : NULL);
  if (self->context == NULL || *sought == '\0')
    {
      update_count (self);
      return;
    }

  gtk_text_buffer_get_selection_bounds (get_buffer (self), &start, NULL);
  if (gtk_source_search_context_forward (self->context, &start, &match_start, &match_end, NULL))
    select_match (self, &match_start, &match_end);
  else
    update_count (self);
}

/* Something else is sought from now on. */
static void
settings_changed_cb (VslFindBar *self)
{
  self->told = FALSE;
  update_count (self);
}

static void
count_changed_cb (VslFindBar *self)
{
  update_count (self);
}

/* A pattern's replacement may refer to what is not there, such as \\7. */
static void
show_replacement_error (VslFindBar   *self,
                        const GError *error)
{
  gtk_widget_add_css_class (GTK_WIDGET (self->replace_entry), "error");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->replace_entry), error->message);
}

static void
replacement_changed_cb (VslFindBar *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self->replace_entry), "error");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->replace_entry), NULL);
}

/* What stands in the field now; the entry tells of it a moment later. */
static void
take_sought (VslFindBar *self)
{
  const char *sought = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
  const char *known = gtk_source_search_settings_get_search_text (self->settings);

  if (g_strcmp0 (known != NULL ? known : "", sought) != 0)
    gtk_source_search_settings_set_search_text (self->settings, *sought != '\0' ? sought : NULL);
}

static void
replace_cb (VslFindBar *self)
{
  const char *replacement = gtk_editable_get_text (GTK_EDITABLE (self->replace_entry));
  g_autoptr(GError) error = NULL;
  GtkTextIter start, end;

  if (self->context == NULL)
    return;

  take_sought (self);
  gtk_text_buffer_get_selection_bounds (get_buffer (self), &start, &end);
  /* Not on a match: go to one, so that the person sees what would be replaced. */
  self->told = FALSE;
  if (gtk_source_search_context_get_occurrence_position (self->context, &start, &end) > 0 &&
      !gtk_source_search_context_replace (self->context, &start, &end, replacement, -1, &error) &&
      error != NULL)
    {
      show_replacement_error (self, error);
      return;
    }
  vsl_find_bar_next (self);
}

static void
replace_all_cb (VslFindBar *self)
{
  const char *replacement = gtk_editable_get_text (GTK_EDITABLE (self->replace_entry));
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;
  guint count;

  if (self->context == NULL)
    return;

  take_sought (self);
  count = gtk_source_search_context_replace_all (self->context, replacement, -1, &error);
  if (error != NULL)
    {
      show_replacement_error (self, error);
      return;
    }
  self->told = TRUE;
  gtk_widget_remove_css_class (GTK_WIDGET (self->search_entry), "error");
  text = g_strdup_printf (ngettext ("%u replaced", "%u replaced", count), count);
  gtk_label_set_label (self->count_label, text);
}

static void
buffer_changed_cb (VslFindBar *self)
{
  if (self->context != NULL)
    g_signal_handlers_disconnect_by_data (self->context, self);
  g_clear_object (&self->context);
  if (self->view == NULL || !GTK_SOURCE_IS_BUFFER (get_buffer (self)))
    return;

  self->context = gtk_source_search_context_new (GTK_SOURCE_BUFFER (get_buffer (self)),
                                                 self->settings);
  gtk_source_search_context_set_highlight (self->context, vsl_find_bar_is_open (self));
  g_signal_connect_swapped (self->context, "notify::occurrences-count",
                            G_CALLBACK (count_changed_cb), self);
  g_signal_connect_swapped (self->context, "notify::regex-error",
                            G_CALLBACK (count_changed_cb), self);
}

static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *args,
           gpointer   data)
{
  vsl_find_bar_close (VSL_FIND_BAR (widget));
  return GDK_EVENT_STOP;
}

static void
vsl_find_bar_dispose (GObject *object)
{
  VslFindBar *self = VSL_FIND_BAR (object);

  if (self->view != NULL)
    g_signal_handlers_disconnect_by_data (self->view, self);
  g_clear_weak_pointer (&self->view);
  if (self->context != NULL)
    g_signal_handlers_disconnect_by_data (self->context, self);
  g_clear_object (&self->context);
  gtk_widget_dispose_template (GTK_WIDGET (self), VSL_TYPE_FIND_BAR);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (vsl_find_bar_parent_class)->dispose (object);
}

static void
vsl_find_bar_class_init (VslFindBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vsl_find_bar_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/verslag/Verslag/ui/vsl-find-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, VslFindBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, VslFindBar, search_entry);
  gtk_widget_class_bind_template_child (widget_class, VslFindBar, replace_entry);
  gtk_widget_class_bind_template_child (widget_class, VslFindBar, count_label);
  gtk_widget_class_bind_template_child (widget_class, VslFindBar, case_button);
  gtk_widget_class_bind_template_child (widget_class, VslFindBar, word_button);
  gtk_widget_class_bind_template_child (widget_class, VslFindBar, pattern_button);
  gtk_widget_class_bind_template_child (widget_class, VslFindBar, replace_button);
  gtk_widget_class_bind_template_child (widget_class, VslFindBar, replace_one_button);
  gtk_widget_class_bind_template_child (widget_class, VslFindBar, replace_all_button);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, replacement_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, replace_cb);
  gtk_widget_class_bind_template_callback (widget_class, replace_all_cb);
  gtk_widget_class_bind_template_callback (widget_class, vsl_find_bar_next);
  gtk_widget_class_bind_template_callback (widget_class, vsl_find_bar_previous);
  gtk_widget_class_bind_template_callback (widget_class, vsl_find_bar_close);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
}

static void
vsl_find_bar_init (VslFindBar *self)
{
  self->settings = gtk_source_search_settings_new ();
  gtk_source_search_settings_set_wrap_around (self->settings, TRUE);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_object_bind_property (self->case_button, "active", self->settings, "case-sensitive",
                          G_BINDING_SYNC_CREATE);
  g_object_bind_property (self->word_button, "active", self->settings, "at-word-boundaries",
                          G_BINDING_SYNC_CREATE);
  g_object_bind_property (self->pattern_button, "active", self->settings, "regex-enabled",
                          G_BINDING_SYNC_CREATE);
  g_signal_connect_object (self->settings, "notify", G_CALLBACK (settings_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * vsl_find_bar_new:
 *
 * Returns: (transfer floating): a closed bar
 */
GtkWidget *
vsl_find_bar_new (void)
{
  return g_object_new (VSL_TYPE_FIND_BAR, NULL);
}

/**
 * vsl_find_bar_set_view:
 * @view: (nullable): where to search; kept weakly
 */
void
vsl_find_bar_set_view (VslFindBar    *self,
                       GtkSourceView *view)
{
  g_return_if_fail (VSL_IS_FIND_BAR (self));

  if (self->view != NULL)
    g_signal_handlers_disconnect_by_data (self->view, self);
  g_set_weak_pointer (&self->view, view);
  if (view != NULL)
    g_signal_connect_swapped (view, "notify::buffer", G_CALLBACK (buffer_changed_cb), self);
  buffer_changed_cb (self);
}

/**
 * vsl_find_bar_is_open:
 *
 * Returns: whether the bar is seen
 */
gboolean
vsl_find_bar_is_open (VslFindBar *self)
{
  g_return_val_if_fail (VSL_IS_FIND_BAR (self), FALSE);

  return gtk_revealer_get_reveal_child (self->revealer);
}

/**
 * vsl_find_bar_open:
 * @replace: whether to show the part that replaces, too
 *
 * Opens the bar with the keyboard in it. What is selected in the text, on one line, is sought.
 */
void
vsl_find_bar_open (VslFindBar *self,
                   gboolean    replace)
{
  GtkTextIter start, end;

  g_return_if_fail (VSL_IS_FIND_BAR (self));

  if (self->view == NULL)
    return;

  if (gtk_text_buffer_get_selection_bounds (get_buffer (self), &start, &end) &&
      gtk_text_iter_get_line (&start) == gtk_text_iter_get_line (&end))
    {
      g_autofree char *selected = gtk_text_iter_get_text (&start, &end);

      gtk_editable_set_text (GTK_EDITABLE (self->search_entry), selected);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->revealer), TRUE);
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
  if (replace)
    gtk_toggle_button_set_active (self->replace_button, TRUE);
  if (self->context != NULL)
    gtk_source_search_context_set_highlight (self->context, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  gtk_editable_select_region (GTK_EDITABLE (self->search_entry), 0, -1);
  search_changed_cb (self);
}

/**
 * vsl_find_bar_show_words:
 * @words: what to look for, as it stands
 *
 * Opens the bar with @words in it, and selects the first match in the text; the keyboard goes to the
 * text. Without a match nothing happens.
 *
 * Returns: whether there is a match
 */
gboolean
vsl_find_bar_show_words (VslFindBar *self,
                         const char *words)
{
  GtkTextIter start, match_start, match_end;

  g_return_val_if_fail (VSL_IS_FIND_BAR (self), FALSE);

  if (self->view == NULL || self->context == NULL)
    return FALSE;

  gtk_text_buffer_get_start_iter (get_buffer (self), &start);
  if (!gtk_text_iter_forward_search (&start, words, GTK_TEXT_SEARCH_CASE_INSENSITIVE, &match_start,
                                     &match_end, NULL))
    return FALSE;

  gtk_toggle_button_set_active (self->case_button, FALSE);
  gtk_toggle_button_set_active (self->word_button, FALSE);
  gtk_toggle_button_set_active (self->pattern_button, FALSE);
  gtk_text_buffer_select_range (get_buffer (self), &match_start, &match_end);
  vsl_find_bar_open (self, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));

  return TRUE;
}

/**
 * vsl_find_bar_close:
 *
 * Closes the bar and gives the keyboard back to the text.
 */
void
vsl_find_bar_close (VslFindBar *self)
{
  g_return_if_fail (VSL_IS_FIND_BAR (self));

  if (!vsl_find_bar_is_open (self))
    return;

  gtk_revealer_set_reveal_child (self->revealer, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->revealer), FALSE);
  if (self->context != NULL)
    gtk_source_search_context_set_highlight (self->context, FALSE);
  if (self->view != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/**
 * vsl_find_bar_next:
 *
 * Selects the next match, from the top again after the last.
 */
void
vsl_find_bar_next (VslFindBar *self)
{
  GtkTextIter cursor, start, end;

  g_return_if_fail (VSL_IS_FIND_BAR (self));

  if (self->context == NULL)
    return;

  gtk_text_buffer_get_selection_bounds (get_buffer (self), NULL, &cursor);
  if (gtk_source_search_context_forward (self->context, &cursor, &start, &end, NULL))
    select_match (self, &start, &end);
}

/**
 * vsl_find_bar_previous:
 *
 * Selects the match before, from the bottom again before the first.
 */
void
vsl_find_bar_previous (VslFindBar *self)
{
  GtkTextIter cursor, start, end;

  g_return_if_fail (VSL_IS_FIND_BAR (self));

  if (self->context == NULL)
    return;

  gtk_text_buffer_get_selection_bounds (get_buffer (self), &cursor, NULL);
  if (gtk_source_search_context_backward (self->context, &cursor, &start, &end, NULL))
    select_match (self, &start, &end);
}
