package dev.tollgate.control.key;

import dev.tollgate.control.persistence.Times;
import dev.tollgate.control.publish.Change;
import dev.tollgate.control.publish.Renewable;
import dev.tollgate.control.subject.SubjectKeys;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Answers subjects what they need to know of their keys. */
@ApplicationScoped
class KeysOfSubjects implements SubjectKeys, Renewable {
    private final KeyStore store;

    KeysOfSubjects(KeyStore store) {
        this.store = store;
    }

    @Override
    public Map<String, Long> count(Collection<String> owners) {
        return owners.isEmpty() ? Map.of() : store.countUnrevoked(owners);
    }

    @Override
    public List<String> retire(String owner, String reason, Change change) {
        Instant now = Times.now();
        List<String> retired = new ArrayList<>();
        for (KeyRow row : store.unrevokedOf(owner)) {
            row.revokedAt = now;
            row.revokedReason = reason;
            change.put(row.toConfig(change.tenant()));
            retired.add(row.id);
        }
        return retired;
    }

    @Override
    public boolean usesProvider(String slug) {
        return store.usesProvider(slug);
    }

    @Override
    public void publishAll(Change change) {
        store.all().forEach(row -> change.put(row.toConfig(change.tenant())));
    }
}
