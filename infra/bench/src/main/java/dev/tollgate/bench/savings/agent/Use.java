package dev.tollgate.bench.savings.agent;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A call of a server's tool. */
public record Use(String server, String tool, ObjectNode arguments) {
    public static Use of(String server, String tool, Object... arguments) {
        return new Use(server, tool, Json.of(arguments));
    }
}
