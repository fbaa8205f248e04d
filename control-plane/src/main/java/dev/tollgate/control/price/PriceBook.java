package dev.tollgate.control.price;

import dev.tollgate.model.price.PriceVersion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/** Which terms a call was charged by, also after its price is gone. */
@ApplicationScoped
public class PriceBook {
    private final PriceStore store;

    PriceBook(PriceStore store) {
        this.store = store;
    }

    @Transactional
    public Optional<PriceVersion> version(UUID price, long number) {
        return store.version(price, number).map(PriceVersionRow::toModel);
    }
}
