-- Pictures that a deputy sent to prove a feedback given elsewhere: ids of files, as JSON.
ALTER TABLE feedbacks ADD COLUMN proofs TEXT NOT NULL DEFAULT '[]';
-- The desk's list of what deputies are dissatisfied with, newest first, of an office and of the province.
CREATE INDEX feedbacks_dissatisfied ON feedbacks (office_id, reply_id)
    WHERE (handling = 'dissatisfied' OR reply = 'dissatisfied');

-- A person's own secret address of a calendar feed: at most one each; the secret itself is kept nowhere.
CREATE TABLE calendar_links (
    account_id BIGINT NOT NULL CONSTRAINT calendar_links_pk PRIMARY KEY,
    token_hash TEXT NOT NULL,
    made_at BIGINT NOT NULL,
    revoked_at BIGINT
);
-- Every fetch of a feed looks its owner up.
CREATE UNIQUE INDEX calendar_links_token ON calendar_links (token_hash);
