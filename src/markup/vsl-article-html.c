/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-markup"

#include "markup/vsl-article-html.h"

#include "markup/vsl-inline.h"
#include "markup/vsl-labels.h"
#include "markup/vsl-placed-pictures.h"

#include <string.h>

static void
append_text (GString    *out,
             const char *text)
{
  vsl_escape_append_text (out, text, -1, VSL_TARGET_HTML);
}

static void
write_field (GString    *out,
             const char *class,
             const char *label,
             const char *text)
{
  if (*text == '\0')
    return;

  g_string_append_printf (out, "<p class=\"%s\">%s ", class, label);
  append_text (out, text);
  g_string_append (out, "</p>\n");
}

/* Writes @participant when it has the part that is being written. */
static void
write_participant (GString        *out,
                   VslParticipant *participant,
                   gboolean        chair,
                   const char     *label)
{
  g_autofree char *line = NULL;

  if (vsl_participant_get_chair (participant) != chair)
    return;

  line = vsl_participant_dup_description (participant);
  if (chair)
    {
      write_field (out, "leiding", label, line);
      return;
    }

  g_string_append (out, "<li>");
  append_text (out, line);
  g_string_append (out, "</li>\n");
}

/**
 * vsl_article_html_write_lead:
 * @out: where to
 * @article: an article
 *
 * Writes the lead, a paragraph for every paragraph in it.
 */
void
vsl_article_html_write_lead (GString    *out,
                             VslArticle *article)
{
  const char *lead = vsl_article_get_text (article, VSL_FIELD_LEAD);
  g_auto(GStrv) paragraphs = g_strsplit (lead, "\n\n", -1);

  for (guint i = 0; paragraphs[i] != NULL; i++)
    {
      const char *text = g_strstrip (paragraphs[i]);

      if (*text == '\0')
        continue;
      g_string_append (out, "<p class=\"inleiding\">");
      vsl_inline_write_lines (out, text, strlen (text), VSL_TARGET_HTML);
      g_string_append (out, "</p>\n");
    }
}

/**
 * vsl_article_html_write_colophon:
 * @out: where to
 * @article: an article
 *
 * Writes who wrote it and who made the picture.
 */
void
vsl_article_html_write_colophon (GString    *out,
                                 VslArticle *article)
{
  const VslLabels *labels = vsl_labels_for_language (vsl_article_get_language (article));

  write_field (out, "door", labels->by, vsl_article_get_text (article, VSL_FIELD_BYLINE));
  write_field (out, "beeld", labels->image, vsl_article_get_text (article, VSL_FIELD_CREDIT));
}

/**
 * vsl_article_html_write_picture:
 * @out: where to
 * @article: an article
 *
 * Writes the picture at the head of the article, when it has a place on the target. Where it is
 * cropped, the point that somebody chose stays visible.
 */
void
vsl_article_html_write_picture (GString    *out,
                                VslArticle *article)
{
  VslPicture *picture = vsl_article_get_featured_picture (article);
  const VslPicturePlace *place = picture != NULL ? vsl_picture_get_place (picture) : NULL;
  g_autofree char *caption = NULL;
  guint x, y;

  if (place == NULL)
    return;

  vsl_picture_get_focus (picture, &x, &y);
  caption = vsl_placed_pictures_dup_caption (picture, vsl_article_get_language (article));
  g_string_append (out, "<figure class=\"foto\"><img src=\"");
  vsl_escape_append_url (out, place->url);
  g_string_append (out, "\" alt=\"");
  if (!vsl_picture_get_decorative (picture))
    vsl_escape_append_attribute (out, vsl_picture_get_alt (picture), VSL_TARGET_HTML);
  g_string_append_c (out, '"');
  if (place->srcset != NULL)
    {
      g_string_append (out, " srcset=\"");
      vsl_escape_append_attribute (out, place->srcset, VSL_TARGET_HTML);
      g_string_append (out, "\" sizes=\"(max-width: 45em) 100vw, 45em\"");
    }
  if (place->width > 0 && place->height > 0)
    g_string_append_printf (out, " width=\"%u\" height=\"%u\"", place->width, place->height);
  if (x != VSL_PICTURE_MIDDLE || y != VSL_PICTURE_MIDDLE)
    g_string_append_printf (out, " style=\"object-position: %u.%u%% %u.%u%%\"",
                            x / 10, x % 10, y / 10, y % 10);
  g_string_append_c (out, '>');
  if (*caption != '\0')
    {
      g_string_append (out, "<figcaption>");
      append_text (out, caption);
      g_string_append (out, "</figcaption>");
    }
  g_string_append (out, "</figure>\n");
}

/**
 * vsl_article_html_write_participants:
 * @out: where to
 * @article: an article
 *
 * Writes the box with the participants, the chair last; nothing when there is nobody.
 */
void
vsl_article_html_write_participants (GString    *out,
                                     VslArticle *article)
{
  const VslLabels *labels = vsl_labels_for_language (vsl_article_get_language (article));
  const char *event = vsl_article_get_text (article, VSL_FIELD_EVENT);
  guint n = vsl_article_get_n_participants (article);
  guint n_chairs = 0;

  if (n == 0)
    return;

  g_string_append_printf (out, "<aside class=\"deelnemers\">\n<h2>%s", labels->participants);
  if (*event != '\0')
    {
      g_string_append_c (out, ' ');
      append_text (out, event);
    }
  g_string_append (out, ":</h2>\n");

  for (guint i = 0; i < n; i++)
    n_chairs += vsl_participant_get_chair (vsl_article_get_participant (article, i)) ? 1 : 0;

  if (n > n_chairs)
    g_string_append (out, "<ul>\n");
  for (guint i = 0; i < n; i++)
    write_participant (out, vsl_article_get_participant (article, i), FALSE, NULL);
  if (n > n_chairs)
    g_string_append (out, "</ul>\n");

  for (guint i = 0; i < n; i++)
    write_participant (out, vsl_article_get_participant (article, i), TRUE, labels->chaired_by);
  g_string_append (out, "</aside>\n");
}
