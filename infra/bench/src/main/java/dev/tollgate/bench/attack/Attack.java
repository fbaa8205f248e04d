package dev.tollgate.bench.attack;

import java.util.Locale;

/** What a script goes for. Each would go on, or grow, without an end. */
public enum Attack {
    /** Keeps text that grows. */
    MEMORY("""
            kept = []
            for i in range(10000000):
                kept.append(("%d" % i) * 2000)
            """),
    /** Doubles a list, and holds all of them. */
    DOUBLING("""
            kept = [[0]]
            for i in range(64):
                kept.append(kept[-1] * 2)
            """),
    /** Computes in loops within calls. */
    STEPS("""
            def burn(n):
                total = 0
                for i in range(n):
                    total += i % 7
                return total
            [burn(1000000) for i in range(1000)]
            """),
    /** Computes within what is built in. */
    BUILT_INS("""
            numbers = [i % 1000 for i in range(50000)]
            for i in range(1000000):
                -1 in numbers
            """),
    /** Values within values, which are to be written. */
    NESTING("""
            deep = []
            for i in range(100000):
                deep = [deep, deep]
            print(deep)
            """),
    /** A source that is as long as it may be, and as wide. */
    SOURCE("wide = [" + "[1],".repeat(15_000) + "]\nfor x in wide: x.append(wide)\n"),
    /** Prints without an end. */
    OUTPUT("""
            for i in range(10000000):
                print("0123456789" * 100)
            """),
    /** All calls that it may make, as many at once as it may. */
    CALLS("""
            while_called = parallel([lambda: stub.echo(marker = "m")] * 100)
            """),
    /** Waits for what does not come, for as long as it may. */
    TIME("""
            for i in range(100):
                try_call(stub.watch, marker = "m")
            """);

    private final String code;

    Attack(String code) {
        this.code = code;
    }

    /** Another source each time, so that none is found compiled. */
    String code(long number) {
        return code + "# " + number;
    }

    /** As a report names it. */
    String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
