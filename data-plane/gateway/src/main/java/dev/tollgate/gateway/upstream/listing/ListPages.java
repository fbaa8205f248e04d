package dev.tollgate.gateway.upstream.listing;

import dev.tollgate.gateway.json.JsonReader;
import dev.tollgate.gateway.json.JsonText;
import dev.tollgate.gateway.json.MalformedJson;
import dev.tollgate.gateway.json.Members;
import dev.tollgate.gateway.json.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one upstream lists, gathered page by page within bounds; each item kept as the bytes that were sent. */
final class ListPages {
    /** Of all items of one list. */
    static final int BYTES_MAX = 4 << 20;

    static final int PAGES_MAX = 200;

    private final ListKind kind;
    private final Members.Wanted resultMembers;
    private final Members.Wanted nameMember;
    private final Map<String, ListedItem> items = new LinkedHashMap<>();
    private int pages;
    private int bytes;
    private @Nullable String excess;

    ListPages(ListKind kind) {
        this.kind = kind;
        this.resultMembers = Members.Wanted.of(kind.member(), "nextCursor");
        this.nameMember = Members.Wanted.of(kind.nameMember());
    }

    /**
     * Takes one result of the list's method.
     *
     * @return the cursor of the next page, as JSON; null if this is the last one, or a bound is reached
     * @throws MalformedJson if it is no such result
     */
    @Nullable
    String add(byte[] result) throws MalformedJson {
        Members members = Members.read(new JsonReader(result), resultMembers);
        Span list = members.get(0);
        if (list == null) {
            throw new JsonReader(result).malformed("a result without " + kind.member());
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

    private void add(byte[] result, Span item) throws MalformedJson {
        if (result[item.start()] != '{') {
            return;
        }
        Span name = Members.read(result, item, nameMember).get(0);
        if (name == null || result[name.start()] != '"' || name.length() > kind.nameCharsMax()) {
            return;
        }
        bytes += item.length();
        if (bytes > BYTES_MAX) {
            excess = "more than " + BYTES_MAX + " bytes of definitions";
        } else if (items.size() == kind.countMax()) {
            excess = "more than " + kind.countMax() + " " + kind.words();
        } else {
            String text = JsonText.string(result, name);
            Span nameAt = new Span(name.start() - item.start(), name.end() - item.start());
            // Of two of one name the first counts: nothing could reach the second.
            items.putIfAbsent(text, new ListedItem(text, item.of(result), nameAt));
        }
    }

    List<ListedItem> items() {
        return List.copyOf(items.values());
    }

    /** What there was more of than a bound allows; null if all was taken. */
    @Nullable
    String excess() {
        return excess;
    }
}
