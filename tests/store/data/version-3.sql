-- What version 3 of the program wrote. Never changes: it is what a migration has to read.
PRAGMA application_id = 1448299591;
BEGIN TRANSACTION;
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
INSERT INTO article VALUES(1,'0123456789',3,'report','ready','nl',9,1780000000000000,1780000001000000,0,'Water','‘De dijk houdt’','Een inleiding.','Ada Berk','Beeldbank','Polderdebat','de-dijk');
INSERT INTO article VALUES(2,'zzzzzzzzzz',1,'news','draft','en',1,1780000000000000,1780000000000000,1780000002000000,'','Gone','','','','','');
CREATE TABLE article_body (
  article INTEGER PRIMARY KEY REFERENCES article (number) ON DELETE CASCADE,
  text    TEXT NOT NULL
) STRICT;
INSERT INTO article_body VALUES(1,replace('De dijk houdt, zegt ‘Jelle’.\n\n::: streamer\nHet water wacht niet\n:::','\n',char(10)));
INSERT INTO article_body VALUES(2,'Binned.');
CREATE TABLE article_tag (
  article  INTEGER NOT NULL REFERENCES article (number) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  tag      TEXT    NOT NULL,
  folded   TEXT    NOT NULL, -- without case and accents: what makes two tags the same
  PRIMARY KEY (article, position)
) STRICT, WITHOUT ROWID;
INSERT INTO article_tag VALUES(1,0,'Water','water');
INSERT INTO article_tag VALUES(1,1,'één dijk','een dijk');
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
INSERT INTO participant VALUES(1,0,'Jelle','van der','Meer',0,'dijkgraaf','waterschap Noordzijl',0);
INSERT INTO participant VALUES(1,1,'An','','Van Damme',1,'','',1);
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
INSERT INTO picture VALUES(1,0,'a1b2','image/jpeg','Beeldbank','De dijk','Een dijk');
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
INSERT INTO site VALUES(1,'krant','wordpress','https://krant.example/','redactie','https://krant.example/wp-json/','De Krant',0);
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
INSERT INTO outbox VALUES(1,1,1,'6a2f41a3-c54c-4ce8-92d2-0324e1c32e22','confirmed','publish',0,3,'41','publish','6a2f41a3-c54c-4ce8-92d2-0324e1c32e22','https://krant.example/41','https://krant.example/wp-admin/41','7','2026-05-28T20:26:40','h',NULL,0,1780000001000000);
CREATE TABLE content (
  number INTEGER PRIMARY KEY,
  hash   TEXT    NOT NULL UNIQUE CHECK (length (hash) = 64),
  length INTEGER NOT NULL,
  packed BLOB    NOT NULL
) STRICT;
INSERT INTO content VALUES(1,'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',3,X'616263');
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
INSERT INTO snapshot VALUES(1,1,1,'minute',NULL,2,5,1767225600000000);
CREATE TABLE article_view (
  article INTEGER PRIMARY KEY REFERENCES article (number) ON DELETE CASCADE,
  field   TEXT    NOT NULL,
  cursor  INTEGER NOT NULL,
  anchor  INTEGER NOT NULL,
  top     INTEGER NOT NULL
) STRICT;
CREATE TABLE session (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE transcript (
  article     INTEGER PRIMARY KEY REFERENCES article (number) ON DELETE CASCADE,
  name        TEXT    NOT NULL,
  format      TEXT    NOT NULL,
  original    BLOB    NOT NULL,
  attached_at INTEGER NOT NULL
) STRICT;
INSERT INTO transcript VALUES(1,'debat.vtt','vtt',X'5745425654540a0a310a30303a30303a30312e303030202d2d3e2030303a30303a30342e3030300a3c7620416e73204b72616d65723e44652064696a6b20686f7564742e3c2f763e0a',1767225600000000);
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
INSERT INTO utterance VALUES(1,0,'1',1000,4000,'Ans Kramer','De dijk houdt.',0);
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence VALUES('snapshot',1);
CREATE INDEX article_by_time ON article (updated_at, id) WHERE deleted_at = 0;
CREATE INDEX article_by_status ON article (status, updated_at, id) WHERE deleted_at = 0;
CREATE INDEX article_by_headline ON article (headline COLLATE NOCASE, id) WHERE deleted_at = 0;
CREATE INDEX article_in_bin ON article (deleted_at, id) WHERE deleted_at > 0;
CREATE INDEX article_tag_by_folded ON article_tag (folded, article);
CREATE INDEX outbox_by_site ON outbox (site, article);
CREATE INDEX outbox_open ON outbox (state) WHERE state <> 'confirmed';
CREATE INDEX snapshot_by_article ON snapshot (article, number);
CREATE INDEX snapshot_by_content ON snapshot (content);
CREATE INDEX article_by_event ON article (event COLLATE NOCASE, updated_at, id)
  WHERE deleted_at = 0 AND event <> '';
COMMIT;
PRAGMA user_version = 3;
