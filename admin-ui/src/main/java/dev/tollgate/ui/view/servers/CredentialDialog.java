package dev.tollgate.ui.view.servers;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.select.Select;
import dev.tollgate.model.api.ClientCredentials;
import dev.tollgate.model.api.NewServerCredential;
import dev.tollgate.model.api.Server;
import dev.tollgate.model.api.ServerCredential;
import dev.tollgate.model.api.ServerCredential.Kind;
import dev.tollgate.ui.client.ApiProblem;
import dev.tollgate.ui.client.IfMatch;
import dev.tollgate.ui.client.TollgateApi;
import dev.tollgate.ui.view.layout.FormDialog;
import dev.tollgate.ui.view.layout.FormFields;
import dev.tollgate.ui.view.layout.Notices;
import dev.tollgate.ui.view.layout.Rights;
import java.util.List;
import java.util.Optional;

/** Says what a server is to know the tenant by, or each of its people. */
final class CredentialDialog {
    static final String KIND = "credential-kind";
    static final String CERTIFICATES = "credential-certificates";

    private final TollgateApi api;
    private final Server server;
    private final ServerCredential stored;
    private final Runnable changed;
    private final FormFields fields = new FormFields();
    private final Select<Kind> kind = new Select<>();
    private final KindHelp help = new KindHelp();
    private final HeaderFields headers;
    private final PersonHeaderFields personHeaders;
    private final ClientFields client;
    private final ExchangeFields exchange;
    private final OauthFields oauth;
    private final LookAsField lookAs;
    private final StoredCredential current;
    private final FormDialog dialog;

    CredentialDialog(TollgateApi api, Rights rights, Server server, Runnable changed) {
        this.api = api;
        this.server = server;
        this.changed = changed;
        stored = api.credential(server.id());
        headers = new HeaderFields(of(Kind.HEADERS));
        personHeaders = new PersonHeaderFields(fields, of(Kind.PERSON_HEADERS));
        ClientCredentials known = stored.tokenExchange() == null
                ? stored.clientCredentials()
                : stored.tokenExchange().client();
        client = known == null ? new ClientFields(fields) : new ClientFields(fields, known);
        exchange = new ExchangeFields(fields, stored.tokenExchange());
        oauth = new OauthFields(fields, stored.oauth(), this::look);
        oauth.whenChosen(this::show);
        lookAs = new LookAsField(api, rights, server.id(), fields, stored.lookAs());
        current = new StoredCredential(api, server, stored, fields, this::done);
        kind.setId(KIND);
        kind.setLabel("Kind");
        kind.setItems(
                Kind.NONE, Kind.HEADERS, Kind.PERSON_HEADERS, Kind.CLIENT_CREDENTIALS, Kind.TOKEN_EXCHANGE, Kind.OAUTH);
        kind.setItemLabelGenerator(KindHelp::name);
        kind.addValueChangeListener(event -> show());
        dialog = new FormDialog(
                "Credential of " + server.name(),
                "By what the server knows who calls. Values are stored sealed and never shown again; agents never see"
                        + " them.",
                "Save",
                fields,
                opened -> send());
        dialog.with(kind, help, headers, personHeaders, client, exchange, oauth, lookAs, current, certificates());
        kind.setValue(chosen(stored.kind()));
    }

    private List<ServerCredential.Header> of(Kind wanted) {
        return stored.kind() == wanted ? stored.headers() : List.of();
    }

    /** Whoever opens it for a server without a credential wants to give it one, most often headers. */
    private static Kind chosen(Kind stored) {
        return switch (stored) {
            case NONE, HEADERS -> Kind.HEADERS;
            case PERSON_HEADERS, CLIENT_CREDENTIALS, TOKEN_EXCHANGE, OAUTH -> stored;
            case PERSON_OAUTH, PERSON_TOKEN_EXCHANGE, PERSON_ID_JAG -> Kind.OAUTH;
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

    private void show() {
        Kind chosen = kind.getValue();
        help.show(chosen);
        headers.setVisible(chosen == Kind.HEADERS);
        personHeaders.setVisible(chosen == Kind.PERSON_HEADERS);
        client.setVisible(chosen == Kind.CLIENT_CREDENTIALS || chosen == Kind.TOKEN_EXCHANGE);
        exchange.setVisible(chosen == Kind.TOKEN_EXCHANGE);
        oauth.setVisible(chosen == Kind.OAUTH);
        lookAs.setVisible(chosen == Kind.PERSON_HEADERS || chosen == Kind.OAUTH && oauth.ofEachPerson());
        current.setVisible(current.isShown() && chosen == chosen(stored.kind()));
    }

    private void send() {
        fields.clear();
        if (kind.getValue() == Kind.NONE) {
            sendNone();
            return;
        }
        read().ifPresent(wanted -> {
            api.replaceCredential(server.id(), IfMatch.version(stored.version()), wanted);
            Notices.done(said(wanted));
            done();
        });
    }

    private Optional<NewServerCredential> read() {
        return switch (kind.getValue()) {
            case NONE -> Optional.empty();
            case HEADERS -> headers.read(fields).map(NewServerCredential::new);
            case PERSON_HEADERS -> Optional.of(NewServerCredential.ofEachPerson(personHeaders.read(), lookAs.chosen()));
            case CLIENT_CREDENTIALS -> client.read(fields).map(NewServerCredential::new);
            case TOKEN_EXCHANGE -> client.read(fields).map(exchange::with).map(NewServerCredential::new);
            case OAUTH, PERSON_OAUTH, PERSON_TOKEN_EXCHANGE, PERSON_ID_JAG ->
                oauth.read(fields)
                        .map(wanted -> new NewServerCredential(wanted, oauth.ofEachPerson() ? lookAs.chosen() : null));
        };
    }

    private String said(NewServerCredential wanted) {
        if (wanted.personHeaders() != null) {
            return server.name() + " asks each person for headers now: they give them on their page Connections.";
        }
        if (wanted.oauth() == null) {
            return "Gateways make new connections to " + server.name() + " with its credential.";
        }
        return server.name()
                + (oauth.ofEachPerson()
                        ? " has to be connected now, by each person on their page Connections."
                        : " has to be connected now: open its credential again.");
    }

    private void sendNone() {
        if (stored.kind() != Kind.NONE) {
            api.deleteCredential(server.id(), IfMatch.version(stored.version()));
            Notices.done(server.name() + " is sent no credential any more.");
        }
        done();
    }

    private void done() {
        dialog.close();
        changed.run();
    }
}
