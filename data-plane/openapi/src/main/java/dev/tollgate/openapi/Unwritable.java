package dev.tollgate.openapi;

/** Ends the writing of a request; the message names the argument, for an agent. */
final class Unwritable extends Exception {
    private static final long serialVersionUID = 1L;

    Unwritable(String argument, String why) {
        super("The argument " + argument + " " + why + ".", null, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
