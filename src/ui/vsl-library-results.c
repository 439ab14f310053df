/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-library-results.h"

#include "desk/vsl-desk-search.h"
#include "ui/vsl-hit-row.h"

#include <glib/gi18n.h>

#include <string.h>

/* More than anybody reads; who has more types another word. */
#define MAX_HITS 200

/**
 * VslLibraryResults:
 *
 * What a search found, the best first, while it is typed. Choosing an article opens it at what was
 * found in it, through win.open-hit (an id and the words to go to). Nothing here waits: an answer that
 * comes too late for what is typed by then is not shown.
 */
struct _VslLibraryResults
{
  GtkWidget           parent_instance;

  GtkStack           *stack;
  GtkLabel           *count_label;
  GtkWidget          *save_button;
  GtkListView        *list_view;
  GtkLabel           *failure_label;

  VslDesk            *desk;      /* (owned) (nullable) */
  GListStore         *hits;      /* (owned) of VslSearchHit */
  GtkSingleSelection *selection; /* (owned) */
  char               *text;      /* (owned) what was looked for last */
  char               *open_id;   /* (owned) (nullable) the article that is open */
  gboolean            open_first; /* the first one is to be opened when it is there */
  gboolean            complete;   /* whether what is not found is not there */
  gboolean            syncing;
};

G_DEFINE_FINAL_TYPE (VslLibraryResults, vsl_library_results, GTK_TYPE_WIDGET)

/* The first words that are marked in @text. */
static char *
dup_marked (const char *text)
{
  const char *begin = strchr (text, VSL_HIT_BEGIN[0]);
  const char *end = begin != NULL ? strchr (begin, VSL_HIT_END[0]) : NULL;

  return end != NULL ? g_strndup (begin + 1, (gsize) (end - begin - 1)) : NULL;
}

static void
open_hit (VslLibraryResults *self,
          VslSearchHit      *hit)
{
  g_autofree char *words = dup_marked (vsl_search_hit_get_snippet (hit));

  if (words == NULL)
    words = dup_marked (vsl_search_hit_get_headline (hit));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-hit", "(ss)",
                              vsl_search_hit_get_id (hit), words != NULL ? words : "");
}

static void
selected_cb (VslLibraryResults *self)
{
  VslSearchHit *hit = gtk_single_selection_get_selected_item (self->selection);

  if (hit != NULL && !self->syncing &&
      g_strcmp0 (vsl_search_hit_get_id (hit), self->open_id) != 0)
    open_hit (self, hit);
}

static void
activate_cb (VslLibraryResults *self,
             guint              position)
{
  g_autoptr(VslSearchHit) hit = g_list_model_get_item (G_LIST_MODEL (self->hits), position);

  if (hit != NULL)
    open_hit (self, hit);
}

static void
show_count (VslLibraryResults *self,
            guint              n_shown,
            guint              n_found)
{
  g_autofree char *text = NULL;

  if (n_found == G_MAXUINT)
    text = g_strdup_printf (_("The newest %'u of very many articles"), n_shown);
  else if (n_found > n_shown)
    text = g_strdup_printf (_("The best %'u of %'u articles"), n_shown, n_found);
  else
    text = g_strdup_printf (ngettext ("%'u article", "%'u articles", n_found), n_found);
  gtk_label_set_label (self->count_label, text);
}

static void
show_hits (VslLibraryResults *self,
           GPtrArray         *hits,
           guint              n_found)
{
  self->syncing = TRUE;
  g_list_store_splice (self->hits, 0, g_list_model_get_n_items (G_LIST_MODEL (self->hits)),
                       hits->pdata, hits->len);
  self->syncing = FALSE;
  vsl_library_results_select (self, self->open_id);
  show_count (self, hits->len, n_found);
  gtk_label_set_label (self->failure_label, _("Looking through all articles…"));
  gtk_stack_set_visible_child_name (self->stack, hits->len > 0 ? "hits"
                                                 : self->complete ? "nothing" : "failed");
  if (self->open_first && hits->len > 0)
    {
      self->open_first = FALSE;
      open_hit (self, g_ptr_array_index (hits, 0));
    }
}

static void
found_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(VslLibraryResults) self = user_data;
  g_autoptr(GError) error = NULL;
  guint n_found = 0;
  g_autoptr(GPtrArray) hits = vsl_desk_search_finish (VSL_DESK (object), result, &n_found, &error);

  /* A newer search is under way, or nobody looks for anything any more. */
  if (self->desk != VSL_DESK (object) || *self->text == '\0' ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (hits != NULL)
    {
      show_hits (self, hits, n_found);
      return;
    }
  gtk_label_set_label (self->failure_label, error->message);
  gtk_stack_set_visible_child_name (self->stack, "failed");
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *list_item)
{
  gtk_list_item_set_child (list_item, vsl_hit_row_new ());
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *list_item)
{
  vsl_hit_row_set_hit (VSL_HIT_ROW (gtk_list_item_get_child (list_item)),
                       gtk_list_item_get_item (list_item));
}

