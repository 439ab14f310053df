/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "ui/vsl-article-editor.h"
#include "ui/vsl-banner.h"
#include "ui/vsl-editor-place.h"
#include "ui/vsl-field-view.h"
#include "ui/vsl-find-bar.h"
#include "ui/vsl-name-completion.h"
#include "ui/vsl-page.h"
#include "ui/vsl-status-line.h"
#include "ui/vsl-text-places.h"

#include <gtksourceview/gtksource.h>

G_BEGIN_DECLS

/* For the files that the editor is written in. */
struct _VslArticleEditor
{
  GtkWidget        parent_instance;

  VslBanner       *banner;
  VslFindBar      *find_bar;
  GtkWidget       *scroller;
  VslPage         *page;
  VslFieldView    *kicker_view;
  VslFieldView    *headline_view;
  VslFieldView    *lead_view;
  VslFieldView    *byline_view;
  VslFieldView    *credit_view;
  GtkSourceView   *body_view;
  VslStatusLine   *status_line;

  VslDocument     *document; /* (owned) (nullable) */
  GBindingGroup   *fields;   /* (owned) */
  GSignalGroup    *signals;  /* (owned) */
  VslTextPlaces   *places;   /* (owned) of headline, lead and body */
  VslEditorPlace  *place;    /* (owned) where the person is */
  GPtrArray       *names;    /* (owned) VslNameCompletion of the fields with running text */
  gboolean         smart_quotes;
};

G_END_DECLS
