package dev.tollgate.control.price;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tollgate.control.web.FieldErrors;
import dev.tollgate.model.api.NewQuote;
import dev.tollgate.model.api.Quote;
import dev.tollgate.model.event.CallStatus;
import dev.tollgate.model.price.Content;
import dev.tollgate.model.price.Measure;
import dev.tollgate.model.price.PointedQuantity;
import dev.tollgate.model.price.PriceComponent;
import dev.tollgate.model.price.PriceExplanation;
import dev.tollgate.model.price.Quantities;
import dev.tollgate.model.quota.CountBefore;
import dev.tollgate.model.quota.PeriodCount;
import dev.tollgate.model.wire.WireJson;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Prices calls that nobody made, as gateways would have. */
final class Quotes {
    private static final int BYTES_PER_TOKEN = 4;

    private Quotes() {}

    static Quote of(NewQuote wanted) {
        FieldErrors errors = new FieldErrors();
        PriceRules.check(errors, "terms", wanted.terms());
        if (wanted.millis() != null && (wanted.millis() < 0 || wanted.millis() > PriceRules.LARGEST_CALL.millis())) {
            errors.add("millis", "lies between 0 and " + PriceRules.LARGEST_CALL.millis());
        }
        if (wanted.countedBefore() != null && wanted.countedBefore() < 0) {
            errors.add("countedBefore", "is 0 or more");
        }
        errors.throwIfAny();
        Map<Measure, Long> counted = new HashMap<>();
        for (PriceComponent component : wanted.terms().components()) {
            counted.put(component.measure(), quantity(component.measure(), wanted));
        }
        CountBefore before = new CountBefore(wanted.countedBefore() == null ? 0 : wanted.countedBefore(), true);
        // All that goes on has had so many: a quote shows what another rate does.
        Map<Measure, PeriodCount> counts = new HashMap<>();
        counted.keySet().forEach(measure -> counts.put(measure, PeriodCount.from(before)));
        CallStatus status = wanted.status() == null ? CallStatus.OK : wanted.status();
        PriceExplanation explanation = wanted.terms().price(status, new Quantities(counted, counts));
        return new Quote(
                explanation.total(),
                explanation.toString(),
                explanation.lines(),
                wanted.terms().bound(PriceRules.LARGEST_CALL));
    }

    private static long quantity(Measure measure, NewQuote wanted) {
        return switch (measure) {
            case Measure.Calls _ -> 1;
            case Measure.Bytes bytes -> json(bytes.of(), wanted).length;
            case Measure.Millis _ -> wanted.millis() == null ? 0 : wanted.millis();
            case Measure.Pointed pointed -> {
                byte[] json = json(pointed.of(), wanted);
                yield PointedQuantity.of(json, 0, json.length, pointed);
            }
            // An estimate, as gateways make it where they cannot count.
            case Measure.Tokens tokens -> Math.ceilDiv(json(tokens.of(), wanted).length, BYTES_PER_TOKEN);
        };
    }

    private static byte[] json(Content content, NewQuote wanted) {
        @Nullable JsonNode json = content == Content.ARGUMENTS ? wanted.arguments() : wanted.result();
        return json == null ? new byte[0] : WireJson.encode(json);
    }
}
