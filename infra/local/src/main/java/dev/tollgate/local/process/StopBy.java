package dev.tollgate.local.process;

/** How a process is asked to end; one that does not within its grace is killed. */
public enum StopBy {
    SIGTERM("TERM"),
    SIGINT("INT"),
    /** Its standard input closes; a signal would end it less cleanly. */
    END_OF_INPUT("CONT");

    private final String signal;

    StopBy(String signal) {
        this.signal = signal;
    }

    /** The signal that asks without harm; CONT means nothing to a process that runs. */
    String signal() {
        return signal;
    }
}
