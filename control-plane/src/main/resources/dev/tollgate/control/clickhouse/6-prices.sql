-- By which version of which price a call cost what it did, and what was counted for each of the things that it prices.
ALTER TABLE calls
    ADD COLUMN IF NOT EXISTS price Nullable(UUID) AFTER attempts,
    ADD COLUMN IF NOT EXISTS price_version UInt64 AFTER price,
    ADD COLUMN IF NOT EXISTS quantities Array(UInt64) AFTER price_version;
