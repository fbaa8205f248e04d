package dev.tollgate.gateway.edge;

/** That whoever asked went away, which may be before there is anything to call off. Lives on one event loop. */
final class Abandonment implements Runnable {
    private boolean there;
    private Runnable action = () -> {};

    @Override
    public void run() {
        there = true;
        action.run();
    }

    boolean isThere() {
        return there;
    }

    /** What to do then. */
    void then(Runnable what) {
        action = what;
    }
}
