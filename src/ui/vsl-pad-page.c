/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-pad-page.h"

#include "core/vsl-participant.h"
#include "desk/vsl-debate-pad.h"
#include "ui/vsl-pad-row.h"
#include "ui/vsl-quotation-words.h"
#include "ui/vsl-vote-list.h"

#include <glib/gi18n.h>

#define N_SPEAKER_KEYS 9

/**
 * VslPadPage:
 *
 * The live pad: a clock, a line for each thing that is worth a line, and the votes. A key for each
 * participant opens a line with the time and the name. Everything is in the document at once, which
 * has it on the disk half a second later.
 */
struct _VslPadPage
{
  AdwBin             parent_instance;

  VslDebateDocument *document;  /* (owned) (nullable) */
  GSignalGroup      *signals;   /* (owned) of its participants */
  guint              tick_id;   /* while the clock is seen running */

  GtkWidget         *clock;     /* (child) as all that follow */
  GtkWidget         *start;
  GtkWidget         *strip;
  GtkWidget         *rows;
  GtkWidget         *scroller;
  GtkWidget         *hint;
  GtkWidget         *votes;
};

G_DEFINE_FINAL_TYPE (VslPadPage, vsl_pad_page, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_DOCUMENT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
show_clock (VslPadPage *self)
{
  gboolean running = self->document != NULL && vsl_debate_pad_get_running (self->document);
  gint64 ms = self->document != NULL ? vsl_debate_pad_get_time_ms (self->document) : -1;
  g_autofree char *time = vsl_quotation_words_dup_time (ms);

  gtk_label_set_label (GTK_LABEL (self->clock), time != NULL ? time : "0:00");
  gtk_button_set_label (GTK_BUTTON (self->start),
                        running ? _("Pause clock") : ms >= 0 ? _("Resume clock") : _("Start clock"));
}

static gboolean
tick_cb (gpointer data)
{
  show_clock (data);

  return G_SOURCE_CONTINUE;
}

/* Nobody looks, nothing ticks. */
static void
update_tick (VslPadPage *self)
{
  gboolean wanted = self->document != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)) &&
                    vsl_debate_pad_get_running (self->document);

  show_clock (self);
  if (wanted && self->tick_id == 0)
    self->tick_id = g_timeout_add (500, tick_cb, self);
  else if (!wanted)
    g_clear_handle_id (&self->tick_id, g_source_remove);
}

static VslPadRow *
get_row (VslPadPage *self,
         guint       position)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->rows), (int) position);

  return row != NULL ? VSL_PAD_ROW (row) : NULL;
}

static void
refresh_row (VslPadPage *self,
             VslPadRow  *row)
{
  guint position = (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  g_autoptr(VslPadEntry) entry =
    g_list_model_get_item (vsl_debate_pad_get_entries (self->document), position);

  if (entry != NULL)
    vsl_pad_row_show (row, entry);
}

static void
row_changed_cb (VslPadRow  *row,
                VslPadPage *self)
{
  guint position = (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));

  vsl_debate_pad_set_text (self->document, position, vsl_pad_row_get_text (row));
}

static void
row_marked_cb (VslPadRow  *row,
               VslPadPage *self)
{
  guint position = (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));

  vsl_debate_pad_set_quote (self->document, position, vsl_pad_row_get_quote (row));
  refresh_row (self, row);
}

static void
show_hint (VslPadPage *self)
{
  gboolean empty = get_row (self, 0) == NULL;

  gtk_widget_set_visible (self->hint, empty);
  gtk_widget_set_visible (self->scroller, !empty);
}

