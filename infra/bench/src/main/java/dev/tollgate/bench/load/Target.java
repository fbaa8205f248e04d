package dev.tollgate.bench.load;

import dev.tollgate.bench.wire.Era;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where calls go.
 *
 * @param name how results speak of it
 * @param address on loopback; anything else is refused, so that a slip of the hand loads nobody
 * @param headers besides the ones that every call has; a key, for one
 * @param tool the tool's name as exposed there
 * @param era in which calls are written
 */
public record Target(
        String name, InetSocketAddress address, String path, Map<String, String> headers, String tool, Era era) {
    /** A target of calls in the legacy era. */
    public Target(String name, InetSocketAddress address, String path, Map<String, String> headers, String tool) {
        this(name, address, path, headers, tool, Era.LEGACY);
    }

    public Target {
        headers = Map.copyOf(headers);
        if (address.isUnresolved() || !address.getAddress().isLoopbackAddress()) {
            throw new IllegalArgumentException("load goes to loopback alone, not to " + address);
        }
    }

    public Target in(Era other) {
        return new Target(name, address, path, headers, tool, other);
    }

    /** Another tool of the same server or gateway. */
    public Target of(String otherTool) {
        return new Target(name, address, path, headers, otherTool, era);
    }

    /** The same tool under another path. */
    public Target at(String otherPath) {
        return new Target(name, address, otherPath, headers, tool, era);
    }

    /** All headers of a call but those that every call has, whatever its target. */
    Map<String, String> callHeaders() {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.putAll(era.callHeaders(tool));
        return all;
    }
}
