package dev.tollgate.local.region;

import dev.tollgate.model.id.Region;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The regions of one stack.
 *
 * @param gateways how many each has; the first region is the demo's
 */
public record Regions(Map<Region, Integer> gateways) {
    /** Of one stack: each is a process with some hundred MiB. */
    public static final int GATEWAYS_MAX = 8;

    /** The one that there is where none is named. */
    public static final Region DEFAULT = new Region("local");

    public Regions {
        gateways = Collections.unmodifiableMap(new LinkedHashMap<>(gateways));
        if (gateways.isEmpty()) {
            throw new IllegalArgumentException("a stack has one region at least");
        }
        gateways.forEach((region, count) -> {
            if (count < 1) {
                throw new IllegalArgumentException("a region has one gateway at least, not " + count + " as " + region);
            }
        });
        int all = gateways.values().stream().mapToInt(Integer::intValue).sum();
        if (all > GATEWAYS_MAX) {
            throw new IllegalArgumentException("a stack has " + GATEWAYS_MAX + " gateways at most, not " + all);
        }
    }

    public static Regions onlyDefault(int gateways) {
        return new Regions(Map.of(DEFAULT, gateways));
    }

    /**
     * As a person says it.
     *
     * @param counts of gateways: one for every region, or one for each in its order
     */
    public static Regions of(List<String> names, List<Integer> counts) {
        if (counts.size() != 1 && counts.size() != names.size()) {
            throw new IllegalArgumentException("of gateways there is one number for every region, or one for each of "
                    + names.size() + ", not " + counts.size());
        }
        var gateways = new LinkedHashMap<Region, Integer>();
        for (int i = 0; i < names.size(); i++) {
            int count = counts.get(counts.size() == 1 ? 0 : i);
            if (gateways.put(new Region(names.get(i)), count) != null) {
                throw new IllegalArgumentException("the region " + names.get(i) + " is named twice");
            }
        }
        return new Regions(gateways);
    }

    public List<Region> all() {
        return List.copyOf(gateways.keySet());
    }

    public Region first() {
        return gateways.keySet().iterator().next();
    }

    /**
     * Each gateway's region by the gateway's name, region by region. The name says the region, so that no gateway ever
     * finds on its disk what it had as another region's.
     */
    public Map<String, Region> byGateway() {
        var named = new LinkedHashMap<String, Region>();
        gateways.forEach((region, count) -> {
            for (int number = 1; number <= count; number++) {
                named.put(name(region, number), region);
            }
        });
        return Collections.unmodifiableMap(named);
    }

    private static String name(Region region, int number) {
        return region.equals(DEFAULT) ? "gateway-" + number : "gateway-" + region + "-" + number;
    }
}
