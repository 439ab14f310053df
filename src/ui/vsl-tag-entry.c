/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-tag-entry.h"

#include "ui/vsl-tag-match.h"
#include "ui/vsl-wrap-layout.h"

#include "core/vsl-text.h"

#include <glib/gi18n.h>
#include <string.h>

#define MAX_SUGGESTIONS 6

/**
 * VslTagEntry:
 *
 * The tags of an article as chips, and an entry for another one. Enter or a comma adds; tags that
 * were used before are offered while typing; the same tag is not added twice, and one that looks
 * like a known tag can be exchanged for it. The property `tags` follows what the person at the
 * keyboard does.
 */
struct _VslTagEntry
{
  AdwBin      parent_instance;

  GStrv       tags;        /* (owned) */
  GStrv       known;       /* (owned) (nullable) */
  char       *doubtful;    /* (owned) (nullable) the tag that looks like @similar */
  char       *similar;     /* (owned) (nullable) */

  GtkWidget  *chips;       /* (template), as all that follow */
  GtkWidget  *entry;
  GtkWidget  *suggestions;
  GtkWidget  *hint;
  GtkWidget  *hint_label;
  GtkWidget  *hint_button;
};

G_DEFINE_FINAL_TYPE (VslTagEntry, vsl_tag_entry, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_TAGS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static GtkWidget *
create_chip (const char *tag)
{
  GtkWidget *chip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *label = gtk_label_new (tag);
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");
  /* Translators: %s is a tag of the article */
  g_autofree char *name = g_strdup_printf (_("Remove the tag %s"), tag);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "tag.remove");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", tag);

  gtk_widget_add_css_class (chip, "tag-chip");
  gtk_box_append (GTK_BOX (chip), label);
  gtk_box_append (GTK_BOX (chip), button);

  return chip;
}

static void
show_chips (VslTagEntry *self)
{
  GtkWidget *chip;

  while ((chip = gtk_widget_get_first_child (self->chips)) != NULL)
    gtk_box_remove (GTK_BOX (self->chips), chip);
  for (char **tag = self->tags; *tag != NULL; tag++)
    gtk_box_append (GTK_BOX (self->chips), create_chip (*tag));

  gtk_widget_set_visible (self->chips, *self->tags != NULL);
}

/* Takes @tags. */
static void
take_tags (VslTagEntry *self,
           GStrv        tags)
{
  g_strfreev (self->tags);
  self->tags = tags;
  show_chips (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TAGS]);
}

static void
show_hint (VslTagEntry *self,
           const char  *text,
           const char  *button)
{
  gtk_label_set_label (GTK_LABEL (self->hint_label), text != NULL ? text : "");
  gtk_button_set_label (GTK_BUTTON (self->hint_button), button != NULL ? button : "");
  gtk_widget_set_visible (self->hint_button, button != NULL);
  gtk_widget_set_visible (self->hint, text != NULL);
}

/* The tags with @tag left out, or with @other (nullable) in its place. */
static GStrv
dup_tags_replacing (VslTagEntry *self,
                    const char  *tag,
                    const char  *other)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();

  for (char **t = self->tags; *t != NULL; t++)
    {
      if (!g_str_equal (*t, tag))
        g_strv_builder_add (builder, *t);
      else if (other != NULL)
        g_strv_builder_add (builder, other);
    }

  return g_strv_builder_end (builder);
}

static void
clear_doubt (VslTagEntry *self)
{
  g_clear_pointer (&self->doubtful, g_free);
  g_clear_pointer (&self->similar, g_free);
  show_hint (self, NULL, NULL);
}

static void
raise_doubt (VslTagEntry *self,
             const char  *tag,
             const char  *similar)
{
  /* Translators: both are tags; the first was typed just now */
  g_autofree char *text = g_strdup_printf (_("“%s” looks like the tag “%s” that was used before."),
                                           tag, similar);
  g_autofree char *button = g_strdup_printf (_("Use “%s”"), similar);

  g_free (self->doubtful);
  self->doubtful = g_strdup (tag);
  g_free (self->similar);
  self->similar = g_strdup (similar);
  show_hint (self, text, button);
}

