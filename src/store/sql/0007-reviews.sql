-- SPDX-License-Identifier: GPL-3.0-or-later
-- Copyright 2026 the Verslag authors
--
-- reviews by participants.

PRAGMA user_version = 7;
