package dev.tollgate.e2e.wall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.e2e.api.Answer;
import dev.tollgate.e2e.api.Request;
import dev.tollgate.e2e.company.Company;
import dev.tollgate.e2e.company.Workshop;
import dev.tollgate.e2e.mcp.Agent;
import dev.tollgate.e2e.mcp.Era;
import dev.tollgate.e2e.stack.EndToEnd;
import dev.tollgate.e2e.stack.Eventually;
import dev.tollgate.e2e.stack.Tollgate;
import dev.tollgate.model.api.IssuedKey;
import dev.tollgate.model.api.KeyRotation;
import dev.tollgate.model.api.NewKey;
import dev.tollgate.model.api.NextSecret;
import dev.tollgate.model.api.Propagation;
import dev.tollgate.model.api.RevokeKey;
import dev.tollgate.model.api.RotateKey;
import dev.tollgate.model.api.VirtualKey;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@EndToEnd
@DisplayName("A key that is no longer good")
class RevokedKeyIT {
    private static final String ECHO = "demo__echo";
    private static final Map<String, String> HELLO = Map.of("message", "hello");

    private final Tollgate tollgate;
    private Company company;
    private Workshop workshop;

    RevokedKeyIT(Tollgate tollgate) {
        this.tollgate = tollgate;
    }

    @BeforeAll
    void a_server() {
        company = Company.founded(tollgate, "revoked");
        workshop = company.workshop(company.environment("production"));
        workshop.approveAll(workshop.everything("demo"));
    }

    @Test
    @DisplayName("once revoked is refused with 401 and the reason, in either era, and each attempt stands as an event")
    void revoked() {
        var key = workshop.key("to be revoked", ECHO);
        var agent = workshop.agent(key, ECHO);
        assertThat(agent.text(ECHO, HELLO)).isEqualTo("Echo: hello");

        var revoked = verb(key, "revoke", new RevokeKey("laptop lost")).as(VirtualKey.class);

        assertThat(revoked).returns(VirtualKey.State.REVOKED, VirtualKey::state);
        assertThat(revoked.revokedReason()).isEqualTo("laptop lost");
        var first = firstRefusal(agent);
        isRefusedAtTheDoor(first, "revoked");
        isRefusedAtTheDoor(agent.speaking(Era.LEGACY).call(ECHO, HELLO), "revoked");
        isRefusedAtTheDoor(agent.list(), "revoked");
        stands(key, "KEY_REVOKED");
    }

    @Test
    @DisplayName("once refused is never accepted again")
    void stays_refused() {
        var key = workshop.key("refused for good", ECHO);
        var agent = workshop.agent(key, ECHO);

        verb(key, "revoke", new RevokeKey(null));

        firstRefusal(agent);
        for (int i = 0; i < 50; i++) {
            isRefusedAtTheDoor(agent.call(ECHO, HELLO), "revoked");
        }
    }

    @Test
    @DisplayName("can't be brought back: a revoked key is not revoked, rotated or changed again")
    void cannot_be_brought_back() {
        var key = workshop.key("gone", ECHO);
        verb(key, "revoke", new RevokeKey(null));
        var now = company.api().read("/api/v1/keys/" + key.key().id(), VirtualKey.class);

        var rotation = company.api()
                .send(Request.post("/api/v1/keys/" + now.id() + "/rotate", new RotateKey(60L))
                        .ifMatch(now.version()));

        assertThat(rotation.status()).isBetween(400, 499);
        assertThat(rotation.text()).contains("revoked");
    }

    @Test
    @DisplayName("rotated without overlap is refused under the old secret and works under the new")
    void rotated() {
        var key = workshop.key("to be rotated", ECHO);
        var old = workshop.agent(key, ECHO);

        var issued = verb(key, "rotate", new RotateKey(0L)).as(IssuedKey.class);

        assertThat(issued.secret()).isNotEqualTo(key.secret());
        workshop.agent(issued, ECHO).text(ECHO, HELLO);
        isRefusedAtTheDoor(firstRefusal(old), "rotated");
        stands(key, "SECRET_ROTATED");
    }

    @Test
    @DisplayName("rotated with an overlap works under both secrets")
    void rotated_with_overlap() {
        var key = workshop.key("overlapping", ECHO);
        var old = workshop.agent(key, ECHO);

        var issued = verb(key, "rotate", new RotateKey(3_600L)).as(IssuedKey.class);

        assertThat(workshop.agent(issued, ECHO).text(ECHO, HELLO)).isEqualTo("Echo: hello");
        assertThat(old.text(ECHO, HELLO)).isEqualTo("Echo: hello");
    }

