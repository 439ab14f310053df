/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-preflight-view.h"

#include <glib/gi18n.h>

/**
 * VslPreflightView:
 *
 * What there is to look at before an article goes to its readers; each leads to its place. What blocks
 * can be passed by with a reason, which whoever publishes keeps.
 *
 * Signal `changed`: it may go out now, or it may not any more.
 */
struct _VslPreflightView
{
  AdwBin        parent_instance;

  VslPreflight *preflight;        /* (owned) (nullable) */
  gboolean      strict;           /* what blocks does block */

  GtkWidget    *summary_icon;     /* (template), as all that follow */
  GtkWidget    *summary_label;
  GtkWidget    *list;
  GtkWidget    *override_box;
  GtkWidget    *reason_entry;
};

G_DEFINE_FINAL_TYPE (VslPreflightView, vsl_preflight_view, ADW_TYPE_BIN)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Where what has no place in the text is put right. */
static const struct
{
  const char *rule;
  const char *panel;
} panels[] = {
  { "publish.participants", "participants" },
  { "publish.tags", "article" },
  { "publish.alt", "article" },
  { "publish.credit", "article" },
};

static const char *
find_panel (VslFinding *finding)
{
  for (guint i = 0; i < G_N_ELEMENTS (panels); i++)
    if (g_str_equal (panels[i].rule, vsl_finding_get_rule (finding)))
      return panels[i].panel;

  return NULL;
}

static GtkWidget *
make_row (VslFinding *finding)
{
  gboolean blocks = vsl_finding_get_level (finding) == VSL_LEVEL_ERROR;
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE,
                                  "icon-name", blocks ? "dialog-error-symbolic" : "dialog-warning-symbolic",
                                  "valign", GTK_ALIGN_START, "margin-top", 2,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "label", vsl_finding_get_message (finding), "xalign", 0.0f,
                                   "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "hexpand", TRUE, NULL);
  g_autofree char *name = NULL;

  gtk_widget_add_css_class (icon, blocks ? "error" : "warning");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  name = g_strdup_printf ("%s: %s", blocks ? C_("check", "Blocks") : C_("check", "To look at"),
                          vsl_finding_get_message (finding));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_tooltip_text (row, _("Go to its place"));

  return row;
}

static void
show_list (VslPreflightView *self)
{
  GPtrArray *findings = self->preflight != NULL ? vsl_preflight_get_findings (self->preflight) : NULL;
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
  for (guint i = 0; findings != NULL && i < findings->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list), make_row (g_ptr_array_index (findings, i)));
  gtk_widget_set_visible (self->list, findings != NULL && findings->len > 0);
}

/* An update of what is shown must not take the keyboard from a row. */
static gboolean
same_findings (VslPreflight *a,
               VslPreflight *b)
{
  GPtrArray *first, *second;

  if (a == NULL || b == NULL)
    return FALSE;

  first = vsl_preflight_get_findings (a);
  second = vsl_preflight_get_findings (b);
  if (first->len != second->len)
    return FALSE;
  for (guint i = 0; i < first->len; i++)
    if (g_strcmp0 (vsl_finding_get_message (first->pdata[i]), vsl_finding_get_message (second->pdata[i])) != 0 ||
        vsl_finding_get_level (first->pdata[i]) != vsl_finding_get_level (second->pdata[i]))
      return FALSE;

  return TRUE;
}

static void
row_activated_cb (VslPreflightView *self,
                  GtkListBoxRow    *row)
{
  GPtrArray *findings = vsl_preflight_get_findings (self->preflight);
  VslFinding *finding = g_ptr_array_index (findings, gtk_list_box_row_get_index (row));
  const char *panel = find_panel (finding);

  if (panel != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-panel", "s", panel);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-text", "(suu)",
                                vsl_field_get_name (vsl_finding_get_field (finding)),
                                (guint) vsl_finding_get_offset (finding),
                                (guint) vsl_finding_get_length (finding));
}

static void
reason_changed_cb (VslPreflightView *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
vsl_preflight_view_dispose (GObject *object)
{
  VslPreflightView *self = VSL_PREFLIGHT_VIEW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), VSL_TYPE_PREFLIGHT_VIEW);
  g_clear_object (&self->preflight);

  G_OBJECT_CLASS (vsl_preflight_view_parent_class)->dispose (object);
}

