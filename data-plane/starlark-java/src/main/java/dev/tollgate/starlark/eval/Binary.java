package dev.tollgate.starlark.eval;

import dev.tollgate.starlark.fault.Stop;
import dev.tollgate.starlark.lib.Formats;
import dev.tollgate.starlark.syntax.Operator;
import dev.tollgate.starlark.value.Bool;
import dev.tollgate.starlark.value.Equality;
import dev.tollgate.starlark.value.InPlace;
import dev.tollgate.starlark.value.Int;
import dev.tollgate.starlark.value.Machine;
import dev.tollgate.starlark.value.Membership;
import dev.tollgate.starlark.value.Operators;
import dev.tollgate.starlark.value.Ordering;
import dev.tollgate.starlark.value.Str;
import dev.tollgate.starlark.value.Value;

/** An operator with two operands; integers of 64 bits take the short way. */
final class Binary extends Node {
    private final Operator operator;
    private final Node left;
    private final Node right;
    private final int offset;

    Binary(Operator operator, Node left, Node right, int offset) {
        this.operator = operator;
        this.left = left;
        this.right = right;
        this.offset = offset;
    }

    @Override
    Value eval(Frame frame) {
        Value a = left.eval(frame);
        Value b = right.eval(frame);
        try {
            return a instanceof Int x && b instanceof Int y && x.isSmall() && y.isSmall()
                    ? small(frame.machine, x, y)
                    : apply(frame.machine, operator, a, b);
        } catch (Stop stop) {
            throw stop.at(offset);
        }
    }

    private Value small(Machine machine, Int x, Int y) {
        long a = x.small();
        long b = y.small();
        return switch (operator) {
            case ADD -> {
                long sum = a + b;
                yield ((a ^ sum) & (b ^ sum)) >= 0 ? Int.of(sum) : Operators.add(machine, x, y);
            }
            case SUBTRACT -> {
                long difference = a - b;
                yield ((a ^ b) & (a ^ difference)) >= 0 ? Int.of(difference) : Operators.subtract(machine, x, y);
            }
            case EQUAL -> Bool.of(a == b);
            case NOT_EQUAL -> Bool.of(a != b);
            case LESS -> Bool.of(a < b);
            case GREATER -> Bool.of(a > b);
            case LESS_EQUAL -> Bool.of(a <= b);
            case GREATER_EQUAL -> Bool.of(a >= b);
            default -> apply(machine, operator, x, y);
        };
    }

    static Value apply(Machine machine, Operator operator, Value a, Value b) {
        return switch (operator) {
            case EQUAL -> Bool.of(Equality.equal(machine.meter(), a, b));
            case NOT_EQUAL -> Bool.of(!Equality.equal(machine.meter(), a, b));
            case LESS -> Bool.of(Ordering.compare(machine.meter(), a, b, "<") < 0);
            case GREATER -> Bool.of(Ordering.compare(machine.meter(), a, b, ">") > 0);
            case LESS_EQUAL -> Bool.of(Ordering.compare(machine.meter(), a, b, "<=") <= 0);
            case GREATER_EQUAL -> Bool.of(Ordering.compare(machine.meter(), a, b, ">=") >= 0);
            case IN -> Bool.of(Membership.in(machine, a, b));
            case NOT_IN -> Bool.of(!Membership.in(machine, a, b));
            case BIT_OR -> Operators.or(machine, a, b);
            case BIT_XOR -> Operators.xor(machine, a, b);
            case BIT_AND -> Operators.and(machine, a, b);
            case SHIFT_LEFT -> Operators.shiftLeft(machine, a, b);
            case SHIFT_RIGHT -> Operators.shiftRight(machine, a, b);
            case ADD -> Operators.add(machine, a, b);
            case SUBTRACT -> Operators.subtract(machine, a, b);
            case MULTIPLY -> Operators.multiply(machine, a, b);
            case DIVIDE -> Operators.divide(machine, a, b);
            case FLOOR_DIVIDE -> Operators.floorDivide(machine, a, b);
            case MODULO ->
                a instanceof Str format ? Formats.percent(machine, format, b) : Operators.modulo(machine, a, b);
            case OR, AND, NOT, PLUS, MINUS, INVERT -> throw new IllegalStateException(operator.name());
        };
    }

    /** {@code a op= b}: some types change in place. */
    static Value augment(Machine machine, Operator operator, Value a, Value b) {
        return switch (operator) {
            case ADD -> InPlace.add(machine, a, b);
            case SUBTRACT -> InPlace.subtract(machine, a, b);
            case BIT_OR -> InPlace.or(machine, a, b);
            case BIT_AND -> InPlace.and(machine, a, b);
            case BIT_XOR -> InPlace.xor(machine, a, b);
            default -> apply(machine, operator, a, b);
        };
    }
}