static void
row_emptied_cb (VslPadRow  *row,
                VslPadPage *self)
{
  guint position = (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  VslPadRow *next = get_row (self, position > 0 ? position - 1 : 1);

  if (next != NULL)
    vsl_pad_row_focus (next);
  vsl_debate_pad_remove (self->document, position);
  gtk_list_box_remove (GTK_LIST_BOX (self->rows), GTK_WIDGET (row));
  show_hint (self);
  if (next == NULL)
    gtk_widget_grab_focus (self->start);
}

/* A line asks for the next, and the next is a line: a ring, cut here. */
static void open_line (VslPadPage *self,
                       guint       position,
                       const char *speaker);

static void
row_next_cb (VslPadRow  *row,
             VslPadPage *self)
{
  guint position = (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  g_autoptr(VslPadEntry) entry =
    g_list_model_get_item (vsl_debate_pad_get_entries (self->document), position);

  open_line (self, position + 1, vsl_pad_entry_get_speaker (entry));
}

static VslPadRow *
add_row (VslPadPage  *self,
         guint        position,
         VslPadEntry *entry)
{
  GtkWidget *row = vsl_pad_row_new ();

  vsl_pad_row_show (VSL_PAD_ROW (row), entry);
  g_signal_connect_object (row, "changed", G_CALLBACK (row_changed_cb), self, 0);
  g_signal_connect_object (row, "marked", G_CALLBACK (row_marked_cb), self, 0);
  g_signal_connect_object (row, "next", G_CALLBACK (row_next_cb), self, 0);
  g_signal_connect_object (row, "emptied", G_CALLBACK (row_emptied_cb), self, 0);
  gtk_list_box_insert (GTK_LIST_BOX (self->rows), row, (int) position);

  return VSL_PAD_ROW (row);
}

static void
open_line (VslPadPage *self,
           guint       position,
           const char *speaker)
{
  g_autoptr(VslPadEntry) entry = NULL;
  VslPadRow *row;

  position = vsl_debate_pad_add (self->document, position, speaker);
  entry = g_list_model_get_item (vsl_debate_pad_get_entries (self->document), position);
  row = add_row (self, position, entry);
  show_hint (self);
  vsl_pad_row_focus (row);
}

/* Whoever the number stands for; %NULL when it stands for nobody. */
static char *
dup_speaker (VslPadPage *self,
             guint       number)
{
  GListModel *participants =
    G_LIST_MODEL (vsl_debate_document_get_participants (self->document));
  g_autoptr(VslParticipant) participant = g_list_model_get_item (participants, number - 1);

  return participant != NULL ? g_strdup (vsl_participant_get_name (participant)) : NULL;
}

/* The line with the caret; beyond the end for none. */
static guint
get_position (VslPadPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, VSL_TYPE_PAD_ROW) : NULL;

  return row != NULL ? (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) : G_MAXUINT;
}

/* In an empty line the key corrects who speaks; else it opens a line at the end. */
static void
speaker_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  VslPadPage *self = VSL_PAD_PAGE (widget);
  guint position = get_position (self);
  g_autofree char *speaker = NULL;
  VslPadRow *row;

  if (self->document == NULL)
    return;
  speaker = dup_speaker (self, g_variant_get_uint32 (parameter));
  if (speaker == NULL)
    {
      gtk_widget_error_bell (widget);
      return;
    }

  row = position != G_MAXUINT ? get_row (self, position) : NULL;
  if (row == NULL || *vsl_pad_row_get_text (row) != '\0')
    {
      open_line (self, G_MAXUINT, speaker);
      return;
    }
  vsl_debate_pad_set_speaker (self->document, position, speaker);
  vsl_debate_pad_stamp (self->document, position);
  refresh_row (self, row);
}

static void
new_line_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  if (VSL_PAD_PAGE (widget)->document != NULL)
    open_line (VSL_PAD_PAGE (widget), G_MAXUINT, NULL);
}

static void
line_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  VslPadPage *self = VSL_PAD_PAGE (widget);
  guint position = get_position (self);
  VslPadRow *row = position != G_MAXUINT ? get_row (self, position) : NULL;

  if (row == NULL)
    return;

  if (g_str_equal (action_name, "pad.stamp"))
    vsl_debate_pad_stamp (self->document, position);
  else
    vsl_debate_pad_set_quote (self->document, position, !vsl_pad_row_get_quote (row));
  refresh_row (self, row);
}

static void
clock_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  VslPadPage *self = VSL_PAD_PAGE (widget);

  if (self->document == NULL)
    return;

  vsl_debate_pad_set_running (self->document, !vsl_debate_pad_get_running (self->document));
  update_tick (self);
}

/* Which number is whom. */
static void
show_strip (VslPadPage *self)
{
  GListModel *participants = self->document != NULL
    ? G_LIST_MODEL (vsl_debate_document_get_participants (self->document)) : NULL;
  guint n = participants != NULL ? g_list_model_get_n_items (participants) : 0;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->strip)) != NULL)
    gtk_flow_box_remove (GTK_FLOW_BOX (self->strip), child);
  for (guint i = 0; i < MIN (n, N_SPEAKER_KEYS); i++)
    {
      g_autofree char *name = dup_speaker (self, i + 1);
      g_autofree char *label = g_strdup_printf ("%u  %s", i + 1, name);
      g_autofree char *tooltip = g_strdup_printf (_("New line of %s (Alt+%u)"), name, i + 1);
      GtkWidget *button = gtk_button_new_with_label (label);

      gtk_widget_add_css_class (button, "small");
      gtk_widget_set_tooltip_text (button, tooltip);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "pad.speaker");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", i + 1);
      gtk_flow_box_append (GTK_FLOW_BOX (self->strip), button);
      gtk_widget_set_focusable (gtk_widget_get_parent (button), FALSE);
    }
}

static void
fill (VslPadPage *self)
{
  GListModel *entries = self->document != NULL ? vsl_debate_pad_get_entries (self->document) : NULL;
  VslPadRow *row;

  while ((row = get_row (self, 0)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->rows), GTK_WIDGET (row));
  for (guint i = 0; entries != NULL && i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr(VslPadEntry) entry = g_list_model_get_item (entries, i);

      add_row (self, i, entry);
    }
  show_strip (self);
  show_hint (self);
  vsl_vote_list_set_document (VSL_VOTE_LIST (self->votes), self->document);
  update_tick (self);
}

