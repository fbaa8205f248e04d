package dev.tollgate.gateway.policy;

import dev.tollgate.gateway.json.JsonBytes;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tools as an agent lists them, in pages. A cursor names the last tool of the page before, so any gateway understands it
 * and tools that come or go between two pages shift none of the others.
 */
public final class ToolList {
    /** Tools on one page. */
    public static final int PAGE_TOOLS_MAX = 1_000;

    private static final int CURSOR_CHARS_MAX = 256;
    private static final String CURSOR_PREFIX = "1:";

    private final List<ExposedTool> tools;
    private volatile @Nullable Page first;

    ToolList(List<ExposedTool> tools) {
        this.tools = tools;
    }

    /**
     * @param tools a JSON array; not to be changed
     * @param nextCursor absent on the last page
     */
    public record Page(byte[] tools, @Nullable String nextCursor) {}

    /**
     * @param cursor of the page before; absent for the first
     * @return null if the cursor is none of ours
     */
    public @Nullable Page page(@Nullable String cursor) {
        if (cursor != null) {
            String last = decode(cursor);
            return last == null ? null : build(after(last));
        }
        Page prepared = first;
        if (prepared == null) {
            prepared = build(0);
            first = prepared;
        }
        return prepared;
    }

    private int after(String name) {
        int index = 0;
        while (index < tools.size() && tools.get(index).exposedName().compareTo(name) <= 0) {
            index++;
        }
        return index;
    }

    private Page build(int from) {
        int to = Math.min(from + PAGE_TOOLS_MAX, tools.size());
        JsonBytes array = new JsonBytes(1024).append('[');
        for (int i = from; i < to; i++) {
            if (i > from) {
                array.append(',');
            }
            array.append(tools.get(i).definition());
        }
        String next = to < tools.size() ? encode(tools.get(to - 1).exposedName()) : null;
        return new Page(array.append(']').toBytes(), next);
    }

    private static String encode(String name) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((CURSOR_PREFIX + name).getBytes(StandardCharsets.UTF_8));
    }

    private static @Nullable String decode(String cursor) {
        if (cursor.length() > CURSOR_CHARS_MAX) {
            return null;
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            return text.startsWith(CURSOR_PREFIX) ? text.substring(CURSOR_PREFIX.length()) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
