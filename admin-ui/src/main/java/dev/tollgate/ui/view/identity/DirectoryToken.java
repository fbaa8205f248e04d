package dev.tollgate.ui.view.identity;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import dev.tollgate.model.api.RotateScimToken;
import dev.tollgate.model.api.ScimTokenInfo;
import dev.tollgate.ui.client.IdempotencyKey;
import dev.tollgate.ui.client.TollgateApi;
import dev.tollgate.ui.view.layout.Badges;
import dev.tollgate.ui.view.layout.Confirmation;
import dev.tollgate.ui.view.layout.CopyField;
import dev.tollgate.ui.view.layout.Notices;
import dev.tollgate.ui.view.layout.OnceDialog;
import dev.tollgate.ui.view.layout.Texts;

/** Where the directory finds SCIM, and the token that it signs in with: made, made anew, revoked, shown once. */
final class DirectoryToken extends Composite<Div> {
    static final String ADDRESS = "scim-address";
    static final String STATE = "scim-state";
    static final String ISSUE = "scim-issue";
    static final String REVOKE = "scim-revoke";
    static final String TOKEN = "scim-token";
    static final String DONE = "scim-token-done";

    private final TollgateApi api;
    private final Div state = new Div();
    private final Button issue = new Button("", event -> ask());
    private final Button revoke = new Button("Revoke…", event -> revoke());
    private boolean issued;

    DirectoryToken(TollgateApi api) {
        this.api = api;
        state.setId(STATE);
        state.addClassName("state-line");
        issue.setId(ISSUE);
        revoke.setId(REVOKE);
        revoke.addThemeVariants(ButtonVariant.ERROR, ButtonVariant.TERTIARY);
        Div buttons = new Div(issue, revoke);
        buttons.addClassName("detail-actions");
        ScimTokenInfo now = api.scimToken();
        getContent().addClassName("form-body");
        getContent().add(new CopyField(ADDRESS, now.baseUrl()), state, buttons);
        show(now);
    }

    private void show(ScimTokenInfo now) {
        issued = now.issued();
        state.removeAll();
        state.add(
                issued ? Badges.good("token in use") : Badges.neutral("no token"),
                new Div(now.rotatedAt() == null ? "" : "since " + Texts.minute(now.rotatedAt())));
        issue.setText(issued ? "Make another token…" : "Make a token");
        revoke.setVisible(issued);
    }

    private void ask() {
        if (issued) {
            Confirmation.ask(
                    "Make another token?",
                    "The one that your directory has now is refused from then on, until you give it the new one.",
                    "Make another",
                    this::issue);
        } else {
            issue();
        }
    }

    private void issue() {
        RotateScimToken wanted = new RotateScimToken(null);
        var made = api.issueScimToken(new IdempotencyKey().forBody(wanted), wanted);
        show(made.info());
        new Once(made.token()).open();
    }

    private void revoke() {
        Confirmation.ask(
                "Revoke the token?",
                "Your directory cannot say any more who joins and who leaves. People stay as they are.",
                "Revoke",
                () -> {
                    api.revokeScimToken();
                    show(api.scimToken());
                    Notices.done("The token is revoked.");
                });
    }

    private static final class Once extends OnceDialog {
        Once(String token) {
            super(
                    "Token of your directory",
                    "Give it to your directory now. It cannot be shown again.",
                    DONE,
                    "I have given it to the directory",
                    new CopyField(TOKEN, token));
        }
    }
}
