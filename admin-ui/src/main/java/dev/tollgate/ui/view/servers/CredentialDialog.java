package dev.tollgate.ui.view.servers;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import dev.tollgate.model.api.ClientCredentials;
import dev.tollgate.model.api.NewDeparture;
import dev.tollgate.model.api.NewServerCredential;
import dev.tollgate.model.api.Server;
import dev.tollgate.model.api.ServerCredential;
import dev.tollgate.model.api.ServerCredential.Kind;
import dev.tollgate.ui.client.ApiProblem;
import dev.tollgate.ui.client.IfMatch;
import dev.tollgate.ui.client.TollgateApi;
import dev.tollgate.ui.view.layout.Departed;
import dev.tollgate.ui.view.layout.FormDialog;
import dev.tollgate.ui.view.layout.FormFields;
import dev.tollgate.ui.view.layout.Notices;
import java.util.ArrayList;
import java.util.List;

/** Says what a server is to know the tenant by. */
final class CredentialDialog {
    static final String ADD = "credential-add";
    static final String KIND = "credential-kind";
    static final String CERTIFICATES = "credential-certificates";
    static final String RENEW = "credential-renew";
    static final String CONNECT = "credential-connect";
    static final String DISCONNECT = "credential-disconnect";

    /** As many as the control plane takes. */
    private static final int HEADERS_MAX = 16;

