package dev.tollgate.local;

/** The stack cannot do what was asked; the message tells the person at the terminal what and what to do about it. */
public final class StackFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message whole sentences for a person */
    public StackFailure(String message) {
        super(message);
    }

    /** @param message whole sentences for a person */
    public StackFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
