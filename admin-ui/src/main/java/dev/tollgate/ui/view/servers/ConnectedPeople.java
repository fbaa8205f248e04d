package dev.tollgate.ui.view.servers;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.tollgate.model.api.ConnectedPerson;
import dev.tollgate.model.api.Page;
import dev.tollgate.model.api.RevokeConnection;
import dev.tollgate.ui.client.TollgateApi;
import dev.tollgate.ui.view.layout.Notices;
import java.util.UUID;

/** Who has connected an account of theirs to a server; an admin can end it and sees nothing else of it. */
final class ConnectedPeople extends Div {
    static final String ID = "connected-people";

    /** Shown at once; whoever stands behind is listed over REST. */
    private static final int SHOWN_MAX = 100;

    private final TollgateApi api;
    private final UUID server;

    ConnectedPeople(TollgateApi api, UUID server) {
        this.api = api;
        this.server = server;
        setId(ID);
        show();
    }

    private void show() {
        removeAll();
        Page<ConnectedPerson> page = api.serverConnections(server, SHOWN_MAX, null);
        String more = page.nextCursor() == null ? "" : " or more";
        add(new Span(
                page.items().isEmpty()
                        ? "Nobody is connected yet: each person does it on their page Connections."
                        : "Connected people: " + page.items().size() + more + "."));
        page.items().forEach(one -> add(row(one)));
    }

    private Div row(ConnectedPerson one) {
        Button end = new Button("Disconnect", event -> {
            api.disconnectPerson(server, new RevokeConnection(one.user()));
            Notices.done(one.userName() + " is not connected any more.");
            show();
        });
        end.setAriaLabel("Disconnect " + one.userName());
        Div row = new Div(new Span(one.userName() + ": " + CredentialWords.token(one.token())), end);
        row.addClassName("detail-actions");
        return row;
    }
}
