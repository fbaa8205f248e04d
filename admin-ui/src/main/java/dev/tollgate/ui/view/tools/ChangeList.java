package dev.tollgate.ui.view.tools;

import com.fasterxml.jackson.databind.JsonNode;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.tollgate.model.api.ToolDiff;
import dev.tollgate.ui.view.layout.Badges;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Place by place, what a server changed. Everything in it is the server's text, shown as text. */
final class ChangeList extends UnorderedList {
    static final String CHANGES = "tool-changes";

    private static final int CHANGES_SHOWN_MAX = 100;
    private static final int TEXT_CHARS_MAX = 2_000;

    ChangeList(ToolDiff diff) {
        setId(CHANGES);
        addClassNames("plain-list", "changes");
        diff.changes().stream().limit(CHANGES_SHOWN_MAX).map(ChangeList::item).forEach(this::add);
        int more = diff.changes().size() - CHANGES_SHOWN_MAX;
        if (more > 0) {
            add(new ListItem("and " + more + " more, below"));
        }
    }

    private static ListItem item(ToolDiff.Change change) {
        JsonNode before = change.before();
        JsonNode after = change.after();
        Span place = new Span(place(change.path()));
        place.addClassName("code-text");
        ListItem item = new ListItem(
                before == null ? Badges.waiting("added") : Badges.waiting(after == null ? "removed" : "changed"),
                place);
        if (before != null) {
            item.add(text("was", before, "line-removed"));
        }
        if (after != null) {
            item.add(text(before == null ? "is" : "is now", after, "line-added"));
        }
        return item;
    }

    /** {@code /inputSchema/properties/a~1b} as {@code inputSchema › properties › a/b}. */
    static String place(String pointer) {
        return pointer.isEmpty()
                ? "the whole definition"
                : Arrays.stream(pointer.substring(1).split("/", -1))
                        .map(part -> part.replace("~1", "/").replace("~0", "~"))
                        .collect(Collectors.joining(" › "));
    }

    private static Span text(String word, @Nullable JsonNode value, String kind) {
        String text = value == null ? "" : value.isTextual() ? value.asText() : value.toString();
        String cut = text.length() > TEXT_CHARS_MAX ? text.substring(0, TEXT_CHARS_MAX) + "…" : text;
        Span span = new Span(new Span(word + ": "), new Span(cut));
        span.addClassNames("line", "change-text", kind);
        return span;
    }
}
