package dev.tollgate.ui.view.keys;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.tabs.TabSheet;
import dev.tollgate.model.api.IssuedKey;
import dev.tollgate.ui.view.layout.CopyField;
import dev.tollgate.ui.view.layout.OnceDialog;

/** Shows a new secret, once, and how to use it. Closing it forgets the secret. */
final class SecretDialog extends OnceDialog {
    static final String DIALOG = "key-secret-dialog";
    static final String SECRET = "key-secret";
    static final String DONE = "key-secret-done";

    SecretDialog(IssuedKey issued, String gatewayUrl) {
        super(
                "Key “" + issued.key().name() + "” is ready",
                "Copy it now and keep it where you keep passwords. Tollgate stores only its fingerprint:"
                        + " it cannot be shown again.",
                DONE,
                "I have stored it",
                new CopyField(SECRET, issued.secret()),
                connect(),
                clients(issued, gatewayUrl));
        setId(DIALOG);
        addClassName("secret-dialog");
    }

    private static Paragraph connect() {
        Paragraph connect = new Paragraph("Connect an agent");
        connect.addClassName("strong");
        return connect;
    }

    private static TabSheet clients(IssuedKey issued, String gatewayUrl) {
        TabSheet tabs = new TabSheet();
        tabs.addClassName("connect");
        ConnectLines.of(gatewayUrl, issued.secret()).forEach(client -> {
            Paragraph how = new Paragraph(client.how());
            how.addClassName("secondary");
            tabs.add(client.name(), new Div(how, new CopyField("connect-" + client.id(), client.text())));
        });
        return tabs;
    }
}
