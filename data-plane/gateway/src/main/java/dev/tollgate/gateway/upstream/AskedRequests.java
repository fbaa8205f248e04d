package dev.tollgate.gateway.upstream;

import dev.tollgate.gateway.json.MalformedJson;
import dev.tollgate.gateway.json.Members;
import dev.tollgate.gateway.json.RpcMessage;
import dev.tollgate.gateway.json.RpcSplice;
import dev.tollgate.gateway.json.Span;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What an upstream asks during one call, each thing until its one answer. While something is asked the call's own time
 * stands still, for a person may have to read and decide; the asking has a bound of its own. Used on the call's context
 * only.
 */
public final class AskedRequests {
    /** An upstream that asks for more during one call is not answered any more. */
    public static final int REQUESTS_MAX = 32;

    /** Of one call, all that is asked in it together. */
    public static final long ASKING_MILLIS_MAX = Duration.ofMinutes(5).toMillis();

    private static final Members.Wanted REQUEST_ID = Members.Wanted.of("requestId");
    private static final Buffer NO_PARAMS = Buffer.buffer("{}");
    private static final Logger log = Logger.getLogger(AskedRequests.class);

    /** The call that something is asked in. */
    public interface Asking {
        /** The call's time stands still from now on. */
        void pauseTime();

        void resumeTime();

        /**
         * Sends an answer to the upstream.
         *
         * @param message a whole JSON-RPC response
         */
        void answer(byte[] message);
    }

    private final Context context;
    private final ClientAbilities abilities;
    private final UpstreamListener listener;
    private final Asking asking;
    private final long askingMillisMax;
    private final List<Asked> open = new ArrayList<>();
    private int asked;
    private long askedMillis;
    private long sinceNanos;
    private long timer = -1;
    private boolean over;

    public AskedRequests(Context context, ClientAbilities abilities, UpstreamListener listener, Asking asking) {
        this(context, abilities, listener, asking, ASKING_MILLIS_MAX);
    }

    AskedRequests(
            Context context,
            ClientAbilities abilities,
            UpstreamListener listener,
            Asking asking,
            long askingMillisMax) {
        this.context = context;
        this.abilities = abilities;
        this.listener = listener;
        this.asking = asking;
        this.askingMillisMax = askingMillisMax;
    }

    private final class Asked implements UpstreamRequest {
        private final String method;
        private final RpcMessage message;
        private final Span id;

        private Asked(String method, RpcMessage message, Span id) {
            this.method = method;
            this.message = message;
            this.id = id;
        }

        @Override
        public String method() {
            return method;
        }

        @Override
        public Buffer params() {
            Span params = message.params();
            return params != null && message.isObject(params) ? Buffer.buffer(params.of(message.bytes())) : NO_PARAMS;
        }

        @Override
        public void result(Buffer result) {
            if (taken(this)) {
                asking.answer(
                        RpcSplice.result(message.bytes(), id, result.getBytes()).toBytes());
            }
        }

        @Override
        public void error(Buffer error) {
            if (taken(this)) {
                asking.answer(
                        RpcSplice.error(message.bytes(), id, error.getBytes()).toBytes());
            }
        }
    }

    /** The upstream asks: the listener hears of what its client can do, all else is answered here. */
    public void ask(String method, RpcMessage message) {
        if (over || ++asked > REQUESTS_MAX) {
            return;
        }
        Span id = message.id();
        if (id == null || !message.hasUsableId() || !abilities.understands(method)) {
            asking.answer(IncomingMessage.answerTo(new IncomingMessage.Request(method, message)));
        } else if (askedMillis >= askingMillisMax) {
            asking.answer(late(message, id));
        } else {
            Asked one = new Asked(method, message, id);
            open.add(one);
            if (open.size() == 1) {
                begin();
            }
            listener.request(one);
        }
    }

    /** The upstream says by {@code notifications/cancelled} that it no longer waits for an answer. */
    public void cancelled(RpcMessage notification) {
        Span params = notification.params();
        try {
            Span id = params == null || !notification.isObject(params)
                    ? null
                    : Members.read(notification.bytes(), params, REQUEST_ID).get(0);
            Asked one = id == null ? null : find(notification.bytes(), id);
            if (one != null && taken(one)) {
                listener.withdrawn(one);
            }
        } catch (MalformedJson e) {
            log.trace("a cancellation that cannot be read is left out; the call goes on", e);
        }
    }

    private @Nullable Asked find(byte[] bytes, Span id) {
        for (Asked one : open) {
            byte[] own = one.message.bytes();
            if (Arrays.equals(own, one.id.start(), one.id.end(), bytes, id.start(), id.end())) {
                return one;
            }
        }
        return null;
    }

    /** The call has ended, and with it all that was asked. */
    public void end() {
        over = true;
        open.clear();
        context.owner().cancelTimer(timer);
    }

    private void begin() {
        asking.pauseTime();
        sinceNanos = System.nanoTime();
        timer = context.owner().setTimer(askingMillisMax - askedMillis, fired -> late());
    }

    private boolean taken(Asked one) {
        if (over || !open.remove(one)) {
            return false;
        }
        if (open.isEmpty()) {
            context.owner().cancelTimer(timer);
            askedMillis += Duration.ofNanos(System.nanoTime() - sinceNanos).toMillis();
            asking.resumeTime();
        }
        return true;
    }

    private void late() {
        askedMillis = askingMillisMax;
        for (Asked one : List.copyOf(open)) {
            if (taken(one)) {
                asking.answer(late(one.message, one.id));
                listener.withdrawn(one);
            }
        }
    }

    private static byte[] late(RpcMessage message, Span id) {
        byte[] error = RpcSplice.errorObject(-32603, "the client's time to answer is over", null);
        return RpcSplice.error(message.bytes(), id, error).toBytes();
    }
}
