-- Messages of several parts: an album, or an answer longer than one message. A reply to any part finds the case.
-- And when the reader last got a card of a case, so that each message of the web chat says how far it has come.

CREATE TABLE sent_parts (
    account_id BIGINT NOT NULL,
    remote_id BIGINT NOT NULL,
    case_id BIGINT NOT NULL,
    -- A reply names account and number at the channel.
    CONSTRAINT sent_parts_pk PRIMARY KEY (account_id, remote_id)
);

ALTER TABLE cases ADD COLUMN carded_at BIGINT;
