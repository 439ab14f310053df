/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-debate"

#include "debate/vsl-report-writer.h"

#include "core/vsl-text.h"

#include <stdio.h>
#include <string.h>

/* What is being written, and who was named in it already. */
typedef struct
{
  VslDebate *debate;
  gboolean dutch;
  GString *body;    /* (owned) */
  GHashTable *named; /* (owned) names of speakers */
} Writer;

/* What Markdown would take for something else is said to be text. */
static void
append_escaped (GString    *body,
                const char *text)
{
  const char *p;

  for (p = text; *p != '\0'; p++)
    {
      if (strchr ("\\*_[]<>`", *p) != NULL)
        g_string_append_c (body, '\\');
      g_string_append_c (body, *p);
    }
}

static VslParticipant *
find_participant (VslDebate  *debate,
                  const char *name)
{
  GPtrArray *participants = vsl_debate_get_fields (debate)->participants;
  guint i;

  for (i = 0; i < participants->len; i++)
    {
      if (g_str_equal (vsl_participant_get_name (g_ptr_array_index (participants, i)), name))
        return g_ptr_array_index (participants, i);
    }

  return NULL;
}

/* The full name at the first mention, the last name after that. */
static char *
dup_mention (Writer     *writer,
             const char *speaker)
{
  VslParticipant *participant = find_participant (writer->debate, speaker);

  if (g_hash_table_add (writer->named, g_strdup (speaker)) || participant == NULL)
    return g_strdup (speaker);

  return vsl_person_dup_last_name (vsl_participant_get_person (participant));
}

/* `“Wij wachten niet”, zegt …` with the comma outside, `“We do not wait,” says …` with it inside.
 * A question or a call keeps its mark, and has no comma beside it. */
static void
append_attributed (Writer     *writer,
                   const char *text,
                   const char *mention)
{
  gboolean asks = g_str_has_suffix (text, "?");
  gboolean marked = asks || g_str_has_suffix (text, "!") || g_str_has_suffix (text, "…");
  gsize length = strlen (text);
  g_autofree char *bare = NULL;

  if (!marked && length > 0 && (text[length - 1] == '.' || text[length - 1] == ','))
    length--;
  bare = g_strndup (text, length);

  g_string_append (writer->body, "“");
  append_escaped (writer->body, bare);
  if (writer->dutch)
    g_string_append (writer->body, marked ? "” " : "”, ");
  else
    g_string_append (writer->body, marked ? "” " : ",” ");
  if (writer->dutch)
    g_string_append (writer->body, asks ? "vraagt " : "zegt ");
  else
    g_string_append (writer->body, asks ? "asks " : "says ");
  append_escaped (writer->body, mention);
  g_string_append (writer->body, ".\n\n");
}

static void
write_passage (Writer           *writer,
               const VslPassage *passage)
{
  g_autofree char *text = vsl_text_collapse_spaces (passage->text);
  g_autofree char *mention = NULL;

  if (*text == '\0')
    return;
  if (passage->speaker == NULL || *passage->speaker == '\0')
    {
      g_string_append (writer->body, "“");
      append_escaped (writer->body, text);
      g_string_append (writer->body, "”\n\n");
      return;
    }

  mention = dup_mention (writer, passage->speaker);
  append_attributed (writer, text, mention);
}

static const char *
get_key (const VslPassage  *passage,
         VslReportGrouping  grouping)
{
  const char *key = grouping == VSL_GROUP_BY_THEME ? passage->theme : passage->speaker;

  return key != NULL ? key : "";
}

static void
write_group (Writer            *writer,
             const VslPassage  *passages,
             guint              n_passages,
             VslReportGrouping  grouping,
             const char        *key)
{
  guint i;

  if (grouping == VSL_GROUP_BY_THEME && *key != '\0')
    {
      g_string_append (writer->body, "## ");
      append_escaped (writer->body, key);
      g_string_append (writer->body, "\n\n");
    }
  for (i = 0; i < n_passages; i++)
    {
      if (g_str_equal (get_key (&passages[i], grouping), key))
        write_passage (writer, &passages[i]);
    }
}

/* The keys in the order of the groups: speakers as they are listed, the rest as they appear. */
static GPtrArray *
list_keys (VslDebate         *debate,
           const VslPassage  *passages,
           guint              n_passages,
           VslReportGrouping  grouping)
{
  GPtrArray *participants = vsl_debate_get_fields (debate)->participants;
  g_autoptr(GPtrArray) keys = g_ptr_array_new ();
  guint i, j;

  for (i = 0; grouping == VSL_GROUP_BY_SPEAKER && i < participants->len; i++)
    {
      const char *name = vsl_participant_get_name (g_ptr_array_index (participants, i));

      for (j = 0; j < n_passages; j++)
        {
          if (g_str_equal (get_key (&passages[j], grouping), name))
            break;
        }
      if (j < n_passages)
        g_ptr_array_add (keys, (gpointer) name);
    }
  for (i = 0; i < n_passages; i++)
    {
      const char *key = get_key (&passages[i], grouping);

      if (!g_ptr_array_find_with_equal_func (keys, key, g_str_equal, NULL))
        g_ptr_array_add (keys, (gpointer) key);
    }

  return g_steal_pointer (&keys);
}

