/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-exchange"

#include "exchange/vsl-text-writer.h"

#include "core/vsl-participant-line.h"
#include "core/vsl-text.h"
#include "exchange/vsl-label.h"
#include "exchange/vsl-plain-escape.h"
#include "exchange/vsl-streamer-guess.h"
#include "markup/vsl-render.h"

#include <string.h>

/* The text file while it is written. */
typedef struct
{
  GString *out;          /* (owned) */
  GPtrArray *paragraphs; /* (owned) of char*: the lead and the paragraphs of the body so far */
  const char *language;
} Writer;

static void
add_paragraph (Writer     *writer,
               const char *text)
{
  if (writer->out->len > 0)
    g_string_append_c (writer->out, '\n');
  g_string_append (writer->out, text);
  g_string_append_c (writer->out, '\n');
}

/* `Door Ada Post`; with a colon where the bare word would not be read as a label. */
static void
add_labelled (Writer       *writer,
              VslLabelKind  kind,
              const char   *text,
              gboolean      needs_colon)
{
  const char *word = vsl_label_get_word (kind, writer->language);
  g_autofree char *clean = vsl_text_collapse_spaces (text);
  g_autofree char *line = NULL;
  VslLabel labels[VSL_MAX_LABELS];

  if (*clean == '\0')
    return;

  line = g_strdup_printf ("%s %s", word, clean);
  if (needs_colon || vsl_label_parse_line (line, labels) != 1 || labels[0].kind != kind ||
      !g_str_equal (line + labels[0].offset, clean))
    {
      g_free (line);
      line = g_strdup_printf ("%s: %s", word, clean);
    }
  add_paragraph (writer, line);
}

static void
add_participants (Writer     *writer,
                  VslArticle *article)
{
  g_autofree char *event =
    vsl_text_collapse_spaces (vsl_article_get_text (article, VSL_FIELD_EVENT));
  g_autoptr(GString) list = NULL;
  guint i;

  if (vsl_article_get_n_participants (article) == 0)
    {
      add_labelled (writer, VSL_LABEL_EVENT, event, TRUE);
      return;
    }

  list = g_string_new (vsl_label_get_word (VSL_LABEL_PARTICIPANTS, writer->language));
  if (*event != '\0')
    g_string_append_printf (list, " %s", event);
  g_string_append (list, ":\n");
  for (i = 0; i < vsl_article_get_n_participants (article); i++)
    {
      VslParticipant *participant = vsl_article_get_participant (article, i);
      g_autofree char *line = vsl_participant_dup_line (participant);
      g_autofree char *clean = vsl_text_collapse_spaces (line);

      g_string_append (list, "\n  • ");
      if (vsl_participant_get_chair (participant))
        g_string_append_printf (list, "%s ",
                                vsl_label_get_word (VSL_LABEL_CHAIR, writer->language));
      g_string_append (list, clean);
    }
  add_paragraph (writer, list->str);
}

/* A list of one level, as the reader makes it of typed bullets. */
static char *
write_list (const char *block)
{
  g_auto(GStrv) lines = g_strsplit (block, "\n", -1);
  g_autoptr(GString) out = g_string_new (NULL);
  gboolean in_list = FALSE;
  guint i;

  for (i = 0; lines[i] != NULL; i++)
    {
      gboolean item = g_str_has_prefix (lines[i], "- ");
      const char *line = lines[i] + (item || in_list ? 2 : 0);
      g_autofree char *text = NULL;
      g_autofree char *again = NULL;

      if (in_list && !item && !g_str_has_prefix (lines[i], "  "))
        return NULL;
      text = vsl_plain_unescape (line);
      again = vsl_plain_escape (text);
      if (!g_str_equal (again, line) || g_ascii_isspace (*text))
        return NULL;
      g_string_append_printf (out, "%s%s%s", i > 0 ? "\n" : "", item ? "• " : "", text);
      in_list |= item;
    }

  return in_list ? g_string_free (g_steal_pointer (&out), FALSE) : NULL;
}

/* One block of Markdown: as it was typed when it is plain text, else as a reader would see it. */
static char *
write_block (const char *block)
{
  g_autofree char *text = vsl_plain_unescape (block);
  g_autofree char *again = vsl_plain_escape (text);
  char *list;

  if (g_str_equal (again, block) && !g_ascii_isspace (*block))
    return g_steal_pointer (&text);

  list = write_list (block);
  if (list != NULL)
    return list;

  g_free (text);
  text = vsl_render_body_text (block);
  g_strchomp (text);

  return g_steal_pointer (&text);
}

