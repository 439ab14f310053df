/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-core"

#include "core/vsl-debate.h"

#include "core/vsl-article-builder.h"

/**
 * VslDebate:
 *
 * A debate: what was talked about, when and where, by whom, over which statements. Articles report
 * on it, and its transcript belongs to it.
 *
 * Immutable; any thread.
 */
struct _VslDebate
{
  GObject parent_instance;

  VslDebateFields fields; /* (owned) all of it */
};

G_DEFINE_FINAL_TYPE (VslDebate, vsl_debate, G_TYPE_OBJECT)

static void
vsl_debate_finalize (GObject *object)
{
  VslDebate *self = VSL_DEBATE (object);

  g_free ((char *) self->fields.id);
  g_free ((char *) self->fields.series);
  g_free ((char *) self->fields.title);
  g_free ((char *) self->fields.date);
  g_free ((char *) self->fields.place);
  g_free ((char *) self->fields.stream);
  g_free ((char *) self->fields.language);
  g_clear_pointer (&self->fields.participants, g_ptr_array_unref);
  g_strfreev ((char **) self->fields.statements);
  g_free ((char *) self->fields.notes);
  g_free ((char *) self->fields.delete_after);

  G_OBJECT_CLASS (vsl_debate_parent_class)->finalize (object);
}

static void
vsl_debate_class_init (VslDebateClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vsl_debate_finalize;
}

static void
vsl_debate_init (VslDebate *self)
{
}

static char *
dup_or_empty (const char *text)
{
  return g_strdup (text != NULL ? text : "");
}

/**
 * vsl_debate_new:
 * @fields: what is known
 *
 * Returns: (transfer full): a new debate, with copies of all that is in @fields
 */
VslDebate *
vsl_debate_new (const VslDebateFields *fields)
{
  VslDebate *self;
  guint i;

  g_return_val_if_fail (fields != NULL, NULL);

  self = g_object_new (VSL_TYPE_DEBATE, NULL);
  self->fields.id = g_strdup (fields->id);
  self->fields.revision = fields->revision;
  self->fields.created_at = fields->created_at;
  self->fields.updated_at = fields->updated_at;
  self->fields.series = dup_or_empty (fields->series);
  self->fields.title = dup_or_empty (fields->title);
  self->fields.date = dup_or_empty (fields->date);
  self->fields.place = dup_or_empty (fields->place);
  self->fields.stream = dup_or_empty (fields->stream);
  self->fields.language = g_strdup (fields->language != NULL ? fields->language : "nl");
  self->fields.participants = g_ptr_array_new_with_free_func (g_object_unref);
  for (i = 0; fields->participants != NULL && i < fields->participants->len; i++)
    g_ptr_array_add (self->fields.participants,
                     g_object_ref (g_ptr_array_index (fields->participants, i)));
  self->fields.statements = fields->statements != NULL
                            ? (const char * const *) g_strdupv ((char **) fields->statements)
                            : (const char * const *) g_new0 (char *, 1);
  self->fields.notes = dup_or_empty (fields->notes);
  self->fields.delete_after = dup_or_empty (fields->delete_after);

  return self;
}

/**
 * vsl_debate_get_fields:
 * @self: the debate
 *
 * Returns: (transfer none): all that is known
 */
const VslDebateFields *
vsl_debate_get_fields (VslDebate *self)
{
  g_return_val_if_fail (VSL_IS_DEBATE (self), NULL);

  return &self->fields;
}

/**
 * vsl_debate_get_id:
 * @self: the debate
 *
 * Returns: (transfer none) (nullable): its id; %NULL when it was never stored
 */
const char *
vsl_debate_get_id (VslDebate *self)
{
  g_return_val_if_fail (VSL_IS_DEBATE (self), NULL);

  return self->fields.id;
}

/**
 * vsl_debate_get_name:
 * @self: the debate
 *
 * Returns: (transfer none): what people call it: the title, else the series; may be empty
 */
const char *
vsl_debate_get_name (VslDebate *self)
{
  g_return_val_if_fail (VSL_IS_DEBATE (self), NULL);

  return *self->fields.title != '\0' ? self->fields.title : self->fields.series;
}

/**
 * vsl_debate_make_article:
 * @self: the debate
 *
 * Returns: (transfer full): a report that is still to be written: it has the event, the language and
 *   the participants, with the chair
 */
VslArticle *
vsl_debate_make_article (VslDebate *self)
{
  VslArticleBuilder *builder;
  guint i;

  g_return_val_if_fail (VSL_IS_DEBATE (self), NULL);

  builder = vsl_article_builder_new (NULL);
  vsl_article_builder_set_kind (builder, VSL_KIND_REPORT);
  vsl_article_builder_set_language (builder, self->fields.language);
  vsl_article_builder_set_text (builder, VSL_FIELD_EVENT, vsl_debate_get_name (self));
  for (i = 0; i < self->fields.participants->len; i++)
    vsl_article_builder_add_participant (builder,
                                         g_ptr_array_index (self->fields.participants, i));

  return vsl_article_builder_end (builder);
}
