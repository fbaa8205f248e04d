package dev.tollgate.gateway.upstream.stdio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.gateway.upstream.ClientAbilities;
import dev.tollgate.gateway.upstream.HealthBook;
import dev.tollgate.gateway.upstream.TestCaller;
import dev.tollgate.gateway.upstream.TestEar;
import dev.tollgate.gateway.upstream.UpstreamCall;
import dev.tollgate.gateway.upstream.UpstreamIdentity;
import dev.tollgate.gateway.upstream.UpstreamListener;
import dev.tollgate.gateway.upstream.UpstreamReply;
import dev.tollgate.gateway.upstream.Wanted;
import dev.tollgate.model.config.PrefixMode;
import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.config.Transport;
import dev.tollgate.model.id.EnvironmentId;
import dev.tollgate.model.id.ServerId;
import dev.tollgate.model.id.Slug;
import dev.tollgate.model.id.TenantId;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Processes that speak 2026-07-28, and those of before that are asked for it first. */
class ModernStdioTest {
    private static final Wanted ONE = new Wanted(false, false, false, Set.of("r://a"));
    private static final Wanted TWO = new Wanted(false, true, false, Set.of("r://a"));

    private final Vertx vertx = Vertx.vertx();
    private final HealthBook health = new HealthBook(InstantSource.system());
    private final StdioUpstreams upstreams = new StdioUpstreams(
            new StdioCommands(Map.of(
                    "modern", command(ModernPipeServer.class, "modern"),
                    "slow", command(ModernPipeServer.class, "slow"),
                    "deaf", command(ModernPipeServer.class, "deaf"),
                    "dies", command(PipeServer.class),
                    "dies-late", command(PipeServer.class, "slow"),
                    "silent", command(PipeServer.class, "silent"),
                    "refuses", command(PipeServer.class, "refuses"))),
            new StdioBounds(1, 100, 100_000, Duration.ofSeconds(50), Duration.ofMinutes(1)),
            _ -> {},
            health);
    private final List<String> heard = new CopyOnWriteArrayList<>();

