/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

/*
 * How long the longest frame is while the library is scrolled:
 *
 *   tests/support/headless.sh build/tests/bench/scroll-bench DIRECTORY [FRAMES]
 *
 * DIRECTORY is a data directory, as `store-bench fill` makes one. All its articles are folded out, and
 * the list moves by most of a screen each frame, which no hand does: every row is a new one.
 */

#include "ui/vsl-library-folder.h"
#include "ui/vsl-library-view.h"

#include <adwaita.h>
#include <stdlib.h>

/* Pixels a frame. */
#define STEP 400

typedef struct
{
  GtkWidget *view;
  GtkAdjustment *adjustment; /* (nullable) until the articles are there */
  GArray *times;
  gint64 begun;
  guint n_frames;
} Bench;

static GtkWidget *
find_widget (GtkWidget *root,
             GType      type)
{
  GtkWidget *child;

  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type))
    return root;

  for (child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* Folds out all articles; whether they are there. */
static gboolean
open_all (GListModel *model)
{
  guint n = g_list_model_get_n_items (model);
  guint i;

  for (i = 0; i < MIN (n, 20); i++)
    {
      g_autoptr(GObject) item = g_list_model_get_item (model, i);

      if (VSL_IS_LIBRARY_FOLDER (item))
        vsl_library_folder_set_expanded (VSL_LIBRARY_FOLDER (item),
                                         g_str_equal (vsl_library_folder_get_key (VSL_LIBRARY_FOLDER (item)), "all"));
    }

  return n > 1000;
}

static void
before_paint_cb (GdkFrameClock *clock,
                 Bench         *bench)
{
  bench->begun = g_get_monotonic_time ();
}

static void
after_paint_cb (GdkFrameClock *clock,
                Bench         *bench)
{
  double ms = (double) (g_get_monotonic_time () - bench->begun) / 1000;

  if (bench->adjustment != NULL)
    g_array_append_val (bench->times, ms);
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       data)
{
  Bench *bench = data;
  GtkWidget *list = find_widget (bench->view, GTK_TYPE_LIST_VIEW);

  if (bench->adjustment == NULL)
    {
      if (open_all (G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list)))))
        bench->adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list));
      return G_SOURCE_CONTINUE;
    }

  gtk_adjustment_set_value (bench->adjustment, gtk_adjustment_get_value (bench->adjustment) + STEP);

  return G_SOURCE_CONTINUE;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  return *(const double *) a < *(const double *) b ? -1 : 1;
}

int
main (int   argc,
      char *argv[])
{
  VslDeskConfig config = { .data_dir = argc > 1 ? argv[1] : "." };
  Bench bench = { .n_frames = argc > 2 ? (guint) atoi (argv[2]) : 500 };
  g_autoptr(GError) error = NULL;
  g_autoptr(VslDesk) desk = vsl_desk_new (&config, &error);
  GtkWidget *window;
  GdkFrameClock *clock;

  if (desk == NULL)
    g_error ("%s", error->message);
  adw_init ();
  bench.times = g_array_new (FALSE, FALSE, sizeof (double));
  window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (window), 300, 900);
  bench.view = vsl_library_view_new ();
  gtk_window_set_child (GTK_WINDOW (window), bench.view);
  vsl_library_view_set_desk (VSL_LIBRARY_VIEW (bench.view), desk);
  gtk_window_present (GTK_WINDOW (window));
  clock = gtk_widget_get_frame_clock (window);
  g_signal_connect (clock, "before-paint", G_CALLBACK (before_paint_cb), &bench);
  g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint_cb), &bench);
  gtk_widget_add_tick_callback (bench.view, tick_cb, &bench, NULL);
  while (bench.times->len < bench.n_frames)
    g_main_context_iteration (NULL, TRUE);

  g_array_sort (bench.times, compare);
  g_print ("frames of %u new rows or so: p50 %.1f ms, p95 %.1f ms, longest %.1f ms\n", STEP / 60,
           g_array_index (bench.times, double, bench.times->len / 2),
           g_array_index (bench.times, double, bench.times->len * 95 / 100),
           g_array_index (bench.times, double, bench.times->len - 1));
  vsl_library_view_set_desk (VSL_LIBRARY_VIEW (bench.view), NULL);
  gtk_window_destroy (GTK_WINDOW (window));
  g_array_unref (bench.times);

  return 0;
}
