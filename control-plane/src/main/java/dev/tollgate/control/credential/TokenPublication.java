package dev.tollgate.control.credential;

import dev.tollgate.control.publish.Change;
import dev.tollgate.control.server.ServerService;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells gateways that a token is another, or gone. */
@ApplicationScoped
class TokenPublication {
    private final ServerService servers;

    TokenPublication(ServerService servers) {
        this.servers = servers;
    }

    /**
     * After the row was written, within the same change. A person's token is not published: gateways get the tenant's own.
     *
     * @param look whether the server is reached otherwise than before: again, or no more
     */
    void publish(TokenId id, boolean look, Change change) {
        if (!id.isOfTenant()) {
            return;
        }
        servers.publishAgain(id.serverId(), change);
        if (look) {
            servers.lookAt(id.serverId(), change);
        }
    }
}
