package dev.tollgate.local.stack;

import dev.tollgate.local.fetch.Cache;
import dev.tollgate.local.part.DataFolder;
import dev.tollgate.local.port.Ports;
import java.nio.file.Path;

/** What to start and where. */
public record StackOptions(DataFolder data, Cache cache, Ports ports, Extent extent, int gateways, Progress progress) {
    private static final int GATEWAYS_MAX = 8;

    public StackOptions {
        if (gateways < 1 || gateways > GATEWAYS_MAX) {
            throw new IllegalArgumentException("1 to " + GATEWAYS_MAX + " gateways, not " + gateways);
        }
    }

    /** The backends alone on free ports, with this user's cache: what tests begin with. */
    public static StackOptions in(Path data) {
        return new StackOptions(
                new DataFolder(data), Cache.ofThisUser(), Ports.free(1), Extent.BACKENDS, 1, Progress.SILENT);
    }

    public StackOptions with(Extent chosen) {
        return new StackOptions(data, cache, ports, chosen, gateways, progress);
    }

    public StackOptions with(Ports chosen) {
        return new StackOptions(data, cache, chosen, extent, gateways, progress);
    }

    public StackOptions with(Progress chosen) {
        return new StackOptions(data, cache, ports, extent, gateways, chosen);
    }
}
