package dev.tollgate.starlark.eval;

import dev.tollgate.starlark.fault.ScriptFault;
import dev.tollgate.starlark.fault.Stop;
import dev.tollgate.starlark.value.Cursor;
import dev.tollgate.starlark.value.Indexing;
import dev.tollgate.starlark.value.Value;

/** What stands on the left of an assignment. */
abstract class Target {
    abstract void assign(Frame frame, Value value);

    static final class Local extends Target {
        private final int slot;

        Local(int slot) {
            this.slot = slot;
        }

        @Override
        void assign(Frame frame, Value value) {
            frame.locals[slot] = value;
        }
    }

    static final class Captured extends Target {
        private final int cell;

        Captured(int cell) {
            this.cell = cell;
        }

        @Override
        void assign(Frame frame, Value value) {
            frame.cells[cell].value = value;
        }
    }

    static final class Global extends Target {
        private final int slot;

        Global(int slot) {
            this.slot = slot;
        }

        @Override
        void assign(Frame frame, Value value) {
            frame.module.globals[slot] = value;
        }
    }

    static final class Element extends Target {
        private final Node object;
        private final Node index;
        private final int offset;

        Element(Node object, Node index, int offset) {
            this.object = object;
            this.index = index;
            this.offset = offset;
        }

        @Override
        void assign(Frame frame, Value value) {
            Value container = object.eval(frame);
            Value key = index.eval(frame);
            try {
                Indexing.set(frame.machine, container, key, value);
            } catch (Stop stop) {
                throw stop.at(offset);
            }
        }
    }

    /** Several targets, which take the elements of an iterable of just as many. */
    static final class Several extends Target {
        private final Target[] targets;
        private final int offset;

        Several(Target[] targets, int offset) {
            this.targets = targets;
            this.offset = offset;
        }

        @Override
        void assign(Frame frame, Value value) {
            if (!Cursor.iterable(value)) {
                throw new ScriptFault("got " + value.type() + " in sequence assignment, want iterable").at(offset);
            }
            int size = Cursor.size(value);
            if (size != targets.length) {
                String amount = size < targets.length ? "few" : "many";
                throw new ScriptFault(
                                "too " + amount + " values to unpack (got " + size + ", want " + targets.length + ")")
                        .at(offset);
            }
            try (Cursor cursor = Cursor.over(value)) {
                for (Target target : targets) {
                    Value element = cursor.next();
                    if (element != null) {
                        target.assign(frame, element);
                    }
                }
            }
        }
    }
}
