package dev.tollgate.control.connect;

import dev.tollgate.control.consent.AllowedClients;
import dev.tollgate.control.credential.OauthCredentials;
import dev.tollgate.control.credential.PersonConnections;
import dev.tollgate.control.publish.Change;
import dev.tollgate.control.users.EndedPeople;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Whoever leaves, or is deactivated, is disconnected everywhere; their providers are told by the job. */
@ApplicationScoped
class ConnectionsOfPeople implements EndedPeople {
    private final OauthCredentials credentials;
    private final PersonConnections connections;
    private final AllowedClients clients;

    ConnectionsOfPeople(OauthCredentials credentials, PersonConnections connections, AllowedClients clients) {
        this.credentials = credentials;
        this.connections = connections;
        this.clients = clients;
    }

    @Override
    public void ended(String identity, Change change) {
        People.id(identity).ifPresent(person -> end(person, change));
    }

    private void end(UUID person, Change change) {
        clients.forget(person);
        for (UUID server : credentials.connectionsOf(person)) {
            credentials.disconnect(server, person, change);
        }
        connections.endAll(person, change);
    }
}
