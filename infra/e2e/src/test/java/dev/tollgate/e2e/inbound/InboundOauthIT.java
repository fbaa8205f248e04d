package dev.tollgate.e2e.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.e2e.agent.SigningInClient;
import dev.tollgate.e2e.api.Answer;
import dev.tollgate.e2e.api.Api;
import dev.tollgate.e2e.browser.Browser;
import dev.tollgate.e2e.browser.ConsolePage;
import dev.tollgate.e2e.company.SignInForm;
import dev.tollgate.e2e.mcp.Agent;
import dev.tollgate.e2e.stack.EndToEnd;
import dev.tollgate.e2e.stack.Eventually;
import dev.tollgate.e2e.stack.Tollgate;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@EndToEnd
@Isolated("ends the identity provider and a gateway")
@DisplayName("A person's access token")
class InboundOauthIT {
    private static final Map<String, String> WORDS = Map.of("message", "from a person");
    private static final String HERE = "http://127.0.0.1:1/callback";

    private final Tollgate tollgate;
    private Guest guest;
    private TlsProxy proxy;

    InboundOauthIT(Tollgate tollgate) {
        this.tollgate = tollgate;
    }

    @BeforeAll
    void a_guest() throws Exception {
        guest = Guest.of(tollgate, "inbound");
        proxy = TlsProxy.at(tollgate.front(), tollgate.mcp());
    }

    @AfterAll
    void stop() {
        proxy.close();
    }

    @Test
    @DisplayName("is taken while the authorization server is away, also by a gateway that has just started")
    void the_authorization_server_is_away() throws Exception {
        Agent seen = Agent.with(tollgate.mcp(), token(null));
        Agent unseen = Agent.with(tollgate.mcp(), token(null));
        assertThat(seen.text(Guest.TOOL, WORDS)).contains("from a person");
        tollgate.stop(Tollgate.KEYCLOAK);
        try {
            assertThat(unseen.text(Guest.TOOL, WORDS)).contains("from a person");
            tollgate.stop(Tollgate.GATEWAY);
            tollgate.start(Tollgate.GATEWAY);

            assertThat(seen.text(Guest.TOOL, WORDS)).contains("from a person");
            assertThat(unseen.text(Guest.TOOL, WORDS)).contains("from a person");
        } finally {
            tollgate.restore();
        }
    }

    @Test
    @DisplayName("ends with the session that it came from")
    void the_session_ends() throws Exception {
        try (Browser browser = Browser.open();
                Callback callback = new Callback()) {
            browser.signIn(tollgate, guest.person());
            ConsolePage console = new ConsolePage(browser).shows("page-home");
            BareClient client = BareClient.registered(
                    issuer(), callback.uri(), tollgate.mcp().toString());
            browser.page().navigate(client.authorize().toString());
            guest.accepts(browser);
            JsonNode tokens = client.redeem(Callback.parameter(callback.query(), "code"), null);
            Agent agent =
                    Agent.with(tollgate.mcp(), tokens.required("access_token").asText());
            assertThat(agent.text(Guest.TOOL, WORDS)).contains("from a person");

            browser.page().navigate(tollgate.console() + "sign-out");

            Eventually.passes("its token is refused", () -> {
                Answer refused = agent.list();
                assertThat(refused).returns(401, Answer::status);
                assertThat(refused.text()).contains("Your access through this client was ended");
            });
            assertThat(client.renew(tokens.required("refresh_token").asText())).returns(400, Answer::status);
        }
    }

    @Test
    @DisplayName("that is bound to a key is taken of a client that proves to have it, by the client's own doing")
    void bound_to_a_real_client() throws Exception {
        try (Callback callback = new Callback();
                SigningInClient client = SigningInClient.running(
                        tollgate,
                        "modern.mjs",
                        Map.of(),
                        List.of(
                                tollgate.mcp().toString(),
                                Guest.TOOL,
                                "{\"redirect\": \"%s\", \"proof\": true}".formatted(callback.uri())));
                Browser browser = Browser.open()) {
            guest.consents(
                    browser, URI.create(client.says().required("authorize").asText()));
            client.hears(callback.query());
            JsonNode did = client.says();

            assertThat(did.required("type").asText()).isEqualToIgnoringCase("DPoP");
            assertThat(did.required("result").toString()).contains("Echo: ");
            Agent thief = Agent.with(tollgate.mcp(), did.required("token").asText());
            assertThat(thief.list()).as("as a bearer's").returns(401, Answer::status);
        }
    }

