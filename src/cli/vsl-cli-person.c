/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cli"

#include "config.h"

#include "cli/vsl-cli-article-json.h"
#include "cli/vsl-cli-assignment.h"
#include "cli/vsl-cli-commands.h"
#include "cli/vsl-cli-table.h"

#include "desk/vsl-desk-people.h"

#include <glib/gi18n.h>
#include <string.h>

static void
add_role (JsonBuilder *builder,
          VslRole     *role)
{
  json_builder_begin_object (builder);
  vsl_cli_add_string (builder, "role", vsl_role_get_title (role));
  vsl_cli_add_string (builder, "organisation", vsl_role_get_organisation (role));
  vsl_cli_add_string (builder, "from", vsl_role_get_from (role));
  vsl_cli_add_string (builder, "until", vsl_role_get_until (role));
  json_builder_set_member_name (builder, "observed");
  json_builder_add_boolean_value (builder, vsl_role_get_observed (role));
  json_builder_end_object (builder);
}

static void
add_appearances (JsonBuilder *builder,
                 char       **appearances)
{
  guint i;

  json_builder_set_member_name (builder, "appearances");
  json_builder_begin_array (builder);
  for (i = 0; appearances != NULL && appearances[i] != NULL; i += 3)
    {
      json_builder_begin_object (builder);
      vsl_cli_add_string (builder, "kind", appearances[i]);
      vsl_cli_add_string (builder, "id", appearances[i + 1]);
      vsl_cli_add_string (builder, "name", appearances[i + 2]);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/* @appearances: (nullable) for a list, which leaves them out */
static void
add_person (JsonBuilder  *builder,
            VslContact   *contact,
            char        **appearances)
{
  const VslContactFields *fields = vsl_contact_get_fields (contact);
  guint i;

  json_builder_begin_object (builder);
  vsl_cli_add_string (builder, "id", fields->id);
  vsl_cli_add_string (builder, "name", vsl_contact_get_name (contact));
  vsl_cli_add_string (builder, "given", vsl_person_get_given (fields->person));
  vsl_cli_add_string (builder, "prefix", vsl_person_get_prefix (fields->person));
  vsl_cli_add_string (builder, "family", vsl_person_get_family (fields->person));
  json_builder_set_member_name (builder, "as_registered");
  json_builder_add_boolean_value (builder, vsl_person_get_as_registered (fields->person));
  vsl_cli_add_string (builder, "email", fields->email);
  vsl_cli_add_string (builder, "press_officer", fields->press_officer);
  vsl_cli_add_string (builder, "press_email", fields->press_email);
  vsl_cli_add_string (builder, "note", fields->note);
  vsl_cli_add_string (builder, "delete_after", fields->delete_after);
  json_builder_set_member_name (builder, "roles");
  json_builder_begin_array (builder);
  for (i = 0; i < fields->roles->len; i++)
    add_role (builder, g_ptr_array_index (fields->roles, i));
  json_builder_end_array (builder);
  if (appearances != NULL)
    add_appearances (builder, appearances);
  json_builder_end_object (builder);
}

static VslExit
list_people (VslCli  *cli,
             GError **error)
{
  g_autoptr(GPtrArray) people = vsl_desk_list_people (cli->desk, error);
  g_autoptr(VslCliTable) table = vsl_cli_table_new (2);
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  guint i;

  if (people == NULL)
    return VSL_EXIT_STORE;

  json_builder_begin_array (builder);
  for (i = 0; i < people->len; i++)
    {
      VslContact *contact = g_ptr_array_index (people, i);
      g_autoptr(VslParticipant) now = vsl_contact_make_participant (contact, NULL);
      g_autofree char *description = vsl_participant_dup_description (now);

      if (cli->json)
        add_person (builder, contact, NULL);
      else
        vsl_cli_table_add (table, vsl_contact_get_fields (contact)->id,
                           description, NULL);
    }
  json_builder_end_array (builder);
  if (cli->json)
    vsl_cli_print_json_builder (builder);
  else
    vsl_cli_table_print (table);

  return VSL_EXIT_DONE;
}

static VslExit
show_person (VslCli      *cli,
             VslContact  *contact,
             GError     **error)
{
  const VslContactFields *fields = vsl_contact_get_fields (contact);
  g_auto(GStrv) appearances = vsl_desk_list_appearances (cli->desk, fields->id, error);
  g_autoptr(JsonBuilder) builder = NULL;
  guint i;

  if (appearances == NULL)
    return VSL_EXIT_STORE;
  if (cli->json)
    {
      builder = json_builder_new ();
      add_person (builder, contact, appearances);
      vsl_cli_print_json_builder (builder);
      return VSL_EXIT_DONE;
    }

  g_print ("%s  %s\n", fields->id, vsl_contact_get_name (contact));
  for (i = 0; i < fields->roles->len; i++)
    {
      VslRole *role = g_ptr_array_index (fields->roles, i);

      g_print ("  %s – %s  %s, %s\n", vsl_role_get_from (role), vsl_role_get_until (role),
               vsl_role_get_title (role), vsl_role_get_organisation (role));
    }
  if (*fields->email != '\0')
    g_print ("%s\n", fields->email);
  if (*fields->press_officer != '\0' || *fields->press_email != '\0')
    g_print ("%s %s\n", fields->press_officer, fields->press_email);
  for (i = 0; appearances[i] != NULL; i += 3)
    g_print ("%s  %s\n", appearances[i + 1], appearances[i + 2]);

  return VSL_EXIT_DONE;
}

/* `role=TITLE; ORGANISATION; FROM; UNTIL` */
static VslRole *
parse_role (const char  *value,
            GError     **error)
{
  g_auto(GStrv) parts = g_strsplit (value, ";", 4);
  guint n = g_strv_length (parts), i;

  for (i = 0; i < n; i++)
    g_strstrip (parts[i]);
  for (i = 2; i < n; i++)
    {
      if (!vsl_cli_check_date (parts[i], FALSE, error))
        return NULL;
    }

  return vsl_role_new (n > 0 ? parts[0] : NULL, n > 1 ? parts[1] : NULL, n > 2 ? parts[2] : NULL,
                       n > 3 ? parts[3] : NULL, FALSE);
}

/* @roles with @role first. The same role from the same day is not another one: it is replaced. */
static GPtrArray *
add_to_roles (GPtrArray *roles,
              VslRole   *role)
{
  g_autoptr(GPtrArray) result = g_ptr_array_new_with_free_func (g_object_unref);
  guint i;

  g_ptr_array_add (result, role);
  for (i = 0; i < roles->len; i++)
    {
      VslRole *other = g_ptr_array_index (roles, i);

      if (vsl_role_get_observed (other) ||
          !g_str_equal (vsl_role_get_title (other), vsl_role_get_title (role)) ||
          !g_str_equal (vsl_role_get_organisation (other), vsl_role_get_organisation (role)) ||
          !g_str_equal (vsl_role_get_from (other), vsl_role_get_from (role)))
        g_ptr_array_add (result, g_object_ref (other));
    }

  return g_steal_pointer (&result);
}

/* The text of @fields that @name is about, for those that are plain text. */
static const char **
find_text (VslContactFields *fields,
           const char       *name)
{
  const struct
  {
    const char *name;
    const char **text;
  } texts[] = {
    { "email", &fields->email },             { "press_officer", &fields->press_officer },
    { "press_email", &fields->press_email }, { "note", &fields->note },
    { "delete_after", &fields->delete_after },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      if (g_str_equal (texts[i].name, name))
        return texts[i].text;
    }

  return NULL;
}

/* How a name is written is a rule of the person: it stays when the name is put right. */
static VslPerson *
parse_name (VslPerson  *old,
            const char *value)
{
  g_autoptr(VslPerson) parsed = vsl_person_new_from_text (value);

  return vsl_person_new (vsl_person_get_given (parsed), vsl_person_get_prefix (parsed),
                         vsl_person_get_family (parsed),
                         vsl_person_get_as_registered (parsed) ||
                         vsl_person_get_as_registered (old));
}

static VslPerson *
set_registered (VslPerson   *old,
                const char  *value,
                GError     **error)
{
  if (!g_str_equal (value, "yes") && !g_str_equal (value, "no"))
    {
      g_set_error (error, VSL_DESK_ERROR, VSL_DESK_ERROR_USAGE,
                   _("“%s” is not yes or no."), value);
      return NULL;
    }

  return vsl_person_new (vsl_person_get_given (old), vsl_person_get_prefix (old),
                         vsl_person_get_family (old), g_str_equal (value, "yes"));
}

/* The contact with one field changed. */
static gpointer
assign (gpointer                 object,
        const VslCliAssignment  *assignment,
        GError                 **error)
{
  VslContactFields fields = *vsl_contact_get_fields (object);
  const char **text = find_text (&fields, assignment->field);
  g_autoptr(VslPerson) person = NULL;
  g_autoptr(GPtrArray) roles = NULL;
  VslRole *role;

  if (text != NULL)
    *text = assignment->value;
  else if (g_str_equal (assignment->field, "name") && *assignment->value != '\0')
    fields.person = person = parse_name (fields.person, assignment->value);
  else if (g_str_equal (assignment->field, "as_registered"))
    fields.person = person = set_registered (fields.person, assignment->value, error);
  else if (g_str_equal (assignment->field, "role"))
    {
      role = parse_role (assignment->value, error);
      if (role == NULL)
        return NULL;
      fields.roles = roles = add_to_roles (fields.roles, role);
    }
  else
    return NULL;
  if (fields.person == NULL ||
      (text == &fields.delete_after && !vsl_cli_check_date (assignment->value, TRUE, error)))
    return NULL;

  return vsl_contact_new (&fields);
}

static VslExit
change_person (VslCli      *cli,
               VslContact  *contact,
               char       **arguments,
               GError     **error)
{
  g_autoptr(VslContact) changed =
    vsl_cli_assign (contact, arguments, assign,
                    "name, as_registered (yes, no), email, press_officer, press_email, note, "
                    "delete_after (2026-05-12), role (\"TITLE; ORGANISATION; FROM; UNTIL\")", error);
  g_autoptr(VslContact) stored = NULL;
  g_autoptr(JsonBuilder) builder = NULL;

  if (changed == NULL)
    return VSL_EXIT_USAGE;
  stored = vsl_desk_save_person (cli->desk, changed, error);
  if (stored == NULL)
    return VSL_EXIT_STORE;
  if (!cli->json)
    {
      g_print ("%s\n", vsl_contact_get_fields (stored)->id);
      return VSL_EXIT_DONE;
    }

  builder = json_builder_new ();
  add_person (builder, stored, NULL);
  vsl_cli_print_json_builder (builder);

  return VSL_EXIT_DONE;
}

static VslExit
merge_people (VslCli      *cli,
              VslContact  *keep,
              const char  *other,
              GError     **error)
{
  g_autoptr(VslContact) gone = vsl_desk_find_person (cli->desk, other, error);
  const char *keep_id = vsl_contact_get_fields (keep)->id;

  if (gone == NULL)
    return VSL_EXIT_NOT_FOUND;
  if (g_str_equal (keep_id, vsl_contact_get_fields (gone)->id))
    {
      g_set_error_literal (error, VSL_DESK_ERROR, VSL_DESK_ERROR_USAGE,
                           _("These are the same person already."));
      return VSL_EXIT_USAGE;
    }
  if (!vsl_desk_merge_people (cli->desk, keep_id, vsl_contact_get_fields (gone)->id, error))
    return VSL_EXIT_STORE;

  if (!cli->json)
    g_print ("%s\n", keep_id);

  return VSL_EXIT_DONE;
}

static VslExit
run_with_person (VslCli   *cli,
                 char    **argv,
                 GError  **error)
{
  g_autoptr(VslContact) contact = vsl_desk_find_person (cli->desk, argv[2], error);

  if (contact == NULL)
    return VSL_EXIT_NOT_FOUND;
  if (g_str_equal (argv[1], "set"))
    return change_person (cli, contact, argv + 3, error);
  if (g_str_equal (argv[1], "merge"))
    return merge_people (cli, contact, argv[3], error);
  if (g_str_equal (argv[1], "delete"))
    return vsl_desk_delete_person (cli->desk, vsl_contact_get_fields (contact)->id, error)
           ? VSL_EXIT_DONE : VSL_EXIT_STORE;

  return show_person (cli, contact, error);
}

/**
 * vsl_cli_person:
 * @cli: the run
 * @argc: number of arguments
 * @argv: (array length=argc): the arguments, the name of the command first
 * @error: return location for an error
 *
 * `person`: the directory of everybody who took part.
 *
 * Returns: the exit code
 */
VslExit
vsl_cli_person (VslCli  *cli,
                int      argc,
                char   **argv,
                GError **error)
{
  static const struct
  {
    const char *verb;
    int min;
    int max;
    gboolean writes;
  } verbs[] = {
    { "list", 1, 1, FALSE },      { "show", 2, 2, FALSE },   { "set", 3, G_MAXINT, TRUE },
    { "merge", 3, 3, TRUE },      { "delete", 2, 2, TRUE },
  };
  GOptionEntry entries[] = { { NULL } };
  guint i;

  if (!vsl_cli_parse (cli, argv[0], entries, &argc, &argv, error))
    return VSL_EXIT_USAGE;
  for (i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      if (argc > 1 && g_str_equal (argv[1], verbs[i].verb))
        break;
    }
  if (i == G_N_ELEMENTS (verbs))
    {
      g_set_error (error, VSL_DESK_ERROR, VSL_DESK_ERROR_USAGE,
                   _("“%s” is not list, show, set, merge or delete."), argc > 1 ? argv[1] : "");
      return VSL_EXIT_USAGE;
    }
  if (!vsl_cli_need_args (cli, argc, argv, verbs[i].min, verbs[i].max, error))
    return VSL_EXIT_USAGE;
  /* Reading brings the directory up to date with the articles; beside an open window, which does
   * that itself, it is read as it is. */
  if (!vsl_cli_open (cli, TRUE, verbs[i].writes ? error : NULL) &&
      (verbs[i].writes || !vsl_cli_open (cli, FALSE, error)))
    return VSL_EXIT_STORE;

  return i == 0 ? list_people (cli, error) : run_with_person (cli, argv, error);
}
