package dev.tollgate.ui.view.keys;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import dev.tollgate.model.api.IssuedKey;
import dev.tollgate.model.api.IssuedKeys;
import dev.tollgate.ui.view.layout.CopyField;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** Shows many new secrets, once, to be copied or downloaded. Closing it forgets them. */
final class SecretsDialog extends Dialog {
    static final String SECRETS = "bulk-secrets";
    static final String DOWNLOAD = "bulk-download";
    static final String DONE = "bulk-done";

    private static final String CSV = "text/csv";

    SecretsDialog(IssuedKeys issued) {
        int count = issued.issued().size();
        setHeaderTitle(count == 1 ? "1 key is ready" : count + " keys are ready");
        setCloseOnEsc(false);
        setCloseOnOutsideClick(false);
        Paragraph once =
                new Paragraph("Keep them now, where you keep passwords. Tollgate stores only their fingerprints:"
                        + " they cannot be shown again.");
        once.addClassName("warn-box");
        String csv = csv(issued);
        Div list = new Div(new CopyField(SECRETS, csv));
        list.addClassName("secrets");
        Div body = new Div(once, list);
        body.addClassName("form-body");
        add(body);
        Button done = new Button("I have stored them", event -> close());
        done.setId(DONE);
        done.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(download(csv), done);
    }

    private static Anchor download(String csv) {
        byte[] bytes = csv.getBytes(StandardCharsets.UTF_8);
        Anchor download = new Anchor(
                DownloadHandler.fromInputStream(event ->
                        new DownloadResponse(new ByteArrayInputStream(bytes), "tollgate-keys.csv", CSV, bytes.length)),
                AttachmentType.DOWNLOAD,
                "Download CSV");
        download.setId(DOWNLOAD);
        download.addClassName("button-like");
        return download;
    }

    static String csv(IssuedKeys issued) {
        return CsvText.line("name", "owner", "id", "secret")
                + issued.issued().stream().map(SecretsDialog::line).collect(Collectors.joining());
    }

    private static String line(IssuedKey one) {
        return CsvText.line(one.key().name(), one.key().ownerName(), one.key().id(), one.secret());
    }
}
