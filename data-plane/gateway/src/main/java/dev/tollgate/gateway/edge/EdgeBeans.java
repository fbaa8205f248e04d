package dev.tollgate.gateway.edge;

import dev.tollgate.gateway.config.Freshness;
import dev.tollgate.gateway.config.Snapshots;
import dev.tollgate.gateway.edge.connection.Door;
import dev.tollgate.gateway.edge.connection.OpenConnections;
import dev.tollgate.gateway.edge.connection.QuietConnections;
import dev.tollgate.gateway.event.EventLog;
import dev.tollgate.gateway.identity.KeyCheck;
import dev.tollgate.gateway.meter.CallMeter;
import dev.tollgate.gateway.meter.CallMetrics;
import dev.tollgate.gateway.policy.Serving;
import dev.tollgate.gateway.upstream.UpstreamPort;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.vertx.http.HttpServerStart;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Puts the steps of a call together and its endpoint on the HTTP server. */
class EdgeBeans {
    private static final Logger LOG = Logger.getLogger(EdgeBeans.class);
    private static final String PATH = "/mcp";

    @Produces
    @Singleton
    Drain drain() {
        return new Drain();
    }

    @Produces
    @Singleton
    Endpoints endpoints(
            Drain drain,
            Snapshots snapshots,
            Freshness freshness,
            UpstreamPort upstream,
            EventLog log,
            CallMetrics callMetrics,
            EdgeMetrics edgeMetrics,
            @ConfigProperty(name = "tollgate.allowed-origins") Optional<List<String>> allowedOrigins,
            @ConfigProperty(name = "quarkus.http.host") String listensOn,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        return endpoints(
                drain,
                new Origins(Set.copyOf(allowedOrigins.orElse(List.of())), isLoopback(listensOn)),
                snapshots,
                new Serving(freshness),
                upstream,
                new CallMeter(log, callMetrics),
                edgeMetrics,
                version);
    }

    @Produces
    @Singleton
    McpEndpoint mcp(Endpoints endpoints) {
        return endpoints.mcp();
    }

    /** What agents reach. */
    record Endpoints(McpEndpoint mcp, MeEndpoint me) {}

    static Endpoints endpoints(
            Drain drain,
            Origins origins,
            Snapshots snapshots,
            Serving serving,
            UpstreamPort upstream,
            CallMeter meter,
            EdgeMetrics metrics,
            String version) {
        InstantSource clock = InstantSource.system();
        Handshakes handshakes = new Handshakes(version);
        KeyLoad load = new KeyLoad();
        Dispatch dispatch = new Dispatch(
                new ToolCalls(serving, upstream, meter, metrics, load),
                new ToolLists(handshakes, serving, meter),
                handshakes,
                metrics);
        Callers callers = new Callers(new KeyCheck(snapshots, clock), meter, metrics);
        return new Endpoints(
                new McpEndpoint(drain, load, origins, callers, meter, metrics, dispatch, clock),
                new MeEndpoint(origins, callers, serving, metrics, clock));
    }

    private static boolean isLoopback(String host) {
        return host.equals("127.0.0.1") || host.equals("localhost") || host.equals("::1");
    }

    void stop(@Observes ShutdownEvent event, McpEndpoint endpoint) {
        endpoint.stop();
    }

    @Produces
    @Singleton
    OpenConnections openConnections(
            EdgeMetrics metrics, @ConfigProperty(name = "tollgate.connection.count-max") int countMax) {
        return new OpenConnections(countMax, metrics::boundHit);
    }

    void listening(
            @ObservesAsync HttpServerStart event,
            Vertx vertx,
            EdgeMetrics metrics,
            OpenConnections open,
            @ConfigProperty(name = "tollgate.connection.head-max") Duration headMax,
            @ConfigProperty(name = "tollgate.connection.idle-max") Duration idleMax) {
        QuietConnections connections = new QuietConnections(headMax, idleMax, metrics::boundHit);
        connections.start(vertx);
        int listening = new Door(open, connections).open(vertx).join();
        if (listening == 0) {
            LOG.error("connections are not watched: no listening socket was found");
        }
    }

    void route(@Observes Router router, Endpoints endpoints, Vertx vertx, EdgeMetrics metrics) {
        endpoints.mcp().start(vertx);
        route(router, endpoints, metrics);
    }

    static void route(Router router, Endpoints endpoints, EdgeMetrics metrics) {
        answer(router, metrics, 400, Fault.BAD_TARGET, "The request's address or Host header cannot be read.");
        answer(router, metrics, 404, Fault.NO_SUCH_PATH, "There is nothing at this address: agents use POST /mcp.");
        // Before every other route: agents' calls pass nothing that is there for health and metrics.
        router.route(PATH)
                .order(Integer.MIN_VALUE)
                .handler(context -> endpoints.mcp().handle(context.request()));
        router.route(PATH + "/*")
                .order(Integer.MIN_VALUE + 1)
                .handler(context -> endpoints.mcp().handleGroup(context.request()));
        router.route(MeEndpoint.PATH)
                .order(Integer.MIN_VALUE + 2)
                .handler(context -> endpoints.me().handle(context.request()));
    }

    /** In the router's place, which would write an error and a stack trace to the log for what any stranger can send. */
    private static void answer(Router router, EdgeMetrics metrics, int httpStatus, Fault fault, String message) {
        router.errorHandler(httpStatus, context -> {
            metrics.refused("http-" + httpStatus);
            new HttpReply(context.request()).answer(Faults.http(fault, message));
        });
    }
}
