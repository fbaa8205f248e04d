package dev.tollgate.gateway.offer;

import dev.tollgate.gateway.upstream.UpstreamPort;
import dev.tollgate.gateway.upstream.listing.ListKind;
import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.id.ServerId;
import dev.tollgate.model.id.TenantId;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What servers offer, asked of all at once, and kept for a moment so that many agents' lists are one question. A server
 * that does not answer in time is served as it was last known, or left out; it holds up nobody. Safe from any event loop.
 */
public final class OfferBook {
    /** How long an answer counts as new. A server that says that its offers changed is asked again before that. */
    static final long FRESH_NANOS = Duration.ofSeconds(30).toNanos();

    /** How long what was known is served in place of an answer that does not come. */
    static final long KNOWN_NANOS_MAX = Duration.ofMinutes(10).toNanos();

    /** How long a list waits for those servers that are asked for it. */
    public static final long WAIT_MILLIS = 700;

    /** Lists that are kept; what is beyond is asked for each time. */
    static final int LISTS_MAX = 50_000;

    private final UpstreamPort upstreams;
    private final LongSupplier nanos;
    private final ConcurrentHashMap<Key, KeptList> kept = new ConcurrentHashMap<>();

    public OfferBook(UpstreamPort upstreams, LongSupplier nanos) {
        this.upstreams = upstreams;
        this.nanos = nanos;
    }

    private record Key(
            TenantId tenant, ServerId server, @Nullable UUID person, ListKind kind) {
        static Key of(ServerConfig server, ListKind kind) {
            return new Key(server.tenant(), server.id(), server.person(), kind);
        }
    }

    /** Lets go of what nobody asked for in a while; to be called from time to time. */
    public void sweep() {
        long now = nanos.getAsLong();
        kept.values().removeIf(list -> list.isForgotten(now));
    }

    /**
     * Asks servers what they offer. To be called on an event loop, where the answer is told no later than
     * {@value #WAIT_MILLIS} ms on.
     *
     * @param then told what is known of each server that something is known of, in the order given
     */
    public void ask(List<ServerConfig> servers, ListKind kind, Consumer<List<ServerOffers>> then) {
        List<KeptList> lists =
                servers.stream().map(server -> list(server, kind)).toList();
        new Gathering(servers, lists, then).begin(Vertx.currentContext(), nanos.getAsLong(), WAIT_MILLIS);
    }

    /** To be told that a server says that what it offers of a kind has changed. */
    public void changed(ServerConfig server, ListKind kind) {
        KeptList list = kept.get(Key.of(server, kind));
        if (list != null) {
            list.outdate();
        }
    }

    private KeptList list(ServerConfig server, ListKind kind) {
        Key key = Key.of(server, kind);
        KeptList list = kept.get(key);
        if (list != null && list.isOf(server)) {
            return list;
        }
        KeptList made = new KeptList(upstreams, server, kind, nanos);
        if (list != null || kept.size() < LISTS_MAX) {
            kept.put(key, made);
        }
        return made;
    }
}
