/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-markup"

#include "markup/vsl-article-reader.h"

#include "core/vsl-article-builder.h"
#include "markup/vsl-blocks-reader.h"
#include "markup/vsl-labels.h"
#include "markup/vsl-markdown.h"
#include "markup/vsl-render.h"
#include "markup/vsl-sequence-diff.h"
#include "markup/vsl-word-tokens.h"

#include <string.h>

/*
 * What somebody made of an article on a site, as an article. Held block by block against what we sent:
 * a block that is still ours is again the Markdown that it came from, character for character; another one
 * is read back where that is exact, and is kept as it stands there where it is not.
 */

#define LEAD_START "<!-- wp:paragraph {\"className\":\"inleiding\"} -->"
#define KICKER_START "<!-- wp:paragraph {\"className\":\"bovenkop\"} -->"
#define COLOPHON_START "<!-- wp:paragraph {\"className\":\"colofon\"} -->"
#define FIRST_ON_START "<!-- wp:paragraph {\"className\":\"eerder\"} -->"
#define PARTICIPANTS_START "<!-- wp:group {\"className\":\"deelnemers\"} -->"

/* A block that we sent, or that is there. */
typedef struct
{
  char *block;  /* (owned) */
  char *source; /* (owned) (nullable) the Markdown of ours that it came from */
  char *key;    /* (owned) by which it is known again */
  VslField field; /* of ours: which it is in the head; VSL_FIELD_BODY or, for a part of several, _NONE */
} Piece;

static void
piece_free (Piece *piece)
{
  g_free (piece->block);
  g_free (piece->source);
  g_free (piece->key);
  g_free (piece);
}

static char *
remove_all (const char *text,
            const char *pattern)
{
  g_autoptr(GRegex) regex = g_regex_new (pattern, 0, 0, NULL);

  return g_regex_replace_literal (regex, text, -1, 0, "", 0, NULL);
}

static char *
dup_without_mark (const char *block)
{
  g_autofree char *bare = remove_all (block, ",?\"metadata\":\\{\"verslag\":\"[0-9a-fA-F-]*\"\\}");

  return remove_all (bare, "(?<=[a-z]) \\{\\}(?= -->)");
}

/* Our mark is no change. The number and the address of a picture are those of the site; it is known by its
 * words. */
static char *
make_blocks_key (const char *block)
{
  g_autofree char *bare = dup_without_mark (block);

  if (!g_str_has_prefix (bare, "<!-- wp:image"))
    return g_steal_pointer (&bare);

  return remove_all (bare, " \\{[^}]*\\}(?= -->)| (src|class)=\"[^\"]*\"");
}

static Piece *
add_piece (GPtrArray              *pieces,
           const VslArticleSyntax *syntax,
           const char             *block,
           const char             *source)
{
  Piece *piece = g_new0 (Piece, 1);

  piece->block = g_strdup (block);
  piece->source = g_strdup (source);
  piece->key = syntax->make_key (block);
  piece->field = VSL_FIELD_BODY;
  g_ptr_array_add (pieces, piece);

  return piece;
}

/* The blocks of @base with the given body and no other text of it, or with the rest and no body. */
static char **
render (VslArticle             *base,
        const VslArticleSyntax *syntax,
        const char             *body,
        gboolean                head,
        gboolean                participants)
{
  VslArticleBuilder *builder = vsl_article_builder_new (base);
  g_autoptr(VslArticle) article = NULL;
  guint field;

  for (field = 0; !head && field < VSL_N_FIELDS; field++)
    if (field != VSL_FIELD_EVENT)
      vsl_article_builder_set_text (builder, (VslField) field, "");
  vsl_article_builder_set_text (builder, VSL_FIELD_BODY, body);
  if (!participants)
    vsl_article_builder_clear_participants (builder);
  article = vsl_article_builder_end (builder);

  return syntax->render (article);
}

/* The blocks of one field of @base alone. */
static char **
render_field (VslArticle             *base,
              const VslArticleSyntax *syntax,
              VslField                field)
{
  g_autoptr(VslArticle) bare = NULL;
  VslArticleBuilder *builder = vsl_article_builder_new (base);
  guint other;

  for (other = 0; other < VSL_N_FIELDS; other++)
    if (other != (guint) field)
      vsl_article_builder_set_text (builder, (VslField) other, "");
  vsl_article_builder_clear_participants (builder);
  bare = vsl_article_builder_end (builder);

  return syntax->render (bare);
}

static const VslField head_fields[] = { VSL_FIELD_KICKER, VSL_FIELD_LEAD, VSL_FIELD_BYLINE,
                                        VSL_FIELD_CREDIT };

