package dev.tollgate.model.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.model.event.CallStatus;
import dev.tollgate.model.money.Money;
import dev.tollgate.model.quota.CountBefore;
import dev.tollgate.model.quota.PeriodCount;
import dev.tollgate.model.quota.WindowLength;
import dev.tollgate.model.wire.WireJson;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PriceTermsTest {
    private static final Measure RESULT_BYTES = new Measure.Bytes(Content.RESULT);
    private static final Measure ROWS = new Measure.Pointed(Content.RESULT, "/structuredContent/rows", "rows", 10_000);

    private static Money dollars(String text) {
        return Money.ofDollars(text);
    }

    private static Rate rate(String amount, long per) {
        return new Rate(dollars(amount), per);
    }

    private static PriceTerms terms(PriceComponent... components) {
        return new PriceTerms(List.of(components), null, null, FailureCharges.FREE);
    }

    private static Quantities counted(Measure measure, long quantity) {
        return new Quantities(Map.of(measure, quantity), Map.of());
    }

    @Test
    void people_read_what_is_counted_and_at_which_rate() {
        assertThat(PriceTerms.perCall(dollars("0.01"), FailureCharges.FREE).words())
                .isEqualTo("0.01 a call");
        assertThat(terms(PriceComponent.flat(RESULT_BYTES, rate("0.002", 1_024)))
                        .words())
                .isEqualTo("0.002 per 1024 bytes of the result");
        assertThat(terms(PriceComponent.flat(ROWS, rate("0.004", 1))).words()).isEqualTo("rows: 0.004 each");
    }

    @Test
    void a_price_per_call_explains_itself() {
        PriceExplanation why =
                PriceTerms.perCall(dollars("0.0125"), FailureCharges.FREE).price(CallStatus.OK, Quantities.NONE);

        assertThat(why.total()).isEqualTo(dollars("0.0125"));
        assertThat(why).hasToString("0.0125 = 1 call x 0.0125");
    }

    @Test
    void what_is_counted_adds_up() {
        PriceTerms terms = terms(
                PriceComponent.flat(new Measure.Calls(), rate("0.01", 1)),
                PriceComponent.flat(RESULT_BYTES, rate("0.002", 1_024)),
                PriceComponent.flat(new Measure.Millis(), rate("0.0003", 1_000)));

        PriceExplanation why = terms.price(
                CallStatus.OK, new Quantities(Map.of(RESULT_BYTES, 5_120L, new Measure.Millis(), 2_500L), Map.of()));

        assertThat(why)
                .hasToString(
                        "0.02075 = 1 call x 0.01 + 5,120 bytes of the result x 0.002 per 1024 + 2,500 ms x 0.0003 per 1000");
        assertThat(why.lines())
                .extracting(PriceLine::amount)
                .containsExactly(dollars("0.01"), dollars("0.01"), dollars("0.00075"));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, '0 = nothing counted'",
        "100, 0, '0 = 100 rows x 0 (of the first 100 of the month)'",
        "101, 0, '0.002 = 100 rows x 0 (of the first 100 of the month) + 1 rows x 0.002 (of 101 to 200 of the month)'",
        "250, 0, '0.25 = 100 rows x 0 (of the first 100 of the month) + 100 rows x 0.002 (of 101 to 200 of the month)"
                + " + 50 rows x 0.001 (after the first 200 of the month)'",
        "50, 90, '0.08 = 10 rows x 0 (of the first 100 of the month) + 40 rows x 0.002 (of 101 to 200 of the month)'",
        "1, 200, '0.001 = 1 rows x 0.001 (after the first 200 of the month)'",
        "10001, 200, '10 = 10,000 rows x 0.001 (after the first 200 of the month)'"
    })
    void tiers_are_graduated_and_go_on_where_the_period_stands(long rows, long before, String text) {
        PriceComponent component = new PriceComponent(
                ROWS,
                PricePeriod.of(WindowLength.MONTH),
                List.of(
                        new Tier(100L, rate("0", 1)),
                        new Tier(200L, rate("0.002", 1)),
                        new Tier(null, rate("0.001", 1))));

        PriceExplanation why = terms(component)
                .price(
                        CallStatus.OK,
                        new Quantities(
                                Map.of(ROWS, rows), Map.of(ROWS, PeriodCount.from(new CountBefore(before, true)))));

        assertThat(why).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0, '0 = 1 call x 0 (the cheapest rate that may hold: how many came before in the month was not known)'",
        "1000, '0.004 = 1 call x 0.004 (the cheapest rate that may hold: how many came before in the month was not known)'",
        "5000, '0.005 = 1 call x 0.005 (the cheapest rate that may hold: how many came before in the month was not known)'"
    })
    void nobody_pays_more_than_the_cheapest_rate_that_may_hold_where_the_count_is_not_known(long atLeast, String text) {
        PriceTerms terms = terms(new PriceComponent(
                new Measure.Calls(),
                PricePeriod.of(WindowLength.MONTH),
                List.of(
                        new Tier(1_000L, rate("0", 1)),
                        new Tier(2_000L, rate("0.01", 1)),
                        new Tier(5_000L, rate("0.004", 1)),
                        new Tier(null, rate("0.005", 1)))));

        PriceExplanation why = terms.price(
                CallStatus.OK, Quantities.recorded(terms, List.of(1L), new CountBefore(atLeast, false), null));

        assertThat(why).hasToString(text);
        assertThat(terms.bound(new QuantityBounds(0, 0, 0))).isEqualTo(dollars("0.01"));
    }

    private static PriceTerms monthly(Measure measure) {
        return terms(new PriceComponent(
                measure,
                PricePeriod.of(WindowLength.MONTH),
                List.of(
                        new Tier(1_000L, rate("0", 1)),
                        new Tier(5_000L, rate("0.002", 1)),
                        new Tier(null, rate("0.001", 1)))));
    }

    @ParameterizedTest
    @CsvSource({
        "120, 120;0;5000, '0 = 120 rows x 0 (of the first 1,000 of the month)'",
        "150, 120;0;5000, '0.03 = 120 rows x 0 (of the first 1,000 of the month) + 30 rows x 0.001 (after the first 5,000 of the month)'",
        "150, 120;25;5000, '0.055 = 120 rows x 0 (of the first 1,000 of the month) + 25 rows x 0.002 (of 1,001 to 5,000 of the month)"
                + " + 5 rows x 0.001 (after the first 5,000 of the month)'",
        "150, 0;120;-1001, '0.27 = 120 rows x 0.002 (of 1,001 to 5,000 of the month)"
                + " + 30 rows x 0.001 (the cheapest rate that may hold: how many came before in the month was not known)'",
        "0, 0;0;5000, '0 = nothing counted'"
    })
    void what_a_call_had_of_each_tier_stands_on_its_event_and_explains_it(long rows, String numbers, String text) {
        PriceTerms terms = monthly(ROWS);
        List<Long> recorded = Stream.of(numbers.split(";")).map(Long::valueOf).toList();

        Quantities quantities = Quantities.recorded(terms, List.of(rows), null, recorded);

        assertThat(terms.price(CallStatus.OK, quantities)).hasToString(text);
        assertThat(PeriodCounts.numbers(terms, quantities.counts())).isEqualTo(recorded);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1;2", "1;2;3;4"})
    void what_was_recorded_of_other_tiers_explains_nothing(String numbers) {
        List<Long> recorded = Stream.of(numbers.split(";")).map(Long::valueOf).toList();

        assertThatThrownBy(() -> Quantities.recorded(monthly(ROWS), List.of(1L), null, recorded))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("tiers than were recorded");
    }

    @Test
    void no_more_counts_of_bytes_tokens_and_time_than_the_price_says() {
        PriceTerms terms = terms(
                PriceComponent.flat(new Measure.Bytes(Content.RESULT, 1_000L), rate("1", 1)),
                PriceComponent.flat(new Measure.Tokens(Content.RESULT, 100L), rate("1", 1)),
                PriceComponent.flat(new Measure.Millis(10L), rate("1", 1)));

        assertThat(terms.price(CallStatus.OK, Quantities.recorded(terms, List.of(9_000L, 99L, 9_000L), null, null))
                        .total())
                .isEqualTo(dollars("1109"));
        assertThat(terms.bound(new QuantityBounds(0, 9_000, 9_000))).isEqualTo(dollars("1110"));
    }

    @Test
    void a_price_counts_each_thing_once_however_much_of_it_counts() {
        assertThatThrownBy(() -> terms(
                        PriceComponent.flat(new Measure.Bytes(Content.RESULT, 1_000L), rate("1", 1)),
                        PriceComponent.flat(new Measure.Bytes(Content.RESULT), rate("1", 1))))
                .hasMessage("a price counts each thing once");
        PriceComponent monthly = monthly(ROWS).components().getFirst();
        Measure renamed = new Measure.Pointed(Content.RESULT, "/structuredContent/rows", "lines", 7);
        assertThatThrownBy(() -> terms(monthly, new PriceComponent(renamed, monthly.period(), monthly.tiers())))
                .hasMessage("a price counts each thing once");
    }

    @Test
    void tiers_of_a_single_call_begin_with_it() {
        PriceComponent component =
                new PriceComponent(ROWS, null, List.of(new Tier(10L, rate("0", 1)), new Tier(null, rate("0.5", 1))));

        PriceExplanation why = terms(component)
                .price(
                        CallStatus.OK,
                        new Quantities(Map.of(ROWS, 11L), Map.of(ROWS, PeriodCount.from(new CountBefore(500, true)))));

        assertThat(why.total()).isEqualTo(dollars("0.5"));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.001, '0.001 = raised to the minimum'",
        "1, 0.002, '0.002 = 1 rows x 0.002'",
        "4, 0.005, '0.005 = 4 rows x 0.002, lowered to the maximum'"
    })
    void a_minimum_and_a_maximum_hold(long rows, String total, String text) {
        PriceTerms terms = new PriceTerms(
                List.of(PriceComponent.flat(ROWS, rate("0.002", 1))),
                dollars("0.001"),
                dollars("0.005"),
                FailureCharges.FREE);

        PriceExplanation why = terms.price(CallStatus.OK, counted(ROWS, rows));

        assertThat(why.total()).isEqualTo(dollars(total));
        assertThat(why).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource({
        "OK, '0.01 = 1 call x 0.01'",
        "TOOL_ERROR, '0.01 = 1 call x 0.01'",
        "UPSTREAM_ERROR, '0 = free, because it failed'",
        "TIMEOUT, '0.5 = the price of this failure'",
        "CANCELLED, '0 = free, because it failed'",
        "REFUSED, '0.001 = the price of this failure'"
    })
    void failures_have_prices_of_their_own(CallStatus status, String text) {
        FailureCharges charges = new FailureCharges(
                new FailureCharge.AsUsual(),
                new FailureCharge.Free(),
                new FailureCharge.Fixed(dollars("0.5")),
                new FailureCharge.Free(),
                new FailureCharge.Fixed(dollars("0.001")));

        PriceTerms terms = PriceTerms.perCall(dollars("0.01"), charges);

        assertThat(terms.price(status, Quantities.NONE)).hasToString(text);
        assertThat(terms.bound(new QuantityBounds(0, 0, 0))).isEqualTo(dollars("0.5"));
    }

    @ParameterizedTest
    @CsvSource({
        // One third of a nano-dollar is a whole one.
        "0.000000001, 3, 1, 0.000000001",
        "0.000000001, 3, 3, 0.000000001",
        "0.000000001, 3, 4, 0.000000002",
        "0.50, 1000000, 1, 0.0000005",
        "0.50, 1000000, 123456789, 61.7283945",
        // The product is beyond a long, the price is not.
        "9000000000, 1000000000000, 1000000000001, 9000000000.009",
        "0, 1, 9223372036854775807, 0"
    })
    void a_rate_is_exact_and_rounded_up_to_the_next_nano_dollar(String amount, long per, long quantity, String price) {
        assertThat(rate(amount, per).times(quantity)).isEqualTo(dollars(price));
    }

    @Test
    void an_amount_that_cannot_be_throws_rather_than_wraps() {
        assertThatThrownBy(() -> rate("9000000000", 1).times(2)).isInstanceOf(ArithmeticException.class);
        PriceTerms terms = terms(PriceComponent.flat(RESULT_BYTES, rate("10000", 1)));
        assertThatThrownBy(() -> terms.bound(new QuantityBounds(0, 1_000_000, 0)))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void tokens_are_bounded_by_bytes_and_pointed_quantities_by_what_the_price_says() {
        PriceTerms terms = terms(
                PriceComponent.flat(new Measure.Tokens(Content.ARGUMENTS), rate("0.001", 1)),
                PriceComponent.flat(ROWS, rate("0.01", 1)));

        assertThat(terms.bound(new QuantityBounds(300, 7, 7))).isEqualTo(dollars("100.3"));
        assertThat(terms.price(CallStatus.OK, counted(ROWS, Long.MAX_VALUE)).total())
                .isEqualTo(dollars("100"));
    }

    @Test
    void a_call_is_priced_by_the_version_of_its_time() {
        PriceTerms terms = terms();
        Instant first = Instant.parse("2026-01-01T00:00:00Z");
        Instant second = Instant.parse("2026-07-01T00:00:00Z");
        PriceHistory history =
                new PriceHistory(List.of(new PriceVersion(2, second, terms), new PriceVersion(1, first, terms)));

        assertThat(history.at(first.minusNanos(1))).isEmpty();
        assertThat(history.at(second.minusNanos(1)).orElseThrow().version()).isEqualTo(1);
        assertThat(history.at(second).orElseThrow().version()).isEqualTo(2);
        assertThatThrownBy(() -> new PriceHistory(
                        List.of(new PriceVersion(1, second, terms), new PriceVersion(2, second, terms))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_makes_no_sense_is_refused() {
        Rate one = rate("1", 1);
        assertThatThrownBy(() -> rate("-1", 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> rate("1", 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PriceComponent(ROWS, null, List.of(new Tier(5L, one))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PriceComponent(
                        ROWS, null, List.of(new Tier(5L, one), new Tier(5L, one), new Tier(null, one))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PriceTerms(List.of(), dollars("2"), dollars("1"), FailureCharges.FREE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> terms(PriceComponent.flat(ROWS, one), PriceComponent.flat(ROWS, one)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> counted(ROWS, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_version_is_the_same_after_its_way_over_a_topic() {
        PriceTerms terms = new PriceTerms(
                List.of(
                        PriceComponent.flat(new Measure.Calls(), rate("0.01", 1)),
                        new PriceComponent(
                                ROWS,
                                new PricePeriod(WindowLength.WEEK, "Europe/Vienna", DayOfWeek.SUNDAY, null),
                                List.of(new Tier(9L, rate("0", 1)), new Tier(null, rate("1", 3))))),
                dollars("0.001"),
                null,
                FailureCharges.AS_USUAL);
        PriceVersion version = new PriceVersion(3, Instant.parse("2026-01-01T00:00:00Z"), terms);

        byte[] json = WireJson.encode(version);

        assertThat(WireJson.decode(json, PriceVersion.class)).isEqualTo(version);
        assertThat(new String(json, StandardCharsets.UTF_8))
                .startsWith(
                        "{\"version\":3,\"effectiveFrom\":\"2026-01-01T00:00:00Z\",\"terms\":{\"components\":[{\"measure\":"
                                + "{\"kind\":\"calls\"},\"tiers\":[{\"rate\":{\"amount\":\"0.01\",\"per\":1}}]},");
    }
}
