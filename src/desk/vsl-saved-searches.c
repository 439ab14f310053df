/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "desk/vsl-saved-searches.h"

#include "core/vsl-text.h"

#include <string.h>

/* The key of the session, and what stands between the fields of its value: a name and a text are each
 * on one line. */
#define SESSION_KEY "saved-searches"
#define FIELD "\t"
#define LINE "\n"

struct _VslSavedSearch
{
  GObject parent_instance;

  char *name; /* (owned) */
  char *text; /* (owned) */
};

G_DEFINE_FINAL_TYPE (VslSavedSearch, vsl_saved_search, G_TYPE_OBJECT)

/**
 * VslSavedSearches:
 *
 * The searches that somebody keeps, by name. They live in the session of the window, in the store; a
 * name occurs once, whatever its letter case. Main thread.
 */
struct _VslSavedSearches
{
  GObject parent_instance;

  VslDesk *desk;       /* (owned) */
  GPtrArray *searches; /* (owned) of VslSavedSearch, by name */
};

static void
vsl_saved_search_finalize (GObject *object)
{
  VslSavedSearch *self = VSL_SAVED_SEARCH (object);

  g_free (self->name);
  g_free (self->text);

  G_OBJECT_CLASS (vsl_saved_search_parent_class)->finalize (object);
}

static void
vsl_saved_search_class_init (VslSavedSearchClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vsl_saved_search_finalize;
}

static void
vsl_saved_search_init (VslSavedSearch *self)
{
}

/* Takes both texts, and makes each one line of them. */
static VslSavedSearch *
make_search (const char *name,
             const char *text)
{
  VslSavedSearch *self = g_object_new (VSL_TYPE_SAVED_SEARCH, NULL);

  self->name = g_strstrip (g_strdelimit (g_strdup (name), FIELD LINE "\r", ' '));
  self->text = g_strstrip (g_strdelimit (g_strdup (text), FIELD LINE "\r", ' '));

  return self;
}

/**
 * vsl_saved_search_get_name:
 * @self: a search
 *
 * Returns: (transfer none): what it is called
 */
const char *
vsl_saved_search_get_name (VslSavedSearch *self)
{
  g_return_val_if_fail (VSL_IS_SAVED_SEARCH (self), NULL);

  return self->name;
}

/**
 * vsl_saved_search_get_text:
 * @self: a search
 *
 * Returns: (transfer none): what is looked for, as it was typed
 */
const char *
vsl_saved_search_get_text (VslSavedSearch *self)
{
  g_return_val_if_fail (VSL_IS_SAVED_SEARCH (self), NULL);

  return self->text;
}

static GType
vsl_saved_searches_get_item_type (GListModel *model)
{
  return VSL_TYPE_SAVED_SEARCH;
}

static guint
vsl_saved_searches_get_n_items (GListModel *model)
{
  return VSL_SAVED_SEARCHES (model)->searches->len;
}

