package dev.tollgate.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.gateway.fixture.TestConnection;
import dev.tollgate.gateway.fixture.TestIssuer;
import dev.tollgate.gateway.fixture.TestTenant;
import dev.tollgate.gateway.fixture.TestTenant.IssuedKey;
import dev.tollgate.gateway.upstream.HealthBook;
import dev.tollgate.gateway.upstream.HttpUpstreams;
import dev.tollgate.gateway.upstream.SystemResolver;
import dev.tollgate.model.config.Grant;
import dev.tollgate.model.config.PersonConfig;
import dev.tollgate.model.config.PersonalAccess;
import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.config.SubjectConfig;
import dev.tollgate.model.config.SubjectKind;
import dev.tollgate.model.config.SubjectRef;
import dev.tollgate.model.config.ToolGroupConfig;
import dev.tollgate.model.event.CallStatus;
import dev.tollgate.model.event.RefusalReason;
import dev.tollgate.model.id.GroupId;
import dev.tollgate.model.id.Slug;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two people at a server that each reaches by a connection of their own. */
class PersonalServersTest {
    private static final String CALL = rpc("tools/call", "{\"name\":\"crm__whoami\",\"arguments\":{}}");
    private static final String URL_ABILITY = "{\"elicitation\":{\"url\":{}}}";

    private final TestTenant tenant = new TestTenant();
    private final UUID bob = UUID.randomUUID();
    private @Nullable EdgeServer started;
    private @Nullable EchoUpstream echo;
    private @Nullable HttpUpstreams upstreams;
    private @Nullable ServerConfig crm;
    private @Nullable TestIssuer ann;
    private @Nullable IssuedKey bobs;

    private static String rpc(String method, String params) {
        return "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"" + method + "\",\"params\":" + params + "}";
    }

    @BeforeEach
    void start() throws Exception {
        EdgeServer edge = new EdgeServer();
        started = edge;
        EchoUpstream server = new EchoUpstream(edge.vertx());
        echo = server;
        HttpUpstreams ways = new HttpUpstreams(
                edge.vertx(),
                new SystemResolver(edge.vertx()),
                true,
                edge.people::headers,
                _ -> {},
                new HealthBook(InstantSource.system()));
        upstreams = ways;
        edge.port = ways;
        ServerConfig config = tenant.server("crm", server.url()).with(new PersonalAccess(null));
        crm = config;
        tenant.put(config);
        tenant.tool(config, "whoami");
        GroupId group = new GroupId(UUID.randomUUID());
        tenant.put(new ToolGroupConfig(tenant.id, group, new Slug("all"), List.of(Grant.of("crm__*"))));
        TestIssuer issuer = new TestIssuer(tenant, EdgeServer.PUBLIC_URL + "/mcp", Instant.now());
        issuer.user(List.of(group));
        ann = issuer;
        SubjectRef user = SubjectRef.of(SubjectKind.USER, UUID.randomUUID());
        tenant.put(new SubjectConfig(tenant.id, user, "Bob", null, List.of(group)));
        tenant.put(PersonConfig.of(tenant.id, bob.toString(), user));
        bobs = tenant.key(user, "crm__*");
        edge.snapshots.publish(tenant);
    }

    @AfterEach
    void stop() throws Exception {
        Objects.requireNonNull(upstreams).close();
        edge().close();
    }

    private EdgeServer edge() {
        return Objects.requireNonNull(started);
    }

    private EchoUpstream echo() {
        return Objects.requireNonNull(echo);
    }

    private String annsToken() throws Exception {
        return Objects.requireNonNull(ann).token();
    }

    private IssuedKey bobs() {
        return Objects.requireNonNull(bobs);
    }

    private TestConnection ofAnn() {
        UUID person = UUID.fromString(Objects.requireNonNull(ann).person);
        return new TestConnection(EdgeServer.REGION_SEAL, Objects.requireNonNull(crm), person);
    }

    private TestConnection ofBob() {
        return new TestConnection(EdgeServer.REGION_SEAL, Objects.requireNonNull(crm), bob);
    }

    private void connectBoth() {
        ofAnn().connected("Bearer of-ann", TestIssuer.CLIENT).publish(edge().people);
        ofBob().connected("Bearer of-bob", bobs().config().id().toString()).publish(edge().people);
    }

    private HttpResponse<String> send(String key, String body) throws Exception {
        return edge().send(edge().post(key, body));
    }

    private String page(String client) {
        return "https://console.example/tollgate/connections/"
                + Objects.requireNonNull(crm).id() + "?client=" + client;
    }

