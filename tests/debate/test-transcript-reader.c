/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "core/vsl-text.h"
#include "debate/vsl-transcript-reader.h"

#include <gio/gio.h>
#include <string.h>

/*
 * One file in the shape of each program, and what comes of it: `start-end speaker: words` a line,
 * times in ms, a question mark for what is unknown.
 */
typedef struct
{
  const char *name;
  const char *file;
  const char *format; /* as it is recognised */
  const char *text;
  const char *expected;
} FileCase;

static const FileCase files[] = {
  { "teams-vtt", "overleg.vtt", "vtt",
    "WEBVTT\r\n\r\n"
    "90a4b0c8-b2ca-4147-85e9-515fe750cc7a/18-0\r\n"
    "00:00:34.590 --> 00:00:40.633\r\n"
    "<v Ria van der Zee>Het water staat ons aan de lippen,\r\n"
    "en dat is geen beeldspraak</v>\r\n\r\n"
    "90a4b0c8-b2ca-4147-85e9-515fe750cc7a/18-1\r\n"
    "00:00:40.633 --> 00:00:43.100\r\n"
    "<v Ria van der Zee>meer.</v>\r\n\r\n"
    "90a4b0c8-b2ca-4147-85e9-515fe750cc7a/23-0\r\n"
    "00:00:43.200 --> 00:00:45.000\r\n"
    "<v Ria van der Zee>Volgende punt.</v>\r\n\r\n"
    "90a4b0c8-b2ca-4147-85e9-515fe750cc7a/24-0\r\n"
    "00:00:46.000 --> 00:00:47.000\r\n"
    "<v Carlos D&#237;as (Gast)>S&amp;P zegt: <i>nee</i>.</v>\r\n",
    "34590-43100 Ria van der Zee: Het water staat ons aan de lippen, en dat is geen beeldspraak meer.\n"
    "43200-45000 Ria van der Zee: Volgende punt.\n"
    "46000-47000 Carlos Días (Gast): S&P zegt: nee.\n" },
  { "teams-vtt-old", "oud.vtt", "vtt",
    "WEBVTT\r\n\r\n0:0:13.850 --> 0:0:33.520\r\n<v Wim Houter>Goedemiddag.</v>\r\n\r\n"
    "0:1:2.5 --> 0:1:4.25\r\n<v Ria Zee>Dag.</v>\r\n",
    "13850-33520 Wim Houter: Goedemiddag.\n62500-64250 Ria Zee: Dag.\n" },
  { "zoom-vtt", "GMT.transcript.vtt", "vtt",
    "WEBVTT\r\n\r\n1\r\n00:04:07.450 --> 00:04:08.589\r\nIris Blok: Goedemorgen.\r\n\r\n"
    "2\r\n00:04:09.000 --> 00:04:10.000\r\nIris Blok: We beginnen.\r\n\r\n"
    "3\r\n00:04:20.000 --> 00:04:21.000\r\nTom Winter | Gemeente: Om 10:30: koffie.\r\n",
    "247450-250000 Iris Blok: Goedemorgen. We beginnen.\n"
    "260000-261000 Tom Winter | Gemeente: Om 10:30: koffie.\n" },
  { "youtube-rolling", "video.nl.vtt", "vtt",
    "WEBVTT\nKind: captions\nLanguage: nl\n\n"
    "00:00:00.000 --> 00:00:02.000 align:start position:0%\n \nhet<00:00:00.960><c> water</c>\n\n"
    "00:00:02.000 --> 00:00:02.010 align:start position:0%\nhet water\n \n\n"
    "00:00:02.010 --> 00:00:04.000 align:start position:0%\nhet water\nkomt<00:00:03.000><c> komt</c>\n\n"
    "00:00:04.000 --> 00:00:04.010 align:start position:0%\nkomt komt\n \n\n"
    "00:00:04.010 --> 00:00:06.000 align:start position:0%\nkomt komt\ner aan\n",
    "0-2010 ?: het water\n2010-4010 ?: komt komt\n4010-6000 ?: er aan\n" },
  { "srt", "a.srt", "srt",
    "1\n00:00:01,000 --> 00:00:04,000\n<i>Eén</i> regel\nen twee\n\n"
    "2\n00:00:05,000 --> 00:00:06,000\nPijl --> in de tekst\n",
    "1000-4000 ?: Eén regel en twee\n5000-6000 ?: Pijl --> in de tekst\n" },
  { "srt-without-blank-lines", "b.srt", "srt",
    "1\n00:00:01,000 --> 00:00:02,000\nA\n2\n00:00:03,000 --> 00:00:04,000\nB\n",
    "1000-2000 ?: A\n3000-4000 ?: B\n" },
  { "srt-windows-1252", "c.srt", "srt",
    "1\n00:00:01,000 --> 00:00:02,000\nEen idee\xEB"
    "n\n",
    "1000-2000 ?: Een ideeën\n" },
  { "sbv", "d.sbv", "sbv", "0:00:01.000,0:00:04.000\nEen\nTwee\n\n0:00:05.000,0:00:06.000\nDrie\n",
    "1000-4000 ?: Een Twee\n5000-6000 ?: Drie\n" },
  { "whisper-vtt", "e.vtt", "vtt", "WEBVTT\n\n00:01.500 --> 00:03.000\nKort.\n",
    "1500-3000 ?: Kort.\n" },
  { "whisperx", "f.vtt", "vtt",
    "WEBVTT\n\n00:01.000 --> 00:02.000\n[SPEAKER_00]: Ja.\n\n00:05.000 --> 00:06.000\n[SPEAKER_01]: Nee.\n",
    "1000-2000 SPEAKER_00: Ja.\n5000-6000 SPEAKER_01: Nee.\n" },
  { "whisper-cpp", "g.vtt", "vtt",
    "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n (speaker 0) Ja.\n\n"
    "00:00:05.000 --> 00:00:06.000\n (speaker 1) Nee.\n",
    "1000-2000 speaker 0: Ja.\n5000-6000 speaker 1: Nee.\n" },
  { "whisper-tsv", "h.tsv", "tsv", "start\tend\ttext\n0\t1500\tEen.\n1500\t2500\tTwee.\n",
    "0-1500 ?: Een.\n1500-2500 ?: Twee.\n" },
  { "whisper-json", "i.json", "json",
    "{\"text\":\"x\",\"segments\":[{\"id\":0,\"start\":0.0,\"end\":1.5,\"text\":\" Een.\"},"
    "{\"start\":3,\"end\":4.25,\"text\":\"Twee.\",\"speaker\":\"SPEAKER_01\"}]}",
    "0-1500 ?: Een.\n3000-4250 SPEAKER_01: Twee.\n" },
  { "zoom-captions", "meeting_saved_closed_caption.txt", "zoom-captions",
    "[Iris Blok] 14:03:22\nGoedemiddag allemaal.\n\n[Tom Winter] 14:03:30\nDag.\n",
    "0-8000 Iris Blok: Goedemiddag allemaal.\n8000-? Tom Winter: Dag.\n" },
  { "zoom-chat", "chat.txt", "zoom-chat",
    "00:00:55\tIris Blok:\tDag\r\n00:01:00\tTom Winter:\tHallo\r\nallemaal\r\n",
    "55000-60000 Iris Blok: Dag\n60000-? Tom Winter: Hallo allemaal\n" },
  { "google-meet", "notulen.txt", "text",
    "Overleg (2026-05-01)\nAttendees\nIris Blok, Tom Winter, Tom Winter's Presentation\n"
    "Transcript\n00:00:00\n\nIris Blok: Welkom.\nTom Winter: Dank je.\n00:05:00\n\n"
    "Iris Blok: Verder.\n\nTranscription ended after 00:30:30\n\n"
    "This editable transcript was computer generated and might contain errors.\n",
    "0-? Iris Blok: Welkom.\n0-300000 Tom Winter: Dank je.\n300000-? Iris Blok: Verder.\n" },
  { "meet-markdown", "notulen.md", "text",
    "**Iris Blok:** Welkom.\n\n**Tom Winter:** Dank je.\n\n**Iris Blok:** Graag gedaan.\n",
    "?-? Iris Blok: Welkom.\n?-? Tom Winter: Dank je.\n?-? Iris Blok: Graag gedaan.\n" },
  { "meet-one-turn-each", "kort.txt", "text",
    "Overleg dijken\n\nAttendees\n\nIris Blok, Tom Winter, Iris Blok's Presentation\n\nTranscript\n\n"
    "Iris Blok: Welkom.\nHet punt is: we zijn laat.\nTom Winter: Ja.\nConclusie: geen.\n",
    "?-? Iris Blok: Welkom. Het punt is: we zijn laat.\n?-? Tom Winter: Ja. Conclusie: geen.\n" },
  { "minutes-sentence-with-colon", "statenzaal.txt", "minutes",
    "De voorzitter:\nGoedemorgen.\n\n**De heer Bos (PvdD)**:\nVoorzitter, dank.\n\n"
    "Staatssecretaris Van der Laan:\nIk antwoord: ja.\n",
    "?-? De voorzitter: Goedemorgen.\n?-? De heer Bos (PvdD): Voorzitter, dank.\n"
    "?-? Staatssecretaris Van der Laan: Ik antwoord: ja.\n" },
  { "zoom-chat-saved", "meeting_saved_chat.txt", "zoom-chat",
    "10:01:02\t From  Iris Blok  to  Everyone:\n\tDag allemaal\n10:01:09 From Tom Winter : Hoi\n"
    "10:02:00 Van Ria van der Zee aan Iedereen:\n\tWat een debat\n",
    "0-7000 Iris Blok: Dag allemaal\n7000-58000 Tom Winter: Hoi\n"
    "58000-? Ria van der Zee: Wat een debat\n" },
  { "whisper-cpp-json", "k.json", "json",
    "{\"systeminfo\":\"AVX\",\"result\":{\"language\":\"nl\"},\"transcription\":[{\"timestamps\":"
    "{\"from\":\"00:00:00,000\",\"to\":\"00:00:02,500\"},\"offsets\":{\"from\":0,\"to\":2500},"
    "\"text\":\" Het water.\"}]}",
    "0-2500 ?: Het water.\n" },
  { "minutes", "raad.txt", "minutes",
    "De **voorzitter**:\nIk open de vergadering.\n\nMevrouw Zee (PvdD):\nDank u, voorzitter. Twee punten: een en twee.\n\n"
    "De heer Houter:\nGeen vragen.\n",
    "?-? De voorzitter: Ik open de vergadering.\n"
    "?-? Mevrouw Zee (PvdD): Dank u, voorzitter. Twee punten: een en twee.\n"
    "?-? De heer Houter: Geen vragen.\n" },
  { "teams-text", "teams.txt", "teams",
    "Overleg-20260615_133555-Meeting Transcript\n15 June 2026, 03:35am\n27m 42s\n"
    "Iris Blok started transcription\n\nTom Winter   0:03\nGoedemorgen.\n\nIris Blok   0:09\nDag.\n",
    "3000-9000 Tom Winter: Goedemorgen.\n9000-? Iris Blok: Dag.\n" },
  { "tei", "debat.xml", "tei",
    "<?xml version=\"1.0\"?>\n<TEI><teiHeader><listPerson><person xml:id=\"RiaZee\"><persName>"
    "<surname>Zee</surname><forename>Ria</forename><nameLink>van der</nameLink></persName></person>"
    "</listPerson></teiHeader><text><body><div><note>Opening</note><u who=\"#RiaZee\" ana=\"#chair\">"
    "<seg>Goede<note>(geroezemoes)</note></seg><seg>middag.</seg></u><u who=\"#X\"><seg>Dag.</seg></u>"
    "</div></body></text></TEI>",
    "?-? Ria van der Zee: Goede middag.\n?-? X: Dag.\n" },
  { "tei-times", "debat.xml", "tei",
    "<?xml version=\"1.0\"?>\n<TEI><teiHeader/><text><timeline unit=\"s\"><when xml:id=\"T0\"/>"
    "<when xml:id=\"T1\" interval=\"1.5\" since=\"#T0\"/><when xml:id=\"T2\" interval=\"2\" since=\"#T1\"/>"
    "<when xml:id=\"T3\" interval=\"-9\" since=\"#T0\"/><when xml:id=\"T4\" interval=\"nan\"/>"
    "<when xml:id=\"T5\" interval=\"1e300\"/></timeline><body>"
    "<u who=\"#A\" start=\"#T1\" end=\"#T2\">Een.</u><u who=\"#B\" start=\"#T3\" end=\"#T4\">Twee.</u>"
    "<u who=\"#C\" start=\"#T5\" end=\"#T9\">Drie.</u>"
    "<u who=\"#D\"><anchor synch=\"#T1\"/>Vier.<anchor synch=\"#T2\"/></u></body></text></TEI>",
    "1500-3500 A: Een.\n?-? B: Twee.\n?-? C: Drie.\n1500-3500 D: Vier.\n" },
  { "tei-minutes", "debat.xml", "tei",
    "<TEI><text><timeline unit=\"min\"><when xml:id=\"m\" interval=\"1\"/></timeline><body>"
    "<u who=\"#A\" start=\"#m\">Een.</u></body></text></TEI>",
    "60000-? A: Een.\n" },
  { "note-style-region", "j.vtt", "vtt",
    "\xEF\xBB\xBFWEBVTT - titel\n\nNOTE gemaakt door iemand\nover twee regels\n\nSTYLE\n::cue {}\n\n"
    "REGION\nid:x\n\nNOTEDOP\n00:01.000 --> 00:02.000\nTekst.\n",
    "1000-2000 ?: Tekst.\n" },
  { "voices-in-one-cue", "k.vtt", "vtt",
    "WEBVTT\n\n00:01.000 --> 00:02.000\n<v A. Een>Ja.</v>\n<v.hard B. Twee>Nee!</v>\n",
    "1000-2000 A. Een: Ja.\n1000-2000 B. Twee: Nee!\n" },
  { "own-ids", "l.vtt", "vtt",
    "WEBVTT\n\nu7\n00:01.000 --> 00:02.000\n<v Ria>Een.</v>\n\nu9\n00:02.000 --> 00:03.000\n<v Ria>Twee.</v>\n",
    "1000-2000 Ria: Een.\n2000-3000 Ria: Twee.\n" },
  { "changes-of-speaker", "n.vtt", "vtt",
    "WEBVTT\n\n00:01.000 --> 00:02.000\n&gt;&gt; Een.\n>> Twee -&gt;&gt; drie.\n\n"
    "00:05.000 --> 00:06.000\n<v Ria>>> Vier.</v>\n",
    "1000-2000 ?: Een.\n1000-2000 ?: Twee ->> drie.\n5000-6000 Ria: >> Vier.\n" },
  { "control-characters", "o.vtt", "vtt",
    "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ria>Een\x0B\x0Ctwee.</v>\n",
    "1000-2000 Ria: Een twee.\n" },
  { "two-in-one-cue", "p.srt", "srt",
    "1\n00:00:01,000 --> 00:00:02,000\n- Hoe gaat het\nmet jou?\n- Goed.\n\n"
    "2\n00:00:05,000 --> 00:00:06,000\n- <v Tom>Ja</v>\n- <v Ria>Nee</v>\n\n"
    "3\n00:00:08,000 --> 00:00:09,000\n- Nou nee.\n",
    "1000-2000 ?: Hoe gaat het met jou?\n1000-2000 ?: Goed.\n5000-6000 Tom: Ja\n"
    "5000-6000 Ria: Nee\n8000-9000 ?: - Nou nee.\n" },
  { "styles-of-players", "q.srt", "srt",
    "1\n00:00:01,000 --> 00:00:02,000 X1:100 X2:200\n{\\an8}<font color=\"#ff0\">Geel</font> {a}\n",
    "1000-2000 ?: Geel {a}\n" },
  { "named-references", "r.vtt", "vtt",
    "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Jos&eacute;>&euro;&nbsp;5 &hellip; &rsquo;s avonds &amp;amp;\n",
    "1000-2000 José: € 5 … ’s avonds &amp;\n" },
  { "names-without-capital", "s.vtt", "vtt",
    "WEBVTT\n\n00:01.000 --> 00:02.000\niPad van Piet: Hoor ik u?\n\n"
    "00:05.000 --> 00:06.000\n李明 (Delft): Ja.\n\n00:09.000 --> 00:10.000\n+31 6 12: Ik ook.\n\n"
    "00:13.000 --> 00:14.000\nhttps://voorbeeld.nl: zie daar\n",
    "1000-2000 iPad van Piet: Hoor ik u?\n5000-6000 李明 (Delft): Ja.\n9000-10000 +31 6 12: Ik ook.\n"
    "13000-14000 ?: https://voorbeeld.nl: zie daar\n" },
  { "name-as-first-line", "t.txt", "vtt",
    "0:0:5.100 --> 0:0:8.250\nIris Blok\nDag.\n\n0:0:11.0 --> 0:0:12.0\nTom Winter\nHoi\nallemaal.\n",
    "5100-8250 Iris Blok: Dag.\n11000-12000 Tom Winter: Hoi allemaal.\n" },
  { "silent-voice", "u.vtt", "vtt",
    "WEBVTT\n\n00:05.000 --> 00:06.000\nTekst.\n\n00:07.000 --> 00:08.000\n<v Ria></v>\n",
    "5000-6000 ?: Tekst.\n" },
  { "name-and-time", "v.md", "text",
    "**Iris Blok** (00:03): Hallo.\n\nTom Winter [0:00:09]\nDag.\nWat (in het kort): niets.\n",
    "3000-9000 Iris Blok: Hallo.\n9000-? Tom Winter: Dag. Wat (in het kort): niets.\n" },
  { "name-above-time", "w.txt", "text",
    "Iris Blok\n00:00:03\nHallo.\n\nTom Winter\n00:00:08\nDag.\n",
    "3000-8000 Iris Blok: Hallo.\n8000-? Tom Winter: Dag.\n" },
  { "meet-dutch", "x.txt", "text",
    "Transcriptie\n\n00:00:00\n \nIris Blok: Dag.\n\nTranscriptie is beëindigd na 00:30:30\n\n"
    "Deze bewerkbare transcriptie is computergegenereerd.\n",
    "0-? Iris Blok: Dag.\n" },
  { "notes-between-speeches", "y.txt", "minutes",
    "De heer **Bos** (PvdD):\nDank.\n(Geroffel op de bankjes)\n\n"
    "De vergadering wordt van 21.00 uur tot 21.15 uur geschorst.\n\nDe **voorzitter**:\nVerder (nu).\n",
    "?-? De heer Bos (PvdD): Dank.\n?-? De voorzitter: Verder (nu).\n" },
  { "zoom-captions-half-days", "z.txt", "zoom-captions",
    "[Iris Blok] 11:59:50 AM\nDag.\n\n[Tom Winter] 12:00:00 PM\nHoi.\n",
    "0-10000 Iris Blok: Dag.\n10000-? Tom Winter: Hoi.\n" },
  { "zoom-chat-answers", "aa.txt", "zoom-chat",
    "00:15:46\tIris Blok:\tDag\r\n00:16:01\tTom Winter:\tReplying to \"Dag\"\r\n\r\nHoi\r\n"
    "00:16:10\tRia Zee:\tReacted to \"Dag\" with x\r\n"
    "00:16:20\tIris Blok (Direct Message):\tgeheim\r\nheel geheim\r\n00:16:30\tRia Zee:\tJa\r\n",
    "946000-961000 Iris Blok: Dag\n961000-970000 Tom Winter: Hoi\n990000-? Ria Zee: Ja\n" },
  { "zoom-chat-dates", "ab.txt", "zoom-chat",
    "2026-05-01 15:16:40 From Iris Blok to Everyone:\n\tDag\n"
    "2026-05-01 15:16:50 From Tom Winter To Iris Blok(Privately):\n\tPsst\n"
    "2026-05-01 15:17:00 From Ria Zee to Everyone:\n\tReplying to \"Dag\"\n\t\n\tHoi\n",
    "0-20000 Iris Blok: Dag\n20000-? Ria Zee: Hoi\n" },
  { "transformers-json", "ac.json", "json",
    "{\"text\":\"x\",\"chunks\":[{\"timestamp\":[0.0,2.5],\"text\":\" Een.\"},"
    "{\"timestamp\":[2.5,null],\"text\":\" Twee.\"}]}",
    "0-2500 ?: Een.\n2500-? ?: Twee.\n" },
  { "segments-alone", "ad.json", "json", "[ {\"start\":0,\"end\":1,\"text\":\"Een.\"}]",
    "0-1000 ?: Een.\n" },
  { "tei-noises", "ae.xml", "tei",
    "<tei:TEI xmlns:tei=\"x\"><tei:person xml:id=\"R\"><tei:persName><tei:roleName>dr.</tei:roleName>"
    "<tei:forename>Ria</tei:forename><tei:forename>Eva</tei:forename><tei:surname>Zee</tei:surname>"
    "</tei:persName><tei:persName><tei:surname>Bos</tei:surname></tei:persName></tei:person>"
    "<tei:u who=\"#R\"><tei:seg>Dank<tei:incident><tei:desc>klopt</tei:desc></tei:incident> u. "
    "<tei:kinesic><tei:desc>Applaus</tei:desc></tei:kinesic><tei:w>Goed</tei:w> "
    "<tei:w join=\"right\">zo</tei:w>\n<tei:pc>!</tei:pc></tei:seg></tei:u></tei:TEI>",
    "?-? Ria Eva Zee: Dank u. Goed zo!\n" },
  { "less-than", "m.vtt", "vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\nAls a < b en b > c &amp; d &onbekend;\n",
    "1000-2000 ?: Als a < b en b > c & d &onbekend;\n" },
};

