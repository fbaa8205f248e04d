package dev.tollgate.bench.load;

import java.net.InetSocketAddress;
import java.util.Map;

/**
 * Where calls go.
 *
 * @param name how results speak of it
 * @param address on loopback; anything else is refused, so that a slip of the hand loads nobody
 * @param headers besides the ones that every call has; a key, for one
 * @param tool the tool's name as exposed there
 */
public record Target(String name, InetSocketAddress address, String path, Map<String, String> headers, String tool) {
    public Target {
        headers = Map.copyOf(headers);
        if (address.isUnresolved() || !address.getAddress().isLoopbackAddress()) {
            throw new IllegalArgumentException("load goes to loopback alone, not to " + address);
        }
    }
}
