package dev.tollgate.starlark.lib;

import dev.tollgate.starlark.fault.ScriptFault;
import dev.tollgate.starlark.value.Bool;
import dev.tollgate.starlark.value.Bytes;
import dev.tollgate.starlark.value.Int;
import dev.tollgate.starlark.value.ListValue;
import dev.tollgate.starlark.value.Operators;
import dev.tollgate.starlark.value.Real;
import dev.tollgate.starlark.value.Repr;
import dev.tollgate.starlark.value.Str;
import dev.tollgate.starlark.value.Value;
import java.util.List;

/** Functions that tell about a value. */
final class Inspection {
    private static final int FNV_OFFSET = 0x811C9DC5;
    private static final int FNV_PRIME = 0x01000193;

    static final List<Definition> ALL = List.of(
            Definition.of("type", "x", a -> Str.of(a.value(0).type())),
            Definition.of("repr", "x", a -> Str.of(Repr.repr(a.meter(), a.value(0)))),
            Definition.of("hash", "x", Inspection::hash),
            Definition.of("dir", "x", Inspection::dir),
            Definition.of("hasattr", "x name", a -> Bool.of(Methods.has(a.value(0), a.string(1)))),
            Definition.of("getattr", "x name default?", Inspection::getattr),
            Definition.of("abs", "x", Inspection::abs));

    private Inspection() {}

    /** The functions that the specification names: String.hashCode, and FNV-1a of 32 bits. */
    private static Value hash(Bound a) {
        return switch (a.value(0)) {
            case Str s -> {
                a.meter().steps(s.length() >> 4);
                yield Int.of(s.value().hashCode());
            }
            case Bytes b -> {
                a.meter().steps(b.length() >> 4);
                int hash = FNV_OFFSET;
                for (int i = 0; i < b.length(); i++) {
                    hash = (hash ^ b.at(i)) * FNV_PRIME;
                }
                yield Int.of(hash & 0xFFFFFFFFL);
            }
            default -> a.wrong(0, "string or bytes");
        };
    }

    private static Value dir(Bound a) {
        List<String> names = Methods.names(a.value(0));
        a.meter().slots(names.size());
        return ListValue.owning(names.stream().map(Str::of).toArray(Value[]::new));
    }

    private static Value getattr(Bound a) {
        Value found = Methods.attribute(a.machine, a.value(0), a.string(1));
        Value otherwise = a.orNull(2);
        if (found != null) {
            return found;
        }
        if (otherwise == null) {
            throw Methods.missing(a.value(0), a.string(1));
        }
        return otherwise;
    }

    private static Value abs(Bound a) {
        return switch (a.value(0)) {
            case Int i -> i.signum() < 0 ? Operators.negate(a.machine, i) : i;
            case Real r -> new Real(Math.abs(r.value()));
            default -> throw new ScriptFault("got " + a.value(0).type() + " for x, want number");
        };
    }
}
