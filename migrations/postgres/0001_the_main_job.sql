-- The main job: accounts, people of the office, cases and their messages, contact records, the outbox, the audit chain.
-- Instants are epoch milliseconds, calendar days YYYY-MM-DD, words of closed lists are text. The twin in the other
-- engine's folder differs only in the names of the types; a test compares them.

CREATE TABLE input_keys (
    input_key TEXT NOT NULL CONSTRAINT input_keys_pk PRIMARY KEY,
    claimed_at BIGINT NOT NULL
);
-- Forgetting keys after 72 hours reads a range of this.
CREATE INDEX input_keys_claimed ON input_keys (claimed_at);

CREATE TABLE offices (
    office_id BIGINT NOT NULL CONSTRAINT offices_pk PRIMARY KEY,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    open_to_public BIGINT NOT NULL,
    phone TEXT NOT NULL
);
CREATE UNIQUE INDEX offices_code ON offices (code);

CREATE TABLE accounts (
    account_id BIGINT NOT NULL CONSTRAINT accounts_pk PRIMARY KEY,
    channel TEXT NOT NULL,
    address TEXT NOT NULL,
    locale TEXT NOT NULL,
    deputy_id BIGINT,
    officer_id BIGINT,
    silenced_at BIGINT,
    unreachable TEXT,
    dialogue TEXT NOT NULL,
    created_at BIGINT NOT NULL
);
-- Every input finds its account by this.
CREATE UNIQUE INDEX accounts_address ON accounts (address, channel);

