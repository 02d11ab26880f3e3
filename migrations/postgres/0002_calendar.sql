-- The calendar of days off: every version whole, the newest is the one in force. A deadline remembers its version.
CREATE TABLE calendars (
    calendar_version BIGINT NOT NULL CONSTRAINT calendars_pk PRIMARY KEY,
    account_id BIGINT,
    at BIGINT NOT NULL,
    source TEXT NOT NULL,
    file_hash TEXT NOT NULL,
    calendar TEXT NOT NULL
);
