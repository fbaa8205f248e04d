package dev.tollgate.starlark.eval;

import dev.tollgate.starlark.fault.ScriptFault;
import dev.tollgate.starlark.value.Value;
import org.jspecify.annotations.Nullable;

/** Reading variables and constants. */
final class Names {
    private Names() {}

    private static ScriptFault unset(String kind, String name, int offset) {
        return new ScriptFault(kind + " variable '" + name + "' referenced before assignment").at(offset);
    }

    private static Value set(@Nullable Value value, String kind, String name, int offset) {
        if (value == null) {
            throw unset(kind, name, offset);
        }
        return value;
    }

    static final class Constant extends Node {
        final Value value;

        Constant(Value value) {
            this.value = value;
        }

        @Override
        Value eval(Frame frame) {
            return value;
        }
    }

    static final class Local extends Node {
        final int slot;
        private final String name;
        private final int offset;

        Local(int slot, String name, int offset) {
            this.slot = slot;
            this.name = name;
            this.offset = offset;
        }

        @Override
        Value eval(Frame frame) {
            return set(frame.locals[slot], "local", name, offset);
        }
    }

    static final class Global extends Node {
        private final int slot;
        private final String name;
        private final int offset;

        Global(int slot, String name, int offset) {
            this.slot = slot;
            this.name = name;
            this.offset = offset;
        }

        @Override
        Value eval(Frame frame) {
            return set(frame.module.globals[slot], "global", name, offset);
        }
    }

    /** A variable in a cell of this function, or in one that it took from an outer one. */
    static final class Captured extends Node {
        private final boolean own;
        private final int index;
        private final String name;
        private final int offset;

        Captured(boolean own, int index, String name, int offset) {
            this.own = own;
            this.index = index;
            this.name = name;
            this.offset = offset;
        }

        @Override
        Value eval(Frame frame) {
            return set((own ? frame.cells : frame.free)[index].value, "local", name, offset);
        }
    }

    static final class External extends Node {
        private final int index;

        External(int index) {
            this.index = index;
        }

        @Override
        Value eval(Frame frame) {
            return frame.module.externals[index];
        }
    }
}
