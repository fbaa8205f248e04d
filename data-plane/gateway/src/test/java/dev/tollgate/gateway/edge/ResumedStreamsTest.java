package dev.tollgate.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.gateway.fixture.TestTenant;
import dev.tollgate.gateway.fixture.TestTenant.IssuedKey;
import dev.tollgate.gateway.session.TestRegion;
import dev.tollgate.gateway.upstream.UpstreamListener;
import dev.tollgate.gateway.upstream.UpstreamReply;
import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.config.TenantConfig;
import dev.tollgate.model.event.CallStatus;
import dev.tollgate.model.id.Region;
import dev.tollgate.model.id.Slug;
import dev.tollgate.model.seal.Seal;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Streams of calls in legacy sessions that break and are taken up again, over two gateways. */
class ResumedStreamsTest {
    private static final String KEYS = "k=" + Base64.getEncoder().encodeToString(new byte[32]);
    private static final String CALL =
            "{\"jsonrpc\":\"2.0\",\"id\":\"q-9\",\"method\":\"tools/call\",\"params\":{\"name\":\"crm__find\",\"arguments\":{}";
    private static final String ANSWER = "{\"jsonrpc\":\"2.0\",\"id\":\"q-9\",\"result\":{\"content\":[]}}";

    private final TestRegion region = new TestRegion();
    private final TestTenant tenant = new TestTenant();
    private final ServerConfig server = tenant.server("crm", URI.create("http://127.0.0.1:1/mcp"));
    private final IssuedKey key = tenant.key("*");
    private final IssuedKey other = tenant.key("*");
    private final BlockingQueue<Running> running = new LinkedBlockingQueue<>();
    private final List<EdgeServer> started = new ArrayList<>();
    private @Nullable EdgeServer first;
    private @Nullable EdgeServer second;

    @BeforeEach
    void start() throws Exception {
        tenant.tool(server, "find");
        first = gateway(EdgeServer.KEPT_FOR);
        second = gateway(EdgeServer.KEPT_FOR);
    }

