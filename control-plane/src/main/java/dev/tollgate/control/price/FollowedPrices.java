package dev.tollgate.control.price;

import dev.tollgate.control.persistence.Times;
import dev.tollgate.control.publish.Change;
import dev.tollgate.control.server.ServerPrices;
import dev.tollgate.control.server.ServerRow;
import dev.tollgate.control.server.ServerService;
import dev.tollgate.model.config.ConfigKind;
import dev.tollgate.model.id.ServerId;
import dev.tollgate.model.price.PriceVersion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * Has a tenant's prices say what the catalogue says for its servers. What it says is copied, so that a call is priced and explained
 * in one way, whoever set its price. A price of the tenant's own for the tool, or for its server, goes before it.
 */
@ApplicationScoped
class FollowedPrices implements ServerPrices {
    private final EntityManager entities;
    private final PriceStore store;
    private final PriceVersions versions;
    private final ServerService servers;

    FollowedPrices(EntityManager entities, PriceStore store, PriceVersions versions, ServerService servers) {
        this.entities = entities;
        this.store = store;
        this.versions = versions;
        this.servers = servers;
    }

    /** For all of the tenant's servers. */
    void follow(Change change) {
        // Read before the entries, which are then no older than it says.
        long revision = entities.unwrap(Session.class).doReturningWork(CatalogueStore::revision);
        List<CatalogueEntry> entries = entries();
        servers.all().forEach(server -> follow(server, entries, change));
        entities.createNativeQuery("""
                        insert into catalogue_seen values (:tenant, :revision)
                        on conflict (tenant_id) do update set revision = excluded.revision""")
                .setParameter("tenant", change.tenant().value())
                .setParameter("revision", revision)
                .executeUpdate();
    }

    @Override
    public void placed(ServerRow server, Change change) {
        follow(server, entries(), change);
    }

    @Override
    public void forget(ServerId server, Change change) {
        for (PriceRow row : store.ofServer(server.value())) {
            if (row.isFromCatalogue()) {
                versions.remove(change, row);
            }
        }
    }

    private List<CatalogueEntry> entries() {
        return entities.unwrap(Session.class).doReturningWork(CatalogueStore::all);
    }

    private void follow(ServerRow server, List<CatalogueEntry> entries, Change change) {
        Map<Optional<String>, CatalogueEntry> wanted = nearest(server, entries);
        Map<UUID, PriceRow> have = new HashMap<>();
        for (PriceRow row : store.ofServer(server.id().value())) {
            if (!row.isFromCatalogue()) {
                continue;
            }
            CatalogueEntry entry = wanted.get(Optional.ofNullable(row.toolName));
            if (entry == null || !entry.id().equals(row.cataloguePriceId)) {
                versions.remove(change, row);
            } else {
                have.put(entry.id(), row);
            }
        }
        Instant now = Times.now();
        for (CatalogueEntry entry : wanted.values()) {
            PriceRow row = have.get(entry.id());
            copy(entry, row == null ? added(server, entry) : row, now);
        }
        entities.flush();
        publish(server.id().value(), change);
    }

    /** For each tool, and for all tools, the entry with the longest address that holds for the server. */
    private static Map<Optional<String>, CatalogueEntry> nearest(ServerRow server, List<CatalogueEntry> entries) {
        Map<Optional<String>, CatalogueEntry> nearest = new HashMap<>();
        server.url()
                .map(CatalogueEntry::address)
                .ifPresent(address -> entries.stream()
                        .filter(entry -> entry.isFor(address))
                        .sorted(Comparator.comparingInt(entry -> entry.address().length()))
                        .forEach(entry -> nearest.put(Optional.ofNullable(entry.toolName()), entry)));
        return nearest;
    }

    private PriceRow added(ServerRow server, CatalogueEntry entry) {
        PriceRow row = new PriceRow();
        row.serverId = server.id().value();
        row.toolName = entry.toolName();
        row.cataloguePriceId = entry.id();
        store.add(row);
        return row;
    }

    private void copy(CatalogueEntry entry, PriceRow row, Instant now) {
        versions.withdrawAllBut(
                row, entry.versions().stream().map(PriceVersion::version).collect(Collectors.toSet()), now);
        for (PriceVersion each : entry.standing(now)) {
            if (each.version() > row.latest) {
                versions.copy(row, each);
            }
        }
    }

    /** Tells gateways of those that nothing of the tenant's own goes before. */
    void publish(UUID server, Change change) {
        List<PriceRow> rows = store.ofServer(server);
        Set<Optional<String>> own = new HashSet<>();
        for (PriceRow row : rows) {
            if (!row.isFromCatalogue()) {
                own.add(Optional.ofNullable(row.toolName));
            }
        }
        Instant now = Times.now();
        for (PriceRow row : rows) {
            if (row.isFromCatalogue() && isOverridden(row.toolName, own)) {
                change.remove(ConfigKind.PRICE, row.id);
            } else if (row.isFromCatalogue()) {
                versions.publish(change, row, now);
            }
        }
    }

    private static boolean isOverridden(@Nullable String tool, Set<Optional<String>> own) {
        return own.contains(Optional.empty()) || own.contains(Optional.ofNullable(tool));
    }
}
