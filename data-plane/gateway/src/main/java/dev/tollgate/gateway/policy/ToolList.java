package dev.tollgate.gateway.policy;

import dev.tollgate.gateway.json.JsonBytes;
import dev.tollgate.gateway.token.ListedTool;
import dev.tollgate.gateway.token.ListedTools;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tools as an agent lists them, in pages. */
public final class ToolList {
    /** Tools on one page. */
    public static final int PAGE_TOOLS_MAX = 1_000;

    private final List<Item> tools;
    private volatile @Nullable Page first;
    private volatile @Nullable ListedTools listed;

    /**
     * @param tools in the order of their names
     */
    ToolList(List<Item> tools) {
        this.tools = tools;
    }

    /**
     * One tool that is listed.
     *
     * @param name that agents know it by
     */
    record Item(String name, ListedTool tool) {}

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
            known = new ListedTools(tools.stream().map(Item::tool).toList());
            listed = known;
        }
        return known;
    }

    /** Another number where the list is another, as good as always. */
    public long fingerprint() {
        long all = tools.size();
        for (Item each : tools) {
            all = 31 * all + each.tool().sameText().hashCode();
        }
        return all;
    }

    private int after(String name) {
        int index = 0;
        while (index < tools.size() && tools.get(index).name().compareTo(name) <= 0) {
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
            array.append(tools.get(i).tool().definition());
        }
        String next = to < tools.size() ? ListCursor.after(tools.get(to - 1).name()) : null;
        return new Page(array.append(']').toBytes(), next);
    }
}
