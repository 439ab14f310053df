-- SPDX-License-Identifier: GPL-3.0-or-later
-- Copyright 2026 the Verslag authors
--
-- The shape of cache.db, which may be thrown away at any time: it is never migrated, but made again
-- when its version is another one than the program's.

PRAGMA application_id = 1448299587;

-- What is indexed. The numbers are handed out in the order in which articles were made, so that
-- `ORDER BY number DESC` is newest first without sorting.
CREATE TABLE entry (
  number     INTEGER PRIMARY KEY,
  id         TEXT    NOT NULL UNIQUE,
  revision   INTEGER NOT NULL,
  status     TEXT    NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;

CREATE INDEX entry_by_time ON entry (updated_at);

-- No trigrams and no prefix index: measured, they cost more than they gain (an index of 15 KB an
-- article for the one; double the size for a millisecond for the other).
CREATE VIRTUAL TABLE search USING fts5 (
  headline, lead, body, participants, tags,
  tokenize = 'unicode61 remove_diacritics 2'
);

INSERT INTO search (search, rank) VALUES ('rank', 'bm25 (10.0, 4.0, 1.0, 5.0, 5.0)');

PRAGMA user_version = 1;
