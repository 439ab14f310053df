/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "core/vsl-pad.h"
#include "core/vsl-transcript.h"

/* Words of which some are off the record, what they were corrected to, and what may be used then. */
typedef struct
{
  const char *name;
  const char *text;
  VslOffPart part;
  const char *corrected; /* (nullable) */
  const char *public;
} Case;

static const Case cases[] = {
  { "part", "Eén twee drie vier", { 4, 4 }, NULL, "Eén … drie vier" },
  { "beyond the end", "Eén twee", { 4, 99 }, NULL, "Eén …" },
  { "all", "Eén twee", { 0, 8 }, NULL, "…" },
  { "change before", "Eén twee drie", { 4, 4 }, "Nul en eén twee drie", "Nul en eén … drie" },
  { "change behind", "Eén twee drie", { 4, 4 }, "Eén twee drieëntwintig", "Eén … drieëntwintig" },
  { "change within", "Eén twee drie", { 4, 4 }, "Eén tweeëntwintig drie", "Eén … drie" },
  { "change around", "Eén twee drie", { 4, 4 }, "Tien elf twaalf", "…" },
};

static void
test_off_the_record (gconstpointer data)
{
  const Case *row = data;
  g_autoptr(VslUtterance) plain = vsl_utterance_new ("u1", 10, 20, "Iris Blok", row->text, FALSE);
  g_autoptr(GArray) parts = g_array_new (FALSE, FALSE, sizeof (VslOffPart));
  g_autoptr(VslUtterance) marked = NULL;
  g_autoptr(VslUtterance) corrected = NULL;
  g_autofree char *public = NULL;

  g_array_append_val (parts, row->part);
  marked = vsl_utterance_with_record (plain, FALSE, parts);
  corrected = row->corrected != NULL
              ? vsl_utterance_with_words (marked, "Jos de Wit", row->corrected)
              : g_object_ref (marked);

  public = vsl_utterance_dup_public_text (corrected);
  g_assert_cmpstr (public, ==, row->public);
  g_assert_cmpstr (vsl_utterance_get_id (corrected), ==, "u1");
  g_assert_cmpint (vsl_utterance_get_start_ms (corrected), ==, 10);
  g_assert_cmpint (vsl_utterance_get_end_ms (corrected), ==, 20);
}

static void
test_on_record (void)
{
  g_autoptr(GPtrArray) utterances = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(VslTranscript) transcript = NULL;
  g_autoptr(VslTranscript) public = NULL;
  g_autoptr(VslTranscript) again = NULL;

  g_ptr_array_add (utterances, vsl_utterance_new ("u1", 0, 1, "A", "Open.", FALSE));
  g_ptr_array_add (utterances, vsl_utterance_new ("u2", 1, 2, "B", "Geheim.", TRUE));
  transcript = vsl_transcript_new ("vtt", utterances, NULL);

  public = vsl_transcript_dup_on_record (transcript);
  g_assert_cmpuint (vsl_transcript_get_n_utterances (public), ==, 1);
  again = vsl_transcript_dup_on_record (public);
  g_assert_true (again == public);
}

/* The clock of a debate: pauses are left out, and it never runs backwards with the wall. */
static void
test_clock (void)
{
  VslPadClock never = { 0, 0, 0 };
  VslPadClock standing = { 100, 0, 4000 };
  VslPadClock running = { 100, 5000000, 4000 };

  g_assert_cmpint (vsl_pad_clock_read (&never, 9000000), ==, -1);
  g_assert_cmpint (vsl_pad_clock_read (&standing, 9000000), ==, 4000);
  g_assert_cmpint (vsl_pad_clock_read (&running, 9000000), ==, 8000);
  g_assert_cmpint (vsl_pad_clock_read (&running, 1000000), ==, 4000);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/utterance/off-the-record/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_off_the_record);
    }
  g_test_add_func ("/utterance/on-record", test_on_record);
  g_test_add_func ("/pad/clock", test_clock);

  return g_test_run ();
}
