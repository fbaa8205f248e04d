package dev.tollgate.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.gateway.event.Cost;
import dev.tollgate.gateway.event.EventDraft;
import dev.tollgate.gateway.fixture.TestTenant;
import dev.tollgate.gateway.fixture.TestTenant.IssuedKey;
import dev.tollgate.gateway.upstream.UpstreamReply;
import dev.tollgate.model.config.PriceConfig;
import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.event.CallStatus;
import dev.tollgate.model.money.Money;
import dev.tollgate.model.price.Content;
import dev.tollgate.model.price.FailureCharges;
import dev.tollgate.model.price.Measure;
import dev.tollgate.model.price.PriceComponent;
import dev.tollgate.model.price.PricePeriod;
import dev.tollgate.model.price.PriceTerms;
import dev.tollgate.model.price.Rate;
import dev.tollgate.model.price.Tier;
import dev.tollgate.model.price.TierAccounts;
import dev.tollgate.model.quota.Charge;
import dev.tollgate.model.quota.CountBefore;
import dev.tollgate.model.quota.QuotaLimit;
import dev.tollgate.model.quota.WindowLength;
import dev.tollgate.model.quota.lease.LimitShare;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A price of which three calls of a year are free, one costs half a cent and the others a cent, with the ledger itself behind it. */
class FreeQuotaTest {
    private static final long CENT = 10_000_000;
    private static final PriceTerms TERMS = new PriceTerms(
            List.of(new PriceComponent(
                    new Measure.Calls(),
                    PricePeriod.of(WindowLength.YEAR),
                    List.of(
                            new Tier(3L, new Rate(Money.ZERO, 1)),
                            new Tier(4L, new Rate(new Money(CENT / 2), 1)),
                            new Tier(null, new Rate(new Money(CENT), 1))))),
            null,
            null,
            FailureCharges.FREE);
    private static final UpstreamReply GOOD = new UpstreamReply.Result(EdgeServer.json("{}"), false, null);

    private final TestTenant tenant = new TestTenant();
    private final ServerConfig server = tenant.server("crm", URI.create("http://127.0.0.1:1/mcp"));
    private final IssuedKey key = tenant.key("crm__*");
    private @Nullable EdgeServer started;
    private List<QuotaLimit> tiers = List.of();

    @BeforeEach
    void start() throws Exception {
        started = new EdgeServer();
        tenant.tool(server, "find");
        tenant.tool(server, "seek");
        PriceConfig price = tenant.price(server, null, TERMS);
        tiers = TierAccounts.of(price.tenant(), price.id(), TERMS);
        tiers.forEach(edge().ledger::know);
        edge().snapshots.publish(tenant);
        edge().upstream = (_, listener) -> listener.reply(GOOD);
    }

    @AfterEach
    void stop() throws Exception {
        edge().close();
    }

    private EdgeServer edge() {
        return Objects.requireNonNull(started);
    }

    private EventDraft called(String tool) throws Exception {
        String call = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"" + tool
                + "\",\"arguments\":{}}}";
        assertThat(edge().send(edge().post(key.text(), call)).body()).contains("\"result\"");
        return edge().nextEvent();
    }

