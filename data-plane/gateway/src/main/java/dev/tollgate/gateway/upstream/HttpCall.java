package dev.tollgate.gateway.upstream;

import dev.tollgate.gateway.json.MalformedJson;
import dev.tollgate.gateway.json.RpcMessage;
import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.impl.ContextInternal;
import org.jspecify.annotations.Nullable;

/** One call over HTTP, from its admission to its end, on one event loop. */
final class HttpCall implements Cancellation, HttpExchange.Listener, OpenCall.Ending, AskedRequests.Asking {
    private static final String NO_ANSWER = "sent no answer to the call";

    private final HttpUpstream upstream;
    private final ContextInternal context;
    private final UpstreamCall call;
    private final UpstreamListener listener;
    private final HttpSessions sessions;
    private @Nullable OpenCall open;
    private @Nullable Session session;
    private @Nullable OutgoingRequest outgoing;
    private @Nullable HttpExchange exchange;
    private boolean renewed;
    private boolean repeated;
    private @Nullable AskedRequests asked;
    private @Nullable Resumption resumption;

    HttpCall(HttpUpstream upstream, ContextInternal context, UpstreamCall call, UpstreamListener listener) {
        this.upstream = upstream;
        this.context = context;
        this.call = call;
        this.listener = listener;
        this.sessions = upstream.sessions(call.abilities());
    }

    void begin() {
        long waitMillis = upstream.breaker().millisUntilAdmitted();
        if (waitMillis > 0) {
            refuse(UpstreamReply.Kind.UNAVAILABLE, "cannot be reached at present", waitMillis);
        } else if (!upstream.enter()) {
            refuse(UpstreamReply.Kind.OVERLOADED, "has as many calls under way as it may have", 0);
        } else {
            open = new OpenCall(context, call, listener, upstream.serverName(), upstream.health(), this);
            Session other = sessions.otherFor(call);
            if (other != null) {
                send(other);
            } else {
                sessions.enter(this);
                sessions.use(context, this::negotiated);
            }
        }
    }

    /** Told in a later turn of the event loop, so that the caller has its cancellation in hand by then. */
    private void refuse(UpstreamReply.Kind kind, String why, long retryAfterMillis) {
        UpstreamReply reply =
                OpenCall.failure(upstream.serverName(), kind, UpstreamReply.Stage.CONNECT, why, retryAfterMillis);
        context.runOnContext(nothing -> listener.reply(reply));
    }

    private void negotiated(Negotiated negotiated) {
        OpenCall current = open();
        if (current.isOver()) {
            return;
        }
        switch (negotiated) {
            case Negotiated.Ready ready -> begun(ready.session());
            case Negotiated.Failed failed -> current.fail(failed);
        }
    }

    private void begun(Session with) {
        if (sessions.isHeard(with)) {
            send(with);
        } else {
            sessions.whenHeard(with, context, () -> send(with));
        }
    }

    /** Does something where the call lives. */
    void onContext(Runnable work) {
        context.runOnContext(nothing -> work.run());
    }

    private void send(Session with) {
        if (open().isOver()) {
            return;
        }
        session = with;
        try {
            outgoing = OutgoingRequest.of(upstream.nextId(), call, with);
        } catch (MalformedJson e) {
            throw new IllegalArgumentException("a call's params and _meta are JSON objects", e);
        }
        upstream.dial(context, new HttpUpstream.Dialled() {
            @Override
            public void dial(AddressGate.Verdict.Dial dial) {
                post(dial, with);
            }

            @Override
            public void refused(UpstreamReply.Kind kind, UpstreamReply.Stage stage, String why) {
                open().fail(kind, stage, why);
            }
        });
    }

    private void post(AddressGate.Verdict.Dial dial, Session with) {
        OutgoingRequest message = outgoing;
        if (message == null || open().isOver()) {
            return;
        }
        RequestOptions options = upstream.request(HttpMethod.POST, dial, with);
        if (HttpTarget.head(options, call, with)) {
            exchange = upstream.exchange(context, options, message.message(), message.id(), this);
        } else {
            open().fail(UpstreamReply.Kind.UNAVAILABLE, UpstreamReply.Stage.CALL, HttpTarget.TOO_MUCH_TO_REPEAT);
        }
    }

    @Override
    public void notification(IncomingMessage.Notification notification) {
        RpcMessage message = notification.message();
        if (Ears.isOutsideCalls(notification.method())) {
            upstream.heard(notification.method(), message);
        } else if (notification.method().equals(IncomingMessage.PROGRESS)) {
            progress(message);
        } else if (notification.method().equals(IncomingMessage.CANCELLED)) {
            if (asked != null) {
                asked.cancelled(message);
            }
        } else if (call.tie() != null || !IncomingMessage.isAboutTask(notification.method())) {
            open().notification(Buffer.buffer(Unpooled.wrappedBuffer(message.bytes())));
        }
    }

