package dev.tollgate.control.price;

import dev.tollgate.control.price.PriceSheet.Column;
import dev.tollgate.control.web.Csv;
import dev.tollgate.control.web.FieldErrors;
import dev.tollgate.control.web.Refused;
import dev.tollgate.model.price.Measure;
import dev.tollgate.model.price.PriceComponent;
import dev.tollgate.model.price.PricePeriod;
import dev.tollgate.model.price.PriceTerms;
import dev.tollgate.model.price.Tier;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;
import org.jspecify.annotations.Nullable;

/** Reads a {@link PriceSheet}. What is wrong is told by line and column, all at once. */
final class SheetReader {
    static final int LINES_MAX = 5_000;

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
            .setSkipHeaderRecord(true)
            .setIgnoreHeaderCase(true)
            .setIgnoreEmptyLines(true)
            .setTrim(true)
            .get();

    private final SheetLayout layout;
    private final FieldErrors errors;
    /** The lines of each price, under what they have in common. */
    private final Map<List<String>, List<SheetLine>> prices = new LinkedHashMap<>();

    private SheetReader(SheetLayout layout, FieldErrors errors) {
        this.layout = layout;
        this.errors = errors;
    }

    /** Adds to the errors what is wrong; what is answered is whole only if nothing was. */
    static List<SheetPrice> read(SheetLayout layout, String csv, FieldErrors errors) {
        SheetReader reader = new SheetReader(layout, errors);
        reader.lines(csv.startsWith("\uFEFF") ? csv.substring(1) : csv);
        List<SheetPrice> read = new ArrayList<>();
        reader.prices.values().forEach(lines -> {
            SheetPrice price = reader.price(lines);
            if (price != null) {
                read.add(price);
            }
        });
        return read;
    }

    private void lines(String csv) {
        try (CSVParser parser = FORMAT.parse(new StringReader(csv))) {
            checkHeader(parser.getHeaderNames());
            for (CSVRecord entry : parser) {
                if (parser.getRecordNumber() > LINES_MAX) {
                    throw Refused.invalid(
                            "line " + parser.getCurrentLineNumber(), "is one too many: " + LINES_MAX + " at most");
                }
                SheetLine line = new SheetLine(layout, parser.getCurrentLineNumber(), entry, errors);
                prices.computeIfAbsent(line.common(), _ -> new ArrayList<>()).add(line);
            }
        } catch (CSVException | IllegalArgumentException | UncheckedIOException e) {
            throw Refused.invalid("body", "is no CSV with a line of column names: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("a text can be read", e);
        }
    }

    /** A column that is misspelled would else be one that was left out. */
    private void checkHeader(List<String> names) {
        List<String> header = names.stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList();
        for (Column column : layout.needed()) {
            if (!header.contains(column.toString())) {
                errors.add("line 1", "lacks the column " + column);
            }
        }
        List<String> known = layout.columns().stream().map(Column::toString).toList();
        for (int i = 0; i < header.size(); i++) {
            if (!known.contains(header.get(i))) {
                errors.add("line 1", "has a column " + (i + 1) + " that is none of " + String.join(", ", known));
            }
        }
        errors.throwIfAny();
    }

    private @Nullable SheetPrice price(List<SheetLine> lines) {
        SheetLine first = lines.getFirst();
        Map<Measure, List<Tier>> tiers = new LinkedHashMap<>();
        Map<Measure, Optional<PricePeriod>> periods = new HashMap<>();
        for (SheetLine line : lines) {
            Measure measure = line.measure();
            Tier tier = measure == null ? null : line.tier();
            if (measure != null && tier != null) {
                tiers.computeIfAbsent(measure, _ -> new ArrayList<>()).add(tier);
                Optional<PricePeriod> period = Optional.ofNullable(line.period());
                if (!periods.computeIfAbsent(measure, _ -> period).equals(period)) {
                    errors.add(
                            "line " + line.number() + ": " + Column.PERIOD,
                            "is the same on all lines of one thing that is counted");
                }
            }
        }
        try {
            PriceTerms terms = new PriceTerms(
                    tiers.entrySet().stream()
                            .map(entry -> new PriceComponent(
                                    entry.getKey(),
                                    periods.getOrDefault(entry.getKey(), Optional.empty())
                                            .orElse(null),
                                    entry.getValue()))
                            .toList(),
                    first.money(Column.MINIMUM),
                    first.money(Column.MAXIMUM),
                    first.failures());
            PriceRules.check(errors, "line " + first.number(), terms);
            return first.price(terms);
        } catch (IllegalArgumentException e) {
            errors.add("line " + first.number(), String.valueOf(e.getMessage()));
            return null;
        }
    }

    /** One line of a sheet, whose cells are read as they are asked for. */
    static String text(CSVRecord entry, Column column) {
        String cell =
                entry.isMapped(column.toString()) && entry.isSet(column.toString()) ? entry.get(column.toString()) : "";
        return Csv.plain(cell);
    }
}
