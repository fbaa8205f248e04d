package dev.tollgate.starlark.eval;

import dev.tollgate.starlark.value.Value;
import org.jspecify.annotations.Nullable;

/** A variable that outlives its frame, for functions within the one that it belongs to. */
final class Cell {
    static final Cell[] NONE = {};

    @Nullable
    Value value;
}
