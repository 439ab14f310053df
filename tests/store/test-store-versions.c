/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "fixture.h"

#include "store/vsl-article-content.h"
#include "store/vsl-snapshot-thinning.h"
#include "store/vsl-store-session.h"
#include "store/vsl-store-bin.h"
#include "store/vsl-store-snapshots.h"

#include <string.h>

#define MINUTE (60 * SECOND)
#define HOUR (60 * MINUTE)
#define DAY (24 * HOUR)

static VslArticle *
make_full_article (void)
{
  g_autoptr(VslArticleBuilder) builder = vsl_article_builder_new (NULL);
  g_autoptr(VslPerson) person = vsl_person_new ("Jelle", "van der", "Meer", FALSE);
  g_autoptr(VslParticipant) participant = vsl_participant_new (person, "dijkgraaf", "", TRUE);
  g_autoptr(VslPicture) picture = vsl_picture_new ("a1b2", "image/png", "c", "d\ne", "");
  guint i;

  for (i = 0; i < VSL_N_FIELDS; i++)
    vsl_article_builder_set_text (builder, i, i % 2 == 0 ? "‘één’\ntag 1\n" : "");
  vsl_article_builder_set_kind (builder, VSL_KIND_NEWS);
  vsl_article_builder_set_status (builder, VSL_STATUS_READY);
  vsl_article_builder_set_language (builder, "en");
  vsl_article_builder_add_tag (builder, "water 12");
  vsl_article_builder_add_participant (builder, participant);
  vsl_article_builder_add_picture (builder, picture);

  return vsl_article_builder_end (g_steal_pointer (&builder));
}

static void
test_content (void)
{
  g_autoptr(VslArticle) article = make_full_article ();
  g_autoptr(GBytes) content = vsl_article_content_write (article);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) packed = vsl_article_content_pack (content, &error);
  g_autoptr(GBytes) unpacked = vsl_article_content_unpack (packed, g_bytes_get_size (content), &error);
  g_autoptr(VslArticle) read = vsl_article_content_read (unpacked, &error);
  g_autoptr(GBytes) again = vsl_article_content_write (read);

  g_assert_no_error (error);
  g_assert_true (vsl_article_same_content (article, read));
  g_assert_true (g_bytes_equal (content, again));

  g_clear_pointer (&unpacked, g_bytes_unref);
  unpacked = vsl_article_content_unpack (packed, g_bytes_get_size (content) - 1, &error);
  g_assert_error (error, VSL_STORE_ERROR, VSL_STORE_ERROR_CORRUPT);
}

/* Wherever the bytes are cut off or changed: an error or another article, never a crash. */
static void
test_damaged_content (void)
{
  g_autoptr(VslArticle) article = make_full_article ();
  g_autoptr(GBytes) content = vsl_article_content_write (article);
  gsize length;
  const char *data = g_bytes_get_data (content, &length);
  guint n_refused = 0;
  gsize i;

  for (i = 0; i < length; i++)
    {
      g_autofree char *copy = g_memdup2 (data, length);
      g_autoptr(GBytes) cut = g_bytes_new (data, i);
      g_autoptr(GBytes) changed = NULL;
      g_autoptr(GError) error = NULL;
      g_autoptr(VslArticle) of_cut = vsl_article_content_read (cut, &error);
      g_autoptr(VslArticle) of_changed = NULL;

      g_assert_true ((of_cut == NULL) == (error != NULL));
      copy[i] = copy[i] == '9' ? '\n' : '9';
      changed = g_bytes_new (copy, length);
      of_changed = vsl_article_content_read (changed, NULL);
      n_refused += of_changed == NULL;
    }
  g_assert_cmpuint (n_refused, >, length / 4);
}

