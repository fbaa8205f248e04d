package dev.tollgate.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.gateway.code.ScriptEnd;
import dev.tollgate.gateway.code.ScriptMetrics;
import dev.tollgate.gateway.code.ScriptRunner;
import dev.tollgate.gateway.config.TestSnapshots;
import dev.tollgate.gateway.edge.person.ConsolePage;
import dev.tollgate.gateway.edge.resource.PublicUrls;
import dev.tollgate.gateway.event.EventDraft;
import dev.tollgate.gateway.event.EventLog;
import dev.tollgate.gateway.identity.Identification.Cause;
import dev.tollgate.gateway.meter.CallMeter;
import dev.tollgate.gateway.meter.CallMetrics;
import dev.tollgate.gateway.person.PersonConnections;
import dev.tollgate.gateway.policy.Serving;
import dev.tollgate.gateway.quota.CallLimits;
import dev.tollgate.gateway.quota.TestLedger;
import dev.tollgate.gateway.session.TestRegion;
import dev.tollgate.gateway.token.TestCounters;
import dev.tollgate.gateway.token.TokenCounters;
import dev.tollgate.gateway.token.TokenMetrics;
import dev.tollgate.gateway.upstream.Cancellation;
import dev.tollgate.gateway.upstream.Ear;
import dev.tollgate.gateway.upstream.Heard;
import dev.tollgate.gateway.upstream.Meeting;
import dev.tollgate.gateway.upstream.UpstreamCall;
import dev.tollgate.gateway.upstream.UpstreamCapabilities;
import dev.tollgate.gateway.upstream.UpstreamIdentity;
import dev.tollgate.gateway.upstream.UpstreamListener;
import dev.tollgate.gateway.upstream.UpstreamPort;
import dev.tollgate.gateway.upstream.Wanted;
import dev.tollgate.listener.Door;
import dev.tollgate.listener.Gate;
import dev.tollgate.listener.OpenConnections;
import dev.tollgate.listener.Origins;
import dev.tollgate.listener.QuietConnections;
import dev.tollgate.model.condition.Verdict;
import dev.tollgate.model.config.ScriptMaxima;
import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.event.CallStatus;
import dev.tollgate.model.event.RefusalReason;
import dev.tollgate.model.id.Region;
import dev.tollgate.model.seal.Seal;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The edge on a free port, with an upstream and an event log in the test's hands. */
final class EdgeServer implements AutoCloseable, UpstreamPort, EventLog {
    /** As the gateway's application.properties have it. */
    private static final HttpServerOptions BOUNDED = new HttpServerOptions()
            .setMaxHeaderSize(16 * 1024)
            .setMaxInitialLineLength(2_048)
            .setHttp2ClearTextEnabled(false)
            .setHandle100ContinueAutomatically(true);

    /** Long enough for any test that takes a stream up again. */
    static final Duration KEPT_FOR = Duration.ofMinutes(2);

    /** Under which agents know it, as if a proxy stood before it. */
    static final String PUBLIC_URL = "https://mcp.example/tools";

    static final Seal REGION_SEAL = Seal.of(List.of());

    final AtomicInteger connections = new AtomicInteger();
    final TestSnapshots snapshots = new TestSnapshots();
    final List<UpstreamCall> calls = new CopyOnWriteArrayList<>();
    private final InboundWatch inbound = new InboundWatch();
    final BlockingQueue<String> cancelled = new LinkedBlockingQueue<>();
    final BlockingQueue<EventDraft> events = new LinkedBlockingQueue<>();
    final List<String> counted = new CopyOnWriteArrayList<>();
    volatile BiConsumer<UpstreamCall, UpstreamListener> upstream = (_, _) -> {};
    /** Upstreams of their own, by the server's name. */
    final Map<String, BiConsumer<UpstreamCall, UpstreamListener>> byServer = new ConcurrentHashMap<>();

    /** Who listens now. */
    final List<Listener> listeners = new CopyOnWriteArrayList<>();

    /** Upstreams by the gateway's own ways; absent where the test is the upstream. */
    volatile @Nullable UpstreamPort port;

    volatile boolean room = true;
    volatile boolean recording = true;

    volatile boolean plenty = true;
    /** People's own connections, sealed with {@link #REGION_SEAL}. */
    final PersonConnections people = new PersonConnections(REGION_SEAL, new Region("local"));

