package dev.tollgate.control.signin;

import dev.tollgate.control.web.Refusal;
import dev.tollgate.control.web.Refused;
import io.quarkus.test.Mock;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A realm that is away unless a test says otherwise. */
@Mock
@ApplicationScoped
class FakeRealmIssuer implements RealmIssuer {
    private volatile @Nullable Issuer there;

    void setThere(@Nullable Issuer issuer) {
        there = issuer;
    }

    @Override
    public Optional<Issuer> latest() {
        return Optional.ofNullable(there);
    }

    @Override
    public Issuer ask() {
        return latest().orElseThrow(() -> new Refused(new Refusal.Unavailable("The realm is away.")));
    }
}
