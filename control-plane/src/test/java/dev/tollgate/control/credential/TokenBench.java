package dev.tollgate.control.credential;

import dev.tollgate.control.credential.Renewals.Outcome;
import dev.tollgate.control.credential.TokenStore.Claim;
import dev.tollgate.control.identity.TenantScope;
import dev.tollgate.control.oauth.FakeOauthClient;
import dev.tollgate.control.oauth.TokenAnswer;
import dev.tollgate.control.oauth.TokenAnswer.TokenRefused;
import dev.tollgate.control.oauth.TokenAnswer.Tokens;
import dev.tollgate.control.publish.Change;
import dev.tollgate.control.publish.Changes;
import dev.tollgate.control.publish.OutboxContents;
import dev.tollgate.control.seal.RegionSeals;
import dev.tollgate.control.testing.Acting;
import dev.tollgate.model.api.AccessTokenStatus;
import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.id.GatewayId;
import dev.tollgate.model.id.Region;
import dev.tollgate.model.id.ServerId;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.wire.CredentialSeal;
import dev.tollgate.model.wire.UpstreamChallenge;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A server of a new tenant whose tokens come from a fake provider, and hands on its rows. */
class TokenBench {
    private static final Region LOCAL = new Region("local");

    final FakeOauthClient provider = new FakeOauthClient();
    final Beans beans;
    final Acting owner = Acting.ownerOfNewTenant("rotation");
    final UUID server = UUID.fromString(owner.server("crm", owner.environment("production")));
    final String path = "/servers/" + server + "/credential";

    TokenBench(Beans beans) {
        this.beans = beans;
        credential("first");
    }

    /** What a bench is made of. */
    @Dependent
    static class Beans {
        @Inject
        @DataSource("system")
        AgroalDataSource system;

        @Inject
        RegionSeals seals;

        @Inject
        TokenStore store;

        @Inject
        CredentialTokens tokens;

        @Inject
        Renewals renewals;

        @Inject
        Changes changes;

        @Inject
        TenantScope scope;

        @Inject
        EntityManager entities;

        TokenBench bench() {
            return new TokenBench(this);
        }
    }

    final void credential(String secret) {
        Map<String, Object> client = Map.of(
                "issuer",
                "http://127.0.0.1:1908",
                "clientId",
                "robot",
                "method",
                "CLIENT_SECRET_BASIC",
                "secret",
                secret);
        owner.put(path, Map.of("clientCredentials", client)).statusCode(200);
    }

    static Tokens answer(String access, @Nullable String refresh) {
        return new Tokens(access, refresh, Instant.now().plus(Duration.ofHours(2)), List.of("read"), "Bearer");
    }

    static TokenRefused refused(String error) {
        return new TokenRefused(error, "no");
    }

    <T> T asTenant(Supplier<T> work) {
        return beans.scope.call(
                TenantId.of(owner.tenantId()),
                () -> QuarkusTransaction.requiringNew().call(work::get));
    }

    void change(Consumer<Change> work) {
        asTenant(() -> beans.changes.make(change -> {
            work.accept(change);
            return change;
        }));
    }

    long version() {
        return owner.get(path).extract().jsonPath().getLong("version");
    }

    void connected(UUID person, String access, @Nullable String refresh) {
        received(person, version(), answer(access, refresh));
    }

    int set(UUID person, String columns) {
        return asTenant(() -> beans.entities
                .createNativeQuery(
                        "update upstream_token set " + columns + " where server_id = :server and person = :person")
                .setParameter("server", server)
                .setParameter("person", person)
                .executeUpdate());
    }

    Optional<Claim> claim(UUID person) {
        set(person, "next_at = now() - interval '1 second'");
        return beans.store.claim(PlacesTest.ROOM).stream()
                .filter(claim -> claim.token().equals(new TokenId(server, person)))
                .findFirst();
    }

    void itsTermEnds(UUID person) {
        set(person, "held_until = now() - interval '1 second'");
    }

    Outcome renewAs(Claim claim, FakeOauthClient with) {
        return beans.scope.call(claim.tenant(), () -> beans.renewals.renew(claim, with));
    }

    Outcome renew(UUID person, TokenAnswer answer) {
        provider.next(answer);
        return renewAs(claim(person).orElseThrow(), provider);
    }

    AccessTokenStatus status(UUID person) {
        return statusIfAny(person).orElseThrow();
    }

    TokenRow row(UUID person) {
        return asTenant(() -> beans.store.find(new TokenId(server, person))).orElseThrow();
    }

    ServerConfig published() {
        return OutboxContents.of(beans.system, owner, "local").live(ServerConfig.class).stream()
                .filter(config -> config.id().value().equals(server))
                .findFirst()
                .orElseThrow();
    }

    /** Of the tenant's own. */
    String atGateways() {
        ServerConfig config = published();
        return new CredentialSeal(
                        config.tenant(),
                        config.id(),
                        Objects.requireNonNull(config.credential()).version())
                .open(Objects.requireNonNull(config.credential().sealed().get("local")), LOCAL, beans.seals.of(LOCAL))
                .orElseThrow()
                .getFirst()
                .value();
    }

    void received(UUID person, long version, Tokens answer) {
        change(change -> beans.tokens.received(server, person, version, answer, change));
    }

    void disconnected(UUID person) {
        change(change -> beans.tokens.disconnected(server, person, change));
    }

    /** A gateway tells what the server said of the tenant's own. */
    void challenged(TokenChallenges challenges, long token, List<String> scopes) {
        TenantId tenant = TenantId.of(owner.tenantId());
        UpstreamChallenge word = new UpstreamChallenge(
                tenant, new ServerId(server), null, token, new GatewayId("gateway-1"), Instant.now(), scopes);
        beans.scope.run(tenant, () -> challenges.apply(word));
    }

    Optional<AccessTokenStatus> statusIfAny(UUID person) {
        return asTenant(() -> beans.tokens.status(server, person));
    }

    /** Whatever of this server is due by itself. */
    Claim due() {
        return beans.store.claim(PlacesTest.ROOM).stream()
                .filter(one -> one.token().serverId().equals(server))
                .findFirst()
                .orElseThrow();
    }
}
