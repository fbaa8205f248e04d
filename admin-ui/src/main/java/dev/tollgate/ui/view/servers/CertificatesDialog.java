package dev.tollgate.ui.view.servers;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import dev.tollgate.model.api.NewServerTls;
import dev.tollgate.model.api.Server;
import dev.tollgate.model.api.ServerTls;
import dev.tollgate.ui.client.IfMatch;
import dev.tollgate.ui.client.TollgateApi;
import dev.tollgate.ui.view.layout.FormDialog;
import dev.tollgate.ui.view.layout.FormFields;
import dev.tollgate.ui.view.layout.Notices;
import org.jspecify.annotations.Nullable;

/** Says how gateways and a server are to prove to each other who they are. */
final class CertificatesDialog {
    static final String CERTIFICATE = "tls-certificate";
    static final String KEY = "tls-key";
    static final String CA = "tls-ca";

    private final TollgateApi api;
    private final Server server;
    private final Runnable changed;
    private final ServerTls stored;
    private final FormFields fields = new FormFields();
    private final TextArea certificate = new TextArea("Client certificate and its chain (PEM)");
    private final TextArea key = new TextArea("Its private key (PEM, PKCS#8, without a password)");
    private final TextArea ca = new TextArea("Authorities of the server's own certificate (PEM)");
    private final FormDialog dialog;

    CertificatesDialog(TollgateApi api, Server server, Runnable changed) {
        this.api = api;
        this.server = server;
        this.changed = changed;
        stored = api.serverTls(server.id());
        certificate.setId(CERTIFICATE);
        key.setId(KEY);
        key.getElement().setAttribute("autocomplete", "off");
        ca.setId(CA);
        ca.setHelperText("In place of those that the public trusts, for this server alone. Empty: those.");
        fields.add("certificate", certificate);
        fields.add("privateKey", key);
        fields.add("ca", ca);
        if (stored.certificatePem() != null) {
            certificate.setValue(stored.certificatePem());
            key.setPlaceholder("unchanged");
            key.setHelperText("Stored and not shown. Leave it empty to keep it.");
        }
        if (stored.caPem() != null) {
            ca.setValue(stored.caPem());
        }
        dialog = new FormDialog(
                "Certificates of " + server.name(),
                "Gateways show the certificate to this server, and to no other, beside whatever its credential is.",
                "Save",
                fields,
                opened -> send());
        stored.certificate().forEach(one -> dialog.with(new Paragraph(CertificateWords.of(one))));
        stored.ca().forEach(one -> dialog.with(new Paragraph("Authority: " + CertificateWords.of(one))));
        dialog.with(certificate, key, ca);
    }

    void open() {
        dialog.open();
    }

    private void send() {
        fields.clear();
        NewServerTls wanted = new NewServerTls(text(certificate), text(key), text(ca));
        if (wanted.certificate() != null || wanted.privateKey() != null || wanted.ca() != null) {
            api.replaceServerTls(server.id(), IfMatch.version(stored.version()), wanted);
            Notices.done("Gateways make new connections to " + server.name() + " with its certificates.");
        } else if (stored.version() != 0) {
            api.deleteServerTls(server.id(), IfMatch.version(stored.version()));
            Notices.done(server.name()
                    + " is shown no certificate any more, and its own must be one that the public trusts.");
        }
        dialog.close();
        changed.run();
    }

    private static @Nullable String text(TextArea field) {
        return field.getValue().isBlank() ? null : field.getValue();
    }
}
