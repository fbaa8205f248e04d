package dev.tollgate.control.price;

import dev.tollgate.control.persistence.Ids;
import dev.tollgate.control.price.PriceSheet.Column;
import dev.tollgate.control.web.Refused;
import dev.tollgate.model.api.PriceSheetOutcome;
import dev.tollgate.model.api.PriceSheetOutcome.Effect;
import dev.tollgate.model.price.PriceVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a sheet makes of the catalogue that there is: worked out whole, before any of it is written. */
final class CataloguePlan {
    /** What a price is for; no tool means all tools there. */
    private record Subject(String address, Optional<String> tool) {}

    private final Instant now;
    private final Map<Subject, CatalogueEntry> entries = new HashMap<>();
    private final List<CatalogueEntry> additions = new ArrayList<>();
    private final List<PriceSheetOutcome.Line> lines = new ArrayList<>();

    /**
     * @throws Refused if a version begins no later than the one before it, or there would be too many
     */
    CataloguePlan(List<CatalogueEntry> there, List<SheetPrice> prices, Instant now) {
        this.now = now;
        there.forEach(entry -> entries.put(new Subject(entry.address(), Optional.ofNullable(entry.toolName())), entry));
        prices.stream()
                .sorted(Comparator.comparing(price -> price.from(now)))
                .forEach(price -> lines.add(price.becomes(effect(price), Column.ADDRESS)));
    }

    /** Entries in the order in which they are written: each is one with a last version that is not there yet. */
    List<CatalogueEntry> additions() {
        return additions;
    }

    List<PriceSheetOutcome.Line> lines() {
        return lines;
    }

    private Effect effect(SheetPrice price) {
        Subject subject =
                new Subject(CatalogueService.address(price.at(Column.ADDRESS)), Optional.ofNullable(price.tool()));
        @Nullable CatalogueEntry entry = entries.get(subject);
        if (entry == null) {
            add(subject, first(price, subject.address));
            return Effect.CREATED;
        }
        if (price.isSaidBy(entry.standing(now), price.terms(), now)) {
            return Effect.UNCHANGED;
        }
        add(subject, next(price, entry));
        return Effect.CHANGED;
    }

    private CatalogueEntry first(SheetPrice price, String address) {
        if (entries.size() >= CatalogueService.ENTRIES_MAX) {
            throw Refused.invalid(price.field(Column.ADDRESS), CatalogueService.TOO_MANY);
        }
        List<PriceVersion> first = List.of(new PriceVersion(1, price.from(now), price.terms()));
        return new CatalogueEntry(Ids.next(), address, price.tool(), now, 0, first);
    }

    private CatalogueEntry next(SheetPrice price, CatalogueEntry entry) {
        return entry.with(price.terms(), price.timed(() -> entry.begins(price.effectiveFrom(), now)));
    }

    private void add(Subject subject, CatalogueEntry entry) {
        entries.put(subject, entry);
        additions.add(entry);
    }
}
