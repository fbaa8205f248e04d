package dev.tollgate.gateway.upstream.stdio;

import dev.tollgate.gateway.json.MalformedJson;
import dev.tollgate.gateway.json.RpcMessage;
import dev.tollgate.gateway.json.Span;
import dev.tollgate.gateway.upstream.CallParams;
import dev.tollgate.gateway.upstream.UpstreamCall;
import dev.tollgate.gateway.upstream.UpstreamListener;
import dev.tollgate.gateway.upstream.UpstreamReply;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One call to a process. Whoever ends it first has ended it; its listener hears on the context it was started on. */
final class StdioCall {
    private static final Logger LOG = Logger.getLogger(StdioCall.class);

    private final long id;
    private final UpstreamCall call;
    private final CallParams params;
    private final UpstreamListener listener;
    private final Context context;
    private final AtomicBoolean over = new AtomicBoolean();
    private long timer = -1;
    /** Whether the listener hears no more; of the context alone, so that progress before the end is heard before it. */
    private boolean silent;

    StdioCall(long id, UpstreamCall call, UpstreamListener listener, Context context) throws MalformedJson {
        this.id = id;
        this.call = call;
        this.params = CallParams.of(call, id);
        this.listener = listener;
        this.context = context;
    }

    /** Runs an action when the call's time is up. To be called on the call's context. */
    void startTimer(Runnable timedOut) {
        timer = context.owner().setTimer(call.timeoutMillis(), _ -> timedOut.run());
    }

    long id() {
        return id;
    }

    byte[] request() {
        return StdioMessages.request(id, call.method(), params.json());
    }

    /** Ends the call; false if it had ended. */
    boolean end(UpstreamReply reply) {
        if (!over.compareAndSet(false, true)) {
            return false;
        }
        context.runOnContext(_ -> {
            context.owner().cancelTimer(timer);
            if (!silent) {
                silent = true;
                listener.reply(reply);
            }
        });
        return true;
    }

    /** Ends the call without a word to its listener; false if it had ended. To be called on the call's context. */
    boolean cancel() {
        silent = true;
        if (!over.compareAndSet(false, true)) {
            return false;
        }
        context.owner().cancelTimer(timer);
        return true;
    }

    void answered(RpcMessage message) {
        Span result = message.result();
        Span error = message.error();
        if (result != null) {
            String resultType = message.string(message.resultType());
            end(new UpstreamReply.Result(buffer(message, result), message.isError(), resultType));
        } else if (error != null && message.isObject(error)) {
            end(new UpstreamReply.Error(buffer(message, error)));
        } else {
            end(failure(UpstreamReply.Kind.BROKEN, "answered with neither a result nor an error"));
        }
    }

    void progressed(RpcMessage notification) {
        try {
            @Nullable Buffer restored = params.restored(notification);
            if (restored != null) {
                context.runOnContext(_ -> {
                    if (!silent) {
                        listener.notification(restored);
                    }
                });
            }
        } catch (MalformedJson e) {
            LOG.trace("progress that cannot be read is left out; the call goes on", e);
        }
    }

    static UpstreamReply.Failure failure(UpstreamReply.Kind kind, String why) {
        return new UpstreamReply.Failure(kind, why, 0);
    }

    private static Buffer buffer(RpcMessage message, Span span) {
        return Buffer.buffer(span.of(message.bytes()));
    }
}
