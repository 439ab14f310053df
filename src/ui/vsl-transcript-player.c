/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-transcript-player.h"

#include "desk/vsl-desk-recording.h"
#include "ui/vsl-file-picker.h"

#include <glib/gi18n.h>

/**
 * VslTranscriptPlayer:
 *
 * The recording of a debate beside its transcript, where there is one. It plays with what GTK finds to
 * play with; where that is nothing, or the file is gone, it says so and what can be done.
 */
struct _VslTranscriptPlayer
{
  GtkWidget       parent_instance;

  VslDesk        *desk;      /* (owned) (nullable) */
  char           *debate_id; /* (owned) (nullable) */
  char           *uri;       /* (owned) (nullable) of what is shown */
  GtkMediaStream *stream;    /* (owned) (nullable) */
  gint64          told_s;    /* the second that was told last */

  GtkWidget      *box;       /* (template), as all that follow */
  GtkWidget      *picture;
  GtkWidget      *controls_box;
  GtkWidget      *controls;
  GtkWidget      *problem_box;
  GtkWidget      *problem_label;
};

G_DEFINE_FINAL_TYPE (VslTranscriptPlayer, vsl_transcript_player, GTK_TYPE_WIDGET)

enum
{
  TIME,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show_problem (VslTranscriptPlayer *self,
              const char          *problem)
{
  gtk_label_set_label (GTK_LABEL (self->problem_label), problem != NULL ? problem : "");
  gtk_widget_set_visible (self->problem_box, problem != NULL);
  gtk_widget_set_visible (self->controls_box, problem == NULL);
}

static void
close_stream (VslTranscriptPlayer *self)
{
  if (self->stream == NULL)
    return;

  g_signal_handlers_disconnect_by_data (self->stream, self);
  gtk_media_stream_pause (self->stream);
  gtk_media_controls_set_media_stream (GTK_MEDIA_CONTROLS (self->controls), NULL);
  gtk_picture_set_paintable (GTK_PICTURE (self->picture), NULL);
  g_clear_object (&self->stream);
}

static void
timestamp_cb (VslTranscriptPlayer *self)
{
  gint64 ms = vsl_transcript_player_get_time (self);

  if (ms / 1000 == self->told_s)
    return;

  self->told_s = ms / 1000;
  g_signal_emit (self, signals[TIME], 0, ms);
}

static void
prepared_cb (VslTranscriptPlayer *self)
{
  gtk_widget_set_visible (self->picture, gtk_media_stream_has_video (self->stream));
}

static void
error_cb (VslTranscriptPlayer *self)
{
  const GError *error = gtk_media_stream_get_error (self->stream);
  g_autofree char *problem = NULL;

  if (error == NULL)
    return;

  /* What GTK gives where it found nothing to play with. */
  if (g_str_equal (G_OBJECT_TYPE_NAME (self->stream), "GtkNoMediaFile"))
    problem = g_strdup (_("Recordings cannot be played on this computer: the package "
                          "libgtk-4-media-gstreamer is missing. Install it and start Verslag again."));
  else
    problem = g_strdup_printf (_("The recording cannot be played: %s"), error->message);
  show_problem (self, problem);
}

static void
open_stream (VslTranscriptPlayer *self,
             GFile               *file)
{
  show_problem (self, NULL);
  self->told_s = -1;
  self->stream = gtk_media_file_new_for_file (file);
  gtk_media_controls_set_media_stream (GTK_MEDIA_CONTROLS (self->controls), self->stream);
  gtk_picture_set_paintable (GTK_PICTURE (self->picture), GDK_PAINTABLE (self->stream));
  g_signal_connect_swapped (self->stream, "notify::timestamp", G_CALLBACK (timestamp_cb), self);
  g_signal_connect_swapped (self->stream, "notify::prepared", G_CALLBACK (prepared_cb), self);
  g_signal_connect_swapped (self->stream, "notify::error", G_CALLBACK (error_cb), self);
  error_cb (self);
}

/* A recording elsewhere may be away for a while, with its disk: it is not forgotten. */
static void
looked_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr(VslTranscriptPlayer) self = data;
  g_autoptr(GFileInfo) info = g_file_query_info_finish (G_FILE (object), result, NULL);
  g_autofree char *uri = g_file_get_uri (G_FILE (object));
  g_autofree char *name = g_file_get_parse_name (G_FILE (object));
  g_autofree char *problem = NULL;

