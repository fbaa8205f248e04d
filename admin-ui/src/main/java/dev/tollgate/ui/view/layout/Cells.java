package dev.tollgate.ui.view.layout;

import com.vaadin.flow.component.Component;
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
        Div cell = stack(strong);
        if (description != null && !description.isBlank()) {
            cell.add(small(description));
        }
        return cell;
    }

    /** Small print, cut off where the column ends; whole when the pointer rests on it. */
    public static Span small(String text) {
        Span small = new Span(text);
        small.addClassNames("secondary", "cut");
        small.setTitle(text);
        return small;
    }

    /** Small print on two lines at most; whole when the pointer rests on it. */
    public static Span note(String text) {
        Span note = new Span(text);
        note.addClassNames("secondary", "two-lines");
        note.setTitle(text);
        return note;
    }

    /** Small print on as many lines as it takes. */
    public static Span whole(String text) {
        Span whole = new Span(text);
        whole.addClassNames("secondary", "whole");
        return whole;
    }

    /** As {@link #named}, for names that machines read. */
    public static Div code(String code, @Nullable String description) {
        Div cell = named(code, description);
        cell.addClassName("cell-code");
        return cell;
    }

    /** Parts above each other. */
    public static Div stack(Component... parts) {
        Div cell = new Div(parts);
        cell.addClassName("cell-stack");
        return cell;
    }

    /** A column's heading that only those who hear the page need. */
    public static Span hidden(String text) {
        Span span = new Span(text);
        span.addClassName("only-heard");
        return span;
    }
}
