package dev.tollgate.bench.savings.catalogue;

import java.util.Locale;

/** What can be done with every entity that allows it. */
public enum Operation {
    LIST,
    SEARCH,
    GET,
    CREATE,
    UPDATE,
    DELETE;

    public boolean isReading() {
        return this == LIST || this == SEARCH || this == GET;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
