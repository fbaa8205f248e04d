package dev.tollgate.model.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The headers that a server asks each person for, and which of them the asker has given. Values are never given back.
 *
 * @param version 0 while the asker has given none
 */
public record PersonHeaders(List<Header> headers, long version) {
    /**
     * A header of each request of the asker's.
     *
     * @param changedAt when its value was given; absent while it is missing
     */
    public record Header(String name, @Nullable Instant changedAt) {}
}
