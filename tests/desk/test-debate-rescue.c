/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "fixture.h"

#include "desk/vsl-debate-copy.h"
#include "desk/vsl-debate-pad.h"
#include "desk/vsl-desk-debates.h"
#include "desk/vsl-desk-reader.h"
#include "desk/vsl-participant-list.h"
#include "store/vsl-store-debates.h"

#include <string.h>

/* What is written of a debate while the disk is full: it goes to the second place, and is there at the
 * next start. The linker puts the disk of the test in the place of the real one. */

static gboolean disk_is_full;

VslDebate *__real_vsl_store_save_debate (VslStore *self, VslDebate *debate, gint64 now, GError **error);
VslDebate *__wrap_vsl_store_save_debate (VslStore *self, VslDebate *debate, gint64 now, GError **error);

VslDebate *
__wrap_vsl_store_save_debate (VslStore   *self,
                              VslDebate  *debate,
                              gint64      now,
                              GError    **error)
{
  if (!disk_is_full)
    return __real_vsl_store_save_debate (self, debate, now, error);

  g_set_error_literal (error, VSL_STORE_ERROR, VSL_STORE_ERROR_FULL, "The disk is full.");
  return NULL;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture_set_up (fixture, data);
  fixture_open (fixture);
}

static void
closed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr(GError) error = NULL;

  /* The text is in the second place only, and the closing says so. */
  g_assert_false (vsl_desk_close_finish (VSL_DESK (object), result, &error));
  g_assert_nonnull (error);
  *(gboolean *) data = TRUE;
}

static void
write_along (VslDebateDocument *document)
{
  const char *const statements[] = { "De duinen groeien vanzelf.", NULL };
  g_autoptr(VslPerson) person = vsl_person_new ("Lien", "Van den", "Abeele", TRUE);
  g_autoptr(VslParticipant) participant = vsl_participant_new (person, "dijkgraaf", "Raad", TRUE);

  vsl_debate_document_set_text (document, VSL_DEBATE_TITLE, "Kust ‘é’");
  vsl_debate_document_set_text (document, VSL_DEBATE_NOTES, "Regel een\nRegel twee");
  vsl_debate_document_set_statements (document, statements);
  vsl_participant_list_insert (vsl_debate_document_get_participants (document), 0, participant);
  vsl_debate_pad_set_text (document, vsl_debate_pad_add (document, 0, "Lien Van den Abeele"), "Let op");
}

static char *
make_path (Fixture    *fixture,
           const char *id)
{
  g_autofree char *name = g_strconcat (id, ".debate.json", NULL);

  return g_build_filename (fixture->data_dir, "recovery", name, NULL);
}

/* The message names the copy; where the disk works again, the copy goes. */
static void
test_again (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(VslDebateDocument) document = vsl_desk_new_debate (fixture->desk, "nl", NULL);
  g_autofree char *path = make_path (fixture, vsl_debate_document_get_id (document));

  disk_is_full = TRUE;
  write_along (document);
  WAIT_WHILE (vsl_debate_document_get_save_state (document) != VSL_SAVE_FAILED);
  g_assert_nonnull (strstr (vsl_debate_document_get_save_error (document), path));
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));

  disk_is_full = FALSE;
  vsl_debate_document_save_async (document, NULL, NULL);
  WAIT_WHILE (vsl_debate_document_get_save_state (document) != VSL_SAVE_SAVED);
  g_assert_null (vsl_debate_document_get_save_error (document));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_next_start (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr(VslDebateDocument) document = vsl_desk_new_debate (fixture->desk, "nl", NULL);
  g_autofree char *id = g_strdup (vsl_debate_document_get_id (document));
  g_autofree char *path = make_path (fixture, id);
  g_autoptr(VslDebate) debate = NULL;
  g_autoptr(VslPad) pad = NULL;
  const VslDebateFields *fields;
  gboolean closed = FALSE;

  disk_is_full = TRUE;
  write_along (document);
  WAIT_WHILE (vsl_debate_document_get_save_state (document) != VSL_SAVE_FAILED);
  vsl_desk_close_async (fixture->desk, closed_cb, &closed);
  WAIT_WHILE (!closed);
  g_clear_object (&document);
  g_clear_object (&fixture->desk);

  disk_is_full = FALSE;
  fixture_open (fixture);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  debate = vsl_desk_load_debate (fixture->desk, id, NULL);
  fields = vsl_debate_get_fields (debate);
  g_assert_cmpstr (fields->title, ==, "Kust ‘é’");
  g_assert_cmpstr (fields->notes, ==, "Regel een\nRegel twee");
  g_assert_cmpstr (fields->statements[0], ==, "De duinen groeien vanzelf.");
  g_assert_cmpstr (vsl_participant_get_name (g_ptr_array_index (fields->participants, 0)), ==,
                   "Lien Van den Abeele");
  g_assert_true (vsl_participant_get_chair (g_ptr_array_index (fields->participants, 0)));
  pad = vsl_desk_load_pad (fixture->desk, id, NULL);
  g_assert_cmpuint (vsl_pad_get_entries (pad)->len, ==, 1);
}

/* A file that was spoilt is left alone, and says so. */
static void
test_spoilt (void)
{
  static const char *const files[] = {
    "", "{", "[]", "{\"series\":1}", "{\"series\":\"\",\"title\":\"\"}",
  };
  VslDebateFields fields = { .id = "a", .title = "Kust" };
  g_autoptr(VslDebate) base = vsl_debate_new (&fields);
  g_autoptr(GBytes) whole = vsl_debate_copy_write (base, NULL);
  g_autoptr(VslDebate) debate = NULL;
  g_autoptr(VslPad) pad = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (vsl_debate_copy_read (whole, base, &debate, &pad, &error));
  g_assert_no_error (error);
  g_assert_null (pad);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr(GBytes) bytes = g_bytes_new_static (files[i], strlen (files[i]));
      g_autoptr(GError) problem = NULL;

      g_assert_false (vsl_debate_copy_read (bytes, base, &debate, &pad, &problem));
      g_assert_nonnull (problem);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/debate-rescue/again", Fixture, NULL, set_up, test_again, fixture_tear_down);
  g_test_add ("/debate-rescue/next-start", Fixture, NULL, set_up, test_next_start,
              fixture_tear_down);
  g_test_add_func ("/debate-rescue/spoilt", test_spoilt);

  return g_test_run ();
}
