package dev.tollgate.starlark.fault;

import java.util.Locale;

/** A limit is reached. No script can catch it. */
public final class LimitStop extends Stop {
    private static final long serialVersionUID = 1;

    private final Limit limit;

    public LimitStop(Limit limit, long max) {
        super(String.format(Locale.ROOT, "the script reached its limit of %d %s", max, limit.unit()));
        this.limit = limit;
    }

    public Limit limit() {
        return limit;
    }
}