/* Ages of versions, newest first, and which of them stay. “n” is a named one. */
static const struct
{
  const char *name;
  const char *ages; /* number and unit: s m h d */
  const char *kept;
} thinnings[] = {
  { "none", "", "" },
  { "one", "900d", "900d" },
  { "ten-stay", "1d 1d 1d 1d 1d 1d 1d 1d 1d 1d", "1d 1d 1d 1d 1d 1d 1d 1d 1d 1d" },
  { "last-hour", "1m 2m 3m 4m 5m 6m 7m 8m 9m 10m 11m 12m 30m 31m 59m",
    "1m 2m 3m 4m 5m 6m 7m 8m 9m 10m 11m 12m 30m 31m 59m" },
  { "hourly", "1m 2m 3m 4m 5m 6m 7m 8m 9m 10m 125m 126m 127m 190m 191m 250m",
    "1m 2m 3m 4m 5m 6m 7m 8m 9m 10m 125m 190m 250m" },
  { "named", "1m 2m 3m 4m 5m 6m 7m 8m 9m 10m 125m 126mn 127m 300m",
    "1m 2m 3m 4m 5m 6m 7m 8m 9m 10m 125m 126mn 300m" },
  { "daily", "1m 2m 3m 4m 5m 6m 7m 8m 9m 10m 50h 51h 52h 98h 99h 200h",
    "1m 2m 3m 4m 5m 6m 7m 8m 9m 10m 50h 98h 200h" },
  { "monthly", "1m 2m 3m 4m 5m 6m 7m 8m 9m 10m 40d 41d 42d 75d 76d 200d",
    "1m 2m 3m 4m 5m 6m 7m 8m 9m 10m 40d 75d 200d" },
};

static gint64
parse_age (const char *text)
{
  char *unit = NULL;
  gint64 value = g_ascii_strtoll (text, &unit, 10);

  switch (*unit)
    {
    case 'm':
      return value * MINUTE;
    case 'h':
      return value * HOUR;
    case 'd':
      return value * DAY;
    default:
      g_assert_not_reached ();
    }
}

static void
test_thinning (gconstpointer data)
{
  guint c = GPOINTER_TO_UINT (data);
  /* Just before the end of an hour, a day and thirty days, so that each stretch begins at its age. */
  gint64 now = (NOW / (30 * DAY) + 1) * 30 * DAY - 1;
  g_auto(GStrv) ages = g_strsplit (thinnings[c].ages, " ", -1);
  g_autoptr(GArray) versions = g_array_new (FALSE, FALSE, sizeof (VslKeptVersion));
  g_autoptr(GArray) gone = NULL;
  g_autoptr(GString) kept = g_string_new (NULL);
  guint i;
  guint next = 0;

  for (i = 0; ages[i] != NULL && *ages[i] != '\0'; i++)
    {
      VslKeptVersion version = { i, now - parse_age (ages[i]), g_str_has_suffix (ages[i], "n") };

      g_array_append_val (versions, version);
    }
  gone = vsl_snapshot_thinning_find ((VslKeptVersion *) (void *) versions->data, versions->len, now);
  for (i = 0; i < versions->len; i++)
    {
      if (next < gone->len && g_array_index (gone, gint64, next) == i)
        next++;
      else
        g_string_append_printf (kept, "%s%s", kept->len > 0 ? " " : "", ages[i]);
    }
  g_assert_cmpstr (kept->str, ==, thinnings[c].kept);
}

static VslSnapshot *
add (VslStore         *store,
     VslArticle       *article,
     VslSnapshotReason reason,
     const char       *name,
     gint64            now)
{
  g_autoptr(GError) error = NULL;
  VslSnapshot *snapshot = vsl_store_add_snapshot (store, vsl_article_get_id (article), reason, name,
                                                  now, &error);

  g_assert_no_error (error);

  return snapshot;
}

