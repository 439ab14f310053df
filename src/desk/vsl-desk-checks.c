/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "config.h"

#include "desk/vsl-desk-checks.h"

#include "debate/vsl-speaker-likeness.h"
#include "desk/vsl-check-runner-private.h"
#include "desk/vsl-desk-private.h"

/**
 * vsl_desk_get_check_runner:
 * @self: the desk
 *
 * Returns: (transfer none): what checks the article that is being written; the same one for life
 */
VslCheckRunner *
vsl_desk_get_check_runner (VslDesk *self)
{
  g_return_val_if_fail (VSL_IS_DESK (self), NULL);

  if (self->checks == NULL)
    self->checks = vsl_check_runner_new (self->store);

  return self->checks;
}

/**
 * vsl_desk_find_speaker:
 * @article: an article
 * @label: what stands before speech in a transcript, such as “Blok, Iris (gemeente)”
 *
 * Returns: the index of the participant that @label means by likeness; -1 when it is none of them
 */
int
vsl_desk_find_speaker (VslArticle *article,
                       const char *label)
{
  guint i;

  g_return_val_if_fail (VSL_IS_ARTICLE (article), -1);
  g_return_val_if_fail (label != NULL, -1);

  for (i = 0; i < vsl_article_get_n_participants (article); i++)
    {
      const char *name = vsl_participant_get_name (vsl_article_get_participant (article, i));

      if (vsl_speaker_likeness_compare (label, name) == VSL_LIKENESS_SAME)
        return (int) i;
    }

  return -1;
}
