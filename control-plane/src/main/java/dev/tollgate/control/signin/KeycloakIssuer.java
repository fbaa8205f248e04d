package dev.tollgate.control.signin;

import dev.tollgate.control.keycloak.KeycloakRealm;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What Keycloak tells anyone of the realm. */
@ApplicationScoped
class KeycloakIssuer implements RealmIssuer {
    private final KeycloakRealm realm;
    private volatile @Nullable Issuer latest;

    KeycloakIssuer(KeycloakRealm realm) {
        this.realm = realm;
    }

    @Override
    public Optional<Issuer> latest() {
        return Optional.ofNullable(latest);
    }

    @Override
    public Issuer ask() {
        String name = realm.published("/.well-known/openid-configuration")
                .path("issuer")
                .asText();
        Issuer asked = Issuer.of(name, realm.published("/protocol/openid-connect/certs"));
        latest = asked;
        return asked;
    }
}
