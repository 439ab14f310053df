/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-exchange"

#include "exchange/vsl-article-pdf.h"

#include "core/vsl-text.h"
#include "exchange/vsl-pdf.h"
#include "markup/vsl-inline.h"
#include "markup/vsl-labels.h"
#include "markup/vsl-markdown.h"
#include "markup/vsl-placed-pictures.h"

#include <gio/gio.h>

/* An article on paper: what a reader sees of it, in one column. */
typedef struct
{
  VslPdf *pdf;             /* (owned) */
  VslArticle *article;
  const char *picture_dir;
  guint quoted;            /* how many quotations, streamers and boxes are open */
  gboolean has_participants;
} Writing;

static void
append_escaped (GString    *out,
                const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text != NULL ? text : "", -1);

  g_string_append (out, escaped);
}

static void
append_inline (GString    *out,
               cmark_node *node,
               gboolean    entering)
{
  switch ((int) cmark_node_get_type (node))
    {
    case CMARK_NODE_TEXT:
    case CMARK_NODE_HTML_INLINE:
      append_escaped (out, cmark_node_get_literal (node));
      break;
    case CMARK_NODE_CODE:
      g_string_append (out, "<tt>");
      append_escaped (out, cmark_node_get_literal (node));
      g_string_append (out, "</tt>");
      break;
    case CMARK_NODE_SOFTBREAK:
      g_string_append_c (out, ' ');
      break;
    case CMARK_NODE_LINEBREAK:
      g_string_append_c (out, '\n');
      break;
    case CMARK_NODE_EMPH:
      g_string_append (out, entering ? "<i>" : "</i>");
      break;
    case CMARK_NODE_STRONG:
      g_string_append (out, entering ? "<b>" : "</b>");
      break;
    default:
      break;
    }
}

static char *
dup_markup (cmark_node *block)
{
  GString *out = g_string_new (NULL);
  cmark_iter *iter = cmark_iter_new (block);
  cmark_event_type event;

  while ((event = cmark_iter_next (iter)) != CMARK_EVENT_DONE)
    append_inline (out, cmark_iter_get_node (iter), event == CMARK_EVENT_ENTER);
  cmark_iter_free (iter);

  return g_string_free (out, FALSE);
}

static void
add_field (Writing     *writing,
           VslPdfStyle  style,
           const char  *label,
           const char  *text)
{
  g_autofree char *clean = vsl_text_collapse_spaces (text);
  g_autofree char *line = label != NULL ? g_strconcat (label, " ", clean, NULL) : g_strdup (clean);

  if (*clean != '\0')
    vsl_pdf_add (writing->pdf, style, line);
}

/* A picture whose file cannot be read leaves its words. */
static void
add_picture (Writing    *writing,
             const char *url,
             const char *alt,
             const char *caption)
{
  g_autofree char *path = g_build_filename (writing->picture_dir, url, NULL);
  g_autoptr(GMappedFile) file =
    strchr (url, '/') == NULL ? g_mapped_file_new (path, FALSE, NULL) : NULL;
  g_autoptr(GBytes) bytes = file != NULL ? g_mapped_file_get_bytes (file) : NULL;

  if (bytes == NULL || !vsl_pdf_add_picture (writing->pdf, bytes))
    add_field (writing, VSL_PDF_SMALL, NULL, alt);
  add_field (writing, VSL_PDF_SMALL, NULL, caption);
}

static void
add_head_picture (Writing *writing)
{
  VslPicture *picture = vsl_article_get_featured_picture (writing->article);
  const VslPicturePlace *place = picture != NULL ? vsl_picture_get_place (picture) : NULL;
  g_autofree char *caption = NULL;

  if (place == NULL)
    return;

  caption = vsl_placed_pictures_dup_caption (picture,
                                             vsl_article_get_language (writing->article));
  add_picture (writing, place->url, vsl_picture_get_alt (picture), caption);
}

static void
add_participants (Writing *writing)
{
  const VslLabels *labels = vsl_labels_for_language (vsl_article_get_language (writing->article));
  guint n = vsl_article_get_n_participants (writing->article);
  guint i;

  if (n == 0 || writing->has_participants)
    return;

  writing->has_participants = TRUE;
  {
    g_autofree char *heading =
      g_strconcat (labels->participants, " ",
                   vsl_article_get_text (writing->article, VSL_FIELD_EVENT), NULL);

    vsl_pdf_add (writing->pdf, VSL_PDF_HEADING, g_strchomp (heading));
  }
  for (i = 0; i < n; i++)
    {
      VslParticipant *participant = vsl_article_get_participant (writing->article, i);
      g_autofree char *line = vsl_participant_dup_description (participant);

      add_field (writing, VSL_PDF_QUOTED,
                 vsl_participant_get_chair (participant) ? labels->chaired_by : NULL, line);
    }
}

/* The sign before a paragraph that begins an item of a list. */
static char *
dup_bullet (cmark_node *paragraph)
{
  cmark_node *item = cmark_node_parent (paragraph);
  cmark_node *list = item != NULL ? cmark_node_parent (item) : NULL;
  cmark_node *before;
  int number;

  if (cmark_node_get_type (item) != CMARK_NODE_ITEM || cmark_node_previous (paragraph) != NULL)
    return g_strdup ("");
  if (cmark_node_get_list_type (list) != CMARK_ORDERED_LIST)
    return g_strdup ("•  ");

  number = cmark_node_get_list_start (list);
  for (before = cmark_node_previous (item); before != NULL; before = cmark_node_previous (before))
    number++;

  return g_strdup_printf ("%d.  ", number);
}

