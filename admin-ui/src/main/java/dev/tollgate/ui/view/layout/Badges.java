package dev.tollgate.ui.view.layout;

import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.badge.BadgeVariant;

/** States as coloured words; the word carries the meaning, the colour only repeats it. */
public final class Badges {
    private Badges() {}

    public static Badge good(String text) {
        return of(text, BadgeVariant.SUCCESS);
    }

    public static Badge bad(String text) {
        return of(text, BadgeVariant.ERROR);
    }

    public static Badge waiting(String text) {
        return of(text, BadgeVariant.WARNING);
    }

    public static Badge neutral(String text) {
        return new Badge(text);
    }

    private static Badge of(String text, BadgeVariant variant) {
        Badge badge = new Badge(text);
        badge.addThemeVariants(variant);
        return badge;
    }
}
