package dev.tollgate.starlark.lib;

import dev.tollgate.starlark.fault.ScriptFault;
import dev.tollgate.starlark.value.Bool;
import dev.tollgate.starlark.value.Callable;
import dev.tollgate.starlark.value.Machine;
import dev.tollgate.starlark.value.None;
import dev.tollgate.starlark.value.Repr;
import dev.tollgate.starlark.value.Str;
import dev.tollgate.starlark.value.Struct;
import dev.tollgate.starlark.value.TextBuilder;
import dev.tollgate.starlark.value.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Functions that do more than answer: print, fail, catch, call side by side. */
final class Effects {
    static final Definition TRY_CALL = Definition.open("try_call", Effects::tryCall);

    static final List<Definition> ALL = List.of(
            Definition.open("print", Effects::print),
            Definition.open("fail", Effects::fail),
            TRY_CALL,
            Definition.of("parallel", "calls", ParallelCalls::run));

    private Effects() {}

    private static Value print(Call call) {
        call.machine().print(joined(call));
        return None.NONE;
    }

    private static Value fail(Call call) {
        throw new ScriptFault("fail: " + joined(call));
    }

    /** As {@code print} writes it: named arguments other than {@code sep} follow as {@code name=value}. */
    private static String joined(Call call) {
        String separator = " ";
        for (int i = 0; i < call.names().length; i++) {
            if (call.names()[i].equals("sep") && call.named(i) instanceof Str s) {
                separator = s.value();
            }
        }
        TextBuilder out = new TextBuilder(call.meter());
        for (int i = 0; i < call.positional(); i++) {
            out.append(i == 0 ? "" : separator);
            Repr.writeStr(out, call.arguments()[i]);
        }
        for (int i = 0; i < call.names().length; i++) {
            if (!call.names()[i].equals("sep")) {
                out.append(out.length() == 0 ? "" : separator)
                        .append(call.names()[i])
                        .append("=");
                Repr.writeStr(out, call.named(i));
            }
        }
        return out.build();
    }

    private static Value tryCall(Call call) {
        Callable function = triedFunction(call.positional() == 0 ? None.NONE : call.arguments()[0]);
        Value[] arguments = Arrays.copyOfRange(call.arguments(), 1, call.arguments().length);
        return tried(call.machine(), () -> function.call(call.machine(), arguments, call.names()));
    }

    private static Callable triedFunction(Value value) {
        if (value instanceof Callable c) {
            return c;
        }
        throw new ScriptFault(
                "got " + value.type() + " for the function to try, want function",
                "write try_call(f, x), not try_call(f(x))");
    }

    /** What came of it as a struct of {@code ok}, {@code value} and {@code error}. Limits and cancellation pass through. */
    static Value tried(Machine machine, Supplier<Value> work) {
        machine.meter().slots(3);
        try {
            return Struct.of(Map.of("ok", Bool.TRUE, "value", work.get(), "error", None.NONE));
        } catch (ScriptFault fault) {
            machine.meter().text(fault.text().length());
            return Struct.of(Map.of("ok", Bool.FALSE, "value", None.NONE, "error", Str.of(fault.text())));
        }
    }
}
