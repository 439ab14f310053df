/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "config.h"

#include "desk/vsl-preflight.h"

#include "checks/vsl-publish-rules.h"
#include "core/vsl-concern.h"
#include "core/vsl-site-choices.h"
#include "desk/vsl-publication-words.h"

#include <glib/gi18n.h>

struct _VslPreflight
{
  GObject    parent_instance;

  GPtrArray *findings; /* (owned) of VslFinding: what blocks first */
  guint      blocking;
};

G_DEFINE_FINAL_TYPE (VslPreflight, vsl_preflight, G_TYPE_OBJECT)

/* What can be the matter with a quotation, as a check of its own. */
static const struct
{
  VslConcern concern;
  const char *name;
  VslLevel level;
  const char *message;
} quotation_rules[] = {
  { VSL_CONCERN_OFF_THE_RECORD, "quotation.off-the-record", VSL_LEVEL_ERROR,
    N_("“%s” was said off the record: take it out of the article.") },
  { VSL_CONCERN_OTHER_SPEAKER, "quotation.other-speaker", VSL_LEVEL_ERROR,
    N_("“%s” was said by somebody else, according to the transcript.") },
  { VSL_CONCERN_NOT_FOUND, "quotation.not-found", VSL_LEVEL_ERROR,
    N_("“%s” is not in the transcript.") },
  { VSL_CONCERN_UNTRACED, "quotation.headline", VSL_LEVEL_ERROR,
    N_("The headline quotes “%s”, which the article does not say.") },
  { VSL_CONCERN_STALE, "quotation.streamer", VSL_LEVEL_WARNING,
    N_("The pull quote “%s” is not what the article says now.") },
  { VSL_CONCERN_EDITED, "quotation.edited", VSL_LEVEL_WARNING,
    N_("“%s” differs from what was said.") },
  { VSL_CONCERN_UNATTRIBUTED, "quotation.speaker", VSL_LEVEL_WARNING,
    N_("It is not clear who says “%s”.") },
  { VSL_CONCERN_UNBALANCED, "quotation.marks", VSL_LEVEL_WARNING,
    N_("A quotation mark is missing or one too many at “%s”.") },
};

/* Enough of a long quotation to know it again. */
#define MAX_SHOWN 60

static char *
shorten (const char *text)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (text, -1) <= MAX_SHOWN)
    return g_strdup (text);

  start = g_utf8_substring (text, 0, MAX_SHOWN);

  return g_strconcat (g_strchomp (start), "…", NULL);
}

/* Whether a check keeps an article from readers of the site; @blocks: (nullable): what the house chose. */
static gboolean
is_blocking (const char *name,
             VslLevel    level,
             const char *blocks)
{
  g_auto(GStrv) names = NULL;

  if (blocks == NULL || *blocks == '\0')
    return level == VSL_LEVEL_ERROR;

  names = g_strsplit (blocks, ",", -1);
  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_equal (g_strstrip (names[i]), name))
      return TRUE;

  return FALSE;
}

static void
take (GPtrArray  *findings,
      VslFinding *finding,
      const char *blocks)
{
  g_autoptr(VslFinding) owned = finding;
  gboolean blocking = is_blocking (vsl_finding_get_rule (finding), vsl_finding_get_level (finding), blocks);

  g_ptr_array_add (findings, vsl_finding_new (vsl_finding_get_rule (finding),
                                              blocking ? VSL_LEVEL_ERROR : VSL_LEVEL_WARNING,
                                              vsl_finding_get_field (finding),
                                              vsl_finding_get_offset (finding),
                                              vsl_finding_get_length (finding),
                                              vsl_finding_get_text (finding),
                                              vsl_finding_get_message (finding), NULL));
}