  if (g_strcmp0 (uri, self->uri) != 0 || self->desk == NULL)
    return;

  if (info != NULL)
    {
      open_stream (self, G_FILE (object));
      return;
    }

  problem = g_strdup_printf (_("The recording “%s” is not there any more. Choose where it is now."),
                             name);
  show_problem (self, problem);
}

static void
show (VslTranscriptPlayer *self,
      const char          *uri)
{
  g_autoptr(GFile) file = NULL;

  if (g_strcmp0 (uri, self->uri) == 0)
    return;

  close_stream (self);
  g_free (self->uri);
  self->uri = g_strdup (uri);
  gtk_widget_set_visible (self->picture, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self), *uri != '\0');
  if (*uri == '\0')
    return;

  file = g_file_new_for_uri (uri);
  g_file_query_info_async (file, G_FILE_ATTRIBUTE_STANDARD_TYPE, G_FILE_QUERY_INFO_NONE,
                           G_PRIORITY_DEFAULT, NULL, looked_cb, g_object_ref (self));
}

/* For one debate; another may be shown by the time of the answer. */
typedef struct
{
  VslTranscriptPlayer *player; /* (owned) */
  char *debate_id;             /* (owned) */
} Question;

static Question *
make_question (VslTranscriptPlayer *self)
{
  Question *question = g_new0 (Question, 1);

  question->player = g_object_ref (self);
  question->debate_id = g_strdup (self->debate_id);

  return question;
}

static void
question_free (Question *question)
{
  g_object_unref (question->player);
  g_free (question->debate_id);
  g_free (question);
}

static void
answered_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      data)
{
  Question *question = data;
  VslTranscriptPlayer *self = question->player;
  g_autoptr(GError) error = NULL;
  g_autofree char *uri = vsl_desk_recording_finish (VSL_DESK (object), result, &error);

  if (self->desk != NULL && g_strcmp0 (self->debate_id, question->debate_id) == 0)
    {
      if (uri != NULL)
        show (self, uri);
      else
        show_problem (self, error->message);
    }
  question_free (question);
}

static void
picked_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      data)
{
  Question *question = data;
  VslTranscriptPlayer *self = question->player;
  g_autoptr(GListModel) files = vsl_file_picker_open_finish (result, NULL);
  g_autoptr(GFile) file = files != NULL ? g_list_model_get_item (files, 0) : NULL;
  g_autofree char *uri = file != NULL ? g_file_get_uri (file) : NULL;

  if (uri != NULL && self->desk != NULL)
    vsl_desk_save_recording_async (self->desk, question->debate_id, uri, answered_cb,
                                   make_question (self));
  question_free (question);
}

static void
vsl_transcript_player_dispose (GObject *object)
{
  VslTranscriptPlayer *self = VSL_TRANSCRIPT_PLAYER (object);

  close_stream (self);
  g_clear_object (&self->desk);
  gtk_widget_dispose_template (GTK_WIDGET (self), VSL_TYPE_TRANSCRIPT_PLAYER);

  G_OBJECT_CLASS (vsl_transcript_player_parent_class)->dispose (object);
}

static void
vsl_transcript_player_finalize (GObject *object)
{
  VslTranscriptPlayer *self = VSL_TRANSCRIPT_PLAYER (object);

  g_free (self->debate_id);
  g_free (self->uri);

  G_OBJECT_CLASS (vsl_transcript_player_parent_class)->finalize (object);
}

