package dev.tollgate.ui.fake;

import dev.tollgate.model.api.NewPrice;
import dev.tollgate.model.api.NewPriceVersion;
import dev.tollgate.model.api.NewQuote;
import dev.tollgate.model.api.Page;
import dev.tollgate.model.api.Price;
import dev.tollgate.model.api.PriceOrigin;
import dev.tollgate.model.api.PriceSheetOutcome;
import dev.tollgate.model.api.Problem;
import dev.tollgate.model.api.Quote;
import dev.tollgate.model.api.Server;
import dev.tollgate.model.api.TierUsage;
import dev.tollgate.model.api.WithdrawPriceVersion;
import dev.tollgate.model.event.CallStatus;
import dev.tollgate.model.money.Money;
import dev.tollgate.model.price.Content;
import dev.tollgate.model.price.Measure;
import dev.tollgate.model.price.PriceExplanation;
import dev.tollgate.model.price.PricePeriod;
import dev.tollgate.model.price.PriceVersion;
import dev.tollgate.model.price.Quantities;
import dev.tollgate.model.quota.WindowLength;
import dev.tollgate.ui.client.TollgateApi;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Prices in memory. */
interface FakePrices extends TollgateApi {
    FakeContent content();

    @Override
    default Page<Price> prices(
            @Nullable String search,
            @Nullable UUID server,
            @Nullable PriceOrigin origin,
            int limit,
            @Nullable String cursor) {
        String text = search == null ? "" : search;
        return content()
                .page(
                        content().prices.stream()
                                .filter(price -> (price.serverName() + " " + price.toolName()).contains(text))
                                .filter(price ->
                                        server == null || price.serverId().equals(server))
                                .filter(price -> origin == null || price.origin() == origin)
                                .toList(),
                        limit,
                        cursor);
    }

    @Override
    default Price createPrice(String idempotencyKey, NewPrice wanted) {
        Price made = price(UUID.randomUUID(), wanted, 1);
        content().prices.add(made);
        return content().answer(made);
    }

    @Override
    default Price addPriceVersion(UUID id, String ifMatch, NewPriceVersion wanted) {
        Price old = FakeContent.one(content().prices, Price::id, id);
        FakeContent.precondition(ifMatch, old.version());
        if (wanted.effectiveFrom() == null) {
            NewPrice as = new NewPrice(old.serverId(), old.toolName(), wanted.terms(), null);
            return content().swap(content().prices, old, price(id, as, old.version() + 1));
        }
        List<PriceVersion> upcoming = new ArrayList<>(old.upcoming());
        upcoming.add(new PriceVersion(old.version() + 1, wanted.effectiveFrom(), wanted.terms()));
        return content().swap(content().prices, old, with(old, upcoming));
    }

    @Override
    default Price withdrawPriceVersion(UUID id, String ifMatch, WithdrawPriceVersion wanted) {
        Price old = FakeContent.one(content().prices, Price::id, id);
        FakeContent.precondition(ifMatch, old.version());
        List<PriceVersion> upcoming = old.upcoming().stream()
                .filter(version -> !Objects.equals(version.version(), wanted.number()))
                .toList();
        return content().swap(content().prices, old, with(old, upcoming));
    }

    private static Price with(Price old, List<PriceVersion> upcoming) {
        return new Price(
                old.id(),
                old.serverId(),
                old.serverName(),
                old.toolName(),
                old.current(),
                upcoming,
                PriceOrigin.OWN,
                false,
                old.createdAt(),
                old.version() + 1);
    }

    /** Of one tier, of which most is used. */
    @Override
    default List<TierUsage> tierUsage(UUID id) {
        return List.of(new TierUsage(
                new Measure.Tokens(Content.RESULT, 5_000L),
                PricePeriod.of(WindowLength.MONTH),
                0,
                1_000_000,
                900_000,
                20_000,
                80_000,
                Instant.parse("2027-01-01T00:00:00Z")));
    }

    /** Of a call that counts nothing but itself. */
    @Override
    default Quote quotePrice(NewQuote call) {
        content().log.add("quote " + call.arguments() + " " + call.result() + " " + call.millis());
        PriceExplanation explanation = call.terms().price(CallStatus.OK, Quantities.NONE);
        return content()
                .answer(new Quote(
                        explanation.total(), explanation.toString(), explanation.lines(), Money.ofDollars("5")));
    }

    @Override
    default byte[] priceSheet() {
        return content().answer("environment,server\n").getBytes(StandardCharsets.UTF_8);
    }

    @Override
    default PriceSheetOutcome sendPriceSheet(boolean dryRun, String csv) {
        content().log.add("sheet " + dryRun);
        return outcome("crm", dryRun, csv);
    }

    @Override
    default byte[] catalogueSheet() {
        return content().answer("address,tool\n").getBytes(StandardCharsets.UTF_8);
    }

    @Override
    default PriceSheetOutcome sendCatalogueSheet(boolean dryRun, String csv) {
        content().log.add("catalogue sheet " + dryRun);
        return outcome("https://mcp.vendor.example/v1", dryRun, csv);
    }

    /** One price a line; one that says {@code wrong} is refused. */
    private PriceSheetOutcome outcome(String server, boolean dryRun, String csv) {
        if (csv.contains("wrong")) {
            throw FakeContent.problem(
                    422,
                    "The request is not valid",
                    List.of(
                            new Problem.FieldError("line 10: server", "there is no such server"),
                            new Problem.FieldError("line 2: amount", "is a decimal number of dollars")));
        }
        return content()
                .answer(new PriceSheetOutcome(
                        dryRun,
                        1,
                        0,
                        0,
                        List.of(new PriceSheetOutcome.Line(
                                2, server, "find_customer", PriceSheetOutcome.Effect.CREATED, "0.01 a call"))));
    }

    private Price price(UUID id, NewPrice wanted, long version) {
        return new Price(
                id,
                wanted.serverId(),
                FakeContent.one(content().servers, Server::id, wanted.serverId())
                        .name(),
                wanted.toolName(),
                new PriceVersion(version, Instant.now(), wanted.terms()),
                List.of(),
                PriceOrigin.OWN,
                false,
                Instant.now(),
                version);
    }

    @Override
    default void deletePrice(UUID id, String ifMatch) {
        Price old = FakeContent.one(content().prices, Price::id, id);
        FakeContent.precondition(ifMatch, old.version());
        content().prices.remove(old);
    }
}
