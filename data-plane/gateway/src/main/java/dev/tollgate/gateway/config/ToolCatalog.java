package dev.tollgate.gateway.config;

import dev.tollgate.model.config.PriceConfig;
import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.config.ToolConfig;
import dev.tollgate.model.id.ServerId;
import dev.tollgate.model.price.Measure;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A tenant's servers, approved tools and prices. Kept from one revision to the next while none of them changes. */
public final class ToolCatalog {
    private final Map<ServerId, ServerConfig> servers;
    private final List<ToolConfig> tools;
    private final List<PriceConfig> prices;
    private final boolean tokenPrices;
    private final Derived derived = new Derived();

    public ToolCatalog(Map<ServerId, ServerConfig> servers, List<ToolConfig> tools, List<PriceConfig> prices) {
        this.servers = Map.copyOf(servers);
        this.tools = List.copyOf(tools);
        this.prices = List.copyOf(prices);
        this.tokenPrices = this.prices.stream().anyMatch(ToolCatalog::countsTokens);
    }

    public Map<ServerId, ServerConfig> servers() {
        return servers;
    }

    public List<ToolConfig> tools() {
        return tools;
    }

    public List<PriceConfig> prices() {
        return prices;
    }

    /** Whether a price counts tokens, now or in the future. */
    boolean hasTokenPrices() {
        return tokenPrices;
    }

    private static boolean countsTokens(PriceConfig price) {
        return price.versions().stream()
                .flatMap(version -> version.terms().components().stream())
                .anyMatch(component -> component.measure() instanceof Measure.Tokens);
    }

    /** What {@code compute} makes of this catalogue, computed at most once for a type. */
    public <T> T derived(Class<T> type, Function<ToolCatalog, T> compute) {
        return derived.get(type, () -> compute.apply(this));
    }
}