static char *
describe_time (gint64 ms)
{
  return ms == VSL_TIME_UNKNOWN ? g_strdup ("?") : g_strdup_printf ("%" G_GINT64_FORMAT, ms);
}

static char *
describe (VslTranscript *transcript)
{
  g_autoptr(GString) text = g_string_new (NULL);
  guint i;

  for (i = 0; i < vsl_transcript_get_n_utterances (transcript); i++)
    {
      VslUtterance *utterance = vsl_transcript_get_utterance (transcript, i);
      g_autofree char *start = describe_time (vsl_utterance_get_start_ms (utterance));
      g_autofree char *end = describe_time (vsl_utterance_get_end_ms (utterance));
      const char *speaker = vsl_utterance_get_speaker (utterance);

      g_string_append_printf (text, "%s-%s %s: %s\n", start, end,
                              *speaker != '\0' ? speaker : "?", vsl_utterance_get_text (utterance));
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static VslTranscript *
read_text (const char  *text,
           gssize       size,
           const char  *name,
           const char  *format,
           GError     **error)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, size < 0 ? strlen (text) : (gsize) size);

  return vsl_transcript_read (bytes, name, format, NULL, error);
}

static void
test_file (gconstpointer data)
{
  const FileCase *item = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(VslTranscript) transcript = read_text (item->text, -1, item->file, NULL, &error);
  g_autofree char *description = NULL;

  g_assert_no_error (error);
  description = describe (transcript);
  g_assert_cmpstr (description, ==, item->expected);
  g_assert_cmpstr (vsl_transcript_get_format (transcript), ==, item->format);
}

