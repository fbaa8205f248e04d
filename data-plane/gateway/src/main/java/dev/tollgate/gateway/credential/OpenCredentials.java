package dev.tollgate.gateway.credential;

import dev.tollgate.model.config.SealedCredential;
import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.id.Region;
import dev.tollgate.model.id.ServerId;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.seal.Seal;
import dev.tollgate.model.wire.CredentialSeal;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The credentials of all tenants' servers, opened when their snapshot is taken. Safe from any thread; one writer a tenant. */
public final class OpenCredentials {
    private final Seal seal;
    private final Region region;
    private final ConcurrentHashMap<TenantId, Map<ServerId, Opened>> tenants = new ConcurrentHashMap<>();

    private record Opened(SealedCredential from, UpstreamHeaders headers) {}

    public OpenCredentials(Seal seal, Region region) {
        this.seal = seal;
        this.region = region;
    }

    /** Opens what the tenant's servers have, before they are served, and forgets what they no longer have. */
    public void take(TenantId tenant, Collection<ServerConfig> servers) {
        Map<ServerId, Opened> before = tenants.getOrDefault(tenant, Map.of());
        Map<ServerId, Opened> now = new HashMap<>();
        for (ServerConfig server : servers) {
            SealedCredential sealed = server.credential();
            if (sealed != null) {
                Opened known = before.get(server.id());
                now.put(
                        server.id(),
                        known != null ? next(known, server, sealed) : new Opened(sealed, open(server, sealed)));
            }
        }
        if (now.isEmpty()) {
            tenants.remove(tenant);
        } else {
            tenants.put(tenant, Map.copyOf(now));
        }
    }

    /** With the same version, what is open to the server stays, and only the token in it is another. */
    private Opened next(Opened known, ServerConfig server, SealedCredential sealed) {
        if (known.from.equals(sealed)) {
            return known;
        }
        UpstreamHeaders opened = open(server, sealed);
        if (known.from.version() != sealed.version()) {
            return new Opened(sealed, opened);
        }
        known.headers.become(opened);
        return new Opened(sealed, known.headers);
    }

    public void forget(TenantId tenant) {
        tenants.remove(tenant);
    }

    /** What requests to the server, as it is configured here, carry. Asked when something is opened to it, not at each call. */
    public UpstreamHeaders of(ServerConfig server) {
        SealedCredential sealed = server.credential();
        if (sealed == null) {
            return UpstreamHeaders.NONE;
        }
        @Nullable Opened known = tenants.getOrDefault(server.tenant(), Map.of()).get(server.id());
        // A call may still come with the configuration of just before.
        return known != null && known.from.version() == sealed.version() ? known.headers : open(server, sealed);
    }

    private UpstreamHeaders open(ServerConfig server, SealedCredential sealed) {
        if (sealed.lacksToken()) {
            return UpstreamHeaders.tokenless();
        }
        String text = sealed.sealed().get(region.value());
        return text == null
                ? UpstreamHeaders.unopened()
                : new CredentialSeal(server.tenant(), server.id(), sealed.version())
                        .open(text, region, seal)
                        .map(headers -> UpstreamHeaders.of(headers, sealed.renewal()))
                        .orElseGet(UpstreamHeaders::unopened);
    }

    /** How many there are that this gateway cannot open. */
    public long closed() {
        return tenants.values().stream()
                .flatMap(servers -> servers.values().stream())
                .filter(one -> !one.headers.isOpen() && !one.from.lacksToken())
                .count();
    }
}