    /** What keeps limits; it answers as long as the test does not silence it. */
    final TestLedger ledger = new TestLedger(snapshots.snapshots());

    /** Counts tokens; what became of it stands among what is counted. */
    final TokenCounters tokens = TestCounters.of(new TokenWords());

    static final ScriptMaxima SCRIPT_MAXIMA = new ScriptMaxima(1_000_000, 8 << 20, 64 << 10, 20, 30);

    /** Few enough places that a test can take them all. */
    final ScriptRunner scripts =
            new ScriptRunner(new ScriptRunner.Bounds(8, 6, 1, 16 << 20, 1L << 30), new ScriptWords());

    private final DeskWork desk = new DeskWork();

    final CallMeter meter;
    final Drain drain = new Drain();
    final McpEndpoint endpoint;
    static final int CONNECTIONS_MAX = 64;

    final OpenConnections open = new OpenConnections(CONNECTIONS_MAX, bound -> counted.add("bound/" + bound));
    /** Bodies are the edge's to end, by the clock. */
    final QuietConnections quiet = new QuietConnections(
            Duration.ofSeconds(10),
            Duration.ofSeconds(75),
            Duration.ofSeconds(1_000),
            bound -> counted.add("bound/" + bound));

    private final Vertx vertx = Vertx.vertx();
    private final HttpServer server;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    EdgeServer() throws Exception {
        this(Seal.of(List.of()), "http://127.0.0.1:1", 0);
    }

    /**
     * @param ownUrl where the others of its region reach it
     */
    EdgeServer(Seal seal, String ownUrl, int port) throws Exception {
        this(seal, ownUrl, port, new TestRegion());
    }

    EdgeServer(Seal seal, String ownUrl, int port, TestRegion among) throws Exception {
        this(seal, ownUrl, port, among, KEPT_FOR);
    }

    /**
     * @param keptFor how long a call's stream is kept without a connection
     */
    EdgeServer(Seal seal, String ownUrl, int port, TestRegion among, Duration keptFor) throws Exception {
        TestRegion.Gateway region = among.gateway();
        CallLimits limits = ledger.limits();
        meter = new CallMeter(this, new CallCounts(), limits);
        Gate gate = Gate.of(
                List.of("x"),
                List.of(URI.create(PUBLIC_URL)),
                new Origins(Set.of("https://app.example"), Origins.Others.LOOPBACK));
        EdgeBeans.Endpoints endpoints = EdgeBeans.endpoints(
                drain,
                gate,
                new PublicUrls(List.of(PUBLIC_URL), List.of()),
                snapshots.snapshots(),
                new Serving(snapshots.freshness()),
                this,
                meter,
                tokens,
                new Scripts(scripts, desk, SCRIPT_MAXIMA, 64 << 10),
                new Counts(),
                new EdgeBeans.AmongGateways(seal, new Peers(vertx, "test"), ownUrl, region.states(), region, keptFor),
                new EdgeBeans.Quota(limits, ledger),
                new EdgeBeans.People(people, new ConsolePage(URI.create("https://console.example/tollgate"))),
                "1.2.3");
        endpoint = endpoints.mcp();
        endpoint.start(vertx);
        Router router = Router.router(vertx);
        EdgeBeans.route(router, endpoints, gate, new Counts());
        server = vertx.createHttpServer(
                        new HttpServerOptions(BOUNDED).setHost("127.0.0.1").setPort(port))
                .connectionHandler(connection -> {
                    connections.incrementAndGet();
                    connection.closeHandler(_ -> connections.decrementAndGet());
                })
                .requestHandler(router)
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
        assertThat(new Door(open, quiet).open(vertx).get(10, TimeUnit.SECONDS)).isEqualTo(1);
    }

    @Override
    public Ear listen(ServerConfig to, Wanted wanted, Heard heard) {
        if (port != null) {
            return port.listen(to, wanted, heard);
        }
        Listener listener = new Listener(to.name().value(), wanted, heard, Vertx.currentContext());
        listeners.add(listener);
        return listener;
    }

    /** Somebody who listens to an upstream. */
    final class Listener implements Ear {
        final String server;
        private final Heard heard;
        private final Context context;
        volatile Wanted wanted;

