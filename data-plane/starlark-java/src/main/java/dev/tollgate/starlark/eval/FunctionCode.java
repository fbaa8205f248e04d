package dev.tollgate.starlark.eval;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A function, compiled: immutable, and shared by all runs and all function values made of it.
 *
 * @param name how it is called in messages
 * @param parameters in the order of their slots
 * @param locals how many variables it has, parameters first
 * @param cells how many of them live in cells
 * @param body what it does
 * @param tail the call that it ends in, where that is all that it does
 * @param levels how deep its expressions and statements stand in each other
 */
record FunctionCode(
        String name,
        List<Parameter> parameters,
        int locals,
        int cells,
        Step body,
        @Nullable CallNode tail,
        int levels,
        boolean simple) {
    /** A parameter: where its value goes if an inner function uses it, or -1. */
    record Parameter(String name, Kind kind, int cell) {
        /** How its value is given. */
        enum Kind {
            POSITIONAL,
            KEYWORD_ONLY,
            STAR,
            STAR_STAR
        }
    }
}
