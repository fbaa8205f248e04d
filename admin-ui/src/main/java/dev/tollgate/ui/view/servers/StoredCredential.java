package dev.tollgate.ui.view.servers;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.tollgate.model.api.NewDeparture;
import dev.tollgate.model.api.Server;
import dev.tollgate.model.api.ServerCredential;
import dev.tollgate.model.api.ServerCredential.Kind;
import dev.tollgate.ui.client.ApiProblem;
import dev.tollgate.ui.client.TollgateApi;
import dev.tollgate.ui.view.layout.Departed;
import dev.tollgate.ui.view.layout.FormFields;
import dev.tollgate.ui.view.layout.Notices;

/** How the credential that a server has does, and what can be done with it as it is. */
final class StoredCredential extends Div {
    static final String RENEW = "credential-renew";
    static final String CONNECT = "credential-connect";
    static final String DISCONNECT = "credential-disconnect";

    private final TollgateApi api;
    private final Server server;
    private final FormFields fields;
    private final Runnable done;

    /**
     * @param done after whatever makes it another
     */
    StoredCredential(TollgateApi api, Server server, ServerCredential stored, FormFields fields, Runnable done) {
        this.api = api;
        this.server = server;
        this.fields = fields;
        this.done = done;
        addClassName("form-body");
        if (stored.token() != null) {
            add(new Paragraph(CredentialWords.token(stored.token())));
        }
        Div actions = new Div();
        actions.addClassName("detail-actions");
        if (stored.kind() == Kind.OAUTH) {
            actions.add(action(CONNECT, stored.token() == null ? "Connect…" : "Connect anew…", this::connect));
        }
        if (stored.token() != null) {
            actions.add(action(RENEW, "Renew now", this::renew));
        }
        if (stored.kind() == Kind.OAUTH && stored.token() != null) {
            actions.add(action(DISCONNECT, "Disconnect", this::disconnect));
        }
        if (actions.getComponentCount() > 0) {
            add(actions);
        }
        if (isOfEachPerson(stored.kind())) {
            add(new ConnectedPeople(api, server));
        }
    }

    /** Whether there is anything to be said of it. */
    boolean isShown() {
        return getComponentCount() > 0;
    }

    private static boolean isOfEachPerson(Kind kind) {
        return switch (kind) {
            case NONE, HEADERS, CLIENT_CREDENTIALS, TOKEN_EXCHANGE, OAUTH -> false;
            case PERSON_HEADERS, PERSON_OAUTH, PERSON_TOKEN_EXCHANGE, PERSON_ID_JAG -> true;
        };
    }

    private static Button action(String id, String name, Runnable act) {
        Button button = new Button(name, event -> act.run());
        button.setId(id);
        return button;
    }

    private void connect() {
        Departed.to(api.departForTenant(server.id(), new NewDeparture(null, null)));
    }

    private void disconnect() {
        api.disconnectTenant(server.id());
        Notices.done(server.name() + " is not connected any more.");
        done.run();
    }

    private void renew() {
        try {
            api.renewCredential(server.id());
        } catch (ApiProblem problem) {
            fields.show(problem);
            return;
        }
        Notices.done("The provider is asked for a new token. How that went stands with the server's credential.");
        done.run();
    }
}
