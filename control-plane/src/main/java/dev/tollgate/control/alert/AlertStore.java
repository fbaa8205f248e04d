package dev.tollgate.control.alert;

import dev.tollgate.control.persistence.Listing;
import dev.tollgate.control.web.Cursor;
import dev.tollgate.control.web.PageRequest;
import dev.tollgate.model.api.Alert;
import dev.tollgate.model.api.AlertDelivery;
import dev.tollgate.model.api.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A tenant's channels, alerts and their deliveries in the database. */
@ApplicationScoped
class AlertStore {
    private final EntityManager entities;

    AlertStore(EntityManager entities) {
        this.entities = entities;
    }

    Page<ChannelRow> channels(PageRequest page) {
        return new Listing<>(entities, ChannelRow.class)
                .page(
                        page,
                        "name",
                        UUID::fromString,
                        Function.identity(),
                        row -> new Cursor(row.name, row.id.toString()));
    }

    List<ChannelRow> enabledChannels() {
        return entities.createQuery("from ChannelRow r where r.enabled order by r.id", ChannelRow.class)
                .getResultList();
    }

    Optional<ChannelRow> channel(UUID id) {
        return Optional.ofNullable(entities.find(ChannelRow.class, id));
    }

    Optional<ChannelRow> lockChannel(UUID id) {
        return Optional.ofNullable(entities.find(ChannelRow.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    long channelCount() {
        return entities.createQuery("select count(r) from ChannelRow r", Long.class)
                .getSingleResult();
    }

    /** The newest first. */
    Page<Alert> alerts(PageRequest page, @Nullable String search) {
        Page<AlertRow> rows = new Listing<>(entities, AlertRow.class)
                .search(search, "title", "text")
                .newestFirst(page, UUID::fromString, Function.identity(), row -> new Cursor("", row.id.toString()));
        Map<UUID, List<AlertDelivery>> deliveries =
                deliveries(rows.items().stream().map(row -> row.id).toList());
        return new Page<>(
                rows.items().stream()
                        .map(row -> view(row, deliveries.getOrDefault(row.id, List.of())))
                        .toList(),
                rows.nextCursor());
    }

    Optional<Alert> alert(UUID id) {
        return Optional.ofNullable(entities.find(AlertRow.class, id))
                .map(row -> view(row, deliveries(List.of(id)).getOrDefault(id, List.of())));
    }

    private static Alert view(AlertRow row, List<AlertDelivery> deliveries) {
        return new Alert(row.id, row.kind, row.title, row.text, row.createdAt(), deliveries);
    }

    private Map<UUID, List<AlertDelivery>> deliveries(Collection<UUID> alerts) {
        record Of(UUID alert, AlertDelivery delivery) {}
        return entities.createQuery("""
                        select d, c.name from DeliveryRow d join ChannelRow c on c.id = d.channelId
                        where d.alertId in :alerts order by c.name, d.id""", Object[].class)
                .setParameter("alerts", alerts)
                .getResultStream()
                .map(found -> {
                    DeliveryRow row = (DeliveryRow) found[0];
                    return new Of(row.alertId, row.toApi((String) found[1]));
                })
                .collect(Collectors.groupingBy(Of::alert, Collectors.mapping(Of::delivery, Collectors.toList())));
    }

    Optional<AlertRow> alertRow(UUID id) {
        return Optional.ofNullable(entities.find(AlertRow.class, id));
    }

    /** Whether what is raised but once was raised. */
    boolean wasRaised(String occasion) {
        return entities.createQuery("select count(r) from AlertRow r where r.occasion = :occasion", Long.class)
                        .setParameter("occasion", occasion)
                        .getSingleResult()
                > 0;
    }

    long countSince(Alert.Kind kind, Instant since) {
        return entities.createQuery(
                        "select count(r) from AlertRow r where r.kind = :kind and r.createdAt >= :since", Long.class)
                .setParameter("kind", kind)
                .setParameter("since", since)
                .getSingleResult();
    }

    Optional<DeliveryRow> lockDelivery(UUID id) {
        return Optional.ofNullable(entities.find(DeliveryRow.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    void add(Object row) {
        entities.persist(row);
    }

    void remove(ChannelRow row) {
        entities.remove(row);
    }

    /** With all of their deliveries. Answers how many it was. */
    int forget(Instant before, int rowsMax) {
        return entities.createNativeQuery("""
                        delete from alert where id in
                            (select id from alert where created_at < :before order by created_at limit :max)""")
                .setParameter("before", before)
                .setParameter("max", rowsMax)
                .executeUpdate();
    }
}
