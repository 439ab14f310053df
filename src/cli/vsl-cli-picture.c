/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cli"

#include "config.h"

#include "cli/vsl-cli-article-json.h"
#include "cli/vsl-cli-commands.h"

#include "core/vsl-article-builder.h"
#include "desk/vsl-desk-pictures.h"

#include <glib/gi18n.h>
#include <string.h>

/* What was said of a picture; NULL leaves what it has. */
typedef struct
{
  char *credit;
  char *caption;
  char *alt;
  gboolean decorative;
  gboolean focused; /* whether somebody chose the point below, in per mille */
  guint focus_x;
  guint focus_y;
} Words;

static VslPicture *
apply_words (VslPicture  *picture,
             const Words *words)
{
  const char *credit = words->credit != NULL ? words->credit : vsl_picture_get_credit (picture);
  const char *caption = words->caption != NULL ? words->caption : vsl_picture_get_caption (picture);
  const char *alt = words->alt != NULL ? words->alt : vsl_picture_get_alt (picture);
  g_autoptr(VslPicture) worded = vsl_picture_with_texts (picture, credit, caption, alt);
  g_autoptr(VslPicture) done =
    vsl_picture_with_decorative (worded, words->decorative || (words->alt == NULL &&
                                         vsl_picture_get_decorative (picture)));

  return words->focused ? vsl_picture_with_focus (done, words->focus_x, words->focus_y)
                        : g_steal_pointer (&done);
}

/* A point as two percentages, from the left and from the top. */
static gboolean
parse_focus (const char  *text,
             Words       *words,
             GError     **error)
{
  g_auto(GStrv) parts = text != NULL ? g_strsplit (text, ",", -1) : NULL;
  guint64 x = 0;
  guint64 y = 0;

  if (text == NULL)
    return TRUE;
  if (g_strv_length (parts) != 2 ||
      !g_ascii_string_to_unsigned (g_strstrip (parts[0]), 10, 0, 100, &x, NULL) ||
      !g_ascii_string_to_unsigned (g_strstrip (parts[1]), 10, 0, 100, &y, NULL))
    {
      g_set_error (error, VSL_DESK_ERROR, VSL_DESK_ERROR_USAGE,
                   _("“%s” is not a point of a picture. Give two percentages, from the left and "
                     "from the top, such as 30,40."), text);
      return FALSE;
    }
  words->focused = TRUE;
  words->focus_x = (guint) x * 10;
  words->focus_y = (guint) y * 10;

  return TRUE;
}

/* The picture that is meant: by number from 1, by the first digits of its hash, or as a body means
 * it. */
static gboolean
find_picture (VslArticle  *article,
              const char  *which,
              guint       *index,
              GError     **error)
{
  g_autofree char *reference = g_str_has_prefix (which, VSL_PICTURE_SCHEME)
                                 ? g_strdup (which) : g_strconcat (VSL_PICTURE_SCHEME, which, NULL);
  guint n = vsl_article_get_n_pictures (article);
  guint64 number;
  guint i;

  for (i = 0; i < n; i++)
    {
      if (vsl_picture_is_meant_by (vsl_article_get_picture (article, i), reference))
        {
          *index = i;
          return TRUE;
        }
    }
  if (n > 0 && g_ascii_string_to_unsigned (which, 10, 1, n, &number, NULL))
    {
      *index = (guint) number - 1;
      return TRUE;
    }

  g_set_error (error, VSL_DESK_ERROR, VSL_DESK_ERROR_NOT_FOUND,
               _("The article has no picture “%s”. Give its number in the list, or the first eight "
                 "digits of its hash or more."), which);

  return FALSE;
}

static VslArticle *
add_picture (VslCli       *cli,
             VslArticle   *article,
             const char   *path,
             const Words  *words,
             GError      **error)
{
  g_autoptr(GFile) file = g_file_new_for_commandline_arg (path);
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr(GBytes) bytes = strcmp (path, "-") == 0 ? vsl_cli_read_input (error)
                                                    : vsl_desk_read_picture_file (file, error);
  g_autoptr(VslPicture) picture = NULL;
  g_autoptr(VslPicture) worded = NULL;

  if (bytes == NULL)
    return NULL;
  picture = vsl_desk_take_picture (cli->desk, bytes, name, error);
  if (picture == NULL)
    return NULL;
  worded = apply_words (picture, words);

  return vsl_desk_article_with_picture (article, worded);
}

static VslArticle *
change_picture (VslArticle   *article,
                const char   *verb,
                const char   *which,
                const Words  *words,
                GError      **error)
{
  VslArticleBuilder *builder;
  guint index = G_MAXUINT;
  guint i;

  /* No picture at the head. */
  if (!(g_str_equal (verb, "feature") && g_str_equal (which, "none")) &&
      !find_picture (article, which, &index, error))
    return NULL;

  builder = vsl_article_builder_new (article);
  vsl_article_builder_clear_pictures (builder);
  for (i = 0; i < vsl_article_get_n_pictures (article); i++)
    {
      VslPicture *old = vsl_article_get_picture (article, i);
      g_autoptr(VslPicture) changed = NULL;

      if (g_str_equal (verb, "remove") && i == index)
        continue;
      if (g_str_equal (verb, "feature"))
        changed = vsl_picture_with_featured (old, i == index);
      else if (g_str_equal (verb, "set") && i == index)
        changed = apply_words (old, words);
      vsl_article_builder_add_picture (builder, changed != NULL ? changed : old);
    }

  return vsl_article_builder_end (builder);
}

