package dev.tollgate.model.config;

import dev.tollgate.model.id.ServerId;
import dev.tollgate.model.id.TenantId;
import java.util.Map;
import java.util.UUID;

/**
 * A person's own connection to a server, as it travels: a record of its own, which no revision has and no head vouches for.
 * All that it says is sealed for each region that has the tenant, and bound to what stands openly here
 * ({@link dev.tollgate.model.wire.ConnectionSeal}). One that has ended stays, and says so, for as long as there is its server:
 * a record without value takes nothing back.
 *
 * @param person the issuer's id of a user
 * @param serial counts up for ever with each change of this connection: an older one never takes a later one's place
 * @param sealed by region
 */
public record PersonConnection(TenantId tenant, ServerId server, UUID person, long serial, Map<String, String> sealed) {
    /** Of all persons together to one server. */
    public static final int OF_SERVER_MAX = 20_000;

    private static final char BETWEEN = '.';

    public PersonConnection {
        sealed = Map.copyOf(sealed);
        if (serial < 1) {
            throw new IllegalArgumentException("a connection's serial is 1 or more, not " + serial);
        }
    }

    /** Its identity within its tenant, {@code <server>.<person>}. */
    public String id() {
        return id(server, person);
    }

    public static String id(ServerId server, UUID person) {
        return server.toString() + BETWEEN + person;
    }

    @Override
    public String toString() {
        return "connection " + id() + ", serial " + serial;
    }
}
