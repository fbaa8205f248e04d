package dev.tollgate.starlark.eval;

import dev.tollgate.starlark.eval.FunctionCode.Parameter;
import dev.tollgate.starlark.eval.FunctionCode.Parameter.Kind;
import dev.tollgate.starlark.fault.Nearest;
import dev.tollgate.starlark.fault.ScriptFault;
import dev.tollgate.starlark.value.Dict;
import dev.tollgate.starlark.value.Machine;
import dev.tollgate.starlark.value.Str;
import dev.tollgate.starlark.value.Tuple;
import dev.tollgate.starlark.value.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The arguments of one call as values of parameters. */
final class Binding {
    private final FunctionCode code;
    private final @Nullable Value[] defaults;
    private final Machine machine;
    private final @Nullable Value[] locals;

    Binding(FunctionCode code, @Nullable Value[] defaults, Machine machine) {
        this.code = code;
        this.defaults = defaults;
        this.machine = machine;
        this.locals = new Value[code.locals()];
    }

    @Nullable
    Value[] bind(Value[] arguments, String[] names) {
        int positional = arguments.length - names.length;
        machine.meter().steps(names.length);
        int used = byPlace(arguments, positional);
        int star = slot(Kind.STAR);
        if (star >= 0) {
            machine.meter().slots(positional - used);
            locals[star] = Tuple.owning(Arrays.copyOfRange(arguments, used, positional));
        } else if (used < positional) {
            throw tooMany(used, positional);
        }
        byName(arguments, positional, names);
        fillIn();
        return locals;
    }

    private int slot(Kind kind) {
        for (int i = 0; i < code.parameters().size(); i++) {
            if (code.parameters().get(i).kind() == kind) {
                return i;
            }
        }
        return -1;
    }

    private int byPlace(Value[] arguments, int positional) {
        int used = 0;
        for (int i = 0; i < code.parameters().size() && used < positional; i++) {
            if (code.parameters().get(i).kind() == Kind.POSITIONAL) {
                locals[i] = arguments[used++];
            }
        }
        return used;
    }

    private void byName(Value[] arguments, int positional, String[] names) {
        int rest = slot(Kind.STAR_STAR);
        Dict more = new Dict();
        if (rest >= 0) {
            locals[rest] = more;
        }
        for (int i = 0; i < names.length; i++) {
            Value value = arguments[positional + i];
            int slot = slot(names[i]);
            if (slot < 0 && rest < 0) {
                throw new ScriptFault(
                        described() + " got unexpected keyword argument '" + names[i] + "'",
                        Nearest.hint(names[i], named()));
            }
            if (slot < 0 ? !more.put(machine.meter(), Str.of(names[i]), value) : locals[slot] != null) {
                throw new ScriptFault(described() + " got multiple values for parameter '" + names[i] + "'");
            }
            if (slot >= 0) {
                locals[slot] = value;
            }
        }
    }

    private int slot(String name) {
        for (int i = 0; i < code.parameters().size(); i++) {
            Parameter parameter = code.parameters().get(i);
            if (parameter.name().equals(name) && parameter.kind().compareTo(Kind.STAR) < 0) {
                return i;
            }
        }
        return -1;
    }

    private List<String> named() {
        return code.parameters().stream()
                .filter(p -> p.kind().compareTo(Kind.STAR) < 0)
                .map(Parameter::name)
                .toList();
    }

    private void fillIn() {
        List<String> missing = new ArrayList<>();
        for (int i = 0; i < code.parameters().size(); i++) {
            if (locals[i] == null) {
                locals[i] = defaults[i];
            }
            if (locals[i] == null) {
                missing.add(code.parameters().get(i).name());
            }
        }
        if (!missing.isEmpty()) {
            throw new ScriptFault(described() + " missing " + missing.size() + " required argument"
                    + (missing.size() == 1 ? "" : "s") + ": " + String.join(", ", missing));
        }
    }

    private ScriptFault tooMany(int accepted, int given) {
        return new ScriptFault(described() + " accepts " + accepted + " positional argument"
                + (accepted == 1 ? "" : "s") + " (" + given + " given)");
    }

    private String described() {
        return "function " + code.name();
    }
}
