package dev.tollgate.ui.view.layout;

import com.vaadin.flow.component.html.Span;

/** States as coloured words; the word carries the meaning, the colour only repeats it. */
public final class Badges {
    private Badges() {}

    public static Span good(String text) {
        return of(text, "badge-good");
    }

    public static Span bad(String text) {
        return of(text, "badge-bad");
    }

    public static Span waiting(String text) {
        return of(text, "badge-waiting");
    }

    public static Span neutral(String text) {
        return of(text, "badge-neutral");
    }

    private static Span of(String text, String kind) {
        Span badge = new Span(text);
        badge.addClassNames("badge", kind);
        return badge;
    }
}
