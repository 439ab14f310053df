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

-- No trigrams: measured, they take an index of 15 KB an article. Prefixes of two and three letters
-- take a quarter more room, and are what somebody who types looks for: without them the index puts
-- together the articles of all words that begin so, which took seconds at 100,000 articles.
CREATE VIRTUAL TABLE search USING fts5 (
  headline, lead, body, participants, tags,
  tokenize = 'unicode61 remove_diacritics 2',
  prefix = '2 3'
);

INSERT INTO search (search, rank) VALUES ('rank', 'bm25 (10.0, 4.0, 1.0, 5.0, 5.0)');

PRAGMA user_version = 2;
