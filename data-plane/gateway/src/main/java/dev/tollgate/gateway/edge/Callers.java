package dev.tollgate.gateway.edge;

import dev.tollgate.gateway.identity.Identification;
import dev.tollgate.gateway.identity.KeyCheck;
import dev.tollgate.gateway.meter.CallMeter;
import dev.tollgate.model.access.RequestFilter;
import io.vertx.core.http.HttpServerRequest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Finds whose a request is. One whose key does not pass is answered here, and recorded where the key exists. */
final class Callers {
    private final KeyCheck keys;
    private final CallMeter meter;
    private final EdgeMetrics metrics;

    Callers(KeyCheck keys, CallMeter meter, EdgeMetrics metrics) {
        this.keys = keys;
        this.meter = meter;
        this.metrics = metrics;
    }

    /**
     * @param method what an event says was asked for
     * @return null if the request is answered
     */
    Identification.@Nullable Known admit(
            HttpServerRequest request, HttpReply reply, String method, Instant startedAt, long startedNanos) {
        Source source = new Source(request.connection());
        return switch (keys.identify(PresentedKeys.of(request.headers()), source::address)) {
            case Identification.Known known -> known;
            case Identification.Refused refused -> {
                Caller caller = new Caller(
                        refused.snapshot(),
                        refused.key(),
                        RequestFilter.NONE,
                        null,
                        null,
                        request.headers(),
                        source,
                        startedAt,
                        startedNanos);
                meter.refusedKey(caller.unread(method, 0), refused.reason());
                yield unauthorized(reply, Unauthorized.words(refused.reason()));
            }
            case Identification.Unknown unknown -> {
                metrics.unknownKey(unknown.cause());
                yield unauthorized(reply, Unauthorized.words(unknown.cause()));
            }
            case Identification.Contradictory _ -> {
                metrics.refused("contradictory-keys");
                reply.answer(Faults.http(
                        Fault.BAD_HEADER, "The request presents several keys that differ: send one key, once."));
                yield null;
            }
        };
    }

    private static Identification.@Nullable Known unauthorized(HttpReply reply, String words) {
        reply.response().putHeader(Headers.WWW_AUTHENTICATE, "Bearer");
        reply.answer(Faults.http(Fault.UNAUTHORIZED, words));
        return null;
    }
}