    private EdgeServer gateway(Duration keptFor) throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        EdgeServer gateway = new EdgeServer(Seal.of(List.of(KEYS)), "http://127.0.0.1:" + port, port, region, keptFor);
        gateway.upstream = (_, listener) -> running.add(new Running(Vertx.currentContext(), listener));
        gateway.snapshots.publish(tenant);
        started.add(gateway);
        return gateway;
    }

    @AfterEach
    void stop() throws Exception {
        for (EdgeServer gateway : started) {
            gateway.close();
        }
    }

    private EdgeServer one() {
        return Objects.requireNonNull(first);
    }

    private EdgeServer two() {
        return Objects.requireNonNull(second);
    }

    /** A call that a server answers as the test says. */
    private record Running(Context context, UpstreamListener listener) {
        void say(int progress) {
            say(progress, "");
        }

        void say(int progress, String padding) {
            on(to -> to.notification(Buffer.buffer(progress(progress, padding))));
        }

        void answer() {
            answer("{\"content\":[]}");
        }

        void answer(String result) {
            on(to -> to.reply(new UpstreamReply.Result(EdgeServer.json(result), false, null)));
        }

        private void on(Consumer<UpstreamListener> word) {
            context.runOnContext(_ -> word.accept(listener));
        }
    }

    private static String progress(int progress, String padding) {
        return "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/progress\",\"params\":{\"progress\":" + progress
                + ",\"message\":\"" + padding + "\"}}";
    }

    private static String progress(int progress) {
        return progress(progress, "");
    }

    private Running call() throws InterruptedException {
        return Objects.requireNonNull(running.poll(10, TimeUnit.SECONDS), "no call came");
    }

    private record Event(String id, String data, String retry) {}

    /** What comes on a stream, event by event. */
    private static final class Events {
        private final Stream<String> body;
        private final Iterator<String> lines;
        private final int status;

        Events(HttpResponse<Stream<String>> response) {
            status = response.statusCode();
            body = response.body();
            lines = body.iterator();
        }

        /** Null at the stream's end. */
        @Nullable
        Event next() {
            String id = "";
            String retry = "";
            while (lines.hasNext()) {
                String line = lines.next();
                if (line.startsWith("id: ")) {
                    id = line.substring(4);
                } else if (line.startsWith("retry: ")) {
                    retry = line.substring(7);
                } else if (line.startsWith("data: ")) {
                    return new Event(id, line.substring(6), retry);
                }
            }
            return null;
        }

        Event some() {
            return Objects.requireNonNull(next(), "the stream has ended");
        }

        /** The connection is lost. */
        void lose() {
            body.close();
        }
    }

    private String session(IssuedKey by, String revision) throws Exception {
        return session(by, revision, "{}");
    }

    private String session(IssuedKey by, String revision, String capabilities) throws Exception {
        return one().send(one().post(
                                by.text(),
                                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{"
                                        + "\"protocolVersion\":\"" + revision + "\",\"capabilities\":" + capabilities
                                        + "}}"))
                .headers()
                .firstValue("Mcp-Session-Id")
                .orElseThrow();
    }

    private String session() throws Exception {
        return session(key, "2025-11-25");
    }

    private Events called(EdgeServer at, String session) throws Exception {
        // The head of a stream comes with its first word.
        return new Events(at.stream(at.post(key.text(), CALL + "}}").header("Mcp-Session-Id", session)));
    }

    private Events open(EdgeServer at, String session) throws Exception {
        Thread.startVirtualThread(() -> {
            try {
                Running call = call();
                running.add(call);
                call.say(1);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        return called(at, session);
    }

    private HttpRequest.Builder get(EdgeServer at, IssuedKey by, String session, String lastEventId) {
        return HttpRequest.newBuilder(at.url())
                .header("Authorization", "Bearer " + by.text())
                .header("Accept", "text/event-stream")
                .header("Mcp-Session-Id", session)
                .header("Last-Event-ID", lastEventId)
                .GET();
    }

    private Events resume(EdgeServer at, String session, Event last) throws Exception {
        return new Events(at.stream(get(at, key, session, last.id())));
    }

    private static void eventually(BooleanSupplier holds) throws InterruptedException {
        for (int i = 0; i < 1_000 && !holds.getAsBoolean(); i++) {
            Thread.sleep(10);
        }
        assertThat(holds.getAsBoolean()).isTrue();
    }

    /** The connections before it may have been closed, or be the very one: how many are left says nothing. */
    private void lose(Events stream) throws Exception {
        int before = one().connections.get();
        stream.lose();
        eventually(() -> one().connections.get() < before);
    }

    private static void isLost(Events stream) {
        assertThat(stream.some().data())
                .startsWith("{\"jsonrpc\":\"2.0\",\"id\":\"q-9\",\"error\":{\"code\":-32603")
                .contains("not kept");
        assertThat(stream.next()).isNull();
    }

    /** A notification that a server sent while nobody listened has come to the gateway. */
    private void waitUntilHeard(Running call) throws InterruptedException {
        BlockingQueue<Boolean> heard = new LinkedBlockingQueue<>();
        call.on(_ -> heard.add(true));
        assertThat(heard.poll(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aStreamBeginsWithWhereItCanBeTakenUpAndEachEventSaysSoToo() throws Exception {
        Events stream = open(one(), session());
        Event priming = stream.some();
        Event told = stream.some();
        call().answer();
        Event answer = stream.some();

        assertThat(priming).returns("", Event::data).returns("1000", Event::retry);
        assertThat(told.data()).isEqualTo(progress(1));
        assertThat(answer.data()).isEqualTo(ANSWER);
        assertThat(List.of(priming.id(), told.id(), answer.id()))
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[!-~]+"))
                .allMatch(id -> !id.contains("127.0.0.1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-03-26", "2025-06-18", "2025-11-25"})
    void aBrokenStreamGoesOnAtWhicheverGateway(String revision) throws Exception {
        String session = session(key, revision);
        Events broken = open(one(), session);
        Event last = broken.some();
        last = revision.equals("2025-11-25") ? broken.some() : last;
        assertThat(last.data()).isEqualTo(progress(1));

        broken.lose();
        Running call = call();
        call.say(2);
        call.say(3);
        waitUntilHeard(call);
        Events resumed = resume(two(), session, last);
        assertThat(resumed.some().data()).isEqualTo(progress(2));
        call.say(4);

        assertThat(resumed.some().data()).isEqualTo(progress(3));
        Event fourth = resumed.some();
        assertThat(fourth.data()).isEqualTo(progress(4));
        resumed.lose();
        call.answer();
        assertThat(one().nextEvent().status()).isEqualTo(CallStatus.OK);
        Events again = resume(one(), session, fourth);
        Event answer = again.some();
        assertThat(answer.data()).isEqualTo(ANSWER);
        assertThat(again.next()).isNull();
        assertThat(one().cancelled).isEmpty();
        assertThat(two().calls).isEmpty();
    }

    @Test
    void aQuestionBeforeACallIsHeardAgainWhereTheStreamIsTakenUp() throws Exception {
        tenant.put(new TenantConfig(tenant.id, new Slug("acme"), "Acme", new Region("local"), null, null, null)
                .deciding(null, null, true, List.of(), null));
        one().snapshots.publish(tenant);
        String session = session(key, "2025-11-25", "{\"elicitation\":{}}");
        Events broken = called(one(), session);
        Event priming = broken.some();
        Event question = broken.some();
        lose(broken);

        Events resumed = resume(two(), session, priming);
        assertThat(resumed.some()).isEqualTo(question);
        String id = question.data().replaceAll(".*\"id\":(\"[^\"]+\").*", "$1");
        one().send(one().post(key.text(), "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"result\":{\"action\":\"accept\"}}")
                .header("Mcp-Session-Id", session));
        call().answer();

        assertThat(question.data()).contains("elicitation/create");
        assertThat(resumed.some().data()).isEqualTo(ANSWER);
        assertThat(one().nextEvent().status()).isEqualTo(CallStatus.OK);
    }

    @Test
    void anAnswerThatWasLostOnItsWayIsGivenOnceMore() throws Exception {
        String session = session();
        Events stream = open(one(), session);
        Event priming = stream.some();
        call().answer();
        stream.some();
        Event answer = stream.some();
        assertThat(stream.next()).isNull();

        Events resumed = resume(two(), session, priming);

        assertThat(resumed.some().data()).isEqualTo(progress(1));
        assertThat(resumed.some()).isEqualTo(answer);
        assertThat(resumed.next()).isNull();
    }

    @Test
    void whoHasTheAnswerIsToldNotToComeAgain() throws Exception {
        String session = session();
        Events stream = open(one(), session);
        stream.some();
        stream.some();
        call().answer();
        Event answer = stream.some();

        assertThat(resume(one(), session, answer).status).isEqualTo(204);
        assertThat(resume(two(), session, answer).status).isEqualTo(204);
    }

    @Test
    void anEventIdIsOfUseToItsKeyAndSessionAlone() throws Exception {
        String session = session();
        Events stream = open(one(), session);
        Event priming = stream.some();
        String foreign = session(other, "2025-11-25");

        for (EdgeServer at : List.of(one(), two())) {
            assertThat(at.stream(get(at, other, foreign, priming.id())).statusCode())
                    .isEqualTo(400);
            assertThat(at.stream(get(at, key, session(), priming.id())).statusCode())
                    .isEqualTo(400);
            assertThat(at.stream(get(at, key, session, "x" + priming.id())).statusCode())
                    .isEqualTo(400);
            assertThat(at.send(get(at, key, session, "7")).body()).contains("none of this session");
            assertThat(at.stream(get(at, other, session, priming.id())).statusCode())
                    .isEqualTo(404);
            assertThat(at.stream(get(at, key, session, priming.id()).setHeader("Accept", "application/json"))
                            .statusCode())
                    .isEqualTo(406);
        }
        call().answer();
        assertThat(stream.some().data()).isEqualTo(progress(1));
        assertThat(stream.some().data()).isEqualTo(ANSWER);
    }

    @Test
    void aNumberThatWasNeverGivenIsNotTakenForAnEvent() throws Exception {
        String session = session();
        Events stream = open(one(), session);
        String name = stream.some().id().replaceFirst(":0$", ":");

        isLost(resume(one(), session, new Event(name + "9", "", "")));
        assertThat(one().send(get(one(), key, session, name + "-1")).statusCode())
                .isEqualTo(400);
        assertThat(one().send(get(one(), key, session, name)).statusCode()).isEqualTo(400);

        call().answer();
        assertThat(stream.some().data()).isEqualTo(progress(1));
        assertThat(stream.some().data()).isEqualTo(ANSWER);
    }

    @Test
    void theAnswerOfAGatewayThatIsGoneIsThatItIsGone() throws Exception {
        String session = session();
        Events stream = open(one(), session);
        stream.some();
        Event last = stream.some();
        one().close();
        started.remove(one());

        Events resumed = resume(two(), session, last);

        Event gone = resumed.some();
        assertThat(gone.data()).startsWith("{\"jsonrpc\":\"2.0\",\"id\":\"q-9\",\"error\":{\"code\":-32603");
        assertThat(resumed.next()).isNull();
        assertThat(two().counted).contains("refused/resumption");
        assertThat(resume(two(), session, gone).status).isEqualTo(204);
    }

    @Test
    void whatAnotherGatewayPassesOnIsNotPassedOnAgain() throws Exception {
        String session = session();
        Events stream = open(one(), session);
        stream.some();
        Event last = stream.some();

        isLost(new Events(
                two().stream(get(two(), key, session, last.id()).header("Tollgate-Forwarded-By", "somebody"))));

        call().answer();
        assertThat(stream.some().data()).isEqualTo(ANSWER);
    }

    @Test
    void aCallThatNobodyComesBackForIsCancelled() throws Exception {
        EdgeServer brief = gateway(Duration.ofMillis(50));
        String session = session();
        Events stream = open(brief, session);
        stream.some();
        Event last = stream.some();

        stream.lose();

        assertThat(brief.cancelled.poll(10, TimeUnit.SECONDS)).isEqualTo("find");
        assertThat(brief.nextEvent().status()).isEqualTo(CallStatus.CANCELLED);
        assertThat(brief.counted).contains("bound/kept-time");
        isLost(resume(two(), session, last));
        isLost(resume(brief, session, last));
    }

    @Test
    void aStreamWithoutAConnectionThatHasMoreEventsThanAreKeptIsLostWithItsCall() throws Exception {
        String session = session();
        Events stream = open(one(), session);
        stream.some();
        Event last = stream.some();
        lose(stream);
        Running call = call();
        for (int i = 0; i < 999; i++) {
            call.say(i);
        }
        waitUntilHeard(call);
        // As long as the gateway does not know that the connection has broken, the oldest gives way.
        eventually(() -> {
            call.say(1_000);
            return !one().cancelled.isEmpty();
        });

        assertThat(one().cancelled).containsExactly("find");
        assertThat(one().nextEvent().status()).isEqualTo(CallStatus.CANCELLED);
        assertThat(one().counted).contains("bound/kept-stream-events");
        isLost(resume(two(), session, last));
    }

    @Test
    void aStreamWithAConnectionKeepsTheNewestAndSaysWhereTheOldestIsMissing() throws Exception {
        String session = session();
        Events stream = open(one(), session);
        Event priming = stream.some();
        stream.some();
        Running call = call();
        String padding = "x".repeat(100_000);
        Event late = priming;
        for (int i = 2; i <= 60; i++) {
            call.say(i, padding);
            late = stream.some();
        }
        assertThat(one().counted).contains("bound/kept-stream-bytes");

        isLost(resume(two(), session, priming));
        call.say(61);
        assertThat(stream.some().data()).isEqualTo(progress(61));
        Events resumed = resume(two(), session, late);
        assertThat(resumed.some().data()).isEqualTo(progress(61));
        call.answer();
        assertThat(resumed.some().data()).isEqualTo(ANSWER);
        assertThat(stream.next()).isNull();
    }

    @Test
    void anAnswerTooLargeToBeKeptIsGivenToWhoIsThereAndElseSaidToBeLost() throws Exception {
        String session = session();
        String large = "{\"content\":[],\"x\":\"" + "y".repeat(5 << 20) + "\"}";
        Events there = open(one(), session);
        Event priming = there.some();
        call().answer(large);
        assertThat(there.some().data()).isEqualTo(progress(1));
        assertThat(there.some().data()).hasSizeGreaterThan(5 << 20);
        isLost(resume(one(), session, priming));

        Events away = open(one(), session);
        Event last = away.some();
        lose(away);
        Running call = call();
        call.answer(large);
        waitUntilHeard(call);
        isLost(resume(one(), session, last));
        assertThat(one().nextEvent().status()).isEqualTo(CallStatus.OK);
        assertThat(one().nextEvent().status()).isEqualTo(CallStatus.OK);
    }

    /** A call that is answered on a stream; the first event of it. */
    private Event answered(IssuedKey by, String session, int bytes) throws Exception {
        Thread.startVirtualThread(() -> {
            try {
                Running call = call();
                call.say(1);
                call.answer("{\"content\":[],\"x\":\"" + "y".repeat(bytes) + "\"}");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        Events stream =
                new Events(one().stream(one().post(by.text(), CALL + "}}").header("Mcp-Session-Id", session)));
        Event priming = stream.some();
        stream.some();
        assertThat(stream.some().data()).hasSizeGreaterThan(bytes);
        return priming;
    }

    private boolean isKept(IssuedKey by, String session, Event first) throws Exception {
        Events stream = new Events(one().stream(get(one(), by, session, first.id())));
        return stream.some().data().equals(progress(1));
    }

    @Test
    void aKeyThatHasMuchKeptGivesUpItsOwnAnswersAlone() throws Exception {
        String foreign = session(other, "2025-11-25");
        Event others = answered(other, foreign, 1_000);
        String session = session();
        Event oldest = answered(key, session, 3 << 20);
        Event newest = oldest;
        for (int i = 0; i < 5; i++) {
            newest = answered(key, session, 3 << 20);
        }

        assertThat(isKept(key, session, oldest)).isFalse();
        assertThat(isKept(key, session, newest)).isTrue();
        assertThat(isKept(other, foreign, others)).isTrue();
    }

    @Test
    void inAFullGatewayTheKeyThatHasMostGivesWay() throws Exception {
        String foreign = session(other, "2025-11-25");
        Event others = answered(other, foreign, 1_000);
        List<IssuedKey> greedy = Stream.generate(() -> tenant.key("*")).limit(5).toList();
        one().snapshots.publish(tenant);
        List<Boolean> kept = new ArrayList<>();
        List<String> sessions = new ArrayList<>();
        List<Event> beginnings = new ArrayList<>();
        for (IssuedKey each : greedy) {
            String session = session(each, "2025-11-25");
            for (int i = 0; i < 4; i++) {
                sessions.add(session);
                beginnings.add(answered(each, session, 7 << 19));
            }
        }

        for (int i = 0; i < beginnings.size(); i++) {
            kept.add(isKept(greedy.get(i / 4), sessions.get(i), beginnings.get(i)));
        }
        assertThat(kept).contains(true, false);
        assertThat(kept.getLast()).isTrue();
        assertThat(isKept(other, foreign, others)).isTrue();
    }

    @Test
    void theNewestConnectionHasTheStream() throws Exception {
        String session = session();
        Events old = open(one(), session);
        old.some();
        Event last = old.some();

        Events newer = resume(two(), session, last);
        assertThat(old.next()).isNull();
        Running call = call();
        call.say(2);
        assertThat(newer.some().data()).isEqualTo(progress(2));
        call.answer();

        assertThat(newer.some().data()).isEqualTo(ANSWER);
        assertThat(one().cancelled).isEmpty();
    }

    @Test
    void aCallThatIsCancelledWhileItsStreamIsBrokenHasNoMoreToSay() throws Exception {
        String session = session();
        Events stream = open(one(), session);
        stream.some();
        Event last = stream.some();
        stream.lose();

        two().send(two().post(
                        key.text(),
                        "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":\"q-9\"}}")
                .header("Mcp-Session-Id", session));

        assertThat(one().cancelled.poll(10, TimeUnit.SECONDS)).isEqualTo("find");
        assertThat(resume(two(), session, last).status).isEqualTo(204);
    }

    @Test
    void withoutASessionAStreamEndsWithItsConnection() throws Exception {
        Thread.startVirtualThread(() -> {
            try {
                call().say(1);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        Events stream = new Events(one().stream(one().post(key.text(), CALL + "}}")));
        assertThat(stream.some()).isEqualTo(new Event("", progress(1), ""));

        stream.lose();

        assertThat(one().cancelled.poll(10, TimeUnit.SECONDS)).isEqualTo("find");
    }

    @Test
    void inTheModernEraAStreamEndsWithItsConnection() throws Exception {
        Thread.startVirtualThread(() -> {
            try {
                call().say(1);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        String meta = ",\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
                + "\"io.modelcontextprotocol/clientCapabilities\":{}}}}";
        Events stream = new Events(one().stream(one().post(key.text(), CALL + meta)
                .header("Mcp-Session-Id", session())
                .header("MCP-Protocol-Version", "2026-07-28")
                .header("Mcp-Method", "tools/call")
                .header("Mcp-Name", "crm__find")));
        assertThat(stream.some()).isEqualTo(new Event("", progress(1), ""));

        stream.lose();

        assertThat(one().cancelled.poll(10, TimeUnit.SECONDS)).isEqualTo("find");
    }

    @Test
    void whatIsAnsweredAtOnceIsPlainJsonAndCancelledWithItsConnection() throws Exception {
        String session = session();
        Thread.startVirtualThread(() -> {
            try {
                call().answer();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        HttpResponse<String> plain =
                one().send(one().post(key.text(), CALL + "}}").header("Mcp-Session-Id", session));

        assertThat(plain.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(plain.body()).isEqualTo(ANSWER);
    }

    @Test
    void aSessionsOwnStreamThatBrokeSaysThatAllMayHaveChanged() throws Exception {
        String session = session();
        HttpRequest.Builder begin = get(one(), key, session, "x").copy();
        HttpRequest fresh = HttpRequest.newBuilder(begin.build(), (name, _) -> !name.equalsIgnoreCase("last-event-id"))
                .build();
        Events stream = new Events(one().stream(HttpRequest.newBuilder(fresh, (_, _) -> true)));
        Event priming = stream.some();
        assertThat(priming.data()).isEmpty();
        assertThat(priming.id()).isNotEmpty();
        one().close();
        started.remove(one());

        Events resumed = resume(two(), session, priming);
        Event again = resumed.some();

        assertThat(again.data()).isEmpty();
        List<Event> words = List.of(resumed.some(), resumed.some(), resumed.some());
        assertThat(words)
                .extracting(Event::data)
                .containsExactly(
                        "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/tools/list_changed\"}",
                        "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/prompts/list_changed\"}",
                        "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/resources/list_changed\"}");
        assertThat(Stream.concat(Stream.of(priming, again), words.stream()).map(Event::id))
                .doesNotHaveDuplicates();
    }
}
