package dev.tollgate.starlark.value;

/** A callable whose work is done by the host, so that it may be done beside others. */
public interface Outside extends Callable {
    /** Copies the arguments out and counts the call, on the script's thread. */
    Pending begin(Machine machine, Value[] arguments, String[] names);

    @Override
    default Value call(Machine machine, Value[] arguments, String[] names) {
        Pending pending = begin(machine, arguments, names);
        pending.run();
        machine.meter().poll();
        return pending.finish(machine);
    }

    /** A call on its way. */
    interface Pending extends Runnable {
        /** Does the work, on any thread; throws nothing. */
        @Override
        void run();

        /** Copies the answer in, on the script's thread. */
        Value finish(Machine machine);
    }
}
