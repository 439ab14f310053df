-- SPDX-License-Identifier: GPL-3.0-or-later
-- Copyright 2026 the Verslag authors
--
-- Pictures: what articles say of them, what is known of their bytes, and where those went.

-- The focus is the point that stays visible when a picture is cropped, in per mille.
ALTER TABLE picture ADD COLUMN decorative INTEGER NOT NULL DEFAULT 0 CHECK (decorative IN (0, 1));
ALTER TABLE picture ADD COLUMN featured INTEGER NOT NULL DEFAULT 0 CHECK (featured IN (0, 1));
ALTER TABLE picture ADD COLUMN focus_x INTEGER NOT NULL DEFAULT 500 CHECK (focus_x BETWEEN 0 AND 1000);
ALTER TABLE picture ADD COLUMN focus_y INTEGER NOT NULL DEFAULT 500 CHECK (focus_y BETWEEN 0 AND 1000);

CREATE INDEX picture_by_hash ON picture (hash);

-- The files of media/, each once. `hash` is the SHA-256 of the bytes, `name` what the file was called
-- when it first came in. `unused_since` is when it was first seen that no article and no version has
-- the picture any more, 0 while one has.
CREATE TABLE media (
  hash         TEXT    PRIMARY KEY CHECK (length (hash) = 64),
  content_type TEXT    NOT NULL,
  bytes        INTEGER NOT NULL CHECK (bytes > 0),
  width        INTEGER NOT NULL CHECK (width > 0),
  height       INTEGER NOT NULL CHECK (height > 0),
  name         TEXT    NOT NULL,
  focus_x      INTEGER NOT NULL DEFAULT 500, -- where it was last set, for the next article
  focus_y      INTEGER NOT NULL DEFAULT 500,
  added_at     INTEGER NOT NULL,
  unused_since INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

-- A picture on a site, once, whatever number of articles has it. The token is in the name of the file
-- there, by which it is found again after an answer that was lost.
CREATE TABLE media_remote (
  hash       TEXT    NOT NULL,
  site       INTEGER NOT NULL REFERENCES site (number) ON DELETE CASCADE,
  token      TEXT    NOT NULL UNIQUE,
  state      TEXT    NOT NULL CHECK (state IN ('sending', 'sent', 'confirmed')),
  remote_id  TEXT,
  url        TEXT,
  srcset     TEXT,
  width      INTEGER NOT NULL DEFAULT 0,
  height     INTEGER NOT NULL DEFAULT 0,
  texts      TEXT, -- hash of the words that the site has with it
  attempts   INTEGER NOT NULL DEFAULT 0, -- times it was sent since it was last confirmed
  updated_at INTEGER NOT NULL,
  PRIMARY KEY (hash, site)
) STRICT, WITHOUT ROWID;

CREATE INDEX media_remote_by_site ON media_remote (site);

PRAGMA user_version = 5;
