package dev.tollgate.starlark.eval;

import dev.tollgate.starlark.fault.Stop;
import dev.tollgate.starlark.syntax.Variable;
import dev.tollgate.starlark.value.Cursor;
import dev.tollgate.starlark.value.Dict;
import dev.tollgate.starlark.value.ListValue;
import dev.tollgate.starlark.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list or a dict made by loops and conditions. */
final class Comprehension extends Node {
    private final Node body;
    private final @Nullable Node value;
    private final Clause[] clauses;
    private final List<Variable> variables;
    private final int cost;
    private final int offset;

    Comprehension(Node body, @Nullable Node value, Clause[] clauses, List<Variable> variables, int cost, int offset) {
        this.body = body;
        this.value = value;
        this.clauses = clauses;
        this.variables = variables;
        this.cost = cost;
        this.offset = offset;
    }

    /** A loop where there is a target, else a condition. */
    record Clause(@Nullable Target target, Node operand, int offset) {}

    @Override
    Value eval(Frame frame) {
        Value first = clauses[0].operand().eval(frame);
        for (Variable variable : variables) {
            if (variable.captured()) {
                frame.cells[variable.cell()] = new Cell();
            } else {
                frame.locals[variable.slot()] = null;
            }
        }
        Value result = value == null ? ListValue.empty() : new Dict();
        loop(frame, 0, first, result);
        return result;
    }

    private void loop(Frame frame, int index, Value iterable, Value result) {
        Clause clause = clauses[index];
        try (Cursor cursor = Cursor.over(iterable)) {
            for (Value v = cursor.next(); v != null; v = cursor.next()) {
                frame.machine.meter().steps(cost);
                if (clause.target() != null) {
                    clause.target().assign(frame, v);
                }
                next(frame, index + 1, result);
            }
        } catch (Stop stop) {
            throw stop.at(clause.offset());
        }
    }

    private void next(Frame frame, int from, Value result) {
        int index = from;
        while (index < clauses.length && clauses[index].target() == null) {
            if (!clauses[index].operand().eval(frame).truth()) {
                return;
            }
            index++;
        }
        if (index < clauses.length) {
            loop(frame, index, clauses[index].operand().eval(frame), result);
        } else {
            add(frame, result);
        }
    }

    private void add(Frame frame, Value result) {
        Value element = body.eval(frame);
        Value mapped = value == null ? element : value.eval(frame);
        try {
            switch (result) {
                case ListValue list -> list.add(frame.machine.meter(), element);
                case Dict dict -> dict.put(frame.machine.meter(), element, mapped);
                default -> throw new IllegalStateException(result.type());
            }
        } catch (Stop stop) {
            throw stop.at(offset);
        }
    }
}