static void
add_paragraph (Writing    *writing,
               cmark_node *node)
{
  cmark_node *image = vsl_inline_find_picture (node);
  g_autofree char *bullet = NULL;
  g_autofree char *markup = NULL;
  g_autofree char *line = NULL;

  if (image != NULL)
    {
      g_autofree char *alt = vsl_inline_dup_alt (image);

      add_picture (writing, cmark_node_get_url (image), alt, cmark_node_get_title (image));
      return;
    }

  bullet = dup_bullet (node);
  markup = dup_markup (node);
  line = g_strconcat (bullet, markup, NULL);
  vsl_pdf_add_markup (writing->pdf, writing->quoted > 0 ? VSL_PDF_QUOTED : VSL_PDF_PARAGRAPH, line);
}

static void
walk_container (Writing    *writing,
                cmark_node *node,
                gboolean    entering)
{
  const VslContainer *container = vsl_markdown_get_container (node);

  if (container->kind == VSL_CONTAINER_PARTICIPANTS)
    {
      if (entering)
        add_participants (writing);
      return;
    }
  if (entering && *container->title != '\0')
    vsl_pdf_add (writing->pdf, VSL_PDF_HEADING, container->title);
  if (entering)
    writing->quoted++;
  else
    writing->quoted--;
}

static void
walk_node (Writing    *writing,
           cmark_node *node,
           gboolean    entering)
{
  switch ((int) cmark_node_get_type (node))
    {
    case CMARK_NODE_PARAGRAPH:
      if (entering)
        add_paragraph (writing, node);
      break;
    case CMARK_NODE_HEADING:
      if (entering)
        {
          g_autofree char *markup = dup_markup (node);

          vsl_pdf_add_markup (writing->pdf, VSL_PDF_HEADING, markup);
        }
      break;
    case CMARK_NODE_CODE_BLOCK:
      if (vsl_markdown_get_raw (node) == VSL_RAW_NONE)
        add_field (writing, VSL_PDF_QUOTED, NULL, cmark_node_get_literal (node));
      break;
    case CMARK_NODE_HTML_BLOCK:
      add_field (writing, VSL_PDF_PARAGRAPH, NULL, cmark_node_get_literal (node));
      break;
    case CMARK_NODE_BLOCK_QUOTE:
      writing->quoted += entering ? 1 : -1;
      break;
    case CMARK_NODE_CUSTOM_BLOCK:
      walk_container (writing, node, entering);
      break;
    default:
      break;
    }
}

static void
add_body (Writing *writing)
{
  g_autoptr(VslMarkdown) body =
    vsl_markdown_parse (vsl_article_get_text (writing->article, VSL_FIELD_BODY));
  cmark_iter *iter;
  cmark_event_type event;

  vsl_placed_pictures_apply (body, writing->article);
  if (!vsl_markdown_has_participants (body))
    add_participants (writing);
  iter = cmark_iter_new (vsl_markdown_get_root (body));
  while ((event = cmark_iter_next (iter)) != CMARK_EVENT_DONE)
    walk_node (writing, cmark_iter_get_node (iter), event == CMARK_EVENT_ENTER);
  cmark_iter_free (iter);
}

/**
 * vsl_article_pdf_write:
 * @article: an article whose pictures have places
 * @picture_dir: the folder where the places of its pictures are
 * @error: return location for an error
 *
 * Writes what a reader sees of an article on pages of A4. Waits for the files of the pictures; any
 * thread.
 *
 * Returns: (transfer full): the file
 */
GBytes *
vsl_article_pdf_write (VslArticle  *article,
                       const char  *picture_dir,
                       GError     **error)
{
  const VslLabels *labels;
  g_autoptr(VslPdf) pdf = NULL;
  Writing writing;

  g_return_val_if_fail (VSL_IS_ARTICLE (article) && picture_dir != NULL, NULL);

  labels = vsl_labels_for_language (vsl_article_get_language (article));
  pdf = vsl_pdf_new (vsl_article_get_text (article, VSL_FIELD_HEADLINE),
                     vsl_article_get_language (article));
  writing = (Writing) { pdf, article, picture_dir, 0, FALSE };
  add_field (&writing, VSL_PDF_SMALL, NULL, vsl_article_get_text (article, VSL_FIELD_KICKER));
  add_field (&writing, VSL_PDF_TITLE, NULL, vsl_article_get_text (article, VSL_FIELD_HEADLINE));
  add_head_picture (&writing);
  add_field (&writing, VSL_PDF_LEAD, NULL, vsl_article_get_text (article, VSL_FIELD_LEAD));
  add_field (&writing, VSL_PDF_SMALL, labels->by, vsl_article_get_text (article, VSL_FIELD_BYLINE));
  add_field (&writing, VSL_PDF_SMALL, labels->image,
             vsl_article_get_text (article, VSL_FIELD_CREDIT));
  add_body (&writing);

  return vsl_pdf_end (pdf, error);
}
