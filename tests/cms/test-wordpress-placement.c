/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "cms/vsl-cms.h"
#include "core/vsl-article-builder.h"
#include "core/vsl-site-choices.h"
#include "cms-await.h"
#include "cms-sample.h"
#include "wordpress-site.h"

#include <string.h>

/*
 * What is chosen for a site and for one piece, against a real WordPress. Every test uses an article
 * of its own, so that they may run in any order.
 */

/* One article on its way. */
typedef struct
{
  VslCms        *cms;
  VslArticle    *article;
  char          *token;
  GPtrArray     *warnings;
  VslRemoteCopy *copy;
  VslCmsRequest  request;
} Piece;

static VslCms *
log_in (const char *role,
        const char *key,
        const char *value)
{
  g_autofree char *user_name = g_strdup_printf ("WP_%s_USER", role);
  g_autofree char *password_name = g_strdup_printf ("WP_%s_APP_PASSWORD", role);
  g_autoptr(VslSite) plain = NULL;
  g_autoptr(VslSite) site = NULL;
  g_autoptr(GError) error = NULL;
  VslCms *cms;

  plain = vsl_site_new ("proef", VSL_BRAND_WORDPRESS, setting ("WP_URL"), setting (user_name), NULL, NULL);
  site = key != NULL ? vsl_site_new_with_setting (plain, key, value) : g_object_ref (plain);
  cms = vsl_cms_new (site, setting (password_name), NULL, &error);
  g_assert_no_error (error);

  return cms;
}

static VslArticle *
with_byline (const char *headline,
             const char *byline,
             const char *body)
{
  g_autoptr(VslArticle) sample = sample_article (headline, body, NULL);
  VslArticleBuilder *builder = vsl_article_builder_new (sample);

  if (byline != NULL)
    vsl_article_builder_set_text (builder, VSL_FIELD_BYLINE, byline);

  return vsl_article_builder_end (builder);
}

static void
piece_init (Piece      *self,
            VslCms     *cms,     /* (transfer full) */
            VslArticle *article) /* (transfer full) */
{
  memset (self, 0, sizeof *self);
  self->cms = cms;
  self->article = article;
  self->token = g_uuid_string_random ();
  self->warnings = g_ptr_array_new_with_free_func (g_free);
  self->request = (VslCmsRequest) {
    .article = article, .token = self->token, .status = VSL_REMOTE_DRAFT, .warnings = self->warnings,
  };
}

static void
piece_clear (Piece *self)
{
  g_clear_object (&self->request.placement);
  g_clear_object (&self->copy);
  g_ptr_array_unref (self->warnings);
  g_free (self->token);
  g_object_unref (self->article);
  g_object_unref (self->cms);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Piece, piece_clear)

static void
place (Piece                    *self,
       const VslPlacementValues *values)
{
  g_clear_object (&self->request.placement);
  self->request.placement = vsl_placement_new (values);
}

static void
create (Piece *self)
{
  g_autoptr(GError) error = NULL;

  self->copy = await_create (self->cms, &self->request, &error);
  g_assert_no_error (error);
}

static void
update (Piece           *self,
        VslRemoteStatus  status)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VslRemoteCopy) copy = NULL;

  self->request.status = status;
  copy = await_update (self->cms, &self->request, self->copy, &error);
  g_assert_no_error (error);
  g_set_object (&self->copy, copy);
}

/* What a colleague did was seen and taken over: without that, it is a conflict. */
static void
take_over (Piece *self)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VslRemoteCopy) copy = await_fetch (self->cms, vsl_remote_copy_get_remote_id (self->copy), &error);

  g_assert_no_error (error);
  g_set_object (&self->copy, copy);
}

