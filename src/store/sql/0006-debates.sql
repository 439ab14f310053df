-- SPDX-License-Identifier: GPL-3.0-or-later
-- Copyright 2026 the Verslag authors
--
-- Persons, organisations and debates as objects of their own. The transcript moves from the article
-- to its debate: one debate feeds several articles.

-- Dates are ISO 8601 texts, empty for unknown.
CREATE TABLE debate (
  number       INTEGER PRIMARY KEY,
  id           TEXT    NOT NULL UNIQUE CHECK (length (id) = 10),
  revision     INTEGER NOT NULL CHECK (revision > 0),
  series       TEXT    NOT NULL,
  title        TEXT    NOT NULL,
  date         TEXT    NOT NULL,
  place        TEXT    NOT NULL,
  stream       TEXT    NOT NULL,
  language     TEXT    NOT NULL,
  notes        TEXT    NOT NULL,
  delete_after TEXT    NOT NULL,
  created_at   INTEGER NOT NULL,
  updated_at   INTEGER NOT NULL,
  deleted_at   INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE debate_participant (
  debate        INTEGER NOT NULL REFERENCES debate (number) ON DELETE CASCADE,
  position      INTEGER NOT NULL,
  given         TEXT    NOT NULL,
  prefix        TEXT    NOT NULL,
  family        TEXT    NOT NULL,
  as_registered INTEGER NOT NULL CHECK (as_registered IN (0, 1)),
  role          TEXT    NOT NULL,
  organisation  TEXT    NOT NULL,
  chair         INTEGER NOT NULL CHECK (chair IN (0, 1)),
  PRIMARY KEY (debate, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE debate_statement (
  debate   INTEGER NOT NULL REFERENCES debate (number) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  text     TEXT    NOT NULL,
  PRIMARY KEY (debate, position)
) STRICT, WITHOUT ROWID;

-- What an article reports on.
CREATE TABLE article_debate (
  article INTEGER PRIMARY KEY REFERENCES article (number) ON DELETE CASCADE,
  debate  INTEGER NOT NULL REFERENCES debate (number) ON DELETE CASCADE
) STRICT;

CREATE INDEX article_debate_by_debate ON article_debate (debate, article);

-- What the transcript of a debate called somebody, and who that was.
CREATE TABLE speaker_label (
  debate INTEGER NOT NULL REFERENCES debate (number) ON DELETE CASCADE,
  label  TEXT    NOT NULL,
  name   TEXT    NOT NULL,
  PRIMARY KEY (debate, label)
) STRICT, WITHOUT ROWID;

-- `kept` is 1 once somebody wrote something about the person; the others are only there as long as an
-- article or debate has them.
CREATE TABLE person (
  number        INTEGER PRIMARY KEY,
  id            TEXT    NOT NULL UNIQUE CHECK (length (id) = 10),
  revision      INTEGER NOT NULL CHECK (revision > 0),
  given         TEXT    NOT NULL,
  prefix        TEXT    NOT NULL,
  family        TEXT    NOT NULL,
  as_registered INTEGER NOT NULL CHECK (as_registered IN (0, 1)),
  email         TEXT    NOT NULL DEFAULT '',
  press_officer TEXT    NOT NULL DEFAULT '',
  press_email   TEXT    NOT NULL DEFAULT '',
  note          TEXT    NOT NULL DEFAULT '',
  delete_after  TEXT    NOT NULL DEFAULT '',
  kept          INTEGER NOT NULL DEFAULT 0 CHECK (kept IN (0, 1)),
  hidden        INTEGER NOT NULL DEFAULT 0 CHECK (hidden IN (0, 1))
) STRICT;

-- Every way in which articles and debates write the person's name.
CREATE TABLE person_name (
  family TEXT    NOT NULL,
  given  TEXT    NOT NULL,
  prefix TEXT    NOT NULL,
  person INTEGER NOT NULL REFERENCES person (number) ON DELETE CASCADE,
  PRIMARY KEY (family, given, prefix)
) STRICT, WITHOUT ROWID;

CREATE INDEX person_name_by_person ON person_name (person);

-- What was written by hand; what articles say is read off them.
CREATE TABLE person_role (
  person       INTEGER NOT NULL REFERENCES person (number) ON DELETE CASCADE,
  position     INTEGER NOT NULL,
  role         TEXT    NOT NULL,
  organisation TEXT    NOT NULL,
  from_date    TEXT    NOT NULL,
  until_date   TEXT    NOT NULL,
  PRIMARY KEY (person, position)
) STRICT, WITHOUT ROWID;

-- Years, 0 for open.
CREATE TABLE organisation (
  name         TEXT    NOT NULL COLLATE NOCASE,
  from_year    INTEGER NOT NULL,
  until_year   INTEGER NOT NULL,
  abbreviation TEXT    NOT NULL,
  PRIMARY KEY (name, from_year)
) STRICT, WITHOUT ROWID;

CREATE INDEX participant_by_name ON participant (family, given, prefix);
CREATE INDEX debate_participant_by_name ON debate_participant (family, given, prefix);

-- Every article with a transcript gets its debate. Ids of debates need only differ among themselves.
INSERT INTO debate (number, id, revision, series, title, date, place, stream, language, notes,
                    delete_after, created_at, updated_at)
  SELECT a.number, a.id, 1, '', CASE WHEN a.event <> '' THEN a.event ELSE a.headline END, '', '',
         '', a.language, '', '', t.attached_at, t.attached_at
    FROM transcript AS t JOIN article AS a ON a.number = t.article;
INSERT INTO debate_participant (debate, position, given, prefix, family, as_registered, role,
                                organisation, chair)
  SELECT article, position, given, prefix, family, as_registered, role, organisation, chair
    FROM participant WHERE article IN (SELECT article FROM transcript);
INSERT INTO article_debate (article, debate) SELECT article, article FROM transcript;

ALTER TABLE utterance RENAME TO old_utterance;
ALTER TABLE transcript RENAME TO old_transcript;

CREATE TABLE transcript (
  debate      INTEGER PRIMARY KEY REFERENCES debate (number) ON DELETE CASCADE,
  name        TEXT    NOT NULL,
  format      TEXT    NOT NULL,
  original    BLOB    NOT NULL,
  attached_at INTEGER NOT NULL
) STRICT;

-- Times in ms from the start of the debate, -1 for unknown. Parts that are off the record are offsets
-- and lengths in characters, as “3+10 20+5”.
CREATE TABLE utterance (
  transcript     INTEGER NOT NULL REFERENCES transcript (debate) ON DELETE CASCADE,
  position       INTEGER NOT NULL,
  id             TEXT    NOT NULL,
  start_ms       INTEGER NOT NULL,
  end_ms         INTEGER NOT NULL,
  speaker        TEXT    NOT NULL,
  text           TEXT    NOT NULL,
  off_the_record INTEGER NOT NULL,
  off_parts      TEXT    NOT NULL DEFAULT '',
  PRIMARY KEY (transcript, position)
) STRICT, WITHOUT ROWID;

INSERT INTO transcript SELECT article, name, format, original, attached_at FROM old_transcript;
INSERT INTO utterance SELECT transcript, position, id, start_ms, end_ms, speaker, text,
                             off_the_record, '' FROM old_utterance;
DROP TABLE old_utterance;
DROP TABLE old_transcript;

-- Every change of an utterance by hand, in order, with what it was and what it became. What was undone
-- is kept too.
CREATE TABLE utterance_correction (
  number      INTEGER PRIMARY KEY AUTOINCREMENT,
  transcript  INTEGER NOT NULL REFERENCES transcript (debate) ON DELETE CASCADE,
  utterance   TEXT    NOT NULL,
  made_at     INTEGER NOT NULL,
  undone      INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1)),
  old_speaker TEXT    NOT NULL,
  old_text    TEXT    NOT NULL,
  old_off     INTEGER NOT NULL,
  old_parts   TEXT    NOT NULL,
  new_speaker TEXT    NOT NULL,
  new_text    TEXT    NOT NULL,
  new_off     INTEGER NOT NULL,
  new_parts   TEXT    NOT NULL
) STRICT;

CREATE INDEX utterance_correction_by_transcript ON utterance_correction (transcript, number);

-- What was written down while people spoke. The clock of a debate shows `clock_ms`, and since
-- `running_since` (µs since 1970 UTC, 0 for standing still) it runs. `begun_at` is when it first ran.
CREATE TABLE pad (
  debate        INTEGER PRIMARY KEY REFERENCES debate (number) ON DELETE CASCADE,
  begun_at      INTEGER NOT NULL,
  running_since INTEGER NOT NULL,
  clock_ms      INTEGER NOT NULL
) STRICT;

-- `made_at` is the time on the wall, in µs since 1970 UTC.
CREATE TABLE pad_entry (
  pad      INTEGER NOT NULL REFERENCES pad (debate) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  time_ms  INTEGER NOT NULL,
  made_at  INTEGER NOT NULL,
  speaker  TEXT    NOT NULL,
  text     TEXT    NOT NULL,
  quote    INTEGER NOT NULL CHECK (quote IN (0, 1)),
  PRIMARY KEY (pad, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE pad_vote (
  pad         INTEGER NOT NULL REFERENCES pad (debate) ON DELETE CASCADE,
  statement   TEXT    NOT NULL,
  in_favour   INTEGER NOT NULL,
  against     INTEGER NOT NULL,
  abstentions INTEGER NOT NULL,
  PRIMARY KEY (pad, statement)
) STRICT, WITHOUT ROWID;

-- The recording of a debate that lies on this computer.
CREATE TABLE recording (
  debate INTEGER PRIMARY KEY REFERENCES debate (number) ON DELETE CASCADE,
  uri    TEXT    NOT NULL
) STRICT;

PRAGMA user_version = 6;
