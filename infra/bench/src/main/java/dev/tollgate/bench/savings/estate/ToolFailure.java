package dev.tollgate.bench.savings.estate;

/** A tool cannot do what it was asked, and says why. */
final class ToolFailure extends Exception {
    private static final long serialVersionUID = 1;

    ToolFailure(String message) {
        super(message, null, false, false);
    }
}