static void
test_add (Fixture      *fixture,
          gconstpointer data)
{
  g_autoptr(VslStore) store = fixture_open (fixture, VSL_STORE_READ_WRITE);
  g_autoptr(VslArticle) article = make_article ("Kop", "een twee");
  g_autoptr(VslArticle) stored = save (store, article, NOW);
  g_autoptr(VslSnapshot) first = add (store, stored, VSL_SNAPSHOT_IMPORT, NULL, NOW);
  g_autoptr(VslSnapshot) same = add (store, stored, VSL_SNAPSHOT_MINUTE, NULL, NOW + MINUTE);
  g_autoptr(VslSnapshot) named = add (store, stored, VSL_SNAPSHOT_NAMED, "Naar Jelle", NOW + MINUTE);
  g_autoptr(VslArticle) changed = with_body (stored, "drie");
  g_autoptr(VslArticle) second = save (store, changed, NOW + 2 * MINUTE);
  g_autoptr(VslSnapshot) last = add (store, second, VSL_SNAPSHOT_MINUTE, NULL, NOW + 2 * MINUTE);
  g_autoptr(GPtrArray) listed = NULL;
  g_autoptr(VslArticle) old = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (vsl_snapshot_get_number (same), ==, vsl_snapshot_get_number (first));
  g_assert_cmpint (vsl_snapshot_get_number (named), >, vsl_snapshot_get_number (first));
  g_assert_cmpstr (vsl_snapshot_get_hash (named), ==, vsl_snapshot_get_hash (first));
  g_assert_cmpint (load_number (store, "SELECT count(*) FROM content"), ==, 2);

  listed = vsl_store_list_snapshots (store, vsl_article_get_id (stored), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (listed->len, ==, 3);
  g_assert_cmpint (vsl_snapshot_get_number (listed->pdata[0]), ==, vsl_snapshot_get_number (last));
  g_assert_cmpint (vsl_snapshot_get_revision (listed->pdata[0]), ==, 2);
  g_assert_cmpstr (vsl_snapshot_get_name (listed->pdata[1]), ==, "Naar Jelle");
  g_assert_cmpint (vsl_snapshot_get_reason (listed->pdata[2]), ==, VSL_SNAPSHOT_IMPORT);
  g_assert_cmpuint (vsl_snapshot_get_words (listed->pdata[2]), ==, 2);

  old = vsl_store_load_snapshot_article (store, vsl_article_get_id (stored),
                                         vsl_snapshot_get_number (first), &error);
  g_assert_no_error (error);
  g_assert_true (vsl_article_same_content (old, article));

  g_assert_null (vsl_store_load_snapshot (store, vsl_article_get_id (stored), 999, &error));
  g_assert_error (error, VSL_STORE_ERROR, VSL_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (vsl_store_list_snapshots (store, "0000000000", &error));
  g_assert_error (error, VSL_STORE_ERROR, VSL_STORE_ERROR_NOT_FOUND);
}

/* A version of one article is not to be had by the id of another. */
static void
test_other_article (Fixture      *fixture,
                    gconstpointer data)
{
  g_autoptr(VslStore) store = fixture_open (fixture, VSL_STORE_READ_WRITE);
  g_autoptr(VslArticle) article = make_article ("Kop", "van mij");
  g_autoptr(VslArticle) mine = save (store, article, NOW);
  g_autoptr(VslArticle) other = save (store, article, NOW);
  g_autoptr(VslSnapshot) snapshot = add (store, mine, VSL_SNAPSHOT_MINUTE, NULL, NOW);
  g_autoptr(GError) error = NULL;

  g_assert_null (vsl_store_restore_snapshot (store, vsl_article_get_id (other),
                                             vsl_snapshot_get_number (snapshot), NOW, &error));
  g_assert_error (error, VSL_STORE_ERROR, VSL_STORE_ERROR_NOT_FOUND);
  g_assert_cmpint (load_number (store, "SELECT max(revision) FROM article"), ==, 1);
}

static void
test_restore (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr(VslStore) store = fixture_open (fixture, VSL_STORE_READ_WRITE);
  g_autoptr(VslArticle) article = make_full_article ();
  g_autoptr(VslArticle) stored = save (store, article, NOW);
  const char *id = vsl_article_get_id (stored);
  g_autoptr(VslSnapshot) first = add (store, stored, VSL_SNAPSHOT_MINUTE, NULL, NOW);
  g_autoptr(VslArticle) changed = with_body (stored, "nieuw");
  g_autoptr(VslArticle) second = save (store, changed, NOW + HOUR);
  g_autoptr(VslArticle) restored = NULL;
  g_autoptr(VslArticle) loaded = NULL;
  g_autoptr(GPtrArray) listed = NULL;
  g_autoptr(GError) error = NULL;

  restored = vsl_store_restore_snapshot (store, id, vsl_snapshot_get_number (first), NOW + 2 * HOUR, &error);
  g_assert_no_error (error);
  g_assert_cmpint (vsl_article_get_revision (restored), ==, 3);
  loaded = vsl_store_load_article (store, id, NULL);
  g_assert_true (vsl_article_same_content (loaded, article));
  g_assert_cmpint (vsl_article_get_created_at (loaded), ==, NOW);

  listed = vsl_store_list_snapshots (store, id, NULL);
  g_assert_cmpuint (listed->len, ==, 3);
  g_assert_cmpint (vsl_snapshot_get_reason (listed->pdata[0]), ==, VSL_SNAPSHOT_RESTORED);
  g_assert_cmpint (vsl_snapshot_get_reason (listed->pdata[1]), ==, VSL_SNAPSHOT_BEFORE_RESTORE);

  /* And back again. */
  g_clear_object (&restored);
  restored = vsl_store_restore_snapshot (store, id, vsl_snapshot_get_number (listed->pdata[1]),
                                         NOW + 3 * HOUR, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (vsl_article_get_text (restored, VSL_FIELD_BODY), ==, "nieuw");
  assert_sound (store);
}

/* A version that is damaged is said to be, and changes nothing. */
static void
test_restore_damaged (Fixture      *fixture,
                      gconstpointer data)
{
  static const char *const damages[] = {
    "UPDATE content SET packed = x'0102'",
    "UPDATE content SET packed = x''",
    "UPDATE content SET length = 1",
    "UPDATE content SET hash = replace (hash, substr (hash, 1, 1), 'x')",
  };
  g_autoptr(VslStore) store = fixture_open (fixture, VSL_STORE_READ_WRITE);
  g_autoptr(VslArticle) article = make_article ("Kop", "tekst");
  guint i;

  for (i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autoptr(VslArticle) stored = save (store, article, NOW);
      g_autoptr(VslSnapshot) snapshot = add (store, stored, VSL_SNAPSHOT_MINUTE, NULL, NOW);
      g_autoptr(VslArticle) loaded = NULL;
      g_autoptr(GError) error = NULL;

      run_sql (store, damages[i]);
      g_assert_null (vsl_store_restore_snapshot (store, vsl_article_get_id (stored),
                                                 vsl_snapshot_get_number (snapshot), NOW, &error));
      g_assert_error (error, VSL_STORE_ERROR, VSL_STORE_ERROR_CORRUPT);
      loaded = vsl_store_load_article (store, vsl_article_get_id (stored), NULL);
      g_assert_cmpint (vsl_article_get_revision (loaded), ==, 1);
      run_sql (store, "DELETE FROM snapshot");
      run_sql (store, "DELETE FROM content");
    }
}

/* Days of work, a version every minute: bounded, and nothing that has a name is gone. */
static void
test_thinned_while_writing (Fixture      *fixture,
                            gconstpointer data)
{
  g_autoptr(VslStore) store = fixture_open (fixture, VSL_STORE_READ_WRITE);
  g_autoptr(VslArticle) article = make_article ("Kop", "begin");
  g_autoptr(VslArticle) stored = save (store, article, NOW);
  int i;

  run_sql (store, "PRAGMA synchronous = OFF");
  for (i = 0; i < 400; i++)
    {
      g_autofree char *body = g_strdup_printf ("versie %d", i);
      g_autoptr(VslArticle) changed = with_body (stored, body);
      gint64 now = NOW + i * 10 * MINUTE;
      g_autoptr(VslArticle) next = save (store, changed, now);
      g_autoptr(VslSnapshot) snapshot =
        add (store, next, i == 100 ? VSL_SNAPSHOT_NAMED : VSL_SNAPSHOT_MINUTE, NULL, now);

      g_set_object (&stored, next);
    }
  g_assert_cmpint (load_number (store, "SELECT count(*) FROM snapshot"), <, 50);
  g_assert_cmpint (load_number (store, "SELECT count(*) FROM snapshot"), >, 24);
  g_assert_cmpint (load_number (store, "SELECT count(*) FROM snapshot WHERE reason = 'named'"), ==, 1);
  g_assert_cmpint (load_number (store, "SELECT count(*) FROM content"), ==,
                   load_number (store, "SELECT count(*) FROM snapshot"));
  assert_sound (store);
}

static void
test_tidy (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr(VslStore) store = fixture_open (fixture, VSL_STORE_READ_WRITE);
  g_autoptr(VslArticle) article = make_article ("Kop", "oud");
  g_autoptr(VslArticle) other = make_article ("Kop", "nieuw");
  g_autoptr(VslArticle) old = save (store, article, NOW);
  g_autoptr(VslArticle) recent = save (store, other, NOW);
  g_autoptr(VslArticle) kept = save (store, article, NOW);
  g_autoptr(VslSnapshot) of_old = add (store, old, VSL_SNAPSHOT_NAMED, "x", NOW);
  g_autoptr(VslSnapshot) of_recent = add (store, recent, VSL_SNAPSHOT_MINUTE, NULL, NOW);
  g_auto(GStrv) early = NULL;
  g_auto(GStrv) ended = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (vsl_store_delete_article (store, vsl_article_get_id (old), NOW, NULL));
  g_assert_true (vsl_store_delete_article (store, vsl_article_get_id (recent), NOW + 2 * DAY, NULL));

  early = vsl_store_tidy (store, NOW + 30 * DAY, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (early), ==, 0);
  g_assert_cmpint (load_number (store, "SELECT count(*) FROM article"), ==, 3);
  ended = vsl_store_tidy (store, NOW + 31 * DAY, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (ended), ==, 1);
  g_assert_cmpstr (ended[0], ==, vsl_article_get_id (old));
  g_assert_null (vsl_store_load_article (store, vsl_article_get_id (old), &error));
  g_assert_error (error, VSL_STORE_ERROR, VSL_STORE_ERROR_NOT_FOUND);
  g_assert_cmpint (load_number (store, "SELECT count(*) FROM article"), ==, 2);
  g_assert_cmpint (load_number (store, "SELECT count(*) FROM article_body"), ==, 2);
  g_assert_cmpint (load_number (store, "SELECT count(*) FROM snapshot"), ==, 1);
  g_assert_cmpint (load_number (store, "SELECT count(*) FROM content"), ==, 1);
  assert_sound (store);
}

/* Only what is in the bin can be ended, and then nothing of it is left. */
static void
test_end (Fixture      *fixture,
          gconstpointer data)
{
  g_autoptr(VslStore) store = fixture_open (fixture, VSL_STORE_READ_WRITE);
  g_autoptr(VslArticle) article = make_article ("Kop", "x");
  g_autoptr(VslArticle) stored = save (store, article, NOW);
  g_autoptr(VslSnapshot) snapshot = add (store, stored, VSL_SNAPSHOT_MINUTE, NULL, NOW);
  const char *id = vsl_article_get_id (stored);
  g_autoptr(GError) error = NULL;

  g_assert_false (vsl_store_end_article (store, id, &error));
  g_assert_error (error, VSL_STORE_ERROR, VSL_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_true (vsl_store_delete_article (store, id, NOW, NULL));
  g_assert_true (vsl_store_end_article (store, id, &error));
  g_assert_no_error (error);
  g_assert_cmpint (load_number (store, "SELECT count(*) FROM article"), ==, 0);
  g_assert_cmpint (load_number (store, "SELECT count(*) FROM snapshot"), ==, 0);
  g_assert_cmpint (load_number (store, "SELECT count(*) FROM content"), ==, 0);
  assert_sound (store);
}

static void
test_name (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr(VslStore) store = fixture_open (fixture, VSL_STORE_READ_WRITE);
  g_autoptr(VslArticle) article = make_article ("Kop", "x");
  g_autoptr(VslArticle) stored = save (store, article, NOW);
  g_autoptr(VslSnapshot) snapshot = add (store, stored, VSL_SNAPSHOT_MINUTE, NULL, NOW);
  g_autoptr(VslSnapshot) loaded = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (vsl_store_name_snapshot (store, vsl_article_get_id (stored),
                                          vsl_snapshot_get_number (snapshot), "Proef 1", &error));
  loaded = vsl_store_load_snapshot (store, vsl_article_get_id (stored),
                                    vsl_snapshot_get_number (snapshot), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (vsl_snapshot_get_name (loaded), ==, "Proef 1");
}

static gpointer
save_with_view (VslStore *store,
                gpointer  data,
                GError  **error)
{
  g_autoptr(VslArticle) stored = vsl_store_save_article (store, data, NOW + SECOND, error);
  VslArticleView view = { VSL_FIELD_LEAD, 12, 9, 400 };

  if (stored == NULL || !vsl_store_save_view (store, vsl_article_get_id (stored), &view, error) ||
      !vsl_store_save_session (store, "open", vsl_article_get_id (stored), error))
    return NULL;

  return g_steal_pointer (&stored);
}

/* The last part of the transaction fails, because there is no such article. */
static gpointer
save_and_fail (VslStore *store,
               gpointer  data,
               GError  **error)
{
  VslArticleView view = { VSL_FIELD_BODY, 1, 1, 1 };
  VslArticle *stored = vsl_store_save_article (store, data, NOW + SECOND, error);

  if (stored != NULL && vsl_store_save_session (store, "open", "niets", error) &&
      vsl_store_save_view (store, "0000000000", &view, error))
    g_assert_not_reached ();

  return stored;
}

static void
test_session (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr(VslStore) store = fixture_open (fixture, VSL_STORE_READ_WRITE);
  g_autoptr(VslArticle) article = make_article ("Kop", "x");
  g_autoptr(VslArticle) first = save (store, article, NOW);
  const char *id = vsl_article_get_id (first);
  g_autoptr(VslArticle) second = NULL;
  g_autoptr(VslArticle) third = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *open_id = NULL;
  g_autofree char *nothing = NULL;
  VslArticleView view;

  g_assert_true (vsl_store_load_view (store, id, &view, &error));
  g_assert_cmpint (view.field, ==, VSL_FIELD_BODY);
  g_assert_cmpint (view.cursor, ==, 0);

  second = vsl_store_transact (store, save_with_view, first, g_object_unref, &error);
  g_assert_no_error (error);
  third = vsl_store_transact (store, save_and_fail, second, g_object_unref, &error);
  g_assert_null (third);
  g_assert_error (error, VSL_STORE_ERROR, VSL_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_cmpint (load_number (store, "SELECT revision FROM article"), ==, 2);

  g_clear_object (&store);
  store = fixture_open (fixture, VSL_STORE_READ_WRITE);
  g_assert_true (vsl_store_load_view (store, id, &view, &error));
  g_assert_cmpint (view.field, ==, VSL_FIELD_LEAD);
  g_assert_cmpint (view.cursor, ==, 12);
  g_assert_cmpint (view.anchor, ==, 9);
  g_assert_cmpint (view.top, ==, 400);
  open_id = vsl_store_load_session (store, "open", &error);
  g_assert_cmpstr (open_id, ==, id);
  g_assert_true (vsl_store_save_session (store, "open", NULL, &error));
  nothing = vsl_store_load_session (store, "open", &error);
  g_assert_no_error (error);
  g_assert_null (nothing);
}

int
main (int   argc,
      char *argv[])
{
  guint i;

  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store-versions/content", test_content);
  g_test_add_func ("/store-versions/damaged-content", test_damaged_content);
  for (i = 0; i < G_N_ELEMENTS (thinnings); i++)
    {
      g_autofree char *path = g_strconcat ("/store-versions/thinning/", thinnings[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_thinning);
    }
  add_test ("/store-versions/add", test_add);
  add_test ("/store-versions/other-article", test_other_article);
  add_test ("/store-versions/restore", test_restore);
  add_test ("/store-versions/restore-damaged", test_restore_damaged);
  add_test ("/store-versions/thinned-while-writing", test_thinned_while_writing);
  add_test ("/store-versions/tidy", test_tidy);
  add_test ("/store-versions/end", test_end);
  add_test ("/store-versions/name", test_name);
  add_test ("/store-versions/session", test_session);

  return g_test_run ();
}
