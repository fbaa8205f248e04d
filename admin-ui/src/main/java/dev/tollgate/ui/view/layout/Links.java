package dev.tollgate.ui.view.layout;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;

/** Ways from one page to another, by path, so that pages need not know each other. */
public final class Links {
    private Links() {}

    /** A prominent way on. */
    public static Button button(String text, String path) {
        Button button = new Button(text, event -> UI.getCurrent().navigate(path));
        button.addThemeVariants(ButtonVariant.PRIMARY);
        return button;
    }

    public static Anchor text(String text, String path) {
        return new Anchor(path, text);
    }
}
