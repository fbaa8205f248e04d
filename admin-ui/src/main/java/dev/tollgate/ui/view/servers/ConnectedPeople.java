package dev.tollgate.ui.view.servers;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.tollgate.model.api.ConnectedPerson;
import dev.tollgate.model.api.Page;
import dev.tollgate.model.api.RevokeConnection;
import dev.tollgate.model.api.Server;
import dev.tollgate.ui.client.Keyset;
import dev.tollgate.ui.client.TollgateApi;
import dev.tollgate.ui.view.layout.Confirmation;
import dev.tollgate.ui.view.layout.Notices;
import org.jspecify.annotations.Nullable;

/** Who has a connection of their own to a server; an admin can end it and sees nothing else of it. */
final class ConnectedPeople extends Div {
    static final String ID = "connected-people";
    static final String MORE = "connected-people-more";

    private final TollgateApi api;
    private final Server server;
    private final UnorderedList people = new UnorderedList();
    private final Button more = new Button("Show more");
    private @Nullable String cursor;

    ConnectedPeople(TollgateApi api, Server server) {
        this.api = api;
        this.server = server;
        setId(ID);
        addClassName("form-body");
        people.addClassName("plain-list");
        more.setId(MORE);
        more.addClickListener(event -> showMore());
        restart();
    }

    private void restart() {
        removeAll();
        people.removeAll();
        cursor = null;
        showMore();
        if (people.getChildren().findAny().isEmpty()) {
            add(new Paragraph("Nobody is connected yet: each person does it on their page Connections."));
        } else {
            add(new H3("Connected people"), people, more);
        }
    }

    private void showMore() {
        Page<ConnectedPerson> page = api.serverConnections(server.id(), Keyset.PAGE_ROWS, cursor);
        page.items().forEach(one -> people.add(row(one)));
        cursor = page.nextCursor();
        more.setVisible(cursor != null);
    }

    private ListItem row(ConnectedPerson one) {
        Button end = new Button("Disconnect…", event -> ask(one));
        end.setAriaLabel("Disconnect " + one.userName());
        ListItem row = new ListItem(new Span(one.userName() + ": " + CredentialWords.of(one)), end);
        row.addClassName("person-row");
        return row;
    }

    private void ask(ConnectedPerson one) {
        Confirmation.ask(
                "Disconnect " + one.userName() + " from " + server.name() + "?",
                "Calls of their agents to it stop at once, every client of theirs loses its permission, and what they"
                        + " gave is forgotten. They can connect again.",
                "Disconnect",
                () -> {
                    api.disconnectPerson(server.id(), new RevokeConnection(one.user()));
                    Notices.done(one.userName() + " is not connected any more.");
                    restart();
                });
    }
}
