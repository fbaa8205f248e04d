package dev.tollgate.gateway.upstream;

import io.netty.util.concurrent.ScheduledFuture;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.impl.ContextInternal;
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

        /** There is no answer, for a reason that is the upstream's; before {@link #ended()}. */
        void failed(UpstreamReply.Failure failure);

        /** In any case, once, before the last word. */
        void ended();
    }

    private final ContextInternal context;
    private final UpstreamCall call;
    private final UpstreamListener listener;
    private final String serverName;
    private final Ending ending;
    private ScheduledFuture<?> deadline;
    private long leftMillis;
    private boolean over;

    OpenCall(ContextInternal context, UpstreamCall call, UpstreamListener listener, String serverName, Ending ending) {
        this.context = context;
        this.call = call;
        this.listener = listener;
        this.serverName = serverName;
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

    void reply(UpstreamReply reply) {
        if (end()) {
            listener.reply(reply);
        }
    }

    /** A failure in the form "The server x …." */
    void fail(UpstreamReply.Kind kind, UpstreamReply.Stage stage, String why) {
        fail(failure(serverName, kind, stage, why, 0));
    }

    private void fail(UpstreamReply.Failure failure) {
        if (!over) {
            ending.failed(failure);
        }
        reply(failure);
    }

    static UpstreamReply.Failure failure(
            String serverName, UpstreamReply.Kind kind, UpstreamReply.Stage stage, String why, long retryAfterMillis) {
        return new UpstreamReply.Failure(kind, stage, "The server " + serverName + " " + why + ".", retryAfterMillis);
    }

    private void timeOut() {
        context.emit(null, nothing -> {
            if (!over) {
                ending.abandoned();
                String why = "did not answer within " + call.timeoutMillis() + " ms";
                fail(UpstreamReply.Kind.TIMEOUT, UpstreamReply.Stage.CALL, why);
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
