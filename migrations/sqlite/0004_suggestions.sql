-- The register of motions and suggestions: what deputies raised, to whom it was handed out, and what was replied.
CREATE TABLE suggestions (
    suggestion_id INTEGER NOT NULL CONSTRAINT suggestions_pk PRIMARY KEY,
    session TEXT NOT NULL,
    number TEXT NOT NULL,
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    title TEXT NOT NULL,
    situation TEXT NOT NULL,
    analysis TEXT NOT NULL,
    proposals TEXT NOT NULL,
    deputy_id INTEGER NOT NULL,
    office_id INTEGER NOT NULL,
    raised_on TEXT,
    is_key INTEGER NOT NULL,
    openness TEXT NOT NULL,
    sources TEXT NOT NULL,
    advice TEXT NOT NULL,
    merged_into_id INTEGER,
    withdrawn_at INTEGER,
    withdrawn_why TEXT NOT NULL,
    entered_by INTEGER,
    created_at INTEGER NOT NULL
) STRICT;
-- A number is found within its session; drafts have none.
CREATE UNIQUE INDEX suggestions_number ON suggestions (number, session) WHERE number <> '';
-- A deputy's own, the newest first.
CREATE INDEX suggestions_deputy ON suggestions (deputy_id, suggestion_id);
-- The register of a unit and of the province, by state, the newest first.
CREATE INDEX suggestions_office ON suggestions (office_id, state, suggestion_id);
CREATE INDEX suggestions_state ON suggestions (state, suggestion_id);

-- Those who put their names to it besides the leading deputy.
CREATE TABLE suggestion_names (
    suggestion_id INTEGER NOT NULL,
    deputy_id INTEGER NOT NULL,
    place INTEGER NOT NULL,
    state TEXT NOT NULL,
    invited_at INTEGER NOT NULL,
    answered_at INTEGER,
    content_hash TEXT NOT NULL,
    CONSTRAINT suggestion_names_pk PRIMARY KEY (suggestion_id, deputy_id)
) STRICT;
-- What a deputy put the name to, or is asked to.
CREATE INDEX suggestion_names_deputy ON suggestion_names (deputy_id, suggestion_id);

CREATE TABLE handling_units (
    handling_unit_id INTEGER NOT NULL CONSTRAINT handling_units_pk PRIMARY KEY,
    name TEXT NOT NULL,
    other_names TEXT NOT NULL,
    email TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    ended_at INTEGER
) STRICT;
-- A unit is found by its name.
CREATE UNIQUE INDEX handling_units_name ON handling_units (name);

CREATE TABLE assignments (
    assignment_id INTEGER NOT NULL CONSTRAINT assignments_pk PRIMARY KEY,
    suggestion_id INTEGER NOT NULL,
    handling_unit_id INTEGER NOT NULL,
    deputy_id INTEGER NOT NULL,
    office_id INTEGER NOT NULL,
    role TEXT NOT NULL,
    state TEXT NOT NULL,
    round INTEGER NOT NULL,
    after_reply_id INTEGER,
    handed_out_on TEXT NOT NULL,
    rule TEXT NOT NULL,
    nominal_on TEXT NOT NULL,
    due_on TEXT NOT NULL,
    is_provisional INTEGER NOT NULL,
    calendar_version INTEGER NOT NULL,
    extended_at INTEGER,
    extended_by INTEGER,
    extended_why TEXT NOT NULL,
    returned_at INTEGER,
    returned_by INTEGER,
    returned_why TEXT NOT NULL,
    next_step_at INTEGER,
    created_at INTEGER NOT NULL
) STRICT;
-- The life of a suggestion.
CREATE INDEX assignments_suggestion ON assignments (suggestion_id, assignment_id);
-- Open ones by last day, of all, of an office, of a deputy, of a handling unit.
CREATE INDEX assignments_due ON assignments (due_on, assignment_id) WHERE state = 'open';
CREATE INDEX assignments_office_due ON assignments (office_id, due_on, assignment_id) WHERE state = 'open';
CREATE INDEX assignments_deputy ON assignments (deputy_id, due_on, assignment_id) WHERE state = 'open';
CREATE INDEX assignments_unit ON assignments (handling_unit_id, assignment_id);
-- What a sweep of reminders takes next.
CREATE INDEX assignments_step ON assignments (next_step_at, assignment_id) WHERE next_step_at IS NOT NULL;
-- Open ones that an older calendar worked out.
CREATE INDEX assignments_calendar ON assignments (calendar_version, assignment_id) WHERE state = 'open';

CREATE TABLE replies (
    reply_id INTEGER NOT NULL CONSTRAINT replies_pk PRIMARY KEY,
    assignment_id INTEGER NOT NULL,
    suggestion_id INTEGER NOT NULL,
    deputy_id INTEGER NOT NULL,
    office_id INTEGER NOT NULL,
    state TEXT NOT NULL,
    form TEXT NOT NULL,
    class TEXT NOT NULL,
    document_number TEXT NOT NULL,
    received_on TEXT,
    received_at INTEGER,
    source TEXT NOT NULL,
    proof_file_id INTEGER,
    candidates TEXT NOT NULL,
    clearness TEXT NOT NULL,
    nominal_on TEXT,
    due_on TEXT,
    is_provisional INTEGER NOT NULL,
    calendar_version INTEGER,
    recorded_by INTEGER,
    recorded_at INTEGER NOT NULL,
    next_step_at INTEGER
) STRICT;
-- The life of a suggestion, and the replies to one assignment.
CREATE INDEX replies_suggestion ON replies (suggestion_id, reply_id);
CREATE INDEX replies_assignment ON replies (assignment_id, reply_id);
-- Feedback that is awaited by last day, of all, of an office, of a deputy.
CREATE INDEX replies_due ON replies (due_on, reply_id) WHERE state = 'awaiting';
CREATE INDEX replies_office_due ON replies (office_id, due_on, reply_id) WHERE state = 'awaiting';
CREATE INDEX replies_deputy ON replies (deputy_id, due_on, reply_id) WHERE state = 'awaiting';
-- What a sweep of reminders takes next.
CREATE INDEX replies_step ON replies (next_step_at, reply_id) WHERE next_step_at IS NOT NULL;
-- Open ones that an older calendar worked out.
CREATE INDEX replies_calendar ON replies (calendar_version, reply_id) WHERE state = 'awaiting';

-- What happened to a suggestion, with old values and reasons.
CREATE TABLE suggestion_events (
    event_id INTEGER NOT NULL CONSTRAINT suggestion_events_pk PRIMARY KEY,
    suggestion_id INTEGER NOT NULL,
    assignment_id INTEGER,
    reply_id INTEGER,
    act TEXT NOT NULL,
    field TEXT NOT NULL,
    old_value TEXT NOT NULL,
    new_value TEXT NOT NULL,
    why TEXT NOT NULL,
    account_id INTEGER,
    at INTEGER NOT NULL
) STRICT;
-- The whole life of one suggestion on its page.
CREATE INDEX suggestion_events_suggestion ON suggestion_events (suggestion_id, event_id);