/* Which field a block of our head is, by what each field gives alone. */
static void
name_fields (GPtrArray              *head,
             VslArticle             *base,
             const VslArticleSyntax *syntax)
{
  guint f, i, k;

  for (i = 0; i < head->len; i++)
    ((Piece *) head->pdata[i])->field = VSL_FIELD_NONE;
  for (f = 0; f < G_N_ELEMENTS (head_fields); f++)
    {
      g_auto(GStrv) blocks = render_field (base, syntax, head_fields[f]);

      for (k = 0; blocks[k] != NULL; k++)
        {
          g_autofree char *key = syntax->make_key (blocks[k]);

          for (i = 0; i < head->len; i++)
            if (g_str_equal (((Piece *) head->pdata[i])->key, key))
              ((Piece *) head->pdata[i])->field = head_fields[f];
        }
    }
}

static gsize
find_line (const char *text,
           gsize       line)
{
  const char *at = text;

  while (line > 1 && (at = strchr (at, '\n')) != NULL)
    {
      at++;
      line--;
    }

  return at != NULL ? (gsize) (at - text) : strlen (text);
}

/* One outermost piece of the body, with the blocks that it gives. Of more than one, each is its own. */
static void
add_slice (GPtrArray              *pieces,
           VslArticle             *base,
           const VslArticleSyntax *syntax,
           const char             *slice)
{
  g_autoptr(VslMarkdown) markdown = vsl_markdown_parse (slice);
  g_auto(GStrv) blocks = render (base, syntax, slice, FALSE, vsl_markdown_has_participants (markdown));
  guint n = g_strv_length (blocks);
  guint i;

  for (i = 0; i < n; i++)
    {
      g_autofree char *raw = n > 1 ? syntax->to_raw (blocks[i]) : NULL;

      add_piece (pieces, syntax, blocks[i], n > 1 ? raw : slice);
    }
}

static void
add_body (GPtrArray              *pieces,
          VslArticle             *base,
          const VslArticleSyntax *syntax,
          VslMarkdown            *markdown)
{
  const char *body = vsl_article_get_text (base, VSL_FIELD_BODY);
  cmark_node *node = cmark_node_first_child (vsl_markdown_get_root (markdown));

  while (node != NULL)
    {
      cmark_node *next = cmark_node_next (node);
      const VslContainer *container = vsl_markdown_get_container (node);
      const VslContainer *after = next != NULL ? vsl_markdown_get_container (next) : NULL;
      gsize start = container != NULL ? container->byte_offset
                    : find_line (body, vsl_markdown_find_source_line (markdown, cmark_node_get_start_line (node)));
      gsize end = next == NULL ? strlen (body) : after != NULL ? after->byte_offset
                  : find_line (body, vsl_markdown_find_source_line (markdown, cmark_node_get_start_line (next)));
      g_autofree char *slice = g_strchomp (g_strndup (body + start, end > start ? end - start : 0));

      add_slice (pieces, base, syntax, slice);
      node = next;
    }
}

static GPtrArray *
list_ours (VslArticle             *base,
           const VslArticleSyntax *syntax)
{
  GPtrArray *pieces = g_ptr_array_new_with_free_func ((GDestroyNotify) piece_free);
  g_autoptr(VslMarkdown) markdown = vsl_markdown_parse (vsl_article_get_text (base, VSL_FIELD_BODY));
  g_auto(GStrv) head = render (base, syntax, "", TRUE, !vsl_markdown_has_participants (markdown));
  guint i;

  for (i = 0; head[i] != NULL; i++)
    add_piece (pieces, syntax, head[i], NULL);
  name_fields (pieces, base, syntax);
  add_body (pieces, base, syntax, markdown);

  return pieces;
}

static guint *
number (GPtrArray   *pieces,
        VslTokenIds *ids)
{
  guint *numbers = g_new (guint, pieces->len + 1);
  guint i;

  for (i = 0; i < pieces->len; i++)
    {
      Piece *piece = pieces->pdata[i];

      numbers[i] = vsl_token_ids_get (ids, piece->key, strlen (piece->key));
    }

  return numbers;
}

/* For each of @theirs, the one of @ours that it still is; and @places the field of our head in the place of
 * which it stands: of what was changed between two blocks that stayed, the first for the first, and so on. */
