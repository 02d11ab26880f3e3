-- A joint activity that an office entered wrongly is taken back: its cards can't be confirmed any more.
ALTER TABLE activities ADD COLUMN withdrawn_at INTEGER;
