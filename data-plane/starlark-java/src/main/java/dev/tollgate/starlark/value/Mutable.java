package dev.tollgate.starlark.value;

import dev.tollgate.starlark.fault.ScriptFault;

/** What lists, dicts and sets share: they can be frozen for good, and are held still while somebody iterates. */
abstract sealed class Mutable permits ListValue, Dict, SetValue {
    private boolean frozen;
    private int iterations;

    public abstract String type();

    /** From now on nothing changes here; what the container holds is the caller's care. */
    public final void freeze() {
        frozen = true;
    }

    public final boolean isFrozen() {
        return frozen;
    }

    final void hold() {
        iterations++;
    }

    final void release() {
        iterations--;
    }

    /** To be asked before every change. */
    public final void checkMutable() {
        if (frozen) {
            throw new ScriptFault(
                    "cannot change a frozen " + type(),
                    "what comes from outside is frozen: make a copy with " + type() + "(x)");
        }
        if (iterations > 0) {
            throw new ScriptFault(
                    type() + " value is temporarily immutable: it cannot change while it is iterated over",
                    "iterate over a copy, " + type() + "(x)");
        }
    }
}
