package dev.tollgate.ui.view.connections;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.tollgate.model.api.Connection;
import dev.tollgate.model.api.ConnectionClient;
import dev.tollgate.model.api.NewDeparture;
import dev.tollgate.ui.client.TollgateApi;
import dev.tollgate.ui.view.layout.Confirmation;
import dev.tollgate.ui.view.layout.Departed;
import dev.tollgate.ui.view.layout.Links;
import dev.tollgate.ui.view.layout.Notices;
import dev.tollgate.ui.view.layout.PageHeader;
import dev.tollgate.ui.view.layout.Texts;
import org.jspecify.annotations.Nullable;

/** One connection: what it is for, which clients use it, and the question whether one more may. */
final class OneConnection extends Div {
    static final String ALLOW = "connection-allow";
    static final String DENY = "connection-deny";
    static final String CONSENT = "connection-consent";

    private final TollgateApi api;
    private final ClientNames names;
    private @Nullable String asking;

    /**
     * @param asking a client that wants to use it; untrusted, from the page's address
     */
    OneConnection(TollgateApi api, Connection connection, @Nullable String asking) {
        this.api = api;
        this.names = new ClientNames(api);
        this.asking = asking;
        addClassName("panels");
        show(connection);
    }

    private void show(Connection connection) {
        removeAll();
        add(new PageHeader(
                connection.serverName(),
                "Your agents call this server as you, as far as you allow it.",
                Links.text("All connections", "connections")));
        @Nullable String client = asking;
        boolean isAllowed =
                connection.clients().stream().anyMatch(one -> one.client().equals(client));
        if (client != null && !client.isBlank() && !isAllowed) {
            add(consent(connection, client));
        }
        add(
                ConnectionWords.isByHeaders(connection)
                        ? new OwnHeaders(api, connection, () -> disconnect(connection), this::show)
                        : new OwnAccount(api, connection, () -> disconnect(connection), this::show),
                clients(connection));
    }

    private Div consent(Connection connection, String client) {
        Button allow =
                new Button(mustConnect(connection) ? "Connect and allow" : "Allow", event -> allow(connection, client));
        allow.setId(ALLOW);
        allow.addThemeVariants(ButtonVariant.PRIMARY);
        Button deny = new Button("Deny", event -> {
            asking = null;
            Notices.done("Nothing was allowed.");
            show(connection);
        });
        deny.setId(DENY);
        Div box = Panels.panel(
                "Let “" + names.of(client) + "” use this connection?",
                new Paragraph(
                        "It then calls " + connection.serverName() + " as you, through Tollgate, with the tools that"
                                + " your organization allows. It never sees your token or headers. You can take it back here."));
        if (!names.isKnown(client)) {
            box.add(new Paragraph(
                    "Tollgate knows no client or key of yours by this id. If you did not come here from an"
                            + " agent of yours, deny it."));
        }
        box.add(Panels.facts(connection), Panels.buttons(allow, deny));
        box.setId(CONSENT);
        return box;
    }

    private static boolean mustConnect(Connection connection) {
        return !ConnectionWords.isByHeaders(connection) && connection.token() == null;
    }

    private void allow(Connection connection, String client) {
        if (mustConnect(connection)) {
            Departed.to(api.depart(connection.server(), new NewDeparture(null, client)));
            return;
        }
        Connection after = api.allowClient(connection.server(), new ConnectionClient(client));
        Notices.done("“" + names.of(client) + "” may use your connection.");
        show(after);
    }

    private void disconnect(Connection connection) {
        Confirmation.ask(
                "Disconnect from " + connection.serverName() + "?",
                ConnectionWords.isByHeaders(connection)
                        ? "Your agents' calls to it stop at once, every client loses its permission, and your headers are"
                                + " forgotten."
                        : "Your agents' calls to it stop at once, every client loses its permission, and the provider is"
                                + " told.",
                "Disconnect",
                () -> {
                    Notices.done(ConnectionWords.ended(connection, api.disconnect(connection.server())));
                    show(api.connection(connection.server()));
                });
    }

    private Div clients(Connection connection) {
        Div box = Panels.panel(
                "Clients that may use it",
                new Paragraph(
                        connection.clients().isEmpty()
                                ? "None yet. An agent that calls the server leads you here, and you decide."
                                : "Each calls the server as you."));
        connection.clients().forEach(one -> box.add(client(connection, one)));
        return box;
    }

    private Div client(Connection connection, Connection.Client one) {
        Button back = new Button("Take back", event -> {
            Connection after = api.takeClientBack(connection.server(), new ConnectionClient(one.client()));
            Notices.done("“" + names.of(one.client()) + "” may not use your connection any more.");
            show(after);
        });
        back.setAriaLabel("Take back from " + names.of(one.client()));
        return Panels.buttons(new Span(names.of(one.client()) + ", since " + Texts.minute(one.since())), back);
    }
}
