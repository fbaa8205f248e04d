package dev.tollgate.control.alert;

/** What came of sending an alert once. */
sealed interface Sent {
    record Arrived() implements Sent {}

    /**
     * @param why for an admin
     * @param hopeless whether trying again would come to the same
     */
    record Failed(String why, boolean hopeless) implements Sent {}
}
