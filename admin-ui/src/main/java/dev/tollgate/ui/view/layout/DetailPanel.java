package dev.tollgate.ui.view.layout;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;

/** Everything about one row, beside the rows. */
public final class DetailPanel extends Div {
    public static final String ID = "detail-panel";
    public static final String CLOSE = "detail-close";

    private final DescriptionList facts = new DescriptionList();

    public DetailPanel(String title, Runnable close, Component... badges) {
        setId(ID);
        addClassName("detail");
        Button cross = new Button(VaadinIcon.CLOSE_SMALL.create(), event -> close.run());
        cross.setId(CLOSE);
        cross.setAriaLabel("Close the details");
        cross.addThemeVariants(ButtonVariant.TERTIARY);
        H2 heading = new H2(title);
        Div words = new Div(heading, new Div(badges));
        words.addClassName("detail-words");
        Div head = new Div(words, cross);
        head.addClassName("detail-head");
        facts.addClassName("facts");
        add(head, facts);
    }

    public DetailPanel fact(String name, String value) {
        return fact(name, new Span(value));
    }

    public DetailPanel fact(String name, Component value) {
        facts.add(new DescriptionList.Term(name), new DescriptionList.Description(value));
        return this;
    }

    public DetailPanel section(String title, Component... content) {
        H2 heading = new H2(title);
        heading.addClassName("detail-section");
        add(heading);
        add(content);
        return this;
    }

    /** What is wrong with it, before all else. */
    public DetailPanel alert(String text) {
        Div box = new Div(text);
        box.addClassName("bad-box");
        addComponentAtIndex(1, box);
        return this;
    }

    public DetailPanel actions(Component... buttons) {
        Div row = new Div(buttons);
        row.addClassName("detail-actions");
        addComponentAtIndex(1, row);
        return this;
    }
}