    private void progress(RpcMessage message) {
        Buffer restored = outgoing == null ? null : outgoing.progress(message);
        if (restored != null) {
            open().notification(restored);
        }
    }

    @Override
    public void request(IncomingMessage.Request request) {
        Session with = session;
        if (with == null || with.isModern() || open().isOver()) {
            return;
        }
        if (asked == null) {
            asked = new AskedRequests(context, call.abilities().inStream(), listener, this);
        }
        asked.ask(request.method(), request.message());
    }

    @Override
    public void pauseTime() {
        open().pauseTime();
    }

    @Override
    public void resumeTime() {
        open().resumeTime();
    }

    @Override
    public void answer(byte[] message) {
        Session with = session;
        if (with != null) {
            upstream.say(context, HttpMethod.POST, with, message, this::answered);
        }
    }

    private void answered(HttpOutcome outcome) {
        if (outcome instanceof HttpOutcome.Unsent || outcome instanceof HttpOutcome.Rejected) {
            if (exchange != null) {
                exchange.abort();
            }
            broken("did not take the answer to what it asked");
        }
    }

    @Override
    public void outcome(HttpOutcome outcome) {
        upstream.note(outcome);
        OpenCall current = open();
        Session with = session;
        if (with != null && call.session() != null && HttpStatus.asksForNewSession(outcome, with)) {
            current.reply(TaskTie.sessionIsOver());
            return;
        }
        if (with != null && !renewed && HttpStatus.asksForNewSession(outcome, with)) {
            // It was not carried out, so sending it once more is safe.
            renewed = true;
            sessions.renew(with, context, this::negotiated);
            return;
        }
        switch (outcome) {
            case HttpOutcome.Answered answered -> answer(answered.message());
            case HttpOutcome.Rejected rejected when rejected.answer() != null -> answer(rejected.answer());
            case HttpOutcome.Rejected rejected -> current.fail(rejected);
            case HttpOutcome.Unsent unsent -> current.fail(unsent.kind(), unsent.stage(), unsent.why());
            case HttpOutcome.Interrupted interrupted -> resume(interrupted);
            case HttpOutcome.Broken _
            when with != null && mayRepeat() -> {
                repeated = true;
                send(with);
            }
            case HttpOutcome.Broken broken -> broken(broken.why());
            case HttpOutcome.Accepted _ -> broken(NO_ANSWER);
            case HttpOutcome.TooLarge _ ->
                current.fail(
                        UpstreamReply.Kind.TOO_LARGE,
                        UpstreamReply.Stage.CALL,
                        "answered with more than " + HttpExchange.RESPONSE_BYTES_MAX + " bytes");
        }
    }

    /** Once, and only what has no effect: it may have been carried out. */
    private boolean mayRepeat() {
        return !repeated && call.isWithoutEffect();
    }

    /** Takes the rest of the stream, in which the answer is still to come. */
    private void resume(HttpOutcome.Interrupted interrupted) {
        Session with = session;
        if (with == null || outgoing == null || with.isModern()) {
            broken("ended its stream without an answer");
            return;
        }
        if (resumption == null) {
            resumption = new Resumption(upstream, context, with, outgoing.id(), call.forwardedHeaders(), this);
        }
        resumption.take(interrupted, this::goOn);
    }

    private void goOn(HttpExchange with) {
        exchange = with;
        if (open().isOver()) {
            with.abort();
        }
    }

    private void broken(String why) {
        open().fail(UpstreamReply.Kind.BROKEN, UpstreamReply.Stage.CALL, why);
    }

    private void answer(RpcMessage message) {
        if (session != null && session.id() != null) {
            listener.answeredIn(session.id());
        }
        IncomingMessage.reply(message).ifPresentOrElse(open()::reply, () -> broken(NO_ANSWER));
    }

    @Override
    public void cancel() {
        if (open != null) {
            open.cancel();
        }
    }

    @Override
    public void abandoned() {
        if (exchange == null) {
            return;
        }
        exchange.abort();
        if (session != null && outgoing != null && !session.isModern()) {
            // In the legacy era a closed stream is no cancellation.
            upstream.aside(context, HttpMethod.POST, session, OutgoingRequest.cancelled(outgoing.id()));
        }
    }

    @Override
    public UpstreamReply.Stage stage() {
        return session == null ? UpstreamReply.Stage.INITIALIZE : UpstreamReply.Stage.CALL;
    }

    @Override
    public void ended() {
        upstream.leave();
        sessions.leave(this);
        if (call.tie() != null) {
            sessions.holdTask();
        }
        if (asked != null) {
            asked.end();
        }
    }

    private OpenCall open() {
        if (open == null) {
            throw new IllegalStateException("the call has not been admitted");
        }
        return open;
    }
}
