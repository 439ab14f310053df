/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-store"

#include "config.h"

#include "store/vsl-article-content.h"

#include "core/vsl-article-builder.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <string.h>

/*
 * The canonical form of an article: the same content always gives the same bytes, so that their hash
 * names the content. It is a line with the version of the form, then records. A record is a line
 * `NAME COUNT` and COUNT values, each a line with its length in bytes, the bytes, and a line feed.
 * Ids, revisions and times are no content.
 */
#define FIRST_LINE "verslag-content 1\n"

#define MAX_VALUES 9

/* A damaged length must not make the reader ask for all memory there is. */
#define MAX_CONTENT_BYTES (256 * 1024 * 1024)

typedef struct
{
  const char *at;
  const char *end;
} Reader;

typedef struct
{
  char *name;               /* (owned) */
  char *values[MAX_VALUES]; /* (owned) each; UTF-8 */
  guint n_values;
} Record;

static void
record_clear (Record *record)
{
  guint i;

  g_clear_pointer (&record->name, g_free);
  for (i = 0; i < record->n_values; i++)
    g_clear_pointer (&record->values[i], g_free);
  record->n_values = 0;
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Record, record_clear)

static void
write_record (GString           *out,
              const char        *name,
              const char *const *values,
              guint              n_values)
{
  guint i;

  g_string_append_printf (out, "%s %u\n", name, n_values);
  for (i = 0; i < n_values; i++)
    {
      const char *value = values[i] != NULL ? values[i] : "";

      g_string_append_printf (out, "%" G_GSIZE_FORMAT "\n%s\n", strlen (value), value);
    }
}

static void
write_value (GString    *out,
             const char *name,
             const char *value)
{
  write_record (out, name, &value, 1);
}

static void
write_participant (GString        *out,
                   VslParticipant *participant)
{
  VslPerson *person = vsl_participant_get_person (participant);
  const char *values[] = {
    vsl_person_get_given (person),
    vsl_person_get_prefix (person),
    vsl_person_get_family (person),
    vsl_person_get_as_registered (person) ? "1" : "0",
    vsl_participant_get_role (participant),
    vsl_participant_get_organisation (participant),
    vsl_participant_get_chair (participant) ? "1" : "0",
  };

  write_record (out, "participant", values, G_N_ELEMENTS (values));
}

/* A picture of which nothing but its words was said has 5 values, as all had at first: so versions of
 * then and of now that read the same are the same. */
static void
write_picture (GString    *out,
               VslPicture *picture)
{
  char x_text[12];
  char y_text[12];
  guint x, y;
  const char *values[] = {
    vsl_picture_get_hash (picture),    vsl_picture_get_content_type (picture),
    vsl_picture_get_credit (picture),  vsl_picture_get_caption (picture),
    vsl_picture_get_alt (picture),     vsl_picture_get_decorative (picture) ? "1" : "0",
    vsl_picture_get_featured (picture) ? "1" : "0", x_text, y_text,
  };
  gboolean plain;

  vsl_picture_get_focus (picture, &x, &y);
  g_snprintf (x_text, sizeof x_text, "%u", x);
  g_snprintf (y_text, sizeof y_text, "%u", y);
  plain = !vsl_picture_get_decorative (picture) && !vsl_picture_get_featured (picture) &&
          x == VSL_PICTURE_MIDDLE && y == VSL_PICTURE_MIDDLE;
  write_record (out, "picture", values, plain ? 5 : G_N_ELEMENTS (values));
}

/* A line without its line feed, or NULL when there is none. */
static char *
read_line (Reader *reader)
{
  const char *feed = memchr (reader->at, '\n', reader->end - reader->at);
  char *line;

  if (feed == NULL)
    return NULL;
  line = g_strndup (reader->at, feed - reader->at);
  reader->at = feed + 1;

  return line;
}

static char *
read_value (Reader *reader)
{
  g_autofree char *line = read_line (reader);
  g_autofree char *value = NULL;
  guint64 length;

  if (line == NULL ||
      !g_ascii_string_to_unsigned (line, 10, 0, reader->end - reader->at, &length, NULL) ||
      reader->at + length >= reader->end || reader->at[length] != '\n' ||
      !g_utf8_validate_len (reader->at, length, NULL))
    return NULL;
  value = g_strndup (reader->at, length);
  reader->at += length + 1;

  return g_steal_pointer (&value);
}

