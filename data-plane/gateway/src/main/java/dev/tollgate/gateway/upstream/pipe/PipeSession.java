package dev.tollgate.gateway.upstream.pipe;

import dev.tollgate.gateway.json.MalformedJson;
import dev.tollgate.gateway.json.Members;
import dev.tollgate.gateway.json.RpcMessage;
import dev.tollgate.gateway.json.Span;
import dev.tollgate.gateway.upstream.UpstreamIdentity;
import dev.tollgate.gateway.upstream.UpstreamReply.Stage;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** MCP through one pipe, in either era, to its end. What is no message is passed over: some programs print. */
final class PipeSession implements Pipe.Listener, PipeOpening.Owner {
    private static final Logger LOG = Logger.getLogger(PipeSession.class);
    private static final Members.Wanted TOKEN = Members.Wanted.of("progressToken");
    private static final Members.Wanted CANCELLED = Members.Wanted.of("requestId");
    private static final Members.Wanted META = Members.Wanted.of("_meta");
    private static final Members.Wanted SUBSCRIPTION = Members.Wanted.of("io.modelcontextprotocol/subscriptionId");

    private final PipedServer server;
    private final PipeHost host;
    private final PipeOpening opening;
    private final AtomicBoolean over = new AtomicBoolean();
    private volatile @Nullable Pipe pipe;
    private volatile boolean ready;
    private volatile Optional<UpstreamIdentity> identity = Optional.empty();

    PipeSession(PipedServer server, PipeHost host, PipeOpening.Terms terms) {
        this.server = server;
        this.host = host;
        this.opening = new PipeOpening(host, terms, this);
    }

    /** Opens its pipe, on a thread of its own. */
    void open(PipeOpener opener) {
        Thread.ofVirtual().start(() -> {
            try {
                start(opener.open(this));
                host.later(host.startMax(), this::giveUpStarting);
            } catch (IOException e) {
                LOG.warnf("an upstream's pipe cannot be opened: server=%s: %s", server.name(), e.getMessage());
                ended(Stage.INITIALIZE, "its program cannot be started");
            }
        });
    }

    private void start(Pipe opened) {
        pipe = opened;
        opening.begin();
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

    /** Whether each request says for itself what it speaks. */
    boolean isModern() {
        return identity.map(UpstreamIdentity::isModern).orElse(false);
    }

    boolean mayHaveDiedOfDiscovery() {
        return opening.mayHaveDiedOfDiscovery();
    }

    boolean send(long id, byte[] message, Map<String, String> headers) {
        Pipe to = pipe;
        return to != null && to.send(id, message, headers);
    }

    private void say(byte[] message) {
        send(Pipe.NO_REQUEST, message, Map.of());
    }

    private void giveUpStarting() {
        if (!ready) {
            end("it did not begin a session in time");
        }
    }

    void end(String why) {
        Pipe last = pipe;
        if (last != null) {
            last.end(why);
        }
        ended(Stage.INITIALIZE, why);
    }

    @Override
    public void ended(Stage stage, String why) {
        if (over.compareAndSet(false, true)) {
            ready = false;
            server.ended(this, stage, why);
        }
    }

    @Override
    public void refused(long id, String why) {
        if (!opening.refused(id, why)) {
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
        if (opening.take(id, message)) {
            return;
        }
        PipeCall call = server.calls().remove(id);
        if (call != null) {
            server.health().answered();
            call.answered(message);
        } else {
            server.listeners().subscriptionEnded(id, message);
        }
    }

    @Override
    public void say(long id, byte[] message) {
        send(id, message, Map.of());
    }

    @Override
    public void begun(UpstreamIdentity by) {
        identity = Optional.of(by);
        ready = true;
        server.ready(this);
    }

    @Override
    public void failed(String why) {
        end(why);
    }

    /**
     * The pipe does not say in which call something is asked. With one call alone under way it is that one's; with several
     * it might be put to an agent whose call has nothing to do with it. In the modern era nothing is asked so.
     */
    private void request(String method, RpcMessage message, Span id) {
        PipeCalls.UnderWay underWay = server.calls().underWay();
        if (method.equals("ping")) {
            say(PipeMessages.pong(message.bytes(), id));
        } else if (underWay.count() == 0 || isModern()) {
            say(PipeMessages.notOffered(message.bytes(), id));
        } else if (underWay.only() != null) {
            underWay.only().ask(method, message, this::say);
        } else {
            say(PipeMessages.whose(message.bytes(), id));
        }
    }

    private void notification(String method, RpcMessage message) throws MalformedJson {
        Span params = message.params();
        switch (method) {
            case "notifications/progress" -> {
                PipeCall call = server.calls().find(number(message, member(message, params, TOKEN)));
                if (call != null) {
                    call.progressed(message);
                }
            }
            case "notifications/message" -> {
                PipeCalls.UnderWay underWay = server.calls().underWay();
                if (underWay.only() != null) {
                    underWay.only().said(Buffer.buffer(message.bytes()));
                } else if (underWay.count() == 0) {
                    server.listeners().heard(method, message);
                }
            }
            case "notifications/cancelled" -> {
                if (isModern()) {
                    server.listeners().subscriptionEnded(number(message, member(message, params, CANCELLED)), null);
                } else {
                    server.calls().withdraw(message);
                }
            }
            case "notifications/subscriptions/acknowledged" -> {
                Span meta = member(message, params, META);
                server.listeners().subscriptionBegun(number(message, member(message, meta, SUBSCRIPTION)));
            }
            default -> server.listeners().heard(method, message);
        }
    }

    private static @Nullable Span member(RpcMessage message, @Nullable Span object, Members.Wanted wanted)
            throws MalformedJson {
        return object == null || !message.isObject(object)
                ? null
                : Members.read(message.bytes(), object, wanted).get(0);
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