static void
test_own_ids (void)
{
  g_autoptr(VslTranscript) transcript =
    read_text ("WEBVTT\n\nu7\n00:01.000 --> 00:02.000\nEen.\n\nu9\n00:02.000 --> 00:03.000\nTwee.\n", -1,
          NULL, NULL, NULL);

  g_assert_cmpstr (vsl_utterance_get_id (vsl_transcript_get_utterance (transcript, 0)), ==, "u7");
  g_assert_cmpstr (vsl_utterance_get_id (vsl_transcript_get_utterance (transcript, 1)), ==, "u9");
}

static const struct
{
  const char *name;
  const char *text;
  const char *format;
  GQuark (*domain) (void);
  int code;
  const char *names; /* what the message must name */
} refusals[] = {
  { "empty", "", NULL, vsl_transcript_error_quark, VSL_TRANSCRIPT_ERROR_EMPTY, NULL },
  { "header-only", "WEBVTT\n\n", NULL, vsl_transcript_error_quark, VSL_TRANSCRIPT_ERROR_EMPTY, NULL },
  { "no-speakers", "Dit is een gewone tekst.\nZonder sprekers.\n", NULL,
    vsl_transcript_error_quark, VSL_TRANSCRIPT_ERROR_EMPTY, NULL },
  { "unknown-format", "x", "mp3", vsl_transcript_error_quark, VSL_TRANSCRIPT_ERROR_UNKNOWN_FORMAT, "mp3" },
  { "bad-tsv", "start\tend\ttext\n0\t1\tgoed\nx\t2\tfout\n", NULL, vsl_transcript_error_quark,
    VSL_TRANSCRIPT_ERROR_MALFORMED, "3" },
  { "bad-json", "{\"segments\":[{\"start\":0}]}", NULL, vsl_transcript_error_quark,
    VSL_TRANSCRIPT_ERROR_MALFORMED, "1" },
  { "cut-json", "{\"segments\":[", NULL, vsl_transcript_error_quark, VSL_TRANSCRIPT_ERROR_MALFORMED, "line 1" },
  { "cut-tei", "<TEI><text>\n<u who=\"#a\">", NULL, vsl_transcript_error_quark,
    VSL_TRANSCRIPT_ERROR_MALFORMED, "line 2" },
  { "entity-bomb",
    "<!DOCTYPE TEI [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]>\n<TEI><text><u who=\"#a\">&b;</u></text></TEI>",
    "tei", vsl_transcript_error_quark, VSL_TRANSCRIPT_ERROR_MALFORMED, NULL },
  { "not-a-docx", "PK\x03\x04 niet echt een zip", NULL, vsl_transcript_error_quark,
    VSL_TRANSCRIPT_ERROR_MALFORMED, NULL },
  { "rtf", "{\\rtf1\\ansi Iris: dag\\par}", NULL, vsl_transcript_error_quark,
    VSL_TRANSCRIPT_ERROR_UNKNOWN_FORMAT, "RTF" },
  { "substation-alpha", "\xEF\xBB\xBF[Script Info]\nTitle: x\n[Events]\nDialogue: 0,dag\n", NULL,
    vsl_transcript_error_quark, VSL_TRANSCRIPT_ERROR_UNKNOWN_FORMAT, "SubStation Alpha" },
  { "ttml", "<?xml version=\"1.0\"?>\n<tt xmlns=\"x\"><p begin=\"1s\">Dag: ja</p></tt>", NULL,
    vsl_transcript_error_quark, VSL_TRANSCRIPT_ERROR_UNKNOWN_FORMAT, "TTML" },
  { "binary", "\x01\x02\x03\x04", NULL, vsl_text_error_quark, VSL_TEXT_ERROR_BINARY, NULL },
};

