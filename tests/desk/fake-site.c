/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "fake-site.h"

#define FAKE_TYPE_CMS (fake_cms_get_type ())
G_DECLARE_FINAL_TYPE (FakeCms, fake_cms, FAKE, CMS, VslCms)

struct _FakeCms
{
  VslCms parent_instance;

  FakeSite *site; /* (unowned) */
};

G_DEFINE_FINAL_TYPE (FakeCms, fake_cms, VSL_TYPE_CMS)

static gboolean
find_position (FakeSite   *site,
               const char *token,
               guint      *position)
{
  guint i;

  for (i = 0; i < site->copies->len; i++)
    {
      if (g_str_equal (vsl_remote_copy_get_token (g_ptr_array_index (site->copies, i)), token))
        {
          *position = i;
          return TRUE;
        }
    }

  return FALSE;
}

static Fault
take_fault (const Fault *faults,
            guint       *n)
{
  guint index = (*n)++;

  return index < MAX_FAULTS ? faults[index] : FAULT_NONE;
}

/* Without looking whether there is one already: that is what a real site does. */
static VslRemoteCopy *
add_draft (FakeSite   *site,
           const char *token)
{
  g_autofree char *id = g_strdup_printf ("%u", site->copies->len + 1);
  VslRemoteCopy *copy = vsl_remote_copy_new (id, token, VSL_REMOTE_DRAFT, "https://example.org/?p=1",
                                             NULL, NULL, NULL, "draft");

  g_ptr_array_add (site->copies, copy);

  return copy;
}

static VslRemoteCopy *
write_copy (FakeSite            *site,
            const VslCmsRequest *request,
            guint                position)
{
  VslRemoteCopy *before = g_ptr_array_index (site->copies, position);
  VslRemoteStatus status = request->status;

  if (site->may != 0 && status == VSL_REMOTE_PUBLISH)
    status = site->may;
  site->copies->pdata[position] =
    vsl_remote_copy_new (vsl_remote_copy_get_remote_id (before), request->token, status,
                         "https://example.org/?p=1", NULL, NULL, NULL,
                         vsl_article_get_text (request->article, VSL_FIELD_HEADLINE));
  g_object_unref (before);

  return site->copies->pdata[position];
}

static gboolean
return_fault (GTask *task,
              Fault  fault)
{
  static const VslCmsError codes[] = {
    [FAULT_LOST_REPLY] = VSL_CMS_ERROR_IN_DOUBT, [FAULT_LOST_REQUEST] = VSL_CMS_ERROR_IN_DOUBT,
    [FAULT_LATE] = VSL_CMS_ERROR_IN_DOUBT,       [FAULT_BUSY] = VSL_CMS_ERROR_BUSY,
    [FAULT_AUTH] = VSL_CMS_ERROR_AUTH,           [FAULT_REJECTED] = VSL_CMS_ERROR_REJECTED,
    [FAULT_CONFLICT] = VSL_CMS_ERROR_CONFLICT,   [FAULT_GONE] = VSL_CMS_ERROR_NOT_FOUND,
  };

  if (fault == FAULT_NONE)
    return FALSE;

  g_task_return_new_error (task, VSL_CMS_ERROR, codes[fault], "A fault of the test.");

  return TRUE;
}

static void
fake_cms_find_async (VslCms              *cms,
                     const char          *token,
                     GCancellable        *cancellable,
                     GAsyncReadyCallback  callback,
                     gpointer             user_data)
{
  FakeSite *site = FAKE_CMS (cms)->site;
  g_autoptr(GTask) task = g_task_new (cms, cancellable, callback, user_data);
  guint position;

  if (return_fault (task, take_fault (site->find, &site->n_finds)))
    return;
  if (find_position (site, token, &position))
    g_task_return_pointer (task, g_object_ref (site->copies->pdata[position]), g_object_unref);
  else
    g_task_return_pointer (task, NULL, NULL);
  if (site->late_token != NULL)
    add_draft (site, site->late_token);
  g_clear_pointer (&site->late_token, g_free);
}

static void
fake_cms_fetch_async (VslCms              *cms,
                      const char          *remote_id,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  FakeSite *site = FAKE_CMS (cms)->site;
  g_autoptr(GTask) task = g_task_new (cms, cancellable, callback, user_data);
  guint i;

  for (i = 0; i < site->copies->len; i++)
    {
      VslRemoteCopy *copy = site->copies->pdata[i];
      const char *headline = vsl_remote_copy_get_content_hash (copy);
      g_autoptr(VslRemoteText) text = NULL;

      if (!g_str_equal (vsl_remote_copy_get_remote_id (copy), remote_id))
        continue;
      text = site->theirs != NULL ? g_object_ref (site->theirs)
             : vsl_remote_text_new (headline, NULL, "Tekst van daar.", "other", headline, 0);
      g_task_return_pointer (task, vsl_remote_copy_new_with_text (copy, text), g_object_unref);
      return;
    }
  return_fault (task, FAULT_GONE);
}

