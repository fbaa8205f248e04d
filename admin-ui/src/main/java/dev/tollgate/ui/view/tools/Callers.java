package dev.tollgate.ui.view.tools;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.tollgate.model.api.Page;
import dev.tollgate.model.api.Tool;
import dev.tollgate.model.api.ToolCaller;
import dev.tollgate.ui.client.SubjectNames;
import dev.tollgate.ui.client.TollgateApi;
import dev.tollgate.ui.view.layout.SubjectWords;
import dev.tollgate.ui.view.layout.ThroughWords;

/** The keys that can call a tool, and through what. */
final class Callers extends Div {
    static final String CALLERS = "tool-callers";

    private static final int LISTED_MAX = 50;

    private final SubjectNames names;

    Callers(TollgateApi api, Tool tool) {
        names = new SubjectNames(api);
        setId(CALLERS);
        Page<ToolCaller> callers = api.toolCallers(tool.id(), LISTED_MAX, null);
        if (callers.items().isEmpty()) {
            Paragraph none = new Paragraph(
                    tool.exposedName() == null
                            ? "Nobody: it is not approved, or its server is not enabled."
                            : "Nobody: no key that is accepted has a pattern or a group that matches it.");
            none.addClassName("secondary");
            add(none);
            return;
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("plain-list");
        callers.items().forEach(caller -> list.add(item(caller)));
        add(list);
        if (callers.nextCursor() != null) {
            add(new Span("and more"));
        }
    }

    private ListItem item(ToolCaller caller) {
        Span key = new Span(caller.keyName());
        key.addClassName("strong");
        Span ways = new Span(
                "of " + subject(caller.owner()) + ", through " + ThroughWords.of(caller.through(), this::subject));
        ways.addClassNames("secondary", "through");
        return new ListItem(key, ways);
    }

    private String subject(String ref) {
        return names.of(ref).map(SubjectWords::full).orElse(ref);
    }
}
