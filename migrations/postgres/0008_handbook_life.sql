-- The life of a deputy's handbook of a year: handed in every December to the unit office, taken in or returned.
CREATE TABLE handbooks (
    deputy_id BIGINT NOT NULL,
    year BIGINT NOT NULL,
    office_id BIGINT NOT NULL,
    state TEXT NOT NULL,
    on_paper BIGINT NOT NULL,
    handed_in_at BIGINT,
    decided_at BIGINT,
    decided_by BIGINT,
    reason TEXT NOT NULL,
    frozen TEXT NOT NULL,
    frozen_hash TEXT NOT NULL,
    reminded_on TEXT,
    not_before_on TEXT,
    created_at BIGINT NOT NULL,
    CONSTRAINT handbooks_pk PRIMARY KEY (deputy_id, year)
);
-- An office's handbooks of a year.
CREATE INDEX handbooks_office ON handbooks (office_id, year, state);

CREATE TABLE handbook_events (
    event_id BIGINT NOT NULL CONSTRAINT handbook_events_pk PRIMARY KEY,
    deputy_id BIGINT NOT NULL,
    year BIGINT NOT NULL,
    act TEXT NOT NULL,
    account_id BIGINT,
    at BIGINT NOT NULL,
    why TEXT NOT NULL
);
-- The life of one handbook.
CREATE INDEX handbook_events_handbook ON handbook_events (deputy_id, year, event_id);
