package dev.tollgate.gateway.edge;

import dev.tollgate.gateway.edge.resource.Challenges;
import dev.tollgate.gateway.edge.resource.PublicUrls;
import dev.tollgate.gateway.identity.Identification;
import dev.tollgate.gateway.identity.KeyCheck;
import dev.tollgate.gateway.identity.Presentation;
import dev.tollgate.gateway.identity.TokenCheck;
import dev.tollgate.gateway.meter.CallMeter;
import dev.tollgate.model.access.RequestFilter;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds whose a request is. One whose key or token does not pass is answered here, and recorded where it is somebody's. */
final class Callers {
    private final KeyCheck keys;
    private final TokenCheck tokens;
    private final PublicUrls urls;
    private final CallMeter meter;
    private final EdgeMetrics metrics;

    Callers(KeyCheck keys, TokenCheck tokens, PublicUrls urls, CallMeter meter, EdgeMetrics metrics) {
        this.keys = keys;
        this.tokens = tokens;
        this.urls = urls;
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
        return switch (identify(request, source)) {
            case Identification.Known known -> known;
            case Identification.Refused refused -> {
                Caller caller = new Caller(
                        refused.snapshot(),
                        refused.key(),
                        refused.token(),
                        RequestFilter.NONE,
                        null,
                        null,
                        request.headers(),
                        source,
                        startedAt,
                        startedNanos,
                        null);
                meter.refusedKey(caller.unread(method, 0), refused.reason());
                yield unauthorized(request, source, reply, refused);
            }
            case Identification.Unknown unknown -> {
                metrics.unknownKey(unknown.cause());
                yield unauthorized(request, source, reply, unknown);
            }
            case Identification.Contradictory _ -> {
                metrics.refused("contradictory-keys");
                reply.answer(Faults.http(
                        Fault.BAD_HEADER, "The request presents several keys that differ: send one key, once."));
                yield null;
            }
        };
    }

    /** Whether whoever was let in with a request would be still. */
    Identification again(Caller caller) {
        return caller.token() == null
                ? keys.identify(PresentedKeys.of(caller.headers()), caller.source()::address)
                : tokens.again(caller.token());
    }

    private Identification identify(HttpServerRequest request, Source source) {
        MultiMap headers = request.headers();
        List<String> presented = PresentedKeys.of(headers);
        if (presented.size() == 1 && TokenCheck.isToken(presented.get(0)) && PresentedKeys.isAuthorized(headers)) {
            String path = request.path();
            return tokens.identify(
                    presented.get(0),
                    new Presentation(
                            PresentedKeys.isWithProof(headers),
                            headers.getAll(Headers.DPOP),
                            request.method().name(),
                            url -> urls.isAt(url, path)));
        }
        return keys.identify(presented, source::address);
    }

    private Identification.@Nullable Known unauthorized(
            HttpServerRequest request, Source source, HttpReply reply, Identification why) {
        if (!urls.isKnown()) {
            reply.answer(
                    Faults.http(Fault.UNAUTHORIZED, Unauthorized.words(why)).challenging("Bearer"));
            return null;
        }
        Challenges challenges = new Challenges(urls.of(request.headers(), source::address));
        String challenge = switch (why) {
            case Identification.Unknown unknown
            when unknown.cause().isOfProof() -> challenges.invalidProof(unknown.cause());
            case Identification.Unknown unknown when unknown.cause().isOfToken() -> challenges.invalidToken();
            case Identification.Refused refused when refused.token() != null -> challenges.invalidToken();
            default -> challenges.signIn();
        };
        reply.answer(Faults.http(Fault.UNAUTHORIZED, Unauthorized.words(why)).challenging(challenge));
        return null;
    }
}
