-- SPDX-License-Identifier: GPL-3.0-or-later
-- Copyright 2026 the Verslag authors
--
-- Reviews by participants: who was promised to read their own passages, what was sent, what came back.

-- What happened, in order; rows are only ever added. `name` is that of the participant as the article
-- wrote it then, empty for what concerns the whole article: an embargo. Moments are µs since 1970
-- UTC, 0 for none. `remark` is the number of the remark that is answered.
CREATE TABLE review_step (
  number    INTEGER PRIMARY KEY AUTOINCREMENT,
  article   INTEGER NOT NULL REFERENCES article (number) ON DELETE CASCADE,
  name      TEXT    NOT NULL,
  at        INTEGER NOT NULL,
  what      TEXT    NOT NULL,
  recipient TEXT    NOT NULL DEFAULT '',
  address   TEXT    NOT NULL DEFAULT '',
  channel   TEXT    NOT NULL DEFAULT '',
  moment    INTEGER NOT NULL DEFAULT 0,
  hash      TEXT    NOT NULL DEFAULT '',
  remark    INTEGER NOT NULL DEFAULT 0,
  accepted  INTEGER NOT NULL DEFAULT 0 CHECK (accepted IN (0, 1)),
  note      TEXT    NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX review_step_by_article ON review_step (article, number);

-- The passages as they were shown, word for word.
CREATE TABLE review_passage (
  step     INTEGER NOT NULL REFERENCES review_step (number) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  place    TEXT    NOT NULL,
  text     TEXT    NOT NULL,
  PRIMARY KEY (step, position)
) STRICT, WITHOUT ROWID;

PRAGMA user_version = 7;