static gboolean
read_record (Reader *reader,
             Record *record)
{
  g_autofree char *line = read_line (reader);
  char *space = line != NULL ? strchr (line, ' ') : NULL;
  guint64 count;

  if (space == NULL ||
      !g_ascii_string_to_unsigned (space + 1, 10, 1, MAX_VALUES, &count, NULL))
    return FALSE;

  record->name = g_strndup (line, space - line);
  while (record->n_values < count)
    {
      char *value = read_value (reader);

      if (value == NULL)
        return FALSE;
      record->values[record->n_values++] = value;
    }

  return TRUE;
}

static gboolean
apply_picture (VslArticleBuilder *builder,
               Record            *record)
{
  char **values = record->values;
  g_autoptr(VslPicture) plain = NULL;
  g_autoptr(VslPicture) judged = NULL;
  g_autoptr(VslPicture) starred = NULL;
  g_autoptr(VslPicture) picture = NULL;
  guint64 x = VSL_PICTURE_MIDDLE;
  guint64 y = VSL_PICTURE_MIDDLE;
  gboolean whole = record->n_values == 9;

  if (record->n_values != 5 && !whole)
    return FALSE;
  if (whole && (!g_ascii_string_to_unsigned (values[7], 10, 0, 1000, &x, NULL) ||
                !g_ascii_string_to_unsigned (values[8], 10, 0, 1000, &y, NULL)))
    return FALSE;

  plain = vsl_picture_new (values[0], values[1], values[2], values[3], values[4]);
  judged = vsl_picture_with_decorative (plain, whole && g_str_equal (values[5], "1"));
  starred = vsl_picture_with_featured (judged, whole && g_str_equal (values[6], "1"));
  picture = vsl_picture_with_focus (starred, x, y);
  vsl_article_builder_add_picture (builder, picture);

  return TRUE;
}

static gboolean
apply_list_item (VslArticleBuilder *builder,
                 Record            *record)
{
  char **values = record->values;

  if (g_str_equal (record->name, "tag") && record->n_values == 1)
    {
      vsl_article_builder_add_tag (builder, values[0]);
      return TRUE;
    }
  if (g_str_equal (record->name, "participant") && record->n_values == 7)
    {
      g_autoptr(VslPerson) person = vsl_person_new (values[0], values[1], values[2],
                                                    g_str_equal (values[3], "1"));
      g_autoptr(VslParticipant) participant = vsl_participant_new (person, values[4], values[5],
                                                                   g_str_equal (values[6], "1"));

      vsl_article_builder_add_participant (builder, participant);
      return TRUE;
    }
  if (g_str_equal (record->name, "picture"))
    return apply_picture (builder, record);

  return FALSE;
}

/* Whether the record was understood. */
static gboolean
apply_record (VslArticleBuilder *builder,
              Record            *record)
{
  VslField field = vsl_field_from_name (record->name);
  VslKind kind;
  VslStatus status;

  if (g_str_equal (record->name, "kind") && vsl_kind_from_name (record->values[0], &kind))
    vsl_article_builder_set_kind (builder, kind);
  else if (g_str_equal (record->name, "status") && vsl_status_from_name (record->values[0], &status))
    vsl_article_builder_set_status (builder, status);
  else if (g_str_equal (record->name, "language"))
    vsl_article_builder_set_language (builder, record->values[0]);
  else if ((guint) field < VSL_N_FIELDS)
    vsl_article_builder_set_text (builder, field, record->values[0]);
  else
    return apply_list_item (builder, record);

  return TRUE;
}

static void
set_damaged_error (GError **error)
{
  g_set_error_literal (error, VSL_STORE_ERROR, VSL_STORE_ERROR_CORRUPT,
                       _("This version of the article is damaged on the disk. The article itself and its other versions are not."));
}

static GBytes *
convert (GConverter *converter,
         GBytes     *bytes,
         gsize       max_bytes,
         GError    **error)
{
  g_autoptr(GInputStream) source = g_memory_input_stream_new_from_bytes (bytes);
  g_autoptr(GInputStream) converted = g_converter_input_stream_new (source, converter);
  g_autoptr(GOutputStream) target = g_memory_output_stream_new_resizable ();
  char buffer[16 * 1024];
  gssize n_read;

  while ((n_read = g_input_stream_read (converted, buffer, sizeof buffer, NULL, error)) > 0)
    {
      if (!g_output_stream_write_all (target, buffer, n_read, NULL, NULL, error))
        return NULL;
      if (g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (target)) > max_bytes)
        {
          set_damaged_error (error);
          return NULL;
        }
    }
  if (n_read < 0 || !g_output_stream_close (target, NULL, error))
    return NULL;

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (target));
}

