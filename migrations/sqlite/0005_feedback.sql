-- The deputies' feedback on replies, how far it is with its two receivers, and what was said to remind of it.
CREATE TABLE feedbacks (
    reply_id INTEGER NOT NULL CONSTRAINT feedbacks_pk PRIMARY KEY,
    suggestion_id INTEGER NOT NULL,
    deputy_id INTEGER NOT NULL,
    office_id INTEGER NOT NULL,
    handling TEXT,
    reply TEXT,
    reasons TEXT NOT NULL,
    rehandling TEXT NOT NULL,
    way TEXT,
    given_on TEXT,
    given_at INTEGER,
    given_by INTEGER,
    timeliness TEXT NOT NULL,
    progress TEXT NOT NULL,
    changes INTEGER NOT NULL,
    draft TEXT NOT NULL,
    released_at INTEGER,
    released_by INTEGER,
    created_at INTEGER NOT NULL
) STRICT;
-- The desk's list by how far it is, of the province and of an office, the newest first.
CREATE INDEX feedbacks_progress ON feedbacks (progress, reply_id);
CREATE INDEX feedbacks_office ON feedbacks (office_id, progress, reply_id);
-- What was late, likewise.
CREATE INDEX feedbacks_late ON feedbacks (office_id, reply_id) WHERE timeliness = 'late';

-- Every verdict that was given before the one in force.
CREATE TABLE feedback_versions (
    version_id INTEGER NOT NULL CONSTRAINT feedback_versions_pk PRIMARY KEY,
    reply_id INTEGER NOT NULL,
    handling TEXT,
    reply TEXT,
    reasons TEXT NOT NULL,
    way TEXT,
    given_on TEXT,
    given_at INTEGER,
    given_by INTEGER,
    replaced_at INTEGER NOT NULL,
    replaced_by INTEGER
) STRICT;
-- The history of one feedback on its page.
CREATE INDEX feedback_versions_reply ON feedback_versions (reply_id, version_id);

-- How far a feedback is with each of its two receivers.
CREATE TABLE feedback_receivers (
    reply_id INTEGER NOT NULL,
    receiver TEXT NOT NULL,
    state TEXT NOT NULL,
    sent_at INTEGER,
    sent_by INTEGER,
    sent_way TEXT,
    declared_on TEXT,
    confirmed_at INTEGER,
    confirmed_by INTEGER,
    confirmed_how TEXT,
    note TEXT NOT NULL,
    tries INTEGER NOT NULL,
    next_try_at INTEGER,
    failure TEXT NOT NULL,
    CONSTRAINT feedback_receivers_pk PRIMARY KEY (reply_id, receiver)
) STRICT;
-- Slips that wait to be mailed.
CREATE INDEX feedback_receivers_try ON feedback_receivers (next_try_at) WHERE next_try_at IS NOT NULL;

-- What was said of a deadline, and until when the deputy put it off. The next instant stands with the reply or assignment.
CREATE TABLE reminders (
    matter TEXT NOT NULL,
    subject_id INTEGER NOT NULL,
    said_step_at INTEGER,
    snoozed_until_at INTEGER,
    CONSTRAINT reminders_pk PRIMARY KEY (matter, subject_id)
) STRICT;

-- Each step that was claimed for an audience, once for ever.
CREATE TABLE reminder_steps (
    step_key TEXT NOT NULL CONSTRAINT reminder_steps_pk PRIMARY KEY,
    claimed_at INTEGER NOT NULL,
    outbox_id INTEGER
) STRICT;

-- When someone was last told something unasked: at most so often a day.
CREATE TABLE unasked (
    recipient TEXT NOT NULL CONSTRAINT unasked_pk PRIMARY KEY,
    told_at INTEGER NOT NULL,
    told INTEGER NOT NULL
) STRICT;
