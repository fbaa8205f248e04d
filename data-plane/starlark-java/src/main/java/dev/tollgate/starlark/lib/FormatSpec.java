package dev.tollgate.starlark.lib;

import dev.tollgate.starlark.fault.ScriptFault;
import dev.tollgate.starlark.value.Bool;
import dev.tollgate.starlark.value.Int;
import dev.tollgate.starlark.value.Numbers;
import dev.tollgate.starlark.value.Real;
import dev.tollgate.starlark.value.Repr;
import dev.tollgate.starlark.value.TextBuilder;
import dev.tollgate.starlark.value.Value;

/**
 * How a value is written into text: {@code [[fill]align][sign][0][width][,][.precision][type]}, as in Python. The
 * specification of Starlark has the types alone; the rest is what is written anyway.
 *
 * @param fill for the room that the text does not take
 * @param align one of {@code < > ^ =}, or a blank for what the type is used to
 * @param sign one of {@code + -} and blank
 * @param width at least so many characters
 * @param grouped whether thousands are set apart by commas
 * @param precision digits after the point, characters of a string; -1 where none is said
 * @param type one of {@code s d i o x X b e E f F g G % r}, or a blank for the value's own
 */
record FormatSpec(char fill, char align, char sign, int width, boolean grouped, int precision, char type) {
    static final FormatSpec PLAIN = new FormatSpec(' ', ' ', '-', 0, false, -1, ' ');
    static final int WIDTH_MAX = 1_000;
    static final int PRECISION_MAX = 100;
    private static final String ALIGNMENTS = "<>^=";
    private static final String TYPES = "sdioxXbeEfFgG%";

    FormatSpec {
        if (width > WIDTH_MAX || precision > PRECISION_MAX) {
            throw new ScriptFault("a format's width is at most " + WIDTH_MAX + ", its precision " + PRECISION_MAX);
        }
    }

    static FormatSpec parse(String text) {
        if (text.isEmpty()) {
            return PLAIN;
        }
        FormatSpec spec = new Reader(text).read();
        return spec.equals(PLAIN) ? PLAIN : spec;
    }

    private static final class Reader {
        private final String text;
        private int at;

        Reader(String text) {
            this.text = text;
        }

        private char peek(int ahead) {
            return at + ahead < text.length() ? text.charAt(at + ahead) : '\0';
        }

        private boolean take(char wanted) {
            if (peek(0) == wanted) {
                at++;
                return true;
            }
            return false;
        }

        FormatSpec read() {
            char fill = ' ';
            char align = ' ';
            if (peek(1) != '\0' && ALIGNMENTS.indexOf(peek(1)) >= 0) {
                fill = peek(0);
                align = peek(1);
                at += 2;
            } else if (peek(0) != '\0' && ALIGNMENTS.indexOf(peek(0)) >= 0) {
                align = text.charAt(at++);
            }
            char sign = peek(0) == '+' || peek(0) == '-' || peek(0) == ' ' ? text.charAt(at++) : '-';
            if (take('0') && align == ' ') {
                fill = '0';
                align = '=';
            }
            int width = number();
            boolean grouped = take(',');
            int precision = take('.') ? number() : -1;
            char type = peek(0) == '\0' ? ' ' : text.charAt(at++);
            if (at < text.length() || type != ' ' && TYPES.indexOf(type) < 0) {
                throw new ScriptFault("invalid format: '" + text + "'", "a format is like >8, 05d, .2f or ,");
            }
            return new FormatSpec(fill, align, sign, width, grouped, precision, type);
        }

        private int number() {
            int value = 0;
            while (peek(0) >= '0' && peek(0) <= '9') {
                value = Math.min(WIDTH_MAX + 1, value * 10 + text.charAt(at++) - '0');
            }
            return value;
        }
    }

    /** Writes the value so. */
    void write(TextBuilder out, Value value) {
        if (this == PLAIN) {
            Repr.writeStr(out, value);
            return;
        }
        switch (value) {
            case Int _, Real _ when type != 's' -> writeNumber(out, value);
            default -> {
                if (type != ' ' && type != 's') {
                    throw new ScriptFault(
                            "format '" + type + "' wants a number, got " + value.type(),
                            value instanceof Bool ? "write int(x)" : "");
                }
                String text = Repr.str(out.meter(), value);
                pad(out, precision >= 0 && precision < text.length() ? text.substring(0, precision) : text, "", '<');
            }
        }
    }

    /** The value must be a number. */
    void writeNumber(TextBuilder out, Value value) {
        String digits = switch (type) {
            case 'd', 'i', 'o', 'x', 'X', 'b' -> whole(out, value);
            case ' ' -> value instanceof Int && precision < 0 ? whole(out, value) : real(value);
            default -> real(value);
        };
        boolean negative = digits.startsWith("-");
        String shownSign = negative ? "-" : sign == '-' ? "" : String.valueOf(sign);
        String unsigned = negative || digits.startsWith("+") ? digits.substring(1) : digits;
        pad(out, grouped ? Digits.grouped(unsigned) : unsigned, shownSign, '>');
    }

    private String whole(TextBuilder out, Value value) {
        Int number = value instanceof Int i ? i : Numbers.truncate(out.meter(), Numbers.toDouble(value));
        out.meter().steps(number.bitLength() >> 4);
        return Digits.whole(number, type);
    }

    private String real(Value value) {
        return Digits.real(Numbers.toDouble(value), type, precision);
    }

    private void pad(TextBuilder out, String text, String shownSign, char usual) {
        int room = Math.max(0, width - text.length() - shownSign.length());
        char where = align == ' ' ? usual : align;
        int left = where == '<' || where == '=' ? 0 : where == '>' ? room : room / 2;
        String filling = String.valueOf(fill);
        out.append(filling.repeat(left)).append(shownSign);
        out.append(where == '=' ? filling.repeat(room) : "").append(text);
        out.append(where == '=' ? "" : filling.repeat(room - left));
    }
}
