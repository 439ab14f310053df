/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-name-provider.h"

#include "core/vsl-text.h"
#include "desk/vsl-document.h"

#include <glib/gi18n.h>
#include <string.h>

/**
 * VslNameProvider:
 *
 * Offers the participants of the article while their name is being typed in the body, in the form of
 * that place: the full name at the first mention, the last name after that. Silent in code and in
 * addresses. It looks at the text before the caret only when a name fits.
 */
struct _VslNameProvider
{
  GObject  parent_instance;

  GObject *owner; /* (unowned) (nullable) has the property “document” */
};

#define MIN_LETTERS 3

/* How many characters before the word may say which form of the name fits. */
#define LOOK_BACK 64

/* A name in the form of the place, and whose it is. */
#define VSL_TYPE_NAME_PROPOSAL (vsl_name_proposal_get_type ())
G_DECLARE_FINAL_TYPE (VslNameProposal, vsl_name_proposal, VSL, NAME_PROPOSAL, GObject)

struct _VslNameProposal
{
  GObject         parent_instance;

  VslParticipant *participant; /* (owned) */
  char           *text;        /* (owned) */
};

G_DEFINE_FINAL_TYPE_WITH_CODE (VslNameProposal, vsl_name_proposal, G_TYPE_OBJECT,
  G_IMPLEMENT_INTERFACE (GTK_SOURCE_TYPE_COMPLETION_PROPOSAL, NULL))

static void
vsl_name_proposal_finalize (GObject *object)
{
  VslNameProposal *self = VSL_NAME_PROPOSAL (object);

  g_clear_object (&self->participant);
  g_free (self->text);

  G_OBJECT_CLASS (vsl_name_proposal_parent_class)->finalize (object);
}

static void
vsl_name_proposal_class_init (VslNameProposalClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vsl_name_proposal_finalize;
}

static void
vsl_name_proposal_init (VslNameProposal *self)
{
}

/* By the given or the family name: the prefix alone says nothing, and is typed all the time. */
static gboolean
fits (VslPerson  *person,
      const char *folded)
{
  g_autofree char *given = vsl_text_fold (vsl_person_get_given (person));
  g_autofree char *family = vsl_text_fold (vsl_person_get_family (person));

  return g_str_has_prefix (given, folded) || g_str_has_prefix (family, folded);
}

static gboolean
is_mentioned (const GtkTextIter *before,
              const char        *family)
{
  GtkTextIter start, end;

  return *family != '\0' &&
         gtk_text_iter_backward_search (before, family, GTK_TEXT_SEARCH_TEXT_ONLY, &start, &end,
                                        NULL);
}

static gboolean
is_code (const GtkTextIter *iter)
{
  GtkTextBuffer *buffer = gtk_text_iter_get_buffer (iter);
  GtkTextIter before = *iter;

  gtk_text_iter_backward_char (&before);
  /* What was typed a moment ago is not highlighted yet. */
  gtk_source_buffer_ensure_highlight (GTK_SOURCE_BUFFER (buffer), &before, iter);

  return gtk_source_buffer_iter_has_context_class (GTK_SOURCE_BUFFER (buffer), &before,
                                                   "no-spell-check");
}

/* Whether one of @words, each with a space behind it, ends right before @iter. */
static gboolean
comes_after (const GtkTextIter *iter,
             const char *const *words)
{
  GtkTextIter start = *iter;
  g_autofree char *before = NULL;
  g_autofree char *folded = NULL;

  gtk_text_iter_backward_chars (&start, MIN (LOOK_BACK, gtk_text_iter_get_line_offset (iter)));
  before = gtk_text_iter_get_slice (&start, iter);
  folded = g_utf8_casefold (before, -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *word = g_utf8_casefold (words[i], -1);
      gsize from;

      if (*words[i] == '\0' || !g_str_has_suffix (folded, word))
        continue;
      from = strlen (folded) - strlen (word);
      if (from == 0 || !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (folded + from))))
        return TRUE;
    }

  return FALSE;
}

/* The full name at the first mention and after the given name; the last name later, and after a
 * title, with the capital of the prefix. */
