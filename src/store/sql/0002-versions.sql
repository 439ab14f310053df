-- SPDX-License-Identifier: GPL-3.0-or-later
-- Copyright 2026 the Verslag authors
--
-- Versions of articles, and where the writer was when the program ended.

-- What articles read like at some moment, each text once, however many versions have it. `packed` is
-- the deflated form of store/vsl-article-content, `hash` the SHA-256 of it before it was deflated.
CREATE TABLE content (
  number INTEGER PRIMARY KEY,
  hash   TEXT    NOT NULL UNIQUE CHECK (length (hash) = 64),
  length INTEGER NOT NULL,
  packed BLOB    NOT NULL
) STRICT;

-- Rows are added and, when they are old, thinned out; never changed but for their name.
CREATE TABLE snapshot (
  number     INTEGER PRIMARY KEY AUTOINCREMENT,
  article    INTEGER NOT NULL REFERENCES article (number) ON DELETE CASCADE,
  content    INTEGER NOT NULL REFERENCES content (number),
  reason     TEXT    NOT NULL,
  name       TEXT,
  revision   INTEGER NOT NULL,
  words      INTEGER NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

CREATE INDEX snapshot_by_article ON snapshot (article, number);
CREATE INDEX snapshot_by_content ON snapshot (content);

-- Where somebody was in an article. Offsets are in characters.
CREATE TABLE article_view (
  article INTEGER PRIMARY KEY REFERENCES article (number) ON DELETE CASCADE,
  field   TEXT    NOT NULL,
  cursor  INTEGER NOT NULL,
  anchor  INTEGER NOT NULL,
  top     INTEGER NOT NULL
) STRICT;

-- The window: its size, what is open in it. The keys are those of the layer above.
CREATE TABLE session (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Reports of one debate, for its folder in the library.
CREATE INDEX article_by_event ON article (event COLLATE NOCASE, updated_at, id)
  WHERE deleted_at = 0 AND event <> '';

PRAGMA user_version = 2;