static void
test_refusal (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr(GError) error = NULL;
  g_autoptr(VslTranscript) transcript = read_text (refusals[i].text, -1, NULL, refusals[i].format, &error);

  g_assert_null (transcript);
  g_assert_error (error, refusals[i].domain (), refusals[i].code);
  if (refusals[i].names != NULL)
    g_assert_nonnull (strstr (error->message, refusals[i].names));
}

static void
test_long_line (void)
{
  g_autoptr(GString) text = g_string_new ("WEBVTT\n\n00:01.000 --> 00:02.000\n");
  g_autoptr(GError) error = NULL;
  g_autoptr(VslTranscript) transcript = NULL;
  guint i;

  for (i = 0; i < 1024 * 1024; i++)
    g_string_append_c (text, 'a');
  transcript = read_text (text->str, (gssize) text->len, "lang.vtt", NULL, &error);

  g_assert_null (transcript);
  g_assert_error (error, VSL_TRANSCRIPT_ERROR, VSL_TRANSCRIPT_ERROR_MALFORMED);
  g_assert_nonnull (strstr (error->message, "4"));
}

/* Files that make a careless reader start over at every character: each is to be done in one pass,
 * which the time limit of the test program sees to. */
static const struct
{
  const char *name;
  const char *head;
  const char *unit;
  guint n_bytes;
} repeated[] = {
  { "open-tags", "WEBVTT\n\n00:01.000 --> 00:02.000\n", "<v \n", 4 * 1024 * 1024 },
  { "references", "WEBVTT\n\n00:01.000 --> 00:02.000\n", "&am\n", 4 * 1024 * 1024 },
  { "same-lines", "WEBVTT\n\n00:01.000 --> 00:02.000\na\na\na\n\n00:02.000 --> 00:03.000\n", "a\n",
    2 * 1024 * 1024 },
  { "one-speaker", "WEBVTT\n\n", "00:01.000 --> 00:02.000\n<v Ria>ja\n\n", 8 * 1024 * 1024 },
  { "colons", "A b: c\n", "De ::::::::: x\n", 4 * 1024 * 1024 },
  { "stars", "A b: c\n", "**A** **b**: x\n", 4 * 1024 * 1024 },
  { "brackets", "A b: c\n", "[[[[[[[[\n", 4 * 1024 * 1024 },
};

