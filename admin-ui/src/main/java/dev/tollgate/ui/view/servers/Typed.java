package dev.tollgate.ui.view.servers;

import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import dev.tollgate.ui.view.layout.FormFields;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What people typed into the fields of a credential. */
final class Typed {
    private Typed() {}

    /** A field whose text is typed anew each time, and never shown. */
    static PasswordField secret(String id, String label) {
        PasswordField secret = new PasswordField(label);
        secret.setId(id);
        secret.setRevealButtonVisible(false);
        secret.setAutocomplete(Autocomplete.NEW_PASSWORD);
        return secret;
    }

    /** Empty if nothing stands there, or what is no address, upon which the field says so. */
    static Optional<URI> url(FormFields fields, String name, TextField field) {
        try {
            return field.getValue().isBlank()
                    ? Optional.empty()
                    : Optional.of(URI.create(field.getValue().strip()));
        } catch (IllegalArgumentException _) {
            fields.refuse(name, "Is an address.");
            return Optional.empty();
        }
    }

    /** With blanks between. */
    static List<String> scopes(TextField field) {
        return Arrays.stream(field.getValue().strip().split("\\s+"))
                .filter(scope -> !scope.isEmpty())
                .toList();
    }

    static @Nullable String text(TextField field) {
        return field.getValue().isBlank() ? null : field.getValue().strip();
    }
}
