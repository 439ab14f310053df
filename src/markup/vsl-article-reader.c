/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-markup"

#include "markup/vsl-article-reader.h"

#include "core/vsl-article-builder.h"
#include "markup/vsl-blocks-reader.h"
#include "markup/vsl-markdown.h"
#include "markup/vsl-render.h"
#include "markup/vsl-sequence-diff.h"
#include "markup/vsl-word-tokens.h"

#include <string.h>

/*
 * What somebody made of an article on a WordPress, as an article. Held block by block against what we sent:
 * a block that is still ours is again the Markdown that it came from, character for character; another one
 * is read back where that is exact, and is kept as it stands there where it is not.
 */

#define LEAD_START "<!-- wp:paragraph {\"className\":\"inleiding\"} -->"
#define KICKER_START "<!-- wp:paragraph {\"className\":\"bovenkop\"} -->"
#define COLOPHON_START "<!-- wp:paragraph {\"className\":\"colofon\"} -->"
#define PARTICIPANTS_START "<!-- wp:group {\"className\":\"deelnemers\"} -->"

/* A block that we sent, or that is there. */
typedef struct
{
  char *block;  /* (owned) without our mark */
  char *source; /* (owned) (nullable) the Markdown of ours that it came from */
  char *key;    /* (owned) by which it is known again */
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

/* The number and the address of a picture are those of the site; it is known by its words. */
static char *
make_key (const char *block)
{
  if (!g_str_has_prefix (block, "<!-- wp:image"))
    return g_strdup (block);

  return remove_all (block, " \\{[^}]*\\}(?= -->)| (src|class)=\"[^\"]*\"");
}

static void
add_piece (GPtrArray  *pieces,
           const char *block,
           const char *source)
{
  Piece *piece = g_new0 (Piece, 1);

  piece->block = dup_without_mark (block);
  piece->source = g_strdup (source);
  piece->key = make_key (piece->block);
  g_ptr_array_add (pieces, piece);
}

/* The blocks of @base with the given body and nothing else of it, or with the rest and no body. */
static char **
render (VslArticle *base,
        const char *body,
        gboolean    head,
        gboolean    participants)
{
  VslArticleBuilder *builder = vsl_article_builder_new (base);
  g_autoptr(VslArticle) article = NULL;
  g_autofree char *content = NULL;
  guint field;

  for (field = 0; !head && field < VSL_N_FIELDS; field++)
    if (field != VSL_FIELD_EVENT)
      vsl_article_builder_set_text (builder, (VslField) field, "");
  vsl_article_builder_set_text (builder, VSL_FIELD_BODY, body);
  if (!participants)
    vsl_article_builder_clear_participants (builder);
  article = vsl_article_builder_end (builder);
  content = vsl_render_article_blocks (article, NULL);

  return vsl_blocks_reader_split (content);
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
add_slice (GPtrArray  *pieces,
           VslArticle *base,
           const char *slice)
{
  g_autoptr(VslMarkdown) markdown = vsl_markdown_parse (slice);
  g_auto(GStrv) blocks = render (base, slice, FALSE, vsl_markdown_has_participants (markdown));
  guint n = g_strv_length (blocks);
  guint i;

  for (i = 0; i < n; i++)
    {
      g_autofree char *raw = n > 1 ? vsl_blocks_reader_to_raw (blocks[i]) : NULL;

      add_piece (pieces, blocks[i], n > 1 ? raw : slice);
    }
}

static void
add_body (GPtrArray   *pieces,
          VslArticle  *base,
          VslMarkdown *markdown)
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

      add_slice (pieces, base, slice);
      node = next;
    }
}

