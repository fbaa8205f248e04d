package dev.tollgate.starlark.value;

import dev.tollgate.starlark.meter.Meter;
import java.util.Arrays;

/** A sequence several times over, charged before it is made. */
final class Repetition {
    private Repetition() {}

    private static long times(Int times) {
        return Math.max(0, times.clamped());
    }

    static Str of(Meter meter, Str text, Int times) {
        meter.text(text.length() * times(times));
        return Str.of(text.value().repeat((int) times(text.length() == 0 ? Int.ZERO : times)));
    }

    static Bytes of(Meter meter, Bytes bytes, Int times) {
        long length = bytes.length() * times(times);
        meter.text(length);
        byte[] all = new byte[(int) length];
        for (int i = 0; i < all.length; i++) {
            all[i] = bytes.array()[i % bytes.length()];
        }
        return Bytes.owning(all);
    }

    static Value[] of(Meter meter, Sequence sequence, Int times) {
        long length = sequence.size() * times(times);
        meter.slots(length);
        Value[] all = new Value[(int) length];
        for (int i = 0; i < all.length; i++) {
            all[i] = sequence.at(i % sequence.size());
        }
        return all;
    }

    static Bytes joined(Meter meter, Bytes a, Bytes b) {
        meter.text((long) a.length() + b.length());
        byte[] all = Arrays.copyOf(a.array(), a.length() + b.length());
        System.arraycopy(b.array(), 0, all, a.length(), b.length());
        return Bytes.owning(all);
    }
}
