/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "exchange/vsl-exchange.h"

VslImport *read_file    (const char *text,
                         VslFormat   format);
char      *make_digest  (VslArticle *article);
char      *write_file   (VslArticle *article,
                         VslFormat   format);
