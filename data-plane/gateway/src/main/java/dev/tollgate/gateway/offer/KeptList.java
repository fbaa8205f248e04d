package dev.tollgate.gateway.offer;

import dev.tollgate.gateway.upstream.UpstreamPort;
import dev.tollgate.gateway.upstream.UpstreamReply;
import dev.tollgate.gateway.upstream.listing.ListKind;
import dev.tollgate.gateway.upstream.listing.ListLook;
import dev.tollgate.gateway.upstream.listing.ListedItem;
import dev.tollgate.gateway.upstream.listing.Listing;
import dev.tollgate.model.config.ServerConfig;
import io.vertx.core.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** One server's list of one kind: what was last known of it, and who waits for news. Safe from any event loop. */
final class KeptList {
    private static final int WAITERS_MAX = 1_000;

    private final UpstreamPort upstreams;
    private final ServerConfig server;
    private final ListKind kind;
    private final LongSupplier nanos;

    private @Nullable List<ListedItem> known;
    private long knownAtNanos;
    private boolean outdated;
    private @Nullable List<Waiter> waiters;
    private long askedAtNanos;
    private long lookBeganNanos;

    KeptList(UpstreamPort upstreams, ServerConfig server, ListKind kind, LongSupplier nanos) {
        this.upstreams = upstreams;
        this.server = server;
        this.kind = kind;
        this.nanos = nanos;
        this.askedAtNanos = nanos.getAsLong();
    }

    private record Waiter(Context context, Consumer<@Nullable List<ListedItem>> news) {}

    /** Whether it was asked of this very server, as it is configured now. */
    boolean isOf(ServerConfig wanted) {
        return server.isReachedAs(wanted);
    }

    /**
     * Tells what is listed: at once if that is new, else when the server has answered.
     *
     * @param news told on the context, with nothing if there will be no news; it is then for the caller to make do with
     *     what is {@link #known}
     */
    void ask(Context context, long now, Consumer<@Nullable List<ListedItem>> news) {
        List<ListedItem> told = null;
        boolean asks = false;
        boolean waits = false;
        synchronized (this) {
            askedAtNanos = now;
            if (known != null && !outdated && now - knownAtNanos <= OfferBook.FRESH_NANOS) {
                told = known;
            } else {
                asks = waiters == null;
                waits = asks || isWorthWaiting(now);
                if (asks) {
                    waiters = new ArrayList<>();
                    lookBeganNanos = now;
                }
                if (waits && waiters != null) {
                    waiters.add(new Waiter(context, news));
                }
            }
        }
        if (!waits) {
            news.accept(told);
        } else if (asks) {
            look();
        }
    }

    /** Whoever asked before has waited in vain already, so there is little hope. */
    private boolean isWorthWaiting(long now) {
        return waiters != null
                && waiters.size() < WAITERS_MAX
                && now - lookBeganNanos < TimeUnit.MILLISECONDS.toNanos(OfferBook.WAIT_MILLIS);
    }

    private void look() {
        try {
            ListLook.at(upstreams, server, kind, this::listed);
        } catch (RuntimeException e) {
            // A bug, which must not leave others waiting for ever.
            listed(new Listing(List.of(), new Listing.Failure(UpstreamReply.Stage.CALL, "Tollgate failed to ask.")));
            throw e;
        }
    }

    /** What is known and not too old, whether or not it is new; null if there is nothing. */
    synchronized @Nullable List<ListedItem> known() {
        return known != null && nanos.getAsLong() - knownAtNanos <= OfferBook.KNOWN_NANOS_MAX ? known : null;
    }

    private void listed(Listing listing) {
        List<Waiter> told;
        @Nullable List<ListedItem> items = null;
        synchronized (this) {
            if (listing.failure() == null) {
                known = listing.items();
                knownAtNanos = nanos.getAsLong();
                outdated = false;
                items = known;
            }
            told = waiters == null ? List.of() : waiters;
            waiters = null;
        }
        @Nullable List<ListedItem> news = items;
        for (Waiter waiter : told) {
            waiter.context.runOnContext(_ -> waiter.news.accept(news));
        }
    }

    synchronized void outdate() {
        outdated = true;
    }

    synchronized boolean isForgotten(long now) {
        return waiters == null && now - askedAtNanos > OfferBook.KNOWN_NANOS_MAX;
    }
}