static void
vsl_preflight_view_class_init (VslPreflightViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vsl_preflight_view_dispose;

  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/verslag/Verslag/ui/vsl-preflight-view.ui");
  gtk_widget_class_bind_template_child (widget_class, VslPreflightView, summary_icon);
  gtk_widget_class_bind_template_child (widget_class, VslPreflightView, summary_label);
  gtk_widget_class_bind_template_child (widget_class, VslPreflightView, list);
  gtk_widget_class_bind_template_child (widget_class, VslPreflightView, override_box);
  gtk_widget_class_bind_template_child (widget_class, VslPreflightView, reason_entry);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, reason_changed_cb);
}

static void
vsl_preflight_view_init (VslPreflightView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * vsl_preflight_view_new:
 *
 * Returns: (transfer floating): a view that shows nothing
 */
GtkWidget *
vsl_preflight_view_new (void)
{
  return g_object_new (VSL_TYPE_PREFLIGHT_VIEW, NULL);
}

/**
 * vsl_preflight_view_show:
 * @preflight: (nullable): what there is to look at
 * @strict: whether what blocks does so: a draft, which readers do not see, is never kept back
 *
 * Shows it from now on. What was typed as a reason stays.
 */
void
vsl_preflight_view_show (VslPreflightView *self,
                         VslPreflight     *preflight,
                         gboolean          strict)
{
  g_autofree char *summary = NULL;
  gboolean fine, blocked;

  g_return_if_fail (VSL_IS_PREFLIGHT_VIEW (self));
  g_return_if_fail (preflight == NULL || VSL_IS_PREFLIGHT (preflight));

  fine = preflight != NULL && vsl_preflight_get_findings (preflight)->len == 0;
  blocked = preflight != NULL && strict && vsl_preflight_count_blocking (preflight) > 0;
  if (!same_findings (self->preflight, preflight))
    {
      g_set_object (&self->preflight, preflight);
      show_list (self);
    }
  else
    {
      g_set_object (&self->preflight, preflight);
    }
  self->strict = strict;
  summary = preflight != NULL ? vsl_preflight_describe (preflight) : NULL;
  gtk_label_set_label (GTK_LABEL (self->summary_label), summary != NULL ? summary : "");
  gtk_image_set_from_icon_name (GTK_IMAGE (self->summary_icon),
                                fine ? "emblem-ok-symbolic"
                                : blocked ? "dialog-error-symbolic" : "dialog-information-symbolic");
  gtk_widget_set_visible (self->override_box, blocked);
}

/**
 * vsl_preflight_view_get_allowed:
 *
 * Returns: whether nothing blocks, or there is a reason to pass it by
 */
gboolean
vsl_preflight_view_get_allowed (VslPreflightView *self)
{
  g_autofree char *reason = NULL;

  g_return_val_if_fail (VSL_IS_PREFLIGHT_VIEW (self), FALSE);

  if (!self->strict || self->preflight == NULL || vsl_preflight_count_blocking (self->preflight) == 0)
    return TRUE;

  reason = vsl_preflight_view_dup_reason (self);

  return reason != NULL;
}

/**
 * vsl_preflight_view_dup_reason:
 *
 * Returns: (transfer full) (nullable): why what blocks is passed by; %NULL when nothing blocks, or no
 *   reason was given
 */
char *
vsl_preflight_view_dup_reason (VslPreflightView *self)
{
  g_autofree char *reason = NULL;

  g_return_val_if_fail (VSL_IS_PREFLIGHT_VIEW (self), NULL);

  if (!self->strict || self->preflight == NULL || vsl_preflight_count_blocking (self->preflight) == 0)
    return NULL;

  reason = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->reason_entry))));

  return *reason != '\0' ? g_steal_pointer (&reason) : NULL;
}

/**
 * vsl_preflight_view_clear:
 *
 * Forgets the reason: it was for another article, or has been used.
 */
void
vsl_preflight_view_clear (VslPreflightView *self)
{
  g_return_if_fail (VSL_IS_PREFLIGHT_VIEW (self));

  gtk_editable_set_text (GTK_EDITABLE (self->reason_entry), "");
}
