package dev.tollgate.starlark.fault;

/** The script is wrong, or asked for what cannot be. The only stop that a script can catch, by {@code try_call}. */
public final class ScriptFault extends Stop {
    private static final long serialVersionUID = 1;

    private final String hint;

    public ScriptFault(String message) {
        this(message, "");
    }

    /** @param hint what to write instead; empty where nothing is near */
    public ScriptFault(String message, String hint) {
        super(message);
        this.hint = hint;
    }

    public String hint() {
        return hint;
    }

    /** The same fault as one of a built-in: {@code Error in sorted: …}. A fault with a place is the script's own and stays. */
    public ScriptFault within(String builtin) {
        return placed() ? this : new ScriptFault("Error in " + builtin + ": " + text(), hint);
    }
}
