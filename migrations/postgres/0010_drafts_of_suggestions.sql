-- A draft of a motion or suggestion, besides its row in the register: nobody but its deputy sees it before it is handed in.
CREATE TABLE suggestion_drafts (
    suggestion_id BIGINT NOT NULL CONSTRAINT suggestion_drafts_pk PRIMARY KEY,
    deputy_id BIGINT NOT NULL,
    stage TEXT NOT NULL,
    units TEXT NOT NULL,
    origin TEXT NOT NULL,
    raised_before TEXT NOT NULL,
    wants_meeting TEXT NOT NULL,
    shares BIGINT NOT NULL,
    handed_in_way TEXT,
    handed_in_on TEXT,
    registered_as_id BIGINT,
    file_id BIGINT,
    changed_at BIGINT NOT NULL
);
-- A deputy's drafts, the newest first.
CREATE INDEX suggestion_drafts_deputy ON suggestion_drafts (deputy_id, suggestion_id);
-- Drafts whose document is being read; those that were handed in, when the office registers; those whose deputies agreed to be told of like ones.
CREATE INDEX suggestion_drafts_stage ON suggestion_drafts (stage, shares, suggestion_id);
-- Earlier suggestions whose text is public, when a draft looks for the same content.
CREATE INDEX suggestions_openness ON suggestions (openness, suggestion_id);
-- A deputy by name, when a drafter asks for names.
CREATE INDEX deputies_name ON deputies (name);
