package dev.tollgate.starlark.syntax;

import dev.tollgate.starlark.fault.Limit;
import dev.tollgate.starlark.fault.LimitStop;
import dev.tollgate.starlark.meter.Limits;
import java.math.BigInteger;

/** Literals of integers and floats. */
final class NumberScanner {
    private static final int DIGITS_MAX = Limits.INTEGER_BITS_MAX;

    private final Lexer lexer;
    private final int start;

    NumberScanner(Lexer lexer) {
        this.lexer = lexer;
        this.start = lexer.at;
    }

    Token scan() {
        char prefix = Character.toLowerCase(lexer.peek(1));
        if (lexer.peek(0) == '0' && (prefix == 'x' || prefix == 'o' || prefix == 'b')) {
            lexer.at += 2;
            return integer(prefix == 'x' ? 16 : prefix == 'o' ? 8 : 2, 2);
        }
        digits(10);
        boolean real = fraction() | exponent();
        return real ? real() : decimal();
    }

    private int digits(int radix) {
        int from = lexer.at;
        while (Character.digit(lexer.peek(0), radix) >= 0 && lexer.peek(0) < 0x80) {
            lexer.at++;
        }
        return lexer.at - from;
    }

    private boolean fraction() {
        if (lexer.peek(0) != '.') {
            return false;
        }
        lexer.at++;
        digits(10);
        return true;
    }

    private boolean exponent() {
        char sign = lexer.peek(1);
        int ahead = sign == '+' || sign == '-' ? 2 : 1;
        if (Character.toLowerCase(lexer.peek(0)) != 'e' || !Lexer.isDigit(lexer.peek(ahead))) {
            return false;
        }
        lexer.at += ahead;
        digits(10);
        return true;
    }

    private Token real() {
        double value = Double.parseDouble(lexer.text.substring(start, lexer.at));
        if (Double.isInfinite(value)) {
            throw Faults.syntax(start, "float literal too large");
        }
        return new Token(TokenKind.FLOAT, start, value);
    }

    private Token decimal() {
        String digits = lexer.text.substring(start, lexer.at);
        if (digits.length() > 1 && digits.charAt(0) == '0' && !digits.chars().allMatch(c -> c == '0')) {
            throw Faults.syntax(start, "invalid int literal " + digits, "octal numbers are written 0o17");
        }
        lexer.at = start;
        return integer(10, 0);
    }

    private Token integer(int radix, int prefix) {
        int length = digits(radix);
        if (length == 0) {
            throw Faults.syntax(start, "invalid int literal");
        }
        String digits = lexer.text.substring(start + prefix, lexer.at);
        BigInteger value = length > DIGITS_MAX ? null : new BigInteger(digits, radix);
        if (value == null || value.bitLength() > Limits.INTEGER_BITS_MAX) {
            throw new LimitStop(Limit.INTEGER, Limits.INTEGER_BITS_MAX).at(start);
        }
        return new Token(TokenKind.INT, start, value);
    }
}
