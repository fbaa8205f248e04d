package dev.tollgate.control.price;

import dev.tollgate.control.ledger.LedgerAccounts;
import dev.tollgate.control.publish.Change;
import dev.tollgate.control.settings.SettingsService;
import dev.tollgate.control.settings.TenantCalendar;
import dev.tollgate.control.web.NextVersion;
import dev.tollgate.control.web.Refusal;
import dev.tollgate.control.web.Refused;
import dev.tollgate.model.config.ConfigKind;
import dev.tollgate.model.config.PriceConfig;
import dev.tollgate.model.id.PriceId;
import dev.tollgate.model.id.ServerId;
import dev.tollgate.model.price.PriceTerms;
import dev.tollgate.model.price.PriceVersion;
import dev.tollgate.model.price.TierAccounts;
import dev.tollgate.model.quota.QuotaLimit;
import dev.tollgate.model.quota.QuotaWindow;
import dev.tollgate.model.quota.WindowLength;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The versions of prices, of which gateways are told the one that holds and those to come. */
@ApplicationScoped
class PriceVersions {
    static final int VERSIONS_MAX = 1_000;

    private final PriceStore store;
    private final LedgerAccounts ledger;
    private final SettingsService settings;

    PriceVersions(PriceStore store, LedgerAccounts ledger, SettingsService settings) {
        this.store = store;
        this.ledger = ledger;
        this.settings = settings;
    }

    /** With what their periods do not say as the tenant's settings say. To be called in a transaction. */
    PriceTerms here(PriceTerms terms) {
        TenantCalendar calendar = settings.calendar();
        return terms.in(new QuotaWindow.Calendar(
                WindowLength.MONTH, calendar.zone(), calendar.weekStart(), calendar.yearStart()));
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
        append(row, terms, begins(standingOf(row, now), versionCount(row), wanted, now));
    }

    /** Another version, of which {@link #begins} said from when on it holds. */
    void append(PriceRow row, PriceTerms terms, Instant from) {
        row.latest++;
        store.add(version(row, terms, from));
    }

    /**
     * When another version begins.
     *
     * @param standing those that hold or are to come
     * @param count how many there are, with those that do not
     * @param wanted from when on; absent for at once
     * @throws Refused if it begins no later than the one before, or is one too many
     */
    static Instant begins(List<PriceVersion> standing, long count, @Nullable Instant wanted, Instant now) {
        if (count >= VERSIONS_MAX) {
            throw Refused.invalid(
                    "terms", "have " + VERSIONS_MAX + " versions already; delete the price and set another");
        }
        return NextVersion.begins(
                standing.stream().map(PriceVersion::effectiveFrom).toList(), wanted, now);
    }

    /** With those that were withdrawn. */
    long versionCount(PriceRow row) {
        return store.versionCount(row.id);
    }

    /** Why a version is not withdrawn any more. */
    static Refused holdsSince(PriceVersion version) {
        return new Refused(new Refusal.WrongState("Version " + version.version() + " holds since "
                + version.effectiveFrom() + ", and calls were charged by it. Add a version with other terms instead."));
    }

    /** A version of the catalogue, by its number there. */
    void copy(PriceRow row, PriceVersion said) {
        row.latest = said.version();
        store.add(version(row, said.terms(), said.effectiveFrom()));
    }

    /** Takes back what the catalogue says no more; it may have begun to hold a moment ago. */
    void withdrawAllBut(PriceRow row, Set<Long> said, Instant now) {
        standing(row, now).stream()
                .filter(version -> !said.contains(version.number))
                .forEach(version -> version.withdrawnAt = now);
    }

    private PriceVersionRow version(PriceRow row, PriceTerms terms, Instant from) {
        PriceVersionRow version = new PriceVersionRow();
        version.priceId = row.id;
        version.number = row.latest;
        version.effectiveFrom = from.truncatedTo(ChronoUnit.MICROS);
        version.says(here(terms));
        return version;
    }

    List<PriceVersion> standingOf(PriceRow row, Instant now) {
        return standing(row, now).stream().map(PriceVersionRow::toModel).toList();
    }

    /** The one that holds, if one does, and those to come. */
    List<PriceVersionRow> standing(PriceRow row, Instant now) {
        return store.standing(List.of(row.id), now).getOrDefault(row.id, List.of());
    }

    /** Tells gateways what holds, and the ledger which tiers it counts, and which it counts no more. */
    void publish(Change change, PriceRow row, Instant now) {
        List<PriceVersion> versions = standingOf(row, now);
        tiers(change, row, versions).forEach(ledger::limit);
        forget(change, row, now);
        change.put(new PriceConfig(
                change.tenant(), new PriceId(row.id), new ServerId(row.serverId), row.toolName, versions));
    }

    private void forget(Change change, PriceRow row, Instant now) {
        if (row.latest > 1) {
            ledger.remove(
                    change.tenant(),
                    SupersededTiers.over(
                            change.tenant(), new PriceId(row.id), store.versions(row.id), standing(row, now), now));
        }
    }

    /** A price is no more, and neither is what its tiers had counted. */
    void remove(Change change, PriceRow row) {
        List<PriceVersion> versions =
                store.versions(row.id).stream().map(PriceVersionRow::toModel).toList();
        ledger.remove(
                change.tenant(),
                tiers(change, row, versions).map(QuotaLimit::id).toList());
        store.remove(row);
        change.remove(ConfigKind.PRICE, row.id);
    }

    private static Stream<QuotaLimit> tiers(Change change, PriceRow row, List<PriceVersion> versions) {
        return versions.stream()
                .flatMap(each -> TierAccounts.of(change.tenant(), new PriceId(row.id), each.terms()).stream())
                .distinct();
    }
}