static void
test_repeated (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr(GString) text = g_string_new (repeated[i].head);
  g_autoptr(GError) error = NULL;
  g_autoptr(VslTranscript) transcript = NULL;

  while (text->len < repeated[i].n_bytes)
    g_string_append (text, repeated[i].unit);
  transcript = read_text (text->str, (gssize) text->len, NULL, NULL, &error);

  g_assert_true ((transcript == NULL) == (error != NULL));
}

static void
test_too_large (void)
{
  gsize size = 100 * 1024 * 1024;
  char *data = g_malloc (size);
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(VslTranscript) transcript = NULL;

  memset (data, 'a', size);
  bytes = g_bytes_new_take (data, size);
  transcript = vsl_transcript_read (bytes, "groot.vtt", NULL, NULL, &error);

  g_assert_null (transcript);
  g_assert_error (error, VSL_TRANSCRIPT_ERROR, VSL_TRANSCRIPT_ERROR_TOO_LARGE);
}

static void
test_warnings (void)
{
  g_autoptr(VslTranscript) transcript =
    read_text ("WEBVTT\n\nlos zinnetje\n\n00:03.000 --> 00:02.000\nTekst.\n\n"
               "00:00:61.000 --> 00:01:02.000 line:70%\nMeer.\n", -1, NULL, NULL, NULL);

  g_assert_cmpuint (vsl_transcript_get_n_warnings (transcript), ==, 3);
  g_assert_cmpuint (vsl_finding_get_line (vsl_transcript_get_warning (transcript, 2)), ==, 8);
  g_assert_cmpuint (vsl_finding_get_line (vsl_transcript_get_warning (transcript, 0)), ==, 3);
  g_assert_cmpuint (vsl_finding_get_line (vsl_transcript_get_warning (transcript, 1)), ==, 5);
}

