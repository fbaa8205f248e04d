package dev.tollgate.ui.view.servers;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.textfield.TextArea;
import dev.tollgate.model.api.ServerCredential;
import dev.tollgate.ui.view.layout.FormFields;
import java.util.List;
import java.util.stream.Collectors;

/** Which headers a server wants of each person. */
final class PersonHeaderFields extends Composite<TextArea> {
    static final String ID = "credential-person-headers";

    PersonHeaderFields(FormFields fields, List<ServerCredential.Header> stored) {
        TextArea names = getContent();
        names.setId(ID);
        names.setLabel("Headers that each person gives");
        names.setPlaceholder("Authorization");
        names.setHelperText("One name a line, up to 16. Whoever lacks one that you add has to give it first.");
        names.setValue(stored.stream().map(ServerCredential.Header::name).collect(Collectors.joining("\n")));
        fields.add("personHeaders", names);
    }

    List<String> read() {
        return getContent()
                .getValue()
                .lines()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
