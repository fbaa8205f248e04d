package dev.tollgate.gateway.policy;

import dev.tollgate.gateway.json.JsonBytes;
import dev.tollgate.gateway.token.ListedTools;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tools as an agent lists them, in pages. */
public final class ToolList {
    /** Tools on one page. */
    public static final int PAGE_TOOLS_MAX = 1_000;

    private final List<ExposedTool> tools;
    private volatile @Nullable Page first;
    private volatile @Nullable ListedTools listed;

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
            String last = ListCursor.last(cursor);
            return last == null ? null : build(after(last));
        }
        Page prepared = first;
        if (prepared == null) {
            prepared = build(0);
            first = prepared;
        }
        return prepared;
    }

    /** The same for whoever counts what is listed. */
    public ListedTools listed() {
        ListedTools known = listed;
        if (known == null) {
            known = new ListedTools(tools);
            listed = known;
        }
        return known;
    }

    /** Another number where the list is another, as good as always. */
    public long fingerprint() {
        long all = tools.size();
        for (ExposedTool tool : tools) {
            all = 31 * all + tool.exposedName().hashCode();
            all = 31 * all + tool.tool().definitionHash().hashCode();
            all = 31 * all + Objects.hashCode(tool.tool().description());
        }
        return all;
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
        String next = to < tools.size() ? ListCursor.after(tools.get(to - 1).exposedName()) : null;
        return new Page(array.append(']').toBytes(), next);
    }
}
