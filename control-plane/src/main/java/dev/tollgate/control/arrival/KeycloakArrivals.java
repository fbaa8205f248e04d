package dev.tollgate.control.arrival;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tollgate.control.federation.MappingService;
import dev.tollgate.control.keycloak.KeycloakRealm;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Keycloak's events of sign-ins, which it keeps for an hour, and the attribute into which a mapper puts a claim. */
@ApplicationScoped
class KeycloakArrivals implements RealmArrivals {
    private static final int EVENTS_MAX = 1_000;
    private static final String ALIAS = "tenant-";

    private final KeycloakRealm realm;

    KeycloakArrivals(KeycloakRealm realm) {
        this.realm = realm;
    }

    @Override
    public List<Arrival> since(Instant time) {
        List<Arrival> arrivals = new ArrayList<>();
        String query = "/events?type=LOGIN&dateFrom=" + time.toEpochMilli() + "&max=" + EVENTS_MAX;
        for (JsonNode event : realm.get(query)) {
            String provider = event.path("details").path("identity_provider").asText();
            Instant at = Instant.ofEpochMilli(event.path("time").asLong());
            if (provider.startsWith(ALIAS) && event.hasNonNull("userId") && !at.isBefore(time)) {
                arrivals.add(new Arrival(event.path("userId").asText(), provider.substring(ALIAS.length()), at));
            }
        }
        arrivals.sort(Comparator.comparing(Arrival::at));
        return arrivals;
    }

    @Override
    public List<String> groupsOf(String identity) {
        return realm.get("/users/" + KeycloakRealm.encoded(identity))
                .path("attributes")
                .path(MappingService.GROUPS_ATTRIBUTE)
                .valueStream()
                .map(JsonNode::asText)
                .toList();
    }
}
