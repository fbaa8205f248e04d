package dev.tollgate.control.price;

import dev.tollgate.control.persistence.Times;
import dev.tollgate.control.publish.Change;
import dev.tollgate.control.publish.Changes;
import dev.tollgate.control.publish.Renewable;
import dev.tollgate.control.server.ServerService;
import dev.tollgate.control.web.FieldErrors;
import dev.tollgate.control.web.PageRequest;
import dev.tollgate.control.web.Precondition;
import dev.tollgate.control.web.Refusal;
import dev.tollgate.control.web.Refused;
import dev.tollgate.model.api.NewPrice;
import dev.tollgate.model.api.NewPriceVersion;
import dev.tollgate.model.api.Page;
import dev.tollgate.model.api.Price;
import dev.tollgate.model.api.PriceOrigin;
import dev.tollgate.model.price.PriceTerms;
import dev.tollgate.model.price.PriceVersion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rules of prices. */
@ApplicationScoped
class PriceService implements Renewable {
    static final int TOOL_NAME_CHARS_MAX = 128;
    /** How far an unhurried clock may lie behind. */
    private static final Duration PAST_MAX = Duration.ofMinutes(1);

    private static final Duration AHEAD_MAX = Duration.ofDays(3_660);

    private final PriceStore store;
    private final PriceVersions versions;
    private final FollowedPrices followed;
    private final ServerService servers;
    private final Changes changes;

    PriceService(
            PriceStore store, PriceVersions versions, FollowedPrices followed, ServerService servers, Changes changes) {
        this.store = store;
        this.versions = versions;
        this.followed = followed;
        this.servers = servers;
        this.changes = changes;
    }

    @Transactional
    Page<Price> list(PageRequest page, PriceFilter filter) {
        Page<PriceRow> rows = store.list(page, filter);
        Instant now = Times.now();
        List<UUID> ids = rows.items().stream().map(row -> row.id).toList();
        Map<UUID, List<PriceVersionRow>> standing = store.standing(ids, now);
        Set<UUID> overridden = store.overridden(ids);
        List<Price> prices = rows.items().stream()
                .map(row -> view(row, standing.getOrDefault(row.id, List.of()), overridden.contains(row.id), now))
                .toList();
        return new Page<>(prices, rows.nextCursor());
    }

    @Transactional
    Price get(UUID id) {
        return view(existing(id));
    }

    @Transactional
    Page<PriceVersion> versions(UUID id, PageRequest page) {
        Page<PriceVersionRow> rows = store.versions(existing(id).id, page);
        return new Page<>(rows.items().stream().map(PriceVersionRow::toModel).toList(), rows.nextCursor());
    }

    @Transactional
    Price create(NewPrice wanted) {
        FieldErrors errors = new FieldErrors();
        errors.present("serverId", wanted.serverId());
        if (wanted.serverId() != null && servers.find(wanted.serverId()).isEmpty()) {
            errors.add("serverId", "there is no such server");
        }
        if (wanted.toolName() != null) {
            errors.text("toolName", wanted.toolName(), TOOL_NAME_CHARS_MAX);
        }
        Instant now = Times.now();
        check(errors, wanted.terms(), wanted.effectiveFrom(), now);
        errors.throwIfAny();
        return view(changes.make(change -> {
            PriceRow row = new PriceRow();
            row.serverId = wanted.serverId();
            row.toolName = wanted.toolName();
            versions.first(row, wanted.terms(), wanted.effectiveFrom() == null ? now : wanted.effectiveFrom());
            versions.publish(change, row, now);
            followed.publish(row.serverId, change);
            return row;
        }));
    }

    /** Other terms, from a time on that lies behind all that were said before. */
    @Transactional
    Price add(UUID id, NewPriceVersion wanted, Precondition precondition) {
        FieldErrors errors = new FieldErrors();
        Instant now = Times.now();
        check(errors, wanted.terms(), wanted.effectiveFrom(), now);
        errors.throwIfAny();
        return view(changes.make(change -> {
            PriceRow row = own(id);
            precondition.check(row.version());
            versions.add(row, wanted.terms(), wanted.effectiveFrom(), now);
            versions.publish(change, row, now);
            return row;
        }));
    }

    /** Takes back what is to come. */
    @Transactional
    Price withdraw(UUID id, @Nullable Long wanted, Precondition precondition) {
        if (wanted == null) {
            throw Refused.invalid("number", "must be given");
        }
        long number = wanted;
        return view(changes.make(change -> {
            PriceRow row = own(id);
            precondition.check(row.version());
            Instant now = Times.now();
            PriceVersionRow version = store.version(id, number)
                    .filter(found -> found.withdrawnAt == null)
                    .orElseThrow(Refused::notFound);
            if (!version.effectiveFrom.isAfter(now)) {
                throw PriceVersions.holdsSince(version.toModel());
            }
            version.withdrawnAt = now;
            store.changed(row);
            versions.publish(change, row, now);
            return row;
        }));
    }

    @Transactional
    void delete(UUID id, Precondition precondition) {
        changes.make(change -> {
            PriceRow row = own(id);
            precondition.check(row.version());
            versions.remove(change, row);
            followed.publish(row.serverId, change);
            return row;
        });
    }

    @Override
    public void publishAll(Change change) {
        Instant now = Times.now();
        store.own().forEach(row -> versions.publish(change, row, now));
        followed.follow(change);
    }

    private PriceRow existing(UUID id) {
        return store.find(id).orElseThrow(Refused::notFound);
    }

    /** One that the tenant can change. */
    private PriceRow own(UUID id) {
        PriceRow row = existing(id);
        if (row.isFromCatalogue()) {
            throw new Refused(new Refusal.WrongState(
                    "This price comes from the catalogue. Set a price of your own for the same tool, or for its server:"
                            + " it holds instead."));
        }
        return row;
    }

    private Price view(PriceRow row) {
        Instant now = Times.now();
        boolean overridden = store.overridden(List.of(row.id)).contains(row.id);
        return view(row, versions.standing(row, now), overridden, now);
    }

    private Price view(PriceRow row, List<PriceVersionRow> standing, boolean overridden, Instant now) {
        List<PriceVersion> known =
                standing.stream().map(PriceVersionRow::toModel).toList();
        return new Price(
                row.id,
                row.serverId,
                servers.find(row.serverId).orElseThrow().name().value(),
                row.toolName,
                known.stream()
                        .filter(version -> !version.effectiveFrom().isAfter(now))
                        .findFirst()
                        .orElse(null),
                known.stream()
                        .filter(version -> version.effectiveFrom().isAfter(now))
                        .toList(),
                row.isFromCatalogue() ? PriceOrigin.CATALOGUE : PriceOrigin.OWN,
                overridden,
                row.createdAt(),
                row.version());
    }

    static void check(FieldErrors errors, @Nullable PriceTerms terms, @Nullable Instant effectiveFrom, Instant now) {
        PriceRules.check(errors, "terms", terms);
        checkFrom(errors, "effectiveFrom", effectiveFrom, now);
    }

    static void checkFrom(FieldErrors errors, String field, @Nullable Instant effectiveFrom, Instant now) {
        if (effectiveFrom != null && effectiveFrom.isBefore(now.minus(PAST_MAX))) {
            errors.add(field, "lies in the past; calls that were made keep their price");
        }
        if (effectiveFrom != null && effectiveFrom.isAfter(now.plus(AHEAD_MAX))) {
            errors.add(field, "lies more than ten years ahead");
        }
    }
}
