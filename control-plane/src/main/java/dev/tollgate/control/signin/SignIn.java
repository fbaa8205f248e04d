package dev.tollgate.control.signin;

import dev.tollgate.control.publish.Change;
import dev.tollgate.control.publish.PublishedState;
import dev.tollgate.control.publish.Renewable;
import dev.tollgate.control.settings.SettingsService;
import dev.tollgate.control.tenant.Founding;
import dev.tollgate.control.tenant.TenantOrganization;
import dev.tollgate.model.config.ConfigKind;
import dev.tollgate.model.config.SignInConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** How the tenant's people sign in, as it is published: the one record of it is also where it is kept. */
@ApplicationScoped
class SignIn implements Renewable, Founding {
    private final RealmIssuer realm;
    private final PublishedState published;
    private final TenantOrganization organization;
    private final SettingsService settings;

    SignIn(RealmIssuer realm, PublishedState published, TenantOrganization organization, SettingsService settings) {
        this.realm = realm;
        this.published = published;
        this.organization = organization;
        this.settings = settings;
    }

    /** Published with the issuer's keys as they were when it was last asked; not at all before that. */
    void publish(Change change) {
        realm.latest().ifPresent(issuer -> publish(change, issuer));
    }

    void publish(Change change, Issuer issuer) {
        SignInConfig config = find().map(known -> known.withKeys(issuer.name(), issuer.keys()))
                .orElseGet(() -> new SignInConfig(
                        change.tenant(),
                        issuer.name(),
                        organization.id(),
                        issuer.keys(),
                        settings.signInEnvironment()));
        change.put(config);
    }

    /** So that a new tenant's people need not wait for the next look at the keys. */
    @Override
    public void begin(Change change) {
        publish(change);
    }

    @Override
    public void publishAll(Change change) {
        publish(change);
    }

    private Optional<SignInConfig> find() {
        return published.find(ConfigKind.SIGN_IN, SignInConfig.ID).map(SignInConfig.class::cast);
    }
}
