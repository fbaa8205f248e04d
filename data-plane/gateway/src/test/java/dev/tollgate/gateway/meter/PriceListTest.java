package dev.tollgate.gateway.meter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.gateway.config.ToolCatalog;
import dev.tollgate.gateway.event.Cost;
import dev.tollgate.gateway.fixture.TestTenant;
import dev.tollgate.gateway.json.RpcMessage;
import dev.tollgate.model.config.PriceConfig;
import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.config.ToolConfig;
import dev.tollgate.model.event.CallStatus;
import dev.tollgate.model.event.RefusalReason;
import dev.tollgate.model.id.PriceId;
import dev.tollgate.model.money.Money;
import dev.tollgate.model.price.Content;
import dev.tollgate.model.price.FailureCharge;
import dev.tollgate.model.price.FailureCharges;
import dev.tollgate.model.price.Measure;
import dev.tollgate.model.price.PriceComponent;
import dev.tollgate.model.price.PricePeriod;
import dev.tollgate.model.price.PriceTerms;
import dev.tollgate.model.price.PriceVersion;
import dev.tollgate.model.price.Quantities;
import dev.tollgate.model.price.Rate;
import dev.tollgate.model.price.Tier;
import dev.tollgate.model.price.TierAccounts;
import dev.tollgate.model.quota.CountBefore;
import dev.tollgate.model.quota.PeriodCount;
import dev.tollgate.model.quota.WindowLength;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PriceListTest {
    private static final Instant NOW = Instant.parse("2026-11-01T02:47:00Z");
    private static final PriceComponent ROWS = new PriceComponent(
            new Measure.Pointed(Content.RESULT, "/structuredContent/rows", "rows", 1_000),
            null,
            List.of(new Tier(2L, rate("0", 1)), new Tier(null, rate("0.002", 1))));

    private static final PriceComponent MONTHLY = new PriceComponent(
            new Measure.Calls(),
            PricePeriod.of(WindowLength.MONTH),
            List.of(new Tier(1_000L, rate("0", 1)), new Tier(null, rate("0.01", 1))));

    private final TestTenant tenant = new TestTenant();
    private final ServerConfig server = tenant.server("crm", URI.create("http://127.0.0.1:1/mcp"));
    private final ToolConfig find = tenant.tool(server, "find");
    private final ToolConfig read = tenant.tool(server, "read");
    private final ToolConfig free = tenant.tool(tenant.server("erp", URI.create("http://127.0.0.1:1/mcp")), "pay");

    private static Rate rate(String dollars, long per) {
        return new Rate(Money.ofDollars(dollars), per);
    }

    private static PriceTerms counting(PriceComponent... components) {
        return new PriceTerms(List.of(components), null, null, FailureCharges.FREE);
    }

    private static PriceList list(PriceConfig... prices) {
        return PriceList.of(new ToolCatalog(Map.of(), List.of(), List.of(prices)));
    }

    private static CallContent content(String arguments, @Nullable String result) throws Exception {
        String message = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"find\""
                + (arguments.isEmpty() ? "" : ",\"arguments\": " + arguments) + "}}";
        byte[] said = result == null ? new byte[0] : result.getBytes(StandardCharsets.UTF_8);
        return new CallContent(
                RpcMessage.scan(message.getBytes(StandardCharsets.UTF_8)), said.length, () -> said, null);
    }

    private static Cost cost(PriceList prices, ToolConfig tool, CallStatus status, boolean sent) {
        return prices.cost(tool, NOW, status, sent, null, 0, List.of());
    }

    @Test
    void aToolsPriceGoesBeforeItsServers() {
        // given
        PriceConfig ofServer = tenant.price(server, null, "0.5", false);
        PriceConfig ofTool = tenant.price(server, "find", "0.000000001", false);
        // when
        PriceList prices = list(ofServer, ofTool);
        // then
        assertThat(cost(prices, find, CallStatus.OK, true)).isEqualTo(new Cost(1, ofTool.id(), 1, List.of()));
        assertThat(cost(prices, read, CallStatus.OK, true))
                .isEqualTo(new Cost(500_000_000, ofServer.id(), 1, List.of()));
        assertThat(cost(prices, free, CallStatus.OK, true)).isEqualTo(Cost.NONE);
    }

    @Test
    void theMostThatACallCanCostIsKnownBeforeItIsMade() {
        // given
        PriceComponent sent = new PriceComponent(
                new Measure.Bytes(Content.ARGUMENTS), null, List.of(new Tier(null, rate("0.001", 10))));
        PriceComponent dear = new PriceComponent(
                new Measure.Bytes(Content.RESULT), null, List.of(new Tier(null, rate("9000000000", 1))));
        FailureCharges dearer = new FailureCharges(
                new FailureCharge.Free(),
                new FailureCharge.Free(),
                new FailureCharge.Fixed(Money.ofDollars("2")),
                new FailureCharge.Free(),
                new FailureCharge.Free());
        PriceConfig flat = tenant.price(server, "find", PriceTerms.perCall(Money.ofDollars("1"), dearer));
        PriceConfig counted = tenant.price(server, "read", counting(ROWS, sent));
        PriceConfig none = tenant.price(server, null, counting(dear));
        // when
        PriceList prices = list(flat, counted, none);
        // then
        assertThat(prices.bound(find, NOW, 5_000, 30_000)).isEqualTo(2_000_000_000);
        assertThat(prices.bound(read, NOW, 100, 30_000)).isEqualTo(998 * 2_000_000 + 10_000_000);
        assertThat(prices.bound(read, NOW, 0, 30_000)).isEqualTo(998 * 2_000_000);
        assertThat(prices.bound(tenant.tool(server, "else"), NOW, 0, 30_000)).isEqualTo(Long.MAX_VALUE);
        assertThat(prices.bound(free, NOW, 5_000, 30_000)).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "OK, true, true, 7",
        "OK, true, false, 7",
        "TOOL_ERROR, true, true, 7",
        "TOOL_ERROR, true, false, 0",
        "UPSTREAM_ERROR, true, true, 7",
        "UPSTREAM_ERROR, true, false, 0",
        "UPSTREAM_ERROR, false, true, 0",
        "TIMEOUT, true, true, 7",
        "TIMEOUT, true, false, 0",
        "CANCELLED, true, true, 7",
        "CANCELLED, true, false, 0",
        "REFUSED, true, true, 0",
        "REFUSED, false, false, 0",
    })
    void failuresAreChargedByRuleAndWhatWasNotSentNever(
            CallStatus status, boolean sent, boolean chargeFailures, long nanos) {
        PriceConfig price = tenant.price(server, null, "0.000000007", chargeFailures);

        assertThat(cost(list(price), find, status, sent).nanos()).isEqualTo(nanos);
    }

    @Test
    void twoPricesForOneThingGiveTheSameOnEveryGateway() {
        PriceConfig one = tenant.price(server, null, "1", false);
        PriceConfig other = tenant.price(server, null, "2", false);

        assertThat(cost(list(one, other), find, CallStatus.OK, true))
                .isEqualTo(cost(list(other, one), find, CallStatus.OK, true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-10-31T23:59:59.999999999Z|0|0",
                "2026-11-01T00:00:00Z|1|1",
                "2026-11-30T23:59:59.999999999Z|1|1",
                "2026-12-01T00:00:00Z|2|5",
                "2030-01-01T00:00:00Z|2|5"
            })
    void aCallHasTheVersionThatHeldWhenItBegan(Instant startedAt, long version, long nanos) {
        PriceConfig price = new PriceConfig(
                tenant.id,
                new PriceId(UUID.randomUUID()),
                server.id(),
                null,
                List.of(
                        new PriceVersion(1, Instant.parse("2026-11-01T00:00:00Z"), perCall("0.000000001")),
                        new PriceVersion(2, Instant.parse("2026-12-01T00:00:00Z"), perCall("0.000000005"))));

        Cost cost = list(price).cost(find, startedAt, CallStatus.OK, true, null, 0, List.of());

        assertThat(cost.version()).isEqualTo(version);
        assertThat(cost.nanos()).isEqualTo(nanos);
    }

    private static PriceTerms perCall(String dollars) {
        return PriceTerms.perCall(Money.ofDollars(dollars), FailureCharges.FREE);
    }

    @Test
    void whatIsCountedIsRecordedSoThatTheCostCanBeWorkedOutAgain() throws Exception {
        // given
        PriceTerms terms = counting(
                PriceComponent.flat(new Measure.Calls(), rate("0.01", 1)),
                PriceComponent.flat(new Measure.Bytes(Content.ARGUMENTS), rate("0.001", 10)),
                PriceComponent.flat(new Measure.Bytes(Content.RESULT), rate("0.001", 1_000)),
                PriceComponent.flat(new Measure.Millis(), rate("0.5", 1_000)),
                ROWS);
        PriceConfig price = tenant.price(server, "find", terms);
        String result = "{\"structuredContent\":{\"rows\":[1,2,3,4,5]},\"content\":[]}";
        // when
        Cost cost =
                list(price).cost(find, NOW, CallStatus.OK, true, content("{\"q\": 7}", result), 1_000_001, List.of());
        // then
        assertThat(cost.quantities()).containsExactly(1L, 8L, (long) result.length(), 2L, 5L);
        assertThat(cost.nanos())
                .isEqualTo(10_000_000 + 800_000 + result.length() * 1_000L + 1_000_000 + 6_000_000)
                .isEqualTo(terms.price(
                                CallStatus.OK,
                                Quantities.recorded(terms, cost.quantities(), cost.before(), cost.tierCounts()))
                        .total()
                        .nanos());
    }

    @Test
    void aCallWithoutArgumentsOrResultHasNothingOfThemToCount() throws Exception {
        PriceTerms terms = new PriceTerms(
                List.of(
                        PriceComponent.flat(new Measure.Bytes(Content.ARGUMENTS), rate("1", 1)),
                        PriceComponent.flat(new Measure.Pointed(Content.ARGUMENTS, "/n", "things", 10), rate("1", 1)),
                        ROWS),
                Money.ofDollars("0.003"),
                null,
                FailureCharges.AS_USUAL);
        PriceConfig price = tenant.price(server, "find", terms);

        Cost cost = list(price).cost(find, NOW, CallStatus.TIMEOUT, true, content("", null), 5, List.of());

        assertThat(cost).isEqualTo(new Cost(3_000_000, price.id(), 1, List.of(0L, 0L, 0L)));
    }

    @Test
    void aCountThatGoesOnIsPricedWhereItStoodAndFailuresThatAreFreeAreNotCounted() throws Exception {
        // given
        PriceTerms terms = new PriceTerms(List.of(MONTHLY), null, null, FailureCharges.FREE);
        PriceConfig price = tenant.price(server, null, terms);
        PriceList prices = list(price);
        CallContent content = content("{}", "{}");
        CountBefore free = new CountBefore(0, true);
        CountBefore after = new CountBefore(1_000, true);
        // then
        assertThat(prices.cost(find, NOW, CallStatus.OK, true, content, 0, at(free)))
                .isEqualTo(new Cost(0, price.id(), 1, List.of(1L), free, List.of()));
        assertThat(prices.cost(find, NOW, CallStatus.OK, true, content, 0, at(after)))
                .isEqualTo(new Cost(10_000_000, price.id(), 1, List.of(1L), after, List.of()));
        assertThat(prices.cost(find, NOW, CallStatus.OK, true, content, 0, List.of()))
                .isEqualTo(new Cost(0, price.id(), 1, List.of(1L), CountBefore.UNKNOWN, List.of()));
        assertThat(prices.cost(find, NOW, CallStatus.TOOL_ERROR, true, content, 0, at(after))
                        .before())
                .isNull();
        assertThat(prices.bound(find, NOW, 2, 100)).isEqualTo(10_000_000);
        assertThat(prices.goingOn(find, NOW))
                .isEqualTo(prices.goingOn(read, NOW))
                .isEqualTo(TierAccounts.counts(price.tenant(), price.id(), terms));
        assertThat(TierAccounts.of(price.tenant(), price.id(), terms))
                .singleElement()
                .matches(tier -> prices.counts(tier.id()) && tier.amount() == 1_000);
        assertThat(list().goingOn(find, NOW)).isEmpty();
    }

    private static List<PeriodCount> at(CountBefore before) {
        return List.of(PeriodCount.from(before));
    }

    @Test
    void whatACallTookOfTiersAndDoesNotHaveIsNotChargedAndTheRestPaysTheNextRate() throws Exception {
        // given
        PriceComponent rows = new PriceComponent(
                ROWS.measure(),
                PricePeriod.of(WindowLength.MONTH),
                List.of(new Tier(1_000L, rate("0", 1)), new Tier(null, rate("0.002", 1))));
        PriceList prices =
                list(tenant.price(server, null, new PriceTerms(List.of(rows), null, null, FailureCharges.FREE)));
        CallContent content = content("{}", "{\"structuredContent\":{\"rows\":150}}");
        CountBefore end = new CountBefore(1_000, true);
        // when
        Cost all =
                prices.cost(find, NOW, CallStatus.OK, true, content, 0, List.of(new PeriodCount(List.of(1_000L), end)));
        Cost some =
                prices.cost(find, NOW, CallStatus.OK, true, content, 0, List.of(new PeriodCount(List.of(120L), end)));
        // then
        assertThat(all)
                .returns(0L, Cost::nanos)
                .returns(List.of(150L, 1_000L), Cost::tierCounts)
                .returns(null, Cost::before);
        assertThat(some).returns(60_000_000L, Cost::nanos).returns(List.of(120L, 1_000L), Cost::tierCounts);
        assertThat(prices.counted(find, NOW, some)).containsExactly(150L);
        Cost failed = prices.cost(
                find, NOW, CallStatus.TOOL_ERROR, true, content, 0, List.of(new PeriodCount(List.of(120L), end)));
        assertThat(prices.counted(find, NOW, failed)).isEmpty();
    }

    @Test
    void aFailureThatIsFreeOrFixedCountsNothing() throws Exception {
        PriceTerms terms = new PriceTerms(
                List.of(ROWS),
                null,
                null,
                new FailureCharges(
                        new FailureCharge.Fixed(Money.ofDollars("0.5")),
                        new FailureCharge.Free(),
                        new FailureCharge.Free(),
                        new FailureCharge.Free(),
                        new FailureCharge.Free()));
        PriceConfig price = tenant.price(server, "find", terms);
        CallContent content = content("{}", "{\"structuredContent\":{\"rows\":9}}");

        assertThat(list(price).cost(find, NOW, CallStatus.TOOL_ERROR, true, content, 0, List.of()))
                .isEqualTo(new Cost(500_000_000, price.id(), 1, List.of()));
        assertThat(list(price).cost(find, NOW, CallStatus.UPSTREAM_ERROR, true, content, 0, List.of()))
                .isEqualTo(new Cost(0, price.id(), 1, List.of()));
        assertThat(list(price)
                        .cost(find, NOW, CallStatus.OK, true, content, 0, List.of())
                        .nanos())
                .isEqualTo(14_000_000);
    }

    @ParameterizedTest
    @EnumSource(RefusalReason.class)
    void aRefusedCallCostsItsPriceWhereItsCallerCouldHaveKnown(RefusalReason reason) {
        FailureCharge nothing = new FailureCharge.Free();
        PriceConfig price = tenant.price(
                server,
                "find",
                PriceTerms.perCall(
                        Money.ofDollars("1"),
                        new FailureCharges(nothing, nothing, nothing, nothing, new FailureCharge.Fixed(new Money(3)))));
        boolean ofTheCaller = List.of(
                        RefusalReason.SCOPE_MISSING,
                        RefusalReason.CONDITION_NOT_MET,
                        RefusalReason.CONDITION_FAILED,
                        RefusalReason.CONDITION_TOO_COSTLY,
                        RefusalReason.SOURCE_NOT_ALLOWED,
                        RefusalReason.INVALID_REQUEST)
                .contains(reason);

        Cost cost = list(price).refused(find, NOW, reason);

        assertThat(cost).isEqualTo(ofTheCaller ? new Cost(3, price.id(), 1, List.of()) : Cost.NONE);
        assertThat(list(price).refused(free, NOW, reason)).isEqualTo(Cost.NONE);
    }
}
