package dev.tollgate.gateway.offer;

import dev.tollgate.gateway.upstream.listing.ListedItem;
import dev.tollgate.model.config.ServerConfig;
import java.util.List;

/** What one server offers of one kind, as far as it is known now. */
public record ServerOffers(ServerConfig server, List<ListedItem> items) {
    public ServerOffers {
        items = List.copyOf(items);
    }
}
