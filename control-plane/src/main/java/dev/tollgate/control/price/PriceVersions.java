package dev.tollgate.control.price;

import dev.tollgate.control.publish.Change;
import dev.tollgate.control.web.Refused;
import dev.tollgate.model.config.PriceConfig;
import dev.tollgate.model.id.PriceId;
import dev.tollgate.model.id.ServerId;
import dev.tollgate.model.price.PriceTerms;
import dev.tollgate.model.price.PriceVersion;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The versions of prices, of which gateways are told the one that holds and those to come. */
@ApplicationScoped
class PriceVersions {
    static final int UPCOMING_MAX = 12;
    static final int VERSIONS_MAX = 1_000;

    private final PriceStore store;

    PriceVersions(PriceStore store) {
        this.store = store;
    }

    /** The first version of a price that is new. */
    void first(PriceRow row, PriceTerms terms, Instant from) {
        row.latest = 1;
        store.add(row);
        store.add(version(row, terms, from));
    }

    /**
     * Another version.
     *
     * @param wanted from when on; absent for at once
     * @throws Refused if it begins no later than the one before, or is one too many
     */
    void add(PriceRow row, PriceTerms terms, @Nullable Instant wanted, Instant now) {
        if (store.versionCount(row.id) >= VERSIONS_MAX) {
            throw tooMany();
        }
        Instant from =
                from(standing(row, now).stream().map(PriceVersionRow::toModel).toList(), wanted, now);
        row.latest++;
        store.add(version(row, terms, from));
    }

    static Refused tooMany() {
        return Refused.invalid("terms", "have " + VERSIONS_MAX + " versions already; delete the price and set another");
    }

    /**
     * When another version begins.
     *
     * @param standing those that hold or are to come
     * @param wanted absent for at once
     * @throws Refused if it begins no later than the one before, or one too many is to come
     */
    static Instant from(List<PriceVersion> standing, @Nullable Instant wanted, Instant now) {
        if (standing.stream().filter(each -> each.effectiveFrom().isAfter(now)).count() >= UPCOMING_MAX) {
            throw Refused.invalid("effectiveFrom", UPCOMING_MAX + " versions are to come already; withdraw one");
        }
        Instant last = standing.isEmpty() ? Instant.EPOCH : standing.getLast().effectiveFrom();
        Instant from = wanted == null ? now : wanted;
        if (from.isAfter(last)) {
            return from;
        }
        if (wanted != null || last.isAfter(now)) {
            throw Refused.invalid("effectiveFrom", "lies behind " + last + ", when the version before begins");
        }
        return last.plus(1, ChronoUnit.MICROS);
    }

    /** A version of the catalogue, by its number there. */
    void copy(PriceRow row, PriceVersion said) {
        row.latest = said.version();
        store.add(version(row, said.terms(), said.effectiveFrom()));
    }

    private static PriceVersionRow version(PriceRow row, PriceTerms terms, Instant from) {
        PriceVersionRow version = new PriceVersionRow();
        version.priceId = row.id;
        version.number = row.latest;
        version.effectiveFrom = from.truncatedTo(ChronoUnit.MICROS);
        version.says(terms);
        return version;
    }

    /** The one that holds, if one does, and those to come. */
    List<PriceVersionRow> standing(PriceRow row, Instant now) {
        return store.standing(List.of(row.id), now).getOrDefault(row.id, List.of());
    }

    void publish(Change change, PriceRow row, Instant now) {
        List<PriceVersion> versions =
                standing(row, now).stream().map(PriceVersionRow::toModel).toList();
        change.put(new PriceConfig(
                change.tenant(), new PriceId(row.id), new ServerId(row.serverId), row.toolName, versions));
    }
}
