package dev.tollgate.ui.client;

import dev.tollgate.model.api.Problem;
import java.util.List;

/** The control plane refused or failed, in its own words (RFC 9457) or, where it sent none, in ours. */
public final class ApiProblem extends RuntimeException {
    public static final int STATUS_NONE = 0;

    private final transient Problem problem;

    public ApiProblem(Problem problem) {
        super(problem.title());
        this.problem = problem;
    }

    private ApiProblem(Problem problem, Throwable cause) {
        super(problem.title(), cause);
        this.problem = problem;
    }

    static ApiProblem unreachable(Throwable cause) {
        return new ApiProblem(
                new Problem(
                        "about:blank",
                        "The control plane does not answer",
                        STATUS_NONE,
                        "Agents are not affected: gateways go on serving. Try again in a moment.",
                        null,
                        null),
                cause);
    }

    public int status() {
        return problem.status();
    }

    public String title() {
        return problem.title();
    }

    /** What to do about it; empty if nothing was said. */
    public String detail() {
        String detail = problem.detail();
        return detail == null ? "" : detail;
    }

    /** The fields at fault, empty if it is none of theirs. */
    public List<Problem.FieldError> fieldErrors() {
        List<Problem.FieldError> errors = problem.errors();
        return errors == null ? List.of() : errors;
    }

    /** Somebody else changed the resource since it was read. */
    public boolean isStale() {
        return status() == 412;
    }
}
