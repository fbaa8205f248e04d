package dev.tollgate.control.signin;

import dev.tollgate.control.keycloak.KeycloakRealm;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The realm as an issuer of tokens, as it was when it was last asked. */
@ApplicationScoped
class RealmIssuer {
    private final KeycloakRealm realm;
    private volatile @Nullable Issuer latest;

    RealmIssuer(KeycloakRealm realm) {
        this.realm = realm;
    }

    /** Empty until it was reached once. */
    Optional<Issuer> latest() {
        return Optional.ofNullable(latest);
    }

    /** Asks it. Refused if it is away; what was known before stays known then. */
    Issuer ask() {
        String name = realm.published("/.well-known/openid-configuration")
                .path("issuer")
                .asText();
        Issuer asked = Issuer.of(name, realm.published("/protocol/openid-connect/certs"));
        latest = asked;
        return asked;
    }
}
