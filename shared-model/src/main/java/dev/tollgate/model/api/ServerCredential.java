package dev.tollgate.model.api;

import java.time.Instant;
import java.util.List;

/**
 * What a server knows the tenant by. Values are never given back.
 *
 * @param headers that each request to the server carries; empty if there are none
 */
public record ServerCredential(Kind kind, List<Header> headers, long version) {
    /** How the server is told who calls. */
    public enum Kind {
        NONE,
        HEADERS
    }

    /** A header whose value is kept. */
    public record Header(String name, Instant changedAt) {}
}
