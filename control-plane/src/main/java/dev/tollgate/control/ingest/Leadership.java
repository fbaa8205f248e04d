package dev.tollgate.control.ingest;

/**
 * Which of the control plane's replicas ingests. It keeps two from doing the same work; that nothing is stored twice does
 * not rest on it, because a process that stood still may believe in its lead for longer than it has it.
 */
interface Leadership {
    /** Whether this process leads now. */
    boolean acquire();

    boolean isHeld();

    void release();
}
