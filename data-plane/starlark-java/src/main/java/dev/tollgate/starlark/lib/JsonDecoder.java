package dev.tollgate.starlark.lib;

import dev.tollgate.starlark.fault.Limit;
import dev.tollgate.starlark.fault.LimitStop;
import dev.tollgate.starlark.fault.ScriptFault;
import dev.tollgate.starlark.meter.Limits;
import dev.tollgate.starlark.meter.Meter;
import dev.tollgate.starlark.value.Bool;
import dev.tollgate.starlark.value.Dict;
import dev.tollgate.starlark.value.Int;
import dev.tollgate.starlark.value.ListValue;
import dev.tollgate.starlark.value.None;
import dev.tollgate.starlark.value.Numbers;
import dev.tollgate.starlark.value.Real;
import dev.tollgate.starlark.value.Str;
import dev.tollgate.starlark.value.Value;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * JSON (RFC 8259) as values, which are charged before they are made. A number with a point or an exponent is a float; of
 * equal names the last counts. Whatever is no JSON is a {@link ScriptFault}.
 */
public final class JsonDecoder extends JsonScanner {
    private static final int FLOAT_LENGTH_MAX = 2_000;
    /** More digits than a {@code long} is sure to hold. */
    private static final int LONG_DIGITS = 18;

    private static final int ALIKE_LEVELS = 8;

    private final MemberNames names;
    /** What the last object of each level looked like that was read. */
    private final MemberNames.@Nullable Shape[] lastOfLevel = new MemberNames.Shape[ALIKE_LEVELS];

    private boolean behindMember;

    private JsonDecoder(Meter meter, char[] units, int length, boolean outside) {
        super(meter, units, length, outside);
        this.names = new MemberNames(units);
    }

    /** A script's text: its values can be changed, and what is too much of something ends the script. */
    static JsonDecoder ofScript(Meter meter, String text) {
        meter.text(text.length());
        return new JsonDecoder(meter, units(text), text.length(), false);
    }

    /**
     * A host's text, which was counted: its values are frozen, and integers and nesting beyond what values have are faults.
     */
    public static JsonDecoder ofHost(Meter meter, String text) {
        return new JsonDecoder(meter, units(text), text.length(), true);
    }

    private static char[] units(String text) {
        char[] units = new char[text.length() + 1];
        text.getChars(0, text.length(), units, 0);
        return units;
    }

