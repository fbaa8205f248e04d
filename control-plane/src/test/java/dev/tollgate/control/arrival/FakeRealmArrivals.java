package dev.tollgate.control.arrival;

import io.quarkus.test.Mock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Sign-ins that a test says there were. What the real ones are, the end-to-end suite of directories says. */
@Mock
@ApplicationScoped
class FakeRealmArrivals implements RealmArrivals {
    private final List<Arrival> all = new CopyOnWriteArrayList<>();
    private final Map<String, List<String>> groups = new ConcurrentHashMap<>();

    void signsIn(String identity, String slug, String... inGroups) {
        groups.put(identity, List.of(inGroups));
        all.add(new Arrival(identity, slug, Instant.now()));
    }

    @Override
    public List<Arrival> since(Instant time) {
        return all.stream().filter(arrival -> !arrival.at().isBefore(time)).toList();
    }

    @Override
    public List<String> groupsOf(String identity) {
        return groups.getOrDefault(identity, List.of());
    }
}
