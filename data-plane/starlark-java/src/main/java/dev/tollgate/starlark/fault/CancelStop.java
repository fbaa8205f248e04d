package dev.tollgate.starlark.fault;

/** The run is no longer wanted, or its time is over. No script can catch it. */
public final class CancelStop extends Stop {
    private static final long serialVersionUID = 1;

    private final boolean deadline;

    public CancelStop(boolean deadline) {
        super(deadline ? "the script's time is over" : "the script was cancelled");
        this.deadline = deadline;
    }

    /** True when the time was over, false when somebody called the run off. */
    public boolean deadline() {
        return deadline;
    }
}
