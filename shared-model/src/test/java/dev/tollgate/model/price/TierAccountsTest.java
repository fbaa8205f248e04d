package dev.tollgate.model.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.model.id.PriceId;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.money.Money;
import dev.tollgate.model.quota.QuotaLimit;
import dev.tollgate.model.quota.QuotaSubject;
import dev.tollgate.model.quota.QuotaUnit;
import dev.tollgate.model.quota.QuotaWindow;
import dev.tollgate.model.quota.WindowLength;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TierAccountsTest {
    private static final TenantId TENANT = new TenantId(new UUID(0, 1));
    private static final PriceId PRICE = new PriceId(new UUID(0, 2));
    private static final PricePeriod MONTH = new PricePeriod(WindowLength.MONTH, "Europe/Vienna", null, null);

    private static PriceTerms terms(@Nullable PricePeriod period, String dollars, long... ends) {
        List<Tier> tiers = new ArrayList<>();
        for (long end : ends) {
            tiers.add(new Tier(end, new Rate(Money.ZERO, 1)));
        }
        tiers.add(new Tier(null, new Rate(Money.ofDollars(dollars), 1)));
        return new PriceTerms(
                List.of(new PriceComponent(new Measure.Calls(), period, tiers)), null, null, FailureCharges.FREE);
    }

    @Test
    void each_tier_that_ends_has_room_for_its_own_size_in_each_window_of_the_period() {
        List<QuotaLimit> accounts = TierAccounts.of(TENANT, PRICE, terms(MONTH, "0.01", 1_000, 5_000));

        assertThat(accounts).extracting(QuotaLimit::amount).containsExactly(1_000L, 4_000L);
        assertThat(accounts)
                .allSatisfy(account -> assertThat(account)
                        .returns(TENANT, QuotaLimit::tenant)
                        .returns(QuotaSubject.parse("price:" + PRICE), QuotaLimit::subject)
                        .returns(QuotaUnit.CALLS, QuotaLimit::unit)
                        .returns(
                                QuotaWindow.Calendar.of(WindowLength.MONTH, ZoneId.of("Europe/Vienna")),
                                QuotaLimit::window));
        assertThat(TierAccounts.of(TENANT, PRICE, terms(null, "0.01", 1_000))).isEmpty();
    }

    @Test
    void another_rate_counts_on_and_other_borders_periods_and_prices_count_by_themselves() {
        QuotaLimit one = one(PRICE, terms(MONTH, "0.01", 1_000));

        assertThat(one(PRICE, terms(MONTH, "0.02", 1_000))).isEqualTo(one);
        assertThat(one(PRICE, terms(MONTH, "0.02", 1_000, 7_000))).isEqualTo(one);
        assertThat(List.of(
                        one(PRICE, terms(MONTH, "0.01", 1_001)),
                        one(PRICE, terms(PricePeriod.of(WindowLength.MONTH), "0.01", 1_000)),
                        one(PRICE, terms(PricePeriod.of(WindowLength.WEEK), "0.01", 1_000)),
                        one(new PriceId(new UUID(0, 3)), terms(MONTH, "0.01", 1_000))))
                .extracting(QuotaLimit::id)
                .doesNotHaveDuplicates()
                .doesNotContain(one.id());
    }

    private static QuotaLimit one(PriceId price, PriceTerms terms) {
        return TierAccounts.of(TENANT, price, terms).getFirst();
    }

    @Test
    void what_a_period_does_not_say_is_its_owners() {
        QuotaWindow.Calendar owner =
                new QuotaWindow.Calendar(WindowLength.DAY, ZoneId.of("Asia/Tokyo"), DayOfWeek.SUNDAY, Month.APRIL);

        assertThat(PricePeriod.of(WindowLength.MONTH).in(owner)).hasToString("1M Asia/Tokyo");
        assertThat(PricePeriod.of(WindowLength.WEEK).in(owner)).hasToString("1w Asia/Tokyo SUNDAY");
        assertThat(PricePeriod.of(WindowLength.YEAR).in(owner)).hasToString("1Y Asia/Tokyo APRIL");
        assertThat(MONTH.in(owner)).isEqualTo(MONTH);
        assertThat(PricePeriod.of(WindowLength.QUARTER).in(owner).window())
                .isEqualTo(new QuotaWindow.Calendar(
                        WindowLength.QUARTER, ZoneId.of("Asia/Tokyo"), DayOfWeek.MONDAY, Month.APRIL));
    }

    @ParameterizedTest
    @CsvSource({
        "1M, 1M",
        "1d UTC, 1d UTC",
        "1w  Europe/Vienna  sunday, 1w Europe/Vienna SUNDAY",
        "1Q UTC APRIL, 1Q UTC APRIL"
    })
    void a_period_is_read_as_it_is_written(String text, String written) {
        assertThat(PricePeriod.parse(text)).hasToString(written);
        assertThat(PricePeriod.parse(written)).isEqualTo(PricePeriod.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "month",
                "1h",
                "1M Vienna",
                "1M UTC MONDAY",
                "1w UTC APRIL",
                "1Y UTC Smarch",
                "1w UTC SUNDAY x"
            })
    void what_is_no_period_is_refused_with_words(String text) {
        assertThatThrownBy(() -> PricePeriod.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("a (window|price's period|time zone|period) is .*");
    }
}
