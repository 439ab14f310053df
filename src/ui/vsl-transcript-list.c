/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-transcript-list.h"

#include "ui/vsl-utterance-line.h"

#include <glib/gi18n.h>
#include <string.h>

/**
 * VslTranscriptList:
 *
 * The utterances of a transcript, one of which is selected. Only those on the screen have widgets, and
 * a correction changes only the rows that it concerns, so the place in a long debate is kept.
 */
struct _VslTranscriptList
{
  AdwBin              parent_instance;

  VslTranscript      *transcript; /* (owned) (nullable) */
  GHashTable         *colours;    /* (owned) speaker → number */
  GHashTable         *notes;      /* (owned) (nullable) id of an utterance → what the pad says */
  GHashTable         *collected;  /* (owned) ids of utterances */
  char               *query;      /* (owned) */
  char               *speaker;    /* (owned) (nullable) only whose utterances are shown */
  char               *spoken;     /* (owned) (nullable) id of what is being played */
  gboolean            changing;   /* rows are being replaced: the selection is not the person's */

  GListStore         *utterances; /* (owned) */
  GtkFilterListModel *shown;      /* (owned) */
  GtkSingleSelection *selection;  /* (owned) */
  GHashTable         *bound;      /* (owned) of GtkListItem (unowned) that is on the screen */
  GtkWidget          *list;       /* (child) */
};

G_DEFINE_FINAL_TYPE (VslTranscriptList, vsl_transcript_list, ADW_TYPE_BIN)

enum
{
  SELECTED,
  ACTIVATED,
  COLLECTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
fill_item (VslTranscriptList *self,
           GtkListItem       *item)
{
  VslUtteranceLine *line = VSL_UTTERANCE_LINE (gtk_list_item_get_child (item));
  VslUtterance *utterance = gtk_list_item_get_item (item);
  const char *id = vsl_utterance_get_id (utterance);

  vsl_utterance_line_show (
    line, utterance,
    GPOINTER_TO_UINT (g_hash_table_lookup (self->colours, vsl_utterance_get_speaker (utterance))),
    self->notes != NULL ? g_hash_table_lookup (self->notes, id) : NULL, self->query);
  vsl_utterance_line_set_collected (line, g_hash_table_contains (self->collected, id));
  vsl_utterance_line_set_spoken (line, g_strcmp0 (id, self->spoken) == 0);
}

static void
fill_all (VslTranscriptList *self)
{
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->bound);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    fill_item (self, item);
}

static void
collect_cb (VslUtteranceLine  *line,
            VslTranscriptList *self)
{
  const char *id = vsl_utterance_line_get_id (line);

  if (vsl_utterance_line_get_collected (line))
    g_hash_table_add (self->collected, g_strdup (id));
  else
    g_hash_table_remove (self->collected, id);
  g_signal_emit (self, signals[COLLECTED], 0);
}

static void
setup_cb (VslTranscriptList *self,
          GtkListItem       *item)
{
  GtkWidget *line = vsl_utterance_line_new ();

  g_signal_connect_object (line, "collect", G_CALLBACK (collect_cb), self, 0);
  gtk_list_item_set_child (item, line);
}

static void
bind_cb (VslTranscriptList *self,
         GtkListItem       *item)
{
  g_hash_table_add (self->bound, item);
  fill_item (self, item);
}

static void
unbind_cb (VslTranscriptList *self,
           GtkListItem       *item)
{
  g_hash_table_remove (self->bound, item);
}

static gboolean
is_of_speaker (gpointer item,
               gpointer data)
{
  VslTranscriptList *self = data;

  return g_strcmp0 (vsl_utterance_get_speaker (item), self->speaker) == 0;
}

static void
selected_cb (VslTranscriptList *self)
{
  if (!self->changing)
    g_signal_emit (self, signals[SELECTED], 0);
}

static void
activated_cb (VslTranscriptList *self)
{
  g_signal_emit (self, signals[ACTIVATED], 0);
}

static gboolean
is_same (VslUtterance *a,
         VslUtterance *b)
{
  GArray *parts = vsl_utterance_get_off_parts (a);
  GArray *others = vsl_utterance_get_off_parts (b);

  return g_str_equal (vsl_utterance_get_id (a), vsl_utterance_get_id (b)) &&
         g_str_equal (vsl_utterance_get_text (a), vsl_utterance_get_text (b)) &&
         g_str_equal (vsl_utterance_get_speaker (a), vsl_utterance_get_speaker (b)) &&
         vsl_utterance_get_off_the_record (a) == vsl_utterance_get_off_the_record (b) &&
         parts->len == others->len &&
         (parts->len == 0 ||
          memcmp (parts->data, others->data, parts->len * sizeof (VslOffPart)) == 0);
}

