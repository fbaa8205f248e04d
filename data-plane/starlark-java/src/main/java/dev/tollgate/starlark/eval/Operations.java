package dev.tollgate.starlark.eval;

import dev.tollgate.starlark.fault.Stop;
import dev.tollgate.starlark.lib.Methods;
import dev.tollgate.starlark.syntax.Operator;
import dev.tollgate.starlark.value.Bool;
import dev.tollgate.starlark.value.Indexing;
import dev.tollgate.starlark.value.Operators;
import dev.tollgate.starlark.value.Value;
import org.jspecify.annotations.Nullable;

/** Operators over other than two operands, conditions, attributes, indices and slices. */
final class Operations {
    private Operations() {}

    /** Operators of one precedence, from left to right. */
    static final class Chain extends Node {
        private final Node first;
        private final Operator[] operators;
        private final Node[] operands;
        private final int[] offsets;

        Chain(Node first, Operator[] operators, Node[] operands, int[] offsets) {
            this.first = first;
            this.operators = operators;
            this.operands = operands;
            this.offsets = offsets;
        }

        @Override
        Value eval(Frame frame) {
            Value value = first.eval(frame);
            for (int i = 0; i < operands.length; i++) {
                Value operand = operands[i].eval(frame);
                try {
                    value = Binary.apply(frame.machine, operators[i], value, operand);
                } catch (Stop stop) {
                    throw stop.at(offsets[i]);
                }
            }
            return value;
        }
    }

    /** {@code and} or {@code or}: the first operand that decides, or the last. */
    static final class Logical extends Node {
        private final boolean deciding;
        private final Node[] operands;

        Logical(boolean deciding, Node[] operands) {
            this.deciding = deciding;
            this.operands = operands;
        }

        @Override
        Value eval(Frame frame) {
            for (int i = 0; i < operands.length - 1; i++) {
                Value value = operands[i].eval(frame);
                if (value.truth() == deciding) {
                    return value;
                }
            }
            return operands[operands.length - 1].eval(frame);
        }
    }

    static final class Unary extends Node {
        private final Operator operator;
        private final Node operand;
        private final int offset;

        Unary(Operator operator, Node operand, int offset) {
            this.operator = operator;
            this.operand = operand;
            this.offset = offset;
        }

        @Override
        Value eval(Frame frame) {
            Value value = operand.eval(frame);
            try {
                return switch (operator) {
                    case NOT -> Bool.of(!value.truth());
                    case PLUS -> Operators.plus(frame.machine, value);
                    case MINUS -> Operators.negate(frame.machine, value);
                    case INVERT -> Operators.invert(frame.machine, value);
                    default -> throw new IllegalStateException(operator.name());
                };
            } catch (Stop stop) {
                throw stop.at(offset);
            }
        }
    }

    static final class Conditional extends Node {
        private final Node condition;
        private final Node then;
        private final Node otherwise;

        Conditional(Node condition, Node then, Node otherwise) {
            this.condition = condition;
            this.then = then;
            this.otherwise = otherwise;
        }

        @Override
        Value eval(Frame frame) {
            return (condition.eval(frame).truth() ? then : otherwise).eval(frame);
        }
    }

    static final class Attribute extends Node {
        private final Node object;
        private final String name;
        private final int offset;

        Attribute(Node object, String name, int offset) {
            this.object = object;
            this.name = name;
            this.offset = offset;
        }

        @Override
        Value eval(Frame frame) {
            Value value = object.eval(frame);
            try {
                Value attribute = Methods.attribute(frame.machine, value, name);
                if (attribute == null) {
                    throw Methods.missing(value, name);
                }
                return attribute;
            } catch (Stop stop) {
                throw stop.at(offset);
            }
        }
    }

    static final class Index extends Node {
        private final Node object;
        private final Node index;
        private final int offset;

        Index(Node object, Node index, int offset) {
            this.object = object;
            this.index = index;
            this.offset = offset;
        }

        @Override
        Value eval(Frame frame) {
            Value container = object.eval(frame);
            Value key = index.eval(frame);
            try {
                return Indexing.get(frame.machine, container, key);
            } catch (Stop stop) {
                throw stop.at(offset);
            }
        }
    }

    static final class Slice extends Node {
        private final Node object;
        private final @Nullable Node from;
        private final @Nullable Node to;
        private final @Nullable Node step;
        private final int offset;

        Slice(Node object, @Nullable Node from, @Nullable Node to, @Nullable Node step, int offset) {
            this.object = object;
            this.from = from;
            this.to = to;
            this.step = step;
            this.offset = offset;
        }

        @Override
        Value eval(Frame frame) {
            Value value = object.eval(frame);
            Value start = from == null ? null : from.eval(frame);
            Value end = to == null ? null : to.eval(frame);
            Value stride = step == null ? null : step.eval(frame);
            try {
                return Indexing.slice(frame.machine, value, start, end, stride);
            } catch (Stop stop) {
                throw stop.at(offset);
            }
        }
    }
}
