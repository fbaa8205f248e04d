package dev.tollgate.ui.view.keys;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.tabs.TabSheet;
import dev.tollgate.model.api.IssuedKey;
import dev.tollgate.ui.view.layout.CopyField;

/** Shows a new secret, once, and how to use it. Closing it forgets the secret. */
final class SecretDialog extends Dialog {
    static final String DIALOG = "key-secret-dialog";
    static final String SECRET = "key-secret";
    static final String DONE = "key-secret-done";

    SecretDialog(IssuedKey issued, String gatewayUrl) {
        setId(DIALOG);
        setHeaderTitle("Key “" + issued.key().name() + "” is ready");
        setCloseOnEsc(false);
        setCloseOnOutsideClick(false);
        addClassName("secret-dialog");
        Paragraph once =
                new Paragraph("Copy it now and keep it where you keep passwords. Tollgate stores only its fingerprint:"
                        + " it cannot be shown again.");
        once.addClassName("warn-box");
        Paragraph connect = new Paragraph("Connect an agent");
        connect.addClassName("strong");
        Div body = new Div(once, new CopyField(SECRET, issued.secret()), connect, clients(issued, gatewayUrl));
        body.addClassName("form-body");
        add(body);
        Button done = new Button("I have stored it", event -> close());
        done.setId(DONE);
        done.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(done);
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
