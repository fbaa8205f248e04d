package dev.tollgate.starlark;

/** A host function failed in a way that the script is told of. */
public final class HostFailure extends Exception {
    private static final long serialVersionUID = 1;

    /** @param message shown to the script and, where it does not catch it, to whoever runs it */
    public HostFailure(String message) {
        super(message, null, false, false);
    }
}
