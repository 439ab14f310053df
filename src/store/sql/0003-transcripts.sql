-- SPDX-License-Identifier: GPL-3.0-or-later
-- Copyright 2026 the Verslag authors
--
-- What was said in the debate that an article reports on.

-- The file stays as it was, byte for byte: it is the evidence. What is read and corrected are the
-- utterances.
CREATE TABLE transcript (
  article     INTEGER PRIMARY KEY REFERENCES article (number) ON DELETE CASCADE,
  name        TEXT    NOT NULL,
  format      TEXT    NOT NULL,
  original    BLOB    NOT NULL,
  attached_at INTEGER NOT NULL
) STRICT;

-- Times in ms from the start of the debate, -1 for unknown.
CREATE TABLE utterance (
  transcript     INTEGER NOT NULL REFERENCES transcript (article) ON DELETE CASCADE,
  position       INTEGER NOT NULL,
  id             TEXT    NOT NULL,
  start_ms       INTEGER NOT NULL,
  end_ms         INTEGER NOT NULL,
  speaker        TEXT    NOT NULL,
  text           TEXT    NOT NULL,
  off_the_record INTEGER NOT NULL,
  PRIMARY KEY (transcript, position)
) STRICT, WITHOUT ROWID;

PRAGMA user_version = 3;
