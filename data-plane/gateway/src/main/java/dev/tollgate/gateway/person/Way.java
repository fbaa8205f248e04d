package dev.tollgate.gateway.person;

import dev.tollgate.model.config.ServerConfig;

/** How someone reaches a server that each person has a connection of their own to. */
public sealed interface Way {
    /**
     * @param server by this person's connection
     */
    record Open(ServerConfig server) implements Way {}

    /**
     * @param serial of the connection that does not serve; 0 if there never was one
     */
    record Shut(Why why, long serial) implements Way {}

    /** Why there is no way. */
    enum Why {
        /** The caller is no person: a key that belongs to no user, or to one who does not sign in. */
        NOBODY,
        NOT_CONNECTED,
        /** The person is connected, and did not allow the client that calls. */
        CLIENT_NOT_ALLOWED,
        NEEDS_ATTENTION
    }
}