/* NULL when nothing is the matter with it. */
static VslFinding *
judge_quotation (VslQuotation *quotation)
{
  VslConcern concern = vsl_concern_of_quotation (quotation);
  g_autofree char *shown = NULL;
  g_autofree char *message = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (quotation_rules); i++)
    {
      if (quotation_rules[i].concern != concern)
        continue;
      shown = shorten (vsl_quotation_get_text (quotation));
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
      message = g_strdup_printf (_(quotation_rules[i].message), shown);
#pragma GCC diagnostic pop
      return vsl_finding_new (quotation_rules[i].name, quotation_rules[i].level,
                              vsl_quotation_get_field (quotation), vsl_quotation_get_offset (quotation),
                              vsl_quotation_get_length (quotation), vsl_quotation_get_text (quotation),
                              message, NULL);
    }

  return NULL;
}

/* What blocks first; else in the order in which a reader meets it. */
static int
compare (gconstpointer a,
         gconstpointer b)
{
  VslFinding *first = *(VslFinding * const *) a;
  VslFinding *second = *(VslFinding * const *) b;

  if (vsl_finding_get_level (first) != vsl_finding_get_level (second))
    return vsl_finding_get_level (first) < vsl_finding_get_level (second) ? -1 : 1;
  if (vsl_finding_get_field (first) != vsl_finding_get_field (second))
    return vsl_finding_get_field (first) < vsl_finding_get_field (second) ? -1 : 1;

  return (vsl_finding_get_offset (first) > vsl_finding_get_offset (second)) -
         (vsl_finding_get_offset (first) < vsl_finding_get_offset (second));
}

static void
vsl_preflight_finalize (GObject *object)
{
  VslPreflight *self = VSL_PREFLIGHT (object);

  g_clear_pointer (&self->findings, g_ptr_array_unref);

  G_OBJECT_CLASS (vsl_preflight_parent_class)->finalize (object);
}

static void
vsl_preflight_class_init (VslPreflightClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vsl_preflight_finalize;
}

static void
vsl_preflight_init (VslPreflight *self)
{
  self->findings = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * vsl_preflight_new:
 * @article: what is to go out
 * @site: where; its settings say which checks block
 * @report: (nullable): what was found about the quotations of the same article
 *
 * Some milliseconds for a long article.
 *
 * Returns: (transfer full): what there is to look at
 */
VslPreflight *
vsl_preflight_new (VslArticle     *article,
                   VslSite        *site,
                   VslCheckReport *report)
{
  VslPreflight *self;
  const char *blocks;
  g_autoptr(GPtrArray) found = NULL;
  GPtrArray *quotations;

  g_return_val_if_fail (VSL_IS_ARTICLE (article), NULL);
  g_return_val_if_fail (VSL_IS_SITE (site), NULL);
  g_return_val_if_fail (report == NULL || VSL_IS_CHECK_REPORT (report), NULL);

  self = g_object_new (VSL_TYPE_PREFLIGHT, NULL);
  blocks = vsl_site_get_setting (site, VSL_SITE_BLOCKS);
  found = vsl_publish_rules_apply (article);
  for (guint i = 0; i < found->len; i++)
    take (self->findings, g_object_ref (g_ptr_array_index (found, i)), blocks);

  quotations = report != NULL ? vsl_check_report_get_in_order (report) : NULL;
  for (guint i = 0; quotations != NULL && i < quotations->len; i++)
    {
      VslFinding *finding = judge_quotation (g_ptr_array_index (quotations, i));

      if (finding != NULL)
        take (self->findings, finding, blocks);
    }

  g_ptr_array_sort (self->findings, compare);
  for (guint i = 0; i < self->findings->len; i++)
    if (vsl_finding_get_level (g_ptr_array_index (self->findings, i)) == VSL_LEVEL_ERROR)
      self->blocking++;

  return self;
}

/**
 * vsl_preflight_get_findings:
 * @self: what there is to look at
 *
 * Returns: (transfer none) (element-type VslFinding): each; at level error what blocks, and that first
 */
GPtrArray *
vsl_preflight_get_findings (VslPreflight *self)
{
  g_return_val_if_fail (VSL_IS_PREFLIGHT (self), NULL);

  return self->findings;
}

/**
 * vsl_preflight_count_blocking:
 * @self: what there is to look at
 *
 * Returns: how many of the findings the house lets nothing pass with
 */
guint
vsl_preflight_count_blocking (VslPreflight *self)
{
  g_return_val_if_fail (VSL_IS_PREFLIGHT (self), 0);

  return self->blocking;
}

/**
 * vsl_preflight_describe:
 * @self: what there is to look at
 *
 * Returns: (transfer full): how it stands, in one translated sentence
 */
char *
vsl_preflight_describe (VslPreflight *self)
{
  guint others;
  g_autofree char *blocking = NULL;
  g_autofree char *rest = NULL;

  g_return_val_if_fail (VSL_IS_PREFLIGHT (self), NULL);

  others = self->findings->len - self->blocking;
  if (self->findings->len == 0)
    return g_strdup (_("Nothing stands in the way."));

  blocking = g_strdup_printf (ngettext ("%u thing has to be put right first.",
                                        "%u things have to be put right first.", self->blocking),
                              self->blocking);
  rest = g_strdup_printf (ngettext ("%u thing to look at.", "%u things to look at.", others), others);
  if (others == 0)
    return g_steal_pointer (&blocking);
  if (self->blocking == 0)
    return g_steal_pointer (&rest);

  return g_strdup_printf ("%s %s", blocking, rest);
}

/**
 * vsl_preflight_describe_override:
 * @self: what there is to look at
 * @site: where it goes all the same
 * @reason: why, as it was typed
 *
 * Returns: (transfer full): the name of the version that keeps that with the history of the article
 */
char *
vsl_preflight_describe_override (VslPreflight *self,
                                 VslSite      *site,
                                 const char   *reason)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (VSL_IS_PREFLIGHT (self) && VSL_IS_SITE (site) && reason != NULL, NULL);

  name = vsl_publication_words_site (site);

  /* Translators: a number, a site, and the reason that somebody gave. */
  return g_strdup_printf (ngettext ("To %2$s in spite of %1$u check: %3$s",
                                    "To %2$s in spite of %1$u checks: %3$s", self->blocking),
                          self->blocking, name, reason);
}

