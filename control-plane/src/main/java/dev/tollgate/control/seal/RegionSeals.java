package dev.tollgate.control.seal;

import dev.tollgate.model.id.Region;
import dev.tollgate.model.seal.Seal;
import java.util.Map;

/** Seals what gateways need, for those of one region. */
public final class RegionSeals {
    private final Map<String, Seal> seals;

    RegionSeals(Map<String, Seal> seals) {
        this.seals = Map.copyOf(seals);
    }

    /** Whether this is what the key is called that seals for the region now. */
    public boolean isCurrent(String region, String key) {
        Seal seal = seals.get(region);
        return seal != null && seal.currentKey().equals(key);
    }

    /** Whether something can be sealed and opened for the region here. */
    public boolean has(String region) {
        return seals.containsKey(region);
    }

    public Seal of(Region region) {
        Seal seal = seals.get(region.value());
        if (seal == null) {
            throw new IllegalStateException("there is no seal key of region " + region);
        }
        return seal;
    }
}
