-- Notices that a deputy passes on, and voice messages whose words a service writes down.

-- Whose words a report is, when they are not the deputy's own.
ALTER TABLE reports ADD COLUMN forwarded_from TEXT;

ALTER TABLE evidence ADD COLUMN transcribing TEXT NOT NULL DEFAULT 'no';
ALTER TABLE evidence ADD COLUMN transcribe_tries BIGINT NOT NULL DEFAULT 0;
ALTER TABLE evidence ADD COLUMN transcribe_at BIGINT NOT NULL DEFAULT 0;
-- Voices whose words are wanted, by when they are due.
CREATE INDEX evidence_transcribing ON evidence (transcribe_at) WHERE transcribing = 'wanted';
