package dev.tollgate.gateway.token;

/** A tool's definition as an agent is listed it. */
public interface ListedTool {
    /** Equal to another's where their text is. */
    Object sameText();

    /** How long its text is. */
    int definitionBytes();

    /** A JSON object in UTF-8. */
    byte[] definition();
}
