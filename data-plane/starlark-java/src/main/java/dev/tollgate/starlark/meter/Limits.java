package dev.tollgate.starlark.meter;

/**
 * The most that one run may use.
 *
 * @param steps statements, calls and elements looked at
 * @param memoryBytes bytes allocated over the whole run, whether or not they were let go
 * @param printBytes bytes printed, in UTF-8
 * @param resultBytes bytes of the script's value, strings in UTF-8
 * @param hostCalls calls of the host's functions
 * @param hostResultBytes bytes of one answer of the host, strings in UTF-8
 */
public record Limits(
        long steps, long memoryBytes, long printBytes, long resultBytes, int hostCalls, long hostResultBytes) {
    /** Source text, in bytes of UTF-8. */
    public static final int SOURCE_BYTES_MAX = 64 * 1024;
    /** Calls of the script's functions within each other. */
    public static final int CALLS_MAX = 64;
    /** Brackets, blocks or values within each other. */
    public static final int NESTING_MAX = 100;
    /** Terms of a chain of operators or suffixes. */
    public static final int CHAIN_MAX = 500;
    /** Bits of an integer. */
    public static final int INTEGER_BITS_MAX = 4096;
    /**
     * Levels of expressions and statements in flight over all calls in flight. A level takes at most two Java frames, and a
     * thread with a stack of 1 MiB holds this many.
     */
    public static final int LEVELS_MAX = 1_500;

    public Limits {
        positive(steps, "steps");
        positive(memoryBytes, "memoryBytes");
        positive(printBytes, "printBytes");
        positive(resultBytes, "resultBytes");
        positive(hostCalls, "hostCalls");
        positive(hostResultBytes, "hostResultBytes");
    }

    /** Ten million steps, 32 MiB, 64 KiB printed, 1 MiB of result, 100 calls of the host with 4 MiB of answer each. */
    public static Limits standard() {
        return new Limits(10_000_000, 32L << 20, 64L << 10, 1L << 20, 100, 4L << 20);
    }

    public Limits withSteps(long most) {
        return new Limits(most, memoryBytes, printBytes, resultBytes, hostCalls, hostResultBytes);
    }

    public Limits withMemoryBytes(long most) {
        return new Limits(steps, most, printBytes, resultBytes, hostCalls, hostResultBytes);
    }

    public Limits withPrintBytes(long most) {
        return new Limits(steps, memoryBytes, most, resultBytes, hostCalls, hostResultBytes);
    }

    public Limits withResultBytes(long most) {
        return new Limits(steps, memoryBytes, printBytes, most, hostCalls, hostResultBytes);
    }

    public Limits withHostCalls(int most) {
        return new Limits(steps, memoryBytes, printBytes, resultBytes, most, hostResultBytes);
    }

    public Limits withHostResultBytes(long most) {
        return new Limits(steps, memoryBytes, printBytes, resultBytes, hostCalls, most);
    }

    private static void positive(long value, String name) {
        if (value <= 0) {
            throw new IllegalArgumentException(name + " must be positive: " + value);
        }
    }
}
