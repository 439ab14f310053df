/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "core/vsl-article-builder.h"
#include "markup/vsl-picture-links.h"

/* The way to a file, or none. */
static const struct
{
  const char *link;
  const char *path; /* (nullable) */
} paths[] = {
  { "kade.png", "kade.png" },
  { "beeld/kade.png", "beeld/kade.png" },
  { "./beeld/kade.png", "./beeld/kade.png" },
  { "beeld/kade%20%C3%A9%C3%A9n.png", "beeld/kade één.png" },
  { "beeld/..kade.png", "beeld/..kade.png" },
  { "", NULL },
  { "..", NULL },
  { "../kade.png", NULL },
  { "beeld/../../kade.png", NULL },
  { "beeld/%2e%2e/kade.png", NULL },
  { "beeld%2f..%2fkade.png", NULL },
  { "/etc/kade.png", NULL },
  { "..\\kade.png", NULL },
  { "media:0123456789ab", NULL },
  { "https://example.org/kade.png", NULL },
  { "file:///etc/passwd", NULL },
  { "//example.org/kade.png", NULL },
};

/* The source of a body, here and where its pictures are in files. */
static const struct
{
  const char *here;
  const char *there;
} bodies[] = {
  { "![](media:0123456789ab)", "![](m/kade.png)" },
  { "![De kade](media:0123456789ab \"In mei\")", "![De kade](m/kade.png \"In mei\")" },
  { "![a](<media:0123456789ab>)", "![a](<m/kade.png>)" },
  { "[![a](media:0123456789ab)](https://example.org)",
    "[![a](m/kade.png)](https://example.org)" },
  { "![a][k]\n\n[k]: media:0123456789ab\n", "![a][k]\n\n[k]: m/kade.png\n" },
  { "![](media:0123456789ab) ![](media:0123456789ab)", "![](m/kade.png) ![](m/kade.png)" },
  { "![](media:ffffffffffff)", "![](media:ffffffffffff)" },
  { "De media: 0123456789ab", "De media: 0123456789ab" },
  { "[a](https://example.org/?x=[b](c) en ](", "[a](https://example.org/?x=[b](c) en ](" },
  { "Geen beeld [hier]", "Geen beeld [hier]" },
  { "", "" },
};

static VslArticle *
make_article (void)
{
  const VslPicturePlace place = { .url = "m/kade.png" };
  g_autoptr(VslPicture) picture = vsl_picture_new ("0123456789abcdef", "image/png", "", "", "");
  g_autoptr(VslPicture) placed = vsl_picture_with_place (picture, &place);
  VslArticleBuilder *builder = vsl_article_builder_new (NULL);

  vsl_article_builder_add_picture (builder, placed);

  return vsl_article_builder_end (builder);
}

static void
test_path (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autofree char *path = vsl_picture_link_dup_path (paths[i].link);

  g_assert_cmpstr (path, ==, paths[i].path);
}

static void
test_body (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr(VslArticle) article = make_article ();
  g_autofree char *there = vsl_picture_links_to_places (bodies[i].here, article);
  g_autofree char *here = vsl_picture_links_from_places (bodies[i].there, article);

  g_assert_cmpstr (there, ==, bodies[i].there);
  g_assert_cmpstr (here, ==, bodies[i].here);
}

static void
test_list (void)
{
  g_autoptr(GPtrArray) links = vsl_picture_links_list (
    "![*De* kade](a/kade.png \"In mei\")\n\n`![x](b.png)` ![](https://example.org/c.png)\n\n"
    "> [![d](d%20d.png)](https://example.org)\n");
  VslPictureLink *first = links->pdata[0];
  VslPictureLink *second = links->pdata[1];

  g_assert_cmpuint (links->len, ==, 2);
  g_assert_cmpstr (first->path, ==, "a/kade.png");
  g_assert_cmpstr (first->alt, ==, "De kade");
  g_assert_cmpstr (first->caption, ==, "In mei");
  g_assert_cmpstr (second->link, ==, "d%20d.png");
  g_assert_cmpstr (second->path, ==, "d d.png");
}

int
main (int   argc,
      char *argv[])
{
  guint i;

  g_test_init (&argc, &argv, NULL);

  for (i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autofree char *name = g_strdup_printf ("/picture-links/path/%u", i);

      g_test_add_data_func (name, GUINT_TO_POINTER (i), test_path);
    }
  for (i = 0; i < G_N_ELEMENTS (bodies); i++)
    {
      g_autofree char *name = g_strdup_printf ("/picture-links/body/%u", i);

      g_test_add_data_func (name, GUINT_TO_POINTER (i), test_body);
    }
  g_test_add_func ("/picture-links/list", test_list);

  return g_test_run ();
}