/* A .docx as small as one can be: one member, stored (@method 0) or deflated (8). */
static GBytes *
pack_docx (const guint8 *packed,
           guint32       size,
           guint32       full_size,
           guint8        method)
{
  const char *member = "word/document.xml";
  GByteArray *out = g_byte_array_new ();
  guint8 local[30] = { 'P', 'K', 3, 4, 20, 0 };
  guint8 entry[46] = { 'P', 'K', 1, 2, 20, 0, 20, 0 };
  guint8 end[22] = { 'P', 'K', 5, 6, 0, 0, 0, 0, 1, 0, 1, 0 };
  guint32 directory;

  local[8] = method;
  entry[10] = method;
  memcpy (local + 18, &size, 4);
  memcpy (local + 22, &full_size, 4);
  local[26] = strlen (member);
  memcpy (entry + 20, &size, 4);
  memcpy (entry + 24, &full_size, 4);
  entry[28] = strlen (member);
  g_byte_array_append (out, local, sizeof local);
  g_byte_array_append (out, (const guint8 *) member, strlen (member));
  g_byte_array_append (out, packed, size);
  directory = out->len;
  g_byte_array_append (out, entry, sizeof entry);
  g_byte_array_append (out, (const guint8 *) member, strlen (member));
  memcpy (end + 16, &directory, 4);
  g_byte_array_append (out, end, sizeof end);

  return g_byte_array_free_to_bytes (out);
}

