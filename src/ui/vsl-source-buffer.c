/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "ui/vsl-source-buffer.h"

#include "ui/vsl-smart-quotes.h"
#include "ui/vsl-text-change.h"

/**
 * VslSourceBuffer:
 *
 * The body of one open article as it is edited: Markdown, highlighted for prose, with undo. It is
 * the document's text source: a keystroke copies nothing, the desk asks for the text when it
 * saves. Turns straight quotation marks into typographic ones as they are typed; undo gives the
 * straight one back. Main thread.
 */
struct _VslSourceBuffer
{
  GtkSourceBuffer  parent_instance;

  gboolean         smart_quotes;
  gboolean         dark;
  gboolean         loaded;     /* the first text has been set: what follows can be undone */
  gboolean         typed;      /* one character was inserted in the user action that runs now */
  gboolean         replacing;
  int              replaced_at; /* characters; where a quote was made typographic just now, or -1 */
};

static void text_source_iface_init (VslTextSourceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (VslSourceBuffer, vsl_source_buffer, GTK_SOURCE_TYPE_BUFFER,
                               G_IMPLEMENT_INTERFACE (VSL_TYPE_TEXT_SOURCE,
                                                      text_source_iface_init))

enum
{
  PROP_0,
  PROP_SMART_QUOTES,
  PROP_DARK,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
apply_scheme (VslSourceBuffer *self)
{
  GtkSourceStyleSchemeManager *manager = gtk_source_style_scheme_manager_get_default ();

  gtk_source_buffer_set_style_scheme (
    GTK_SOURCE_BUFFER (self),
    gtk_source_style_scheme_manager_get_scheme (manager, self->dark ? "verslag-dark" : "verslag"));
}

static void
replace (VslSourceBuffer *self,
         GtkTextIter     *start,
         GtkTextIter     *end,
         const char      *text)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);

  self->replacing = TRUE;
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete (buffer, start, end);
  gtk_text_buffer_insert (buffer, start, text, -1);
  gtk_text_buffer_end_user_action (buffer);
  self->replacing = FALSE;
}

/* After a user action in which one character was typed. */
static void
replace_quote (VslSourceBuffer *self)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  g_autofree char *before = NULL;
  VslSmartQuote quote;
  GtkTextIter cursor, start, end;

  gtk_text_buffer_get_iter_at_mark (buffer, &cursor, gtk_text_buffer_get_insert (buffer));
  start = cursor;
  gtk_text_iter_set_line_offset (&start, MAX (0, gtk_text_iter_get_line_offset (&cursor) - 8));
  before = gtk_text_iter_get_slice (&start, &cursor);
  if (!vsl_smart_quotes_find (before, &quote))
    return;

  start = cursor;
  gtk_text_iter_backward_chars (&start, (int) quote.back);
  end = start;
  gtk_text_iter_forward_chars (&end, (int) quote.length);
  gtk_source_buffer_ensure_highlight (GTK_SOURCE_BUFFER (self), &start, &cursor);
  if (gtk_source_buffer_iter_has_context_class (GTK_SOURCE_BUFFER (self), &start, "no-spell-check"))
    return;

  self->replaced_at = gtk_text_iter_get_offset (&start);
  replace (self, &start, &end, quote.text);
}

/* Gives back what the keyboard sent. Not by the buffer's history, which takes the replacement and
 * what was typed before it for one. */
static gboolean
restore_quote (VslSourceBuffer *self)
{
  GtkTextIter start, end;
  gunichar quote;

  if (self->replaced_at < 0)
    return FALSE;

  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (self), &start, self->replaced_at);
  end = start;
  quote = gtk_text_iter_get_char (&start);
  gtk_text_iter_forward_char (&end);
  replace (self, &start, &end, quote == 0x201C || quote == 0x201D ? "\"" : "'");
  self->replaced_at = -1;

  return TRUE;
}

static char *
vsl_source_buffer_dup_text (VslTextSource *source)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (GTK_TEXT_BUFFER (source), &start, &end);
  return gtk_text_buffer_get_text (GTK_TEXT_BUFFER (source), &start, &end, TRUE);
}

/* The first text cannot be undone; any later one (a version restored, a text fetched from the site)
 * is one undoable step that leaves the cursor where it was. */
