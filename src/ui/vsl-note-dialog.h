/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * VslNoteQuestion:
 * @heading: what it is about
 * @body: (nullable): what to know before answering
 * @label: above the field: what is to be written there
 * @button: the action, with a mnemonic
 * @may_be_empty: whether it can be done without a word
 *
 * What a person is asked to write down. Translated texts.
 */
typedef struct
{
  const char *heading;
  const char *body;
  const char *label;
  const char *button;
  gboolean    may_be_empty;
} VslNoteQuestion;

/* Called with the note, without spaces around it; not when the person changed their mind. */
typedef void (*VslNoteDialogFunc) (const char *note, gpointer data);

void vsl_note_dialog_show (GtkWidget             *widget,
                           const VslNoteQuestion *question,
                           VslNoteDialogFunc      func,
                           gpointer               data,
                           GDestroyNotify         destroy);

G_END_DECLS
