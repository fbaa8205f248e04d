package dev.tollgate.ui.view.layout;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;

/** Stands where rows would be: why there are none, and what to do next. */
public final class EmptyState extends Div {
    public static final String ID = "empty-state";

    public EmptyState(VaadinIcon icon, String title, String next, Component... actions) {
        setId(ID);
        addClassName("empty-state");
        Icon picture = icon.create();
        picture.getElement().setAttribute("aria-hidden", "true");
        Div buttons = new Div(actions);
        buttons.addClassName("empty-state-actions");
        add(picture, new H2(title), new Paragraph(next), buttons);
    }
}
