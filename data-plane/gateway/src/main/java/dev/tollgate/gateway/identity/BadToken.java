package dev.tollgate.gateway.identity;

import dev.tollgate.gateway.identity.Identification.Cause;

/** A token or a proof that is not taken; used within this package alone, where many things can be wrong with either. */
final class BadToken extends Exception {
    private static final long serialVersionUID = 1L;

    private final Cause why;

    BadToken(Cause why) {
        super(why.name(), null, false, false);
        this.why = why;
    }

    Cause why() {
        return why;
    }
}
