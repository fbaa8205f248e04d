-- What a call had of the tiers of all but calls that its price counts from call to call: for each such count the units of each tier that
-- ends, and from where on the rest was counted (-1 and less where that was not known). Empty where nothing of it goes on.
ALTER TABLE calls
    ADD COLUMN IF NOT EXISTS tier_counts Array(Int64) AFTER counted_before;
