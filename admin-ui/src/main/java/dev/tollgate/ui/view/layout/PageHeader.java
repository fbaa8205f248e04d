package dev.tollgate.ui.view.layout;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;

/** A page's name, one sentence on what it is for, and what can be done on it. */
public final class PageHeader extends Div {
    public PageHeader(String title, String help, Component... actions) {
        addClassName("page-header");
        Paragraph text = new Paragraph(help);
        Div words = new Div(new H1(title), text);
        words.addClassName("page-header-words");
        Div buttons = new Div(actions);
        buttons.addClassName("page-header-actions");
        add(words, buttons);
    }
}
