package dev.tollgate.starlark;

/**
 * What is wrong, and where.
 *
 * @param line from 1
 * @param column from 1, in UTF-16 units
 * @param sourceLine the line itself, without its end; cut where it is long
 * @param hint what to write instead; empty where nothing is near
 */
public record Problem(String message, int line, int column, String sourceLine, String hint) {
    private static final int SOURCE_LINE_MAX = 160;
    private static final int BEFORE_COLUMN = 80;

    static Problem at(String source, int offset, String message, String hint) {
        int at = Math.min(offset, source.length());
        int start = source.lastIndexOf('\n', at - 1) + 1;
        int end = source.indexOf('\n', at);
        int line =
                (int) source.substring(0, start).chars().filter(c -> c == '\n').count() + 1;
        int lineEnd = end < 0 ? source.length() : end;
        int from = lineEnd - start <= SOURCE_LINE_MAX ? start : Math.max(start, at - BEFORE_COLUMN);
        String shown = source.substring(from, Math.min(lineEnd, from + SOURCE_LINE_MAX))
                .stripTrailing();
        return new Problem(message, line, at - start + 1, shown, hint);
    }

    /** All of it on a few lines, as a terminal or a model reads it. */
    public String text() {
        String hinted = hint.isEmpty() ? "" : "\n  hint: " + hint;
        return line + ":" + column + ": " + message + "\n    " + sourceLine.strip() + hinted;
    }
}
