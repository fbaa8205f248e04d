package dev.tollgate.gateway.edge;

import java.util.function.Consumer;

/** What is known of somebody's consent to a call, of which only those ask about it that need it. */
sealed interface Consent {
    Consent UNKNOWN = new Unknown();
    Consent GIVEN = new Given();
    Consent DENIED = new Denied();

    /** Nobody was asked yet. */
    record Unknown() implements Consent {}

    /** Somebody was asked, in this exchange, and agreed. */
    record Given() implements Consent {}

    /** Somebody was asked and did not agree. */
    record Denied() implements Consent {}

    /**
     * Nobody was asked yet, and the call is a script's, which can be ended for it.
     *
     * @param question told the params of an elicitation, in place of an answer
     */
    record ByEndingTheScript(Consumer<byte[]> question) implements Consent {}
}
