-- SPDX-License-Identifier: GPL-3.0-or-later
-- Copyright 2026 the Verslag authors
--
-- publishing: the queue, its history, settings of sites.

PRAGMA user_version = 4;
