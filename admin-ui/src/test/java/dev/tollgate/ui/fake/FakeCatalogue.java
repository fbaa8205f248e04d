package dev.tollgate.ui.fake;

import dev.tollgate.model.api.CataloguePrice;
import dev.tollgate.model.api.NewCataloguePrice;
import dev.tollgate.model.api.NewPriceVersion;
import dev.tollgate.model.api.Page;
import dev.tollgate.model.api.WithdrawPriceVersion;
import dev.tollgate.model.price.PriceVersion;
import dev.tollgate.ui.client.TollgateApi;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The catalogue of prices in memory. */
interface FakeCatalogue extends TollgateApi {
    FakeContent content();

    @Override
    default Page<CataloguePrice> cataloguePrices(@Nullable String search, int limit, @Nullable String cursor) {
        String text = search == null ? "" : search;
        return content()
                .page(
                        content().catalogue.stream()
                                .filter(price -> (price.address() + " " + price.toolName()).contains(text))
                                .toList(),
                        limit,
                        cursor);
    }

    @Override
    default CataloguePrice createCataloguePrice(String idempotencyKey, NewCataloguePrice wanted) {
        PriceVersion first = new PriceVersion(1, Instant.now(), wanted.terms());
        CataloguePrice made = new CataloguePrice(
                UUID.randomUUID(), wanted.address(), wanted.toolName(), first, List.of(), Instant.now(), 1);
        content().catalogue.add(made);
        return content().answer(made);
    }

    @Override
    default CataloguePrice addCataloguePriceVersion(UUID id, String ifMatch, NewPriceVersion wanted) {
        CataloguePrice old = FakeContent.one(content().catalogue, CataloguePrice::id, id);
        FakeContent.precondition(ifMatch, old.version());
        Instant from = wanted.effectiveFrom();
        PriceVersion added = new PriceVersion(old.version() + 1, from == null ? Instant.now() : from, wanted.terms());
        List<PriceVersion> upcoming = new ArrayList<>(old.upcoming());
        if (from != null) {
            upcoming.add(added);
        }
        return content().swap(content().catalogue, old, with(old, from == null ? added : old.current(), upcoming));
    }

    @Override
    default CataloguePrice withdrawCataloguePriceVersion(UUID id, String ifMatch, WithdrawPriceVersion wanted) {
        CataloguePrice old = FakeContent.one(content().catalogue, CataloguePrice::id, id);
        FakeContent.precondition(ifMatch, old.version());
        List<PriceVersion> upcoming = old.upcoming().stream()
                .filter(version -> !Objects.equals(version.version(), wanted.number()))
                .toList();
        return content().swap(content().catalogue, old, with(old, old.current(), upcoming));
    }

    private static CataloguePrice with(
            CataloguePrice old, @Nullable PriceVersion current, List<PriceVersion> upcoming) {
        return new CataloguePrice(
                old.id(), old.address(), old.toolName(), current, upcoming, old.createdAt(), old.version() + 1);
    }

    @Override
    default void deleteCataloguePrice(UUID id, String ifMatch) {
        CataloguePrice old = FakeContent.one(content().catalogue, CataloguePrice::id, id);
        FakeContent.precondition(ifMatch, old.version());
        content().catalogue.remove(old);
    }
}
