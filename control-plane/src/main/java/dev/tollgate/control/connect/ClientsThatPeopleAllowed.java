package dev.tollgate.control.connect;

import dev.tollgate.control.consent.AllowedClients;
import dev.tollgate.control.credential.ClientsOfPeople;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Tells whoever publishes a connection which clients it serves. */
@ApplicationScoped
class ClientsThatPeopleAllowed implements ClientsOfPeople {
    private final AllowedClients clients;

    ClientsThatPeopleAllowed(AllowedClients clients) {
        this.clients = clients;
    }

    @Override
    public List<String> of(UUID server, UUID person) {
        return clients.of(server, person).stream()
                .map(AllowedClients.Allowed::client)
                .toList();
    }

    @Override
    public void forget(UUID server, UUID person) {
        clients.forget(server, person);
    }
}
