package dev.tollgate.model.price;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Reads what a pointer points at as a quantity, in one pass that keeps nothing. Every JSON has one: what is no number and has no
 * size counts nothing.
 */
public final class PointedQuantity {
    private static final JsonFactory JSON = new JsonFactory();

    private PointedQuantity() {}

    /**
     * A number, rounded up; the size of an array or object; 0 for anything else and for what is negative. Where a member is there
     * twice, the larger counts: which of them its reader takes is not known.
     *
     * @param json a whole value, in UTF-8
     */
    public static long of(byte[] json, int offset, int length, Measure.Pointed measure) {
        try (JsonParser parser = JSON.createParser(json, offset, length)) {
            parser.nextToken();
            return walk(parser, JsonPointer.compile(measure.pointer()), measure.quantityMax());
        } catch (StreamConstraintsException _) {
            // Whoever writes what is counted must not make it uncountable.
            return measure.quantityMax();
        } catch (IOException _) {
            return 0;
        }
    }

    private static long walk(JsonParser parser, JsonPointer at, long max) throws IOException {
        if (at.matches()) {
            return quantity(parser, max);
        }
        long most = 0;
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                boolean wanted = at.matchesProperty(parser.currentName());
                parser.nextToken();
                most = Math.max(most, wanted ? walk(parser, at.tail(), max) : passedOver(parser));
            }
        } else if (parser.currentToken() == JsonToken.START_ARRAY) {
            for (int index = 0; parser.nextToken() != JsonToken.END_ARRAY; index++) {
                most = Math.max(most, at.matchesElement(index) ? walk(parser, at.tail(), max) : passedOver(parser));
            }
        }
        return most;
    }

    private static long passedOver(JsonParser parser) throws IOException {
        parser.skipChildren();
        return 0;
    }

    private static long quantity(JsonParser parser, long max) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> {
                long size = 0;
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    parser.nextToken();
                    size += 1 + passedOver(parser);
                }
                yield Math.min(size, max);
            }
            case START_ARRAY -> {
                long size = 0;
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    size += 1 + passedOver(parser);
                }
                yield Math.min(size, max);
            }
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> ofNumber(parser.getDecimalValue(), max);
            case null, default -> 0;
        };
    }

    private static long ofNumber(BigDecimal value, long max) {
        if (value.signum() <= 0) {
            return 0;
        }
        // Compared before it is rounded: 1e999999999 must not become so many digits.
        return value.compareTo(BigDecimal.valueOf(max)) >= 0
                ? max
                : value.setScale(0, RoundingMode.CEILING).longValueExact();
    }
}
