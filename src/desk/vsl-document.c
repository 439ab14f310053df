/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "desk/vsl-document-private.h"

#include "desk/vsl-string-source.h"

/**
 * VslDocument:
 *
 * One open article. It holds the written fields, looks at the text of the body where the window has
 * it, and lets its journal bring every change to the disk. Made by the desk, which hands out the same
 * one for the same article as long as anybody holds it.
 *
 * A document with something to save holds itself: who closes the last view of it need not wait.
 * Written in several files: this one has the texts, the others what the article is, its participants,
 * its pictures, the saving, and the article as a whole.
 */
G_DEFINE_FINAL_TYPE (VslDocument, vsl_document, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_ID,
  PROP_KIND,
  PROP_STATUS,
  PROP_LANGUAGE,
  PROP_TAGS,
  PROP_PARTICIPANTS,
  PROP_WORDS,
  PROP_SAVE_STATE,
  PROP_SAVE_ERROR,
  PROP_FIRST_TEXT, /* one for each text field, in the order of VslField; that of the body is unused */
  N_PROPS = PROP_FIRST_TEXT + VSL_FIELD_PARTICIPANTS
};

static GParamSpec *properties[N_PROPS];

enum
{
  SIGNAL_CHANGED,
  SIGNAL_SAVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/**
 * vsl_document_touch:
 * @self: the document
 *
 * Something that is saved has changed. For the files of the document.
 */
void
vsl_document_touch (VslDocument *self)
{
  if (self->applying)
    return;

  vsl_journal_touch (self->journal);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
notify (VslDocument *self,
        guint        prop_id)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[prop_id]);
}

static void
set_words (VslDocument *self,
           guint        words)
{
  if (self->words == words)
    return;

  self->words = words;
  notify (self, PROP_WORDS);
}

/* A VslJournalSnapshot: copies text, and counts or renders nothing. */
static VslArticle *
take_snapshot (gpointer owner)
{
  return vsl_document_dup_article (owner);
}

static void
set_fields (VslDocument *self,
            VslArticle  *article)
{
  guint i;

  for (i = 0; i < VSL_N_FIELDS; i++)
    vsl_document_set_text (self, i, vsl_article_get_text (article, i));
  vsl_document_set_kind (self, vsl_article_get_kind (article));
  vsl_document_set_status (self, vsl_article_get_status (article));
  vsl_document_set_language (self, vsl_article_get_language (article));
  vsl_document_set_tags (self, vsl_article_get_tags (article));
  vsl_document_set_participants (self, article);
  vsl_document_set_pictures (self, article);
}

/* Where the person was the last time. */
static void
load_view (VslDocument *self,
           VslStore    *store)
{
  VslArticleView view = { .field = VSL_FIELD_BODY };

  if (vsl_store_load_view (store, vsl_document_get_id (self), &view, NULL))
    self->has_view = view.field != VSL_FIELD_BODY || view.cursor + view.anchor + view.top > 0;
  self->view = (VslDocumentView) { view.field, view.cursor, view.anchor, view.top };
}

static void
body_changed_cb (VslDocument *self)
{
  vsl_document_touch (self);
}

static void
participants_changed_cb (VslDocument *self)
{
  vsl_document_touch (self);
}

static void
journal_saved_cb (VslDocument       *self,
                  VslArticle        *article,
                  VslArticleSummary *summary)
{
  g_set_object (&self->base, article);
  if (summary != NULL)
    set_words (self, vsl_article_summary_get_words (summary));
  g_signal_emit (self, signals[SIGNAL_SAVED], 0, summary);
}

static void
message_notify_cb (VslDocument *self)
{
  notify (self, PROP_SAVE_ERROR);
}

/* Last in it: dropping the hold may end the document. */
static void
state_notify_cb (VslDocument *self)
{
  gboolean saved = vsl_journal_get_state (self->journal) == VSL_SAVE_SAVED;

  notify (self, PROP_SAVE_STATE);
  if (saved == !self->held)
    return;

  self->held = !saved;
  if (self->held)
    g_object_ref (self);
  else
    g_object_unref (self);
}