/* Replaces what differs: from the first to the last utterance that is another. */
static void
splice (VslTranscriptList *self,
        VslTranscript     *old)
{
  guint n = self->transcript != NULL ? vsl_transcript_get_n_utterances (self->transcript) : 0;
  guint n_old = old != NULL ? vsl_transcript_get_n_utterances (old) : 0;
  g_autoptr(GPtrArray) changed = g_ptr_array_new ();
  guint first = 0, same_end = 0;

  while (first < MIN (n, n_old) &&
         is_same (vsl_transcript_get_utterance (old, first),
                  vsl_transcript_get_utterance (self->transcript, first)))
    first++;
  while (same_end < MIN (n, n_old) - first &&
         is_same (vsl_transcript_get_utterance (old, n_old - 1 - same_end),
                  vsl_transcript_get_utterance (self->transcript, n - 1 - same_end)))
    same_end++;
  for (guint i = first; i < n - same_end; i++)
    g_ptr_array_add (changed, vsl_transcript_get_utterance (self->transcript, i));
  if (changed->len > 0 || n_old - same_end > first)
    g_list_store_splice (self->utterances, first, n_old - same_end - first, changed->pdata,
                         changed->len);
}

static void
take_speakers (VslTranscriptList *self)
{
  g_auto(GStrv) names =
    self->transcript != NULL ? vsl_transcript_dup_speakers (self->transcript) : NULL;

  g_hash_table_remove_all (self->colours);
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    g_hash_table_insert (self->colours, g_strdup (names[i]), GUINT_TO_POINTER (i + 1));
}

/* Widgets of the list ask for what is in here while it ends. */
static void
vsl_transcript_list_dispose (GObject *object)
{
  VslTranscriptList *self = VSL_TRANSCRIPT_LIST (object);

  self->changing = TRUE;
  if (self->shown != NULL)
    gtk_filter_list_model_set_filter (self->shown, NULL);
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->transcript);

  G_OBJECT_CLASS (vsl_transcript_list_parent_class)->dispose (object);
}

static void
vsl_transcript_list_finalize (GObject *object)
{
  VslTranscriptList *self = VSL_TRANSCRIPT_LIST (object);

  g_clear_object (&self->selection);
  g_clear_object (&self->shown);
  g_clear_object (&self->utterances);
  g_hash_table_unref (self->colours);
  g_clear_pointer (&self->notes, g_hash_table_unref);
  g_hash_table_unref (self->collected);
  g_hash_table_unref (self->bound);
  g_free (self->query);
  g_free (self->speaker);
  g_free (self->spoken);

  G_OBJECT_CLASS (vsl_transcript_list_parent_class)->finalize (object);
}

static void
vsl_transcript_list_class_init (VslTranscriptListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = vsl_transcript_list_dispose;
  object_class->finalize = vsl_transcript_list_finalize;

  signals[SELECTED] = g_signal_new ("selected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[COLLECTED] = g_signal_new ("collected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
make_list (VslTranscriptList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  g_signal_connect_swapped (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect_swapped (factory, "bind", G_CALLBACK (bind_cb), self);
  g_signal_connect_swapped (factory, "unbind", G_CALLBACK (unbind_cb), self);
  self->list = gtk_list_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection)), factory);
  gtk_widget_add_css_class (self->list, "transcript");
  g_signal_connect_swapped (self->list, "activate", G_CALLBACK (activated_cb), self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Transcript"), -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);

  return scroller;
}

static void
vsl_transcript_list_init (VslTranscriptList *self)
{
  self->colours = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->collected = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->bound = g_hash_table_new (NULL, NULL);
  self->query = g_strdup ("");
  self->utterances = g_list_store_new (VSL_TYPE_UTTERANCE);
  self->shown = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->utterances)), NULL);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->shown)));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), make_list (self));
}

/**
 * vsl_transcript_list_new:
 *
 * Returns: (transfer floating): an empty list
 */
GtkWidget *
vsl_transcript_list_new (void)
{
  return g_object_new (VSL_TYPE_TRANSCRIPT_LIST, NULL);
}

/**
 * vsl_transcript_list_set_transcript:
 * @transcript: (nullable): what is shown from now on
 *
 * The selection and the place stay where an utterance with the same id stays.
 */
void
vsl_transcript_list_set_transcript (VslTranscriptList *self,
                                    VslTranscript     *transcript)
{
  g_autoptr(VslTranscript) old = NULL;
  guint selected;
  VslUtterance *utterance;
  g_autofree char *id = NULL;

  g_return_if_fail (VSL_IS_TRANSCRIPT_LIST (self));

  utterance = vsl_transcript_list_get_selected (self);
  id = utterance != NULL ? g_strdup (vsl_utterance_get_id (utterance)) : NULL;
  selected = gtk_single_selection_get_selected (self->selection);
  old = g_steal_pointer (&self->transcript);
  self->transcript = transcript != NULL ? g_object_ref (transcript) : NULL;
  take_speakers (self);
  self->changing = TRUE;
  splice (self, old);
  utterance = vsl_transcript_list_get_selected (self);
  if (old != NULL && id != NULL &&
      (utterance == NULL || !g_str_equal (vsl_utterance_get_id (utterance), id)) &&
      selected < g_list_model_get_n_items (G_LIST_MODEL (self->selection)))
    gtk_single_selection_set_selected (self->selection, selected);
  self->changing = FALSE;
  if (old == NULL || transcript == NULL)
    g_hash_table_remove_all (self->collected);
  fill_all (self);
  selected_cb (self);
}

