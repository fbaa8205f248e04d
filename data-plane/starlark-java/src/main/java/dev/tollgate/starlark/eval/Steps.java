package dev.tollgate.starlark.eval;

import dev.tollgate.starlark.fault.Stop;
import dev.tollgate.starlark.syntax.Operator;
import dev.tollgate.starlark.value.Cursor;
import dev.tollgate.starlark.value.Indexing;
import dev.tollgate.starlark.value.Value;
import org.jspecify.annotations.Nullable;

/** Statements. */
final class Steps {
    private Steps() {}

    /** Statements one after the other, charged together before the first. */
    static final class Block extends Step {
        private final Step[] steps;
        private final int cost;

        Block(Step[] steps, int cost) {
            this.steps = steps;
            this.cost = cost;
        }

        /** The only statement; null where there are others. */
        @Nullable
        Step only() {
            return steps.length == 1 ? steps[0] : null;
        }

        @Override
        Flow run(Frame frame) {
            frame.machine.meter().steps(cost);
            for (Step step : steps) {
                Flow flow = step.run(frame);
                if (flow != Flow.NEXT) {
                    return flow;
                }
            }
            return Flow.NEXT;
        }
    }

    /** An expression; the last one of a file is kept. */
    static final class Evaluate extends Step {
        private final Node expression;
        private final boolean kept;

        Evaluate(Node expression, boolean kept) {
            this.expression = expression;
            this.kept = kept;
        }

        @Override
        Flow run(Frame frame) {
            Value value = expression.eval(frame);
            if (kept) {
                frame.result = value;
            }
            return Flow.NEXT;
        }
    }

    static final class Assign extends Step {
        private final Target target;
        private final Node value;

        Assign(Target target, Node value) {
            this.target = target;
            this.value = value;
        }

        @Override
        Flow run(Frame frame) {
            target.assign(frame, value.eval(frame));
            return Flow.NEXT;
        }
    }

    /** {@code name op= value}. */
    static final class AugmentVariable extends Step {
        private final Target target;
        private final Node before;
        private final Operator operator;
        private final Node value;
        private final int offset;

        AugmentVariable(Target target, Node before, Operator operator, Node value, int offset) {
            this.target = target;
            this.before = before;
            this.operator = operator;
            this.value = value;
            this.offset = offset;
        }

        @Override
        Flow run(Frame frame) {
            Value a = before.eval(frame);
            Value b = value.eval(frame);
            try {
                target.assign(frame, Binary.augment(frame.machine, operator, a, b));
            } catch (Stop stop) {
                throw stop.at(offset);
            }
            return Flow.NEXT;
        }
    }

    /** {@code object[index] op= value}: object and index are evaluated once. */
    static final class AugmentElement extends Step {
        private final Node object;
        private final Node index;
        private final Operator operator;
        private final Node value;
        private final int offset;

        AugmentElement(Node object, Node index, Operator operator, Node value, int offset) {
            this.object = object;
            this.index = index;
            this.operator = operator;
            this.value = value;
            this.offset = offset;
        }

        @Override
        Flow run(Frame frame) {
            Value container = object.eval(frame);
            Value key = index.eval(frame);
            try {
                Value a = Indexing.get(frame.machine, container, key);
                Value b = value.eval(frame);
                Indexing.set(frame.machine, container, key, Binary.augment(frame.machine, operator, a, b));
            } catch (Stop stop) {
                throw stop.at(offset);
            }
            return Flow.NEXT;
        }
    }

    static final class If extends Step {
        private final Node[] conditions;
        private final Step[] blocks;
        private final @Nullable Step otherwise;

        If(Node[] conditions, Step[] blocks, @Nullable Step otherwise) {
            this.conditions = conditions;
            this.blocks = blocks;
            this.otherwise = otherwise;
        }

        @Override
        Flow run(Frame frame) {
            for (int i = 0; i < conditions.length; i++) {
                if (conditions[i].eval(frame).truth()) {
                    return blocks[i].run(frame);
                }
            }
            return otherwise == null ? Flow.NEXT : otherwise.run(frame);
        }
    }

    static final class For extends Step {
        private final Target target;
        private final Node iterable;
        private final Step body;
        private final int offset;

        For(Target target, Node iterable, Step body, int offset) {
            this.target = target;
            this.iterable = iterable;
            this.body = body;
            this.offset = offset;
        }

        @Override
        Flow run(Frame frame) {
            Value over = iterable.eval(frame);
            try (Cursor cursor = Cursor.over(over)) {
                for (Value v = cursor.next(); v != null; v = cursor.next()) {
                    frame.machine.meter().steps(1);
                    target.assign(frame, v);
                    Flow flow = body.run(frame);
                    if (flow == Flow.BREAK) {
                        break;
                    }
                    if (flow == Flow.RETURN) {
                        return flow;
                    }
                }
            } catch (Stop stop) {
                throw stop.at(offset);
            }
            return Flow.NEXT;
        }
    }

    static final class Return extends Step {
        final Node value;

        Return(Node value) {
            this.value = value;
        }

        @Override
        Flow run(Frame frame) {
            frame.result = value.eval(frame);
            return Flow.RETURN;
        }
    }

    /** {@code break}, {@code continue}, {@code pass}. */
    static final class Jump extends Step {
        private final Flow flow;

        Jump(Flow flow) {
            this.flow = flow;
        }

        @Override
        Flow run(Frame frame) {
            return flow;
        }
    }
}
