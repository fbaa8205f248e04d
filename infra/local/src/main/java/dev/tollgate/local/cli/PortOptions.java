package dev.tollgate.local.cli;

import dev.tollgate.local.port.Ports;
import dev.tollgate.local.region.Regions;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** Which ports the stack takes. */
final class PortOptions {
    @Option(
            names = "--ports",
            paramLabel = "default|free",
            defaultValue = "default",
            description = "the documented ports, or any that are free")
    private String kind = "default";

    @Option(
            names = "--port",
            paramLabel = "NAME=NUMBER",
            description = "another port for one of ${COMPLETION-CANDIDATES}; repeatable",
            completionCandidates = PortNames.class)
    private Map<String, Integer> chosen = new LinkedHashMap<>();

    Ports ports(Regions regions) {
        var ports = switch (kind) {
            case "default" -> Ports.defaults(regions);
            case "free" -> Ports.free(regions);
            default -> throw new IllegalArgumentException("--ports takes default or free, not " + kind);
        };
        for (var one : chosen.entrySet()) {
            ports = ports.with(one.getKey(), one.getValue());
        }
        return ports;
    }

    /** For the help text. */
    static final class PortNames implements Iterable<String> {
        @Override
        public java.util.Iterator<String> iterator() {
            return Ports.defaults(Regions.onlyDefault(1)).byName().keySet().iterator();
        }
    }
}
