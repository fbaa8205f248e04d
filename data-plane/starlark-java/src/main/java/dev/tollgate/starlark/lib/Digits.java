package dev.tollgate.starlark.lib;

import dev.tollgate.starlark.value.Floats;
import dev.tollgate.starlark.value.Int;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as digits, by the types of a format. */
final class Digits {
    private static final int USUAL_PRECISION = 6;
    private static final int GROUP = 3;

    private Digits() {}

    static String whole(Int number, char type) {
        return switch (type) {
            case 'o' -> number.big().toString(8);
            case 'x' -> number.big().toString(16);
            case 'X' -> number.big().toString(16).toUpperCase(Locale.ROOT);
            case 'b' -> number.big().toString(2);
            default -> number.toString();
        };
    }

    static String real(double value, char type, int precision) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return Floats.text(value);
        }
        int digits = precision < 0 ? USUAL_PRECISION : precision;
        return switch (type) {
            case 'e' -> scientific(value, digits);
            case 'E' -> scientific(value, digits).toUpperCase(Locale.ROOT);
            case '%' -> fixed(new BigDecimal(value).scaleByPowerOfTen(2), digits) + "%";
            case 'f', 'F' -> signed(value, fixed(new BigDecimal(value), digits));
            case 'G' -> compact(value, precision).toUpperCase(Locale.ROOT);
            default -> compact(value, precision);
        };
    }

    private static String fixed(BigDecimal value, int digits) {
        return value.setScale(digits, RoundingMode.HALF_EVEN).toPlainString();
    }

    /** The sign of the negative zero, and of what was rounded to it. */
    private static String signed(double value, String text) {
        boolean negative = value < 0 || value == 0 && 1 / value < 0;
        return negative && !text.startsWith("-") ? "-" + text : text;
    }

    private static String compact(double value, int precision) {
        if (precision < 0 || value == 0) {
            return Floats.text(value);
        }
        MathContext rounding = new MathContext(Math.max(1, precision), RoundingMode.HALF_EVEN);
        return Floats.text(new BigDecimal(value).round(rounding).doubleValue());
    }

    private static String scientific(double value, int digits) {
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits + 1, RoundingMode.HALF_EVEN));
        String all = rounded.unscaledValue().abs().toString();
        int exponent = value == 0 ? 0 : all.length() - 1 - rounded.scale();
        String padded = all + "0".repeat(Math.max(0, digits + 1 - all.length()));
        String fraction = digits == 0 ? "" : "." + padded.substring(1, digits + 1);
        String size = Integer.toString(Math.abs(exponent));
        String text =
                padded.charAt(0) + fraction + "e" + (exponent < 0 ? "-" : "+") + (size.length() < 2 ? "0" : "") + size;
        return signed(value, text);
    }

    /** Commas between the thousands of the whole part. */
    static String grouped(String digits) {
        int whole = 0;
        while (whole < digits.length() && Character.isDigit(digits.charAt(whole))) {
            whole++;
        }
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < whole; i++) {
            if (i > 0 && (whole - i) % GROUP == 0) {
                out.append(',');
            }
            out.append(digits.charAt(i));
        }
        return out.append(digits, whole, digits.length()).toString();
    }
}