static void
add_streamer (Writer     *writer,
              const char *block,
              gboolean    is_last)
{
  g_autofree char *text = write_block (block);
  g_autofree char *clean = NULL;

  g_ptr_array_add (writer->paragraphs, NULL);
  if (is_last && writer->paragraphs->len > 1 && vsl_streamer_has_shape (text) &&
      vsl_streamer_resembles (text, (const char *const *) writer->paragraphs->pdata))
    {
      add_paragraph (writer, text);
    }
  else
    {
      clean = vsl_text_collapse_spaces (text);
      add_labelled (writer, VSL_LABEL_STREAMER, clean, TRUE);
    }
  g_ptr_array_set_size (writer->paragraphs, writer->paragraphs->len - 1);
}

/* How many lines the block from @lines on takes: a fence with what is in it, or a paragraph. */
static guint
measure_block (char     **lines,
               gboolean  *streamer)
{
  const char *fence = g_str_has_prefix (lines[0], ":::")   ? ":::"
                      : g_str_has_prefix (lines[0], "```") ? "```"
                      : g_str_has_prefix (lines[0], "~~~") ? "~~~"
                                                           : NULL;
  guint n = 1;

  *streamer = FALSE;
  if (fence != NULL)
    {
      g_autofree char *name = g_strstrip (g_strdup (lines[0] + strlen (fence)));

      *streamer = g_str_equal (fence, ":::") && g_str_equal (name, "streamer");
      while (lines[n] != NULL && !g_str_has_prefix (lines[n], fence))
        n++;
      return lines[n] != NULL ? n + 1 : n;
    }

  while (lines[n] != NULL && !vsl_text_is_blank (lines[n]) && !g_str_has_prefix (lines[n], ":::") &&
         !g_str_has_prefix (lines[n], "```"))
    n++;

  return n;
}

static char *
join_lines (char  **lines,
            guint   n_lines)
{
  g_autoptr(GString) text = g_string_new (NULL);
  guint i;

  for (i = 0; i < n_lines; i++)
    {
      if (i > 0)
        g_string_append_c (text, '\n');
      g_string_append (text, lines[i]);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
is_all_blank (char **lines)
{
  for (; *lines != NULL; lines++)
    {
      if (!vsl_text_is_blank (*lines))
        return FALSE;
    }

  return TRUE;
}

static void
add_body (Writer     *writer,
          const char *body)
{
  g_auto(GStrv) lines = g_strsplit (body, "\n", -1);
  char **p = lines;

  while (*p != NULL)
    {
      g_autofree char *block = NULL;
      gboolean streamer;
      guint n;

      if (vsl_text_is_blank (*p))
        {
          p++;
          continue;
        }
      n = measure_block (p, &streamer);
      if (streamer)
        {
          gboolean closed = g_str_has_prefix (p[n - 1], ":::") && n > 1;

          block = join_lines (p + 1, n - 1 - closed);
          if (!vsl_text_is_blank (block))
            add_streamer (writer, block, is_all_blank (p + n));
        }
      else
        {
          char *text;

          block = join_lines (p, n);
          text = write_block (block);
          if (*text != '\0')
            add_paragraph (writer, text);
          g_ptr_array_add (writer->paragraphs, text);
        }
      p += n;
    }
}

/**
 * vsl_text_writer_write:
 * @article: an article
 *
 * Writes the plain-text form that vsl_text_reader_read() reads, with the labels in the language of
 * the article. Of a body that is more than paragraphs, lists and streamers the words are kept and
 * the mark-up is not; slug, tags, pictures, kind and status have no place in this form.
 *
 * Returns: (transfer full): the text
 */
char *
vsl_text_writer_write (VslArticle *article)
{
  g_autoptr(GPtrArray) paragraphs = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GString) out = g_string_new (NULL);
  g_autofree char *headline = NULL;
  g_autofree char *lead = NULL;
  Writer writer = { out, paragraphs, vsl_article_get_language (article) };

  headline = vsl_text_collapse_spaces (vsl_article_get_text (article, VSL_FIELD_HEADLINE));
  lead = vsl_text_collapse_spaces (vsl_article_get_text (article, VSL_FIELD_LEAD));

  add_labelled (&writer, VSL_LABEL_KICKER, vsl_article_get_text (article, VSL_FIELD_KICKER), TRUE);
  if (*headline != '\0')
    add_paragraph (&writer, headline);
  if (*lead != '\0')
    {
      add_paragraph (&writer, lead);
      g_ptr_array_add (paragraphs, g_strdup (lead));
    }
  add_labelled (&writer, VSL_LABEL_BYLINE, vsl_article_get_text (article, VSL_FIELD_BYLINE), FALSE);
  add_labelled (&writer, VSL_LABEL_CREDIT, vsl_article_get_text (article, VSL_FIELD_CREDIT), FALSE);
  add_participants (&writer, article);
  add_body (&writer, vsl_article_get_text (article, VSL_FIELD_BODY));

  return g_string_free (g_steal_pointer (&out), FALSE);
}
