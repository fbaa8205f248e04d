package dev.tollgate.control.credential;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Clients that a test lets people have allowed. */
@ApplicationScoped
class AllowedForTests implements ClientsOfPeople {
    final Map<UUID, List<String>> ofPerson = new ConcurrentHashMap<>();

    @Override
    public List<String> of(UUID server, UUID person) {
        return ofPerson.getOrDefault(person, List.of());
    }
}