static void
vsl_source_buffer_set_text (VslTextSource *source,
                            const char    *text)
{
  VslSourceBuffer *self = VSL_SOURCE_BUFFER (source);
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  GtkTextIter start;

  if (self->loaded)
    {
      vsl_text_change_apply (buffer, text);
      return;
    }

  self->loaded = TRUE;
  gtk_text_buffer_begin_irreversible_action (buffer);
  gtk_text_buffer_set_text (buffer, text, -1);
  gtk_text_buffer_end_irreversible_action (buffer);
  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_place_cursor (buffer, &start);
}

static void
text_source_iface_init (VslTextSourceInterface *iface)
{
  iface->dup_text = vsl_source_buffer_dup_text;
  iface->set_text = vsl_source_buffer_set_text;
}

static void
vsl_source_buffer_insert_text (GtkTextBuffer *buffer,
                               GtkTextIter   *location,
                               const char    *text,
                               int            length)
{
  VslSourceBuffer *self = VSL_SOURCE_BUFFER (buffer);

  self->typed = !self->replacing && g_utf8_strlen (text, length) == 1;
  if (!self->replacing)
    self->replaced_at = -1;
  GTK_TEXT_BUFFER_CLASS (vsl_source_buffer_parent_class)->insert_text (buffer, location, text,
                                                                       length);
}

static void
vsl_source_buffer_delete_range (GtkTextBuffer *buffer,
                                GtkTextIter   *start,
                                GtkTextIter   *end)
{
  VslSourceBuffer *self = VSL_SOURCE_BUFFER (buffer);

  if (!self->replacing)
    self->replaced_at = -1;
  GTK_TEXT_BUFFER_CLASS (vsl_source_buffer_parent_class)->delete_range (buffer, start, end);
}

static void
vsl_source_buffer_undo (GtkTextBuffer *buffer)
{
  if (!restore_quote (VSL_SOURCE_BUFFER (buffer)))
    GTK_TEXT_BUFFER_CLASS (vsl_source_buffer_parent_class)->undo (buffer);
}

static void
vsl_source_buffer_changed (GtkTextBuffer *buffer)
{
  GTK_TEXT_BUFFER_CLASS (vsl_source_buffer_parent_class)->changed (buffer);
  vsl_text_source_emit_changed (VSL_TEXT_SOURCE (buffer));
}

static void
vsl_source_buffer_begin_user_action (GtkTextBuffer *buffer)
{
  VslSourceBuffer *self = VSL_SOURCE_BUFFER (buffer);

  self->typed = FALSE;
  if (GTK_TEXT_BUFFER_CLASS (vsl_source_buffer_parent_class)->begin_user_action != NULL)
    GTK_TEXT_BUFFER_CLASS (vsl_source_buffer_parent_class)->begin_user_action (buffer);
}

static void
vsl_source_buffer_end_user_action (GtkTextBuffer *buffer)
{
  VslSourceBuffer *self = VSL_SOURCE_BUFFER (buffer);

  if (GTK_TEXT_BUFFER_CLASS (vsl_source_buffer_parent_class)->end_user_action != NULL)
    GTK_TEXT_BUFFER_CLASS (vsl_source_buffer_parent_class)->end_user_action (buffer);

  if (self->typed && self->smart_quotes && !self->replacing)
    {
      self->typed = FALSE;
      replace_quote (self);
    }
}

static void
vsl_source_buffer_constructed (GObject *object)
{
  GtkSourceLanguageManager *manager = gtk_source_language_manager_get_default ();

  G_OBJECT_CLASS (vsl_source_buffer_parent_class)->constructed (object);

  gtk_source_buffer_set_language (GTK_SOURCE_BUFFER (object),
                                  gtk_source_language_manager_get_language (manager,
                                                                            "verslag-body"));
  gtk_source_buffer_set_highlight_matching_brackets (GTK_SOURCE_BUFFER (object), FALSE);
  apply_scheme (VSL_SOURCE_BUFFER (object));
}

