package dev.tollgate.control.clickhouse;

/** ClickHouse did not do what was asked, or nobody knows whether it did. */
public final class ClickHouseFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /** What the asker can make of it. */
    public enum Kind {
        /** No answer: it is down, or the way to it. */
        UNREACHABLE,
        /** It gave up for want of memory or time. */
        OVERLOADED,
        /** It answered that the statement is wrong, which is a fault of ours. */
        REFUSED
    }

    ClickHouseFailure(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
