-- Rows as migration 0011 makes their tables and columns, of the sample people (示) of rows-0001 and the feedback of rows-0005.
UPDATE feedbacks SET proofs = '[286679001000000001]' WHERE reply_id = 286680000000000031;
INSERT INTO calendar_links (account_id, token_hash, made_at, revoked_at) VALUES (286679001081057473, '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08', 1773990000000, NULL);
