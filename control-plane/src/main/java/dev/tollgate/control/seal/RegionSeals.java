package dev.tollgate.control.seal;

import dev.tollgate.model.id.Region;
import dev.tollgate.model.seal.Seal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Seals what gateways need, for those of one region. */
public final class RegionSeals {
    private final Map<String, Seal> seals;

    RegionSeals(Map<String, Seal> seals) {
        this.seals = Map.copyOf(seals);
    }

    /** Whether this is what the key is called that seals for the region now. */
    private boolean isCurrent(String region, String key) {
        Seal seal = seals.get(region);
        return seal != null && seal.currentKey().equals(key);
    }

    /** Whether something can be sealed and opened for the region here. */
    public boolean has(String region) {
        return seals.containsKey(region);
    }

    /** The keys that seal for these regions now, as text. */
    public String keys(List<Region> homes) {
        return homes.stream()
                .map(home -> home + "=" + of(home).currentKey())
                .sorted()
                .collect(Collectors.joining(","));
    }

    /** Whether the keys in such a text are those that seal now. */
    public boolean areCurrent(String keys) {
        return Stream.of(keys.split(",", -1)).allMatch(entry -> {
            String[] regionAndKey = entry.split("=", 2);
            return regionAndKey.length == 2 && isCurrent(regionAndKey[0], regionAndKey[1]);
        });
    }

    public Seal of(Region region) {
        Seal seal = seals.get(region.value());
        if (seal == null) {
            throw new IllegalStateException("there is no seal key of region " + region);
        }
        return seal;
    }
}
