package dev.tollgate.control.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a violated constraint of the database means. Constraints are named for it: {@code <table>_<field>_taken} is a
 * name that must be unique, {@code <table>_<what>_used} a foreign key that keeps what is used from being deleted.
 */
final class Constraints {
    private Constraints() {}

    /**
     * @throws IllegalStateException for a constraint that no request should be able to violate
     */
    static Refusal refusal(@Nullable String constraint) {
        if (constraint != null && constraint.endsWith("_taken")) {
            String[] words = constraint.split("__", -1);
            String field = words[words.length - 1].replace("_taken", "");
            return new Refusal.NameTaken(field, "another one has this " + field.toLowerCase(Locale.ROOT));
        }
        if (constraint != null && constraint.endsWith("_used")) {
            return new Refusal.InUse("It is still used by something else of the tenant; remove that first.");
        }
        throw new IllegalStateException("constraint violated: " + constraint);
    }
}
