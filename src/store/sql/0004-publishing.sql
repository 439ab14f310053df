-- SPDX-License-Identifier: GPL-3.0-or-later
-- Copyright 2026 the Verslag authors
--
-- Publishing: what was chosen for a site, the outbox as a queue, and what happened to each row of it.

-- A JSON object; its keys are those of the layers above.
ALTER TABLE site ADD COLUMN settings TEXT NOT NULL DEFAULT '{}';

-- What was asked for, as a JSON object; when it is tried again by itself, 0 for never; the versions
-- that are being sent and that were last confirmed; and the length of the latter's text in characters.
ALTER TABLE outbox ADD COLUMN options TEXT NOT NULL DEFAULT '{}';
ALTER TABLE outbox ADD COLUMN next_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE outbox ADD COLUMN snapshot INTEGER REFERENCES snapshot (number) ON DELETE SET NULL;
ALTER TABLE outbox ADD COLUMN base_snapshot INTEGER REFERENCES snapshot (number) ON DELETE SET NULL;
ALTER TABLE outbox ADD COLUMN base_length INTEGER NOT NULL DEFAULT 0;

CREATE INDEX outbox_by_snapshot ON outbox (snapshot) WHERE snapshot IS NOT NULL;
CREATE INDEX outbox_by_base ON outbox (base_snapshot) WHERE base_snapshot IS NOT NULL;

-- Rows are only added. `what` is a name of core/vsl-outbox-event; `detail` a word, a number or an
-- address that belongs to it, never a secret.
CREATE TABLE outbox_event (
  number  INTEGER PRIMARY KEY,
  outbox  INTEGER NOT NULL REFERENCES outbox (number) ON DELETE CASCADE,
  at      INTEGER NOT NULL,
  what    TEXT    NOT NULL,
  attempt INTEGER NOT NULL,
  detail  TEXT
) STRICT;

CREATE INDEX outbox_event_by_outbox ON outbox_event (outbox, number);

-- What somebody else made of the article on the site, as it was when that was noticed.
CREATE TABLE outbox_theirs (
  outbox   INTEGER PRIMARY KEY REFERENCES outbox (number) ON DELETE CASCADE,
  seen_at  INTEGER NOT NULL,
  hash     TEXT    NOT NULL,
  title    TEXT    NOT NULL,
  excerpt  TEXT    NOT NULL,
  content  TEXT    NOT NULL,
  format   TEXT    NOT NULL
) STRICT;

PRAGMA user_version = 4;
