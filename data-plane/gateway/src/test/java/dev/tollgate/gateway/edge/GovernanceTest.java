package dev.tollgate.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tollgate.gateway.event.EventDraft;
import dev.tollgate.gateway.fixture.TestTenant;
import dev.tollgate.gateway.fixture.TestTenant.IssuedKey;
import dev.tollgate.gateway.policy.Serving;
import dev.tollgate.gateway.upstream.UpstreamListener;
import dev.tollgate.gateway.upstream.UpstreamReply;
import dev.tollgate.model.condition.Condition;
import dev.tollgate.model.config.ContentLogging;
import dev.tollgate.model.config.Grant;
import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.config.SubjectConfig;
import dev.tollgate.model.config.SubjectKind;
import dev.tollgate.model.config.SubjectRef;
import dev.tollgate.model.config.TenantConfig;
import dev.tollgate.model.config.ToolGroupConfig;
import dev.tollgate.model.config.ToolPattern;
import dev.tollgate.model.config.VirtualKeyConfig;
import dev.tollgate.model.event.CallStatus;
import dev.tollgate.model.event.RefusalReason;
import dev.tollgate.model.id.GroupId;
import dev.tollgate.model.id.Region;
import dev.tollgate.model.id.Slug;
import dev.tollgate.model.net.Cidr;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the tenant's administrator has said about keys, regions and groups, as agents meet it on a socket. */
class GovernanceTest {
    private static final String MODERN = "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
            + "\"io.modelcontextprotocol/clientCapabilities\":{},"
            + "\"io.modelcontextprotocol/clientInfo\":{\"name\":\"robot\",\"version\":\"7\"}}";

    private final TestTenant tenant = new TestTenant();
    private final ServerConfig server = tenant.server("crm", URI.create("http://127.0.0.1:1/mcp"));
    private final IssuedKey key = tenant.key("crm__*");
    private @Nullable EdgeServer started;

    @BeforeEach
    void start() throws Exception {
        started = new EdgeServer();
        tenant.tool(server, "find");
        tenant.tool(server, "erase");
        started.snapshots.publish(tenant);
        started.upstream =
                (_, listener) -> listener.reply(new UpstreamReply.Result(EdgeServer.json("{}"), false, null));
    }

    @AfterEach
    void stop() throws Exception {
        edge().close();
    }

    @Test
    void saysThatAConditionIsNotMetAndNotWhichOne() throws Exception {
        // given
        put(key, List.of(grant("crm__find", "agent.name == 'robot' && args.secretLimit < 10")), List.of());
        // when
        HttpResponse<String> refused = call("{\"secretLimit\":11}");
        // then
        assertThat(refused.body())
                .contains("\"isError\":true", "\"resultType\":\"complete\"", "Tool crm__find was not called")
                .contains("the condition set by your administrator")
                .doesNotContain("robot")
                .doesNotContain("secretLimit");
        EventDraft event = edge().nextEvent();
        assertThat(event.status()).isEqualTo(CallStatus.REFUSED);
        assertThat(event.reason()).isEqualTo(RefusalReason.CONDITION_NOT_MET);
        assertThat(event.toolName()).isEqualTo("find");
        assertThat(event.cost().nanos()).isZero();
        assertThat(edge().calls).isEmpty();
        // and when
        HttpResponse<String> met = call("{\"secretLimit\":9}");
        // then
        assertThat(met.body()).contains("\"resultType\":\"complete\"").doesNotContain("isError");
        assertThat(edge().calls).hasSize(1);
    }

