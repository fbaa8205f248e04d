package dev.tollgate.control.outgoing;

/** An answer that is not what was asked for. */
final class Unacceptable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String why;

    /**
     * @param why an end to the sentence "it …", for an admin
     */
    Unacceptable(String why) {
        super(why, null, false, false);
        this.why = why;
    }

    String why() {
        return why;
    }
}