/* Nothing may have been sent: what is there is as it was. */
static void
refused (Piece           *self,
         VslRemoteStatus  status,
         int              code,
         const char      *part)
{
  g_autoptr(VslRemoteCopy) before = await_fetch (self->cms, vsl_remote_copy_get_remote_id (self->copy), NULL);
  g_autoptr(VslRemoteCopy) copy = NULL;
  g_autoptr(VslRemoteCopy) after = NULL;
  g_autoptr(GError) error = NULL;

  self->request.status = status;
  copy = await_update (self->cms, &self->request, self->copy, &error);
  g_assert_error (error, VSL_CMS_ERROR, code);
  g_assert_null (copy);
  g_assert_nonnull (strstr (error->message, part));
  after = await_fetch (self->cms, vsl_remote_copy_get_remote_id (self->copy), NULL);
  g_assert_cmpstr (vsl_remote_copy_get_modified (before), ==, vsl_remote_copy_get_modified (after));
  g_assert_cmpint (vsl_remote_copy_get_status (before), ==, vsl_remote_copy_get_status (after));
}

static JsonNode *
look_at (Piece *self)
{
  g_autofree char *query = g_strconcat ("/wp/v2/posts/", vsl_remote_copy_get_remote_id (self->copy),
                                        "&context=edit", NULL);

  return look (query);
}

static char *
dup_content (Piece *self)
{
  g_autoptr(JsonNode) root = look_at (self);
  JsonObject *content = json_object_get_object_member (json_node_get_object (root), "content");

  return g_strdup (json_object_get_string_member (content, "raw"));
}

static void
assert_in_text (Piece      *self,
                const char *part,
                gboolean    there)
{
  g_autofree char *content = dup_content (self);

  g_assert_cmpint (strstr (content, part) != NULL, ==, there);
}

static void
assert_warned (Piece      *self,
               const char *part)
{
  g_autofree char *all = NULL;

  if (part == NULL)
    {
      g_assert_cmpuint (self->warnings->len, ==, 0);
      return;
    }
  g_ptr_array_add (self->warnings, NULL);
  all = g_strjoinv (" ", (char **) self->warnings->pdata);
  g_ptr_array_set_size (self->warnings, 0);
  g_test_message ("%s", all);
  g_assert_nonnull (strstr (all, part));
}

