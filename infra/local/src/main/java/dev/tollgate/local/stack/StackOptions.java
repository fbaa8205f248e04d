package dev.tollgate.local.stack;

import dev.tollgate.local.fetch.Cache;
import dev.tollgate.local.part.DataFolder;
import dev.tollgate.local.port.Ports;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What to start and where.
 *
 * @param ports one named {@code gateway-N} for each gateway, from 1 on
 */
public record StackOptions(DataFolder data, Cache cache, Ports ports, Extent extent, Progress progress) {
    private static final Set<String> BACKEND_PORTS =
            Set.of("postgresql", "kafka", "kafka-controller", "keycloak", "keycloak-management", "clickhouse");

    /** The backends alone on free ports, with this user's cache: what tests begin with. */
    public static StackOptions in(Path data) {
        return new StackOptions(
                new DataFolder(data), Cache.ofThisUser(), Ports.free(1), Extent.BACKENDS, Progress.SILENT);
    }

    public StackOptions with(Extent chosen) {
        return new StackOptions(data, cache, ports, chosen, progress);
    }

    /** On other free ports, with so many gateways. */
    public StackOptions withGateways(int gateways) {
        return with(Ports.free(gateways));
    }

    public StackOptions with(Ports chosen) {
        return new StackOptions(data, cache, chosen, extent, progress);
    }

    public StackOptions with(Progress chosen) {
        return new StackOptions(data, cache, ports, extent, chosen);
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
