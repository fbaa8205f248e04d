package dev.tollgate.control.grant;

import dev.tollgate.control.web.Refusal;
import dev.tollgate.control.web.Refused;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.Mock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** An identity provider in memory, which can be away, and which nobody may ask while a transaction is open. */
@Mock
@ApplicationScoped
class FakeConsents implements Consents {
    private final Map<String, List<Consent>> consents = new ConcurrentHashMap<>();
    private volatile boolean away;

    void setAway(boolean isAway) {
        away = isAway;
    }

    void given(String identity, String client) {
        Consent consent = new Consent(client, "A client", List.of("mcp:read"), Instant.parse("2026-11-29T07:00:00Z"));
        consents.computeIfAbsent(identity, _ -> new ArrayList<>()).add(consent);
    }

    @Override
    public List<Consent> of(String identity) {
        reach();
        return List.copyOf(consents.getOrDefault(identity, List.of()));
    }

    @Override
    public boolean end(String identity, String client) {
        reach();
        return consents.getOrDefault(identity, List.of())
                .removeIf(consent -> consent.client().equals(client));
    }

    private void reach() {
        if (QuarkusTransaction.isActive()) {
            throw new IllegalStateException("the identity provider is asked while a transaction is open");
        }
        if (away) {
            throw new Refused(new Refusal.Unavailable("The identity provider is not available; try again."));
        }
    }
}
