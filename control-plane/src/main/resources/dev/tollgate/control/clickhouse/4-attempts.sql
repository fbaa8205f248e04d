-- How many attempts an event stands for: refusals of presented keys come together when they come fast.
ALTER TABLE calls ADD COLUMN IF NOT EXISTS attempts UInt64 DEFAULT 1 AFTER snapshot_revision;