/**
 * vsl_report_write_body:
 * @debate: the debate
 * @passages: (array length=n_passages) (nullable): what is quoted
 * @n_passages: how much
 * @grouping: how it is put together
 *
 * Writes what a report begins with: the place of the participants, and the chosen passages, each
 * attributed to its speaker in the style of the language: the full name first, the last name after
 * that.
 *
 * Returns: (transfer full): Markdown
 */
char *
vsl_report_write_body (VslDebate         *debate,
                       const VslPassage  *passages,
                       guint              n_passages,
                       VslReportGrouping  grouping)
{
  const VslDebateFields *fields;
  g_autoptr(GString) body = g_string_new (NULL);
  g_autoptr(GHashTable) named = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Writer writer;
  guint i;

  g_return_val_if_fail (VSL_IS_DEBATE (debate), NULL);

  fields = vsl_debate_get_fields (debate);
  writer = (Writer) { debate, g_str_has_prefix (fields->language, "nl"), body, named };
  if (fields->participants->len > 0)
    g_string_append (body, "::: deelnemers\n:::\n\n");
  if (grouping == VSL_GROUP_AS_GIVEN)
    {
      for (i = 0; i < n_passages; i++)
        write_passage (&writer, &passages[i]);
    }
  else
    {
      g_autoptr(GPtrArray) keys = list_keys (debate, passages, n_passages, grouping);

      for (i = 0; i < keys->len; i++)
        write_group (&writer, passages, n_passages, grouping, g_ptr_array_index (keys, i));
    }

  return g_strchomp (g_string_free (g_steal_pointer (&body), FALSE));
}

/* `12 mei 2026`, in the words of the article. */
static char *
dup_day (const char *date,
         gboolean    dutch)
{
  static const char *const months[][2] = {
    { "January", "januari" }, { "February", "februari" }, { "March", "maart" },
    { "April", "april" },     { "May", "mei" },           { "June", "juni" },
    { "July", "juli" },       { "August", "augustus" },   { "September", "september" },
    { "October", "oktober" }, { "November", "november" }, { "December", "december" },
  };
  int year, month, day;

  if (sscanf (date, "%4d-%2d-%2d", &year, &month, &day) != 3 || month < 1 || month > 12)
    return NULL;

  return g_strdup_printf ("%d %s %d", day, months[month - 1][dutch], year);
}

/* `A, B en C`, without the chair. */
static char *
dup_speakers (GPtrArray *participants,
              gboolean   dutch)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new ();
  GString *text = g_string_new (NULL);
  guint i;

  for (i = 0; i < participants->len; i++)
    {
      if (!vsl_participant_get_chair (g_ptr_array_index (participants, i)))
        g_ptr_array_add (names,
                         (gpointer) vsl_participant_get_name (g_ptr_array_index (participants, i)));
    }
  for (i = 0; i < names->len; i++)
    {
      const char *joint = i == 0 ? "" : i + 1 < names->len ? ", " : dutch ? " en " : " and ";

      g_string_append_printf (text, "%s%s", joint, (const char *) g_ptr_array_index (names, i));
    }

  return g_string_free (text, FALSE);
}

static const char *
find_chair (GPtrArray *participants)
{
  guint i;

  for (i = 0; i < participants->len; i++)
    {
      if (vsl_participant_get_chair (g_ptr_array_index (participants, i)))
        return vsl_participant_get_name (g_ptr_array_index (participants, i));
    }

  return NULL;
}

/**
 * vsl_report_write_lead:
 * @debate: the debate
 *
 * Writes the facts that a lead may begin with: who spoke, in which debate and when, and who led it. No
 * more than is known.
 *
 * Returns: (transfer full): one sentence; empty when nobody took part but the chair
 */
char *
vsl_report_write_lead (VslDebate *debate)
{
  const VslDebateFields *fields;
  g_autofree char *speakers = NULL;
  g_autofree char *day = NULL;
  const char *name, *chair;
  GString *lead = NULL;
  gboolean dutch;

  g_return_val_if_fail (VSL_IS_DEBATE (debate), NULL);

  fields = vsl_debate_get_fields (debate);
  dutch = g_str_has_prefix (fields->language, "nl");
  speakers = dup_speakers (fields->participants, dutch);
  day = dup_day (fields->date, dutch);
  name = vsl_debate_get_name (debate);
  chair = find_chair (fields->participants);
  lead = g_string_new (NULL);
  if (*speakers == '\0')
    return g_string_free (lead, FALSE);

  g_string_append (lead, dutch ? "In het debat" : "In the debate");
  if (*name != '\0')
    g_string_append_printf (lead, " ‘%s’", name);
  if (dutch)
    g_string_append_printf (lead, " sprak%s%s%s %s", strstr (speakers, " en ") ? "en" : "",
                            day != NULL ? " op " : "", day != NULL ? day : "", speakers);
  else
    g_string_append_printf (lead, "%s%s, %s spoke", day != NULL ? " on " : "",
                            day != NULL ? day : "", speakers);
  if (chair != NULL)
    g_string_append_printf (lead, dutch ? ", onder leiding van %s" : ", chaired by %s", chair);
  g_string_append_c (lead, '.');

  return g_string_free (lead, FALSE);
}
