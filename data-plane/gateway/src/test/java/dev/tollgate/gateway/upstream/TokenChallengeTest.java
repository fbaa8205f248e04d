package dev.tollgate.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.gateway.credential.OpenCredentials;
import dev.tollgate.gateway.credential.TlsKeys;
import dev.tollgate.model.config.CredentialHeader;
import dev.tollgate.model.config.SealedCredential;
import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.id.Region;
import dev.tollgate.model.seal.Seal;
import dev.tollgate.model.wire.CredentialSeal;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that does not want the token that it is sent is heard, and what it says of it told. */
class TokenChallengeTest {
    private static final Region REGION = new Region("local");

    private final Vertx vertx = Vertx.vertx();
    private final Seal seal = Seal.of(List.of());
    private final OpenCredentials credentials = new OpenCredentials(seal, REGION);
    private final List<TokenChallenge> told = new CopyOnWriteArrayList<>();
    private final HttpUpstreams http = new HttpUpstreams(
            vertx,
            new SystemResolver(vertx),
            true,
            Credentials.of(
                    credentials::of,
                    new TlsKeys(seal, REGION, InstantSource.system()),
                    (_, challenge) -> told.add(challenge)),
            changed -> {},
            new HealthBook(InstantSource.system()));
    private final StubUpstream stub = new StubUpstream(vertx);
    private final ServerConfig server = TestCaller.server(stub.url());

    @AfterEach
    void stop() {
        http.close();
        stub.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private ServerConfig knownAs(@Nullable Long renewal, String token) {
        CredentialHeader header = new CredentialHeader("Authorization", "Bearer " + token);
        String text = new CredentialSeal(server.tenant(), server.id(), 1)
                .seal(CredentialSeal.plain(List.of(header)), REGION, seal);
        ServerConfig known = server.with(new SealedCredential(1, renewal, Map.of(REGION.value(), text)));
        credentials.take(server.tenant(), List.of(known));
        return known;
    }

    private static StubUpstream.Handler refusing(int status, String challenge, String body) {
        return call -> {
            call.request().response().putHeader("WWW-Authenticate", challenge);
            call.status(status, body);
        };
    }

    private UpstreamReply.Failure failure(ServerConfig known) {
        return (UpstreamReply.Failure) new TestCaller(vertx, http).reply(known, TestCaller.toolCall("{}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32000,\"message\":\"no\"}}"})
    void a_token_with_too_few_scopes_is_told_with_those_that_it_lacks(String body) {
        stub.onCall = refusing(403, "Bearer error=\"insufficient_scope\", scope=\"crm.write crm.admin\"", body);

        UpstreamReply.Failure failure = failure(knownAs(7L, "plum"));

        assertThat(failure.scopes()).containsExactly("crm.write", "crm.admin");
        assertThat(failure.httpStatus()).isEqualTo(403);
        assertThat(failure.message())
                .contains("asks for more than its credential was given: scopes crm.write, crm.admin");
        assertThat(told).containsExactly(new TokenChallenge(List.of("crm.write", "crm.admin"), 7L));
    }

    @Test
    void so_it_is_when_the_session_is_begun() {
        stub.onDiscover = refusing(403, "Bearer error=insufficient_scope, scope=crm.use", "{}");
        stub.onInitialize = stub.onDiscover;

        assertThat(failure(knownAs(7L, "plum")).scopes()).containsExactly("crm.use");
        assertThat(told).containsExactly(new TokenChallenge(List.of("crm.use"), 7L));
    }

    @Test
    void a_token_that_is_not_taken_is_told_once_until_it_is_another() {
        stub.onCall = refusing(401, "Bearer error=\"invalid_token\"", "{}");

        assertThat(failure(knownAs(7L, "plum")).scopes()).isEmpty();
        failure(knownAs(7L, "plum"));
        failure(knownAs(8L, "pear"));

        assertThat(told).containsExactly(new TokenChallenge(List.of(), 7L), new TokenChallenge(List.of(), 8L));
    }

    @Test
    void a_token_that_was_renewed_under_the_call_is_not_told() {
        ServerConfig known = knownAs(7L, "plum");
        stub.onCall = call -> {
            knownAs(8L, "pear");
            call.status(401, "{}");
        };

        failure(known);

        assertThat(told).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer error=\"insufficient_scope\"",
                "Bearer scope=\"crm.write\"",
                "Bearer error=\"insufficient_scope\", scope=\"crm\\\"write\"",
                "DPoP error=\"insufficient_scope\", scope=\"crm.write\""
            })
    void a_403_that_says_nothing_of_scopes_is_a_403(String challenge) {
        stub.onCall = refusing(403, challenge, "{}");

        assertThat(failure(knownAs(7L, "plum")).message()).contains("refused the gateway's credentials");
        assertThat(told).isEmpty();
    }

    @Test
    void a_credential_that_nobody_renews_is_not_told() {
        stub.onCall = refusing(401, "Bearer", "{}");

        failure(knownAs(null, "plum"));

        assertThat(told).isEmpty();
    }

    @Test
    void the_same_is_told_again_after_a_minute() {
        AtomicLong now = new AtomicLong();
        Challenges challenges = new Challenges(told::add, now::get);
        TokenChallenge challenge = new TokenChallenge(List.of(), 7L);

        challenges.heard(challenge);
        now.set(Challenges.AGAIN_NANOS - 1);
        challenges.heard(challenge);
        assertThat(told).hasSize(1);
        now.set(Challenges.AGAIN_NANOS);
        challenges.heard(challenge);

        assertThat(told).hasSize(2);
    }
}
