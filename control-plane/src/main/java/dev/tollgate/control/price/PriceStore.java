package dev.tollgate.control.price;

import dev.tollgate.control.persistence.Listing;
import dev.tollgate.control.web.Cursor;
import dev.tollgate.control.web.PageRequest;
import dev.tollgate.model.api.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Prices and their versions in the database. */
@ApplicationScoped
class PriceStore {
    private final EntityManager entities;

    PriceStore(EntityManager entities) {
        this.entities = entities;
    }

    /** In the order of their creation. */
    Page<PriceRow> list(PageRequest page, PriceFilter filter) {
        Listing<PriceRow> listing = new Listing<>(entities, PriceRow.class)
                .where("r.serverId = :server", "server", filter.server())
                .searchIn(
                        filter.search(),
                        List.of("r.toolName", "(select s.name from ServerRow s where s.id = r.serverId)"));
        switch (filter.origin()) {
            case null -> {}
            case OWN -> listing.where("r.cataloguePriceId is null");
            case CATALOGUE -> listing.where("r.cataloguePriceId is not null");
        }
        return listing.page(page, UUID::fromString, Function.identity(), row -> new Cursor("", row.id.toString()));
    }

    /** All that the tenant set. */
    List<PriceRow> own() {
        return entities.createQuery("from PriceRow r where r.cataloguePriceId is null order by r.id", PriceRow.class)
                .getResultList();
    }

    /** Those of the catalogue that do not hold because of one that the tenant set. */
    Set<UUID> overridden(Collection<UUID> prices) {
        return entities.createQuery("""
                        select r.id from PriceRow r where r.id in :prices and r.cataloguePriceId is not null
                        and exists (select 1 from PriceRow o where o.serverId = r.serverId and o.cataloguePriceId is null
                            and (o.toolName is null or o.toolName = r.toolName))""", UUID.class)
                .setParameter("prices", prices)
                .getResultStream()
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Of a server and its tools, whoever set them. */
    List<PriceRow> ofServer(UUID server) {
        return entities.createQuery("from PriceRow r where r.serverId = :server order by r.id", PriceRow.class)
                .setParameter("server", server)
                .getResultList();
    }

    Optional<PriceRow> find(UUID id) {
        return Optional.ofNullable(entities.find(PriceRow.class, id));
    }

    /** The one that the tenant set. */
    Optional<PriceRow> find(UUID server, @Nullable String tool) {
        TypedQuery<PriceRow> query = entities.createQuery(
                "from PriceRow r where r.cataloguePriceId is null and r.serverId = :server and "
                        + (tool == null ? "r.toolName is null" : "r.toolName = :tool"),
                PriceRow.class);
        query.setParameter("server", server);
        if (tool != null) {
            query.setParameter("tool", tool);
        }
        return query.getResultStream().findFirst();
    }

    void add(PriceRow row) {
        entities.persist(row);
    }

    void add(PriceVersionRow row) {
        entities.persist(row);
    }

    /** Notes that what it says has changed. */
    void changed(PriceRow row) {
        entities.lock(row, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
    }

    void remove(PriceRow row) {
        entities.remove(row);
    }

    /** Of each price, the versions that hold or are to come, in the order of their numbers. */
    Map<UUID, List<PriceVersionRow>> standing(Collection<UUID> prices, Instant now) {
        return entities.createQuery("""
                        from PriceVersionRow r where r.priceId in :prices and r.withdrawnAt is null
                        and (r.effectiveFrom > :now or r.effectiveFrom = (select max(o.effectiveFrom) from PriceVersionRow o
                            where o.priceId = r.priceId and o.withdrawnAt is null and o.effectiveFrom <= :now))
                        order by r.number""", PriceVersionRow.class)
                .setParameter("prices", prices)
                .setParameter("now", now)
                .getResultStream()
                .collect(Collectors.groupingBy(row -> row.priceId));
    }

    /** The newest first. */
    Page<PriceVersionRow> versions(UUID price, PageRequest page) {
        return new Listing<>(entities, PriceVersionRow.class)
                .where("r.priceId = :price", "price", price)
                .page(page, UUID::fromString, Function.identity(), row -> new Cursor("", row.id.toString()));
    }

    /** All of them, also those that were withdrawn. */
    List<PriceVersionRow> versions(UUID price) {
        return entities.createQuery("from PriceVersionRow r where r.priceId = :price", PriceVersionRow.class)
                .setParameter("price", price)
                .getResultList();
    }

    Optional<PriceVersionRow> version(UUID price, long number) {
        return entities.createQuery(
                        "from PriceVersionRow r where r.priceId = :price and r.number = :number", PriceVersionRow.class)
                .setParameter("price", price)
                .setParameter("number", number)
                .getResultStream()
                .findFirst();
    }

    long versionCount(UUID price) {
        return entities.createQuery("select count(r) from PriceVersionRow r where r.priceId = :price", Long.class)
                .setParameter("price", price)
                .getSingleResult();
    }
}
