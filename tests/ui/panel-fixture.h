/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "desk/vsl-desk.h"

#include <adwaita.h>

/* A window with an inspector, on a real desk in a folder of its own, with one new article open. */
typedef struct
{
  char        *folder;
  VslDesk     *desk;
  VslDocument *document;
  GtkWidget   *window;
  GtkWidget   *inspector;
} PanelFixture;

typedef gboolean (*PanelCondition) (gpointer data);

void            panel_fixture_init              (int             *argc,
                                                 char          ***argv);
void            panel_fixture_set_up            (PanelFixture    *fixture,
                                                 gconstpointer    data);
void            panel_fixture_tear_down         (PanelFixture    *fixture,
                                                 gconstpointer    data);
GtkWidget      *panel_fixture_show              (PanelFixture    *fixture,
                                                 const char      *panel);
VslParticipant *panel_fixture_get_participant   (PanelFixture    *fixture,
                                                 guint            position);
guint           panel_fixture_count_participants (PanelFixture   *fixture);

GtkWidget      *panel_find                      (GtkWidget       *root,
                                                 GType            type,
                                                 guint            nth);
GtkWidget      *panel_part                      (GtkWidget       *widget,
                                                 const char      *name);
void            panel_wait                      (PanelCondition   condition,
                                                 gpointer         data);
void            panel_press                     (PanelFixture    *fixture,
                                                 const char      *keys);
void            panel_click                     (GtkWidget       *button);
