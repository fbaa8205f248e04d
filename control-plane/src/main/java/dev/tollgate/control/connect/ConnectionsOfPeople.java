package dev.tollgate.control.connect;

import dev.tollgate.control.consent.AllowedClients;
import dev.tollgate.control.credential.OauthCredentials;
import dev.tollgate.control.publish.Change;
import dev.tollgate.control.users.EndedPeople;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Whoever leaves, or is deactivated, is disconnected everywhere; their providers are told by the job. */
@ApplicationScoped
class ConnectionsOfPeople implements EndedPeople {
    private final OauthCredentials credentials;
    private final AllowedClients clients;

    ConnectionsOfPeople(OauthCredentials credentials, AllowedClients clients) {
        this.credentials = credentials;
        this.clients = clients;
    }

    @Override
    public void ended(String identity, Change change) {
        People.id(identity)
                .ifPresent(person -> credentials.connectionsOf(person).forEach(server -> end(server, person, change)));
    }

    private void end(UUID server, UUID person, Change change) {
        clients.forget(server, person);
        credentials.disconnect(server, person, change);
    }
}
