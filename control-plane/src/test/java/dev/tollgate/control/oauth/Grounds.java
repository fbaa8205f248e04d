package dev.tollgate.control.oauth;

import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Providers and accesses that tests begin with. */
final class Grounds {
    private Grounds() {}

    /** Whose endpoints are the neighbour's. */
    static Provider provider(Neighbour at, @Nullable Set<String> authMethods, boolean clientDocuments) {
        return new Provider(
                URI.create(at.origin()),
                at.at("/authorize"),
                at.at("/token"),
                at.at("/register"),
                at.at("/revoke"),
                Set.of("read", "offline_access"),
                authMethods,
                null,
                Set.of("S256"),
                true,
                clientDocuments,
                true);
    }

    static Provider withoutRegistration(Neighbour at) {
        return new Provider(
                URI.create(at.origin()),
                at.at("/authorize"),
                at.at("/token"),
                null,
                null,
                null,
                null,
                null,
                Set.of("S256"),
                false,
                false,
                true);
    }

    static Access access(Neighbour at, ClientIdentity client) {
        return new Access(provider(at, null, false), client, at.at("/mcp"), List.of("read"));
    }
}
