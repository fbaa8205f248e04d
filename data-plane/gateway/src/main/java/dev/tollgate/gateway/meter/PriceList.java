package dev.tollgate.gateway.meter;

import dev.tollgate.gateway.config.ToolCatalog;
import dev.tollgate.gateway.event.Cost;
import dev.tollgate.model.config.PriceConfig;
import dev.tollgate.model.config.ToolConfig;
import dev.tollgate.model.event.CallStatus;
import dev.tollgate.model.event.RefusalReason;
import dev.tollgate.model.id.LimitId;
import dev.tollgate.model.id.ServerId;
import dev.tollgate.model.price.PriceTerms;
import dev.tollgate.model.price.QuantityBounds;
import dev.tollgate.model.price.TierAccounts;
import dev.tollgate.model.quota.PeriodCount;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The prices of a catalogue, found by tool and then by server. */
public final class PriceList {
    /** No way to a server passes on a larger result. */
    public static final long RESULT_BYTES_MAX = 16 << 20;

    private final Map<ServerId, Map<String, PricedTool>> ofTools = new HashMap<>();
    private final Map<ServerId, PricedTool> ofServers = new HashMap<>();
    private final Set<LimitId> tiers = new HashSet<>();

    PriceList(ToolCatalog catalog) {
        // Two prices for one thing should not be; every gateway must then take the same.
        List<PriceConfig> prices = catalog.prices().stream()
                .sorted(Comparator.comparing(PriceConfig::id))
                .toList();
        for (PriceConfig price : prices) {
            PricedTool priced = new PricedTool(price);
            priced.tiers().forEach(tier -> tiers.add(tier.id()));
            if (price.toolName() == null) {
                ofServers.putIfAbsent(price.server(), priced);
            } else {
                ofTools.computeIfAbsent(price.server(), _ -> new HashMap<>()).putIfAbsent(price.toolName(), priced);
            }
        }
    }

    public static PriceList of(ToolCatalog catalog) {
        return catalog.derived(PriceList.class, PriceList::new);
    }

    private @Nullable PricedTool price(ToolConfig tool) {
        Map<String, PricedTool> prices = ofTools.get(tool.server());
        PricedTool own = prices == null ? null : prices.get(tool.name());
        return own != null ? own : ofServers.get(tool.server());
    }

    /** What calls cost that begin then; empty if they are free. */
    public Optional<PriceTerms> terms(ToolConfig tool, Instant startedAt) {
        PricedTool price = price(tool);
        return price == null ? Optional.empty() : price.terms(startedAt);
    }

    /**
     * What a call costs that was forwarded.
     *
     * @param sent whether it was sent to the upstream; what was not sent is free
     * @param content absent if nothing of it can be counted
     * @param counts where it stands in what its price counts from call to call
     */
    public Cost cost(
            ToolConfig tool,
            Instant startedAt,
            CallStatus status,
            boolean sent,
            @Nullable CallContent content,
            long upstreamNanos,
            List<PeriodCount> counts) {
        PricedTool price = price(tool);
        return price == null || !sent ? Cost.NONE : price.cost(startedAt, status, content, upstreamNanos, counts);
    }

    /** How much a call has of each count that goes on, by what it cost; nothing if it is not counted. */
    public List<Long> counted(ToolConfig tool, Instant startedAt, Cost cost) {
        PricedTool price = price(tool);
        return price == null ? List.of() : price.counted(startedAt, cost);
    }

    /** What is counted from call to call, with its tiers; empty, as mostly, if nothing is. */
    public List<TierAccounts.Count> goingOn(ToolConfig tool, Instant startedAt) {
        if (tiers.isEmpty()) {
            return List.of();
        }
        PricedTool price = price(tool);
        return price == null ? List.of() : price.goingOn(startedAt);
    }

    /** Whether some price counts in this tier, now or later. */
    public boolean counts(LimitId tier) {
        return tiers.contains(tier);
    }

    /**
     * The most that a call can cost, however it ends.
     *
     * @param argumentBytes of the call
     * @param millis that it may take
     * @return nano-dollars
     */
    public long bound(ToolConfig tool, Instant startedAt, long argumentBytes, long millis) {
        PricedTool price = price(tool);
        return price == null ? 0 : price.bound(startedAt, bounds(argumentBytes, millis));
    }

    /**
     * The most that can be measured of a call.
     *
     * @param argumentBytes of the call
     * @param millis that it may take
     */
    public static QuantityBounds bounds(long argumentBytes, long millis) {
        return new QuantityBounds(argumentBytes, RESULT_BYTES_MAX, millis);
    }

    /** What a refused call costs; one that was refused for what its caller cannot help is free. */
    public Cost refused(ToolConfig tool, Instant startedAt, RefusalReason reason) {
        PricedTool price = price(tool);
        return price == null || !isOfTheCallersMaking(reason)
                ? Cost.NONE
                : price.cost(startedAt, CallStatus.REFUSED, null, 0, List.of());
    }

    private static boolean isOfTheCallersMaking(RefusalReason reason) {
        return switch (reason) {
            case SCOPE_MISSING,
                    CONDITION_NOT_MET,
                    CONDITION_FAILED,
                    CONDITION_TOO_COSTLY,
                    SOURCE_NOT_ALLOWED,
                    INVALID_REQUEST -> true;
            case WRONG_SECRET,
                    SECRET_ROTATED,
                    KEY_REVOKED,
                    KEY_EXPIRED,
                    TOKEN_EXPIRED,
                    GRANT_REVOKED,
                    USER_DISABLED,
                    UNKNOWN_TOOL,
                    CONDITION_BROKEN,
                    DEFINITION_CHANGED,
                    NOT_APPROVED,
                    SNAPSHOT_STALE,
                    OTHER_REGION,
                    NO_PERSON,
                    NOT_CONNECTED,
                    CLIENT_NOT_ALLOWED,
                    CONNECTION_NEEDS_ATTENTION,
                    UPSTREAM_UNAVAILABLE,
                    BUDGET_EXHAUSTED,
                    RATE_LIMITED,
                    LEDGER_UNHEARD,
                    OVERLOADED,
                    UNRECORDABLE -> false;
        };
    }
}
