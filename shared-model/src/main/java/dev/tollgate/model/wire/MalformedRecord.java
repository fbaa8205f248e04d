package dev.tollgate.model.wire;

import org.jspecify.annotations.Nullable;

/** A record read from Kafka is not what its topic carries. */
public final class MalformedRecord extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MalformedRecord(Class<?> type, @Nullable String why, @Nullable Throwable cause) {
        super("not a " + type.getSimpleName() + ": " + why, cause);
    }
}
