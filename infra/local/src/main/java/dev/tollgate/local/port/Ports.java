package dev.tollgate.local.port;

import dev.tollgate.local.region.Regions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The stack's ports by name, all on 127.0.0.1.
 *
 * @param byName in the order of the stack's parts
 */
public record Ports(Map<String, Integer> byName) {
    private static final int GATEWAY_DEFAULT = 8090;

    public Ports {
        byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
        byName.forEach((name, port) -> {
            if (port < 1 || port > 65_535) {
                throw new IllegalArgumentException(port + " is no port, for " + name);
            }
        });
    }

    /** The documented ones. */
    public static Ports defaults(Regions regions) {
        var ports = new LinkedHashMap<String, Integer>();
        ports.put("postgresql", 15432);
        ports.put("kafka", 19092);
        ports.put("kafka-controller", 19093);
        ports.put("keycloak", 18080);
        ports.put("keycloak-management", 19000);
        ports.put("clickhouse", 18123);
        ports.put("upstream-everything", 18201);
        ports.put("control-plane", 8080);
        ports.put("console", 8081);
        int next = GATEWAY_DEFAULT;
        for (var gateway : regions.byGateway().keySet()) {
            ports.put(gateway, next++);
        }
        return new Ports(ports);
    }

    /** Ones that nobody holds now, with so many gateways of the default region. */
    public static Ports free(int gateways) {
        return free(Regions.onlyDefault(gateways));
    }

    /** Ones that nobody holds now. */
    public static Ports free(Regions regions) {
        var names = new ArrayList<>(defaults(regions).byName.keySet());
        var found = FreePorts.find(names.size());
        var ports = new LinkedHashMap<String, Integer>();
        for (int i = 0; i < names.size(); i++) {
            ports.put(names.get(i), found.get(i));
        }
        return new Ports(ports);
    }

    /** These, with one chosen by the user. */
    public Ports with(String name, int port) {
        if (!byName.containsKey(name)) {
            throw new IllegalArgumentException("no port is named " + name + "; there are " + names());
        }
        var ports = new LinkedHashMap<>(byName);
        ports.put(name, port);
        return new Ports(ports);
    }

    public int of(String name) {
        var port = byName.get(name);
        if (port == null) {
            throw new IllegalArgumentException("no port is named " + name + "; there are " + names());
        }
        return port;
    }

    private List<String> names() {
        return List.copyOf(byName.keySet());
    }
}