static void
print_pictures (VslCli     *cli,
                VslArticle *article)
{
  guint i;

  if (cli->json)
    {
      g_autoptr(JsonBuilder) builder = json_builder_new ();

      vsl_cli_add_article (builder, article);
      vsl_cli_print_json_builder (builder);
      return;
    }

  for (i = 0; i < vsl_article_get_n_pictures (article); i++)
    {
      VslPicture *picture = vsl_article_get_picture (article, i);
      g_autofree char *reference = vsl_picture_dup_reference (picture);
      const char *alt = vsl_picture_get_alt (picture);

      if (vsl_picture_get_decorative (picture))
        alt = _("(decorative)");
      else if (*alt == '\0')
        alt = _("(no alt text)");
      g_print ("%u %s %s  %s  %s  %s\n", i + 1, vsl_picture_get_featured (picture) ? "★" : " ",
               reference != NULL ? reference : "-",
               *vsl_picture_get_credit (picture) != '\0' ? vsl_picture_get_credit (picture)
                                                         : _("(no credit)"),
               alt, vsl_picture_get_caption (picture));
    }
}

static VslExit
run_picture (VslCli       *cli,
             const Words  *words,
             char        **argv,
             GError      **error)
{
  g_autoptr(VslArticle) article = vsl_cli_load (cli, argv[1], error);
  g_autoptr(VslArticle) changed = NULL;
  g_autoptr(VslArticle) stored = NULL;

  if (article == NULL)
    return VSL_EXIT_NOT_FOUND;
  if (g_str_equal (argv[2], "list"))
    {
      print_pictures (cli, article);
      return VSL_EXIT_DONE;
    }

  if (g_str_equal (argv[2], "add"))
    changed = add_picture (cli, article, argv[3], words, error);
  else
    changed = change_picture (article, argv[2], argv[3], words, error);
  if (changed == NULL)
    return g_str_equal (argv[2], "add") ? VSL_EXIT_INPUT : VSL_EXIT_NOT_FOUND;
  stored = vsl_desk_save_article (cli->desk, changed, error);
  if (stored == NULL)
    return VSL_EXIT_STORE;
  print_pictures (cli, stored);

  return VSL_EXIT_DONE;
}

/**
 * vsl_cli_picture:
 * @cli: the run
 * @argc: number of arguments
 * @argv: (array length=argc): the arguments, the name of the command first
 * @error: return location for an error
 *
 * `picture`: lists the pictures of an article, adds or removes one, says who made it and what it
 * shows, or puts it at the head.
 *
 * Returns: the exit code
 */
VslExit
vsl_cli_picture (VslCli  *cli,
                 int      argc,
                 char   **argv,
                 GError **error)
{
  static const char *const verbs[] = { "add", "remove", "list", "feature", "set", NULL };
  g_autofree char *credit = NULL;
  g_autofree char *caption = NULL;
  g_autofree char *alt = NULL;
  g_autofree char *focus = NULL;
  gboolean decorative = FALSE;
  GOptionEntry entries[] = {
    { "credit", 0, 0, G_OPTION_ARG_STRING, &credit, NULL, NULL },
    { "caption", 0, 0, G_OPTION_ARG_STRING, &caption, NULL, NULL },
    { "alt", 0, 0, G_OPTION_ARG_STRING, &alt, NULL, NULL },
    { "focus", 0, 0, G_OPTION_ARG_STRING, &focus, NULL, NULL },
    { "decorative", 0, 0, G_OPTION_ARG_NONE, &decorative, NULL, NULL },
    { NULL },
  };
  Words words = { 0 };
  gboolean lists;

  if (!vsl_cli_parse (cli, argv[0], entries, &argc, &argv, error) ||
      !vsl_cli_need_args (cli, argc, argv, 2, 3, error))
    return VSL_EXIT_USAGE;
  lists = g_str_equal (argv[2], "list");
  if (!g_strv_contains (verbs, argv[2]) || (argc == 4) == lists)
    {
      g_set_error (error, VSL_DESK_ERROR, VSL_DESK_ERROR_USAGE,
                   _("“%s” is not add FILE, remove, feature or set WHICH, or list."), argv[2]);
      return VSL_EXIT_USAGE;
    }
  words = (Words) { .credit = credit, .caption = caption, .alt = alt, .decorative = decorative };
  if (!parse_focus (focus, &words, error))
    return VSL_EXIT_USAGE;
  if (!vsl_cli_open (cli, !lists, error))
    return VSL_EXIT_STORE;

  return run_picture (cli, &words, argv, error);
}
