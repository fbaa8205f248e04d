package dev.tollgate.gateway.edge;

import dev.tollgate.gateway.edge.page.CrossOrigin;
import dev.tollgate.gateway.identity.Identification;
import dev.tollgate.gateway.meter.CallMeter;
import dev.tollgate.gateway.session.ClientSession;
import dev.tollgate.gateway.session.SessionStates;
import dev.tollgate.gateway.session.SessionTokens;
import dev.tollgate.listener.Gate;
import dev.tollgate.model.access.RequestFilter;
import dev.tollgate.model.event.RefusalReason;
import dev.tollgate.model.id.Slug;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.time.Instant;
import java.time.InstantSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * {@code /mcp}, and {@code /mcp/<group>} for one tool group alone: takes a request as HTTP, finds whose it is, reads its
 * body and hands it on. Runs on event loops.
 */
public final class McpEndpoint implements Handler<HttpServerRequest> {
    private static final Logger LOG = Logger.getLogger(McpEndpoint.class);
    static final String PATH = "/mcp";
    static final String GROUP_PATH = PATH + "/";
    private static final long LEAVING_RETRY_MILLIS = 1_000;

    private final Drain drain;
    private final KeyLoad load;
    private final Gate gate;
    private final Callers callers;
    private final ScopeGate scopes;
    private final CallMeter meter;
    private final EdgeMetrics metrics;
    private final SessionTokens sessions;
    private final SessionStates states;
    private final SessionMethods sessionMethods;
    private final Listens listens;
    private final Dispatch dispatch;
    private final InstantSource clock;
    private final SlowBodies slowBodies = new SlowBodies();

    McpEndpoint(
            Drain drain,
            KeyLoad load,
            Gate gate,
            Callers callers,
            ScopeGate scopes,
            CallMeter meter,
            EdgeMetrics metrics,
            SessionTokens sessions,
            SessionStates states,
            SessionMethods sessionMethods,
            Listens listens,
            Dispatch dispatch,
            InstantSource clock) {
        this.drain = drain;
        this.load = load;
        this.gate = gate;
        this.callers = callers;
        this.scopes = scopes;
        this.meter = meter;
        this.metrics = metrics;
        this.sessions = sessions;
        this.states = states;
        this.sessionMethods = sessionMethods;
        this.listens = listens;
        this.dispatch = dispatch;
        this.clock = clock;
    }

    /** To be called once, before the first request. */
    void start(Vertx vertx) {
        slowBodies.watch(vertx);
        listens.start(vertx);
        vertx.setPeriodic(Bounds.SUMMARY_MILLIS, _ -> meter.summarise());
    }

    /** To be called once, when no request comes any more and events are still taken. */
    void stop() {
        meter.summarise();
    }

    @Override
    public void handle(HttpServerRequest request) {
        handle(request, null);
    }

    /** Takes a request to {@code /mcp/…}: one more segment, a group's name, and nothing else. */
    void handleGroup(HttpServerRequest request) {
        String path = request.path();
        String name = path.startsWith(GROUP_PATH) ? path.substring(GROUP_PATH.length()) : "";
        if (Slug.isValid(name)) {
            handle(request, new Slug(name));
        } else {
            metrics.refused("path");
            new HttpReply(request)
                    .answer(Faults.http(
                            Fault.NO_SUCH_PATH, "Tollgate serves /mcp, and /mcp/ with a tool group's name."));
        }
    }

    private void handle(HttpServerRequest request, @Nullable Slug group) {
        long startedNanos = System.nanoTime();
        Instant startedAt = clock.instant();
        HttpReply reply = new HttpReply(request);
        if (drain.isLeaving() && leaving(reply)) {
            return;
        }
        Answer refusal = HttpGate.refusal(request, gate);
        if (refusal != null && CrossOrigin.isAskedFor(request)) {
            reply.answer(Answer.MAY_CALL);
            return;
        }
        if (refusal != null) {
            metrics.refused("http-" + refusal.httpStatus());
            if (refusal.httpStatus() == Fault.METHOD_NOT_ALLOWED.httpStatus()) {
                reply.response().putHeader(Headers.ALLOW, "DELETE, GET, POST");
            }
            reply.answer(refusal);
            return;
        }
        Identification.Known known = callers.admit(request, reply, Caller.UNREAD_METHOD, startedAt, startedNanos);
        if (known != null) {
            admit(request, reply, known, group, startedAt, startedNanos);
        }
    }

