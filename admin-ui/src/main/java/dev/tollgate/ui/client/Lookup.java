package dev.tollgate.ui.client;

import dev.tollgate.model.api.Environment;
import dev.tollgate.model.api.Price;
import dev.tollgate.model.api.PriceOrigin;
import dev.tollgate.model.api.Server;
import dev.tollgate.model.api.ToolGroup;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The short lists of a tenant, read once for a page and looked up by id. */
public record Lookup(List<Environment> environments, List<Server> servers, List<ToolGroup> groups, List<Price> prices) {
    public static Lookup read(TollgateApi api) {
        return new Lookup(
                Keyset.all(api::environments),
                Keyset.all(api::servers),
                Keyset.all(api::groups),
                Keyset.all((limit, cursor) -> api.prices(null, null, null, limit, cursor)));
    }

    public Optional<Environment> environment(UUID id) {
        return environments.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    public Optional<Server> server(UUID id) {
        return servers.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    public Optional<ToolGroup> group(UUID id) {
        return groups.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** The price that holds for exactly this: a tool of a server, or with an absent tool the whole server. */
    public Optional<Price> priceOn(UUID server, @Nullable String tool) {
        return pricesOn(server, tool).filter(price -> !price.overridden()).findFirst();
    }

    /** The price that the tenant has set on exactly this. */
    public Optional<Price> ownPriceOn(UUID server, @Nullable String tool) {
        return pricesOn(server, tool)
                .filter(price -> price.origin() == PriceOrigin.OWN)
                .findFirst();
    }

    private Stream<Price> pricesOn(UUID server, @Nullable String tool) {
        return prices.stream()
                .filter(price -> price.serverId().equals(server) && Objects.equals(price.toolName(), tool));
    }

    /** The price that a call of the tool has: its own, or else its server's. */
    public Optional<Price> priceOf(UUID server, String tool) {
        return priceOn(server, tool).or(() -> priceOn(server, null));
    }

    /** The environment's name, or a dash where it is gone. */
    public String environmentName(UUID id) {
        return environment(id).map(Environment::name).orElse("–");
    }
}
