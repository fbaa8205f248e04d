package dev.tollgate.gateway.upstream.stdio;

import dev.tollgate.gateway.json.MalformedJson;
import dev.tollgate.gateway.json.Members;
import dev.tollgate.gateway.json.RpcMessage;
import dev.tollgate.gateway.json.Span;
import dev.tollgate.gateway.upstream.UpstreamIdentity;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** MCP with one process, from {@code initialize} to its end. What is no message is passed over: some programs print. */
final class StdioSession implements StdioProcess.Listener {
    private static final Logger LOG = Logger.getLogger(StdioSession.class);
    private static final Members.Wanted TOKEN = Members.Wanted.of("progressToken");

    private final StdioServer server;
    private final long initializeId;
    private final AtomicBoolean over = new AtomicBoolean();
    private volatile @Nullable StdioProcess process;
    private volatile boolean ready;
    private volatile Optional<UpstreamIdentity> identity = Optional.empty();

    StdioSession(StdioServer server, StdioHost host) {
        this.server = server;
        this.initializeId = host.nextRequestId();
    }

    void start(StdioProcess started) {
        process = started;
        started.send(StdioMessages.initialize(initializeId));
        if (over.get()) {
            started.end("it is no longer needed");
        }
    }

    boolean isReady() {
        return ready;
    }

    Optional<UpstreamIdentity> identity() {
        return identity;
    }

    boolean send(byte[] message) {
        StdioProcess to = process;
        return to != null && to.send(message);
    }

    void giveUpStarting() {
        if (!ready) {
            end("it did not answer initialize in time");
        }
    }

    void end(String why) {
        StdioProcess last = process;
        if (last != null) {
            last.end(why);
        }
        ended(why);
    }

    @Override
    public void ended(String why) {
        if (over.compareAndSet(false, true)) {
            ready = false;
            server.ended(this, why);
        }
    }

    @Override
    public void message(byte[] line) {
        try {
            RpcMessage message = RpcMessage.scan(line);
            @Nullable String method = message.method();
            Span id = message.id();
            if (method == null) {
                answer(message);
            } else if (id != null) {
                send("ping".equals(method) ? StdioMessages.pong(line, id) : StdioMessages.notOffered(line, id));
            } else {
                notification(method, message);
            }
        } catch (MalformedJson e) {
            LOG.trace("a line of a process is no message", e);
        }
    }

    private void answer(RpcMessage message) {
        long id = number(message, message.id());
        if (id == initializeId) {
            initialized(message);
            return;
        }
        StdioCall call = server.answered(id);
        if (call != null) {
            call.answered(message);
        }
    }

    private void initialized(RpcMessage answer) {
        identity = UpstreamIdentity.ofInitialize(answer);
        if (identity.isEmpty()) {
            end("it would not begin a session in a revision that this gateway speaks");
            return;
        }
        send(StdioMessages.initialized());
        ready = true;
        server.ready(this);
    }

    private void notification(String method, RpcMessage message) throws MalformedJson {
        Span params = message.params();
        if (method.equals("notifications/tools/list_changed")) {
            server.toolsChanged();
        } else if (method.equals("notifications/progress") && params != null) {
            Span token = Members.read(message.bytes(), params, TOKEN).get(0);
            StdioCall call = server.find(number(message, token));
            if (call != null) {
                call.progressed(message);
            }
        }
    }

    /** The number that stands there; 0, which no request has, if none does. */
    private static long number(RpcMessage message, @Nullable Span span) {
        if (span == null || span.length() > 18) {
            return 0;
        }
        long value = 0;
        for (int i = span.start(); i < span.end(); i++) {
            byte digit = message.bytes()[i];
            if (digit < '0' || digit > '9') {
                return 0;
            }
            value = value * 10 + (digit - '0');
        }
        return value;
    }
}