    /** Calls and bodies that are not yet read. */
    int underWay() {
        return load.underWay() + slowBodies.underWay();
    }

    /** Sends the caller elsewhere with its next request, or already with this one, in which case it is answered. */
    private boolean leaving(HttpReply reply) {
        if (drain.isClosed()) {
            metrics.refused("leaving");
            Answer answer = Faults.http(Fault.LEAVING, "This gateway is about to stop: send the request once more.");
            reply.refuse(answer.retryAfterMillis(LEAVING_RETRY_MILLIS), true);
            return true;
        }
        reply.closeBehind();
        return false;
    }

    private void admit(
            HttpServerRequest request,
            HttpReply reply,
            Identification.Known known,
            @Nullable Slug group,
            Instant startedAt,
            long startedNanos) {
        RequestFilter filter;
        try {
            filter = FilterHeaders.of(request.headers());
        } catch (IllegalArgumentException e) {
            metrics.refused("filter-header");
            reply.answer(Faults.http(Fault.BAD_HEADER, String.valueOf(e.getMessage())));
            return;
        }
        Caller caller = new Caller(
                known.snapshot(),
                known.key(),
                known.token(),
                filter,
                presented(request, known),
                group,
                request.headers(),
                new Source(request.connection()),
                startedAt,
                startedNanos,
                null);
        Answer uncovered =
                request.method() == HttpMethod.POST ? null : scopes.refusal(caller, request.method() + " " + PATH);
        if (uncovered != null) {
            reply.answer(uncovered);
            return;
        }
        if (request.method() == HttpMethod.GET) {
            listens.get(caller, reply);
            return;
        }
        if (request.method() == HttpMethod.DELETE) {
            sessionMethods.end(caller, reply);
            return;
        }
        if (announcedBytes(request) > Bounds.BODY_BYTES_MAX) {
            bodyRefused(
                    caller, reply, Fault.BODY_TOO_LARGE, "A request has at most " + Bounds.BODY_BYTES_MAX + " bytes.");
            return;
        }
        BodyReader reader = new BodyReader(
                request,
                startedNanos,
                body -> dispatch(caller, body, reply),
                (fault, message) -> bodyRefused(caller, reply, fault, message),
                slowBodies::ended);
        slowBodies.began(reader, Vertx.currentContext());
        reader.start();
    }

    private Caller.@Nullable Presented presented(HttpServerRequest request, Identification.Known known) {
        String id = request.headers().get(Headers.SESSION_ID);
        ClientSession session = id == null ? null : sessions.open(id, known.key());
        boolean over = session != null && states.hasEnded(session.id());
        return id == null ? null : new Caller.Presented(over ? null : session);
    }

    /** A bug must not leave the caller without an answer: nothing above the body's handlers would give one. */
    private void dispatch(Caller caller, byte[] body, HttpReply reply) {
        try {
            dispatch.accept(caller, body, reply);
        } catch (RuntimeException e) {
            LOG.error("a request failed within Tollgate", e);
            metrics.refused("internal");
            reply.answer(
                    Faults.http(Fault.INTERNAL, "Tollgate failed to handle this request; the operator can see why."));
        }
    }

    private static long announcedBytes(HttpServerRequest request) {
        String length = request.headers().get(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }

    /** A body beyond a bound: the connection goes with it, because what still comes on it is of no use. */
    private void bodyRefused(Caller caller, HttpReply reply, Fault fault, String message) {
        metrics.boundHit(fault == Fault.BODY_TOO_SLOW ? "body-time" : "body-bytes");
        meter.refused(caller.unread(0), RefusalReason.OVERLOADED);
        reply.refuse(Faults.http(fault, message), true);
    }
}