static Piece **
match (GPtrArray *ours,
       GPtrArray *theirs,
       VslField  *places)
{
  g_autoptr(VslTokenIds) ids = vsl_token_ids_new ();
  g_autofree guint *our_ids = number (ours, ids);
  g_autofree guint *their_ids = number (theirs, ids);
  g_autofree gboolean *our_own = g_new0 (gboolean, ours->len + 1);
  g_autofree gboolean *their_own = g_new0 (gboolean, theirs->len + 1);
  VslSequence before = { our_ids, our_own, ours->len };
  VslSequence after = { their_ids, their_own, theirs->len };
  Piece **matches = g_new0 (Piece *, theirs->len + 1);
  guint i, j = 0;

  vsl_sequence_diff (&before, &after, vsl_token_ids_count (ids));
  for (i = 0; i < theirs->len; i++)
    {
      places[i] = VSL_FIELD_NONE;
      if (their_own[i])
        {
          if (j < ours->len && our_own[j])
            places[i] = ((Piece *) ours->pdata[j++])->field;
          continue;
        }
      while (our_own[j])
        j++;
      matches[i] = ours->pdata[j++];
      places[i] = matches[i]->field;
    }

  return matches;
}

/* Their article, as it grows. */
typedef struct
{
  VslArticle *base;
  const VslArticleSyntax *syntax;
  char *texts[VSL_N_FIELDS]; /* (owned) (nullable) of the head */
  GString *body;             /* (owned) */
  guint n_left;
} Text;

static void
append (GString    *text,
        const char *part)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? "\n\n" : "", part);
}

static void
take (Text     *text,
      Piece    *piece,
      Piece    *match,
      VslField  place)
{
  g_autofree char *markdown = NULL;
  guint left = 0;

  if (match != NULL && match->source != NULL)
    {
      append (text->body, match->source);
    }
  else if (text->syntax->take_head (text->base, piece->block, place, text->texts, &left))
    {
      /* What is as we sent it is no change, whatever it says. */
      text->n_left += match == NULL ? left : 0;
    }
  else if (match == NULL)
    {
      markdown = text->syntax->to_markdown (piece->block);
      if (markdown == NULL)
        markdown = text->syntax->to_raw (piece->block);
      append (text->body, markdown);
    }
}

/* Our own spelling of what says the same. */
static void
set_field (VslArticleBuilder *builder,
           VslArticle        *base,
           VslField           field,
           const char        *theirs)
{
  const char *ours = vsl_article_get_text (base, field);
  g_autofree char *trimmed = g_strstrip (g_strdup (ours));

  vsl_article_builder_set_text (builder, field, strcmp (trimmed, theirs) == 0 ? ours : theirs);
}

/**
 * vsl_article_reader_add_text:
 * @texts: the texts of a head
 * @field: one of them
 * @text: what belongs to it, behind what is there
 *
 * For VslArticleSyntax.take_head.
 */
void
vsl_article_reader_add_text (char       **texts,
                             VslField     field,
                             const char  *text)
{
  char *before = texts[field];

  texts[field] = before != NULL ? g_strconcat (before, "\n\n", text, NULL) : g_strdup (text);
  g_free (before);
}

/**
 * vsl_article_reader_take_line:
 * @base: the article as we last sent it
 * @line: plain text
 * @texts: the texts of a head
 *
 * For VslArticleSyntax.take_head: reads who wrote it or who made the picture, by the word before it.
 *
 * Returns: whether it is one of those
 */
gboolean
vsl_article_reader_take_line (VslArticle  *base,
                              const char  *line,
                              char       **texts)
{
  const VslLabels *labels = vsl_labels_for_language (vsl_article_get_language (base));
  const char *label = NULL;
  VslField field = VSL_FIELD_NONE;
  g_autofree char *text = NULL;

  if (g_str_has_prefix (line, labels->by) && line[strlen (labels->by)] == ' ')
    {
      label = labels->by;
      field = VSL_FIELD_BYLINE;
    }
  else if (g_str_has_prefix (line, labels->image) && line[strlen (labels->image)] == ' ')
    {
      label = labels->image;
      field = VSL_FIELD_CREDIT;
    }
  else
    {
      return FALSE;
    }

  text = g_strstrip (g_strdup (line + strlen (label)));
  g_free (texts[field]);
  texts[field] = g_steal_pointer (&text);

  return TRUE;
}

static VslArticle *
end (Text       *text,
     const char *headline)
{
  VslArticleBuilder *builder = vsl_article_builder_new (text->base);
  guint field;

  set_field (builder, text->base, VSL_FIELD_HEADLINE, headline);
  set_field (builder, text->base, VSL_FIELD_BODY, text->body->str);
  for (field = 0; field < G_N_ELEMENTS (head_fields); field++)
    {
      VslField name = head_fields[field];

      if (text->texts[name] != NULL)
        set_field (builder, text->base, name, text->texts[name]);
      else if (name == VSL_FIELD_KICKER || name == VSL_FIELD_LEAD)
        set_field (builder, text->base, name, "");
    }

  return vsl_article_builder_end (builder);
}