static gpointer
vsl_saved_searches_get_item (GListModel *model,
                             guint       position)
{
  VslSavedSearches *self = VSL_SAVED_SEARCHES (model);

  return position < self->searches->len ? g_object_ref (self->searches->pdata[position]) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = vsl_saved_searches_get_item_type;
  iface->get_n_items = vsl_saved_searches_get_n_items;
  iface->get_item = vsl_saved_searches_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (VslSavedSearches, vsl_saved_searches, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static int
compare_names (const char *a,
               const char *b)
{
  g_autofree char *folded_a = vsl_text_fold (a);
  g_autofree char *folded_b = vsl_text_fold (b);

  return g_utf8_collate (folded_a, folded_b);
}

/* Where @name is, or where it would be. */
static guint
find_place (VslSavedSearches *self,
            const char       *name,
            gboolean         *found)
{
  guint i;

  *found = FALSE;
  for (i = 0; i < self->searches->len; i++)
    {
      VslSavedSearch *search = g_ptr_array_index (self->searches, i);
      int order = compare_names (search->name, name);

      *found = order == 0;
      if (order >= 0)
        break;
    }

  return i;
}

static void
insert (VslSavedSearches *self,
        VslSavedSearch   *search)
{
  gboolean found;
  guint place = find_place (self, search->name, &found);

  if (found)
    g_ptr_array_remove_index (self->searches, place);
  g_ptr_array_insert (self->searches, (int) place, search);
  g_list_model_items_changed (G_LIST_MODEL (self), place, found ? 1 : 0, 1);
}

static void
load (VslSavedSearches *self)
{
  g_autofree char *kept = vsl_desk_load_session (self->desk, SESSION_KEY);
  g_auto(GStrv) lines = g_strsplit (kept != NULL ? kept : "", LINE, -1);
  guint i;

  for (i = 0; lines[i] != NULL; i++)
    {
      char *field = strstr (lines[i], FIELD);

      if (field == NULL || field == lines[i])
        continue;
      *field = '\0';
      insert (self, make_search (lines[i], field + 1));
    }
}

static void
keep (VslSavedSearches *self)
{
  g_autoptr(GString) value = g_string_new (NULL);
  guint i;

  for (i = 0; i < self->searches->len; i++)
    {
      VslSavedSearch *search = g_ptr_array_index (self->searches, i);

      g_string_append_printf (value, "%s" FIELD "%s" LINE, search->name, search->text);
    }
  vsl_desk_save_session (self->desk, SESSION_KEY, value->len > 0 ? value->str : NULL);
}

static void
vsl_saved_searches_finalize (GObject *object)
{
  VslSavedSearches *self = VSL_SAVED_SEARCHES (object);

  g_clear_object (&self->desk);
  g_ptr_array_unref (self->searches);

  G_OBJECT_CLASS (vsl_saved_searches_parent_class)->finalize (object);
}

static void
vsl_saved_searches_class_init (VslSavedSearchesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vsl_saved_searches_finalize;
}

static void
vsl_saved_searches_init (VslSavedSearches *self)
{
  self->searches = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * vsl_saved_searches_new:
 * @desk: the desk
 *
 * Returns: (transfer full): the searches that were kept with @desk
 */
VslSavedSearches *
vsl_saved_searches_new (VslDesk *desk)
{
  VslSavedSearches *self = g_object_new (VSL_TYPE_SAVED_SEARCHES, NULL);

  self->desk = g_object_ref (desk);
  load (self);

  return self;
}

/**
 * vsl_saved_searches_add:
 * @self: the searches
 * @name: what it is to be called; one of that name is replaced
 * @text: what is looked for
 *
 * Keeps a search. Without a name it is not kept.
 */
void
vsl_saved_searches_add (VslSavedSearches *self,
                        const char       *name,
                        const char       *text)
{
  g_autoptr(VslSavedSearch) search = NULL;

  g_return_if_fail (VSL_IS_SAVED_SEARCHES (self));
  g_return_if_fail (name != NULL && text != NULL);

  search = make_search (name, text);
  if (*search->name == '\0')
    return;

  insert (self, g_steal_pointer (&search));
  keep (self);
}

/**
 * vsl_saved_searches_remove:
 * @self: the searches
 * @name: the name of one
 *
 * Forgets it.
 */
void
vsl_saved_searches_remove (VslSavedSearches *self,
                           const char       *name)
{
  gboolean found;
  guint place;

  g_return_if_fail (VSL_IS_SAVED_SEARCHES (self));
  g_return_if_fail (name != NULL);

  place = find_place (self, name, &found);
  if (!found)
    return;

  g_ptr_array_remove_index (self->searches, place);
  g_list_model_items_changed (G_LIST_MODEL (self), place, 1, 0);
  keep (self);
}

/**
 * vsl_saved_searches_rename:
 * @self: the searches
 * @name: the name of one
 * @new_name: what it is to be called; another one of that name is replaced
 *
 * Calls it something else.
 */
void
vsl_saved_searches_rename (VslSavedSearches *self,
                           const char       *name,
                           const char       *new_name)
{
  g_autoptr(VslSavedSearch) search = NULL;
  g_autofree char *stripped = NULL;

  g_return_if_fail (VSL_IS_SAVED_SEARCHES (self));
  g_return_if_fail (name != NULL && new_name != NULL);

  search = vsl_saved_searches_find (self, name);
  stripped = g_strstrip (g_strdup (new_name));
  if (search == NULL || *stripped == '\0')
    return;

  vsl_saved_searches_remove (self, name);
  vsl_saved_searches_add (self, stripped, search->text);
}

/**
 * vsl_saved_searches_find:
 * @self: the searches
 * @name: the name of one
 *
 * Returns: (transfer full) (nullable): that search
 */
VslSavedSearch *
vsl_saved_searches_find (VslSavedSearches *self,
                         const char       *name)
{
  gboolean found;
  guint place;

  g_return_val_if_fail (VSL_IS_SAVED_SEARCHES (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  place = find_place (self, name, &found);

  return found ? g_object_ref (self->searches->pdata[place]) : NULL;
}