/* The index says whose clock it is and what the site has for bylines and credits. */
static void
test_about (void)
{
  g_autoptr(VslCms) cms = log_in ("EDITOR", NULL, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(VslCmsAbout) about = await_connect (cms, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (about->timezone, ==, "Europe/Amsterdam");
  g_assert_cmpstr (about->offers, ==, "co-authors-plus,publishpress,newspack");
}

static void
test_categories (void)
{
  g_autofree char *number = g_strdup_printf ("%08x", g_random_int ());
  g_autofree char *news = g_strconcat ("Nieuws & meer ", number, NULL);
  g_autofree char *folded = g_utf8_strdown (news, -1);
  g_autofree char *other = g_strconcat ("Opinie ", number, NULL);
  const char * const chosen[] = { folded, NULL };
  const char * const unknown[] = { other, NULL };
  g_autofree char *json = g_strdup_printf ("{\"name\":\"%s\"}", news);
  g_autoptr(JsonNode) made = tell ("/wp/v2/categories", json);
  gint64 id = json_object_get_int_member (json_node_get_object (made), "id");
  g_auto(Piece) piece = { 0 };
  g_autoptr(VslRemoteCopy) missing = NULL;
  g_autoptr(JsonNode) root = NULL;
  g_autoptr(JsonNode) after = NULL;
  g_autoptr(GError) error = NULL;
  JsonArray *ids;

  /* The site's own choice for a new piece; then one for this piece. */
  piece_init (&piece, log_in ("EDITOR", VSL_SITE_CATEGORY, news), with_byline ("Rubriek", NULL, "Tekst."));
  create (&piece);
  root = look_at (&piece);
  ids = json_object_get_array_member (json_node_get_object (root), "categories");
  g_assert_cmpuint (json_array_get_length (ids), ==, 1);
  g_assert_cmpint (json_array_get_int_element (ids, 0), ==, id);

  place (&piece, &(VslPlacementValues) { .categories = unknown });
  missing = await_update (piece.cms, &piece.request, piece.copy, &error);
  g_assert_error (error, VSL_CMS_ERROR, VSL_CMS_ERROR_MISSING_TERMS);
  g_assert_nonnull (strstr (error->message, other));
  piece.request.create_terms = TRUE;
  update (&piece, VSL_REMOTE_DRAFT);
  place (&piece, &(VslPlacementValues) { .categories = chosen });
  update (&piece, VSL_REMOTE_PUBLISH);

  /* Somebody else's choice stays, where nothing is chosen. */
  edit_as_colleague (piece.copy, "{\"categories\":[1]}");
  place (&piece, &(VslPlacementValues) { 0 });
  update (&piece, VSL_REMOTE_PUBLISH);
  after = look_at (&piece);
  ids = json_object_get_array_member (json_node_get_object (after), "categories");
  g_assert_cmpint (json_array_get_int_element (ids, 0), ==, 1);
}

static void
test_near_miss (void)
{
  g_autofree char *number = g_strdup_printf ("%08x", g_random_int ());
  g_autofree char *right = g_strconcat ("digitalisering", number, NULL);
  g_autofree char *wrong = g_strconcat ("digitaliserng", number, NULL);
  g_autofree char *json = g_strdup_printf ("{\"name\":\"%s\"}", right);
  g_autoptr(JsonNode) made = tell ("/wp/v2/tags", json);
  const char * const tags[] = { wrong, NULL };
  g_autoptr(VslCms) cms = log_in ("EDITOR", NULL, NULL);
  g_autoptr(VslArticle) article = sample_article ("Tikfout", "Tekst.", tags);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) missing = await_missing_terms (cms, article, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (JSON_NODE_HOLDS_OBJECT (made));
  g_assert_cmpuint (missing->len, ==, 1);
  g_assert_cmpstr (vsl_missing_term_get_name (missing->pdata[0]), ==, wrong);
  g_assert_cmpstr (vsl_missing_term_get_similar (missing->pdata[0])[0], ==, right);
}

static void
test_choices (void)
{
  g_auto(Piece) piece = { 0 };
  g_autoptr(JsonNode) root = NULL;
  g_autoptr(JsonNode) later = NULL;
  JsonObject *post;

  piece_init (&piece, log_in ("EDITOR", VSL_SITE_COMMENTS, "closed"), with_byline ("Keuzes", NULL, "Tekst."));
  create (&piece);
  place (&piece, &(VslPlacementValues) { .sticky = VSL_CHOICE_YES });
  update (&piece, VSL_REMOTE_PUBLISH);
  root = look_at (&piece);
  post = json_node_get_object (root);
  g_assert_true (json_object_get_boolean_member (post, "sticky"));
  g_assert_cmpstr (json_object_get_string_member (post, "comment_status"), ==, "closed");
  g_assert_cmpstr (json_object_get_string_member (post, "format"), ==, "standard");

  /* It is sticky there, so a password is refused here. */
  place (&piece, &(VslPlacementValues) { .password = "sesam" });
  refused (&piece, VSL_REMOTE_PUBLISH, VSL_CMS_ERROR_REJECTED, "password");
  place (&piece, &(VslPlacementValues) { .sticky = VSL_CHOICE_NO, .password = "sesam" });
  refused (&piece, VSL_REMOTE_PUBLISH, VSL_CMS_ERROR_REJECTED, "first");
  place (&piece, &(VslPlacementValues) { .sticky = VSL_CHOICE_NO, .comments = VSL_CHOICE_YES });
  update (&piece, VSL_REMOTE_PUBLISH);
  place (&piece, &(VslPlacementValues) { .password = "sesam" });
  update (&piece, VSL_REMOTE_PUBLISH);
  later = look_at (&piece);
  post = json_node_get_object (later);
  g_assert_false (json_object_get_boolean_member (post, "sticky"));
  g_assert_cmpstr (json_object_get_string_member (post, "comment_status"), ==, "open");
  g_assert_cmpstr (json_object_get_string_member (post, "password"), ==, "sesam");
}

/* An update without a change leaves even the time of the last one as it is. */
static void
test_nothing_to_send (void)
{
  g_auto(Piece) piece = { 0 };
  g_autofree char *before = NULL;

  piece_init (&piece, log_in ("AUTHOR", NULL, NULL), with_byline ("Zo & niet anders", NULL, "Tekst."));
  create (&piece);
  update (&piece, VSL_REMOTE_PUBLISH);
  before = g_strdup (vsl_remote_copy_get_modified (piece.copy));
  g_usleep (1100 * 1000); /* the clock of WordPress has steps of a second */
  update (&piece, VSL_REMOTE_PUBLISH);
  g_assert_cmpstr (vsl_remote_copy_get_modified (piece.copy), ==, before);
}

static void
test_review (void)
{
  g_auto(Piece) piece = { 0 };

  piece_init (&piece, log_in ("CONTRIBUTOR", NULL, NULL), with_byline ("Ter beoordeling", NULL, "Tekst."));
  create (&piece);
  refused (&piece, VSL_REMOTE_PUBLISH, VSL_CMS_ERROR_FORBIDDEN, "pending");
  piece.request.at = g_get_real_time () + G_TIME_SPAN_DAY;
  refused (&piece, VSL_REMOTE_FUTURE, VSL_CMS_ERROR_FORBIDDEN, "pending");
  place (&piece, &(VslPlacementValues) { .or_pending = TRUE });
  update (&piece, VSL_REMOTE_PUBLISH);
  g_assert_cmpint (vsl_remote_copy_get_status (piece.copy), ==, VSL_REMOTE_PENDING);
  assert_warned (&piece, "waits for review");
}

static void
test_may_not_stick (void)
{
  g_auto(Piece) piece = { 0 };

  piece_init (&piece, log_in ("AUTHOR", NULL, NULL), with_byline ("Bovenaan", NULL, "Tekst."));
  create (&piece);
  place (&piece, &(VslPlacementValues) { .sticky = VSL_CHOICE_YES });
  refused (&piece, VSL_REMOTE_PUBLISH, VSL_CMS_ERROR_FORBIDDEN, "front page");
}

/* What a user without all rights writes is cleaned up, and that is told in words. */
static void
test_loss (void)
{
  static const char body[] = "Kijk mee.\n\n```{=html}\n<iframe src=\"https://film.test/1\"></iframe>\n"
                             "<p>Hier <a href=\"https://blad.test/\">verder</a></p>\n```\n";
  g_auto(Piece) piece = { 0 };
  g_auto(Piece) whole = { 0 };

  piece_init (&piece, log_in ("AUTHOR", NULL, NULL), with_byline ("Film", NULL, body));
  create (&piece);
  update (&piece, VSL_REMOTE_DRAFT);
  assert_in_text (&piece, "<iframe", FALSE);
  assert_warned (&piece, "<iframe>");

  piece_init (&whole, log_in ("EDITOR", NULL, NULL), with_byline ("Film", NULL, body));
  create (&whole);
  update (&whole, VSL_REMOTE_DRAFT);
  assert_in_text (&whole, "<iframe", TRUE);
  assert_warned (&whole, NULL);
}

static void
test_schedule (void)
{
  g_auto(Piece) piece = { 0 };
  g_autoptr(JsonNode) first = NULL;
  g_autoptr(JsonNode) second = NULL;
  const char *date;

  piece_init (&piece, log_in ("EDITOR", NULL, NULL), with_byline ("Morgen", NULL, "Tekst."));
  create (&piece);
  /* 2040-03-25 is the day on which the clocks of Amsterdam go forward. */
  piece.request.at = G_GINT64_CONSTANT (2216098800) * G_USEC_PER_SEC;
  update (&piece, VSL_REMOTE_FUTURE);
  first = look_at (&piece);
  date = json_object_get_string_member (json_node_get_object (first), "date_gmt");
  g_assert_cmpstr (date, ==, "2040-03-23T07:00:00");

  /* Another moment, by its date alone; then off the schedule, and published at once. */
  piece.request.at += 2 * G_TIME_SPAN_DAY;
  update (&piece, VSL_REMOTE_FUTURE);
  second = look_at (&piece);
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (second), "date_gmt"), ==,
                   "2040-03-25T07:00:00");
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (second), "date"), ==,
                   "2040-03-25T09:00:00");
  update (&piece, VSL_REMOTE_DRAFT);
  g_assert_cmpint (vsl_remote_copy_get_status (piece.copy), ==, VSL_REMOTE_DRAFT);
  update (&piece, VSL_REMOTE_PUBLISH);
  g_assert_cmpint (vsl_remote_copy_get_status (piece.copy), ==, VSL_REMOTE_PUBLISH);
  update (&piece, VSL_REMOTE_PRIVATE);
  g_assert_cmpint (vsl_remote_copy_get_status (piece.copy), ==, VSL_REMOTE_PRIVATE);
}

