package dev.tollgate.model.config;

/** How tools are shown to agents; the most direct way first. */
public enum ToolMode {
    /** Each definition stands in {@code tools/list}. */
    DIRECT,
    /** Not listed: found by a search and called by its result. */
    SEARCH,
    /** Not listed: read as files and called by scripts. */
    CODE
}
