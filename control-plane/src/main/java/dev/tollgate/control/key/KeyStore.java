package dev.tollgate.control.key;

import dev.tollgate.control.persistence.Listing;
import dev.tollgate.control.web.Cursor;
import dev.tollgate.control.web.PageRequest;
import dev.tollgate.control.web.Refused;
import dev.tollgate.model.api.Page;
import dev.tollgate.model.api.VirtualKey.State;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Virtual keys in the database. */
@ApplicationScoped
class KeyStore {
    private final EntityManager entities;

    KeyStore(EntityManager entities) {
        this.entities = entities;
    }

    Page<KeyRow> list(PageRequest page, KeyFilter filter, Instant now) {
        Listing<KeyRow> listing = new Listing<>(entities, KeyRow.class)
                .where("r.environmentId = :environment", "environment", filter.environment())
                .where("r.owner = :owner", "owner", filter.owner())
                .search(filter.search(), "name", "id");
        if (filter.label() != null) {
            listing.where("exists (select 1 from KeyRow k join k.labels l where k.id = r.id"
                            + " and key(l) = :labelName and value(l) = :labelValue)")
                    .with("labelName", filter.label().name())
                    .with("labelValue", filter.label().value());
        }
        if (filter.state() != null) {
            restrict(listing, filter.state(), now);
        }
        return listing.page(page, "name", Function.identity(), Function.identity(), KeyRow::cursor);
    }

    /** Keys that are accepted now, by name, behind a place in the list. */
    List<KeyRow> accepted(Optional<Cursor> after, int max, Instant now) {
        Listing<KeyRow> listing = new Listing<>(entities, KeyRow.class);
        restrict(listing, State.ACTIVE, now);
        return listing.page(
                        new PageRequest(max, after), "name", Function.identity(), Function.identity(), KeyRow::cursor)
                .items();
    }

    private static void restrict(Listing<KeyRow> listing, State state, Instant now) {
        switch (state) {
            case REVOKED -> listing.where("r.revokedAt <= :now", "now", now);
            case EXPIRED -> listing.where("r.revokedAt is null and r.expiresAt <= :now", "now", now);
            case ACTIVE ->
                listing.where("r.revokedAt is null and (r.expiresAt is null or r.expiresAt > :now)", "now", now);
        }
    }

    Map<String, Long> countUnrevoked(Collection<String> owners) {
        Map<String, Long> counts = new HashMap<>();
        entities.createQuery(
                        "select k.owner, count(*) from KeyRow k where k.owner in :owners and k.revokedAt is null"
                                + " group by k.owner",
                        Object[].class)
                .setParameter("owners", owners)
                .getResultList()
                .forEach(row -> counts.put((String) row[0], (Long) row[1]));
        return counts;
    }

    List<KeyRow> unrevokedOf(String owner) {
        return entities.createQuery(
                        "from KeyRow k where k.owner = :owner and k.revokedAt is null order by k.id", KeyRow.class)
                .setParameter("owner", owner)
                .getResultList();
    }

    List<KeyRow> unrevokedWith(Label label) {
        return entities.createQuery(
                        "select k from KeyRow k join k.labels l where key(l) = :name and value(l) = :value"
                                + " and k.revokedAt is null order by k.id",
                        KeyRow.class)
                .setParameter("name", label.name())
                .setParameter("value", label.value())
                .getResultList();
    }

    boolean usesProvider(String slug) {
        return !entities.createQuery(
                        "select 1 from KeyRow k where k.modelProvider = :slug and k.revokedAt is null", Integer.class)
                .setParameter("slug", slug)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    List<KeyRow> all() {
        return entities.createQuery("from KeyRow", KeyRow.class).getResultList();
    }

    Optional<KeyRow> find(String id) {
        return Optional.ofNullable(entities.find(KeyRow.class, id));
    }

    List<KeyRow> withGroup(UUID group) {
        return entities.createQuery("select r from KeyRow r join r.groups g where g = :group", KeyRow.class)
                .setParameter("group", group)
                .getResultList();
    }

    /** Of each group, what it is attached to. */
    Map<UUID, List<String>> targets(Collection<UUID> groups) {
        Map<UUID, List<String>> targets = new HashMap<>();
        entities.createQuery(
                        "select g, concat('key:', r.id) from KeyRow r join r.groups g where g in :groups",
                        Object[].class)
                .setParameter("groups", groups)
                .getResultList()
                .forEach(row -> targets.computeIfAbsent((UUID) row[0], _ -> new ArrayList<>())
                        .add((String) row[1]));
        return targets;
    }

    /** Of each key that was ever used, when it was last. */
    Map<String, KeyUseRow> uses(Collection<String> keys) {
        return entities.createQuery("from KeyUseRow u where u.keyId in :keys", KeyUseRow.class)
                .setParameter("keys", keys)
                .getResultStream()
                .collect(Collectors.toMap(row -> row.keyId, Function.identity()));
    }

    void add(KeyRow row) {
        entities.persist(row);
    }

    List<KeyRow> revokedBefore(Instant before, int max) {
        return entities.createQuery("from KeyRow r where r.revokedAt < :before order by r.revokedAt", KeyRow.class)
                .setParameter("before", before)
                .setMaxResults(max)
                .getResultList();
    }

    void remove(KeyRow row) {
        entities.remove(row);
    }

    /** Which keys of a list are wanted. */
    record KeyFilter(
            @Nullable String search,
            @Nullable State state,
            @Nullable UUID environment,
            @Nullable String owner,
            @Nullable Label label) {}

    /** A label that keys are to have. */
    record Label(String name, String value) {
        /** Reads {@code name:value}; refused if it is none. */
        static @Nullable Label of(@Nullable String text) {
            if (text == null || text.isEmpty()) {
                return null;
            }
            int colon = text.indexOf(':');
            if (colon < 1) {
                throw Refused.invalid("label", "is written as name:value");
            }
            return new Label(text.substring(0, colon), text.substring(colon + 1));
        }
    }
}