static char *
dup_form (VslPerson         *person,
          const GtkTextIter *begin)
{
  static const char *const titles[] = {
    "mevrouw ", "meneer ", "de heer ", "mw. ", "dhr. ", "mr. ", "mrs. ", "ms. ", NULL
  };
  g_autofree char *given = g_strconcat (vsl_person_get_given (person), " ", NULL);
  g_autofree char *both = g_strconcat (given, vsl_person_get_prefix (person), " ", NULL);
  const char *names[] = { given, both, NULL };
  gboolean named = *vsl_person_get_given (person) != '\0' && comes_after (begin, names);

  if (!named &&
      (comes_after (begin, titles) || is_mentioned (begin, vsl_person_get_family (person))))
    return vsl_person_dup_last_name (person);

  return vsl_person_dup_full_name (person);
}

static void
add_proposal (GListStore        *proposals,
              VslParticipant    *participant,
              const char        *word,
              const GtkTextIter *begin)
{
  VslPerson *person = vsl_participant_get_person (participant);
  g_autofree char *folded = vsl_text_fold (word);
  g_autoptr(VslNameProposal) proposal = NULL;

  if (!fits (person, folded))
    return;

  proposal = g_object_new (VSL_TYPE_NAME_PROPOSAL, NULL);
  proposal->participant = g_object_ref (participant);
  proposal->text = dup_form (person, begin);
  if (!g_str_equal (proposal->text, word))
    g_list_store_append (proposals, proposal);
}

static void
fill (VslNameProvider            *self,
      GtkSourceCompletionContext *context,
      GListStore                 *proposals)
{
  g_autofree char *word = gtk_source_completion_context_get_word (context);
  g_autoptr(VslDocument) document = NULL;
  GtkTextIter begin, end;
  GListModel *participants;

  if (g_utf8_strlen (word, -1) < MIN_LETTERS || self->owner == NULL)
    return;

  g_object_get (self->owner, "document", &document, NULL);
  if (document == NULL || !gtk_source_completion_context_get_bounds (context, &begin, &end))
    return;

  participants = vsl_document_get_participants (document);
  for (guint i = 0; i < g_list_model_get_n_items (participants); i++)
    {
      g_autoptr(VslParticipant) participant = g_list_model_get_item (participants, i);

      add_proposal (proposals, participant, word, &begin);
    }
  if (g_list_model_get_n_items (G_LIST_MODEL (proposals)) > 0 && is_code (&end))
    g_list_store_remove_all (proposals);
}

/* An empty list is an answer too: it is filled when more is typed. */
static GListModel *
vsl_name_provider_populate (GtkSourceCompletionProvider  *provider,
                            GtkSourceCompletionContext   *context,
                            GError                      **error)
{
  GListStore *proposals = g_list_store_new (GTK_SOURCE_TYPE_COMPLETION_PROPOSAL);

  fill (VSL_NAME_PROVIDER (provider), context, proposals);

  return G_LIST_MODEL (proposals);
}

static void
vsl_name_provider_refilter (GtkSourceCompletionProvider *provider,
                            GtkSourceCompletionContext  *context,
                            GListModel                  *model)
{
  g_list_store_remove_all (G_LIST_STORE (model));
  fill (VSL_NAME_PROVIDER (provider), context, G_LIST_STORE (model));
}

static void
vsl_name_provider_populate_async (GtkSourceCompletionProvider *provider,
                                  GtkSourceCompletionContext  *context,
                                  GCancellable                *cancellable,
                                  GAsyncReadyCallback          callback,
                                  gpointer                     user_data)
{
  g_autoptr(GTask) task = g_task_new (provider, cancellable, callback, user_data);

  g_task_set_source_tag (task, vsl_name_provider_populate_async);
  g_task_return_pointer (task, vsl_name_provider_populate (provider, context, NULL),
                         g_object_unref);
}

