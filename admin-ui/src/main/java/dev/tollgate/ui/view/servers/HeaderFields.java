package dev.tollgate.ui.view.servers;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import dev.tollgate.model.api.NewServerCredential;
import dev.tollgate.model.api.ServerCredential;
import dev.tollgate.ui.view.layout.FormFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The headers of a server, one row each. */
final class HeaderFields extends Composite<Div> {
    static final String ADD = "credential-add";

    /** As many as the control plane takes. */
    private static final int HEADERS_MAX = 16;

    private final List<HeaderRow> rows = new ArrayList<>();
    private final Div shown = new Div();
    private final Button more = new Button("Add a header", event -> add(new HeaderRow()));

    HeaderFields(List<ServerCredential.Header> stored) {
        stored.forEach(header -> add(new HeaderRow(header)));
        if (rows.isEmpty()) {
            add(new HeaderRow());
        }
        more.setId(ADD);
        shown.addClassName("form-body");
        getContent().addClassName("form-body");
        getContent().add(shown, more);
    }

    private void add(HeaderRow row) {
        rows.add(row);
        shown.add(row);
        more.setEnabled(rows.size() < HEADERS_MAX);
    }

    /** Empty if no row has a name, upon which the first says so. */
    Optional<List<NewServerCredential.Header>> read(FormFields fields) {
        List<NewServerCredential.Header> headers = new ArrayList<>();
        fields.place("headers", rows.getFirst().name());
        rows.forEach(row -> row.read(fields, headers.size()).ifPresent(headers::add));
        if (headers.isEmpty()) {
            fields.refuse("headers", "Must be given. To send none, choose “None” above.");
            return Optional.empty();
        }
        return Optional.of(headers);
    }
}
