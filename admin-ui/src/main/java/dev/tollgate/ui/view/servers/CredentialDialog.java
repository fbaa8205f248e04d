package dev.tollgate.ui.view.servers;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import dev.tollgate.model.api.NewServerCredential;
import dev.tollgate.model.api.Server;
import dev.tollgate.model.api.ServerCredential;
import dev.tollgate.ui.client.IfMatch;
import dev.tollgate.ui.client.TollgateApi;
import dev.tollgate.ui.view.layout.FormDialog;
import dev.tollgate.ui.view.layout.FormFields;
import dev.tollgate.ui.view.layout.Notices;
import java.util.ArrayList;
import java.util.List;

/** Says what a server is to know the tenant by. */
final class CredentialDialog {
    static final String ADD = "credential-add";

    /** As many as the control plane takes. */
    private static final int HEADERS_MAX = 16;

    private final TollgateApi api;
    private final Server server;
    private final ServerCredential stored;
    private final Runnable changed;
    private final FormFields fields = new FormFields();
    private final List<HeaderRow> rows = new ArrayList<>();
    private final Div shown = new Div();
    private final FormDialog dialog;

    CredentialDialog(TollgateApi api, Server server, Runnable changed) {
        this.api = api;
        this.server = server;
        this.changed = changed;
        stored = api.credential(server.id());
        stored.headers().forEach(header -> add(new HeaderRow(header)));
        if (rows.isEmpty()) {
            add(new HeaderRow());
        }
        Button more = new Button("Add a header", event -> add(new HeaderRow()));
        more.setId(ADD);
        dialog = new FormDialog(
                "Credential of " + server.name(),
                "Gateways send these headers with each request to the server, and to no other. A header without a name is"
                        + " taken away; without any, the server is sent none.",
                "Save",
                fields,
                opened -> send());
        dialog.with(shown, more);
    }

    void open() {
        dialog.open();
        rows.getFirst().name().focus();
    }

    private void add(HeaderRow row) {
        if (rows.size() < HEADERS_MAX) {
            rows.add(row);
            shown.add(row);
        }
    }

    private void send() {
        fields.clear();
        List<NewServerCredential.Header> headers = new ArrayList<>();
        rows.forEach(row -> row.read(fields, headers.size()).ifPresent(headers::add));
        String ifMatch = IfMatch.version(stored.version());
        if (!headers.isEmpty()) {
            api.replaceCredential(server.id(), ifMatch, new NewServerCredential(headers));
            Notices.done("Gateways make new connections to " + server.name() + " with its credential.");
        } else if (!stored.headers().isEmpty()) {
            api.deleteCredential(server.id(), ifMatch);
            Notices.done(server.name() + " is sent no credential any more.");
        }
        dialog.close();
        changed.run();
    }
}
