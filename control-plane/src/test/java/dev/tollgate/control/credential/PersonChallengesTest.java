package dev.tollgate.control.credential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.control.identity.TenantScope;
import dev.tollgate.control.oauth.TokenAnswer;
import dev.tollgate.control.publish.Changes;
import dev.tollgate.control.publish.PublishedConnections;
import dev.tollgate.control.seal.RegionSeals;
import dev.tollgate.control.testing.Acting;
import dev.tollgate.control.testing.Postgres;
import dev.tollgate.model.api.AccessTokenStatus;
import dev.tollgate.model.api.AccessTokenStatus.State;
import dev.tollgate.model.config.PersonConnection;
import dev.tollgate.model.id.GatewayId;
import dev.tollgate.model.id.Region;
import dev.tollgate.model.id.ServerId;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.wire.ConnectionSeal;
import dev.tollgate.model.wire.UpstreamChallenge;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server does not want the token of one person, and goes on wanting another's. */
@QuarkusTest
@QuarkusTestResource(Postgres.class)
class PersonChallengesTest {
    private static final Region LOCAL = new Region("local");

    @Inject
    TokenChallenges challenges;

    @Inject
    CredentialTokens tokens;

    @Inject
    PublishedConnections published;

    @Inject
    RegionSeals seals;

    @Inject
    Changes changes;

    @Inject
    TenantScope scope;

    @Inject
    EntityManager entities;

    private final UUID ann = UUID.randomUUID();
    private final UUID ben = UUID.randomUUID();
    private TenantId tenant;
    private UUID server;
    private long version;

    @BeforeEach
    void bothAreConnected() {
        Acting owner = Acting.ownerOfNewTenant("challenged");
        tenant = TenantId.of(owner.tenantId());
        server = UUID.fromString(owner.server("wiki", owner.environment("production")));
        Map<String, Object> client = Map.of(
                "who",
                "EACH_PERSON",
                "issuer",
                "http://127.0.0.1:1908",
                "clientId",
                "robot",
                "scopes",
                List.of("read"));
        version = owner.put("/servers/" + server + "/credential", Map.of("oauth", client))
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("version");
        connects(ann);
        connects(ben);
    }

    private <T> T asTenant(Supplier<T> work) {
        return scope.call(tenant, () -> QuarkusTransaction.requiringNew().call(work::get));
    }

    private void connects(UUID person) {
        TokenAnswer.Tokens answer = new TokenAnswer.Tokens(
                "access", "refresh", Instant.now().plus(Duration.ofHours(2)), List.of("read"), "Bearer");
        asTenant(() -> changes.make(change -> {
            tokens.received(server, person, version, answer, change);
            return change;
        }));
    }

    private PersonConnection connection(UUID person) {
        return asTenant(() -> published.find(new ServerId(server), person)).orElseThrow();
    }

    private ConnectionSeal.State atGateways(UUID person) {
        PersonConnection connection = connection(person);
        String text = Objects.requireNonNull(connection.sealed().get("local"));
        return ConnectionSeal.of(connection)
                .open(text, LOCAL, seals.of(LOCAL))
                .orElseThrow()
                .state();
    }

    private AccessTokenStatus status(UUID person) {
        return asTenant(() -> tokens.status(server, person)).orElseThrow();
    }

    private void heard(UUID person, long serial, String... scopes) {
        UpstreamChallenge word = new UpstreamChallenge(
                tenant,
                new ServerId(server),
                person,
                serial,
                new GatewayId("gateway-1"),
                Instant.now(),
                List.of(scopes));
        scope.run(tenant, () -> challenges.apply(word));
    }

    private void wasRenewedSince() {
        asTenant(() -> entities.createNativeQuery(
                        "update upstream_token set renewed_at = refused_at + interval '1 second' where person = :person")
                .setParameter("person", ann)
                .executeUpdate());
    }

    @Test
    void scopesThatItLacksAreThatPersonsToAllow() {
        heard(ann, connection(ann).serial(), "write");

        assertThat(status(ann).state()).isEqualTo(State.NEEDS_ATTENTION);
        assertThat(status(ann).asked()).containsExactly("write");
        assertThat(atGateways(ann)).as("serves what it is enough for").isEqualTo(ConnectionSeal.State.CONNECTED);
        assertThat(status(ben).asked()).isEmpty();
    }

    @Test
    void oneThatIsRefusedAlsoWhenItWasRenewedIsShutUntilThePersonConnects() {
        heard(ann, connection(ann).serial());
        assertThat(atGateways(ann)).isEqualTo(ConnectionSeal.State.CONNECTED);
        wasRenewedSince();

        heard(ann, connection(ann).serial());

        assertThat(status(ann).state()).isEqualTo(State.NEEDS_ATTENTION);
        assertThat(atGateways(ann)).isEqualTo(ConnectionSeal.State.NEEDS_ATTENTION);
        assertThat(atGateways(ben)).isEqualTo(ConnectionSeal.State.CONNECTED);
        connects(ann);
        assertThat(atGateways(ann)).isEqualTo(ConnectionSeal.State.CONNECTED);
    }

    @Test
    void aWordOnAnotherConnectionChangesNothing() {
        long before = connection(ann).serial();
        connects(ann);

        heard(ann, before);
        heard(ann, before, "write");
        heard(UUID.randomUUID(), before, "write");

        assertThat(status(ann).asked()).isEmpty();
        assertThat(status(ann).state()).isEqualTo(State.VALID);
        assertThat(asTenant(() -> entities.createNativeQuery(
                                "select count(*) from upstream_token where refused_at is not null and person = :person")
                        .setParameter("person", ann)
                        .getSingleResult()))
                .hasToString("0");
    }
}
