package dev.tollgate.local.stack;

import dev.tollgate.local.fetch.Cache;
import dev.tollgate.local.part.DataFolder;
import dev.tollgate.local.port.Ports;
import dev.tollgate.local.region.Regions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What to start and where.
 *
 * @param ports one for each gateway of the regions, by its name
 */
public record StackOptions(
        DataFolder data,
        Cache cache,
        Ports ports,
        Regions regions,
        Extent extent,
        Progress progress,
        Surroundings surroundings) {
    private static final Set<String> BACKEND_PORTS =
            Set.of("postgresql", "kafka", "kafka-controller", "keycloak", "keycloak-management", "clickhouse");

    public StackOptions {
        regions.byGateway().keySet().forEach(ports::of);
    }

    /** The backends alone on free ports, with this user's cache: what tests begin with. */
    public static StackOptions in(Path data) {
        var one = Regions.onlyDefault(1);
        return new StackOptions(
                new DataFolder(data),
                Cache.ofThisUser(),
                Ports.free(one),
                one,
                Extent.BACKENDS,
                Progress.SILENT,
                Surroundings.NONE);
    }

    public StackOptions with(Extent chosen) {
        return new StackOptions(data, cache, ports, regions, chosen, progress, surroundings);
    }

    /** On other free ports, with these regions and their gateways. */
    public StackOptions with(Regions chosen) {
        return new StackOptions(data, cache, Ports.free(chosen), chosen, extent, progress, surroundings);
    }

    public StackOptions with(Progress chosen) {
        return new StackOptions(data, cache, ports, regions, extent, chosen, surroundings);
    }

    public StackOptions with(Surroundings chosen) {
        return new StackOptions(data, cache, ports, regions, extent, progress, chosen);
    }

    /** The ports that will be listened on. */
    List<String> portsInUse() {
        var names = new ArrayList<>(ports.byName().keySet());
        if (extent == Extent.BACKENDS) {
            names.retainAll(BACKEND_PORTS);
        }
        return names;
    }
}
