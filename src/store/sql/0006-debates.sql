-- SPDX-License-Identifier: GPL-3.0-or-later
-- Copyright 2026 the Verslag authors
--
-- persons, organisations, debates.

PRAGMA user_version = 6;