static GListModel *
vsl_name_provider_populate_finish (GtkSourceCompletionProvider  *provider,
                                   GAsyncResult                 *result,
                                   GError                      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
vsl_name_provider_display (GtkSourceCompletionProvider *provider,
                           GtkSourceCompletionContext  *context,
                           GtkSourceCompletionProposal *proposal,
                           GtkSourceCompletionCell     *cell)
{
  VslNameProposal *name = VSL_NAME_PROPOSAL (proposal);

  switch (gtk_source_completion_cell_get_column (cell))
    {
    case GTK_SOURCE_COMPLETION_COLUMN_TYPED_TEXT:
      gtk_source_completion_cell_set_text (cell, name->text);
      break;
    case GTK_SOURCE_COMPLETION_COLUMN_AFTER:
      gtk_source_completion_cell_set_text (cell,
                                           vsl_participant_get_organisation (name->participant));
      break;
    case GTK_SOURCE_COMPLETION_COLUMN_ICON:
    case GTK_SOURCE_COMPLETION_COLUMN_BEFORE:
    case GTK_SOURCE_COMPLETION_COLUMN_COMMENT:
    case GTK_SOURCE_COMPLETION_COLUMN_DETAILS:
    default:
      gtk_source_completion_cell_set_text (cell, NULL);
      break;
    }
}

/* Back over a part of the name that stands before the word already: `Bas den Hol`, `Den Hol`. */
static void
take_part_before (GtkTextIter *begin,
                  const char  *part)
{
  GtkTextIter start = *begin;
  g_autofree char *text = NULL;
  g_autofree char *wanted = g_strconcat (part, " ", NULL);
  g_autofree char *folded = g_utf8_casefold (wanted, -1);
  g_autofree char *found = NULL;

  if (*part == '\0' ||
      !gtk_text_iter_backward_chars (&start, (int) g_utf8_strlen (wanted, -1)))
    return;

  text = gtk_text_iter_get_slice (&start, begin);
  found = g_utf8_casefold (text, -1);
  if (g_str_equal (found, folded))
    *begin = start;
}

static void
vsl_name_provider_activate (GtkSourceCompletionProvider *provider,
                            GtkSourceCompletionContext  *context,
                            GtkSourceCompletionProposal *proposal)
{
  VslNameProposal *name = VSL_NAME_PROPOSAL (proposal);
  VslPerson *person = vsl_participant_get_person (name->participant);
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (gtk_source_completion_context_get_buffer (context));
  GtkTextIter begin, end;

  if (!gtk_source_completion_context_get_bounds (context, &begin, &end))
    return;

  take_part_before (&begin, vsl_person_get_prefix (person));
  take_part_before (&begin, vsl_person_get_given (person));
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete (buffer, &begin, &end);
  gtk_text_buffer_insert (buffer, &begin, name->text, -1);
  gtk_text_buffer_end_user_action (buffer);
}

static char *
vsl_name_provider_get_title (GtkSourceCompletionProvider *provider)
{
  return g_strdup (_("Participants"));
}

static void
provider_init (GtkSourceCompletionProviderInterface *iface)
{
  iface->get_title = vsl_name_provider_get_title;
  iface->populate = vsl_name_provider_populate;
  iface->populate_async = vsl_name_provider_populate_async;
  iface->populate_finish = vsl_name_provider_populate_finish;
  iface->refilter = vsl_name_provider_refilter;
  iface->display = vsl_name_provider_display;
  iface->activate = vsl_name_provider_activate;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (VslNameProvider, vsl_name_provider, G_TYPE_OBJECT,
  G_IMPLEMENT_INTERFACE (GTK_SOURCE_TYPE_COMPLETION_PROVIDER, provider_init))

static void
vsl_name_provider_dispose (GObject *object)
{
  g_clear_weak_pointer (&VSL_NAME_PROVIDER (object)->owner);

  G_OBJECT_CLASS (vsl_name_provider_parent_class)->dispose (object);
}

static void
vsl_name_provider_class_init (VslNameProviderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vsl_name_provider_dispose;
}

static void
vsl_name_provider_init (VslNameProvider *self)
{
}

/**
 * vsl_name_provider_add:
 * @view: where is typed
 * @owner: what has the property “document”, a #VslDocument; not held
 *
 * Lets @view complete the names of the participants of the article.
 */
void
vsl_name_provider_add (GtkSourceView *view,
                       GObject       *owner)
{
  g_autoptr(VslNameProvider) self = g_object_new (VSL_TYPE_NAME_PROVIDER, NULL);

  g_set_weak_pointer (&self->owner, owner);
  g_object_set (gtk_source_view_get_completion (view), "select-on-show", TRUE, NULL);
  gtk_source_completion_add_provider (gtk_source_view_get_completion (view),
                                      GTK_SOURCE_COMPLETION_PROVIDER (self));
}
