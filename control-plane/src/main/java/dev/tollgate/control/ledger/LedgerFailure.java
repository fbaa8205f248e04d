package dev.tollgate.control.ledger;

/** What was said could not be written down; whoever said it says it again. */
final class LedgerFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    LedgerFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
