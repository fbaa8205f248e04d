package dev.tollgate.control.seal;

import org.jspecify.annotations.Nullable;

/** The service that holds the master key does not answer as it should; nothing can be sealed or opened until it does. */
public final class MasterKeyAway extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MasterKeyAway(String what, @Nullable Throwable cause) {
        super(what, cause);
    }
}
