/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "store/vsl-store-error.h"

/**
 * VslStoreError:
 *
 * Why the store did not do what it was asked, in the terms of what the person can do now. The
 * message of the error is a translated sentence.
 */
G_DEFINE_QUARK (vsl-store-error-quark, vsl_store_error)
