package dev.tollgate.gateway.edge;

import dev.tollgate.gateway.edge.page.CrossOrigin;
import dev.tollgate.gateway.identity.AccessToken;
import dev.tollgate.gateway.identity.Identification;
import dev.tollgate.gateway.identity.Scope;
import dev.tollgate.gateway.policy.Serving;
import dev.tollgate.gateway.quota.CallLimits;
import dev.tollgate.model.id.KeyId;
import dev.tollgate.model.wire.WireJson;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code GET /v1/me} and {@code /v1/me/quota}: a key, or whoever signed in, asks what it is, may do and has left. Runs on event loops. */
public final class MeEndpoint implements Handler<HttpServerRequest> {
    static final String PATH = "/v1/me";
    static final String QUOTA_PATH = "/v1/me/quota";
    private static final String AFTER = "after";

    private final Callers callers;
    private final Serving serving;
    private final KeyLoad load;
    private final AgentStreams streams;
    private final CallLimits limits;
    private final EdgeMetrics metrics;
    private final InstantSource clock;

    MeEndpoint(
            Callers callers,
            Serving serving,
            KeyLoad load,
            AgentStreams streams,
            CallLimits limits,
            EdgeMetrics metrics,
            InstantSource clock) {
        this.callers = callers;
        this.serving = serving;
        this.load = load;
        this.streams = streams;
        this.limits = limits;
        this.metrics = metrics;
        this.clock = clock;
    }

    @Override
    public void handle(HttpServerRequest request) {
        long startedNanos = System.nanoTime();
        Instant startedAt = clock.instant();
        HttpReply reply = new HttpReply(request);
        reply.response().putHeader(HttpHeaders.CACHE_CONTROL, Headers.NO_STORE);
        if (CrossOrigin.isAskedFor(request)) {
            reply.answer(Answer.MAY_CALL);
            return;
        }
        if (request.method() != HttpMethod.GET) {
            reply.response().putHeader(Headers.ALLOW, "GET");
            refused(reply, Faults.http(Fault.METHOD_NOT_ALLOWED, "A key asks about itself with GET."));
            return;
        }
        Identification.Known known = callers.admit(request, reply, "GET " + request.path(), startedAt, startedNanos);
        if (known != null && !covers(known.token())) {
            refused(reply, Faults.http(Fault.INSUFFICIENT_SCOPE, "Your sign-in does not cover this."));
        } else if (known != null) {
            reply.answer(answer(request, known, startedAt));
        }
    }

    private static boolean covers(@Nullable AccessToken token) {
        return token == null || token.covers(Set.of(Scope.READ));
    }

    private void refused(HttpReply reply, Answer answer) {
        metrics.refused("http-" + answer.httpStatus());
        reply.answer(answer);
    }

    private Answer answer(HttpServerRequest request, Identification.Known known, Instant now) {
        Serving.NotServed refusal = serving.refusal(known.snapshot(), now);
        if (refusal != null) {
            return Faults.http(Fault.NOT_SERVED, refusal.words()).retryAfterMillis(refusal.retryAfterMillis());
        }
        Object told = request.path().equals(QUOTA_PATH)
                ? MyQuota.of(known.snapshot(), known.key(), limits)
                : Me.of(
                        known.snapshot(),
                        known.key(),
                        left(known),
                        Objects.requireNonNullElse(request.getParam(AFTER), ""));
        return Answer.of(200, Buffer.buffer(WireJson.encode(told)));
    }

    private Me.Left left(Identification.Known known) {
        KeyId key = known.key().id();
        return new Me.Left(
                new Me.Share(Bounds.CALLS_PER_KEY_MAX, load.left(key)),
                new Me.Share(AgentStreams.PER_KEY_MAX, streams.left(key)));
    }
}
