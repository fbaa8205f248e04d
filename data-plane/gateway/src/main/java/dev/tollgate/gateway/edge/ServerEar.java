package dev.tollgate.gateway.edge;

import dev.tollgate.gateway.json.MalformedJson;
import dev.tollgate.gateway.json.Members;
import dev.tollgate.gateway.json.RpcMessage;
import dev.tollgate.gateway.json.Span;
import dev.tollgate.gateway.upstream.Ear;
import dev.tollgate.gateway.upstream.Heard;
import dev.tollgate.gateway.upstream.UpstreamPort;
import dev.tollgate.gateway.upstream.Wanted;
import dev.tollgate.gateway.upstream.listing.ListKind;
import dev.tollgate.model.config.ServerConfig;
import io.vertx.core.buffer.Buffer;
import java.util.HashSet;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One stream's ear at one server, for as long as the server is configured as it is. Lives on one event loop. */
final class ServerEar implements Heard {
    /** Hears what it hears. */
    interface Hearer {
        void listChanged(ServerConfig server, ListKind kind);

        void resourceUpdated(String uri);

        /**
         * @param task as the server tells of it
         */
        void taskChanged(ServerConfig server, RpcMessage task);
    }

    private static final Logger LOG = Logger.getLogger(ServerEar.class);
    private static final Members.Wanted URI = Members.Wanted.of("uri");

    private final UpstreamPort upstream;
    private final Hearer hearer;
    private final Set<String> uris = new HashSet<>();
    private Set<String> tasks = Set.of();
    private @Nullable ServerConfig server;
    private @Nullable Ear ear;
    private Wanted wanted = Wanted.NOTHING;
    private boolean wasLost;

    ServerEar(UpstreamPort upstream, Hearer hearer) {
        this.upstream = upstream;
        this.hearer = hearer;
    }

    /** Lets go of all resources but these. */
    ServerEar keep(Set<String> wished) {
        uris.retainAll(wished);
        return this;
    }

    /** Is to hear of these tasks of the server, and of no others. */
    ServerEar about(Set<String> taskIds) {
        tasks = taskIds;
        return this;
    }

    /** Listens to the server as it is configured now. */
    void listen(ServerConfig now, Wanted lists) {
        ServerConfig before = server;
        server = now;
        Wanted next = new Wanted(lists.toolsChanged(), lists.promptsChanged(), lists.resourcesChanged(), uris, tasks);
        boolean same = before != null && before.isReachedAs(now);
        boolean other = !next.equals(wanted);
        wanted = next;
        if (!same || ear == null) {
            close();
            begin();
        } else if (other) {
            ear.want(wanted);
        }
    }

    /** Listens to one resource more. */
    void add(String uri) {
        if (uris.size() < Wanted.RESOURCE_URIS_MAX && uris.add(uri)) {
            wanted = new Wanted(wanted.toolsChanged(), wanted.promptsChanged(), wanted.resourcesChanged(), uris, tasks);
            if (ear == null) {
                begin();
            } else {
                ear.want(wanted);
            }
        }
    }

    private void begin() {
        if (server != null && !wanted.equals(Wanted.NOTHING)) {
            ear = upstream.listen(server, wanted, this);
        }
    }

    void close() {
        if (ear != null) {
            ear.close();
            ear = null;
        }
    }

    @Override
    public void notification(String method, Buffer message) {
        switch (method) {
            case "notifications/tools/list_changed" -> changed(ListKind.TOOLS);
            case "notifications/prompts/list_changed" -> changed(ListKind.PROMPTS);
            case "notifications/resources/list_changed" -> changed(ListKind.RESOURCES);
            case "notifications/resources/updated" -> updated(message);
            case "notifications/tasks" -> task(message);
            default -> {
                // Log messages belong to calls.
            }
        }
    }

    private void changed(ListKind kind) {
        if (server != null) {
            hearer.listChanged(server, kind);
        }
    }

    private void updated(Buffer message) {
        try {
            RpcMessage notification = RpcMessage.scan(message.getBytes());
            Span params = notification.params();
            String uri = params == null
                    ? null
                    : notification.string(
                            Members.read(notification.bytes(), params, URI).get(0));
            if (uri != null && uris.contains(uri)) {
                hearer.resourceUpdated(uri);
            }
        } catch (MalformedJson e) {
            LOG.trace("an update that cannot be read is left out", e);
        }
    }

    private void task(Buffer message) {
        try {
            if (server != null) {
                hearer.taskChanged(server, RpcMessage.scan(message.getBytes()));
            }
        } catch (MalformedJson e) {
            LOG.trace("a task that cannot be read is left out", e);
        }
    }

    @Override
    public void lost(String why, long retryInMillis) {
        wasLost = true;
    }

    /** What was missed in between is unknown, so all may have changed. */
    @Override
    public void listening() {
        if (!wasLost) {
            return;
        }
        wasLost = false;
        if (wanted.toolsChanged()) {
            changed(ListKind.TOOLS);
        }
        if (wanted.promptsChanged()) {
            changed(ListKind.PROMPTS);
        }
        if (wanted.resourcesChanged()) {
            changed(ListKind.RESOURCES);
        }
        uris.forEach(hearer::resourceUpdated);
    }
}