    @Test
    @DisplayName("that is bound to a key is refused with any proof but a new one of this key for this very request")
    void bound() throws Exception {
        ProofKey key = ProofKey.made();
        String token = token(key);
        String here = tollgate.mcp().toString();
        String good = key.proof(ProofKey.claims("POST", here, token));

        assertThat(with(token, good)).as("the first time").returns(200, Answer::status);
        isRefused(with(token, good), "the same once more");
        isRefused(with(token, ProofKey.made().proof(ProofKey.claims("POST", here, token))), "another's key");
        isRefused(with(token, changed(key, token, it -> it.put("htm", "GET"))), "another method");
        isRefused(with(token, changed(key, token, it -> it.put("htu", here + "/other"))), "another URL");
        isRefused(with(token, changed(key, token, it -> it.put("ath", "another"))), "another token");
        isRefused(with(token, changed(key, token, it -> it.remove("ath"))), "no token");
        isRefused(with(token, changed(key, token, it -> it.remove("jti"))), "no id");
        isRefused(
                with(
                        token,
                        changed(key, token, it -> it.put("iat", it.path("iat").asLong() - 120))),
                "an old one");
        assertThat(with(token, key.proof(ProofKey.claims("POST", here, token))))
                .as("a new one")
                .returns(200, Answer::status);
    }

    private static void isRefused(Answer answer, String why) {
        assertThat(answer).as(why).returns(401, Answer::status);
        assertThat(answer.header("WWW-Authenticate").orElse("")).as(why).contains("invalid_dpop_proof");
    }

    private String changed(ProofKey key, String token, Consumer<ObjectNode> change) throws Exception {
        ObjectNode claims = ProofKey.claims("POST", tollgate.mcp().toString(), token);
        change.accept(claims);
        return key.proof(claims);
    }

    private Answer with(String token, String proof) {
        return Agent.with(tollgate.mcp(), token)
                .header("Authorization", "DPoP " + token)
                .header("DPoP", proof)
                .list();
    }

    @Test
    @DisplayName("is had and used behind a proxy of another host, scheme and path")
    void behind_a_proxy() throws Exception {
        Resource.at(tollgate, tollgate.front().base() + "/mcp").isKnown();
        String mcp = tollgate.front().base() + "/mcp";
        try (Callback callback = new Callback();
                SigningInClient client = SigningInClient.running(
                        tollgate,
                        "modern.mjs",
                        Map.of(
                                "NODE_EXTRA_CA_CERTS",
                                tollgate.front().authority().toString()),
                        List.of(mcp, Guest.TOOL, "{\"redirect\": \"%s\", \"proof\": true}".formatted(callback.uri())));
                Browser browser = Browser.open()) {
            String authorize = client.says().required("authorize").asText();
            assertThat(Callback.parameter(URI.create(authorize).getRawQuery(), "resource"))
                    .isEqualTo(mcp);
            guest.consents(browser, URI.create(authorize));
            client.hears(callback.query());

            assertThat(client.says().required("result").toString()).contains("Echo: ");
        }
    }

    @Test
    @DisplayName("is asked for at the gateway's own address, whatever a stranger says was forwarded")
    void forwarded_by_a_stranger() {
        var front = tollgate.front();
        Answer answer =
                Api.send(HttpRequest.newBuilder(tollgate.mcp().resolve("/.well-known/oauth-protected-resource/mcp"))
                        .header("X-Forwarded-Proto", "https")
                        .header("X-Forwarded-Host", "localhost:" + front.port())
                        .header("X-Forwarded-Prefix", "/tollgate")
                        .build());
        assertThat(answer.json().required("resource").asText())
                .isEqualTo(tollgate.mcp().toString());
        Answer challenge = Agent.with(tollgate.mcp(), "none")
                .without("Authorization")
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Host", "localhost:" + front.port())
                .header("X-Forwarded-Prefix", "/tollgate")
                .list();
        assertThat(challenge.header("WWW-Authenticate").orElse(""))
                .contains(tollgate.mcp().resolve("/.well-known/").toString())
                .doesNotContain("https");
    }

    private String token(@Nullable ProofKey key) throws Exception {
        BareClient client = BareClient.registered(issuer(), HERE, tollgate.mcp().toString());
        Map<String, String> back = new SignInForm(guest.person()).comesBackFrom(client.authorize(), HERE);
        return client.redeem(back.getOrDefault("code", "none: " + back), key)
                .required("access_token")
                .asText();
    }

    private String issuer() {
        return tollgate.config("quarkus.oidc.auth-server-url");
    }
}
