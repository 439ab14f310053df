/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  VSL_CONTAINER_NONE,
  VSL_CONTAINER_STREAMER,
  VSL_CONTAINER_BOX,
  VSL_CONTAINER_PARTICIPANTS
} VslContainerKind;

/**
 * VslContainer:
 * @kind: what it is
 * @title: (owned): the title of a box as it was typed, plain text; empty when it has none
 * @byte_offset: where its first line begins in the body, in bytes
 * @title_byte_offset: where its title begins in the body, in bytes
 *
 * A fenced container of the body: a pull quote, a box, or the place of the participants.
 */
typedef struct
{
  VslContainerKind kind;
  char *title;
  gsize byte_offset;
  gsize title_byte_offset;
} VslContainer;

/**
 * VslContainerFence:
 * @line: the line it is, from 1
 * @byte_offset: where the line begins, in bytes
 * @byte_length: its length without its end, in bytes
 * @container: (owned) (nullable): what it opens; %NULL when it closes the innermost one
 * @empty: whether the container it opens also ends here
 *
 * A line of the body that opens or closes a container.
 */
typedef struct
{
  gsize line;
  gsize byte_offset;
  gsize byte_length;
  VslContainer *container;
  gboolean empty;
} VslContainerFence;

VslContainer *vsl_container_new  (VslContainerKind  kind,
                                  const char       *title,
                                  gsize             title_length) G_GNUC_WARN_UNUSED_RESULT;
void          vsl_container_free (VslContainer     *self);
GArray       *vsl_container_scan (const char       *text,
                                  gsize             length) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VslContainer, vsl_container_free)

G_END_DECLS