    @Test
    void allToolsOfAServerCountTogetherAndEachCallSaysWhereTheCountStood() throws Exception {
        // when
        List<EventDraft> events = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            events.add(called(i % 2 == 0 ? "crm__find" : "crm__seek"));
        }
        // then
        assertThat(events).extracting(event -> event.cost().nanos()).containsExactly(0L, 0L, 0L, CENT / 2, CENT, CENT);
        assertThat(events)
                .extracting(event -> event.cost().before())
                .containsExactly(at(0), at(0), at(0), at(3), at(4), at(4));
        assertThat(events.subList(0, 3))
                .allSatisfy(event -> assertThat(event.charges())
                        .singleElement()
                        .returns(1L, Charge::amount)
                        .returns(tiers.getFirst().id(), charge -> charge.lease().limit()));
        assertThat(events.get(3).charges())
                .singleElement()
                .returns(tiers.getLast().id(), charge -> charge.lease().limit());
        assertThat(events.get(5).charges()).isEmpty();
    }

    private static CountBefore at(long count) {
        return new CountBefore(count, true);
    }

    @Test
    void whatFailsForNothingAndWhatIsNotSentIsNotCounted() throws Exception {
        // given
        edge().upstream = (_, listener) ->
                listener.reply(new UpstreamReply.Result(EdgeServer.json("{\"isError\":true}"), true, null));
        for (int i = 0; i < 5; i++) {
            EventDraft failed = called("crm__find");
            assertThat(failed.status()).isEqualTo(CallStatus.TOOL_ERROR);
            assertThat(failed.cost().before()).isNull();
            assertThat(failed.charges()).isEmpty();
        }
        // when
        edge().upstream = (_, listener) -> listener.reply(GOOD);
        // then
        for (int i = 0; i < 3; i++) {
            assertThat(called("crm__find").cost()).returns(0L, Cost::nanos).returns(at(0), Cost::before);
        }
        assertThat(called("crm__find").cost().nanos()).isEqualTo(CENT / 2);
    }

    @Test
    void whileTheLedgerIsAwayNobodyIsRefusedPaysForItOrWaitsTwice() throws Exception {
        edge().ledger.silence(true);

        EventDraft first = called("crm__find");
        EventDraft second = called("crm__find");

        assertThat(List.of(first, second)).allSatisfy(event -> {
            assertThat(event.cost()).returns(0L, Cost::nanos).returns(CountBefore.UNKNOWN, Cost::before);
            assertThat(event.charges()).isEmpty();
        });
        assertThat(edge().ledger.counted).containsExactly("waited/ADMITTED");
        edge().ledger.silence(false);
        while (!at(4).equals(called("crm__find").cost().before())) {
            assertThat(edge().ledger.counted).doesNotContain("waited/REFUSED");
        }
        assertThat(edge().ledger.figures(tiers.getFirst().id()).left()).isZero();
    }

    @Test
    void whereTooManyWaitTheNextAreMadeAllTheSame() throws Exception {
        edge().ledger.silence(true);
        edge().ledger.crowd(tiers.getFirst(), LimitShare.WAITING_MAX);

        assertThat(called("crm__find").cost().before()).isEqualTo(CountBefore.UNKNOWN);
    }

    @Test
    void ofATierOfRowsEachCallIsChargedWhatItHadAndTheLastOnesRestPaysTheNextRate() throws Exception {
        // given
        Measure rows = new Measure.Pointed(Content.RESULT, "/structuredContent/rows", "rows", 40);
        PriceTerms terms = new PriceTerms(
                List.of(new PriceComponent(
                        rows,
                        PricePeriod.of(WindowLength.YEAR),
                        List.of(new Tier(50L, new Rate(Money.ZERO, 1)), new Tier(null, new Rate(new Money(CENT), 1))))),
                null,
                null,
                FailureCharges.FREE);
        PriceConfig price = tenant.price(server, "find", terms);
        QuotaLimit tier = TierAccounts.of(price.tenant(), price.id(), terms).getFirst();
        edge().ledger.know(tier);
        edge().snapshots.publish(tenant);
        edge().upstream = (_, listener) -> listener.reply(
                new UpstreamReply.Result(EdgeServer.json("{\"structuredContent\":{\"rows\":20}}"), false, null));
        // when
        List<EventDraft> events = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            events.add(called("crm__find"));
        }
        // then
        assertThat(events).extracting(event -> event.cost().nanos()).containsExactly(0L, 0L, 10 * CENT, 20 * CENT);
        assertThat(events)
                .extracting(event -> event.cost().tierCounts())
                .containsExactly(List.of(20L, 50L), List.of(20L, 50L), List.of(10L, 50L), List.of(0L, 50L));
        assertThat(events.stream()
                        .flatMap(event -> event.charges().stream())
                        .mapToLong(Charge::amount)
                        .sum())
                .isEqualTo(50);
    }
}
