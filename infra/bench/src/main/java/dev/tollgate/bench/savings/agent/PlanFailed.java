package dev.tollgate.bench.savings.agent;

import java.io.IOException;

/** What was planned did not come about: a figure of it would say nothing. */
public final class PlanFailed extends IOException {
    private static final long serialVersionUID = 1;

    public PlanFailed(String message) {
        super(message);
    }

    PlanFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
