package dev.tollgate.starlark;

import dev.tollgate.starlark.fault.Limit;
import dev.tollgate.starlark.fault.LimitStop;
import dev.tollgate.starlark.fault.ScriptFault;
import dev.tollgate.starlark.lib.JsonDecoder;
import dev.tollgate.starlark.meter.Meter;
import dev.tollgate.starlark.value.Crossing;
import dev.tollgate.starlark.value.Dict;
import dev.tollgate.starlark.value.ListValue;
import dev.tollgate.starlark.value.Str;
import dev.tollgate.starlark.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way of an answer into a run: as frozen values, charged before they are made. Good on the script's thread alone, while
 * {@link HostFunction.Answer#taken} has it.
 */
public final class Intake {
    private final Meter meter;

    Intake(Meter meter) {
        this.meter = meter;
    }

    /** A copy of a value from elsewhere. */
    public Value copy(Value value) {
        return Crossing.copy(meter, value, Limit.HOST_RESULT, meter.limits().hostResultBytes());
    }

    /**
     * Reads JSON in UTF-8.
     *
     * @throws ScriptFault if it is no UTF-8
     */
    public JsonDecoder json(byte[] utf8) {
        long most = meter.limits().hostResultBytes();
        if (utf8.length > most) {
            throw new LimitStop(Limit.HOST_RESULT, most);
        }
        return JsonDecoder.ofHost(meter, utf8);
    }

    /** Reads JSON that a value which was read before has in it. */
    public JsonDecoder json(String text) {
        return JsonDecoder.ofHost(meter, text);
    }

    /** The member of that name; null where there is none, or the value is no dict. */
    public @Nullable Value member(Value value, String name) {
        return value instanceof Dict dict ? dict.get(meter, Str.of(name)) : null;
    }

    /** A list of values that were read. */
    public Value list(List<Value> values) {
        meter.slots(values.size());
        ListValue list = ListValue.owning(values.toArray(Value[]::new));
        list.freeze();
        return list;
    }
}
