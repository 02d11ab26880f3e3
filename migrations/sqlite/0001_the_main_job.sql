-- The main job: accounts, people of the office, cases and their messages, contact records, the outbox, the audit chain.
-- Instants are epoch milliseconds, calendar days YYYY-MM-DD, words of closed lists are text. The twin in the other
-- engine's folder differs only in the names of the types; a test compares them.

CREATE TABLE input_keys (
    input_key TEXT NOT NULL CONSTRAINT input_keys_pk PRIMARY KEY,
    claimed_at INTEGER NOT NULL
) STRICT;
-- Forgetting keys after 72 hours reads a range of this.
CREATE INDEX input_keys_claimed ON input_keys (claimed_at);

CREATE TABLE offices (
    office_id INTEGER NOT NULL CONSTRAINT offices_pk PRIMARY KEY,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    open_to_public INTEGER NOT NULL,
    phone TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX offices_code ON offices (code);

CREATE TABLE accounts (
    account_id INTEGER NOT NULL CONSTRAINT accounts_pk PRIMARY KEY,
    channel TEXT NOT NULL,
    address TEXT NOT NULL,
    locale TEXT NOT NULL,
    deputy_id INTEGER,
    officer_id INTEGER,
    silenced_at INTEGER,
    unreachable TEXT,
    dialogue TEXT NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;
-- Every input finds its account by this.
CREATE UNIQUE INDEX accounts_address ON accounts (address, channel);

CREATE TABLE deputies (
    deputy_id INTEGER NOT NULL CONSTRAINT deputies_pk PRIMARY KEY,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    sex TEXT NOT NULL,
    unit_code TEXT NOT NULL,
    office_id INTEGER NOT NULL,
    delegation TEXT NOT NULL,
    group_name TEXT NOT NULL,
    post TEXT NOT NULL,
    grassroots TEXT NOT NULL,
    fields TEXT NOT NULL,
    phone TEXT NOT NULL,
    card_number TEXT NOT NULL,
    elected_on TEXT NOT NULL,
    status TEXT NOT NULL,
    paused_at INTEGER,
    gone_at INTEGER,
    account_id INTEGER,
    created_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX deputies_code ON deputies (code);
-- The finder and the desk list a unit's deputies in order of code.
CREATE INDEX deputies_unit ON deputies (unit_code, code);

CREATE TABLE officers (
    officer_id INTEGER NOT NULL CONSTRAINT officers_pk PRIMARY KEY,
    account_id INTEGER NOT NULL,
    office_id INTEGER NOT NULL,
    name TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    ended_at INTEGER
) STRICT;
-- Whom of an office to tell.
CREATE INDEX officers_office ON officers (office_id);

CREATE TABLE invitations (
    invitation_id INTEGER NOT NULL CONSTRAINT invitations_pk PRIMARY KEY,
    code_hash TEXT NOT NULL,
    invitee TEXT NOT NULL,
    name TEXT NOT NULL,
    tail TEXT NOT NULL,
    tries_left INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    redeemed_at INTEGER,
    redeemed_by INTEGER,
    revoked_at INTEGER
) STRICT;
CREATE UNIQUE INDEX invitations_code ON invitations (code_hash);
-- A new invitation withdraws the older ones of the same person.
CREATE INDEX invitations_invitee ON invitations (invitee);

CREATE TABLE sessions (
    session_hash TEXT NOT NULL CONSTRAINT sessions_pk PRIMARY KEY,
    account_id INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT;
-- Forgetting expired sessions reads a range of this.
CREATE INDEX sessions_expiry ON sessions (expires_at);

CREATE TABLE correspondents (
    account_id INTEGER NOT NULL,
    reader TEXT NOT NULL,
    pseudonym TEXT NOT NULL,
    given_name TEXT,
    notice_version TEXT NOT NULL,
    open_case_id INTEGER,
    created_at INTEGER NOT NULL,
    CONSTRAINT correspondents_pk PRIMARY KEY (account_id, reader)
) STRICT;

CREATE TABLE cases (
    case_id INTEGER NOT NULL CONSTRAINT cases_pk PRIMARY KEY,
    number INTEGER NOT NULL,
    account_id INTEGER,
    reader TEXT NOT NULL,
    office_id INTEGER NOT NULL,
    state TEXT NOT NULL,
    entered_way TEXT,
    entered_by INTEGER,
    opened_at INTEGER NOT NULL,
    spoken_at INTEGER NOT NULL,
    answered_at INTEGER,
    raised_at INTEGER,
    passed_on_at INTEGER,
    passed_on_to TEXT,
    ended_at INTEGER,
    messages INTEGER NOT NULL,
    receipt_until_at INTEGER NOT NULL,
    receipt_id INTEGER,
    wrong_codes INTEGER NOT NULL,
    locked_until_at INTEGER NOT NULL,
    erased_at INTEGER
) STRICT;
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
    event_id INTEGER NOT NULL CONSTRAINT case_events_pk PRIMARY KEY,
    case_id INTEGER NOT NULL,
    act TEXT NOT NULL,
    account_id INTEGER,
    at INTEGER NOT NULL
) STRICT;
-- The life of one case.
CREATE INDEX case_events_case ON case_events (case_id, event_id);

CREATE TABLE messages (
    message_id INTEGER NOT NULL CONSTRAINT messages_pk PRIMARY KEY,
    case_id INTEGER NOT NULL,
    author TEXT NOT NULL,
    account_id INTEGER,
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    file_id INTEGER,
    remote_id INTEGER,
    said_at INTEGER NOT NULL,
    edited_at INTEGER
) STRICT;
-- The messages of a case in order.
CREATE INDEX messages_case ON messages (case_id, message_id);
-- An edit finds its original.
CREATE INDEX messages_remote ON messages (account_id, remote_id);

CREATE TABLE message_versions (
    version_id INTEGER NOT NULL CONSTRAINT message_versions_pk PRIMARY KEY,
    message_id INTEGER NOT NULL,
    text TEXT NOT NULL,
    replaced_at INTEGER NOT NULL
) STRICT;
CREATE INDEX message_versions_message ON message_versions (message_id, version_id);

CREATE TABLE parked_edits (
    account_id INTEGER NOT NULL,
    remote_id INTEGER NOT NULL,
    text TEXT NOT NULL,
    until_at INTEGER NOT NULL,
    CONSTRAINT parked_edits_pk PRIMARY KEY (account_id, remote_id)
) STRICT;

CREATE TABLE files (
    file_id INTEGER NOT NULL CONSTRAINT files_pk PRIMARY KEY,
    case_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    mime TEXT NOT NULL,
    size INTEGER NOT NULL,
    seconds INTEGER NOT NULL,
    remote_ref TEXT,
    hash TEXT,
    state TEXT NOT NULL,
    next_try_at INTEGER NOT NULL,
    tries INTEGER NOT NULL
) STRICT;
-- Files that are still to be fetched, the one due first.
CREATE INDEX files_wanted ON files (next_try_at) WHERE state = 'wanted';

CREATE TABLE contact_records (
    record_id INTEGER NOT NULL CONSTRAINT contact_records_pk PRIMARY KEY,
    deputy_id INTEGER NOT NULL,
    case_id INTEGER,
    held_on TEXT NOT NULL,
    record TEXT NOT NULL,
    state TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    confirmed_at INTEGER
) STRICT;
-- A deputy's log by day; the handbook reads a year of it.
CREATE INDEX contact_records_day ON contact_records (deputy_id, held_on, record_id);
-- One record a case.
CREATE UNIQUE INDEX contact_records_case ON contact_records (case_id);

CREATE TABLE contact_record_changes (
    change_id INTEGER NOT NULL CONSTRAINT contact_record_changes_pk PRIMARY KEY,
    record_id INTEGER NOT NULL,
    field TEXT NOT NULL,
    old_value TEXT NOT NULL,
    new_value TEXT NOT NULL,
    account_id INTEGER,
    at INTEGER NOT NULL,
    why TEXT NOT NULL
) STRICT;
CREATE INDEX contact_record_changes_record ON contact_record_changes (record_id, change_id);

CREATE TABLE outbox (
    outbox_id INTEGER NOT NULL CONSTRAINT outbox_pk PRIMARY KEY,
    account_id INTEGER NOT NULL,
    channel TEXT NOT NULL,
    lane TEXT NOT NULL,
    kind TEXT NOT NULL,
    case_id INTEGER,
    due_at INTEGER NOT NULL,
    state TEXT NOT NULL,
    reply_to INTEGER,
    silent INTEGER NOT NULL,
    tries INTEGER NOT NULL,
    begun_at INTEGER,
    sent_at INTEGER,
    remote_id INTEGER,
    sent_hash TEXT,
    failure TEXT,
    fallback_at INTEGER,
    created_at INTEGER NOT NULL
) STRICT;
-- What the sender takes next, by channel.
CREATE INDEX outbox_waiting ON outbox (channel, due_at, outbox_id) WHERE state = 'waiting';
-- A reply finds its case, for ever.
CREATE INDEX outbox_remote ON outbox (account_id, remote_id) WHERE remote_id IS NOT NULL;
-- The bubbles of a web chat, newest first.
CREATE INDEX outbox_account ON outbox (account_id, outbox_id) WHERE channel = 'web';

CREATE TABLE counters (
    counter TEXT NOT NULL CONSTRAINT counters_pk PRIMARY KEY,
    value INTEGER NOT NULL
) STRICT;

CREATE TABLE card_paces (
    account_id INTEGER NOT NULL CONSTRAINT card_paces_pk PRIMARY KEY,
    since_at INTEGER NOT NULL,
    cards INTEGER NOT NULL,
    summary_id INTEGER,
    summary_at INTEGER NOT NULL
) STRICT;

CREATE TABLE call_backs (
    call_back_id INTEGER NOT NULL CONSTRAINT call_backs_pk PRIMARY KEY,
    case_id INTEGER NOT NULL,
    account_id INTEGER NOT NULL,
    office_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    value TEXT NOT NULL,
    consented_at INTEGER NOT NULL,
    state TEXT NOT NULL
) STRICT;
-- Who may be told that something waits.
CREATE INDEX call_backs_account ON call_backs (account_id);
CREATE INDEX call_backs_case ON call_backs (case_id);

CREATE TABLE dead_letters (
    dead_letter_id INTEGER NOT NULL CONSTRAINT dead_letters_pk PRIMARY KEY,
    incident TEXT NOT NULL,
    input_key TEXT NOT NULL,
    account_id INTEGER,
    raw TEXT NOT NULL,
    reason TEXT NOT NULL,
    at INTEGER NOT NULL,
    settled_at INTEGER
) STRICT;
-- Those that wait for a person.
CREATE INDEX dead_letters_open ON dead_letters (dead_letter_id) WHERE settled_at IS NULL;

CREATE TABLE roster_imports (
    import_id INTEGER NOT NULL CONSTRAINT roster_imports_pk PRIMARY KEY,
    account_id INTEGER,
    at INTEGER NOT NULL,
    file_hash TEXT NOT NULL,
    changes TEXT NOT NULL,
    undone_at INTEGER
) STRICT;

CREATE TABLE audit_entries (
    seq INTEGER NOT NULL CONSTRAINT audit_entries_pk PRIMARY KEY,
    at INTEGER NOT NULL,
    account_id INTEGER,
    act TEXT NOT NULL,
    subject TEXT NOT NULL,
    salt TEXT NOT NULL,
    chain TEXT NOT NULL
) STRICT;

CREATE TABLE leases (
    lease TEXT NOT NULL CONSTRAINT leases_pk PRIMARY KEY,
    holder TEXT NOT NULL,
    until_at INTEGER NOT NULL
) STRICT;