static GBytes *
make_docx (const char *document)
{
  return pack_docx ((const guint8 *) document, strlen (document), strlen (document), 0);
}

/* 200 MB of blanks that take 200 kB: refused before they are all unpacked. */
static void
test_zip_bomb (void)
{
  gsize size = 200 * 1024 * 1024, n_read = 0, n_written = 0, room = 1024 * 1024;
  g_autofree char *blanks = g_malloc (size);
  g_autofree guint8 *packed = g_malloc (room);
  g_autoptr(GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW, 1);
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(VslTranscript) transcript = NULL;

  memset (blanks, ' ', size);
  g_assert_cmpint (g_converter_convert (G_CONVERTER (compressor), blanks, size, packed, room,
                                        G_CONVERTER_INPUT_AT_END, &n_read, &n_written, &error),
                   ==, G_CONVERTER_FINISHED);
  g_assert_no_error (error);
  bytes = pack_docx (packed, n_written, size, 8);
  transcript = vsl_transcript_read (bytes, "bom.docx", NULL, NULL, &error);

  g_assert_null (transcript);
  g_assert_error (error, VSL_TRANSCRIPT_ERROR, VSL_TRANSCRIPT_ERROR_TOO_LARGE);
}

static void
test_docx (void)
{
  g_autoptr(GBytes) bytes = make_docx (
    "<?xml version=\"1.0\"?><w:document xmlns:w=\"x\"><w:body>"
    "<w:p><w:r><w:t>Overleg-Meeting Transcript</w:t></w:r></w:p>"
    "<w:p><w:r><w:t>Iris Blok started transcription</w:t></w:r></w:p>"
    "<w:p><w:r><w:t xml:space=\"preserve\">Tom Winter   0:03</w:t><w:br/><w:t>Goede</w:t></w:r>"
    "<w:r><w:t>morgen &amp; welkom.</w:t></w:r></w:p>"
    "<w:p><w:r><w:t xml:space=\"preserve\">Iris Blok   1:02:03</w:t></w:r></w:p>"
    "<w:p><w:r><w:t>Dag.</w:t></w:r></w:p></w:body></w:document>");
  g_autoptr(GError) error = NULL;
  g_autoptr(VslTranscript) transcript = vsl_transcript_read (bytes, "x.docx", NULL, NULL, &error);
  g_autofree char *description = NULL;

  g_assert_no_error (error);
  description = describe (transcript);
  g_assert_cmpstr (description, ==,
                   "3000-3723000 Tom Winter: Goedemorgen & welkom.\n3723000-? Iris Blok: Dag.\n");
}

