package dev.tollgate.starlark.fault;

/**
 * A run ends here. Thrown within the interpreter alone: at its boundary each kind becomes an outcome. It carries no stack
 * trace, so that throwing is cheap and nothing of Java can show.
 */
public abstract sealed class Stop extends RuntimeException permits ScriptFault, LimitStop, CancelStop {
    private static final long serialVersionUID = 1;
    private static final int NOWHERE = -1;

    private int offset = NOWHERE;

    Stop(String message) {
        super(message, null, false, false);
    }

    /** The first place that is named stays: it is the innermost. */
    @SuppressWarnings("unchecked")
    public <S extends Stop> S at(int offset) {
        if (this.offset == NOWHERE) {
            this.offset = offset;
        }
        return (S) this;
    }

    public boolean placed() {
        return offset != NOWHERE;
    }

    /** Index into the source, 0 where no place is known. */
    public int offset() {
        return Math.max(0, offset);
    }

    /** The message; exceptions of this family always have one. */
    public String text() {
        return String.valueOf(getMessage());
    }
}
