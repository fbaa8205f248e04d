package dev.tollgate.control.ingest;

/** Ingest can't go on from what it finds; a new session may find it otherwise. */
final class IngestFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    IngestFailure(String message) {
        super(message);
    }

    IngestFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
