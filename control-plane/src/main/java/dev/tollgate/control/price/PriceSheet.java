package dev.tollgate.control.price;

import dev.tollgate.control.web.Csv;
import dev.tollgate.model.money.Money;
import dev.tollgate.model.price.Content;
import dev.tollgate.model.price.FailureCharge;
import dev.tollgate.model.price.Measure;
import dev.tollgate.model.price.PriceComponent;
import dev.tollgate.model.price.PriceTerms;
import dev.tollgate.model.price.Tier;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Prices as CSV: a line for each tier of each thing that a version of a price counts. Lines of one price and time belong together;
 * the first one says what holds for all.
 */
final class PriceSheet {
    enum Column {
        ENVIRONMENT,
        SERVER,
        ADDRESS,
        TOOL,
        EFFECTIVE_FROM,
        MINIMUM,
        MAXIMUM,
        TOOL_ERROR,
        UPSTREAM_ERROR,
        TIMEOUT,
        CANCELLED,
        REFUSED,
        MEASURE,
        OF,
        POINTER,
        UNIT,
        QUANTITY_MAX,
        PERIOD,
        UP_TO,
        AMOUNT,
        PER;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private PriceSheet() {}

    static String of(SheetLayout layout, List<SheetPrice> prices) {
        List<Column> columns = layout.columns();
        StringBuilder csv = new StringBuilder(
                Csv.line(columns.stream().map(Column::toString).toList()));
        prices.forEach(price -> lines(price).forEach(line -> csv.append(Csv.line(cells(columns, line)))));
        return csv.toString();
    }

    private static List<String> cells(List<Column> columns, Map<Column, String> line) {
        return columns.stream().map(column -> line.getOrDefault(column, "")).toList();
    }

    private static List<Map<Column, String>> lines(SheetPrice price) {
        List<Map<Column, String>> lines = new ArrayList<>();
        for (PriceComponent component : price.terms().components()) {
            for (Tier tier : component.tiers()) {
                Map<Column, String> line = named(price);
                measure(component.measure(), line);
                line.put(
                        Column.PERIOD,
                        component.period() == null ? "" : component.period().toString());
                line.put(Column.UP_TO, tier.upTo() == null ? "" : Long.toString(tier.upTo()));
                line.put(Column.AMOUNT, tier.rate().amount().dollars());
                line.put(Column.PER, Long.toString(tier.rate().per()));
                lines.add(line);
            }
        }
        if (lines.isEmpty()) {
            lines.add(named(price));
        }
        forAll(price.terms(), lines.getFirst());
        return lines;
    }

    private static Map<Column, String> named(SheetPrice price) {
        Map<Column, String> line = new EnumMap<>(Column.class);
        line.putAll(price.place());
        line.put(Column.TOOL, price.tool() == null ? "" : price.tool());
        line.put(
                Column.EFFECTIVE_FROM,
                price.effectiveFrom() == null ? "" : price.effectiveFrom().toString());
        return line;
    }

    private static void forAll(PriceTerms terms, Map<Column, String> line) {
        line.put(Column.MINIMUM, dollars(terms.minimum()));
        line.put(Column.MAXIMUM, dollars(terms.maximum()));
        line.put(Column.TOOL_ERROR, charge(terms.failures().toolError()));
        line.put(Column.UPSTREAM_ERROR, charge(terms.failures().upstreamError()));
        line.put(Column.TIMEOUT, charge(terms.failures().timeout()));
        line.put(Column.CANCELLED, charge(terms.failures().cancelled()));
        line.put(Column.REFUSED, charge(terms.failures().refused()));
    }

    private static String dollars(@Nullable Money amount) {
        return amount == null ? "" : amount.dollars();
    }

    private static String charge(FailureCharge charge) {
        return switch (charge) {
            case FailureCharge.Free _ -> "free";
            case FailureCharge.AsUsual _ -> "usual";
            case FailureCharge.Fixed fixed -> fixed.amount().dollars();
        };
    }

    private static void measure(Measure measure, Map<Column, String> line) {
        switch (measure) {
            case Measure.Calls _ -> line.put(Column.MEASURE, "calls");
            case Measure.Millis _ -> line.put(Column.MEASURE, "millis");
            case Measure.Bytes bytes -> of("bytes", bytes.of(), line);
            case Measure.Tokens tokens -> of("tokens", tokens.of(), line);
            case Measure.Pointed pointed -> {
                of("pointed", pointed.of(), line);
                line.put(Column.POINTER, pointed.pointer());
                line.put(Column.UNIT, pointed.name());
            }
        }
        Long most = measure.most();
        if (most != null && !(measure instanceof Measure.Calls)) {
            line.put(Column.QUANTITY_MAX, most.toString());
        }
    }

    private static void of(String name, Content content, Map<Column, String> line) {
        line.put(Column.MEASURE, name);
        line.put(Column.OF, content.toString());
    }
}