static void
set_document (VslPadPage        *self,
              VslDebateDocument *document)
{
  if (!g_set_object (&self->document, document))
    return;

  g_signal_group_set_target (self->signals, document != NULL
                             ? vsl_debate_document_get_participants (document) : NULL);
  fill (self);
}

/* Statements may have been written meanwhile, and the caret belongs where the writing goes on. */
static void
map_cb (VslPadPage *self)
{
  vsl_vote_list_set_document (VSL_VOTE_LIST (self->votes), self->document);
  update_tick (self);
}

static void
vsl_pad_page_dispose (GObject *object)
{
  VslPadPage *self = VSL_PAD_PAGE (object);

  g_clear_handle_id (&self->tick_id, g_source_remove);
  g_clear_object (&self->signals);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (vsl_pad_page_parent_class)->dispose (object);
}

static void
vsl_pad_page_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_DOCUMENT:
      set_document (VSL_PAD_PAGE (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vsl_pad_page_class_init (VslPadPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vsl_pad_page_dispose;
  object_class->set_property = vsl_pad_page_set_property;
  properties[PROP_DOCUMENT] =
    g_param_spec_object ("document", NULL, NULL, VSL_TYPE_DEBATE_DOCUMENT,
                         G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_action (widget_class, "pad.speaker", "u", speaker_action);
  gtk_widget_class_install_action (widget_class, "pad.new-line", NULL, new_line_action);
  gtk_widget_class_install_action (widget_class, "pad.stamp", NULL, line_action);
  gtk_widget_class_install_action (widget_class, "pad.quote", NULL, line_action);
  gtk_widget_class_install_action (widget_class, "pad.clock", NULL, clock_action);
  for (guint i = 1; i <= N_SPEAKER_KEYS; i++)
    {
      gtk_widget_class_add_binding_action (widget_class, GDK_KEY_0 + i, GDK_ALT_MASK, "pad.speaker",
                                           "u", i);
      gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_0 + i, GDK_ALT_MASK,
                                           "pad.speaker", "u", i);
    }
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_j, GDK_CONTROL_MASK, "pad.stamp", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_m, GDK_CONTROL_MASK, "pad.quote", NULL);
}

static GtkWidget *
make_head (VslPadPage *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *line = gtk_button_new_with_label (_("New line"));

  self->clock = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->clock, "title-2");
  gtk_widget_add_css_class (self->clock, "numeric");
  self->start = gtk_button_new ();
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->start), "pad.clock");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (line), "pad.new-line");
  gtk_box_append (GTK_BOX (head), self->clock);
  gtk_box_append (GTK_BOX (head), self->start);
  gtk_box_append (GTK_BOX (head), line);

  return head;
}

static void
init_rows (VslPadPage *self)
{
  self->hint = gtk_label_new (_("Start the clock when the debate begins. Alt and a number opens a "
                                "line of that speaker, Enter the next one; Ctrl+M marks a line to "
                                "quote, Ctrl+J gives it the time of now."));
  gtk_label_set_wrap (GTK_LABEL (self->hint), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->hint), 0);
  gtk_label_set_yalign (GTK_LABEL (self->hint), 0);
  gtk_widget_add_css_class (self->hint, "dim-label");
  gtk_widget_set_vexpand (self->hint, TRUE);

  self->rows = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->rows), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->rows, "boxed-list");
  gtk_widget_set_valign (self->rows, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Lines"), -1);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->rows);
  gtk_widget_set_vexpand (self->scroller, TRUE);
}

static void
vsl_pad_page_init (VslPadPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->strip = gtk_flow_box_new ();
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (self->strip), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (self->strip), N_SPEAKER_KEYS);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->strip), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Which number is whom"), -1);
  init_rows (self);
  self->votes = vsl_vote_list_new ();
  gtk_box_append (GTK_BOX (box), make_head (self));
  gtk_box_append (GTK_BOX (box), self->strip);
  gtk_box_append (GTK_BOX (box), self->hint);
  gtk_box_append (GTK_BOX (box), self->scroller);
  gtk_box_append (GTK_BOX (box), self->votes);
  gtk_widget_add_css_class (box, "pad-page");
  adw_bin_set_child (ADW_BIN (self), box);

  self->signals = g_signal_group_new (G_TYPE_LIST_STORE);
  g_signal_group_connect_swapped (self->signals, "items-changed", G_CALLBACK (show_strip), self);
  g_signal_connect_swapped (self, "map", G_CALLBACK (map_cb), self);
  g_signal_connect_swapped (self, "unmap", G_CALLBACK (update_tick), self);
  show_clock (self);
}

/**
 * vsl_pad_page_new:
 *
 * Returns: (transfer floating): a pad without a debate
 */
GtkWidget *
vsl_pad_page_new (void)
{
  return g_object_new (VSL_TYPE_PAD_PAGE, NULL);
}
