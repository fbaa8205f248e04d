package dev.tollgate.starlark.lib;

import dev.tollgate.starlark.fault.ScriptFault;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text as a float. */
final class FloatParsing {
    private static final Pattern FORM = Pattern.compile("[+-]?(?:[0-9]++\\.?[0-9]*+|\\.[0-9]++)(?:[eE][+-]?[0-9]++)?+");
    private static final int LENGTH_MAX = 2_000;

    private FloatParsing() {}

    static double parse(String text) {
        if (text.length() <= LENGTH_MAX && FORM.matcher(text).matches()) {
            double value = Double.parseDouble(text);
            if (Double.isInfinite(value)) {
                throw new ScriptFault("floating-point number too large");
            }
            return value;
        }
        boolean negative = text.startsWith("-");
        String name = (negative || text.startsWith("+") ? text.substring(1) : text).toLowerCase(Locale.ROOT);
        return switch (name) {
            case "inf", "infinity" -> negative ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
            case "nan" -> Double.NaN;
            default -> throw new ScriptFault("invalid float literal: " + IntParsing.brief(text));
        };
    }
}
