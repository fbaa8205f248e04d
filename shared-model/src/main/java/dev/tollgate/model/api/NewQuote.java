package dev.tollgate.model.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tollgate.model.event.CallStatus;
import dev.tollgate.model.price.PriceTerms;
import org.jspecify.annotations.Nullable;

/**
 * A call that was not made, to be priced.
 *
 * @param status absent means that it goes well
 * @param arguments as an agent would send them; absent means none
 * @param result as the server would answer; absent means none
 * @param millis how long the server would take; absent means 0
 * @param countedBefore how many calls, bytes or whatever else goes on the price would have counted before in its period; absent means none
 */
public record NewQuote(
        PriceTerms terms,
        @Nullable CallStatus status,
        @Nullable JsonNode arguments,
        @Nullable JsonNode result,
        @Nullable Long millis,
        @Nullable Long countedBefore) {}