    @AfterEach
    void stop() {
        upstreams.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @ParameterizedTest
    @ValueSource(strings = {"modern", "slow"})
    void it_is_discovered_and_told_in_each_call_who_speaks(String command) {
        ServerConfig server = server(command);

        String sent = result(server, call("echo", null, ClientAbilities.ALL));

        assertThat(sent)
                .startsWith("{\"resultType\":\"complete\",\"sent\":")
                .contains(
                        "\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\"",
                        "\"io.modelcontextprotocol/clientInfo\":{\"name\":\"tollgate\"",
                        "\"io.modelcontextprotocol/clientCapabilities\":"
                                + "{\"elicitation\":{\"form\":{},\"url\":{}},\"sampling\":{\"tools\":{}}}")
                .doesNotContain("roots");
        assertThat(upstreams.identity(server))
                .hasValueSatisfying(identity -> assertThat(identity.name()).isEqualTo("modern-pipe"))
                .map(UpstreamIdentity::isModern)
                .hasValue(true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dies", "dies-late", "silent", "refuses"})
    void a_process_of_the_era_before_is_initialized_in_the_end(String command) {
        ServerConfig server = server(command);

        assertThat(result(server, call("initialize", null, ClientAbilities.NONE)))
                .contains("\"method\":\"initialize\"");

        assertThat(upstreams.identity(server)).map(UpstreamIdentity::isModern).hasValue(false);
        assertThat(health.of(server).read().lastFailure()).isNull();
        assertThat(upstreams.processes()).isEqualTo(1);
    }

    @Test
    void it_is_told_of_no_more_than_the_calls_client_can_do() {
        assertThat(result(server("modern"), call("echo", null, ClientAbilities.NONE)))
                .contains("\"io.modelcontextprotocol/clientCapabilities\":{}");
    }

    @Test
    void what_it_asks_by_its_result_is_passed_on_and_the_answers_come_back() {
        ServerConfig server = server("modern");
        UpstreamCall call = call("ask", null, ClientAbilities.ALL);

        UpstreamReply.Result asked = (UpstreamReply.Result) reply(server, call);

        assertThat(asked.resultType()).isEqualTo("input_required");
        assertThat(asked.result())
                .hasToString("{\"resultType\":\"input_required\",\"requestState\":\"s\","
                        + "\"inputRequests\":{\"q\":{\"method\":\"elicitation/create\"}}}");
        assertThat(result(
                        server,
                        call.with(Buffer.buffer("{\"name\":\"ask\",\"inputResponses\":{\"q\":{\"n\":1.50}},"
                                + "\"requestState\":\"s\"}"))))
                .isEqualTo("{\"resultType\":\"complete\",\"answers\":{\"q\":{\"n\":1.50}},\"state\":\"s\"}");
    }

    @Test
    void a_request_of_its_own_is_put_to_nobody() {
        assertThat(result(server("modern"), call("question", null, ClientAbilities.ALL)))
                .contains("\"id\":\"p-1\",\"error\":{\"code\":-32601");
        assertThat(heard).isEmpty();
    }

    @Test
    void progress_carries_the_agents_own_token() {
        result(server("modern"), call("progress", "{\"progressToken\":\"mine\"}", ClientAbilities.NONE));

        assertThat(heard).singleElement().asString().contains("\"progressToken\":\"mine\"");
    }

    @Test
    void a_call_without_answer_is_taken_back() {
        ServerConfig server = server("modern");
        UpstreamCall hang =
                new UpstreamCall("tools/call", "hang", Buffer.buffer("{\"name\":\"hang\"}"), null, 50, null);
        result(server, call("echo", null, ClientAbilities.NONE));

        reply(server, hang);

        assertThat(result(server, call("cancelled", null, ClientAbilities.NONE)))
                .matches("\\{\"resultType\":\"complete\",\"cancelled\":\"[0-9]+\"}");
    }

    @Test
    void who_listens_hears_of_what_is_subscribed_to_and_another_wish_takes_its_place() {
        ServerConfig server = server("modern");
        TestEar ear = new TestEar(vertx, upstreams, server, ONE);
        ear.awaitListening(1);

        assertThat(result(server, call("change", null, ClientAbilities.NONE)))
                .contains("={\\\"resourceSubscriptions\\\":[\\\"r://a\\\"]}}")
                .doesNotContain("promptsListChanged");
        TestCaller.await(() -> ear.heard.size() == 1);
        assertThat(ear.heard.getFirst()).contains("notifications/resources/updated", "r://a");
        TestEar second = new TestEar(vertx, upstreams, server, TWO);
        second.awaitListening(1);

        assertThat(result(server, call("change", null, ClientAbilities.NONE)))
                .contains("={\\\"promptsListChanged\\\":true,\\\"resourceSubscriptions\\\":[\\\"r://a\\\"]}}")
                .doesNotContain(", ");
        TestCaller.await(() -> ear.heard.size() == 2 && second.heard.size() == 1);
    }

    @Test
    void a_stream_that_it_ends_is_begun_again() {
        ServerConfig server = server("modern");
        TestEar ear = new TestEar(vertx, upstreams, server, ONE);
        ear.awaitListening(1);

        result(server, call("end", null, ClientAbilities.NONE));

        ear.awaitListening(2);
        assertThat(ear.lost).containsExactly("ended its stream");
        result(server, call("change", null, ClientAbilities.NONE));
        TestCaller.await(() -> ear.heard.size() == 1);
    }

    @Test
    void one_that_has_nothing_to_listen_to_is_called_all_the_same() {
        ServerConfig server = server("deaf");
        TestEar ear = new TestEar(vertx, upstreams, server, ONE);

        TestCaller.await(() -> !ear.lost.isEmpty());

        assertThat(ear.lost).containsExactly("offers no stream to listen to");
        assertThat(result(server, call("cancelled", null, ClientAbilities.NONE)))
                .contains("complete");
    }

    @Test
    void an_error_for_want_of_an_ability_is_passed_on() {
        assertThat(reply(server("modern"), call("needs", null, ClientAbilities.NONE)))
                .isEqualTo(new UpstreamReply.Error(
                        Buffer.buffer("{\"code\":-32021,\"message\":\"Missing required client capability\"}")));
    }

    private UpstreamReply reply(ServerConfig server, UpstreamCall call) {
        CompletableFuture<UpstreamReply> reply = new CompletableFuture<>();
        vertx.getOrCreateContext()
                .runOnContext(_ -> upstreams.call(server, call, new UpstreamListener() {
                    @Override
                    public void notification(Buffer message) {
                        heard.add(message.toString());
                    }

                    @Override
                    public void reply(UpstreamReply ended) {
                        reply.complete(ended);
                    }
                }));
        return reply.orTimeout(60, TimeUnit.SECONDS).join();
    }

    private String result(ServerConfig server, UpstreamCall call) {
        UpstreamReply reply = reply(server, call);
        if (reply instanceof UpstreamReply.Result result) {
            return result.result().toString();
        }
        throw new AssertionError("no result: " + reply);
    }

    private static UpstreamCall call(String tool, @Nullable String meta, ClientAbilities abilities) {
        Buffer params = Buffer.buffer("{\"name\":\"" + tool + "\"}");
        Buffer sent = meta == null ? null : Buffer.buffer(meta);
        return new UpstreamCall("tools/call", tool, params, sent, 60_000, null, Map.of(), abilities);
    }

    private static ServerConfig server(String command) {
        return new ServerConfig(
                new TenantId(new UUID(0, 1)),
                new ServerId(new UUID(1, 1)),
                new EnvironmentId(new UUID(0, 2)),
                new Slug("files"),
                new Transport.Stdio(command),
                List.of("*"),
                PrefixMode.ALWAYS,
                true,
                60_000);
    }

    private static List<String> command(Class<?> program, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("java.home") + "/bin/java",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
        command.addAll(List.of(arguments));
        return command;
    }
}