    @Test
    @DisplayName("that rotates automatically gives its holder the next secret, which every gateway comes to know")
    void rotates_itself() {
        var wanted = NewKey.simple("rotates itself", workshop.environment().id(), List.of(ECHO), null, null);
        var key = workshop.key(wanted.rotating(new KeyRotation(30, 3_600)));
        var old = workshop.agent(key, ECHO);

        var answer = company.anonymous()
                .expect(
                        Request.of("POST", "/api/v1/own-key/rotate").header("Authorization", "Bearer " + key.secret()),
                        200);

        isServedEverywhere(answer.header("Tollgate-Revision").orElseThrow());
        var next = answer.as(NextSecret.class);
        assertThat(company.agent(next.secret()).text(ECHO, HELLO)).isEqualTo("Echo: hello");
        assertThat(old.text(ECHO, HELLO)).isEqualTo("Echo: hello");
    }

    private void isServedEverywhere(String revision) {
        Eventually.passes("every gateway serves revision " + revision, () -> {
            var reached = company.api().read("/api/v1/revisions/" + revision, Propagation.class);
            assertThat(reached.gatewayCount()).isPositive();
            assertThat(reached.appliedOn()).as(reached.toString()).isEqualTo(reached.gatewayCount());
            assertThat(reached.slowestMillis()).isNotNull();
        });
    }

    @Test
    @DisplayName("with another secret is refused, and that stands as an event; with a typo it is refused without one")
    void wrong_secret_and_typo() {
        var key = workshop.key("guessed", ECHO);
        workshop.agent(key, ECHO);
        var typo = key.secret().substring(0, key.secret().length() - 8)
                + (key.secret().charAt(key.secret().length() - 8) == 'a' ? 'b' : 'a')
                + key.secret().substring(key.secret().length() - 7);

        var refusedTypo = company.agent(typo).call(ECHO, HELLO);
        var refusedGuess = company.agent(Guess.withIdOf(key)).call(ECHO, HELLO);

        isRefusedAtTheDoor(refusedTypo, "key");
        isRefusedAtTheDoor(refusedGuess, "key");
        var nobodys = company.agent(Guess.fromNothing("production")).call(ECHO, HELLO);
        assertThat(refusedGuess.text()).isEqualTo(nobodys.text());
        assertThat(refusedGuess.headers().map().keySet())
                .isEqualTo(nobodys.headers().map().keySet());
        stands(key, "WRONG_SECRET");
    }

    @Test
    @DisplayName("is never taken from a URL, and without one the door says how to present it")
    void no_key() {
        var key = workshop.key("in a url", ECHO);
        var agent = workshop.agent(key, ECHO);
        var inUrl = Agent.with(URI.create(tollgate.mcp() + "?key=" + key.secret() + "&api_key=" + key.secret()), "")
                .without("Authorization");

        isRefusedAtTheDoor(inUrl.call(ECHO, HELLO), "key");
        isRefusedAtTheDoor(agent.without("Authorization").call(ECHO, HELLO), "Authorization");
    }

    @Test
    @DisplayName("is taken from each of the three headers")
    void three_headers() {
        var key = workshop.key("three ways", ECHO);
        var agent = workshop.agent(key, ECHO).without("Authorization");

        for (var header : List.of("X-Tollgate-Key", "x-api-key")) {
            assertThat(agent.header(header, key.secret()).text(ECHO, HELLO))
                    .as(header)
                    .isEqualTo("Echo: hello");
        }
    }

    private Answer verb(IssuedKey key, String verb, Object body) {
        var now = company.api().read("/api/v1/keys/" + key.key().id(), VirtualKey.class);
        return company.api()
                .expect(
                        Request.post("/api/v1/keys/" + now.id() + "/" + verb, body)
                                .ifMatch(now.version()),
                        200);
    }

    private static Answer firstRefusal(Agent agent) {
        return Eventually.gives(
                "the gateway refuses the key",
                () -> Optional.of(agent.call(ECHO, HELLO)).filter(answer -> answer.status() != 200));
    }

    /** 401, a challenge as RFC 9110 asks, and JSON-RPC in words an agent can act on; never the secret. */
    private static void isRefusedAtTheDoor(Answer answer, String word) {
        assertThat(answer).returns(401, Answer::status);
        assertThat(answer.header("WWW-Authenticate").orElse("")).startsWith("Bearer");
        assertThat(answer.contentType()).isEqualTo("application/json");
        var error = answer.json().path("error");
        assertThat(error.path("code").isInt()).as(answer.toString()).isTrue();
        assertThat(error.path("message").asText()).as(answer.toString()).containsIgnoringCase(word);
        assertThat(answer.json().path("jsonrpc").asText()).isEqualTo("2.0");
    }

    /** The door names no call, so that nobody can tell by one whether a key exists: the event is found by its key. */
    private void stands(IssuedKey key, String reason) {
        Eventually.passes("the refused attempt of " + key.key().name() + " stands as an event", () -> {
            var refused = company.api()
                    .all("/api/v1/calls?status=REFUSED&key=" + key.key().id());
            assertThat(refused).anySatisfy(call -> {
                assertThat(call.path("reason").asText()).isEqualTo(reason);
                assertThat(call.path("cost").asText()).isEqualTo("0");
            });
        });
    }
}
