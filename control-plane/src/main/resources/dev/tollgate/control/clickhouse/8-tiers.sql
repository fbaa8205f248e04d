-- How many calls a price had counted before a call in its period, where counting goes on from call to call; -1 and less where that
-- was not known.
ALTER TABLE calls
    ADD COLUMN IF NOT EXISTS counted_before Nullable(Int64) AFTER quantities;