static void
vsl_transcript_player_class_init (VslTranscriptPlayerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vsl_transcript_player_dispose;
  G_OBJECT_CLASS (klass)->finalize = vsl_transcript_player_finalize;
  signals[TIME] = g_signal_new ("time", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/verslag/Verslag/ui/vsl-transcript-player.ui");
  gtk_widget_class_bind_template_child (widget_class, VslTranscriptPlayer, box);
  gtk_widget_class_bind_template_child (widget_class, VslTranscriptPlayer, picture);
  gtk_widget_class_bind_template_child (widget_class, VslTranscriptPlayer, controls_box);
  gtk_widget_class_bind_template_child (widget_class, VslTranscriptPlayer, controls);
  gtk_widget_class_bind_template_child (widget_class, VslTranscriptPlayer, problem_box);
  gtk_widget_class_bind_template_child (widget_class, VslTranscriptPlayer, problem_label);
}

static void
vsl_transcript_player_init (VslTranscriptPlayer *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * vsl_transcript_player_set_debate:
 * @desk: where the debate is
 * @debate_id: a debate
 *
 * Shows its recording when it has one.
 */
void
vsl_transcript_player_set_debate (VslTranscriptPlayer *self,
                                  VslDesk             *desk,
                                  const char          *debate_id)
{
  g_return_if_fail (VSL_IS_TRANSCRIPT_PLAYER (self) && VSL_IS_DESK (desk));

  g_set_object (&self->desk, desk);
  if (g_strcmp0 (self->debate_id, debate_id) != 0)
    show (self, "");
  g_free (self->debate_id);
  self->debate_id = g_strdup (debate_id);
  vsl_desk_load_recording_async (desk, debate_id, answered_cb, make_question (self));
}

/**
 * vsl_transcript_player_choose:
 *
 * Asks where the recording is.
 */
void
vsl_transcript_player_choose (VslTranscriptPlayer *self)
{
  g_return_if_fail (VSL_IS_TRANSCRIPT_PLAYER (self));

  if (self->debate_id != NULL)
    vsl_file_picker_open_recording_async (
      GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), picked_cb, make_question (self));
}

/**
 * vsl_transcript_player_is_ready:
 *
 * Returns: whether there is a recording that plays
 */
gboolean
vsl_transcript_player_is_ready (VslTranscriptPlayer *self)
{
  g_return_val_if_fail (VSL_IS_TRANSCRIPT_PLAYER (self), FALSE);

  return self->stream != NULL && gtk_media_stream_get_error (self->stream) == NULL;
}

/**
 * vsl_transcript_player_seek:
 * @ms: from the beginning; before it is at it
 */
void
vsl_transcript_player_seek (VslTranscriptPlayer *self,
                            gint64               ms)
{
  g_return_if_fail (VSL_IS_TRANSCRIPT_PLAYER (self));

  if (vsl_transcript_player_is_ready (self))
    gtk_media_stream_seek (self->stream, MAX (ms, 0) * 1000);
}

/**
 * vsl_transcript_player_get_time:
 *
 * Returns: what is heard now, in ms from the beginning
 */
gint64
vsl_transcript_player_get_time (VslTranscriptPlayer *self)
{
  g_return_val_if_fail (VSL_IS_TRANSCRIPT_PLAYER (self), 0);

  return self->stream != NULL ? gtk_media_stream_get_timestamp (self->stream) / 1000 : 0;
}

/**
 * vsl_transcript_player_toggle:
 *
 * Plays, or pauses what is playing.
 */
void
vsl_transcript_player_toggle (VslTranscriptPlayer *self)
{
  g_return_if_fail (VSL_IS_TRANSCRIPT_PLAYER (self));

  if (vsl_transcript_player_is_ready (self))
    gtk_media_stream_set_playing (self->stream, !gtk_media_stream_get_playing (self->stream));
}
