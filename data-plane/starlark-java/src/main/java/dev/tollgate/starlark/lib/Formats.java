package dev.tollgate.starlark.lib;

import dev.tollgate.starlark.value.Machine;
import dev.tollgate.starlark.value.Repr;
import dev.tollgate.starlark.value.Str;
import dev.tollgate.starlark.value.TextBuilder;
import dev.tollgate.starlark.value.Value;

/** Formatting as the evaluator needs it: the operator {@code %}, and the fields of f-strings. */
public final class Formats {
    private Formats() {}

    /** {@code format % arguments}. */
    public static Value percent(Machine machine, Str format, Value arguments) {
        return Str.of(new PercentFormat(new TextBuilder(machine.meter()), format.value(), arguments).write());
    }

    /** A field of an f-string whose format was read before. */
    public interface Field {
        void write(TextBuilder out, Value value);
    }

    /** @param spec what follows the colon; empty for none */
    public static Field field(String spec, boolean repr) {
        FormatSpec format = FormatSpec.parse(spec);
        if (!repr) {
            return format::write;
        }
        return (out, value) -> format.write(out, Str.of(Repr.repr(out.meter(), value)));
    }
}
