package dev.tollgate.ui.view.tools;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.tollgate.model.api.Tool;
import java.util.List;

/** A definition, or the approved one beside the one that waits. Everything in it is the server's text, shown as text. */
final class DefinitionView extends Div {
    static final String DIFF = "tool-diff";
    static final String DEFINITION = "tool-definition";

    DefinitionView(Tool tool) {
        addClassName("definition");
        List<String> approved = DefinitionText.lines(tool.definition());
        if (tool.pendingDefinition() == null) {
            setId(DEFINITION);
            approved.forEach(line -> add(line(line, "line")));
            return;
        }
        setId(DIFF);
        addClassName("diff");
        add(heading("Approved"), heading("What the server says now"));
        for (LineDiff.Row row : LineDiff.of(approved, DefinitionText.lines(tool.pendingDefinition()))) {
            add(line(row.left(), left(row.kind())), line(row.right(), right(row.kind())));
        }
    }

    private static Span heading(String text) {
        Span heading = new Span(text);
        heading.addClassName("diff-heading");
        return heading;
    }

    private static Span line(String text, String... classes) {
        Span line = new Span(text);
        line.addClassNames(classes);
        return line;
    }

    private static String[] left(LineDiff.Kind kind) {
        return switch (kind) {
            case SAME -> new String[] {"line"};
            case CHANGED, REMOVED -> new String[] {"line", "line-removed"};
            case ADDED -> new String[] {"line", "line-absent"};
        };
    }

    private static String[] right(LineDiff.Kind kind) {
        return switch (kind) {
            case SAME -> new String[] {"line"};
            case CHANGED, ADDED -> new String[] {"line", "line-added"};
            case REMOVED -> new String[] {"line", "line-absent"};
        };
    }
}
