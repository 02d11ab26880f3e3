-- Duty records of all ten categories: reports in the deputies' own words, their evidence, joint activities of an office.
-- All records stand in the table of the contact records, which keeps its first name, so that a gateway of the release
-- before can go on beside this one while they change over: the record of a case stays one row, and there is one log.

ALTER TABLE contact_records ADD COLUMN category TEXT NOT NULL DEFAULT 'contact';
ALTER TABLE contact_records ADD COLUMN report_id INTEGER;
ALTER TABLE contact_records ADD COLUMN activity_id INTEGER;
ALTER TABLE contact_records ADD COLUMN settled_at INTEGER;
ALTER TABLE contact_records ADD COLUMN settled_by INTEGER;
ALTER TABLE contact_records ADD COLUMN settled_why TEXT;
-- What waits for a unit office, deputy by deputy.
CREATE INDEX contact_records_state ON contact_records (deputy_id, state, record_id);
-- The records of one report: for its card, an edit, and taking back.
CREATE INDEX contact_records_report ON contact_records (report_id) WHERE report_id IS NOT NULL;
-- Who of an activity has confirmed.
CREATE INDEX contact_records_activity ON contact_records (activity_id) WHERE activity_id IS NOT NULL;

CREATE TABLE reports (
    report_id INTEGER NOT NULL CONSTRAINT reports_pk PRIMARY KEY,
    deputy_id INTEGER NOT NULL,
    account_id INTEGER NOT NULL,
    remote_id INTEGER,
    text TEXT NOT NULL,
    edited_text TEXT,
    album TEXT,
    said_at INTEGER NOT NULL,
    spoken_at INTEGER NOT NULL
) STRICT;
-- An edit finds its report.
CREATE INDEX reports_remote ON reports (account_id, remote_id) WHERE remote_id IS NOT NULL;

CREATE TABLE evidence (
    file_id INTEGER NOT NULL CONSTRAINT evidence_pk PRIMARY KEY,
    report_id INTEGER NOT NULL,
    caption TEXT NOT NULL,
    transcript TEXT,
    remote_id INTEGER,
    said_at INTEGER NOT NULL
) STRICT;
-- The files of one report in order.
CREATE INDEX evidence_report ON evidence (report_id, file_id);

CREATE TABLE activities (
    activity_id INTEGER NOT NULL CONSTRAINT activities_pk PRIMARY KEY,
    office_id INTEGER NOT NULL,
    held_on TEXT NOT NULL,
    record TEXT NOT NULL,
    participants INTEGER NOT NULL,
    entered_by INTEGER,
    created_at INTEGER NOT NULL
) STRICT;
-- An office's activities, the newest first.
CREATE INDEX activities_office ON activities (office_id, activity_id);
