package dev.tollgate.ui.view.layout;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;

/** A part of a page that is a form: its name, what to know before one fills it in, and its fields. */
public final class FormPanel extends Div {
    public FormPanel(String title, String help, Component... content) {
        Paragraph words = new Paragraph(help);
        words.addClassNames("secondary", "note");
        add(new H2(title), words);
        add(content);
        addClassNames("panel", "form-panel");
    }
}
