-- SPDX-License-Identifier: GPL-3.0-or-later
-- What is known of one workspace. Times are milliseconds since 1970 in UTC. Null is the API's null,
-- or 'unknown'.

PRAGMA application_id = 1366650729; -- 'Quoi'

-- One row: the workspace as a whole.
CREATE TABLE workspace (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    owner BLOB NOT NULL, -- a salted hash of the server and the key that the rows come from
    isWhole INTEGER NOT NULL DEFAULT 0,
    asOf INTEGER,
    knownUntil INTEGER,
    walkedAt INTEGER,
    hasAllTeammates INTEGER NOT NULL DEFAULT 0,
    contactsReadAt INTEGER -- null if no contacts are kept
) STRICT;

-- Numbers of the lines and assignees of conversations: 0, 1, 2, …
CREATE TABLE conversationLine (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE
) STRICT;
CREATE TABLE conversationAssignee (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE conversation (
    row INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    line INTEGER NOT NULL,
    participants TEXT, -- one in each line of text, '\n' and '\\' within them; null for none
    name TEXT,
    assignee INTEGER,
    lastActivityId TEXT,
    createdAt INTEGER,
    updatedAt INTEGER,
    lastActivityAt INTEGER,
    mutedUntil INTEGER,
    snoozedUntil INTEGER,
    deletedAt INTEGER,
    sum INTEGER NOT NULL -- a check sum of the row, see rowsum.h
) STRICT;
CREATE INDEX conversationByActivity ON conversation (lastActivityAt);

-- The answers to the filters whose meaning only the server knows.
CREATE TABLE serverFilter (
    number INTEGER PRIMARY KEY,
    userId TEXT NOT NULL, -- empty for none
    excludeInactive INTEGER NOT NULL,
    isWhole INTEGER NOT NULL,
    asOf INTEGER,
    knownUntil INTEGER,
    walkedAt INTEGER,
    UNIQUE (userId, excludeInactive)
) STRICT;
CREATE TABLE serverFilterRow (
    filter INTEGER NOT NULL,
    row INTEGER NOT NULL, -- of a conversation
    PRIMARY KEY (filter, row)
) STRICT, WITHOUT ROWID;

-- The directory.
CREATE TABLE line (
    id TEXT PRIMARY KEY NOT NULL,
    number TEXT NOT NULL,
    name TEXT NOT NULL,
    symbol TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE lineMember (
    line TEXT NOT NULL,
    position INTEGER NOT NULL,
    userId TEXT NOT NULL,
    PRIMARY KEY (line, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE teammate (
    id TEXT PRIMARY KEY NOT NULL,
    firstName TEXT NOT NULL,
    lastName TEXT NOT NULL,
    email TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The address book, by number.
CREATE TABLE contact (
    number TEXT NOT NULL,
    position INTEGER NOT NULL, -- among those with the same number
    name TEXT NOT NULL,
    company TEXT NOT NULL,
    PRIMARY KEY (number, position)
) STRICT, WITHOUT ROWID;
