-- SPDX-License-Identifier: GPL-3.0-or-later
-- Copyright 2026 the Verslag authors
--
-- The first shape of drafts.db. A migration that was released never changes; the next one gets the
-- next number. Each ends by writing its number into the file.
--
-- Times are µs since 1970 UTC, 0 for never. Names of kinds, statuses and states are those of
-- core/vsl-vocabulary. `article.number` is the short key of the other tables, which keeps them and
-- their indexes small; only `article.id` is ever shown.

PRAGMA application_id = 1448299591;

CREATE TABLE article (
  number     INTEGER PRIMARY KEY,
  id         TEXT    NOT NULL UNIQUE CHECK (length (id) = 10),
  revision   INTEGER NOT NULL CHECK (revision > 0),
  kind       TEXT    NOT NULL,
  status     TEXT    NOT NULL,
  language   TEXT    NOT NULL,
  words      INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER NOT NULL DEFAULT 0,
  kicker     TEXT    NOT NULL,
  headline   TEXT    NOT NULL,
  lead       TEXT    NOT NULL,
  byline     TEXT    NOT NULL,
  credit     TEXT    NOT NULL,
  event      TEXT    NOT NULL,
  slug       TEXT    NOT NULL
) STRICT;

-- Each order of the library is an index that holds all that a list of ids needs.
CREATE INDEX article_by_time ON article (updated_at, id) WHERE deleted_at = 0;
CREATE INDEX article_by_status ON article (status, updated_at, id) WHERE deleted_at = 0;
CREATE INDEX article_by_headline ON article (headline COLLATE NOCASE, id) WHERE deleted_at = 0;
CREATE INDEX article_in_bin ON article (deleted_at, id) WHERE deleted_at > 0;

-- Apart from the article: a list then reads 300 bytes an article and not its text.
CREATE TABLE article_body (
  article INTEGER PRIMARY KEY REFERENCES article (number) ON DELETE CASCADE,
  text    TEXT NOT NULL
) STRICT;

CREATE TABLE article_tag (
  article  INTEGER NOT NULL REFERENCES article (number) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  tag      TEXT    NOT NULL,
  folded   TEXT    NOT NULL, -- without case and accents: what makes two tags the same
  PRIMARY KEY (article, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX article_tag_by_folded ON article_tag (folded, article);

CREATE TABLE participant (
  article       INTEGER NOT NULL REFERENCES article (number) ON DELETE CASCADE,
  position      INTEGER NOT NULL,
  given         TEXT    NOT NULL,
  prefix        TEXT    NOT NULL,
  family        TEXT    NOT NULL,
  as_registered INTEGER NOT NULL CHECK (as_registered IN (0, 1)),
  role          TEXT    NOT NULL,
  organisation  TEXT    NOT NULL,
  chair         INTEGER NOT NULL CHECK (chair IN (0, 1)),
  PRIMARY KEY (article, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE picture (
  article      INTEGER NOT NULL REFERENCES article (number) ON DELETE CASCADE,
  position     INTEGER NOT NULL,
  hash         TEXT    NOT NULL,
  content_type TEXT    NOT NULL,
  credit       TEXT    NOT NULL,
  caption      TEXT    NOT NULL,
  alt          TEXT    NOT NULL,
  PRIMARY KEY (article, position)
) STRICT, WITHOUT ROWID;

-- A site that is removed stays, hidden, as long as the outbox knows what we put on it: when it comes
-- back under its name, nothing is published there twice.
CREATE TABLE site (
  number   INTEGER PRIMARY KEY,
  name     TEXT    NOT NULL UNIQUE COLLATE NOCASE,
  brand    TEXT    NOT NULL,
  url      TEXT    NOT NULL,
  user     TEXT    NOT NULL,
  api_root TEXT    NOT NULL,
  title    TEXT    NOT NULL,
  removed  INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1))
) STRICT;

CREATE TABLE outbox (
  number           INTEGER PRIMARY KEY,
  article          INTEGER NOT NULL REFERENCES article (number) ON DELETE CASCADE,
  site             INTEGER NOT NULL REFERENCES site (number),
  token            TEXT    NOT NULL UNIQUE CHECK (length (token) = 36),
  state            TEXT    NOT NULL,
  wanted           TEXT    NOT NULL,
  wanted_at        INTEGER NOT NULL,
  article_revision INTEGER NOT NULL,
  remote_id        TEXT, -- null while there is no copy
  remote_status    TEXT,
  remote_token     TEXT,
  remote_url       TEXT,
  remote_edit_url  TEXT,
  remote_revision  TEXT,
  remote_modified  TEXT,
  remote_hash      TEXT,
  message          TEXT,
  attempts         INTEGER NOT NULL DEFAULT 0, -- times it was sent since it was last confirmed
  updated_at       INTEGER NOT NULL,
  UNIQUE (article, site)
) STRICT;

CREATE INDEX outbox_by_site ON outbox (site, article);
CREATE INDEX outbox_open ON outbox (state) WHERE state <> 'confirmed';

PRAGMA user_version = 1;
