/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

/* For libFuzzer: any bytes at all as a transcript. The first byte chooses the name of the file. */

#include "debate/vsl-transcript-reader.h"
#include "debate/vsl-transcript-writer.h"

#include <string.h>

int LLVMFuzzerTestOneInput (const guint8 *data,
                            size_t        size);

static const char *const names[] = {
  "a.vtt", "a.srt", "a.sbv", "a.tsv", "a.json", "a.docx", "a.xml", "a.txt", "a.md", NULL
};

static void
check_utterances (VslTranscript *transcript)
{
  g_autoptr(GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < vsl_transcript_get_n_utterances (transcript); i++)
    {
      VslUtterance *utterance = vsl_transcript_get_utterance (transcript, i);

      g_assert_true (g_hash_table_add (ids, (gpointer) vsl_utterance_get_id (utterance)));
      g_assert_true (g_utf8_validate (vsl_utterance_get_text (utterance), -1, NULL));
      g_assert_true (g_utf8_validate (vsl_utterance_get_speaker (utterance), -1, NULL));
    }
}

/* What we write ourselves has as many utterances when it is read again, unless nothing is left. */
static void
check_way_back (VslTranscript *transcript)
{
  g_autofree char *vtt = vsl_transcript_write (transcript, VSL_TRANSCRIPT_VTT, "t", "nl", NULL);
  g_autoptr(GBytes) bytes = g_bytes_new (vtt, strlen (vtt));
  g_autoptr(GError) error = NULL;
  g_autoptr(VslTranscript) again = vsl_transcript_read (bytes, "b.vtt", NULL, NULL, &error);

  if (again != NULL)
    g_assert_cmpuint (vsl_transcript_get_n_utterances (again), <=,
                      vsl_transcript_get_n_utterances (transcript));
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        size_t        size)
{
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(VslTranscript) transcript = NULL;

  if (size == 0)
    return 0;

  bytes = g_bytes_new (data + 1, size - 1);
  transcript = vsl_transcript_read (bytes, names[data[0] % (G_N_ELEMENTS (names) - 1)], NULL, NULL,
                                    &error);
  g_assert_true ((transcript == NULL) == (error != NULL));
  if (transcript == NULL)
    return 0;

  check_utterances (transcript);
  check_way_back (transcript);
  for (int format = 0; format < VSL_N_TRANSCRIPT_FORMATS; format++)
    {
      g_autofree char *text = vsl_transcript_write (transcript, format, "t", "nl", NULL);

      g_assert_true (g_utf8_validate (text, -1, NULL));
    }

  return 0;
}
