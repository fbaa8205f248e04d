package dev.tollgate.control.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tollgate.model.api.Problem;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.vertx.http.runtime.RouteConstants;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Problem documents for what is refused before or beside every resource, where no exception mapper reaches. */
@ApplicationScoped
class OutermostProblems {
    private final ObjectMapper json;

    OutermostProblems(ObjectMapper json) {
        this.json = json;
    }

    void route(@Observes Router router) {
        router.route().order(RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT - 1).handler(this::boundBody);
        router.route().order(Integer.MAX_VALUE).handler(context -> answer(context, new Refusal.NotFound()));
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
        Problem problem = Problems.of(refusal);
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