    /**
     * The same of a text in UTF-8.
     *
     * @throws ScriptFault if it is none
     */
    public static JsonDecoder ofHost(Meter meter, byte[] utf8) {
        CharBuffer units = CharBuffer.allocate(utf8.length + 1);
        CoderResult end = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8), units, true);
        if (end.isError()) {
            throw new ScriptFault("invalid JSON: it is no UTF-8");
        }
        return new JsonDecoder(meter, units.array(), units.position(), true);
    }

    /** The one value that the whole text is. */
    public Value whole() {
        Value value = value(0);
        end();
        return value;
    }

    /** To be called when all was read. */
    public void end() {
        next();
        if (!atEnd()) {
            throw wrong("more text after the value");
        }
    }

    /** Steps into the object that stands here; false if it is something else. Its members follow by {@link #member}. */
    public boolean enterObject() {
        behindMember = false;
        return take('{');
    }

    /** The name of the next member, whose {@link #value()} is then to be read or {@link #skip skipped}; null after the last. */
    public @Nullable String member() {
        if (take('}')) {
            return null;
        }
        if (behindMember) {
            expect(',');
        }
        behindMember = true;
        return name().value();
    }

    /** The value that stands here. */
    public Value value() {
        return value(0);
    }

    /**
     * Goes behind the value that stands here, and makes nothing of it.
     *
     * @return where it stands
     */
    public int skip() {
        next();
        int place = at;
        skip(0);
        return place;
    }

    /** The value at a place that was skipped. Nothing can be read after it. */
    public Value at(int place) {
        at = place;
        return value(0);
    }

    private Value value(int depth) {
        meter.steps(1);
        return switch (next()) {
            case '{' -> object(nested(depth));
            case '[' -> array(nested(depth));
            case '"' -> Str.of(string());
            case 't' -> word("true", Bool.TRUE);
            case 'f' -> word("false", Bool.FALSE);
            case 'n' -> word("null", None.NONE);
            default -> numeric();
        };
    }

    private Value word(String word, Value value) {
        word(word);
        return value;
    }

    private Value array(int below) {
        at++;
        ListValue list = ListValue.empty();
        if (!take(']')) {
            do {
                list.add(meter, value(below));
            } while (take(','));
            expect(']');
        }
        if (outside) {
            list.freeze();
        }
        return list;
    }

    private Value object(int below) {
        at++;
        if (!outside) {
            return object(new Dict(), below);
        }
        MemberNames.Shape last = below < ALIKE_LEVELS ? lastOfLevel[below] : null;
        Dict dict = last == null ? object(new Dict(), below) : alike(last, below);
        if (!dict.isFrozen()) {
            dict.freeze();
            if (below < ALIKE_LEVELS) {
                lastOfLevel[below] = names.new Shape(dict);
            }
        }
        return dict;
    }

    private Dict object(Dict dict, int below) {
        return take('}') ? dict : members(dict, below);
    }

    private Dict members(Dict dict, int below) {
        do {
            Str name = name();
            dict.put(meter, name, value(below));
        } while (take(','));
        expect('}');
        return dict;
    }

    /** An object that most likely has the names of one before it; frozen if it has. */
    private Dict alike(MemberNames.Shape last, int below) {
        Dict like = last.dict;
        Value[] values = new Value[like.size()];
        int read = 0;
        while (read < values.length
                && (read == 0 || peek() == ',')
                && takeName(last.start(read), like.key(read).toString().length(), read == 0 ? 0 : 1)) {
            values[read++] = value(below);
        }
        if (read == 0) {
            return object(new Dict(), below);
        }
        if (read == values.length && take('}')) {
            return Dict.alike(meter, like, values);
        }
        Dict dict = new Dict();
        for (int i = 0; i < read; i++) {
            dict.put(meter, like.key(i), values[i]);
        }
        if (take(',')) {
            return members(dict, below);
        }
        expect('}');
        return dict;
    }

    /** A member's name and the colon behind it. */
    private Str name() {
        expectName();
        int from = at + 1;
        int end = plainEnd(from);
        Str name = units[end] == '"' ? plainName(from, end) : Str.of(string());
        expect(':');
        return name;
    }

    private Str plainName(int from, int end) {
        meter.text(end - from);
        at = end + 1;
        return names.name(from, end);
    }

    private Value numeric() {
        int start = at;
        int digits = number();
        if (digits == 0) {
            return real(start);
        }
        if (digits < LONG_DIGITS) {
            return Int.of(small(start));
        }
        if (digits > Limits.INTEGER_BITS_MAX) {
            throw tooLarge();
        }
        BigInteger value = new BigInteger(new String(units, start, at - start));
        if (outside && value.bitLength() > Limits.INTEGER_BITS_MAX) {
            throw tooLarge();
        }
        return Numbers.bounded(meter, value);
    }

    private long small(int start) {
        boolean negative = units[start] == '-';
        long value = 0;
        for (int i = negative ? start + 1 : start; i < at; i++) {
            value = value * 10 + units[i] - '0';
        }
        return negative ? -value : value;
    }

    private RuntimeException tooLarge() {
        return outside
                ? wrong("an integer of more than " + Limits.INTEGER_BITS_MAX + " bits")
                : new LimitStop(Limit.INTEGER, Limits.INTEGER_BITS_MAX);
    }

    private Value real(int start) {
        if (at - start > FLOAT_LENGTH_MAX) {
            throw wrong("a number of more than " + FLOAT_LENGTH_MAX + " characters");
        }
        double value = Double.parseDouble(new String(units, start, at - start));
        if (Double.isInfinite(value)) {
            throw wrong("a number too large for a float");
        }
        return new Real(value);
    }
}
