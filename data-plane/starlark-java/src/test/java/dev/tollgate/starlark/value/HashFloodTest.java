package dev.tollgate.starlark.value;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.starlark.meter.Interruption;
import dev.tollgate.starlark.meter.Limits;
import dev.tollgate.starlark.meter.Meter;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keys that collide in well-known hashes do not collide here. */
class HashFloodTest {
    private static final int KEYS = 1 << 14;
    private static final int LOW_BITS = 0xFFFF;

    private final Meter meter = new Meter(Limits.standard(), Interruption.none());

    /** All have the same {@code String.hashCode}. */
    private static Stream<Value> texts() {
        return IntStream.range(0, KEYS).mapToObj(i -> {
            StringBuilder text = new StringBuilder();
            for (int bit = 0; bit < 14; bit++) {
                text.append((i >> bit & 1) == 0 ? "Aa" : "BB");
            }
            return Str.of(text.toString());
        });
    }

    @Test
    void stringsOfOneHashCodeSpread() {
        assertThat(texts().map(v -> ((Str) v).value().hashCode()).distinct()).hasSize(1);

        assertSpread(texts().toList());
    }

    @Test
    void integersOfOneLowHalfSpread() {
        assertSpread(IntStream.range(0, KEYS)
                .mapToObj(i -> (Value) Int.of(((long) i << 32) + i))
                .toList());
        assertSpread(IntStream.range(0, KEYS)
                .mapToObj(i -> (Value) Int.of((long) i << 40))
                .toList());
    }

    @Test
    void tuplesAndBytesAndFloatsSpread() {
        assertSpread(texts().map(v -> (Value) Tuple.owning(Int.ONE, v)).toList());
        assertSpread(IntStream.range(0, KEYS)
                .mapToObj(i -> (Value) new Real(i * 0x1p80))
                .toList());
    }

    /** Random hashes would leave about 88 % of the buckets' first entries distinct. */
    private void assertSpread(List<Value> keys) {
        Set<Long> whole = new HashSet<>();
        Set<Long> low = new HashSet<>();
        for (Value key : keys) {
            whole.add(Hashes.of(meter, key));
            low.add(Hashes.of(meter, key) & LOW_BITS);
        }
        assertThat(whole).hasSize(keys.size());
        assertThat(low).hasSizeGreaterThan(keys.size() * 8 / 10);
    }

    @Test
    void equalNumbersHashEqually() {
        assertThat(Hashes.of(meter, new Real(3))).isEqualTo(Hashes.of(meter, Int.of(3)));
        assertThat(Hashes.of(meter, new Real(-0.0))).isEqualTo(Hashes.of(meter, Int.ZERO));
        assertThat(Hashes.of(meter, new Real(0x1p70)))
                .isEqualTo(Hashes.of(meter, Int.of(BigInteger.ONE.shiftLeft(70))));
    }
}
