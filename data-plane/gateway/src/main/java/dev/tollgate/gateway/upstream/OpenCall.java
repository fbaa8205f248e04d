package dev.tollgate.gateway.upstream;

import io.netty.util.concurrent.ScheduledFuture;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.impl.ContextInternal;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A call between its start and its one end: a reply, its time-out or its cancellation, whichever comes first. Used on its
 * context's event loop only.
 */
final class OpenCall implements Cancellation {
    /** What is to be undone. */
    interface Ending {
        /** Nobody waits for the answer any more: what is under way is to be stopped, the upstream told. */
        void abandoned();

        /** How far the call has come. */
        UpstreamReply.Stage stage();

        /** In any case, once, before the last word. */
        void ended();
    }

    private final ContextInternal context;
    private final UpstreamCall call;
    private final UpstreamListener listener;
    private final String serverName;
    private final Health health;
    private final Ending ending;
    private ScheduledFuture<?> deadline;
    private long leftMillis;
    private boolean over;

    OpenCall(
            ContextInternal context,
            UpstreamCall call,
            UpstreamListener listener,
            String serverName,
            Health health,
            Ending ending) {
        this.context = context;
        this.call = call;
        this.listener = listener;
        this.serverName = serverName;
        this.health = health;
        this.ending = ending;
        this.deadline = context.nettyEventLoop().schedule(this::timeOut, call.timeoutMillis(), TimeUnit.MILLISECONDS);
    }

    UpstreamCall call() {
        return call;
    }

    ContextInternal context() {
        return context;
    }

    boolean isOver() {
        return over;
    }

    /** The call's time stands still until it is resumed. */
    void pauseTime() {
        leftMillis = Math.max(1, deadline.getDelay(TimeUnit.MILLISECONDS));
        deadline.cancel(false);
    }

    void resumeTime() {
        if (!over) {
            deadline = context.nettyEventLoop().schedule(this::timeOut, leftMillis, TimeUnit.MILLISECONDS);
        }
    }

    void notification(Buffer message) {
        if (!over) {
            listener.notification(message);
        }
    }

    /** The upstream has answered. */
    void reply(UpstreamReply reply) {
        if (end()) {
            health.answered();
            listener.reply(reply);
        }
    }

    /** A failure in the form "The server x …." */
    void fail(UpstreamReply.Kind kind, UpstreamReply.Stage stage, String why) {
        fail(kind, stage, why, 0, List.of());
    }

    /** The upstream answered with a status and with nothing that is an answer. */
    void fail(HttpOutcome.Rejected rejected) {
        fail(
                HttpStatus.kind(rejected.status()),
                UpstreamReply.Stage.CALL,
                HttpStatus.why(rejected),
                rejected.status(),
                rejected.scopes());
    }

    /** It would not begin a session. */
    void fail(Negotiated.Failed failed) {
        fail(failed.kind(), failed.stage(), failed.why(), failed.httpStatus(), failed.scopes());
    }

    private void fail(
            UpstreamReply.Kind kind, UpstreamReply.Stage stage, String why, int httpStatus, List<String> scopes) {
        if (end()) {
            UpstreamReply.Failure failure =
                    new UpstreamReply.Failure(kind, stage, sentence(serverName, why), 0, httpStatus, scopes);
            health.failed(failure);
            listener.reply(failure);
        }
    }

    static UpstreamReply.Failure failure(
            String serverName, UpstreamReply.Kind kind, UpstreamReply.Stage stage, String why, long retryAfterMillis) {
        return new UpstreamReply.Failure(kind, stage, sentence(serverName, why), retryAfterMillis);
    }

    private static String sentence(String serverName, String why) {
        return "The server " + serverName + " " + why + ".";
    }

    private void timeOut() {
        context.emit(null, nothing -> {
            if (!over) {
                ending.abandoned();
                String why = "did not answer within " + call.timeoutMillis() + " ms";
                fail(UpstreamReply.Kind.TIMEOUT, ending.stage(), why);
            }
        });
    }

    @Override
    public void cancel() {
        if (end()) {
            ending.abandoned();
        }
    }

    private boolean end() {
        if (over) {
            return false;
        }
        over = true;
        deadline.cancel(false);
        ending.ended();
        return true;
    }
}
