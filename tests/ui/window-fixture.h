/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "panel-fixture.h"

#include "ui/vsl-window.h"

/* The whole window on a real desk in a folder of its own, with one article open. */
typedef struct
{
  char      *folder;
  VslDesk   *desk;
  VslWindow *window;
} WindowFixture;

void       window_fixture_init      (int             *argc,
                                     char          ***argv);
void       window_fixture_set_up    (WindowFixture   *fixture,
                                     gconstpointer    data);
void       window_fixture_tear_down (WindowFixture   *fixture,
                                     gconstpointer    data);
GtkWidget *window_fixture_part      (WindowFixture   *fixture,
                                     const char      *name);
GtkWidget *window_fixture_field     (WindowFixture   *fixture,
                                     const char      *name);
void       window_fixture_press     (WindowFixture   *fixture,
                                     const char      *keys);
void       window_fixture_type      (WindowFixture   *fixture,
                                     const char      *text);
void       window_fixture_resize    (WindowFixture   *fixture,
                                     const char      *width,
                                     const char      *height);
char      *window_fixture_dup_body  (WindowFixture   *fixture);
