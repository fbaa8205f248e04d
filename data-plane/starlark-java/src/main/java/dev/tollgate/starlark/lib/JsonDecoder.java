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
import dev.tollgate.starlark.value.Machine;
import dev.tollgate.starlark.value.None;
import dev.tollgate.starlark.value.Numbers;
import dev.tollgate.starlark.value.Real;
import dev.tollgate.starlark.value.Str;
import dev.tollgate.starlark.value.Value;
import java.math.BigInteger;

/** JSON (RFC 8259) as values. A number with a point or an exponent is a float; of equal names the last counts. */
final class JsonDecoder {
    private static final int FLOAT_LENGTH_MAX = 2_000;

    private final Meter meter;
    private final String text;
    private int at;

    JsonDecoder(Machine machine, String text) {
        this.meter = machine.meter();
        this.text = text;
    }

    Value decode() {
        Value value = value(0);
        skipSpace();
        if (at < text.length()) {
            throw wrong("more text after the value");
        }
        return value;
    }

    private ScriptFault wrong(String what) {
        return new ScriptFault("invalid JSON at offset " + at + ": " + what);
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private void skipSpace() {
        int from = at;
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        meter.steps(at - from >> 3);
    }

    private Value value(int depth) {
        meter.steps(1);
        skipSpace();
        return switch (peek()) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> Str.of(string());
            case 't' -> word("true", Bool.TRUE);
            case 'f' -> word("false", Bool.FALSE);
            case 'n' -> word("null", None.NONE);
            default -> number();
        };
    }

    private Value word(String word, Value value) {
        if (!text.startsWith(word, at)) {
            throw wrong("unexpected character");
        }
        at += word.length();
        return value;
    }

    private boolean take(char c) {
        skipSpace();
        if (peek() == c && at < text.length()) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(char c) {
        if (!take(c)) {
            throw wrong("want '" + c + "'");
        }
    }

    private Value array(int depth) {
        int below = Meter.nested(depth);
        at++;
        ListValue list = ListValue.empty();
        if (take(']')) {
            return list;
        }
        do {
            list.add(meter, value(below));
        } while (take(','));
        expect(']');
        return list;
    }

    private Value object(int depth) {
        int below = Meter.nested(depth);
        at++;
        Dict dict = new Dict();
        if (take('}')) {
            return dict;
        }
        do {
            skipSpace();
            if (peek() != '"') {
                throw wrong("want a name in quotes");
            }
            Str name = Str.of(string());
            expect(':');
            dict.put(meter, name, value(below));
        } while (take(','));
        expect('}');
        return dict;
    }

    private String string() {
        int start = ++at;
        while (at < text.length() && text.charAt(at) != '"' && text.charAt(at) != '\\' && text.charAt(at) >= 0x20) {
            at++;
        }
        meter.text(at - start);
        if (peek() == '"') {
            return text.substring(start, at++);
        }
        StringBuilder out = new StringBuilder(text.substring(start, at));
        while (peek() != '"') {
            meter.bytes(4);
            meter.steps(1);
            out.append(unit());
        }
        at++;
        return out.toString();
    }

    private char unit() {
        char c = peek();
        if (at >= text.length() || c < 0x20) {
            throw wrong("the string is never closed");
        }
        at++;
        if (c != '\\') {
            return c;
        }
        char escaped = peek();
        at++;
        return switch (escaped) {
            case '"', '\\', '/' -> escaped;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> hex();
            default -> throw wrong("invalid escape");
        };
    }

    private char hex() {
        int value = 0;
        for (int i = 0; i < 4; i++) {
            int digit = Character.digit(peek(), 16);
            if (digit < 0) {
                throw wrong("invalid escape");
            }
            value = value << 4 | digit;
            at++;
        }
        return (char) value;
    }

    private Value number() {
        int start = at;
        if (peek() == '-') {
            at++;
        }
        int digitsFrom = at;
        int whole = digits();
        if (whole == 0) {
            throw wrong(start == text.length() ? "the text ends where a value should be" : "unexpected character");
        }
        if (whole > 1 && text.charAt(digitsFrom) == '0') {
            throw wrong("a number begins with zero");
        }
        boolean real = false;
        if (peek() == '.') {
            at++;
            real = digits() > 0 || fail("a point without digits");
        }
        if (peek() == 'e' || peek() == 'E') {
            at++;
            at += peek() == '+' || peek() == '-' ? 1 : 0;
            real = digits() > 0 || fail("an exponent without digits");
        }
        return real ? real(start) : whole(start, whole);
    }

    private boolean fail(String what) {
        throw wrong(what);
    }

    private int digits() {
        int from = at;
        while (peek() >= '0' && peek() <= '9') {
            at++;
        }
        meter.steps(at - from >> 3);
        return at - from;
    }

    private Value whole(int start, int digits) {
        if (digits < 18) {
            return Int.of(Long.parseLong(text, start, at, 10));
        }
        if (digits > Limits.INTEGER_BITS_MAX) {
            throw new LimitStop(Limit.INTEGER, Limits.INTEGER_BITS_MAX);
        }
        return Numbers.bounded(meter, new BigInteger(text.substring(start, at)));
    }

    private Value real(int start) {
        if (at - start > FLOAT_LENGTH_MAX) {
            throw wrong("a number of more than " + FLOAT_LENGTH_MAX + " characters");
        }
        double value = Double.parseDouble(text.substring(start, at));
        if (Double.isInfinite(value)) {
            throw wrong("a number too large for a float");
        }
        return new Real(value);
    }
}