static void
vsl_document_dispose (GObject *object)
{
  VslDocument *self = VSL_DOCUMENT (object);

  if (self->journal != NULL)
    vsl_journal_set_owner (self->journal, take_snapshot, NULL);
  if (self->body != NULL)
    g_clear_signal_handler (&self->body_changed_id, self->body);
  g_clear_object (&self->body);

  G_OBJECT_CLASS (vsl_document_parent_class)->dispose (object);
}

static void
vsl_document_finalize (GObject *object)
{
  VslDocument *self = VSL_DOCUMENT (object);
  guint i;

  g_free (self->id);
  g_clear_object (&self->base);
  g_clear_object (&self->journal);
  for (i = 0; i < VSL_N_FIELDS; i++)
    g_free (self->texts[i]);
  g_free (self->language);
  g_strfreev (self->tags);
  g_clear_object (&self->participants);
  g_clear_object (&self->pictures);

  G_OBJECT_CLASS (vsl_document_parent_class)->finalize (object);
}

static void
vsl_document_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  VslDocument *self = VSL_DOCUMENT (object);

  switch (prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, vsl_document_get_id (self));
      break;
    case PROP_KIND:
      g_value_set_int (value, self->kind);
      break;
    case PROP_STATUS:
      g_value_set_int (value, self->status);
      break;
    case PROP_LANGUAGE:
      g_value_set_string (value, self->language);
      break;
    case PROP_TAGS:
      g_value_set_boxed (value, self->tags);
      break;
    case PROP_PARTICIPANTS:
      g_value_set_object (value, self->participants);
      break;
    case PROP_WORDS:
      g_value_set_uint (value, self->words);
      break;
    case PROP_SAVE_STATE:
      g_value_set_enum (value, vsl_document_get_save_state (self));
      break;
    case PROP_SAVE_ERROR:
      g_value_set_string (value, vsl_document_get_save_error (self));
      break;
    default:
      if (prop_id >= PROP_FIRST_TEXT && prop_id < N_PROPS)
        g_value_set_string (value, self->texts[prop_id - PROP_FIRST_TEXT]);
      else
        G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vsl_document_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  VslDocument *self = VSL_DOCUMENT (object);
  const char *text;

  switch (prop_id)
    {
    case PROP_KIND:
      vsl_document_set_kind (self, g_value_get_int (value));
      break;
    case PROP_STATUS:
      vsl_document_set_status (self, g_value_get_int (value));
      break;
    case PROP_LANGUAGE:
      text = g_value_get_string (value);
      vsl_document_set_language (self, text != NULL ? text : "");
      break;
    case PROP_TAGS:
      vsl_document_set_tags (self, g_value_get_boxed (value));
      break;
    default:
      text = g_value_get_string (value);
      vsl_document_set_text (self, prop_id - PROP_FIRST_TEXT, text != NULL ? text : "");
    }
}

