package dev.tollgate.gateway.meter;

import dev.tollgate.gateway.config.ToolCatalog;
import dev.tollgate.model.config.PriceConfig;
import dev.tollgate.model.config.ToolConfig;
import dev.tollgate.model.event.CallStatus;
import dev.tollgate.model.id.ServerId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The prices of a catalogue, found by tool and then by server. */
public final class PriceList {
    private final Map<ServerId, Map<String, PriceConfig>> ofTools = new HashMap<>();
    private final Map<ServerId, PriceConfig> ofServers = new HashMap<>();

    PriceList(ToolCatalog catalog) {
        for (PriceConfig price : catalog.prices()) {
            if (price.toolName() == null) {
                ofServers.merge(price.server(), price, PriceList::stable);
            } else {
                ofTools.computeIfAbsent(price.server(), _ -> new HashMap<>())
                        .merge(price.toolName(), price, PriceList::stable);
            }
        }
    }

    /** Two prices for one thing should not be; every gateway must then take the same. */
    private static PriceConfig stable(PriceConfig one, PriceConfig other) {
        return one.id().compareTo(other.id()) <= 0 ? one : other;
    }

    public static PriceList of(ToolCatalog catalog) {
        return catalog.derived(PriceList.class, PriceList::new);
    }

    private @Nullable PriceConfig price(ToolConfig tool) {
        Map<String, PriceConfig> prices = ofTools.get(tool.server());
        PriceConfig own = prices == null ? null : prices.get(tool.name());
        return own != null ? own : ofServers.get(tool.server());
    }

    /**
     * Nano-dollars that a call costs.
     *
     * @param sent whether it was sent to the upstream; what was not sent is free
     */
    public long costNanos(ToolConfig tool, CallStatus status, boolean sent) {
        PriceConfig price = price(tool);
        if (price == null || !sent) {
            return 0;
        }
        boolean charged = switch (status) {
            case OK -> true;
            case TOOL_ERROR, UPSTREAM_ERROR, TIMEOUT, CANCELLED -> price.chargeFailures();
            case REFUSED -> false;
        };
        return charged ? price.perCall().nanos() : 0;
    }
}
