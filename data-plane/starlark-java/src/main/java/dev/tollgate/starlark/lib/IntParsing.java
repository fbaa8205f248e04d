package dev.tollgate.starlark.lib;

import dev.tollgate.starlark.fault.Limit;
import dev.tollgate.starlark.fault.LimitStop;
import dev.tollgate.starlark.fault.ScriptFault;
import dev.tollgate.starlark.meter.Limits;
import dev.tollgate.starlark.meter.Meter;
import dev.tollgate.starlark.value.Bool;
import dev.tollgate.starlark.value.Int;
import dev.tollgate.starlark.value.Numbers;
import dev.tollgate.starlark.value.Real;
import dev.tollgate.starlark.value.Str;
import dev.tollgate.starlark.value.Value;
import java.math.BigInteger;
import java.util.Locale;

/** {@code int(x, base)}. */
final class IntParsing {
    private static final int BRIEF_MAX = 40;

    private IntParsing() {}

    static Value toInt(Bound a) {
        Value value = a.value(0);
        if (value instanceof Str s) {
            return parse(a.meter(), s.value(), a.given(1) ? a.integer(1).clamped() : 10);
        }
        if (a.given(1)) {
            throw new ScriptFault("can't convert non-string with explicit base");
        }
        return switch (value) {
            case Int i -> i;
            case Bool b -> Int.of(b.truth() ? 1 : 0);
            case Real r -> Numbers.truncate(a.meter(), r.value());
            default -> a.wrong(0, "string or number");
        };
    }

    private static Value parse(Meter meter, String text, int base) {
        if (base != 0 && (base < Character.MIN_RADIX || base > Character.MAX_RADIX)) {
            throw new ScriptFault("invalid base " + base + ": base must be 0, or from 2 to 36");
        }
        meter.steps(text.length());
        int start = text.startsWith("+") || text.startsWith("-") ? 1 : 0;
        int written = writtenBase(text, start);
        boolean prefixed = written != 0 && (base == 0 || base == written);
        int radix = prefixed ? written : base == 0 ? 10 : base;
        String digits = text.substring(prefixed ? start + 2 : start);
        boolean octalLike = base == 0 && !prefixed && digits.length() > 1 && digits.startsWith("0");
        if (!isNumber(digits, radix) || octalLike && !digits.chars().allMatch(c -> c == '0')) {
            throw new ScriptFault(
                    "invalid literal for int with base " + base + ": " + brief(text),
                    isNumber(text.replace(".", "").replace("-", ""), 10) ? "write int(float(x))" : "");
        }
        BigInteger value = number(digits, radix);
        return Numbers.bounded(meter, text.startsWith("-") ? value.negate() : value);
    }

    private static BigInteger number(String digits, int radix) {
        int from = 0;
        while (from < digits.length() - 1 && digits.charAt(from) == '0') {
            from++;
        }
        // A digit is at least one bit.
        if (digits.length() - from > Limits.INTEGER_BITS_MAX) {
            throw new LimitStop(Limit.INTEGER, Limits.INTEGER_BITS_MAX);
        }
        return new BigInteger(digits.substring(from), radix);
    }

    private static int writtenBase(String text, int start) {
        if (text.length() < start + 2 || text.charAt(start) != '0') {
            return 0;
        }
        return switch (text.toLowerCase(Locale.ROOT).charAt(start + 1)) {
            case 'x' -> 16;
            case 'o' -> 8;
            case 'b' -> 2;
            default -> 0;
        };
    }

    private static boolean isNumber(String digits, int radix) {
        return !digits.isEmpty() && digits.chars().allMatch(c -> c < 0x80 && Character.digit(c, radix) >= 0);
    }

    static String brief(String text) {
        return "'" + (text.length() <= BRIEF_MAX ? text : text.substring(0, BRIEF_MAX) + "…") + "'";
    }
}
