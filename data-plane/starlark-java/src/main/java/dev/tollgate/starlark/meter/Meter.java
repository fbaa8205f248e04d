package dev.tollgate.starlark.meter;

import dev.tollgate.starlark.fault.Limit;
import dev.tollgate.starlark.fault.LimitStop;

/**
 * Counts what a run uses, and stops it before it uses more than it may. What is counted depends on the script and its
 * inputs alone, never on time or on the collector, so that a run which passes once passes always. One thread at a time.
 */
public final class Meter {
    /** Steps between two questions whether the run is still wanted. */
    public static final int POLL_STEPS = 4096;
    /** What one value in a container is taken to need: its slot and a small object. */
    public static final int SLOT_BYTES = 32;

    private static final int OBJECT_BYTES = 40;
    /** Units or bytes that are looked at in one step. */
    private static final int LOOK_LENGTH = 64;

    private final Limits limits;
    private final Interruption interruption;
    private long steps;
    private long checkpoint;
    private long bytes;
    private int calls;
    private int levels;
    private int hostCalls;

    public Meter(Limits limits, Interruption interruption) {
        this.limits = limits;
        this.interruption = interruption;
        this.checkpoint = Math.min(limits.steps(), POLL_STEPS);
    }

    /** Charges work before it is done. */
    public void steps(long count) {
        long next = steps + count;
        if (next < 0 || next > checkpoint) {
            checkpoint(next);
        }
        steps = next;
    }

    private void checkpoint(long next) {
        if (next < 0 || next > limits.steps()) {
            throw new LimitStop(Limit.STEPS, limits.steps());
        }
        interruption.check(bytes);
        checkpoint = Math.min(limits.steps(), next + POLL_STEPS);
    }

    /** Charges memory before it is allocated. */
    public void bytes(long count) {
        if (count > limits.memoryBytes() - bytes) {
            throw new LimitStop(Limit.MEMORY, limits.memoryBytes());
        }
        bytes += count;
    }

    /** Charges a string of so many UTF-16 units, and the work of writing it. */
    public void text(long length) {
        bytes(OBJECT_BYTES + 2 * length);
        look(length);
    }

    /** Charges the work of looking at so many units or bytes; few are free. */
    public void look(long length) {
        if (length >= LOOK_LENGTH) {
            steps(length / LOOK_LENGTH);
        }
    }

    /** Charges a container of so many values, and the work of filling it. */
    public void slots(long count) {
        if (count > limits.memoryBytes()) {
            throw new LimitStop(Limit.MEMORY, limits.memoryBytes());
        }
        bytes(OBJECT_BYTES + SLOT_BYTES * count);
        steps(count >> 3);
    }

    /** A level of values within values; the callers count, since most values are flat. */
    public static int nested(int depth) {
        if (depth >= Limits.NESTING_MAX) {
            throw new LimitStop(Limit.NESTING, Limits.NESTING_MAX);
        }
        return depth + 1;
    }

    /** A call begins whose code has so many levels of its own. */
    public void enter(int codeLevels) {
        if (calls >= Limits.CALLS_MAX) {
            throw new LimitStop(Limit.CALLS, Limits.CALLS_MAX);
        }
        if (levels + codeLevels > Limits.LEVELS_MAX) {
            throw new LimitStop(Limit.NESTING, Limits.LEVELS_MAX);
        }
        calls++;
        levels += codeLevels;
    }

    public void leave(int codeLevels) {
        calls--;
        levels -= codeLevels;
    }

    /**
     * A call of the host begins.
     *
     * @return how many did before
     */
    public int hostCall() {
        if (hostCalls >= limits.hostCalls()) {
            throw new LimitStop(Limit.HOST_CALLS, limits.hostCalls());
        }
        hostCalls++;
        interruption.check(bytes);
        return hostCalls - 1;
    }

    /** Asks at once whether the run is still wanted: after every wait for the host. */
    public void poll() {
        interruption.check(bytes);
    }

    public Limits limits() {
        return limits;
    }

    public Usage usage() {
        return new Usage(steps, bytes, hostCalls);
    }
}
