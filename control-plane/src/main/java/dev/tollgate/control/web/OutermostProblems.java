package dev.tollgate.control.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tollgate.listener.Gate;
import dev.tollgate.listener.ListenerMetrics;
import dev.tollgate.listener.Origins;
import dev.tollgate.listener.TransportSecurity;
import dev.tollgate.model.api.Problem;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.vertx.http.runtime.RouteConstants;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Problem documents for what is refused before or beside every resource, where no exception mapper reaches. */
@ApplicationScoped
class OutermostProblems {
    /** Before whatever else stands at the router, another address for the same thing included. */
    private static final int FIRST = -20_000;

    private static final int UNREADABLE = 400;

    private final ObjectMapper json;
    private final Gate gate;
    private final TransportSecurity transport;
    private final ListenerMetrics metrics;

    OutermostProblems(
            ObjectMapper json,
            ListenerMetrics metrics,
            @ConfigProperty(name = "tollgate.public-url") URI publicUrl,
            @ConfigProperty(name = "tollgate.allowed-hosts") Optional<List<String>> allowedHosts,
            @ConfigProperty(name = "tollgate.allowed-origins") Optional<List<String>> allowedOrigins) {
        this.json = json;
        this.metrics = metrics;
        this.gate = Gate.of(
                allowedHosts.orElse(List.of()),
                List.of(publicUrl),
                new Origins(Set.copyOf(allowedOrigins.orElse(List.of())), Origins.Others.NONE));
        this.transport = TransportSecurity.of(publicUrl);
    }

    void route(@Observes Router router) {
        router.route().order(FIRST).handler(this::pass).failureHandler(this::failed);
        router.route().order(RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT - 1).handler(this::boundBody);
        router.route().order(Integer.MAX_VALUE).handler(context -> answer(context, new Refusal.NotFound()));
    }

    private void pass(RoutingContext context) {
        transport.say(context.response());
        Gate.Refusal refusal = gate.refusal(context.request());
        if (refusal == null) {
            context.next();
            return;
        }
        metrics.refused("http-" + refusal.status());
        answer(
                context,
                switch (refusal) {
                    case HOST -> Problems.problem("misdirected", "Another host", refusal.status(), refusal.words());
                    case ORIGIN -> Problems.problem("foreign-page", "Another page", refusal.status(), refusal.words());
                });
    }

    /** The platform would log an error for each address or Host that cannot be read. */
    private void failed(RoutingContext context) {
        if (context.statusCode() == UNREADABLE) {
            answer(context, FrameworkProblems.of(UNREADABLE));
        } else {
            context.next();
        }
    }

    /** A body that is announced too long is not read, so the connection cannot be used again. */
    private void boundBody(RoutingContext context) {
        if (announcedBytes(context) <= BodyBound.BODY_BYTES_MAX) {
            context.next();
            return;
        }
        context.response().putHeader(HttpHeaderNames.CONNECTION, "close");
        answer(context, new Refusal.TooLarge(BodyBound.BODY_BYTES_MAX))
                .onComplete(_ -> context.request().connection().close());
    }

    private static long announcedBytes(RoutingContext context) {
        String length = context.request().getHeader(HttpHeaderNames.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }

    private Future<Void> answer(RoutingContext context, Refusal refusal) {
        return answer(context, Problems.of(refusal));
    }

    private Future<Void> answer(RoutingContext context, Problem problem) {
        return context.response()
                .setStatusCode(problem.status())
                .putHeader(HttpHeaderNames.CONTENT_TYPE, ProblemAnswer.MEDIA_TYPE)
                .end(Buffer.buffer(write(problem)));
    }

    private byte[] write(Problem problem) {
        try {
            return json.writeValueAsBytes(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("every problem can be written", e);
        }
    }
}
