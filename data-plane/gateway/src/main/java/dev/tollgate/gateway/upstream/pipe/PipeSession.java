package dev.tollgate.gateway.upstream.pipe;

import dev.tollgate.gateway.json.MalformedJson;
import dev.tollgate.gateway.json.Members;
import dev.tollgate.gateway.json.RpcMessage;
import dev.tollgate.gateway.json.Span;
import dev.tollgate.gateway.upstream.UpstreamIdentity;
import io.vertx.core.buffer.Buffer;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** MCP through one pipe, from {@code initialize} to its end. What is no message is passed over: some programs print. */
final class PipeSession implements Pipe.Listener {
    private static final Logger LOG = Logger.getLogger(PipeSession.class);
    private static final Members.Wanted TOKEN = Members.Wanted.of("progressToken");

    private final PipedServer server;
    private final long initializeId;
    private final AtomicBoolean over = new AtomicBoolean();
    private volatile @Nullable Pipe pipe;
    private volatile boolean ready;
    private volatile Optional<UpstreamIdentity> identity = Optional.empty();

    PipeSession(PipedServer server, long initializeId) {
        this.server = server;
        this.initializeId = initializeId;
    }

    void start(Pipe opened) {
        pipe = opened;
        opened.send(initializeId, PipeMessages.initialize(initializeId, server.abilities()), Map.of());
        if (over.get()) {
            opened.end("it is no longer needed");
        }
    }

    boolean isReady() {
        return ready;
    }

    Optional<UpstreamIdentity> identity() {
        return identity;
    }

    boolean send(long id, byte[] message, Map<String, String> headers) {
        Pipe to = pipe;
        return to != null && to.send(id, message, headers);
    }

    private void say(byte[] message) {
        send(Pipe.NO_REQUEST, message, Map.of());
    }

    void giveUpStarting() {
        if (!ready) {
            end("it did not answer initialize in time");
        }
    }

    void end(String why) {
        Pipe last = pipe;
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
    public void refused(long id, String why) {
        if (id == initializeId) {
            end("it " + why);
        } else {
            server.refused(id, why);
        }
    }

    @Override
    public void message(byte[] bytes) {
        try {
            RpcMessage message = RpcMessage.scan(bytes);
            @Nullable String method = message.method();
            Span id = message.id();
            if (method == null) {
                answer(message);
            } else if (id != null) {
                request(method, message, id);
            } else {
                notification(method, message);
            }
        } catch (MalformedJson e) {
            LOG.trace("what an upstream sends is no message", e);
        }
    }

    private void answer(RpcMessage message) {
        long id = number(message, message.id());
        if (id == initializeId) {
            initialized(message);
            return;
        }
        PipeCall call = server.calls().remove(id);
        if (call != null) {
            server.health().answered();
            call.answered(message);
        }
    }

    private void initialized(RpcMessage answer) {
        identity = UpstreamIdentity.ofInitialize(answer);
        if (identity.isEmpty()) {
            end("it would not begin a session in a revision that this gateway speaks");
            return;
        }
        say(PipeMessages.initialized());
        ready = true;
        server.ready(this);
    }

    /**
     * The pipe does not say in which call something is asked. With one call alone under way it is that one's; with several
     * it might be put to an agent whose call has nothing to do with it.
     */
    private void request(String method, RpcMessage message, Span id) {
        switch (method) {
            case "ping" -> say(PipeMessages.pong(message.bytes(), id));
            default -> {
                PipeCalls.UnderWay underWay = server.calls().underWay();
                if (underWay.only() != null) {
                    underWay.only().ask(method, message, this::say);
                } else if (underWay.count() == 0) {
                    say(PipeMessages.notOffered(message.bytes(), id));
                } else {
                    say(PipeMessages.whose(message.bytes(), id));
                }
            }
        }
    }

    private void notification(String method, RpcMessage message) throws MalformedJson {
        Span params = message.params();
        switch (method) {
            case "notifications/progress" -> {
                Span token = params == null
                        ? null
                        : Members.read(message.bytes(), params, TOKEN).get(0);
                PipeCall call = server.calls().find(number(message, token));
                if (call != null) {
                    call.progressed(message);
                }
            }
            case "notifications/message" -> {
                PipeCalls.UnderWay underWay = server.calls().underWay();
                if (underWay.only() != null) {
                    underWay.only().said(Buffer.buffer(message.bytes()));
                } else if (underWay.count() == 0) {
                    server.heard(method, message);
                }
            }
            case "notifications/cancelled" -> server.calls().withdraw(message);
            default -> server.heard(method, message);
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
