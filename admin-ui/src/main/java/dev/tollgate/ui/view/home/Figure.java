package dev.tollgate.ui.view.home;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** One number with what it counts, and the way to the page behind it. */
final class Figure extends Anchor {
    Figure(String id, String label, String value, Component note, String path) {
        super(path, "");
        setId(id);
        addClassNames("panel", "figure");
        Span what = new Span(label);
        what.addClassName("figure-label");
        Span number = new Span(value);
        number.addClassName("figure-value");
        add(what, number, new Div(note));
    }
}
