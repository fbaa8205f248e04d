package dev.tollgate.control.price;

import dev.tollgate.control.price.PriceSheet.Column;
import dev.tollgate.control.web.FieldErrors;
import dev.tollgate.model.money.Money;
import dev.tollgate.model.price.Content;
import dev.tollgate.model.price.FailureCharge;
import dev.tollgate.model.price.FailureCharges;
import dev.tollgate.model.price.Measure;
import dev.tollgate.model.price.PricePeriod;
import dev.tollgate.model.price.PriceTerms;
import dev.tollgate.model.price.Rate;
import dev.tollgate.model.price.Tier;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** One line of a sheet of prices. A cell that cannot be read is noted as an error, and reads as empty. */
final class SheetLine {
    private final SheetLayout layout;
    private final long number;
    private final CSVRecord entry;
    private final FieldErrors errors;

    SheetLine(SheetLayout layout, long number, CSVRecord entry, FieldErrors errors) {
        this.layout = layout;
        this.number = number;
        this.entry = entry;
        this.errors = errors;
    }

    long number() {
        return number;
    }

    /** What the lines of one version of a price have in common. */
    List<String> common() {
        return Stream.concat(layout.place().stream(), Stream.of(Column.TOOL, Column.EFFECTIVE_FROM))
                .map(this::text)
                .toList();
    }

    SheetPrice price(PriceTerms terms) {
        String tool = text(Column.TOOL);
        errors.optionalText(field(Column.TOOL), tool, PriceService.TOOL_NAME_CHARS_MAX);
        Map<Column, String> place = new EnumMap<>(Column.class);
        layout.place().forEach(column -> place.put(column, text(column)));
        Instant from = read(Column.EFFECTIVE_FROM, Instant::parse);
        return new SheetPrice(number, place, tool.isEmpty() ? null : tool, from, terms);
    }

    /** Absent where the line counts nothing. */
    @Nullable
    Measure measure() {
        return read(Column.MEASURE, kind -> switch (kind) {
            case "calls" -> new Measure.Calls();
            case "millis" -> new Measure.Millis(most());
            case "bytes" -> new Measure.Bytes(content(), most());
            case "tokens" -> new Measure.Tokens(content(), most());
            case "pointed" -> new Measure.Pointed(content(), text(Column.POINTER), text(Column.UNIT), quantityMax());
            default -> throw new IllegalArgumentException("is calls, millis, bytes, tokens or pointed");
        });
    }

    private Content content() {
        return switch (text(Column.OF)) {
            case "arguments" -> Content.ARGUMENTS;
            case "result" -> Content.RESULT;
            default -> throw new IllegalArgumentException("needs arguments or result in the column of");
        };
    }

    /** Absent where all counts. */
    private @Nullable Long most() {
        return read(Column.QUANTITY_MAX, Long::valueOf);
    }

    private long quantityMax() {
        Long max = most();
        if (max == null) {
            throw new IllegalArgumentException("needs a whole number in the column quantity_max");
        }
        return max;
    }

    /** Absent where counting begins with each call. */
    @Nullable
    PricePeriod period() {
        return read(Column.PERIOD, PricePeriod::parse);
    }

    @Nullable
    Tier tier() {
        Money amount = money(Column.AMOUNT);
        if (amount == null) {
            if (text(Column.AMOUNT).isEmpty()) {
                errors.add(field(Column.AMOUNT), "must be given, in dollars");
            }
            return null;
        }
        Long per = read(Column.PER, Long::valueOf);
        Long upTo = read(Column.UP_TO, Long::valueOf);
        return read(Column.AMOUNT, _ -> new Tier(upTo, new Rate(amount, per == null ? 1 : per)));
    }

    @Nullable
    Money money(Column column) {
        return read(column, Money::ofDollars);
    }

    FailureCharges failures() {
        return new FailureCharges(
                charge(Column.TOOL_ERROR),
                charge(Column.UPSTREAM_ERROR),
                charge(Column.TIMEOUT),
                charge(Column.CANCELLED),
                charge(Column.REFUSED));
    }

    private FailureCharge charge(Column column) {
        FailureCharge charge = read(column, text -> switch (text) {
            case "free" -> new FailureCharge.Free();
            case "usual" -> new FailureCharge.AsUsual();
            default -> new FailureCharge.Fixed(Money.ofDollars(text));
        });
        return charge == null ? new FailureCharge.Free() : charge;
    }

    private <T> @Nullable T read(Column column, Function<String, T> form) {
        String text = text(column);
        if (text.isEmpty()) {
            return null;
        }
        try {
            return form.apply(text);
        } catch (NumberFormatException _) {
            errors.add(field(column), "is a whole number");
        } catch (DateTimeParseException _) {
            errors.add(field(column), "is a time such as 2027-01-01T00:00:00Z");
        } catch (IllegalArgumentException e) {
            errors.add(field(column), String.valueOf(e.getMessage()));
        }
        return null;
    }

    private String field(Column column) {
        return "line " + number + ": " + column;
    }

    private String text(Column column) {
        return SheetReader.text(entry, column);
    }
}
