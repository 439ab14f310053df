/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-markup"

#include "markup/vsl-block-parts.h"

#include "markup/vsl-escape.h"

/*
 * The blocks that articles are made of. The markup is, byte for byte, what the block editor of
 * WordPress itself writes for them, in the oldest form that it still accepts without migrating it.
 */

/**
 * vsl_block_append_text:
 * @writer: where to
 * @text: plain text
 *
 * Writes text in the block that is open.
 */
void
vsl_block_append_text (VslBlockWriter *writer,
                       const char     *text)
{
  vsl_escape_append_text (vsl_block_writer_get_out (writer), text, -1, VSL_TARGET_BLOCKS);
}

/**
 * vsl_block_append_tags:
 * @writer: where to
 * @tags: HTML
 *
 * Writes tags in the block that is open.
 */
void
vsl_block_append_tags (VslBlockWriter *writer,
                       const char     *tags)
{
  g_string_append (vsl_block_writer_get_out (writer), tags);
}

/**
 * vsl_block_begin_paragraph:
 * @writer: where to
 * @class_name: (nullable): its additional class
 *
 * Opens a paragraph.
 */
void
vsl_block_begin_paragraph (VslBlockWriter *writer,
                           const char     *class_name)
{
  vsl_block_writer_begin (writer, "paragraph", NULL, class_name);
  if (class_name != NULL)
    g_string_append_printf (vsl_block_writer_get_out (writer), "<p class=\"%s\">", class_name);
  else
    vsl_block_append_tags (writer, "<p>");
}

/**
 * vsl_block_end_paragraph:
 * @writer: where to
 *
 * Closes a paragraph.
 */
void
vsl_block_end_paragraph (VslBlockWriter *writer)
{
  vsl_block_append_tags (writer, "</p>");
  vsl_block_writer_end (writer);
}

/**
 * vsl_block_begin_heading:
 * @writer: where to
 * @level: from 2 to 6
 *
 * Opens a heading.
 */
void
vsl_block_begin_heading (VslBlockWriter *writer,
                         int             level)
{
  g_autofree char *attributes = level != 2 ? g_strdup_printf ("\"level\":%d", level) : NULL;

  vsl_block_writer_begin (writer, "heading", attributes, NULL);
  g_string_append_printf (vsl_block_writer_get_out (writer), "<h%d class=\"wp-block-heading\">",
                          level);
}

/**
 * vsl_block_end_heading:
 * @writer: where to
 * @level: that with which it was opened
 *
 * Closes a heading.
 */
void
vsl_block_end_heading (VslBlockWriter *writer,
                       int             level)
{
  g_string_append_printf (vsl_block_writer_get_out (writer), "</h%d>", level);
  vsl_block_writer_end (writer);
}

/**
 * vsl_block_begin_group:
 * @writer: where to
 * @class_name: (nullable): its additional class
 *
 * Opens a group.
 */
void
vsl_block_begin_group (VslBlockWriter *writer,
                       const char     *class_name)
{
  vsl_block_writer_begin (writer, "group", NULL, class_name);
  g_string_append_printf (vsl_block_writer_get_out (writer), "<div class=\"wp-block-group%s%s\">",
                          class_name != NULL ? " " : "", class_name != NULL ? class_name : "");
}

/**
 * vsl_block_end_group:
 * @writer: where to
 *
 * Closes a group.
 */
void
vsl_block_end_group (VslBlockWriter *writer)
{
  vsl_block_append_tags (writer, "</div>");
  vsl_block_writer_end (writer);
}

/**
 * vsl_block_begin_item:
 * @writer: where to
 *
 * Opens an item of a list.
 */
void
vsl_block_begin_item (VslBlockWriter *writer)
{
  vsl_block_writer_begin (writer, "list-item", NULL, NULL);
  vsl_block_append_tags (writer, "<li>");
}

/**
 * vsl_block_end_item:
 * @writer: where to
 *
 * Closes an item of a list.
 */
void
vsl_block_end_item (VslBlockWriter *writer)
{
  vsl_block_append_tags (writer, "</li>");
  vsl_block_writer_end (writer);
}