        Listener(String server, Wanted wanted, Heard heard, Context context) {
            this.server = server;
            this.wanted = wanted;
            this.heard = heard;
            this.context = context;
        }

        /** The upstream says something. */
        void say(String method, String params) {
            Buffer message = json("{\"jsonrpc\":\"2.0\",\"method\":\"" + method + "\",\"params\":" + params + "}");
            context.runOnContext(_ -> heard.notification(method, message));
        }

        void loseAndListenAgain() {
            context.runOnContext(_ -> {
                heard.lost("broke off", 1);
                heard.listening();
            });
        }

        @Override
        public void want(Wanted other) {
            wanted = other;
        }

        @Override
        public void close() {
            listeners.remove(this);
        }
    }

    @Override
    public void meet(ServerConfig server, long timeoutMillis, Consumer<Meeting> then) {
        if (port != null) {
            port.meet(server, timeoutMillis, then);
            return;
        }
        then.accept(new Meeting.Met(new UpstreamIdentity("stub", "1", "2025-11-25", UpstreamCapabilities.NONE)));
    }

    Vertx vertx() {
        return vertx;
    }

    int port() {
        return server.actualPort();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.actualPort() + "/mcp");
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Not waited for; who cancels it closes its connection. */
    CompletableFuture<HttpResponse<String>> begin(HttpRequest.Builder request) {
        return client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** The lines of an answer as they come. */
    HttpResponse<Stream<String>> stream(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofLines());
    }

    HttpRequest.Builder post(String key, String body) {
        inbound.presented(key);
        return HttpRequest.newBuilder(url())
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    @Override
    public Cancellation call(ServerConfig to, UpstreamCall call, UpstreamListener listener) {
        calls.add(call);
        inbound.goesUpstream(call);
        if (port != null) {
            return port.call(to, call, listener);
        }
        byServer.getOrDefault(to.name().value(), upstream).accept(call, listener);
        return () -> cancelled.add(String.valueOf(call.name()));
    }

    static Buffer json(String text) {
        return Buffer.buffer(text);
    }

    EventDraft nextEvent() throws InterruptedException {
        EventDraft event = events.poll(10, TimeUnit.SECONDS);
        if (event == null) {
            throw new AssertionError("no event was recorded");
        }
        return event;
    }

    @Override
    public boolean append(EventDraft draft) {
        return recording && events.add(draft);
    }

    @Override
    public boolean hasRoom() {
        return room;
    }

    @Override
    public boolean hasPlenty() {
        return plenty;
    }

    @Override
    public long unacknowledged() {
        return 0;
    }

    @Override
    public void close() throws Exception {
        // Not close(), which waits for answers that a failed test leaves open.
        client.shutdownNow();
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        ledger.close();
        tokens.close();
        scripts.close();
        desk.close();
        inbound.check();
    }

    private final class CallCounts implements CallMetrics {
        @Override
        public void attempt(CallStatus status, @Nullable RefusalReason reason, long gatewayNanos, boolean recorded) {
            counted.add(status + "/" + reason);
        }

        @Override
        public void summarised() {
            counted.add("summarised");
        }
    }

    private final class TokenWords implements TokenMetrics {
        @Override
        public void tokensCounted(long nanos) {
            counted.add("tokens");
        }

        @Override
        public void tokensEstimated(Estimated why) {
            counted.add("tokens/" + why);
        }

        @Override
        public void boundHit(String bound) {
            counted.add("bound/" + bound);
        }
    }

    private final class ScriptWords implements ScriptMetrics {
        @Override
        public void scriptEnded(ScriptEnd.Kind kind, long nanos) {
            counted.add("script/" + kind);
        }

        @Override
        public void boundHit(String bound) {
            counted.add("bound/" + bound);
        }
    }

    private final class Counts implements EdgeMetrics {
        @Override
        public void unknownKey(Cause cause) {
            counted.add("unknown/" + cause);
        }

        @Override
        public void refused(String why) {
            counted.add("refused/" + why);
        }

        @Override
        public void conditionUnanswered(Verdict why) {
            counted.add("condition/" + why);
        }

        @Override
        public void boundHit(String bound) {
            counted.add("bound/" + bound);
        }
    }
}
