package dev.tollgate.gateway.catalog;

import dev.tollgate.gateway.json.JsonReader;
import dev.tollgate.gateway.json.JsonText;
import dev.tollgate.gateway.json.MalformedJson;
import dev.tollgate.gateway.json.Members;
import dev.tollgate.gateway.json.Span;
import dev.tollgate.model.wire.CatalogReport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tools of one upstream, gathered page by page within bounds; each definition kept as the bytes that were sent. */
final class ToolPages {
    /** Of all definitions of one upstream. */
    static final int DEFINITION_BYTES_MAX = 4 << 20;

    static final int PAGES_MAX = 200;
    private static final int NAME_CHARS_MAX = 256;
    private static final Members.Wanted RESULT = Members.Wanted.of("tools", "nextCursor");
    private static final Members.Wanted TOOL = Members.Wanted.of("name");

    private final Map<String, CatalogReport.DiscoveredTool> tools = new LinkedHashMap<>();
    private int pages;
    private int bytes;
    private @Nullable String excess;

    /**
     * Takes one result of {@code tools/list}.
     *
     * @return the cursor of the next page, as JSON; null if this is the last one, or a bound is reached
     * @throws MalformedJson if it is no such result
     */
    @Nullable
    String add(byte[] result) throws MalformedJson {
        Members members = Members.read(new JsonReader(result), RESULT);
        Span list = members.get(0);
        if (list == null) {
            throw new JsonReader(result).malformed("a result without tools");
        }
        JsonReader reader = new JsonReader(result, list.start(), list.end());
        reader.enterArray();
        while (excess == null && reader.nextElement()) {
            add(result, reader.valueSpan());
        }
        if (++pages >= PAGES_MAX && members.get(1) != null) {
            excess = "more than " + PAGES_MAX + " pages";
        }
        Span cursor = members.get(1);
        boolean more = excess == null && cursor != null && result[cursor.start()] == '"';
        return more && cursor != null ? cursor.text(result) : null;
    }

    private void add(byte[] result, Span definition) throws MalformedJson {
        if (result[definition.start()] != '{') {
            return;
        }
        Span name = Members.read(result, definition, TOOL).get(0);
        if (name == null || result[name.start()] != '"' || name.length() > NAME_CHARS_MAX) {
            return;
        }
        bytes += definition.length();
        if (bytes > DEFINITION_BYTES_MAX) {
            excess = "more than " + DEFINITION_BYTES_MAX + " bytes of definitions";
        } else if (tools.size() == CatalogReport.TOOLS_MAX) {
            excess = "more than " + CatalogReport.TOOLS_MAX + " tools";
        } else {
            String text = JsonText.string(result, name);
            // Of two tools of one name the first counts: no call could reach the second.
            tools.putIfAbsent(text, new CatalogReport.DiscoveredTool(text, definition.text(result)));
        }
    }

    List<CatalogReport.DiscoveredTool> tools() {
        return List.copyOf(tools.values());
    }

    /** What there was more of than a bound allows; null if all was taken. */
    @Nullable
    String excess() {
        return excess;
    }
}