/* Updating what somebody threw away would change it in the bin without a word. */
static void
test_thrown_away (void)
{
  g_auto(Piece) piece = { 0 };
  g_autofree char *route = NULL;
  g_autoptr(JsonNode) root = NULL;

  piece_init (&piece, log_in ("EDITOR", NULL, NULL), with_byline ("Weg", NULL, "Tekst."));
  create (&piece);
  route = g_strconcat ("/wp/v2/posts/", vsl_remote_copy_get_remote_id (piece.copy), "&_method=DELETE", NULL);
  root = tell (route, "{}");
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (root), "status"), ==, "trash");
  refused (&piece, VSL_REMOTE_PUBLISH, VSL_CMS_ERROR_CONFLICT, "Somebody");
}

static void
test_author (void)
{
  g_auto(Piece) piece = { 0 };
  g_auto(Piece) stranger = { 0 };
  g_auto(Piece) own = { 0 };
  g_auto(Piece) chosen = { 0 };
  g_autoptr(JsonNode) root = NULL;
  g_autoptr(JsonNode) by_name = NULL;
  g_autoptr(JsonNode) people = look ("/wp/v2/users&search=contributor&context=edit");
  gint64 id = json_object_get_int_member (
    json_array_get_object_element (json_node_get_array (people), 0), "id");

  piece_init (&piece, log_in ("EDITOR", VSL_SITE_BYLINE, "author"),
              with_byline ("Van een ander", "CONTRIBUTOR", "Tekst."));
  create (&piece);
  update (&piece, VSL_REMOTE_PUBLISH);
  root = look_at (&piece);
  g_assert_cmpint (json_object_get_int_member (json_node_get_object (root), "author"), ==, id);
  assert_in_text (&piece, "Door ", FALSE);
  assert_in_text (&piece, "Beeld ", TRUE);
  assert_warned (&piece, NULL);

  piece_init (&stranger, log_in ("EDITOR", VSL_SITE_BYLINE, "author"),
              with_byline ("Van een gast", NULL, "Tekst."));
  create (&stranger);
  update (&stranger, VSL_REMOTE_PUBLISH);
  assert_in_text (&stranger, "Door Tjitske", TRUE);
  assert_warned (&stranger, "Tjitske van der Veldhorst");

  /* An author may not put it under the name of somebody else, but it is published all the same. */
  piece_init (&own, log_in ("AUTHOR", VSL_SITE_BYLINE, "author"),
              with_byline ("Van mij", "Contributor", "Tekst."));
  create (&own);
  update (&own, VSL_REMOTE_PUBLISH);
  assert_in_text (&own, "Door Contributor", TRUE);
  assert_warned (&own, "set the author");

  piece_init (&chosen, log_in ("EDITOR", NULL, NULL), with_byline ("Gekozen", NULL, "Tekst."));
  place (&chosen, &(VslPlacementValues) { .author = "contributor" });
  create (&chosen);
  update (&chosen, VSL_REMOTE_DRAFT);
  by_name = look_at (&chosen);
  g_assert_cmpint (json_object_get_int_member (json_node_get_object (by_name), "author"), ==, id);
  assert_in_text (&chosen, "Door Tjitske", TRUE);
  place (&chosen, &(VslPlacementValues) { .author = "niemand" });
  refused (&chosen, VSL_REMOTE_DRAFT, VSL_CMS_ERROR_REJECTED, "niemand");
}