    private final TollgateApi api;
    private final Server server;
    private final ServerCredential stored;
    private final Runnable changed;
    private final FormFields fields = new FormFields();
    private final List<HeaderRow> rows = new ArrayList<>();
    private final Div shown = new Div();
    private final Button more = new Button("Add a header", event -> add(new HeaderRow()));
    private final Select<Kind> kind = new Select<>();
    private final ClientFields client;
    private final OauthFields oauth;
    private final ExchangeFields exchange;
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
        more.setId(ADD);
        ClientCredentials known = stored.tokenExchange() == null
                ? stored.clientCredentials()
                : stored.tokenExchange().client();
        client = known == null ? new ClientFields(fields) : new ClientFields(fields, known);
        exchange = new ExchangeFields(fields, stored.tokenExchange());
        kind.setId(KIND);
        kind.setLabel("Kind");
        oauth = new OauthFields(fields, stored.oauth(), this::look);
        kind.setItems(Kind.HEADERS, Kind.CLIENT_CREDENTIALS, Kind.TOKEN_EXCHANGE, Kind.OAUTH);
        kind.setItemLabelGenerator(CredentialDialog::words);
        kind.addValueChangeListener(event -> show(event.getValue()));
        dialog = new FormDialog(
                "Credential of " + server.name(),
                "Gateways send these headers, or the access token of this client or account, with each request to the"
                        + " server, and to no other. A header without a name is taken away; without any, the server is"
                        + " sent none.",
                "Save",
                fields,
                opened -> send());
        dialog.with(kind, shown, more, client, exchange, oauth, certificates());
        addActions();
        kind.setValue(chosen(stored.kind()));
    }

    private void addActions() {
        if (stored.token() != null) {
            Button renew = new Button("Renew now", event -> renew());
            renew.setId(RENEW);
            dialog.with(new Paragraph(CredentialWords.token(stored.token())), renew);
        }
        if (stored.kind() != Kind.OAUTH && chosen(stored.kind()) == Kind.OAUTH) {
            dialog.with(new ConnectedPeople(api, server.id()));
        }
        if (stored.kind() == Kind.OAUTH) {
            Button connect = new Button(
                    stored.token() == null ? "Connect…" : "Connect anew…",
                    event -> Departed.to(api.departForTenant(server.id(), new NewDeparture(null, null))));
            connect.setId(CONNECT);
            dialog.with(connect);
        }
        if (stored.kind() == Kind.OAUTH && stored.token() != null) {
            Button disconnect = new Button("Disconnect", event -> disconnect());
            disconnect.setId(DISCONNECT);
            dialog.with(disconnect);
        }
    }

    private static Kind chosen(Kind stored) {
        return switch (stored) {
            case NONE, HEADERS, PERSON_HEADERS -> Kind.HEADERS;
            case CLIENT_CREDENTIALS -> Kind.CLIENT_CREDENTIALS;
            case TOKEN_EXCHANGE -> Kind.TOKEN_EXCHANGE;
            case OAUTH, PERSON_OAUTH, PERSON_TOKEN_EXCHANGE, PERSON_ID_JAG -> Kind.OAUTH;
        };
    }

    private static String words(Kind one) {
        return switch (one) {
            case NONE, HEADERS, PERSON_HEADERS -> "Headers";
            case CLIENT_CREDENTIALS -> "Client credentials";
            case TOKEN_EXCHANGE -> "Token exchange";
            case OAUTH, PERSON_OAUTH, PERSON_TOKEN_EXCHANGE, PERSON_ID_JAG -> "OAuth, where somebody lets Tollgate in";
        };
    }

    private void look(OauthFields typed) {
        fields.clear();
        try {
            typed.read(fields).ifPresent(wanted -> typed.show(api.previewCredential(server.id(), wanted)));
        } catch (ApiProblem problem) {
            fields.show(problem);
        }
    }

    private void disconnect() {
        api.disconnectTenant(server.id());
        Notices.done(server.name() + " is not connected any more.");
        done();
    }

    void open() {
        dialog.open();
    }

    /** The way to what stands beside any kind of credential. */
    private Button certificates() {
        Button certificates = new Button("Certificates…", event -> {
            dialog.close();
            new CertificatesDialog(api, server, changed).open();
        });
        certificates.setId(CERTIFICATES);
        return certificates;
    }

    private void show(Kind chosen) {
        shown.setVisible(chosen == Kind.HEADERS);
        more.setVisible(chosen == Kind.HEADERS);
        client.setVisible(chosen == Kind.CLIENT_CREDENTIALS || chosen == Kind.TOKEN_EXCHANGE);
        exchange.setVisible(chosen == Kind.TOKEN_EXCHANGE);
        oauth.setVisible(chosen == Kind.OAUTH);
    }

    private void renew() {
        try {
            api.renewCredential(server.id());
        } catch (ApiProblem problem) {
            fields.show(problem);
            return;
        }
        Notices.done("The provider is asked for a new token. How that went stands with the server's credential.");
        dialog.close();
        changed.run();
    }

    private void add(HeaderRow row) {
        if (rows.size() < HEADERS_MAX) {
            rows.add(row);
            shown.add(row);
        }
    }

    private void send() {
        fields.clear();
        switch (kind.getValue()) {
            case NONE, HEADERS, PERSON_HEADERS -> sendHeaders();
            case CLIENT_CREDENTIALS ->
                client.read(fields).map(NewServerCredential::new).ifPresent(this::replace);
            case TOKEN_EXCHANGE ->
                client.read(fields)
                        .map(exchange::with)
                        .map(NewServerCredential::new)
                        .ifPresent(this::replace);
            case OAUTH, PERSON_OAUTH, PERSON_TOKEN_EXCHANGE, PERSON_ID_JAG ->
                oauth.read(fields).map(NewServerCredential::new).ifPresent(this::connectable);
        }
    }

    private void connectable(NewServerCredential wanted) {
        api.replaceCredential(server.id(), IfMatch.version(stored.version()), wanted);
        Notices.done(server.name() + " has to be connected now: open its credential again, or each person their page"
                + " Connections.");
        done();
    }

    private void sendHeaders() {
        List<NewServerCredential.Header> headers = new ArrayList<>();
        rows.forEach(row -> row.read(fields, headers.size()).ifPresent(headers::add));
        if (!headers.isEmpty()) {
            replace(new NewServerCredential(headers));
            return;
        }
        if (stored.kind() != Kind.NONE) {
            api.deleteCredential(server.id(), IfMatch.version(stored.version()));
            Notices.done(server.name() + " is sent no credential any more.");
        }
        done();
    }

    private void replace(NewServerCredential wanted) {
        api.replaceCredential(server.id(), IfMatch.version(stored.version()), wanted);
        Notices.done("Gateways make new connections to " + server.name() + " with its credential.");
        done();
    }

    private void done() {
        dialog.close();
        changed.run();
    }
}