static void
install_text_properties (GObjectClass *object_class)
{
  guint i;

  for (i = 0; i < VSL_N_FIELDS; i++)
    {
      if (i == VSL_FIELD_BODY)
        continue;
      properties[PROP_FIRST_TEXT + i] =
        g_param_spec_string (vsl_field_get_name (i), NULL, NULL, "",
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
      g_object_class_install_property (object_class, PROP_FIRST_TEXT + i,
                                       properties[PROP_FIRST_TEXT + i]);
    }
}

static void
vsl_document_class_init (VslDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags readable = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GParamFlags writable = readable | G_PARAM_WRITABLE;

  object_class->dispose = vsl_document_dispose;
  object_class->finalize = vsl_document_finalize;
  object_class->get_property = vsl_document_get_property;
  object_class->set_property = vsl_document_set_property;

  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, readable);
  properties[PROP_KIND] =
    g_param_spec_int ("kind", NULL, NULL, 0, VSL_N_KINDS - 1, VSL_KIND_REPORT, writable);
  properties[PROP_STATUS] =
    g_param_spec_int ("status", NULL, NULL, 0, VSL_N_STATUSES - 1, VSL_STATUS_DRAFT, writable);
  properties[PROP_LANGUAGE] = g_param_spec_string ("language", NULL, NULL, "nl", writable);
  properties[PROP_TAGS] = g_param_spec_boxed ("tags", NULL, NULL, G_TYPE_STRV, writable);
  properties[PROP_PARTICIPANTS] =
    g_param_spec_object ("participants", NULL, NULL, G_TYPE_LIST_MODEL, readable);
  properties[PROP_WORDS] = g_param_spec_uint ("words", NULL, NULL, 0, G_MAXUINT, 0, readable);
  properties[PROP_SAVE_STATE] =
    g_param_spec_enum ("save-state", NULL, NULL, VSL_TYPE_SAVE_STATE, VSL_SAVE_SAVED, readable);
  properties[PROP_SAVE_ERROR] = g_param_spec_string ("save-error", NULL, NULL, NULL, readable);
  g_object_class_install_properties (object_class, PROP_FIRST_TEXT, properties);
  install_text_properties (object_class);

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", VSL_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_SAVED] = g_signal_new ("saved", VSL_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST,
                                        0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                        VSL_TYPE_ARTICLE_SUMMARY);
}

static void
vsl_document_init (VslDocument *self)
{
  guint i;

  for (i = 0; i < VSL_N_FIELDS; i++)
    self->texts[i] = g_strdup ("");
  self->language = g_strdup ("nl");
  self->tags = g_new0 (char *, 1);
  self->participants = g_list_store_new (VSL_TYPE_PARTICIPANT);
  self->pictures = g_list_store_new (VSL_TYPE_PICTURE);
}

/**
 * vsl_document_new:
 * @store: where the article is kept
 * @rescue: the second place
 * @clock: tells the time of a save
 * @clock_data: for @clock
 * @article: the article as the store has it now
 *
 * For the desk, which sees to it that there is one document per article.
 *
 * Returns: (transfer full): a document with nothing to save
 */
