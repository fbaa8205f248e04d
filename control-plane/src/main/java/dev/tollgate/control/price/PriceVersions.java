package dev.tollgate.control.price;

import dev.tollgate.control.publish.Change;
import dev.tollgate.control.web.NextVersion;
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
        Instant from = NextVersion.begins(
                standing(row, now).stream().map(each -> each.effectiveFrom).toList(), wanted, now);
        row.latest++;
        store.add(version(row, terms, from));
    }

    static Refused tooMany() {
        return Refused.invalid("terms", "have " + VERSIONS_MAX + " versions already; delete the price and set another");
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