static void
test_co_authors (void)
{
  g_auto(Piece) piece = { 0 };
  g_auto(Piece) author = { 0 };
  g_autofree char *query = NULL;
  g_autoptr(JsonNode) root = NULL;
  JsonArray *people;

  piece_init (&piece, log_in ("EDITOR", VSL_SITE_BYLINE, "co-authors-plus"),
              with_byline ("Samen", "Gast Hessel en Author", "Tekst."));
  create (&piece);
  update (&piece, VSL_REMOTE_PUBLISH);
  assert_warned (&piece, NULL);
  assert_in_text (&piece, "Door ", FALSE);
  query = g_strconcat ("/coauthors/v1/authors/", vsl_remote_copy_get_remote_id (piece.copy), NULL);
  root = look (query);
  people = json_node_get_array (root);
  g_assert_cmpuint (json_array_get_length (people), ==, 2);
  g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (people, 0),
                                                  "userNicename"), ==, "gast-hessel");

  piece_init (&author, log_in ("AUTHOR", VSL_SITE_BYLINE, "co-authors-plus"),
              with_byline ("Samen", "Gast Hessel", "Tekst."));
  create (&author);
  update (&author, VSL_REMOTE_DRAFT);
  assert_in_text (&author, "Door Gast Hessel", TRUE);
  assert_warned (&author, "may not look up");
}