CREATE TABLE deputies (
    deputy_id BIGINT NOT NULL CONSTRAINT deputies_pk PRIMARY KEY,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    sex TEXT NOT NULL,
    unit_code TEXT NOT NULL,
    office_id BIGINT NOT NULL,
    delegation TEXT NOT NULL,
    group_name TEXT NOT NULL,
    post TEXT NOT NULL,
    grassroots TEXT NOT NULL,
    fields TEXT NOT NULL,
    phone TEXT NOT NULL,
    card_number TEXT NOT NULL,
    elected_on TEXT NOT NULL,
    status TEXT NOT NULL,
    paused_at BIGINT,
    gone_at BIGINT,
    account_id BIGINT,
    created_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX deputies_code ON deputies (code);
-- The finder and the desk list a unit's deputies in order of code.
CREATE INDEX deputies_unit ON deputies (unit_code, code);

CREATE TABLE officers (
    officer_id BIGINT NOT NULL CONSTRAINT officers_pk PRIMARY KEY,
    account_id BIGINT NOT NULL,
    office_id BIGINT NOT NULL,
    name TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    ended_at BIGINT
);
-- Whom of an office to tell.
CREATE INDEX officers_office ON officers (office_id);

CREATE TABLE invitations (
    invitation_id BIGINT NOT NULL CONSTRAINT invitations_pk PRIMARY KEY,
    code_hash TEXT NOT NULL,
    invitee TEXT NOT NULL,
    name TEXT NOT NULL,
    tail TEXT NOT NULL,
    tries_left BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    redeemed_at BIGINT,
    redeemed_by BIGINT,
    revoked_at BIGINT
);
CREATE UNIQUE INDEX invitations_code ON invitations (code_hash);
-- A new invitation withdraws the older ones of the same person.
CREATE INDEX invitations_invitee ON invitations (invitee);

CREATE TABLE sessions (
    session_hash TEXT NOT NULL CONSTRAINT sessions_pk PRIMARY KEY,
    account_id BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);
-- Forgetting expired sessions reads a range of this.
CREATE INDEX sessions_expiry ON sessions (expires_at);

CREATE TABLE correspondents (
    account_id BIGINT NOT NULL,
    reader TEXT NOT NULL,
    pseudonym TEXT NOT NULL,
    given_name TEXT,
    notice_version TEXT NOT NULL,
    open_case_id BIGINT,
    created_at BIGINT NOT NULL,
    CONSTRAINT correspondents_pk PRIMARY KEY (account_id, reader)
);

CREATE TABLE cases (
    case_id BIGINT NOT NULL CONSTRAINT cases_pk PRIMARY KEY,
    number BIGINT NOT NULL,
    account_id BIGINT,
    reader TEXT NOT NULL,
    office_id BIGINT NOT NULL,
    state TEXT NOT NULL,
    entered_way TEXT,
    entered_by BIGINT,
    opened_at BIGINT NOT NULL,
    spoken_at BIGINT NOT NULL,
    answered_at BIGINT,
    raised_at BIGINT,
    passed_on_at BIGINT,
    passed_on_to TEXT,
    ended_at BIGINT,
    messages BIGINT NOT NULL,
    receipt_until_at BIGINT NOT NULL,
    receipt_id BIGINT,
    wrong_codes BIGINT NOT NULL,
    locked_until_at BIGINT NOT NULL,
    erased_at BIGINT
);
CREATE UNIQUE INDEX cases_number ON cases (number);
-- A reader's letters by state, newest first.
CREATE INDEX cases_reader ON cases (reader, state, case_id);
-- A unit's letters at the desk, and their counts.
CREATE INDEX cases_office ON cases (office_id, state, case_id);
-- Ended letters whose words are to be erased when their time is over.
CREATE INDEX cases_kept ON cases (ended_at) WHERE state = 'ended' AND erased_at IS NULL;
-- A constituent's own letters.
CREATE INDEX cases_account ON cases (account_id, case_id);

CREATE TABLE case_events (
    event_id BIGINT NOT NULL CONSTRAINT case_events_pk PRIMARY KEY,
    case_id BIGINT NOT NULL,
    act TEXT NOT NULL,
    account_id BIGINT,
    at BIGINT NOT NULL
);
-- The life of one case.
CREATE INDEX case_events_case ON case_events (case_id, event_id);

CREATE TABLE messages (
    message_id BIGINT NOT NULL CONSTRAINT messages_pk PRIMARY KEY,
    case_id BIGINT NOT NULL,
    author TEXT NOT NULL,
    account_id BIGINT,
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    file_id BIGINT,
    remote_id BIGINT,
    said_at BIGINT NOT NULL,
    edited_at BIGINT
);
-- The messages of a case in order.
CREATE INDEX messages_case ON messages (case_id, message_id);
-- An edit finds its original.
CREATE INDEX messages_remote ON messages (account_id, remote_id);

CREATE TABLE message_versions (
    version_id BIGINT NOT NULL CONSTRAINT message_versions_pk PRIMARY KEY,
    message_id BIGINT NOT NULL,
    text TEXT NOT NULL,
    replaced_at BIGINT NOT NULL
);
CREATE INDEX message_versions_message ON message_versions (message_id, version_id);

CREATE TABLE parked_edits (
    account_id BIGINT NOT NULL,
    remote_id BIGINT NOT NULL,
    text TEXT NOT NULL,
    until_at BIGINT NOT NULL,
    CONSTRAINT parked_edits_pk PRIMARY KEY (account_id, remote_id)
);

CREATE TABLE files (
    file_id BIGINT NOT NULL CONSTRAINT files_pk PRIMARY KEY,
    case_id BIGINT NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    mime TEXT NOT NULL,
    size BIGINT NOT NULL,
    seconds BIGINT NOT NULL,
    remote_ref TEXT,
    hash TEXT,
    state TEXT NOT NULL,
    next_try_at BIGINT NOT NULL,
    tries BIGINT NOT NULL
);
-- Files that are still to be fetched, the one due first.
CREATE INDEX files_wanted ON files (next_try_at) WHERE state = 'wanted';

CREATE TABLE contact_records (
    record_id BIGINT NOT NULL CONSTRAINT contact_records_pk PRIMARY KEY,
    deputy_id BIGINT NOT NULL,
    case_id BIGINT,
    held_on TEXT NOT NULL,
    record TEXT NOT NULL,
    state TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    confirmed_at BIGINT
);
-- A deputy's log by day; the handbook reads a year of it.
CREATE INDEX contact_records_day ON contact_records (deputy_id, held_on, record_id);
-- One record a case.
CREATE UNIQUE INDEX contact_records_case ON contact_records (case_id);

CREATE TABLE contact_record_changes (
    change_id BIGINT NOT NULL CONSTRAINT contact_record_changes_pk PRIMARY KEY,
    record_id BIGINT NOT NULL,
    field TEXT NOT NULL,
    old_value TEXT NOT NULL,
    new_value TEXT NOT NULL,
    account_id BIGINT,
    at BIGINT NOT NULL,
    why TEXT NOT NULL
);
CREATE INDEX contact_record_changes_record ON contact_record_changes (record_id, change_id);

CREATE TABLE outbox (
    outbox_id BIGINT NOT NULL CONSTRAINT outbox_pk PRIMARY KEY,
    account_id BIGINT NOT NULL,
    channel TEXT NOT NULL,
    lane TEXT NOT NULL,
    kind TEXT NOT NULL,
    case_id BIGINT,
    due_at BIGINT NOT NULL,
    state TEXT NOT NULL,
    reply_to BIGINT,
    silent BIGINT NOT NULL,
    tries BIGINT NOT NULL,
    begun_at BIGINT,
    sent_at BIGINT,
    remote_id BIGINT,
    sent_hash TEXT,
    failure TEXT,
    fallback_at BIGINT,
    created_at BIGINT NOT NULL
);
-- What the sender takes next, by channel.
CREATE INDEX outbox_waiting ON outbox (channel, due_at, outbox_id) WHERE state = 'waiting';
-- A reply finds its case, for ever.
CREATE INDEX outbox_remote ON outbox (account_id, remote_id) WHERE remote_id IS NOT NULL;
-- The bubbles of a web chat, newest first.
CREATE INDEX outbox_account ON outbox (account_id, outbox_id) WHERE channel = 'web';

CREATE TABLE counters (
    counter TEXT NOT NULL CONSTRAINT counters_pk PRIMARY KEY,
    value BIGINT NOT NULL
);

CREATE TABLE card_paces (
    account_id BIGINT NOT NULL CONSTRAINT card_paces_pk PRIMARY KEY,
    since_at BIGINT NOT NULL,
    cards BIGINT NOT NULL,
    summary_id BIGINT,
    summary_at BIGINT NOT NULL
);

CREATE TABLE call_backs (
    call_back_id BIGINT NOT NULL CONSTRAINT call_backs_pk PRIMARY KEY,
    case_id BIGINT NOT NULL,
    account_id BIGINT NOT NULL,
    office_id BIGINT NOT NULL,
    kind TEXT NOT NULL,
    value TEXT NOT NULL,
    consented_at BIGINT NOT NULL,
    state TEXT NOT NULL
);
-- Who may be told that something waits.
CREATE INDEX call_backs_account ON call_backs (account_id);
CREATE INDEX call_backs_case ON call_backs (case_id);

CREATE TABLE dead_letters (
    dead_letter_id BIGINT NOT NULL CONSTRAINT dead_letters_pk PRIMARY KEY,
    incident TEXT NOT NULL,
    input_key TEXT NOT NULL,
    account_id BIGINT,
    raw TEXT NOT NULL,
    reason TEXT NOT NULL,
    at BIGINT NOT NULL,
    settled_at BIGINT
);
-- Those that wait for a person.
CREATE INDEX dead_letters_open ON dead_letters (dead_letter_id) WHERE settled_at IS NULL;

CREATE TABLE roster_imports (
    import_id BIGINT NOT NULL CONSTRAINT roster_imports_pk PRIMARY KEY,
    account_id BIGINT,
    at BIGINT NOT NULL,
    file_hash TEXT NOT NULL,
    changes TEXT NOT NULL,
    undone_at BIGINT
);

CREATE TABLE audit_entries (
    seq BIGINT NOT NULL CONSTRAINT audit_entries_pk PRIMARY KEY,
    at BIGINT NOT NULL,
    account_id BIGINT,
    act TEXT NOT NULL,
    subject TEXT NOT NULL,
    salt TEXT NOT NULL,
    chain TEXT NOT NULL
);

CREATE TABLE leases (
    lease TEXT NOT NULL CONSTRAINT leases_pk PRIMARY KEY,
    holder TEXT NOT NULL,
    until_at BIGINT NOT NULL
);
