-- What the office of an electing unit asks a deputy (询问), until when, and the answer.
CREATE TABLE inquiries (
    inquiry_id BIGINT NOT NULL CONSTRAINT inquiries_pk PRIMARY KEY,
    number BIGINT NOT NULL,
    deputy_id BIGINT NOT NULL,
    office_id BIGINT NOT NULL,
    state TEXT NOT NULL,
    question TEXT NOT NULL,
    asked_by BIGINT,
    asked_at BIGINT NOT NULL,
    due_on TEXT NOT NULL,
    answer TEXT NOT NULL,
    answered_way TEXT,
    answered_on TEXT,
    answered_by BIGINT,
    withdrawn_at BIGINT,
    withdrawn_why TEXT NOT NULL,
    next_step_at BIGINT
);
-- An inquiry by the number that people say.
CREATE UNIQUE INDEX inquiries_number ON inquiries (number);
-- What is due, of the province, of an office and of a deputy; what a deputy still has to answer.
CREATE INDEX inquiries_due ON inquiries (due_on, inquiry_id) WHERE state = 'open';
CREATE INDEX inquiries_office_due ON inquiries (office_id, due_on, inquiry_id) WHERE state = 'open';
CREATE INDEX inquiries_deputy ON inquiries (deputy_id, due_on, inquiry_id) WHERE state = 'open';
-- The desk's list of what was answered or withdrawn, the newest first.
CREATE INDEX inquiries_office ON inquiries (office_id, inquiry_id);
-- The sweep of reminders.
CREATE INDEX inquiries_step ON inquiries (next_step_at, inquiry_id) WHERE next_step_at IS NOT NULL;

-- Versions of the table of reminder rules, each whole, the newest in force; none: the shipped one.
CREATE TABLE reminder_tables (
    version BIGINT NOT NULL CONSTRAINT reminder_tables_pk PRIMARY KEY,
    account_id BIGINT,
    at BIGINT NOT NULL,
    rules TEXT NOT NULL
);

-- Which content of a draft a co-signer was asked about already, and which one they confirmed last.
ALTER TABLE suggestion_names ADD COLUMN asked_hashes TEXT NOT NULL DEFAULT '';
ALTER TABLE suggestion_names ADD COLUMN confirmed_hash TEXT NOT NULL DEFAULT '';
-- Co-signers who are to be asked again.
CREATE INDEX suggestion_names_changed ON suggestion_names (suggestion_id, deputy_id) WHERE state = 'changed';
