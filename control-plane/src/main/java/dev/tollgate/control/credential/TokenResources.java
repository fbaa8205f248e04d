package dev.tollgate.control.credential;

import dev.tollgate.control.server.ServerService;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whom a server's tokens are for (RFC 8707). */
@ApplicationScoped
class TokenResources {
    private final ServerService servers;

    TokenResources(ServerService servers) {
        this.servers = servers;
    }

    /**
     * What is said of it, else the server's URL.
     *
     * @param withoutResource whether the provider takes none
     */
    @Nullable
    URI of(UUID server, @Nullable URI said, boolean withoutResource) {
        return said != null || withoutResource
                ? said
                : servers.credentialUrl(server).orElse(null);
    }
}
