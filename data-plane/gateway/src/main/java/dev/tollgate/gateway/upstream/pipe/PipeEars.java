package dev.tollgate.gateway.upstream.pipe;

import dev.tollgate.gateway.json.RpcMessage;
import dev.tollgate.gateway.upstream.Ears;
import dev.tollgate.gateway.upstream.Subscriptions;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Those who listen to a piped server: its pipe is kept open for them, and what they want is subscribed to. */
final class PipeEars implements Ears.Source {
    private static final String TOOLS_CHANGED = "notifications/tools/list_changed";

    private final PipedServer server;
    private final PipeHost host;
    private final Runnable toolsChanged;
    private final Ears ears = new Ears(this);
    private Set<String> subscribed = Set.of();
    private @Nullable PipeSubscription subscription;
    private boolean ready;

    PipeEars(PipedServer server, PipeHost host, Runnable toolsChanged) {
        this.server = server;
        this.host = host;
        this.toolsChanged = toolsChanged;
    }

    Ears ears() {
        return ears;
    }

    void heard(String method, RpcMessage message) {
        if (method.equals(TOOLS_CHANGED)) {
            toolsChanged.run();
        }
        ears.notification(method, message);
    }

    @Override
    public void wantedChanged() {
        if (isReady()) {
            subscribe();
        } else {
            open();
        }
    }

    private synchronized boolean isReady() {
        return ready;
    }

    private void open() {
        if (ears.isEmpty()) {
            return;
        }
        long waitMillis = server.open();
        if (waitMillis > 0) {
            host.later(Duration.ofMillis(waitMillis), this::wantedChanged);
        }
    }

    void begun(boolean modern) {
        synchronized (this) {
            ready = true;
            subscription = modern ? new PipeSubscription(server, host, ears) : null;
        }
        subscribe();
    }

    void broke(String why, long waitMillis) {
        synchronized (this) {
            ready = false;
            subscribed = Set.of();
            subscription = null;
        }
        if (!ears.isEmpty()) {
            ears.lost(why, waitMillis);
            host.later(Duration.ofMillis(waitMillis), this::wantedChanged);
        }
    }

    private synchronized @Nullable PipeSubscription subscription() {
        return subscription;
    }

    void subscriptionBegun(long id) {
        PipeSubscription to = subscription();
        if (to != null) {
            to.begun(id);
        }
    }

    /**
     * @param answer to the request that began it; absent if the upstream says that it has ended
     */
    void subscriptionEnded(long id, @Nullable RpcMessage answer) {
        PipeSubscription to = subscription();
        if (to == null || !to.ended(id)) {
            return;
        }
        if (answer != null && answer.error() != null) {
            ears.lost("offers no stream to listen to", 0);
        } else {
            long waitMillis = to.retryMillis();
            ears.lost("ended its stream", waitMillis);
            host.later(Duration.ofMillis(waitMillis), this::wantedChanged);
        }
    }

    private void subscribe() {
        PipeSubscription modern = subscription();
        if (modern != null) {
            modern.want(ears.union());
        } else {
            subscribeOneByOne();
        }
    }

    private synchronized void subscribeOneByOne() {
        Set<String> wanted = ears.union().resourceUris();
        Set<String> added = new HashSet<>(wanted);
        added.removeAll(subscribed);
        Set<String> removed = new HashSet<>(subscribed);
        removed.removeAll(wanted);
        subscribed = wanted;
        added.forEach(uri -> server.say(Subscriptions.subscribe(host.nextRequestId(), uri)));
        removed.forEach(uri -> server.say(Subscriptions.unsubscribe(host.nextRequestId(), uri)));
        ears.listening();
    }
}
