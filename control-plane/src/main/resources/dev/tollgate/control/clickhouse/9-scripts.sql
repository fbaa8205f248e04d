-- The call whose script made a call.
ALTER TABLE calls
    ADD COLUMN IF NOT EXISTS parent_call Nullable(UUID) AFTER parent_output_tokens;
