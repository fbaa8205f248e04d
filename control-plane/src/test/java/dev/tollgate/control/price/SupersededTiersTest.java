package dev.tollgate.control.price;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.model.id.LimitId;
import dev.tollgate.model.id.PriceId;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.money.Money;
import dev.tollgate.model.price.FailureCharges;
import dev.tollgate.model.price.Measure;
import dev.tollgate.model.price.PriceComponent;
import dev.tollgate.model.price.PricePeriod;
import dev.tollgate.model.price.PriceTerms;
import dev.tollgate.model.price.Rate;
import dev.tollgate.model.price.Tier;
import dev.tollgate.model.price.TierAccounts;
import dev.tollgate.model.quota.WindowLength;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SupersededTiersTest {
    private static final TenantId TENANT = new TenantId(new UUID(0, 1));
    private static final PriceId PRICE = new PriceId(new UUID(0, 2));
    /** By UTC its month ends with November, and is kept until the 8th. */
    private static final Instant CHANGED = Instant.parse("2026-11-20T12:00:00Z");

    private static PriceTerms free(long calls) {
        return new PriceTerms(
                List.of(new PriceComponent(
                        new Measure.Calls(),
                        PricePeriod.of(WindowLength.MONTH),
                        List.of(
                                new Tier(calls, new Rate(Money.ZERO, 1)),
                                new Tier(null, new Rate(Money.ofDollars("0.01"), 1))))),
                null,
                null,
                FailureCharges.FREE);
    }

    private static PriceVersionRow version(long number, String from, long calls, @Nullable Instant withdrawn) {
        PriceVersionRow row = new PriceVersionRow();
        row.priceId = PRICE.value();
        row.number = number;
        row.effectiveFrom = Instant.parse(from);
        row.withdrawnAt = withdrawn;
        row.says(free(calls));
        return row;
    }

    private static Set<LimitId> over(List<PriceVersionRow> all, int standing, String now) {
        return SupersededTiers.over(TENANT, PRICE, all, all.subList(standing, all.size()), Instant.parse(now));
    }

    private static LimitId tier(long calls) {
        return TierAccounts.of(TENANT, PRICE, free(calls)).getFirst().id();
    }

    @Test
    void a_tier_with_other_borders_is_kept_until_a_week_after_the_month_in_which_it_held_last() {
        List<PriceVersionRow> all =
                List.of(version(1, "2026-01-01T00:00:00Z", 1_000, null), version(2, CHANGED.toString(), 2_000, null));

        assertThat(over(all, 1, "2026-12-08T00:00:00Z")).isEmpty();
        assertThat(over(all, 1, "2026-12-08T00:00:01Z")).containsExactly(tier(1_000));
    }

    @Test
    void a_tier_that_a_version_has_which_holds_or_is_to_come_stays() {
        List<PriceVersionRow> all = List.of(
                version(1, "2025-01-01T00:00:00Z", 1_000, null),
                version(2, "2026-01-01T00:00:00Z", 2_000, null),
                version(3, "2026-02-01T00:00:00Z", 3_000, null),
                version(4, "2028-01-01T00:00:00Z", 1_000, null));

        assertThat(over(all, 2, "2027-01-01T00:00:00Z")).containsExactly(tier(2_000));
    }

    @Test
    void what_was_withdrawn_held_until_then_at_the_most() {
        List<PriceVersionRow> all = List.of(
                version(1, "2026-01-01T00:00:00Z", 1_000, CHANGED), version(2, "2026-02-01T00:00:00Z", 2_000, null));

        assertThat(over(all, 1, "2026-12-08T00:00:00Z")).isEmpty();
        assertThat(over(all, 1, "2026-12-08T00:00:01Z")).containsExactly(tier(1_000));
    }
}