    @Test
    void argumentsTooLargeToLookIntoMeetNoCondition() throws Exception {
        put(key, List.of(grant("crm__find", "size(args.text) >= 0")), List.of());

        call("{\"text\":\"" + "x".repeat(70_000) + "\"}");
        assertThat(edge().nextEvent().reason()).isEqualTo(RefusalReason.CONDITION_FAILED);
        assertThat(edge().counted).contains("condition/FAILED");
        call("{\"text\":\"" + "x".repeat(60_000) + "\"}");
        assertThat(edge().nextEvent().status()).isEqualTo(CallStatus.OK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/mcp", "/v1/me"})
    void refusesAKeyFromElsewhereWhateverHeadersSay(String path) throws Exception {
        // given
        put(key, key.config().grants(), List.of(Cidr.of("10.0.0.0/8")));
        HttpRequest.Builder request =
                request(path).header("X-Forwarded-For", "10.0.0.1").header("Forwarded", "for=10.0.0.1");
        // when
        HttpResponse<String> response = edge().send(request);
        // then
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.body()).contains("not accepted from your network address");
        assertThat(edge().nextEvent().reason()).isEqualTo(RefusalReason.SOURCE_NOT_ALLOWED);
        // and when
        put(key, key.config().grants(), List.of(Cidr.of("10.0.0.0/8"), Cidr.of("127.0.0.0/8")));
        // then
        assertThat(edge().send(request(path)).statusCode()).isEqualTo(200);
    }

    @Test
    void servesNothingFromAConfigurationOlderThanTheTenantAllows() throws Exception {
        // given
        tenant.put(new TenantConfig(tenant.id, new Slug("acme"), "Acme", new Region("local"), 60, null, null));
        edge().snapshots.publish(tenant);
        edge().snapshots.grow(60_000);
        assertThat(call("{}").body()).contains("\"result\"");
        assertThat(edge().nextEvent().status()).isEqualTo(CallStatus.OK);
        // when
        edge().snapshots.grow(1);
        // then
        assertNotServed(RefusalReason.SNAPSHOT_STALE, "has had no news of your organization's configuration");
    }

    @Test
    void servesATenantWithinItsTimeInTheRegion() throws Exception {
        // given one that has not come yet
        window(Instant.now().plusSeconds(100), null);
        assertNotServed(RefusalReason.OTHER_REGION, "does not serve it yet");
        // and one that has left
        window(null, Instant.now().minusSeconds(1));
        assertNotServed(RefusalReason.OTHER_REGION, "served by another region now");
        // and one that is here
        window(Instant.now().minusSeconds(1), Instant.now().plusSeconds(100));
        assertThat(call("{}").body()).contains("\"result\"");
        assertThat(edge().nextEvent().status()).isEqualTo(CallStatus.OK);
    }

    @Test
    void saysWhenTheRegionWillServe() {
        Instant now = Instant.parse("2026-11-22T12:00:00Z");
        tenant.put(new TenantConfig(
                tenant.id, new Slug("acme"), "Acme", new Region("local"), null, now.plusSeconds(7), null));
        edge().snapshots.publish(tenant);
        Serving serving = new Serving(edge().snapshots.freshness());

        Serving.NotServed refusal = serving.refusal(
                Objects.requireNonNull(edge().snapshots.snapshots().ofTenant(tenant.id)), now);

        assertThat(Objects.requireNonNull(refusal).retryAfterMillis()).isEqualTo(7_001);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/mcp/Readers", "/mcp/a/b", "/mcp/%72eaders", "/mcp/readers/", "/mcp/-a", "/mcp/a%2Fb"})
    void knowsNoOtherPathsThanAGroupsName(String path) throws Exception {
        HttpResponse<String> response = edge().send(request(path));

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(edge().events).isEmpty();
    }

    @Test
    void aGroupThatTheKeyDoesNotHaveIsAsOneThatDoesNotExist() throws Exception {
        GroupId id = new GroupId(UUID.randomUUID());
        tenant.put(new ToolGroupConfig(tenant.id, id, new Slug("there"), List.of(Grant.of("*"))));
        edge().snapshots.publish(tenant);

        HttpResponse<String> there = edge().send(request("/mcp/there"));
        HttpResponse<String> absent = edge().send(request("/mcp/absent"));

        assertThat(there.body()).contains("\"tools\":[]").isEqualTo(absent.body());
        assertThat(there.statusCode()).isEqualTo(absent.statusCode()).isEqualTo(200);
    }

    @Test
    void tellsAKeyWhatItIsAndMay() throws Exception {
        // given
        GroupId group = new GroupId(UUID.randomUUID());
        SubjectRef tier = SubjectRef.parse("tier:pro");
        SubjectRef customer = SubjectRef.of(SubjectKind.CUSTOMER, UUID.randomUUID());
        tenant.put(new ToolGroupConfig(tenant.id, group, new Slug("finders"), List.of(Grant.of("crm__find"))));
        tenant.put(new SubjectConfig(tenant.id, tier, "Pro", null, List.of(group)));
        tenant.put(new SubjectConfig(tenant.id, customer, "Globex", tier, List.of(group)));
        Instant expires = Instant.parse("2099-01-01T00:00:00Z");
        put(key, customer, List.of(), List.of(), expires);
        // when
        HttpResponse<String> response = edge().send(request("/v1/me"));
        // then
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
        JsonNode me = new ObjectMapper().readTree(response.body());
        assertThat(me.toString())
                .isEqualTo("{\"key\":\"" + key.config().id() + "\",\"name\":\"k\",\"environment\":\"prod\","
                        + "\"owner\":{\"kind\":\"customer\",\"id\":\"" + customer.id() + "\",\"name\":\"Globex\"},"
                        + "\"chain\":[{\"kind\":\"customer\",\"id\":\"" + customer.id() + "\",\"name\":\"Globex\"},"
                        + "{\"kind\":\"tier\",\"id\":\"pro\",\"name\":\"Pro\"}],"
                        + "\"expiresAt\":\"2099-01-01T00:00:00Z\",\"groups\":[\"finders\"],"
                        + "\"tools\":{\"count\":1,\"names\":[\"crm__find\"]},"
                        + "\"left\":{\"concurrentCalls\":{\"max\":256,\"left\":256},"
                        + "\"openStreams\":{\"max\":32,\"left\":32}},\"revision\":2}");
        assertThat(edge().events).isEmpty();
        assertThat(edge().calls).isEmpty();
    }

    @Test
    void tellsAKeyOfManyToolsPageByPage() throws Exception {
        for (int i = 0; i < 1_500; i++) {
            tenant.tool(server, String.format("t%05d", i));
        }
        edge().snapshots.publish(tenant);
        ObjectMapper json = new ObjectMapper();

        JsonNode first = json.readTree(edge().send(request("/v1/me")).body()).get("tools");
        JsonNode second = json.readTree(
                        edge().send(request("/v1/me?after=" + first.get("next").asText()))
                                .body())
                .get("tools");

        assertThat(first.get("count").asInt()).isEqualTo(1_502);
        assertThat(first.get("names")).hasSize(1_000);
        assertThat(second.get("names")).hasSize(502);
        assertThat(second.get("next")).isNull();
    }

    @Test
    void tellsAKeyWhatItHasLeft() throws Exception {
        // given a call that its server has not answered yet, and an open stream
        CompletableFuture<UpstreamListener> asked = new CompletableFuture<>();
        edge().upstream = (_, listener) -> asked.complete(listener);
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<HttpResponse<String>> called = callers.submit(() -> call("{}"));
            UpstreamListener unanswered = asked.get(10, TimeUnit.SECONDS);
            edge().stream(listen());
            // when, then
            assertThat(left()).isEqualTo("255 of 256 calls, 31 of 32 streams");
            // and when the server has answered
            unanswered.reply(new UpstreamReply.Result(EdgeServer.json("{}"), false, null));
            called.get(10, TimeUnit.SECONDS);
            // then
            assertThat(left()).isEqualTo("256 of 256 calls, 31 of 32 streams");
        }
    }

    private HttpRequest.Builder listen() {
        String body = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"subscriptions/listen\",\"params\":{" + MODERN
                + ",\"notifications\":{\"toolsListChanged\":true}}}";
        return edge().post(key.text(), body)
                .header("MCP-Protocol-Version", "2026-07-28")
                .header("Mcp-Method", "subscriptions/listen");
    }

    private String left() throws Exception {
        JsonNode left = new ObjectMapper()
                .readTree(edge().send(request("/v1/me")).body())
                .get("left");
        return share(left.get("concurrentCalls")) + " calls, " + share(left.get("openStreams")) + " streams";
    }

    private static String share(JsonNode share) {
        return share.get("left") + " of " + share.get("max");
    }

    @Test
    void tellsNothingToWhoHasNoKey() throws Exception {
        URI me = edge().url().resolve("/v1/me");
        HttpResponse<String> none = edge().send(HttpRequest.newBuilder(me).GET());
        HttpResponse<String> posted = edge().send(request("/v1/me").POST(HttpRequest.BodyPublishers.noBody()));

        assertThat(none.statusCode()).isEqualTo(401);
        assertThat(none.headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(challenge -> assertThat(challenge).startsWith("Bearer resource_metadata="));
        assertThat(posted.statusCode()).isEqualTo(405);
        assertThat(posted.headers().firstValue("Allow")).hasValue("GET");
    }

    private void assertNotServed(RefusalReason reason, String words) throws Exception {
        HttpResponse<String> called = call("{}");
        assertThat(called.body()).contains("\"error\"", words);
        assertThat(called.headers().firstValue("Retry-After")).isPresent();
        EventDraft event = edge().nextEvent();
        assertThat(event.reason()).isEqualTo(reason);
        assertThat(event.method()).isEqualTo("tools/call");
        HttpResponse<String> listed = edge().send(request("/mcp"));
        assertThat(listed.body()).contains("\"error\"", words).doesNotContain("crm__find");
        assertThat(listed.headers().firstValue("Retry-After")).isPresent();
        assertThat(edge().nextEvent().method()).isEqualTo("tools/list");
        HttpResponse<String> me = edge().send(request("/v1/me"));
        assertThat(me.statusCode()).isEqualTo(503);
        assertThat(me.body()).contains(words).doesNotContain("crm__find");
        assertThat(me.headers().firstValue("Retry-After")).isPresent();
        int asked = edge().calls.size();
        call("{}");
        assertThat(edge().nextEvent().reason()).isEqualTo(reason);
        assertThat(edge().calls).hasSize(asked);
    }

    private void window(@Nullable Instant from, @Nullable Instant until) {
        tenant.put(new TenantConfig(tenant.id, new Slug("acme"), "Acme", new Region("local"), null, from, until));
        edge().snapshots.publish(tenant);
    }

    private static Grant grant(String pattern, String when) {
        return new Grant(new ToolPattern(pattern), new Condition(when));
    }

    private void put(IssuedKey issued, List<Grant> grants, List<Cidr> sources) {
        put(issued, tenant.service, grants, sources, null);
    }

    private void put(
            IssuedKey issued, SubjectRef owner, List<Grant> grants, List<Cidr> sources, @Nullable Instant expires) {
        tenant.put(new VirtualKeyConfig(
                tenant.id,
                issued.config().id(),
                tenant.environment,
                "k",
                issued.config().credentials(),
                grants,
                List.of(),
                owner,
                null,
                sources,
                ContentLogging.AS_ENVIRONMENT,
                false,
                expires));
        edge().snapshots.publish(tenant);
    }

    private HttpResponse<String> call(String arguments) throws Exception {
        String body = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"crm__find\","
                + MODERN + ",\"arguments\":" + arguments + "}}";
        return edge().send(edge().post(key.text(), body)
                .header("MCP-Protocol-Version", "2026-07-28")
                .header("Mcp-Method", "tools/call")
                .header("Mcp-Name", "crm__find"));
    }

    /** A list, or what the key is told of itself. */
    private HttpRequest.Builder request(String path) {
        String list = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}";
        URI uri = URI.create("http://127.0.0.1:" + edge().port() + path);
        return path.startsWith("/v1/")
                ? HttpRequest.newBuilder(uri).header("Authorization", "Bearer " + key.text())
                : edge().post(key.text(), list).uri(uri);
    }

    private EdgeServer edge() {
        return Objects.requireNonNull(started);
    }
}
