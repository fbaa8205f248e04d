package dev.tollgate.gateway.upstream.pipe;

import dev.tollgate.gateway.json.MalformedJson;
import dev.tollgate.gateway.json.RpcMessage;
import dev.tollgate.gateway.json.Span;
import dev.tollgate.gateway.upstream.AskedRequests;
import dev.tollgate.gateway.upstream.CallParams;
import dev.tollgate.gateway.upstream.ClientAbilities;
import dev.tollgate.gateway.upstream.Handshake;
import dev.tollgate.gateway.upstream.UpstreamCall;
import dev.tollgate.gateway.upstream.UpstreamListener;
import dev.tollgate.gateway.upstream.UpstreamReply;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One call through a pipe. Whoever ends it first has ended it; its listener hears on the context it was started on. */
final class PipeCall {
    private static final Logger LOG = Logger.getLogger(PipeCall.class);

    private final long id;
    private final UpstreamCall call;
    /** As they go up; another's once it is known that the upstream is of the modern era. */
    private volatile CallParams params;

    private final UpstreamListener listener;
    private final Context context;
    private final Runnable timedOut;
    private final AtomicBoolean over = new AtomicBoolean();
    private long timer = -1;
    private long leftMillis;
    private long sinceNanos;
    private @Nullable AskedRequests asked;
    /** Whether the listener hears no more; of the context alone, so that progress before the end is heard before it. */
    private boolean silent;

    /**
     * To be made on the call's context.
     *
     * @param timedOut what to do when the call's time is up
     */
    PipeCall(long id, UpstreamCall call, UpstreamListener listener, Context context, Consumer<PipeCall> timedOut)
            throws MalformedJson {
        this.id = id;
        this.call = call;
        this.params = CallParams.of(call, id);
        this.listener = listener;
        this.context = context;
        this.timedOut = () -> timedOut.accept(this);
        this.leftMillis = call.timeoutMillis();
        startTimer();
    }

    private void startTimer() {
        sinceNanos = System.nanoTime();
        timer = context.owner().setTimer(leftMillis, fired -> timedOut.run());
    }

    private void pauseTimer() {
        long gone = Duration.ofNanos(System.nanoTime() - sinceNanos).toMillis();
        leftMillis = Math.max(1, leftMillis - gone);
        context.owner().cancelTimer(timer);
    }

    long id() {
        return id;
    }

    byte[] request() {
        return PipeMessages.request(id, call.method(), params.json());
    }

    Map<String, String> forwardedHeaders() {
        return call.forwardedHeaders();
    }

    /**
     * For an upstream of the modern era, to which each request says for itself what its client can do.
     *
     * @param abilitiesMax beyond which nothing is said of the client
     */
    byte[] modernRequest(ClientAbilities abilitiesMax) {
        try {
            params = CallParams.of(
                    call, id, Handshake.modernMeta(call.abilities().within(abilitiesMax)));
            return request();
        } catch (MalformedJson e) {
            throw new IllegalStateException("the call's _meta was read before", e);
        }
    }

    /** Ends the call; false if it had ended. */
    boolean end(UpstreamReply reply) {
        if (!over.compareAndSet(false, true)) {
            return false;
        }
        context.runOnContext(nothing -> {
            if (silence()) {
                listener.reply(reply);
            }
        });
        return true;
    }

    /** Ends the call without a word to its listener; false if it had ended. To be called on the call's context. */
    boolean cancel() {
        silence();
        return over.compareAndSet(false, true);
    }

    /** False if it was silent already. */
    private boolean silence() {
        if (silent) {
            return false;
        }
        silent = true;
        context.owner().cancelTimer(timer);
        if (asked != null) {
            asked.end();
        }
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
                said(restored);
            }
        } catch (MalformedJson e) {
            LOG.trace("progress that cannot be read is left out; the call goes on", e);
        }
    }

    void said(Buffer notification) {
        context.runOnContext(nothing -> {
            if (!silent) {
                listener.notification(notification);
            }
        });
    }

    /**
     * The upstream asks something that can only be about this call.
     *
     * @param answers takes what is to go back
     */
    void ask(String method, RpcMessage message, Consumer<byte[]> answers) {
        context.runOnContext(nothing -> {
            if (!silent) {
                if (asked == null) {
                    asked = new AskedRequests(context, call.abilities().inStream(), listener, new Asking(answers));
                }
                asked.ask(method, message);
            }
        });
    }

    void withdraw(RpcMessage cancelled) {
        context.runOnContext(nothing -> {
            if (!silent && asked != null) {
                asked.cancelled(cancelled);
            }
        });
    }

    private final class Asking implements AskedRequests.Asking {
        private final Consumer<byte[]> answers;

        private Asking(Consumer<byte[]> answers) {
            this.answers = answers;
        }

        @Override
        public void pauseTime() {
            pauseTimer();
        }

        @Override
        public void resumeTime() {
            if (!silent) {
                startTimer();
            }
        }

        @Override
        public void answer(byte[] message) {
            answers.accept(message);
        }
    }

    static UpstreamReply.Failure failure(UpstreamReply.Kind kind, String why) {
        return new UpstreamReply.Failure(kind, why, 0);
    }

    private static Buffer buffer(RpcMessage message, Span span) {
        return Buffer.buffer(span.of(message.bytes()));
    }
}
