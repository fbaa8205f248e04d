package dev.tollgate.ui.view.servers;

import com.vaadin.flow.component.Component;
import dev.tollgate.model.api.NewServer;
import dev.tollgate.model.api.Server;
import dev.tollgate.ui.client.IdempotencyKey;
import dev.tollgate.ui.client.IfMatch;
import dev.tollgate.ui.client.Lookup;
import dev.tollgate.ui.client.TollgateApi;
import dev.tollgate.ui.view.layout.FormDialog;
import dev.tollgate.ui.view.layout.FormFields;
import dev.tollgate.ui.view.layout.Notices;
import java.util.Optional;

/** Connects a server, or changes how one is connected. */
final class ServerDialog {
    private final TollgateApi api;
    private final Runnable changed;
    private final Optional<Server> current;
    private final IdempotencyKey idempotency = new IdempotencyKey();
    private final FormFields fields = new FormFields();
    private final ServerForm form;
    private final FormDialog dialog;

    ServerDialog(TollgateApi api, Lookup lookup, Runnable changed) {
        this(api, lookup, changed, Optional.empty());
    }

    ServerDialog(TollgateApi api, Lookup lookup, Runnable changed, Server current) {
        this(api, lookup, changed, Optional.of(current));
    }

    private ServerDialog(TollgateApi api, Lookup lookup, Runnable changed, Optional<Server> current) {
        this.api = api;
        this.changed = changed;
        this.current = current;
        form = new ServerForm(
                fields,
                lookup.environments(),
                asked -> api.previewOpenApi(
                        current.map(server -> asked.of(server.id())).orElse(asked)));
        current.ifPresent(form::show);
        dialog = new FormDialog(
                current.map(server -> "Edit " + server.name()).orElse("Connect an MCP server"),
                "A gateway connects to it at once, and reports here what it found.",
                current.isPresent() ? "Save" : "Connect",
                fields,
                opened -> send());
        dialog.with(form.components().toArray(Component[]::new));
    }

    void open() {
        dialog.open();
        form.focus();
    }

    private void send() {
        fields.clear();
        form.read().ifPresent(this::connect);
    }

    private void connect(NewServer wanted) {
        current.ifPresentOrElse(
                old -> api.replaceServer(old.id(), IfMatch.version(old.version()), wanted),
                () -> api.createServer(idempotency.forBody(wanted), wanted));
        dialog.close();
        Notices.done(
                current.isPresent()
                        ? wanted.name() + " is saved."
                        : wanted.name() + " is connected. A gateway is looking at it now.");
        changed.run();
    }
}