static GPtrArray *
list_ours (VslArticle *base)
{
  GPtrArray *pieces = g_ptr_array_new_with_free_func ((GDestroyNotify) piece_free);
  g_autoptr(VslMarkdown) markdown = vsl_markdown_parse (vsl_article_get_text (base, VSL_FIELD_BODY));
  g_auto(GStrv) head = render (base, "", TRUE, !vsl_markdown_has_participants (markdown));
  guint i;

  for (i = 0; head[i] != NULL; i++)
    add_piece (pieces, head[i], NULL);
  add_body (pieces, base, markdown);

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

/* For each of @theirs, the one of @ours that it still is. */
static Piece **
match (GPtrArray *ours,
       GPtrArray *theirs)
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
      if (their_own[i])
        continue;
      while (our_own[j])
        j++;
      matches[i] = ours->pdata[j++];
    }

  return matches;
}

/* Their article, as it grows. */
typedef struct
{
  GString *kicker;
  GString *lead;
  GString *body;
  guint n_left;
} Text;

static void
append (GString    *text,
        const char *part)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? "\n\n" : "", part);
}

static void
append_plain (Text       *text,
              GString    *field,
              const char *block)
{
  g_autofree char *plain = vsl_blocks_reader_to_text (block);

  if (plain != NULL)
    append (field, plain);
  else
    text->n_left++;
}

static void
take (Text  *text,
      Piece *piece,
      Piece *match)
{
  g_autofree char *markdown = NULL;

  if (g_str_has_prefix (piece->block, LEAD_START))
    append_plain (text, text->lead, piece->block);
  else if (g_str_has_prefix (piece->block, KICKER_START))
    append_plain (text, text->kicker, piece->block);
  else if (match != NULL && match->source != NULL)
    append (text->body, match->source);
  else if (match != NULL)
    return;
  else if (g_str_has_prefix (piece->block, COLOPHON_START) ||
           g_str_has_prefix (piece->block, PARTICIPANTS_START))
    text->n_left++;
  else
    {
      markdown = vsl_blocks_reader_to_markdown (piece->block);
      if (markdown == NULL)
        markdown = vsl_blocks_reader_to_raw (piece->block);
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
 * vsl_article_reader_read_blocks:
 * @base: the article as we last sent it
 * @headline: the headline there, plain text
 * @content: the content of the post there
 * @n_left: (out): how much could not be taken over: changes in the byline, the credit or the participants,
 *   and a lead or kicker with more than text in it
 *
 * Any thread; some tens of milliseconds for a long article.
 *
 * Returns: (transfer full): the article as it is there
 */
VslArticle *
vsl_article_reader_read_blocks (VslArticle *base,
                                const char *headline,
                                const char *content,
                                guint      *n_left)
{
  g_autoptr(GPtrArray) ours = NULL;
  g_autoptr(GPtrArray) theirs = g_ptr_array_new_with_free_func ((GDestroyNotify) piece_free);
  g_auto(GStrv) blocks = NULL;
  g_autofree Piece **matches = NULL;
  g_autoptr(GString) kicker = g_string_new (NULL);
  g_autoptr(GString) lead = g_string_new (NULL);
  g_autoptr(GString) body = g_string_new (NULL);
  Text text = { kicker, lead, body, 0 };
  VslArticleBuilder *builder;
  guint i;

  g_return_val_if_fail (VSL_IS_ARTICLE (base) && headline != NULL && content != NULL, NULL);

  ours = list_ours (base);
  blocks = vsl_blocks_reader_split (content);
  for (i = 0; blocks[i] != NULL; i++)
    add_piece (theirs, blocks[i], NULL);
  matches = match (ours, theirs);
  for (i = 0; i < theirs->len; i++)
    take (&text, theirs->pdata[i], matches[i]);
  *n_left = text.n_left;

  builder = vsl_article_builder_new (base);
  set_field (builder, base, VSL_FIELD_HEADLINE, headline);
  set_field (builder, base, VSL_FIELD_KICKER, kicker->str);
  set_field (builder, base, VSL_FIELD_LEAD, lead->str);
  set_field (builder, base, VSL_FIELD_BODY, body->str);

  return vsl_article_builder_end (builder);
}
