/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-exchange"

#include "config.h"

#include "exchange/vsl-import-notes.h"

#include <glib/gi18n.h>

/* A file with a no-break space between all of its words is one fault, not a hundred thousand. */
#define MAX_PER_RULE 500

typedef struct
{
  VslFinding *finding; /* (owned) */
  guint order;
} Entry;

struct _VslImportNotes
{
  GArray *entries; /* (owned) of Entry */
  guint counts[VSL_N_NOTES];
};

static const struct
{
  const char *rule;
  const char *message;
} notes[VSL_N_NOTES] = {
  [VSL_NOTE_ENCODING] = { "import.encoding",
                          N_ ("The file was not plain UTF-8; its text was converted.") },
  [VSL_NOTE_LINE_ENDS] = { "import.line-ends",
                           N_ ("The line ends of another system were replaced.") },
  [VSL_NOTE_NO_BREAK_SPACE] = { "import.no-break-space",
                                N_ ("A stray no-break space was made an ordinary space.") },
  [VSL_NOTE_BLANK_LINES] = { "import.blank-lines", N_ ("Surplus blank lines were left out.") },
  [VSL_NOTE_TYPED_BULLET] = { "import.typed-bullet",
                              N_ ("A typed bullet was made an item of a list.") },
  [VSL_NOTE_UNKNOWN_KEY] = { "import.unknown-key",
                             N_ ("This line of the front matter is not known here; it was put at "
                                 "the top of the text.") },
  [VSL_NOTE_FINAL_NEWLINE] = { "import.final-newline",
                               N_ ("The last line did not end; it does now.") },
};

static void
clear_entry (gpointer data)
{
  g_clear_object (&((Entry *) data)->finding);
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const Entry *first = a;
  const Entry *second = b;
  guint lines[2] = { vsl_finding_get_line (first->finding), vsl_finding_get_line (second->finding) };
  guint columns[2] = { vsl_finding_get_column (first->finding),
                       vsl_finding_get_column (second->finding) };

  if (lines[0] != lines[1])
    return lines[0] < lines[1] ? -1 : 1;
  if (columns[0] != columns[1])
    return columns[0] < columns[1] ? -1 : 1;

  return first->order < second->order ? -1 : first->order > second->order;
}

/**
 * vsl_import_notes_new:
 *
 * Returns: (transfer full): an empty list
 */
VslImportNotes *
vsl_import_notes_new (void)
{
  VslImportNotes *self = g_new0 (VslImportNotes, 1);

  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_array_set_clear_func (self->entries, clear_entry);

  return self;
}

/**
 * vsl_import_notes_free:
 * @self: the list
 */
void
vsl_import_notes_free (VslImportNotes *self)
{
  g_array_unref (self->entries);
  g_free (self);
}

/**
 * vsl_import_notes_add:
 * @self: the list
 * @note: what was put right
 * @line: on which line of the file, from 1
 * @column: from which column, in characters from 1
 * @text: the characters concerned as they stand in the file
 *
 * Adds a finding. After some hundreds of one rule they are only counted.
 */
void
vsl_import_notes_add (VslImportNotes *self,
                      VslNote         note,
                      guint           line,
                      guint           column,
                      const char     *text)
{
  Entry entry = { NULL, self->entries->len };

  if (++self->counts[note] > MAX_PER_RULE)
    return;

  entry.finding = vsl_finding_new_at_line (notes[note].rule,
                                           note == VSL_NOTE_UNKNOWN_KEY ? VSL_LEVEL_WARNING
                                                                        : VSL_LEVEL_INFO,
                                           line, column, text, _(notes[note].message));
  g_array_append_val (self->entries, entry);
}

/**
 * vsl_import_notes_wants:
 * @self: the list
 * @note: what was put right
 *
 * Returns: whether the text of one more is still quoted; when not, it is only counted
 */
gboolean
vsl_import_notes_wants (VslImportNotes *self,
                        VslNote         note)
{
  return self->counts[note] < MAX_PER_RULE;
}

/**
 * vsl_import_notes_end:
 * @self: the list
 *
 * Returns: (transfer full): a model of #VslFinding in the order of the file; where there were more of
 *   one rule than are listed, one at the end tells how many
 */
GListModel *
vsl_import_notes_end (VslImportNotes *self)
{
  GListStore *store = g_list_store_new (VSL_TYPE_FINDING);
  guint i;

  g_array_sort (self->entries, compare_entries);
  for (i = 0; i < self->entries->len; i++)
    g_list_store_append (store, g_array_index (self->entries, Entry, i).finding);

  for (i = 0; i < VSL_N_NOTES; i++)
    {
      guint more = self->counts[i] - MIN (self->counts[i], MAX_PER_RULE);
      g_autoptr(VslFinding) finding = NULL;
      g_autofree char *message = NULL;

      if (more == 0)
        continue;
      /* Translators: the placeholders are a sentence and how many more places it is true of. */
      message = g_strdup_printf (ngettext ("%s The same in %u more place.",
                                           "%s The same in %u more places.", more),
                                 _(notes[i].message), more);
      finding = vsl_finding_new_at_line (notes[i].rule, VSL_LEVEL_INFO, 1, 1, "", message);
      g_list_store_append (store, finding);
    }

  return G_LIST_MODEL (store);
}
