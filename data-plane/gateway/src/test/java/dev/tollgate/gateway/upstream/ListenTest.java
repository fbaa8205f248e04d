package dev.tollgate.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.model.config.ServerConfig;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an upstream says outside calls, and who hears it. */
class ListenTest {
    private static final Wanted TOOLS = new Wanted(true, false, false, Set.of());
    private static final String TOOLS_CHANGED = "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/tools/list_changed\"}";
    private static final String PROMPTS_CHANGED =
            "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/prompts/list_changed\"}";

    private final Vertx vertx = Vertx.vertx();
    private final List<ServerConfig> changed = new CopyOnWriteArrayList<>();
    private final HttpUpstreams upstreams = new HttpUpstreams(vertx, new SystemResolver(vertx), true, changed::add);
    private final TestCaller caller = new TestCaller(vertx, upstreams);
    private final StubUpstream stub = new StubUpstream(vertx);
    private final ServerConfig server = TestCaller.server(stub.url());
    private final List<HttpServerResponse> streams = new CopyOnWriteArrayList<>();
    private final AtomicInteger closed = new AtomicInteger();

    @AfterEach
    void stop() {
        upstreams.close();
        stub.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private void opensStreams() {
        stub.onGet = get -> open(get, "");
    }

    private void open(HttpServerRequest request, String first) {
        HttpServerResponse stream = StubUpstream.stream(request);
        request.connection().closeHandler(nothing -> closed.incrementAndGet());
        streams.add(stream);
        // Headers go out with the first bytes.
        stream.write(": here\n\n" + first);
    }

    private static String updated(String uri) {
        return "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/resources/updated\",\"params\":{\"uri\":\"" + uri
                + "\"}}";
    }

    private List<String> urisOf(String method) {
        return stub.posted(method).stream()
                .map(one -> one.text().replaceAll(".*\"uri\":\"([^\"]*)\".*", "$1"))
                .toList();
    }

    @Test
    void all_who_listen_share_one_stream_and_hear_what_they_want() {
        opensStreams();
        TestEar tools = new TestEar(vertx, upstreams, server, TOOLS);
        TestEar prompts = new TestEar(vertx, upstreams, server, new Wanted(false, true, false, Set.of()));
        tools.awaitListening(1);
        prompts.awaitListening(1);

        streams.getFirst().write(StubUpstream.event(TOOLS_CHANGED) + StubUpstream.event(PROMPTS_CHANGED));

        TestCaller.await(() -> prompts.heard.size() == 1 && tools.heard.size() == 1);
        assertThat(tools.heard).containsExactly(TOOLS_CHANGED);
        assertThat(prompts.heard).containsExactly(PROMPTS_CHANGED);
        assertThat(changed).containsExactly(server);
        assertThat(stub.got).singleElement().satisfies(get -> {
            assertThat(get.getHeader("accept")).isEqualTo("text/event-stream");
            assertThat(stub.sessions).containsKey(get.getHeader("mcp-session-id"));
        });
    }

    @Test
    void resources_are_subscribed_to_once_and_no_longer_than_somebody_wants_them() {
        opensStreams();
        TestEar one = new TestEar(vertx, upstreams, server, new Wanted(false, false, false, Set.of("r://a")));
        one.awaitListening(1);
        TestEar other =
                new TestEar(vertx, upstreams, server, new Wanted(false, false, false, Set.of("r://a", "r://b")));
        other.awaitListening(1);
        TestCaller.await(() -> stub.posted("resources/subscribe").size() == 2);

        streams.getFirst().write(StubUpstream.event(updated("r://b")) + StubUpstream.event(updated("r://a/part")));
        TestCaller.await(() -> other.heard.size() == 2 && one.heard.size() == 1);
        other.want(Wanted.NOTHING);

        TestCaller.await(() -> stub.posted("resources/unsubscribe").size() == 1);
        assertThat(urisOf("resources/subscribe")).containsExactly("r://a", "r://b");
        assertThat(urisOf("resources/unsubscribe")).containsExactly("r://b");
        assertThat(one.heard).containsExactly(updated("r://a/part"));
    }

    @Test
    void the_stream_ends_with_the_last_who_listens() {
        opensStreams();
        TestEar ear = new TestEar(vertx, upstreams, server, TOOLS);
        ear.awaitListening(1);

        ear.close();

        TestCaller.await(() -> closed.get() == 1);
        assertThat(ear.lost).isEmpty();
    }

    @Test
    void an_upstream_without_a_stream_is_said_to_have_none() {
        TestEar ear = new TestEar(vertx, upstreams, server, TOOLS);

        TestCaller.await(() -> !ear.lost.isEmpty());

        assertThat(ear.lost).containsExactly("offers no stream to listen to");
        assertThat(ear.retries).containsExactly(0L);
        assertThat(ear.listening).hasValue(0);
    }

    @Test
    void a_stream_that_breaks_is_taken_up_again_where_it_ended() {
        opensStreams();
        TestEar ear = new TestEar(vertx, upstreams, server, TOOLS);
        ear.awaitListening(1);

        streams.getFirst().end("id: 17\nretry: 20\n" + StubUpstream.event(TOOLS_CHANGED));

        ear.awaitListening(2);
        assertThat(ear.lost).containsExactly("ended its stream");
        assertThat(ear.retries).containsExactly(20L);
        assertThat(stub.got.getLast().getHeader("last-event-id")).isEqualTo("17");
        streams.getLast().write(StubUpstream.event(TOOLS_CHANGED));
        TestCaller.await(() -> ear.heard.size() == 2);
    }

    @Test
    void a_session_that_is_gone_is_begun_anew_once() {
        stub.onGet = get -> {
            if (stub.sessionsBegun.get() == 1) {
                get.response().setStatusCode(404).end();
            } else {
                open(get, "");
            }
        };
        TestEar ear = new TestEar(vertx, upstreams, server, TOOLS);
        ear.awaitListening(1);

        try (StubUpstream never = new StubUpstream(vertx)) {
            never.onGet = get -> get.response().setStatusCode(404).end();
            TestEar unheard = new TestEar(vertx, upstreams, TestCaller.server(never.url()), TOOLS);
            TestCaller.await(() -> !unheard.lost.isEmpty());
            assertThat(unheard.retries).containsExactly(0L);
            assertThat(never.sessionsBegun).hasValue(2);
        }
    }

    @Test
    void what_an_upstream_asks_outside_calls_is_refused() {
        opensStreams();
        new TestEar(vertx, upstreams, server, TOOLS).awaitListening(1);

        streams.getFirst()
                .write(StubUpstream.event("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"elicitation/create\"}"));

        TestCaller.await(() -> stub.answers().size() == 1);
        assertThat(stub.answers().getFirst().text()).contains("-32601");
    }

    @Test
    void a_dead_upstream_is_tried_again() {
        URI nowhere = stub.url();
        stub.close();
        TestEar ear = new TestEar(vertx, upstreams, TestCaller.server(nowhere), TOOLS);

        TestCaller.await(() -> ear.lost.size() >= 2);

        assertThat(ear.retries).allSatisfy(retry -> assertThat(retry).isPositive());
    }

    @Test
    void who_listens_is_told_when_the_server_is_configured_otherwise() throws Exception {
        opensStreams();
        TestEar ear = new TestEar(vertx, upstreams, server, TOOLS);
        ear.awaitListening(1);

        try (StubUpstream other = new StubUpstream(vertx)) {
            caller.result(TestCaller.moved(server, other.url()), TestCaller.toolCall("{}"));
            TestCaller.await(() -> !ear.lost.isEmpty());
        }

        assertThat(ear.retries).containsExactly(0L);
        TestCaller.await(() -> closed.get() == 1);
    }

    @Test
    void a_modern_upstream_is_told_all_that_is_wanted_and_replaced_before_it_ends() {
        stub.onDiscover = discover -> discover.result("{\"supportedVersions\":[\"2026-07-28\"],\"capabilities\":{}}");
        stub.onInitialize = initialize -> initialize.status(
                400,
                "{\"jsonrpc\":\"2.0\",\"id\":" + initialize.id() + ",\"error\":{\"code\":-32601,\"message\":\"\"}}");
        List<String> order = new CopyOnWriteArrayList<>();
        stub.onOther = other -> {
            order.add("opened with " + closed.get() + " closed");
            open(
                    other.request(),
                    StubUpstream.event(
                            "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/subscriptions/acknowledged\"}"));
        };
        TestEar ear = new TestEar(vertx, upstreams, server, TOOLS);
        ear.awaitListening(1);

        ear.want(new Wanted(true, false, true, Set.of("r://a")));
        ear.awaitListening(2);

        streams.getLast().write(StubUpstream.event(updated("r://a")));
        TestCaller.await(() -> ear.heard.size() == 1 && closed.get() == 1);
        assertThat(order).containsExactly("opened with 0 closed", "opened with 0 closed");
        assertThat(ear.lost).isEmpty();
        assertThat(stub.posted("subscriptions/listen"))
                .satisfiesExactly(
                        first -> assertThat(first.text())
                                .contains("\"notifications\":{\"toolsListChanged\":true},")
                                .contains("\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\""),
                        second -> assertThat(second.text())
                                .contains("\"notifications\":{\"toolsListChanged\":true,\"resourcesListChanged\":true,"
                                        + "\"resourceSubscriptions\":[\"r://a\"]},"));
        assertThat(stub.posted("subscriptions/listen").getFirst().header("mcp-method"))
                .isEqualTo("subscriptions/listen");
    }
}
