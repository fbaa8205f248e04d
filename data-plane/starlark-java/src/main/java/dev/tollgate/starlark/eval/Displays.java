package dev.tollgate.starlark.eval;

import dev.tollgate.starlark.fault.ScriptFault;
import dev.tollgate.starlark.fault.Stop;
import dev.tollgate.starlark.lib.Formats;
import dev.tollgate.starlark.value.Dict;
import dev.tollgate.starlark.value.ListValue;
import dev.tollgate.starlark.value.Repr;
import dev.tollgate.starlark.value.Str;
import dev.tollgate.starlark.value.TextBuilder;
import dev.tollgate.starlark.value.Tuple;
import dev.tollgate.starlark.value.Value;
import org.jspecify.annotations.Nullable;

/** Lists, tuples, dicts and f-strings as they are written out. */
final class Displays {
    private Displays() {}

    /** A list, or a tuple. */
    static final class Elements extends Node {
        private final Node[] elements;
        private final boolean tuple;
        private final int offset;

        Elements(Node[] elements, boolean tuple, int offset) {
            this.elements = elements;
            this.tuple = tuple;
            this.offset = offset;
        }

        @Override
        Value eval(Frame frame) {
            try {
                frame.machine.meter().slots(elements.length);
            } catch (Stop stop) {
                throw stop.at(offset);
            }
            Value[] values = new Value[elements.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = elements[i].eval(frame);
            }
            return tuple ? Tuple.owning(values) : ListValue.owning(values);
        }
    }

    static final class Entries extends Node {
        private final Node[] keys;
        private final Node[] values;
        private final int[] offsets;

        Entries(Node[] keys, Node[] values, int[] offsets) {
            this.keys = keys;
            this.values = values;
            this.offsets = offsets;
        }

        @Override
        Value eval(Frame frame) {
            Dict dict = new Dict();
            for (int i = 0; i < keys.length; i++) {
                Value key = keys[i].eval(frame);
                Value value = values[i].eval(frame);
                try {
                    if (!dict.put(frame.machine.meter(), key, value)) {
                        throw new ScriptFault("duplicate key: " + Repr.repr(frame.machine.meter(), key));
                    }
                } catch (Stop stop) {
                    throw stop.at(offsets[i]);
                }
            }
            return dict;
        }
    }

    /** Text with values in it. */
    static final class Interpolation extends Node {
        private final String[] texts;
        private final @Nullable Node[] values;
        private final Formats.Field[] fields;
        private final int offset;

        /** Each text is followed by the value of the same index, if there is one. */
        Interpolation(String[] texts, @Nullable Node[] values, Formats.Field[] fields, int offset) {
            this.texts = texts;
            this.values = values;
            this.fields = fields;
            this.offset = offset;
        }

        @Override
        Value eval(Frame frame) {
            TextBuilder out = new TextBuilder(frame.machine.meter());
            try {
                for (int i = 0; i < texts.length; i++) {
                    out.append(texts[i]);
                    Node value = values[i];
                    if (value != null) {
                        fields[i].write(out, value.eval(frame));
                    }
                }
                return Str.of(out.build());
            } catch (Stop stop) {
                throw stop.at(offset);
            }
        }
    }
}