static void
test_publishpress (void)
{
  g_auto(Piece) piece = { 0 };
  g_autoptr(JsonNode) root = NULL;

  piece_init (&piece, log_in ("AUTHOR", VSL_SITE_BYLINE, "publishpress"),
              with_byline ("Samen", "Tjitske van der Veldhorst", "Tekst."));
  create (&piece);
  update (&piece, VSL_REMOTE_PUBLISH);
  assert_warned (&piece, NULL);
  assert_in_text (&piece, "Door ", FALSE);
  root = look_at (&piece);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (json_node_get_object (root),
                                                                         "ppma_author")), ==, 1);
}

static void
test_newspack (void)
{
  g_auto(Piece) piece = { 0 };
  g_autofree char *json = NULL;
  g_autofree char *query = NULL;
  g_autoptr(JsonNode) root = NULL;
  g_autoptr(JsonNode) media = NULL;
  JsonObject *meta;
  gint64 picture = add_picture ("brug");

  piece_init (&piece, log_in ("EDITOR", VSL_SITE_BYLINE, "newspack"),
              with_byline ("Regel", "Author en Tjitske", "Tekst."));
  create (&piece);
  update (&piece, VSL_REMOTE_PUBLISH);
  assert_warned (&piece, NULL);
  assert_in_text (&piece, "Door ", FALSE);
  root = look_at (&piece);
  meta = json_object_get_object_member (json_node_get_object (root), "meta");
  g_assert_true (json_object_get_boolean_member (meta, "_newspack_byline_active"));
  g_assert_true (g_str_has_prefix (json_object_get_string_member (meta, "_newspack_byline"),
                                   "Door [Author id="));
  g_assert_true (g_str_has_suffix (json_object_get_string_member (meta, "_newspack_byline"),
                                   "]Author[/Author] en Tjitske"));

  /* The credit goes to the picture, once there is one. */
  g_object_unref (piece.cms);
  piece.cms = log_in ("EDITOR", VSL_SITE_CREDIT, "newspack");
  assert_in_text (&piece, "Beeld Beeldbank", TRUE);
  json = g_strdup_printf ("{\"featured_media\":%" G_GINT64_FORMAT "}", picture);
  edit_as_colleague (piece.copy, json);
  take_over (&piece);
  update (&piece, VSL_REMOTE_PUBLISH);
  assert_warned (&piece, NULL);
  assert_in_text (&piece, "Beeld Beeldbank", FALSE);
  query = g_strdup_printf ("/wp/v2/media/%" G_GINT64_FORMAT "&context=edit", picture);
  media = look (query);
  meta = json_object_get_object_member (json_node_get_object (media), "meta");
  g_assert_cmpstr (json_object_get_string_member (meta, "_media_credit"), ==, "Beeldbank Noorderveen");
}

