package dev.tollgate.ui;

import dev.tollgate.listener.Gate;
import dev.tollgate.listener.ListenerMetrics;
import dev.tollgate.listener.Origins;
import dev.tollgate.listener.TransportSecurity;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Turns away, before the sign-in looks at it, what is for another host, comes from another page or cannot be read. */
@ApplicationScoped
class ConsoleGate {
    private static final int FIRST = -20_000;
    private static final int UNREADABLE = 400;
    private static final int NO_METHOD = 405;

    /** All that browsers ask pages with; the servlet behind would answer any other with 501. */
    private static final Set<HttpMethod> METHODS =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST, HttpMethod.OPTIONS);

    private final Gate gate;
    private final TransportSecurity transport;
    private final ListenerMetrics metrics;

    ConsoleGate(
            ListenerMetrics metrics,
            @ConfigProperty(name = "tollgate.console-url") URI consoleUrl,
            @ConfigProperty(name = "tollgate.allowed-hosts") Optional<List<String>> allowedHosts) {
        this.metrics = metrics;
        this.gate =
                Gate.of(allowedHosts.orElse(List.of()), List.of(consoleUrl), new Origins(Set.of(), Origins.Others.OWN));
        this.transport = TransportSecurity.of(consoleUrl);
    }

    void route(@Observes Router router) {
        router.route().order(FIRST).handler(this::pass).failureHandler(this::failed);
    }

    private void pass(RoutingContext context) {
        transport.say(context.response());
        Gate.Refusal refusal = gate.refusal(context.request());
        if (refusal != null) {
            answer(context, refusal.status(), refusal.words());
        } else if (!METHODS.contains(context.request().method())) {
            answer(context, NO_METHOD, "No page is asked with this method.");
        } else {
            context.next();
        }
    }

    /** The platform would log an error for each. */
    private void failed(RoutingContext context) {
        if (context.statusCode() == UNREADABLE) {
            answer(context, UNREADABLE, "The request's address or Host header cannot be read.");
        } else {
            context.next();
        }
    }

    private void answer(RoutingContext context, int status, String words) {
        metrics.refused("http-" + status);
        context.response()
                .setStatusCode(status)
                .putHeader(HttpHeaderNames.CONTENT_TYPE, "text/plain; charset=utf-8")
                .end(words);
    }
}
