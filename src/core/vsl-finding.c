/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-core"

#include "core/vsl-finding.h"

/**
 * VslFinding:
 *
 * Something in an article that deserves a look: which rule says so, where it is and what could be
 * done. A finding stands either in a field, by characters, or, when it concerns a file on disk, on a
 * line of it.
 *
 * Immutable; any thread.
 */
struct _VslFinding
{
  GObject parent_instance;

  char *rule;    /* (owned) */
  char *text;    /* (owned) */
  char *message; /* (owned) */
  char **fixes;  /* (owned) */
  VslLevel level;
  VslField field;
  gsize offset; /* characters */
  gsize length; /* characters */
  guint line;   /* from 1; 0 when unknown */
  guint column; /* from 1, characters; 0 when unknown */
};

G_DEFINE_FINAL_TYPE (VslFinding, vsl_finding, G_TYPE_OBJECT)

static void
vsl_finding_finalize (GObject *object)
{
  VslFinding *self = VSL_FINDING (object);

  g_free (self->rule);
  g_free (self->text);
  g_free (self->message);
  g_strfreev (self->fixes);

  G_OBJECT_CLASS (vsl_finding_parent_class)->finalize (object);
}

static void
vsl_finding_class_init (VslFindingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vsl_finding_finalize;
}

static void
vsl_finding_init (VslFinding *self)
{
}

/**
 * vsl_finding_new:
 * @rule: the id of the rule, for example `quote.unbalanced`
 * @level: how grave it is
 * @field: the field it stands in
 * @offset: where it starts in @field, in characters from 0
 * @length: how long it is, in characters
 * @text: the words concerned
 * @message: one translated sentence that says what is wrong
 * @fixes: (nullable): replacements for @text, best first
 *
 * Returns: (transfer full): a new finding
 */
VslFinding *
vsl_finding_new (const char         *rule,
                 VslLevel            level,
                 VslField            field,
                 gsize               offset,
                 gsize               length,
                 const char         *text,
                 const char         *message,
                 const char * const *fixes)
{
  VslFinding *self = g_object_new (VSL_TYPE_FINDING, NULL);

  self->rule = g_strdup (rule);
  self->level = level;
  self->field = field;
  self->offset = offset;
  self->length = length;
  self->text = g_strdup (text != NULL ? text : "");
  self->message = g_strdup (message != NULL ? message : "");
  self->fixes = fixes != NULL ? g_strdupv ((char **) fixes) : g_new0 (char *, 1);

  return self;
}

/**
 * vsl_finding_new_at_line:
 * @rule: the id of the rule
 * @level: how grave it is
 * @line: line of the file, from 1
 * @column: column of the file in characters, from 1
 * @text: the characters concerned, as they stand in the file
 * @message: one translated sentence
 *
 * A finding about the file itself: something that no field of the article holds any more.
 *
 * Returns: (transfer full): a new finding with field %VSL_FIELD_NONE
 */
VslFinding *
vsl_finding_new_at_line (const char *rule,
                         VslLevel    level,
                         guint       line,
                         guint       column,
                         const char *text,
                         const char *message)
{
  VslFinding *self = vsl_finding_new (rule, level, VSL_FIELD_NONE, 0, 0, text, message, NULL);

  self->length = g_utf8_strlen (self->text, -1);
  self->line = line;
  self->column = column;

  return self;
}

/**
 * vsl_finding_get_rule:
 * @self: the finding
 *
 * Returns: (transfer none): the id of the rule
 */
const char *
vsl_finding_get_rule (VslFinding *self)
{
  g_return_val_if_fail (VSL_IS_FINDING (self), NULL);

  return self->rule;
}

/**
 * vsl_finding_get_level:
 * @self: the finding
 *
 * Returns: how grave it is
 */
VslLevel
vsl_finding_get_level (VslFinding *self)
{
  g_return_val_if_fail (VSL_IS_FINDING (self), VSL_LEVEL_INFO);

  return self->level;
}

/**
 * vsl_finding_get_field:
 * @self: the finding
 *
 * Returns: the field it stands in, or %VSL_FIELD_NONE
 */
VslField
vsl_finding_get_field (VslFinding *self)
{
  g_return_val_if_fail (VSL_IS_FINDING (self), VSL_FIELD_NONE);

  return self->field;
}

/**
 * vsl_finding_get_offset:
 * @self: the finding
 *
 * Returns: where it starts in its field, in characters from 0
 */
gsize
vsl_finding_get_offset (VslFinding *self)
{
  g_return_val_if_fail (VSL_IS_FINDING (self), 0);

  return self->offset;
}

/**
 * vsl_finding_get_length:
 * @self: the finding
 *
 * Returns: its length in characters
 */
gsize
vsl_finding_get_length (VslFinding *self)
{
  g_return_val_if_fail (VSL_IS_FINDING (self), 0);

  return self->length;
}

/**
 * vsl_finding_get_line:
 * @self: the finding
 *
 * Returns: the line of the file, from 1; 0 when it is not about a file
 */
guint
vsl_finding_get_line (VslFinding *self)
{
  g_return_val_if_fail (VSL_IS_FINDING (self), 0);

  return self->line;
}

/**
 * vsl_finding_get_column:
 * @self: the finding
 *
 * Returns: the column of the file in characters, from 1; 0 when it is not about a file
 */
guint
vsl_finding_get_column (VslFinding *self)
{
  g_return_val_if_fail (VSL_IS_FINDING (self), 0);

  return self->column;
}

/**
 * vsl_finding_get_text:
 * @self: the finding
 *
 * Returns: (transfer none): the words concerned
 */
const char *
vsl_finding_get_text (VslFinding *self)
{
  g_return_val_if_fail (VSL_IS_FINDING (self), NULL);

  return self->text;
}

/**
 * vsl_finding_get_message:
 * @self: the finding
 *
 * Returns: (transfer none): one translated sentence that says what is wrong
 */
const char *
vsl_finding_get_message (VslFinding *self)
{
  g_return_val_if_fail (VSL_IS_FINDING (self), NULL);

  return self->message;
}

/**
 * vsl_finding_get_fixes:
 * @self: the finding
 *
 * Returns: (transfer none): replacements, best first; never %NULL
 */
const char * const *
vsl_finding_get_fixes (VslFinding *self)
{
  g_return_val_if_fail (VSL_IS_FINDING (self), NULL);

  return (const char * const *) self->fixes;
}