/**
 * vsl_transcript_list_set_notes:
 * @notes: (nullable): id of an utterance → what the live pad says of it
 */
void
vsl_transcript_list_set_notes (VslTranscriptList *self,
                               GHashTable        *notes)
{
  g_return_if_fail (VSL_IS_TRANSCRIPT_LIST (self));

  g_clear_pointer (&self->notes, g_hash_table_unref);
  self->notes = notes != NULL ? g_hash_table_ref (notes) : NULL;
  fill_all (self);
}

/**
 * vsl_transcript_list_set_query:
 * @query: what is marked in the texts; may be empty
 */
void
vsl_transcript_list_set_query (VslTranscriptList *self,
                               const char        *query)
{
  g_return_if_fail (VSL_IS_TRANSCRIPT_LIST (self) && query != NULL);

  g_free (self->query);
  self->query = g_strdup (query);
  fill_all (self);
}

/**
 * vsl_transcript_list_set_speaker:
 * @speaker: (nullable): the only one whose utterances are shown; %NULL for all
 */
void
vsl_transcript_list_set_speaker (VslTranscriptList *self,
                                 const char        *speaker)
{
  g_autoptr(GtkFilter) filter = NULL;

  g_return_if_fail (VSL_IS_TRANSCRIPT_LIST (self));

  if (g_strcmp0 (self->speaker, speaker) == 0)
    return;

  g_free (self->speaker);
  self->speaker = g_strdup (speaker);
  if (speaker != NULL)
    filter = GTK_FILTER (gtk_custom_filter_new (is_of_speaker, self, NULL));
  gtk_filter_list_model_set_filter (self->shown, filter);
}

/**
 * vsl_transcript_list_set_spoken:
 * @utterance: (nullable): what is being played
 *
 * Marks it where it is shown.
 */
void
vsl_transcript_list_set_spoken (VslTranscriptList *self,
                                VslUtterance      *utterance)
{
  const char *id = utterance != NULL ? vsl_utterance_get_id (utterance) : NULL;

  g_return_if_fail (VSL_IS_TRANSCRIPT_LIST (self));

  if (g_strcmp0 (id, self->spoken) == 0)
    return;

  g_free (self->spoken);
  self->spoken = g_strdup (id);
  fill_all (self);
}

/**
 * vsl_transcript_list_get_selected:
 *
 * Returns: (transfer none) (nullable): the selected utterance
 */
VslUtterance *
vsl_transcript_list_get_selected (VslTranscriptList *self)
{
  g_return_val_if_fail (VSL_IS_TRANSCRIPT_LIST (self), NULL);

  return gtk_single_selection_get_selected_item (self->selection);
}

/**
 * vsl_transcript_list_get_place:
 *
 * Returns: the place of the selected utterance in the transcript; 0 when none is selected
 */
guint
vsl_transcript_list_get_place (VslTranscriptList *self)
{
  VslUtterance *selected;
  guint place = 0;

  g_return_val_if_fail (VSL_IS_TRANSCRIPT_LIST (self), 0);

  selected = vsl_transcript_list_get_selected (self);
  if (selected == NULL || !g_list_store_find (self->utterances, selected, &place))
    return 0;

  return place;
}

/**
 * vsl_transcript_list_select:
 * @utterance_id: an utterance
 *
 * Selects an utterance and scrolls to it.
 *
 * Returns: %FALSE when it is not shown
 */
gboolean
vsl_transcript_list_select (VslTranscriptList *self,
                            const char        *utterance_id)
{
  GListModel *model = G_LIST_MODEL (self->selection);

  g_return_val_if_fail (VSL_IS_TRANSCRIPT_LIST (self) && utterance_id != NULL, FALSE);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr(VslUtterance) utterance = g_list_model_get_item (model, i);

      if (!g_str_equal (vsl_utterance_get_id (utterance), utterance_id))
        continue;
      gtk_single_selection_set_selected (self->selection, i);
      gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", i);
      return TRUE;
    }

  return FALSE;
}

/**
 * vsl_transcript_list_dup_collected:
 *
 * Returns: (transfer full) (element-type VslUtterance): what was marked to be quoted and may be, in
 *   the order in which it was said
 */
GPtrArray *
vsl_transcript_list_dup_collected (VslTranscriptList *self)
{
  GPtrArray *collected = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (VSL_IS_TRANSCRIPT_LIST (self), collected);

  for (guint i = 0; self->transcript != NULL && g_hash_table_size (self->collected) > 0 &&
                    i < vsl_transcript_get_n_utterances (self->transcript); i++)
    {
      VslUtterance *utterance = vsl_transcript_get_utterance (self->transcript, i);

      if (g_hash_table_contains (self->collected, vsl_utterance_get_id (utterance)) &&
          !vsl_utterance_get_off_the_record (utterance))
        g_ptr_array_add (collected, g_object_ref (utterance));
    }

  return collected;
}