static void
vsl_library_results_dispose (GObject *object)
{
  VslLibraryResults *self = VSL_LIBRARY_RESULTS (object);

  if (self->list_view != NULL)
    gtk_list_view_set_model (self->list_view, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), VSL_TYPE_LIBRARY_RESULTS);
  g_clear_object (&self->selection);
  g_clear_object (&self->hits);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->open_id, g_free);
  G_OBJECT_CLASS (vsl_library_results_parent_class)->dispose (object);
}

static void
vsl_library_results_finalize (GObject *object)
{
  g_free (VSL_LIBRARY_RESULTS (object)->text);
  G_OBJECT_CLASS (vsl_library_results_parent_class)->finalize (object);
}

static void
vsl_library_results_class_init (VslLibraryResultsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vsl_library_results_dispose;
  object_class->finalize = vsl_library_results_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/verslag/Verslag/ui/vsl-library-results.ui");
  gtk_widget_class_bind_template_child (widget_class, VslLibraryResults, stack);
  gtk_widget_class_bind_template_child (widget_class, VslLibraryResults, count_label);
  gtk_widget_class_bind_template_child (widget_class, VslLibraryResults, save_button);
  gtk_widget_class_bind_template_child (widget_class, VslLibraryResults, list_view);
  gtk_widget_class_bind_template_child (widget_class, VslLibraryResults, failure_label);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
vsl_library_results_init (VslLibraryResults *self)
{
  g_autoptr(GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  self->text = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  gtk_list_view_set_factory (self->list_view, factory);

  self->hits = g_list_store_new (VSL_TYPE_SEARCH_HIT);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->hits)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
}

/**
 * vsl_library_results_set_desk:
 * @desk: (nullable): where to search
 */
void
vsl_library_results_set_desk (VslLibraryResults *self,
                              VslDesk           *desk)
{
  g_return_if_fail (VSL_IS_LIBRARY_RESULTS (self));

  g_set_object (&self->desk, desk);
  self->complete = FALSE;
}

/**
 * vsl_library_results_set_complete:
 *
 * Every article is in the index now: what is not found is not there.
 */
void
vsl_library_results_set_complete (VslLibraryResults *self)
{
  g_return_if_fail (VSL_IS_LIBRARY_RESULTS (self));

  self->complete = TRUE;
}

/**
 * vsl_library_results_search:
 * @text: what somebody types
 *
 * Looks for it, and shows what is found as soon as it is there. What was found before stays until
 * then.
 */
void
vsl_library_results_search (VslLibraryResults *self,
                            const char        *text)
{
  g_autofree char *copy = g_strdup (text);

  g_return_if_fail (VSL_IS_LIBRARY_RESULTS (self));

  if (!g_str_equal (self->text, copy))
    self->open_first = FALSE;
  g_free (self->text);
  self->text = g_steal_pointer (&copy);
  if (self->desk != NULL && *self->text != '\0')
    vsl_desk_search_async (self->desk, self->text, MAX_HITS, found_cb, g_object_ref (self));
}

/**
 * vsl_library_results_get_text:
 *
 * Returns: (transfer none): what was looked for last
 */
const char *
vsl_library_results_get_text (VslLibraryResults *self)
{
  g_return_val_if_fail (VSL_IS_LIBRARY_RESULTS (self), NULL);

  return self->text;
}

/**
 * vsl_library_results_open_first:
 *
 * Opens the best hit as soon as it is there.
 */
void
vsl_library_results_open_first (VslLibraryResults *self)
{
  g_return_if_fail (VSL_IS_LIBRARY_RESULTS (self));

  self->open_first = TRUE;
}

/**
 * vsl_library_results_select:
 * @article_id: (nullable): the article that is open
 *
 * Marks it, where it was found.
 */
void
vsl_library_results_select (VslLibraryResults *self,
                            const char        *article_id)
{
  g_autofree char *id = g_strdup (article_id);
  guint position = GTK_INVALID_LIST_POSITION;

  g_return_if_fail (VSL_IS_LIBRARY_RESULTS (self));

  g_free (self->open_id);
  self->open_id = g_steal_pointer (&id);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->hits)); i++)
    {
      g_autoptr(VslSearchHit) hit = g_list_model_get_item (G_LIST_MODEL (self->hits), i);

      if (g_strcmp0 (vsl_search_hit_get_id (hit), self->open_id) == 0)
        position = i;
    }
  self->syncing = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->syncing = FALSE;
}
