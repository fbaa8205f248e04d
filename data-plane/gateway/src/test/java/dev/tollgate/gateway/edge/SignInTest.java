package dev.tollgate.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import dev.tollgate.gateway.event.EventDraft;
import dev.tollgate.gateway.fixture.TestIssuer;
import dev.tollgate.gateway.fixture.TestTenant;
import dev.tollgate.gateway.upstream.UpstreamReply;
import dev.tollgate.model.config.Grant;
import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.config.TokenFence;
import dev.tollgate.model.config.ToolGroupConfig;
import dev.tollgate.model.event.CallStatus;
import dev.tollgate.model.event.RefusalReason;
import dev.tollgate.model.id.GroupId;
import dev.tollgate.model.id.Slug;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** People who come with an access token instead of a key. */
class SignInTest {
    private static final String RESOURCE = EdgeServer.PUBLIC_URL + "/mcp";
    private static final String METADATA =
            "resource_metadata=\"https://mcp.example/.well-known/oauth-protected-resource" + "/tools/mcp\"";
    private static final String CALL = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\","
            + "\"params\":{\"name\":\"crm__find\",\"arguments\":{}}}";
    private static final String LIST = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}";

    private final TestTenant tenant = new TestTenant();
    private final ServerConfig server = tenant.server("crm", URI.create("http://127.0.0.1:1/mcp"));
    private final GroupId finders = new GroupId(UUID.randomUUID());
    private @Nullable TestIssuer signing;
    private @Nullable EdgeServer started;

    @BeforeEach
    void start() throws Exception {
        TestIssuer issuer = new TestIssuer(tenant, RESOURCE, Instant.now());
        tenant.tool(server, "find");
        tenant.tool(server, "erase");
        tenant.put(new ToolGroupConfig(tenant.id, finders, new Slug("finders"), List.of(Grant.of("crm__find"))));
        issuer.user(List.of(finders));
        EdgeServer edge = new EdgeServer();
        edge.snapshots.publish(tenant);
        edge.upstream = (_, listener) -> listener.reply(new UpstreamReply.Result(EdgeServer.json("{}"), false, null));
        signing = issuer;
        started = edge;
    }

    @AfterEach
    void stop() throws Exception {
        edge().close();
    }

    @Test
    void seesAndCallsWhatIsGivenToTheirUser() throws Exception {
        String token = issuer().token();

        assertThat(send(token, LIST).body()).contains("crm__find").doesNotContain("crm__erase");
        HttpResponse<String> called = send(token, CALL);

        assertThat(called.statusCode()).isEqualTo(200);
        assertThat(called.body()).contains("\"result\"");
        EventDraft event = edge().nextEvent();
        assertThat(event.status()).isEqualTo(CallStatus.OK);
        assertThat(event.holder().user())
                .isEqualTo(UUID.fromString(issuer().user.id()));
        assertThat(event.holder().userName()).isEqualTo("Ann");
        assertThat(event.holder().key()).isNull();
        assertThat(event.agentName()).isEqualTo(TestIssuer.CLIENT);
        assertThat(edge().calls.toString()).doesNotContain(token);
    }

    @Test
    void isToldOfThemselves() throws Exception {
        HttpResponse<String> me = edge().send(
                        HttpRequest.newBuilder(edge().url().resolve("/v1/me"))
                                .header("Authorization", "Bearer " + issuer().token()));

        assertThat(me.statusCode()).isEqualTo(200);
        assertThat(me.body())
                .contains("\"name\":\"Ann\"", "\"groups\":[\"finders\"]", "crm__find")
                .doesNotContain("\"key\"");
    }

    @Test
    void toolsThatAreNotTheirsAreUnknownToThem() throws Exception {
        HttpResponse<String> answer = send(issuer().token(), CALL.replace("find", "erase"));

        assertThat(answer.body()).contains("error");
        assertThat(edge().nextEvent().reason()).isEqualTo(RefusalReason.UNKNOWN_TOOL);
        assertThat(edge().calls).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/mcp", "/mcp/finders", "/v1/me"})
    void whoHasNothingIsToldWhereToSignIn(String path) throws Exception {
        HttpResponse<String> refused = edge().send(HttpRequest.newBuilder(
                        edge().url().resolve(path))
                .header("Accept", "application/json, text/event-stream")
                .header("Content-Type", "application/json")
                .method(path.startsWith("/mcp") ? "POST" : "GET", HttpRequest.BodyPublishers.ofString(LIST)));

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(challenge(refused))
                .startsWith("Bearer ")
                .contains(METADATA, "scope=\"mcp:read mcp:call\"")
                .doesNotContain("error");
    }

    @Test
    void aKeyThatIsNotTakenIsToldSoToo() throws Exception {
        assertThat(challenge(send("tg_prod_nonsense", LIST))).contains(METADATA).doesNotContain("error");
        assertThat(challenge(send("eyJ.no.token", LIST))).contains(METADATA, "error=\"invalid_token\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/.well-known/oauth-protected-resource",
                "/.well-known/oauth-protected-resource/mcp",
                "/.well-known/oauth-protected-resource/tools/mcp",
            })
    void saysWhatTokensAreForAndWhoGivesThem(String path) throws Exception {
        HttpResponse<String> metadata =
                edge().send(HttpRequest.newBuilder(edge().url().resolve(path)));

        assertThat(metadata.statusCode()).isEqualTo(200);
        assertThat(metadata.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        assertThat(metadata.body())
                .contains(
                        "\"resource\":\"" + RESOURCE + "\"",
                        "\"authorization_servers\":[\"" + TestIssuer.ISSUER + "\"]",
                        "\"scopes_supported\":[\"mcp:read\",\"mcp:call\"]",
                        "\"bearer_methods_supported\":[\"header\"]")
                .doesNotContain(tenant.id.toString());
    }

    @Test
    void aTokenThatDoesNotCoverACallIsToldAllThatItMustCover() throws Exception {
        String reading = issuer().token(claims -> claims.claim("scope", "openid mcp:read"));
        String nothing = issuer().token(claims -> claims.claim("scope", "openid"));

        assertThat(send(reading, LIST).statusCode()).isEqualTo(200);
        HttpResponse<String> refused = send(reading, CALL);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(challenge(refused))
                .contains("error=\"insufficient_scope\"", "scope=\"mcp:read mcp:call\"", METADATA);
        assertThat(edge().nextEvent().reason()).isEqualTo(RefusalReason.SCOPE_MISSING);
        assertThat(edge().calls).isEmpty();
        assertThat(challenge(send(nothing, LIST))).contains("scope=\"mcp:read\"");
        assertThat(edge().send(HttpRequest.newBuilder(edge().url())
                                .header("Accept", "text/event-stream")
                                .header("Authorization", "Bearer " + nothing))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aBatchIsNotAWayAroundScopes() throws Exception {
        String reading = issuer().token(claims -> claims.claim("scope", "mcp:read"));

        HttpResponse<String> answers = send(reading, "[" + LIST + "," + CALL + "]");

        assertThat(answers.body()).contains("crm__find", "It needs the scopes: mcp:read mcp:call");
        assertThat(edge().calls).isEmpty();
    }

    @Test
    void aRevokedGrantEndsAtOnce() throws Exception {
        String token = issuer().token();
        assertThat(send(token, CALL).statusCode()).isEqualTo(200);
        edge().nextEvent();

        tenant.put(issuer().person().ending(new TokenFence(TokenFence.Of.CLIENT, TestIssuer.CLIENT, Instant.now())));
        edge().snapshots.publish(tenant);
        HttpResponse<String> refused = send(token, CALL);

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(challenge(refused)).contains("error=\"invalid_token\"");
        EventDraft event = edge().nextEvent();
        assertThat(event.reason()).isEqualTo(RefusalReason.GRANT_REVOKED);
        assertThat(event.holder().user())
                .isEqualTo(UUID.fromString(issuer().user.id()));
        assertThat(edge().calls).hasSize(1);
    }

    @Test
    void aBoundTokenNeedsAProofForThePublicAddress() throws Exception {
        ECKey holder = TestIssuer.ecKey("h");
        String thumbprint = holder.computeThumbprint().toString();
        String token = issuer().token(claims -> claims.claim("cnf", Map.of("jkt", thumbprint)));
        String proof = TestIssuer.proof(holder, claims -> claims, proof(token, RESOURCE + "?x=1"));
        String forAnother = TestIssuer.proof(
                holder, claims -> claims, proof(token, edge().url().toString()));

        HttpResponse<String> without = send(token, CALL);
        assertThat(without.statusCode()).isEqualTo(401);
        assertThat(challenge(without)).startsWith("DPoP ").contains("algs=\"ES256 ", METADATA);
        assertThat(send(token, CALL, forAnother).statusCode()).isEqualTo(401);
        assertThat(send(token, CALL, proof).statusCode()).isEqualTo(200);
        HttpResponse<String> again = send(token, CALL, proof);
        assertThat(challenge(again)).contains("error=\"invalid_dpop_proof\"");
        assertThat(edge().calls).hasSize(1);
    }

    @Test
    void aTokenIsTakenFromItsOwnHeaderAlone() throws Exception {
        HttpResponse<String> refused = edge().send(HttpRequest.newBuilder(edge().url())
                .header("X-Tollgate-Key", issuer().token())
                .header("Accept", "application/json, text/event-stream")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(LIST)));

        assertThat(refused.statusCode()).isEqualTo(401);
    }

    private static JWTClaimsSet.Builder proof(String token, String url) throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII));
        return new JWTClaimsSet.Builder()
                .claim("htm", "POST")
                .claim("htu", url)
                .claim("ath", Base64.getUrlEncoder().withoutPadding().encodeToString(hash))
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(Instant.now()));
    }

    private static String challenge(HttpResponse<String> answer) {
        return answer.headers().firstValue("WWW-Authenticate").orElse("");
    }

    private HttpResponse<String> send(String token, String body) throws Exception {
        return edge().send(edge().post(token, body));
    }

    private HttpResponse<String> send(String token, String body, String proof) throws Exception {
        return edge().send(edge().post(token, body)
                .setHeader("Authorization", "DPoP " + token)
                .header("DPoP", proof));
    }

    private TestIssuer issuer() {
        return Objects.requireNonNull(signing);
    }

    private EdgeServer edge() {
        return Objects.requireNonNull(started);
    }
}
