-- Rows as migration 0014 makes its tables and columns, of the sample people (示) of rows-0001.
INSERT INTO inquiries (inquiry_id, number, deputy_id, office_id, state, question, asked_by, asked_at, due_on, answer, answered_way, answered_on, answered_by, withdrawn_at, withdrawn_why, next_step_at) VALUES (286691000000000001, 1, 286679000879730689, 286679000678404097, 'open', '上半年您参加代表小组活动的情况怎样？（示）', NULL, 1772400000000, '2026-03-20', '', NULL, NULL, NULL, NULL, '', 1772410000000);
INSERT INTO inquiries (inquiry_id, number, deputy_id, office_id, state, question, asked_by, asked_at, due_on, answer, answered_way, answered_on, answered_by, withdrawn_at, withdrawn_why, next_step_at) VALUES (286691000000000002, 2, 286679000879730690, 286679000678404097, 'answered', '去年接待群众几次？（示）', 286679001081057473, 1772300000000, '2026-03-01', '四次。（示）', 'chat', '2026-03-02', 286679001081057473, NULL, '', NULL);
INSERT INTO reminders (matter, subject_id, said_step_at, snoozed_until_at) VALUES ('inquiry', 286691000000000001, 1772400000000, NULL);
INSERT INTO reminder_tables (version, account_id, at, rules) VALUES (0, 286679001081057473, 1772300000000, 'matter,anchor,days,to
feedback,nominal,-7,deputy
reply,due,1,provincial_office
inquiry,nominal,0,deputy
handbook,december,10,deputy
quiet,20:00,09:00,
');
UPDATE suggestion_names SET asked_hashes = 'aa,bb', confirmed_hash = 'bb';