    @Test
    void eachIsKnownByTheirOwn() throws Exception {
        connectBoth();

        for (int i = 0; i < 3; i++) {
            assertThat(send(annsToken(), CALL).body()).contains("Bearer of-ann");
            assertThat(send(bobs().text(), CALL).body()).contains("Bearer of-bob");
        }

        assertThat(echo().of("initialize").stream().map(EchoUpstream.Seen::authorization))
                .containsExactly("Bearer of-ann", "Bearer of-bob");
        assertThat(echo().of("tools/call").stream()
                        .map(one -> one.session() + one.authorization())
                        .distinct())
                .as("sessions")
                .hasSize(2);
    }

    @Test
    void eachHasListsOfTheirOwn() throws Exception {
        connectBoth();
        String list = rpc("prompts/list", "{}");

        assertThat(send(annsToken(), list).body()).contains("of-ann").doesNotContain("of-bob");
        assertThat(send(bobs().text(), list).body()).contains("of-bob").doesNotContain("of-ann");
    }

    @Test
    void toolsAreListedWithoutAConnectionAndWhatMustBeAskedIsNot() throws Exception {
        assertThat(send(bobs().text(), rpc("tools/list", "{}")).body()).contains("crm__whoami");
        assertThat(send(bobs().text(), rpc("prompts/list", "{}")).body()).contains("\"prompts\":[]");
        assertThat(echo().seen).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tools/call", "prompts/get", "resources/read"})
    void whoIsNotConnectedIsToldWhereToConnect(String method) throws Exception {
        ofAnn().connected("Bearer of-ann", TestIssuer.CLIENT).publish(edge().people);
        String name = method.equals("resources/read") ? "{\"uri\":\"crm://a\"}" : "{\"name\":\"crm__whoami\"}";

        JsonObject error = new JsonObject(send(bobs().text(), rpc(method, name)).body()).getJsonObject("error");

        String page = page(bobs().config().id().toString());
        assertThat(error.getInteger("code")).isEqualTo(-32603);
        assertThat(error.getString("message")).contains("you have none", page);
        assertThat(error.getJsonObject("data").getString("url")).isEqualTo(page);
        assertThat(edge().nextEvent().reason()).isEqualTo(RefusalReason.NOT_CONNECTED);
        assertThat(echo().seen).isEmpty();
    }

    @Test
    void aClientThatIsNotAllowedIsToldSo() throws Exception {
        ofBob().connected("Bearer of-bob", "another").publish(edge().people);

        assertThat(send(bobs().text(), CALL).body()).contains("which this client may not use");
        assertThat(edge().nextEvent().reason()).isEqualTo(RefusalReason.CLIENT_NOT_ALLOWED);
        assertThat(echo().seen).isEmpty();
    }

    @Test
    void whoeverIsNobodyIsRefused() throws Exception {
        IssuedKey services = tenant.key("crm__*");
        edge().snapshots.publish(tenant);
        connectBoth();

        assertThat(send(services.text(), CALL).body()).contains("belongs to nobody who signs in");
        assertThat(edge().nextEvent().reason()).isEqualTo(RefusalReason.NO_PERSON);
        assertThat(echo().seen).isEmpty();
    }

    @Test
    void whatEndedServesNoMore() throws Exception {
        TestConnection connection = ofBob();
        String client = bobs().config().id().toString();
        connection.connected("Bearer of-bob", client).publish(edge().people);
        assertThat(send(bobs().text(), CALL).body()).contains("Bearer of-bob");
        edge().nextEvent();

        connection.disconnected().publish(edge().people);

        assertThat(send(bobs().text(), CALL).body()).contains("you have none");
        assertThat(edge().nextEvent().reason()).isEqualTo(RefusalReason.NOT_CONNECTED);
        connection.connected("Bearer of-bob-2", client).publish(edge().people);
        assertThat(send(bobs().text(), CALL).body()).contains("Bearer of-bob-2");
        edge().nextEvent();
        connection.needsAttention().publish(edge().people);
        assertThat(send(bobs().text(), CALL).body()).contains("connect anew");
        assertThat(edge().nextEvent().reason()).isEqualTo(RefusalReason.CONNECTION_NEEDS_ATTENTION);
        assertThat(echo().of("tools/call")).hasSize(2);
    }

    @Test
    void aSessionsClientIsAskedToSendItsPersonThereAndToldWhenThatIsDone() throws Exception {
        String session = session();
        TestConnection connection = ofBob();
        Iterator<String> stream = listen(session).body().iterator();

        JsonObject error = new JsonObject(
                        edge().send(edge().post(bobs().text(), CALL).header("Mcp-Session-Id", session))
                                .body())
                .getJsonObject("error");

        JsonObject asked =
                error.getJsonObject("data").getJsonArray("elicitations").getJsonObject(0);
        assertThat(error.getInteger("code")).isEqualTo(-32042);
        assertThat(asked.getString("mode")).isEqualTo("url");
        assertThat(asked.getString("url")).isEqualTo(page(bobs().config().id().toString()));
        assertThat(asked.getString("message")).doesNotContain("http");

        connection.connected("Bearer of-bob", bobs().config().id().toString()).publish(edge().people);

        assertThat(nextData(stream)).contains("notifications/elicitation/complete", asked.getString("elicitationId"));
    }

    private String session() throws Exception {
        String initialize = rpc(
                "initialize",
                "{\"protocolVersion\":\"2025-11-25\",\"capabilities\":" + URL_ABILITY
                        + ",\"clientInfo\":{\"name\":\"t\",\"version\":\"1\"}}");
        return send(bobs().text(), initialize)
                .headers()
                .firstValue("mcp-session-id")
                .orElseThrow();
    }

    private HttpResponse<Stream<String>> listen(String session) throws Exception {
        return edge().stream(HttpRequest.newBuilder(edge().url())
                .header("Authorization", "Bearer " + bobs().text())
                .header("Accept", "text/event-stream")
                .header("Mcp-Session-Id", session)
                .GET());
    }

    private static String nextData(Iterator<String> lines) {
        while (lines.hasNext()) {
            String line = lines.next();
            if (line.startsWith("data: {")) {
                return line;
            }
        }
        throw new AssertionError("the stream ended");
    }

    @Test
    void aClientOfTheModernEraIsAskedByTheResultAndOnceOnly() throws Exception {
        JsonObject result = new JsonObject(modern("").body()).getJsonObject("result");

        JsonObject question = result.getJsonObject("inputRequests").getJsonObject("tollgate-connection");
        assertThat(result.getString("resultType")).isEqualTo("input_required");
        assertThat(question.getString("method")).isEqualTo("elicitation/create");
        assertThat(question.getJsonObject("params").getString("mode")).isEqualTo("url");
        assertThat(question.getJsonObject("params").getString("url"))
                .isEqualTo(page(bobs().config().id().toString()));
        assertThat(question.getJsonObject("params").containsKey("elicitationId"))
                .isFalse();

        String answered = ",\"inputResponses\":{\"tollgate-connection\":{\"action\":\"accept\"}}";
        assertThat(modern(answered).body()).as("not yet").contains("\"error\"", "you have none");
        ofBob().connected("Bearer of-bob", bobs().config().id().toString()).publish(edge().people);
        assertThat(modern(answered).body()).contains("Bearer of-bob");
        assertThat(echo().of("tools/call").getFirst().params().getValue("inputResponses"))
                .as("is not the server's")
                .isIn(null, new JsonObject());
    }

    @Test
    void whoseTokenLacksScopesIsSentToAllowThemAndToldWhenThatIsDone() throws Exception {
        String session = session();
        String client = bobs().config().id().toString();
        TestConnection connection = ofBob();
        connection.connected("Bearer of-bob", client).publish(edge().people);
        echo().lacks = "crm.write";
        Iterator<String> stream = listen(session).body().iterator();

        JsonObject error = new JsonObject(
                        edge().send(edge().post(bobs().text(), CALL).header("Mcp-Session-Id", session))
                                .body())
                .getJsonObject("error");

        JsonObject asked =
                error.getJsonObject("data").getJsonArray("elicitations").getJsonObject(0);
        assertThat(error.getInteger("code")).isEqualTo(-32042);
        assertThat(asked.getString("url")).isEqualTo(page(client));
        assertThat(asked.getString("message")).contains("scope crm.write").doesNotContain("http");
        assertThat(edge().nextEvent().status()).isEqualTo(CallStatus.UPSTREAM_ERROR);
        assertThat(echo().of("tools/call")).as("is not tried again by itself").hasSize(1);
        connection.connected("Bearer of-bob-2", client).publish(edge().people);
        assertThat(nextData(stream)).contains("notifications/elicitation/complete", asked.getString("elicitationId"));
    }

    @Test
    void whoCannotBeAskedForMoreScopesIsToldWhere() throws Exception {
        connectBoth();
        echo().lacks = "crm.write";

        String plain = send(bobs().text(), CALL).body();
        String asked = modern("").body();
        String answered = modern(",\"inputResponses\":{\"tollgate-connection\":{\"action\":\"accept\"}}")
                .body();

        assertThat(plain).contains("scope crm.write", page(bobs().config().id().toString()));
        assertThat(asked).contains("input_required", "scope crm.write");
        assertThat(answered).as("asked once only").contains("\"error\"", "scope crm.write");
    }

    private HttpResponse<String> modern(String more) throws Exception {
        String params = "{\"name\":\"crm__whoami\",\"arguments\":{}" + more
                + ",\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
                + "\"io.modelcontextprotocol/clientCapabilities\":" + URL_ABILITY + "}}";
        return edge().send(edge().post(bobs().text(), rpc("tools/call", params))
                .header("MCP-Protocol-Version", "2026-07-28")
                .header("Mcp-Method", "tools/call")
                .header("Mcp-Name", "crm__whoami"));
    }
}