static void
fake_cms_create_async (VslCms              *cms,
                       const VslCmsRequest *request,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  FakeSite *site = FAKE_CMS (cms)->site;
  g_autoptr(GTask) task = g_task_new (cms, cancellable, callback, user_data);
  Fault fault = take_fault (site->create, &site->n_creates);
  VslRemoteCopy *copy = NULL;

  if (fault == FAULT_NONE || fault == FAULT_LOST_REPLY)
    copy = add_draft (site, request->token);
  if (fault == FAULT_LATE)
    site->late_token = g_strdup (request->token);
  if (!return_fault (task, fault))
    g_task_return_pointer (task, g_object_ref (copy), g_object_unref);
}

/* As the real clients: what is there already as it would be written is no conflict. */
static void
fake_cms_update_async (VslCms              *cms,
                       const VslCmsRequest *request,
                       VslRemoteCopy       *base,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  FakeSite *site = FAKE_CMS (cms)->site;
  g_autoptr(GTask) task = g_task_new (cms, cancellable, callback, user_data);
  Fault fault = take_fault (site->update, &site->n_updates);
  VslRemoteCopy *copy = NULL;
  guint position;

  if (!find_position (site, vsl_remote_copy_get_token (base), &position))
    fault = FAULT_GONE;
  else if (fault == FAULT_NONE || fault == FAULT_LOST_REPLY)
    {
      const char *there = vsl_remote_copy_get_content_hash (site->copies->pdata[position]);
      const char *ours = vsl_article_get_text (request->article, VSL_FIELD_HEADLINE);

      if (g_str_equal (there, vsl_remote_copy_get_content_hash (base)) || g_str_equal (there, ours))
        copy = write_copy (site, request, position);
      else
        fault = FAULT_CONFLICT;
    }
  if (!return_fault (task, fault))
    g_task_return_pointer (task, g_object_ref (copy), g_object_unref);
}

static VslRemoteCopy *
fake_cms_copy_finish (VslCms        *cms,
                      GAsyncResult  *result,
                      GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
fake_cms_missing_terms_async (VslCms              *cms,
                              VslArticle          *article,
                              VslPlacement        *placement,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  const char *missing = FAKE_CMS (cms)->site->missing;
  GPtrArray *terms = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GTask) task = g_task_new (cms, cancellable, callback, user_data);

  if (missing != NULL)
    g_ptr_array_add (terms, vsl_missing_term_new (VSL_TERM_TAG, missing, NULL));
  g_task_return_pointer (task, terms, (GDestroyNotify) g_ptr_array_unref);
}

static GPtrArray *
fake_cms_missing_terms_finish (VslCms        *cms,
                               GAsyncResult  *result,
                               GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
fake_cms_class_init (FakeCmsClass *klass)
{
  VslCmsClass *cms_class = VSL_CMS_CLASS (klass);

  cms_class->find_async = fake_cms_find_async;
  cms_class->find_finish = fake_cms_copy_finish;
  cms_class->fetch_async = fake_cms_fetch_async;
  cms_class->fetch_finish = fake_cms_copy_finish;
  cms_class->create_async = fake_cms_create_async;
  cms_class->create_finish = fake_cms_copy_finish;
  cms_class->update_async = fake_cms_update_async;
  cms_class->update_finish = fake_cms_copy_finish;
  cms_class->missing_terms_async = fake_cms_missing_terms_async;
  cms_class->missing_terms_finish = fake_cms_missing_terms_finish;
}

static void
fake_cms_init (FakeCms *self)
{
}

void
fake_site_init (FakeSite *self)
{
  *self = (FakeSite) { .copies = g_ptr_array_new_with_free_func (g_object_unref) };
}

void
fake_site_clear (FakeSite *self)
{
  g_ptr_array_unref (self->copies);
  g_free (self->late_token);
  g_clear_object (&self->theirs);
}

VslCms *
fake_site_client (FakeSite *self)
{
  FakeCms *cms = g_object_new (FAKE_TYPE_CMS, NULL);

  cms->site = self;

  return VSL_CMS (cms);
}
