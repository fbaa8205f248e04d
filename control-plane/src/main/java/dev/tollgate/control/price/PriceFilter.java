package dev.tollgate.control.price;

import dev.tollgate.model.api.PriceOrigin;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which prices are listed; what is absent narrows nothing.
 *
 * @param search a part of the server's or the tool's name
 */
record PriceFilter(
        @Nullable String search,
        @Nullable UUID server,
        @Nullable PriceOrigin origin) {}
