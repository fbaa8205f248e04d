package dev.tollgate.starlark.lib;

import dev.tollgate.starlark.fault.ScriptFault;
import dev.tollgate.starlark.meter.Limits;
import dev.tollgate.starlark.meter.Meter;
import java.util.Arrays;

/** The words of a text in JSON (RFC 8259), one after the other, each charged before it is read. */
abstract class JsonScanner {
    static final int NOWHERE = -1;

    final Meter meter;
    /** The text, and a unit behind it that no word has. An array is read twice as fast as a string. */
    final char[] units;

    final int length;
    /** Whether it is the host's: what no value can be is a fault there, as the script did not write it. */
    final boolean outside;

    int at;

    /** @param units with a zero behind the text */
    JsonScanner(Meter meter, char[] units, int length, boolean outside) {
        this.meter = meter;
        this.outside = outside;
        this.units = units;
        this.length = length;
    }

    final ScriptFault wrong(String what) {
        return new ScriptFault("invalid JSON at offset " + at + ": " + what);
    }

    final char peek() {
        return units[at];
    }

    final boolean atEnd() {
        return at >= length;
    }

    /** The character with which the next word begins. */
    final char next() {
        char c = units[at];
        return c > ' ' ? c : behindSpace();
    }

    private char behindSpace() {
        int from = at;
        while (" \t\r\n".indexOf(peek()) >= 0) {
            at++;
        }
        meter.steps(at - from >> 3);
        return peek();
    }

    final boolean take(char c) {
        boolean there = next() == c;
        at += there ? 1 : 0;
        return there;
    }

    final void expect(char c) {
        if (!take(c)) {
            throw wrong("want '" + c + "'");
        }
    }

    final void word(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (peek() != word.charAt(i)) {
                throw wrong("unexpected character");
            }
            at++;
        }
    }

    /** Where the string ends whose first unit is at {@code from}, or its first unit that is written otherwise than it is. */
    final int plainEnd(int from) {
        char[] all = units;
        int end = from;
        while (all[end] != '"' && all[end] != '\\' && all[end] >= ' ') {
            end++;
        }
        return end;
    }

    /** The string whose opening quote is here. */
    final String string() {
        int from = at + 1;
        int end = plainEnd(from);
        at = end;
        meter.text(end - from);
        if (peek() == '"') {
            at++;
            return new String(units, from, end - from);
        }
        StringBuilder string = new StringBuilder().append(units, from, end - from);
        while (peek() != '"') {
            meter.bytes(4);
            meter.steps(1);
            string.append(unit());
        }
        at++;
        return string.toString();
    }

    /** Goes behind the string whose opening quote is here. */
    private void skipString() {
        int from = at + 1;
        at = plainEnd(from);
        meter.look(at - from);
        while (peek() != '"') {
            meter.steps(1);
            unit();
        }
        at++;
    }

    private char unit() {
        char c = peek();
        if (atEnd() || c < 0x20) {
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

    /**
     * Goes behind the number that begins here.
     *
     * @return how many digits it has if it is whole, or else zero
     */
    final int number() {
        int start = at;
        if (peek() == '-') {
            at++;
        }
        int digitsFrom = at;
        int whole = digits();
        if (whole == 0) {
            throw wrong(start == length ? "the text ends where a value should be" : "unexpected character");
        }
        if (whole > 1 && units[digitsFrom] == '0') {
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
        return real ? 0 : whole;
    }

    private boolean fail(String what) {
        throw wrong(what);
    }

    private int digits() {
        char[] all = units;
        int end = at;
        while (all[end] >= '0' && all[end] <= '9') {
            end++;
        }
        int count = end - at;
        meter.steps(count >> 3);
        at = end;
        return count;
    }

    /** One level below the given one. */
    final int nested(int depth) {
        if (outside && depth >= Limits.NESTING_MAX) {
            throw wrong("more than " + Limits.NESTING_MAX + " levels");
        }
        return Meter.nested(depth);
    }

    /**
     * Goes behind a name and its colon if they stand so many units from here, letter for letter.
     *
     * @param start where the name was read before, as it is; or {@link #NOWHERE}
     */
    final boolean takeName(int start, int nameLength, int ahead) {
        int from = at + ahead + 1;
        int end = from + nameLength;
        if (start == NOWHERE
                || end + 1 >= length
                || units[from - 1] != '"'
                || units[end] != '"'
                || units[end + 1] != ':'
                || !Arrays.equals(units, from, end, units, start, start + nameLength)) {
            return false;
        }
        meter.text(nameLength);
        at = end + 2;
        return true;
    }

    /** Goes behind the value that stands here. */
    final void skip(int depth) {
        meter.steps(1);
        switch (next()) {
            case '{' -> skipObject(nested(depth));
            case '[' -> skipArray(nested(depth));
            case '"' -> skipString();
            case 't' -> word("true");
            case 'f' -> word("false");
            case 'n' -> word("null");
            default -> number();
        }
    }

    private void skipArray(int below) {
        at++;
        if (!take(']')) {
            do {
                skip(below);
            } while (take(','));
            expect(']');
        }
    }

    private void skipObject(int below) {
        at++;
        if (!take('}')) {
            do {
                expectName();
                skipString();
                expect(':');
                skip(below);
            } while (take(','));
            expect('}');
        }
    }

    final void expectName() {
        if (next() != '"') {
            throw wrong("want a name in quotes");
        }
    }
}