/* Added to what the caption says, once. */
static void
test_caption (void)
{
  g_auto(Piece) piece = { 0 };
  gint64 picture = add_picture ("sluis");
  g_autofree char *json = g_strdup_printf ("{\"featured_media\":%" G_GINT64_FORMAT "}", picture);
  g_autofree char *query = g_strdup_printf ("/wp/v2/media/%" G_GINT64_FORMAT "&context=edit", picture);
  g_autoptr(JsonNode) media = NULL;
  JsonObject *caption;

  piece_init (&piece, log_in ("EDITOR", VSL_SITE_CREDIT, "caption"), with_byline ("Bijschrift", NULL, "Tekst."));
  create (&piece);
  edit_as_colleague (piece.copy, json);
  take_over (&piece);
  update (&piece, VSL_REMOTE_PUBLISH);
  update (&piece, VSL_REMOTE_PUBLISH);
  assert_warned (&piece, NULL);
  media = look (query);
  caption = json_object_get_object_member (json_node_get_object (media), "caption");
  g_assert_cmpstr (json_object_get_string_member (caption, "raw"), ==, "Beeldbank Noorderveen");
}

/* The site has a field for the address at which the article stood first: no line says it then. */
static void
test_canonical (void)
{
  g_auto(Piece) piece = { 0 };
  g_autoptr(JsonNode) root = NULL;
  JsonObject *meta;

  piece_init (&piece, log_in ("EDITOR", VSL_SITE_CANONICAL, "line"), sample_article ("Eerder", "Tekst.", NULL));
  piece.request.canonical_url = "https://eerst.example/stuk/";
  create (&piece);
  update (&piece, VSL_REMOTE_PUBLISH);
  root = look_at (&piece);
  meta = json_object_get_object_member (json_node_get_object (root), "meta");
  g_assert_cmpstr (json_object_get_string_member (meta, "_yoast_wpseo_canonical"), ==,
                   "https://eerst.example/stuk/");
  assert_in_text (&piece, "eerst.example", FALSE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_message ("WordPress %s", setting ("WP_VERSION"));
  g_test_add_func ("/placement/about", test_about);
  g_test_add_func ("/placement/canonical", test_canonical);
  g_test_add_func ("/placement/categories", test_categories);
  g_test_add_func ("/placement/near-miss", test_near_miss);
  g_test_add_func ("/placement/choices", test_choices);
  g_test_add_func ("/placement/nothing-to-send", test_nothing_to_send);
  g_test_add_func ("/placement/review", test_review);
  g_test_add_func ("/placement/may-not-stick", test_may_not_stick);
  g_test_add_func ("/placement/loss", test_loss);
  g_test_add_func ("/placement/schedule", test_schedule);
  g_test_add_func ("/placement/thrown-away", test_thrown_away);
  g_test_add_func ("/placement/author", test_author);
  g_test_add_func ("/placement/co-authors", test_co_authors);
  g_test_add_func ("/placement/publishpress", test_publishpress);
  g_test_add_func ("/placement/newspack", test_newspack);
  g_test_add_func ("/placement/credit-in-caption", test_caption);

  return g_test_run ();
}
