/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cms"

#include "config.h"

#include "cms/vsl-wordpress-loss.h"

#include "cms/vsl-wordpress-api.h"

#include <glib/gi18n.h>
#include <string.h>

/* How much of a loss is spelled out. */
#define MAX_SHOWN 8

/*
 * What a site made of a text: WordPress cleans up what a user without all rights writes (`kses`), and
 * plug-ins may change anything. That the text differs says nothing, because it also writes the same in
 * other ways; what counts is what a reader misses: words, elements, and addresses of pictures and
 * links. They are counted on both sides.
 */

typedef struct
{
  GPtrArray  *order;  /* (unowned) keys of counts, as they came first */
  GHashTable *counts; /* (owned) char * (owned) → count */
} Bag;

typedef struct
{
  Bag words, elements, addresses;
} Contents;

static void
bag_init (Bag *bag)
{
  bag->order = g_ptr_array_new ();
  bag->counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
bag_clear (Bag *bag)
{
  g_ptr_array_unref (bag->order);
  g_hash_table_unref (bag->counts);
}

static void
bag_add (Bag  *bag,
         char *key) /* (transfer full) */
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (bag->counts, key));

  /* Inserting again keeps the key that is there, which the order points to, and frees this one. */
  if (n == 0)
    g_ptr_array_add (bag->order, key);
  g_hash_table_insert (bag->counts, key, GUINT_TO_POINTER (n + 1));
}

static void
contents_init (Contents *contents)
{
  bag_init (&contents->words);
  bag_init (&contents->elements);
  bag_init (&contents->addresses);
}

static void
contents_clear (Contents *contents)
{
  bag_clear (&contents->words);
  bag_clear (&contents->elements);
  bag_clear (&contents->addresses);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Contents, contents_clear)

static void
add_words (Contents   *contents,
           const char *text,
           gsize       length)
{
  g_autofree char *raw = g_strndup (text, length);
  g_autofree char *plain = vsl_wordpress_text_unescape (raw);
  g_auto(GStrv) words = g_strsplit_set (plain, " \t\r\n", -1);
  guint i;

  for (i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      bag_add (&contents->words, g_strdup (words[i]));
}

/* The value of src or href in a tag. */
static void
add_address (Contents   *contents,
             const char *tag,
             const char *attribute)
{
  g_autofree char *start = g_strconcat (" ", attribute, "=\"", NULL);
  const char *value = strstr (tag, start);
  const char *end = value != NULL ? strchr (value + strlen (start), '"') : NULL;

  if (end != NULL && end > value + strlen (start))
    {
      g_autofree char *raw = g_strndup (value + strlen (start), end - value - strlen (start));

      bag_add (&contents->addresses, vsl_wordpress_text_unescape (raw));
    }
}

/* Reads the tag at @p; returns what stands behind it. */
static const char *
read_tag (Contents   *contents,
          const char *p)
{
  const char *end = strchr (p, '>');
  const char *name_end = p + 1;
  g_autofree char *tag = NULL;
  g_autofree char *name = NULL;

  if (end == NULL)
    return p + strlen (p);
  while (g_ascii_isalnum (*name_end) || *name_end == '-')
    name_end++;
  if (name_end == p + 1)
    return end + 1; /* a closing tag */

  tag = g_strndup (p, end - p);
  name = g_ascii_strdown (p + 1, name_end - p - 1);
  add_address (contents, tag, "src");
  add_address (contents, tag, "href");
  /* Of these the text is no text; where the tag is taken away, it becomes some. */
  if (g_str_equal (name, "script") || g_str_equal (name, "style"))
    {
      g_autofree char *closing = g_strconcat ("</", name, NULL);
      const char *close = strstr (end, closing);

      end = close != NULL ? strchr (close, '>') : NULL;
    }
  bag_add (&contents->elements, g_steal_pointer (&name));

  return end != NULL ? end + 1 : p + strlen (p);
}

static void
read_contents (Contents   *contents,
               const char *html)
{
  const char *p = html;

  while (*p != '\0')
    {
      if (g_str_has_prefix (p, "<!--"))
        {
          const char *end = strstr (p, "-->");

          p = end != NULL ? end + 3 : p + strlen (p);
        }
      else if (*p == '<' && (g_ascii_isalpha (p[1]) || p[1] == '/'))
        {
          p = read_tag (contents, p);
        }
      else
        {
          gsize length = 1 + strcspn (p + 1, "<");

          add_words (contents, p, length);
          p += length;
        }
    }
}

/* What is in @a more often than in @b, in order, as far as it is shown; NULL for nothing. */
static char *
describe_difference (Bag        *a,
                     Bag        *b,
                     const char *before,
                     const char *after,
                     const char *between)
{
  g_autoptr(GString) text = g_string_new (NULL);
  guint n = 0;
  guint i;

  for (i = 0; i < a->order->len; i++)
    {
      const char *key = g_ptr_array_index (a->order, i);

      if (GPOINTER_TO_UINT (g_hash_table_lookup (a->counts, key)) <=
          GPOINTER_TO_UINT (g_hash_table_lookup (b->counts, key)))
        continue;
      if (++n <= MAX_SHOWN)
        g_string_append_printf (text, "%s%s%s%s", n > 1 ? between : "", before, key, after);
    }
  if (n > MAX_SHOWN)
    g_string_append (text, " …");

  return n > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

static void
add_sentence (GString *text,
              char    *sentence) /* (transfer full) */
{
  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append (text, sentence);
  g_free (sentence);
}

/**
 * vsl_wordpress_loss_describe:
 * @sent: the text that was sent, in blocks
 * @stored: what the site says that it stored
 * @site: the name of the site
 *
 * Returns: (transfer full) (nullable): what got lost, or became visible, in translated sentences; %NULL
 *   when a reader will not miss anything
 */
char *
vsl_wordpress_loss_describe (const char *sent,
                             const char *stored,
                             const char *site)
{
  g_auto(Contents) ours = { 0 };
  g_auto(Contents) theirs = { 0 };
  g_autoptr(GString) text = g_string_new (NULL);
  g_autofree char *words = NULL;
  g_autofree char *elements = NULL;
  g_autofree char *addresses = NULL;
  g_autofree char *shown = NULL;

  g_return_val_if_fail (sent != NULL && stored != NULL && site != NULL, NULL);

  contents_init (&ours);
  contents_init (&theirs);
  read_contents (&ours, sent);
  read_contents (&theirs, stored);

  words = describe_difference (&ours.words, &theirs.words, "", "", " ");
  elements = describe_difference (&ours.elements, &theirs.elements, "<", ">", ", ");
  addresses = describe_difference (&ours.addresses, &theirs.addresses, "", "", ", ");
  shown = describe_difference (&theirs.words, &ours.words, "", "", " ");
  if (words != NULL)
    add_sentence (text, g_strdup_printf (_("“%s” took words out of the text: “%s”. Look at the article "
                                           "there."), site, words));
  if (elements != NULL)
    add_sentence (text, g_strdup_printf (_("“%s” does not let this user write these elements, and took "
                                           "them out: %s. Ask an editor to put them there."),
                                         site, elements));
  if (addresses != NULL)
    add_sentence (text, g_strdup_printf (_("“%s” took out these addresses of pictures or links: %s."),
                                         site, addresses));
  if (shown != NULL)
    add_sentence (text, g_strdup_printf (_("“%s” now shows as text what was not text: “%s”. Look at the "
                                           "article there."), site, shown));

  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}
