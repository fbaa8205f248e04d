package dev.tollgate.gateway.quota;

import dev.tollgate.gateway.config.TenantSnapshot;
import dev.tollgate.gateway.event.EventDraft;
import dev.tollgate.gateway.meter.Attempt;
import dev.tollgate.gateway.meter.PriceList;
import dev.tollgate.gateway.meter.RefusalLimits;
import dev.tollgate.gateway.meter.Target;
import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.config.ToolConfig;
import dev.tollgate.model.config.VirtualKeyConfig;
import dev.tollgate.model.price.QuantityBounds;
import dev.tollgate.model.price.TierAccounts;
import dev.tollgate.model.quota.QuotaLimit;
import dev.tollgate.model.quota.lease.Admission;
import dev.tollgate.model.quota.lease.Amounts;
import dev.tollgate.model.quota.lease.LeaseHolder;
import dev.tollgate.model.quota.lease.LimitShare;
import dev.tollgate.model.quota.lease.Reservation;
import dev.tollgate.model.quota.lease.TierCount;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the limits of calls. Safe from any thread; neither waits nor asks anybody. */
public final class CallLimits implements RefusalLimits {
    /** How many may hold for one call, as its event names what it took of each; with more it is refused. */
    public static final int PER_CALL_MAX = EventDraft.LIMITS_MAX;

    private final LeaseHolder holder;
    private final InstantSource clock;
    private final Duration waitMax;
    private final Function<TenantSnapshot, LimitBook> compile;
    private final ToldRefusals told = new ToldRefusals();

    /**
     * @param waitMax for how long a call waits for the ledger at the most
     */
    public CallLimits(LeaseHolder holder, InstantSource clock, Duration waitMax) {
        this.holder = holder;
        this.clock = clock;
        this.waitMax = waitMax;
        this.compile = snapshot -> new LimitBook(snapshot, holder);
    }

    public Duration waitMax() {
        return waitMax;
    }

    /**
     * A call before its limits and the tiers of its price; null, as mostly, if none holds for it and its price counts none. Only
     * calls of tools have limits and prices.
     *
     * @param argumentBytes that it has
     * @param millis that it may take
     */
    public @Nullable LimitedCall of(Attempt attempt, Target target, long argumentBytes, long millis) {
        ToolConfig tool = target.tool();
        TenantSnapshot snapshot = attempt.snapshot();
        if (tool == null) {
            return null;
        }
        PriceList prices = PriceList.of(snapshot.catalog());
        LimitShare[] shares =
                snapshot.limits().isEmpty() ? LimitBook.NONE : book(snapshot).of(attempt.key(), target.server(), tool);
        TierCount tiers = tiers(prices.goingOn(tool, attempt.startedAt()), PriceList.bounds(argumentBytes, millis));
        if (shares.length == 0 && tiers == null) {
            return null;
        }
        long nanoDollars = prices.bound(tool, attempt.startedAt(), argumentBytes, millis);
        // No text has more tokens than bytes.
        long tokens = argumentBytes + PriceList.RESULT_BYTES_MAX;
        Amounts bound = new Amounts(1, tokens, nanoDollars);
        return new LimitedCall(snapshot.limits(), shares, bound, tiers, attempt.startedAt(), clock, told);
    }

    private @Nullable TierCount tiers(List<TierAccounts.Count> counts, QuantityBounds bounds) {
        return counts.isEmpty()
                ? null
                : new TierCount(counts.stream()
                        .map(count -> new TierCount.Part(
                                count.accounts().stream().map(this::share).toArray(LimitShare[]::new),
                                bounds.of(count.measure())))
                        .toArray(TierCount.Part[]::new));
    }

    private LimitShare share(QuotaLimit tier) {
        LimitShare known = holder.find(tier.id()).orElse(null);
        return known == null || known.isOver() ? holder.share(tier) : known;
    }

    @Override
    public @Nullable Reservation take(Attempt attempt, Target target, long nanoDollars) {
        ToolConfig tool = target.tool();
        TenantSnapshot snapshot = attempt.snapshot();
        if (tool == null || snapshot.limits().isEmpty()) {
            return Reservation.NOTHING;
        }
        LimitShare[] shares = book(snapshot).of(attempt.key(), target.server(), tool);
        Amounts price = new Amounts(0, 0, nanoDollars);
        return shares.length <= PER_CALL_MAX
                        && Reservation.admit(shares, price, attempt.startedAt().toEpochMilli())
                                instanceof Admission.Admitted(Reservation taken)
                ? taken
                : null;
    }

    private LimitBook book(TenantSnapshot snapshot) {
        return snapshot.derived(LimitBook.class, compile);
    }

    /**
     * The limits that hold for a caller, and for what it sees; each once.
     *
     * @param tools that it sees, with their servers
     */
    public List<KnownLimit> of(
            TenantSnapshot snapshot, VirtualKeyConfig key, Stream<Map.Entry<ServerConfig, ToolConfig>> tools) {
        if (snapshot.limits().isEmpty()) {
            return List.of();
        }
        LimitBook book = book(snapshot);
        Instant now = clock.instant();
        Stream<QuotaLimit> ofTools = tools.flatMap(each -> book.limits(each.getKey(), each.getValue()));
        return Stream.concat(book.limits(key), ofTools)
                .distinct()
                .map(limit -> KnownLimit.of(
                        limit,
                        LimitWords.name(limit, snapshot.limits()),
                        holder.find(limit.id()).flatMap(LimitShare::known),
                        now))
                .toList();
    }
}