VslDocument *
vsl_document_new (VslStore   *store,
                  VslRescue  *rescue,
                  VslClock    clock,
                  gpointer    clock_data,
                  VslArticle *article)
{
  VslDocument *self;

  g_return_val_if_fail (vsl_article_get_id (article) != NULL, NULL);

  self = g_object_new (VSL_TYPE_DOCUMENT, NULL);
  self->id = g_strdup (vsl_article_get_id (article));
  self->base = g_object_ref (article);
  self->journal = vsl_journal_new (store, rescue, clock, clock_data,
                                   vsl_article_get_revision (article));
  vsl_journal_set_owner (self->journal, take_snapshot, self);

  self->applying = TRUE;
  vsl_document_set_body_source (self, NULL);
  set_fields (self, article);
  self->applying = FALSE;
  self->words = vsl_article_count_words (article);
  load_view (self, store);

  g_signal_connect_object (self->participants, "items-changed",
                           G_CALLBACK (participants_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->pictures, "items-changed",
                           G_CALLBACK (participants_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->journal, "saved",
                           G_CALLBACK (journal_saved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->journal, "notify::message",
                           G_CALLBACK (message_notify_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->journal, "notify::state",
                           G_CALLBACK (state_notify_cb), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * vsl_document_get_id:
 * @self: the document
 *
 * Returns: the id of the article; the same string for life
 */
const char *
vsl_document_get_id (VslDocument *self)
{
  g_return_val_if_fail (VSL_IS_DOCUMENT (self), NULL);

  return self->id;
}

/**
 * vsl_document_get_text:
 * @self: the document
 * @field: a text field, but not the body, for which there is vsl_document_dup_body()
 *
 * Returns: the text; empty when there is none
 */
const char *
vsl_document_get_text (VslDocument *self,
                       VslField     field)
{
  g_return_val_if_fail (VSL_IS_DOCUMENT (self), NULL);
  g_return_val_if_fail (field < VSL_N_FIELDS && field != VSL_FIELD_BODY, NULL);

  return self->texts[field];
}

/**
 * vsl_document_set_text:
 * @self: the document
 * @field: a text field, the body included
 * @text: the new text
 *
 * Changes a field.
 */
void
vsl_document_set_text (VslDocument *self,
                       VslField     field,
                       const char  *text)
{
  char *copy;

  g_return_if_fail (VSL_IS_DOCUMENT (self));
  g_return_if_fail (field < VSL_N_FIELDS);
  g_return_if_fail (text != NULL);

  if (field == VSL_FIELD_BODY)
    {
      g_autofree char *body = vsl_document_dup_body (self);

      if (!g_str_equal (body, text))
        vsl_text_source_set_text (self->body, text);
      return;
    }
  if (g_str_equal (self->texts[field], text))
    return;

  copy = g_strdup (text);
  g_free (self->texts[field]);
  self->texts[field] = copy;
  notify (self, PROP_FIRST_TEXT + field);
  vsl_document_touch (self);
}

/**
 * vsl_document_set_body_source:
 * @self: the document
 * @source: (nullable): where the body is to live from now on, or %NULL to keep it here
 *
 * Moves the body. The new source gets the text as it is; that is not a change.
 */
void
vsl_document_set_body_source (VslDocument   *self,
                              VslTextSource *source)
{
  g_autofree char *text = NULL;

  g_return_if_fail (VSL_IS_DOCUMENT (self));
  g_return_if_fail (source == NULL || VSL_IS_TEXT_SOURCE (source));

  if (source != NULL && source == self->body)
    return;

  if (self->body != NULL)
    {
      text = vsl_text_source_dup_text (self->body);
      g_clear_signal_handler (&self->body_changed_id, self->body);
    }
  g_clear_object (&self->body);
  if (source != NULL)
    {
      self->body = g_object_ref (source);
      vsl_text_source_set_text (source, text);
    }
  else
    self->body = VSL_TEXT_SOURCE (vsl_string_source_new (text));
  self->body_changed_id = g_signal_connect_swapped (self->body, "changed",
                                                    G_CALLBACK (body_changed_cb), self);
}

/**
 * vsl_document_dup_body:
 * @self: the document
 *
 * Returns: (transfer full): the body as it is now
 */
char *
vsl_document_dup_body (VslDocument *self)
{
  g_return_val_if_fail (VSL_IS_DOCUMENT (self), NULL);

  return vsl_text_source_dup_text (self->body);
}

/**
 * vsl_document_get_words:
 * @self: the document
 *
 * Returns: the number of words at the last save; counted away from the keyboard
 */
guint
vsl_document_get_words (VslDocument *self)
{
  g_return_val_if_fail (VSL_IS_DOCUMENT (self), 0);

  return self->words;
}

/**
 * vsl_document_apply_article:
 * @self: the document
 * @article: an article of any id
 *
 * Takes over all that is written in @article: for restoring a version and for what came from the
 * site. One change.
 */
void
vsl_document_apply_article (VslDocument *self,
                            VslArticle  *article)
{
  g_autoptr(VslArticle) before = NULL;

  g_return_if_fail (VSL_IS_DOCUMENT (self));
  g_return_if_fail (VSL_IS_ARTICLE (article));

  before = vsl_document_dup_article (self);
  if (vsl_article_same_content (before, article))
    return;

  self->applying = TRUE;
  set_fields (self, article);
  self->applying = FALSE;
  vsl_document_touch (self);
}

/**
 * vsl_document_adopt_article:
 * @self: the document, with nothing to save
 * @article: the article as the store has it now
 *
 * Takes over what the desk itself stored. For the desk.
 */
void
vsl_document_adopt_article (VslDocument *self,
                            VslArticle  *article)
{
  self->applying = TRUE;
  set_fields (self, article);
  self->applying = FALSE;
  g_set_object (&self->base, article);
  set_words (self, vsl_article_count_words (article));
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}