static void
add_tag (VslTagEntry *self,
         const char  *text)
{
  g_autofree char *tag = vsl_text_collapse_spaces (text);
  g_autoptr(GStrvBuilder) builder = NULL;
  const char *similar;

  if (*tag == '\0')
    return;

  clear_doubt (self);
  if (vsl_tag_match_contains ((const char * const *) self->tags, tag))
    {
      g_autofree char *hint = g_strdup_printf (_("The article has the tag “%s” already."), tag);

      show_hint (self, hint, NULL);
      return;
    }

  builder = g_strv_builder_new ();
  g_strv_builder_addv (builder, (const char **) self->tags);
  g_strv_builder_add (builder, tag);

  similar = vsl_tag_match_find_similar ((const char * const *) self->known, tag);
  if (similar != NULL && !vsl_tag_match_contains ((const char * const *) self->tags, similar))
    raise_doubt (self, tag, similar);
  take_tags (self, g_strv_builder_end (builder));
}

static void
show_suggestions (VslTagEntry *self)
{
  g_autofree char *typed =
    vsl_text_collapse_spaces (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  g_auto(GStrv) tags = vsl_tag_match_complete ((const char * const *) self->known,
                                               (const char * const *) self->tags,
                                               typed, MAX_SUGGESTIONS);
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->suggestions), 0)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->suggestions), GTK_WIDGET (row));

  for (char **tag = tags; *tag != NULL; tag++)
    {
      GtkWidget *label = gtk_label_new (*tag);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_list_box_append (GTK_LIST_BOX (self->suggestions), label);
    }

  gtk_widget_set_visible (self->suggestions, *tags != NULL);
}

static void
add_typed (VslTagEntry *self)
{
  g_auto(GStrv) parts = g_strsplit_set (gtk_editable_get_text (GTK_EDITABLE (self->entry)),
                                        ",\r\n", -1);

  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  for (char **part = parts; *part != NULL; part++)
    add_tag (self, *part);
}

static void
entry_activated_cb (VslTagEntry *self)
{
  add_typed (self);
}

static void
entry_changed_cb (VslTagEntry *self)
{
  if (strpbrk (gtk_editable_get_text (GTK_EDITABLE (self->entry)), ",\r\n") != NULL)
    add_typed (self);
  else
    show_suggestions (self);
}

static void
suggestion_activated_cb (VslTagEntry   *self,
                         GtkListBoxRow *row)
{
  g_autofree char *tag = g_strdup (gtk_label_get_label (GTK_LABEL (gtk_list_box_row_get_child (row))));

  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  add_tag (self, tag);
  gtk_widget_grab_focus (self->entry);
}

static void
hint_clicked_cb (VslTagEntry *self)
{
  GStrv tags;

  if (self->doubtful == NULL)
    return;

  tags = dup_tags_replacing (self, self->doubtful, self->similar);
  clear_doubt (self);
  take_tags (self, tags);
  gtk_widget_grab_focus (self->entry);
}

static void
remove_activated (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  VslTagEntry *self = VSL_TAG_ENTRY (widget);

  clear_doubt (self);
  take_tags (self, dup_tags_replacing (self, g_variant_get_string (parameter, NULL), NULL));
  gtk_widget_grab_focus (self->entry);
}

/* Down goes to the suggestions, Escape drops what was typed. */
static gboolean
entry_key_pressed_cb (VslTagEntry     *self,
                      guint            keyval,
                      guint            keycode,
                      GdkModifierType  modifiers)
{
  if (keyval == GDK_KEY_Down && gtk_widget_get_visible (self->suggestions))
    return gtk_widget_child_focus (self->suggestions, GTK_DIR_TAB_FORWARD);

  if (keyval == GDK_KEY_Escape && *gtk_editable_get_text (GTK_EDITABLE (self->entry)) != '\0')
    {
      gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
      return GDK_EVENT_STOP;
    }

  return GDK_EVENT_PROPAGATE;
}

