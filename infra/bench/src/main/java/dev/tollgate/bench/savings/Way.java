package dev.tollgate.bench.savings;

import dev.tollgate.model.config.ToolMode;

/** How an agent comes to its tools. */
public enum Way {
    DIRECT(ToolMode.DIRECT, "all definitions"),
    CODE(ToolMode.CODE, "Code Mode"),
    /** Each script is written with a mistake first. */
    CLUMSY_CODE(ToolMode.CODE, "Code Mode, each script wrong once"),
    SEARCH(ToolMode.SEARCH, "search mode");

    private final ToolMode mode;
    private final String words;

    Way(ToolMode mode, String words) {
        this.mode = mode;
        this.words = words;
    }

    /** How the gateway shows it the tools. */
    public ToolMode mode() {
        return mode;
    }

    public String words() {
        return words;
    }
}