/**
 * vsl_preflight_count_rules:
 *
 * Returns: how many checks there are
 */
guint
vsl_preflight_count_rules (void)
{
  return vsl_publish_rules_count () + G_N_ELEMENTS (quotation_rules);
}

/**
 * vsl_preflight_get_rule:
 * @index: from 0
 * @blocks: (out) (optional): whether it blocks where the house says nothing else
 *
 * Returns: (transfer none): the stable name of a check, never translated
 */
const char *
vsl_preflight_get_rule (guint     index,
                        gboolean *blocks)
{
  guint n = vsl_publish_rules_count ();
  VslLevel level;

  g_return_val_if_fail (index < vsl_preflight_count_rules (), NULL);

  level = index < n ? vsl_publish_rules_get_level (index) : quotation_rules[index - n].level;
  if (blocks != NULL)
    *blocks = level == VSL_LEVEL_ERROR;

  return index < n ? vsl_publish_rules_get_name (index) : quotation_rules[index - n].name;
}

/**
 * vsl_preflight_has_rule:
 * @name: a name
 *
 * Returns: whether there is a check of that name
 */
gboolean
vsl_preflight_has_rule (const char *name)
{
  g_return_val_if_fail (name != NULL, FALSE);

  for (guint i = 0; i < vsl_preflight_count_rules (); i++)
    if (g_str_equal (vsl_preflight_get_rule (i, NULL), name))
      return TRUE;

  return FALSE;
}

/**
 * vsl_preflight_list_rules:
 *
 * Returns: (transfer full): the names of all checks, with commas
 */
char *
vsl_preflight_list_rules (void)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < vsl_preflight_count_rules (); i++)
    g_ptr_array_add (names, (char *) vsl_preflight_get_rule (i, NULL));
  g_ptr_array_add (names, NULL);

  return g_strjoinv (", ", (char **) names->pdata);
}
