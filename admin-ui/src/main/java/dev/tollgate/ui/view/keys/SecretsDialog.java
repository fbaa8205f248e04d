package dev.tollgate.ui.view.keys;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import dev.tollgate.model.api.IssuedKey;
import dev.tollgate.model.api.IssuedKeys;
import dev.tollgate.ui.view.layout.CopyField;
import dev.tollgate.ui.view.layout.OnceDialog;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** Shows many new secrets, once, to be copied or downloaded. Closing it forgets them. */
final class SecretsDialog extends OnceDialog {
    static final String SECRETS = "bulk-secrets";
    static final String DOWNLOAD = "bulk-download";
    static final String DONE = "bulk-done";

    private static final String CSV = "text/csv";

    SecretsDialog(IssuedKeys issued) {
        super(
                issued.issued().size() == 1 ? "1 key is ready" : issued.issued().size() + " keys are ready",
                "Keep them now, where you keep passwords. Tollgate stores only their fingerprints:"
                        + " they cannot be shown again.",
                DONE,
                "I have stored them",
                list(csv(issued)));
        getFooter().addComponentAsFirst(download(csv(issued)));
    }

    private static Div list(String csv) {
        Div list = new Div(new CopyField(SECRETS, csv));
        list.addClassName("secrets");
        return list;
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
