package dev.tollgate.gateway.upstream.stdio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.gateway.upstream.ClientAbilities;
import dev.tollgate.gateway.upstream.TestCaller;
import dev.tollgate.gateway.upstream.TestEar;
import dev.tollgate.gateway.upstream.UpstreamCall;
import dev.tollgate.gateway.upstream.UpstreamListener;
import dev.tollgate.gateway.upstream.UpstreamReply;
import dev.tollgate.gateway.upstream.UpstreamReply.Failure;
import dev.tollgate.gateway.upstream.UpstreamReply.Kind;
import dev.tollgate.gateway.upstream.UpstreamReply.Result;
import dev.tollgate.gateway.upstream.UpstreamRequest;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StdioUpstreamsTest {
    private static final long DEADLINE_SECONDS = 60;
    private static final StdioBounds BOUNDS =
            new StdioBounds(1, 100, 100_000, Duration.ofSeconds(50), Duration.ofMinutes(1));

    private final Vertx vertx = Vertx.vertx();
    private final StdioUpstreams upstreams = new StdioUpstreams(
            new StdioCommands(
                    Map.of("pipe", command(), "mute", command("mute"), "absent", List.of("/no/such/program"))),
            BOUNDS,
            _ -> {});
    private final ConcurrentLinkedQueue<String> asked = new ConcurrentLinkedQueue<>();
    private volatile Consumer<UpstreamRequest> answering = request -> {};
    private final ConcurrentLinkedQueue<String> heard = new ConcurrentLinkedQueue<>();

    @AfterEach
    void stop() {
        upstreams.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void calls_at_once_each_get_their_own_answer_byte_for_byte() {
        List<CompletableFuture<UpstreamReply>> replies = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            replies.add(start("pipe", call("echo", "{\"n\":12345678901234567890" + i + ",\"é\":\"\\u00e9\"}", null)));
        }

        for (int i = 0; i < 50; i++) {
            String expected = "{\"n\":12345678901234567890" + i + ",\"é\":\"\\u00e9\"}";
            assertThat(result(replies.get(i))).isEqualTo(expected);
        }
    }

    @Test
    void a_message_with_line_feeds_arrives_as_one() {
        assertThat(result(start("pipe", call("echo", "{\n\"a\":\r\n1}", null)))).isEqualTo("{ \"a\":  1}");
    }

    @Test
    void an_error_of_the_server_is_passed_on() {
        UpstreamReply reply = reply(start("pipe", call("fail", "{}", null)));

        assertThat(reply).isEqualTo(new UpstreamReply.Error(Buffer.buffer("{\"code\":-32000,\"message\":\"no\"}")));
    }

    @Test
    void progress_carries_the_agents_own_token() {
        result(start("pipe", call("progress", "{}", "{\"progressToken\":\"mine\",\"x\":1}")));

        assertThat(heard)
                .singleElement()
                .asString()
                .contains("\"progressToken\":\"mine\"")
                .contains("\"progress\":1");
    }

    @Test
    void a_process_that_dies_breaks_its_calls_and_is_started_again() {
        long first = pid();
        UpstreamReply broken = reply(start("pipe", call("exit", "{}", null)));

        assertThat(kind(broken)).isEqualTo(Kind.BROKEN);
        assertThat(((Failure) broken).message()).contains("files");
        awaitRestart();
        assertThat(pid()).isNotEqualTo(first);
    }

    @Test
    void a_message_over_the_bound_ends_the_process() {
        assertThat(kind(reply(start("pipe", call("flood", "{}", null))))).isEqualTo(Kind.BROKEN);
    }

    @Test
    void a_call_without_answer_ends_in_time_and_the_process_is_told() {
        result(start("pipe", call("echo", "{}", null)));
        UpstreamReply late = reply(start(
                "pipe", new UpstreamCall("tools/call", "hang", Buffer.buffer("{\"name\":\"hang\"}"), null, 50, null)));

        assertThat(kind(late)).isEqualTo(Kind.TIMEOUT);
        assertThat(result(start("pipe", call("cancelled", "{}", null)))).isEqualTo("{\"cancelled\":1}");
    }

    @Test
    void what_the_operator_does_not_allow_and_what_cannot_start_are_said_so() {
        assertThat(kind(reply(start("other", call("echo", "{}", null))))).isEqualTo(Kind.UNAVAILABLE);
        assertThat(kind(reply(start("absent", call("echo", "{}", null))))).isEqualTo(Kind.UNREACHABLE);
    }

    @Test
    void a_gateway_runs_no_more_processes_than_it_may() {
        result(start("pipe", call("echo", "{}", null)));

        UpstreamReply second = reply(start(server("mute", new UUID(1, 2)), call("echo", "{}", null)));

        assertThat(kind(second)).isEqualTo(Kind.UNAVAILABLE);
        assertThat(upstreams.processes()).isEqualTo(1);
    }

    @Test
    void a_process_sees_nothing_of_the_gateways_environment_and_goes_with_the_gateway() throws Exception {
        ProcessHandle process = ProcessHandle.of(pid()).orElseThrow();

        String seen = result(start("pipe", call("environment", "{}", null)));
        assertThat(System.getenv())
                .as("the gateway has more than a process may see")
                .containsKey("JAVA_HOME");
        assertThat(seen).contains("PATH").doesNotContain("JAVA_HOME");
        upstreams.close();
        process.onExit().get(DEADLINE_SECONDS, TimeUnit.SECONDS);

        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void what_a_process_asks_in_the_only_call_under_way_is_asked_of_that_calls_client() {
        answering = request -> request.result(Buffer.buffer("{\n\"action\":\"accept\"}"));

        String heard = result(start("pipe", able("ask")));

        assertThat(heard)
                .isEqualTo("{\"heard\":{\"jsonrpc\":\"2.0\",\"id\":\"p-1\",\"result\":{ \"action\":\"accept\"}}}");
        assertThat(asked).containsExactly("elicitation/create {\"q\":1}");
    }

    @Test
    void what_a_process_asks_while_several_calls_are_under_way_is_asked_of_nobody() {
        start("pipe", call("hang", "{}", null));
        result(start("pipe", call("echo", "{}", null)));

        String heard = result(start("pipe", able("ask")));

        assertThat(heard).contains("\"error\":{\"code\":-32603,\"message\":\"several calls are under way");
        assertThat(asked).isEmpty();
    }

    @Test
    void a_client_that_cannot_be_asked_is_not() {
        assertThat(result(start("pipe", call("ask", "{}", null)))).contains("\"error\":{\"code\":-32601");
        assertThat(asked).isEmpty();
    }

    @Test
    void a_process_is_told_of_no_roots_for_they_are_folders_of_another_machine() {
        assertThat(result(start("pipe", call("initialize", "{}", null))))
                .contains("\"capabilities\":{\"elicitation\":{\"form\":{},\"url\":{}},\"sampling\":{\"tools\":{}}}");
    }

    @Test
    void who_listens_keeps_a_process_and_hears_of_its_changes() {
        TestEar ear = new TestEar(
                vertx, upstreams, server("pipe", new UUID(1, 1)), new Wanted(true, false, false, Set.of("r://a")));
        ear.awaitListening(1);

        String subscribed = result(start("pipe", call("change", "{}", null)));

        assertThat(subscribed).contains("resources/subscribe ");
        TestCaller.await(() -> ear.heard.size() == 1);
        assertThat(ear.heard.getFirst()).contains("notifications/tools/list_changed");
        result(start("pipe", call("echo", "{}", null)));
        start("pipe", call("exit", "{}", null)).join();
        ear.awaitListening(2);
        assertThat(ear.lost).containsExactly("broke off: it exited");
    }

    /** A process that was refused for its back-off says when to come again; until then it is not started. */
    private void awaitRestart() {
        UpstreamReply reply = reply(start("pipe", call("pid", "{}", null)));
        while (reply instanceof Failure failure) {
            assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
            assertThat(failure.retryAfterMillis()).isPositive();
            CompletableFuture<Void> later = new CompletableFuture<>();
            vertx.setTimer(failure.retryAfterMillis() + 1, _ -> later.complete(null));
            later.join();
            reply = reply(start("pipe", call("pid", "{}", null)));
        }
    }

    private long pid() {
        String result = result(start("pipe", call("pid", "{}", null)));
        return Long.parseLong(result.replaceAll("\\D", ""));
    }

    private CompletableFuture<UpstreamReply> start(String command, UpstreamCall call) {
        return start(server(command, new UUID(1, 1)), call);
    }

    private CompletableFuture<UpstreamReply> start(ServerConfig server, UpstreamCall call) {
        CompletableFuture<UpstreamReply> reply = new CompletableFuture<>();
        vertx.getOrCreateContext()
                .runOnContext(_ -> upstreams.call(server, call, new UpstreamListener() {
                    @Override
                    public void notification(Buffer message) {
                        heard.add(message.toString());
                    }

                    @Override
                    public void request(UpstreamRequest request) {
                        asked.add(request.method() + " " + request.params());
                        answering.accept(request);
                    }

                    @Override
                    public void reply(UpstreamReply ended) {
                        assertThat(reply.complete(ended)).isTrue();
                    }
                }));
        return reply;
    }

    private static UpstreamReply reply(CompletableFuture<UpstreamReply> reply) {
        return reply.orTimeout(DEADLINE_SECONDS, TimeUnit.SECONDS).join();
    }

    private static String result(CompletableFuture<UpstreamReply> reply) {
        UpstreamReply ended = reply(reply);
        assertThat(ended).isInstanceOf(Result.class);
        return ((Result) ended).result().toString();
    }

    private static Kind kind(UpstreamReply reply) {
        assertThat(reply).isInstanceOf(Failure.class);
        return ((Failure) reply).kind();
    }

    private static UpstreamCall call(String tool, String arguments, @Nullable String meta) {
        Buffer params = Buffer.buffer("{\"name\":\"" + tool + "\",\"arguments\":" + arguments + "}");
        return new UpstreamCall("tools/call", tool, params, meta == null ? null : Buffer.buffer(meta), 60_000, null);
    }

    private static UpstreamCall able(String tool) {
        UpstreamCall call = call(tool, "{}", null);
        return new UpstreamCall(
                call.method(), call.name(), call.params(), null, 60_000, null, Map.of(), ClientAbilities.ALL);
    }

    private static ServerConfig server(String command, UUID id) {
        return new ServerConfig(
                new TenantId(new UUID(0, 1)),
                new ServerId(id),
                new EnvironmentId(new UUID(0, 2)),
                new Slug("files"),
                new Transport.Stdio(command),
                List.of("*"),
                PrefixMode.ALWAYS,
                true,
                60_000);
    }

    private static List<String> command(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("java.home") + "/bin/java",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                PipeServer.class.getName()));
        command.addAll(List.of(arguments));
        return command;
    }
}