/* Cut anywhere, no format may crash or hang; it reads or it refuses. */
static void
test_cut (void)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (files); i++)
    {
      gsize size = strlen (files[i].text), cut;

      for (cut = 0; cut < size; cut++)
        {
          g_autoptr(GError) error = NULL;
          g_autoptr(VslTranscript) transcript =
            read_text (files[i].text, (gssize) cut, files[i].file, NULL, &error);

          if ((transcript == NULL) != (error != NULL))
            g_error ("%s cut at %zu: %s", files[i].name, cut, error != NULL ? error->message : "no error");
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  guint i;

  g_test_init (&argc, &argv, NULL);

  for (i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_strconcat ("/transcript/read/", files[i].name, NULL);

      g_test_add_data_func (path, &files[i], test_file);
    }
  for (i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autofree char *path = g_strconcat ("/transcript/refuse/", refusals[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_refusal);
    }
  for (i = 0; i < G_N_ELEMENTS (repeated); i++)
    {
      g_autofree char *path = g_strconcat ("/transcript/repeated/", repeated[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_repeated);
    }
  g_test_add_func ("/transcript/own-ids", test_own_ids);
  g_test_add_func ("/transcript/long-line", test_long_line);
  g_test_add_func ("/transcript/too-large", test_too_large);
  g_test_add_func ("/transcript/warnings", test_warnings);
  g_test_add_func ("/transcript/docx", test_docx);
  g_test_add_func ("/transcript/zip-bomb", test_zip_bomb);
  g_test_add_func ("/transcript/cut", test_cut);

  return g_test_run ();
}
