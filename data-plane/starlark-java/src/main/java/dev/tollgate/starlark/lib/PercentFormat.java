package dev.tollgate.starlark.lib;

import dev.tollgate.starlark.fault.ScriptFault;
import dev.tollgate.starlark.value.Bool;
import dev.tollgate.starlark.value.Cursor;
import dev.tollgate.starlark.value.Int;
import dev.tollgate.starlark.value.ListValue;
import dev.tollgate.starlark.value.Real;
import dev.tollgate.starlark.value.Repr;
import dev.tollgate.starlark.value.Str;
import dev.tollgate.starlark.value.TextBuilder;
import dev.tollgate.starlark.value.Tuple;
import dev.tollgate.starlark.value.Value;

/** {@code format % arguments}: each {@code %} with its letter takes the next argument. */
final class PercentFormat {
    private static final String NUMERIC = "dioxXeEfFgG";
    private static final String FLAGS = "-+ 0";

    private final TextBuilder out;
    private final String format;
    private final Value arguments;
    private int at;
    private int taken;

    PercentFormat(TextBuilder out, String format, Value arguments) {
        this.out = out;
        this.format = format;
        this.arguments = arguments;
    }

    String write() {
        int conversions = conversions();
        while (at < format.length()) {
            int percent = format.indexOf('%', at);
            int end = percent < 0 ? format.length() : percent;
            out.append(format, at, end);
            at = end;
            if (percent >= 0) {
                at++;
                conversion(conversions);
            }
        }
        checkAllTaken();
        return out.build();
    }

    /** How many arguments the format takes. */
    private int conversions() {
        int count = 0;
        for (int i = 0; i < format.length(); i++) {
            if (format.charAt(i) == '%') {
                boolean literal = i + 1 < format.length() && format.charAt(i + 1) == '%';
                count += literal ? 0 : 1;
                i += literal ? 1 : 0;
            }
        }
        out.meter().steps(format.length() >> 4);
        return count;
    }

    private char peek() {
        if (at >= format.length()) {
            throw new ScriptFault("incomplete format: it ends in %", "a percent sign is written %%");
        }
        return format.charAt(at);
    }

    private void conversion(int conversions) {
        out.meter().steps(1);
        if (peek() == '%') {
            at++;
            out.append('%');
            return;
        }
        StringBuilder flags = new StringBuilder();
        while (FLAGS.indexOf(peek()) >= 0) {
            flags.append(format.charAt(at++));
        }
        int width = number();
        int precision = -1;
        if (peek() == '.') {
            at++;
            precision = number();
        }
        char type = peek();
        at++;
        write(spec(flags.toString(), width, precision, type), next(conversions));
    }

    private FormatSpec spec(String flags, int width, int precision, char type) {
        boolean left = flags.contains("-");
        boolean zeros = flags.contains("0") && !left && NUMERIC.indexOf(type) >= 0;
        char sign = flags.contains("+") ? '+' : flags.contains(" ") ? ' ' : '-';
        return new FormatSpec(zeros ? '0' : ' ', left ? '<' : zeros ? '=' : '>', sign, width, false, precision, type);
    }

    private int number() {
        int value = 0;
        while (peek() >= '0' && peek() <= '9') {
            value = Math.min(FormatSpec.WIDTH_MAX + 1, value * 10 + format.charAt(at++) - '0');
        }
        return value;
    }

    private Value next(int conversions) {
        boolean several = arguments instanceof Tuple || conversions > 1 && arguments instanceof ListValue;
        int index = taken++;
        if (several) {
            Value[] all = arguments instanceof Tuple t ? t.toArray() : ((ListValue) arguments).toArray();
            out.meter().steps(all.length >> 3);
            if (index >= all.length) {
                throw notEnough(all.length);
            }
            return all[index];
        }
        if (index > 0) {
            throw notEnough(1);
        }
        return arguments;
    }

    private static ScriptFault notEnough(int given) {
        return new ScriptFault("not enough arguments for format string: got " + given);
    }

    private void write(FormatSpec spec, Value value) {
        if (NUMERIC.indexOf(spec.type()) >= 0) {
            if (!(value instanceof Int || value instanceof Real)) {
                throw new ScriptFault(
                        "%" + spec.type() + " wants a number, got " + value.type(),
                        value instanceof Bool ? "write int(x)" : "");
            }
            spec.writeNumber(out, value);
            return;
        }
        FormatSpec text =
                new FormatSpec(spec.fill(), spec.align(), spec.sign(), spec.width(), false, spec.precision(), 's');
        switch (spec.type()) {
            case 's' -> text.write(out, value);
            case 'r' -> text.write(out, Str.of(Repr.repr(out.meter(), value)));
            default -> throw new ScriptFault("unknown conversion %" + spec.type(), "a percent sign is written %%");
        }
    }

    private void checkAllTaken() {
        if (arguments instanceof Tuple tuple) {
            if (taken < tuple.size()) {
                throw new ScriptFault(
                        "not all arguments converted: too many arguments for format string",
                        "to write a tuple, put it into one: (x,)");
            }
        } else if (taken == 0) {
            String more = Cursor.iterable(arguments) ? "" : ", and the type '" + arguments.type() + "' is not iterable";
            throw new ScriptFault("not all arguments converted: the format takes none" + more);
        }
    }
}