static void
vsl_source_buffer_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  VslSourceBuffer *self = VSL_SOURCE_BUFFER (object);

  switch (prop_id)
    {
    case PROP_SMART_QUOTES:
      g_value_set_boolean (value, vsl_source_buffer_get_smart_quotes (self));
      break;
    case PROP_DARK:
      g_value_set_boolean (value, vsl_source_buffer_get_dark (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vsl_source_buffer_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  VslSourceBuffer *self = VSL_SOURCE_BUFFER (object);

  switch (prop_id)
    {
    case PROP_SMART_QUOTES:
      vsl_source_buffer_set_smart_quotes (self, g_value_get_boolean (value));
      break;
    case PROP_DARK:
      vsl_source_buffer_set_dark (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

/* Style schemes are read from files only. Not from among GtkSourceView's own: they are no use to any
 * other editor. */
static void
add_scheme_paths (void)
{
  for (const char *const *dir = g_get_system_data_dirs (); *dir != NULL; dir++)
    {
      g_autofree char *path = g_build_filename (*dir, "verslag", "styles", NULL);

      gtk_source_style_scheme_manager_append_search_path (
        gtk_source_style_scheme_manager_get_default (), path);
    }
}

static void
vsl_source_buffer_class_init (VslSourceBufferClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkTextBufferClass *buffer_class = GTK_TEXT_BUFFER_CLASS (klass);

  object_class->constructed = vsl_source_buffer_constructed;
  object_class->get_property = vsl_source_buffer_get_property;
  object_class->set_property = vsl_source_buffer_set_property;
  buffer_class->insert_text = vsl_source_buffer_insert_text;
  buffer_class->delete_range = vsl_source_buffer_delete_range;
  buffer_class->undo = vsl_source_buffer_undo;
  buffer_class->changed = vsl_source_buffer_changed;
  buffer_class->begin_user_action = vsl_source_buffer_begin_user_action;
  buffer_class->end_user_action = vsl_source_buffer_end_user_action;

  properties[PROP_SMART_QUOTES] =
    g_param_spec_boolean ("smart-quotes", NULL, NULL, TRUE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_DARK] =
    g_param_spec_boolean ("dark", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /* Once per process, before anything asks for a language or a scheme. */
  gtk_source_language_manager_append_search_path (gtk_source_language_manager_get_default (),
                                                  "resource:///org/verslag/Verslag/language-specs");
  add_scheme_paths ();
}

static void
vsl_source_buffer_init (VslSourceBuffer *self)
{
  self->smart_quotes = TRUE;
  self->replaced_at = -1;
}

/**
 * vsl_source_buffer_new:
 *
 * Returns: (transfer full): an empty body
 */
VslSourceBuffer *
vsl_source_buffer_new (void)
{
  return g_object_new (VSL_TYPE_SOURCE_BUFFER, NULL);
}

/**
 * vsl_source_buffer_get_smart_quotes:
 *
 * Returns: whether straight quotation marks become typographic ones as they are typed
 */
gboolean
vsl_source_buffer_get_smart_quotes (VslSourceBuffer *self)
{
  g_return_val_if_fail (VSL_IS_SOURCE_BUFFER (self), FALSE);

  return self->smart_quotes;
}

/**
 * vsl_source_buffer_set_smart_quotes:
 * @smart_quotes: whether straight quotation marks become typographic ones as they are typed
 */
void
vsl_source_buffer_set_smart_quotes (VslSourceBuffer *self,
                                    gboolean         smart_quotes)
{
  g_return_if_fail (VSL_IS_SOURCE_BUFFER (self));

  if (self->smart_quotes == !!smart_quotes)
    return;

  self->smart_quotes = !!smart_quotes;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SMART_QUOTES]);
}

/**
 * vsl_source_buffer_get_dark:
 *
 * Returns: whether the text is shown light on dark
 */
gboolean
vsl_source_buffer_get_dark (VslSourceBuffer *self)
{
  g_return_val_if_fail (VSL_IS_SOURCE_BUFFER (self), FALSE);

  return self->dark;
}

/**
 * vsl_source_buffer_set_dark:
 * @dark: whether to show the text light on dark
 */
void
vsl_source_buffer_set_dark (VslSourceBuffer *self,
                            gboolean         dark)
{
  g_return_if_fail (VSL_IS_SOURCE_BUFFER (self));

  if (self->dark == !!dark)
    return;

  self->dark = !!dark;
  apply_scheme (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DARK]);
}
