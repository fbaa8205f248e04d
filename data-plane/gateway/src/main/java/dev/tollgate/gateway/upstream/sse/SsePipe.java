package dev.tollgate.gateway.upstream.sse;

import dev.tollgate.gateway.upstream.EventChannel;
import dev.tollgate.gateway.upstream.UpstreamReply;
import dev.tollgate.gateway.upstream.pipe.Pipe;
import io.vertx.core.impl.ContextInternal;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * One connection: a stream that brings what the upstream says, the first event on it naming where messages are posted. What
 * is sent before that waits. Lives on one event loop.
 */
final class SsePipe implements Pipe, EventChannel.Listener {
    private static final int MESSAGES_MAX = 1_024;

    /** The beginning of a session: until these are taken, nothing may overtake them. */
    private static final int IN_TURN = 2;

    private record Outgoing(long id, byte[] message, Map<String, String> headers) {}

    private final URI url;
    private final ContextInternal context;
    private final EventChannel channel;
    private final Pipe.Listener listener;
    private final Queue<Outgoing> waiting = new ArrayDeque<>();
    /** Messages that wait or whose post is under way. */
    private final AtomicInteger messages = new AtomicInteger();

    private @Nullable String endpoint;
    private int taken;
    private boolean posting;
    private boolean over;

    SsePipe(URI url, ContextInternal context, EventChannel channel, Pipe.Listener listener) {
        this.url = url;
        this.context = context;
        this.channel = channel;
        this.listener = listener;
    }

    void open() {
        context.runOnContext(nothing -> channel.open(this));
    }

    @Override
    public boolean send(long id, byte[] message, Map<String, String> headers) {
        if (messages.incrementAndGet() > MESSAGES_MAX) {
            messages.decrementAndGet();
            return false;
        }
        context.runOnContext(nothing -> {
            waiting.add(new Outgoing(id, message, headers));
            drain();
        });
        return true;
    }

    private void drain() {
        String path = endpoint;
        while (path != null && !over && !waiting.isEmpty() && !(posting && taken < IN_TURN)) {
            Outgoing next = waiting.remove();
            posting = true;
            channel.post(path, next.message(), next.headers(), why -> posted(next, why));
        }
    }

    private void posted(Outgoing outgoing, @Nullable String why) {
        messages.decrementAndGet();
        taken++;
        posting = false;
        if (why != null && outgoing.id() != NO_REQUEST && !over) {
            listener.refused(outgoing.id(), why);
        }
        drain();
    }

    @Override
    public void event(@Nullable String type, byte[] data) {
        if (type == null) {
            listener.message(data);
        } else if (type.equals("endpoint") && endpoint == null) {
            Optional<String> path = Endpoint.path(url, data);
            if (path.isPresent()) {
                endpoint = path.get();
                drain();
            } else {
                end("it wants messages posted to another origin than its own");
            }
        }
    }

    @Override
    public void ended(UpstreamReply.Stage stage, String why) {
        over = true;
        listener.ended(stage, "it " + why);
    }

    @Override
    public void end(String why) {
        context.runOnContext(nothing -> {
            if (!over) {
                over = true;
                channel.close();
                listener.ended(UpstreamReply.Stage.INITIALIZE, why);
            }
        });
    }
}
