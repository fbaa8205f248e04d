package dev.tollgate.control.credential;

import java.util.UUID;

/**
 * Whose token, for which server.
 *
 * @param person the user's id, or {@link #TENANT}
 */
record TokenId(UUID serverId, UUID person) {
    /** In the place of a person: the token is the tenant's own. */
    static final UUID TENANT = new UUID(0, 0);

    static TokenId ofTenant(UUID serverId) {
        return new TokenId(serverId, TENANT);
    }

    boolean isOfTenant() {
        return person.equals(TENANT);
    }
}
