package dev.tollgate.control.federation;

import io.quarkus.test.Mock;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The realm's sign-in without a realm: codes are good for whom a test says, once. What the real one does, the end-to-end suite says. */
@Mock
@ApplicationScoped
class FakeRealmSignIn implements RealmSignIn {
    private final Map<String, SignedIn> codes = new ConcurrentHashMap<>();
    private final Map<String, Failure> failures = new ConcurrentHashMap<>();

    void gives(String code, SignedIn who) {
        codes.put(code, who);
    }

    void fails(String slug, String error) {
        failures.put(slug, new Failure(error, Instant.now(), true));
    }

    /** As what fails between the realm and the tenant's provider. */
    void failsWithoutNaming(String slug, String error) {
        failures.put(slug, new Failure(error, Instant.now(), false));
    }

    @Override
    public URI address(String slug, String state, String challenge) {
        return URI.create("http://127.0.0.1/auth?state=" + state + "&hint=" + slug + "&challenge=" + challenge);
    }

    @Override
    public Optional<SignedIn> redeem(String code, String verifier) {
        return Optional.ofNullable(codes.remove(code));
    }

    @Override
    public Optional<Failure> failure(String slug, Instant since) {
        return Optional.ofNullable(failures.get(slug));
    }
}
