package dev.tollgate.ui.view.layout;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

/** Parts of rows. */
public final class Cells {
    private Cells() {}

    /** A name, and below it what it is in small print, cut off where the column ends. */
    public static Div named(String name, @Nullable String description) {
        Span strong = new Span(name);
        strong.addClassName("strong");
        Div cell = new Div(strong);
        cell.addClassName("cell-stack");
        if (description != null && !description.isBlank()) {
            Span small = new Span(description);
            small.addClassNames("secondary", "cut");
            small.setTitle(description);
            cell.add(small);
        }
        return cell;
    }

    /** As {@link #named}, for names that machines read. */
    public static Div code(String code, @Nullable String description) {
        Div cell = named(code, description);
        cell.addClassName("cell-code");
        return cell;
    }

    /** A column's heading that only those who hear the page need. */
    public static Span hidden(String text) {
        Span span = new Span(text);
        span.addClassName("only-heard");
        return span;
    }
}
