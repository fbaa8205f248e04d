package dev.tollgate.gateway.edge;

import dev.tollgate.gateway.config.Snapshots;
import dev.tollgate.gateway.event.EventLog;
import dev.tollgate.gateway.identity.KeyCheck;
import dev.tollgate.gateway.meter.CallMeter;
import dev.tollgate.gateway.meter.CallMetrics;
import dev.tollgate.gateway.upstream.UpstreamPort;
import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Puts the steps of a call together and its endpoint on the HTTP server. */
class EdgeBeans {
    private static final String PATH = "/mcp";

    @Produces
    @Singleton
    Drain drain() {
        return new Drain();
    }

    @Produces
    @Singleton
    McpEndpoint endpoint(
            Drain drain,
            Snapshots snapshots,
            UpstreamPort upstream,
            EventLog log,
            CallMetrics callMetrics,
            EdgeMetrics edgeMetrics,
            @ConfigProperty(name = "tollgate.allowed-origins") Optional<List<String>> allowedOrigins,
            @ConfigProperty(name = "quarkus.http.host") String listensOn,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        return endpoint(
                drain,
                new Origins(Set.copyOf(allowedOrigins.orElse(List.of())), isLoopback(listensOn)),
                snapshots,
                upstream,
                new CallMeter(log, callMetrics),
                edgeMetrics,
                version);
    }

    static McpEndpoint endpoint(
            Drain drain,
            Origins origins,
            Snapshots snapshots,
            UpstreamPort upstream,
            CallMeter meter,
            EdgeMetrics metrics,
            String version) {
        InstantSource clock = InstantSource.system();
        Handshakes handshakes = new Handshakes(version);
        KeyLoad load = new KeyLoad();
        Dispatch dispatch = new Dispatch(
                new ToolCalls(upstream, meter, metrics, load), new ToolLists(handshakes), handshakes, metrics);
        return new McpEndpoint(drain, load, origins, new KeyCheck(snapshots, clock), meter, metrics, dispatch, clock);
    }

    private static boolean isLoopback(String host) {
        return host.equals("127.0.0.1") || host.equals("localhost") || host.equals("::1");
    }

    void stop(@Observes ShutdownEvent event, McpEndpoint endpoint) {
        endpoint.stop();
    }

    void route(@Observes Router router, McpEndpoint endpoint, Vertx vertx) {
        endpoint.start(vertx);
        route(router, endpoint);
    }

    static void route(Router router, McpEndpoint endpoint) {
        // Before every other route: agents' calls pass nothing that is there for health and metrics.
        router.route(PATH).order(Integer.MIN_VALUE).handler(context -> endpoint.handle(context.request()));
    }
}
