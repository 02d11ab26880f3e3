-- What an installation remembers of itself: which folder of files belongs to the database, the bots' names.
CREATE TABLE facts (
    fact TEXT NOT NULL CONSTRAINT facts_pk PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

-- After a write has failed a row is written and removed again: only then is there room on the disk.
CREATE TABLE room_probes (
    room_probe_id INTEGER NOT NULL CONSTRAINT room_probes_pk PRIMARY KEY,
    filler TEXT NOT NULL
) STRICT;

-- Whether anything refers to the bytes on the disk: erasing letters, removing what nothing refers to.
CREATE INDEX files_hash ON files (hash) WHERE hash IS NOT NULL;

-- What waits, by lane, for the figures of operation.
CREATE INDEX outbox_lanes ON outbox (channel, lane, due_at) WHERE state = 'waiting';
