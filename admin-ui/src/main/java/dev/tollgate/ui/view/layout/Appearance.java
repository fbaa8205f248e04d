package dev.tollgate.ui.view.layout;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.component.page.WebStorage;
import java.util.Arrays;

/** Light or dark: as the system has it, unless the person chose otherwise in this browser. */
enum Appearance {
    SYSTEM("As the system", ColorScheme.Value.SYSTEM),
    LIGHT("Light", ColorScheme.Value.LIGHT),
    DARK("Dark", ColorScheme.Value.DARK);

    private static final String STORED = "tollgate-appearance";

    private final String label;
    private final ColorScheme.Value scheme;

    Appearance(String label, ColorScheme.Value scheme) {
        this.label = label;
        this.scheme = scheme;
    }

    String label() {
        return label;
    }

    /** Shows the page as was chosen in this browser before. */
    static void restore() {
        WebStorage.getItem(
                STORED,
                name -> Arrays.stream(values())
                        .filter(one -> one != SYSTEM && one.name().equals(name))
                        .findFirst()
                        .ifPresent(Appearance::show));
    }

    void choose() {
        WebStorage.setItem(STORED, name());
        show();
    }

    private void show() {
        UI.getCurrent().getPage().setColorScheme(scheme);
    }
}