/**
 * vsl_article_reader_read:
 * @base: the article as we last sent it
 * @syntax: how the site keeps articles
 * @headline: the headline there, plain text
 * @blocks: what is there, block by block
 * @n_left: (out): how much could not be taken over: changes in the participants, and in a head with more
 *   than text in it
 *
 * A byline or credit that is not there stays ours: a site may have another place for it. Any thread; some tens
 * of milliseconds for a long article.
 *
 * Returns: (transfer full): the article as it is there
 */
VslArticle *
vsl_article_reader_read (VslArticle              *base,
                         const VslArticleSyntax  *syntax,
                         const char              *headline,
                         char                   **blocks,
                         guint                   *n_left)
{
  g_autoptr(GPtrArray) ours = NULL;
  g_autoptr(GPtrArray) theirs = g_ptr_array_new_with_free_func ((GDestroyNotify) piece_free);
  g_autofree Piece **matches = NULL;
  g_autofree VslField *places = NULL;
  g_autoptr(GString) body = g_string_new (NULL);
  Text text = { .base = base, .syntax = syntax, .body = body };
  VslArticle *article;
  guint i;

  g_return_val_if_fail (VSL_IS_ARTICLE (base) && syntax != NULL, NULL);
  g_return_val_if_fail (headline != NULL && blocks != NULL, NULL);

  ours = list_ours (base, syntax);
  for (i = 0; blocks[i] != NULL; i++)
    add_piece (theirs, syntax, blocks[i], NULL);
  places = g_new (VslField, theirs->len + 1);
  matches = match (ours, theirs, places);
  for (i = 0; i < theirs->len; i++)
    take (&text, theirs->pdata[i], matches[i], places[i]);
  *n_left = text.n_left;
  article = end (&text, headline);
  for (i = 0; i < VSL_N_FIELDS; i++)
    g_free (text.texts[i]);

  return article;
}

static char **
render_blocks (VslArticle *article)
{
  g_autofree char *content = vsl_render_article_blocks (article, NULL);

  return vsl_blocks_reader_split (content);
}

/* Kicker, lead and colophon say by their class what they are. */
static gboolean
take_blocks_head (VslArticle  *base,
                  const char  *block,
                  VslField     ours,
                  char       **texts,
                  guint       *left)
{
  g_autofree char *bare = dup_without_mark (block);
  g_autofree char *plain = NULL;
  gboolean lead = g_str_has_prefix (bare, LEAD_START);
  gboolean kicker = g_str_has_prefix (bare, KICKER_START);
  gboolean colophon = g_str_has_prefix (bare, COLOPHON_START);
  g_auto(GStrv) lines = NULL;
  guint i;

  if (g_str_has_prefix (bare, PARTICIPANTS_START))
    {
      *left = 1;
      return TRUE;
    }
  /* Where it stood first is told anew with each update. */
  if (g_str_has_prefix (bare, FIRST_ON_START))
    return TRUE;
  if (!lead && !kicker && !colophon)
    return FALSE;

  plain = vsl_blocks_reader_to_text (bare);
  if (plain == NULL)
    *left = 1;
  else if (!colophon)
    vsl_article_reader_add_text (texts, lead ? VSL_FIELD_LEAD : VSL_FIELD_KICKER, plain);
  else
    lines = g_strsplit (plain, "\n", -1);
  for (i = 0; lines != NULL && lines[i] != NULL; i++)
    *left += !vsl_article_reader_take_line (base, lines[i], texts);

  return TRUE;
}

/* Our mark is put back when it is sent. */
static char *
blocks_to_markdown (const char *block)
{
  g_autofree char *bare = dup_without_mark (block);

  return vsl_blocks_reader_to_markdown (bare);
}

static char *
blocks_to_raw (const char *block)
{
  g_autofree char *bare = dup_without_mark (block);

  return vsl_blocks_reader_to_raw (bare);
}

static const VslArticleSyntax blocks_syntax = { render_blocks, make_blocks_key, blocks_to_markdown,
                                                blocks_to_raw, take_blocks_head };

/**
 * vsl_article_reader_read_blocks:
 * @base: the article as we last sent it
 * @headline: the headline there, plain text
 * @content: the content of a post of WordPress
 * @n_left: (out): as for vsl_article_reader_read()
 *
 * Returns: (transfer full): the article as it is there
 */
VslArticle *
vsl_article_reader_read_blocks (VslArticle *base,
                                const char *headline,
                                const char *content,
                                guint      *n_left)
{
  g_auto(GStrv) blocks = NULL;

  g_return_val_if_fail (content != NULL, NULL);

  blocks = vsl_blocks_reader_split (content);

  return vsl_article_reader_read (base, &blocks_syntax, headline, blocks, n_left);
}