/**
 * vsl_article_content_write:
 * @article: an article
 *
 * Returns: (transfer full): the canonical form of what an editor can change in it
 */
GBytes *
vsl_article_content_write (VslArticle *article)
{
  g_autoptr(GString) out = g_string_new (FIRST_LINE);
  const char *const *tags;
  guint i;

  g_return_val_if_fail (VSL_IS_ARTICLE (article), NULL);

  write_value (out, "kind", vsl_kind_get_name (vsl_article_get_kind (article)));
  write_value (out, "status", vsl_status_get_name (vsl_article_get_status (article)));
  write_value (out, "language", vsl_article_get_language (article));
  for (i = 0; i < VSL_N_FIELDS; i++)
    write_value (out, vsl_field_get_name (i), vsl_article_get_text (article, i));
  tags = vsl_article_get_tags (article);
  for (i = 0; tags[i] != NULL; i++)
    write_value (out, "tag", tags[i]);
  for (i = 0; i < vsl_article_get_n_participants (article); i++)
    write_participant (out, vsl_article_get_participant (article, i));
  for (i = 0; i < vsl_article_get_n_pictures (article); i++)
    write_picture (out, vsl_article_get_picture (article, i));

  return g_string_free_to_bytes (g_steal_pointer (&out));
}

/**
 * vsl_article_content_read:
 * @content: what vsl_article_content_write() wrote, or anything else
 * @error: return location for a #GError
 *
 * Returns: (transfer full): an article with that content, without an id; %VSL_STORE_ERROR_CORRUPT
 *   when @content is damaged in any place
 */
VslArticle *
vsl_article_content_read (GBytes  *content,
                          GError **error)
{
  g_autoptr(VslArticleBuilder) builder = vsl_article_builder_new (NULL);
  gsize length;
  const char *data;
  Reader reader;

  g_return_val_if_fail (content != NULL, NULL);

  data = g_bytes_get_data (content, &length);
  if (length < strlen (FIRST_LINE) || memcmp (data, FIRST_LINE, strlen (FIRST_LINE)) != 0)
    {
      set_damaged_error (error);
      return NULL;
    }

  reader = (Reader) { data + strlen (FIRST_LINE), data + length };
  while (reader.at < reader.end)
    {
      g_auto(Record) record = { 0 };

      if (!read_record (&reader, &record) || !apply_record (builder, &record))
        {
          set_damaged_error (error);
          return NULL;
        }
    }

  return vsl_article_builder_end (g_steal_pointer (&builder));
}

/**
 * vsl_article_content_hash:
 * @content: the canonical form of an article
 *
 * Returns: (transfer full): its SHA-256 in lower-case hexadecimal
 */
char *
vsl_article_content_hash (GBytes *content)
{
  return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content);
}

/**
 * vsl_article_content_pack:
 * @content: the canonical form of an article
 * @error: return location for a #GError
 *
 * Returns: (transfer full): @content in the zlib format, for Dutch prose about 40 % of it
 */
GBytes *
vsl_article_content_pack (GBytes  *content,
                          GError **error)
{
  g_autoptr(GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, 6);

  g_return_val_if_fail (content != NULL, NULL);

  return convert (G_CONVERTER (compressor), content, MAX_CONTENT_BYTES, error);
}

/**
 * vsl_article_content_unpack:
 * @packed: what vsl_article_content_pack() made
 * @length: the number of bytes that went in
 * @error: return location for a #GError
 *
 * Returns: (transfer full): what went in; %VSL_STORE_ERROR_CORRUPT when it is another length, or
 *   @packed is damaged
 */
GBytes *
vsl_article_content_unpack (GBytes  *packed,
                            gsize    length,
                            GError **error)
{
  g_autoptr(GZlibDecompressor) decompressor =
    g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB);
  g_autoptr(GBytes) content = NULL;

  g_return_val_if_fail (packed != NULL, NULL);

  content = convert (G_CONVERTER (decompressor), packed, MIN (length, MAX_CONTENT_BYTES), NULL);
  if (content == NULL || g_bytes_get_size (content) != length)
    {
      set_damaged_error (error);
      return NULL;
    }

  return g_steal_pointer (&content);
}
