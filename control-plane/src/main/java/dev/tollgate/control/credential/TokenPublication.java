package dev.tollgate.control.credential;

import dev.tollgate.control.publish.Change;
import dev.tollgate.control.server.ServerService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Tells gateways that a token is another, or gone. */
@ApplicationScoped
class TokenPublication {
    private final ServerService servers;
    private final PersonConnections connections;

    TokenPublication(ServerService servers, PersonConnections connections) {
        this.servers = servers;
        this.connections = connections;
    }

    /**
     * After the row was written, within the same change. The tenant's own makes a revision, a person's does not.
     *
     * @param look whether the server is reached otherwise than before: again, or no more
     */
    void publish(TokenId id, boolean look, Change change) {
        if (!id.isOfTenant()) {
            publish(id.serverId(), id.person(), look, change);
            return;
        }
        servers.publishAgain(id.serverId(), change);
        if (look) {
            servers.lookAt(id.serverId(), change);
        }
    }

    private void publish(UUID server, UUID person, boolean other, Change change) {
        if (other) {
            connections.publishAnew(server, person, change);
        } else {
            connections.publish(server, person, change);
        }
    }
}
