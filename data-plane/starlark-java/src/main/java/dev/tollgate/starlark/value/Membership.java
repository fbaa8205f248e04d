package dev.tollgate.starlark.value;

import dev.tollgate.starlark.fault.ScriptFault;
import dev.tollgate.starlark.meter.Meter;
import java.nio.charset.StandardCharsets;

/** {@code x in y}, charged per element looked at. */
public final class Membership {
    private Membership() {}

    public static boolean in(Machine machine, Value element, Value container) {
        Meter meter = machine.meter();
        return switch (container) {
            case Dict dict -> dict.contains(meter, element);
            case SetValue set -> set.contains(meter, element);
            case Range range -> inRange(range, element);
            case ListValue list -> position(meter, list, element, 0, list.size()) >= 0;
            case Tuple tuple -> position(meter, tuple, element, 0, tuple.size()) >= 0;
            case Elems elems -> position(meter, elems, element, 0, elems.size()) >= 0;
            case Str text -> {
                if (!(element instanceof Str part)) {
                    throw new ScriptFault("'in <string>' requires string as left operand, not " + element.type());
                }
                yield TextSearch.find(meter, text.value(), part.value(), 0, text.length()) >= 0;
            }
            case Bytes bytes -> inBytes(meter, bytes, element);
            case None _, Bool _, Int _, Real _, Struct _, Callable _ ->
                throw new ScriptFault("unsupported binary operation: " + element.type() + " in " + container.type());
        };
    }

    /** The index of the first equal element from {@code from} to before {@code to}, or -1. */
    public static int position(Meter meter, Sequence sequence, Value element, int from, int to) {
        for (int i = from; i < to; i++) {
            meter.steps(1);
            if (Equality.equal(meter, sequence.at(i), element)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean inRange(Range range, Value element) {
        if (element instanceof Real real && real.value() == Math.rint(real.value())) {
            return Math.abs(real.value()) < 1L << 62 && range.contains(Int.of((long) real.value()));
        }
        return element instanceof Int number && range.contains(number);
    }

    private static boolean inBytes(Meter meter, Bytes bytes, Value element) {
        String text = latin1(bytes);
        meter.text(bytes.length());
        return switch (element) {
            case Bytes part -> TextSearch.find(meter, text, latin1(part), 0, text.length()) >= 0;
            case Int number
            when number.isSmall() && number.small() >= 0 && number.small() < 256 ->
                text.indexOf((char) number.small()) >= 0;
            default ->
                throw new ScriptFault(
                        "'in bytes' requires bytes or an int from 0 to 255 as left operand, not " + element.type());
        };
    }

    private static String latin1(Bytes bytes) {
        return new String(bytes.array(), StandardCharsets.ISO_8859_1);
    }
}
