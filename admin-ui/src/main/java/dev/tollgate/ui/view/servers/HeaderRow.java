package dev.tollgate.ui.view.servers;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import dev.tollgate.model.api.NewServerCredential;
import dev.tollgate.model.api.ServerCredential;
import dev.tollgate.ui.view.layout.FormFields;
import dev.tollgate.ui.view.layout.Texts;
import java.util.Optional;

/** One header of a credential: its name, and a value that is typed and never shown. */
final class HeaderRow extends Composite<Div> {
    private final TextField name = new TextField("Header");
    private final PasswordField value = new PasswordField("Value");

    HeaderRow() {
        name.setPlaceholder("Authorization");
        name.setClearButtonVisible(true);
        value.setRevealButtonVisible(false);
        value.setAutocomplete(Autocomplete.NEW_PASSWORD);
        name.addValueChangeListener(event -> name.setInvalid(false));
        value.addValueChangeListener(event -> value.setInvalid(false));
        getContent().addClassName("header-row");
        getContent().add(name, value);
    }

    HeaderRow(ServerCredential.Header stored) {
        this();
        name.setValue(stored.name());
        value.setPlaceholder("unchanged");
        value.setHelperText(
                "Stored " + Texts.minute(stored.changedAt()) + " and not shown. Leave it empty to keep it.");
    }

    /** Empty if it names none. Its errors are those of the entry with this number. */
    Optional<NewServerCredential.Header> read(FormFields fields, int entry) {
        if (name.getValue().isBlank()) {
            return Optional.empty();
        }
        fields.place("headers[" + entry + "].name", name);
        fields.place("headers[" + entry + "].value", value);
        return Optional.of(
                new NewServerCredential.Header(name.getValue().strip(), value.isEmpty() ? null : value.getValue()));
    }

    TextField name() {
        return name;
    }
}
