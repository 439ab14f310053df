/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "desk/vsl-document.h"

G_BEGIN_DECLS

GListModel *vsl_document_get_pictures    (VslDocument *self);
void        vsl_document_insert_picture  (VslDocument *self,
                                          guint        position,
                                          VslPicture  *picture);
void        vsl_document_replace_picture (VslDocument *self,
                                          guint        position,
                                          VslPicture  *picture);
void        vsl_document_remove_picture  (VslDocument *self,
                                          guint        position);
void        vsl_document_move_picture    (VslDocument *self,
                                          guint        position,
                                          guint        to);
void        vsl_document_exchange_picture (VslDocument *self,
                                          guint        position,
                                          VslPicture  *picture);
void        vsl_document_feature_picture (VslDocument *self,
                                          guint        position);

G_END_DECLS
