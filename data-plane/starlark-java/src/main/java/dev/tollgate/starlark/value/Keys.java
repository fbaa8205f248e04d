package dev.tollgate.starlark.value;

import dev.tollgate.starlark.fault.Nearest;
import dev.tollgate.starlark.fault.ScriptFault;
import java.util.ArrayList;
import java.util.List;

/** The error of a key that is not there, with the nearest that is. */
public final class Keys {
    private static final int LOOKED_AT_MAX = 200;

    private Keys() {}

    public static ScriptFault missing(Machine machine, Dict dict, Value key) {
        String shown = Repr.brief(machine.meter(), key);
        return new ScriptFault(
                "key " + shown + " not found in dictionary",
                key instanceof Str wanted ? Nearest.hint(wanted.value(), names(dict)) : "");
    }

    private static List<String> names(Dict dict) {
        List<String> names = new ArrayList<>();
        for (Dict.Entry e = dict.firstEntry(); e != null && names.size() < LOOKED_AT_MAX; e = e.next()) {
            if (e.key() instanceof Str name) {
                names.add(name.value());
            }
        }
        return names;
    }
}
