package dev.tollgate.ui.view.connections;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.tollgate.model.api.AccessTokenStatus;
import dev.tollgate.model.api.Connection;
import dev.tollgate.model.api.ConnectionClient;
import dev.tollgate.model.api.NewDeparture;
import dev.tollgate.model.api.ServerCredential;
import dev.tollgate.ui.client.TollgateApi;
import dev.tollgate.ui.view.layout.Confirmation;
import dev.tollgate.ui.view.layout.Departed;
import dev.tollgate.ui.view.layout.Notices;
import dev.tollgate.ui.view.layout.PageHeader;
import dev.tollgate.ui.view.layout.Texts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One connection: what it is for, which clients use it, and the question whether one more may. */
final class OneConnection extends Div {
    static final String CONNECT = "connection-connect";
    static final String RENEW = "connection-renew";
    static final String DISCONNECT = "connection-disconnect";
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
                "Your agents call this server with your own account there, as far as you allow it."));
        @Nullable String client = asking;
        boolean isAllowed =
                connection.clients().stream().anyMatch(one -> one.client().equals(client));
        if (client != null && !client.isBlank() && !isAllowed) {
            add(consent(connection, client));
        }
        boolean byHeaders = connection.kind() == ServerCredential.Kind.PERSON_HEADERS;
        add(byHeaders ? headers() : state(connection), clients(connection));
    }

    private static Div headers() {
        return panel(
                "Headers of your own",
                new Paragraph("This server knows you by headers that you give once, over REST: PUT"
                        + " /me/connections/{server}/headers. They are written and never shown."));
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
        Div box = panel(
                "Let “" + names.of(client) + "” use this connection?",
                new Paragraph(
                        "It then calls " + connection.serverName() + " as you, through Tollgate, with the tools that"
                                + " your organization allows. It never sees your account's token. You can take it back here."));
        if (!names.isKnown(client)) {
            box.add(new Paragraph(
                    "Tollgate knows no client or key of yours by this id. If you did not come here from an"
                            + " agent of yours, deny it."));
        }
        box.add(facts(connection), buttons(allow, deny));
        box.setId(CONSENT);
        return box;
    }

    private static boolean mustConnect(Connection connection) {
        return connection.kind() == ServerCredential.Kind.PERSON_OAUTH && connection.token() == null;
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

    private Div state(Connection connection) {
        @Nullable AccessTokenStatus token = connection.token();
        Div box = panel("Your account there", ConnectionWords.state(token));
        if (token != null && token.reason() != null) {
            Div reason = new Div(token.reason());
            reason.addClassName("bad-box");
            box.add(reason);
        }
        box.add(facts(connection));
        Button connect = new Button(
                token == null ? "Connect…" : "Connect anew…",
                event -> Departed.to(api.depart(connection.server(), new NewDeparture(null, null))));
        connect.setId(CONNECT);
        if (token == null) {
            connect.addThemeVariants(ButtonVariant.PRIMARY);
            box.add(buttons(connect));
            return box;
        }
        Button renew = new Button("Renew now", event -> renew(connection));
        renew.setId(RENEW);
        Button disconnect = new Button("Disconnect…", event -> disconnect(connection));
        disconnect.setId(DISCONNECT);
        box.add(buttons(connect, renew, disconnect));
        return box;
    }

    private void renew(Connection connection) {
        api.renewConnection(connection.server());
        Notices.done("The provider is asked for a new token.");
        show(api.connection(connection.server()));
    }

    private void disconnect(Connection connection) {
        Confirmation.ask(
                "Disconnect from " + connection.serverName() + "?",
                "Your agents' calls to it stop at once, every client loses its permission, and the provider is told.",
                "Disconnect",
                () -> {
                    Notices.done(ConnectionWords.ended(api.disconnect(connection.server())));
                    show(api.connection(connection.server()));
                });
    }

    private Div clients(Connection connection) {
        Div box = panel(
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
        return buttons(new Span(names.of(one.client()) + ", since " + Texts.minute(one.since())), back);
    }

    private static DescriptionList facts(Connection connection) {
        DescriptionList facts = new DescriptionList();
        facts.addClassName("facts");
        fact(facts, "Server", connection.serverName());
        fact(facts, "Provider", ConnectionWords.provider(connection));
        @Nullable AccessTokenStatus token = connection.token();
        List<String> scopes = token == null ? connection.scopes() : token.scopes();
        fact(facts, "Scopes", scopes.isEmpty() ? "what the provider gives by itself" : String.join(", ", scopes));
        if (token != null && !token.asked().isEmpty()) {
            fact(facts, "The server asks for too", String.join(", ", token.asked()));
        }
        fact(facts, "Token valid until", ConnectionWords.until(token));
        return facts;
    }

    private static void fact(DescriptionList facts, String name, String value) {
        facts.add(new DescriptionList.Term(name), new DescriptionList.Description(value));
    }

    private static Div panel(String title, Component... content) {
        Div box = new Div(new H2(title));
        box.add(content);
        box.addClassNames("panel", "form-panel");
        return box;
    }

    private static Div buttons(Component... parts) {
        Div row = new Div(parts);
        row.addClassName("detail-actions");
        return row;
    }
}