static void
vsl_tag_entry_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), VSL_TYPE_TAG_ENTRY);

  G_OBJECT_CLASS (vsl_tag_entry_parent_class)->dispose (object);
}

static void
vsl_tag_entry_finalize (GObject *object)
{
  VslTagEntry *self = VSL_TAG_ENTRY (object);

  g_strfreev (self->tags);
  g_strfreev (self->known);
  g_free (self->doubtful);
  g_free (self->similar);

  G_OBJECT_CLASS (vsl_tag_entry_parent_class)->finalize (object);
}

static void
vsl_tag_entry_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_TAGS:
      g_value_set_boxed (value, VSL_TAG_ENTRY (object)->tags);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vsl_tag_entry_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_TAGS:
      vsl_tag_entry_set_tags (VSL_TAG_ENTRY (object), g_value_get_boxed (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vsl_tag_entry_class_init (VslTagEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vsl_tag_entry_dispose;
  object_class->finalize = vsl_tag_entry_finalize;
  object_class->get_property = vsl_tag_entry_get_property;
  object_class->set_property = vsl_tag_entry_set_property;

  properties[PROP_TAGS] =
    g_param_spec_boxed ("tags", NULL, NULL, G_TYPE_STRV,
                        G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (VSL_TYPE_WRAP_LAYOUT);
  gtk_widget_class_install_action (widget_class, "tag.remove", "s", remove_activated);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/verslag/Verslag/ui/vsl-tag-entry.ui");
  gtk_widget_class_bind_template_child (widget_class, VslTagEntry, chips);
  gtk_widget_class_bind_template_child (widget_class, VslTagEntry, entry);
  gtk_widget_class_bind_template_child (widget_class, VslTagEntry, suggestions);
  gtk_widget_class_bind_template_child (widget_class, VslTagEntry, hint);
  gtk_widget_class_bind_template_child (widget_class, VslTagEntry, hint_label);
  gtk_widget_class_bind_template_child (widget_class, VslTagEntry, hint_button);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, suggestion_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, hint_clicked_cb);
}

static void
vsl_tag_entry_init (VslTagEntry *self)
{
  self->tags = g_new0 (char *, 1);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * vsl_tag_entry_new:
 *
 * Returns: (transfer floating): an entry without tags
 */
GtkWidget *
vsl_tag_entry_new (void)
{
  return g_object_new (VSL_TYPE_TAG_ENTRY, NULL);
}

/**
 * vsl_tag_entry_get_tags:
 *
 * Returns: (transfer none): the tags, in order
 */
const char * const *
vsl_tag_entry_get_tags (VslTagEntry *self)
{
  g_return_val_if_fail (VSL_IS_TAG_ENTRY (self), NULL);

  return (const char * const *) self->tags;
}

/**
 * vsl_tag_entry_set_tags:
 * @tags: (nullable): the tags to show; %NULL for none
 */
void
vsl_tag_entry_set_tags (VslTagEntry        *self,
                        const char * const *tags)
{
  static const char *const none[] = { NULL };

  g_return_if_fail (VSL_IS_TAG_ENTRY (self));

  if (tags == NULL)
    tags = none;
  if (g_strv_equal (tags, (const char * const *) self->tags))
    return;

  clear_doubt (self);
  take_tags (self, g_strdupv ((char **) tags));
}

/**
 * vsl_tag_entry_set_known:
 * @known: (nullable): the tags that were used before, to complete from
 */
void
vsl_tag_entry_set_known (VslTagEntry        *self,
                         const char * const *known)
{
  g_return_if_fail (VSL_IS_TAG_ENTRY (self));

  g_strfreev (self->known);
  self->known = g_strdupv ((char **) known);
}
