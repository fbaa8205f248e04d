package dev.tollgate.ui.fake;

import dev.tollgate.model.api.NewPrice;
import dev.tollgate.model.api.Page;
import dev.tollgate.model.api.Price;
import dev.tollgate.model.api.Server;
import dev.tollgate.ui.client.TollgateApi;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Prices in memory. */
interface FakePrices extends TollgateApi {
    FakeContent content();

    @Override
    default Page<Price> prices(int limit, @Nullable String cursor) {
        return content().page(content().prices, limit, cursor);
    }

    @Override
    default Price createPrice(String idempotencyKey, NewPrice wanted) {
        Price made = price(UUID.randomUUID(), wanted, 1);
        content().prices.add(made);
        return content().answer(made);
    }

    @Override
    default Price replacePrice(UUID id, String ifMatch, NewPrice wanted) {
        Price old = FakeContent.one(content().prices, Price::id, id);
        FakeContent.precondition(ifMatch, old.version());
        return content().swap(content().prices, old, price(id, wanted, old.version() + 1));
    }

    private Price price(UUID id, NewPrice wanted, long version) {
        return new Price(
                id,
                wanted.serverId(),
                FakeContent.one(content().servers, Server::id, wanted.serverId())
                        .name(),
                wanted.toolName(),
                wanted.perCall(),
                Boolean.TRUE.equals(wanted.chargeFailures()),
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
