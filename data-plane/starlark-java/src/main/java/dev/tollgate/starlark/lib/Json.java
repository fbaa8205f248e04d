package dev.tollgate.starlark.lib;

import dev.tollgate.starlark.fault.ScriptFault;
import dev.tollgate.starlark.value.Str;
import dev.tollgate.starlark.value.TextBuilder;
import dev.tollgate.starlark.value.Value;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The functions of the namespace {@code json}, as Starlark's JSON module describes them. */
final class Json {
    private static final String USUAL_INDENT = "\t";

    static final Map<String, Value> FUNCTIONS = Map.of(
            "encode",
                    Definition.of("encode", "x", a -> encoded(a, a.value(0), null, true))
                            .function(),
            "encode_indent",
                    Definition.of("encode_indent", "x prefix? indent?", a -> encoded(a, a.value(0), Layout.of(a), true))
                            .function(),
            "decode", Definition.of("decode", "x default?", Json::decode).function(),
            "indent", Definition.of("indent", "s prefix? indent?", Json::indent).function());

    private Json() {}

    /** What stands before each line, and once more for each level. */
    record Layout(String prefix, String indent) {
        static Layout of(Bound a) {
            return new Layout(a.string(1, ""), a.string(2, USUAL_INDENT));
        }
    }

    private static Value encoded(Bound a, Value value, @Nullable Layout layout, boolean sorted) {
        TextBuilder out = new TextBuilder(a.meter());
        new JsonEncoder(out, layout, sorted).write(value, 0);
        return Str.of(out.build());
    }

    private static Value decode(Bound a) {
        String text = a.string(0);
        try {
            return JsonDecoder.ofScript(a.meter(), text).whole();
        } catch (ScriptFault fault) {
            Value otherwise = a.orNull(1);
            if (otherwise == null) {
                throw fault;
            }
            return otherwise;
        }
    }

    /** Reads and writes anew: members keep their order. */
    private static Value indent(Bound a) {
        return encoded(a, JsonDecoder.ofScript(a.meter(), a.string(0)).whole(), Layout.of(a), false);
    }
}
