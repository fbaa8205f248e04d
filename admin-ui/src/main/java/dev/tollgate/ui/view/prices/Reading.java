package dev.tollgate.ui.view.prices;

import com.vaadin.flow.component.textfield.TextField;
import dev.tollgate.model.money.Money;
import dev.tollgate.ui.view.layout.FormFields;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads what was typed; what cannot be read says so at its field. */
final class Reading {
    private static final int DIGITS_MAX = 18;

    private Reading() {}

    static Optional<Money> money(FormFields fields, String name, TextField field) {
        return of(fields, name, () -> Money.ofDollars(field.getValue().strip()));
    }

    static Optional<Long> whole(FormFields fields, String name, TextField field) {
        return of(fields, name, () -> {
            String text = field.getValue().strip();
            if (text.length() > DIGITS_MAX || !text.matches("[0-9]+")) {
                throw new IllegalArgumentException("is a whole number such as 1000");
            }
            return Long.parseLong(text);
        });
    }

    /**
     * @param read throws {@link IllegalArgumentException} with words for people
     */
    static <T> Optional<T> of(FormFields fields, String name, Supplier<T> read) {
        try {
            return Optional.of(read.get());
        } catch (IllegalArgumentException e) {
            fields.refuse(name, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }
}
